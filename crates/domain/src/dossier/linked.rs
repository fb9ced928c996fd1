//! Dossiers that hang together across agencies (liên thông, NĐ 61/2018 article 3): the main one, which the applicant knows
//! and whose code is the only one the law asks for, and those opened for it in other agencies, each with its share of the
//! time. What a linked one finds comes back to the main one and leads its process on.

use super::acts::Context;
use super::{Dossier, DossierId, Event, Fact, FileFact, Outcome, Private, Refusal, Stage, Wait, onward};
use crate::agency::AgencyId;
use crate::code::DossierCode;
use crate::deadline::Limit;
use crate::procedure::ProcedureCode;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// What a linked dossier is part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Main {
    pub dossier: DossierId,
    pub code: DossierCode,
    /// The how-many-th of its linked dossiers this is, from 1.
    pub number: u32,
    /// Its share of the time, in working minutes.
    pub minutes: u32,
}

impl Main {
    pub fn limit(&self) -> Limit {
        match self.minutes % 60 {
            0 => Limit::WorkingHours(self.minutes / 60),
            _ => Limit::WorkingMinutes(self.minutes),
        }
    }
}

/// What another agency was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    pub number: u32,
    pub token: u32,
    /// The element of the drawing that says so.
    pub event: String,
    pub agency: AgencyId,
    pub procedure: ProcedureCode,
    pub minutes: u32,
    pub asked: Instant,
    pub due: Instant,
    pub answer: Option<Answer>,
    /// It is no longer needed.
    pub recalled: bool,
    /// What it answered, or what came before it, was sent back since.
    pub undone: bool,
}

/// What another agency found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub at: Instant,
    pub outcome: Outcome,
    pub document: String,
    /// It came on another way than by the linked dossier.
    pub outside: bool,
    /// What was found, as a file.
    pub result: Option<FileFact>,
}

impl Linked {
    pub fn is_open(&self) -> bool {
        self.answer.is_none() && !self.recalled
    }
}

impl Dossier {
    /// What other agencies still have to find.
    pub fn open_links(&self) -> impl Iterator<Item = &Linked> {
        self.linked.iter().filter(|linked| linked.is_open())
    }

    /// The main dossier has to do with the applicant, and so has only who leads it.
    pub(super) fn must_be_main(&self) -> Result<(), Refusal> {
        if self.main.is_none() { Ok(()) } else { Err(Refusal::OfTheMainDossier) }
    }

    /// Before everything ends: nobody needs to find anything any more.
    pub(super) fn recalls(&self) -> Vec<Event> {
        self.open_links().map(|linked| Fact::LinkedRecalled { number: linked.number }.into()).collect()
    }

    pub(super) fn note_answer(&mut self, number: u32, answer: Answer) {
        let Some(linked) = self.linked.iter_mut().find(|linked| linked.number == number) else { return };
        linked.answer = Some(answer);
        let (token, event) = (linked.token, linked.event.clone());
        self.forget_wait(token, &event);
    }
}

/// What another agency found, and what comes of it.
pub(super) fn answered(
    dossier: &Dossier,
    number: u32,
    answer: Answer,
    private: Private,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    if dossier.stage != Stage::Processing {
        return Err(dossier.wrong_stage());
    }
    let linked = dossier.open_links().find(|linked| linked.number == number).ok_or(Refusal::NotAwaited)?;
    let Wait { unit, .. } = dossier.wait(linked.token, &linked.event).ok_or(Refusal::NotAwaited)?;
    let mut after = dossier.clone();
    after.note_answer(number, answer.clone());
    let onward = onward::linked_done(&after, linked.token, unit, context)?;
    if onward.ended {
        return Err(Refusal::LastStepDecides);
    }
    let Answer { outcome, document, outside, result, .. } = answer;
    let fact =
        Fact::LinkedAnswered { number, event: linked.event.clone(), outcome, document, outside, result };
    let mut events = vec![Event::with(fact, private)];
    events.extend(onward.events(Some(unit), context));
    Ok(events)
}
