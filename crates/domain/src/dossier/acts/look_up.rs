//! Look up: an officer asked a database of the state about a dossier. What was found may stand in for a paper, which then is
//! among those of the dossier.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::looked_up::StateDatabase;
use crate::dossier::paper::PaperGiven;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use crate::procedure::Process;

#[derive(Clone, Debug)]
pub struct LookUp {
    pub database: StateDatabase,
    pub found: bool,
    /// The paper of the procedure that need not be brought for it; empty where it stands in for none.
    pub paper: String,
    /// The code or number of the result of an earlier procedure that was found, if it was one.
    pub result: String,
    pub words: String,
}

impl LookUp {
    pub(super) const OFFER: Offer = Offer {
        key: "look-up",
        name: ("Ghi việc tra cứu cơ sở dữ liệu", "Record a look-up in a database"),
        allowed: |dossier, actor, procedure, _| LookUp::allowed(dossier, actor, &procedure.process),
        effect: |_, _, _| {
            Effect::of(
                "Thông tin tra cứu được thay cho giấy tờ thì giấy tờ đó không phải nộp. Người nộp thấy việc tra cứu.",
                "A document that was found need not be brought. The applicant sees what was looked up.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        // What is decided needs no paper any more.
        if dossier.finished_at.is_some() {
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
        LookUp::allowed(dossier, actor, &context.procedure.process)?;
        // A paper the procedure does not have is none.
        let paper = context.procedure.paper(&self.paper).filter(|paper| self.found && !paper.is_note());
        let paper = paper.map(|paper| PaperGiven::fetched(paper, &self.result));
        let fact = Fact::LookedUp { database: self.database, found: self.found, paper };
        Ok(vec![Event::with(fact, Private::words(&self.words))])
    }
}
