//! Powers, roots, logarithms. Whole powers are worked out, all else is right but for its last digits.

use super::{Decimal, EXPONENT_MAX, digits};
use std::str::FromStr;

/// The natural logarithm of ten.
const LN_TEN: Decimal = Decimal::of(false, 2_302_585_092_994_045_684_017_991_454_684_364, -33);

/// Nothing larger has a power of `e`, and nothing smaller one that is told from zero.
const EXPONENT_OF_E: i64 = 15_000;

impl Decimal {
    /// A number as the machine has it, for a beginning.
    fn near(number: f64) -> Decimal {
        Decimal::from_str(&format!("{number:e}")).unwrap_or_default()
    }

    /// Its first digits as a number between one and ten, and the power of ten it is to be taken by.
    fn first(self) -> (Decimal, i32) {
        let power = self.exponent() + digits(self.coefficient()) as i32 - 1;
        (Decimal::of(false, self.coefficient(), self.exponent() - power), power)
    }

    fn times_ten_to(self, power: i32) -> Decimal {
        Decimal::rounded(self.is_negative(), self.coefficient(), self.exponent().saturating_add(power), false)
    }

    fn machine(self) -> f64 {
        self.to_string().parse().unwrap_or_default()
    }

    /// Nothing where zero is taken by less than nothing.
    pub(crate) fn powi(self, power: i64) -> Option<Decimal> {
        if power < 0 && self.is_zero() {
            return None;
        }
        let (mut base, mut left, mut found) = (self, power.unsigned_abs(), Decimal::ONE);
        while left > 0 {
            if left % 2 == 1 {
                found = found * base;
            }
            left /= 2;
            if left > 0 {
                base = base * base;
            }
        }
        match power < 0 {
            false => Some(found),
            // One part of what is beyond all numbers is none, and of none it is beyond.
            true if found.is_beyond() => Some(Decimal::ZERO),
            true => Some(Decimal::ONE.checked_div(found).unwrap_or(Decimal::BEYOND)),
        }
    }

    /// Nothing of what is less than zero.
    pub(crate) fn sqrt(self) -> Option<Decimal> {
        if self.is_beyond() || self.is_zero() {
            return Some(self);
        }
        if self.is_negative() {
            return None;
        }
        let (mut first, mut power) = self.first();
        if power % 2 != 0 {
            (first, power) = (first * Decimal::TEN, power - 1);
        }
        let mut root = Decimal::near(first.machine().sqrt());
        for _ in 0..3 {
            root = (root + first.checked_div(root)?).checked_div(Decimal::TWO)?;
        }
        Some(root.times_ten_to(power / 2).normalize())
    }

    pub(crate) fn exp(self) -> Decimal {
        if self.is_beyond() || self > Decimal::from(EXPONENT_OF_E) {
            return Decimal::BEYOND;
        }
        if self < Decimal::from(-EXPONENT_OF_E) {
            return Decimal::ZERO;
        }
        // By powers of ten, and the rest by the sum of its powers, halved often enough to be a short one.
        let power = (self.machine() / std::f64::consts::LN_10).round() as i32;
        const HALVED: u32 = 5;
        let small = (self - LN_TEN * Decimal::from(power)) * Decimal::of(false, 3_125, -5);
        let (mut sum, mut term) = (Decimal::ONE, Decimal::ONE);
        for place in 1..40i64 {
            term = (term * small).checked_div(Decimal::from(place)).unwrap_or_default();
            let next = sum + term;
            if next == sum {
                break;
            }
            sum = next;
        }
        (0..HALVED).fold(sum, |sum, _| sum * sum).times_ten_to(power)
    }

    /// Nothing of what is no more than zero.
    pub(crate) fn ln(self) -> Option<Decimal> {
        if self.is_beyond() {
            return Some(self);
        }
        if self.is_zero() || self.is_negative() {
            return None;
        }
        let (first, power) = self.first();
        let near = Decimal::near(first.machine().ln());
        let there = near.exp();
        let apart = (first - there).checked_div(first + there)?;
        Some(near + apart * Decimal::TWO + LN_TEN * Decimal::from(power))
    }

    /// To a power that is not whole, of what is not less than zero.
    pub(crate) fn powd(self, power: Decimal) -> Option<Decimal> {
        if self.is_zero() {
            return (!power.is_negative()).then_some(Decimal::ZERO);
        }
        Some((self.ln()? * power).exp())
    }
}

const _: () = assert!(EXPONENT_MAX < EXPONENT_OF_E as i32);
