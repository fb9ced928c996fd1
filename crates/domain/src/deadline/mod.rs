//! Deadlines: how a limit counts, and why it ends where it ends.
//!
//! Counting starts the day after arrival (Civil Code 2015, article 147). A limit in working days ends at
//! the close of office of its last working day; a limit by the calendar that ends on a day off moves to the
//! next working day (article 148.5). NĐ 61/2018 articles 17–19 say what pauses and what extends it.

mod due;
mod explained;
mod left;
mod limit;
mod promised;
#[cfg(test)]
mod tests;
mod timeliness;

pub use due::due;
use due::nominal_end;
pub use explained::{
    DayLine, Explanation, Paused, Why, explain, explain_left, explain_paused, goes_on_here, stops_here,
};
pub use left::{left, left_until};
pub use limit::{Limit, NotALimit};
pub use promised::explain_promised;
pub use timeliness::{Timeliness, by_margin, margin, timeliness};
