//! By what a list is narrowed: a few fields beside each other, and their button.

use super::{Link, Look};
use crate::{Field, Markup};
use askama::Template;

#[derive(Clone, Default, Template)]
#[template(path = "part/filter.html")]
pub struct Filter {
    /// The id of the form; empty where nothing refers to it.
    pub id: &'static str,
    /// Where the answer is.
    pub action: String,
    /// What goes along unseen.
    pub kept: Vec<Markup>,
    pub fields: Vec<Field>,
    pub button: &'static str,
    /// What else leads to something of the list.
    pub link: Option<Link>,
    /// It looks for something by its words.
    pub search: bool,
}

impl Filter {
    fn look(&self) -> Look {
        Look::Second
    }
}
