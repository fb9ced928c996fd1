//! Whether each loop says how often it may be repeated, and has something to do in it.

use super::{AlreadyTold, at, waits};
use crate::engine::trigger_of;
use crate::model::{FlowIndex, Gateway, Model, Node, NodeIndex, NodeKind, Repeats, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};
use std::collections::HashMap;

pub(super) fn check(model: &Model, scope: ScopeIndex, told: &AlreadyTold) -> Vec<Finding> {
    let mut findings = Vec::new();
    let idle = |node: NodeIndex| !waits(&model.nodes[node].kind);
    // A condition on the edge that has become true ends what is done at once.
    let cut_short =
        |node: NodeIndex| model.nodes[node].boundary.iter().any(|event| cuts_at_once(model, *event));
    let at_once = |flow: FlowIndex| {
        let (from, to) = (model.flows[flow].from, model.flows[flow].to);
        let leads = idle(from) && (model.nodes[from].on().is_none() || cuts_at_once(model, from));
        leads && (idle(to) || cut_short(to))
    };
    for back in ways_back(model, scope, at_once) {
        findings.push(at(model, model.flows[back].from, Trouble::Endless));
    }
    findings.extend(unbounded(model, scope, told));
    findings
}

/// What is repeated and does not say how often at most.
pub(super) fn unbounded(model: &Model, scope: ScopeIndex, told: &AlreadyTold) -> Vec<Finding> {
    let mut findings = Vec::new();
    for node in &model.scopes[scope].nodes {
        let found = &model.nodes[*node];
        if matches!(found.repeats, Repeats::While { at_most: None, .. }) && !told.bounds.contains(&*found.id)
        {
            findings.push(at(model, *node, Trouble::Unbounded));
        }
    }
    // A bound that could not be read is one.
    let bad = |flow: FlowIndex| told.bounds.contains(&*model.flows[flow].id) && can_be_bounded(model, flow);
    for back in ways_back(model, scope, |flow| !is_bounded(model, flow) && !bad(flow)) {
        let flow = &model.flows[line_before(model, back)];
        findings.push(Finding::new(Trouble::Unbounded, &flow.id, &flow.name, flow.line));
    }
    findings
}

fn cuts_at_once(model: &Model, event: NodeIndex) -> bool {
    let condition = matches!(trigger_of(&model.nodes[event].kind), Some(Trigger::Condition { .. }));
    condition && model.nodes[event].interrupts()
}

/// A link has no line that could be bounded; what leads to it has.
fn line_before(model: &Model, flow: FlowIndex) -> FlowIndex {
    let from = &model.nodes[model.flows[flow].from];
    if model.flows[flow].link { from.incoming.first().copied().unwrap_or(flow) } else { flow }
}

fn is_bounded(model: &Model, flow: FlowIndex) -> bool {
    model.flows[flow].at_most.is_some() && can_be_bounded(model, flow)
}

/// A bound is kept where there is another way to take.
pub(crate) fn can_be_bounded(model: &Model, flow: FlowIndex) -> bool {
    let flow = &model.flows[flow];
    let from = &model.nodes[flow.from];
    let chooses = match from.kind {
        NodeKind::Gateway(gateway) => matches!(gateway, Gateway::Exclusive | Gateway::Inclusive),
        _ => flow.conditional,
    };
    chooses && from.outgoing.len() > 1
}

/// The flows that close a loop of such flows: one for each loop met while walking from the start.
fn ways_back(model: &Model, scope: ScopeIndex, wanted: impl Fn(FlowIndex) -> bool) -> Vec<FlowIndex> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Open,
        Done,
    }
    let mut seen: HashMap<NodeIndex, Seen> = HashMap::new();
    let mut found = Vec::new();
    let roots = model.entries(scope).into_iter().chain(model.scopes[scope].nodes.iter().copied());
    for root in roots {
        // Each stack entry: a node, and how many of its ways on were followed.
        let mut stack = vec![(root, 0)];
        if seen.contains_key(&root) {
            continue;
        }
        seen.insert(root, Seen::Open);
        while let Some((node, place)) = stack.last_mut() {
            let node = *node;
            let Node { outgoing, boundary, .. } = &model.nodes[node];
            let step = match outgoing.get(*place) {
                Some(flow) => Some((Some(*flow), model.flows[*flow].to)),
                None => boundary.get(*place - outgoing.len()).map(|event| (None, *event)),
            };
            *place += 1;
            let Some((flow, to)) = step else {
                seen.insert(node, Seen::Done);
                stack.pop();
                continue;
            };
            if flow.is_some_and(|flow| !wanted(flow)) {
                continue;
            }
            match (seen.get(&to), flow) {
                (None, _) => {
                    seen.insert(to, Seen::Open);
                    stack.push((to, 0));
                }
                (Some(Seen::Open), Some(flow)) => found.push(flow),
                (Some(Seen::Open), None) | (Some(Seen::Done), _) => {}
            }
        }
    }
    found
}
