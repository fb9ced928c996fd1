use super::*;
use crate::rules::PACK_2018;

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn told(limit: &str, from: &str, pauses: &[(&str, &str)]) -> (Instant, Vec<String>) {
    let pauses: Vec<Paused> = pauses.iter().map(|(from, to)| Paused { from: at(from), to: at(to) }).collect();
    let explained =
        explain_paused(&PACK_2018, &Calendar::national(), at(from), &limit.parse().unwrap(), &pauses);
    let number = |line: &DayLine| line.number.map_or("-".into(), |number| number.to_string());
    let tell = |line: &DayLine| {
        format!("{} {} {}", number(line), &line.date.to_string()[5..], line.why.text(Language::English))
    };
    (explained.due.unwrap(), explained.days.iter().map(tell).collect())
}

#[test]
fn a_pause_is_explained_with_the_days_that_stand_still() {
    let (due, lines) =
        told("10 calendar days", "2026-02-05T09:00", &[("2026-02-10T09:00", "2026-02-24T09:00")]);
    assert_eq!(due, at("2026-03-02T17:00"));
    assert_eq!(lines[0], "- 02-05 day of arrival; counting starts the day after");
    assert_eq!(lines[5], "5 02-10 working day");
    assert_eq!(lines[6], "- 02-11 paused; not counted");
    assert_eq!(lines[18], "- 02-23 paused; not counted");
    assert_eq!(lines[19], "- 02-24 the clock runs again; 5 calendar days left");
    assert_eq!(lines[20], "6 02-25 working day");
    assert_eq!(lines[24], "10 03-01 weekly day off, the end moves on");
    assert_eq!(lines[25], "- 03-02 working day, the deadline moves here");
    assert_eq!(lines.len(), 26);
}

#[test]
fn each_kind_of_limit_numbers_on_after_each_pause() {
    let pauses = [("2026-03-03T10:00", "2026-03-05T10:00"), ("2026-03-06T09:00", "2026-03-10T15:00")];
    let numbers = |limit| {
        let (_, lines) = told(limit, "2026-03-02T09:00", &pauses);
        lines.iter().filter_map(|line| line.split(' ').next()?.parse().ok()).collect::<Vec<u32>>()
    };
    assert_eq!(numbers("5 working days"), [1, 2, 3, 4, 5]);
    assert_eq!(numbers("5 calendar days"), [1, 2, 3, 4, 5]);
    let (due, lines) = told("8 working hours", "2026-03-02T09:00", &pauses[..1]);
    // 360 minutes on the first day, 120 on the second up to 10:00: nothing is left to do but that day.
    assert_eq!(due, at("2026-03-03T09:30"), "{lines:?}");
    assert!(lines.last().unwrap().ends_with("which stays where it was"), "{lines:?}");
}

#[test]
fn a_pause_that_ends_on_its_day_and_one_after_the_end_change_nothing() {
    let unpaused = told("5 working days", "2026-03-02T09:00", &[]);
    let (due, _) = told("5 working days", "2026-03-02T09:00", &[("2026-03-04T08:00", "2026-03-04T16:00")]);
    assert_eq!(due, unpaused.0);
    let (due, lines) =
        told("5 working days", "2026-03-02T09:00", &[("2026-03-10T08:00", "2026-03-20T08:00")]);
    assert_eq!(due, unpaused.0);
    assert_eq!(lines.last().unwrap(), "- 03-10 paused after the end, which stays where it was");
}

#[test]
fn each_pause_says_when_the_clock_runs_again() {
    let pauses = [("2026-02-13T16:59", "2026-02-13T17:30"), ("2026-02-23T08:00", "2026-02-25T08:00")];
    let (due, lines) = told("5 working days", "2026-02-12T09:30", &pauses);
    assert_eq!(due, at("2026-03-03T17:00"));
    assert_eq!(
        [&lines[..3], &lines[10..]].concat(),
        [
            "- 02-12 day of arrival; counting starts the day after",
            "1 02-13 working day",
            "- 02-14 paused; not counted",
            "- 02-22 paused; not counted",
            "- 02-23 the pause ended at 17:30, 13 Feb 2026, when the office was closed: it counts on from this day",
            "- 02-23 the clock runs again; 4 working days left",
            "- 02-24 paused; not counted",
            "- 02-25 the clock runs again; 4 working days left",
            "2 02-26 working day",
            "3 02-27 working day",
            "- 02-28 weekly day off",
            "- 03-01 weekly day off",
            "4 03-02 working day",
            "5 03-03 working day",
        ]
    );
    // The hours of a day on which the clock stopped twice.
    let pauses = [("2026-03-02T08:30", "2026-03-02T09:30"), ("2026-03-02T10:30", "2026-03-03T08:30")];
    let (due, lines) = told("4 working hours", "2026-03-02T07:30", &pauses);
    assert_eq!(due, at("2026-03-03T10:30"));
    assert_eq!(
        lines,
        [
            "1 03-02 working day",
            "- 03-02 the clock runs again; 180 working minutes left",
            "2 03-02 working day",
            "- 03-03 the clock runs again; 120 working minutes left",
            "3 03-03 working day",
        ]
    );
    // Where the end has come nothing is left but the day itself.
    let (_, lines) = told("1 working day", "2026-03-02T07:30", &[("2026-03-03T08:30", "2026-03-05T09:30")]);
    assert_eq!(lines.last().unwrap(), "- 03-05 the clock runs again; this day is left");
}

