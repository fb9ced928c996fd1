//! Ask for completion before acceptance (NĐ 61/2018 article 17; form 02): said once, in full.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::{Request, Stage};
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct AskCompletion {
    pub request: Request,
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
        _: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        AskCompletion::allowed(dossier, actor)?;
        if self.request.papers.is_empty() && self.request.words.is_empty() {
            return Err(Refusal::NothingAsked);
        }
        let fact = Fact::CompletionAsked { request: self.request.clone() };
        Ok(vec![Event::with(fact, Private::words(&self.request.words))])
    }
}
