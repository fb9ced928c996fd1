//! A process as a picture and as a table.

use super::conditions::Conditions;
use super::text::Words;
use super::{draft, supplier};
use askama::Template;
use domain::agency::UnitKey;
use domain::procedure::Procedure;
use process::{Amount, Model, NodeIndex, NodeKind, ProcessRow, TimerTrigger, Trigger};
use ui::diagram::{Marked, svg};
use ui::part::{Cell, Chart, Link, Table, TableRow};
use ui::submit::HtmlSafe;
use web::RequestContext;

/// A process as a picture and as a table; where it is a draft, each element leads to where it is changed.
#[derive(Template)]
#[template(path = "administration/process/drawn.html")]
pub(super) struct Drawn {
    pub chart: Chart,
    pub steps: Table,
    /// What is waited for.
    pub events: Vec<ElementLine>,
    /// Processes inside the process.
    pub groups: Vec<ElementLine>,
    pub ways: Table,
    pub t: Words,
}

impl HtmlSafe for Drawn {}

/// An element in words, and where it is changed, if it can be.
pub(super) struct ElementLine {
    pub sentence: String,
    pub change: Option<Link>,
}

/// A way out of a choice.
struct ChoiceBranch {
    id: String,
    way: String,
    condition: String,
}

/// Something that is waited for.
struct EventLine {
    id: String,
    changes: bool,
    sentence: String,
}

impl Drawn {
    /// The elements lead to pages under an address; nowhere where that is none.
    pub(super) fn of(
        context: &RequestContext,
        procedure: &Procedure,
        model: &Model,
        title: &str,
        marked: &Marked,
        edit: Option<&str>,
    ) -> Drawn {
        let (t, language) = (Words(context.language), context.language);
        let to = |id: &str| edit.filter(|_| !id.is_empty()).map(|edit| format!("{edit}/{id}"));
        let named = |id: &str, name: String| Cell { href: to(id), ..Cell::new(name) };
        let main = model.main();
        let conditions = Conditions::of(procedure, model, language);
        let told = |text: &str| conditions.told(text);
        let rows = main.map(|main| process::to_rows_told(model, main, language, &told)).unwrap_or_default();
        let steps = main.map(|main| process::row_steps(model, main)).unwrap_or_default();
        let count = rows.len();
        let line = |(place, (row, node)): (usize, (ProcessRow, NodeIndex))| {
            let id = &model.nodes[node].id;
            // A table of officials leaves empty what the row below is; here each row says where it goes.
            let next = match row.next.is_empty() {
                true if place + 1 == count => t.next_ends().to_string(),
                true => (place + 2).to_string(),
                false => row.next,
            };
            let who = who(context, procedure, model, id, &row.responsible);
            let cells = vec![
                named(id, row.name),
                Cell::new(who),
                Cell::new(row.time),
                Cell::new(row.product),
                Cell::new(next),
            ];
            TableRow::new(Cell::new(row.order), cells)
        };
        let columns = [t.col_order(), t.col_step(), t.col_who(), t.col_time(), t.col_product(), t.col_next()];
        // Of what is only drawn for others nothing is told below the picture.
        let runs = model.running_scopes();
        let inner = |node: &usize| {
            let node = &model.nodes[*node];
            let holds = matches!(node.kind, NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. });
            holds && runs.contains(&node.scope)
        };
        let change = |id: &str| to(id).map(|to| Link::new(to, t.edit()));
        let group = |node: usize| ElementLine {
            sentence: draft::called(model, node, language, true),
            change: change(&model.nodes[node].id),
        };
        let event = |EventLine { id, changes, sentence }: EventLine| ElementLine {
            sentence,
            change: change(&id).filter(|_| changes),
        };
        let way = |ChoiceBranch { id, way, condition }: ChoiceBranch| {
            TableRow::new(named(&id, way), vec![Cell::new(condition)])
        };
        Drawn {
            chart: Chart::new(t.picture(), svg(model, title, marked, language)),
            steps: Table::new(&columns, rows.into_iter().zip(steps).enumerate().map(line).collect()),
            events: events(model, &conditions, context).into_iter().map(event).collect(),
            groups: (0..model.nodes.len()).filter(inner).map(group).collect(),
            ways: Table::new(
                &[t.col_way(), t.col_condition()],
                ways(model, &conditions, &t, language).into_iter().map(way).collect(),
            ),
            t,
        }
    }
}

