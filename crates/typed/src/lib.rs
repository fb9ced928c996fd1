//! What comes from outside as text, brought into the one form everything else compares: composed letters, none that
//! cannot be seen, and in codes one kind of dash. Pure, and the only place where that is done.
//!
//! [`tidy`] is for words, [`one_line`] for words of one line, [`document`] for files, [`plain`] and [`code`] for what
//! is known by its letters and digits, [`key`] for logins and addresses, [`password`] for secrets.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Words: composed letters (NFC), no invisible ones, single blanks, none at the ends. Line breaks stay.
pub fn tidy(text: &str) -> String {
    let visible = text.nfc().filter(|&letter| letter == '\n' || !is_invisible(letter));
    let mut tidied = String::with_capacity(text.len());
    for letter in visible {
        match letter {
            '\n' => {
                tidied.truncate(tidied.trim_end_matches(' ').len());
                tidied.push('\n');
            }
            blank if blank.is_whitespace() => {
                if !tidied.ends_with([' ', '\n']) {
                    tidied.push(' ');
                }
            }
            letter => tidied.push(letter),
        }
    }
    tidied.trim().to_string()
}

/// The same on one line.
pub fn one_line(text: &str) -> String {
    tidy(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A document such as a drawing: composed, without the mark some programs put at the beginning.
pub fn document(text: &str) -> Cow<'_, str> {
    composed(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Letters whole, as one keyboard sends them, not in pieces, as another does (NFC). Nothing else is changed.
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// What is known by letters, digits and signs, such as a date or a number: one line, wide and joined letters as simple
/// ones (`０` as `0`), every dash as `-`, every apostrophe as `'`.
pub fn plain(text: &str) -> String {
    let simple = |letter: char| match letter {
        dash if is_dash(dash) => '-',
        sign if is_apostrophe(sign) => '\'',
        other => other,
    };
    // Signs first: as compatible letters some fall apart into a blank and a mark.
    let text: String = one_line(text).chars().map(simple).collect();
    one_line(&text.nfkc().map(simple).collect::<String>())
}

/// A code: as [`plain`], without blanks and without the sign that ends the sentence it was copied from.
pub fn code(text: &str) -> String {
    let joined: String = plain(text).chars().filter(|letter| !letter.is_whitespace()).collect();
    joined.trim_matches(['.', ',', ';', ':']).to_string()
}

/// What an account is found by, a login or an address: as [`plain`], in small letters.
pub fn key(text: &str) -> String {
    plain(text).to_lowercase()
}

/// A password as it is kept: composed, since one keyboard sends letters whole and another in pieces. Nothing else is
/// taken from it.
pub fn password(text: &str) -> String {
    text.nfc().collect()
}

/// A password in every form one of before may have been kept in: composed, as it was sent, in pieces. How many there are
/// is a matter of what was typed alone.
pub fn password_forms(text: &str) -> Vec<String> {
    let mut forms = vec![password(text)];
    for form in [text.to_string(), text.nfd().collect()] {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// Hyphens, dashes and the sign of a negative number, of whatever length.
pub fn is_dash(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{ad}' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// What stands for an apostrophe, or for the glottal stop of some names, on one keyboard or another.
pub fn is_apostrophe(letter: char) -> bool {
    matches!(letter,
        '\'' | '`' | '\u{b4}' | '\u{2b9}'..='\u{2bc}' | '\u{2c8}' | '\u{2ca}' | '\u{2cb}' | '\u{2018}'..='\u{201b}'
        | '\u{2032}' | '\u{2035}' | '\u{a78b}' | '\u{a78c}' | '\u{ff07}' | '\u{ff40}')
}

/// Control and formatting characters that a copy from elsewhere brings along.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_composed_and_blanks_are_single() {
        assert_eq!(tidy("  Nguye\u{302}\u{303}n\u{a0}\u{a0} A\u{200b}n \r\n x "), "Nguyễn An\nx");
        assert_eq!(one_line("\u{feff}Bước\nthực  hiện"), "Bước thực hiện");
        assert_eq!(document("\u{feff}da\u{323}t"), "dạt");
    }

    #[test]
    fn a_code_is_the_same_with_any_dash_and_as_part_of_a_sentence() {
        for typed in [
            "H99.33–260302–0001",
            "H99.33\u{2011}260302\u{2212}0001.",
            " H99.33-\u{200b}260302-0001\u{feff}",
            "Ｈ９９．３３－２６０３０２－０００１",
            "H99.33 - 260302 - 0001;",
        ] {
            assert_eq!(code(typed), "H99.33-260302-0001", "{typed}");
        }
        assert_eq!(plain("H\u{2bc}Hen  H\u{b4}Hen H`Hen"), "H'Hen H'Hen H'Hen");
        assert_eq!(key(" An@Vi\u{200b}Du.VN "), "an@vidu.vn");
    }

    #[test]
    fn a_password_keeps_everything_but_the_way_its_letters_are_sent() {
        let (whole, pieces) = ("mật khẩu  dài", "ma\u{323}\u{302}t kha\u{302}\u{309}u  da\u{300}i");
        assert_eq!(password(pieces), whole);
        assert_eq!(password_forms(pieces), password_forms(whole));
        assert_eq!(password_forms("plain letters"), ["plain letters"]);
        // Neither whole nor in pieces: as it was sent is tried too.
        assert_eq!(password_forms("\u{1ead}a\u{323}\u{302}").len(), 3);
    }
}
