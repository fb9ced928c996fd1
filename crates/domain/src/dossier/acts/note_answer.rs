//! What a linked dossier found is noted in the main one: the program's own act, brought by a job.

use crate::dossier::context::Context;
use crate::dossier::event::{Event, Private};
use crate::dossier::link::LinkAnswer;
use crate::dossier::linked;
use crate::dossier::outcome::Outcome;
use crate::dossier::paper::FileFact;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct NoteAnswer {
    /// Which of its linked dossiers.
    pub number: u32,
    pub outcome: Outcome,
    pub document: String,
    /// Why, where it was denied.
    pub words: String,
    /// What was found, as a file.
    pub result: Option<FileFact>,
    pub file_names: BTreeMap<i64, String>,
}

impl NoteAnswer {
    /// Without a reason and without a file.
    pub fn plain(number: u32, outcome: Outcome, document: &str) -> NoteAnswer {
        let (words, result, file_names) = (String::new(), None, BTreeMap::new());
        NoteAnswer { number, outcome, document: document.into(), words, result, file_names }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        rights::must_be_program(actor)?;
        let answer = LinkAnswer {
            at: context.now,
            outcome: self.outcome,
            document: self.document.clone(),
            outside: false,
            result: self.result.clone(),
        };
        let private =
            Private { words: self.words.clone(), file_names: self.file_names.clone(), ..Private::default() };
        linked::answered(dossier, self.number, answer, private, context)
    }
}
