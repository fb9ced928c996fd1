//! Deadlines: how a limit counts, and why it ends where it ends.
//!
//! Counting starts the day after arrival (Civil Code 2015, article 147). A limit in working days ends at
//! the close of office of its last working day; a limit by the calendar that ends on a day off moves to the
//! next working day (article 148.5). NĐ 61/2018 articles 17–19 say what pauses and what extends it.

mod explained;

pub use explained::{DayLine, Explanation, Paused, Why, explain, explain_paused};

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
        let n = forms::number::whole(number, 1..=u32::MAX).ok_or(NotALimit)?;
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
        if days > DAYS_MAX { Err(NotALimit) } else { Ok(limit) }
    }
}

/// The end of a limit that counts from the arrival `from`; nothing when the limit is in words.
pub fn due(calendar: &Calendar, from: Instant, limit: &Limit) -> Option<Instant> {
    let arrival = calendar.arrival(from);
    let date = arrival.date();
    let rolled = |day: Date| calendar.close_of(calendar.working_day_from(day).date);
    Some(match limit {
        Limit::SameDay if calendar.works_on(date) && arrival.civil().time() <= SAME_DAY_UNTIL => {
            calendar.close_of(date)
        }
        Limit::SameDay => rolled(date + 1.days()),
        Limit::WorkingDays(n) => {
            let mut day = date;
            for _ in 0..*n {
                day = calendar.working_day_from(day + 1.days()).date;
            }
            // Where no day is left, the day itself, which may be one that is open for intake only.
            rolled(day)
        }
        Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_) => rolled(nominal_end(date, limit)?),
        Limit::WorkingHours(n) => calendar.after_working_minutes(arrival, n * 60),
        Limit::WorkingMinutes(n) => calendar.after_working_minutes(arrival, *n),
        Limit::Words(_) => return None,
    })
}

/// Where a limit by the calendar ends before that end moves past a day off.
fn nominal_end(arrival: Date, limit: &Limit) -> Option<Date> {
    let span = match limit {
        Limit::CalendarDays(n) => i64::from(*n).days(),
        Limit::Months(n) => i64::from(*n).months(),
        Limit::Years(n) => i64::from(*n).years(),
        _ => return None,
    };
    Some(arrival.saturating_add(span))
}

/// What is owed of a limit that counts from `from` when the clock stops at `paused`: all of it but what was counted up to
/// the day of the pause. The days a limit by the calendar gained by moving past days off are not owed: it goes on from its
/// nominal end and moves once (`docs/decisions/resumption-continue.md`). Nothing when it was already `due`: a pause then
/// changes nothing. What is done after office hours counts as done at the next opening, here as everywhere.
pub fn left(
    calendar: &Calendar,
    from: Instant,
    limit: &Limit,
    due: Instant,
    paused: Instant,
) -> Option<Limit> {
    let (from, paused) = (calendar.arrival(from), calendar.arrival(paused));
    if timeliness(limit, paused, due) == Timeliness::Late {
        return None;
    }
    Some(match limit {
        Limit::SameDay => Limit::SameDay,
        Limit::WorkingDays(n) => {
            Limit::WorkingDays(n.saturating_sub(calendar.working_days_between(from.date(), paused.date())))
        }
        Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_) => {
            days_until(paused, nominal_end(from.date(), limit)?)
        }
        Limit::WorkingHours(_) | Limit::WorkingMinutes(_) => {
            let end = self::due(calendar, from, limit)?;
            Limit::WorkingMinutes(calendar.working_minutes_between(paused, end))
        }
        Limit::Words(words) => Limit::Words(words.clone()),
    })
}

/// The same where the date was set by hand: what is left of the way to it, in the kind of days the limit has.
pub fn left_until(calendar: &Calendar, limit: &Limit, due: Instant, paused: Instant) -> Option<Limit> {
    let paused = calendar.arrival(paused);
    if timeliness(limit, paused, due) == Timeliness::Late {
        return None;
    }
    Some(match limit {
        Limit::SameDay | Limit::WorkingDays(_) => {
            Limit::WorkingDays(calendar.working_days_between(paused.date(), due.date()))
        }
        Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_) => days_until(paused, due.date()),
        Limit::WorkingHours(_) | Limit::WorkingMinutes(_) => {
            Limit::WorkingMinutes(calendar.working_minutes_between(paused, due))
        }
        Limit::Words(words) => Limit::Words(words.clone()),
    })
}

