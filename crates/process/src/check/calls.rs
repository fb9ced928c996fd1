//! Calls of other processes, and errors that nobody catches.

use super::at;
use crate::engine::trigger_of;
use crate::model::{End, Kind, Model, NodeIndex, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};
use std::collections::BTreeSet;

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
    let mut findings = Vec::new();
    for scope in scopes {
        for node in &model.scopes[*scope].nodes {
            match &model.nodes[*node].kind {
                Kind::Call { called, scope: None } => {
                    findings.push(at(model, *node, Trouble::UnknownProcess { called: called.clone() }));
                }
                Kind::Call { scope: Some(called), .. } if calls_again(model, *called) => {
                    findings.push(at(model, *node, Trouble::CallsItself));
                }
                Kind::End(End::Error { code })
                    if !is_caught(model, scopes, *scope, code, &mut BTreeSet::new()) =>
                {
                    findings.push(at(model, *node, Trouble::ErrorNotCaught { code: code.clone() }));
                }
                _ => {}
            }
        }
    }
    findings
}

/// Whether a process comes to call itself, over whatever others.
fn calls_again(model: &Model, process: ScopeIndex) -> bool {
    let inner = |scope: ScopeIndex| {
        model.scopes[scope].nodes.iter().filter_map(|node| model.inside(*node)).collect::<Vec<_>>()
    };
    let mut seen = BTreeSet::new();
    let mut left = inner(process);
    while let Some(scope) = left.pop() {
        if scope == process {
            return true;
        }
        if seen.insert(scope) {
            left.extend(inner(scope));
        }
    }
    false
}

/// Whether an error that leaves a scope is caught on the way outwards, by all that run it.
fn is_caught(
    model: &Model,
    scopes: &BTreeSet<ScopeIndex>,
    scope: ScopeIndex,
    code: &str,
    seen: &mut BTreeSet<ScopeIndex>,
) -> bool {
    if !seen.insert(scope) {
        return true;
    }
    let runs = |node: &NodeIndex| model.inside(*node) == Some(scope);
    let mut around =
        scopes.iter().flat_map(|outer| &model.scopes[*outer].nodes).copied().filter(runs).peekable();
    if around.peek().is_none() {
        return false;
    }
    around.collect::<Vec<_>>().into_iter().all(|activity| {
        let catches =
            model.nodes[activity].boundary.iter().any(|event| match trigger_of(&model.nodes[*event].kind) {
                Some(Trigger::Error { code: own }) => own.as_ref().is_none_or(|own| own == code),
                _ => false,
            });
        catches || is_caught(model, scopes, model.nodes[activity].scope, code, seen)
    })
}
