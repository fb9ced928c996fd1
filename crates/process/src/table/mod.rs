//! A process as the official table has it: a row a step, with its order, who does it, how long it takes, what it
//! produces, and where it leads. Rows become a process, and a process rows.
//!
//! Rows of one phase lie under its name, and a row “Bắt đầu” says where it begins. Where a row leads is written as people would: nothing for the next row; `4`; `3 nếu fee > 100; còn lại 4`; `3 + 4` for
//! both at once; `2 nếu sai, tối đa 3 lần`; `kết thúc`. The same in English: `3 if …; else 4`, `at most 3 times`, `end`.

mod cells;
mod check;
mod heading;
mod loss;
mod phases;
mod remark;
mod rows;
mod sheet;
mod ways;
mod write;

pub use cells::table;
pub use heading::HEADINGS_OUT;
pub use loss::{Loss, Lost};
pub use remark::Remark;
pub use rows::{from_rows, from_table};
pub use sheet::{Merged, Sheet};
pub use write::{asked_outcome, row_steps, time_in_words, to_rows, to_table};

use std::ops::Range;

/// One step, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRow {
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

impl TableRow {
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
pub struct Table {
    pub title: String,
    /// Where it begins, where that is more than the first row.
    pub start: Option<TableRow>,
    pub rows: Vec<TableRow>,
    /// What lies in another comes after it.
    pub phases: Vec<Phase>,
    /// Numbers of rows that only say that it ends there.
    pub ends: Vec<String>,
    /// What whoever brings it should know.
    pub remarks: Vec<Remark>,
}

/// What cannot be understood in a table, and in which row of it, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableProblem {
    pub row: usize,
    pub fault: TableFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    NoHeading,
    NoSteps,
    NoName,
    BadTime {
        text: String,
    },
    UnknownStep {
        text: String,
    },
    BadCondition {
        text: String,
        problem: feel::Problem,
    },
    OrderTwice {
        order: String,
    },
    BadTimes {
        text: String,
    },
    /// A row that goes on with the one above has a time of its own.
    TwoTimes,
}

impl TableProblem {
    /// A sentence in Vietnamese and in English.
    pub fn sentences(&self) -> (String, String) {
        let (vi, en) = self.fault.sentences();
        (format!("Dòng {}: {vi}", self.row), format!("Row {}: {en}", self.row))
    }
}

impl TableFault {
    fn sentences(&self) -> (String, String) {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        match self {
            TableFault::NoHeading => pair(
                "không thấy dòng tiêu đề. Bảng cần các cột như: STT, Bước thực hiện, Trách nhiệm, Thời gian, Sản phẩm.",
                "there is no row of headings. A table has columns such as: No., Step, Responsible, Time, Product.",
            ),
            TableFault::NoSteps => {
                pair("dưới dòng tiêu đề không có bước nào.", "there are no steps below the headings.")
            }
            TableFault::NoName => pair("bước này chưa có tên.", "this step has no name."),
            TableFault::BadTime { text } => (
                format!("“{text}” không phải là thời gian đọc được. Ví dụ: 2 ngày, 4 giờ, 0,5 ngày."),
                format!("“{text}” is no time we can read. For example: 2 days, 4 hours, 0.5 days."),
            ),
            TableFault::UnknownStep { text } => {
                (format!("không có bước “{text}”."), format!("there is no step “{text}”."))
            }
            TableFault::BadCondition { text, problem } => {
                let (vi, en) = problem.sentences();
                (
                    format!("điều kiện “{text}” chưa đúng: {vi}"),
                    format!("the condition “{text}” is not right: {en}"),
                )
            }
            TableFault::OrderTwice { order } => (
                format!("số thứ tự “{order}” đã dùng cho một bước khác."),
                format!("the number “{order}” is another step's."),
            ),
            TableFault::TwoTimes => pair(
                "dòng này tiếp nối bước ở trên nhưng lại có thời gian riêng. Hãy ghi tên bước, hoặc gộp thời gian.",
                "this row goes on with the step above but has a time of its own. Name the step, or put the times together.",
            ),
            TableFault::BadTimes { text } => (
                format!("“{text}”: số lần quay lại phải từ 1 đến 1000."),
                format!("“{text}”: it may go back from 1 to 1000 times."),
            ),
        }
    }
}
