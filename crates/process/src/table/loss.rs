//! What of a drawing a table cannot hold, each thing by its name.

use super::Lost;
use crate::model::{End, Gateway, Model, Node, NodeIndex, NodeKind, Repeats, ScopeIndex, Task, Trigger};

/// Something a table does not say, and where it was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    pub lost: Lost,
    pub element: String,
    pub name: String,
    pub line: u32,
}

/// A loss at a node.
pub(super) fn at(model: &Model, node: NodeIndex, lost: Lost) -> Loss {
    let Node { id, name, line, .. } = &model.nodes[node];
    Loss { lost, element: id.clone(), name: name.clone(), line: *line }
}

/// All that is lost by what it is, in the order of the file.
pub(super) fn of(model: &Model, process: ScopeIndex) -> Vec<Loss> {
    let mut losses: Vec<Loss> = model
        .findings
        .iter()
        .map(|finding| Loss {
            element: finding.element.clone(),
            name: finding.name.clone(),
            line: finding.line,
            lost: Lost::Unread(Box::new(finding.clone())),
        })
        .collect();
    for other in model.processes().filter(|other| *other != process) {
        let scope = &model.scopes[other];
        if !scope.nodes.is_empty() {
            let (element, name) = (scope.id.clone(), scope.name.clone());
            losses.push(Loss { lost: Lost::OtherProcess, element, name, line: scope.line });
        }
    }
    for node in 0..model.nodes.len() {
        // What lies in an event sub-process is lost with it.
        if model.process_of(model.nodes[node].scope) == process && !model.lies_beside(node) {
            losses.extend(of_node(&model.nodes[node]).into_iter().map(|lost| at(model, node, lost)));
        }
    }
    losses
}

fn of_node(node: &Node) -> Vec<Lost> {
    let mut lost = Vec::new();
    match &node.kind {
        NodeKind::Start(Some(_)) => lost.push(Lost::StartEvent),
        NodeKind::Catch(Trigger::Timer(_)) => lost.push(Lost::Timer),
        NodeKind::Catch(Trigger::Condition { .. }) => lost.push(Lost::Condition),
        NodeKind::Catch(_) => lost.push(Lost::Received),
        NodeKind::Throw(Some(Trigger::Compensation { .. })) => lost.push(Lost::Returned),
        NodeKind::End(End::Throw(Trigger::Compensation { .. })) => lost.push(Lost::Returned),
        NodeKind::Throw(_) => lost.push(Lost::Sent),
        NodeKind::Compensation { .. } => lost.push(Lost::Returned),
        NodeKind::Boundary { .. } => lost.push(Lost::Boundary),
        NodeKind::EventSubProcess { .. } => lost.push(Lost::EventSubProcess),
        NodeKind::Gateway(Gateway::EventBased) => lost.push(Lost::EventChoice),
        NodeKind::Gateway(Gateway::Inclusive) if node.outgoing.len() > 1 => lost.push(Lost::Inclusive),
        NodeKind::End(End::Terminate | End::Error { .. } | End::Throw(_)) => lost.push(Lost::EndKind),
        NodeKind::Call { .. } => lost.push(Lost::Called),
        NodeKind::Task(Task::Service) if node.step.linked.is_some() => lost.push(Lost::OtherAgency),
        NodeKind::Task(Task::Service) => lost.push(Lost::Service),
        NodeKind::Task(Task::Manual) => lost.push(Lost::Manual),
        NodeKind::Task(Task::BusinessRule) => lost.push(Lost::Rule),
        // Another link is a line, and no more is lost than its name.
        NodeKind::Link { .. } if node.is_loose_link() => lost.push(Lost::NotRun),
        NodeKind::Unsupported => lost.push(Lost::NotRun),
        _ => {}
    }
    if node.compensates {
        lost.push(Lost::Returned);
    }
    match node.repeats {
        Repeats::Once => {}
        Repeats::While { .. } => lost.push(Lost::Repeated),
        Repeats::Each { .. } => lost.push(Lost::EachOf),
    }
    for (there, what) in [
        (!node.step.apart_from.is_empty(), Lost::ApartFrom),
        (!node.documentation.is_empty(), Lost::Documentation),
    ] {
        lost.extend(there.then_some(what));
    }
    lost
}
