//! Errors and escalations: whether what is raised is caught, on every way outwards, and whether what is to be caught is
//! raised anywhere.

use super::at;
use crate::engine::{interrupts, trigger_of};
use crate::model::{End, Kind, Model, NodeIndex, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};
use std::collections::{BTreeSet, HashMap, HashSet};

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<Finding> {
    let mut catchers =
        Catchers { model, around: HashMap::new(), known: HashMap::new(), caught: HashSet::new() };
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

/// Whether an escalation ends all in the scope it is thrown in, because what catches it first interrupts.
pub(super) fn ends_all(model: &Model, scope: ScopeIndex, thrown: &Trigger) -> bool {
    let Trigger::Escalation { code } = thrown else { return false };
    let mut catchers =
        Catchers { model, around: HashMap::new(), known: HashMap::new(), caught: HashSet::new() };
    let (mut scope, mut beside) = (scope, true);
    let raised = Trigger::Escalation { code: code.clone() };
    loop {
        let starts = model.beside(scope).filter(|_| beside);
        let starts = starts.filter_map(|node| Some(model.begun_by(node)?.0)).collect();
        let owner = model.scopes[scope].owner;
        let edge = owner.map(|owner| model.nodes[owner].boundary.clone()).unwrap_or_default();
        if catchers.caught_by(starts, &raised) || catchers.caught_by(edge, &raised) {
            return catchers.caught.into_iter().all(|event| interrupts(model, event));
        }
        let Some(owner) = owner else { return false };
        beside = !model.is_beside(scope);
        scope = model.nodes[owner].scope;
    }
}

/// What an element raises. An error without a code has an empty one.
fn raised(kind: &Kind) -> Option<Trigger> {
    match kind {
        Kind::End(End::Error { code }) => Some(Trigger::Error { code: Some(code.clone()) }),
        Kind::Throw(Some(trigger @ Trigger::Escalation { .. }))
        | Kind::End(End::Throw(trigger @ Trigger::Escalation { .. })) => Some(trigger.clone()),
        _ => None,
    }
}

/// What catches errors and escalations, and where.
struct Catchers<'a> {
    model: &'a Model,
    /// The activities that run a scope.
    around: HashMap<ScopeIndex, Vec<NodeIndex>>,
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
            let starts = self.model.beside(scope).filter(|_| beside);
            let starts = starts.filter_map(|node| Some(self.model.begun_by(node)?.0)).collect();
            if self.caught_by(starts, raised) {
                continue;
            }
            let around = self.around.get(&scope).cloned().unwrap_or_default();
            all &= !around.is_empty();
            for activity in around {
                let node = &self.model.nodes[activity];
                if !self.caught_by(node.boundary.clone(), raised) {
                    left.push((node.scope, !matches!(node.kind, Kind::EventSubProcess { .. })));
                }
            }
        }
        self.known.insert(key, all);
        all
    }

    /// Whether one of these events catches it: the one of its code, else one that names none.
    fn caught_by(&mut self, events: Vec<NodeIndex>, raised: &Trigger) -> bool {
        let (Trigger::Error { code } | Trigger::Escalation { code }) = raised else { return false };
        let code = code.clone().unwrap_or_default();
        let own = |event: &NodeIndex| match (trigger_of(&self.model.nodes[*event].kind), raised) {
            (Some(Trigger::Error { code }), Trigger::Error { .. })
            | (Some(Trigger::Escalation { code }), Trigger::Escalation { .. }) => Some(code.clone()),
            _ => None,
        };
        let exactly = events.iter().find(|event| own(event) == Some(Some(code.clone())));
        let event = exactly.or_else(|| events.iter().find(|event| own(event) == Some(None))).copied();
        self.caught.extend(event);
        event.is_some()
    }
}
