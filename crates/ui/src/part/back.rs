//! The way back to what the page was come to from.

use super::Phrase;
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/back.html")]
pub struct BackLink {
    pub href: String,
    pub words: Phrase,
}

impl BackLink {
    pub fn new(href: impl Into<String>, words: impl Into<Phrase>) -> BackLink {
        BackLink { href: href.into(), words: words.into() }
    }
}
