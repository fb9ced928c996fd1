//! Numbers and money as people write them in Viet Nam and elsewhere: `1.250`, `1,250`, `1 250`, `95,5`, `1.250,5`, `80 triệu`.
//! A sign is never dropped: what is no number is told, not mended.

use crate::{Language, tidy};
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// As many decimals as a question may ask for: a place on the ground has no more.
pub const DECIMALS_MAX: usize = 6;
/// An amount of money has no more behind its sign.
const CENTS: usize = 2;

/// More than a state spends in a year, and little enough to be added up.
const MONEY_MAX: u64 = 10_000_000_000_000_000;

/// How units are written, the first being how they are shown.
const UNITS: [&[&str]; 8] = [
    &["m²", "mét vuông", "m vuông", "square metres", "square meters", "sqm"],
    &["m³", "mét khối", "m khối", "cubic metres", "cubic meters"],
    &["m", "mét", "metres", "meters"],
    &["km", "ki-lô-mét", "kilometres", "kilometers"],
    &["ha", "héc-ta", "hecta", "hectares"],
    &["kg", "ki-lô-gam", "kilograms"],
    &["tấn", "tonnes", "tons"],
    &["%"],
];

/// The words of đồng, longer ones first.
pub const DONG: [&str; 6] = ["đồng", "dong", "vnđ", "vnd", "đ", "₫"];

/// Words that multiply.
const SCALES: [(&str, u32); 14] = [
    ("nghìn", 3),
    ("ngàn", 3),
    ("nghin", 3),
    ("ngan", 3),
    ("thousand", 3),
    ("triệu", 6),
    ("trieu", 6),
    ("million", 6),
    ("tr", 6),
    ("tỷ", 9),
    ("tỉ", 9),
    ("ty", 9),
    ("ti", 9),
    ("billion", 9),
];

/// A number as written, in digits: `1250` and `5` of `1.250,50`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub negative: bool,
    /// Without zeros before it, but never empty.
    pub whole: String,
    /// Without zeros behind it; empty where it is whole.
    pub decimals: String,
}

impl Number {
    /// Reads a number that stands alone, or with a unit that is known to be meant. One sign before three digits parts
    /// thousands.
    pub fn read(typed: &str, unit: &str) -> Option<Number> {
        Number::split_by(typed, unit, split)
    }

    /// The other reading of a number with one sign before three digits: that sign is the decimal one.
    pub fn read_as_decimals(typed: &str, unit: &str) -> Option<Number> {
        Number::split_by(typed, unit, |number| {
            let (whole, decimals) = number.split_once(['.', ','])?;
            let unsure = thousands(number).is_some() && is_digits(whole) && is_digits(decimals);
            unsure.then(|| (whole.to_string(), decimals))
        })
    }

    fn split_by(
        typed: &str,
        unit: &str,
        split: impl for<'t> Fn(&'t str) -> Option<(String, &'t str)>,
    ) -> Option<Number> {
        let typed = plain(&tidy(typed));
        let end = typed.find(|letter: char| !is_of_a_number(letter)).unwrap_or(typed.len());
        let (number, named) = typed.split_at(end);
        if !named.is_empty() && !is_unit(named, unit) {
            return None;
        }
        let number = number.trim();
        let (negative, number) = match number.strip_prefix('-') {
            Some(rest) => (true, rest.trim_start()),
            None => (false, number),
        };
        let (whole, decimals) = split(number)?;
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole }.to_string();
        let decimals = decimals.trim_end_matches('0').to_string();
        let negative = negative && (whole != "0" || !decimals.is_empty());
        Some(Number { negative, whole, decimals })
    }

    pub fn is_whole(&self) -> bool {
        self.decimals.is_empty()
    }

    /// Whether it lies within bounds, both included.
    pub fn is_within(&self, min: i64, max: i64) -> bool {
        let Ok(whole) = self.whole.parse::<i64>() else { return false };
        let (low, high) = if self.is_whole() { (whole, whole) } else { (whole, whole.saturating_add(1)) };
        if self.negative { -high >= min && -low <= max } else { low >= min && high <= max }
    }

    /// As it is typed so that nobody takes thousands for decimals, or these for those.
    pub(crate) fn unmistakable(&self, language: Language) -> String {
        self.to_string().replace('.', language.pick(",", "."))
    }
}

