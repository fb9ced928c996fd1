//! Why something cannot happen, in a sentence for who sees it.

use super::TOKENS_MAX;
use crate::model::INSTANCES_MAX;
use crate::problem::{Trouble, cut};
use language::Text;

/// Why something cannot happen now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The process has begun already, or has nothing to begin with.
    CannotStart,
    /// No such token waits for this.
    NotWaiting,
    /// No way out of a choice holds.
    NoWay { at: String },
    /// A condition gives neither yes nor no, where it has to: of a flow, or of an activity that is repeated.
    Unclear { at: String, condition: String, gave: String },
    /// An expression takes more steps than it may.
    TooCostly { at: String, expression: String },
    /// What is to be gone through is no list.
    NotAList { at: String },
    /// For how many something is to be done is no count.
    NotACount { at: String, gave: String },
    /// Far too many instances or tokens.
    TooMany { at: String },
    /// More follows at once than may: it goes round, or is far too long.
    Endless,
    /// More happens one after the other than is looked at in one run.
    TooLong,
    /// Activities inside activities without end.
    TooDeep,
    /// A process it calls is not there.
    NothingToCall { at: String },
    /// An element that is not run here.
    NotExecutable { at: String },
}

impl Misfit {
    /// The element at which it cannot go on, where it is one.
    pub fn at(&self) -> Option<&str> {
        match self {
            Misfit::NoWay { at }
            | Misfit::NotAList { at }
            | Misfit::NotACount { at, .. }
            | Misfit::TooCostly { at, .. }
            | Misfit::TooMany { at }
            | Misfit::Unclear { at, .. }
            | Misfit::NothingToCall { at }
            | Misfit::NotExecutable { at } => Some(at),
            Misfit::CannotStart | Misfit::NotWaiting => None,
            Misfit::Endless | Misfit::TooLong | Misfit::TooDeep => None,
        }
    }

    /// A sentence in Vietnamese and in English.
    pub fn sentences(&self) -> Text {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        let at = self.at().map(cut).unwrap_or_default();
        Text::from(match self {
            Misfit::CannotStart => pair("Quy trình không thể bắt đầu.", "The process cannot start."),
            Misfit::NotWaiting => {
                pair("Quy trình không chờ việc này.", "The process does not wait for this.")
            }
            Misfit::NoWay { .. } => (
                format!("Tại “{at}” không có điều kiện nào đúng nên chưa biết đi tiếp đường nào."),
                format!("At “{at}” no condition holds, so there is no way on."),
            ),
            Misfit::Unclear { condition, gave, .. } => {
                return Trouble::Unclear { text: condition.clone(), gave: gave.clone() }.sentences();
            }
            Misfit::TooCostly { expression, .. } => {
                return Trouble::TooCostly { text: expression.clone() }.sentences();
            }
            Misfit::NotAList { .. } => (
                format!("Tại “{at}” không có danh sách để làm lần lượt."),
                format!("At “{at}” there is no list to go through."),
            ),
            Misfit::NotACount { gave, .. } => {
                let gave = cut(gave);
                (
                    format!(
                        "Tại “{at}” số đối tượng là “{gave}”, không phải là một số nguyên từ 0 đến {INSTANCES_MAX}."
                    ),
                    format!(
                        "At “{at}” the count is “{gave}”, which is no whole number from 0 to {INSTANCES_MAX}."
                    ),
                )
            }
            Misfit::TooMany { .. } => (
                format!(
                    "Tại “{at}” có quá nhiều việc: nhiều nhất là làm cho {INSTANCES_MAX} đối tượng và {TOKENS_MAX} nhánh cùng lúc."
                ),
                format!(
                    "At “{at}” there is too much: at most {INSTANCES_MAX} of one kind, and {TOKENS_MAX} ways at once."
                ),
            ),
            Misfit::Endless => pair(
                "Từ đây có quá nhiều phần tử nối tiếp mà không có việc gì để làm hay để chờ: quy trình chạy vòng không dừng, hoặc quá dài.",
                "Too many elements follow at once in which there is nothing to do or to wait for: it goes round without end, or is far too long.",
            ),
            Misfit::TooLong => pair(
                "Quy trình quá dài để chạy thử hết: đến đây đã có quá nhiều việc.",
                "The process is too long to be run to its end here: too much has happened so far.",
            ),
            Misfit::TooDeep => {
                pair("Các quy trình gọi nhau quá nhiều lớp.", "Processes call processes too deeply.")
            }
            Misfit::NothingToCall { .. } => (
                format!("Không có quy trình để gọi tại “{at}”."),
                format!("There is no process to call at “{at}”."),
            ),
            Misfit::NotExecutable { .. } => {
                (format!("Hệ thống không chạy được “{at}”."), format!("“{at}” is not run here."))
            }
        })
    }
}
