//! What a table is read from: the sheets of a file, as they were filled in.

use super::heading::{self, Heading};
use super::remark::SheetRemark;
use super::{TableFault, TableProblem};

/// A sheet; merged cells have their text in the first of them, and places are from 0.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    pub cells: Vec<Vec<String>>,
    /// It is larger than is read, so nothing of it is there.
    pub too_large: bool,
    pub hidden_rows: Vec<usize>,
    pub hidden_columns: Vec<usize>,
    pub merged: Vec<Merged>,
}

/// Cells that are one: the first row and the last, the first column and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

impl Sheet {
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.cells.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    pub(super) fn merged_at(&self, row: usize, column: usize) -> Option<Merged> {
        let within = |(first, last): (usize, usize), place| (first..=last).contains(&place);
        self.merged.iter().copied().find(|area| within(area.rows, row) && within(area.columns, column))
    }
}

/// The sheet with the headings: the first that is shown, else the first of the hidden ones.
pub(super) fn with_headings<'a>(
    sheets: &'a [Sheet],
    remarks: &mut Vec<SheetRemark>,
) -> Result<(&'a Sheet, Heading), TableProblem> {
    let shown = sheets.iter().filter(|sheet| !sheet.hidden);
    let order = shown.chain(sheets.iter().filter(|sheet| sheet.hidden));
    let mut headed = order.filter_map(|sheet| Some((sheet, heading::find(sheet)?)));
    let found = headed.next().ok_or(TableProblem { row: 1, fault: TableFault::NoHeading })?;
    if found.0.hidden {
        remarks.push(SheetRemark::HiddenSheet { name: found.0.name.clone() });
    }
    let others = headed.filter(|(sheet, _)| !sheet.hidden || found.0.hidden);
    remarks.extend(others.map(|(sheet, _)| SheetRemark::OtherSheet { name: sheet.name.clone() }));
    let large = sheets.iter().filter(|sheet| sheet.too_large);
    remarks.extend(large.map(|sheet| SheetRemark::LargeSheet { name: sheet.name.clone() }));
    Ok(found)
}
