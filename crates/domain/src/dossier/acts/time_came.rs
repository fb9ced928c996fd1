//! A time a process waited for has come: the program's own act, brought by a job.

use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::process_step;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::wait::Awaited;
use crate::officer::Actor;
use crate::time::Instant;
use process::Happening;

#[derive(Clone, Debug)]
pub struct TimeCame {
    pub token: u32,
    pub event: String,
    /// The moment it was to come. Where it was moved since, another job brings it.
    pub at: Instant,
}

impl TimeCame {
    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        rights::must_be_program(actor)?;
        if dossier.stage != Stage::Processing {
            return Err(dossier.wrong_stage());
        }
        let wait = dossier.wait(self.token, &self.event).ok_or(Refusal::NotAwaited)?;
        match wait.what {
            Awaited::Time { due, .. } if due == self.at => {}
            _ => return Err(Refusal::NotAwaited),
        }
        let happening = Happening::Came { token: self.token, event: self.event.clone() };
        happened(dossier, wait.token, &wait.event, &happening, "", context)
    }
}

/// An event that was waited for, and what comes of it.
pub(super) fn happened(
    dossier: &Dossier,
    token: u32,
    event: &str,
    happening: &Happening,
    words: &str,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let wait = dossier.wait(token, event).ok_or(Refusal::NotAwaited)?;
    let onward = process_step::happen(dossier, (token, event), happening, context)?;
    if onward.ended {
        return Err(Refusal::LastStepDecides);
    }
    let fact = Fact::EventHappened { token, event: event.to_string() };
    let mut events = vec![Event::with(fact, crate::dossier::Private::words(words))];
    events.extend(onward.events(Some(&wait.unit), context));
    Ok(events)
}
