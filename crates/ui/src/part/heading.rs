//! The heading of a page, with what it belongs to above it.

use super::Phrase;
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/heading.html")]
pub struct Heading {
    /// Empty where nothing stands above.
    pub over: Phrase,
    pub text: Phrase,
    /// As a specimen: a page has one first heading, and shows others like it two levels down.
    pub specimen: bool,
}

impl Heading {
    pub fn new(text: impl Into<Phrase>) -> Heading {
        Heading { over: Phrase::default(), text: text.into(), specimen: false }
    }

    pub fn specimen(self) -> Heading {
        Heading { specimen: true, ..self }
    }

    pub fn under(over: impl Into<Phrase>, text: impl Into<Phrase>) -> Heading {
        Heading { over: over.into(), ..Heading::new(text) }
    }
}
