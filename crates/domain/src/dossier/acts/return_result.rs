//! Return the result: at the counter, by post, or on the portal (NĐ 61/2018 article 20).

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::delivery::Delivery;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Return {
    pub how: Delivery,
    /// Who took it; required at the counter.
    pub recipient: String,
}

impl Return {
    pub(super) const OFFER: Offer = Offer {
        key: "return",
        name: ("Trả kết quả", "Return the result"),
        allowed: |dossier, actor, _, _| Return::allowed(dossier, actor),
        effect: |_, _, _| {
            Effect::of(
                "Hồ sơ kết thúc: kết quả đã đến tay người nhận.",
                "The dossier ends: the result has reached the recipient.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::ResultReady => rights::must_apply_or_receive(dossier, actor)?,
            _ => return Err(dossier.wrong_stage()),
        }
        let online = dossier.delivery == Delivery::Online && dossier.result.is_some();
        if actor.officer().is_none() && !online { Err(Refusal::NotDeliveredOnline) } else { Ok(()) }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        _: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Return::allowed(dossier, actor)?;
        let how = if actor.officer().is_some() { self.how } else { Delivery::Online };
        if how == Delivery::Counter && self.recipient.is_empty() {
            return Err(Refusal::RecipientMissing);
        }
        let private = Private { recipient: self.recipient.clone(), ..Private::default() };
        Ok(vec![Event::with(Fact::Returned { how }, private)])
    }
}
