//! From one page of a list, or one dossier of it, to the next.

use askama::Template;

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/pager.html")]
pub struct Pager {
    /// What it goes through, to those who cannot see it.
    pub label: String,
    /// Each an address and its words; none draws nothing.
    pub first: Option<(String, String)>,
    pub previous: Option<(String, String)>,
    pub next: Option<(String, String)>,
}

impl Pager {
    pub fn is_empty(&self) -> bool {
        self.first.is_none() && self.previous.is_none() && self.next.is_none()
    }
}
