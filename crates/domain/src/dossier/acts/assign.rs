//! Take the running step, or give it to an officer of the division.

use super::Context;
use crate::dossier::{Dossier, Event, Fact, Refusal, Stage, rights};
use crate::officer::{Actor, Officer, Role};
use crate::procedure::Process;

#[derive(Clone, Debug)]
pub struct Assign {
    pub to: Officer,
}

impl Assign {
    /// An officer may take a free step; a head may give it to anybody who can do it.
    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => rights::must_handle(dossier, actor, process)
                .map(|_| ())
                .or_else(|refusal| rights::must_lead(dossier, actor).map(|_| ()).map_err(|_| refusal)),
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
        Assign::allowed(dossier, actor, process)?;
        let own = actor.officer().is_some_and(|officer| officer.account == self.to.account);
        if !own {
            rights::must_lead(dossier, actor)?;
        }
        if !can_do(dossier, &self.to, process) {
            return Err(Refusal::CannotBeAssigned);
        }
        Ok(vec![Fact::Assigned { officer: self.to.account }.into()])
    }
}

fn can_do(dossier: &Dossier, officer: &Officer, process: &Process) -> bool {
    let Some(running) = &dossier.step else { return false };
    let role = process.step(&running.id).map_or(Role::Officer, |step| step.role);
    let unit = officer.unit == running.unit || role == Role::AgencyHead;
    officer.agency == dossier.competent && officer.has(role) && unit
}
