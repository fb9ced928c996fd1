//! Finish a running step and start what comes next.

use super::offer::{Effect, Offer};
use crate::Language;
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::late::LateCause;
use crate::dossier::process_step;
use crate::dossier::refusal::{Refusal, all_of};
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::step::RunningStep;
use crate::officer::Actor;
use crate::procedure::Process;

#[derive(Clone, Debug, Default)]
pub struct FinishStep {
    /// Which of the running steps; it need not be said where only one runs.
    pub token: Option<u32>,
    pub words: String,
    /// How it turned out, where the process names outcomes: one of their keys.
    pub outcome: Option<String>,
    /// Why it is late, if it is.
    pub late: Option<LateCause>,
}

impl FinishStep {
    pub(super) const OFFER: Offer = Offer {
        key: "finish-step",
        name: ("Hoàn thành bước này", "Finish this step"),
        allowed: |dossier, actor, procedure, token| {
            FinishStep::allowed(dossier, actor, &procedure.process, token)
        },
        effect: |dossier, context, token| {
            let process = &context.procedure.process;
            let next = dossier.step(token).and_then(|step| process.next(&step.id));
            match next.map(|step| &step.name) {
                None if dossier
                    .step(token)
                    .is_some_and(|step| process_step::only_ends(dossier, step, process)) =>
                {
                    Effect::of(
                        "Chỉ bước này kết thúc; các bước khác của hồ sơ vẫn như cũ.",
                        "Only this step ends; the other steps stay as they are.",
                    )
                }
                // It turns out in one way only.
                None if dossier.step(token).is_some_and(|step| !turns_out(process, &step.id)) => {
                    Effect::of("Hồ sơ đi tiếp theo quy trình.", "The dossier goes on by its process.")
                }
                None => Effect::of(
                    "Hồ sơ đi tiếp theo quy trình, tùy kết quả của bước này.",
                    "The dossier goes on by its process, as this step turns out.",
                ),
                Some(name) => Effect {
                    vietnamese: format!("Hồ sơ chuyển sang bước “{}”.", name.get(Language::Vietnamese)),
                    english: format!("The dossier goes on to the step “{}”.", name.get(Language::English)),
                },
            }
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
                if process_step::may_lead(dossier, running, process).to_step {
                    Ok(())
                } else {
                    Err(Refusal::LastStepDecides)
                }
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
        FinishStep::allowed(dossier, actor, &context.procedure.process, self.token)?;
        let running = dossier.running(self.token)?;
        let late = late(running, self.late, &self.words, context);
        let named = context.procedure.process.outcomes(&running.id);
        let is_named = named.iter().any(|outcome| Some(&outcome.key) == self.outcome.as_ref());
        let outcome = if named.is_empty() || is_named { Ok(()) } else { Err(Refusal::OutcomeNotChosen) };
        all_of([outcome, late.clone().map(drop)])?;
        let (finished, after) = finished(dossier, running, actor, self.outcome.as_ref(), late?, context);
        let onward = process_step::finish(&after, running, context, None)?;
        if onward.ended {
            return Err(Refusal::LastStepDecides);
        }
        let mut events = vec![Event::with(finished, Private::words(&self.words))];
        events.extend(onward.events(Some(&running.unit), context));
        Ok(events)
    }
}

/// What is done late says why.
pub(super) fn late(
    running: &RunningStep,
    cause: Option<LateCause>,
    words: &str,
    context: &Context,
) -> Result<Option<LateCause>, Refusal> {
    match cause {
        _ if context.now <= running.due => Ok(None),
        None => Err(Refusal::LateCauseMissing),
        Some(LateCause::Other) if words.is_empty() => Err(Refusal::ReasonMissing),
        cause => Ok(cause),
    }
}

/// A running step as finished, and the dossier as the conditions that follow are to see it.
pub(super) fn finished(
    dossier: &Dossier,
    running: &RunningStep,
    actor: &Actor,
    outcome: Option<&String>,
    late: Option<LateCause>,
    context: &Context,
) -> (Fact, Dossier) {
    let named = context.procedure.process.outcomes(&running.id);
    let outcome = outcome.filter(|key| named.iter().any(|outcome| outcome.key == **key));
    let fact = Fact::StepFinished {
        step: running.id.clone(),
        outcome: outcome.cloned(),
        token: running.token,
        late,
    };
    let mut after = dossier.clone();
    after.note_done(running.token, outcome.cloned(), late, &actor.trace(), context.now);
    (fact, after)
}

/// Whether whoever finishes a step says how it turned out.
fn turns_out(process: &Process, step: &str) -> bool {
    process.model().node(step).is_some_and(|node| !node.step.outcomes.is_empty())
}
