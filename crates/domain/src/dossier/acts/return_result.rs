//! Return the result: at the counter, by post, or on the portal (NĐ 61/2018 article 20).

use crate::dossier::{Delivery, Dossier, Event, Fact, Private, Refusal, Stage, rights};
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Return {
    pub how: Delivery,
    /// Who took it; required at the counter.
    pub recipient: String,
}

impl Return {
    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::ResultReady => rights::must_apply_or_receive(dossier, actor)?,
            _ => return Err(dossier.wrong_stage()),
        }
        let online = dossier.delivery == Delivery::Online && dossier.result.is_some();
        if actor.officer().is_none() && !online { Err(Refusal::NotDeliveredOnline) } else { Ok(()) }
    }

    pub(super) fn decide(&self, dossier: &Dossier, actor: &Actor) -> Result<Vec<Event>, Refusal> {
        Return::allowed(dossier, actor)?;
        let how = if actor.officer().is_some() { self.how } else { Delivery::Online };
        if how == Delivery::Counter && self.recipient.is_empty() {
            return Err(Refusal::RecipientMissing);
        }
        let private = Private { recipient: self.recipient.clone(), ..Private::default() };
        Ok(vec![Event::with(Fact::Returned { how }, private)])
    }
}
