use super::{BuiltIn, Parameter, ValueKind, cut, function, number, parameter};
use crate::number::{Decimal, Rounding};
use crate::value::Value;

const N: Parameter = parameter("n", ValueKind::Number);
const SCALE: Parameter = parameter("scale", ValueKind::Number);
const NUMBER: Parameter = parameter("number", ValueKind::Number);

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    function("decimal", &[N, SCALE], ValueKind::Number, |given| rounded(given, Rounding::HalfEven)),
    BuiltIn {
        least: 1,
        ..function("floor", &[N, SCALE], ValueKind::Number, |given| rounded(given, Rounding::Floor))
    },
    BuiltIn {
        least: 1,
        ..function("ceiling", &[N, SCALE], ValueKind::Number, |given| rounded(given, Rounding::Ceiling))
    },
    function("round up", &[N, SCALE], ValueKind::Number, |given| rounded(given, Rounding::Up)),
    function("round down", &[N, SCALE], ValueKind::Number, |given| rounded(given, Rounding::Down)),
    function("round half up", &[N, SCALE], ValueKind::Number, |given| rounded(given, Rounding::HalfUp)),
    function("round half down", &[N, SCALE], ValueKind::Number, |given| rounded(given, Rounding::HalfDown)),
    function("abs", &[N], ValueKind::Element, |given| match given.first()? {
        Value::Number(number) => Some(number.abs().into()),
        Value::Duration(nanos) => Some(Value::Duration(nanos.checked_abs()?)),
        Value::Months(months) => Some(Value::Months(months.checked_abs()?)),
        _ => None,
    }),
    function(
        "modulo",
        &[parameter("dividend", ValueKind::Number), parameter("divisor", ValueKind::Number)],
        ValueKind::Number,
        modulo,
    ),
    function("sqrt", &[NUMBER], ValueKind::Number, |given| Some(number(given.first())?.sqrt()?.into())),
    function("log", &[NUMBER], ValueKind::Number, |given| Some(number(given.first())?.ln()?.into())),
    function("exp", &[NUMBER], ValueKind::Number, |given| Some(number(given.first())?.exp().into())),
    function("odd", &[NUMBER], ValueKind::Bool, |given| {
        let number = number(given.first())?;
        Some((number.is_integer() && !number.checked_rem(Decimal::TWO)?.is_zero()).into())
    }),
    function("even", &[NUMBER], ValueKind::Bool, |given| {
        Some(number(given.first())?.checked_rem(Decimal::TWO)?.is_zero().into())
    }),
];

/// The places the standard's numbers can be rounded to.
const SCALES: std::ops::RangeInclusive<i64> = -6111..=6176;

/// Rounded to a number of decimal places; a negative number rounds whole tens, hundreds and so on.
fn rounded(given: &[Value], how: Rounding) -> Option<Value> {
    let n = number(given.first())?;
    let scale = match given.get(1) {
        None => 0,
        scale => cut(scale).filter(|scale| SCALES.contains(scale))?,
    };
    Some(n.round(i32::try_from(scale).ok()?, how).into())
}

/// The sign of the result is the divisor's.
fn modulo(given: &[Value]) -> Option<Value> {
    let (dividend, divisor) = (number(given.first())?, number(given.get(1))?);
    let rest = dividend.checked_rem(divisor)?;
    let turned = !rest.is_zero() && rest.is_negative() != divisor.is_negative();
    Some(if turned { rest + divisor } else { rest }.into())
}