fn days_until(paused: Instant, end: Date) -> Limit {
    Limit::CalendarDays((end - paused.date()).get_days().max(0) as u32)
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

impl Timeliness {
    pub const fn key(self) -> &'static str {
        match self {
            Timeliness::Early => "early",
            Timeliness::OnTime => "on-time",
            Timeliness::Late => "late",
        }
    }

    pub fn parse(key: &str) -> Option<Timeliness> {
        [Timeliness::Early, Timeliness::OnTime, Timeliness::Late].into_iter().find(|one| one.key() == key)
    }

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
        let limit = Limit::WorkingDays(5);
        let (from, end) = (at("2026-03-02T09:00"), at("2026-03-09T17:00"));
        let left = left(&calendar, from, &limit, end, at("2026-03-04T10:00"));
        assert_eq!(left, Some(Limit::WorkingDays(3)));
        assert_eq!(due(&calendar, at("2026-03-12T15:00"), &left.unwrap()), Some(at("2026-03-17T17:00")));
    }

    #[test]
    fn a_pause_after_office_hours_changes_nothing_either() {
        let calendar = Calendar::national();
        for limit in [Limit::WorkingDays(5), Limit::CalendarDays(10), Limit::WorkingHours(16)] {
            let accepted = at("2026-03-05T22:19");
            let promised = due(&calendar, accepted, &limit).unwrap();
            let (mut from, mut rest, mut date) = (accepted, limit.clone(), promised);
            for minute in 20..23 {
                let paused = at(&format!("2026-03-05T22:{minute}"));
                rest = left(&calendar, from, &rest, date, paused).unwrap();
                from = paused.plus_minutes(1);
                date = due(&calendar, from, &rest).unwrap();
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
        let (from, end) = (at("2026-03-06T14:00"), at("2026-03-09T10:00"));
        let left = left(&Calendar::national(), from, &Limit::WorkingHours(4), end, at("2026-03-09T10:01"));
        assert_eq!(left, None);
    }

    #[test]
    fn a_pause_on_the_last_day_leaves_the_day_of_resumption() {
        let calendar = Calendar::national();
        let (from, end) = (at("2026-03-02T09:00"), at("2026-03-09T17:00"));
        let left = left(&calendar, from, &Limit::WorkingDays(5), end, at("2026-03-09T10:00"));
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
        for text in [
            "",
            "5",
            "five days",
            "+5 days",
            "5,5 days",
            "5² days",
            "0 days",
            "-1 day",
            "5 fortnights",
            "99999999 years",
            "5 days days",
        ] {
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
        fn pausing_and_resuming_at_once_changes_nothing(
            minutes in 0i64..500_000, n in 1u32..30, after in 0i64..40_000, unit in 0..5, saturday: bool,
        ) {
            let calendar = if saturday { open_on_saturdays() } else { Calendar::national() };
            let from = at("2025-06-01T00:00").plus_minutes(minutes);
            let limit = any_limit(n, unit);
            let first = due(&calendar, from, &limit).unwrap();
            let pause = calendar.arrival(from).plus_minutes(after);
            if let Some(rest) = left(&calendar, from, &limit, first, pause) {
                proptest::prop_assert_eq!(due(&calendar, pause, &rest).unwrap(), first);
            }
        }

        #[test]
        fn pauses_in_a_row_owe_no_more_than_one_as_long(
            minutes in 0i64..400_000, n in 1u32..30, unit in 0..5,
            pauses in proptest::collection::vec((0i64..6_000, 0i64..30_000), 1..5),
        ) {
            let calendar = Calendar::national();
            let start = at("2025-06-01T00:00").plus_minutes(minutes);
            let limit = any_limit(n, unit);
            let unpaused = due(&calendar, start, &limit).unwrap();
            let (mut from, mut rest, mut end, mut paused_days) = (start, limit.clone(), unpaused, 0);
            let mut at = calendar.arrival(start);
            for (after, long) in pauses {
                at = at.plus_minutes(after);
                let Some(now_left) = left(&calendar, from, &rest, end, at) else { break };
                let again = calendar.arrival(at.plus_minutes(long));
                paused_days += (again.date() - calendar.arrival(at).date()).get_days();
                (from, rest) = (again, now_left);
                end = due(&calendar, from, &rest).unwrap();
                proptest::prop_assert!(end >= again, "it never ends before it goes on");
                proptest::prop_assert!(calendar.works_on(end.date()));
                at = again;
            }
            proptest::prop_assert!(end >= unpaused, "a pause never shortens");
            if let Some(nominal) = nominal_end(calendar.arrival(start).date(), &limit) {
                // By the calendar: the nominal end moves by the days of the pauses, and rolls once. Where it had passed
                // before the clock stopped, the day of resumption is left.
                let moved = (nominal + i64::from(paused_days).days()).max(from.date());
                proptest::prop_assert_eq!(end, calendar.close_of(calendar.working_day_from(moved).date));
            }
        }
    }

    fn any_limit(n: u32, unit: i32) -> Limit {
        let units = [
            Limit::WorkingDays(n),
            Limit::CalendarDays(n),
            Limit::WorkingHours(n),
            Limit::Months(n % 7 + 1),
            Limit::Years(n % 3 + 1),
        ];
        units[unit as usize].clone()
    }

    fn open_on_saturdays() -> Calendar {
        let mut week = crate::calendar::Week::office();
        week.0[5] = crate::calendar::Hours::parse("07:30-11:30").unwrap();
        Calendar::national().with(Some(week), [])
    }

    #[test]
    fn a_saturday_open_for_intake_is_no_day_of_a_limit() {
        let calendar = open_on_saturdays();
        let check = |limit: Limit, expected: &str| {
            assert_eq!(due(&calendar, at("2026-03-07T09:00"), &limit), Some(at(expected)), "{limit}");
        };
        check(Limit::WorkingDays(1), "2026-03-09T17:00");
        check(Limit::WorkingDays(0), "2026-03-09T17:00");
        check(Limit::SameDay, "2026-03-09T17:00");
        check(Limit::CalendarDays(7), "2026-03-16T17:00");
        check(Limit::WorkingHours(1), "2026-03-09T08:30");
    }

    /// Each pause in turn; the date in the end.
    fn after_pauses(from: &str, limit: &str, pauses: &[(&str, &str)]) -> Instant {
        let calendar = Calendar::national();
        let (mut from, mut limit) = (at(from), limit.parse::<Limit>().unwrap());
        let mut end = due(&calendar, from, &limit).unwrap();
        for (paused, resumed) in pauses {
            if let Some(rest) = left(&calendar, from, &limit, end, at(paused)) {
                (from, limit) = (calendar.arrival(at(resumed)), rest);
                end = due(&calendar, from, &limit).unwrap();
            }
        }
        end
    }

    #[test]
    fn days_gained_by_moving_past_days_off_are_not_owed_after_a_pause() {
        let check = |from: &str, limit: &str, pauses: &[(&str, &str)], expected: &str| {
            assert_eq!(after_pauses(from, limit, pauses), at(expected), "{from} + {limit}, {pauses:?}");
        };
        let over_tet = ("2026-02-10T09:00", "2026-02-24T09:00");
        // Ends nominally on Sunday 15/2; five days are owed on 10/2, so Sunday 1/3, moved once.
        check("2026-02-05T09:00", "10 calendar days", &[], "2026-02-23T17:00");
        check("2026-02-05T09:00", "10 calendar days", &[over_tet], "2026-03-02T17:00");
        // Paused twice.
        let again = ("2026-02-26T09:00", "2026-03-10T09:00");
        check("2026-02-05T09:00", "10 calendar days", &[over_tet, again], "2026-03-13T17:00");
        // After the nominal end and before the one it moved to: the day of resumption is left.
        let between = ("2026-02-23T08:00", "2026-03-04T09:00");
        check("2026-02-05T09:00", "10 calendar days", &[between], "2026-03-04T17:00");
        // A month and a year end on a day off just so.
        check("2026-01-15T09:00", "1 month", &[], "2026-02-23T17:00");
        check("2026-01-15T09:00", "1 month", &[over_tet], "2026-03-02T17:00");
        check("2025-02-17T09:00", "1 year", &[over_tet], "2026-03-03T17:00");
        // Working days and hours gain nothing, and owe what they owed.
        check("2026-02-05T09:00", "10 working days", &[over_tet], "2026-03-05T17:00");
        check("2026-02-10T08:30", "8 working hours", &[over_tet], "2026-02-25T09:00");
    }

    #[test]
    fn a_pause_after_the_close_of_the_last_day_comes_too_late() {
        let evening = ("2026-03-09T18:00", "2026-03-12T09:00");
        assert_eq!(after_pauses("2026-03-02T09:00", "5 working days", &[evening]), at("2026-03-09T17:00"));
    }
}