/// As it is kept, and read again: `1250`, `-95.5`, and `12.1250`, since `12.125` may be thousands.
impl std::fmt::Display for Number {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        let point = if self.is_whole() { "" } else { "." };
        let unsure = self.decimals.len() == 3 && self.whole.len() <= 3 && self.whole != "0";
        let zero = if unsure { "0" } else { "" };
        write!(to, "{sign}{}{point}{}{zero}", self.whole, self.decimals)
    }
}

/// A whole number within bounds: how many, how long.
pub fn whole(typed: &str, bounds: RangeInclusive<u32>) -> Option<u32> {
    let number = Number::read(typed, "").filter(|number| number.is_whole() && !number.negative)?;
    number.whole.parse().ok().filter(|number| bounds.contains(number))
}

/// An amount of whole đồng. What is in another currency, a range, a rate or a share of something is no amount.
pub fn money(typed: &str) -> Option<u64> {
    let typed = plain(&tidy(typed)).to_lowercase();
    let mut rest = without_dong(&typed);
    let mut amount: u64 = 0;
    let mut before = None;
    loop {
        let end = rest.find(|letter: char| !is_of_a_number(letter)).unwrap_or(rest.len());
        let number = rest[..end].trim();
        let word = rest[end..].trim_start();
        let (zeros, after) = match word {
            "" => (0, ""),
            word => SCALES.iter().find_map(|(name, zeros)| {
                let after = word.strip_prefix(name)?;
                (!after.starts_with(char::is_alphabetic)).then_some((*zeros, after.trim_start()))
            })?,
        };
        // `1 tỷ 200`: of what is not said.
        if number.starts_with('-') || before.is_some_and(|before| before <= zeros || zeros == 0) {
            return None;
        }
        amount = amount.checked_add(whole_dong(number, zeros)?)?;
        if after.is_empty() {
            return Some(amount).filter(|amount| *amount <= MONEY_MAX);
        }
        (rest, before) = (after, Some(zeros));
    }
}

/// A number times ten to the power of `zeros`, where that is whole.
fn whole_dong(number: &str, zeros: u32) -> Option<u64> {
    let (whole, decimals) = split(number)?;
    // `1,250 triệu` is read both ways, and `1,000.000` is a slip.
    let unsure = if zeros > 0 { is_unsure(number) } else { decimals.len() > CENTS };
    let decimals = decimals.trim_end_matches('0');
    let missing = (zeros as usize).checked_sub(decimals.len()).filter(|_| !unsure)?;
    format!("{whole}{decimals}{}", "0".repeat(missing)).parse().ok()
}

/// Whether one comma stands before three digits.
fn is_unsure(number: &str) -> bool {
    number.matches(',').count() == 1
        && !number.contains(['.', ' '])
        && number.rsplit(',').next().is_some_and(|last| last.len() == 3)
}

fn without_dong(typed: &str) -> &str {
    let mut rest = typed.trim();
    loop {
        let before = rest;
        for word in DONG {
            rest = rest.strip_suffix(word).unwrap_or(rest).trim();
            rest = rest.strip_prefix(word).unwrap_or(rest).trim();
        }
        if rest == before {
            return rest;
        }
    }
}

/// What is kept as [`Number`] is written in a language: `1250`, `12.500`, `95,5`. Four digits may be a year.
pub fn number_in_words(kept: &str, language: Language) -> String {
    let (whole, decimals) = kept.split_once('.').unwrap_or((kept, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    if !is_digits(digits) || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return kept.to_string();
    }
    let whole = if digits.len() > 4 { language.grouped(digits) } else { digits.to_string() };
    let point = if decimals.is_empty() { "" } else { language.pick(",", ".") };
    format!("{sign}{whole}{point}{decimals}")
}

fn is_of_a_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, ' ' | '.' | ',' | '-')
}

