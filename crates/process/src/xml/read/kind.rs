//! What an element is.

use super::super::event::{Triggered, end};
use super::super::{child, local, truth};
use super::{ModelReader, Raw};
use crate::model::{Gateway, NodeKind, Task, Trigger};
use crate::problem::{EventPlace, Reason};
use roxmltree::Node;

impl<'a, 'i> ModelReader<'a, 'i> {
    /// What an element is, with what must be filled in later; nothing for what only explains.
    pub(super) fn kind(&mut self, node: Node<'a, 'i>, name: &str) -> Option<Raw> {
        let unsupported = |reader: &mut Self, reason| {
            reader.unsupported(node, reason);
            Some(Raw::Kind(NodeKind::Unsupported))
        };
        let kind = match name {
            "startEvent" => match self.triggered(node) {
                Triggered::Plain => NodeKind::Start(None),
                Triggered::Terminate
                | Triggered::Link { .. }
                | Triggered::By(Trigger::Compensation { .. }) => {
                    return unsupported(self, Reason::Event(start_place(node)));
                }
                // What is raised by work begins nothing but what lies beside it.
                Triggered::By(trigger) if trigger.is_raised() && !begins_beside(node) => {
                    return unsupported(self, Reason::Event(EventPlace::Start));
                }
                Triggered::By(trigger) => NodeKind::Start(Some(trigger)),
                Triggered::Unsupported => NodeKind::Unsupported,
            },
            "endEvent" => {
                let triggered = self.triggered(node);
                match (end(&triggered), triggered) {
                    (Some(end), _) => NodeKind::End(end),
                    (None, Triggered::Unsupported) => NodeKind::Unsupported,
                    (None, _) => return unsupported(self, Reason::Event(EventPlace::End)),
                }
            }
            "intermediateCatchEvent" => match self.triggered(node) {
                Triggered::Plain | Triggered::Terminate => {
                    return unsupported(self, Reason::Event(EventPlace::Waits));
                }
                Triggered::By(trigger) if trigger.is_raised() => {
                    return unsupported(self, Reason::Event(EventPlace::Waits));
                }
                Triggered::By(trigger) => NodeKind::Catch(trigger),
                Triggered::Link { name } => NodeKind::Link { name, arrives: true },
                Triggered::Unsupported => NodeKind::Unsupported,
            },
            "intermediateThrowEvent" => match self.triggered(node) {
                Triggered::Plain => NodeKind::Throw(None),
                Triggered::By(
                    trigger @ (Trigger::Message { .. }
                    | Trigger::Signal { .. }
                    | Trigger::Escalation { .. }
                    | Trigger::Compensation { .. }),
                ) => NodeKind::Throw(Some(trigger)),
                Triggered::Link { name } => NodeKind::Link { name, arrives: false },
                Triggered::By(_) | Triggered::Terminate => {
                    return unsupported(self, Reason::Event(EventPlace::Thrown));
                }
                Triggered::Unsupported => NodeKind::Unsupported,
            },
            "boundaryEvent" => match self.triggered(node) {
                Triggered::By(trigger) => return Some(Raw::Boundary(trigger)),
                Triggered::Plain | Triggered::Terminate | Triggered::Link { .. } => {
                    return unsupported(self, Reason::Event(EventPlace::Edge));
                }
                Triggered::Unsupported => NodeKind::Unsupported,
            },
            "task" | "userTask" => NodeKind::Task(Task::User),
            "manualTask" => NodeKind::Task(Task::Manual),
            "serviceTask" => NodeKind::Task(Task::Service),
            "businessRuleTask" => NodeKind::Task(Task::BusinessRule),
            "receiveTask" => NodeKind::Catch(Trigger::Message { name: self.named(node, node, "messageRef") }),
            "sendTask" => {
                NodeKind::Throw(Some(Trigger::Message { name: self.named(node, node, "messageRef") }))
            }
            "scriptTask" => return unsupported(self, Reason::Script),
            "subProcess" if truth(node.attribute("triggeredByEvent")) => return Some(Raw::Beside),
            "subProcess" => return Some(Raw::SubProcess),
            "callActivity" => {
                let called = child(node, "extensionElements")
                    .and_then(|holder| {
                        holder.children().find(|child| child.tag_name().name() == "calledElement")
                    })
                    .and_then(|element| element.attribute("processId"))
                    .or(node.attribute("calledElement"))
                    .unwrap_or_default();
                NodeKind::Call { called: local(called).to_string(), scope: None }
            }
            "adHocSubProcess" | "transaction" => return unsupported(self, Reason::SubProcess),
            "exclusiveGateway" => NodeKind::Gateway(Gateway::Exclusive),
            "parallelGateway" => NodeKind::Gateway(Gateway::Parallel),
            "inclusiveGateway" => NodeKind::Gateway(Gateway::Inclusive),
            "eventBasedGateway" => NodeKind::Gateway(Gateway::EventBased),
            "complexGateway" => return unsupported(self, Reason::Gateway),
            other => {
                let runs =
                    ["Task", "Event", "Gateway", "Activity", "SubProcess", "Choreography", "Conversation"];
                let unknown = runs.iter().any(|end| other.ends_with(end));
                return unknown.then(|| unsupported(self, Reason::Activity)).flatten();
            }
        };
        Some(Raw::Kind(kind))
    }
}

/// Whether a start event begins an event sub-process.
fn begins_beside(start: Node) -> bool {
    start.parent().is_some_and(|around| truth(around.attribute("triggeredByEvent")))
}

fn start_place(start: Node) -> EventPlace {
    if begins_beside(start) { EventPlace::Beside } else { EventPlace::Start }
}

/// Where an event of this element stands.
pub(crate) fn place(event: Node) -> EventPlace {
    match event.tag_name().name() {
        "startEvent" => start_place(event),
        "endEvent" => EventPlace::End,
        "intermediateThrowEvent" => EventPlace::Thrown,
        "boundaryEvent" => EventPlace::Edge,
        _ => EventPlace::Waits,
    }
}
