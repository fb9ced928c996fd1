//! Dates, times and durations as FEEL writes them (ISO 8601), and the little arithmetic they need.

use crate::value::{Value, ZonedDateTime, ZonedTime};
use crate::zone::Offset;
use jiff::Span;
use jiff::civil::{Date, Time, date};
use std::fmt::Formatter;

/// In nanoseconds.
const SECOND: i64 = 1_000_000_000;

/// What stands after `@`, or in `date(…)` and its kin: the kind is told by the form.
pub(crate) fn read(text: &str) -> Option<Value> {
    if text.starts_with('P') || text.starts_with("-P") {
        return read_duration(text);
    }
    // A zone behind it may have any letters.
    let before = text.split('@').next().unwrap_or(text);
    match before.contains('T') {
        true => read_date_time(text).map(Value::DateTime),
        false if before.contains(':') => read_time(text).map(Value::Time),
        false => read_date(text).map(Value::Date),
    }
}

/// `2026-03-02`, `-0044-03-15`: four digits of the year.
pub(crate) fn read_date(text: &str) -> Option<Date> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let right = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    if !right || (sign < 0 && text.starts_with("0000")) {
        return None;
    }
    Date::new(sign * number(0, 4)?, number(5, 7)? as i8, number(8, 10)? as i8).ok()
}

/// `09:30:00`, with or without fractions and an offset or a zone. The end of the day, `24:00:00`, is its beginning.
pub(crate) fn read_time(text: &str) -> Option<ZonedTime> {
    read_clock(text).map(|(time, _)| time)
}

/// A time of day, and whether it was written as the end of the day.
fn read_clock(text: &str) -> Option<(ZonedTime, bool)> {
    let (clock, zone) = text.split_at(text.find(['Z', '+', '-', '@']).unwrap_or(text.len()));
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let parts: Vec<&str> = whole.split(':').collect();
    let [hour, minute, second] = parts.as_slice() else { return None };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |part: &str| (part.len() == 2 && digits(part)).then(|| part.parse::<i8>().ok())?;
    let nanos = match fraction {
        "" if clock.contains('.') => return None,
        "" => 0,
        fraction if fraction.len() <= 9 && digits(fraction) => {
            format!("{fraction:0<9}").parse::<i32>().ok()?
        }
        _ => return None,
    };
    let (hour, minute, second) = (number(hour)?, number(minute)?, number(second)?);
    let end = (hour, minute, second, nanos) == (24, 0, 0, 0);
    let time = Time::new(if end { 0 } else { hour }, minute, second, nanos).ok()?;
    Some((ZonedTime { time, offset: Offset::read(zone)? }, end))
}

pub(crate) fn read_date_time(text: &str) -> Option<ZonedDateTime> {
    let (day, clock) = text.split_once('T')?;
    let (day, (time, end)) = (read_date(day)?, read_clock(clock)?);
    let day = if end { day.tomorrow().ok()? } else { day };
    Some(ZonedDateTime::new(day.to_datetime(time.time), time.offset))
}

/// `P1Y2M` or `P3DT4H5M6.5S`, with a minus before all of it; years and months never with days.
pub(crate) fn read_duration(text: &str) -> Option<Value> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let rest = rest.strip_prefix('P')?;
    let (days, clock) = match rest.split_once('T') {
        Some((days, clock)) => (days, Some(clock)),
        None => (rest, None),
    };
    let days = parts(days, "YMD")?;
    let clock = match clock {
        Some(clock) => Some(parts(clock, "HMS").filter(|parts| !parts.is_empty())?),
        None => None,
    };
    let of = |parts: &[(char, i128)], unit| parts.iter().find(|(other, _)| *other == unit).map(|(_, n)| *n);
    let months = of(&days, 'Y').is_some() || of(&days, 'M').is_some();
    if months {
        let whole = |unit| match of(&days, unit) {
            None => Some(0),
            Some(nanos) => (nanos % i128::from(SECOND) == 0).then_some(nanos / i128::from(SECOND)),
        };
        let lone = of(&days, 'D').is_none() && clock.is_none();
        let months = whole('Y')?.checked_mul(12)?.checked_add(whole('M')?)?;
        return lone.then(|| i64::try_from(sign * months).ok().map(Value::Months))?;
    }
    if days.is_empty() && clock.is_none() {
        return None;
    }
    let clock = clock.unwrap_or_default();
    let seconds = |parts: &[(char, i128)], unit, each: i128| of(parts, unit).unwrap_or(0).checked_mul(each);
    let nanos = seconds(&days, 'D', 86_400)?
        .checked_add(seconds(&clock, 'H', 3_600)?)?
        .checked_add(seconds(&clock, 'M', 60)?)?
        .checked_add(seconds(&clock, 'S', 1)?)?;
    Some(Value::Duration(sign * nanos))
}

