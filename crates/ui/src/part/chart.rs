//! A picture that may be wider than the page: a frame one can scroll, by the keyboard too.

use crate::Markup;
use crate::diagram::{Marked, svg};
use askama::Template;
use domain::Language;

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/chart.html")]
pub struct Chart {
    /// What the picture shows.
    pub label: String,
    /// Empty markup draws nothing.
    pub picture: Markup,
}

impl Chart {
    pub fn new(label: impl Into<String>, picture: Markup) -> Chart {
        Chart { label: label.into(), picture }
    }

    /// A small process as an example, for `/design`.
    pub fn specimen(title: &str, language: Language) -> Chart {
        const SMALL: &str = include_str!("specimen.bpmn");
        let marked = Marked { now: ["examine".to_string()].into(), ..Marked::default() };
        let drawn = process::read(SMALL.as_bytes(), &process::Names::open());
        Chart::new(title, drawn.map(|model| svg(&model, title, &marked, language)).unwrap_or_default())
    }

    pub fn is_empty(&self) -> bool {
        self.picture.is_empty()
    }
}
