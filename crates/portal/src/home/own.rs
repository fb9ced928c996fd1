//! What somebody who is signed in has to do: what waits for them, what is ready, what is on its way.

use super::text::Words;
use crate::dossiers::stage_tag;
use crate::draft::resumed;
use app::drafts::Draft;
use app::master_data::MasterData;
use app::opening::OwnRow;
use domain::dossier::WhoseClock;
use domain::time::short_date;
use ui::part::{Link, LinkList, Phrase, Tag};
use web::{Failure, RequestContext};

/// Maximum dossiers shown that wait for the applicant, and that wait for others; the page of dossiers has all.
const OWN: usize = 3;
const OTHERS: usize = 2;

/// One kind of it.
pub struct Group {
    pub title: &'static str,
    pub links: LinkList,
}

/// What is called what where it is in this page's language.
fn name(data: &MasterData, code: &str, context: &RequestContext) -> Phrase {
    data.procedure_any(code)
        .map_or_else(|| code.into(), |found| Phrase::of(&found.short_name, context.language))
}

/// Nothing for who is not signed in here as an applicant; otherwise the groups that are not empty, the most urgent first.
pub async fn groups(context: &RequestContext) -> Result<Option<Vec<Group>>, Failure> {
    let Some(who) = context.who.as_ref().filter(|who| who.officer.is_none()) else { return Ok(None) };
    let (t, language, data) = (Words(context.language), context.language, context.app().master_data());
    let own = app::opening::own_work(context.app(), who.id(), OWN as u32).await?;
    let drafts = app::drafts::list(context.app(), who.id()).await?;
    let row = |row: &OwnRow| {
        let due = row.due.filter(|_| row.stage.whose_clock() == WhoseClock::Agency).map(|due| due.date());
        let due = due.map(|day| short_date(day, language));
        Link::new(format!("/dossiers/{}", row.reference), name(&data, &row.procedure, context))
            .tagged(Some(Tag::new(stage_tag(row.stage), row.stage.name(language))))
            .text(due.map(|day| t.due(&day)).unwrap_or_default())
    };
    let draft = |draft: &Draft| {
        Link::new(resumed(draft), name(&data, &draft.procedure, context)).tagged(Some(Tag::info(t.draft())))
    };
    let due = own.due.iter().map(row).chain(drafts.iter().map(draft)).take(OWN).collect();
    let groups = [
        (t.due_now(), due),
        (t.ready(), own.ready.iter().map(row).collect()),
        (t.waiting(), own.waiting.iter().take(OTHERS).map(row).collect::<Vec<Link>>()),
    ];
    let groups = groups.into_iter().filter(|(_, links)| !links.is_empty());
    Ok(Some(groups.map(|(title, links)| Group { title, links: LinkList(links) }).collect()))
}
