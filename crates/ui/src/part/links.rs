//! A ledger of places to go: the whole row is the link.

use super::{Phrase, Tag};
use askama::Template;

/// A link in a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub href: String,
    pub name: Phrase,
    /// What is found there, in one line; empty where the name is enough.
    pub text: Phrase,
    /// Its state, before that line.
    pub tag: Option<Tag>,
    /// Further lines.
    pub notes: Vec<LinkNote>,
}

/// A line below a link: a code, and sentences beside each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkNote {
    /// Empty where it has no code, or none is said.
    pub code: String,
    /// One beside the other, with a point between them.
    pub said: Vec<Phrase>,
}

impl LinkNote {
    pub fn new(said: impl Into<Phrase>) -> LinkNote {
        LinkNote { code: String::new(), said: vec![said.into()] }
    }

    pub fn coded(code: impl Into<String>) -> LinkNote {
        LinkNote { code: code.into(), said: Vec::new() }
    }

    /// Adds words; empty ones are left out.
    pub fn and(mut self, said: impl Into<Phrase>) -> LinkNote {
        self.said.push(said.into());
        self.said.retain(|said| !said.is_empty());
        self
    }
}

impl Link {
    pub fn new(href: impl Into<String>, name: impl Into<Phrase>) -> Link {
        Link { href: href.into(), name: name.into(), text: Phrase::default(), tag: None, notes: Vec::new() }
    }

    pub fn text(self, text: impl Into<Phrase>) -> Link {
        Link { text: text.into(), ..self }
    }

    pub fn tagged(self, tag: Option<Tag>) -> Link {
        Link { tag, ..self }
    }

    /// Adds a line; an empty one is left out.
    pub fn note(mut self, note: LinkNote) -> Link {
        if !note.code.is_empty() || note.said.iter().any(|said| !said.is_empty()) {
            self.notes.push(note);
        }
        self
    }
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/links.html")]
pub struct LinkList(pub Vec<Link>);

impl LinkList {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
