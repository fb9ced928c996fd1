//! Whether a PDF needs a password to be opened (ISO 32000-2, 7.6). One that only forbids printing or copying opens with no
//! password at all, and that is tried.

use super::content::{find, find_last};
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};
use md5::Md5;
use sha2::{Digest, Sha256, Sha384, Sha512};
use std::collections::HashMap;

/// The padding string of the standard, used in place of an empty password.
const PADDING: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e,
    0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];
/// Minimum and maximum bytes of a key in the revisions before 256 bits.
const KEY_MIN: usize = 5;
const KEY_MAX: usize = 16;
/// Maximum bytes that are read of an encryption dictionary.
const DICTIONARY_MAX: usize = 8 * 1024;
/// Maximum places of `/Encrypt` that are tried from the end: a file names it near its end, once for each revision.
const TRIES_MAX: usize = 200;

/// The tokens from an offset on, within `DICTIONARY_MAX`.
fn tokens_at(bytes: &[u8], at: usize) -> Tokens<'_> {
    Tokens::at(&bytes[..bytes.len().min(at + DICTIONARY_MAX)], at)
}

/// Whether a PDF is encrypted and cannot be opened with the empty user password. An encryption that is not understood
/// counts as locked.
pub(super) fn needs_password(bytes: &[u8]) -> bool {
    let Some(dictionary) = encryption(bytes) else { return false };
    !opens(&dictionary, &first_id(bytes)).unwrap_or(false)
}

/// The encryption dictionary, found by the last `/Encrypt` of the file that leads to one.
fn encryption(bytes: &[u8]) -> Option<HashMap<String, PdfToken>> {
    let mut before = bytes.len();
    for _ in 0..TRIES_MAX {
        let at = find_last(&bytes[..before], b"/Encrypt")?;
        before = at;
        let mut tokens = tokens_at(bytes, at + b"/Encrypt".len());
        if bytes.get(tokens.at).is_some_and(|byte| byte.is_ascii_alphanumeric()) {
            continue;
        }
        match (tokens.next(), tokens.next()) {
            (Some(PdfToken::Open), _) => return Some(dictionary(bytes, at + b"/Encrypt".len())),
            (Some(PdfToken::Number(number)), Some(PdfToken::Number(generation))) => {
                let head = format!("{number} {generation} obj");
                let start = find_object(bytes, head.as_bytes());
                // A dictionary that is named and not found: an empty one, which no password opens.
                return Some(start.map_or_else(HashMap::new, |start| dictionary(bytes, start)));
            }
            _ => {}
        }
    }
    None
}

/// Offset behind the head of the newest object of a number.
fn find_object(bytes: &[u8], head: &[u8]) -> Option<usize> {
    let mut before = bytes.len();
    loop {
        let at = find_last(&bytes[..before], head)?;
        if at == 0 || !bytes[at - 1].is_ascii_digit() {
            return Some(at + head.len());
        }
        before = at + head.len() - 1;
    }
}

/// The first part of the file identifier (`/ID`); empty where there is none.
fn first_id(bytes: &[u8]) -> Vec<u8> {
    let mut before = bytes.len();
    for _ in 0..TRIES_MAX {
        let Some(at) = find_last(&bytes[..before], b"/ID") else { break };
        before = at;
        let mut tokens = tokens_at(bytes, at + 3);
        if let (Some(PdfToken::List), Some(PdfToken::Text(id))) = (tokens.next(), tokens.next()) {
            return id;
        }
    }
    Vec::new()
}

/// Whether the empty password opens it; `None` for an encryption that is not understood.
fn opens(locked: &HashMap<String, PdfToken>, id: &[u8]) -> Option<bool> {
    let number = |name: &str| match locked.get(name) {
        Some(PdfToken::Number(number)) => Some(*number),
        _ => None,
    };
    let text = |name: &str| match locked.get(name) {
        Some(PdfToken::Text(text)) => Some(text.as_slice()),
        _ => None,
    };
    if locked.get("Filter") != Some(&PdfToken::Name("Standard".into())) {
        return None;
    }
    let (revision, user) = (number("R")?, text("U")?);
    if revision >= 5 {
        let (expected, salt) = (user.get(..32)?, user.get(32..40)?);
        let digest = if revision == 5 { Sha256::digest(salt).to_vec() } else { hardened(salt) };
        return Some(digest == expected);
    }
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(text("O")?.get(..32)?);
    hash.update((number("P")? as u32).to_le_bytes());
    hash.update(id);
    if revision >= 4 && locked.get("EncryptMetadata") == Some(&PdfToken::Word("false".into())) {
        hash.update([0xff; 4]);
    }
    let key = hash.finalize().to_vec();
    if revision == 2 {
        return Some(rc4(&key[..KEY_MIN], &PADDING) == user.get(..32)?);
    }
    // The key length stands in `Length` or in the crypt filter, or nowhere: then 40 bits are meant, or 128 by revision.
    let said = (number("Length").unwrap_or(40) / 8).clamp(KEY_MIN as i64, KEY_MAX as i64) as usize;
    let user = user.get(..16)?;
    Some([said, KEY_MAX, KEY_MIN].into_iter().any(|length| proof(&key, length, id) == user))
}

/// The check value that a file of revision 3 or 4 stores for a key; `length` is that of the key in bytes.
fn proof(key: &[u8], length: usize, id: &[u8]) -> Vec<u8> {
    let mut key = key.to_vec();
    for _ in 0..50 {
        key = Md5::digest(&key[..length]).to_vec();
    }
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(id);
    let mut digest = hash.finalize().to_vec();
    for round in 0..20u8 {
        let key: Vec<u8> = key[..length].iter().map(|byte| byte ^ round).collect();
        digest = rc4(&key, &digest);
    }
    digest
}

