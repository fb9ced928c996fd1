//! How a date was counted, day by day.

use askama::Template;

/// How a day counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayCounts {
    Counted,
    /// A day off.
    Skipped,
    /// The day it is due.
    Due,
}

impl DayCounts {
    pub fn class(self) -> &'static str {
        match self {
            DayCounts::Counted => "",
            DayCounts::Skipped => " day-list__day--skipped",
            DayCounts::Due => " day-list__day--due",
        }
    }
}

#[derive(Clone, Debug)]
pub struct CountedDay {
    pub counts: DayCounts,
    /// Its number, or a dash.
    pub number: String,
    pub date: String,
    pub why: String,
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/days.html")]
pub struct DeadlineDays(pub Vec<CountedDay>);

impl DeadlineDays {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a line stands for several days: its numbers need more room.
    fn has_runs(&self) -> bool {
        self.0.iter().any(|day| day.number.contains(char::is_numeric) && day.number.contains('–'))
    }
}
