//! Record that something came which the process waits for from outside: a reply, a decision of somebody else.

use super::{Context, time_came};
use crate::dossier::{Awaited, Dossier, Event, Refusal, Stage, Wait, rights};
use crate::officer::Actor;
use process::Happening;

#[derive(Clone, Debug)]
pub struct Receive {
    /// The event, by its id in the drawing.
    pub event: String,
    pub words: String,
}

impl Receive {
    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        if dossier.stage != Stage::Processing {
            return Err(dossier.wrong_stage());
        }
        let mut first = Err(Refusal::NotAwaited);
        for wait in receivable(dossier) {
            match rights::must_look_after(dossier, actor, wait) {
                Ok(()) => return Ok(()),
                Err(refusal) => first = Err(refusal),
            }
        }
        first
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Receive::allowed(dossier, actor)?;
        let wait = receivable(dossier).find(|wait| wait.event == self.event).ok_or(Refusal::NotAwaited)?;
        rights::must_look_after(dossier, actor, wait)?;
        let happening = match &wait.what {
            Awaited::Message { name } => Happening::Message { name: name.clone() },
            Awaited::Signal { name } => Happening::Signal { name: name.clone() },
            Awaited::Time { .. } => return Err(Refusal::NotAwaited),
        };
        time_came::happened(dossier, wait.token, &wait.event, &happening, &self.words, context)
    }
}

/// What is waited for from outside, the oldest first.
pub fn receivable(dossier: &Dossier) -> impl Iterator<Item = &Wait> {
    dossier.waits.iter().filter(|wait| wait.what.name().is_some())
}
