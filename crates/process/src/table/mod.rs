//! A process as the official table has it: a row a step, with its order, who does it, how long it takes, what it
//! produces, and where it leads. Rows become a process, and a process rows.
//!
//! Rows of one phase lie under its name, and a row “Bắt đầu” says where it begins. Where a row leads is written as people would: nothing for the next row; `4`; `3 nếu fee > 100; còn lại 4`; `3 + 4` for
//! both at once; `2 nếu sai, tối đa 3 lần`; `Đạt → 4, không đạt: quay lại bước 2`; `kết thúc`. The same in English: `3 if …; else 4`, `at most 3 times`, `end`.

mod bounds;
mod cells;
mod check;
mod fault;
mod filled_row;
mod heading;
mod loss;
mod lost;
mod next;
mod numbering;
mod phase_rows;
mod phases;
mod remark;
mod rows;
mod sheet;
mod way_forms;
mod ways;
mod write;

pub use cells::table;
pub use fault::{TableFault, TableProblem};
pub use heading::HEADINGS_OUT;
pub use loss::Loss;
pub use lost::Lost;
pub use remark::SheetRemark;
pub(crate) use rows::OTHERWISE;
pub use rows::{from_rows, from_table};
pub use sheet::{Merged, TableSheet};
pub use write::{row_steps, time_in_words, to_rows, to_rows_told, to_table};

use std::ops::Range;

/// One step, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProcessRow {
    pub order: String,
    pub name: String,
    pub responsible: String,
    /// The role of who does it, where it is not plain from the words before.
    pub role: String,
    pub time: String,
    pub product: String,
    pub next: String,
    pub english: String,
    /// Its place in the sheet, from 1; 0 where it is in none.
    pub line: usize,
}

impl ProcessRow {
    fn line_or(&self, place: usize) -> usize {
        if self.line > 0 { self.line } else { place + 1 }
    }
}

/// Rows under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    pub order: String,
    pub name: String,
    pub rows: Range<usize>,
    pub line: usize,
}

/// All a sheet says of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProcessTable {
    pub title: String,
    /// Where it begins, where that is more than the first row.
    pub start: Option<ProcessRow>,
    pub rows: Vec<ProcessRow>,
    /// What lies in another comes after it.
    pub phases: Vec<Phase>,
    /// Numbers of rows that only say that it ends there.
    pub ends: Vec<String>,
    /// What whoever brings it should know.
    pub remarks: Vec<SheetRemark>,
}
