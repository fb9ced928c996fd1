//! Names of several parts: words, numbers and signs. Only the names in scope tell `Pre-bureau` from a subtraction.

use super::{Parsed, Parser};
use crate::builtin;
use crate::lex;
use std::collections::{BTreeMap, BTreeSet};

/// No name has more parts.
const PARTS_MAX: usize = 24;
/// Signs a name may have in it.
const SIGNS: [char; 5] = ['+', '-', '*', '/', '.'];

/// The names an expression may use.
pub(crate) struct KnownNames {
    /// By how they are written: with single blanks.
    names: BTreeMap<String, String>,
    /// Those with signs, by how they are written without blanks around them.
    dense: BTreeMap<String, String>,
    /// Names of parts of values.
    pub(super) keys: ContextKeys,
    /// The most parts a name of them has.
    parts: usize,
}

impl KnownNames {
    /// Names in composed letters.
    pub fn new(names: impl IntoIterator<Item = String>) -> KnownNames {
        let mut parts = builtin::WORDS_MAX;
        let names: BTreeMap<String, String> = names
            .into_iter()
            .map(|name| {
                let written = name.split_whitespace().collect::<Vec<_>>().join(" ");
                parts = parts.max(length(&written));
                (written, name)
            })
            .collect();
        let signs = names.iter().filter(|(written, _)| written.contains(SIGNS));
        let dense = signs.map(|(written, name)| (dense(written), name.clone())).collect();
        KnownNames { names, dense, keys: ContextKeys::new(), parts: parts.min(PARTS_MAX) }
    }

    /// The same where parts of values have these names.
    pub fn with_parts(mut self, parts: impl IntoIterator<Item = String>) -> KnownNames {
        self.keys = parts.into_iter().filter(|part| is_name(part)).collect();
        let longest = self.keys.iter().map(|key| length(key)).max().unwrap_or_default();
        self.parts = self.parts.max(longest).min(PARTS_MAX);
        self
    }

    pub fn parts(&self) -> usize {
        self.parts
    }
}

/// How many parts a name has.
pub(super) fn length(name: &str) -> usize {
    lex::tokens(name).map_or(1, |tokens| tokens.len() - 1)
}

/// A name without blanks around its signs.
fn dense(written: &str) -> String {
    let mut text = String::new();
    for letter in written.chars() {
        if SIGNS.contains(&letter) {
            text.truncate(text.trim_end().len());
        }
        if letter != ' ' || !text.ends_with(SIGNS) {
            text.push(letter);
        }
    }
    text
}

/// Whether a name of an entry can be written without quotes and is read as the same again.
pub(crate) fn is_name(text: &str) -> bool {
    let plain = |token: &lex::Lexeme| match &token.kind {
        lex::TokenKind::Word(_) | lex::TokenKind::Number(_) => true,
        lex::TokenKind::Sign(sign) => sign.len() == 1 && sign.contains(SIGNS),
        _ => false,
    };
    let Ok(tokens) = lex::tokens(text) else { return false };
    let Some((_, parts)) = tokens.split_last() else { return false };
    let begins = matches!(parts.first(), Some(first) if matches!(first.kind, lex::TokenKind::Word(_)));
    let single = text.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace));
    begins
        && single
        && parts.len() <= PARTS_MAX
        && !["//", "/*"].iter().any(|comment| text.contains(comment))
        && parts.iter().all(plain)
}

/// Names of the parts of contexts that are written down in the expression itself.
pub(super) type ContextKeys = BTreeSet<String>;

impl Parser<'_> {
    /// The name that is meant where one is written so.
    pub(super) fn meant(&self, written: &str) -> Option<String> {
        let made = self.known.iter().any(|known| known == written) || builtin::find(written).is_some();
        let given = || self.names.names.get(written).cloned();
        if made { Some(written.to_string()) } else { given() }
    }

    /// The name that is meant where nothing shorter is: `Pre - bureau` where only `Pre-bureau` is known.
    pub(super) fn meant_densely(&self, written: &str) -> Option<String> {
        written.contains(SIGNS).then(|| self.names.dense.get(&dense(written)).cloned())?
    }

    /// The longest name that begins here and is meant by somebody, with the number of its tokens.
    pub(super) fn longest(&self, meant: impl Fn(&str) -> Option<String>) -> Option<(String, usize)> {
        let (mut written, mut best) = (String::new(), None);
        for count in 1..=self.parts_max {
            if !self.add_part(count - 1, &mut written) {
                break;
            }
            if let Some(name) = meant(&written) {
                best = Some((name, count));
            }
        }
        best
    }

    /// A name being made: all up to where it ends, which the source must say.
    pub(super) fn new_name(&mut self, ends: impl Fn(&Self) -> bool) -> Parsed<String> {
        let (mut name, mut count) = (String::new(), 0);
        while !ends(self) {
            // Each part is added as the first of those still ahead, for blanks are told from the place.
            if count == PARTS_MAX || !self.add_part_of(count, 0, &mut name) {
                return Err(self.not_expected());
            }
            self.place += 1;
            count += 1;
        }
        self.parts_max = self.parts_max.max(count);
        if name.is_empty() { Err(self.not_expected()) } else { Ok(name) }
    }

    /// Whether a name with a colon behind it stands here.
    pub(super) fn named_ahead(&self) -> bool {
        let mut written = String::new();
        let count = (0..PARTS_MAX).take_while(|count| self.add_part(*count, &mut written)).count();
        count > 0 && self.sign_at(count) == Some(":")
    }

    /// Words that follow each other with no sign between them, up to one that belongs to the language: a name of which
    /// nobody can know where it ends.
    pub(super) fn words_ahead(&mut self) -> Parsed<String> {
        let Some(first) = self.word_at(0).map(str::to_string) else { return Err(self.not_expected()) };
        self.place += 1;
        let mut name = first;
        while let Some(word) = self.word_at(0).filter(|word| !super::atoms::KEYWORDS.contains(word)) {
            name = format!("{name} {word}");
            self.place += 1;
        }
        Ok(name)
    }

    fn add_part(&self, ahead: usize, to: &mut String) -> bool {
        self.add_part_of(ahead, ahead, to)
    }

    /// Adds the token so far ahead to a name as its part of this number; false where it can be none.
    fn add_part_of(&self, number: usize, ahead: usize, to: &mut String) -> bool {
        let Some(token) = self.tokens.get(self.place + ahead) else { return false };
        let part = match &token.kind {
            lex::TokenKind::Word(word) => word.as_str(),
            lex::TokenKind::Number(digits) if number > 0 => digits,
            lex::TokenKind::Sign(sign) if number > 0 && sign.len() == 1 && sign.contains(SIGNS) => sign,
            _ => return false,
        };
        let before = (number > 0).then(|| &self.tokens[self.place + ahead - 1]);
        if before.is_some_and(|before| before.at.end < token.at.start) {
            to.push(' ');
        }
        to.push_str(part);
        true
    }
}
