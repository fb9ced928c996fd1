//! Where open dossiers wait: a narrow row for each running step, or for whoever has the turn.

/// Sorts after every real due date.
pub const NO_DUE: i64 = i64::MAX;

/// Where open work waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// Sent, to be answered by the counter.
    Intake,
    /// Accepted, to be handed over by the counter.
    HandOver,
    /// With a division.
    Work,
    /// The applicant's turn.
    Applicant,
    /// Result ready, to be returned by the counter.
    Return,
}

impl Queue {
    pub const fn key(self) -> &'static str {
        match self {
            Queue::Intake => "intake",
            Queue::HandOver => "hand-over",
            Queue::Work => "work",
            Queue::Applicant => "applicant",
            Queue::Return => "return",
        }
    }
}
