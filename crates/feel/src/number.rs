//! Numbers of the standard: decimals of 34 digits, as IEEE 754 names them (decimal128), rounded half to even.
//!
//! What is larger than any of them is [`Decimal::BEYOND`], and so is all that is worked out from it: the evaluator stops
//! there, so that nobody takes it for a value.

mod functions;
mod text;

pub use text::NotANumber;

use std::cmp::Ordering;

/// A coefficient of at most 34 digits, an exponent of ten, and a sign, in the bits of one number.
#[derive(Clone, Copy)]
pub struct Decimal(u128);

const DIGITS: u32 = 34;
const EXPONENT_MIN: i32 = -6176;
const EXPONENT_MAX: i32 = 6111;
/// Digits that an unsigned number of 128 bits always holds.
const WIDE: u32 = 38;

const COEFFICIENT_BITS: u32 = 113;
const SIGN: u128 = 1 << 127;
const COEFFICIENT: u128 = (1 << COEFFICIENT_BITS) - 1;
const EXPONENT_BITS: u128 = 0x3fff;

const TENS: [u128; 39] = {
    let mut tens = [1; 39];
    let mut place = 1;
    while place < 39 {
        tens[place] = tens[place - 1] * 10;
        place += 1;
    }
    tens
};

/// How what is dropped changes what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rounding {
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}

fn digits(number: u128) -> u32 {
    // Most are short, and those are counted faster.
    let log = u64::try_from(number).map_or_else(|_| number.checked_ilog10(), u64::checked_ilog10);
    log.map_or(0, |log| log + 1)
}

/// `dropped` of `unit`, and something more below it where `more`.
fn rounds_away(
    rounding: Rounding,
    negative: bool,
    kept: u128,
    dropped: u128,
    unit: u128,
    more: bool,
) -> bool {
    let half = (dropped.cmp(&(unit / 2))).then(if more { Ordering::Greater } else { Ordering::Equal });
    let any = dropped > 0 || more;
    match rounding {
        Rounding::HalfEven => half.is_gt() || half.is_eq() && kept % 2 == 1,
        Rounding::HalfUp => half.is_ge(),
        Rounding::HalfDown => half.is_gt(),
        Rounding::Up => any,
        Rounding::Down => false,
        Rounding::Floor => any && negative,
        Rounding::Ceiling => any && !negative,
    }
}

impl Decimal {
    /// More digits than these no number has.
    pub const DIGITS_MAX: usize = DIGITS as usize;
    pub const ZERO: Decimal = Decimal::of(false, 0, 0);
    pub const ONE: Decimal = Decimal::of(false, 1, 0);
    pub const TWO: Decimal = Decimal::of(false, 2, 0);
    pub const TEN: Decimal = Decimal::of(false, 10, 0);
    /// What is too large to be a number.
    pub const BEYOND: Decimal = Decimal(EXPONENT_BITS << COEFFICIENT_BITS);

    const fn of(negative: bool, coefficient: u128, exponent: i32) -> Decimal {
        let bits = coefficient | (((exponent - EXPONENT_MIN) as u128) << COEFFICIENT_BITS);
        Decimal(if negative { bits | SIGN } else { bits })
    }

    /// Whole units of some decimal places.
    pub const fn new(units: i64, places: u32) -> Decimal {
        Decimal::of(units < 0, units.unsigned_abs() as u128, -(places as i32))
    }

    const fn coefficient(self) -> u128 {
        self.0 & COEFFICIENT
    }

    const fn exponent(self) -> i32 {
        ((self.0 >> COEFFICIENT_BITS) & EXPONENT_BITS) as i32 + EXPONENT_MIN
    }

    pub const fn is_beyond(self) -> bool {
        (self.0 >> COEFFICIENT_BITS) & EXPONENT_BITS == EXPONENT_BITS
    }

    pub const fn is_zero(self) -> bool {
        self.coefficient() == 0 && !self.is_beyond()
    }

    pub const fn is_negative(self) -> bool {
        self.0 & SIGN != 0 && self.coefficient() != 0
    }

    /// A number of any coefficient and exponent, rounded to what is kept; something more is below it where `more`.
    fn rounded(negative: bool, coefficient: u128, exponent: i32, more: bool) -> Decimal {
        if coefficient < TENS[DIGITS as usize] && !more && (EXPONENT_MIN..=EXPONENT_MAX).contains(&exponent) {
            return Decimal::of(negative, coefficient, exponent);
        }
        let (mut coefficient, mut exponent) = (coefficient, exponent);
        let over = digits(coefficient).saturating_sub(DIGITS) as i32;
        let drop = over.max(EXPONENT_MIN.saturating_sub(exponent));
        if drop > 0 {
            if drop > WIDE as i32 {
                return Decimal::ZERO;
            }
            let unit = TENS[drop as usize];
            let (kept, dropped) = (coefficient / unit, coefficient % unit);
            let away = rounds_away(Rounding::HalfEven, negative, kept, dropped, unit, more);
            (coefficient, exponent) = (kept + u128::from(away), exponent + drop);
            if coefficient == TENS[DIGITS as usize] {
                (coefficient, exponent) = (coefficient / 10, exponent + 1);
            }
        }
        if coefficient == 0 {
            return Decimal::ZERO;
        }
        if exponent > EXPONENT_MAX {
            let shift = (exponent - EXPONENT_MAX) as u32;
            if shift > DIGITS - digits(coefficient) {
                return Decimal::BEYOND;
            }
            (coefficient, exponent) = (coefficient * TENS[shift as usize], EXPONENT_MAX);
        }
        Decimal::of(negative, coefficient, exponent)
    }

