//! A few words that may be in another language than the page.

use crate::formats::short_paper;
use askama::Template;
use domain::{Language, Text};

/// Drawn as plain text, or as a span with its language where that is not the page's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Template)]
#[template(path = "part/phrase.html")]
pub struct Phrase {
    pub text: String,
    pub lang: Option<&'static str>,
}

impl Phrase {
    /// Of a text in two languages: what there is of it for this reader.
    pub fn of(text: &Text, wanted: Language) -> Phrase {
        Phrase { text: text.get(wanted).to_string(), lang: text.untranslated(wanted).then_some("vi") }
    }

    /// What a paper is, in few words; its whole name may be a thousand letters.
    pub fn short_paper(name: &Text, wanted: Language) -> Phrase {
        let whole = Phrase::of(name, wanted);
        Phrase { text: short_paper(&whole.text), ..whole }
    }

    /// Words that exist in Vietnamese only, such as the name of a law.
    pub fn vietnamese(text: impl Into<String>, page: Language) -> Phrase {
        Phrase { text: text.into(), lang: (page != Language::Vietnamese).then_some("vi") }
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Phrase {
        Phrase { text, lang: None }
    }
}

impl From<&String> for Phrase {
    fn from(text: &String) -> Phrase {
        text.clone().into()
    }
}

impl From<&&str> for Phrase {
    fn from(text: &&str) -> Phrase {
        (*text).into()
    }
}

impl From<&Phrase> for Phrase {
    fn from(phrase: &Phrase) -> Phrase {
        phrase.clone()
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Phrase {
        text.to_string().into()
    }
}
