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

/// An error that nothing raises in the sub-process on whose edge, or in the scope beside which, it is waited for.
pub fn waits_for_no_error(model: &Model, event: &process::Node) -> bool {
    let (scope, code) = match &event.kind {
        NodeKind::Boundary { on, trigger: Trigger::Error { code: Some(code) }, .. } => {
            let NodeKind::SubProcess(scope) = model.nodes[*on].kind else { return false };
            (scope, code)
        }
        NodeKind::Start(Some(Trigger::Error { code: Some(code) })) => {
            let Some(owner) = model.scopes[event.scope].owner else { return false };
            (model.nodes[owner].scope, code)
        }
        _ => return false,
    };
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

/// What is drawn right after something that is come to, and is not come to itself. That what an event begins surely ends
/// what lies around it is not followed by the check.
pub fn never_come_to(model: &Model, reached: &BTreeSet<String>) -> Option<String> {
    let raises = |node: &process::Node| {
        matches!(node.kind, NodeKind::End(End::Error { .. } | End::Throw(Trigger::Escalation { .. })))
    };
    if model.nodes.iter().any(|node| raises(node) && model.is_beside(node.scope)) {
        return None;
    }
    let come_to = |node: NodeIndex| {
        let node = &model.nodes[node];
        // An error may come of any work, and none is told to be missing.
        let begins = matches!(&node.kind, NodeKind::Start(trigger)
            if !matches!(trigger, Some(Trigger::Error { .. })));
        begins || reached.contains(&node.id)
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

/// Where an escalation is thrown several times, and what it leads to or lies on ends all, check and game differ: the check
/// lets be what is begun twice before all is ended, and refuses a join of all at which another would wait until then.
pub fn thrown_to_what_ends_all(model: &Model, id: &str) -> bool {
    let Some(node) = model.index(id) else { return false };
    let reached = |from: Vec<NodeIndex>| {
        let (mut seen, mut left) = (BTreeSet::new(), from);
        while let Some(node) = left.pop() {
            if seen.insert(node) {
                let found = &model.nodes[node];
                left.extend(found.outgoing.iter().map(|flow| model.flows[*flow].to));
                left.extend(&found.boundary);
            }
        }
        seen
    };
    let thrown = |event: &NodeIndex| {
        let kind = &model.nodes[*event].kind;
        matches!(kind, NodeKind::Boundary { interrupting: false, trigger: Trigger::Escalation { .. }, .. })
    };
    let ends_all = |node: &NodeIndex| matches!(model.nodes[*node].kind, NodeKind::End(End::Terminate));
    let around = |at: &usize| model.scopes[*at].owner.map(|owner| model.nodes[owner].scope);
    // What it is thrown in may itself end all around it.
    let fails = |event: &NodeIndex| {
        let inside = model.nodes[*event].on().and_then(|on| model.inside(on));
        let lies_inside =
            |end: &process::Node| std::iter::successors(Some(end.scope), around).any(|at| Some(at) == inside);
        let error = |end: &&process::Node| matches!(end.kind, NodeKind::End(End::Error { .. }));
        model.nodes.iter().filter(error).any(lies_inside)
    };
    let ends = reached(vec![node]).iter().any(ends_all);
    let events = (0..model.nodes.len()).filter(thrown).filter(|event| ends || fails(event)).collect();
    reached(events).contains(&node)
}
