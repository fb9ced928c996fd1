//! Why a limit ends where it ends, day by day.

use super::left::left_of;
use super::{Limit, due, nominal_end};
use crate::calendar::Calendar;
use crate::rules::RulePack;
use crate::time::{Instant, clock_time, short_date, short_moment};
use crate::{Language, Text};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use std::cmp::Ordering;

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
    SameDay { until: Time },
    /// It came too late in the day for that.
    TooLateInTheDay { until: Time },
    /// Counted; for a limit by the calendar every day is.
    Counted { day: Text },
    /// Not a working day.
    Skipped { day: Text },
    /// The last day fell on a day off, so the end moves past it.
    MovedPast { day: Text },
    /// The working day the end moved to.
    MovedTo { day: Text },
    /// The clock stands.
    Paused,
    /// It was stopped while the office was closed, on an earlier day: that counts from here.
    StopsHere { said: Instant },
    /// The same of what ended the pause.
    GoesOnHere { said: Instant },
    /// The clock runs again, with so much owed.
    Resumed { left: Limit },
    /// The clock was stopped after the end: that changes nothing.
    PausedTooLate,
    /// Another date was promised with an apology: this one, or the one that is named. It is judged by the legal one where
    /// that is told.
    Promised { to: Option<Date>, judged_by: Option<Instant> },
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
            Why::SameDay { until } => {
                let (hour, at) = (hour(*until), clock_time(*until));
                language.pick(
                    format!("được tính là ngày nhận; nhận đến {hour} thì trả trong ngày"),
                    format!("day of arrival; what comes by {at} is answered on this day"),
                )
            }
            Why::TooLateInTheDay { until } => {
                let (hour, at) = (hour(*until), clock_time(*until));
                language.pick(
                    format!("được tính là ngày nhận; nhận sau {hour} thì trả vào ngày làm việc tiếp theo"),
                    format!("day of arrival; what comes after {at} is answered on the next working day"),
                )
            }
            Why::Counted { day } | Why::Skipped { day } => day.get(language).into(),
            Why::StopsHere { said } => language.pick(
                format!(
                    "tạm dừng lúc {}, ngoài giờ làm việc, nên tính là tạm dừng từ ngày này",
                    short_moment(*said)
                ),
                format!("paused at {said}, when the office was closed: it counts as paused from this day"),
            ),
            Why::GoesOnHere { said } => language.pick(
                format!(
                    "hết tạm dừng lúc {}, ngoài giờ làm việc, nên tính tiếp từ ngày này",
                    short_moment(*said)
                ),
                format!("the pause ended at {said}, when the office was closed: it counts on from this day"),
            ),
            Why::Paused => language.pick("tạm dừng, không tính", "paused; not counted").into(),
            Why::Resumed { left: Limit::SameDay } => language
                .pick(
                    "tính tiếp, trả trong ngày làm việc",
                    "the clock runs again, to the end of a working day",
                )
                .into(),
            Why::Resumed { left: Limit::WorkingDays(0) | Limit::CalendarDays(0) } => language
                .pick("tính tiếp, chỉ còn chính ngày này", "the clock runs again; this day is left")
                .into(),
            Why::Resumed { left } => {
                let left = left.text(language);
                language.pick(format!("tính tiếp, còn {left}"), format!("the clock runs again; {left} left"))
            }
            Why::PausedTooLate => language
                .pick(
                    "tạm dừng sau khi đã hết hạn, ngày hẹn giữ nguyên",
                    "paused after the end, which stays where it was",
                )
                .into(),
            Why::Promised { to, judged_by } => {
                let (mut vi, mut en) =
                    ("hẹn lại, kèm lời xin lỗi".to_string(), "set again with an apology".to_string());
                if let Some(to) = to {
                    (vi, en) = (format!("{vi}, sang {}", short_date(*to)), format!("{en}, to {to}"));
                }
                match judged_by {
                    Some(legal) => language.pick(
                        format!("{vi}; đúng hạn hay không vẫn xét theo {}", short_moment(*legal)),
                        format!("{en}; whether it is in time is judged by {legal}"),
                    ),
                    None => language.pick(vi, en),
                }
            }
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