#[test]
fn a_pause_said_on_a_day_off_says_from_when_it_counts() {
    // A Saturday; the Friday before it after hours; in the night of a working day.
    for said in ["2026-03-07T09:00", "2026-03-06T18:00"] {
        let (_, lines) = told("5 working days", "2026-03-03T09:00", &[(said, "2026-03-11T09:00")]);
        let moved = format!(
            "- 03-09 paused at {}, when the office was closed: it counts as paused from this day",
            short_moment(at(said), Language::English)
        );
        let place = lines.iter().position(|line| *line == moved).unwrap_or_else(|| panic!("{lines:?}"));
        assert_eq!(lines[place - 1], "4 03-09 working day");
        assert_eq!(lines[place + 1], "- 03-10 paused; not counted");
    }
    for said in ["2026-03-06T05:00", "2026-03-06T09:00"] {
        let (_, lines) = told("5 working days", "2026-03-03T09:00", &[(said, "2026-03-11T09:00")]);
        assert!(lines.iter().all(|line| !line.contains("paused at")), "{lines:?}");
    }
    // A date set by hand is paused in the same manner.
    let pause = Paused { from: at("2026-03-07T09:00"), to: at("2026-03-11T09:00") };
    let (_, lines) = crate::deadline::explain_promised(
        &PACK_2018,
        &Calendar::national(),
        &Limit::WorkingDays(5),
        at("2026-03-20T17:00"),
        Some(at("2026-03-05T09:00")),
        &[pause],
    );
    assert_eq!(lines[0].why, Why::StopsHere { said: pause.from });
}

#[test]
fn what_was_left_is_not_explained_as_if_it_had_just_come() {
    let explained =
        explain_left(&PACK_2018, &Calendar::national(), at("2026-03-02T09:00"), &Limit::WorkingDays(3));
    assert_eq!(explained.days[0].why, Why::Resumed { left: Limit::WorkingDays(3) });
    assert_eq!(explained.due, Some(at("2026-03-05T17:00")));
}

proptest::proptest! {
    #[test]
    fn an_explanation_is_in_order_and_ends_where_the_limit_does(
        minutes in 0i64..400_000, n in 1u32..30, unit in 0..4,
        pauses in proptest::collection::vec((0i64..6_000, 0i64..9_000), 0..6),
    ) {
        let calendar = Calendar::national();
        let start = at("2025-06-01T00:00").plus_minutes(minutes);
        let limit = [Limit::WorkingDays(n), Limit::CalendarDays(n), Limit::WorkingHours(n), Limit::SameDay];
        let limit = &limit[unit as usize];
        let mut moment = calendar.arrival(start);
        let mut all: Vec<Paused> = Vec::new();
        // Each in turn, as the dossier itself counts.
        let (mut from, mut rest, mut end) = (start, limit.clone(), due(&PACK_2018, &calendar, start, limit).unwrap());
        for (after, long) in pauses {
            let pause = Paused { from: moment.plus_minutes(after), to: moment.plus_minutes(after + long) };
            moment = pause.to;
            if let Some(owed) = crate::deadline::left(&calendar, from, &rest, end, pause.from) {
                (from, rest) = (calendar.arrival(pause.to), owed);
                end = due(&PACK_2018, &calendar, from, &rest).unwrap();
            }
            all.push(pause);
        }
        let explained = explain_paused(&PACK_2018, &calendar, start, limit, &all);
        proptest::prop_assert_eq!(explained.due, Some(end));
        let days = &explained.days;
        proptest::prop_assert!(days.windows(2).all(|two| two[0].date <= two[1].date), "{:?}", days);
        let numbers: Vec<u32> = days.iter().filter_map(|line| line.number).collect();
        proptest::prop_assert!(numbers.windows(2).all(|two| two[1] == two[0] + 1), "{:?}", days);
        if let Limit::WorkingDays(n) = limit {
            proptest::prop_assert!(numbers.len() as u32 <= *n, "{:?}", days);
        }
        let arrivals = days.iter().filter(|line| line.why == Why::Arrival).count();
        proptest::prop_assert!(arrivals <= 1, "{:?}", days);
    }
}

#[test]
fn thousands_of_pauses_are_explained_in_the_time_of_their_days() {
    let (mut day, calendar) = (at("2019-01-02T08:00"), Calendar::national());
    let mut pauses = Vec::new();
    for _ in 0..20_000 {
        pauses.push(Paused { from: day, to: day.plus_minutes(5) });
        day = day.plus_minutes(7);
    }
    for limit in [Limit::WorkingDays(4_000), Limit::CalendarDays(5_800), Limit::WorkingHours(30_000)] {
        let explained = explain_paused(&PACK_2018, &calendar, at("2019-01-02T07:30"), &limit, &pauses);
        // Twenty thousand times over the days of such a limit would be eighty million lines.
        assert!(explained.days.len() < 60_000, "{limit}: {}", explained.days.len());
        assert!(explained.due.is_some());
    }
}
