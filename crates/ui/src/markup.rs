//! What is already written as markup: whoever made it has escaped what stands in it. A page draws it by `{{ it }}`, as it does
//! any part, and needs no word that switches escaping off.

use askama::filters::{Html, HtmlSafe, escape};
use std::fmt::{Display, Formatter, Result};

/// A piece of a page: elements, or the attributes of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl HtmlSafe for Markup {}

impl Markup {
    /// Of a part, which escapes what it draws.
    pub fn of(part: impl HtmlSafe) -> Markup {
        Markup(part.to_string())
    }

    /// Of what this crate has written and escaped itself.
    pub(crate) fn written(html: impl Into<String>) -> Markup {
        Markup(html.into())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Markup {
    fn fmt(&self, to: &mut Formatter) -> Result {
        to.write_str(&self.0)
    }
}

pub(crate) fn escaped(text: impl Display) -> String {
    match escape(text, Html) {
        Ok(escaped) => escaped.to_string(),
        Err(never) => match never {},
    }
}
