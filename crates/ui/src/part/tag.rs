//! A state in a word: its shape and colour come second.

use askama::Template;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagKind {
    Neutral,
    Info,
    Good,
    Warn,
    Late,
}

impl TagKind {
    pub const ALL: [TagKind; 5] =
        [TagKind::Neutral, TagKind::Info, TagKind::Good, TagKind::Warn, TagKind::Late];

    pub fn class(self) -> &'static str {
        match self {
            TagKind::Neutral => "tag--neutral",
            TagKind::Info => "tag--info",
            TagKind::Good => "tag--good",
            TagKind::Warn => "tag--warn",
            TagKind::Late => "tag--late",
        }
    }
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/tag.html")]
pub struct Tag {
    pub kind: TagKind,
    pub words: String,
}

impl Tag {
    pub fn new(kind: TagKind, words: impl Into<String>) -> Tag {
        Tag { kind, words: words.into() }
    }
}
