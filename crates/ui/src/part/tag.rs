//! A state in a word: its shape and colour come second.

use super::Phrase;
use askama::Template;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagKind {
    Neutral,
    Info,
    Good,
    Warn,
    Late,
    /// A no.
    Refused,
}

impl TagKind {
    pub const ALL: [TagKind; 6] =
        [TagKind::Neutral, TagKind::Info, TagKind::Good, TagKind::Warn, TagKind::Late, TagKind::Refused];

    pub fn class(self) -> &'static str {
        match self {
            TagKind::Neutral => "tag--neutral",
            TagKind::Info => "tag--info",
            TagKind::Good => "tag--good",
            TagKind::Warn => "tag--warn",
            TagKind::Late => "tag--late",
            TagKind::Refused => "tag--refused",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(path = "part/tag.html")]
pub struct Tag {
    pub kind: TagKind,
    pub words: Phrase,
}

impl Tag {
    pub fn new(kind: TagKind, words: impl Into<Phrase>) -> Tag {
        Tag { kind, words: words.into() }
    }

    pub fn neutral(words: impl Into<Phrase>) -> Tag {
        Tag::new(TagKind::Neutral, words)
    }

    pub fn info(words: impl Into<Phrase>) -> Tag {
        Tag::new(TagKind::Info, words)
    }

    pub fn late(words: impl Into<Phrase>) -> Tag {
        Tag::new(TagKind::Late, words)
    }
}
