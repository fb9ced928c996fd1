//! When an office works: hours per weekday, days off, swapped and made-up days.
//!
//! An office may be **open** on a day of the weekly rest, as on a Saturday morning: what comes then has arrived, and is
//! answered. Such a day is no **working** day all the same: no limit and no step counts it.

mod hours;
mod sums;
#[cfg(test)]
mod tests;

pub use hours::{Hours, NotHours, Span, Week};

use crate::time::Instant;
use crate::{Language, Text, holidays};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use sums::Sums;

/// The minutes a day of a process has.
const PROCESS_DAY: u32 = 8 * 60;

/// How sure we are of a special day, or of what the law says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Announced by the state.
    Announced,
    /// Listed somewhere, its enactment not verified.
    Unconfirmed,
    /// Computed from the law before anybody announced it.
    Computed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum DayKind {
    Off,
    /// Off, made up on another day.
    SwappedOff {
        made_up_on: Date,
    },
    /// Worked in place of a swapped day, with the hours of an ordinary Monday.
    #[serde(rename = "made-up")]
    MakeUpDay {
        instead_of: Date,
    },
    /// Worked with hours of its own, such as a half day.
    Hours {
        hours: Hours,
    },
}

/// A day that differs from its weekday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialDay {
    pub date: Date,
    #[serde(flatten)]
    pub kind: DayKind,
    pub name: Text,
    pub certainty: Certainty,
    /// The document it rests on.
    pub source: String,
}

/// When one agency works. Days known nowhere follow the national holidays of their year.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    week: Week,
    days: BTreeMap<Date, SpecialDay>,
    filled: std::ops::RangeInclusive<i16>,
    sums: Sums,
}

/// The years whose holidays are laid out once; further years are computed when asked for.
const FILLED: std::ops::RangeInclusive<i16> = 2018..=2036;

impl Calendar {
    /// The national calendar with office hours.
    pub fn national() -> Calendar {
        let days = FILLED.flat_map(holidays::of_year).map(|day| (day.date, day)).collect();
        Calendar { week: Week::office(), days, filled: FILLED, sums: Sums::default() }
    }

    /// The same calendar with hours or days of an agency's own laid over it.
    pub fn with(mut self, week: Option<Week>, own: impl IntoIterator<Item = SpecialDay>) -> Calendar {
        if let Some(week) = week {
            self.week = week;
        }
        self.days.extend(own.into_iter().map(|day| (day.date, day)));
        self.sums = Sums::default();
        self
    }

    pub fn week(&self) -> &Week {
        &self.week
    }

    /// What kind of day this is.
    pub fn day(&self, date: Date) -> Day {
        let ordinary = self.week.hours(date.weekday());
        let special = match self.days.get(&date) {
            None if !self.filled.contains(&date.year()) => {
                holidays::of_year(date.year()).into_iter().find(|day| day.date == date)
            }
            known => known.cloned(),
        };
        let hours = match special.as_ref().map(|day| &day.kind) {
            None => ordinary.clone(),
            Some(DayKind::Off | DayKind::SwappedOff { .. }) => Hours::default(),
            Some(DayKind::MakeUpDay { .. }) => self.week.hours(Weekday::Monday).clone(),
            Some(DayKind::Hours { hours }) => hours.clone(),
        };
        Day { date, hours, special }
    }

    /// Whether limits count it.
    pub fn works_on(&self, date: Date) -> bool {
        self.day(date).works()
    }

    /// Whether anything can be handed in on it.
    pub fn open_on(&self, date: Date) -> bool {
        self.day(date).opens()
    }

    /// The first working day on or after `date`.
    pub fn working_day_from(&self, date: Date) -> Day {
        self.first_from(date, Day::works)
    }

    fn first_from(&self, date: Date, so: fn(&Day) -> bool) -> Day {
        // A year without a single working day is refused when a calendar is edited; the bound is a guard.
        let mut day = self.day(date);
        for _ in 0..400 {
            if so(&day) {
                break;
            }
            day = self.day(day.date + 1.days());
        }
        day
    }

    /// What arrives outside office hours counts as arrived at the next opening.
    pub fn arrival(&self, at: Instant) -> Instant {
        let civil = at.civil();
        let today = self.day(civil.date());
        for span in today.hours.spans() {
            if civil.time() < span.from {
                return Instant::from_civil(civil.date().to_datetime(span.from));
            }
            if civil.time() < span.to {
                return at;
            }
        }
        self.opening_after(civil.date())
    }

    /// When the office opens next after `date`.
    fn opening_after(&self, date: Date) -> Instant {
        let next = self.first_from(date + 1.days(), Day::opens);
        moment(next.date, next.hours.opening())
    }

    /// The opening of the first working day after `date`.
    pub fn working_day_after(&self, date: Date) -> Instant {
        let next = self.working_day_from(date + 1.days());
        moment(next.date, next.hours.opening())
    }

    /// The close of office on `date`; on a day off, midnight at its end never matters, so its noon stands in.
    pub fn close_of(&self, date: Date) -> Instant {
        moment(date, self.day(date).hours.close())
    }

    /// The moment `minutes` of working time after `from`; a span that ends at closing time ends there.
    pub fn after_working_minutes(&self, from: Instant, minutes: u32) -> Instant {
        self.after_minutes(from, minutes, Day::works)
    }

    /// The same with all the time the office is open: intake answers on a Saturday morning too.
    pub fn after_open_minutes(&self, from: Instant, minutes: u32) -> Instant {
        self.after_minutes(from, minutes, Day::opens)
    }

