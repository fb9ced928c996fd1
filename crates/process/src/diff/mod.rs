//! How one process differs from another, element by element, in words for its author.

mod words;

use crate::described;
use crate::model::{Amount, FlowIndex, Model, Node, NodeKind, Repeats, StepOutcome, TimerTrigger, Trigger};
use language::Text;
use std::collections::{BTreeMap, BTreeSet};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The element, by its id in the process that has it; the later one where both have it.
    pub element: String,
    /// What it is called, and in English.
    pub name: String,
    pub english: String,
    pub how: DifferenceKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    Added,
    Removed,
    /// What is said of it changed: before, and after; nothing where nothing is said.
    Changed {
        part: ElementPart,
        before: String,
        after: String,
    },
    /// A way between two elements.
    WayAdded {
        from: Text,
        to: Text,
    },
    WayRemoved {
        from: Text,
        to: Text,
    },
    WayChanged {
        from: Text,
        to: Text,
        before: Text,
        after: Text,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElementPart {
    Name,
    English,
    Unit,
    Role,
    Time,
    Product,
    ProductEnglish,
    Outcomes,
    ApartFrom,
    Linked,
    Repeats,
    Timer,
    Returned,
    /// What an end means to who applied.
    Means,
    Kind,
}

/// What is in the one and not in the other, and what both have otherwise. Elements are the same where their ids are.
pub fn differences(before: &Model, after: &Model) -> Vec<Difference> {
    let mut found = Vec::new();
    let told = |node: &Node| !node.name.is_empty() || node.is_activity();
    // What is only drawn is no part of what dossiers go by.
    let (ran, runs) = (before.running_scopes(), after.running_scopes());
    let of = |model: &Model, node: usize, how| {
        let node = &model.nodes[node];
        let name = if node.name.is_empty() { &node.id } else { &node.name };
        let english = if node.step.english.is_empty() { name } else { &node.step.english };
        Difference { element: node.id.clone(), name: name.clone(), english: english.clone(), how }
    };
    for (index, node) in after.nodes.iter().enumerate() {
        match before.index(&node.id) {
            _ if !runs.contains(&node.scope) => {}
            None if told(node) => found.push(of(after, index, DifferenceKind::Added)),
            None => {}
            Some(old) => {
                let parts = parts(before, old).into_iter().zip(parts(after, index));
                for ((part, before), (_, now)) in parts.filter(|((_, before), (_, now))| before != now) {
                    found.push(of(after, index, DifferenceKind::Changed { part, before, after: now }));
                }
            }
        }
    }
    for (index, node) in before.nodes.iter().enumerate() {
        let gone = after.node(&node.id).is_none_or(|node| !runs.contains(&node.scope));
        if ran.contains(&node.scope) && gone && told(node) {
            found.push(of(before, index, DifferenceKind::Removed));
        }
    }
    found.extend(ways(before, after));
    found
}

fn parts(model: &Model, index: usize) -> Vec<(ElementPart, String)> {
    let node = &model.nodes[index];
    let responsible = model.responsible(index);
    let outcome = |outcome: &StepOutcome| match outcome.name.is_empty() {
        true => outcome.key.clone(),
        false => outcome.name.clone(),
    };
    let outcomes: Vec<String> = node.step.outcomes.iter().map(outcome).collect();
    let named = |id: &String| model.index(id).map_or(id.clone(), |node| model.called(node, false, false));
    let apart_from: Vec<String> = node.step.apart_from.iter().map(named).collect();
    let linked = node.step.linked.as_ref();
    let linked = linked.map(|linked| format!("{} ({})", linked.agency, linked.procedure)).unwrap_or_default();
    vec![
        (ElementPart::Kind, kind(&node.kind)),
        (ElementPart::Name, node.name.clone()),
        (ElementPart::English, node.step.english.clone()),
        (ElementPart::Unit, responsible.unit.unwrap_or_default()),
        (ElementPart::Role, responsible.role.unwrap_or_default()),
        (ElementPart::Time, node.step.time.map(|time| time.standard()).unwrap_or_default()),
        (ElementPart::Product, node.step.product.clone()),
        (ElementPart::ProductEnglish, node.step.product_english.clone()),
        (ElementPart::Outcomes, outcomes.join("; ")),
        (ElementPart::ApartFrom, apart_from.join("; ")),
        (ElementPart::Linked, linked),
        (ElementPart::Repeats, repeats(&node.repeats)),
        (ElementPart::Timer, timer(&node.kind)),
        (ElementPart::Returned, returned(model, index)),
        (ElementPart::Means, meaning(model, index)),
    ]
}

fn kind(kind: &NodeKind) -> String {
    match kind {
        NodeKind::Start(_) => "start".into(),
        NodeKind::End(end) => format!("end {end:?}").to_lowercase(),
        NodeKind::Catch(_) => "catch".into(),
        NodeKind::Throw(_) => "throw".into(),
        NodeKind::Link { name, .. } => format!("link {name}"),
        NodeKind::Boundary { interrupting: true, .. } => "boundary".into(),
        NodeKind::Boundary { interrupting: false, .. } => "boundary, beside".into(),
        NodeKind::Compensation { .. } => "compensation".into(),
        NodeKind::Task(task) => format!("{task:?}").to_lowercase(),
        NodeKind::SubProcess(_) => "sub-process".into(),
        NodeKind::EventSubProcess { interrupting: true, .. } => "event sub-process".into(),
        NodeKind::EventSubProcess { interrupting: false, .. } => "event sub-process, beside".into(),
        NodeKind::Call { called, .. } => format!("call {called}"),
        NodeKind::Gateway(gateway) => format!("{gateway:?}").to_lowercase(),
        NodeKind::Unsupported => "unsupported".into(),
    }
}

fn repeats(repeats: &Repeats) -> String {
    match repeats {
        Repeats::Once => String::new(),
        Repeats::Each { over, .. } => over.expression().map(ToString::to_string).unwrap_or_default(),
        Repeats::While { condition, at_most, .. } => {
            let condition = condition.as_ref().map(|condition| condition.to_string()).unwrap_or_default();
            format!("{condition} ≤ {}", at_most.map(|most| most.to_string()).unwrap_or_default())
        }
    }
}

fn timer(kind: &NodeKind) -> String {
    let amount = |amount: &Amount| match amount {
        Amount::Text(text) => text.clone(),
        Amount::Expression(expression) => expression.to_string(),
    };
    match crate::engine::trigger_of(kind) {
        Some(Trigger::Timer(
            TimerTrigger::At(time) | TimerTrigger::After(time) | TimerTrigger::Every { pause: time, .. },
        )) => amount(time),
        Some(Trigger::Message { name } | Trigger::Signal { name }) => name.clone(),
        Some(Trigger::Error { code } | Trigger::Escalation { code }) => code.clone().unwrap_or_default(),
        Some(Trigger::Condition { condition, unread }) => {
            condition.as_ref().map_or(unread.clone(), |condition| condition.to_string())
        }
        Some(Trigger::Compensation { .. }) | None => String::new(),
    }
}

/// Of an end at which it is decided.
fn meaning(model: &Model, index: usize) -> String {
    match model.is_deciding_end(index) {
        true => model.end_means(index).key().to_string(),
        false => String::new(),
    }
}

/// By what something is returned, or what an event has returned.
fn returned(model: &Model, index: usize) -> String {
    let called = |node: usize| model.called(node, false, false);
    match &model.nodes[index].kind {
        NodeKind::Compensation { by, .. } => by.map(called).unwrap_or_default(),
        NodeKind::Throw(Some(Trigger::Compensation { of })) => {
            of.as_ref().map(|of| model.index(of).map_or(of.clone(), called)).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// Ways are the same where their ends are.
fn ways(before: &Model, after: &Model) -> Vec<Difference> {
    let (old, new) = (by_ends(before), by_ends(after));
    let ends: BTreeSet<&(String, String)> = old.keys().chain(new.keys()).collect();
    let mut found = Vec::new();
    for (from, to) in ends {
        let key = (from.clone(), to.clone());
        let named = |id: &str, backwards: bool| {
            of(after, id, backwards)
                .or_else(|| of(before, id, backwards))
                .unwrap_or_else(|| Text::new(id, id))
        };
        let (from, to) = (named(from, true), named(to, false));
        let how = match (old.get(&key), new.get(&key)) {
            (None, Some(_)) => DifferenceKind::WayAdded { from, to },
            (Some(_), None) => DifferenceKind::WayRemoved { from, to },
            (Some((_, before)), Some((_, after))) if before != after => {
                DifferenceKind::WayChanged { from, to, before: before.clone(), after: after.clone() }
            }
            _ => continue,
        };
        let element = new.get(&key).or(old.get(&key)).map(|(id, _)| id.clone()).unwrap_or_default();
        found.push(Difference { element, name: String::new(), english: String::new(), how });
    }
    found
}

/// What an end of a way is called; what has no name and none near it, by what it is.
fn of(model: &Model, id: &str, backwards: bool) -> Option<Text> {
    let node = model.index(id)?;
    let found = &model.nodes[node];
    let (vi, en) = described::kind(found);
    let called = |english: bool, kind: &str| {
        let called = model.called(node, english, backwards);
        if called == id && !found.is_activity() { kind.to_string() } else { called }
    };
    Some(Text::new(called(false, vi), called(true, en)))
}

/// By the ids of the ends: its own id, and when it is taken.
fn by_ends(model: &Model) -> BTreeMap<(String, String), (String, Text)> {
    let of = |index: FlowIndex| {
        let flow = &model.flows[index];
        let (from, to) = (&model.nodes[flow.from], &model.nodes[flow.to]);
        let condition = flow.condition.as_ref().map(|condition| condition.to_string()).unwrap_or_default();
        // Said by the name of an outcome where it asks for one.
        let asked = model.asks_outcome(index).filter(|_| flow.condition.is_some());
        let asked = asked.map(|(_, outcome)| &outcome.name).filter(|name| !name.is_empty());
        let condition = asked.map_or(condition, |name| format!("“{name}”"));
        let said = |default: &str, most: &str| {
            let most = flow.at_most.map(|times| format!("{most} {times}")).unwrap_or_default();
            let default = if from.default == Some(index) { default } else { "" };
            let parts = [condition.as_str(), default, &most];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let told = Text::new(said("còn lại", "nhiều nhất"), said("else", "at most"));
        ((from.id.clone(), to.id.clone()), (flow.id.clone(), told))
    };
    let runs = model.running_scopes();
    let runs = |flow: &FlowIndex| runs.contains(&model.nodes[model.flows[*flow].from].scope);
    (0..model.flows.len()).filter(runs).map(of).collect()
}
