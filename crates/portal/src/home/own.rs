//! What somebody who is signed in has to do: what waits for them, what is ready, what is on its way.

use super::text::Words;
use crate::dossiers::standing;
use crate::draft::resumed;
use app::drafts::Draft;
use app::master_data::MasterData;
use app::opening::{OWN_MAX, OwnRow, OwnWork};
use domain::Language;
use domain::dossier::{StageKind, WhoseClock};
use domain::time::Instant;
use ui::formats::left;
use ui::part::{Link, LinkList, Phrase, Tag, TagKind};
use web::{Failure, RequestContext};

/// Maximum dossiers shown that wait for the applicant, and in all kinds together; of each kind one is shown. The page of
/// dossiers has all.
const OWN: usize = 2;
const IN_ALL: usize = 3;

/// How many are shown of a kind, where so many are shown already.
pub(super) fn room(shown: usize) -> usize {
    IN_ALL.saturating_sub(shown).clamp(1, OWN)
}

/// One kind of it.
pub struct OwnWorkGroup {
    pub title: &'static str,
    pub links: LinkList,
    /// The way to the page of dossiers, with how many they are; nothing where all are.
    pub all: Option<Link>,
}

impl OwnWorkGroup {
    /// What is shown of so many.
    pub fn of(title: &'static str, links: Vec<Link>, count: usize, t: &Words) -> Option<OwnWorkGroup> {
        let all = (count > links.len()).then(|| match count {
            OWN_MAX.. => t.all_of_many(OWN_MAX),
            count => t.all_of(count),
        });
        let all = all.map(|said| Link::new("/dossiers", said));
        (count > 0).then_some(OwnWorkGroup { title, links: LinkList(links), all })
    }
}

/// What is called what where it is in this page's language.
fn name(data: &MasterData, code: &str, language: Language) -> Phrase {
    data.procedure_any(code).map_or_else(|| code.into(), |found| Phrase::of(&found.short_name, language))
}

/// Nothing for who is not signed in here as an applicant.
pub async fn groups(context: &RequestContext) -> Result<Option<Vec<OwnWorkGroup>>, Failure> {
    let Some(who) = context.who.as_ref().filter(|who| who.officer.is_none()) else { return Ok(None) };
    let own = app::opening::own_work(context.app(), who.id()).await?;
    let drafts = app::drafts::list(context.app(), who.id()).await?;
    Ok(Some(groups_of(&own, &drafts, &context.app().master_data(), context.now(), context.language)))
}

/// The groups that are not empty, the most urgent first.
pub(super) fn groups_of(
    own: &OwnWork,
    drafts: &[Draft],
    data: &MasterData,
    now: Instant,
    language: Language,
) -> Vec<OwnWorkGroup> {
    let t = Words(language);
    let row = |row: &OwnRow| {
        let due = row.due_legal.or(row.due).filter(|_| row.stage.whose_clock() == WhoseClock::Agency);
        let calendar = data.calendar(row.competent);
        let in_hours = data.procedure_any(&row.procedure).is_some_and(|found| found.is_in_hours(row.channel));
        let left = due.map(|due| left(row.stage, in_hours, calendar, (now, due), language));
        let link = Link::new(format!("/dossiers/{}", row.reference), name(data, &row.procedure, language));
        match left {
            Some(left) if left.tag == TagKind::Late => link.tagged(Some(Tag::new(left.tag, left.words))),
            // That the agency handles it, its heading says.
            Some(left) if row.stage == StageKind::Processing => link.text(left.words),
            left => link
                .tagged(Some(standing(row.stage, row.outcome, language)))
                .text(left.map(|left| left.words).unwrap_or_default()),
        }
    };
    let draft = |draft: &Draft| {
        Link::new(resumed(draft), name(data, &draft.procedure, language)).tagged(Some(Tag::info(t.draft())))
    };
    let due: Vec<Link> = own.due.iter().map(row).chain(drafts.iter().map(draft)).take(OWN).collect();
    let ready: Vec<Link> = own.ready.iter().take(room(due.len())).map(row).collect();
    let waiting: Vec<Link> = own.waiting.iter().take(room(due.len() + ready.len())).map(row).collect();
    let groups = [
        OwnWorkGroup::of(t.due_now(), due, own.due.len() + drafts.len(), &t),
        OwnWorkGroup::of(t.ready(), ready, own.ready.len(), &t),
        OwnWorkGroup::of(t.waiting(), waiting, own.waiting.len(), &t),
    ];
    groups.into_iter().flatten().collect()
}
