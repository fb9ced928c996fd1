//! Telephone numbers of any country, however they are written.

use crate::answer::AnswerProblem;

/// The longest number there is (ITU-T E.164), without the sign before it.
const DIGITS_MAX: usize = 15;

/// A number of Viet Nam as digits beginning with 0, of another country as `+` and digits.
pub(crate) fn read(typed: &str) -> Result<String, AnswerProblem> {
    let text = typed::plain(typed);
    // The zero that is not dialled from abroad.
    let text = text.strip_prefix("tel:").unwrap_or(&text);
    let from_abroad = text.starts_with('+') || text.starts_with("00");
    let dialled = if from_abroad { text.replace("(0)", " ") } else { text.replace(" (0)", " ") };
    let dialled = dialled.trim_end_matches(['.', ',', ';']);
    let between = [' ', '.', '-', '_', '·', '•', '(', ')', '[', ']'];
    let number: String = dialled.chars().filter(|letter| !between.contains(letter)).collect();
    let count = number.bytes().filter(u8::is_ascii_digit).count();
    // Two have at least sixteen digits together.
    if count > DIGITS_MAX {
        return Err(AnswerProblem::TwoPhones);
    }
    let abroad = number.strip_prefix('+').or_else(|| number.strip_prefix("00"));
    let vietnamese = match abroad {
        Some(rest) => rest.strip_prefix("84"),
        // As it stands in the telephone of whoever copies it, without the sign.
        None => number.strip_prefix("84").filter(|rest| (9..=10).contains(&rest.len())),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let read = match (vietnamese, abroad) {
        (Some(rest), _) => national(&format!("0{}", rest.strip_prefix('0').unwrap_or(rest))),
        (None, Some(rest)) => {
            let right = digits(rest) && !rest.starts_with('0') && rest.len() >= 7;
            right.then(|| format!("+{rest}"))
        }
        (None, None) => national(&number),
    };
    read.filter(|read| digits(read.strip_prefix('+').unwrap_or(read))).ok_or(AnswerProblem::NotAPhone)
}

/// With its area or network; or a number of a service.
fn national(number: &str) -> Option<String> {
    let service =
        (number.starts_with("1800") || number.starts_with("1900")) && (8..=10).contains(&number.len());
    let right =
        service || number.starts_with('0') && !number.starts_with("00") && (10..=11).contains(&number.len());
    right.then(|| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_any_country_passes_in_any_writing_and_is_kept_in_one() {
        for (typed, kept) in [
            ("0900 000 101", "0900000101"),
            ("0900.000.101", "0900000101"),
            ("(0900) 000 101", "0900000101"),
            ("+84900000101", "0900000101"),
            ("+84 (0)900 000 101", "0900000101"),
            ("+84 0900 000 101", "0900000101"),
            ("0084900000101", "0900000101"),
            ("84900000101", "0900000101"),
            ("0900–000–101", "0900000101"),
            ("0900\u{2011}000\u{2212}101", "0900000101"),
            ("\u{202a}0900000101\u{202c}", "0900000101"),
            ("０９００ ０００ １０１", "0900000101"),
            ("٠٩٠٠ ٠٠٠ ١٠١", "0900000101"),
            ("+८४ ९००००० १०१", "0900000101"),
            ("0900\u{a0}000\u{a0}101", "0900000101"),
            ("(028) 3829 7052", "02838297052"),
            ("1900 1234", "19001234"),
            ("+44 20 7946 0000", "+442079460000"),
            ("+44 (0)20 7946 0000", "+442079460000"),
            ("+44(0)20 7946 0000", "+442079460000"),
            ("+44-(0)-20-7946-0000", "+442079460000"),
            ("0900·000·101", "0900000101"),
            ("0900_000_101", "0900000101"),
            ("[0900] 000 101", "0900000101"),
            ("tel:0900000101", "0900000101"),
            ("0044 20 7946 0000", "+442079460000"),
            ("+1 (202) 555-0143", "+12025550143"),
            ("+856 21 212 345", "+85621212345"),
        ] {
            assert_eq!(read(typed).as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_or_two_is_said() {
        for typed in [
            "0900000101/0900000102",
            "0900000101, 0900000102",
            "0900 000 101 - 0900 000 102",
            "0900000101 hoặc 0900000102",
            "+44 20 7946 0000 / 0900000101",
        ] {
            assert_eq!(read(typed), Err(AnswerProblem::TwoPhones), "{typed}");
        }
        for typed in [
            "12",
            "900000101",
            "0900000101x",
            "090000010²",
            "0900000101,2",
            "+0900000101",
            "++84900000101",
            "+84",
            "0900/000101",
            "-",
            "000000000000",
        ] {
            assert_eq!(read(typed), Err(AnswerProblem::NotAPhone), "{typed}");
        }
    }
}
