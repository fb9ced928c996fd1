//! A linked dossier is no longer needed: the main one ended, went another way, or has its answer. The program's own act.

use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Recall;

impl Recall {
    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        _: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        rights::must_be_program(actor)?;
        if dossier.main.is_none() || dossier.stage.kind().closed() {
            return Err(dossier.wrong_stage());
        }
        let mut events = dossier.recalls();
        events.push(Fact::Recalled {}.into());
        Ok(events)
    }
}
