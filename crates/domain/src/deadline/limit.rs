//! How long a procedure may take.

use crate::{Language, Text};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How long a procedure may take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "unit", content = "n")]
pub enum Limit {
    /// On the working day it came; what came after 15:00, on the next.
    SameDay,
    WorkingDays(u32),
    CalendarDays(u32),
    WorkingHours(u32),
    /// What is left of a limit in hours after a pause.
    WorkingMinutes(u32),
    Months(u32),
    Years(u32),
    /// The law says it in words; no date is computed.
    Words(Text),
}

impl Limit {
    /// The longest limit that makes sense, in whatever unit.
    pub const YEARS_MAX: u32 = 40;

    /// Whether it is counted by the hour: what is left of it is no number of days.
    pub fn is_in_hours(&self) -> bool {
        matches!(self, Limit::WorkingHours(_) | Limit::WorkingMinutes(_))
    }

    /// About how many office hours it holds, seven a day: to share out, not to count by.
    pub fn office_hours(&self) -> u32 {
        match self {
            Limit::SameDay => 4,
            Limit::WorkingDays(n) => n * 7,
            Limit::CalendarDays(n) => n * 5,
            Limit::WorkingHours(n) => *n,
            Limit::WorkingMinutes(n) => n / 60,
            Limit::Months(n) => n * 150,
            Limit::Years(n) => n * 1_800,
            Limit::Words(_) => 40,
        }
    }

    /// Of a limit in hours, its minutes.
    pub(super) const fn minutes(&self) -> u32 {
        match self {
            Limit::WorkingHours(n) => n.saturating_mul(60),
            Limit::WorkingMinutes(n) => *n,
            _ => 0,
        }
    }

    pub const fn in_hours(&self) -> bool {
        matches!(self, Limit::WorkingHours(_) | Limit::WorkingMinutes(_))
    }

    /// `5 ngày làm việc` or `5 working days`.
    pub fn text(&self, language: Language) -> String {
        let counted = |n: u32, vi: &str, one: &str, many: &str| language.counted(n, vi, one, many);
        match self {
            Limit::SameDay => language.pick("trong ngày làm việc", "the same working day").into(),
            Limit::WorkingDays(n) => counted(*n, "ngày làm việc", "working day", "working days"),
            Limit::CalendarDays(n) => counted(*n, "ngày", "calendar day", "calendar days"),
            Limit::WorkingHours(n) => counted(*n, "giờ làm việc", "working hour", "working hours"),
            Limit::WorkingMinutes(n) => counted(*n, "phút làm việc", "working minute", "working minutes"),
            Limit::Months(n) => counted(*n, "tháng", "month", "months"),
            Limit::Years(n) => counted(*n, "năm", "year", "years"),
            Limit::Words(words) => words.get(language).to_string(),
        }
    }
}

/// Written in English, as on the command line.
impl fmt::Display for Limit {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(&self.text(Language::English))
    }
}

/// The text was not a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALimit;

impl FromStr for Limit {
    type Err = NotALimit;

    /// Reads `5 working days`, `1 month`, `same day`; units in singular or plural.
    fn from_str(text: &str) -> Result<Limit, NotALimit> {
        let lower = typed::plain(text).to_lowercase();
        if lower == "same day" {
            return Ok(Limit::SameDay);
        }
        let (number, unit) = lower.split_once(char::is_whitespace).ok_or(NotALimit)?;
        let n = forms::number::whole(number, 1..=u32::MAX).ok_or(NotALimit)?;
        let unit: Vec<&str> = unit.split_whitespace().collect();
        let (limit, days) = match unit.join(" ").trim_end_matches('s') {
            "working day" => (Limit::WorkingDays(n), n),
            "calendar day" | "day" => (Limit::CalendarDays(n), n),
            "working hour" | "hour" => (Limit::WorkingHours(n), n / 7),
            "working minute" => (Limit::WorkingMinutes(n), n / 420),
            "month" => (Limit::Months(n), n.saturating_mul(30)),
            "year" => (Limit::Years(n), n.saturating_mul(365)),
            _ => return Err(NotALimit),
        };
        if days > Limit::YEARS_MAX * 365 { Err(NotALimit) } else { Ok(limit) }
    }
}
