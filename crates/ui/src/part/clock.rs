//! Whose turn it is, how long they have, and how far the work is.

use super::Bar;
use askama::Template;

/// Whose turn, as the clock's face shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The agency's, in time.
    Running,
    /// The agency's, too late.
    Late,
    /// The applicant's.
    Yours,
    /// Nobody's for now: the clock stands.
    Stopped,
    /// Ended well.
    Done,
    /// Ended otherwise.
    Closed,
    /// Ended with a no.
    Refused,
}

impl Turn {
    pub const ALL: [Turn; 7] =
        [Turn::Running, Turn::Late, Turn::Yours, Turn::Stopped, Turn::Done, Turn::Closed, Turn::Refused];

    pub fn class(self) -> &'static str {
        match self {
            Turn::Running => "",
            Turn::Late => " clock--late",
            Turn::Yours => " clock--you",
            Turn::Stopped => " clock--stopped",
            Turn::Done => " clock--done",
            Turn::Closed => " clock--closed",
            Turn::Refused => " clock--refused",
        }
    }
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/clock.html")]
pub struct Clock {
    pub turn: Turn,
    pub who: String,
    /// The time that is left; empty where none counts.
    pub left: String,
    pub due: String,
    /// Steps done of all; none draws no bar.
    pub steps: Option<Bar>,
}
