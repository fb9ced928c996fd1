//! How a result compares with its deadline.

use super::limit::Limit;
use crate::Language;
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
