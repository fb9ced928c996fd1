//! Withdraw: the applicant takes the dossier back before it is decided.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::reason_code::ReasonCode;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Withdraw {
    /// The applicant need not say why; the counter writes how the request was expressed.
    pub words: String,
    pub reason_code: Option<ReasonCode>,
}

impl Withdraw {
    pub(super) const OFFER: Offer = Offer {
        key: "withdraw",
        name: ("Ghi nhận rút hồ sơ", "Record a withdrawal"),
        allowed: |dossier, actor, _, _| Withdraw::allowed(dossier, actor),
        effect: |_, _, _| {
            Effect::of(
                "Hồ sơ kết thúc theo yêu cầu của người nộp.",
                "The dossier ends at the applicant's request.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Submitted { .. }
            | Stage::AwaitingCompletion { .. }
            | Stage::Accepted
            | Stage::Processing
            | Stage::PausedForApplicant { .. }
            | Stage::PausedForFee { .. } => {
                dossier.must_be_main()?;
                rights::must_apply_or_receive(dossier, actor)
            }
            Stage::Refused | Stage::Withdrawn | Stage::Stopped | Stage::ResultReady | Stage::Returned => {
                Err(dossier.wrong_stage())
            }
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Withdraw::allowed(dossier, actor)?;
        if actor.officer().is_some() && self.words.is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        let mut events = dossier.recalls();
        let reason_code = ReasonCode::among(self.reason_code, context.pack.withdrawal_codes);
        events.push(Event::with(Fact::Withdrawn { reason_code }, Private::words(&self.words)));
        Ok(events)
    }
}
