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
    /// Which of several things of a page it acts on, such as the name of a file: read out after its words, not shown.
    pub context: Phrase,
    /// Its `name` and `value` attributes; empty where its form has one button only.
    pub attributes: Markup,
}

impl Button {
    pub fn new(look: Look, words: impl Into<Phrase>, attributes: Markup) -> Button {
        Button { look, words: words.into(), context: Phrase::default(), attributes }
    }

    pub fn context(self, context: impl Into<Phrase>) -> Button {
        Button { context: context.into(), ..self }
    }
}
