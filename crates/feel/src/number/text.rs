//! Numbers as they are written and read.

use super::{Decimal, TENS, WIDE};
use std::fmt::Formatter;
use std::str::FromStr;

/// What is no number as the language writes one, or has an exponent that none has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

impl FromStr for Decimal {
    type Err = NotANumber;

    /// `12`, `-0.5`, `.5`, `1.5e-3`; digits beyond what is kept are rounded.
    fn from_str(text: &str) -> Result<Decimal, NotANumber> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (plain, power) = match rest.split_once(['e', 'E']) {
            Some((plain, power)) => {
                let digits = power.trim_start_matches(['+', '-']);
                if power.len() - digits.len() > 1
                    || digits.is_empty()
                    || !digits.bytes().all(|byte| byte.is_ascii_digit())
                {
                    return Err(NotANumber);
                }
                (plain, power.parse::<i32>().map_err(|_| NotANumber)?)
            }
            None => (rest, 0),
        };
        let (mut coefficient, mut places, mut more) = (0u128, 0i64, false);
        let (mut point, mut any) = (false, false);
        for byte in plain.bytes() {
            match byte {
                b'.' if !point => point = true,
                b'0'..=b'9' => {
                    any = true;
                    if coefficient < TENS[WIDE as usize - 1] {
                        coefficient = coefficient * 10 + u128::from(byte - b'0');
                        places += i64::from(point);
                    } else {
                        more |= byte != b'0';
                        places -= i64::from(!point);
                    }
                }
                _ => return Err(NotANumber),
            }
        }
        let exponent = i32::try_from(i64::from(power) - places).map_err(|_| NotANumber)?;
        let found = Decimal::rounded(negative, coefficient, exponent.clamp(-20_000, 20_000), more);
        // Nothing is made of what is too small, either.
        let lost = found.is_beyond() || found.is_zero() && coefficient > 0;
        (any && !lost).then_some(found).ok_or(NotANumber)
    }
}

/// Digits that are written out before a power of ten says how large it is.
const WRITTEN_MAX: i32 = 60;

impl std::fmt::Display for Decimal {
    fn fmt(&self, to: &mut Formatter) -> std::fmt::Result {
        if self.is_beyond() {
            return to.write_str("null");
        }
        let (coefficient, exponent) = (self.coefficient().to_string(), self.exponent());
        to.write_str(if self.is_negative() { "-" } else { "" })?;
        let length = coefficient.len() as i32;
        if exponent > 0 && length + exponent > WRITTEN_MAX || -exponent > WRITTEN_MAX {
            let (first, rest) = coefficient.split_at(1);
            let rest = rest.trim_end_matches('0');
            let point = if rest.is_empty() { "" } else { "." };
            return write!(to, "{first}{point}{rest}E{:+}", exponent + length - 1);
        }
        match usize::try_from(-exponent) {
            Err(_) | Ok(0) => write!(to, "{coefficient}{}", "0".repeat(exponent.max(0) as usize)),
            Ok(places) => {
                let padded = format!("{coefficient:0>width$}", width = places + 1);
                let (whole, fraction) = padded.split_at(padded.len() - places);
                write!(to, "{whole}.{fraction}")
            }
        }
    }
}

impl std::fmt::Debug for Decimal {
    fn fmt(&self, to: &mut Formatter) -> std::fmt::Result {
        write!(to, "{self}")
    }
}
