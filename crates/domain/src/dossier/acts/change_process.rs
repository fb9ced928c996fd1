//! Move a running dossier to another version of its process: only by a plan somebody answers for, and only where its place
//! in the new one is plain. What does not fit stays.

use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::placing;
use crate::dossier::process_step;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::step::RunningStep;
use crate::dossier::unplaced::Unplaced;
use crate::dossier::waiting;
use crate::officer::{AccountId, Actor};
use crate::procedure::{Procedure, Process};
use process::Marking;

#[derive(Clone, Debug)]
pub struct ChangeProcess {
    pub to: Box<Process>,
    /// Who answers for the plan.
    pub decided_by: AccountId,
}

impl ChangeProcess {
    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        rights::must_be_program(actor)?;
        let running = place(dossier, &context.procedure.process, &self.to).map_err(|why| match why {
            Unplaced::NotOneStep if dossier.stage != Stage::Processing => dossier.wrong_stage(),
            why => Refusal::Unplaced { why },
        })?;
        let token = dossier.marking.last + 1;
        let mut events: Vec<Event> = vec![
            Fact::ProcessChanged {
                version: self.to.version,
                token: Some(token),
                steps_total: self.to.steps.len() as u32,
                decided_by: self.decided_by,
            }
            .into(),
        ];
        let mut marking = Marking { last: dossier.marking.last, ..Marking::default() };
        let moved = placing::at_step(self.to.model(), &running.id, &marking);
        marking.apply(&moved);
        events.push(Fact::ProcessMoved { moves: vec![moved] }.into());
        // What is waited for there is waited for from now on.
        let procedure = Procedure { process: (*self.to).clone(), ..context.procedure.clone() };
        let context = Context { procedure: &procedure, ..*context };
        let bare = Dossier { waits: Vec::new(), ..dossier.clone() };
        let awaited = waiting::begun(
            &bare,
            &marking,
            &[],
            Some(&running.unit),
            &process_step::seen(&bare, None, &context),
            &context,
        )?;
        events.extend(awaited.into_iter().map(Event::from));
        Ok(events)
    }
}

/// The running step of a dossier, if it has its place in another version too.
pub fn place<'a>(dossier: &'a Dossier, from: &Process, to: &Process) -> Result<&'a RunningStep, Unplaced> {
    if from.version == to.version {
        return Err(Unplaced::Same);
    }
    let ([running], Stage::Processing) = (dossier.steps.as_slice(), &dossier.stage) else {
        return Err(Unplaced::NotOneStep);
    };
    if running.token.is_some() && !placing::stands_at_one(from.model(), &dossier.marking) {
        return Err(Unplaced::NotOneStep);
    }
    let step = to.step(&running.id).ok_or(Unplaced::StepGone)?;
    let role = from.step(&running.id).map(|step| step.role);
    if step.unit != running.unit || role.is_some_and(|role| role != step.role) {
        return Err(Unplaced::OtherDoer);
    }
    placing::place_of(to, &running.id).map(|()| running)
}