/// An hour as it is said in Vietnamese.
fn hour(time: Time) -> String {
    match time.minute() {
        0 => format!("{} giờ", time.hour()),
        minute => format!("{} giờ {minute:02}", time.hour()),
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

/// From when to when the clock stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paused {
    pub from: Instant,
    pub to: Instant,
}

impl Paused {
    /// Whether it was over when something was done; everything is before what has no moment.
    pub fn is_before(&self, moment: Option<Instant>) -> bool {
        moment.is_none_or(|moment| self.to <= moment)
    }
}

/// Explains [`due`] day by day.
pub fn explain(pack: &RulePack, calendar: &Calendar, from: Instant, limit: &Limit) -> Explanation {
    explain_paused(pack, calendar, from, limit, &[])
}

/// The same of what was left of a limit when the clock went on.
pub fn explain_left(pack: &RulePack, calendar: &Calendar, from: Instant, left: &Limit) -> Explanation {
    let mut way = Way::along(pack, calendar);
    let due = way.last(calendar.arrival(from), left, true);
    Explanation { arrival: calendar.arrival(from), due, days: way.lines }
}

/// The same with pauses, in their order and apart from each other.
pub fn explain_paused(
    pack: &RulePack,
    calendar: &Calendar,
    from: Instant,
    limit: &Limit,
    pauses: &[Paused],
) -> Explanation {
    let arrival = calendar.arrival(from);
    let mut way = Way::along(pack, calendar);
    let (mut from, mut limit, mut resumed) = (arrival, limit.clone(), false);
    let mut too_late: Vec<DayLine> = Vec::new();
    // A limit in words has no days.
    let pauses = if matches!(limit, Limit::Words(_)) { &[] } else { pauses };
    for pause in pauses {
        let (stopped, again) = (calendar.arrival(pause.from), calendar.arrival(pause.to));
        let Some(owed) = left_of(pack, calendar, from, &limit, stopped) else {
            too_late.push(line(pause.from.date(), Why::PausedTooLate));
            continue;
        };
        way.run(from, &limit, resumed, stopped);
        way.stand(pause, stopped.date(), again.date());
        (from, limit, resumed) = (again, owed, true);
    }
    let due = way.last(from, &limit, resumed);
    way.lines.extend(too_late);
    Explanation { arrival, due, days: way.lines }
}

/// The days so far.
pub(super) struct Way<'a> {
    pack: &'a RulePack,
    calendar: &'a Calendar,
    pub lines: Vec<DayLine>,
    /// How many of them count.
    counted: u32,
}

impl Way<'_> {
    pub fn along<'a>(pack: &'a RulePack, calendar: &'a Calendar) -> Way<'a> {
        Way { pack, calendar, lines: Vec::new(), counted: 0 }
    }

    /// The clock runs up to a moment, and no further than the limit; `resumed` where it had stood.
    pub fn run(&mut self, from: Instant, limit: &Limit, resumed: bool, until: Instant) {
        let mut more = days(self.pack, self.calendar, from, limit, until);
        if resumed {
            let why = Why::Resumed { left: limit.clone() };
            match more.first_mut().filter(|_| !limit.in_hours()) {
                Some(first) => first.why = why,
                // In hours the day itself counts.
                None => self.lines.push(line(from.date(), why)),
            }
        }
        let before = self.counted;
        for mut day in more {
            day.number = day.number.map(|number| number + before);
            self.counted = day.number.unwrap_or(self.counted);
            self.lines.push(day);
        }
    }

    /// It stands from one day to another, for a pause said at two moments.
    pub fn stand(&mut self, said: &Paused, stopped: Date, again: Date) {
        self.lines.extend(stops_here(said.from, stopped));
        let mut date = stopped;
        while date + 1.days() < again {
            date += 1.days();
            self.lines.push(line(date, Why::Paused));
        }
        self.lines.extend(goes_on_here(said.to, again));
    }

    /// It runs to its end.
    pub fn last(&mut self, from: Instant, limit: &Limit, resumed: bool) -> Option<Instant> {
        let due = due(self.pack, self.calendar, from, limit)?;
        self.run(from, limit, resumed, due);
        Some(due)
    }
}

/// The line of a day on which the clock stopped, where that was said on another.
pub fn stops_here(said: Instant, stopped: Date) -> Option<DayLine> {
    (said.date() < stopped).then(|| line(stopped, Why::StopsHere { said }))
}

/// The line of a day on which the clock goes on, where that was said on another.
pub fn goes_on_here(said: Instant, again: Date) -> Option<DayLine> {
    (said.date() < again).then(|| line(again, Why::GoesOnHere { said }))
}

/// The days from the arrival to the end, or to the moment the clock stopped before.
fn days(
    pack: &RulePack,
    calendar: &Calendar,
    arrival: Instant,
    limit: &Limit,
    until: Instant,
) -> Vec<DayLine> {
    match limit {
        Limit::WorkingHours(_) | Limit::WorkingMinutes(_) => by_hours(calendar, arrival, until),
        Limit::SameDay => {
            let due = due(pack, calendar, arrival, limit).unwrap_or(until);
            let mut lines = by_working_days(calendar, arrival, None, until);
            let until = pack.same_day_until;
            lines[0].why = match due.date() == arrival.date() {
                true => Why::SameDay { until },
                // What comes on a day that is open for intake only is no matter of the hour.
                false if !calendar.works_on(arrival.date()) => Why::Arrival,
                false => Why::TooLateInTheDay { until },
            };
            lines
        }
        Limit::WorkingDays(n) => by_working_days(calendar, arrival, Some(*n), until),
        Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_) => {
            let due = due(pack, calendar, arrival, limit).unwrap_or(until);
            let last = nominal_end(arrival.date(), limit).unwrap_or(due.date());
            by_calendar(calendar, arrival, last, due, until.date())
        }
        Limit::Words(_) => Vec::new(),
    }
}

