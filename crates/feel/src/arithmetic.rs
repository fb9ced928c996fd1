//! Arithmetic between values: numbers, texts, and dates with durations. `None` where the standard says `null`.

use crate::temporal;
use crate::value::{Value, ZonedDateTime};
use crate::zone::Offset;
use rust_decimal::{Decimal, MathematicalOps};

pub(crate) fn negate(value: &Value) -> Option<Value> {
    Some(match value {
        Value::Number(number) => Value::Number(-*number),
        Value::Duration(nanos) => Value::Duration(nanos.checked_neg()?),
        Value::Months(months) => Value::Months(months.checked_neg()?),
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
        (Value::Number(a), Value::Number(b)) => Value::Number(a.checked_add(*b)?),
        (Value::Text(a), Value::Text(b)) => Value::text(format!("{a}{b}")),
        (Value::Duration(a), Value::Duration(b)) => Value::Duration(a.checked_add(*b)?),
        (Value::Months(a), Value::Months(b)) => Value::Months(a.checked_add(*b)?),
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
        (Value::Number(a), Value::Number(b)) => Value::Number(a.checked_sub(*b)?),
        (Value::Time(a), Value::Time(b)) => Value::Duration(a.since(b)?),
        (_, Value::Duration(_) | Value::Months(_)) => add(left, &negate(right)?)?,
        _ => Value::Duration(moment(left)?.since(&moment(right)?)?),
    })
}

pub(crate) fn multiply(left: &Value, right: &Value) -> Option<Value> {
    Some(match (left, right) {
        (Value::Number(a), Value::Number(b)) => Value::Number(a.checked_mul(*b)?),
        (Value::Duration(a), Value::Number(b)) | (Value::Number(b), Value::Duration(a)) => {
            Value::Duration(scaled(*a, |amount| amount.checked_mul(*b))?)
        }
        (Value::Months(a), Value::Number(b)) | (Value::Number(b), Value::Months(a)) => {
            Value::Months(i64::try_from(scaled((*a).into(), |amount| amount.checked_mul(*b))?).ok()?)
        }
        _ => return None,
    })
}

pub(crate) fn divide(left: &Value, right: &Value) -> Option<Value> {
    Some(match (left, right) {
        (Value::Number(a), Value::Number(b)) => Value::Number(a.checked_div(*b)?),
        (Value::Duration(a), Value::Number(b)) => {
            Value::Duration(scaled(*a, |amount| amount.checked_div(*b))?)
        }
        (Value::Months(a), Value::Number(b)) => {
            Value::Months(i64::try_from(scaled((*a).into(), |amount| amount.checked_div(*b))?).ok()?)
        }
        (Value::Duration(a), Value::Duration(b)) => Value::Number(decimal(*a)?.checked_div(decimal(*b)?)?),
        (Value::Months(a), Value::Months(b)) => {
            Value::Number(Decimal::from(*a).checked_div(Decimal::from(*b))?)
        }
        _ => return None,
    })
}

fn decimal(amount: i128) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(amount, 0).ok()
}

/// An amount after some arithmetic, cut to whole units.
fn scaled(amount: i128, how: impl FnOnce(Decimal) -> Option<Decimal>) -> Option<i128> {
    i128::try_from(how(decimal(amount)?)?.trunc()).ok()
}

/// Whole exponents and the square root are worked out exactly, others by logarithms.
pub(crate) fn power(left: &Value, right: &Value) -> Option<Value> {
    let (Value::Number(base), Value::Number(exponent)) = (left, right) else { return None };
    let whole = i64::try_from(*exponent).ok().filter(|_| exponent.is_integer());
    let value = match whole {
        Some(whole) => base.checked_powi(whole)?,
        None if *exponent == Decimal::new(5, 1) => base.sqrt()?,
        None if base.is_sign_negative() => return None,
        None => base.checked_powd(*exponent)?,
    };
    Some(Value::Number(value))
}
