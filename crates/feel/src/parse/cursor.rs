//! Looking at the tokens and taking them: signs and words.

use super::{Parsed, Parser};
use crate::ast::{ExpressionNode, SyntaxKind};
use crate::lex;
use crate::problem::{ExpressionTrouble, Problem};
use std::ops::Range;

/// Nodes within nodes of the tree; `1 + 2 + 3` is three deep. Bounds the stack of whoever walks it.
const DEPTH_MAX: u16 = 120;

impl Parser<'_> {
    pub(super) fn here(&self) -> Range<usize> {
        self.tokens[self.place].at.clone()
    }

    pub(super) fn kind(&self) -> &lex::TokenKind {
        &self.tokens[self.place].kind
    }

    pub(super) fn sign_at(&self, ahead: usize) -> Option<&'static str> {
        match self.tokens.get(self.place + ahead).map(|token| &token.kind) {
            Some(lex::TokenKind::Sign(sign)) => Some(sign),
            _ => None,
        }
    }

    pub(super) fn word_at(&self, ahead: usize) -> Option<&str> {
        match self.tokens.get(self.place + ahead).map(|token| &token.kind) {
            Some(lex::TokenKind::Word(word)) => Some(word),
            _ => None,
        }
    }

    pub(super) fn at_words(&self, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(ahead, word)| self.word_at(ahead) == Some(*word))
    }

    pub(super) fn take_sign(&mut self, sign: &str) -> bool {
        let there = self.sign_at(0) == Some(sign);
        self.place += usize::from(there);
        there
    }

    pub(super) fn take_words(&mut self, words: &[&str]) -> bool {
        let there = self.at_words(words);
        self.place += if there { words.len() } else { 0 };
        there
    }

    pub(super) fn expect(&mut self, sign: &str) -> Parsed<()> {
        if self.take_sign(sign) { Ok(()) } else { Err(self.not_expected()) }
    }

    pub(super) fn expect_word(&mut self, word: &str) -> Parsed<()> {
        if self.take_words(&[word]) { Ok(()) } else { Err(self.not_expected()) }
    }

    pub(super) fn end(&self) -> Parsed<()> {
        if *self.kind() == lex::TokenKind::End { Ok(()) } else { Err(self.not_expected()) }
    }

    pub(super) fn not_expected(&self) -> Problem {
        let found = match self.kind() {
            lex::TokenKind::End => return Problem::new(self.here(), ExpressionTrouble::EndsTooEarly),
            lex::TokenKind::Number(text) | lex::TokenKind::Word(text) => text.clone(),
            lex::TokenKind::Text(text) => format!("\"{text}\""),
            lex::TokenKind::At(text) => format!("@\"{text}\""),
            lex::TokenKind::Sign(sign) => sign.to_string(),
        };
        Problem::new(self.here(), ExpressionTrouble::NotExpected { found })
    }

    pub(super) fn node(&self, start: usize, kind: SyntaxKind) -> Parsed<ExpressionNode> {
        let end = self.tokens[..self.place].last().map_or(start, |token| token.at.end);
        let node = ExpressionNode::new(start..end.max(start), kind);
        match node.depth > DEPTH_MAX {
            true => Err(Problem::new(node.at, ExpressionTrouble::TooDeep)),
            false => Ok(node),
        }
    }

    /// Runs a part with names that end with it.
    pub(super) fn within<T>(
        &mut self,
        names: &[&str],
        part: impl FnOnce(&mut Self) -> Parsed<T>,
    ) -> Parsed<T> {
        let before = self.known.len();
        self.known.extend(names.iter().map(|name| name.to_string()));
        let parsed = part(self);
        self.known.truncate(before);
        parsed
    }
}
