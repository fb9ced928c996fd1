//! Deadlines: how a limit counts, and why it ends where it ends.
//!
//! Counting starts the day after arrival (Civil Code 2015, article 147). A limit in working days ends at
//! the close of office of its last working day; a limit by the calendar that ends on a day off moves to the
//! next working day (article 148.5). NĐ 61/2018 articles 17–19 say what pauses and what extends it.

use crate::calendar::Calendar;
use crate::time::Instant;
use crate::{Language, Text};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
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

/// What comes later than this in the day is answered on the next one, where a limit is the same day: procedures of civil
/// status say so.
const SAME_DAY_UNTIL: Time = Time::constant(15, 0, 0, 0);

/// The longest limit that makes sense, in any unit of days: forty years.
const DAYS_MAX: u32 = 14_600;

impl Limit {
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

    pub const fn in_hours(&self) -> bool {
        matches!(self, Limit::WorkingHours(_) | Limit::WorkingMinutes(_))
    }

    /// `5 ngày làm việc` or `5 working days`.
    pub fn text(&self, language: Language) -> String {
        let counted = |n: u32, vi: &str, one: &str, many: &str| match language {
            Language::Vietnamese => format!("{n} {vi}"),
            Language::English => format!("{n} {}", if n == 1 { one } else { many }),
        };
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
        let n: u32 = number.parse().map_err(|_| NotALimit)?;
        let unit: Vec<&str> = unit.split_whitespace().collect();
        let (limit, days) = match unit.join(" ").trim_end_matches('s') {
            "working day" => (Limit::WorkingDays(n), n),
            "calendar day" | "day" => (Limit::CalendarDays(n), n),
            "working hour" | "hour" => (Limit::WorkingHours(n), n / 7),
            "working minute" => (Limit::WorkingMinutes(n), n / 420),
            "month" => (Limit::Months(n), n.saturating_mul(31)),
            "year" => (Limit::Years(n), n.saturating_mul(366)),
            _ => return Err(NotALimit),
        };
        if n == 0 || days > DAYS_MAX { Err(NotALimit) } else { Ok(limit) }
    }
}

/// The end of a limit that counts from the arrival `from`; nothing when the limit is in words.
pub fn due(calendar: &Calendar, from: Instant, limit: &Limit) -> Option<Instant> {
    let arrival = calendar.arrival(from);
    let date = arrival.date();
    let rolled = |day: Date| {
        let day = calendar.working_day_from(day);
        calendar.close_of(day.date)
    };
    Some(match limit {
        Limit::SameDay if arrival.civil().time() <= SAME_DAY_UNTIL => calendar.close_of(date),
        Limit::SameDay => calendar.close_of(calendar.working_day_from(date + 1.days()).date),
        Limit::WorkingDays(n) => {
            let mut day = date;
            for _ in 0..*n {
                day = calendar.working_day_from(day + 1.days()).date;
            }
            calendar.close_of(day)
        }
        Limit::CalendarDays(n) => rolled(date.saturating_add(i64::from(*n).days())),
        Limit::Months(n) => rolled(date.saturating_add(i64::from(*n).months())),
        Limit::Years(n) => rolled(date.saturating_add(i64::from(*n).years())),
        Limit::WorkingHours(n) => calendar.after_working_minutes(arrival, n * 60),
        Limit::WorkingMinutes(n) => calendar.after_working_minutes(arrival, *n),
        Limit::Words(_) => return None,
    })
}

/// What is left of a limit when the clock stops at `paused`: the counted days after the day of the pause up
/// to the due day, or working minutes. Nothing when it was already due: a pause then changes nothing. What is done after
/// office hours counts as done at the next opening, here as everywhere.
pub fn left(calendar: &Calendar, limit: &Limit, paused: Instant, due: Instant) -> Option<Limit> {
    if timeliness(limit, paused, due) == Timeliness::Late {
        return None;
    }
    let paused = calendar.arrival(paused);
    Some(match limit {
        Limit::SameDay => Limit::SameDay,
        Limit::WorkingDays(_) => Limit::WorkingDays(calendar.working_days_between(paused.date(), due.date())),
        Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_) => {
            let days = (due.date() - paused.date()).get_days();
            Limit::CalendarDays(days.max(0) as u32)
        }
        Limit::WorkingHours(_) | Limit::WorkingMinutes(_) => {
            Limit::WorkingMinutes(calendar.working_minutes_between(paused, due))
        }
        Limit::Words(words) => Limit::Words(words.clone()),
    })
}

/// One day on the way to a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayLine {
    pub date: Date,
    /// The number of this day in the count; nothing when it was skipped.
    pub number: Option<u32>,
    /// Working minutes used, for limits in hours.
    pub minutes: Option<u32>,
    pub why: Why,
}

