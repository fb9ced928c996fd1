//! What a dossier is known by: our own key, and what its applicant holds.

use serde::{Deserialize, Serialize};

/// Our own key of a dossier; never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DossierId(pub i64);

/// What an applicant holds from the moment of sending: unguessable, and the dossier's address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference(String);

/// Digits and letters nobody takes for one another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Reference {
    /// Sixteen letters and digits without look-alikes: 80 bits of `random`.
    pub fn from_random(random: [u8; 10]) -> Reference {
        let bits = random.iter().fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
        let letter = |place: usize| ALPHABET[(bits >> (75 - 5 * place) & 31) as usize] as char;
        Reference((0..16).map(letter).collect())
    }

    /// Reads a reference as people type it: small letters, blanks and dashes of any kind are forgiven, and what it is called
    /// before a colon.
    pub fn parse(text: &str) -> Option<Reference> {
        // As we write it, in every row of every list: there is nothing to forgive.
        if text.len() == 16 && text.bytes().all(|byte| ALPHABET.contains(&byte)) {
            return Some(Reference(text.into()));
        }
        let text = typed::code(text);
        Reference::read(&text).or_else(|| Reference::read(text.rsplit_once(':')?.1))
    }

    fn read(code: &str) -> Option<Reference> {
        let text: String = typed::code(code)
            .chars()
            .filter(|letter| *letter != '-')
            .map(|letter| match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let right = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() && byte != b'U');
        right.then_some(Reference(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups of four, as it is printed.
    pub fn grouped(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_as_it_is_copied() {
        let whole = Reference::from_random([7; 10]);
        let grouped = whole.grouped();
        for typed in [
            whole.to_string(),
            grouped.clone(),
            grouped.to_lowercase(),
            format!("“{grouped}”."),
            format!("Mã tra cứu: {}", grouped.replace('-', " – ")),
        ] {
            assert_eq!(Reference::parse(&typed).as_ref(), Some(&whole), "{typed}");
        }
        assert_eq!(Reference::parse("Mã tra cứu:"), None);
    }
}
