//! Stop handling, with a reason and a document (national status 8).

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::reason_code::ReasonCode;
use crate::dossier::refusal::{Refusal, all_of, written};
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Stop {
    pub document: String,
    pub reason: String,
    pub reason_code: Option<ReasonCode>,
}

impl Stop {
    pub(super) const OFFER: Offer = Offer {
        key: "stop",
        name: ("Dừng giải quyết", "Stop handling"),
        allowed: |dossier, actor, _, _| Stop::allowed(dossier, actor),
        effect: |_, _, _| {
            Effect::of(
                "Hồ sơ kết thúc, không có kết quả. Người nộp được báo lý do.",
                "The dossier ends without a result. The applicant is told why.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Accepted
            | Stage::Processing
            | Stage::PausedForApplicant { .. }
            | Stage::PausedForFee { .. } => {
                dossier.must_be_main()?;
                // What only waits belongs to a division too.
                let steps = dossier.steps.iter().map(|step| &step.unit);
                rights::must_lead(dossier, actor, steps.chain(dossier.waits.iter().map(|wait| &wait.unit)))
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
        Stop::allowed(dossier, actor)?;
        all_of([
            written(&self.document, Refusal::DocumentMissing),
            written(&self.reason, Refusal::ReasonMissing),
        ])?;
        let reason_code = ReasonCode::among(self.reason_code, context.pack.stop_codes);
        let fact = Fact::Stopped { document: self.document.clone(), reason_code };
        let mut events = dossier.recalls();
        events.push(Event::with(fact, Private::words(&self.reason)));
        Ok(events)
    }
}
