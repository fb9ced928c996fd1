//! What another agency found, and what comes of it in the main dossier.

use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::link::{LinkAnswer, Linked};
use crate::dossier::process_step;
use crate::dossier::refusal::Refusal;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::wait::Wait;

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

    pub(super) fn note_answer(&mut self, number: u32, answer: LinkAnswer) {
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
    answer: LinkAnswer,
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
    let onward = process_step::linked_done(&after, linked.token, unit, context)?;
    if onward.ended {
        return Err(Refusal::LastStepDecides);
    }
    let LinkAnswer { outcome, document, outside, result, .. } = answer;
    let fact =
        Fact::LinkedAnswered { number, event: linked.event.clone(), outcome, document, outside, result };
    let mut events = vec![Event::with(fact, private)];
    events.extend(onward.events(Some(unit), context));
    Ok(events)
}
