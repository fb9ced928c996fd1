//! Where a table ends: at another one below it, or behind its last step.

use super::heading::{TableHeading, is_heading, is_number_heading};
use super::sheet::TableSheet;
use typed::one_line;

/// The rows of the table below its headings.
pub(super) struct Bounds {
    /// The first row that is no longer of it.
    pub end: usize,
    /// Rows inside that say the headings again, as at the top of each page.
    pub again: Vec<usize>,
}

pub(super) fn of(sheet: &TableSheet, heading: &TableHeading) -> Bounds {
    let mut again = Vec::new();
    for row in heading.rows.1..sheet.cells.len() {
        if is_same(sheet, heading, row) {
            if goes_on(sheet, heading, row) {
                again.push(row);
                continue;
            }
            return Bounds { end: with_its_title(sheet, heading, row), again };
        }
        if begins_another(sheet, row) {
            return Bounds { end: with_its_title(sheet, heading, row), again };
        }
    }
    Bounds { end: sheet.cells.len(), again }
}

fn said(sheet: &TableSheet, row: usize) -> Vec<String> {
    let cells = sheet.cells.get(row).map(Vec::as_slice).unwrap_or_default();
    cells.iter().map(|cell| one_line(cell)).filter(|cell| !cell.is_empty()).collect()
}

/// Whether a row says the same as the headings.
fn is_same(sheet: &TableSheet, heading: &TableHeading, row: usize) -> bool {
    let mut same = 0;
    for column in heading.columns.values() {
        let text = one_line(sheet.cell(row, *column)).to_lowercase();
        let own = (heading.rows.0..heading.rows.1)
            .any(|above| one_line(sheet.cell(above, *column)).to_lowercase() == text);
        if text.is_empty() || !own {
            continue;
        }
        same += 1;
    }
    same >= 2 && 2 * same > heading.columns.len()
}

/// A row of headings of something else: `STT | Tên biểu mẫu | Ký hiệu`.
fn begins_another(sheet: &TableSheet, row: usize) -> bool {
    let cells = said(sheet, row);
    let short = |cell: &String| {
        cell.chars().count() < 40 && !cell.starts_with(|letter: char| letter.is_ascii_digit())
    };
    cells.len() >= 2
        && cells.iter().all(short)
        && (is_number_heading(&cells[0]) || cells.len() >= 3 && cells.iter().all(|cell| is_heading(cell)))
}

/// Whether the table goes on below headings that are said again: its rows are not numbered from the beginning.
fn goes_on(sheet: &TableSheet, heading: &TableHeading, row: usize) -> bool {
    let Some(column) = heading.columns.get(&super::heading::Column::Order) else {
        return !said(sheet, row.saturating_sub(1)).is_empty();
    };
    let order = |row: usize| one_line(sheet.cell(row, *column)).to_lowercase();
    let next = (row + 1..sheet.cells.len()).find(|row| !said(sheet, *row).is_empty());
    let Some(next) = next else { return true };
    let next = order(next);
    next.is_empty() || !(heading.rows.1..row).any(|above| order(above) == next)
}

/// What stands alone above the headings of another table is its title.
fn with_its_title(sheet: &TableSheet, heading: &TableHeading, row: usize) -> usize {
    let mut end = row;
    for alone in [false, true, false] {
        while end > heading.rows.1 && said(sheet, end - 1).len() == usize::from(alone) {
            end -= 1;
        }
    }
    end
}