fn ways(model: &Model, conditions: &Conditions, t: &Words, language: domain::Language) -> Vec<ChoiceBranch> {
    let runs = model.running_scopes();
    let leaves_choice = |index: &usize| {
        let flow = &model.flows[*index];
        let from = &model.nodes[flow.from];
        let asks = from.outgoing.len() > 1 && (flow.conditional || from.default == Some(*index));
        asks && runs.contains(&from.scope)
    };
    let view = |index: usize| {
        let flow = &model.flows[index];
        let called = |node, back| draft::called(model, node, language, back);
        let condition = flow.condition.as_ref().map(|condition| conditions.shown(&condition.to_string()));
        let otherwise = if model.is_used_up_end(index) { t.otherwise_used_up() } else { t.otherwise() };
        let unread = Some(flow.unread.clone()).filter(|unread| !unread.is_empty());
        let condition = condition.or(unread).unwrap_or_else(|| otherwise.to_string());
        ChoiceBranch {
            id: flow.id.clone(),
            way: t.way_of(&called(flow.from, true), &called(flow.to, false)),
            condition: flow.at_most.map_or(condition.clone(), |times| t.at_most(times, &condition)),
        }
    };
    (0..model.flows.len()).filter(leaves_choice).map(view).collect()
}

/// Whether something is waited for there.
pub(super) fn is_event(node: &process::Node) -> bool {
    let waits =
        matches!(node.kind, NodeKind::Boundary { .. } | NodeKind::Catch(_) | NodeKind::Start(Some(_)));
    waits || tells(node) || is_return(node)
}

/// Whether something is returned there, or it says by what.
pub(super) fn is_return(node: &process::Node) -> bool {
    matches!(node.kind, NodeKind::Compensation { .. } | NodeKind::Throw(Some(Trigger::Compensation { .. })))
}

/// The condition that is waited for there, as it is written.
pub(super) fn event_condition(node: &process::Node) -> Option<String> {
    match &node.kind {
        NodeKind::Boundary { trigger: Trigger::Condition { condition, unread }, .. }
        | NodeKind::Catch(Trigger::Condition { condition, unread })
        | NodeKind::Start(Some(Trigger::Condition { condition, unread })) => {
            Some(condition.as_ref().map_or(unread.clone(), ToString::to_string))
        }
        _ => None,
    }
}

/// Whether the applicant is told something there.
pub(super) fn tells(node: &process::Node) -> bool {
    matches!(node.kind, NodeKind::Throw(Some(Trigger::Message { .. })))
}

/// The amount of time until a timer comes, where it stands there as such.
/// Whether it waits for a time, however that is said.
pub(super) fn is_timer(node: &process::Node) -> bool {
    match &node.kind {
        NodeKind::Boundary { trigger, .. } | NodeKind::Catch(trigger) | NodeKind::Start(Some(trigger)) => {
            matches!(trigger, Trigger::Timer(_))
        }
        _ => false,
    }
}

