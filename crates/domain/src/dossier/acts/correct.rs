//! Correct: a clerical slip in the particulars of the owner or of who hands it in, or in an answer, is put right, with a
//! reason and what shows it. What stood there before is kept beside it. It never makes somebody else of the owner: name and
//! number of one person are not both put right, nor the name of somebody without a number. After the decision the result
//! says what it says; and an answer the process has gone by is no slip any more. Limits and fees go by no answer: they are
//! chosen with the case, when it is accepted. Each agency corrects its own record: what one has put right is proposed to
//! the others who hold it as it stood.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Corrected, Event, Fact, Particular, Private, Record};
use crate::dossier::filed::IdentityPaper;
use crate::dossier::identity::{Identity, IdentityKind};
use crate::dossier::party::{Party, PartyPart};
use crate::dossier::refusal::{Refusal, all_of, written};
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

/// Something of a dossier by name, as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub what: Particular,
    pub now: String,
    /// Whether it may be put right.
    pub open: Result<(), Refusal>,
}

impl Correct {
    pub(super) const OFFER: Offer = Offer {
        key: "correct",
        name: ("Đính chính sai sót", "Correct a clerical error"),
        allowed: |dossier, actor, procedure, _| Correct::allowed(dossier, actor, procedure),
        effect: |dossier, _, _| match dossier.main {
            None => Effect::of(
                "Nội dung được sửa, nội dung cũ vẫn còn trong lịch sử. Người nộp được báo; nếu sửa thư điện tử, cả địa \
                 chỉ cũ và mới đều được báo.",
                "It is put right, and what stood there before stays in the history. The applicant is told; where an \
                 e-mail address is put right, both addresses are.",
            ),
            Some(_) => Effect::of(
                "Nội dung được sửa trong hồ sơ này, nội dung cũ vẫn còn trong lịch sử. Cơ quan chủ trì được biết nội dung nào \
                 đã sửa.",
                "It is put right in this dossier, and what stood there before stays in the history. The agency that leads \
                 sees what was corrected.",
            ),
        },
    };

    /// The counter that received it, and whoever handles it or leads those who do. A linked one comes to no counter.
    pub fn allowed(dossier: &Dossier, actor: &Actor, procedure: &Procedure) -> Result<(), Refusal> {
        if dossier.stage.kind().closed() || dossier.outcome.is_some() {
            return Err(dossier.wrong_stage());
        }
        let runs = rights::must_run(dossier, actor, &procedure.process);
        match dossier.main {
            Some(_) => runs,
            None => rights::must_receive(dossier, actor).or_else(|refusal| runs.map_err(|_| refusal)),
        }
    }

    /// Everything that has a name, and whether this actor may put it right.
    pub fn standing(dossier: &Dossier, actor: &Actor, procedure: &Procedure) -> Vec<Standing> {
        let particulars = [Particular::Owner as fn(PartyPart) -> Particular, Particular::Submitter];
        let parties = particulars.into_iter().flat_map(|of| PartyPart::ALL.map(of));
        let answers = procedure.form.questions.iter();
        let answers = answers.map(|question| Particular::Answer { question: question.id.clone() });
        let allowed = Correct::allowed(dossier, actor, procedure);
        let standing = |what: Particular| {
            let now = dossier.particular(&what)?;
            let open = allowed.clone().and_then(|()| may_be_put_right(dossier, &what, &procedure.process));
            Some(Standing { what, now, open })
        };
        parties.chain(answers).filter_map(standing).collect()
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
        let after = match self.to.is_empty() {
            true => Err(Refusal::NothingCorrected),
            false => self.of_the_same_party(dossier),
        };
        let after = after.and_then(|after| match after == before {
            true => Err(Refusal::NothingCorrected),
            false => Ok(after),
        });
        all_of([
            after.clone().map(drop),
            written(&self.reason, Refusal::ReasonMissing),
            written(&self.proof, Refusal::ProofMissing),
        ])?;
        let after = after?;
        let corrected = Corrected { before, after, proof: self.proof.clone() };
        let private = Private { corrected: Some(corrected), ..Private::words(&self.reason) };
        let document = self.owners_paper(dossier, &private);
        Ok(vec![Event::with(Fact::Corrected { what: self.what.clone(), document }, private)])
    }

    /// Which paper tells who the owner is from now on, where that is what is put right.
    fn owners_paper(&self, dossier: &Dossier, private: &Private) -> Option<IdentityPaper> {
        let (Particular::Owner(PartyPart::Paper), Some(corrected)) = (&self.what, &private.corrected) else {
            return None;
        };
        let identity = &dossier.whose(&self.what)?.identity;
        IdentityPaper::of(&identity.of_paper(&corrected.after).ok()?)
    }

