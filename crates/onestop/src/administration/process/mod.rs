//! The electronic process of a procedure: the version in use as a picture and as a table, its versions, and the way to a
//! draft of the next.

pub mod bring;
mod conditions;
pub mod draft;
mod drawn;
pub mod element;
pub mod forecast;
mod found;
mod mends;
mod proposal_form;
pub mod running;
#[cfg(test)]
mod tests;
mod text;
pub mod trial;
mod who;

use app::master_data::DatedProcess;
use app::processes::ProcessDraft;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::IntoResponse;
use bring::Submit;
use domain::agency::Agency;
use domain::officer::Role;
use domain::procedure::Procedure;
use domain::time::{Instant, short_date, short_moment};
use drawn::{Drawn, said};
use found::Objection;
use process::{Difference, DifferenceKind, ElementPart, Model};
use serde::Deserialize;
use std::cmp::Ordering;
use std::collections::HashSet;
use text::Words;
use ui::diagram::Marked;
use ui::part::{BackLink, Cell, Heading, Link, Notice, Table, TableRow, Tag, TagKind, Tone};
use ui::{Chrome, Fields, Form, FormParam, Posted};
use web::{Answer, Failure, RequestContext, page, query};

#[derive(Template)]
#[template(path = "administration/process/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: Heading,
    error_summary: ui::part::ErrorSummary,
    /// What is wrong with what was brought.
    wrong: Option<Notice>,
    /// The last published, where it is not in use yet.
    coming: Option<Notice>,
    shown_heading: String,
    drawn: Option<Drawn>,
    /// Its steps are gone through one by one, and edited as a list.
    listed: bool,
    /// The version that is shown, and whether it is the one in use.
    shown: u32,
    current: bool,
    differences: Vec<String>,
    before: u32,
    versions: Table,
    /// What is said of the draft there is.
    draft: Option<String>,
    /// What a draft would begin with; nothing where there is nothing to begin with.
    begin: Option<String>,
    /// When the draft was last changed, so that nothing is written over it unseen.
    seen: String,
    upload: Fields,
    /// Nothing is brought before it is known which agency works by it.
    offering_first: Option<Notice>,
    t: Words,
}

#[derive(Deserialize)]
pub struct ProcessQuery {
    #[serde(default)]
    version: String,
    #[serde(default)]
    draft: String,
}

fn requested(context: &RequestContext, code: &str) -> Result<Procedure, Failure> {
    Ok(context.app().master_data().procedure_any(code).ok_or(Failure::NotFound)?.clone())
}

/// The agency that works by it: the first that offers it.
fn supplier(context: &RequestContext, code: &str) -> Option<Agency> {
    let data = context.app().master_data();
    let offering = data.offerings(code, context.today()).first().map(|offering| offering.agency)?;
    data.agency(offering).cloned()
}

fn home_of_procedure(code: &str) -> String {
    format!("/office/administration/procedures/{code}")
}

fn home(code: &str) -> String {
    format!("{}/process", home_of_procedure(code))
}

fn home_of_draft(code: &str) -> String {
    format!("{}/draft", home(code))
}

/// How one process differs from another.
#[derive(Default)]
struct ToldDifferences {
    sentences: Vec<String>,
    /// The elements to mark.
    changed: HashSet<String>,
}

fn told_differences(
    context: &RequestContext,
    procedure: &Procedure,
    before: &Model,
    after: &Model,
) -> ToldDifferences {
    if before.nodes.is_empty() {
        return ToldDifferences::default();
    }
    let agency = supplier(context, procedure.code.as_str());
    let known = |model: &Model| agency.as_ref().map_or(model.clone(), |agency| by_who_does_it(model, agency));
    let found = process::differences(&known(before), &known(after));
    let changed = found.iter().map(|difference| difference.element.clone()).collect();
    let named = |difference: Difference| {
        let DifferenceKind::Changed { part, before, after } = difference.how else { return difference };
        let told = |text: String| match part {
            ElementPart::Unit => said(context, procedure, text),
            ElementPart::Role => {
                domain::adopt::role_named(&text).map_or(text, |role| role.name(context.language).to_string())
            }
            _ => text,
        };
        let how = DifferenceKind::Changed { part, before: told(before), after: told(after) };
        Difference { how, ..difference }
    };
    let same = |difference: &Difference| match &difference.how {
        DifferenceKind::Changed { before, after, .. } => before == after,
        _ => false,
    };
    let told = found.into_iter().map(named).filter(|difference| !same(difference)).map(|difference| {
        let told = difference.sentences();
        told.get(context.language).to_string()
    });
    let mut said = HashSet::new();
    ToldDifferences { sentences: told.filter(|line| said.insert(line.clone())).collect(), changed }
}

