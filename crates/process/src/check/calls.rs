//! Calls of other processes, and errors that nobody catches.

use super::{at, order};
use crate::engine::trigger_of;
use crate::model::{End, Kind, Model, NodeIndex, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The scopes of all that is meant to run: the processes, what they call, and the insides of their sub-processes.
pub(super) fn running_scopes(model: &Model) -> BTreeSet<ScopeIndex> {
    let mut found = BTreeSet::new();
    let mut left = model.running();
    while let Some(scope) = left.pop() {
        if found.insert(scope) {
            left.extend(model.scopes[scope].nodes.iter().filter_map(|node| model.inside(*node)));
        }
    }
    found
}

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<Finding> {
    let round = round(model, scopes);
    let mut catchers = Catchers { model, around: HashMap::new(), known: HashMap::new() };
    for node in scopes.iter().flat_map(|scope| &model.scopes[*scope].nodes) {
        if let Some(scope) = model.inside(*node) {
            catchers.around.entry(scope).or_default().push(*node);
        }
    }
    let mut findings = Vec::new();
    for scope in scopes {
        for node in &model.scopes[*scope].nodes {
            match &model.nodes[*node].kind {
                Kind::Call { called, scope: None } => {
                    findings.push(at(model, *node, Trouble::UnknownProcess { called: called.clone() }));
                }
                Kind::Call { scope: Some(called), .. } if round.contains(called) => {
                    findings.push(at(model, *node, Trouble::CallsItself));
                }
                Kind::End(End::Error { code }) if !catchers.catch(*scope, code) => {
                    findings.push(at(model, *node, Trouble::ErrorNotCaught { code: code.clone() }));
                }
                _ => {}
            }
        }
    }
    findings
}

/// The scopes that come to run themselves, over whatever others.
fn round(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> HashSet<ScopeIndex> {
    let inner = |scope: ScopeIndex| model.scopes[scope].nodes.iter().filter_map(|node| model.inside(*node));
    let components = order::components(model.scopes.len(), scopes.iter().copied(), inner);
    let round = components.into_iter().filter(|scopes| {
        scopes.len() > 1 || scopes.iter().any(|scope| inner(*scope).any(|inside| inside == *scope))
    });
    round.flatten().collect()
}

/// What catches errors, and where.
struct Catchers<'a> {
    model: &'a Model,
    /// The activities that run a scope.
    around: HashMap<ScopeIndex, Vec<NodeIndex>>,
    /// Of scopes looked at before, by what is raised in them.
    known: HashMap<(ScopeIndex, String), bool>,
}

impl Catchers<'_> {
    /// Whether an error that leaves a scope is caught on the way outwards, by all that run it.
    fn catch(&mut self, scope: ScopeIndex, code: &str) -> bool {
        let key = (scope, code.to_string());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let (mut seen, mut left, mut caught) = (HashSet::new(), vec![scope], true);
        while let Some(scope) = left.pop().filter(|_| caught) {
            if !seen.insert(scope) {
                continue;
            }
            let around = self.around.get(&scope).map_or(&[][..], Vec::as_slice);
            let through = around.iter().filter(|activity| !self.catches(**activity, code));
            left.extend(through.map(|activity| self.model.nodes[*activity].scope));
            caught = !around.is_empty();
        }
        self.known.insert(key, caught);
        caught
    }

    fn catches(&self, activity: NodeIndex, code: &str) -> bool {
        let events = self.model.nodes[activity].boundary.iter();
        events.map(|event| trigger_of(&self.model.nodes[*event].kind)).any(|trigger| match trigger {
            Some(Trigger::Error { code: own }) => own.as_ref().is_none_or(|own| own == code),
            _ => false,
        })
    }
}
