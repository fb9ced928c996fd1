//! Calls of other processes.

use super::{at, order};
use crate::model::{Model, NodeKind, ScopeIndex};
use crate::problem::{Finding, Trouble};
use std::collections::{BTreeSet, HashSet};

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<Finding> {
    let round = round(model, scopes);
    let mut findings = Vec::new();
    for scope in scopes {
        for node in &model.scopes[*scope].nodes {
            match &model.nodes[*node].kind {
                NodeKind::Call { called, scope: None } => {
                    findings.push(at(model, *node, Trouble::UnknownProcess { called: called.clone() }));
                }
                NodeKind::Call { scope: Some(called), .. } if round.contains(called) => {
                    findings.push(at(model, *node, Trouble::CallsItself));
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
