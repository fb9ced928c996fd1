use super::{BuiltIn, Kind, Parameter, function, number, parameter, text, whole};
use crate::temporal;
use crate::value::{Value, ZonedDateTime, ZonedTime};
use jiff::civil::{Date, Time};
use rust_decimal::Decimal;
use std::str::FromStr;

const FROM: Parameter = parameter("from", Kind::Any);

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    BuiltIn {
        least: 1,
        ..function(
            "date",
            &[FROM, parameter("month", Kind::Number), parameter("day", Kind::Number)],
            Kind::Date,
            date,
        )
    },
    BuiltIn {
        least: 1,
        ..function(
            "time",
            &[
                FROM,
                parameter("minute", Kind::Number),
                parameter("second", Kind::Number),
                parameter("offset", Kind::Duration),
            ],
            Kind::Time,
            time,
        )
    },
    BuiltIn {
        least: 1,
        ..function("date and time", &[FROM, parameter("time", Kind::Time)], Kind::DateTime, date_and_time)
    },
    function("duration", &[FROM], Kind::Duration, |given| match given.first()? {
        Value::Text(text) => temporal::read_duration(text),
        duration @ (Value::Duration(_) | Value::Months(_)) => Some(duration.clone()),
        _ => None,
    }),
    function(
        "years and months duration",
        &[parameter("from", Kind::Day), parameter("to", Kind::Day)],
        Kind::Months,
        months_between,
    ),
    BuiltIn {
        least: 1,
        ..function(
            "number",
            &[FROM, parameter("grouping separator", Kind::Text), parameter("decimal separator", Kind::Text)],
            Kind::Number,
            read_number,
        )
    },
    function("string", &[FROM], Kind::Text, |given| match given.first()? {
        Value::Null => None,
        value => Some(Value::text(value.to_string())),
    }),
    function("not", &[parameter("negand", Kind::Bool)], Kind::Bool, |given| match given.first()? {
        Value::Bool(value) => Some((!value).into()),
        _ => None,
    }),
];

fn date(given: &[Value]) -> Option<Value> {
    let date = match given {
        [Value::Text(text)] => temporal::read_date(text)?,
        [Value::Date(date)] => *date,
        [Value::DateTime(moment)] => moment.civil.date(),
        [_, _, _] => {
            let part = |place: usize| whole(given.get(place));
            let (month, day) = (i8::try_from(part(1)?).ok()?, i8::try_from(part(2)?).ok()?);
            Date::new(i16::try_from(part(0)?).ok()?, month, day).ok()?
        }
        _ => return None,
    };
    Some(Value::Date(date))
}

/// Seconds; no place on earth is further from UTC.
const OFFSET_MAX: i32 = 14 * 3600;

fn time(given: &[Value]) -> Option<Value> {
    let time = match given {
        [Value::Text(text)] => temporal::read_time(text)?,
        [Value::Time(time)] => *time,
        [Value::DateTime(moment)] => ZonedTime { time: moment.civil.time(), offset: moment.offset },
        [Value::Date(_)] => ZonedTime { time: Time::midnight(), offset: Some(0) },
        [_, _, second, ..] => {
            let part = |place: usize| i8::try_from(whole(given.get(place))?).ok();
            let seconds = number(Some(second))?;
            let nanos = (seconds.fract() * Decimal::from(1_000_000_000)).trunc();
            let offset = match given.get(3) {
                None | Some(Value::Null) => None,
                Some(Value::Duration(nanos)) => Some(
                    i32::try_from(nanos / 1_000_000_000)
                        .ok()
                        .filter(|offset| (-OFFSET_MAX..=OFFSET_MAX).contains(offset))?,
                ),
                Some(_) => return None,
            };
            let second = i8::try_from(i64::try_from(seconds.trunc()).ok()?).ok()?;
            let time = Time::new(part(0)?, part(1)?, second, i32::try_from(nanos).ok()?).ok()?;
            ZonedTime { time, offset }
        }
        _ => return None,
    };
    Some(Value::Time(time))
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
        _ => return None,
    };
    Some(Value::DateTime(moment))
}

fn at(date: Date, time: ZonedTime) -> ZonedDateTime {
    ZonedDateTime { civil: date.to_datetime(time.time), offset: time.offset }
}

/// Whole months from one day to another.
fn months_between(given: &[Value]) -> Option<Value> {
    let moment = |value: &Value| match value {
        Value::Date(date) => Some(date.to_datetime(Time::midnight())),
        Value::DateTime(moment) => Some(moment.civil),
        _ => None,
    };
    let (from, to) = (moment(given.first()?)?, moment(given.get(1)?)?);
    let (first, last) = if from <= to { (from, to) } else { (to, from) };
    let years = i64::from(last.year()) - i64::from(first.year());
    let mut months = years * 12 + i64::from(last.month()) - i64::from(first.month());
    if (last.day(), last.time()) < (first.day(), first.time()) {
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
    let number = Decimal::from_str(&plain).or_else(|_| Decimal::from_scientific(&plain));
    number.ok().map(Value::Number)
}
