//! Write down an opinion: whoever does a step, leads the division, or was asked to support.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::involved::Involvement;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use crate::procedure::Process;

#[derive(Clone, Debug)]
pub struct Remark {
    pub words: String,
}

impl Remark {
    pub(super) const OFFER: Offer = Offer {
        key: "remark",
        name: ("Ghi ý kiến", "Write an opinion"),
        allowed: |dossier, actor, procedure, _| Remark::allowed(dossier, actor, &procedure.process),
        effect: |_, _, _| {
            Effect::of(
                "Ý kiến ghi vào lịch sử hồ sơ, người nộp không thấy.",
                "The opinion goes into the history; the applicant does not see it.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        let supports =
            actor.officer().is_some_and(|officer| dossier.involvement(officer) == Some(Involvement::Support));
        if !dossier.stage.with_a_division() {
            return Err(dossier.wrong_stage());
        }
        if supports { Ok(()) } else { rights::must_run(dossier, actor, process) }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Remark::allowed(dossier, actor, &context.procedure.process)?;
        if self.words.is_empty() {
            return Err(Refusal::OpinionMissing);
        }
        Ok(vec![Event::with(Fact::Remarked {}, Private::words(&self.words))])
    }
}
