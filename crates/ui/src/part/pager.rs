//! From one page of a list, or one dossier of it, to the next.

use super::Link;
use askama::Template;

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/pager.html")]
pub struct Pager {
    /// Accessible name, such as the pages of which list.
    pub label: String,
    pub first: Option<Link>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

impl Pager {
    pub fn new(label: &str) -> Pager {
        Pager { label: label.into(), ..Pager::default() }
    }

    /// The way on, where there is more; `from_start` leads back to the first page.
    pub fn onward(self, from_start: Link, next: Option<String>, words: &str) -> Pager {
        let first = next.is_some().then_some(from_start);
        Pager { first, ..self.next(next, words) }
    }

    pub fn first(self, first: Link) -> Pager {
        Pager { first: Some(first), ..self }
    }

    pub fn previous(self, previous: Option<String>, words: &str) -> Pager {
        Pager { previous: previous.map(|href| Link::new(href, words)), ..self }
    }

    pub fn next(self, next: Option<String>, words: &str) -> Pager {
        Pager { next: next.map(|href| Link::new(href, words)), ..self }
    }

    pub fn is_empty(&self) -> bool {
        self.first.is_none() && self.previous.is_none() && self.next.is_none()
    }
}
