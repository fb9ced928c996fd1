//! A table that becomes cards on a phone: each cell knows the name of its column.

use super::{Button, Phrase, Tag};
use crate::Markup;
use askama::Template;

/// A form of one button in a row of a table.
#[derive(Clone, Debug)]
pub struct RowAct {
    /// Hidden input of the form.
    pub hidden_input: Markup,
    pub button: Button,
}

/// A box by which a row is chosen for an act on many.
#[derive(Clone, Debug)]
pub struct Pick {
    /// Its `name` and `value` attributes, and `checked` where it is ticked.
    pub attributes: Markup,
    /// Accessible name: what it chooses.
    pub label: String,
}

/// How rows are chosen.
#[derive(Clone, Debug)]
pub struct Picking {
    /// What the column is called.
    pub label: String,
    /// The form the boxes are sent with, by its id.
    pub form: &'static str,
    /// A box a row, in the order of the rows.
    pub picks: Vec<Pick>,
}

/// What a cell shows, in this order; nothing at all is a dash.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub text: Phrase,
    pub href: Option<String>,
    pub code: bool,
    pub tag: Option<Tag>,
    /// A second line, smaller.
    pub hint: Phrase,
    /// What stands after the tag, where that is only a word.
    pub after: Phrase,
    /// It is not broken into two lines.
    pub whole: bool,
    /// What may be done with the row.
    pub act: Option<RowAct>,
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

    pub fn hint(self, hint: impl Into<Phrase>) -> Cell {
        Cell { hint: hint.into(), ..self }
    }

    pub fn bar(self, hundredths: u32) -> Cell {
        Cell { bar: Some(hundredths).filter(|hundredths| *hundredths > 0), ..self }
    }

    pub fn here(self, here: bool) -> Cell {
        Cell { here, ..self }
    }

    pub fn after(self, after: impl Into<Phrase>) -> Cell {
        Cell { after: after.into(), ..self }
    }

    pub fn whole(self) -> Cell {
        Cell { whole: true, ..self }
    }

    pub fn act(act: Option<RowAct>) -> Cell {
        Cell { act, ..Cell::default() }
    }

    pub fn code(self) -> Cell {
        Cell { code: true, ..self }
    }

    fn is_empty(&self) -> bool {
        let silent = [&self.text, &self.hint, &self.after].into_iter().all(Phrase::is_empty);
        silent && self.tag.is_none() && self.act.is_none()
    }
}

/// One row: what it is about, then its cells, as many as there are further columns.
#[derive(Clone, Debug)]
pub struct TableRow {
    pub head: Cell,
    pub cells: Vec<Cell>,
}

impl TableRow {
    pub fn new(head: Cell, cells: Vec<Cell>) -> TableRow {
        TableRow { head, cells }
    }
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/table.html")]
pub struct Table {
    /// What the table is about, to those who cannot see it; empty where the heading above says it.
    pub caption: String,
    /// The names of the columns; the first is what a row is about.
    pub columns: Vec<String>,
    pub lines: Vec<TableRow>,
    /// Where rows are chosen for an act.
    pub picking: Option<Picking>,
}

impl Table {
    pub fn new(columns: &[&str], lines: Vec<TableRow>) -> Table {
        let columns = columns.iter().map(|name| name.to_string()).collect();
        Table { caption: String::new(), columns, lines, picking: None }
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The same without a column, which is not the first.
    pub fn without(mut self, column: usize) -> Table {
        self.columns.remove(column);
        for line in &mut self.lines {
            line.cells.remove(column - 1);
        }
        self
    }

    /// A column in which no row says anything is not drawn; the first always is.
    fn says(&self, column: &usize) -> bool {
        let silent = |line: &TableRow| line.cells.get(*column - 1).is_none_or(Cell::is_empty);
        *column == 0 || self.lines.is_empty() || !self.lines.iter().all(silent)
    }

    fn pick(&self, row: &usize) -> Option<&Pick> {
        self.picking.as_ref()?.picks.get(*row)
    }

    /// A cell beyond the columns has no name and would say nothing on a phone.
    fn name(&self, column: &usize) -> &str {
        self.columns.get(*column).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(sent: [&str; 2]) -> String {
        let line = |sent: &str| TableRow::new(Cell::new("A"), vec![Cell::new(""), Cell::new(sent)]);
        Table::new(&["Name", "Remark", "Sent"], sent.map(line).into()).to_string()
    }

    #[test]
    fn a_column_in_which_no_row_says_anything_is_not_drawn() {
        let some = table(["", "Monday"]);
        assert!(some.contains("Sent") && some.contains("Monday") && some.contains("table__none"));
        assert!(!some.contains("Remark"));
        let none = table(["", ""]);
        assert!(none.contains("Name") && !none.contains("Sent") && !none.contains("table__none"));
    }

    #[test]
    fn a_table_without_rows_keeps_its_columns() {
        assert!(Table::new(&["Name", "Sent"], Vec::new()).to_string().contains("Sent"));
    }
}
