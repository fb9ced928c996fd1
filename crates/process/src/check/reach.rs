//! Whether everything is reached, and reaches an end.

use super::failing::Failing;
use super::{at, next, order};
use crate::model::{End, FlowIndex, Model, NodeIndex, NodeKind, ScopeIndex};
use crate::problem::{Finding, Trouble};
use std::collections::HashSet;

pub(super) fn check(model: &Model, scope: ScopeIndex, failing: &Failing) -> Vec<Finding> {
    let found = &model.scopes[scope];
    let whole = |trouble| Finding::new(trouble, &found.id, &found.name, found.line);
    let of_kind = |wanted: fn(&NodeKind) -> bool| {
        found.nodes.iter().copied().filter(|node| wanted(&model.nodes[*node].kind)).collect::<Vec<_>>()
    };
    let ends = of_kind(|kind| matches!(kind, NodeKind::End(_)));
    // An element of an unsupported kind may be what connects the rest.
    let loose = loose_parts(model, scope);
    let mut findings = misled(model, scope);
    findings.extend(begins(model, scope));
    let unknown_end = |node: &NodeIndex| is_unknown(model, *node) && model.nodes[*node].outgoing.is_empty();
    let may_end = !ends.is_empty() || found.nodes.iter().any(unknown_end);
    if !may_end {
        findings.push(whole(Trouble::NoEnd));
    }
    let from = model.entries(scope).into_iter().chain(loose).collect();
    let reached = reached(from, |node| failing.next(model, node));
    let led = leads_to_end(model, &found.nodes);
    // Unsupported elements are reported already, and faults of their flows follow from that.
    let beside = |node: &NodeIndex| matches!(model.nodes[*node].kind, NodeKind::EventSubProcess { .. });
    let apart =
        |node: &NodeIndex| is_unknown(model, *node) || model.nodes[*node].is_outside_flow() || beside(node);
    let (mut lost, mut endless) = (Vec::new(), Vec::new());
    for node in found.nodes.iter().copied().filter(|node| !apart(node)) {
        // What is never left leads nowhere, and need not.
        let dead = is_dead_end(model, node) && !failing.fails(model, node);
        if !reached.contains(&node) {
            // An end is drawn for form's sake behind what never comes to it.
            let before = || model.nodes[node].incoming.iter().map(|flow| model.flows[*flow].from);
            let for_form = matches!(model.nodes[node].kind, NodeKind::End(End::Plain | End::Terminate))
                && before().next().is_some()
                && before().all(|from| reached.contains(&from) && failing.fails(model, from));
            if !for_form {
                lost.push(node);
            }
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

/// Whether it begins at one place.
pub(super) fn begins(model: &Model, scope: ScopeIndex) -> Vec<Finding> {
    let found = &model.scopes[scope];
    let is_start = |node: &&NodeIndex| matches!(model.nodes[**node].kind, NodeKind::Start(_));
    let starts: Vec<&NodeIndex> = found.nodes.iter().filter(is_start).collect();
    match starts.as_slice() {
        [] if loose_parts(model, scope).is_empty() => {
            vec![Finding::new(Trouble::NoStart, &found.id, &found.name, found.line)]
        }
        [] | [_] => Vec::new(),
        [_, others @ ..] => others.iter().map(|start| at(model, **start, Trouble::SeveralStarts)).collect(),
    }
}

/// The unreached elements to report: those that no other unreached element leads to, and of a cycle the one drawn
/// first. What follows them is unreached for the same reason and is not reported again.
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
        // A boundary event of an unreached activity is reported with the activity.
        if !told.contains(first) && !matches!(model.nodes[*first].kind, NodeKind::Boundary { .. }) {
            found.push(*first);
            told.extend(self::reached(vec![*first], |node| next(model, node)));
        }
    }
    found
}

/// The elements to report as never ending: of each cycle that cannot be left, the one drawn first.
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

/// Whether a token may come from an element of an unsupported kind.
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

/// Whether what leads to an element or on from it is unknown: its kind is unsupported, or it is one end of a link whose
/// other end is missing.
fn is_unknown(model: &Model, node: NodeIndex) -> bool {
    matches!(model.nodes[node].kind, NodeKind::Unsupported) || model.nodes[node].is_loose_link()
}

/// Findings about flows into elements that have no incoming flow, and out of those that have no outgoing one.
fn misled(model: &Model, scope: ScopeIndex) -> Vec<Finding> {
    let flows = model.scopes[scope].nodes.iter().flat_map(|node| &model.nodes[*node].outgoing);
    let finding = |flow: &FlowIndex| {
        let flow = &model.flows[*flow];
        let trouble = match (&model.nodes[flow.from].kind, &model.nodes[flow.to].kind) {
            (NodeKind::EventSubProcess { .. }, _) | (_, NodeKind::EventSubProcess { .. }) => {
                Trouble::FlowBeside
            }
            (NodeKind::End(_), _) => Trouble::FlowOutOfEnd,
            _ if [flow.from, flow.to].iter().any(|end| outside_flow(model, *end)) => Trouble::FlowAtReturn,
            (_, NodeKind::Start(_) | NodeKind::Boundary { .. }) => Trouble::FlowIntoEvent,
            (NodeKind::Link { arrives: false, .. }, _) | (_, NodeKind::Link { arrives: true, .. })
                if !flow.link =>
            {
                Trouble::FlowAtLink
            }
            _ => return None,
        };
        Some(Finding::new(trouble, &flow.id, &flow.name, flow.line))
    };
    flows.filter_map(finding).collect()
}

/// Whether an element compensates, or is a boundary event of one that does: no flow leads to it.
fn outside_flow(model: &Model, node: NodeIndex) -> bool {
    let node = &model.nodes[node];
    node.is_outside_flow() || node.on().is_some_and(|on| model.nodes[on].compensates)
}

fn is_dead_end(model: &Model, node: NodeIndex) -> bool {
    model.nodes[node].outgoing.is_empty() && !matches!(model.nodes[node].kind, NodeKind::End(_))
}

fn reached<I: Iterator<Item = NodeIndex>>(
    from: Vec<NodeIndex>,
    next: impl Fn(NodeIndex) -> I,
) -> HashSet<NodeIndex> {
    let mut found = HashSet::new();
    let mut left = from;
    while let Some(node) = left.pop() {
        if found.insert(node) {
            left.extend(next(node));
        }
    }
    found
}

/// The nodes from which an end can be reached; a node without outgoing flow counts as an end, as it is reported
/// elsewhere.
fn leads_to_end(model: &Model, nodes: &[NodeIndex]) -> HashSet<NodeIndex> {
    let mut found = HashSet::new();
    let ends = |node: &NodeIndex| {
        matches!(model.nodes[*node].kind, NodeKind::End(_)) || model.nodes[*node].outgoing.is_empty()
    };
    let mut left: Vec<NodeIndex> = nodes.iter().copied().filter(ends).collect();
    while let Some(node) = left.pop() {
        if found.insert(node) {
            left.extend(model.nodes[node].incoming.iter().map(|flow| model.flows[*flow].from));
            if let NodeKind::Boundary { on, .. } = model.nodes[node].kind {
                left.push(on);
            }
        }
    }
    found
}
