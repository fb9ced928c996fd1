//! Refuse reception, with reasons (NĐ 61/2018 article 17; form 03).

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::reason_code::ReasonCode;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug, Default)]
pub struct Refuse {
    pub reason: String,
    /// The number of the slip; empty where it has none.
    pub document: String,
    pub reason_code: Option<ReasonCode>,
}

impl Refuse {
    pub(super) const OFFER: Offer = Offer {
        key: "refuse",
        name: ("Từ chối tiếp nhận", "Refuse reception"),
        allowed: |dossier, actor, _, _| Refuse::allowed(dossier, actor),
        effect: |_, _, _| {
            Effect::of(
                "Hồ sơ kết thúc, không cấp mã. Người nộp được báo lý do.",
                "The dossier ends without a code. The applicant is told why.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Submitted { .. } | Stage::AwaitingCompletion { .. } => {
                rights::must_receive(dossier, actor)
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Refuse::allowed(dossier, actor)?;
        if self.reason.is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        let reason_code = ReasonCode::among(self.reason_code, context.pack.refusal_codes);
        let fact = Fact::Refused { document: self.document.clone(), reason_code };
        Ok(vec![Event::with(fact, Private::words(&self.reason))])
    }
}
