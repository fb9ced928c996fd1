//! What a table is read from: the sheets of a file, as they were filled in.

use super::heading::{self, TableHeading};
use super::remark::SheetRemark;
use super::{TableFault, TableProblem};

/// A sheet; merged cells have their text in the first of them, and places are from 0.
#[derive(Clone, Debug, Default)]
pub struct TableSheet {
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

impl TableSheet {
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.cells.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    pub(super) fn merged_at(&self, row: usize, column: usize) -> Option<Merged> {
        let within = |(first, last): (usize, usize), place| (first..=last).contains(&place);
        self.merged.iter().copied().find(|area| within(area.rows, row) && within(area.columns, column))
    }
}

/// The sheet that is most like a process: by its headings, then shown before hidden; of equals the first.
pub(super) fn with_headings<'a>(
    sheets: &'a [TableSheet],
    remarks: &mut Vec<SheetRemark>,
) -> Result<(&'a TableSheet, TableHeading), TableProblem> {
    let mut headed: Vec<(&TableSheet, TableHeading, Vec<usize>)> = Vec::new();
    for sheet in sheets {
        headed.extend(heading::find(sheet).map(|(heading, others)| (sheet, heading, others)));
    }
    let worth = |(sheet, heading, _): &(&TableSheet, TableHeading, Vec<usize>)| {
        (heading.is_of_work(), !sheet.hidden, heading.worth)
    };
    let best = (0..headed.len()).rev().max_by_key(|place| worth(&headed[*place]));
    let best = best.ok_or(TableProblem { row: 1, fault: TableFault::NoHeading })?;
    let (sheet, heading, above) = headed.remove(best);
    if sheet.hidden {
        remarks.push(SheetRemark::HiddenSheet { name: sheet.name.clone() });
    }
    remarks.extend(above.into_iter().map(|row| SheetRemark::OtherTable { row: row + 1 }));
    let others = headed.iter().filter(|(other, heading, _)| !other.hidden && heading.is_of_work());
    remarks.extend(others.map(|(other, ..)| SheetRemark::OtherSheet { name: other.name.clone() }));
    let said = |sheet: &TableSheet| sheet.cells.iter().flatten().any(|cell| !cell.trim().is_empty());
    let unseen = sheets.iter().filter(|other| other.hidden && other.name != sheet.name && said(other));
    remarks.extend(unseen.map(|other| SheetRemark::HiddenSheetNotRead { name: other.name.clone() }));
    let large = sheets.iter().filter(|sheet| sheet.too_large);
    remarks.extend(large.map(|sheet| SheetRemark::LargeSheet { name: sheet.name.clone() }));
    Ok((sheet, heading))
}
