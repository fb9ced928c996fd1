//! Correct: a clerical slip in the particulars of the owner or of who hands it in, or in an answer, is put right, with a
//! reason and what shows it. What stood there before is kept beside it. It never makes somebody else of the owner: name and
//! number of one person are not both put right, nor the name of somebody without a number. After the decision the result says what it says; and an answer the process
//! has gone by is no slip any more. Limits and fees go by no answer: they are chosen with the case, when it is accepted.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Corrected, Event, Fact, Particular, PartyPart, Private};
use crate::dossier::identity::Identity;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use crate::procedure::{Procedure, Process};
use process::plain_name;

#[derive(Clone, Debug)]
pub struct Correct {
    pub what: Particular,
    /// As it is to be, in its canonical written form.
    pub to: String,
    pub reason: String,
    /// What shows that it is so.
    pub proof: String,
}

impl Correct {
    pub(super) const OFFER: Offer = Offer {
        key: "correct",
        name: ("Đính chính sai sót", "Correct a slip"),
        allowed: |dossier, actor, procedure, _| Correct::allowed(dossier, actor, procedure),
        effect: |_, _, _| {
            Effect::of(
                "Nội dung được sửa, nội dung cũ vẫn còn trong lịch sử. Người nộp được báo; nếu sửa thư điện tử, cả địa \
                 chỉ cũ và mới đều được báo.",
                "It is put right, and what stood there before stays in the history. The applicant is told; where an \
                 e-mail address is put right, both addresses are.",
            )
        },
    };

    /// The counter that received it, and whoever handles it or leads those who do.
    pub fn allowed(dossier: &Dossier, actor: &Actor, procedure: &Procedure) -> Result<(), Refusal> {
        if dossier.stage.kind().closed() || dossier.outcome.is_some() {
            return Err(dossier.wrong_stage());
        }
        dossier.must_be_main()?;
        rights::must_receive(dossier, actor)
            .or_else(|refusal| rights::must_run(dossier, actor, &procedure.process).map_err(|_| refusal))
    }

    /// What may still be put right, with what stands there now.
    pub fn open<'a>(dossier: &'a Dossier, procedure: &'a Procedure) -> Vec<(Particular, &'a str)> {
        let particulars = [Particular::Owner as fn(PartyPart) -> Particular, Particular::Submitter];
        let parties = particulars.into_iter().flat_map(|of| PartyPart::ALL.map(of));
        let answers = procedure.form.questions.iter();
        let answers = answers.map(|question| Particular::Answer { question: question.id.clone() });
        let open = |what: Particular| {
            let before = dossier.particular(&what)?;
            may_be_put_right(dossier, &what, &procedure.process).is_ok().then_some((what, before))
        };
        parties.chain(answers).filter_map(open).collect()
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Correct::allowed(dossier, actor, context.procedure)?;
        let before = dossier.particular(&self.what).ok_or(Refusal::NoSuchParticular)?;
        may_be_put_right(dossier, &self.what, &context.procedure.process)?;
        if self.to.is_empty() || self.to == before {
            return Err(Refusal::NothingCorrected);
        }
        if let Some(identity) = identity(dossier, &self.what)
            && (Identity { number: self.to.clone(), ..identity.clone() }).kind() != identity.kind()
        {
            return Err(Refusal::OtherPaper);
        }
        if self.reason.is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if self.proof.is_empty() {
            return Err(Refusal::ProofMissing);
        }
        let corrected =
            Corrected { before: before.into(), after: self.to.clone(), proof: self.proof.clone() };
        let private = Private { corrected: Some(corrected), ..Private::words(&self.reason) };
        Ok(vec![Event::with(Fact::Corrected { what: self.what.clone() }, private)])
    }
}

/// The number that is put right, if one is.
fn identity<'a>(dossier: &'a Dossier, what: &Particular) -> Option<&'a Identity> {
    let parties = dossier.parties.as_ref()?;
    match what {
        Particular::Owner(PartyPart::Identity) => Some(&parties.owner.identity),
        Particular::Submitter(PartyPart::Identity) => Some(&parties.submitter.as_ref()?.identity),
        _ => None,
    }
}

fn may_be_put_right(dossier: &Dossier, what: &Particular, process: &Process) -> Result<(), Refusal> {
    let other = |part| match part {
        PartyPart::Name => Some(PartyPart::Identity),
        PartyPart::Identity => Some(PartyPart::Name),
        PartyPart::Phone | PartyPart::Email | PartyPart::Address => None,
    };
    match what {
        Particular::Owner(part) | Particular::Submitter(part) => {
            let of =
                if matches!(what, Particular::Owner(_)) { Particular::Owner } else { Particular::Submitter };
            let Some(beside) = other(*part).map(of) else { return Ok(()) };
            let number = dossier.particular(&of(PartyPart::Identity)).unwrap_or_default();
            match (dossier.corrected.contains(&beside), number.is_empty()) {
                (true, _) => Err(Refusal::NameAndNumber),
                // Only the name says who it is.
                (false, true) => Err(Refusal::NoNumber),
                (false, false) => Ok(()),
            }
        }
        Particular::Answer { question } => {
            let begun = !dossier.moves.is_empty();
            let drawing = process.drawing.as_ref();
            let looks = drawing.is_some_and(|of| of.model().looks_at("form", &plain_name(question)));
            // An earlier version may have gone by it, and other agencies were sent it.
            let elsewhere = dossier.process_changed || !dossier.linked.is_empty();
            match elsewhere || (begun && looks) {
                true => Err(Refusal::AnswerUsed),
                false => Ok(()),
            }
        }
    }
}