/// Why a day counts or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The day of arrival: counting starts the day after.
    Arrival,
    /// It came early enough to be done on this day.
    SameDay,
    /// It came too late in the day for that.
    TooLateInTheDay,
    /// Counted; for a limit by the calendar every day is.
    Counted { day: Text },
    /// Not a working day.
    Skipped { day: Text },
    /// The last day fell on a day off, so the end moves past it.
    MovedPast { day: Text },
    /// The working day the end moved to.
    MovedTo { day: Text },
}

impl Why {
    pub fn text(&self, language: Language) -> String {
        match self {
            Why::Arrival => language
                .pick(
                    "được tính là ngày nhận, bắt đầu đếm từ ngày hôm sau",
                    "day of arrival; counting starts the day after",
                )
                .into(),
            Why::SameDay => language
                .pick(
                    "được tính là ngày nhận; nhận trước 15 giờ thì trả trong ngày",
                    "day of arrival; what comes by 15:00 is answered on this day",
                )
                .into(),
            Why::TooLateInTheDay => language
                .pick(
                    "được tính là ngày nhận; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo",
                    "day of arrival; what comes after 15:00 is answered on the next working day",
                )
                .into(),
            Why::Counted { day } | Why::Skipped { day } => day.get(language).into(),
            Why::MovedPast { day } => {
                let day = day.get(language);
                language.pick(format!("{day}, thời hạn chuyển tiếp"), format!("{day}, the end moves on"))
            }
            Why::MovedTo { day } => {
                let day = day.get(language);
                language
                    .pick(format!("{day}, thời hạn kết thúc ở đây"), format!("{day}, the period ends here"))
            }
        }
    }
}

/// A due date with its reasons, day by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// When it counts as arrived.
    pub arrival: Instant,
    pub due: Option<Instant>,
    pub days: Vec<DayLine>,
}

/// Explains [`due`] day by day.
pub fn explain(calendar: &Calendar, from: Instant, limit: &Limit) -> Explanation {
    let arrival = calendar.arrival(from);
    let due = due(calendar, from, limit);
    let days = match (limit, due) {
        (_, None) => Vec::new(),
        (Limit::WorkingHours(_) | Limit::WorkingMinutes(_), Some(due)) => by_hours(calendar, arrival, due),
        (Limit::SameDay, Some(due)) => {
            let mut lines = by_working_days(calendar, arrival, due);
            lines[0].why = if due.date() == arrival.date() { Why::SameDay } else { Why::TooLateInTheDay };
            lines
        }
        (Limit::WorkingDays(_), Some(due)) => by_working_days(calendar, arrival, due),
        (Limit::CalendarDays(n), Some(due)) => {
            by_calendar(calendar, arrival, arrival.date().saturating_add(i64::from(*n).days()), due)
        }
        (Limit::Months(n), Some(due)) => {
            by_calendar(calendar, arrival, arrival.date().saturating_add(i64::from(*n).months()), due)
        }
        (Limit::Years(n), Some(due)) => {
            by_calendar(calendar, arrival, arrival.date().saturating_add(i64::from(*n).years()), due)
        }
        (Limit::Words(_), Some(_)) => unreachable!("a limit in words has no due date"),
    };
    Explanation { arrival, due, days }
}

fn arrival_line(arrival: Instant) -> DayLine {
    DayLine { date: arrival.date(), number: None, minutes: None, why: Why::Arrival }
}

fn day_text(calendar: &Calendar, date: Date) -> Text {
    let day = calendar.day(date);
    Text::new(day.reason(Language::Vietnamese), day.reason(Language::English))
}

fn by_working_days(calendar: &Calendar, arrival: Instant, due: Instant) -> Vec<DayLine> {
    let mut lines = vec![arrival_line(arrival)];
    let mut number = 0;
    let mut date = arrival.date();
    while date < due.date() {
        date += 1.days();
        let day = day_text(calendar, date);
        lines.push(if calendar.works_on(date) {
            number += 1;
            DayLine { date, number: Some(number), minutes: None, why: Why::Counted { day } }
        } else {
            DayLine { date, number: None, minutes: None, why: Why::Skipped { day } }
        });
    }
    lines
}

fn by_calendar(calendar: &Calendar, arrival: Instant, last: Date, due: Instant) -> Vec<DayLine> {
    let mut lines = vec![arrival_line(arrival)];
    let mut number = 0;
    let mut date = arrival.date();
    while date < due.date() {
        date += 1.days();
        let day = day_text(calendar, date);
        let moved = due.date() > last;
        lines.push(if date < last || (date == last && !moved) {
            number += 1;
            DayLine { date, number: Some(number), minutes: None, why: Why::Counted { day } }
        } else if date == last {
            number += 1;
            DayLine { date, number: Some(number), minutes: None, why: Why::MovedPast { day } }
        } else if date < due.date() {
            DayLine { date, number: None, minutes: None, why: Why::MovedPast { day } }
        } else {
            DayLine { date, number: None, minutes: None, why: Why::MovedTo { day } }
        });
    }
    lines
}

