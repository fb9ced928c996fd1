//! Event sub-processes: each says what begins it, and none begins itself again for ever.

use super::{at, order, waits};
use crate::model::{End, Model, NodeIndex, NodeKind, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};
use std::collections::BTreeSet;

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<Finding> {
    let beside: Vec<NodeIndex> = scopes.iter().flat_map(|scope| model.beside(*scope)).collect();
    let mut findings = Vec::new();
    for node in beside.iter().copied().filter(|node| model.begun_by(*node).is_none()) {
        let starts = model.inside(node).map(|scope| model.entries(scope)).unwrap_or_default();
        // Other checks report a missing start event and one of an unsupported kind.
        let plain = starts.iter().find(|start| matches!(model.nodes[**start].kind, NodeKind::Start(None)));
        findings.extend(plain.map(|start| at(model, *start, Trouble::NoTrigger)));
    }
    findings.extend(
        beside.iter().filter(|node| ends_all(model, **node)).map(|node| at(model, *node, Trouble::EndsAll)),
    );
    findings.extend(signals(model, &beside));
    findings
}

/// Whether an event sub-process ends the process and does nothing else. To end only a sub-process may be meant.
fn ends_all(model: &Model, node: NodeIndex) -> bool {
    let NodeKind::EventSubProcess { scope, interrupting: true } = model.nodes[node].kind else {
        return false;
    };
    let whole = model.scopes[model.nodes[node].scope].owner.is_none();
    let comes = model.begun_by(node).is_some_and(|(_, trigger)| !trigger.is_raised());
    let works = |inner: &NodeIndex| waits(&model.nodes[*inner].kind) || !model.returned_at(*inner).is_empty();
    whole && comes && !model.scopes[scope].nodes.iter().any(works)
}

/// Findings about event sub-processes that are begun by a signal and throw it inside: they begin themselves for ever.
fn signals(model: &Model, beside: &[NodeIndex]) -> Vec<Finding> {
    let begins = |node: NodeIndex| match (&model.nodes[node].kind, model.begun_by(node)) {
        (NodeKind::EventSubProcess { interrupting: false, .. }, Some((_, Trigger::Signal { name }))) => {
            Some(name.as_str())
        }
        _ => None,
    };
    let given: Vec<Vec<(NodeIndex, &str)>> = beside.iter().map(|node| given(model, *node)).collect();
    let next = |from: usize| {
        let names: BTreeSet<&str> = given[from].iter().map(|(_, name)| *name).collect();
        let begun =
            (0..beside.len()).filter(move |to| begins(beside[*to]).is_some_and(|name| names.contains(name)));
        begun.collect::<Vec<_>>().into_iter()
    };
    let mut findings = Vec::new();
    for component in order::components(beside.len(), 0..beside.len(), next) {
        let again = |from: &usize| next(*from).any(|to| component.contains(&to));
        for from in component.iter().filter(|from| again(from)) {
            let names: BTreeSet<&str> = component.iter().filter_map(|to| begins(beside[*to])).collect();
            let gives = given[*from].iter().find(|(_, name)| names.contains(name));
            findings.extend(gives.map(|(node, _)| at(model, *node, Trouble::NeverEnds)));
        }
    }
    findings
}

/// The signals thrown somewhere inside a node.
fn given(model: &Model, node: NodeIndex) -> Vec<(NodeIndex, &str)> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    let mut left: Vec<ScopeIndex> = model.inside(node).into_iter().collect();
    while let Some(scope) = left.pop() {
        if !seen.insert(scope) {
            continue;
        }
        for inner in &model.scopes[scope].nodes {
            left.extend(model.inside(*inner));
            if let NodeKind::Throw(Some(Trigger::Signal { name }))
            | NodeKind::End(End::Throw(Trigger::Signal { name })) = &model.nodes[*inner].kind
            {
                found.push((*inner, name.as_str()));
            }
        }
    }
    found
}
