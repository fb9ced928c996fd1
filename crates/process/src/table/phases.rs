//! Phases of a table as processes inside the process.

use super::ProcessTable;
use super::remark::SheetRemark;
use crate::model::{End, FlowIndex, Gateway, Model, NodeIndex, NodeKind, Scope, ScopeIndex};
use std::collections::HashSet;

/// Each looks at the whole process.
const PHASES_MAX: usize = 200;

/// Puts the steps of each phase into a group of its name; what cannot be one is told. Gives the groups too, by their rows.
pub(super) fn group(
    model: &mut Model,
    table: &ProcessTable,
    steps: &[NodeIndex],
) -> (Vec<SheetRemark>, Vec<(usize, String)>) {
    let (mut loose, mut groups) = (Vec::new(), Vec::new());
    let mut order: Vec<usize> = (0..table.phases.len()).collect();
    // Those inside before those around them.
    order.sort_by_key(|phase| table.phases[*phase].rows.len());
    for (place, phase) in order.into_iter().map(|phase| &table.phases[phase]).enumerate() {
        let steps = &steps[phase.rows.clone()];
        match Some(phase).filter(|_| place < PHASES_MAX).and_then(|phase| enclose(model, steps, &phase.name))
        {
            Some(group) => groups.push((phase.line, group)),
            None => loose.push(SheetRemark::LoosePhase { row: phase.line, name: phase.name.clone() }),
        }
    }
    (loose, groups)
}

/// The steps, with what lies between them, become the inside of a group; its id, or nothing where they cannot.
fn enclose(model: &mut Model, steps: &[NodeIndex], name: &str) -> Option<String> {
    let scope = model.main().unwrap_or_default();
    let mut inside: HashSet<NodeIndex> = steps.iter().map(|step| outermost(model, *step, scope)).collect();
    spread(model, scope, &mut inside);
    let crossing = |model: &Model, inside: &HashSet<NodeIndex>| -> (Vec<FlowIndex>, Vec<FlowIndex>) {
        let ends = |flow: &FlowIndex| {
            let flow = &model.flows[*flow];
            (inside.contains(&flow.from), inside.contains(&flow.to))
        };
        let all = || 0..model.flows.len();
        (
            all().filter(|flow| ends(flow) == (false, true)).collect(),
            all().filter(|flow| ends(flow) == (true, false)).collect(),
        )
    };
    let (_, out) = crossing(model, &inside);
    // Where all of it comes together behind the last step belongs to it.
    if let Some(meets) = one(out.iter().map(|flow| model.flows[*flow].to)) {
        let node = &model.nodes[meets];
        let whole = node.incoming.iter().all(|flow| out.contains(flow));
        if matches!(node.kind, NodeKind::Gateway(_)) && node.incoming.len() > 1 && whole {
            inside.insert(meets);
        }
    }
    let (into, out) = crossing(model, &inside);
    let (Some(first), Some(next)) = (
        one(into.iter().map(|flow| model.flows[*flow].to)),
        one(out.iter().map(|flow| model.flows[*flow].to)),
    ) else {
        return None;
    };
    let waits = matches!(model.nodes[first].kind, NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive));
    if waits && model.nodes[first].incoming.len() > 1 {
        return None;
    }
    let free = |model: &Model, id: String| -> String {
        let names = std::iter::once(id.clone()).chain((2..).map(move |number| format!("{id}-{number}")));
        names.into_iter().find(|id| model.node(id).is_none()).expect("numbers do not end")
    };
    let id = free(model, format!("{}-group", model.nodes[steps[0]].id));
    let within: ScopeIndex = model.scopes.len();
    let group = model.add_node(scope, &id, name, NodeKind::SubProcess(within));
    let owned = Scope { id: id.clone(), name: name.into(), owner: Some(group), ..Scope::default() };
    model.scopes.push(owned);
    let moved: Vec<NodeIndex> =
        model.scopes[scope].nodes.iter().copied().filter(|node| inside.contains(node)).collect();
    model.scopes[scope].nodes.retain(|node| !inside.contains(node));
    for node in &moved {
        model.nodes[*node].scope = within;
    }
    model.scopes[within].nodes = moved;
    let begin = free(model, format!("{id}-begin"));
    let begin = model.add_node(within, &begin, "", NodeKind::Start(None));
    let end = free(model, format!("{id}-end"));
    let end = model.add_node(within, &end, "", NodeKind::End(End::Plain));
    into.into_iter().for_each(|flow| model.redirect(flow, group));
    out.into_iter().for_each(|flow| model.redirect(flow, end));
    model.add_flow(begin, first);
    model.add_flow(group, next);
    Some(id)
}

/// The node of a scope in which another lies, or which it is.
fn outermost(model: &Model, node: NodeIndex, scope: ScopeIndex) -> NodeIndex {
    let mut node = node;
    while model.nodes[node].scope != scope {
        match model.scopes[model.nodes[node].scope].owner {
            Some(owner) => node = owner,
            None => break,
        }
    }
    node
}

/// Choices and forks behind what is inside are inside too, and so is where ways from inside meet.
fn spread(model: &Model, scope: ScopeIndex, inside: &mut HashSet<NodeIndex>) {
    let from = |flow: &FlowIndex| model.flows[*flow].from;
    let to = |flow: &FlowIndex| model.flows[*flow].to;
    loop {
        let gateways = model.scopes[scope].nodes.iter().copied();
        let more: Vec<NodeIndex> = gateways
            .filter(|node| !inside.contains(node) && matches!(model.nodes[*node].kind, NodeKind::Gateway(_)))
            .filter(|node| match model.nodes[*node].incoming.as_slice() {
                [one] => inside.contains(&from(one)),
                several => {
                    several.iter().any(|flow| inside.contains(&from(flow)))
                        && model.nodes[*node].outgoing.iter().all(|flow| inside.contains(&to(flow)))
                }
            })
            .collect();
        if more.is_empty() {
            return;
        }
        inside.extend(more);
    }
}

/// The one thing all are.
fn one(all: impl Iterator<Item = NodeIndex>) -> Option<NodeIndex> {
    let found: HashSet<NodeIndex> = all.collect();
    found.iter().next().copied().filter(|_| found.len() == 1)
}
