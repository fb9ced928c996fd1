//! Who is meant by a number that was typed in one line: by its digits, or as a passport where it is called one.

use crate::fold::fold;
use domain::country;
use domain::dossier::{Identity, IdentityKind, letters_and_digits};
use storage::inbox::SearchedFor;

/// Minimum digits of a number of a person.
const DIGITS_MIN: usize = 9;
const PASSPORT: [&str; 2] = ["ho chieu", "passport"];

/// An identity as one line says it: `099 190 000 001`, or `hộ chiếu GB 123456789` (`passport GB 123456789`).
pub(crate) fn read(text: &str) -> Option<Identity> {
    match passport(text) {
        Some((number, country)) => Identity::read(&number, Some(IdentityKind::Passport), country?).ok(),
        None => {
            let number = letters_and_digits(text);
            let digits = number.len() >= DIGITS_MIN && number.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| Identity::from(number))
        }
    }
}

/// What an officer looks for by a number; nothing where it is none.
pub(crate) fn wanted(text: &str) -> Option<SearchedFor> {
    if let Some((number, None)) = passport(text) {
        return Some(SearchedFor::Paper(number));
    }
    // Behind what it is called: `CCCD: 099 190 000 001`.
    let text = text.rsplit(':').next().unwrap_or_default();
    if let Some(identity) = read(text) {
        return Some(SearchedFor::Identity(identity));
    }
    // Letters and digits in one word are no name.
    let number = letters_and_digits(text);
    let (digits, one_word) = (number.bytes().filter(u8::is_ascii_digit).count(), !text.trim().contains(' '));
    (one_word && digits >= 5).then_some(SearchedFor::Paper(number))
}

/// The number of what is called a passport, and its country if that is said.
fn passport(text: &str) -> Option<(String, Option<&'static str>)> {
    let folded = fold(text);
    let rest = PASSPORT.iter().find_map(|word| folded.strip_prefix(word))?;
    // There are names that begin so; a number has a digit.
    let called = rest.starts_with(|letter: char| letter == ' ' || letter.is_ascii_digit());
    if !called || !rest.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    let country = words.first().filter(|_| words.len() > 1).and_then(|word| country::find(word));
    if country.is_some() {
        words.remove(0);
    }
    let number = letters_and_digits(&words.concat());
    (!number.is_empty()).then_some((number, country))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_by_its_digits_or_as_the_passport_it_is_called() {
        let british = Identity::read("123456789", Some(IdentityKind::Passport), "GB").unwrap();
        assert_eq!(read("hộ chiếu GB 123 456 789"), Some(british.clone()));
        assert_eq!(wanted("Passport gb 123456789"), Some(SearchedFor::Identity(british)));
        assert_eq!(wanted("passport 123456789"), Some(SearchedFor::Paper("123456789".into())));
        assert_eq!(wanted("123456789"), Some(SearchedFor::Identity("123456789".into())));
        assert_eq!(wanted("099–190–000–001"), Some(SearchedFor::Identity("099190000001".into())));
        assert_eq!(wanted("CCCD: 099 190 000 001"), Some(SearchedFor::Identity("099190000001".into())));
        assert_eq!(wanted("C1234567"), Some(SearchedFor::Paper("C1234567".into())));
        for name in ["Hồ Chiêu", "Hồ Chiêu Anh", "Hồ Chiểu", "Hồ Chiếu Hà", "Đặng", "12"] {
            assert_eq!(wanted(name), None, "{name}");
        }
    }
}
