//! Acting in a colleague's place: the buttons that lead there and back.

use crate::Tacit;

crate::presses! {
    /// Buttons that lead to a colleague's place and back.
    pub enum Place {
        Take = "take",
        Leave = "leave",
    }
}

/// Whose place is meant.
pub const ABSENT: Tacit = Tacit("absent");
