//! Something that stands against a thing, and where it is mended.

use super::{Link, Phrase};
use askama::Template;

#[derive(Clone, Debug, Default, PartialEq, Eq, Template)]
#[template(path = "part/mended.html")]
pub struct Mended {
    /// The places it stands at; one without an address leads nowhere.
    pub places: Vec<Link>,
    pub sentence: Phrase,
}

impl Mended {
    pub fn new(places: Vec<Link>, sentence: impl Into<Phrase>) -> Mended {
        Mended { places, sentence: sentence.into() }
    }
}
