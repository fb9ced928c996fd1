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
    /// The clock runs again, with `left` of the limit owed.
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
            Why::StopsHere { said } => {
                let at = short_moment(*said, language);
                language.pick(
                    format!("tạm dừng lúc {at}, ngoài giờ làm việc, nên tính là tạm dừng từ ngày này"),
                    format!("paused at {at}, when the office was closed: it counts as paused from this day"),
                )
            }
            Why::GoesOnHere { said } => {
                let at = short_moment(*said, language);
                language.pick(
                    format!("hết tạm dừng lúc {at}, ngoài giờ làm việc, nên tính tiếp từ ngày này"),
                    format!(
                        "the pause ended at {at}, when the office was closed: it counts on from this day"
                    ),
                )
            }
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
                    let to = short_date(*to, language);
                    (vi, en) = (format!("{vi}, sang {to}"), format!("{en}, to {to}"));
                }
                match judged_by {
                    Some(legal) => {
                        let legal = short_moment(*legal, language);
                        language.pick(
                            format!("{vi}; đúng hạn hay không vẫn xét theo {legal}"),
                            format!("{en}; whether it is in time is judged by {legal}"),
                        )
                    }
                    None => language.pick(vi, en),
                }
            }
            Why::MovedPast { day } => {
                let day = day.get(language);
                language.pick(format!("{day}, thời hạn lùi tiếp"), format!("{day}, the end moves on"))
            }
            Why::MovedTo { day } => {
                let day = day.get(language);
                language.pick(
                    format!("{day}, lùi sang ngày làm việc này"),
                    format!("{day}, the deadline moves here"),
                )
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
    let mut way = DayWalk::along(pack, calendar);
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
    let mut way = DayWalk::along(pack, calendar);
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
pub(super) struct DayWalk<'a> {
    pack: &'a RulePack,
    calendar: &'a Calendar,
    pub lines: Vec<DayLine>,
    /// How many of them count.
    counted: u32,
}

impl DayWalk<'_> {
    pub fn along<'a>(pack: &'a RulePack, calendar: &'a Calendar) -> DayWalk<'a> {
        DayWalk { pack, calendar, lines: Vec::new(), counted: 0 }
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

/// `all` is the number of days, where it is known: where none is left and the clock resumes on a day that does not
/// count, the end moves to the next that does.
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
mod tests;
