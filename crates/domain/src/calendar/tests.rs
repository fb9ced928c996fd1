//! Days that are worked, hours that pass.

use super::*;

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn check_arrival(sent: &str, arrived: &str) {
    assert_eq!(Calendar::national().arrival(at(sent)), at(arrived), "{sent}");
}

#[test]
fn what_comes_outside_office_hours_arrives_at_the_next_opening() {
    check_arrival("2026-02-12T06:00", "2026-02-12T07:30");
    check_arrival("2026-02-12T09:30", "2026-02-12T09:30");
    check_arrival("2026-02-12T11:30", "2026-02-12T13:30");
    check_arrival("2026-02-12T17:00", "2026-02-13T07:30");
    check_arrival("2026-02-13T20:00", "2026-02-23T07:30"); // Tết
    check_arrival("2026-08-21T18:00", "2026-08-22T07:30"); // a made-up Saturday
}

#[test]
fn working_hours_run_over_lunch_and_weekends() {
    let calendar = Calendar::national();
    let check = |from: &str, hours: u32, to: &str| {
        assert_eq!(calendar.after_working_minutes(at(from), hours * 60), at(to), "{from} + {hours} h");
    };
    check("2026-03-06T09:30", 8, "2026-03-09T10:00");
    check("2026-03-06T07:30", 4, "2026-03-06T11:30");
    check("2026-03-06T10:30", 2, "2026-03-06T14:30");
    check("2026-03-07T10:30", 1, "2026-03-09T08:30");
    assert_eq!(calendar.working_minutes_between(at("2026-03-06T09:30"), at("2026-03-09T10:00")), 480);
}

#[test]
fn an_agency_may_keep_hours_and_days_of_its_own() {
    let mut week = Week::office();
    week.0[5] = Hours::read("07:30-11:30").unwrap();
    let festival = SpecialDay {
        date: Date::constant(2026, 3, 10),
        kind: DayKind::Off,
        name: Text::new("Lễ hội", "Festival"),
        certainty: Certainty::Announced,
        source: String::new(),
    };
    let calendar = Calendar::national().with(Some(week), [festival]);
    assert!(!calendar.open_on(Date::constant(2026, 3, 10)));
    assert_eq!(calendar.close_of(Date::constant(2026, 3, 7)), at("2026-03-07T11:30"));
}

#[test]
fn a_saturday_morning_is_open_for_intake_and_no_working_day() {
    let mut week = Week::office();
    week.0[5] = Hours::read("07:30-11:30").unwrap();
    let opened = SpecialDay {
        date: Date::constant(2026, 3, 15),
        kind: DayKind::Hours { hours: Hours::read("08:00-10:00").unwrap() },
        name: Text::new("Trực tiếp nhận", "Open for intake"),
        certainty: Certainty::Announced,
        source: String::new(),
    };
    let calendar = Calendar::national().with(Some(week), [opened]);
    for (day, open) in [(7, true), (8, false), (15, true)] {
        let date = Date::constant(2026, 3, day);
        assert_eq!((calendar.open_on(date), calendar.works_on(date)), (open, false), "{date}");
    }
    // What comes then has arrived, and is answered then.
    assert_eq!(calendar.arrival(at("2026-03-06T18:00")), at("2026-03-07T07:30"));
    assert_eq!(calendar.arrival(at("2026-03-07T09:00")), at("2026-03-07T09:00"));
    assert_eq!(calendar.arrival(at("2026-03-07T12:00")), at("2026-03-09T07:30"));
    assert_eq!(calendar.after_open_minutes(at("2026-03-06T16:00"), 120), at("2026-03-07T08:30"));
    // No time of a limit or a step runs.
    assert_eq!(calendar.after_working_minutes(at("2026-03-06T16:00"), 120), at("2026-03-09T08:30"));
    assert_eq!(calendar.after_working_minutes(at("2026-03-07T09:00"), 60), at("2026-03-09T08:30"));
    assert_eq!(calendar.working_minutes_between(at("2026-03-06T16:00"), at("2026-03-09T08:30")), 120);
    assert_eq!(calendar.working_days_between(Date::constant(2026, 3, 6), Date::constant(2026, 3, 9)), 1);
    // A day made up for another is worked.
    assert!(calendar.works_on(Date::constant(2026, 8, 22)));
}

#[test]
fn overlapping_hours_are_refused() {
    assert_eq!(Hours::read("07:30-11:30, 11:00-17:00"), Err(NotHours::Overlapping));
    assert_eq!(Hours::read("17:00-07:30"), Err(NotHours::Backwards));
    for typed in [
        "07:30-11:30, 13:30-17:00",
        "7h30–11h30; 13h30–17h",
        "7 giờ 30 - 11 giờ 30 phút, 13 giờ 30 - 17 giờ",
        "٠٧:٣٠-١١:٣٠, ١٣:٣٠-١٧:٠٠",
    ] {
        let hours = Hours::read(typed).map(|hours| hours.minutes());
        assert_eq!(hours, Ok(450), "{typed}");
    }
    for wrong in ["7-11", "7:-11:30", "+7:30-11:30", "7.5-11.5", "25:00-26:00", "7:300-11:30", "7:30", "x"] {
        assert_eq!(Hours::read(wrong), Err(NotHours::Unclear), "{wrong}");
    }
    assert_eq!(Hours::read("").map(|hours| hours.is_off()), Ok(true));
}

/// The national calendar with days of an agency's own: some off, some open, on weekdays and on Saturdays.
fn with_days_of_its_own(own: &[(i64, bool)]) -> Calendar {
    let mut week = Week::office();
    week.0[5] = Hours::read("07:30-11:30").unwrap();
    let own = own.iter().map(|(day, off)| SpecialDay {
        date: Date::constant(2017, 6, 1) + day.days(),
        kind: match off {
            true => DayKind::Off,
            false => DayKind::MakeUpDay { instead_of: Date::constant(2026, 8, 31) },
        },
        name: Text::new("Ngày riêng", "A day of its own"),
        certainty: Certainty::Announced,
        source: String::new(),
    });
    Calendar::national().with(Some(week), own)
}

proptest::proptest! {
    /// Also before the first and after the last year that is laid out.
    #[test]
    fn working_days_added_up_are_those_met_on_the_way(
        own in proptest::collection::vec((0i64..7_600, proptest::bool::ANY), 0..60),
        from in 0i64..7_600,
        days in -40i64..900,
        n in 0u32..300,
    ) {
        let calendar = with_days_of_its_own(&own);
        let from = Date::constant(2017, 6, 1) + from.days();
        let to = from + days.days();
        proptest::prop_assert_eq!(calendar.working_days_between(from, to), calendar.days_walked(from, to));
        proptest::prop_assert_eq!(calendar.working_days_after(from, n), calendar.days_gone(from, n));
    }
}

#[test]
fn a_day_laid_over_a_calendar_that_was_counted_counts_at_once() {
    let (from, to) = (Date::constant(2026, 3, 6), Date::constant(2026, 3, 13));
    let before = Calendar::national();
    assert_eq!(before.working_days_between(from, to), 5);
    let festival = SpecialDay {
        date: Date::constant(2026, 3, 10),
        kind: DayKind::Off,
        name: Text::new("Lễ hội", "Festival"),
        certainty: Certainty::Announced,
        source: String::new(),
    };
    let after = before.clone().with(None, [festival]);
    assert_eq!(after.working_days_between(from, to), 4);
    assert_eq!(after.working_days_after(from, 5), Date::constant(2026, 3, 16));
    // Whether it was counted does not tell calendars apart.
    assert_eq!(before, Calendar::national());
}
