//! Ask for completion before acceptance (NĐ 61/2018 article 17; form 02): said once, in full.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::{Request, Stage};
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct AskCompletion {
    pub request: Request,
    /// The number of the slip; empty where it has none.
    pub document: String,
}

impl AskCompletion {
    pub(super) const OFFER: Offer = Offer {
        key: "ask-completion",
        name: ("Yêu cầu hoàn thiện hồ sơ", "Ask for completion"),
        allowed: |dossier, actor, _, _| AskCompletion::allowed(dossier, actor),
        effect: |_, _, _| {
            Effect::of(
                "Hồ sơ chờ người nộp hoàn thiện; thời hạn giải quyết chưa tính. Người nộp được báo cần bổ sung gì.",
                "The dossier waits for the applicant; the limit does not run yet. The applicant is told what is missing.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Submitted { .. } => rights::must_receive(dossier, actor),
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        AskCompletion::allowed(dossier, actor)?;
        self.request.must_stand(dossier, context)?;
        let (request, document) = (self.request.under(context.pack), self.document.clone());
        Ok(vec![Event::with(Fact::CompletionAsked { request, document }, self.request.private())])
    }
}
