//! What cannot be understood in a table, in sentences for who brings it.

use language::Text;

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
    /// Several steps after one, without saying whether all of them or one.
    AllOrOne {
        text: String,
    },
    /// A column says where steps lead, under a heading nobody knows: without it the process would be another.
    WaysNotRead {
        column: String,
        heading: String,
    },
    /// A row that goes on with the one above has a time of its own.
    TwoTimes,
}

impl TableProblem {
    /// A sentence in Vietnamese and in English.
    pub fn sentences(&self) -> Text {
        let Text { vi, en } = self.fault.sentences();
        Text::from((format!("Dòng {}: {vi}", self.row), format!("Row {}: {en}", self.row)))
    }
}

impl TableFault {
    fn sentences(&self) -> Text {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        Text::from(match self {
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
                let Text { vi, en } = problem.sentences();
                (
                    format!("điều kiện “{text}” chưa đúng: {vi}"),
                    format!("the condition “{text}” is not right: {en}"),
                )
            }
            TableFault::OrderTwice { order } => (
                format!("số thứ tự “{order}” đã dùng cho một bước khác."),
                format!("the number “{order}” is another step's."),
            ),
            TableFault::AllOrOne { text } => (
                format!(
                    "“{text}” chưa rõ là làm tất cả các bước này cùng lúc hay chỉ một bước. Hãy ghi như “3 và 4” nếu cùng lúc, \
                     “3 nếu Đạt; còn lại 4” nếu chỉ một."
                ),
                format!(
                    "“{text}” does not say whether all of these steps are done at once or one of them. Write it like “3 and \
                     4” for all at once, “3 if Granted; else 4” for one."
                ),
            ),
            TableFault::WaysNotRead { column, heading } => (
                format!(
                    "cột {column} “{heading}” nói sau bước này đi đâu, nhưng cột tên như vậy không được đọc. Hãy đặt tên cột là \
                     “Bước tiếp theo”."
                ),
                format!(
                    "column {column} “{heading}” says where this step leads, but a column of that name is not read. Name it \
                     “Next”."
                ),
            ),
            TableFault::TwoTimes => pair(
                "dòng này tiếp nối bước ở trên nhưng lại có thời gian riêng. Hãy ghi tên bước, hoặc gộp thời gian.",
                "this row goes on with the step above but has a time of its own. Name the step, or put the times together.",
            ),
            TableFault::BadTimes { text } => (
                format!("“{text}”: số lần quay lại phải từ 1 đến 1000."),
                format!("“{text}”: it may go back from 1 to 1000 times."),
            ),
        })
    }
}
