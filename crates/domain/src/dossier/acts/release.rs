//! Give a running step back: nobody has it any more, and whoever may do it can take it.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Release {
    /// Which of the running steps; it need not be said where only one runs.
    pub token: Option<u32>,
}

impl Release {
    pub(super) const OFFER: Offer = Offer {
        key: "release",
        name: ("Trả việc về phòng", "Give the step back"),
        allowed: |dossier, actor, _, token| Release::allowed(dossier, actor, token),
        effect: |_, _, _| {
            Effect::of(
                "Không ai giữ bước này nữa; người làm được trong phòng có thể nhận.",
                "Nobody has this step any more; whoever can do it may take it.",
            )
        },
    };

    /// Whoever has it gives it back, or a head does who could give it away.
    pub fn allowed(dossier: &Dossier, actor: &Actor, token: Option<u32>) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                let running = dossier.running(token)?;
                let assignee = running.assignee.ok_or(Refusal::NobodyHasIt)?;
                if actor.officer().is_some_and(|officer| officer.is(assignee)) {
                    return Ok(());
                }
                rights::must_lead(dossier, actor, [&running.unit])
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        _: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Release::allowed(dossier, actor, self.token)?;
        Ok(vec![Fact::Released { token: dossier.running(self.token)?.token }.into()])
    }
}
