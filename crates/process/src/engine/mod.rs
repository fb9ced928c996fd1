//! The engine: what happens moves tokens. A function of its arguments and nothing else.

mod activity;
mod advance;
mod beside;
mod choose;
mod compensate;
mod happened;
mod holds;
mod look;
mod marking;
mod raise;
mod undo;
mod wait;

pub(crate) use activity::DEPTH_MAX;
pub(crate) use advance::TOKENS_MAX;
pub use advance::advance;
pub(crate) use advance::{Refused, attempt};
pub use happened::Happened;
pub use marking::{Finished, Item, Marking, Moved, State, Token};
pub use undo::{Past, Undone, undo};
pub use wait::{Wait, waits};
pub(crate) use wait::{interrupts, timer_of, trigger_of};

use crate::model::{Timer, Trigger};
use crate::problem::{Trouble, cut};
use std::collections::{BTreeMap, BTreeSet};

/// What happens to a process.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// It begins, at its start event.
    Start,
    /// The work of a token is done.
    Done { token: u32 },
    /// The work of a token ended in an error.
    Failed { token: u32, code: String },
    /// The time of a timer has come, or the message of just this event: the event, and the token that waits for it or on
    /// whose edge it lies.
    Came { token: u32, event: String },
    /// A message came; the first that waits for it takes it.
    Message { name: String },
    /// A signal was given to all that wait for it.
    Signal { name: String },
    /// What conditions look at may be otherwise than before.
    Looked,
}

/// What the world looks like while tokens move.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// What conditions may look at.
    pub values: &'a feel::Context,
    /// Choices made elsewhere: the flows taken, by the element they leave. The others go by their conditions.
    pub chosen: &'a BTreeMap<String, BTreeSet<String>>,
}

/// What became due by a happening.
#[derive(Clone, Debug, PartialEq)]
pub enum Due {
    /// Somebody, or some system, is to do the work of a token.
    Work { token: u32 },
    /// A timer is to be set.
    Timer { token: u32, event: String, timer: Timer },
    /// A message or a signal goes out.
    Sent { event: String, trigger: Trigger },
    /// A condition that was waited for holds now.
    Held { token: u32, event: String },
    /// An error nobody caught has ended the process.
    Failed { code: String },
    /// It has ended, at this element.
    Ended { at: String },
}

/// What came of a happening.
#[derive(Clone, Debug, PartialEq)]
pub struct Advance {
    pub marking: Marking,
    /// What leads there, in order: one movement, and one more for each join that was passed.
    pub moved: Vec<Moved>,
    pub due: Vec<Due>,
}

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
    pub fn sentences(&self) -> (String, String) {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        let at = self.at().map(cut).unwrap_or_default();
        match self {
            Misfit::CannotStart => pair("Quy trình không thể bắt đầu.", "The process cannot start."),
            Misfit::NotWaiting => {
                pair("Quy trình không chờ việc này.", "The process does not wait for this.")
            }
            Misfit::NoWay { .. } => (
                format!("Tại “{at}” không có điều kiện nào đúng nên chưa biết đi tiếp đường nào."),
                format!("At “{at}” no condition holds, so there is no way on."),
            ),
            Misfit::Unclear { condition, gave, .. } => {
                Trouble::Unclear { text: condition.clone(), gave: gave.clone() }.sentences()
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
        }
    }
}
