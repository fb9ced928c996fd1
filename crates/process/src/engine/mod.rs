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
mod misfit;
mod raise;
mod undo;
mod wait;

pub(crate) use activity::{DEPTH_MAX, count};
pub(crate) use advance::TOKENS_MAX;
pub use advance::advance;
pub(crate) use advance::{Refused, attempt};
pub use happened::Happened;
pub(crate) use look::names;
pub use marking::{Finished, Item, Marking, Moved, State, Token};
pub use misfit::Misfit;
pub use undo::{Past, Undone, undo};
pub use wait::{TokenWait, waits};
pub(crate) use wait::{interrupts, timer_of, trigger_of};

use crate::model::{TimerTrigger, Trigger};
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
pub struct EngineInput<'a> {
    /// What conditions may look at.
    pub values: &'a feel::NamedValues,
    /// Choices made elsewhere: the flows taken, by the element they leave. The others go by their conditions.
    pub chosen: &'a BTreeMap<String, BTreeSet<String>>,
}

/// What became due by a happening.
#[derive(Clone, Debug, PartialEq)]
pub enum Due {
    /// Somebody, or some system, is to do the work of a token.
    Work { token: u32 },
    /// A timer is to be set.
    Timer { token: u32, event: String, timer: TimerTrigger },
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