    /// As it will be written; a number stays one of the paper that is said to bear it, and a paper that of the number.
    fn of_the_same_party(&self, dossier: &Dossier) -> Result<String, Refusal> {
        let (Particular::Owner(part) | Particular::Submitter(part)) = &self.what else {
            return Ok(self.to.clone());
        };
        let Some(Party { identity, .. }) = dossier.whose(&self.what) else { return Ok(self.to.clone()) };
        match part {
            PartyPart::Identity => {
                let kind = identity.kind();
                let after = Identity::read(&self.to, kind, &identity.country);
                let same = after.ok().filter(|after| kind.is_none() || after.kind() == kind);
                same.map(|after| after.number).ok_or(Refusal::OtherPaper)
            }
            PartyPart::Paper => {
                let after = identity.of_paper(&self.to).map_err(|_| Refusal::OtherPaper)?;
                match is_organisation(&after) == is_organisation(identity) {
                    true => Ok(after.paper()),
                    false => Err(Refusal::PersonOrOrganisation),
                }
            }
            PartyPart::Name | PartyPart::Phone | PartyPart::Email | PartyPart::Address => Ok(self.to.clone()),
        }
    }
}

fn is_organisation(identity: &Identity) -> bool {
    identity.kind() == Some(IdentityKind::Business)
}

fn may_be_put_right(dossier: &Dossier, what: &Particular, process: &Process) -> Result<(), Refusal> {
    match what {
        Particular::Owner(part) => part_may_be_put_right(dossier, *part, Particular::Owner),
        Particular::Submitter(part) => part_may_be_put_right(dossier, *part, Particular::Submitter),
        Particular::Answer { question } => {
            let (model, part) = (process.model(), plain_name(question));
            // What is waited for may yet become true by it; what has happened went by what stood then.
            let passed =
                |node: &process::Node| dossier.moves.iter().any(|moved| moved.passed.contains(&node.id));
            let looks = model.looks_at("form", &part) || model.waits_for("form", &part).any(passed);
            match dossier.linked.is_empty() {
                false => Err(Refusal::AnswerSent),
                // An earlier version may have gone by it.
                true if dossier.process_changed || (looks && !dossier.moves.is_empty()) => {
                    Err(Refusal::AnswerUsed)
                }
                true => Ok(()),
            }
        }
    }
}

fn part_may_be_put_right(
    dossier: &Dossier,
    part: PartyPart,
    of: fn(PartyPart) -> Particular,
) -> Result<(), Refusal> {
    let apart_from: &[PartyPart] = match part {
        PartyPart::Name => &[PartyPart::Identity, PartyPart::Paper],
        PartyPart::Identity | PartyPart::Paper => &[PartyPart::Name],
        // How the applicant is reached is known to whoever leads alone.
        PartyPart::Phone | PartyPart::Email | PartyPart::Address => return dossier.must_be_main(),
    };
    if apart_from.iter().any(|other| dossier.corrected.contains(&of(*other))) {
        return Err(Refusal::NameAndNumber);
    }
    match dossier.particular(&of(PartyPart::Identity)).unwrap_or_default().is_empty() {
        // Only the name says who it is.
        true => Err(Refusal::NoNumber),
        false => Ok(()),
    }
}

impl Dossier {
    /// What the record of a dossier of the same matter has put right since, and stands here as it stood there: each with
    /// how it is to be. `same` says whether a question of theirs is one of this dossier too.
    pub fn put_right_elsewhere(
        &self,
        there: &[Record],
        same: impl Fn(&str) -> bool,
    ) -> Vec<(Particular, String)> {
        let mut proposed: Vec<(Particular, String)> = Vec::new();
        for record in there {
            let (Fact::Corrected { what, .. }, Some(Corrected { before, after, .. })) =
                (&record.event.fact, &record.event.private.corrected)
            else {
                continue;
            };
            let other = matches!(what, Particular::Answer { question } if !same(question));
            match proposed.iter_mut().find(|(known, _)| known == what) {
                Some((_, to)) if to == before => *to = after.clone(),
                // Of what is not held here nothing is told, and of what is held otherwise neither.
                None if !other && !before.is_empty() && self.particular(what).as_ref() == Some(before) => {
                    proposed.push((what.clone(), after.clone()));
                }
                _ => {}
            }
        }
        proposed.retain(|(what, to)| self.particular(what).as_ref() != Some(to));
        proposed
    }
}
