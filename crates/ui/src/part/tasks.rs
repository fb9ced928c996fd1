//! Work in pieces, each with its state.

use super::{Link, Phrase, Tag};
use askama::Template;

#[derive(Clone, Debug, Default)]
pub struct TaskItem {
    pub name: Phrase,
    /// Where it is done; nothing to do here draws only its name.
    pub href: Option<String>,
    pub hint: Phrase,
    /// Somebody's own words about it; empty where there are none.
    pub words: String,
    /// What came of it, opened beside the page.
    pub file: Option<Link>,
    pub state: String,
    pub tag: Option<Tag>,
    pub current: bool,
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/tasks.html")]
pub struct TaskList(pub Vec<TaskItem>);

impl TaskList {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
