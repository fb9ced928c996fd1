//! Arithmetic between values: numbers, texts, and dates with durations. `None` where the standard says `null`; what is
//! larger than anything that is kept is [`Decimal::BEYOND`].

use crate::number::Decimal;
use crate::temporal;
use crate::value::{Value, ZonedDateTime};
use crate::zone::Offset;

pub(crate) fn negate(value: &Value) -> Option<Value> {
    Some(match value {
        Value::Number(number) => Value::Number(-*number),
        Value::Duration(nanos) => within(nanos.checked_neg().map(Value::Duration)),
        Value::Months(months) => within(months.checked_neg().map(Value::Months)),
        _ => return None,
    })
}

/// An operand of a subtraction of dates: a date is midnight at UTC.
fn moment(value: &Value) -> Option<ZonedDateTime> {
    match value {
        Value::Date(date) => {
            Some(ZonedDateTime { offset: Offset::Fixed(0), ..ZonedDateTime::midnight(*date) })
        }
        Value::DateTime(moment) => Some(*moment),
        _ => None,
    }
}

pub(crate) fn add(left: &Value, right: &Value) -> Option<Value> {
    Some(match (left, right) {
        (Value::Number(a), Value::Number(b)) => Value::Number(*a + *b),
        (Value::Text(a), Value::Text(b)) => Value::text(format!("{a}{b}")),
        (Value::Duration(a), Value::Duration(b)) => within(a.checked_add(*b).map(Value::Duration)),
        (Value::Months(a), Value::Months(b)) => within(a.checked_add(*b).map(Value::Months)),
        (Value::Date(date), Value::Months(months)) | (Value::Months(months), Value::Date(date)) => {
            Value::Date(temporal::plus_months(*date, *months)?)
        }
        (Value::Date(date), Value::Duration(nanos)) | (Value::Duration(nanos), Value::Date(date)) => {
            Value::Date(ZonedDateTime::midnight(*date).plus(*nanos)?.civil.date())
        }
        (Value::DateTime(at), Value::Months(months)) | (Value::Months(months), Value::DateTime(at)) => {
            Value::DateTime(at.plus_months(*months)?)
        }
        (Value::DateTime(at), Value::Duration(nanos)) | (Value::Duration(nanos), Value::DateTime(at)) => {
            Value::DateTime(at.plus(*nanos)?)
        }
        (Value::Time(time), Value::Duration(nanos)) | (Value::Duration(nanos), Value::Time(time)) => {
            Value::Time(time.plus(*nanos))
        }
        _ => return None,
    })
}

pub(crate) fn subtract(left: &Value, right: &Value) -> Option<Value> {
    Some(match (left, right) {
        (Value::Number(a), Value::Number(b)) => Value::Number(*a - *b),
        (Value::Time(a), Value::Time(b)) => Value::Duration(a.since(b)?),
        (_, Value::Duration(_) | Value::Months(_)) => add(left, &negate(right)?)?,
        _ => Value::Duration(moment(left)?.since(&moment(right)?)?),
    })
}

pub(crate) fn multiply(left: &Value, right: &Value) -> Option<Value> {
    Some(match (left, right) {
        (Value::Number(a), Value::Number(b)) => Value::Number(*a * *b),
        (Value::Duration(a), Value::Number(b)) | (Value::Number(b), Value::Duration(a)) => {
            nanos(Decimal::from(*a) * *b)
        }
        (Value::Months(a), Value::Number(b)) | (Value::Number(b), Value::Months(a)) => {
            months(Decimal::from(*a) * *b)
        }
        _ => return None,
    })
}

pub(crate) fn divide(left: &Value, right: &Value) -> Option<Value> {
    Some(match (left, right) {
        (Value::Number(a), Value::Number(b)) => Value::Number(a.checked_div(*b)?),
        (Value::Duration(a), Value::Number(b)) => nanos(Decimal::from(*a).checked_div(*b)?),
        (Value::Months(a), Value::Number(b)) => months(Decimal::from(*a).checked_div(*b)?),
        (Value::Duration(a), Value::Duration(b)) => {
            Value::Number(Decimal::from(*a).checked_div(Decimal::from(*b))?)
        }
        (Value::Months(a), Value::Months(b)) => {
            Value::Number(Decimal::from(*a).checked_div(Decimal::from(*b))?)
        }
        _ => return None,
    })
}

/// A duration, cut to whole units.
fn nanos(amount: Decimal) -> Value {
    within(i128::try_from(amount).ok().map(Value::Duration))
}

fn months(amount: Decimal) -> Value {
    within(i64::try_from(amount).ok().map(Value::Months))
}

/// What is kept, or what is beyond it.
fn within(value: Option<Value>) -> Value {
    value.unwrap_or(Value::Number(Decimal::BEYOND))
}

/// Whole exponents and the square root are worked out exactly, others by logarithms.
pub(crate) fn power(left: &Value, right: &Value) -> Option<Value> {
    let (Value::Number(base), Value::Number(exponent)) = (left, right) else { return None };
    let whole = i64::try_from(*exponent).ok().filter(|_| exponent.is_integer());
    let value = match whole {
        Some(whole) => base.powi(whole)?,
        None if *exponent == Decimal::new(5, 1) => base.sqrt()?,
        None if base.is_negative() => return None,
        None => base.powd(*exponent)?,
    };
    Some(Value::Number(value))
}