/// Who does each step as the agency knows it, whatever words the drawing has for it: a lane, a division with its head, a
/// key. An officer does what nobody is named for.
fn by_who_does_it(model: &Model, agency: &Agency) -> Model {
    let mut model = model.clone();
    for step in model.steps() {
        let said = model.responsible(step);
        let named = domain::adopt::named(&said, agency);
        let role = named.role.map(|role| role.key().to_string()).or(named.unknown_role);
        let unit = named.unit.map(|unit| unit.key.0.clone()).or(named.unknown_unit);
        let who = &mut model.nodes[step].step.responsible;
        (who.unit, who.role) = (unit, role.or(Some(Role::Officer.key().to_string())));
        model.nodes[step].lane = None;
    }
    model
}

async fn view(
    context: &RequestContext,
    procedure: &Procedure,
    version: Option<u32>,
    upload: Fields,
    wrong: Vec<Objection>,
) -> Result<Page, Failure> {
    let t = Words(context.language);
    let data = context.app().master_data();
    let code = procedure.code.as_str();
    let shown = version.unwrap_or(procedure.process.version);
    let current = shown == procedure.process.version;
    let process = match data.process(code, shown) {
        Some(dated) => dated.process.clone(),
        None if current => procedure.process.clone(),
        None => return Err(Failure::NotFound),
    };
    let heading = if current { t.in_use().to_string() } else { t.version(shown) };
    let published = data.processes(code);
    let draft = app::processes::find_draft(context.app(), code).await?;
    let people = published.iter().filter_map(|dated| dated.published_by);
    let people = people.chain(draft.as_ref().map(|draft| draft.updated_by)).collect();
    let names = app::accounts::names_of(context.app(), people).await?;
    let name = |id| names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone());
    let before = published.iter().find(|dated| dated.process.version < shown);
    let ToldDifferences { sentences: differences, changed } = match before {
        Some(older) => told_differences(context, procedure, older.process.model(), process.model()),
        None => Default::default(),
    };
    let marked = Marked { changed: if current { HashSet::new() } else { changed }, ..Marked::default() };
    let drawn = (!process.drawing.is_empty())
        .then(|| Drawn::of(context, procedure, process.model(), &heading, &marked, None));
    let coming = published.first().filter(|last| last.from.is_some_and(|from| from > context.today()));
    let listed = process.is_list();
    let begin = match coming {
        Some(last) => t.begin_coming(last.process.version),
        None if listed => t.begin_steps().to_string(),
        None => t.begin_drawn().to_string(),
    };
    let coming = coming.map(|last| {
        let (number, from) = (
            last.process.version,
            last.from.map(|day| short_date(day, context.language)).unwrap_or_default(),
        );
        let to = format!("{}?version={number}", home(code));
        Notice::titled(Tone::Info, "").link(Link::new(to, t.coming(number, &from)))
    });
    let version = |dated: &DatedProcess| {
        let number = dated.process.version;
        let coming = dated.from.is_some_and(|from| from > context.today());
        let state = match number.cmp(&procedure.process.version) {
            Ordering::Equal => t.state_now(),
            Ordering::Greater if coming => t.state_coming(),
            Ordering::Less | Ordering::Greater => t.state_past(),
        };
        TableRow {
            head: Cell::link(format!("{}?version={number}", home(code)), t.version(number))
                .here(number == shown)
                .tagged(Tag::new(TagKind::Neutral, state)),
            cells: vec![
                Cell::new(
                    dated
                        .from
                        .map_or_else(|| t.always().to_string(), |day| short_date(day, context.language)),
                ),
                Cell::new(used_by(context, code, dated)),
                Cell::new(
                    dated.published_by.and_then(name).unwrap_or_else(|| t.before_publishing().to_string()),
                ),
                Cell::new(dated.approval.by.as_str()).hint(dated.approval.why.as_str()),
            ],
        }
    };
    let columns = [t.col_version(), t.col_from(), t.col_for(), t.col_by(), t.col_approval()];
    let versions = Table::new(&columns, published.iter().map(|dated| version(dated)).collect());
    Ok(Page {
        chrome: context.chrome(t.title()).with_problems(upload.any_wrong() || !wrong.is_empty()),
        code: code.to_string(),
        heading: title(context, procedure, t.title()),
        error_summary: upload.error_summary(),
        wrong: found::notice(t.unread(), &wrong, "", &t),
        shown_heading: heading,
        drawn,
        shown,
        current,
        differences,
        listed,
        before: before.map_or(0, |dated| dated.process.version),
        versions,
        coming,
        begin: Some(begin).filter(|_| !procedure.process.steps.is_empty()),
        seen: seen(draft.as_ref()),
        draft: draft.map(|draft| {
            t.draft_saved(
                &short_moment(draft.updated_at, context.language),
                &name(draft.updated_by).unwrap_or_default(),
            )
        }),
        upload,
        offering_first: supplier(context, code).is_none().then(|| {
            let to = format!("{}#supply", home_of_procedure(code));
            Notice::titled(Tone::Info, t.offering_first_more()).link(Link::new(to, t.offering_first()))
        }),
        t,
    })
}