    /// The same without zeros behind what it says.
    pub fn normalize(self) -> Decimal {
        if self.is_beyond() {
            return self;
        }
        let (mut coefficient, mut exponent) = (self.coefficient(), self.exponent());
        if coefficient == 0 {
            return Decimal::ZERO;
        }
        for step in [16u32, 8, 4, 2, 1, 1] {
            while coefficient.is_multiple_of(TENS[step as usize]) && exponent + step as i32 <= EXPONENT_MAX {
                (coefficient, exponent) = (coefficient / TENS[step as usize], exponent + step as i32);
            }
        }
        Decimal::of(self.is_negative(), coefficient, exponent)
    }

    pub fn abs(self) -> Decimal {
        Decimal(self.0 & !SIGN)
    }

    /// With so many decimal places, or with zeros before the point where there are less than none.
    pub(crate) fn round(self, places: i32, rounding: Rounding) -> Decimal {
        let drop = -self.exponent() - places;
        if self.is_beyond() || drop <= 0 {
            return self;
        }
        let (coefficient, negative) = (self.coefficient(), self.is_negative());
        let (kept, dropped, unit) = match TENS.get(drop as usize) {
            Some(unit) => (coefficient / unit, coefficient % unit, *unit),
            // Less than any half.
            None => (0, coefficient.min(1), u128::MAX),
        };
        let away = rounds_away(rounding, negative, kept, dropped, unit, false);
        Decimal::rounded(negative, kept + u128::from(away), -places, false)
    }

    /// Without its fraction.
    pub fn trunc(self) -> Decimal {
        self.round(0, Rounding::Down)
    }

    pub fn fract(self) -> Decimal {
        self - self.trunc()
    }

    pub fn is_integer(self) -> bool {
        self.exponent() >= 0 || self.trunc() == self
    }

    /// Nothing where it is divided by zero.
    pub fn checked_div(self, by: Decimal) -> Option<Decimal> {
        if self.is_beyond() || by.is_beyond() {
            return Some(Decimal::BEYOND);
        }
        let (divisor, negative) = (by.coefficient(), self.is_negative() != by.is_negative());
        let mut quotient = self.coefficient().checked_div(divisor)?;
        let mut rest = self.coefficient() % divisor;
        let mut exponent = self.exponent() - by.exponent();
        if rest == 0 {
            return Some(Decimal::rounded(negative, quotient, exponent, false));
        }
        while rest > 0 && quotient < TENS[DIGITS as usize] {
            let more = (WIDE - digits(rest)).min(WIDE - 1 - digits(quotient));
            let ten = TENS[more as usize];
            quotient = quotient * ten + rest * ten / divisor;
            rest = rest * ten % divisor;
            exponent -= more as i32;
        }
        let found = Decimal::rounded(negative, quotient, exponent, rest > 0);
        Some(if rest == 0 { found.normalize() } else { found })
    }

    /// What is left of it, with its sign; nothing where it is divided by zero.
    pub fn checked_rem(self, by: Decimal) -> Option<Decimal> {
        if self.is_beyond() || by.is_beyond() {
            return Some(Decimal::BEYOND);
        }
        let (own, divisor) = (self.coefficient(), by.coefficient());
        if divisor == 0 {
            return None;
        }
        let apart = self.exponent() - by.exponent();
        let (rest, exponent) = if apart >= 0 {
            let (mut rest, mut left) = (own % divisor, apart as u32);
            while left > 0 && rest > 0 {
                let more = (WIDE - digits(rest)).min(left);
                (rest, left) = (rest * TENS[more as usize] % divisor, left - more);
            }
            (rest, by.exponent())
        } else {
            let wide = TENS.get(apart.unsigned_abs() as usize).and_then(|ten| divisor.checked_mul(*ten));
            (wide.map_or(own, |wide| own % wide), self.exponent())
        };
        Some(Decimal::rounded(self.is_negative(), rest, exponent, false))
    }

    fn whole(self) -> Option<i128> {
        let whole = self.trunc();
        let size = match u32::try_from(whole.exponent()) {
            Ok(exponent) => whole.coefficient().checked_mul(*TENS.get(exponent as usize)?)?,
            Err(_) => whole.coefficient() / TENS.get(whole.exponent().unsigned_abs() as usize)?,
        };
        let size = i128::try_from(size).ok()?;
        Some(if self.is_negative() { -size } else { size })
    }
}

impl std::ops::Neg for Decimal {
    type Output = Decimal;

