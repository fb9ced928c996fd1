//! Papers and files: the kind as a sheet with a folded corner, the name, and what else is known of it.

use super::{Button, Phrase};
use askama::Template;

#[derive(Clone, Debug)]
pub struct PaperItem {
    /// What kind of file, in a few letters, or that it is on paper.
    pub kind: String,
    pub name: Phrase,
    /// Where it is opened; a paper at the counter is not.
    pub href: Option<String>,
    pub meta: String,
    /// How it can be looked at without leaving the page.
    pub look: Option<PaperLook>,
    /// A button for it, of the form around the list.
    pub act: Option<Button>,
}

/// A file shown within the page: fetched when it is opened. The headers of the answer forbid it to run anything.
#[derive(Clone, Debug)]
pub enum PaperLook {
    /// A picture, with what it shows.
    Picture(Phrase),
    /// A document in a frame, with what it is called.
    Document(Phrase),
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/papers.html")]
pub struct Papers {
    pub papers: Vec<PaperItem>,
    /// Opened beside the page, which an officer goes on reading.
    pub beside: bool,
    /// What opens a file within the page; empty where only pictures are shown there, small and at once.
    pub look: &'static str,
}

impl Papers {
    pub fn is_empty(&self) -> bool {
        self.papers.is_empty()
    }
}
