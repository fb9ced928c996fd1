//! The parts of dates, times, durations and ranges: what each is, and its value.

use crate::types::Type;
use crate::value::{Value, ZonedTime};

/// Those whose names are of two words.
pub(crate) const OF_TWO_WORDS: [&str; 4] = ["start included", "end included", "time offset", "timezone"];

pub(crate) const DATE: [(&str, Type); 4] =
    [("year", Type::Number), ("month", Type::Number), ("day", Type::Number), ("weekday", Type::Number)];
pub(crate) const TIME: [(&str, Type); 5] = [
    ("hour", Type::Number),
    ("minute", Type::Number),
    ("second", Type::Number),
    ("time offset", Type::Duration),
    ("timezone", Type::Text),
];
pub(crate) const DATE_TIME: [(&str, Type); 9] = [
    ("year", Type::Number),
    ("month", Type::Number),
    ("day", Type::Number),
    ("weekday", Type::Number),
    ("hour", Type::Number),
    ("minute", Type::Number),
    ("second", Type::Number),
    ("time offset", Type::Duration),
    ("timezone", Type::Text),
];
pub(crate) const DURATION: [(&str, Type); 4] =
    [("days", Type::Number), ("hours", Type::Number), ("minutes", Type::Number), ("seconds", Type::Number)];
pub(crate) const MONTHS: [(&str, Type); 2] = [("years", Type::Number), ("months", Type::Number)];

/// What dates, times, durations and ranges have parts of.
pub(crate) fn property(value: &Value, name: &str) -> Option<Value> {
    let number = |number: i64| Some(Value::from(number));
    match value {
        Value::Date(date) => match name {
            "year" => number(date.year().into()),
            "month" => number(date.month().into()),
            "day" => number(date.day().into()),
            "weekday" => number(date.weekday().to_monday_one_offset().into()),
            _ => None,
        },
        Value::DateTime(moment) => match name {
            "hour" | "minute" | "second" | "time offset" | "timezone" => {
                let time = ZonedTime { time: moment.civil.time(), offset: moment.offset };
                property(&Value::Time(time), name)
            }
            _ => property(&Value::Date(moment.civil.date()), name),
        },
        Value::Time(time) => match name {
            "hour" => number(time.time.hour().into()),
            "minute" => number(time.time.minute().into()),
            "second" => number(time.time.second().into()),
            "time offset" => Some(Value::Duration(i128::from(time.offset.seconds()?) * 1_000_000_000)),
            "timezone" => Some(Value::text(time.offset.zone()?.name())),
            _ => None,
        },
        Value::Duration(nanos) => {
            let seconds = i64::try_from(nanos / 1_000_000_000).ok()?;
            match name {
                "days" => number(seconds / 86_400),
                "hours" => number(seconds / 3_600 % 24),
                "minutes" => number(seconds / 60 % 60),
                "seconds" => number(seconds % 60),
                _ => None,
            }
        }
        Value::Months(months) => match name {
            "years" => number(months / 12),
            "months" => number(months % 12),
            _ => None,
        },
        Value::Range(range) => match name {
            "start" => Some(range.low.clone()),
            "end" => Some(range.high.clone()),
            "start included" => Some(range.low_in.into()),
            "end included" => Some(range.high_in.into()),
            _ => None,
        },
        _ => None,
    }
}
