//! What the check tells of scopes inside scopes besides what waits and what is done twice.

use process::{End, Gateway, Model, NodeIndex, NodeKind, Over, Repeats, Trigger, Trouble, check};
use std::collections::BTreeSet;

/// What cannot be and is not told: a count nobody can do, an event on the edge of what is no activity.
pub fn passed_over(model: &Model) -> Option<String> {
    let told: BTreeSet<String> = check(model)
        .findings
        .into_iter()
        .filter(|found| matches!(found.trouble, Trouble::BadPart { .. } | Trouble::EdgeOfNone))
        .map(|found| found.element)
        .collect();
    let whole =
        |text: &str| text.parse::<u32>().is_ok_and(|count| (1..=200).contains(&count)) || text == "1 + 1";
    let wrong = model.nodes.iter().filter(|node| match (&node.kind, &node.repeats) {
        (NodeKind::Boundary { on, .. }, _) => !model.nodes[*on].is_activity(),
        (_, Repeats::Each { over: Over::Count(count), .. }) => !whole(&count.to_string()),
        _ => false,
    });
    let wrong: BTreeSet<String> = wrong.map(|node| node.id.clone()).collect();
    (wrong != told).then(|| format!("wrong are {wrong:?}, and told {told:?}"))
}

pub fn unreached(model: &Model) -> BTreeSet<String> {
    let found = check(model).findings.into_iter();
    found.filter(|found| found.trouble == Trouble::Unreachable).map(|found| found.element).collect()
}

/// An error on the edge of a sub-process in which nothing raises it.
pub fn waits_for_no_error(model: &Model, event: &process::Node) -> bool {
    let NodeKind::Boundary { on, trigger: Trigger::Error { code: Some(code) }, .. } = &event.kind else {
        return false;
    };
    let NodeKind::SubProcess(scope) = model.nodes[*on].kind else { return false };
    let lies_inside = |node: &process::Node| {
        let around = |at: &usize| model.scopes[*at].owner.map(|owner| model.nodes[owner].scope);
        std::iter::successors(Some(node.scope), around).any(|at| at == scope)
    };
    let raises = |node: &process::Node| {
        let work = matches!(node.kind, NodeKind::Task(_));
        work || matches!(&node.kind, NodeKind::End(End::Error { code: own }) if own == code)
    };
    !model
        .nodes
        .iter()
        .any(|node| lies_inside(node) && raises(node) && !matches!(node.kind, NodeKind::Task(_)))
}

/// What is drawn right after something that is come to, and is not come to itself.
pub fn never_come_to(model: &Model, reached: &BTreeSet<String>) -> Option<String> {
    let come_to = |node: NodeIndex| {
        let node = &model.nodes[node];
        matches!(node.kind, NodeKind::Start(_)) || reached.contains(&node.id)
    };
    // An event that is chosen is not come to by itself.
    let waits = |node: NodeIndex| matches!(model.nodes[node].kind, NodeKind::Gateway(Gateway::EventBased));
    // An end behind what is never left is no work that is lost.
    let ends = |node: NodeIndex| matches!(model.nodes[node].kind, NodeKind::End(End::Plain | End::Terminate));
    let missed = |flow: &&process::Flow| {
        come_to(flow.from) && !waits(flow.from) && !come_to(flow.to) && !ends(flow.to)
    };
    let flow = model.flows.iter().find(missed)?;
    Some(model.nodes[flow.to].id.clone())
}
