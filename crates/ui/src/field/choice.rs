//! Fields of which something is chosen: one of a few, several of a few, one of a list.

use super::{Control, Field};
use domain::Language;

/// One thing to choose.
#[derive(Clone, Debug)]
pub struct Option_ {
    pub value: String,
    pub label: String,
    /// Where the label is in another language than the page.
    pub lang: Option<&'static str>,
    pub hint: String,
    pub chosen: bool,
    /// It cannot be chosen; the hint says why.
    pub closed: bool,
}

pub fn option(value: impl Into<String>, label: impl Into<String>) -> Option_ {
    let (value, label) = (value.into(), label.into());
    Option_ { value, label, lang: None, hint: String::new(), chosen: false, closed: false }
}

impl Option_ {
    pub fn lang(mut self, lang: &'static str) -> Option_ {
        self.lang = Some(lang);
        self
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Option_ {
        self.hint = hint.into();
        self
    }

    /// It is shown, with the reason why it cannot be chosen.
    pub fn closed(self, why: impl Into<String>) -> Option_ {
        Option_ { closed: true, ..self.hint(why) }
    }
}

impl Field {
    pub fn choices(language: Language, name: &str, label: &str, choices: Vec<Option_>) -> Field {
        Field::new(language, name, label, Control::Choices { choices })
    }

    pub fn checks(language: Language, name: &str, label: &str, choices: Vec<Option_>) -> Field {
        Field::new(language, name, label, Control::Checks { choices })
    }

    pub fn select(language: Language, name: &str, label: &str, choices: Vec<Option_>) -> Field {
        Field::new(language, name, label, Control::Select { choices })
    }
}
