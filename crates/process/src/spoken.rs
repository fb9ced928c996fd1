//! Amounts of time in words: `4 giờ 30 phút`, `01 (một) ngày`, `2 ngày rưỡi`, `half a day`.

use crate::time::{DAY, HOUR};

/// The units, the longest of those that begin alike first.
const UNITS: [(&str, u32); 36] = [
    ("ngày công", DAY),
    ("ngày", DAY),
    ("ngay", DAY),
    ("working days", DAY),
    ("working day", DAY),
    ("business days", DAY),
    ("business day", DAY),
    ("days", DAY),
    ("day", DAY),
    // Morning or afternoon.
    ("buổi", DAY / 2),
    ("giờ", HOUR),
    ("gio", HOUR),
    ("tiếng", HOUR),
    ("working hours", HOUR),
    ("working hour", HOUR),
    ("hours", HOUR),
    ("hour", HOUR),
    ("hrs", HOUR),
    ("hr", HOUR),
    ("phút", 1),
    ("phut", 1),
    ("minutes", 1),
    ("minute", 1),
    ("mins", 1),
    ("min", 1),
    ("tuần", 5 * DAY),
    ("tuan", 5 * DAY),
    ("working weeks", 5 * DAY),
    ("working week", 5 * DAY),
    ("weeks", 5 * DAY),
    ("week", 5 * DAY),
    ("d", DAY),
    ("h", HOUR),
    ("p", 1),
    ("m", 1),
    ("'", 1),
];

/// What stands before an amount that is a limit.
const LIMITS: [&str; 13] = [
    "không quá",
    "tối đa",
    "nhiều nhất",
    "chậm nhất",
    "trong vòng",
    "trong thời hạn",
    "trong",
    "≤",
    "<=",
    "within",
    "at most",
    "no more than",
    "up to",
];

/// What stands before the moment it is counted from: a step is counted from where it begins.
const SINCE: [&str; 5] = [" kể từ ", " tính từ ", " from ", " after ", " since "];

/// What may stand behind a unit, also in brackets, and only says what it is.
const KINDS: [&str; 7] =
    ["làm việc", "lam viec", "hành chính", "giờ hành chính", "theo giờ hành chính", "working", "business"];

/// The minutes of an amount in small letters.
pub(crate) fn minutes(text: &str) -> Option<f64> {
    let mut rest = text.trim();
    if let Some(limited) = LIMITS.iter().find_map(|limit| rest.strip_prefix(limit)) {
        rest = limited.trim_start_matches([' ', ':']);
    }
    if let Some(since) = SINCE.iter().filter_map(|since| rest.find(since)).min() {
        rest = &rest[..since];
    }
    let (mut all, mut last) = (0.0, None);
    loop {
        rest = between(rest, last.is_some());
        if rest.is_empty() {
            return last.map(|_| all);
        }
        if let Some((inside, behind)) = bracket(rest) {
            // The same again in another unit.
            let again = minutes(inside);
            let same = |amount: f64| again.is_some_and(|again| (again - amount).abs() < 0.5);
            if !(same(all) || last.is_some_and(same) || last.is_some() && KINDS.contains(&inside)) {
                return None;
            }
            rest = behind;
            continue;
        }
        let (amount, behind) = amount(rest)?;
        let (length, behind) = match unit(behind) {
            Some(found) => found,
            // `8h30`
            None if last.is_some_and(|last| last % 60.0 == 0.0) && amount < 60.0 && behind.is_empty() => {
                rest.bytes().all(|byte| byte.is_ascii_digit()).then_some((1, behind))?
            }
            None => return None,
        };
        let (half, behind) = match behind.trim_start().strip_prefix("rưỡi") {
            Some(behind) => (0.5, behind),
            None => (0.0, behind),
        };
        let amount = (amount + half) * f64::from(length);
        all += amount;
        last = Some(amount);
        rest = behind;
    }
}

/// What stands between two amounts is passed over.
fn between(text: &str, after: bool) -> &str {
    let mut rest = text.trim_start();
    if !after {
        return rest;
    }
    loop {
        let signs = rest.trim_start_matches([',', ';', '.', '+', ' ']);
        let words = ["và ", "and "].iter().find_map(|word| signs.strip_prefix(word)).unwrap_or(signs);
        if words.len() == rest.len() {
            return rest;
        }
        rest = words;
    }
}

fn bracket(text: &str) -> Option<(&str, &str)> {
    let (inside, behind) = text.strip_prefix('(')?.split_once(')')?;
    Some((inside.trim(), behind))
}

fn unit(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    UNITS.iter().find_map(|(unit, length)| {
        let behind = text.strip_prefix(unit)?;
        let ends = !behind.starts_with(char::is_alphabetic);
        ends.then_some((*length, of_a_kind(behind)))
    })
}

/// What follows the words that only say what is counted, and what `2 ngày` means without them.
fn of_a_kind(text: &str) -> &str {
    let kind = |kind: &&str| {
        let behind = text.trim_start().strip_prefix(kind)?;
        (!behind.starts_with(char::is_alphanumeric)).then_some(behind)
    };
    KINDS.iter().find_map(kind).unwrap_or(text)
}

