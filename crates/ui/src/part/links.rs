//! A ledger of places to go: the whole row is the link.

use super::Phrase;
use askama::Template;

/// A link in a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub href: String,
    pub name: Phrase,
    /// What is found there, in one line; empty where the name is enough.
    pub text: Phrase,
}

impl Link {
    pub fn new(href: impl Into<String>, name: impl Into<Phrase>) -> Link {
        Link { href: href.into(), name: name.into(), text: Phrase::default() }
    }

    pub fn text(self, text: impl Into<Phrase>) -> Link {
        Link { text: text.into(), ..self }
    }
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/links.html")]
pub struct Links(pub Vec<Link>);

impl Links {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
