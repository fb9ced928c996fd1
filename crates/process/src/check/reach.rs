//! Whether everything is reached, and reaches an end.

use super::{at, next};
use crate::model::{Kind, Model, NodeIndex, ScopeIndex};
use crate::problem::{Finding, Trouble};
use std::collections::HashSet;

pub(super) fn check(model: &Model, scope: ScopeIndex) -> Vec<Finding> {
    let found = &model.scopes[scope];
    let whole = |trouble| Finding::new(trouble, &found.id, &found.name, found.line);
    let of_kind = |wanted: fn(&Kind) -> bool| {
        found.nodes.iter().copied().filter(|node| wanted(&model.nodes[*node].kind)).collect::<Vec<_>>()
    };
    let starts = of_kind(|kind| matches!(kind, Kind::Start(_)));
    let ends = of_kind(|kind| matches!(kind, Kind::End(_)));
    let mut findings = Vec::new();
    match starts.as_slice() {
        [] => findings.push(whole(Trouble::NoStart)),
        [_] => {}
        [_, others @ ..] => {
            findings.extend(others.iter().map(|start| at(model, *start, Trouble::SeveralStarts)));
        }
    }
    if ends.is_empty() {
        findings.push(whole(Trouble::NoEnd));
    }
    let reached = reached(model, model.entries(scope));
    let led = leads_to_end(model, &found.nodes);
    for node in found.nodes.iter().copied() {
        let dead = is_dead_end(model, node);
        if !reached.contains(&node) {
            // An event on the edge of what is not reached is told by that.
            if !matches!(model.nodes[node].kind, Kind::Boundary { .. }) {
                findings.push(at(model, node, Trouble::Unreachable));
            }
        } else if dead && !ends.is_empty() {
            findings.push(at(model, node, Trouble::DeadEnd));
        } else if !dead && !led.contains(&node) {
            findings.push(at(model, node, Trouble::NeverEnds));
        }
    }
    findings
}

fn is_dead_end(model: &Model, node: NodeIndex) -> bool {
    model.nodes[node].outgoing.is_empty() && !matches!(model.nodes[node].kind, Kind::End(_))
}

fn reached(model: &Model, from: Vec<NodeIndex>) -> HashSet<NodeIndex> {
    let mut found = HashSet::new();
    let mut left = from;
    while let Some(node) = left.pop() {
        if found.insert(node) {
            left.extend(next(model, node));
        }
    }
    found
}

/// The nodes from which a way leads to an end; what leads nowhere counts as one, being told by itself.
fn leads_to_end(model: &Model, nodes: &[NodeIndex]) -> HashSet<NodeIndex> {
    let mut found = HashSet::new();
    let mut left: Vec<NodeIndex> =
        nodes.iter().copied().filter(|node| model.nodes[*node].outgoing.is_empty()).collect();
    while let Some(node) = left.pop() {
        if found.insert(node) {
            left.extend(model.nodes[node].incoming.iter().map(|flow| model.flows[*flow].from));
            if let Kind::Boundary { on, .. } = model.nodes[node].kind {
                left.push(on);
            }
        }
    }
    found
}
