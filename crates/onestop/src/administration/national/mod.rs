//! What the national procedure database proposes: seen part by part, side by side, and accepted.

#[cfg(test)]
mod tests;

use super::lists::{self, Q, matches};
use super::text::Words;
use app::national::{NationalPart, PartDifference, Proposal, differences};
use askama::Template;
use axum::extract::Path;
use domain::time::short_moment;
use serde::Deserialize;
use ui::field::option;
use ui::part::{
    BackLink, Empty, ErrorSummary, FilterBar, Heading, Link, LinkList, Notice, Pager, Phrase, Tone,
};
use ui::{Chrome, Fields, Flash, Form, FormParam, Switch};
use web::{Answer, Failure, Query, RequestContext, Sent, page, page_with_errors, query, see_with_flash};

const HOME: &str = "/office/administration/national";
/// The boxes that choose parts of a record.
const PARTS: FormParam = FormParam("parts");

ui::submits! {
    enum Submit {
        Accept = "accept",
        Dismiss = "dismiss",
    }
}

const PAGE: u32 = 50;
const COUNT_CAP: u32 = 10_000;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct After {
    q: String,
    code: String,
    id: String,
}

#[derive(Template)]
#[template(path = "administration/national/list.html")]
struct NationalListPage {
    chrome: Chrome,
    find: Option<FilterBar>,
    said: String,
    rows: LinkList,
    pager: Pager,
    t: Words,
}

impl NationalListPage {
    fn empty(&self) -> Empty {
        Empty { title: self.t.none_waiting().into(), text: self.t.none_waiting_more().into(), link: None }
    }
}

pub async fn list(context: RequestContext, Query(after): Query<After>) -> Answer {
    let t = Words(context.language);
    let cursor = (after.code, query::number(&after.id)?.unwrap_or(i64::MIN));
    let q = forms::tidy(&after.q);
    let (mut found, count) =
        app::national::list_proposals(context.app(), cursor.clone(), PAGE + 1, COUNT_CAP).await?;
    if !q.is_empty() {
        let q = q.clone();
        let wanted = move |proposal: &Proposal| {
            let names =
                [&proposal.procedure.short_name, &proposal.procedure.name].map(|name| name.vi.as_str());
            matches(&q, &[&proposal.code, names[0], names[1]])
        };
        found = app::national::search_proposals(context.app(), cursor, PAGE + 1, wanted).await?;
    }
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| more).map(|last| {
        format!(
            "{HOME}?{}",
            ui::query::written(&[(Q, &q), ("code", &last.code), ("id", &last.id.to_string())])
        )
    });
    let data = context.app().master_data();
    let rows = found
        .into_iter()
        .map(|proposal| {
            let current = data.procedure_any(&proposal.code);
            let field = current.and_then(|current| data.field(&current.field));
            let field = field.map_or("", |field| field.name.vi.as_str());
            let parts = differences(current.map(|current| (current, field)), &proposal, context.language);
            let what = match (current, proposal.closing.is_empty()) {
                (_, false) => t.closes().to_string(),
                (None, true) => t.is_new().to_string(),
                (Some(_), true) => {
                    parts.iter().map(|change| t.part_name(change.part)).collect::<Vec<_>>().join(", ")
                }
            };
            let name = Phrase::vietnamese(proposal.procedure.short_name.vi, context.language);
            Link::new(format!("{HOME}/{}", proposal.id), name).text(format!("{} · {what}", proposal.code))
        })
        .collect();
    let rows = LinkList(rows);
    // Where nothing waits there is nothing to look for.
    let find = (!rows.is_empty() || !q.is_empty()).then(|| lists::find(&t, t.find_proposal(), &q));
    let switch = find.as_ref().map(|_| Switch::asking(lists::SEARCH, t.find_proposal()));
    page(&NationalListPage {
        chrome: context.chrome(t.national()).switching_among(switch),
        find,
        said: t.waiting(count),
        rows,
        pager: Pager::new(t.pages()).onward(Link::new(HOME, t.first_page()), next, t.next()),
        t,
    })
}

#[derive(Template)]
#[template(path = "administration/national/page.html")]
struct ProposalPage {
    chrome: Chrome,
    error_summary: ErrorSummary,
    heading: Heading,
    /// What is to be known of the whole record.
    notices: Vec<Notice>,
    closing: String,
    changes: Vec<ChangeView>,
    t: Words,
}

