//! Why something cannot happen, in a sentence for who sees it.

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
    /// What is to be gone through is no list, or no count.
    NotAList { at: String },
    /// Far too many instances or tokens.
    TooMany { at: String },
    /// It goes round without end.
    Endless,
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
            Misfit::NoWay { at } | Misfit::NotAList { at } | Misfit::TooMany { at } => Some(at),
            Misfit::Unclear { at, .. } | Misfit::NothingToCall { at } | Misfit::NotExecutable { at } => {
                Some(at)
            }
            Misfit::CannotStart | Misfit::NotWaiting | Misfit::Endless | Misfit::TooDeep => None,
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
            Misfit::NotAList { .. } => (
                format!("Tại “{at}” không có danh sách hay số lượng để làm lần lượt."),
                format!("At “{at}” there is no list or number to go through."),
            ),
            Misfit::TooMany { .. } => (
                format!("Tại “{at}” có quá nhiều việc cùng lúc."),
                format!("At “{at}” there is too much at once."),
            ),
            Misfit::Endless => pair("Quy trình chạy vòng không dừng.", "The process goes round without end."),
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
