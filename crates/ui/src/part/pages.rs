//! The pages of a list by their numbers.

use askama::Template;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    pub href: String,
    pub number: usize,
    pub here: bool,
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/pages.html")]
pub struct Pages {
    pub label: &'static str,
    /// What stands before a number, to those who cannot see that it is one of a page.
    pub word: &'static str,
    pub pages: Vec<PageLink>,
}
