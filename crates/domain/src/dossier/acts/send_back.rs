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
use crate::officer::{Actor, Role};
use crate::procedure::Process;
use crate::{Language, Text};

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
        effect: |dossier, context, token| {
            let mut effect = Effect::of(
                "Bước được chọn làm lại từ đầu, giao cho người đã làm. Những gì đã làm vẫn còn trong lịch sử.",
                "The chosen step is done again, by whoever did it. What was done stays in the history.",
            );
            let process = &context.procedure.process;
            for past in dossier
                .step(token)
                .map(|running| past_bounds(dossier, running, process))
                .into_iter()
                .flatten()
            {
                let (to, times) = (&past.to, past.times);
                effect.vietnamese += &format!(
                    " Theo quy trình đã quay lại bước “{}” đủ {times} lần: trả lại nữa là do lãnh đạo quyết định, và được ghi rõ.",
                    to.get(Language::Vietnamese)
                );
                effect.english += &format!(
                    " By the process it has gone back to “{}” as often as it may ({times}): once more is for a head to decide, and is recorded so.",
                    to.get(Language::English)
                );
            }
            effect
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
                let mut answers = ways_back(dossier, running).into_iter();
                let first = answers.next().ok_or(Refusal::NoStepBack)?;
                let may = |place| SendBack::may(dossier, actor, process, running, place);
                may(first).map(drop).or_else(|refusal| match answers.any(|place| may(place).is_ok()) {
                    true => Ok(()),
                    false => Err(refusal),
                })
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    /// Whether it may go back there. A bound is the agency's own rule of what its process does by itself: who does a step
    /// keeps to it, and whoever heads them may stand above it, as the law has it, and answers for that by name.
    fn may(
        dossier: &Dossier,
        actor: &Actor,
        process: &Process,
        running: &RunningStep,
        place: usize,
    ) -> Result<Option<u32>, Refusal> {
        let Some(past) = past_bound(dossier, running, &dossier.steps_done[place], process) else {
            return Ok(None);
        };
        let heads = [Role::DivisionHead, Role::AgencyHead];
        match actor.officer().is_some_and(|officer| heads.iter().any(|role| officer.has(*role))) {
            true => Ok(Some(past.times)),
            false => Err(Refusal::BackUsedUp { to: past.to, times: past.times }),
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
        let past = SendBack::may(dossier, actor, process, running, place)?;
        let (onward, undone) = process_step::back(dossier, running, place, context)?;
        let process_step::Undoing { steps: undone, linked } = undone;
        let (step, to) = (running.id.clone(), self.to.clone());
        let fact = Fact::SentBack { step, token: running.token, to, undone, linked, past };
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

/// The finished steps a running step may be sent back to, by their places, the last finished first; each step once, and not
/// itself, which is to be done anyway.
pub(super) fn ways_back(dossier: &Dossier, running: &RunningStep) -> Vec<usize> {
    let mut ways: Vec<usize> = Vec::new();
    for (place, done) in dossier.steps_done.iter().enumerate().rev() {
        let known = |other: &usize| dossier.steps_done[*other].id == done.id;
        let other = done.id != running.id;
        if other
            && !done.undone
            && !ways.iter().any(known)
            && process_step::leads_back(dossier, running, done)
        {
            ways.push(place);
        }
    }
    ways
}

/// A step that by the drawing is come to again only by a way back that was taken so often, and no more.
struct PastBound {
    to: Text,
    times: u32,
}

fn past_bound(
    dossier: &Dossier,
    running: &RunningStep,
    to: &DoneStep,
    process: &Process,
) -> Option<PastBound> {
    let (model, at) = (process.model(), process_step::stands(dossier, running)?);
    let (from, there) = (model.index(&running.id)?, model.index(&to.id)?);
    let way = process.drawing.used_up_between(from, there, at)?;
    let name = process.name_of(&to.id).unwrap_or_else(|| Text::new(&to.id, ""));
    Some(PastBound { to: name, times: model.flows[way].at_most? })
}

fn past_bounds(dossier: &Dossier, running: &RunningStep, process: &Process) -> Vec<PastBound> {
    let ways = ways_back(dossier, running).into_iter();
    ways.filter_map(|place| past_bound(dossier, running, &dossier.steps_done[place], process)).collect()
}

/// Where an officer may send a running step back to.
pub fn steps_back_by<'a>(
    dossier: &'a Dossier,
    actor: &Actor,
    process: &Process,
    token: Option<u32>,
) -> Vec<&'a DoneStep> {
    let Some(running) = dossier.step(token) else { return Vec::new() };
    let ways = ways_back(dossier, running).into_iter();
    let ways = ways.filter(|place| SendBack::may(dossier, actor, process, running, *place).is_ok());
    ways.map(|place| &dossier.steps_done[place]).collect()
}

/// Where a running step may be sent back to, for pages.
pub fn steps_back(dossier: &Dossier, token: Option<u32>) -> Vec<&DoneStep> {
    let Some(running) = dossier.step(token) else { return Vec::new() };
    ways_back(dossier, running).into_iter().map(|place| &dossier.steps_done[place]).collect()
}
