//! Refuse reception, with reasons (NĐ 61/2018 article 17; form 03).

use crate::dossier::{Dossier, Event, Fact, Private, Refusal, Stage, rights};
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Refuse {
    pub reason: String,
}

impl Refuse {
    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Submitted { .. } | Stage::AwaitingCompletion { .. } => {
                rights::must_receive(dossier, actor)
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(&self, dossier: &Dossier, actor: &Actor) -> Result<Vec<Event>, Refusal> {
        Refuse::allowed(dossier, actor)?;
        if self.reason.is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        Ok(vec![Event::with(Fact::Refused {}, Private::words(&self.reason))])
    }
}
