//! Ask for completion before acceptance (NĐ 61/2018 article 17; form 02): said once, in full.

use crate::dossier::{Dossier, Event, Fact, Private, Refusal, Request, Stage, rights};
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct AskCompletion {
    pub request: Request,
}

impl AskCompletion {
    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Submitted { .. } => rights::must_receive(dossier, actor),
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(&self, dossier: &Dossier, actor: &Actor) -> Result<Vec<Event>, Refusal> {
        AskCompletion::allowed(dossier, actor)?;
        if self.request.papers.is_empty() && self.request.words.is_empty() {
            return Err(Refusal::NothingAsked);
        }
        let fact = Fact::CompletionAsked { request: self.request.clone() };
        Ok(vec![Event::with(fact, Private::words(&self.request.words))])
    }
}
