//! The head of a report as its form has it: columns that share a heading stand under one.

use super::{Rows, StatisticalReport, Words};

/// A cell of the head, as many rows high and columns wide as it says, which begins at a column from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadCell {
    pub text: Words,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
}

/// Its rows from the top, with the cells that begin in each: the line's number, what it is about, and every column.
pub fn head(report: &StatisticalReport, rows: Rows) -> Vec<Vec<HeadCell>> {
    let depth = report.columns.iter().map(|column| column.head.len()).max().unwrap_or(1);
    let about = report.heading(rows);
    let mut rows = vec![Vec::new(); depth];
    for (column, text) in [("TT", "No."), about].into_iter().enumerate() {
        rows[0].push(HeadCell { text, column, rows: depth, columns: 1 });
    }
    for (row, cells) in rows.iter_mut().enumerate() {
        let mut place = 0;
        while let Some(first) = report.columns.get(place) {
            let Some(text) = first.head.get(row) else {
                place += 1;
                continue;
            };
            // The last of its headings is a column's own, and reaches down to the figures.
            let own = first.head.len() == row + 1;
            let shares = |other: &&super::ReportColumn| {
                other.head.len() > row + 1 && other.head[..=row] == first.head[..=row]
            };
            let columns = match own {
                true => 1,
                false => report.columns[place..].iter().take_while(shares).count(),
            };
            let down = if own { depth - row } else { 1 };
            cells.push(HeadCell { text: *text, column: place + 2, rows: down, columns });
            place += columns;
        }
    }
    rows
}
