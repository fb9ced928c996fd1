//! The electronic process of a procedure: the version in use as a picture and as a table, its versions, and the way to a
//! draft of the next.

pub mod bring;
pub mod draft;
pub mod element;
pub mod forecast;
mod mends;
pub mod running;
mod text;
pub mod trial;
mod who;

use app::processes::ProcessDraft;
use app::reference::DatedProcess;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::IntoResponse;
use bring::Press;
use domain::adopt::Adoption;
use domain::agency::{Agency, UnitKey};
use domain::procedure::Procedure;
use domain::time::{Instant, short_date, short_moment};
use process::{Amount, Difference, Finding, Kind, Model, Row, Timer, Trigger, Weight};
use serde::Deserialize;
use std::cmp::Ordering;
use std::collections::HashSet;
use text::Words;
use ui::diagram::{Marked, svg};
use ui::part::{Cell, Line as TableLine, Table, Tag, TagKind};
use ui::{Chrome, Fields, Form, Markup, Posted, Tacit};
use web::{Answer, Ask, Failure, page, query};

#[derive(Template)]
#[template(path = "administration/process/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    over: String,
    summary: ui::part::Problems,
    wrong: Vec<Line>,
    heading: String,
    drawn: Option<Drawn>,
    /// Its steps are gone through one by one, and edited as a list.
    listed: bool,
    /// The version that is shown, and whether it is the one in use.
    shown: u32,
    current: bool,
    differences: Vec<String>,
    before: u32,
    versions: Table,
    /// The last published, where it is not in use yet: its number and a sentence.
    coming: Option<(u32, String)>,
    draft: Option<String>,
    /// When the draft was last changed, so that nothing is written over it unseen.
    seen: String,
    upload: Fields,
    has_steps: bool,
    t: Words,
}

/// Something that stands against it, and where.
pub(super) struct Line {
    place: String,
    told: String,
}

/// A process as a picture and as a table.
struct Drawn {
    picture: Markup,
    rows: Vec<RowView>,
    /// What is waited for: the element, whether it can be changed, and in words.
    events: Vec<(String, bool, String)>,
    /// Processes inside the process, each with what it is called.
    groups: Vec<(String, String)>,
    ways: Vec<WayView>,
}

/// A way out of a choice.
struct WayView {
    /// Empty where it cannot be changed.
    id: String,
    way: String,
    condition: String,
}

struct RowView {
    row: Row,
    /// The element its name leads to.
    id: String,
}

#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    version: String,
    #[serde(default)]
    draft: String,
}

fn wanted(ask: &Ask, code: &str) -> Result<Procedure, Failure> {
    Ok(ask.app().reference().procedure_any(code).ok_or(Failure::NotFound)?.clone())
}

/// The agency that works by it: the first that supplies it.
fn supplier(ask: &Ask, code: &str) -> Option<Agency> {
    let data = ask.app().reference();
    let supply = data.supplies(code, ask.today()).first().map(|supply| supply.agency)?;
    data.agency(supply).cloned()
}

fn home(code: &str) -> String {
    format!("/office/administration/procedures/{code}/process")
}

impl Drawn {
    fn of(ask: &Ask, procedure: &Procedure, model: &Model, title: &str, marked: &Marked) -> Drawn {
        let language = ask.language;
        let main = model.main();
        let rows = main.map(|main| process::to_rows(model, main, language)).unwrap_or_default();
        let steps = main.map(|main| process::row_steps(model, main)).unwrap_or_default();
        let ids = steps.into_iter().map(|node| model.nodes[node].id.clone());
        let view = |(row, id): (Row, String)| RowView {
            row: Row { responsible: who(ask, procedure, model, &id, &row.responsible), ..row },
            id,
        };
        let rows = rows.into_iter().zip(ids).map(view).collect();
        let inner = |node: &usize| {
            matches!(model.nodes[*node].kind, Kind::SubProcess(_) | Kind::EventSubProcess { .. })
        };
        let named =
            |node: usize| (model.nodes[node].id.clone(), draft::called(model, node, ask.language, true));
        Drawn {
            picture: svg(model, title, marked, ask.language),
            rows,
            events: events(model, ask),
            groups: (0..model.nodes.len()).filter(inner).map(named).collect(),
            ways: ways(model, &Words(ask.language), ask.language),
        }
    }
}

