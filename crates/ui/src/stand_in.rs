//! Acting in a colleague's place: the buttons that lead there and back.

use crate::FormParam;

crate::submits! {
    /// Buttons that lead to a colleague's place and back.
    pub enum StandIn {
        Take = "take",
        Leave = "leave",
    }
}

/// Whose place is meant.
pub const ABSENT: FormParam = FormParam("absent");
