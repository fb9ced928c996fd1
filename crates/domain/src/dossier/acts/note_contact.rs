//! Note a contact: an officer turned to the applicant by telephone or letter, with no request for completion. Each is counted
//! (TT 01/2018 article 13), and the applicant sees that it was.

use super::offer::{Effect, Offer};
use crate::dossier::contact::ContactMeans;
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::reason_code::ReasonCode;
use crate::dossier::refusal::{Refusal, written};
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use crate::procedure::Process;

#[derive(Clone, Debug)]
pub struct NoteContact {
    pub means: ContactMeans,
    /// About what.
    pub reason_code: Option<ReasonCode>,
    /// What was said, and on which ground.
    pub words: String,
}

impl NoteContact {
    pub(super) const OFFER: Offer = Offer {
        key: "note-contact",
        name: ("Ghi lần liên hệ với người nộp", "Record a contact with the applicant"),
        allowed: |dossier, actor, procedure, _| NoteContact::allowed(dossier, actor, &procedure.process),
        effect: |_, _, _| {
            Effect::of(
                "Người nộp thấy cơ quan đã liên hệ lúc nào, bằng cách nào, về việc gì; thời hạn không đổi.",
                "The applicant sees when you were in touch, how and about what; no date changes.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        // The applicant knows the main dossier alone.
        dossier.must_be_main()?;
        rights::must_have(dossier, actor, process)
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        NoteContact::allowed(dossier, actor, &context.procedure.process)?;
        written(&self.words, Refusal::ReasonMissing)?;
        let reason_code = ReasonCode::among(self.reason_code, context.pack.request_codes);
        let fact = Fact::Contacted { means: self.means, reason_code };
        Ok(vec![Event::with(fact, Private::words(&self.words))])
    }
}
