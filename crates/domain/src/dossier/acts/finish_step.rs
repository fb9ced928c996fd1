//! Finish the running step and start what comes next.

use super::Context;
use crate::dossier::{Dossier, Event, Fact, Outcome, Private, Refusal, Stage, onward, rights};
use crate::officer::Actor;
use crate::procedure::Process;

#[derive(Clone, Debug, Default)]
pub struct FinishStep {
    pub words: String,
    /// How it turned out, where the process names outcomes: one of their keys.
    pub outcome: Option<String>,
}

impl FinishStep {
    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                rights::must_handle(dossier, actor, process)?;
                let (on, _) = onward::may_lead(dossier, process);
                if on { Ok(()) } else { Err(Refusal::LastStepDecides) }
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
        FinishStep::allowed(dossier, actor, &context.procedure.process)?;
        let running = dossier.step.as_ref().ok_or_else(|| dossier.wrong_stage())?;
        let (finished, after) = finished(dossier, self.outcome.as_ref(), context)?;
        let named = context.procedure.process.outcomes(&running.id);
        if !named.is_empty() && !named.iter().any(|outcome| Some(&outcome.key) == self.outcome.as_ref()) {
            return Err(Refusal::OutcomeNotChosen);
        }
        let mut onward = onward::finish(&after, context, None)?;
        let next = onward.next.take().ok_or(Refusal::LastStepDecides)?;
        let mut events = vec![Event::with(finished, Private::words(&self.words))];
        events.extend(onward.moved());
        if next.step.unit != running.unit {
            let from = Some(running.unit.clone());
            events.push(Fact::HandedOver { from, to: next.step.unit.clone() }.into());
        }
        events.push(next.started(context));
        Ok(events)
    }
}

/// The running step as finished, and the dossier as the conditions that follow are to see it.
pub(super) fn finished(
    dossier: &Dossier,
    outcome: Option<&String>,
    context: &Context,
) -> Result<(Fact, Dossier), Refusal> {
    let running = dossier.step.as_ref().ok_or_else(|| dossier.wrong_stage())?;
    let named = context.procedure.process.outcomes(&running.id);
    let outcome = outcome.filter(|key| named.iter().any(|outcome| outcome.key == **key));
    let fact = Fact::StepFinished { step: running.id.clone(), outcome: outcome.cloned() };
    let mut after = dossier.clone();
    after.note_done(outcome.cloned(), context.now);
    after.step = dossier.step.clone();
    Ok((fact, after))
}

/// How a decision stands for the outcomes a last step may name: they have the same keys.
pub(super) fn outcome_of(outcome: Outcome, named: &[process::Outcome]) -> Option<String> {
    let key = match outcome {
        Outcome::Granted => "granted",
        Outcome::Denied => "denied",
    };
    named.iter().any(|named| named.key == key).then(|| key.to_string())
}