/// Agencies a row names.
const NAMED_MAX: usize = 3;

/// The agencies that work by a version, on the day it began or is looked at.
fn used_by(context: &RequestContext, code: &str, dated: &DatedProcess) -> String {
    let (t, data) = (Words(context.language), context.app().master_data());
    let day = dated.from.map_or(context.today(), |from| from.max(context.today()));
    let offerings = data.offerings(code, day);
    let names = offerings.iter().filter_map(|offering| data.agency(offering.agency));
    let names = names.map(|agency| agency.name.get(context.language));
    let names: Vec<&str> = names.collect();
    let said = names[..names.len().min(NAMED_MAX)].join(", ");
    match names.len().saturating_sub(NAMED_MAX) {
        0 if said.is_empty() => t.nobody_offers().to_string(),
        0 => said,
        more => t.and_others(&said, more),
    }
}

/// The heading of a page about the process of a procedure.
fn title(context: &RequestContext, procedure: &Procedure, words: &str) -> Heading {
    let eyebrow = format!("{} · {}", procedure.code, procedure.short_name.get(context.language));
    Heading::with_eyebrow(eyebrow, words)
}

/// The hidden field of when the draft was changed last.
const SEEN: FormParam = FormParam("seen");
/// Which version a form is about.
const VERSION: FormParam = FormParam("version");

/// The draft a page showed, as its forms say it.
fn seen(draft: Option<&ProcessDraft>) -> String {
    draft.map(|draft| draft.updated_at.millis().to_string()).unwrap_or_default()
}

fn read_seen(posted: &Posted) -> Option<Instant> {
    SEEN.of(posted).parse().ok().map(Instant::from_millis)
}

pub async fn show(
    context: RequestContext,
    Path(code): Path<String>,
    Query(at): Query<ProcessQuery>,
) -> Answer {
    let procedure = requested(&context, &code)?;
    let mut blank = Form::blank(context.language);
    bring::upload(&mut blank, &Words(context.language));
    page(&view(&context, &procedure, query::number(&at.version)?, blank.into_fields(), Vec::new()).await?)
}

/// A drawing as it was brought: that in use, of a version, or the draft.
pub async fn file(
    context: RequestContext,
    Path(code): Path<String>,
    Query(at): Query<ProcessQuery>,
) -> Answer {
    let procedure = requested(&context, &code)?;
    let source = if at.draft.is_empty() {
        let data = context.app().master_data();
        let process = match query::number(&at.version)? {
            Some(version) if version != procedure.process.version => {
                &data.process(&code, version).ok_or(Failure::NotFound)?.process
            }
            _ => &procedure.process,
        };
        Some(&process.drawing)
            .filter(|drawing| !drawing.is_empty())
            .ok_or(Failure::NotFound)?
            .source()
            .to_string()
    } else {
        app::processes::find_draft(context.app(), &code).await?.ok_or(Failure::NotFound)?.source
    };
    let name = format!("attachment; filename=\"{}.bpmn\"", procedure.code);
    let headers = [
        (header::CONTENT_TYPE, "application/xml; charset=utf-8".to_string()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, source).into_response())
}
