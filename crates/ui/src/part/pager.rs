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
    pub fn new(label: &str) -> Pager {
        Pager { label: label.into(), ..Pager::default() }
    }

    /// The way on, where there is more; `from_start` leads back to the first page.
    pub fn onward(self, from_start: (&str, &str), next: Option<String>, words: &str) -> Pager {
        let first = next.is_some().then(|| (from_start.0.to_string(), from_start.1.to_string()));
        Pager { first, ..self.next(next, words) }
    }

    pub fn next(self, next: Option<String>, words: &str) -> Pager {
        Pager { next: next.map(|href| (href, words.to_string())), ..self }
    }

    pub fn is_empty(&self) -> bool {
        self.first.is_none() && self.previous.is_none() && self.next.is_none()
    }
}
