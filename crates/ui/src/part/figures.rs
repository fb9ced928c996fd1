//! A table of figures as a form prints it: heads over several columns, each column with its number, and a first column that
//! stays where the rest is pushed aside. On paper the sheet lies on its side.

use super::Phrase;
use askama::Template;

/// A head, as many rows high and columns wide as it says.
#[derive(Clone, Debug)]
pub struct FigureHead {
    pub text: String,
    pub rows: usize,
    pub columns: usize,
}

/// A figure; where it leads somewhere, with what its column is called for those who hear it alone.
#[derive(Clone, Debug, Default)]
pub struct FigureCell {
    pub text: String,
    pub href: Option<String>,
    pub label: String,
}

#[derive(Clone, Debug)]
pub struct FigureLine {
    /// Its number among its like; empty where it has none.
    pub number: String,
    pub name: Phrase,
    /// It sums up others.
    pub sum: bool,
    pub figures: Vec<FigureCell>,
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/figures.html")]
pub struct FigureTable {
    /// What the table is about; one can push it aside by keys under that name.
    pub caption: String,
    /// Rows of heads; the first two are those of the line's number and of what it is about.
    pub heads: Vec<Vec<FigureHead>>,
    /// What the form calls each column.
    pub numbers: Vec<String>,
    pub lines: Vec<FigureLine>,
}

impl FigureHead {
    fn scope(&self) -> &'static str {
        if self.columns > 1 { "colgroup" } else { "col" }
    }

    /// The head of what a line is about stays, as the column does.
    fn stays(&self, row: &usize, place: &usize) -> bool {
        (*row, *place) == (0, 1)
    }
}
