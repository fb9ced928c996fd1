//! The heading of a page, with what it belongs to above it.

use super::Phrase;
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/heading.html")]
pub struct Heading {
    /// Empty where nothing stands above.
    pub eyebrow: Phrase,
    pub text: Phrase,
    /// On `/design`: drawn as a heading of level 3, as a page has one of level 1.
    pub specimen: bool,
}

impl Heading {
    pub fn new(text: impl Into<Phrase>) -> Heading {
        Heading { eyebrow: Phrase::default(), text: text.into(), specimen: false }
    }

    pub fn specimen(self) -> Heading {
        Heading { specimen: true, ..self }
    }

    pub fn with_eyebrow(eyebrow: impl Into<Phrase>, text: impl Into<Phrase>) -> Heading {
        Heading { eyebrow: eyebrow.into(), ..Heading::new(text) }
    }
}
