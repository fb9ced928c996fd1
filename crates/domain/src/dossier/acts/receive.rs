//! Record that something came which the process waits for from outside: a reply, a decision of somebody else.

use super::offer::{Effect, Offer};
use super::time_came;
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Private};
use crate::dossier::link::LinkAnswer;
use crate::dossier::linked;
use crate::dossier::outcome::Outcome;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::wait::{Awaited, Wait};
use crate::officer::Actor;
use process::Happening;

#[derive(Clone, Debug, Default)]
pub struct Receive {
    /// The event, by its id in the drawing.
    pub event: String,
    pub words: String,
    /// What another agency found, where that is what was waited for, with the number of its document.
    pub answer: Option<(Outcome, String)>,
}

impl Receive {
    pub(super) const OFFER: Offer = Offer {
        key: "receive",
        name: ("Ghi nhận thông tin đang chờ", "Record what was awaited"),
        allowed: |dossier, actor, _, _| Receive::allowed(dossier, actor),
        effect: |_, _, _| {
            Effect::of(
                "Hồ sơ đi tiếp theo quy trình; nội dung ghi nhận vào lịch sử.",
                "The dossier goes on by its process; what you record goes into the history.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        if dossier.stage != Stage::Processing {
            return Err(dossier.wrong_stage());
        }
        let mut first = Err(Refusal::NotAwaited);
        for wait in receivable(dossier) {
            match rights::must_look_after(dossier, actor, wait) {
                Ok(()) => return Ok(()),
                Err(refusal) => first = Err(refusal),
            }
        }
        first
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Receive::allowed(dossier, actor)?;
        // Where it is waited for several times, the oldest this officer looks after is meant.
        let mut waits = receivable(dossier).filter(|wait| wait.event == self.event);
        let first = waits.clone().next().ok_or(Refusal::NotAwaited)?;
        let own = |wait: &&Wait| rights::must_look_after(dossier, actor, wait).is_ok();
        let wait = waits.find(own).unwrap_or(first);
        rights::must_look_after(dossier, actor, wait)?;
        let happening = match &wait.what {
            Awaited::Message { .. } => Happening::Came { token: wait.token, event: wait.event.clone() },
            Awaited::Signal { name } => Happening::Signal { name: name.clone() },
            Awaited::Linked { number, .. } => {
                let (outcome, document) = self.answer.clone().ok_or(Refusal::AnswerMissing)?;
                if document.is_empty() {
                    return Err(Refusal::DocumentMissing);
                }
                let answer = LinkAnswer { at: context.now, outcome, document, outside: true, result: None };
                return linked::answered(dossier, *number, answer, Private::words(&self.words), context);
            }
            Awaited::Time { .. } | Awaited::Condition {} => return Err(Refusal::NotAwaited),
        };
        time_came::happened(dossier, wait.token, &wait.event, &happening, &self.words, context)
    }
}

/// What is waited for from outside, the oldest first.
pub fn receivable(dossier: &Dossier) -> impl Iterator<Item = &Wait> + Clone {
    dossier.waits.iter().filter(|wait| !matches!(wait.what, Awaited::Time { .. } | Awaited::Condition {}))
}
