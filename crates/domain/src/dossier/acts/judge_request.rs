//! Judge a request for completion: whose fault it was that the file was not whole, with what proves it. Never by who asked
//! (TT 01/2018 article 13: contacts count but for the applicant's fault).

use super::offer::{Effect, Offer};
use crate::dossier::asked::{AtFault, CompletionRequest};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::refusal::{Refusal, all_of, written};
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::{Actor, Role};

#[derive(Clone, Debug)]
pub struct JudgeRequest {
    /// Which of them: the first is 1.
    pub round: u32,
    pub fault: Option<AtFault>,
    /// The number or name of what proves it.
    pub proof: String,
    pub words: String,
}

impl JudgeRequest {
    pub(super) const OFFER: Offer = Offer {
        key: "judge-request",
        name: ("Ghi nhận lỗi của lần yêu cầu bổ sung", "Record whose fault a request was"),
        allowed: |dossier, actor, _, _| JudgeRequest::allowed(dossier, actor),
        effect: |_, _, _| {
            Effect::of(
                "Người nộp thấy lần yêu cầu này do bên nào và căn cứ. Người đã yêu cầu không tự ghi được.",
                "The applicant sees whose fault the request was and the proof. Whoever asked cannot record it.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        // Also once it is closed: how often the applicant had to come is counted then too (TT 01/2018 article 13).
        if dossier.requests.is_empty() {
            return Err(dossier.wrong_stage());
        }
        let officer = actor.officer().ok_or(Refusal::NotYourRole { role: Role::DivisionHead })?;
        let leads = officer.is_head();
        let here = officer.agency == dossier.competent;
        if here && !leads && officer.agency != dossier.receiving {
            return Err(Refusal::NotYourRole { role: Role::DivisionHead });
        }
        if !here || !leads {
            rights::must_receive(dossier, actor)?;
        }
        let open = || dossier.requests.iter().filter(|asked| asked.judged.is_none());
        match open().next() {
            None => Err(Refusal::RequestJudged),
            Some(_) if open().all(|asked| is_own(asked, actor)) => Err(Refusal::OwnRequest),
            Some(_) => Ok(()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        _: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        JudgeRequest::allowed(dossier, actor)?;
        let asked = dossier.requests.iter().find(|asked| asked.round == self.round);
        let round = match asked {
            None => Err(Refusal::RequestNotChosen),
            Some(asked) if asked.judged.is_some() => Err(Refusal::RequestJudged),
            Some(asked) if is_own(asked, actor) => Err(Refusal::OwnRequest),
            Some(_) => Ok(()),
        };
        let fault = self.fault.ok_or(Refusal::FaultNotChosen);
        all_of([
            round,
            fault.clone().map(drop),
            written(&self.proof, Refusal::ProofMissing),
            written(&self.words, Refusal::FindingMissing),
        ])?;
        let fault = fault?;
        let fact = Fact::RequestJudged { round: self.round, fault };
        let (words, proof) = (self.words.clone(), self.proof.clone());
        Ok(vec![Event::with(fact, Private { words, proof, ..Private::default() })])
    }
}

/// Whoever asked, and in whose place, must not judge it.
fn is_own(asked: &CompletionRequest, actor: &Actor) -> bool {
    let asked_by = [asked.by, asked.stands_for];
    actor.officer().is_none_or(|officer| asked_by.into_iter().flatten().any(|by| officer.is(by)))
}
