use crate::time::Instant;

/// An apology for a date that is not kept, with a new one (form 04).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apology {
    pub at: Instant,
    /// Its number.
    pub document: String,
    /// Why, as the head of the agency wrote it. Empty when it was erased.
    pub reason: String,
    /// The date that is not kept.
    pub from: Option<Instant>,
    pub to: Instant,
    /// Whether it came after it was due.
    pub late: bool,
    /// Who signed it.
    pub by: Option<crate::officer::AccountId>,
}
