use super::{BuiltIn, Parameter, ValueKind, function, parameter};
use crate::value::Value;
use jiff::civil::{Date, Weekday};

const DATE: Parameter = parameter("date", ValueKind::Day);

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    function(
        "is",
        &[parameter("value1", ValueKind::Any), parameter("value2", ValueKind::Any)],
        ValueKind::Bool,
        |given| {
            // Of one kind and equal in all they say: 09:00Z is not 16:00+07:00, and a zone is no offset.
            let same = match (given.first()?, given.get(1)?) {
                (Value::Time(a), Value::Time(b)) => a == b,
                (Value::DateTime(a), Value::DateTime(b)) => a == b,
                (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b) && a.equals(b) == Some(true),
            };
            Some(same.into())
        },
    ),
    // What is given under these names, so the evaluator does it.
    function("now", &[], ValueKind::DateTime, |_| None),
    function("today", &[], ValueKind::Date, |_| None),
    function("day of year", &[DATE], ValueKind::Number, |given| {
        Some(i64::from(day(given.first())?.day_of_year()).into())
    }),
    function("day of week", &[DATE], ValueKind::Text, |given| {
        Some(Value::text(match day(given.first())?.weekday() {
            Weekday::Monday => "Monday",
            Weekday::Tuesday => "Tuesday",
            Weekday::Wednesday => "Wednesday",
            Weekday::Thursday => "Thursday",
            Weekday::Friday => "Friday",
            Weekday::Saturday => "Saturday",
            Weekday::Sunday => "Sunday",
        }))
    }),
    function("month of year", &[DATE], ValueKind::Text, |given| {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        Some(Value::text(MONTHS[day(given.first())?.month() as usize - 1]))
    }),
    function("week of year", &[DATE], ValueKind::Number, |given| {
        Some(i64::from(day(given.first())?.iso_week_date().week()).into())
    }),
];

fn day(value: Option<&Value>) -> Option<Date> {
    match value? {
        Value::Date(date) => Some(*date),
        Value::DateTime(moment) => Some(moment.civil.date()),
        _ => None,
    }
}
