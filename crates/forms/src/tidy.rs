use unicode_normalization::UnicodeNormalization;

/// Tidies what a person typed: composed letters (NFC), no invisible characters, single spaces,
/// no blanks at the ends. Line breaks stay.
pub fn tidy(typed: &str) -> String {
    let visible = typed.nfc().filter(|&letter| letter == '\n' || !is_invisible(letter));
    let mut tidied = String::with_capacity(typed.len());
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

/// Control and formatting characters that a copy from elsewhere brings along.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_composed_and_blanks_are_single() {
        assert_eq!(tidy("  Nguye\u{302}\u{303}n\u{a0}\u{a0} A\u{200b}n \r\n x "), "Nguyễn An\nx");
    }
}
