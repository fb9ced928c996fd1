use super::{BuiltIn, Parameter, ValueKind, cut, function, number, parameter};
use crate::value::Value;
use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};

const N: Parameter = parameter("n", ValueKind::Number);
const SCALE: Parameter = parameter("scale", ValueKind::Number);
const NUMBER: Parameter = parameter("number", ValueKind::Number);

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    function("decimal", &[N, SCALE], ValueKind::Number, |given| {
        rounded(given, RoundingStrategy::MidpointNearestEven)
    }),
    BuiltIn {
        least: 1,
        ..function("floor", &[N, SCALE], ValueKind::Number, |given| {
            rounded(given, RoundingStrategy::ToNegativeInfinity)
        })
    },
    BuiltIn {
        least: 1,
        ..function("ceiling", &[N, SCALE], ValueKind::Number, |given| {
            rounded(given, RoundingStrategy::ToPositiveInfinity)
        })
    },
    function("round up", &[N, SCALE], ValueKind::Number, |given| {
        rounded(given, RoundingStrategy::AwayFromZero)
    }),
    function("round down", &[N, SCALE], ValueKind::Number, |given| rounded(given, RoundingStrategy::ToZero)),
    function("round half up", &[N, SCALE], ValueKind::Number, |given| {
        rounded(given, RoundingStrategy::MidpointAwayFromZero)
    }),
    function("round half down", &[N, SCALE], ValueKind::Number, |given| {
        rounded(given, RoundingStrategy::MidpointTowardZero)
    }),
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
    function("log", &[NUMBER], ValueKind::Number, |given| Some(number(given.first())?.checked_ln()?.into())),
    function("exp", &[NUMBER], ValueKind::Number, |given| {
        let exponent = number(given.first())?;
        // The library gives no answer where a result is too small to be told from 0.
        let vanishes = exponent < EXPONENT_MIN;
        Some(if vanishes { Decimal::ZERO } else { exponent.checked_exp()? }.into())
    }),
    function("odd", &[NUMBER], ValueKind::Bool, |given| {
        let number = number(given.first())?;
        Some((number.is_integer() && !(number % Decimal::TWO).is_zero()).into())
    }),
    function("even", &[NUMBER], ValueKind::Bool, |given| {
        Some((number(given.first())? % Decimal::TWO).is_zero().into())
    }),
];

/// `exp` of less is smaller than half of the last place a number has (28 of them).
const EXPONENT_MIN: Decimal = Decimal::from_parts(66, 0, 0, true, 0);

/// The places the standard's numbers can be rounded to.
const SCALES: std::ops::RangeInclusive<i64> = -6111..=6176;

/// Rounded to a number of decimal places; a negative number rounds whole tens, hundreds and so on.
fn rounded(given: &[Value], how: RoundingStrategy) -> Option<Value> {
    let n = number(given.first())?;
    let scale = match given.get(1) {
        None => 0,
        scale => cut(scale).filter(|scale| SCALES.contains(scale))?,
    };
    if scale >= 0 {
        // More places than are kept change nothing.
        return Some(n.round_dp_with_strategy(u32::try_from(scale).ok()?.min(28), how).into());
    }
    let unit = Decimal::TEN.checked_powi(scale.checked_neg()?)?;
    let units = n.checked_div(unit)?.round_dp_with_strategy(0, how);
    Some(units.checked_mul(unit)?.into())
}

/// The sign of the result is the divisor's.
fn modulo(given: &[Value]) -> Option<Value> {
    let (dividend, divisor) = (number(given.first())?, number(given.get(1))?);
    let rest = dividend.checked_rem(divisor)?;
    let turned = !rest.is_zero() && rest.is_sign_negative() != divisor.is_sign_negative();
    Some(if turned { rest.checked_add(divisor)? } else { rest }.into())
}