fn ways(model: &Model, t: &Words, language: domain::Language) -> Vec<WayView> {
    let leaves_choice = |index: &usize| {
        let flow = &model.flows[*index];
        let from = &model.nodes[flow.from];
        from.outgoing.len() > 1 && (flow.conditional || from.default == Some(*index))
    };
    let view = |index: usize| {
        let flow = &model.flows[index];
        let called = |node, back| draft::called(model, node, language, back);
        let default = model.nodes[flow.from].default == Some(index);
        let condition = flow.condition.as_ref().map(ToString::to_string);
        let condition = condition.map(|text| match process::asked_outcome(model, &text, language) {
            Some((step, outcome)) => format!("“{step}”: {outcome}"),
            None => text,
        });
        let unread = Some(flow.unread.clone()).filter(|unread| !unread.is_empty());
        let condition = condition.or(unread).unwrap_or_else(|| t.otherwise().to_string());
        WayView {
            id: if default { String::new() } else { flow.id.clone() },
            way: t.way_of(&called(flow.from, true), &called(flow.to, false)),
            condition: flow.at_most.map_or(condition.clone(), |times| t.at_most(&condition, times)),
        }
    };
    (0..model.flows.len()).filter(leaves_choice).map(view).collect()
}

/// Whether something is waited for there.
fn is_event(node: &process::Node) -> bool {
    let waits = matches!(node.kind, Kind::Boundary { .. } | Kind::Catch(_) | Kind::Start(Some(_)));
    waits || tells(node) || is_return(node)
}

/// Whether something is returned there, or it says by what.
fn is_return(node: &process::Node) -> bool {
    matches!(node.kind, Kind::Compensation { .. } | Kind::Throw(Some(Trigger::Compensation { .. })))
}

/// The condition that is waited for there, as it is written.
fn event_condition(node: &process::Node) -> Option<String> {
    match &node.kind {
        Kind::Boundary { trigger: Trigger::Condition { condition, unread }, .. }
        | Kind::Catch(Trigger::Condition { condition, unread })
        | Kind::Start(Some(Trigger::Condition { condition, unread })) => {
            Some(condition.as_ref().map_or(unread.clone(), ToString::to_string))
        }
        _ => None,
    }
}

/// Whether the applicant is told something there.
fn tells(node: &process::Node) -> bool {
    matches!(node.kind, Kind::Throw(Some(Trigger::Message { .. })))
}

/// The amount of time until a timer comes, where it stands there as such.
fn event_time(node: &process::Node) -> Option<process::WorkingTime> {
    match &node.kind {
        Kind::Boundary { trigger, .. } | Kind::Catch(trigger) | Kind::Start(Some(trigger)) => match trigger {
            Trigger::Timer(
                Timer::After(Amount::Text(text)) | Timer::Every { pause: Amount::Text(text), .. },
            ) => process::WorkingTime::parse(text),
            _ => None,
        },
        _ => None,
    }
}

