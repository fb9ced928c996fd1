//! Finish the running step and start the next.

use super::Context;
use crate::dossier::{Dossier, Event, Fact, Private, Refusal, Stage, rights};
use crate::officer::Actor;
use crate::procedure::{Process, Step};

#[derive(Clone, Debug)]
pub struct FinishStep {
    pub words: String,
}

impl FinishStep {
    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                rights::must_handle(dossier, actor, process)?;
                if is_last(dossier, process) { Err(Refusal::LastStepDecides) } else { Ok(()) }
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
        FinishStep::allowed(dossier, actor, process)?;
        let running = dossier.step.as_ref().ok_or_else(|| dossier.wrong_stage())?;
        let next = process.after(&running.id).ok_or(Refusal::LastStepDecides)?;
        let finished = Fact::StepFinished { step: running.id.clone() };
        let mut events = vec![Event::with(finished, Private::words(&self.words))];
        if next.unit != running.unit {
            let from = Some(running.unit.clone());
            events.push(Fact::HandedOver { from, to: next.unit.clone() }.into());
        }
        events.push(started(next, context));
        Ok(events)
    }
}

pub(super) fn started(step: &Step, context: &Context) -> Event {
    let due = context.calendar.after_working_minutes(context.now, step.hours * 60);
    Fact::StepStarted { step: step.id.clone(), unit: step.unit.clone(), due }.into()
}

pub(super) fn is_last(dossier: &Dossier, process: &Process) -> bool {
    dossier.step.as_ref().is_some_and(|running| process.after(&running.id).is_none())
}
