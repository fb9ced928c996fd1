//! My dossiers and drafts, and joining a dossier taken at the counter by its one-time code.

#[cfg(test)]
mod tests;
mod text;

use crate::draft::resumed;
use app::dossiers::JOIN_CODE_DAYS;
use askama::Template;
use domain::Language;
use domain::code::DossierCode;
use domain::dossier::{Outcome, StageKind, WhoseClock};
use domain::time::{how_long, long_date};
use ui::form::ErrorTarget;
use ui::formats::left;
use ui::part::{BackLink, Empty, Heading, Link, LinkList, LinkNote, Pager, Phrase, Tag, TagKind};
use ui::{Chrome, Fields, Flash, Form};
use web::Query;
use web::query::PageCursor;
use web::{Answer, RequestContext, Sent, page, page_with_errors, see_with_flash};

const PAGE: u32 = 20;

/// The form, as the page's other parts name it.
const FORM: &str = "join";

#[derive(Template)]
#[template(path = "dossiers/page.html")]
struct Page {
    chrome: Chrome,
    drafts: LinkList,
    rows: LinkList,
    pager: Pager,
    first: bool,
    t: text::Words,
}

impl Page {
    fn empty(&self) -> Empty {
        Empty {
            title: self.t.empty().into(),
            text: self.t.empty_more().into(),
            link: Some(Link::new("/procedures", self.t.find())),
        }
    }
}