struct ChangeView {
    key: &'static str,
    name: &'static str,
    here: Vec<DiffLine>,
    there: Vec<DiffLine>,
}

struct DiffLine {
    text: String,
    /// Stands on one side only.
    differs: bool,
}

fn sides(change: &PartDifference) -> (Vec<DiffLine>, Vec<DiffLine>) {
    let side = |lines: &[String], other: &[String]| {
        lines.iter().map(|line| DiffLine { text: line.clone(), differs: !other.contains(line) }).collect()
    };
    (side(&change.here, &change.there), side(&change.there, &change.here))
}

pub async fn show(context: RequestContext, Path(id): Path<i64>) -> Answer {
    let mut blank = Form::blank(context.language);
    parts_form(&mut blank, &Words(context.language));
    page(&view(&context, id, blank.into_fields()).await?)
}

async fn view(context: &RequestContext, id: i64, parts: Fields) -> Result<ProposalPage, Failure> {
    let t = Words(context.language);
    let (proposal, rivals) =
        app::national::find_proposal(context.app(), id).await?.ok_or(Failure::NotFound)?;
    let data = context.app().master_data();
    let current = data.procedure_any(&proposal.code);
    let field = current.and_then(|current| data.field(&current.field));
    let field = field.map_or("", |field| field.name.vi.as_str());
    let changes = differences(current.map(|current| (current, field)), &proposal, context.language);
    let changes = changes
        .iter()
        .map(|change| {
            let (here, there) = sides(change);
            ChangeView { key: change.part.key(), name: t.part_name(change.part), here, there }
        })
        .collect();
    Ok(ProposalPage {
        chrome: context.chrome(t.national()).with_problems(parts.any_wrong()),
        error_summary: parts.error_summary(),
        heading: Heading::with_eyebrow(
            format!(
                "{} · {}",
                proposal.code,
                t.received_on(&short_moment(proposal.made_at, context.language))
            ),
            Phrase::vietnamese(proposal.procedure.short_name.vi.as_str(), context.language),
        ),
        notices: notices(&t, &proposal.closing, current.is_none(), &rivals),
        closing: proposal.closing.clone(),
        changes,
        t,
    })
}

fn notices(t: &Words, closing: &str, new: bool, rivals: &[i64]) -> Vec<Notice> {
    let other = |rival: &i64| Link::new(format!("{HOME}/{rival}"), t.other_record());
    let contradicted = Notice::titled(Tone::Warning, t.contradicted()).sentence(t.contradicted_more());
    let contradicted = contradicted.links(rivals.iter().map(other).collect());
    let closes = Notice::titled(Tone::Warning, t.closes()).sentence(Phrase::vietnamese(closing, t.0));
    let all = [
        (!rivals.is_empty(), contradicted),
        (!closing.is_empty(), closes),
        (new, Notice::info(t.is_new_more())),
    ];
    all.into_iter().filter(|(said, _)| *said).map(|(_, notice)| notice).collect()
}

/// The parts of a record that are accepted: all there are, since more may have differed when the page was opened.
fn parts_form(form: &mut Form, t: &Words) -> Vec<NationalPart> {
    let all = NationalPart::ALL.map(|part| (part, option(part.key(), t.part_name(part)))).into();
    form.any_of(PARTS.name(), t.accept_parts(), all).optional().read().unwrap_or_default()
}

pub async fn submit(context: RequestContext, Path(id): Path<i64>, Sent(posted): Sent) -> Answer {
    let by = context.signed_in()?.id();
    let done = match Submit::of(&posted).ok_or(Failure::BadRequest)? {
        Submit::Accept => {
            let mut sent = Form::sent(context.language, &posted);
            let parts = parts_form(&mut sent, &Words(context.language));
            if sent.any_wrong() {
                return page_with_errors(&view(&context, id, sent.into_fields()).await?);
            }
            app::national::accept(context.app(), by, id, parts).await?
        }
        Submit::Dismiss => app::national::dismiss(context.app(), by, id).await?,
    };
    // Somebody else was faster: the list shows what is left.
    if done { see_with_flash(&context, HOME, Flash::Saved) } else { web::see(HOME) }
}

pub async fn submit_all(context: RequestContext) -> Answer {
    app::national::accept_all(context.app(), context.signed_in()?.id()).await?;
    see_with_flash(&context, HOME, Flash::Saved)
}
