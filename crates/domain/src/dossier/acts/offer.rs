//! What an officer is offered on a dossier's page: an act under its name, when it may be done, and what will follow,
//! said before it is done.

use crate::Language;
use crate::dossier::context::Context;
use crate::dossier::refusal::Refusal;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use crate::procedure::Procedure;

/// An act as it is offered. Those about a running step are asked about that of a token.
pub struct Offer {
    /// In addresses and names of fields; never changed.
    pub key: &'static str,
    pub name: (&'static str, &'static str),
    /// Whether the actor may do it now: asked by pages to explain why a button is missing.
    pub allowed: fn(&Dossier, &Actor, &Procedure, Option<u32>) -> Result<(), Refusal>,
    pub effect: fn(&Dossier, &Context, Option<u32>) -> Effect,
}

/// What will follow, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    pub vietnamese: String,
    pub english: String,
}

impl Effect {
    pub(super) fn of(vietnamese: &str, english: &str) -> Effect {
        Effect { vietnamese: vietnamese.into(), english: english.into() }
    }

    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.vietnamese, &self.english)
    }
}
