//! What several elements refer to: messages, signals, errors, escalations.

use super::Writer;
use crate::model::{End, Model, NodeKind, Trigger};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Messages, signals and errors stand at the beginning of a file, each once.
#[derive(Default)]
pub(super) struct Shared {
    messages: BTreeSet<String>,
    signals: BTreeSet<String>,
    errors: BTreeSet<String>,
    escalations: BTreeSet<String>,
}

impl Shared {
    pub(super) fn of(model: &Model) -> Shared {
        let mut shared = Shared::default();
        for node in &model.nodes {
            match &node.kind {
                NodeKind::Start(Some(trigger))
                | NodeKind::Catch(trigger)
                | NodeKind::Throw(Some(trigger))
                | NodeKind::Boundary { trigger, .. }
                | NodeKind::End(End::Throw(trigger)) => shared.add(trigger),
                NodeKind::End(End::Error { code }) => {
                    shared.errors.insert(code.clone());
                }
                _ => {}
            }
        }
        shared
    }

    fn add(&mut self, trigger: &Trigger) {
        match trigger {
            Trigger::Message { name } => self.messages.insert(name.clone()),
            Trigger::Signal { name } => self.signals.insert(name.clone()),
            Trigger::Error { code: Some(code) } => self.errors.insert(code.clone()),
            Trigger::Escalation { code: Some(code) } => self.escalations.insert(code.clone()),
            Trigger::Error { code: None } | Trigger::Escalation { code: None } | Trigger::Timer(_) => false,
            Trigger::Condition { .. } | Trigger::Compensation { .. } => false,
        };
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        for name in &self.messages {
            let id = reference("message", name);
            writer.empty("message", &[("id", &id), ("name", name)]);
        }
        for name in &self.signals {
            let id = reference("signal", name);
            writer.empty("signal", &[("id", &id), ("name", name)]);
        }
        for code in &self.errors {
            let id = reference("error", code);
            writer.empty("error", &[("id", &id), ("errorCode", code)]);
        }
        for code in &self.escalations {
            let id = reference("escalation", code);
            writer.empty("escalation", &[("id", &id), ("escalationCode", code)]);
        }
    }
}

/// An id made of a name: letters outside ASCII and signs become numbers.
pub(super) fn reference(kind: &str, name: &str) -> String {
    let mut id = format!("{kind}-");
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else {
            let _ = write!(id, "_{:x}", u32::from(letter));
        }
    }
    id
}
