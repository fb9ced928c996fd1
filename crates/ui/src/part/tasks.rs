//! Work in pieces, each with its state.

use super::{Phrase, Tag};
use askama::Template;

#[derive(Clone, Debug, Default)]
pub struct Task {
    pub name: Phrase,
    /// Where it is done; nothing to do here draws only its name.
    pub href: Option<String>,
    pub hint: String,
    pub state: String,
    pub tag: Option<Tag>,
    pub current: bool,
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/tasks.html")]
pub struct Tasks(pub Vec<Task>);
