//! Whether everything is reached, and reaches an end.

use super::{at, next, order};
use crate::model::{FlowIndex, Kind, Model, NodeIndex, ScopeIndex};
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
    // Where something stands that is not run, it may be what was meant.
    let loose = loose_parts(model, scope);
    let mut findings = misled(model, scope);
    match starts.as_slice() {
        [] if loose.is_empty() => findings.push(whole(Trouble::NoStart)),
        [] | [_] => {}
        [_, others @ ..] => {
            findings.extend(others.iter().map(|start| at(model, *start, Trouble::SeveralStarts)));
        }
    }
    let unknown_end = |node: &NodeIndex| is_unknown(model, *node) && model.nodes[*node].outgoing.is_empty();
    let may_end = !ends.is_empty() || found.nodes.iter().any(unknown_end);
    if !may_end {
        findings.push(whole(Trouble::NoEnd));
    }
    let reached = reached(model, model.entries(scope).into_iter().chain(loose).collect());
    let led = leads_to_end(model, &found.nodes);
    // What is not run has been told, and what is wrong with its ways comes of that.
    let beside = |node: &NodeIndex| matches!(model.nodes[*node].kind, Kind::EventSubProcess { .. });
    let apart =
        |node: &NodeIndex| is_unknown(model, *node) || model.nodes[*node].is_outside_flow() || beside(node);
    let (mut lost, mut endless) = (Vec::new(), Vec::new());
    for node in found.nodes.iter().copied().filter(|node| !apart(node)) {
        let dead = is_dead_end(model, node);
        if !reached.contains(&node) {
            lost.push(node);
        } else if dead && may_end {
            findings.push(at(model, node, Trouble::DeadEnd));
        } else if !dead && !led.contains(&node) {
            endless.push(node);
        }
    }
    findings.extend(firsts(model, &lost).into_iter().map(|node| at(model, node, Trouble::Unreachable)));
    findings.extend(lasts(model, &endless).into_iter().map(|node| at(model, node, Trouble::NeverEnds)));
    findings
}

/// Of what is not reached, what nothing else of it leads to: the rest is told by that. Of a round, the first drawn.
fn firsts(model: &Model, lost: &[NodeIndex]) -> Vec<NodeIndex> {
    let inside: HashSet<NodeIndex> = lost.iter().copied().collect();
    let mut entered: HashSet<NodeIndex> = HashSet::new();
    for node in lost {
        entered.extend(next(model, *node).filter(|to| to != node && inside.contains(to)));
    }
    let mut told = HashSet::new();
    let mut found = Vec::new();
    let alone = lost.iter().filter(|node| !entered.contains(node));
    for first in alone.chain(lost) {
        // An event on the edge of what is not reached is told by that.
        if !told.contains(first) && !matches!(model.nodes[*first].kind, Kind::Boundary { .. }) {
            found.push(*first);
            told.extend(self::reached(model, vec![*first]));
        }
    }
    found
}

/// Of what never comes to an end, the rounds in which it stays: one for each, the first drawn.
fn lasts(model: &Model, endless: &[NodeIndex]) -> Vec<NodeIndex> {
    let components = order::components(model.nodes.len(), endless.iter().copied(), |node| next(model, node));
    let stays = |round: &&Vec<NodeIndex>| {
        let inside: HashSet<NodeIndex> = round.iter().copied().collect();
        round.iter().flat_map(|node| next(model, *node)).all(|to| inside.contains(&to))
    };
    let first = |round: &Vec<NodeIndex>| round.iter().min().copied();
    let mut found: Vec<NodeIndex> = components.iter().filter(stays).filter_map(first).collect();
    found.sort_unstable();
    found
}

/// A token may come from where nobody knows: from something that is drawn and not run.
pub(super) fn has_loose_parts(model: &Model, scope: ScopeIndex) -> bool {
    !loose_parts(model, scope).is_empty()
}

fn loose_parts(model: &Model, scope: ScopeIndex) -> Vec<NodeIndex> {
    let nodes = model.scopes[scope].nodes.iter().copied();
    let loose = |node: &NodeIndex| {
        let found = &model.nodes[*node];
        is_unknown(model, *node) && found.incoming.is_empty() && !found.outgoing.is_empty()
    };
    nodes.filter(loose).collect()
}

/// Nobody knows how it goes on to there or from there.
fn is_unknown(model: &Model, node: NodeIndex) -> bool {
    matches!(model.nodes[node].kind, Kind::Unsupported) || model.nodes[node].is_loose_link()
}

/// Flows into what begins by itself, and out of what ends.
fn misled(model: &Model, scope: ScopeIndex) -> Vec<Finding> {
    let flows = model.scopes[scope].nodes.iter().flat_map(|node| &model.nodes[*node].outgoing);
    let finding = |flow: &FlowIndex| {
        let flow = &model.flows[*flow];
        let trouble = match (&model.nodes[flow.from].kind, &model.nodes[flow.to].kind) {
            (Kind::EventSubProcess { .. }, _) | (_, Kind::EventSubProcess { .. }) => Trouble::FlowBeside,
            (Kind::End(_), _) => Trouble::FlowOutOfEnd,
            _ if [flow.from, flow.to].iter().any(|end| outside_flow(model, *end)) => Trouble::FlowAtReturn,
            (_, Kind::Start(_) | Kind::Boundary { .. }) => Trouble::FlowIntoEvent,
            (Kind::Link { arrives: false, .. }, _) | (_, Kind::Link { arrives: true, .. }) if !flow.link => {
                Trouble::FlowAtLink
            }
            _ => return None,
        };
        Some(Finding::new(trouble, &flow.id, &flow.name, flow.line))
    };
    flows.filter_map(finding).collect()
}

/// It returns something, or lies on the edge of what does.
fn outside_flow(model: &Model, node: NodeIndex) -> bool {
    let node = &model.nodes[node];
    node.is_outside_flow() || node.on().is_some_and(|on| model.nodes[on].compensates)
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
    let ends = |node: &NodeIndex| {
        matches!(model.nodes[*node].kind, Kind::End(_)) || model.nodes[*node].outgoing.is_empty()
    };
    let mut left: Vec<NodeIndex> = nodes.iter().copied().filter(ends).collect();
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
