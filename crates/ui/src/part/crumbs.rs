//! Where the page stands: the ways back up, and what it is itself.

use super::{Link, Phrase};
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/crumbs.html")]
pub struct Crumbs {
    /// Accessible name of the navigation.
    pub label: &'static str,
    pub ways: Vec<Link>,
    pub here: Phrase,
}
