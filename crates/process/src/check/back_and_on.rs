//! Choices that may lead back and on at once: in each round what lies behind the way on is begun once more. Nothing waits for
//! ever by that and nothing is joined wrongly. A reminder in a loop is such work beside the rest, and no fault; the steps by
//! which a dossier leaves its loop are none: they would be done several times.

use super::choices::Choices;
use super::effort::{Meter, TooMuch};
use super::{at, next, order, waits};
use crate::model::{FlowIndex, Gateway, Means, Model, NodeIndex, NodeKind, ScopeIndex};
use crate::problem::{Finding, Trouble};
use std::collections::HashSet;

/// Where it would cost too much it is not remarked: no verdict hangs on it.
pub(super) fn check(model: &Model, scope: ScopeIndex, choices: &Choices, meter: &Meter) -> Vec<Finding> {
    let mut meter = Meter::new(meter.left().part(10));
    let mut findings = Vec::new();
    let nodes = || model.scopes[scope].nodes.iter().copied();
    if !nodes().any(|node| takes_several(model, node)) {
        return findings;
    }
    let rounds = order::components(model.nodes.len(), nodes(), |node| next(model, node));
    let mut looped: Vec<NodeIndex> = rounds.into_iter().filter(|round| round.len() > 1).flatten().collect();
    looped.extend(nodes().filter(|node| next(model, *node).any(|to| to == *node)));
    looped.retain(|node| takes_several(model, *node));
    looped.sort_unstable();
    looped.dedup();
    for choice in looped {
        match leads_both_ways(model, choice, choices, &mut meter) {
            Ok(true) => findings.push(at(model, choice, Trouble::BackAndOn)),
            Ok(false) => {}
            Err(TooMuch) => break,
        }
    }
    findings
}

fn takes_several(model: &Model, node: NodeIndex) -> bool {
    let found = &model.nodes[node];
    let one = matches!(
        found.kind,
        NodeKind::Gateway(Gateway::Exclusive | Gateway::EventBased | Gateway::Parallel) | NodeKind::End(_)
    );
    !one && found.outgoing.len() > 1 && found.outgoing.iter().any(|way| model.flows[*way].conditional)
}

fn leads_both_ways(
    model: &Model,
    choice: NodeIndex,
    choices: &Choices,
    meter: &mut Meter,
) -> Result<bool, TooMuch> {
    let (mut back, mut on) = (Vec::new(), Vec::new());
    for way in &model.nodes[choice].outgoing {
        let behind = behind(model, *way, choice, meter)?;
        let ways = if behind.contains(&choice) { &mut back } else { &mut on };
        ways.push((*way, behind));
    }
    let (mut with_back, mut instead) = (Vec::new(), Vec::new());
    for (way, behind) in on {
        let mut both = false;
        for (back, _) in &back {
            both = both || choices.may_both(*back, way, meter)?;
        }
        let ways = if both { &mut with_back } else { &mut instead };
        ways.push((way, behind));
    }
    // By what a dossier leaves the loop otherwise, but for a denial: if by anything, the rest may be work beside it.
    instead.retain(|(way, behind)| model.way_means(*way) != Means::Denied && may_end(model, behind));
    let alone = instead.is_empty() && !back.iter().any(|(_, round)| may_end(model, round));
    Ok(with_back.iter().any(|(way, behind)| {
        let again = alone && model.flows[*way].at_most != Some(1);
        let mut works = behind.iter().filter(|node| waits(&model.nodes[**node].kind));
        works.any(|node| again || instead.iter().any(|(_, behind)| behind.contains(node)))
    }))
}

/// All that is come to by a way, but not past this node.
fn behind(
    model: &Model,
    way: FlowIndex,
    last: NodeIndex,
    meter: &mut Meter,
) -> Result<HashSet<NodeIndex>, TooMuch> {
    let (mut found, mut left) = (HashSet::new(), vec![model.flows[way].to]);
    while let Some(node) = left.pop() {
        meter.work(4)?;
        if found.insert(node) && node != last {
            left.extend(next(model, node));
        }
    }
    Ok(found)
}

/// Whether any of these ends, and not in a denial.
fn may_end(model: &Model, nodes: &HashSet<NodeIndex>) -> bool {
    let ends = |node: NodeIndex| next(model, node).next().is_none() && model.end_means(node) != Means::Denied;
    nodes.iter().any(|node| ends(*node))
}
