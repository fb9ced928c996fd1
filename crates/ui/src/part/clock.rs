//! Whose turn it is, how long they have, and how far the work is.

use super::ProgressBar;
use askama::Template;

/// Whose turn, as the clock's face shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockTurn {
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
    /// Ended without a result: withdrawn, stopped or not taken in.
    Closed,
    /// Ended with a refusal.
    Refused,
}

impl ClockTurn {
    pub const ALL: [ClockTurn; 7] = [
        ClockTurn::Running,
        ClockTurn::Late,
        ClockTurn::Yours,
        ClockTurn::Stopped,
        ClockTurn::Done,
        ClockTurn::Closed,
        ClockTurn::Refused,
    ];

    pub fn class(self) -> &'static str {
        match self {
            ClockTurn::Running => "",
            ClockTurn::Late => " clock--late",
            ClockTurn::Yours => " clock--you",
            ClockTurn::Stopped => " clock--stopped",
            ClockTurn::Done => " clock--done",
            ClockTurn::Closed => " clock--closed",
            ClockTurn::Refused => " clock--refused",
        }
    }
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/clock.html")]
pub struct ClockCard {
    pub turn: ClockTurn,
    pub who: String,
    /// The time that is left; empty where none counts.
    pub left: String,
    pub due: String,
    /// Progress in steps; `None` draws no bar.
    pub steps: Option<ProgressBar>,
}
