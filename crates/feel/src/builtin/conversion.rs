use super::{BuiltIn, Parameter, ValueKind, function, number, parameter, text, whole};
use crate::number::Decimal;
use crate::temporal;
use crate::value::{Value, ZonedDateTime, ZonedTime};
use crate::zone::{OFFSET_MAX, Offset, Zone};
use jiff::civil::{Date, Time};
use std::str::FromStr;

const FROM: Parameter = parameter("from", ValueKind::Single);
const YEAR: Parameter = parameter("year", ValueKind::Number);
const MONTH: Parameter = parameter("month", ValueKind::Number);
const DAY: Parameter = parameter("day", ValueKind::Number);
const HOUR: Parameter = parameter("hour", ValueKind::Number);
const MINUTE: Parameter = parameter("minute", ValueKind::Number);
const SECOND: Parameter = parameter("second", ValueKind::Number);
const OFFSET: Parameter = parameter("offset", ValueKind::Duration);

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    BuiltIn {
        least: 1,
        also: &[&[YEAR, MONTH, DAY]],
        ..function("date", &[FROM, MONTH, DAY], ValueKind::Date, date)
    },
    BuiltIn {
        least: 1,
        also: &[&[HOUR, MINUTE, SECOND, OFFSET]],
        ..function("time", &[FROM, MINUTE, SECOND, OFFSET], ValueKind::Time, time)
    },
    BuiltIn {
        least: 1,
        also: &[
            &[parameter("date", ValueKind::Day), parameter("time", ValueKind::Time)],
            &[YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, OFFSET],
            &[YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, parameter("timezone", ValueKind::Text)],
        ],
        ..function(
            "date and time",
            &[
                FROM,
                parameter("time", ValueKind::Any),
                DAY,
                HOUR,
                MINUTE,
                SECOND,
                parameter("offset", ValueKind::Any),
            ],
            ValueKind::DateTime,
            date_and_time,
        )
    },
    function("duration", &[FROM], ValueKind::Duration, |given| match given.first()? {
        Value::Text(text) => temporal::read_duration(text),
        duration @ (Value::Duration(_) | Value::Months(_)) => Some(duration.clone()),
        _ => None,
    }),
    function(
        "years and months duration",
        &[parameter("from", ValueKind::Day), parameter("to", ValueKind::Day)],
        ValueKind::Months,
        months_between,
    ),
    BuiltIn {
        least: 1,
        ..function(
            "number",
            &[
                FROM,
                parameter("grouping separator", ValueKind::Text),
                parameter("decimal separator", ValueKind::Text),
            ],
            ValueKind::Number,
            read_number,
        )
    },
    function("string", &[parameter("from", ValueKind::Any)], ValueKind::Text, |given| {
        match given.first()? {
            Value::Null => None,
            value => Some(Value::text(value.to_string())),
        }
    }),
    function("not", &[parameter("negand", ValueKind::Bool)], ValueKind::Bool, |given| {
        match given.first()? {
            Value::Bool(value) => Some((!value).into()),
            _ => None,
        }
    }),
];

fn date(given: &[Value]) -> Option<Value> {
    let date = match given {
        [Value::Text(text)] => temporal::read_date(text)?,
        [Value::Date(date)] => *date,
        [Value::DateTime(moment)] => moment.civil.date(),
        [year, month, day] => day_of(year, month, day)?,
        _ => return None,
    };
    Some(Value::Date(date))
}

fn day_of(year: &Value, month: &Value, day: &Value) -> Option<Date> {
    let (month, day) = (i8::try_from(whole(Some(month))?).ok()?, i8::try_from(whole(Some(day))?).ok()?);
    Date::new(i16::try_from(whole(Some(year))?).ok()?, month, day).ok()
}

fn time(given: &[Value]) -> Option<Value> {
    let time = match given {
        [Value::Text(text)] => temporal::read_time(text)?,
        [Value::Time(time)] => *time,
        [Value::DateTime(moment)] => {
            // Of no day any more: a zone is one that holds outside summer time.
            let offset = moment.offset.zone().map_or(moment.offset, Zone::of_no_day);
            ZonedTime { time: moment.civil.time(), offset }
        }
        [Value::Date(_)] => ZonedTime { time: Time::midnight(), offset: Offset::Fixed(0) },
        [hour, minute, second] => ZonedTime { time: time_of(hour, minute, second)?, offset: Offset::Unknown },
        [hour, minute, second, offset] => {
            ZonedTime { time: time_of(hour, minute, second)?, offset: offset_of(offset)? }
        }
        _ => return None,
    };
    Some(Value::Time(time))
}

