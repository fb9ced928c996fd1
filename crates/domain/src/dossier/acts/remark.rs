//! Write down an opinion: whoever does a step, leads the division, or was asked to support.

use super::Context;
use crate::dossier::{Dossier, Event, Fact, Involvement, Private, Refusal, rights};
use crate::officer::Actor;
use crate::procedure::Process;

#[derive(Clone, Debug)]
pub struct Remark {
    pub words: String,
}

impl Remark {
    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        let supports =
            actor.officer().is_some_and(|officer| dossier.involvement(officer) == Some(Involvement::Support));
        if !dossier.stage.with_a_division() {
            return Err(dossier.wrong_stage());
        }
        if supports { Ok(()) } else { rights::must_run(dossier, actor, process) }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Remark::allowed(dossier, actor, &context.procedure.process)?;
        if self.words.is_empty() {
            return Err(Refusal::OpinionMissing);
        }
        Ok(vec![Event::with(Fact::Remarked {}, Private::words(&self.words))])
    }
}
