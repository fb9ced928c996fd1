//! Denials that nobody signs who may: where heads do other steps, a way on which it is denied by those below them alone.

use super::next;
use crate::model::{FlowIndex, Means, Model, NodeIndex, NodeKind, ScopeIndex};
use crate::problem::{Finding, Trouble};
use crate::roles::role_said;
use std::collections::{BTreeSet, HashSet};

/// By role, as it is named there or by what its lane is called.
const HEADS: [&str; 2] = ["division-head", "agency-head"];

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<Finding> {
    let Some(main) = model.main().filter(|main| scopes.contains(main) && head_of(model).is_some()) else {
        return Vec::new();
    };
    // What is come to with no head before.
    let mut before = HashSet::new();
    reach(model, model.entries(main), &mut before);
    let denies = |way: &FlowIndex| {
        let from = model.flows[*way].from;
        let here = model.nodes[from].scope == main && before.contains(&from) && !is_head(model, from);
        here && (model.way_means(*way) == Means::Denied
            || model.end_means(model.flows[*way].to) == Means::Denied)
    };
    let mut told = HashSet::new();
    let mut findings = Vec::new();
    let ways: Vec<FlowIndex> = (0..model.flows.len()).filter(denies).collect();
    for way in ways {
        // What lies behind a way that was told is told with it.
        if told.contains(&model.flows[way].from) {
            continue;
        }
        let mut behind = HashSet::new();
        let ends = reach(model, vec![model.flows[way].to], &mut behind);
        let Some(step) = Some(way).filter(|_| ends).and_then(|way| decides(model, way)) else { continue };
        if behind.contains(&step) {
            continue;
        }
        told.extend(behind);
        let flow = &model.flows[way];
        let step = model.called(step, false, false);
        findings.push(Finding::new(Trouble::DeniedBelow { step }, &flow.id, &flow.name, flow.line));
    }
    findings
}

/// The last step that a head does: whoever does it may sign.
pub(crate) fn head_of(model: &Model) -> Option<NodeIndex> {
    model.steps().into_iter().rfind(|step| role(model, *step).is_some_and(|role| HEADS.contains(&role)))
}

fn role(model: &Model, step: NodeIndex) -> Option<&'static str> {
    let said = model.responsible(step);
    said.role.or(said.unit).and_then(|said| role_said(&said).role)
}

/// A head does it, or something inside of it; whom nobody named may be one.
fn is_head(model: &Model, node: NodeIndex) -> bool {
    let (mut left, mut seen) = (vec![node], HashSet::new());
    while let Some(node) = left.pop() {
        let inside = model.inside(node).filter(|inside| seen.insert(*inside));
        left.extend(inside.into_iter().flat_map(|inside| model.scopes[inside].nodes.iter().copied()));
        let said = model.responsible(node);
        let unknown = said.role.is_none() && said.unit.is_none() && said.person.is_none();
        let known = role(model, node).is_some_and(|role| HEADS.contains(&role));
        if model.nodes[node].is_work() && (known || unknown || model.nodes[node].is_linked()) {
            return true;
        }
    }
    false
}

/// All that is come to until a head does something, and whether the end is.
fn reach(model: &Model, from: Vec<NodeIndex>, found: &mut HashSet<NodeIndex>) -> bool {
    let (mut left, mut ends) = (from, false);
    while let Some(node) = left.pop() {
        if !found.insert(node) || is_head(model, node) {
            continue;
        }
        let before = left.len();
        left.extend(next(model, node));
        ends |= left.len() == before && !matches!(model.nodes[node].kind, NodeKind::Link { .. });
    }
    ends
}

/// The step that turned out so, or the last before it.
fn decides(model: &Model, way: FlowIndex) -> Option<NodeIndex> {
    if let Some((step, _)) = model.asks_outcome(way) {
        return Some(step);
    }
    let (mut left, mut seen) = (vec![model.flows[way].from], HashSet::new());
    while let Some(node) = left.pop() {
        if !seen.insert(node) {
            continue;
        }
        if model.nodes[node].is_work() {
            return Some(node);
        }
        left.extend(model.nodes[node].incoming.iter().map(|flow| model.flows[*flow].from));
        left.extend(model.nodes[node].on());
    }
    None
}