pub(super) fn line(date: Date, why: Why) -> DayLine {
    DayLine { date, number: None, minutes: None, why }
}

fn arrival_line(arrival: Instant) -> DayLine {
    line(arrival.date(), Why::Arrival)
}

fn day_text(calendar: &Calendar, date: Date) -> Text {
    let day = calendar.day(date);
    Text::new(day.reason(Language::Vietnamese), day.reason(Language::English))
}

/// Of so many days, where it is known: where none is left and the day it goes on is none, the end moves to the next.
fn by_working_days(calendar: &Calendar, arrival: Instant, all: Option<u32>, until: Instant) -> Vec<DayLine> {
    let mut lines = vec![arrival_line(arrival)];
    let mut number = 0;
    let mut date = arrival.date();
    while date < until.date() {
        date += 1.days();
        let day = day_text(calendar, date);
        lines.push(match calendar.works_on(date) {
            true if all == Some(number) => line(date, Why::MovedTo { day }),
            true => {
                number += 1;
                DayLine { date, number: Some(number), minutes: None, why: Why::Counted { day } }
            }
            false => line(date, Why::Skipped { day }),
        });
    }
    lines
}

fn by_calendar(calendar: &Calendar, arrival: Instant, last: Date, due: Instant, until: Date) -> Vec<DayLine> {
    let mut lines = vec![arrival_line(arrival)];
    let mut number = 0;
    let mut date = arrival.date();
    let moved = due.date() > last;
    while date < due.date().min(until) {
        date += 1.days();
        let day = day_text(calendar, date);
        number += u32::from(date <= last);
        let why = match date.cmp(&last) {
            Ordering::Less => Why::Counted { day },
            Ordering::Equal if !moved => Why::Counted { day },
            _ if date < due.date() => Why::MovedPast { day },
            _ => Why::MovedTo { day },
        };
        lines.push(DayLine { date, number: (date <= last).then_some(number), minutes: None, why });
    }
    lines
}

fn by_hours(calendar: &Calendar, arrival: Instant, until: Instant) -> Vec<DayLine> {
    let mut lines = Vec::new();
    let mut number = 0;
    let mut date = arrival.date();
    while date <= until.date() {
        let midnight = |date: Date| Instant::from_civil(date.to_datetime(Time::midnight()));
        let from = arrival.max(midnight(date));
        let to = until.min(midnight(date + 1.days()));
        let minutes = calendar.working_minutes_between(from, to);
        let day = day_text(calendar, date);
        if minutes > 0 {
            number += 1;
            let why = Why::Counted { day };
            lines.push(DayLine { date, number: Some(number), minutes: Some(minutes), why });
        } else if !calendar.works_on(date) {
            lines.push(line(date, Why::Skipped { day }));
        }
        // Of a working day nothing was used, where the clock stopped at its opening.
        date += 1.days();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::PACK_2018;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    fn told(limit: &str, from: &str, pauses: &[(&str, &str)]) -> (Instant, Vec<String>) {
        let pauses: Vec<Paused> =
            pauses.iter().map(|(from, to)| Paused { from: at(from), to: at(to) }).collect();
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
        assert_eq!(lines[25], "- 03-02 working day, the period ends here");
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
        let (due, _) =
            told("5 working days", "2026-03-02T09:00", &[("2026-03-04T08:00", "2026-03-04T16:00")]);
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
                "- 02-23 the pause ended at 2026-02-13T17:30:00+07:00, when the office was closed: it counts on from this day",
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
        let (_, lines) =
            told("1 working day", "2026-03-02T07:30", &[("2026-03-03T08:30", "2026-03-05T09:30")]);
        assert_eq!(lines.last().unwrap(), "- 03-05 the clock runs again; this day is left");
    }

    #[test]
    fn a_pause_said_on_a_day_off_says_from_when_it_counts() {
        // A Saturday; the Friday before it after hours; in the night of a working day.
        for said in ["2026-03-07T09:00", "2026-03-06T18:00"] {
            let (_, lines) = told("5 working days", "2026-03-03T09:00", &[(said, "2026-03-11T09:00")]);
            let moved = format!(
                "- 03-09 paused at {}, when the office was closed: it counts as paused from this day",
                at(said)
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
}
