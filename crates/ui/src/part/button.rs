//! A button that says which act a form is sent for.

use super::Phrase;
use crate::Markup;
use askama::Template;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Main,
    Second,
    Quiet,
    /// What it does cannot be taken back.
    Danger,
}

impl Look {
    pub const ALL: [Look; 4] = [Look::Main, Look::Second, Look::Quiet, Look::Danger];

    pub fn class(self) -> &'static str {
        match self {
            Look::Main => "",
            Look::Second => " button--secondary",
            Look::Quiet => " button--quiet",
            Look::Danger => " button--danger",
        }
    }
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/button.html")]
pub struct Button {
    pub look: Look,
    pub words: Phrase,
    /// What of many things it is about, to those who cannot see where it stands.
    pub context: Phrase,
    /// Its name and value; nothing where its form has one button.
    pub says: Markup,
}

impl Button {
    pub fn new(look: Look, words: impl Into<Phrase>, says: Markup) -> Button {
        Button { look, words: words.into(), context: Phrase::default(), says }
    }

    pub fn context(self, context: impl Into<Phrase>) -> Button {
        Button { context: context.into(), ..self }
    }
}
