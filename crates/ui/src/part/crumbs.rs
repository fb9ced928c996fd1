//! Where the page stands: the pages above it, and what it is itself.

use super::{Link, Phrase};
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/crumbs.html")]
pub struct Crumbs {
    /// Accessible name of the navigation.
    pub label: &'static str,
    /// From the first page down to the one above it.
    pub ancestors: Vec<Link>,
    pub here: Phrase,
}
