//! What was typed, as words.

use crate::fold::fold;
use unicode_normalization::UnicodeNormalization;

/// One word: as typed in small letters, and folded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Word {
    /// With its accents; the same as `plain` when none were typed.
    pub typed: String,
    pub plain: String,
}

impl Word {
    pub fn accented(&self) -> bool {
        self.typed != self.plain
    }
}

/// The words of a text. Signs part words, but for what folding makes nothing of.
pub fn words(text: &str) -> Vec<Word> {
    let nothing = |letter: &char| typed::is_invisible(*letter) || typed::is_apostrophe(*letter);
    let composed: String =
        text.nfc().filter(|letter| !nothing(letter)).flat_map(char::to_lowercase).collect();
    composed
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|typed| Word { typed: same_tone_place(typed), plain: fold(typed) })
        .filter(|word| !word.plain.is_empty())
        .collect()
}

/// `hoá` and `hòa` are written with the tone on either vowel: one way for both.
fn same_tone_place(word: &str) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    match PAIRS.iter().find(|(modern, _)| word.ends_with(modern)) {
        Some((modern, old)) => word.replace(modern, old),
        None => word.to_string(),
    }
}

/// The digits of a procedure code or of its beginning, if that is what was typed: at least five digits, such as
/// `1.001193`, `1001193` or `1.00119`.
pub fn code_digits(text: &str) -> Option<String> {
    // `1 004859` is met as well.
    let joined: Vec<&str> = text.split_whitespace().collect();
    let apart = joined.windows(2).find(|two| {
        let digits =
            |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
        digits(two[0], 1) && digits(two[1], 6)
    });
    if let Some(two) = apart {
        return Some(two.concat());
    }
    text.split_whitespace()
        .map(|part| national(part).unwrap_or(part))
        .map(|part| part.trim_matches(|letter: char| !letter.is_ascii_digit()))
        .filter(|part| part.chars().all(|letter| letter.is_ascii_digit() || letter == '.' || letter == ','))
        .map(|part| part.chars().filter(char::is_ascii_digit).collect::<String>())
        .find(|digits| (5..=7).contains(&digits.len()))
}

/// The national code that a province's own begins with: `1.000494` of `1.000494.000.00.00.H29`.
fn national(part: &str) -> Option<&str> {
    let (code, rest) = part.split_at_checked(8)?;
    let (first, digits) = code.split_once('.')?;
    let all = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    (rest.starts_with('.') && first.len() == 1 && all(first) && all(digits)).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_small_letters_with_one_way_to_place_a_tone() {
        let typed = |text: &str| words(text).into_iter().map(|word| word.typed).collect::<Vec<_>>();
        assert_eq!(typed("Hoá đơn,  THỦY-sản"), ["hóa", "đơn", "thủy", "sản"]);
        assert_eq!(words("Đăng ký")[0].plain, "dang");
        assert!(!words("dang")[0].accented());
    }

    #[test]
    fn a_code_is_known_by_its_digits() {
        assert_eq!(code_digits("1.001193").as_deref(), Some("1001193"));
        assert_eq!(code_digits("thủ tục 1001193?").as_deref(), Some("1001193"));
        assert_eq!(code_digits("1.00119 khai sinh").as_deref(), Some("100119"));
        assert_eq!(code_digits("1 001193").as_deref(), Some("1001193"));
        assert_eq!(code_digits("1.000494.000.00.00.H29").as_deref(), Some("1000494"));
        assert_eq!(code_digits("thủ tục 1.000948.h38").as_deref(), Some("1000948"));
        assert_eq!(code_digits("lớp 6 năm 2026"), None);
    }
}
