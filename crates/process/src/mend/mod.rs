//! What a person can complete in a drawing: for a finding that says what is missing, a proposal that can be looked at,
//! changed and accepted. Each is one form; [`crate::Edit::Mend`] carries it out.

mod accepted;
mod answer;
mod counter;
mod propose;
mod words;

pub(crate) use answer::answer_called;
pub use propose::{DECIDES, TOLD};
pub(crate) use propose::{english_of, unread_loop};

use crate::model::{Gateway, Means, Model, Node, NodeIndex, NodeKind, Task, plain_name};
use propose::is_empty;
use serde::{Deserialize, Serialize};

/// Elements are named by their ids; all else may be changed before it is carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Mend {
    /// A way out of a choice is one of the ways the step before turns out.
    Answer {
        flow: String,
        step: String,
        key: String,
        name: String,
        english: String,
        /// What it means to who applied.
        means: Means,
        condition: String,
        /// Other steps that may come before the choice instead; each may turn out so.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<String>,
    },
    /// A way is taken where this holds.
    Condition { flow: String, condition: String },
    /// A way out of a choice is taken where no condition holds.
    Otherwise { choice: String, flow: String },
    /// What follows where a way back was taken as often as it may be: this way, or an end of this name that is drawn.
    UsedUp { choice: String, flow: String, name: String },
    /// The maximum times a flow may go back.
    AtMost { flow: String, times: u32 },
    /// The maximum times a step is repeated; and the condition, where the one written could not be read.
    Rounds {
        step: String,
        times: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        condition: Option<String>,
    },
    /// An event happens when this holds.
    When { element: String, condition: String },
    /// A step by which something is returned.
    ReturnedBy { event: String, name: String },
    /// How long it takes, or until it comes.
    Time { element: String, time: String },
    /// How many times a step is done, once for each of several.
    Each { step: String, count: String },
    /// It is one step that somebody does.
    AsStep { element: String, name: String },
    /// Where ways meet, those that still come are waited for, and no others.
    Joined { element: String },
    /// Of the ways out of a choice one is taken.
    OneWay { choice: String },
    /// A step goes: the counter does it anyway, before or after the process.
    LeftOut { step: String },
    /// Behind this event nobody would decide: it is not waited for, or a step of this name decides behind it.
    Undecided { event: String, step: String },
    /// It begins when a dossier is filed, and waits for nothing.
    PlainStart { start: String },
    /// What the applicant is told there.
    Told { element: String, name: String },
    /// A step stays although the counter does it anyway.
    Kept { step: String },
    /// A start event before these.
    Start { scope: String, before: Vec<String> },
    /// One start event; the others go.
    OneStart { keep: String, others: Vec<String> },
    /// One process is run; the others are only drawn.
    OneProcess { keep: String, others: Vec<String> },
    /// An end event after these.
    End { scope: String, after: Vec<String> },
    /// An event sub-process is begun by a message of this name, or after a time where one is given.
    BegunBy { element: String, message: String, time: String, interrupting: bool },
    /// Somebody who may signs what is denied on a way: a step of this name, done as another is.
    Signed { flow: String, name: String, like: String },
    /// A flow goes.
    WithoutFlow { flow: String },
    /// What is raised where nobody catches it ends all, and means this to who applied.
    EndsThere { end: String, means: Means },
}

impl Mend {
    /// What follows a way back that is used up is a denial.
    pub fn denied(choice: &str) -> Mend {
        Mend::UsedUp { choice: choice.into(), flow: String::new(), name: propose::DENIED.0.into() }
    }

