//! Take a running step, or give it to an officer of the division.

use super::Context;
use crate::dossier::{Dossier, Event, Fact, Refusal, RunningStep, Stage, rights};
use crate::officer::{Actor, Officer, Role};
use crate::procedure::Process;

#[derive(Clone, Debug)]
pub struct Assign {
    /// Which of the running steps, where the process is drawn.
    pub token: Option<u32>,
    pub to: Officer,
}

impl Assign {
    /// An officer may take a free step; a head may give it to anybody who can do it.
    pub fn allowed(
        dossier: &Dossier,
        actor: &Actor,
        process: &Process,
        token: Option<u32>,
    ) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                let unit = &dossier.running(token)?.unit;
                rights::must_handle(dossier, actor, process, token).map(|_| ()).or_else(|refusal| {
                    rights::must_lead(dossier, actor, std::iter::once(unit)).map_err(|_| refusal)
                })
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
        Assign::allowed(dossier, actor, process, self.token)?;
        let running = dossier.running(self.token)?;
        let own = actor.officer().is_some_and(|officer| officer.is(self.to.account));
        if !own {
            rights::must_lead(dossier, actor, std::iter::once(&running.unit))?;
        }
        if !can_do(dossier, running, &self.to, process) {
            return Err(Refusal::CannotBeAssigned);
        }
        rights::must_be_another(dossier, &self.to, process, &running.id)?;
        Ok(vec![Fact::Assigned { officer: self.to.account, token: self.token }.into()])
    }
}

fn can_do(dossier: &Dossier, running: &RunningStep, officer: &Officer, process: &Process) -> bool {
    let role = process.step(&running.id).map_or(Role::Officer, |step| step.role);
    let unit = officer.unit == running.unit || role == Role::AgencyHead;
    officer.agency == dossier.competent && officer.has(role) && unit
}
