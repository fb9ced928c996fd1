//! What comes from outside as text, brought into the one form everything else compares: composed letters, none that
//! cannot be seen, and in codes one kind of dash. Pure, and the only place where that is done.
//!
//! [`tidy`] is for words, [`one_line`] for words of one line, [`document`] for files, [`plain`] and [`code`] for what
//! is known by its letters and digits, [`codes`] for a code among words, [`digits`] for numbers, [`key`] for logins,
//! [`address`] for addresses of mail, [`words`] for names that are like each other, [`password`] for secrets.

mod keyed;

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

/// So many letters of it, and no more.
pub fn first_letters(text: &str, letters: usize) -> &str {
    match text.char_indices().nth(letters) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// A document such as a drawing: composed, without the mark some programs put at the beginning.
pub fn document(text: &str) -> Cow<'_, str> {
    composed(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Letters whole, as one keyboard sends them, not in pieces, as another does (NFC). Nothing else is changed.
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// What is known by letters, digits and signs, such as a date or a code: one line, wide and joined letters as simple ones,
/// digits of any script as ours (`９` and `٩` as `9`), every dash as `-`, every apostrophe as `'`. What is a number and
/// no digit (`²`, `½`, `①`) stays: as `2` it would be another number.
pub fn plain(text: &str) -> String {
    simple(text, sign)
}

fn simple(text: &str, sign: fn(char) -> char) -> String {
    // As a program writes it, in every row and event: no letter of it falls apart, no blank is to be joined.
    match text.bytes().all(|byte| byte.is_ascii_graphic()) {
        true => text.chars().map(sign).collect(),
        false => mended(text, sign),
    }
}

fn mended(text: &str, sign: fn(char) -> char) -> String {
    let mut simple = String::with_capacity(text.len());
    // Signs first: as compatible letters some fall apart into a blank and a mark.
    for letter in digits(&one_line(text)).chars().map(sign) {
        match letter.is_numeric() {
            true => simple.push(letter),
            false => simple.extend(letter.nfkc().map(sign)),
        }
    }
    one_line(&simple)
}

fn sign(letter: char) -> char {
    match letter {
        dash if is_dash(dash) => '-',
        sign if is_apostrophe(sign) => '\'',
        other => other,
    }
}

/// Where the ten digits of other scripts begin.
const ZEROS: [u32; 65] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
    0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0,
    0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50,
    0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140,
    0x1e2f0, 0x1e950, 0x1fbf0,
];

/// The digits of any script as ours; nothing else is changed.
pub fn digits(text: &str) -> String {
    let ours = |letter: char| {
        let place = |zero: &u32| u32::from(letter).checked_sub(*zero).filter(|place| *place < 10);
        ZEROS.iter().find_map(place).and_then(|place| char::from_digit(place, 10)).unwrap_or(letter)
    };
    text.chars().map(|letter| if letter.is_ascii() { letter } else { ours(letter) }).collect()
}

/// A code: as [`plain`], without blanks and without the signs it was copied with from a sentence, such as its end or quotes.
pub fn code(text: &str) -> String {
    let joined: String = plain(text).chars().filter(|letter| !letter.is_whitespace()).collect();
    joined.trim_matches(is_around_a_code).to_string()
}

/// What may be a code in a text that says more, such as `Mã hồ sơ: “…”`: first the whole, then what is left of it without
/// its first words, then without its last ones too. A code may have blanks in it.
pub fn codes(text: &str) -> impl Iterator<Item = String> {
    let text = plain(text);
    let words =
        text.split(|letter: char| letter.is_whitespace() || is_around_a_code(letter) && letter != '.');
    let words: Vec<String> =
        words.filter(|word| !word.is_empty()).take(WORDS_MAX).map(str::to_string).collect();
    let count = words.len();
    let parts = (1..=count).rev().flat_map(move |end| (0..end).map(move |from| from..end));
    std::iter::once(code(&text)).chain(parts.map(move |part| code(&words[part].concat())))
}

/// Words a code is looked for among.
const WORDS_MAX: usize = 24;

fn is_around_a_code(letter: char) -> bool {
    matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '(' | ')' | '[' | ']' | '<' | '>')
        || matches!(letter, '“' | '”' | '„' | '«' | '»' | '‹' | '›')
}

/// What a login is found by: as [`plain`], in small letters.
pub fn key(text: &str) -> String {
    plain(text).to_lowercase()
}

/// What an address of mail is found by: as [`key`], but every sign of it that a mailer knows stays the sign it is.
pub fn address(text: &str) -> String {
    simple(text, |letter| if letter.is_ascii() { letter } else { sign(letter) }).to_lowercase()
}

