//! Papers and files: the kind as a sheet with a folded corner, the name, and what else is known of it.

use super::{Button, Phrase};
use askama::Template;

#[derive(Clone, Debug)]
pub struct Paper {
    /// What kind of file, in a few letters, or that it is on paper.
    pub kind: String,
    pub name: Phrase,
    /// Where it is opened; a paper at the counter is not.
    pub href: Option<String>,
    pub meta: String,
    /// What a picture of it shows, where it is one and shown at once.
    pub picture: Option<String>,
    /// What may be done with it, by the form around it.
    pub act: Option<Button>,
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/papers.html")]
pub struct Papers {
    pub papers: Vec<Paper>,
    /// Opened beside the page, which an officer goes on reading.
    pub beside: bool,
}

impl Papers {
    pub fn is_empty(&self) -> bool {
        self.papers.is_empty()
    }
}
