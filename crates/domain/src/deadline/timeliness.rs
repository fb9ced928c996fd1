//! How a result compares with its deadline.

use super::limit::Limit;
use crate::Language;
use crate::calendar::Calendar;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

typed::keyed! {
    /// How a result compares with its deadline: by date, a limit in hours by the minute
    /// (`docs/decisions/late-by-date.md`).
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Timeliness {
        Early = "early",
        OnTime = "on-time",
        Late = "late",
    }
}

impl Timeliness {
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Timeliness::Early => language.pick("Trước hạn", "Early"),
            Timeliness::OnTime => language.pick("Đúng hạn", "On time"),
            Timeliness::Late => language.pick("Quá hạn", "Late"),
        }
    }
}

pub fn timeliness(limit: &Limit, finished: Instant, due: Instant) -> Timeliness {
    match finished.date().cmp(&due.date()) {
        std::cmp::Ordering::Less => Timeliness::Early,
        std::cmp::Ordering::Equal if limit.in_hours() && finished > due => Timeliness::Late,
        std::cmp::Ordering::Equal => Timeliness::OnTime,
        std::cmp::Ordering::Greater => Timeliness::Late,
    }
}

/// How many working minutes are left of a limit that is counted by them, in hours or the same day; less than none where it is
/// over. Nothing for the others, which are counted by dates.
pub fn margin(calendar: &Calendar, limit: &Limit, at: Instant, due: Instant) -> Option<i32> {
    if !limit.in_hours() && *limit != Limit::SameDay {
        return None;
    }
    let minutes = |from, to| i32::try_from(calendar.working_minutes_between(from, to)).unwrap_or(i32::MAX);
    Some(if at <= due { minutes(at, due) } else { -minutes(due, at) })
}

/// The same told by what was left. What is finished after office hours is no working minute late.
pub fn by_margin(margin: i32) -> Timeliness {
    match margin.cmp(&0) {
        std::cmp::Ordering::Greater => Timeliness::Early,
        std::cmp::Ordering::Equal => Timeliness::OnTime,
        std::cmp::Ordering::Less => Timeliness::Late,
    }
}
