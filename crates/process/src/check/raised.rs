//! Errors and escalations: whether what is raised is caught, on every way outwards, and whether what is to be caught is
//! raised anywhere.

use super::at;
use crate::engine::{interrupts, trigger_of};
use crate::model::{End, Model, NodeIndex, NodeKind, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};
use std::collections::{BTreeSet, HashMap, HashSet};

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<Finding> {
    let mut catchers = Catchers {
        model,
        around: HashMap::new(),
        beside: HashMap::new(),
        known: HashMap::new(),
        caught: HashSet::new(),
    };
    for node in scopes.iter().flat_map(|scope| &model.scopes[*scope].nodes) {
        if let Some(scope) = model.inside(*node) {
            catchers.around.entry(scope).or_default().push(*node);
        }
    }
    let nodes = || scopes.iter().flat_map(|scope| model.scopes[*scope].nodes.iter().copied());
    let mut findings = Vec::new();
    for node in nodes() {
        let Some(raised) = raised(&model.nodes[node].kind) else { continue };
        if catchers.catch(model.nodes[node].scope, &raised) {
            continue;
        }
        let trouble = match raised {
            Trigger::Escalation { code } => Trouble::EscalationNotCaught { code: code.unwrap_or_default() },
            Trigger::Error { code } => Trouble::ErrorNotCaught { code: code.unwrap_or_default() },
            _ => continue,
        };
        findings.push(at(model, node, trouble));
    }
    for node in nodes().filter(|node| !catchers.caught.contains(node)) {
        if let Some(Trigger::Escalation { code }) = trigger_of(&model.nodes[node].kind) {
            let code = code.clone().unwrap_or_default();
            findings.push(at(model, node, Trouble::EscalationNotThrown { code }));
        }
    }
    findings
}

/// The escalations thrown at ends of a scope that end all in it, because what catches them first interrupts.
pub(super) fn ends_all(model: &Model, scope: ScopeIndex) -> HashSet<NodeIndex> {
    let thrown = |node: &NodeIndex| match &model.nodes[*node].kind {
        NodeKind::End(End::Throw(trigger @ Trigger::Escalation { .. })) => Some((*node, trigger)),
        _ => None,
    };
    let thrown: Vec<_> = model.scopes[scope].nodes.iter().filter_map(thrown).collect();
    // Outwards, with what may catch at each place.
    let mut places: Vec<Vec<NodeIndex>> = Vec::new();
    let (mut around, mut beside) = (Some(scope).filter(|_| !thrown.is_empty()), true);
    while let Some(scope) = around {
        places.push(if beside { starts(model, scope) } else { Vec::new() });
        let owner = model.scopes[scope].owner;
        places.extend(owner.map(|owner| model.nodes[owner].boundary.clone()));
        beside = !model.is_beside(scope);
        around = owner.map(|owner| model.nodes[owner].scope);
    }
    let first = |raised: &Trigger| places.iter().find_map(|events| caught_by(model, events, raised));
    let ends = |(node, raised): &(NodeIndex, &Trigger)| {
        first(raised).is_some_and(|event| interrupts(model, event)).then_some(*node)
    };
    thrown.iter().filter_map(ends).collect()
}

/// The events that begin the event sub-processes of a scope.
pub(super) fn starts(model: &Model, scope: ScopeIndex) -> Vec<NodeIndex> {
    model.beside(scope).filter_map(|node| Some(model.begun_by(node)?.0)).collect()
}

/// Which of these events catches what is raised: the one of its code, else one that names none.
pub(super) fn caught_by(model: &Model, events: &[NodeIndex], raised: &Trigger) -> Option<NodeIndex> {
    let (Trigger::Error { code } | Trigger::Escalation { code }) = raised else { return None };
    let code = code.as_deref().unwrap_or_default();
    // Of those of its kind, the code they name.
    let own = |event: &NodeIndex| match (trigger_of(&model.nodes[*event].kind), raised) {
        (Some(Trigger::Error { code }), Trigger::Error { .. })
        | (Some(Trigger::Escalation { code }), Trigger::Escalation { .. }) => Some(code.as_deref()),
        _ => None,
    };
    let exactly = events.iter().find(|event| own(event) == Some(Some(code)));
    exactly.or_else(|| events.iter().find(|event| own(event) == Some(None))).copied()
}

/// What an element raises. An error without a code has an empty one.
fn raised(kind: &NodeKind) -> Option<Trigger> {
    match kind {
        NodeKind::End(End::Error { code }) => Some(Trigger::Error { code: Some(code.clone()) }),
        NodeKind::Throw(Some(trigger @ Trigger::Escalation { .. }))
        | NodeKind::End(End::Throw(trigger @ Trigger::Escalation { .. })) => Some(trigger.clone()),
        _ => None,
    }
}

/// What catches errors and escalations, and where.
struct Catchers<'a> {
    model: &'a Model,
    /// The activities that run a scope.
    around: HashMap<ScopeIndex, Vec<NodeIndex>>,
    /// What begins the event sub-processes of a scope.
    beside: HashMap<ScopeIndex, Vec<NodeIndex>>,
    /// Of scopes looked at before, by what is raised in them.
    known: HashMap<(ScopeIndex, bool, Option<String>), bool>,
    /// Events that something is caught by.
    caught: HashSet<NodeIndex>,
}

impl Catchers<'_> {
    /// Whether what is raised in a scope is caught on the way outwards, by all that run it.
    fn catch(&mut self, scope: ScopeIndex, raised: &Trigger) -> bool {
        let (Trigger::Error { code } | Trigger::Escalation { code }) = raised else { return true };
        let key = (scope, matches!(raised, Trigger::Error { .. }), code.clone());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        // What an event sub-process raises goes past those beside it.
        let (mut seen, mut left, mut all) = (HashSet::new(), vec![(scope, true)], true);
        while let Some((scope, beside)) = left.pop() {
            if !seen.insert((scope, beside)) {
                continue;
            }
            let model = self.model;
            let events = self.beside.entry(scope).or_insert_with(|| starts(model, scope));
            let event = caught_by(model, events, raised).filter(|_| beside);
            self.caught.extend(event);
            if event.is_some() {
                continue;
            }
            let around = self.around.get(&scope).cloned().unwrap_or_default();
            all &= !around.is_empty();
            for activity in around {
                let node = &model.nodes[activity];
                let event = caught_by(model, &node.boundary, raised);
                self.caught.extend(event);
                if event.is_none() {
                    left.push((node.scope, !matches!(node.kind, NodeKind::EventSubProcess { .. })));
                }
            }
        }
        self.known.insert(key, all);
        all
    }
}
