//! A picture that may be wider than the page: a frame one can scroll, by the keyboard too.

use crate::Markup;
use askama::Template;

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/chart.html")]
pub struct Chart {
    /// What the picture shows.
    pub label: String,
    /// Nothing draws nothing.
    pub picture: Markup,
}

impl Chart {
    pub fn new(label: impl Into<String>, picture: Markup) -> Chart {
        Chart { label: label.into(), picture }
    }

    pub fn is_empty(&self) -> bool {
        self.picture.is_empty()
    }
}