fn rc4(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut state: Vec<u8> = (0..=255).collect();
    let mut other = 0u8;
    for place in 0..256 {
        other = other.wrapping_add(state[place]).wrapping_add(key[place % key.len()]);
        state.swap(place, usize::from(other));
    }
    let (mut place, mut other) = (0u8, 0u8);
    let mut next = || {
        place = place.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(place)]);
        state.swap(usize::from(place), usize::from(other));
        state[usize::from(state[usize::from(place)].wrapping_add(state[usize::from(other)]))]
    };
    text.iter().map(|byte| byte ^ next()).collect()
}

/// Algorithm 2.B of the standard, for the empty password.
fn hardened(salt: &[u8]) -> Vec<u8> {
    let mut key = Sha256::digest(salt).to_vec();
    let mut round = 0;
    loop {
        let mut text = key.repeat(64);
        encrypt(&key[..16], &key[16..32], &mut text);
        let rest = text[..16].iter().map(|byte| u32::from(*byte)).sum::<u32>() % 3;
        key = match rest {
            0 => Sha256::digest(&text).to_vec(),
            1 => Sha384::digest(&text).to_vec(),
            _ => Sha512::digest(&text).to_vec(),
        };
        round += 1;
        let last = text.last().copied().unwrap_or_default();
        if round >= 64 && i32::from(last) <= round - 32 {
            return key[..32].to_vec();
        }
    }
}

/// AES-128 in CBC mode.
fn encrypt(key: &[u8], start: &[u8], text: &mut [u8]) {
    let Ok(cipher) = aes::Aes128::new_from_slice(key) else { return };
    let mut before = start.to_vec();
    for block in text.chunks_exact_mut(16) {
        block.iter_mut().zip(&before).for_each(|(byte, before)| *byte ^= before);
        let mut whole: Array<u8, _> = [0; 16].into();
        whole.copy_from_slice(block);
        cipher.encrypt_block(&mut whole);
        block.copy_from_slice(&whole);
        before = block.to_vec();
    }
}

/// The entries of a dictionary, without those of dictionaries inside it.
fn dictionary(bytes: &[u8], at: usize) -> HashMap<String, PdfToken> {
    let end = bytes.len().min(at + DICTIONARY_MAX);
    let (mut entries, mut depth, mut name) = (HashMap::new(), 0, None);
    for token in Tokens::at(&bytes[..end], at) {
        match token {
            PdfToken::Open | PdfToken::List => depth += 1,
            PdfToken::Close if depth <= 1 => break,
            PdfToken::Close => depth -= 1,
            _ if depth != 1 => {}
            token => match name.take() {
                None => {
                    if let PdfToken::Name(found) = token {
                        name = Some(found);
                    }
                }
                Some(name) => {
                    entries.insert(name, token);
                }
            },
        }
        if depth > 1 {
            name = None;
        }
    }
    entries
}

#[derive(Clone, Debug, PartialEq)]
enum PdfToken {
    Open,
    List,
    /// The end of a dictionary or of an array.
    Close,
    Name(String),
    Number(i64),
    Text(Vec<u8>),
    Word(String),
}

struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    fn at(bytes: &'a [u8], at: usize) -> Tokens<'a> {
        Tokens { bytes, at }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn word(&mut self) -> String {
        let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0 || b"<>[]()/%{}".contains(byte);
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        self.at += length;
        String::from_utf8_lossy(&rest[..length]).into_owned()
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let rest = &self.bytes[self.at..];
        let length = find(rest, b">").unwrap_or(rest.len());
        self.at += length + 1;
        let mut digits: Vec<u8> = rest[..length]
            .iter()
            .filter_map(|byte| (*byte as char).to_digit(16))
            .map(|digit| digit as u8)
            .collect();
        if digits.len() % 2 == 1 {
            digits.push(0);
        }
        digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
    }

    fn literal(&mut self) -> Vec<u8> {
        let (mut text, mut depth) = (Vec::new(), 1);
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            match byte {
                b'\\' => self.escaped(&mut text),
                b'(' => {
                    depth += 1;
                    text.push(byte);
                }
                b')' if depth == 1 => break,
                b')' => {
                    depth -= 1;
                    text.push(byte);
                }
                byte => text.push(byte),
            }
        }
        text
    }

    fn escaped(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek(0) else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'\r' => self.at += usize::from(self.peek(0) == Some(b'\n')),
            b'0'..=b'7' => {
                let mut number = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek(0) else { break };
                    number = number * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push(number as u8);
            }
            other => text.push(other),
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = PdfToken;

    fn next(&mut self) -> Option<PdfToken> {
        loop {
            match self.peek(0)? {
                b'%' => self.at += self.bytes[self.at..].iter().position(|byte| b"\r\n".contains(byte))?,
                byte if byte.is_ascii_whitespace() || byte == 0 => self.at += 1,
                _ => break,
            }
        }
        let (first, second) = (self.peek(0)?, self.peek(1));
        self.at += 1;
        Some(match (first, second) {
            (b'<', Some(b'<')) => {
                self.at += 1;
                PdfToken::Open
            }
            (b'>', Some(b'>')) => {
                self.at += 1;
                PdfToken::Close
            }
            (b'<', _) => PdfToken::Text(self.hexadecimal()),
            (b'(', _) => PdfToken::Text(self.literal()),
            (b'[', _) => PdfToken::List,
            (b']', _) => PdfToken::Close,
            (b'/', _) => PdfToken::Name(self.word()),
            (b'>' | b')' | b'{' | b'}', _) => PdfToken::Word((first as char).into()),
            _ => {
                self.at -= 1;
                let word = self.word();
                match word.parse() {
                    Ok(number) => PdfToken::Number(number),
                    Err(_) => PdfToken::Word(word),
                }
            }
        })
    }
}
