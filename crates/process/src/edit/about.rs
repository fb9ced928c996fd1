//! What is said of a step.

use super::{CannotChange, LENGTH_MAX};
use crate::model::{LinkedTask, Node, NodeKind, Responsible, StepOutcome, Task};
use crate::time::WorkingTime;

/// All that is said of a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepDetails {
    pub name: String,
    pub english: String,
    pub unit: String,
    pub role: String,
    /// As people write it; none where it is empty.
    pub time: String,
    pub product: String,
    pub product_english: String,
    pub outcomes: Vec<StepOutcome>,
    pub apart_from: Vec<String>,
    /// Where another agency does it.
    pub linked: Option<LinkedTask>,
}

impl StepDetails {
    /// What is said of a step now.
    pub fn of(node: &Node) -> StepDetails {
        let said = |part: &Option<String>| part.clone().unwrap_or_default();
        let step = &node.step;
        StepDetails {
            name: node.name.clone(),
            english: step.english.clone(),
            unit: said(&step.responsible.unit),
            role: said(&step.responsible.role),
            time: step.time.map(|time| time.standard()).unwrap_or_default(),
            product: step.product.clone(),
            product_english: step.product_english.clone(),
            outcomes: step.outcomes.clone(),
            apart_from: step.apart_from.clone(),
            linked: step.linked.clone(),
        }
    }

    /// Says it of a step; who is named there as a person stays.
    pub(crate) fn onto(&self, node: &mut Node) -> Result<(), CannotChange> {
        let text = |text: &str| Some(text.trim().to_string()).filter(|text| !text.is_empty());
        let said = [&self.name, &self.english, &self.unit, &self.role, &self.time, &self.product];
        let said = said.into_iter().chain([&self.product_english]);
        let named = self.outcomes.iter().flat_map(|outcome| [&outcome.key, &outcome.name, &outcome.english]);
        if let Some(long) = said.chain(named).find(|text| text.chars().count() > LENGTH_MAX) {
            return Err(CannotChange::TooLong { text: long.clone() });
        }
        let name = text(&self.name).ok_or(CannotChange::NoName)?;
        let time = match text(&self.time) {
            None => None,
            Some(time) => Some(WorkingTime::of_step(&time).ok_or(CannotChange::BadTime { text: time })?),
        };
        node.name = name;
        let person = node.step.responsible.person.take();
        node.step.responsible = Responsible { unit: text(&self.unit), role: text(&self.role), person };
        node.step.time = time;
        node.step.product = self.product.trim().into();
        node.step.product_english = self.product_english.trim().into();
        node.step.english = self.english.trim().into();
        node.step.outcomes = self.outcomes.clone();
        node.step.apart_from = self.apart_from.clone();
        match (&self.linked, &node.step.linked) {
            (Some(_), _) => node.kind = NodeKind::Task(Task::Service),
            (None, Some(_)) => node.kind = NodeKind::Task(Task::User),
            (None, None) => {}
        }
        node.step.linked = self.linked.clone();
        Ok(())
    }
}
