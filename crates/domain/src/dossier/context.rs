use crate::calendar::Calendar;
use crate::procedure::Procedure;
use crate::rules::RulePack;
use crate::time::Instant;

/// What the decision may look at, all as values.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub now: Instant,
    /// Of the competent agency: the legal limit and the steps run by it.
    pub calendar: &'a Calendar,
    /// Of the receiving agency: answers to filings run by it.
    pub receiving_calendar: &'a Calendar,
    pub pack: &'a RulePack,
    /// The pinned version.
    pub procedure: &'a Procedure,
}
