//! Folding: the key under which names are searched and sorted, the same bytes on both engines.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Small letters without marks, đ as d, single blanks: `Đặng  Thị Hà` → `dang thi ha`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'đ' => folded.push('d'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_the_crossed_d_fold_away() {
        assert_eq!(fold("  Đặng  Thị-Hà "), "dang thi ha");
        assert_eq!(fold("Nguye\u{302}\u{303}n ĐƯỜNG"), "nguyen duong");
    }
}
