//! Send back: a step done before is done once more. Nothing is deleted: what came of it is named as undone, by an act with
//! its reason, and its record stays.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::process_step;
use crate::dossier::refusal::{Refusal, all_of, written};
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::step::{DoneStep, RunningStep};
use crate::officer::Actor;
use crate::procedure::Process;

#[derive(Clone, Debug)]
pub struct SendBack {
    /// Which of the running steps; it need not be said where only one runs.
    pub token: Option<u32>,
    /// The step to be done once more.
    pub to: String,
    pub reason: String,
}

impl SendBack {
    pub(super) const OFFER: Offer = Offer {
        key: "send-back",
        name: ("Trả lại bước trước", "Send back to an earlier step"),
        allowed: |dossier, actor, procedure, token| {
            SendBack::allowed(dossier, actor, &procedure.process, token)
        },
        effect: |_, _, _| {
            Effect::of(
                "Bước được chọn làm lại từ đầu, giao cho người đã làm. Những gì đã làm vẫn còn trong lịch sử.",
                "The chosen step is done again, by whoever did it. What was done stays in the history.",
            )
        },
    };

    pub fn allowed(
        dossier: &Dossier,
        actor: &Actor,
        process: &Process,
        token: Option<u32>,
    ) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                let running = rights::must_handle(dossier, actor, process, token)?;
                if ways_back(dossier, running).is_empty() { Err(Refusal::NoStepBack) } else { Ok(()) }
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        let process = &context.procedure.process;
        SendBack::allowed(dossier, actor, process, self.token)?;
        let running = dossier.running(self.token)?;
        let ways = ways_back(dossier, running);
        let place = ways.iter().find(|place| dossier.steps_done[**place].id == self.to);
        let place = place.copied().ok_or(Refusal::NoStepBack);
        all_of([place.clone().map(drop), written(&self.reason, Refusal::ReasonMissing)])?;
        let place = place?;
        let (onward, undone) = process_step::back(dossier, running, place, context)?;
        let process_step::Undoing { steps: undone, linked } = undone;
        let (step, to) = (running.id.clone(), self.to.clone());
        let fact = Fact::SentBack { step, token: running.token, to, undone, linked };
        let mut events = vec![Event::with(fact, Private::words(&self.reason))];
        events.extend(onward.events(Some(&running.unit), context));
        // Whoever did it does it again.
        let did = &dossier.steps_done[place];
        let begun = events.iter().rev().find_map(|event| match &event.fact {
            Fact::StepStarted { step, token, .. } if *step == self.to => Some(*token),
            _ => None,
        });
        if let (Some(officer), Some(token)) = (did.stands_for.or(did.by), begun) {
            events.push(Fact::Assigned { officer, token }.into());
        }
        Ok(events)
    }
}

/// The finished steps a running step may be sent back to, by their places, the last finished first; each step once.
pub(super) fn ways_back(dossier: &Dossier, running: &RunningStep) -> Vec<usize> {
    let mut ways: Vec<usize> = Vec::new();
    for (place, done) in dossier.steps_done.iter().enumerate().rev() {
        let known = |other: &usize| dossier.steps_done[*other].id == done.id;
        if !done.undone && !ways.iter().any(known) && process_step::leads_back(dossier, running, done) {
            ways.push(place);
        }
    }
    ways
}

/// Where a running step may be sent back to, for pages.
pub fn steps_back(dossier: &Dossier, token: Option<u32>) -> Vec<&DoneStep> {
    let Some(running) = dossier.step(token) else { return Vec::new() };
    ways_back(dossier, running).into_iter().map(|place| &dossier.steps_done[place]).collect()
}