/// Reads `millis-key`.
pub(crate) fn read_cursor(text: &str) -> Option<(i64, i64)> {
    let (at, id) = text.split_once('-')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

pub async fn show(context: RequestContext, Query(before): Query<PageCursor>) -> Answer {
    let t = text::Words(context.language);
    let account = context.signed_in()?.id();
    let cursor = web::query::known(&before.before, read_cursor)?;
    let data = context.app().master_data();
    let name = |code: &str| {
        data.procedure_any(code).map_or_else(|| code.into(), |p| Phrase::of(&p.short_name, context.language))
    };
    let mut found = app::opening::list_own(context.app(), account, cursor, PAGE + 1).await?;
    let more = found.len() as u32 > PAGE;
    found.truncate(PAGE as usize);
    let next =
        found.last().filter(|_| more).map(|last| format!("{}-{}", last.submitted_at.millis(), last.id.0));
    let drafts = match cursor {
        Some(_) => Vec::new(),
        None => app::drafts::list(context.app(), account).await?,
    };
    let drafts = drafts
        .into_iter()
        .map(|draft| {
            let saved =
                format!("{} {}", t.saved(), domain::time::long_moment(draft.updated_at, context.language));
            Link::new(resumed(&draft), name(&draft.procedure)).text(saved)
        })
        .collect();
    let rows = found
        .into_iter()
        .map(|row| {
            let agency = data.agency(row.competent);
            let (tag, left) = match (row.stage.whose_clock(), row.due_legal.or(row.due)) {
                (WhoseClock::Agency, Some(legal)) => {
                    let calendar = data.calendar(row.competent);
                    let in_hours = data
                        .procedure_any(&row.procedure)
                        .is_some_and(|found| found.is_in_hours(row.channel));
                    let span = (context.now(), legal);
                    let left = left(row.stage, in_hours, calendar, span, context.language);
                    // Where an apology promised another date, both are said.
                    let promised = row.due.filter(|promised| *promised != legal);
                    let promised = promised.map(|promised| long_date(promised.date(), context.language));
                    let late = left.tag == TagKind::Late;
                    let words = match promised {
                        Some(promised) => t.and_promised(&left.words, &promised),
                        None => left.words,
                    };
                    // That it is late stands out; on time, how it stands.
                    match late {
                        true => (Tag::new(left.tag, words), String::new()),
                        false => (standing(row.stage, row.outcome, context.language), words),
                    }
                }
                _ => (standing(row.stage, row.outcome, context.language), String::new()),
            };
            let agency = agency.map(|agency| Phrase::of(&agency.name, context.language)).unwrap_or_default();
            let sent = format!("{} {}", t.sent_on(), long_date(row.submitted_at.date(), context.language));
            let which = row.code.clone().unwrap_or_else(|| row.reference.grouped());
            Link::new(format!("/dossiers/{}", row.reference), name(&row.procedure))
                .tagged(Some(tag))
                .text(left)
                .note(LinkNote::coded(which).and(agency).and(sent))
        })
        .collect();
    let next = next.map(|next| format!("/dossiers?before={next}"));
    let pager = Pager::new(t.pages()).next(next, t.older());
    let (drafts, rows) = (LinkList(drafts), LinkList(rows));
    page(&Page { chrome: context.chrome(t.title()), drafts, rows, pager, first: cursor.is_none(), t })
}

/// How a dossier stands: its stage, and of one that was denied that it was.
pub(crate) fn standing(stage: StageKind, outcome: Option<Outcome>, language: Language) -> Tag {
    match (stage, outcome) {
        (StageKind::ResultReady | StageKind::Returned, Some(Outcome::Denied)) => {
            Tag::new(TagKind::Refused, text::Words(language).denied())
        }
        _ => Tag::new(stage_tag(stage), stage.name(language)),
    }
}

/// The tag of a stage as its applicant should feel it.
fn stage_tag(stage: StageKind) -> TagKind {
    match stage.whose_clock() {
        WhoseClock::Agency => TagKind::Info,
        // It may be a denial.
        WhoseClock::Applicant if stage == StageKind::ResultReady => TagKind::Info,
        WhoseClock::Applicant => TagKind::Warn,
        WhoseClock::Nobody if stage == StageKind::Refused => TagKind::Refused,
        WhoseClock::Nobody => TagKind::Neutral,
    }
}

#[derive(Template)]
#[template(path = "dossiers/join.html")]
struct JoinPage {
    chrome: Chrome,
    lead: String,
    fields: Fields,
    t: text::Words,
}

const CODE: ErrorTarget = ErrorTarget::Named("code");

/// The code of a dossier, if it is one, and the secret.
fn join_form(form: &mut Form) -> (Option<DossierCode>, String) {
    let t = text::Words(form.language());
    let code = form.line("code", t.code()).hint(t.code_hint()).complete("off").on(CODE).written();
    let secret = form.line("secret", t.secret()).hint(t.secret_hint()).complete("off").wide("input--20");
    let secret = typed::code(secret.written().rsplit(':').next().unwrap_or_default());
    let secret = secret.chars().filter(|letter| letter.is_ascii_alphanumeric()).collect();
    (DossierCode::parse(&code), secret)
}

fn join_page(context: &RequestContext, form: Form) -> JoinPage {
    let (t, fields) = (text::Words(context.language), form.into_fields());
    let lead = t.join_lead(&how_long(JOIN_CODE_DAYS * 24 * 60, context.language));
    JoinPage {
        chrome: context.chrome(t.join()).with_problems(fields.any_wrong()).switching(FORM),
        lead,
        fields,
        t,
    }
}

pub async fn show_join(context: RequestContext) -> Answer {
    let mut form = Form::blank(context.language);
    join_form(&mut form);
    page(&join_page(&context, form))
}

pub async fn join(context: RequestContext, Sent(posted): Sent) -> Answer {
    let t = text::Words(context.language);
    let who = context.signed_in()?;
    let mut form = Form::sent(context.language, &posted);
    let (code, secret) = join_form(&mut form);
    if form.any_wrong() {
        return page_with_errors(&join_page(&context, form));
    }
    let joined = match code {
        Some(code) => {
            let bounds = &context.site.limits.by_account;
            app::dossiers::join_by_code(
                context.app(),
                who.applicant(),
                who.id(),
                code.to_string(),
                secret,
                bounds,
            )
            .await??
        }
        None => None,
    };
    match joined {
        Some(reference) => see_with_flash(&context, &format!("/dossiers/{reference}"), Flash::Joined),
        None => {
            form.wrong_about(Some(CODE), t.not_joined().into());
            page_with_errors(&join_page(&context, form))
        }
    }
}
