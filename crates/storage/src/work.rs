//! Where open dossiers wait: a narrow row for each running step, or for whoever has the turn.

/// Sorts after every real due date.
pub const NO_DUE: i64 = i64::MAX;

typed::keyed! {
    /// Where open work waits.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Queue {
        /// Sent, to be answered by the counter.
        Intake = "intake",
        /// Accepted, to be handed over by the counter.
        HandOver = "hand-over",
        /// With a division.
        Work = "work",
        /// The applicant's turn.
        Applicant = "applicant",
        /// Result ready, to be returned by the counter.
        Return = "return",
    }
}
