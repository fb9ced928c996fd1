//! What a drawing leaves open, or has that no dossier could go by, each with what would complete it.

use super::{LackKind, ends_undecided, is_run};
use crate::dossier::sends_message;
use crate::drawing::Drawing;
use crate::{Language, Text};
use process::{DECIDES, Finding, Gateway, Mend, Model, Names, NodeIndex, NodeKind, TOLD, Task};

/// A proposal, and why it is made.
#[derive(Clone, Debug)]
pub struct Open {
    pub why: WhyOpen,
    pub mend: Mend,
}

#[derive(Clone, Debug)]
pub enum WhyOpen {
    Finding(Finding),
    /// A dossier could not go by it: at this element.
    Lack {
        element: String,
        what: LackKind,
    },
    /// The one-stop counter does it anyway.
    Counter,
}

/// How steps are called that ask for what is missing, without case and marks.
const ADDITIONS: [&str; 10] = [
    "yeu cau bo sung",
    "de nghi bo sung",
    "thong bao bo sung",
    "bo sung ho so",
    "bo sung giay to",
    "hoan thien ho so",
    "additional document",
    "additional information",
    "request addition",
    "missing document",
];

/// By its name, whether a step asks for what is missing.
pub(super) fn asks_for_additions(name: &str) -> bool {
    holds(name, &ADDITIONS)
}

/// Whether a name holds one of some words, without case and marks.
fn holds(name: &str, words: &[&str]) -> bool {
    let name = typed::words(name).join(" ");
    words.iter().any(|words| name.contains(words))
}

/// What messages are called that are meant for somebody of the agency.
const REMINDERS: [&str; 9] = [
    "nhac viec",
    "nhac can bo",
    "nhac chuyen vien",
    "nhac nho can bo",
    "nhac nho chuyen vien",
    "bao lanh dao",
    "bao cao lanh dao",
    "remind the officer",
    "notify the officer",
];

pub(super) fn is_for_officers(name: &str) -> bool {
    holds(name, &REMINDERS)
}

/// How steps are called in which who applied takes it back.
const WITHDRAWALS: [&str; 6] =
    ["rut ho so", "rut don", "rut lai", "xin rut", "withdraw", "take back the application"];

pub(super) fn withdraws(name: &str) -> bool {
    holds(name, &WITHDRAWALS)
}

/// All that is proposed, in its order.
pub(super) fn open(drawing: &Drawing, findings: &[Finding], names: &Names) -> Vec<Open> {
    let model = drawing.model();
    let names = names.within(model);
    let known = |condition: &str| {
        let read = names.parse(condition).ok();
        read.is_some_and(|condition| names.check_condition(&condition).is_empty())
    };
    let beyond = beyond(drawing);
    let waits = |event: &str| {
        beyond.iter().any(
            |it| matches!(&it.mend, Mend::Undecided { event: own, step } if own == event && step.is_empty()),
        )
    };
    let found = findings.iter().filter_map(|found| {
        let mend = match Mend::of(model, found)? {
            // Nobody knows what it asks: how the step before turns out does.
            Mend::Condition { flow, condition } if !known(&condition) => {
                Mend::answered(model, &flow).unwrap_or(Mend::Condition { flow, condition })
            }
            mend => mend,
        };
        Some(Open { why: WhyOpen::Finding(found.clone()), mend })
    });
    // Of what is proposed to go nothing else is asked.
    let found = found.filter(|it| !matches!(&it.why, WhyOpen::Finding(found) if waits(&found.element)));
    let mut all: Vec<Open> = found.collect();
    let asked = |all: &[Open], element: &str| {
        all.iter().any(|it| matches!(&it.why, WhyOpen::Finding(found) if found.element == element))
    };
    for it in beyond {
        let element = it.element().to_string();
        if !asked(&all, &element) {
            all.push(it);
        }
    }
    all.extend(Mend::of_the_counter(model).into_iter().map(|mend| Open { why: WhyOpen::Counter, mend }));
    all
}

/// What the counter, or whoever keeps what was decided, does anyway.
const DONE_ANYWAY: (&str, &str) = (
    "Hệ thống đã có việc này ngoài các bước của quy trình.",
    "This is done anyway, outside of the steps of a process.",
);

impl WhyOpen {
    /// Why something is proposed.
    pub fn sentence(&self) -> Text {
        match self {
            WhyOpen::Finding(found) => found.trouble.sentences(),
            WhyOpen::Lack { what, .. } => {
                let said = |language| what.sentence(language);
                Text::new(said(Language::Vietnamese), said(Language::English))
            }
            WhyOpen::Counter => Text::new(DONE_ANYWAY.0, DONE_ANYWAY.1),
        }
    }
}

impl Open {
    /// The element it is about, where it is no finding.
    fn element(&self) -> &str {
        match &self.why {
            WhyOpen::Finding(found) => &found.element,
            WhyOpen::Lack { element, .. } => element,
            WhyOpen::Counter => "",
        }
    }

    /// Whether a step goes by it.
    pub fn drops(&self, id: &str) -> bool {
        matches!(&self.mend, Mend::LeftOut { step } if step == id)
    }
}

/// What no dossier could go by.
fn beyond(drawing: &Drawing) -> Vec<Open> {
    let model = drawing.model();
    let (mut all, runs) = (Vec::new(), model.running_scopes());
    for (place, node) in model.nodes.iter().enumerate().filter(|(_, node)| runs.contains(&node.scope)) {
        let id = || node.id.clone();
        let mut lack =
            |what, mend| all.push(Open { why: WhyOpen::Lack { element: node.id.clone(), what }, mend });
        match &node.kind {
            NodeKind::Start(Some(_)) if !is_run(model, node) => {
                lack(LackKind::NotInADossier, Mend::PlainStart { start: id() });
            }
            NodeKind::Task(Task::Service) if !node.is_linked() => {
                let name = if node.name.is_empty() { id() } else { node.name.clone() };
                lack(LackKind::NotInADossier, Mend::AsStep { element: id(), name });
            }
            kind if sends_message(kind) && node.name.trim().is_empty() => {
                lack(LackKind::NoMessage, Mend::Told { element: id(), name: TOLD.0.into() });
            }
            _ if ends_undecided(drawing, place) => {
                lack(LackKind::EndsUndecided, Mend::Undecided { event: id(), step: decides(model, place) });
            }
            _ => {}
        }
    }
    all
}

/// What is merely waited for at the end goes; what ends a step early is decided.
fn decides(model: &Model, event: NodeIndex) -> String {
    let id = &model.nodes[event].id;
    let kept = model.scopes.iter().flat_map(|scope| &scope.accepted).any(|it| it.kept && it.element == *id);
    let waits = matches!(model.nodes[event].kind, NodeKind::Catch(_)) && !kept;
    if waits && is_droppable(model, id) { String::new() } else { DECIDES.0.into() }
}

/// Whether what is waited for can be left out: where it is one of several, it is an answer to a choice.
pub fn is_droppable(model: &Model, event: &str) -> bool {
    let among = |flow: &usize| {
        matches!(model.nodes[model.flows[*flow].from].kind, NodeKind::Gateway(Gateway::EventBased))
    };
    model.node(event).is_some_and(|node| match node.kind {
        NodeKind::Catch(_) => !node.incoming.iter().any(among),
        NodeKind::Boundary { .. } | NodeKind::EventSubProcess { .. } => true,
        _ => false,
    })
}
