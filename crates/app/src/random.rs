//! Randomness from the system, as values.

use domain::dossier::Reference;
use domain::time::Instant;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives randomness");
    bytes
}

/// An unguessable address or secret: 160 bits in 32 letters and digits.
pub fn token() -> String {
    let first: [u8; 10] = bytes();
    let second: [u8; 10] = bytes();
    format!("{}{}", Reference::from_random(first), Reference::from_random(second)).to_lowercase()
}

/// The key of a form that acts, as unguessable as it need be. It begins with the moment, so that keys of one time lie together in
/// their index: by chance alone each act wrote a page of it of its own.
pub fn key(now: Instant) -> String {
    let mut first: [u8; 10] = bytes();
    first[..6].copy_from_slice(&now.millis().to_be_bytes()[2..]);
    format!("{}{}", Reference::from_random(first), Reference::from_random(bytes())).to_lowercase()
}

pub fn reference() -> Reference {
    Reference::from_random(bytes())
}

/// A short reference to quote: ten letters and digits without look-alikes, 50 bits.
pub fn short_reference() -> String {
    Reference::from_random(bytes()).as_str()[..10].to_string()
}

/// What is stored of a secret.
pub fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// A short key of a text, for a choice in a form: a choice that means something else by now is none.
pub fn short(text: &str) -> String {
    hex(&digest(text)[..8])
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of hexadecimal digits; nothing where it is something else.
pub fn of_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let two = |pair: &[u8]| u8::try_from(nibble(pair[0])? << 4 | nibble(pair[1])?).ok();
    digits.len().is_multiple_of(2).then(|| digits.chunks_exact(2).map(two).collect())?
}

fn nibble(digit: u8) -> Option<u32> {
    (digit as char).to_digit(16)
}

/// Compares without telling by its time where two differ.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lie_in_the_order_of_their_moments_and_are_never_the_same() {
        let key_at = |millis| key(Instant::from_millis(millis));
        let now = 1_772_416_800_000;
        let keys = [key_at(now), key_at(now + 1), key_at(now + 40), key_at(2 * now)];
        assert!(keys.is_sorted() && keys.iter().all(|key| key.len() == token().len()), "{keys:?}");
        assert_ne!(key_at(now), key_at(now));
    }
}
