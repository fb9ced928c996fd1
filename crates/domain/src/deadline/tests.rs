//! Deadlines in examples and promises.

use super::*;
use crate::Language;
use crate::Text;
use crate::calendar::Calendar;
use crate::rules::{PACK_2018, RulePack};
use crate::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap_or_else(|| panic!("{text}"))
}

fn check(from: &str, limit: &str, expected: &str) {
    let limit: Limit = limit.parse().unwrap();
    let explained = explain(&PACK_2018, &Calendar::national(), at(from), &limit);
    assert_eq!(explained.due.unwrap(), at(expected), "{from} + {limit}");
    assert_eq!(explained.days.last().unwrap().date, at(expected).date(), "the explanation ends there too");
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
    let explained =
        explain(&PACK_2018, &Calendar::national(), at("2026-02-12T09:30"), &Limit::WorkingDays(5));
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
    assert_eq!(
        due(&PACK_2018, &calendar, at("2026-03-12T15:00"), &left.unwrap()),
        Some(at("2026-03-17T17:00"))
    );
}

#[test]
fn a_pause_after_office_hours_changes_nothing_either() {
    let calendar = Calendar::national();
    for limit in [Limit::WorkingDays(5), Limit::CalendarDays(10), Limit::WorkingHours(16)] {
        let accepted = at("2026-03-05T22:19");
        let promised = due(&PACK_2018, &calendar, accepted, &limit).unwrap();
        let (mut from, mut rest, mut date) = (accepted, limit.clone(), promised);
        for minute in 20..23 {
            let paused = at(&format!("2026-03-05T22:{minute}"));
            rest = left(&calendar, from, &rest, date, paused).unwrap();
            from = paused.plus_minutes(1);
            date = due(&PACK_2018, &calendar, from, &rest).unwrap();
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
        assert_eq!(timeliness(&limit, at(finished), at("2026-03-09T10:00")), expected, "{limit} {finished}");
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
    assert_eq!(
        due(&PACK_2018, &calendar, at("2026-03-12T15:00"), &left.unwrap()),
        Some(at("2026-03-12T17:00"))
    );
}

#[test]
fn a_limit_in_words_has_no_date() {
    let limit = Limit::Words(Text::new("Theo quyết định của hội đồng", ""));
    assert_eq!(due(&PACK_2018, &Calendar::national(), at("2026-03-06T09:30"), &limit), None);
}

#[test]
fn the_longest_limit_is_one_in_every_unit() {
    let longest = Limit::YEARS_MAX;
    assert_eq!(format!("{longest} years").parse(), Ok(Limit::Years(longest)));
    assert_eq!(format!("{} months", longest * 12).parse(), Ok(Limit::Months(longest * 12)));
    assert_eq!(format!("{} years", longest + 1).parse::<Limit>(), Err(NotALimit));
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
        let due = due(&PACK_2018, &calendar, from, &limit).unwrap();
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
        let first = due(&PACK_2018, &calendar, from, &limit).unwrap();
        let pause = calendar.arrival(from).plus_minutes(after);
        if let Some(rest) = left(&calendar, from, &limit, first, pause) {
            proptest::prop_assert_eq!(due(&PACK_2018, &calendar, pause, &rest).unwrap(), first);
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
        let unpaused = due(&PACK_2018, &calendar, start, &limit).unwrap();
        let (mut from, mut rest, mut end, mut paused_days) = (start, limit.clone(), unpaused, 0);
        let mut at = calendar.arrival(start);
        for (after, long) in pauses {
            at = at.plus_minutes(after);
            let Some(now_left) = left(&calendar, from, &rest, end, at) else { break };
            let again = calendar.arrival(at.plus_minutes(long));
            paused_days += (again.date() - calendar.arrival(at).date()).get_days();
            (from, rest) = (again, now_left);
            end = due(&PACK_2018, &calendar, from, &rest).unwrap();
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
    week.0[5] = crate::calendar::Hours::read("07:30-11:30").unwrap();
    Calendar::national().with(Some(week), [])
}

#[test]
fn a_saturday_open_for_intake_is_no_day_of_a_limit() {
    let calendar = open_on_saturdays();
    let check = |limit: Limit, expected: &str| {
        assert_eq!(due(&PACK_2018, &calendar, at("2026-03-07T09:00"), &limit), Some(at(expected)), "{limit}");
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
    let mut end = due(&PACK_2018, &calendar, from, &limit).unwrap();
    for (paused, resumed) in pauses {
        if let Some(rest) = left(&calendar, from, &limit, end, at(paused)) {
            (from, limit) = (calendar.arrival(at(resumed)), rest);
            end = due(&PACK_2018, &calendar, from, &limit).unwrap();
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

#[test]
fn the_hour_a_same_day_limit_hangs_on_is_that_of_the_pack() {
    let calendar = Calendar::national();
    let pack = RulePack { same_day_until: jiff::civil::time(9, 40, 0, 0), ..PACK_2018 };
    let late = explain(&pack, &calendar, at("2026-03-05T09:41"), &Limit::SameDay);
    assert_eq!(late.due, Some(at("2026-03-06T17:00")));
    assert!(late.days[0].why.text(Language::Vietnamese).contains("sau 9 giờ 40 thì"));
    assert!(late.days[0].why.text(Language::English).contains("after 09:40 is"));
    let early = explain(&pack, &calendar, at("2026-03-05T09:40"), &Limit::SameDay);
    assert_eq!(early.due, Some(at("2026-03-05T17:00")));
}

#[test]
fn hours_and_the_same_day_are_judged_by_working_minutes() {
    let calendar = Calendar::national();
    let judged = |limit: Limit, finished: &str| {
        margin(&calendar, &limit, at(finished), at("2026-03-06T17:00")).map(by_margin)
    };
    for (finished, expected) in [
        ("2026-03-06T16:59", Timeliness::Early),
        ("2026-03-06T17:00", Timeliness::OnTime),
        // The office is closed: not a minute of it has passed, not on Sunday either.
        ("2026-03-06T17:40", Timeliness::OnTime),
        ("2026-03-08T12:00", Timeliness::OnTime),
        ("2026-03-09T09:00", Timeliness::Late),
    ] {
        for limit in [Limit::SameDay, Limit::WorkingHours(4), Limit::WorkingMinutes(30)] {
            assert_eq!(judged(limit.clone(), finished), Some(expected), "{limit} {finished}");
        }
        assert_eq!(judged(Limit::WorkingDays(5), finished), None);
    }
}