    fn neg(self) -> Decimal {
        if self.is_zero() { self } else { Decimal(self.0 ^ SIGN) }
    }
}

impl std::ops::Add for Decimal {
    type Output = Decimal;

    fn add(self, other: Decimal) -> Decimal {
        if self.is_beyond() || other.is_beyond() {
            return Decimal::BEYOND;
        }
        if self.exponent() == other.exponent() && self.is_negative() == other.is_negative() {
            let sum = self.coefficient() + other.coefficient();
            return Decimal::rounded(self.is_negative(), sum, self.exponent(), false);
        }
        let (high, low) = if self.exponent() >= other.exponent() { (self, other) } else { (other, self) };
        let apart = (high.exponent() - low.exponent()) as u32;
        if high.coefficient() == 0 {
            return low;
        }
        // The one of the higher exponent is made longer as far as there is room, the other shorter for the rest.
        let longer = apart.min(WIDE - 1 - digits(high.coefficient()));
        let shorter = apart - longer;
        let first = high.coefficient() * TENS[longer as usize];
        let (second, more) = match TENS.get(shorter as usize) {
            Some(unit) => (low.coefficient() / unit, !low.coefficient().is_multiple_of(*unit)),
            None => (0, low.coefficient() > 0),
        };
        let exponent = high.exponent() - longer as i32;
        if high.is_negative() == low.is_negative() {
            return Decimal::rounded(high.is_negative(), first + second, exponent, more);
        }
        match first.cmp(&second) {
            Ordering::Less => Decimal::rounded(low.is_negative(), second - first, exponent, more),
            // What is below makes it less.
            _ if more => Decimal::rounded(high.is_negative(), first - second - 1, exponent, true),
            _ => Decimal::rounded(high.is_negative(), first - second, exponent, false),
        }
    }
}

impl std::ops::Sub for Decimal {
    type Output = Decimal;

    fn sub(self, other: Decimal) -> Decimal {
        self + -other
    }
}

impl std::ops::Mul for Decimal {
    type Output = Decimal;

    fn mul(self, other: Decimal) -> Decimal {
        if self.is_beyond() || other.is_beyond() {
            return Decimal::BEYOND;
        }
        let (a, b) = (self.coefficient(), other.coefficient());
        let (negative, exponent) =
            (self.is_negative() != other.is_negative(), self.exponent() + other.exponent());
        if let Some(product) = a.checked_mul(b) {
            return Decimal::rounded(negative, product, exponent, false);
        }
        // In halves of 17 digits.
        let half = TENS[17];
        let (a1, a0, b1, b0) = (a / half, a % half, b / half, b % half);
        let middle = a1 * b0 + a0 * b1;
        let low = a0 * b0 + (middle % half) * half;
        let whole = TENS[DIGITS as usize];
        let (high, low) = (a1 * b1 + middle / half + low / whole, low % whole);
        let long = digits(high);
        let drop = (long + DIGITS).saturating_sub(WIDE);
        let unit = TENS[drop as usize];
        let kept = high * TENS[(DIGITS - drop) as usize] + low / unit;
        Decimal::rounded(negative, kept, exponent + drop as i32, !low.is_multiple_of(unit))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let sign = |one: &Decimal| match (one.is_beyond() || !one.is_zero(), one.0 & SIGN != 0) {
            (false, _) => 0,
            (true, negative) => {
                if negative {
                    -1
                } else {
                    1
                }
            }
        };
        let (own, others) = (sign(self), sign(other));
        if own != others || own == 0 {
            return own.cmp(&others);
        }
        let size = match (self.is_beyond(), other.is_beyond()) {
            (false, false) => sizes(*self, *other),
            (own, others) => own.cmp(&others),
        };
        if own < 0 { size.reverse() } else { size }
    }
}

/// The order of two without their signs, neither of them zero.
fn sizes(a: Decimal, b: Decimal) -> Ordering {
    if a.exponent() == b.exponent() {
        return a.coefficient().cmp(&b.coefficient());
    }
    let length = |one: Decimal| one.exponent() + digits(one.coefficient()) as i32;
    length(a).cmp(&length(b)).then_with(|| {
        // Of one length: both made as long as any is.
        let long = |one: Decimal| one.coefficient() * TENS[(DIGITS - digits(one.coefficient())) as usize];
        long(a).cmp(&long(b))
    })
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.normalize().0.hash(state);
    }
}

impl Default for Decimal {
    fn default() -> Decimal {
        Decimal::ZERO
    }
}

macro_rules! from_whole {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Decimal {
            fn from(whole: $kind) -> Decimal {
                let whole = whole as i128;
                Decimal::rounded(whole < 0, whole.unsigned_abs(), 0, false)
            }
        }

        impl TryFrom<Decimal> for $kind {
            type Error = NotANumber;

            /// Its whole part.
            fn try_from(number: Decimal) -> Result<$kind, NotANumber> {
                number.whole().and_then(|whole| <$kind>::try_from(whole).ok()).ok_or(NotANumber)
            }
        }
    )*};
}

from_whole!(i8, i16, i32, i64, i128, u8, u16, u32, u64, usize);
