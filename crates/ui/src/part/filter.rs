//! The fields a list is filtered by, beside each other, and their button.

use super::{ButtonLook, Link};
use crate::{Field, Markup};
use askama::Template;

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/filter.html")]
pub struct FilterBar {
    /// The id of the form; empty where nothing refers to it.
    pub id: &'static str,
    /// Address of the filtered list.
    pub action: String,
    /// Hidden inputs.
    pub kept: Vec<Markup>,
    pub fields: Vec<Field>,
    pub button: &'static str,
    /// A further link beside the button.
    pub link: Option<Link>,
    /// It is a search by words: `role="search"`.
    pub search: bool,
}

impl FilterBar {
    fn look(&self) -> ButtonLook {
        ButtonLook::Second
    }
}