/// What is waited for, on which step, and what follows: the table has steps only.
fn events(model: &Model, ask: &Ask) -> Vec<(String, bool, String)> {
    let t = Words(ask.language);
    let language = ask.language;
    let called = |node, back| draft::called(model, node, ask.language, back);
    let told = |index: usize| {
        let node = &model.nodes[index];
        if tells(node) {
            return Some((node.id.clone(), true, t.event_tells(&called(index, true))));
        }
        let (on, beside, trigger) = match &node.kind {
            Kind::Boundary { on, interrupting, trigger } => (Some(called(*on, true)), !interrupting, trigger),
            Kind::Catch(trigger) => (None, false, trigger),
            Kind::Start(Some(trigger)) if model.is_beside(node.scope) => (None, false, trigger),
            Kind::Compensation { on, by } => {
                let by = by.map_or("…".into(), |by| called(by, false));
                return Some((node.id.clone(), true, t.event_returned(&called(*on, true), &by)));
            }
            _ if model.gives_return(index) => {
                let returned = model.returned_at(index);
                let by: Vec<String> =
                    returned.iter().map(|(_, by)| format!("“{}”", called(*by, false))).collect();
                let removed = is_return(node);
                return Some((
                    node.id.clone(),
                    removed,
                    t.event_returns(&called(index, true), &by.join(", ")),
                ));
            }
            _ => return None,
        };
        let around = model.scopes[node.scope].owner.filter(|_| matches!(node.kind, Kind::Start(_)));
        let what = match trigger {
            Trigger::Timer(Timer::At(time)) => t.event_at(&amount(time, language)),
            Trigger::Timer(Timer::After(time)) => t.event_after(&amount(time, language)),
            Trigger::Timer(Timer::Every { pause, .. }) => t.event_every(&amount(pause, language)),
            Trigger::Message { .. } | Trigger::Signal { .. } if around.is_some() => {
                t.event_comes(&called(index, true))
            }
            Trigger::Message { .. } | Trigger::Signal { .. } => called(index, true),
            Trigger::Escalation { code } => t.event_escalation(code.as_deref().unwrap_or_default()),
            Trigger::Condition { condition, unread } => {
                let said = condition.as_ref().map_or(unread.clone(), ToString::to_string);
                t.event_when(if said.is_empty() { "…" } else { &said })
            }
            Trigger::Compensation { .. } => return None,
            Trigger::Error { code } => t.event_error(code.as_deref().unwrap_or_default()),
        };
        let name = if node.name.is_empty() { String::new() } else { format!(" ({})", called(index, true)) };
        let next = node.outgoing.first().map(|flow| called(model.flows[*flow].to, false)).unwrap_or_default();
        let changed = event_time(node).is_some() || event_condition(node).is_some();
        let changes = on.is_some() || changed;
        let ends = around.map(|around| &model.nodes[around].kind);
        if let Some(Kind::EventSubProcess { interrupting, .. }) = ends {
            let name = match trigger {
                Trigger::Message { .. } | Trigger::Signal { .. } => String::new(),
                _ => format!(" ({})", called(index, true)),
            };
            let told = match interrupting {
                true => t.event_ends(&what, &name, &next),
                false => t.event_begins(&what, &name, &next),
            };
            return Some((node.id.clone(), changed, told));
        }
        let told = match (on, beside) {
            (Some(on), true) => t.event_beside(&on, &what, &name),
            (Some(on), false) => t.event_instead(&on, &what, &name, &next),
            (None, _) => t.event_then(&what, &name, &next),
        };
        Some((node.id.clone(), changes, told))
    };
    (0..model.nodes.len()).filter_map(told).collect()
}

fn amount(amount: &Amount, language: domain::Language) -> String {
    match amount {
        Amount::Text(text) if text.is_empty() => "…".into(),
        Amount::Text(text) => process::WorkingTime::parse(text)
            .map_or_else(|| text.clone(), |time| process::time_in_words(time, language)),
        Amount::Expression(expression) => expression.to_string(),
    }
}

