//! One large question, with its button beside it.

use super::Icon;
use crate::{FormParam, Markup};
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/search.html")]
pub struct Search {
    /// Address of the results.
    pub action: &'static str,
    pub label: &'static str,
    /// The label is hidden, as the heading above says the same.
    pub label_hidden: bool,
    pub hint: &'static str,
    pub button: &'static str,
    /// Hidden inputs: the filters that are set already.
    pub kept: Vec<Markup>,
    pub field: FormParam,
    /// What was asked already.
    pub asked: String,
}

/// Maximum letters of a query: of a longer one the beginning is used.
const LETTERS_MAX: u32 = 300;

impl Search {
    /// The id of the form.
    pub const FORM: &str = "search";

    pub fn new(action: &'static str, field: FormParam, asked: &str) -> Search {
        Search {
            action,
            label: "",
            label_hidden: false,
            hint: "",
            button: "",
            kept: Vec::new(),
            field,
            asked: asked.into(),
        }
    }

    fn letters(&self) -> u32 {
        LETTERS_MAX
    }
}
