//! Give a running step back: nobody has it any more, and whoever may do it can take it.

use crate::dossier::{Dossier, Event, Fact, Refusal, Stage, rights};
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Release {
    /// Which of the running steps, where the process is drawn.
    pub token: Option<u32>,
}

impl Release {
    /// Whoever has it gives it back, or a head does who could give it away.
    pub fn allowed(dossier: &Dossier, actor: &Actor, token: Option<u32>) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                let running = dossier.running(token)?;
                let assignee = running.assignee.ok_or(Refusal::NobodyHasIt)?;
                if actor.officer().is_some_and(|officer| officer.is(assignee)) {
                    return Ok(());
                }
                rights::must_lead(dossier, actor, std::iter::once(&running.unit))
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(&self, dossier: &Dossier, actor: &Actor) -> Result<Vec<Event>, Refusal> {
        Release::allowed(dossier, actor, self.token)?;
        Ok(vec![Fact::Released { token: self.token }.into()])
    }
}
