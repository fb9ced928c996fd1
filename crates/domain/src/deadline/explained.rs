//! Why a limit ends where it ends, day by day.

use super::{Limit, SAME_DAY_UNTIL, due, left, nominal_end};
use crate::calendar::Calendar;
use crate::time::Instant;
use crate::{Language, Text};
use jiff::ToSpan;
use jiff::civil::Date;

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
    /// The clock stands.
    Paused,
    /// The clock runs again, with so much owed.
    Resumed { left: Limit },
    /// The clock was stopped after the end: that changes nothing.
    PausedTooLate,
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
            Why::SameDay => {
                let hour = SAME_DAY_UNTIL.hour();
                language.pick(
                    format!("được tính là ngày nhận; nhận trước {hour} giờ thì trả trong ngày"),
                    format!("day of arrival; what comes by {hour}:00 is answered on this day"),
                )
            }
            Why::TooLateInTheDay => {
                let hour = SAME_DAY_UNTIL.hour();
                language.pick(
                    format!(
                        "được tính là ngày nhận; nhận sau {hour} giờ thì trả vào ngày làm việc tiếp theo"
                    ),
                    format!("day of arrival; what comes after {hour}:00 is answered on the next working day"),
                )
            }
            Why::Counted { day } | Why::Skipped { day } => day.get(language).into(),
            Why::Paused => language.pick("tạm dừng, không tính", "paused; not counted").into(),
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

/// From when to when the clock stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paused {
    pub from: Instant,
    pub to: Instant,
}

/// Explains [`due`] day by day.
pub fn explain(calendar: &Calendar, from: Instant, limit: &Limit) -> Explanation {
    let arrival = calendar.arrival(from);
    let due = due(calendar, from, limit);
    Explanation { arrival, due, days: due.map_or_else(Vec::new, |due| days(calendar, arrival, limit, due)) }
}

/// The same with pauses, in their order and apart from each other.
pub fn explain_paused(calendar: &Calendar, from: Instant, limit: &Limit, pauses: &[Paused]) -> Explanation {
    let arrival = calendar.arrival(from);
    let (mut from, mut limit, mut end) = (arrival, limit.clone(), due(calendar, from, limit));
    let mut lines: Vec<DayLine> = Vec::new();
    let mut too_late: Vec<DayLine> = Vec::new();
    for pause in pauses {
        let Some(due_before) = end else { break };
        let (stopped, again) = (calendar.arrival(pause.from), calendar.arrival(pause.to));
        let Some(owed) = left(calendar, from, &limit, due_before, pause.from) else {
            too_late.push(line(pause.from.date(), Why::PausedTooLate));
            continue;
        };
        let until = if limit.in_hours() { stopped.min(due_before) } else { due_before };
        let counted = days(calendar, from, &limit, until).into_iter();
        append(&mut lines, counted.filter(|line| line.date <= stopped.date()).collect());
        let mut date = stopped.date();
        while date + 1.days() < again.date() {
            date += 1.days();
            lines.push(line(date, Why::Paused));
        }
        end = due(calendar, again, &owed);
        (from, limit) = (again, owed);
    }
    if let Some(end) = end {
        let mut rest = days(calendar, from, &limit, end);
        if let Some(first) = rest.first_mut().filter(|_| !lines.is_empty()) {
            match first.minutes {
                // In hours the day itself counts.
                Some(_) => lines.push(line(from.date(), Why::Resumed { left: limit.clone() })),
                None => first.why = Why::Resumed { left: limit.clone() },
            }
        }
        append(&mut lines, rest);
    }
    lines.extend(too_late);
    Explanation { arrival, due: end, days: lines }
}

/// Lines that go on where others ended; the numbers go on too.
fn append(lines: &mut Vec<DayLine>, more: Vec<DayLine>) {
    let counted = lines.iter().filter_map(|line| line.number).max().unwrap_or(0);
    let on = |line: DayLine| DayLine { number: line.number.map(|number| number + counted), ..line };
    lines.extend(more.into_iter().map(on));
}

/// The days from the arrival to the end, or to the moment the clock stopped where a limit is in hours.
fn days(calendar: &Calendar, arrival: Instant, limit: &Limit, due: Instant) -> Vec<DayLine> {
    match limit {
        Limit::WorkingHours(_) | Limit::WorkingMinutes(_) => by_hours(calendar, arrival, due),
        Limit::SameDay => {
            let mut lines = by_working_days(calendar, arrival, due);
            lines[0].why = match due.date() == arrival.date() {
                true => Why::SameDay,
                // What comes on a day that is open for intake only is no matter of the hour.
                false if !calendar.works_on(arrival.date()) => Why::Arrival,
                false => Why::TooLateInTheDay,
            };
            lines
        }
        Limit::WorkingDays(_) => by_working_days(calendar, arrival, due),
        Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_) => {
            let last = nominal_end(arrival.date(), limit).unwrap_or(due.date());
            by_calendar(calendar, arrival, last, due)
        }
        Limit::Words(_) => Vec::new(),
    }
}

fn line(date: Date, why: Why) -> DayLine {
    DayLine { date, number: None, minutes: None, why }
}

fn arrival_line(arrival: Instant) -> DayLine {
    line(arrival.date(), Why::Arrival)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    fn told(limit: &str, from: &str, pauses: &[(&str, &str)]) -> (Instant, Vec<String>) {
        let pauses: Vec<Paused> =
            pauses.iter().map(|(from, to)| Paused { from: at(from), to: at(to) }).collect();
        let explained = explain_paused(&Calendar::national(), at(from), &limit.parse().unwrap(), &pauses);
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
}