/// Who does a step: division and role by their names.
fn who(ask: &Ask, procedure: &Procedure, model: &Model, id: &str, row: &str) -> String {
    if let Some(linked) = model.node(id).and_then(|node| node.step.linked.as_ref()) {
        let data = ask.app().reference();
        let agency =
            data.agency_by_key(&linked.agency).map(|agency| agency.name.get(ask.language).to_string());
        return format!("{} · {}", agency.unwrap_or_else(|| linked.agency.clone()), linked.procedure);
    }
    let responsible = model.index(id).map(|node| model.responsible(node)).unwrap_or_default();
    let role = responsible.role.as_deref().and_then(domain::adopt::role_named);
    let role = role.map(|role| role.name(ask.language).to_string());
    let unit = match responsible.unit {
        Some(unit) => said(ask, procedure, unit),
        None if role.is_some() => String::new(),
        None => row.to_string(),
    };
    [Some(unit).filter(|unit| !unit.is_empty()), role].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A division by its name, where the drawing has its key.
fn said(ask: &Ask, procedure: &Procedure, responsible: String) -> String {
    let unit = supplier(ask, procedure.code.as_str())
        .and_then(|agency| agency.unit(&UnitKey(responsible.clone())).cloned());
    unit.map_or(responsible, |unit| unit.name.get(ask.language).to_string())
}

/// What stands against it. What a form of the page completes is told there, and here only how much of it there is.
fn lines(adoption: &Adoption, model: &Model, ask: &Ask, proposals: usize) -> Vec<Line> {
    let t = Words(ask.language);
    let mut lines = Vec::new();
    let whole = |told: String| Line { place: String::new(), told };
    let heavy = |finding: &&Finding| finding.trouble.weight() == Weight::Error;
    let alone = |finding: &&Finding| process::Mend::of(model, finding).is_none();
    if adoption.findings.iter().filter(heavy).any(|finding| !alone(&finding)) {
        lines.push(whole(t.wrong_proposed(proposals)));
    }
    if !adoption.unsaid.is_empty() {
        lines.push(whole(t.wrong_unsaid(adoption.unsaid.len())));
    }
    let found = adoption.findings.iter().filter(heavy).filter(alone);
    let found = found.map(|finding| finding_at(finding, model, ask));
    let lacks = adoption.lacks.iter().filter(|lack| !adoption.is_unsaid(lack));
    let lacks = lacks.map(|lack| Line {
        place: if lack.step.is_empty() { t.whole().into() } else { lack.step.clone() },
        told: lack.what.sentence(ask.language),
    });
    lines.extend(together(found.chain(lacks).collect(), &t));
    lines
}

/// So many places of one fault are named.
const PLACES_SHOWN: usize = 6;

/// What is wrong in the same way at several places, said once.
fn together(lines: Vec<Line>, t: &Words) -> Vec<Line> {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    for Line { place, told } in lines {
        match kinds.iter_mut().find(|(known, _)| *known == told) {
            Some((_, places)) => places.push(place),
            None => kinds.push((told, vec![place])),
        }
    }
    let line = |(told, mut places): (String, Vec<String>)| {
        let mut known = HashSet::new();
        places.retain(|place| known.insert(place.clone()));
        let more = places.len().saturating_sub(PLACES_SHOWN);
        places.truncate(PLACES_SHOWN);
        let place = places.join("; ");
        Line { place: if more > 0 { t.and_more(&place, more) } else { place }, told }
    };
    kinds.into_iter().map(line).collect()
}

/// A finding at an element of a draft: by its name, or after the nearest that has one. Nobody looks at its lines.
fn finding_at(finding: &Finding, model: &Model, ask: &Ask) -> Line {
    let line = finding_line(finding, ask);
    match model.index(&finding.element) {
        Some(node) => {
            let named = !model.nodes[node].name.is_empty();
            let place = draft::called(model, node, ask.language, true);
            let t = Words(ask.language);
            Line { place: if named { place } else { t.near(&place) }, ..line }
        }
        None => match model.flow(&finding.element) {
            Some(flow) => {
                let called = |node, back| draft::called(model, node, ask.language, back);
                let place = Words(ask.language).way_of(&called(flow.from, true), &called(flow.to, false));
                Line { place, ..line }
            }
            None => line,
        },
    }
}

fn finding_line(finding: &Finding, ask: &Ask) -> Line {
    let t = Words(ask.language);
    let (vi, en) = finding.trouble.sentences();
    let named = if finding.name.is_empty() { &finding.element } else { &finding.name };
    let place = match (named.as_str(), finding.line) {
        ("", 0) => String::new(),
        (named, 0) => named.to_string(),
        ("", line) => t.line(line),
        (named, line) => format!("{named} ({})", t.line(line)),
    };
    Line { place, told: ask.language.pick(vi, en) }
}

/// How one process differs from another: in words, and the elements to mark.
fn told_differences(
    ask: &Ask,
    procedure: &Procedure,
    before: &Model,
    after: &Model,
) -> (Vec<String>, HashSet<String>) {
    if before.nodes.is_empty() {
        return Default::default();
    }
    let found = process::differences(before, after);
    let marked = found.iter().map(|difference| difference.element.clone()).collect();
    let named = |difference: Difference| match difference.how {
        process::How::Changed { part: part @ process::Part::Unit, before, after } => {
            let (before, after) = (said(ask, procedure, before), said(ask, procedure, after));
            Difference { how: process::How::Changed { part, before, after }, ..difference }
        }
        _ => difference,
    };
    let told = found.into_iter().map(named).map(|difference| {
        let (vi, en) = difference.sentences();
        ask.language.pick(vi, en)
    });
    let mut said = HashSet::new();
    (told.filter(|line| said.insert(line.clone())).collect(), marked)
}

async fn view(
    ask: &Ask,
    procedure: &Procedure,
    version: Option<u32>,
    upload: Fields,
    wrong: Vec<Line>,
) -> Result<Page, Failure> {
    let t = Words(ask.language);
    let data = ask.app().reference();
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
    let draft = app::processes::find_draft(ask.app(), code).await?;
    let people = published.iter().filter_map(|dated| dated.published_by);
    let people = people.chain(draft.as_ref().map(|draft| draft.updated_by)).collect();
    let names = app::accounts::names_of(ask.app(), people).await?;
    let name = |id| names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone());
    let before = published.iter().find(|dated| dated.process.version < shown);
    let (differences, changed) = match before {
        Some(older) => told_differences(ask, procedure, older.process.model(), process.model()),
        None => Default::default(),
    };
    let marked = Marked { changed: if current { HashSet::new() } else { changed }, ..Marked::default() };
    let drawn =
        (!process.drawing.is_empty()).then(|| Drawn::of(ask, procedure, process.model(), &heading, &marked));
    let coming = published.first().filter(|last| last.from.is_some_and(|from| from > ask.today()));
    let coming = coming.map(|last| {
        let from = last.from.map(short_date).unwrap_or_default();
        (last.process.version, t.coming(last.process.version, &from))
    });
    let version = |dated: &DatedProcess| {
        let number = dated.process.version;
        let coming = dated.from.is_some_and(|from| from > ask.today());
        let state = match number.cmp(&procedure.process.version) {
            Ordering::Equal => t.state_now(),
            Ordering::Greater if coming => t.state_coming(),
            Ordering::Less | Ordering::Greater => t.state_past(),
        };
        TableLine {
            head: Cell::link(format!("{}?version={number}", home(code)), t.version(number))
                .here(number == shown)
                .tagged(Tag::new(TagKind::Neutral, state)),
            cells: vec![
                Cell::new(dated.from.map_or_else(|| t.always().to_string(), short_date)),
                Cell::new(dated.published_by.and_then(name).unwrap_or_default()),
                Cell::new(dated.approval.by.as_str()).hint(dated.approval.why.as_str()),
            ],
        }
    };
    let columns = [t.col_version(), t.col_from(), t.col_by(), t.col_approval()];
    let versions = Table::new(&columns, published.iter().map(|dated| version(dated)).collect());
    Ok(Page {
        chrome: ask.chrome(t.title()).with_problems(upload.any_wrong() || !wrong.is_empty()),
        code: code.to_string(),
        over: procedure.short_name.get(ask.language).to_string(),
        summary: upload.summary(),
        wrong,
        heading,
        drawn,
        shown,
        current,
        differences,
        listed: process.is_list(),
        before: before.map_or(0, |dated| dated.process.version),
        versions,
        coming,
        seen: seen(draft.as_ref()),
        draft: draft.map(|draft| {
            t.draft_saved(&short_moment(draft.updated_at), &name(draft.updated_by).unwrap_or_default())
        }),
        upload,
        has_steps: !procedure.process.steps.is_empty(),
        t,
    })
}