fn time_of(hour: &Value, minute: &Value, second: &Value) -> Option<Time> {
    let part = |value: &Value| i8::try_from(whole(Some(value))?).ok();
    let seconds = number(Some(second))?;
    let nanos = (seconds.fract() * Decimal::from(1_000_000_000)).trunc();
    let second = i8::try_from(i64::try_from(seconds.trunc()).ok()?).ok()?;
    Time::new(part(hour)?, part(minute)?, second, i32::try_from(nanos).ok()?).ok()
}

/// A duration from UTC, the name of a zone, or nothing.
fn offset_of(value: &Value) -> Option<Offset> {
    match value {
        Value::Null => Some(Offset::Unknown),
        Value::Text(name) => Zone::find(name).map(Zone::of_no_day),
        Value::Duration(nanos) => {
            let seconds = i32::try_from(nanos / 1_000_000_000).ok()?;
            (-OFFSET_MAX..=OFFSET_MAX).contains(&seconds).then_some(Offset::Fixed(seconds))
        }
        _ => None,
    }
}

fn date_and_time(given: &[Value]) -> Option<Value> {
    let moment = match given {
        [Value::Text(text)] => match temporal::read_date(text) {
            Some(date) => ZonedDateTime::midnight(date),
            None => temporal::read_date_time(text)?,
        },
        [Value::DateTime(moment)] => *moment,
        [Value::Date(date)] => ZonedDateTime::midnight(*date),
        [Value::Date(date), Value::Time(time)] => at(*date, *time),
        [Value::DateTime(moment), Value::Time(time)] => at(moment.civil.date(), *time),
        [year, month, day, hour, minute, second, rest @ ..] => {
            let time = time_of(hour, minute, second)?;
            let offset = rest.first().map_or(Some(Offset::Unknown), offset_of)?;
            at(day_of(year, month, day)?, ZonedTime { time, offset })
        }
        _ => return None,
    };
    Some(Value::DateTime(moment))
}

fn at(date: Date, time: ZonedTime) -> ZonedDateTime {
    ZonedDateTime::new(date.to_datetime(time.time), time.offset)
}

/// Whole months from one day to another: the time of day does not count.
fn months_between(given: &[Value]) -> Option<Value> {
    let day = |value: &Value| match value {
        Value::Date(date) => Some(*date),
        Value::DateTime(moment) => Some(moment.civil.date()),
        _ => None,
    };
    let (from, to) = (day(given.first()?)?, day(given.get(1)?)?);
    let (first, last) = if from <= to { (from, to) } else { (to, from) };
    let years = i64::from(last.year()) - i64::from(first.year());
    let mut months = years * 12 + i64::from(last.month()) - i64::from(first.month());
    if last.day() < first.day() {
        months -= 1;
    }
    Some(Value::Months(if from <= to { months } else { -months }))
}

/// A number as people write it: separators are named, or the point is the decimal one.
fn read_number(given: &[Value]) -> Option<Value> {
    let written = match given.first()? {
        Value::Number(number) if given.len() == 1 => return Some(Value::Number(*number)),
        Value::Text(text) => text,
        _ => return None,
    };
    let separator = |place: usize, allowed: &[&str]| match given.get(place) {
        None | Some(Value::Null) => Some(""),
        separator => text(separator).filter(|separator| allowed.contains(separator)),
    };
    let (grouping, decimal) = (separator(1, &[" ", ",", "."])?, separator(2, &[",", "."])?);
    if !grouping.is_empty() && grouping == decimal {
        return None;
    }
    let mut plain = written.to_string();
    if !grouping.is_empty() {
        plain = plain.replace(grouping, "");
    }
    if decimal == "," {
        plain = plain.replace(',', ".");
    }
    Decimal::from_str(&plain).ok().map(Value::Number)
}
