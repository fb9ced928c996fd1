//! Whether each link event has its other half.

use super::at;
use crate::model::{Model, NodeIndex, NodeKind, ScopeIndex};
use crate::problem::{Finding, Trouble};
use std::collections::BTreeMap;

pub(super) fn check(model: &Model, scope: ScopeIndex) -> Vec<Finding> {
    // By name: those that lead away, and those they go on at.
    let mut links: BTreeMap<&str, [Vec<NodeIndex>; 2]> = BTreeMap::new();
    for node in &model.scopes[scope].nodes {
        if let NodeKind::Link { name, arrives } = &model.nodes[*node].kind {
            links.entry(name).or_default()[usize::from(*arrives)].push(*node);
        }
    }
    let mut findings = Vec::new();
    for (name, [leaving, arriving]) in links {
        let trouble = match (leaving.len(), arriving.len()) {
            (_, 2..) => Trouble::LinkTwice { link: name.to_string() },
            (0, _) | (_, 0) => Trouble::LinkAlone { link: name.to_string() },
            _ => continue,
        };
        // Reported at the catching events where there are several, which makes the target ambiguous; else at those
        // there are.
        let wrong = if arriving.is_empty() { leaving } else { arriving };
        findings.extend(wrong.into_iter().map(|node| at(model, node, trouble.clone())));
    }
    findings
}
