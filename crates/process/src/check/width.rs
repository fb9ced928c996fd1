//! Ways taken at once: no more than the engine goes along with, counting what splits inside of splits.

use super::depth::{inner, outermost_first};
use super::{at, next};
use crate::engine::{TOKENS_MAX, count as count_of};
use crate::model::{
    FlowIndex, Gateway, INSTANCES_MAX, Model, NodeIndex, NodeKind, Over, Repeats, ScopeIndex,
};
use crate::problem::{Finding, Trouble};
use std::collections::{BTreeSet, HashMap};

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<Finding> {
    let mut scopes = outermost_first(model, scopes);
    scopes.reverse();
    // Places a scope stands at when it has become widest.
    let mut widths: HashMap<ScopeIndex, usize> = HashMap::new();
    let mut findings = Vec::new();
    for scope in scopes {
        let own: HashMap<NodeIndex, usize> =
            model.scopes[scope].nodes.iter().map(|node| (*node, alone(model, *node, &widths))).collect();
        let wide = widest(model, scope, &own);
        let too_many = |node: NodeIndex| wide.get(&node).is_some_and(|width| *width > TOKENS_MAX);
        let told_inside: BTreeSet<NodeIndex> = inner(model, scope)
            .filter(|(_, inside)| widths.get(inside).is_some_and(|width| *width > TOKENS_MAX))
            .map(|(node, _)| node)
            .collect();
        // What leads there is told by it.
        let first = |node: &&NodeIndex| {
            too_many(**node) && !told_inside.contains(node) && !next(model, **node).any(too_many)
        };
        let nodes = model.scopes[scope].nodes.iter().filter(first);
        findings.extend(nodes.map(|node| at(model, *node, Trouble::TooManyAtOnce)));
        let entries = model.entries(scope).into_iter();
        let width = entries.map(|entry| wide.get(&entry).copied().unwrap_or(1)).max().unwrap_or(1);
        widths.insert(scope, width);
    }
    findings
}

/// Places that what is done at a node takes up by itself.
fn alone(model: &Model, node: NodeIndex, widths: &HashMap<ScopeIndex, usize>) -> usize {
    let inside = model.inside(node).map_or(0, |scope| widths.get(&scope).copied().unwrap_or(1));
    let one = 1 + inside;
    match &model.nodes[node].repeats {
        Repeats::Each { over: Over::Count(count), sequential: false, .. } => {
            let known = count.evaluate(&feel::NamedValues::new(), feel::Budget::default()).ok();
            // One that is none is told by itself.
            let count = known.as_ref().and_then(count_of).filter(|count| *count <= INSTANCES_MAX);
            count.unwrap_or(1).saturating_mul(one).saturating_add(1)
        }
        Repeats::Each { .. } => 1 + one,
        _ => one,
    }
}

/// How many places each node may become, until they meet: what comes after a join is looked at from there on.
fn widest(model: &Model, scope: ScopeIndex, own: &HashMap<NodeIndex, usize>) -> HashMap<NodeIndex, usize> {
    let mut known: HashMap<NodeIndex, usize> = HashMap::new();
    let mut open: BTreeSet<NodeIndex> = BTreeSet::new();
    let ways = |node: NodeIndex| model.nodes[node].outgoing.iter().map(|flow| model.flows[*flow].to);
    for root in &model.scopes[scope].nodes {
        let mut walk = vec![*root];
        while let Some(node) = walk.last().copied() {
            if known.contains_key(&node) {
                walk.pop();
                continue;
            }
            if open.insert(node) {
                walk.extend(ways(node).filter(|to| !known.contains_key(to) && !open.contains(to)));
                continue;
            }
            let width = |flow: &FlowIndex| {
                let to = model.flows[*flow].to;
                let joins = model.nodes[to].incoming.len() > 1
                    && matches!(
                        model.nodes[to].kind,
                        NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive)
                    );
                if joins { 1 } else { known.get(&to).copied().unwrap_or(1) }
            };
            let found = &model.nodes[node];
            let always = |flow: &&FlowIndex| {
                let flow = &model.flows[**flow];
                !flow.conditional && found.default.is_none_or(|default| model.flows[default].id != flow.id)
            };
            let most = |all: &[FlowIndex]| all.iter().map(width).max().unwrap_or(0);
            let after = match found.kind {
                NodeKind::Gateway(Gateway::Parallel) => {
                    found.outgoing.iter().map(width).fold(0, usize::saturating_add)
                }
                NodeKind::Gateway(Gateway::Exclusive | Gateway::EventBased) => most(&found.outgoing),
                _ => {
                    let all = found.outgoing.iter().filter(always).map(width).fold(0, usize::saturating_add);
                    all.max(most(&found.outgoing))
                }
            };
            let here = match found.kind {
                NodeKind::End(_) => 0,
                _ => own.get(&node).copied().unwrap_or(1),
            };
            known.insert(node, here.max(after));
            open.remove(&node);
            walk.pop();
        }
    }
    known
}
