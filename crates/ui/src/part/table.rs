//! A table that becomes cards on a phone: each cell knows the name of its column.

use super::{Phrase, Tag};
use askama::Template;

/// What a cell shows, in this order; nothing at all is a dash.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub text: Phrase,
    pub href: Option<String>,
    pub code: bool,
    pub tag: Option<Tag>,
    /// A second line, smaller.
    pub hint: String,
    /// How much of the most it is, in hundredths: drawn as a bar for those who see it.
    pub bar: Option<u32>,
    /// The link leads to what the page shows.
    pub here: bool,
}

impl Cell {
    pub fn new(text: impl Into<Phrase>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }

    pub fn link(href: impl Into<String>, text: impl Into<Phrase>) -> Cell {
        Cell { href: Some(href.into()), ..Cell::new(text) }
    }

    pub fn tagged(self, tag: Tag) -> Cell {
        Cell { tag: Some(tag), ..self }
    }

    pub fn hint(self, hint: impl Into<String>) -> Cell {
        Cell { hint: hint.into(), ..self }
    }

    pub fn bar(self, hundredths: u32) -> Cell {
        Cell { bar: Some(hundredths).filter(|hundredths| *hundredths > 0), ..self }
    }

    pub fn here(self, here: bool) -> Cell {
        Cell { here, ..self }
    }

    pub fn code(self) -> Cell {
        Cell { code: true, ..self }
    }

    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.tag.is_none() && self.hint.is_empty()
    }
}

/// One row: what it is about, then its cells, as many as there are further columns.
#[derive(Clone, Debug)]
pub struct Line {
    pub head: Cell,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/table.html")]
pub struct Table {
    /// What the table is about, to those who cannot see it; empty where the heading above says it.
    pub caption: String,
    /// The names of the columns; the first is what a row is about.
    pub columns: Vec<String>,
    pub lines: Vec<Line>,
}

impl Table {
    pub fn new(columns: &[&str], lines: Vec<Line>) -> Table {
        let columns = columns.iter().map(|name| name.to_string()).collect();
        Table { caption: String::new(), columns, lines }
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A cell beyond the columns has no name and would say nothing on a phone.
    fn name(&self, column: &usize) -> &str {
        self.columns.get(*column).map_or("", String::as_str)
    }
}