/// A number in figures, in words, or in both, and what follows it.
fn amount(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|letter| !is_of_a_number(letter)).unwrap_or(text.len());
    if end == 0 {
        let (amount, rest) = spoken(text)?;
        // `hai (02) ngày`: in figures again.
        return match bracket(rest.trim_start()) {
            Some((inside, behind)) => {
                let again = inside.chars().all(is_of_a_number).then(|| number(inside))?;
                again.filter(|again| (again - amount).abs() < 1e-9).map(|amount| (amount, behind))
            }
            None => Some((amount, rest)),
        };
    }
    let (mut amount, mut rest) = (number(&text[..end])?, text[end..].trim_start());
    // `1 ½`, `1 1/2`
    let end = rest.find(|letter| !is_of_a_number(letter)).unwrap_or(rest.len());
    if end > 0 {
        let more = number(&rest[..end]).filter(|more| *more < 1.0 && amount.fract() == 0.0)?;
        (amount, rest) = (amount + more, rest[end..].trim_start());
    }
    match bracket(rest) {
        // `01 (một) ngày`: in words again.
        Some((inside, behind)) => {
            let (again, left) = spoken(inside)?;
            (left.trim().is_empty() && (again - amount).abs() < 1e-9).then_some((amount, behind))
        }
        None => Some((amount, rest)),
    }
}

/// A number in words at the beginning of a text, and what follows it.
fn spoken(text: &str) -> Option<(f64, &str)> {
    for (words, amount) in [("nửa", 0.5), ("half a", 0.5), ("half", 0.5), ("một phần hai", 0.5)] {
        if let Some(rest) = text.strip_prefix(words).filter(|rest| !rest.starts_with(char::is_alphabetic)) {
            return Some((amount, rest));
        }
    }
    let mut rest = text;
    let mut figures: Vec<SpokenWord> = Vec::new();
    loop {
        let next = rest.trim_start();
        let end = next.find(|letter: char| !letter.is_alphabetic()).unwrap_or(next.len());
        match word(&next[..end]) {
            Some(figure) => figures.push(figure),
            None => break,
        }
        rest = &next[end..];
    }
    Some((whole(&figures)?, rest))
}

#[derive(Clone, Copy, PartialEq)]
enum SpokenWord {
    Figure(u32),
    /// `mười`, and what is English for more than nine.
    Ten(u32),
    /// `mươi`, after a figure.
    Tens,
    Point,
}

fn word(text: &str) -> Option<SpokenWord> {
    Some(match text {
        "không" | "zero" => SpokenWord::Figure(0),
        "một" | "mốt" | "one" | "a" | "an" => SpokenWord::Figure(1),
        "hai" | "two" => SpokenWord::Figure(2),
        "ba" | "three" => SpokenWord::Figure(3),
        "bốn" | "tư" | "four" => SpokenWord::Figure(4),
        "năm" | "lăm" | "nhăm" | "five" => SpokenWord::Figure(5),
        "sáu" | "six" => SpokenWord::Figure(6),
        "bảy" | "bẩy" | "seven" => SpokenWord::Figure(7),
        "tám" | "eight" => SpokenWord::Figure(8),
        "chín" | "nine" => SpokenWord::Figure(9),
        "mười" | "ten" => SpokenWord::Ten(10),
        "eleven" => SpokenWord::Ten(11),
        "twelve" => SpokenWord::Ten(12),
        "fifteen" => SpokenWord::Ten(15),
        "twenty" => SpokenWord::Ten(20),
        "thirty" => SpokenWord::Ten(30),
        "forty" => SpokenWord::Ten(40),
        "sixty" => SpokenWord::Ten(60),
        "mươi" => SpokenWord::Tens,
        "phẩy" => SpokenWord::Point,
        _ => return None,
    })
}

fn whole(words: &[SpokenWord]) -> Option<f64> {
    let number = match words {
        [SpokenWord::Figure(figure)] => *figure,
        [SpokenWord::Ten(ten)] => *ten,
        [SpokenWord::Ten(ten), SpokenWord::Figure(figure)] if ten % 10 == 0 => ten + figure,
        [SpokenWord::Figure(tens), SpokenWord::Tens] => tens * 10,
        [SpokenWord::Figure(tens), SpokenWord::Tens, SpokenWord::Figure(figure)] => tens * 10 + figure,
        [SpokenWord::Figure(whole), SpokenWord::Point, SpokenWord::Figure(tenths)] => {
            return Some(f64::from(*whole) + f64::from(*tenths) / 10.0);
        }
        _ => return None,
    };
    Some(f64::from(number))
}

fn is_of_a_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',' | '/') || share(letter).is_some()
}

/// The letters for parts of one.
fn share(letter: char) -> Option<f64> {
    Some(match letter {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        _ => return None,
    })
}

/// Into how many parts people cut a day.
const SHARES_MAX: u32 = 10;

/// `0,5`, `1.5`, `1/2`, `1½`.
fn number(text: &str) -> Option<f64> {
    if let Some(share) = text.chars().last().and_then(share) {
        let whole = text.trim_end_matches(|letter: char| !letter.is_ascii());
        let more = text.chars().count() - whole.chars().count();
        return match whole {
            "" => Some(share),
            whole => whole.parse::<u32>().ok().map(|whole| f64::from(whole) + share),
        }
        .filter(|_| more == 1);
    }
    match text.split_once('/') {
        Some((above, below)) => {
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let (above, below): (u32, u32) =
                (digits(above).then(|| above.parse().ok())??, digits(below).then(|| below.parse().ok())??);
            // `1/2025` is a month, and `24/12` a day.
            let is_share = (2..=SHARES_MAX).contains(&below) && above < 10 * below;
            is_share.then(|| f64::from(above) / f64::from(below))
        }
        None => {
            let number = forms::number::Number::read(text, "")?;
            number.to_string().parse().ok()
        }
    }
}