pub(super) fn event_time(node: &process::Node) -> Option<process::WorkingTime> {
    match &node.kind {
        NodeKind::Boundary { trigger, .. } | NodeKind::Catch(trigger) | NodeKind::Start(Some(trigger)) => {
            match trigger {
                Trigger::Timer(
                    TimerTrigger::After(Amount::Text(text))
                    | TimerTrigger::Every { pause: Amount::Text(text), .. },
                ) => process::WorkingTime::parse(text),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What is waited for, on which step, and what follows: the table has steps only.
fn events(model: &Model, conditions: &Conditions, context: &RequestContext) -> Vec<EventLine> {
    let t = Words(context.language);
    let language = context.language;
    let called = |node, back| draft::called(model, node, context.language, back);
    let said =
        |node: &process::Node, changes, sentence| Some(EventLine { id: node.id.clone(), changes, sentence });
    let told = |index: usize| {
        let node = &model.nodes[index];
        // That is told with how often it goes back.
        if model.is_used_up_edge(index) {
            return None;
        }
        if tells(node) {
            return said(node, true, t.event_tells(&called(index, true)));
        }
        let (on, beside, trigger) = match &node.kind {
            NodeKind::Boundary { on, interrupting, trigger } => {
                (Some(called(*on, true)), !interrupting, trigger)
            }
            NodeKind::Catch(trigger) => (None, false, trigger),
            NodeKind::Start(Some(trigger)) if model.is_beside(node.scope) => (None, false, trigger),
            NodeKind::Compensation { on, by } => {
                let by = by.map_or("…".into(), |by| called(by, false));
                return said(node, true, t.event_returned(&called(*on, true), &by));
            }
            _ if model.gives_return(index) => {
                let returned = model.returned_at(index);
                let by: Vec<String> =
                    returned.iter().map(|(_, by)| format!("“{}”", called(*by, false))).collect();
                let removed = is_return(node);
                return said(node, removed, t.event_returns(&called(index, true), &by.join(", ")));
            }
            _ => return None,
        };
        let around = model.scopes[node.scope].owner.filter(|_| matches!(node.kind, NodeKind::Start(_)));
        let what = match trigger {
            Trigger::Timer(TimerTrigger::At(time)) => t.event_at(&amount(time, language)),
            Trigger::Timer(TimerTrigger::After(time)) => t.event_after(&amount(time, language)),
            Trigger::Timer(TimerTrigger::Every { pause, .. }) => t.event_every(&amount(pause, language)),
            Trigger::Message { .. } | Trigger::Signal { .. } if around.is_some() => {
                t.event_comes(&called(index, true))
            }
            Trigger::Message { .. } | Trigger::Signal { .. } => called(index, true),
            Trigger::Escalation { code } => t.event_escalation(code.as_deref().unwrap_or_default()),
            Trigger::Condition { condition, unread } => {
                let said = condition.as_ref().map_or(unread.clone(), ToString::to_string);
                if said.is_empty() { "…".into() } else { conditions.shown(&said) }
            }
            Trigger::Compensation { .. } => return None,
            Trigger::Error { code } => {
                let code = code.as_ref().map(|code| format!(" “{code}”"));
                t.event_error(code.as_deref().unwrap_or_default())
            }
        };
        let name = if node.name.is_empty() { String::new() } else { format!(" ({})", called(index, true)) };
        let next = node.outgoing.first().map(|flow| called(model.flows[*flow].to, false)).unwrap_or_default();
        let changed = event_time(node).is_some() || event_condition(node).is_some();
        let changes = on.is_some() || changed;
        let ends = around.map(|around| &model.nodes[around].kind);
        if let Some(NodeKind::EventSubProcess { interrupting, .. }) = ends {
            let name = match trigger {
                Trigger::Message { .. } | Trigger::Signal { .. } => String::new(),
                _ => format!(" ({})", called(index, true)),
            };
            let sentence = match interrupting {
                true => t.event_ends(&what, &name, &next),
                false => t.event_begins(&what, &name, &next),
            };
            return said(node, changed, sentence);
        }
        let sentence = match (on, beside) {
            (Some(on), true) => match node.outgoing.first().map(|flow| model.flows[*flow].to) {
                Some(to) if !matches!(model.nodes[to].kind, NodeKind::End(_)) => {
                    t.event_does(&on, &what, &name, &next)
                }
                _ => t.event_beside(&on, &what, &name),
            },
            (Some(on), false) => t.event_instead(&on, &what, &name, &next),
            (None, _) => t.event_then(&what, &name, &next),
        };
        said(node, changes, sentence)
    };
    let runs = model.running_scopes();
    (0..model.nodes.len()).filter(|node| runs.contains(&model.nodes[*node].scope)).filter_map(told).collect()
}

pub(super) fn amount(amount: &Amount, language: domain::Language) -> String {
    match amount {
        Amount::Text(text) if text.is_empty() => "…".into(),
        Amount::Text(text) => process::WorkingTime::parse(text)
            .map_or_else(|| text.clone(), |time| process::time_in_words(time, language)),
        Amount::Expression(expression) => expression.to_string(),
    }
}

/// Who does a step: division and role by their names.
pub(super) fn who(
    context: &RequestContext,
    procedure: &Procedure,
    model: &Model,
    id: &str,
    row: &str,
) -> String {
    if let Some(linked) = model.node(id).and_then(|node| node.step.linked.as_ref()) {
        let data = context.app().master_data();
        let agency =
            data.agency_by_key(&linked.agency).map(|agency| agency.name.get(context.language).to_string());
        return format!("{} · {}", agency.unwrap_or_else(|| linked.agency.clone()), linked.procedure);
    }
    let responsible = model.index(id).map(|node| model.responsible(node)).unwrap_or_default();
    let Some(agency) = supplier(context, procedure.code.as_str()) else { return row.to_string() };
    let named = domain::adopt::named(&responsible, &agency);
    let role = named.role.map(|role| role.name(context.language).to_string());
    let unit = named.unit.map(|unit| unit.name.get(context.language).to_string()).or(named.unknown_unit);
    match (unit, role) {
        (None, None) => row.to_string(),
        (unit, role) => [unit, role].into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

/// A division by its name, where the drawing has its key.
pub(super) fn said(context: &RequestContext, procedure: &Procedure, responsible: String) -> String {
    let unit = supplier(context, procedure.code.as_str())
        .and_then(|agency| agency.unit(&UnitKey(responsible.clone())).cloned());
    unit.map_or(responsible, |unit| unit.name.get(context.language).to_string())
}