/// Amounts with their units in the order allowed, each in billionths; only seconds may have a fraction, of no digit too:
/// `PT1.S`.
fn parts(text: &str, units: &str) -> Option<Vec<(char, i128)>> {
    let mut found: Vec<(char, i128)> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter.is_ascii_alphabetic())?;
        let unit = rest[end..].chars().next()?;
        let place = units.find(unit)?;
        if found.last().is_some_and(|(last, _)| units.find(*last) >= Some(place)) {
            return None;
        }
        let (whole, fraction) = rest[..end].split_once('.').unwrap_or((&rest[..end], ""));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let fraction = match fraction {
            "" if !rest[..end].contains('.') => 0,
            fraction
                if unit == 'S'
                    && fraction.len() <= 9
                    && fraction.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                format!("{fraction:0<9}").parse::<i128>().ok()?
            }
            _ => return None,
        };
        if !digits(whole) || whole.len() > 18 {
            return None;
        }
        found.push((unit, whole.parse::<i128>().ok()? * i128::from(SECOND) + fraction));
        rest = &rest[end + 1..];
    }
    Some(found)
}

pub(crate) fn nanos_of_day(time: Time) -> i64 {
    let seconds = i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    seconds * SECOND + i64::from(time.subsec_nanosecond())
}

pub(crate) fn time_of_nanos(nanos: i64) -> Time {
    let seconds = nanos / SECOND;
    let part = |value: i64| i8::try_from(value).expect("a part of a day is small");
    Time::new(
        part(seconds / 3600),
        part(seconds / 60 % 60),
        part(seconds % 60),
        i32::try_from(nanos % SECOND).expect("less than a second"),
    )
    .expect("less than a day")
}

const EPOCH: Date = date(1970, 1, 1);

pub(crate) fn days_since_1970(day: Date) -> i64 {
    i64::from((day - EPOCH).get_days())
}

pub(crate) fn date_of_day(days: i64) -> Option<Date> {
    EPOCH.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The same day of another month, or its last day where it is shorter.
pub(crate) fn plus_months(day: Date, months: i64) -> Option<Date> {
    day.checked_add(Span::new().try_months(months).ok()?).ok()
}

pub(crate) fn write_date(to: &mut Formatter, date: Date) -> std::fmt::Result {
    let sign = if date.year() < 0 { "-" } else { "" };
    write!(to, "{sign}{:04}-{:02}-{:02}", date.year().unsigned_abs(), date.month(), date.day())
}

pub(crate) fn write_time(to: &mut Formatter, time: Time, offset: Offset) -> std::fmt::Result {
    write!(to, "{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
    let nanos = time.subsec_nanosecond();
    if nanos > 0 {
        write!(to, ".{}", format!("{nanos:09}").trim_end_matches('0'))?;
    }
    write!(to, "{offset}")
}

pub(crate) fn write_duration(to: &mut Formatter, nanos: i128) -> std::fmt::Result {
    let size = nanos.unsigned_abs();
    let second = SECOND as u128;
    let (days, rest) = (size / (86_400 * second), size % (86_400 * second));
    let (hours, minutes) = (rest / (3_600 * second), rest / (60 * second) % 60);
    let (seconds, fraction) = (rest / second % 60, rest % second);
    to.write_str(if nanos < 0 { "-P" } else { "P" })?;
    if days > 0 {
        write!(to, "{days}D")?;
    }
    if rest > 0 || days == 0 {
        to.write_str("T")?;
        if hours > 0 {
            write!(to, "{hours}H")?;
        }
        if minutes > 0 {
            write!(to, "{minutes}M")?;
        }
        if fraction > 0 {
            write!(to, "{seconds}.{}S", format!("{fraction:09}").trim_end_matches('0'))?;
        } else if seconds > 0 || size == 0 {
            write!(to, "{seconds}S")?;
        }
    }
    Ok(())
}

pub(crate) fn write_months(to: &mut Formatter, months: i64) -> std::fmt::Result {
    let size = months.unsigned_abs();
    to.write_str(if months < 0 { "-P" } else { "P" })?;
    if size / 12 > 0 {
        write!(to, "{}Y", size / 12)?;
    }
    if !size.is_multiple_of(12) || size == 0 {
        write!(to, "{}M", size % 12)?;
    }
    Ok(())
}