/// Words as they are compared where not everybody writes every mark: small letters without marks, nothing but letters and
/// digits.
pub fn words(text: &str) -> Vec<String> {
    let bare = text.nfkd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter));
    let bare: String =
        bare.flat_map(char::to_lowercase).map(|letter| if letter == 'đ' { 'd' } else { letter }).collect();
    let parts = bare.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_string).collect()
}

/// A password as it is kept: composed, since one keyboard sends letters whole and another in pieces, without what cannot be
/// seen, with blanks of one kind: what was pasted and what is typed look alike. Nothing else is taken from it.
pub fn password(text: &str) -> String {
    let visible = text.nfc().filter(|&letter| !is_invisible(letter));
    visible.map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect()
}

/// A password in every form one of before may have been kept in: as it is kept now, as it was sent, composed, in pieces. How
/// many there are is a matter of what was typed alone.
pub fn password_forms(text: &str) -> Vec<String> {
    let mut forms = vec![password(text)];
    for form in [text.nfc().collect(), text.to_string(), text.nfd().collect()] {
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
    fn a_text_is_cut_between_letters() {
        assert_eq!(["đơn", "đơ", ""].map(|text| first_letters(text, 2)), ["đơ", "đơ", ""]);
        assert_eq!(first_letters("đơn", 3), "đơn");
    }

    #[test]
    fn what_needs_no_mending_is_what_mending_makes_of_it() {
        let graphic: Vec<char> = ('!'..='~').collect();
        for first in &graphic {
            for second in &graphic {
                let text = format!("{first}{second}9");
                assert_eq!(simple(&text, sign), mended(&text, sign), "{text}");
            }
        }
    }

    #[test]
    fn words_are_compared_without_their_marks() {
        assert_eq!(words("Phòng Hộ tịch – ĐĂNG KÝ (1)"), words("phong ho  tich dang ky 1"));
        assert_eq!(words("đ"), ["d"]);
    }

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
    fn a_code_is_found_among_the_words_it_was_copied_with() {
        let wanted = "H99.33-260302-0001";
        for typed in [
            "“H99.33-260302-0001”",
            "'H99.33-260302-0001'",
            "(H99.33-260302-0001).",
            "Mã: H99.33-260302-0001",
            "Mã hồ sơ “H99.33 – 260302 – 0001”.",
            "mã hồ sơ : H99. 33-260302 -0001, nộp sáng nay",
            "Code H99.33-260302-0001",
        ] {
            assert!(codes(typed).any(|code| code == wanted), "{typed}");
        }
        assert_eq!(codes("").collect::<Vec<_>>(), [""]);
        assert_eq!(code("«1.000494»"), "1.000494");
    }

    #[test]
    fn an_address_keeps_the_signs_a_mailer_knows() {
        assert_eq!(address(" O`Hara@Vi\u{200b}Du.IE "), "o`hara@vidu.ie");
        assert_eq!(address("o'hara@vidu.ie"), "o'hara@vidu.ie");
        assert_eq!(address("o\u{2019}hara＠vidu.ie"), "o'hara@vidu.ie");
    }

    #[test]
    fn a_digit_is_one_in_any_script_and_what_only_looks_like_one_is_not() {
        for typed in ["٠٩٠٠ ١٢٣", "۰۹۰۰ ۱۲۳", "０９００ １２３", "०९०० १२३", "០៩០០ ១២៣", "𝟎𝟗𝟎𝟎 𝟏𝟐𝟑"]
        {
            assert_eq!((plain(typed).as_str(), digits(typed).as_str()), ("0900 123", "0900 123"), "{typed}");
        }
        for typed in ["10²", "½", "①", "1⁄2 m²"] {
            assert_eq!((plain(typed).as_str(), digits(typed).as_str()), (typed, typed));
        }
        assert_eq!(plain("ﬁle Ｎ ㎏"), "file N kg");
    }

    #[test]
    fn a_password_keeps_everything_but_the_way_its_letters_are_sent() {
        let (whole, pieces) = ("mật khẩu  dài", "ma\u{323}\u{302}t kha\u{302}\u{309}u  da\u{300}i");
        assert_eq!(password(pieces), whole);
        assert_eq!(password_forms(pieces), password_forms(whole));
        assert_eq!(password_forms("plain letters"), ["plain letters"]);
        // Pasted with a mark that nobody sees, or with blanks that do not break.
        assert_eq!(password("\u{feff}two\u{a0}words\u{200b}"), "two words");
        assert!(
            password_forms("two\u{a0}words").contains(&"two\u{a0}words".to_string()),
            "as one was kept before"
        );
        assert_eq!(password("  two  words "), "  two  words ");
        // Neither whole nor in pieces: as it was sent is tried too.
        assert_eq!(password_forms("\u{1ead}a\u{323}\u{302}").len(), 3);
    }
}