    /// Where what it settled is changed later: an element, or a way.
    pub(crate) fn settles(&self) -> &str {
        match self {
            Mend::Answer { step, .. } | Mend::Rounds { step, .. } | Mend::Each { step, .. } => step,
            Mend::Condition { flow, .. } | Mend::AtMost { flow, .. } => flow,
            Mend::WithoutFlow { flow } | Mend::Signed { flow, .. } => flow,
            Mend::UsedUp { choice, flow, .. } | Mend::Otherwise { choice, flow } => {
                if flow.is_empty() {
                    choice
                } else {
                    flow
                }
            }
            Mend::LeftOut { step } | Mend::Kept { step } => step,
            Mend::OneWay { choice } => choice,
            Mend::Time { element, .. }
            | Mend::AsStep { element, .. }
            | Mend::Joined { element }
            | Mend::When { element, .. }
            | Mend::Told { element, .. }
            | Mend::BegunBy { element, .. } => element,
            Mend::ReturnedBy { event, .. } | Mend::Undecided { event, .. } => event,
            Mend::PlainStart { start: own } => own,
            Mend::Start { before: own, .. } | Mend::End { after: own, .. } => {
                own.first().map_or("", String::as_str)
            }
            Mend::OneStart { keep, .. } | Mend::OneProcess { keep, .. } => keep,
            Mend::EndsThere { end, .. } => end,
        }
    }

    /// Who signs is nothing a drawing leaves open, nor is whether one way or several are taken: it is asked by itself, and not
    /// settled with the rest.
    pub fn is_asked_apart(&self) -> bool {
        matches!(self, Mend::Signed { .. } | Mend::OneWay { .. })
    }

    /// Whether it is about this element: it stands on the page of that one too.
    pub fn is_about(&self, model: &Model, id: &str) -> bool {
        match self {
            Mend::Answer { flow, step, also, .. } => {
                [flow, step].into_iter().chain(also).any(|own| own == id)
            }
            Mend::Condition { flow, .. } | Mend::AtMost { flow, .. } => flow == id,
            Mend::WithoutFlow { flow } | Mend::Signed { flow, .. } => flow == id,
            Mend::Otherwise { choice, .. } | Mend::UsedUp { choice, .. } | Mend::OneWay { choice } => {
                let from = model.flow(id).map(|flow| &model.nodes[flow.from].id);
                choice == id || from == Some(choice)
            }
            Mend::Rounds { step, .. }
            | Mend::Each { step, .. }
            | Mend::LeftOut { step }
            | Mend::Kept { step } => step == id,
            Mend::Time { element, .. }
            | Mend::AsStep { element, .. }
            | Mend::Joined { element }
            | Mend::When { element, .. }
            | Mend::BegunBy { element, .. } => element == id,
            Mend::ReturnedBy { event, .. } | Mend::Undecided { event, .. } => event == id,
            Mend::PlainStart { start: own } | Mend::Told { element: own, .. } => own == id,
            Mend::Start { scope, before: own } | Mend::End { scope, after: own } => {
                scope == id || own.iter().any(|own| own == id)
            }
            Mend::OneStart { keep, others } | Mend::OneProcess { keep, others } => {
                keep == id || others.iter().any(|own| own == id)
            }
            Mend::EndsThere { end, .. } => end == id,
        }
    }

    /// A start event that is not run.
    pub(crate) fn is_unread_start(node: &Node) -> bool {
        matches!(node.kind, NodeKind::Unsupported) && node.drawn.starts_with("<bpmn:startEvent")
    }

    /// What can be a step although it was drawn as something else.
    pub(crate) fn becomes_step(model: &Model, node: NodeIndex) -> bool {
        match model.nodes[node].kind {
            NodeKind::Unsupported | NodeKind::Call { .. } | NodeKind::Task(Task::BusinessRule) => true,
            NodeKind::Task(Task::Service) => !model.nodes[node].is_linked(),
            NodeKind::SubProcess(_) => is_empty(model, node),
            _ => false,
        }
    }

    /// Asks whether a step turned out so.
    pub(crate) fn turned_out(step: &str, key: &str) -> String {
        format!("steps.{}.outcome = \"{key}\"", plain_name(step))
    }

    pub(crate) fn is_choice(model: &Model, node: NodeIndex) -> bool {
        match model.nodes[node].kind {
            NodeKind::Gateway(gateway) => matches!(gateway, Gateway::Exclusive | Gateway::Inclusive),
            _ => true,
        }
    }
}
