//! Numbers of 34 digits (decimal128): their digits, their order, their ends, and what is beyond them.

use feel::{Budget, Decimal, Expression, ExpressionTrouble, NamedValues, Stopped, Value};
use proptest::prelude::*;
use std::cmp::Ordering;
use std::str::FromStr;

fn evaluated(text: &str) -> Result<Value, Stopped> {
    let expression = Expression::parse(text, []).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    expression.evaluate(&NamedValues::new(), Budget::default())
}

#[track_caller]
fn gives(lines: &str) {
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (text, expected) = line.rsplit_once(" => ").unwrap_or_else(|| panic!("not a line: {line}"));
        assert_eq!(evaluated(text).map(|value| value.to_string()), Ok(expected.into()), "{text}");
    }
}

#[test]
fn there_are_thirty_four_digits() {
    gives(
        r#"
        1234567890123456789012345678901234 > 0 => true
        1234567890123456789012345678901234 + 1 => 1234567890123456789012345678901235
        9999999999999999999999999999999999 + 1 => 10000000000000000000000000000000000
        0.12345678901234567890123456789012345678 => 0.1234567890123456789012345678901235
        12345678901234567890123456789012340000 / 10000 => 1234567890123456789012345678901234
        10 ** 30 / 10 ** 29 => 10
        12345678901234567890 * 98765432109876543210 => 1219326311370217952237463801111264000000
        1 / 3 => 0.3333333333333333333333333333333333
        2 / 3 => 0.6666666666666666666666666666666667
        1 / 3 * 3 => 0.9999999999999999999999999999999999
        0.00000000000000000000000000000001 > 0 => true
        0.00000000000000000000000000000001 * 10 ** 32 => 1
        1e-6000 > 0 => true
        1e-6000 * 1e6000 => 1
        10 ** 6144 > 10 ** 6143 => true
        1e34 + 1 = 1e34 => true
        1e33 + 1 = 1e33 => false
        1e34 + 1 - 1e34 => 0
        1e40 - 1e-40 => 10000000000000000000000000000000000000000
        2 ** 112 => 5192296858534827628530496329220096
        2 ** -3 => 0.125
        0.1 + 0.2 => 0.3
        1.10 + 2.20 => 3.3
        100 / 8 => 12.5
        modulo(10 ** 30, 7) => 1
        modulo(1e-30, 7) => 0.000000000000000000000000000001
        decimal(1 / 3, 40) => 0.3333333333333333333333333333333333
        round half up(0.5, -40) => 0
        round up(0.5, -3) => 1000
        floor(-1e-30) => -1
        string(1e100) => 1E+100
        string(1.50e-70) => 1.5E-70
        1E+100 = 1e100 => true
        number("1e-30") * 1e30 => 1
        -0 = 0 => true
        string(-0) => 0
        0 * -5 = 0 => true
        sqrt(2) * sqrt(2) - 2 < 1e-30 => true
        sqrt(1e-40) => 0.00000000000000000001
        abs(log(exp(20)) - 20) < 1e-30 => true
        exp(-20000) => 0
        "#,
    );
}

#[test]
fn what_is_larger_than_any_number_is_no_value_and_no_nothing() {
    for text in [
        "10 ** 7000",
        "1e6000 * 1e6000 > 0",
        "1e6144 * 10 = null",
        "if 10 ** 7000 > 0 then 1 else 2",
        "sum([9e6144, 9e6144])",
        "product([1e4000, 1e4000])",
        "mean([9e6144, 9e6144])",
        "stddev([9e6144, 1])",
        "exp(20000)",
        "1e6000 / 1e-6000",
        "-(10 ** 7000)",
        "@\"P1Y\" * 1e30",
        "@\"P1D\" * 1e30 = null",
        "[1, 10 ** 7000]",
    ] {
        assert_eq!(evaluated(text), Err(Stopped::TooLarge), "{text}");
    }
    // Nothing on the way there is asked for.
    gives("true or 10 ** 7000 > 0 => true\n1 / 0 => null\n0 ** -1 => null\n10 ** -7000 => 0");
    for text in ["1e7000", "1e-7000", "1e99999999999", "12345678901234567890123456789012345"] {
        let trouble = Expression::parse(text, []).unwrap_err().trouble;
        assert_eq!(trouble, ExpressionTrouble::NotANumber { found: text.into() });
    }
}

#[test]
fn what_is_written_is_read_the_same() {
    for (text, written) in [
        ("1", "1"),
        ("-0.5", "-0.5"),
        (".5", "0.5"),
        ("1e3", "1000"),
        ("0.00", "0"),
        ("1.5E-2", "0.015"),
        ("+7", "7"),
    ] {
        assert_eq!(Decimal::from_str(text).unwrap().normalize().to_string(), written);
    }
    for text in ["", ".", "-", "1_000", "1e", "1e+", "1.2.3", "0x1", "1 0", "e5", "--1", "١"] {
        assert!(Decimal::from_str(text).is_err(), "{text}");
    }
    assert_eq!(i64::try_from(Decimal::from_str("-12.9").unwrap()), Ok(-12));
    assert_eq!(i64::try_from(Decimal::from_str("1e3").unwrap()), Ok(1000));
    assert!(i64::try_from(Decimal::from_str("1e30").unwrap()).is_err());
}

/// A coefficient of some digits and an exponent, as a number.
fn number() -> impl Strategy<Value = Decimal> {
    let digits = prop_oneof![0..100i128, 0..10i128.pow(17), 0..10i128.pow(34)];
    (digits, -60..60i32, any::<bool>()).prop_map(|(digits, exponent, negative)| {
        let sign = if negative { "-" } else { "" };
        Decimal::from_str(&format!("{sign}{digits}e{exponent}")).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn numbers_keep_the_laws_they_have(a in number(), b in number(), c in number()) {
        prop_assert_eq!(a + b, b + a);
        prop_assert_eq!(a * b, b * a);
        prop_assert_eq!(a - b, -(b - a));
        prop_assert_eq!(a + Decimal::ZERO, a);
        prop_assert_eq!(a * Decimal::ONE, a);
        prop_assert_eq!(a - a, Decimal::ZERO);
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a < b, (a - b) < Decimal::ZERO);
        if a.cmp(&b) != Ordering::Greater && b.cmp(&c) != Ordering::Greater {
            prop_assert!(a <= c);
        }
        prop_assert_eq!(Decimal::from_str(&a.to_string()), Ok(a));
        prop_assert_eq!(a.trunc() + a.fract(), a);
        if !b.is_zero() {
            // Within the last of its digits.
            let apart = (a.checked_div(b).unwrap() * b - a).abs();
            prop_assert!(apart <= a.abs() * Decimal::from_str("3e-33").unwrap(), "{} {}", a, b);
            let rest = a.checked_rem(b).unwrap();
            prop_assert!(rest.abs() < b.abs() && (rest.is_zero() || rest.is_negative() == a.is_negative()));
        }
    }

    #[test]
    fn small_whole_numbers_are_as_the_machine_has_them(a in -10i64.pow(15)..10i64.pow(15), b in -10i64.pow(15)..10i64.pow(15)) {
        let (x, y) = (Decimal::from(a), Decimal::from(b));
        prop_assert_eq!(x + y, Decimal::from(a + b));
        prop_assert_eq!(x * y, Decimal::from(i128::from(a) * i128::from(b)));
        prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        if b != 0 {
            prop_assert_eq!(x.checked_rem(y), Some(Decimal::from(a % b)));
            prop_assert_eq!(x.checked_div(y).map(Decimal::trunc), Some(Decimal::from(a / b)));
        }
    }
}
