//! A linked dossier is no longer needed: the main one ended, went another way, or has its answer. The program's own act.

use crate::dossier::{Dossier, Event, Fact, Refusal, rights};
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Recall;

impl Recall {
    pub(super) fn decide(&self, dossier: &Dossier, actor: &Actor) -> Result<Vec<Event>, Refusal> {
        rights::must_be_program(actor)?;
        if dossier.main.is_none() || dossier.stage.kind().closed() {
            return Err(dossier.wrong_stage());
        }
        let mut events = dossier.recalls();
        events.push(Fact::Recalled {}.into());
        Ok(events)
    }
}