/// The hidden field of when the draft was changed last.
const SEEN: Tacit = Tacit("seen");
/// Which version a form is about.
const VERSION: Tacit = Tacit("version");

/// The draft a page showed, as its forms say it.
fn seen(draft: Option<&ProcessDraft>) -> String {
    draft.map(|draft| draft.updated_at.millis().to_string()).unwrap_or_default()
}

fn read_seen(posted: &Posted) -> Option<Instant> {
    SEEN.of(posted).parse().ok().map(Instant::from_millis)
}

pub async fn show(ask: Ask, Path(code): Path<String>, Query(at): Query<Wanted>) -> Answer {
    let procedure = wanted(&ask, &code)?;
    let mut blank = Form::blank(ask.language);
    bring::upload(&mut blank, &Words(ask.language));
    page(&view(&ask, &procedure, query::number(&at.version)?, blank.drawn(), Vec::new()).await?)
}

/// A drawing as it was brought: that in use, of a version, or the draft.
pub async fn file(ask: Ask, Path(code): Path<String>, Query(at): Query<Wanted>) -> Answer {
    let procedure = wanted(&ask, &code)?;
    let source = if at.draft.is_empty() {
        let data = ask.app().reference();
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
        app::processes::find_draft(ask.app(), &code).await?.ok_or(Failure::NotFound)?.source
    };
    let name = format!("attachment; filename=\"{}.bpmn\"", procedure.code);
    let headers = [
        (header::CONTENT_TYPE, "application/xml; charset=utf-8".to_string()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, source).into_response())
}
