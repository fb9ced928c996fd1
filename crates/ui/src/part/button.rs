//! A button that says which act a form is sent for.

use super::Phrase;
use crate::Markup;
use askama::Template;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonLook {
    #[default]
    Main,
    Second,
    Quiet,
    /// What it does cannot be taken back.
    Danger,
}

impl ButtonLook {
    pub const ALL: [ButtonLook; 4] =
        [ButtonLook::Main, ButtonLook::Second, ButtonLook::Quiet, ButtonLook::Danger];

    pub fn class(self) -> &'static str {
        match self {
            ButtonLook::Main => "",
            ButtonLook::Second => " button--secondary",
            ButtonLook::Quiet => " button--quiet",
            ButtonLook::Danger => " button--danger",
        }
    }
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/button.html")]
pub struct Button {
    pub look: ButtonLook,
    pub words: Phrase,
    /// Which of several things of a page it acts on, such as the name of a file: read out after its words, not shown.
    pub context: Phrase,
    /// Its `name` and `value` attributes; empty where its form has one button only.
    pub attributes: Markup,
}

impl Button {
    pub fn new(look: ButtonLook, words: impl Into<Phrase>, attributes: Markup) -> Button {
        Button { look, words: words.into(), context: Phrase::default(), attributes }
    }

    pub fn context(self, context: impl Into<Phrase>) -> Button {
        Button { context: context.into(), ..self }
    }
}