fn by_hours(calendar: &Calendar, arrival: Instant, due: Instant) -> Vec<DayLine> {
    let mut lines = Vec::new();
    let mut number = 0;
    let mut date = arrival.date();
    while date <= due.date() {
        let midnight = |date: Date| Instant::from_civil(date.to_datetime(jiff::civil::Time::midnight()));
        let from = arrival.max(midnight(date));
        let to = due.min(midnight(date + 1.days()));
        let minutes = calendar.working_minutes_between(from, to);
        let day = day_text(calendar, date);
        lines.push(if minutes > 0 {
            number += 1;
            DayLine { date, number: Some(number), minutes: Some(minutes), why: Why::Counted { day } }
        } else {
            DayLine { date, number: None, minutes: None, why: Why::Skipped { day } }
        });
        date += 1.days();
    }
    lines
}

/// How a result compares with its deadline: by date, a limit in hours by the minute
/// (`docs/decisions/late-by-date.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timeliness {
    Early,
    OnTime,
    Late,
}

pub fn timeliness(limit: &Limit, finished: Instant, due: Instant) -> Timeliness {
    match finished.date().cmp(&due.date()) {
        std::cmp::Ordering::Less => Timeliness::Early,
        std::cmp::Ordering::Equal if limit.in_hours() && finished > due => Timeliness::Late,
        std::cmp::Ordering::Equal => Timeliness::OnTime,
        std::cmp::Ordering::Greater => Timeliness::Late,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    fn check(from: &str, limit: &str, expected: &str) {
        let limit: Limit = limit.parse().unwrap();
        let explained = explain(&Calendar::national(), at(from), &limit);
        assert_eq!(explained.due.unwrap(), at(expected), "{from} + {limit}");
        assert_eq!(
            explained.days.last().unwrap().date,
            at(expected).date(),
            "the explanation ends there too"
        );
    }

    #[test]
    fn working_days_skip_weekends_and_tet() {
        check("2026-02-12T09:30", "5 working days", "2026-02-26T17:00");
        check("2025-04-28T08:00", "3 working days", "2025-05-06T17:00");
        check("2026-08-20T08:00", "2 working days", "2026-08-22T17:00"); // a made-up Saturday counts
    }

    #[test]
    fn what_comes_at_night_counts_from_the_next_opening() {
        check("2026-03-05T18:00", "1 working day", "2026-03-09T17:00");
        check("2026-03-06T18:00", "1 working day", "2026-03-10T17:00");
    }

    #[test]
    fn fifteen_oclock_never_touches_the_counting() {
        check("2026-03-05T14:59", "1 working day", "2026-03-06T17:00");
        check("2026-03-05T15:01", "1 working day", "2026-03-06T17:00");
    }

    #[test]
    fn a_limit_by_the_calendar_moves_past_a_day_off() {
        check("2026-03-05T09:00", "1 calendar day", "2026-03-06T17:00");
        check("2026-03-05T09:00", "2 days", "2026-03-09T17:00");
        check("2026-01-17T09:00", "1 month", "2026-02-23T17:00"); // arrives 19/1, ends within Tết
        check("2026-01-31T09:00", "1 months", "2026-03-02T17:00"); // arrives Monday 2/2
        check("2024-02-29T09:00", "1 year", "2025-02-28T17:00");
    }

    #[test]
    fn working_hours_count_from_the_arrival_itself() {
        check("2026-03-06T09:30", "8 working hours", "2026-03-09T10:00");
        check("2026-03-06T16:00", "1 hour", "2026-03-06T17:00");
    }

    #[test]
    fn each_skipped_day_says_why() {
        let explained = explain(&Calendar::national(), at("2026-02-12T09:30"), &Limit::WorkingDays(5));
        let tet = explained.days.iter().find(|line| line.date == Date::constant(2026, 2, 17)).unwrap();
        assert_eq!(tet.number, None);
        assert_eq!(tet.why.text(Language::English), "Lunar New Year");
        assert_eq!(explained.days.iter().filter_map(|line| line.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn what_is_left_after_a_pause_counts_from_the_day_after_it() {
        let calendar = Calendar::national();
        // Accepted Monday 2/3, five working days: due Monday 9/3. Paused Wednesday: Thu, Fri, Mon are left.
        let left = left(&calendar, &Limit::WorkingDays(5), at("2026-03-04T10:00"), at("2026-03-09T17:00"));
        assert_eq!(left, Some(Limit::WorkingDays(3)));
        assert_eq!(due(&calendar, at("2026-03-12T15:00"), &left.unwrap()), Some(at("2026-03-17T17:00")));
    }

    #[test]
    fn a_pause_after_office_hours_changes_nothing_either() {
        let calendar = Calendar::national();
        for limit in [Limit::WorkingDays(5), Limit::CalendarDays(10), Limit::WorkingHours(16)] {
            let accepted = at("2026-03-05T22:19");
            let promised = due(&calendar, accepted, &limit).unwrap();
            let mut date = promised;
            for minute in 20..23 {
                let paused = at(&format!("2026-03-05T22:{minute}"));
                let left = left(&calendar, &limit, paused, date).unwrap();
                date = due(&calendar, paused.plus_minutes(1), &left).unwrap();
            }
            assert_eq!(date, promised, "{limit}");
        }
    }

    #[test]
    fn the_same_day_is_the_next_one_for_what_comes_late() {
        check("2026-03-05T08:00", "same day", "2026-03-05T17:00");
        check("2026-03-05T15:00", "same day", "2026-03-05T17:00");
        check("2026-03-05T15:01", "same day", "2026-03-06T17:00");
        // Friday evening counts as Monday morning.
        check("2026-03-06T19:00", "same day", "2026-03-09T17:00");
        check("2026-03-06T16:00", "same day", "2026-03-09T17:00");
        let text = serde_json::to_string(&Limit::SameDay).unwrap();
        assert_eq!(
            (text.as_str(), serde_json::from_str(&text).ok()),
            (r#"{"unit":"same-day"}"#, Some(Limit::SameDay))
        );
    }

    #[test]
    fn late_is_a_matter_of_dates_and_for_hours_of_minutes() {
        let check = |limit: Limit, finished: &str, expected| {
            assert_eq!(
                timeliness(&limit, at(finished), at("2026-03-09T10:00")),
                expected,
                "{limit} {finished}"
            );
        };
        check(Limit::WorkingDays(5), "2026-03-06T16:00", Timeliness::Early);
        check(Limit::WorkingDays(5), "2026-03-09T17:30", Timeliness::OnTime);
        check(Limit::WorkingDays(5), "2026-03-10T07:30", Timeliness::Late);
        check(Limit::WorkingHours(4), "2026-03-09T10:00", Timeliness::OnTime);
        check(Limit::WorkingHours(4), "2026-03-09T10:01", Timeliness::Late);
        // So nothing is left of a limit in hours once its hour has passed.
        let paused = at("2026-03-09T10:01");
        assert_eq!(
            left(&Calendar::national(), &Limit::WorkingHours(4), paused, at("2026-03-09T10:00")),
            None
        );
    }

    #[test]
    fn a_pause_on_the_last_day_leaves_the_day_of_resumption() {
        let calendar = Calendar::national();
        let left = left(&calendar, &Limit::WorkingDays(5), at("2026-03-09T10:00"), at("2026-03-09T17:00"));
        assert_eq!(left, Some(Limit::WorkingDays(0)));
        assert_eq!(due(&calendar, at("2026-03-12T15:00"), &left.unwrap()), Some(at("2026-03-12T17:00")));
    }

    #[test]
    fn a_limit_in_words_has_no_date() {
        let limit = Limit::Words(Text::new("Theo quyết định của hội đồng", ""));
        assert_eq!(due(&Calendar::national(), at("2026-03-06T09:30"), &limit), None);
    }

    #[test]
    fn nonsense_is_not_a_limit() {
        for text in
            ["", "5", "five days", "0 days", "-1 day", "5 fortnights", "99999999 years", "5 days days"]
        {
            assert_eq!(text.parse::<Limit>(), Err(NotALimit), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_deadline_is_never_on_a_day_off_nor_before_its_start(minutes in 0i64..5_000_000, n in 1u32..60, unit in 0..5) {
            let calendar = Calendar::national();
            let from = at("2024-01-01T00:00").plus_minutes(minutes);
            let limit = [Limit::WorkingDays(n), Limit::CalendarDays(n), Limit::WorkingHours(n), Limit::Months(n), Limit::Years(n % 5)][unit as usize].clone();
            let due = due(&calendar, from, &limit).unwrap();
            proptest::prop_assert!(calendar.works_on(due.date()));
            proptest::prop_assert!(due >= from);
        }

        #[test]
        fn pausing_and_resuming_at_once_never_shortens_the_limit(minutes in 0i64..500_000, n in 1u32..30, after in 0i64..10_000) {
            let calendar = Calendar::national();
            let from = at("2025-06-01T00:00").plus_minutes(minutes);
            let limit = Limit::WorkingDays(n);
            let first = due(&calendar, from, &limit).unwrap();
            let pause = calendar.arrival(from).plus_minutes(after);
            if let Some(rest) = left(&calendar, &limit, pause, first) {
                proptest::prop_assert!(due(&calendar, pause, &rest).unwrap() >= first);
            }
        }
    }
}