/// Digits of any script and the signs that go with them, as those of ours.
fn plain(typed: &str) -> String {
    let sign = |letter: char| match letter {
        '٫' => '.',
        '٬' | '،' => ',',
        letter => letter,
    };
    typed::plain(&typed.chars().map(sign).collect::<String>())
}

/// The digits before the decimal sign and those behind it. One sign before three digits parts thousands.
fn split(number: &str) -> Option<(String, &str)> {
    let last = number.rfind([' ', '.', ',']);
    let Some(last) = last else { return is_digits(number).then(|| (number.to_string(), "")) };
    if let Some(whole) = thousands(number) {
        return Some((whole, ""));
    }
    let (whole, decimals) = (&number[..last], &number[last + 1..]);
    let sign = number[last..].chars().next()?;
    let whole = if is_digits(whole) { Some(whole.to_string()) } else { thousands(whole) };
    let apart = sign != ' ' && is_digits(decimals) && number.matches(sign).count() == 1;
    Some((whole.filter(|_| apart)?, decimals))
}

/// Digits in groups of three with one kind of sign between them, without those signs.
fn thousands(number: &str) -> Option<String> {
    let sign = number.chars().find(|letter| !letter.is_ascii_digit())?;
    let groups: Vec<&str> = number.split(sign).collect();
    let (first, others) = groups.split_first()?;
    let right = is_digits(first)
        && first.len() <= 3
        && !first.starts_with('0')
        && others.iter().all(|group| is_digits(group) && group.len() == 3);
    right.then(|| groups.concat())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_unit(written: &str, unit: &str) -> bool {
    let plain = |text: &str| -> String {
        typed::plain(text)
            .chars()
            .flat_map(char::to_lowercase)
            .filter(|letter| !matches!(letter, ' ' | '^' | '.'))
            .map(|letter| match letter {
                '²' => '2',
                '³' => '3',
                other => other,
            })
            .collect()
    };
    let written = plain(written);
    let alike = UNITS.iter().find(|names| plain(names[0]) == plain(unit));
    let names: Cow<[&str]> = alike.map_or(Cow::Owned(vec![unit]), |names| Cow::Borrowed(*names));
    !unit.is_empty() && names.iter().any(|name| plain(name) == written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_signs() {
        let read = |typed: &str| Number::read(typed, "m²").map(|number| number.to_string());
        for (typed, expected) in [
            ("95", "95"),
            ("95,5", "95.5"),
            ("95.5", "95.5"),
            ("95,50", "95.5"),
            ("12.5", "12.5"),
            ("120,75", "120.75"),
            ("1.250,5", "1250.5"),
            ("1,250.5", "1250.5"),
            ("1 250,5", "1250.5"),
            ("1250,5", "1250.5"),
            ("1.250", "1250"),
            ("1,250", "1250"),
            ("1 250 000", "1250000"),
            ("1\u{a0}250", "1250"),
            ("1.250.000", "1250000"),
            ("0,9", "0.9"),
            ("0,125", "0.125"),
            ("007", "7"),
            ("-95", "-95"),
            ("−95,5", "-95.5"),
            ("-0", "0"),
            ("95 m2", "95"),
            ("95m²", "95"),
            ("95,5 M2", "95.5"),
            ("95 mét vuông", "95"),
            ("٩٥", "95"),
            ("٩٥٫٥", "95.5"),
            ("١٬٢٥٠٫٥", "1250.5"),
            ("९५", "95"),
            ("９５．５", "95.5"),
            ("95㎡", "95"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(expected), "{typed}");
        }
        for wrong in [
            "",
            "abc",
            "1e3",
            "1.2.3",
            "1..5",
            "95.",
            ",5",
            "12 5",
            "1.25.000",
            "+95",
            "95-",
            "9-5",
            "10²",
            "①",
            "95 ha",
            "95 m3",
            "½",
            "95 %",
            "1.250.5",
            "1 250.5.5",
            "0.500.000",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(Number::read("95 m2", ""), None, "a unit nobody asked for");
    }

    #[test]
    fn three_digits_behind_one_sign_may_be_decimals() {
        let other = |typed: &str| Number::read_as_decimals(typed, "m³").map(|number| number.to_string());
        for (typed, expected) in
            [("12,125", "12.1250"), ("12.125 m3", "12.1250"), ("-1,250", "-1.25"), ("1.000", "1")]
        {
            assert_eq!(other(typed).as_deref(), Some(expected), "{typed}");
        }
        for sure in ["0,125", "12,5", "12,1250", "1250,125", "1.250.000", "1 250", "1.250,125", "12"] {
            assert_eq!(other(sure), None, "{sure}");
        }
    }

    #[test]
    fn bounds_hold_for_decimals_too() {
        let within = |typed: &str, min, max| Number::read(typed, "").unwrap().is_within(min, max);
        assert!(within("1", 1, 9) && within("9", 1, 9) && within("8,9", 1, 9) && within("-0,5", -1, 0));
        assert!(!within("0,9", 1, 9) && !within("9,1", 1, 9) && !within("-0,5", 0, 9));
        assert!(!within("99999999999999999999", 0, i64::MAX));
    }

    #[test]
    fn money_is_whole_dong() {
        for (typed, expected) in [
            ("80.000.000 đ", 80_000_000),
            ("80.000.000đ", 80_000_000),
            ("80.000.000 VND", 80_000_000),
            ("80.000.000 vnd", 80_000_000),
            ("80.000.000 VNĐ", 80_000_000),
            ("80.000.000 Đồng", 80_000_000),
            ("VND 80,000,000", 80_000_000),
            ("₫80.000.000", 80_000_000),
            ("80 triệu", 80_000_000),
            ("80 Triệu đồng", 80_000_000),
            ("1,5 triệu", 1_500_000),
            ("1.5 triệu", 1_500_000),
            ("1 triệu 500 nghìn", 1_500_000),
            ("500 ngàn", 500_000),
            ("1,25 tỷ đồng", 1_250_000_000),
            ("2 tỉ", 2_000_000_000),
            ("80.000.000,00", 80_000_000),
            ("80.000.000,00 đồng", 80_000_000),
            ("100000.00", 100_000),
            ("100000.0", 100_000),
            ("50.000,00", 50_000),
            ("1 234 500", 1_234_500),
            ("0", 0),
        ] {
            assert_eq!(money(typed), Some(expected), "{typed}");
        }
        for wrong in [
            "",
            "đ",
            "25 USD",
            "$25",
            "25 €",
            "8.000 - 15.000",
            "8.000-15.000",
            "0,5 %",
            "-5",
            "1.5",
            "1.50",
            "1,000.000",
            "1..000",
            "50k",
            ".500",
            "50.000 đồng/bản",
            "1,250 triệu",
            "1,2345678 triệu",
            "1 tỷ 200",
            "1 nghìn 2 triệu",
            "triệu",
            "8.000 hoặc 15.000",
            "99999999999999999999",
            "1e5",
        ] {
            assert_eq!(money(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_is_written_as_the_language_does() {
        let both = |kept: &str| {
            [Language::Vietnamese, Language::English].map(|language| number_in_words(kept, language))
        };
        assert_eq!(both("95.5"), ["95,5", "95.5"]);
        assert_eq!(both("2026"), ["2026", "2026"]);
        assert_eq!(both("-12500.25"), ["-12.500,25", "-12,500.25"]);
        assert_eq!(both("12.1250"), ["12,1250", "12.1250"]);
        assert_eq!(both("0.125"), ["0,125", "0.125"]);
        for kept in [
            "95.5",
            "-12500.25",
            "1234567",
            "2026",
            "0.5",
            "12.1250",
            "-1.0010",
            "1250.125",
            "0.125",
            "12500.125",
        ] {
            for written in both(kept) {
                assert_eq!(Number::read(&written, "").unwrap().to_string(), kept, "{written}");
            }
        }
    }

    #[test]
    fn a_count_is_whole_and_within_bounds() {
        assert_eq!(whole("05", 0..=99), Some(5));
        assert_eq!(whole("1.250", 1..=2_000), Some(1_250));
        for wrong in ["", "abc", "1,5", "1.5", "-1", "100", "1 2"] {
            assert_eq!(whole(wrong, 0..=99), None, "{wrong}");
        }
    }
}