    fn after_minutes(&self, from: Instant, minutes: u32, counts: fn(&Day) -> bool) -> Instant {
        let mut at = from.civil();
        let mut left = i64::from(minutes) * 60_000;
        loop {
            let day = self.first_from(at.date(), counts);
            for span in day.hours.spans() {
                let start = at.max(day.date.to_datetime(span.from));
                let end = day.date.to_datetime(span.to);
                let available = millis_between(start, end);
                if available <= 0 {
                    continue;
                }
                if left <= available {
                    return Instant::from_civil(start + left.milliseconds());
                }
                left -= available;
            }
            at = (day.date + 1.days()).to_datetime(Time::midnight());
        }
    }

    /// Minutes of a process in working minutes of this office. Tables of processes count eight hours a day, whatever
    /// the hours of an office: whole days become full days of the office, and the rest stays hours.
    pub fn process_minutes(&self, minutes: u32) -> u32 {
        let day = self.week.0.iter().map(Hours::minutes).max().filter(|day| *day > 0).unwrap_or(PROCESS_DAY);
        let (days, rest) = (minutes / PROCESS_DAY, minutes % PROCESS_DAY);
        days.saturating_mul(day).saturating_add(rest.min(day))
    }

    /// The moment that is `minutes` of a process after `from`.
    pub fn after_process_minutes(&self, from: Instant, minutes: u32) -> Instant {
        self.after_working_minutes(from, self.process_minutes(minutes))
    }

    /// Working minutes between two moments, rounded up; 0 when `to` is not after `from`.
    pub fn working_minutes_between(&self, from: Instant, to: Instant) -> u32 {
        self.working_millis_between(from, to).div_ceil(60_000) as u32
    }

    /// The same of whole minutes only.
    pub fn whole_working_minutes_between(&self, from: Instant, to: Instant) -> u32 {
        (self.working_millis_between(from, to) / 60_000) as u32
    }

    fn working_millis_between(&self, from: Instant, to: Instant) -> u64 {
        let (from, to) = (from.civil(), to.civil());
        let mut total = 0;
        let mut date = from.date();
        while date <= to.date() {
            let day = Some(self.day(date)).filter(Day::works);
            for span in day.iter().flat_map(|day| day.hours.spans()) {
                let start = from.max(date.to_datetime(span.from));
                let end = to.min(date.to_datetime(span.to));
                total += millis_between(start, end).max(0);
            }
            date += 1.days();
        }
        total as u64
    }

    /// Working days after `from` up to and including `to`; 0 when `to` is not after `from`.
    pub fn working_days_between(&self, from: Date, to: Date) -> u32 {
        match self.sums.of(self).between(from, to) {
            Some(days) => days,
            None => self.days_walked(from, to),
        }
    }

    fn days_walked(&self, from: Date, to: Date) -> u32 {
        let mut days = 0;
        let mut date = from;
        while date < to {
            date += 1.days();
            days += u32::from(self.works_on(date));
        }
        days
    }

    /// The `n`th working day after `date`; with none, the day itself.
    pub fn working_days_after(&self, date: Date, n: u32) -> Date {
        match self.sums.of(self).nth_after(date, n) {
            Some(day) => day,
            None => self.days_gone(date, n),
        }
    }

    fn days_gone(&self, date: Date, n: u32) -> Date {
        (0..n).fold(date, |day, _| self.working_day_from(day + 1.days()).date)
    }
}

fn moment(date: Date, time: Option<Time>) -> Instant {
    Instant::from_civil(date.to_datetime(time.unwrap_or(Time::constant(12, 0, 0, 0))))
}

fn millis_between(from: DateTime, to: DateTime) -> i64 {
    to.duration_since(from).as_millis() as i64
}

/// One day of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub date: Date,
    pub hours: Hours,
    pub special: Option<SpecialDay>,
}

impl Day {
    pub fn opens(&self) -> bool {
        !self.hours.is_off()
    }

    /// State bodies rest on Saturday and Sunday, unless such a day is made up for another.
    pub fn works(&self) -> bool {
        let rest = matches!(self.date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let made_up =
            self.special.as_ref().is_some_and(|special| matches!(special.kind, DayKind::MakeUpDay { .. }));
        self.opens() && (!rest || made_up)
    }

    /// Why this day is worked or not, as a short phrase.
    pub fn reason(&self, language: Language) -> String {
        let Some(special) = &self.special else {
            let (vi, en) = match (self.opens(), self.works()) {
                (_, true) => ("ngày làm việc", "working day"),
                (true, false) => {
                    ("ngày nghỉ hằng tuần, chỉ mở cửa tiếp nhận", "weekly day off, open for intake only")
                }
                (false, false) => ("ngày nghỉ hằng tuần", "weekly day off"),
            };
            return language.pick(vi, en).into();
        };
        let name = special.name.get(language);
        let kind = match &special.kind {
            DayKind::Off => name.to_string(),
            DayKind::SwappedOff { made_up_on } => {
                let day = crate::time::short_date(*made_up_on, language);
                language.pick(format!("{name}, làm bù ngày {day}"), format!("{name}, made up on {day}"))
            }
            DayKind::MakeUpDay { instead_of } => {
                let day = crate::time::short_date(*instead_of, language);
                language.pick(format!("{name} cho ngày {day}"), format!("{name} for {day}"))
            }
            DayKind::Hours { hours } if self.works() => format!("{name} ({hours})"),
            DayKind::Hours { hours } => language.pick(
                format!("{name} ({hours}), chỉ mở cửa tiếp nhận"),
                format!("{name} ({hours}), open for intake only"),
            ),
        };
        match special.certainty {
            Certainty::Announced => kind,
            Certainty::Unconfirmed => {
                format!("{kind} ({})", language.pick("chưa xác nhận văn bản", "not yet confirmed"))
            }
            Certainty::Computed => format!("{kind} ({})", language.pick("dự kiến", "provisional")),
        }
    }
}
