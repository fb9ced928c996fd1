//! Errors and escalations: whether what is raised is caught, on every way outwards, whether what is to be caught is raised
//! anywhere, and what an escalation ends.

use super::at;
use crate::engine::{interrupts, trigger_of};
use crate::model::{End, Model, NodeIndex, NodeKind, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};
use std::collections::{BTreeSet, HashMap, HashSet};

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<Finding> {
    let mut catchers = Catchers::of(model, scopes);
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

/// The escalations that end all they lie in, wherever it is run: what catches each of them first interrupts.
pub(super) fn cutting(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> HashSet<NodeIndex> {
    let thrown = |node: &NodeIndex| {
        raised(&model.nodes[*node].kind).filter(|raised| matches!(raised, Trigger::Escalation { .. }))
    };
    let nodes = || scopes.iter().flat_map(|scope| model.scopes[*scope].nodes.iter().copied());
    if nodes().all(|node| thrown(&node).is_none()) {
        return HashSet::new();
    }
    let mut catchers = Catchers::of(model, scopes);
    nodes()
        .filter(|node| thrown(node).is_some_and(|it| catchers.cuts(model.nodes[*node].scope, &it)))
        .collect()
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
pub(super) fn raised(kind: &NodeKind) -> Option<Trigger> {
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
    known: HashMap<(ScopeIndex, bool, Option<String>), Caught>,
    /// Events that something is caught by.
    caught: HashSet<NodeIndex>,
}

/// What becomes of something raised in a scope, over all that run it.
#[derive(Clone, Copy)]
struct Caught {
    /// Nowhere it goes out uncaught.
    always: bool,
    /// Somewhere it is caught by what interrupts, and somewhere by what does not.
    cuts: bool,
    stays: bool,
}

impl<'a> Catchers<'a> {
    fn of(model: &'a Model, scopes: &BTreeSet<ScopeIndex>) -> Catchers<'a> {
        let mut around: HashMap<ScopeIndex, Vec<NodeIndex>> = HashMap::new();
        for node in scopes.iter().flat_map(|scope| &model.scopes[*scope].nodes) {
            if let Some(scope) = model.inside(*node) {
                around.entry(scope).or_default().push(*node);
            }
        }
        Catchers { model, around, beside: HashMap::new(), known: HashMap::new(), caught: HashSet::new() }
    }

    /// Whether what is raised in a scope is caught on the way outwards, by all that run it.
    fn catch(&mut self, scope: ScopeIndex, raised: &Trigger) -> bool {
        self.follow(scope, raised).is_none_or(|caught| caught.always)
    }

    /// Whether it ends what it lies in, wherever that is run.
    fn cuts(&mut self, scope: ScopeIndex, raised: &Trigger) -> bool {
        self.follow(scope, raised).is_some_and(|caught| caught.always && caught.cuts && !caught.stays)
    }

    fn follow(&mut self, scope: ScopeIndex, raised: &Trigger) -> Option<Caught> {
        let (Trigger::Error { code } | Trigger::Escalation { code }) = raised else { return None };
        let key = (scope, matches!(raised, Trigger::Error { .. }), code.clone());
        if let Some(known) = self.known.get(&key) {
            return Some(*known);
        }
        let model = self.model;
        let mut found = Caught { always: true, cuts: false, stays: false };
        let mut note = |event: NodeIndex, caught: &mut HashSet<NodeIndex>| {
            caught.insert(event);
            let interrupts = interrupts(model, event);
            found.cuts |= interrupts;
            found.stays |= !interrupts;
        };
        // What an event sub-process raises goes past those beside it.
        let (mut seen, mut left) = (HashSet::new(), vec![(scope, true)]);
        let mut outermost = false;
        while let Some((scope, beside)) = left.pop() {
            if !seen.insert((scope, beside)) {
                continue;
            }
            let events = self.beside.entry(scope).or_insert_with(|| starts(model, scope));
            if let Some(event) = caught_by(model, events, raised).filter(|_| beside) {
                note(event, &mut self.caught);
                continue;
            }
            let around = self.around.get(&scope).cloned().unwrap_or_default();
            outermost |= around.is_empty();
            for activity in around {
                let node = &model.nodes[activity];
                match caught_by(model, &node.boundary, raised) {
                    Some(event) => note(event, &mut self.caught),
                    None => left.push((node.scope, !matches!(node.kind, NodeKind::EventSubProcess { .. }))),
                }
            }
        }
        found.always = !outermost;
        self.known.insert(key, found);
        Some(found)
    }
}
