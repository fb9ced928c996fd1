//! Explain late: whoever has a dossier that became late, or leads those who do, says why, while it is in hand.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::late::LateCause;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use crate::procedure::Process;

#[derive(Clone, Debug, Default)]
pub struct ExplainLate {
    pub cause: Option<LateCause>,
    /// Needed where the cause is none of those that have a name.
    pub words: String,
}

impl ExplainLate {
    pub(super) const OFFER: Offer = Offer {
        key: "explain-late",
        name: ("Ghi nguyên nhân hồ sơ quá hạn", "Say why the dossier is late"),
        allowed: |dossier, actor, procedure, _| ExplainLate::allowed(dossier, actor, &procedure.process),
        effect: |_, _, _| {
            Effect::of(
                "Nguyên nhân được ghi vào lịch sử và vào số liệu. Người nộp không thấy.",
                "The cause goes into the history and the figures. The applicant does not see it.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        let asked = dossier.late.as_ref().is_some_and(|late| late.explained.is_none());
        if !asked || dossier.finished_at.is_some() {
            return Err(dossier.wrong_stage());
        }
        rights::must_have(dossier, actor, process)
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        ExplainLate::allowed(dossier, actor, &context.procedure.process)?;
        match self.cause {
            None => Err(Refusal::LateCauseMissing),
            Some(LateCause::Other) if self.words.is_empty() => Err(Refusal::ReasonMissing),
            Some(cause) => Ok(vec![Event::with(Fact::LateExplained { cause }, Private::words(&self.words))]),
        }
    }
}
