//! What binds tightest: literals, names, brackets, and the paths, filters and calls behind them.

use super::cursor::WORDS_MAX;
use super::{Parsed, Parser};
use crate::ast::{Arguments, Kind, Node};
use crate::builtin;
use crate::lex;
use crate::parts;
use crate::problem::{Problem, Trouble};
use crate::temporal;
use crate::value::Value;
use rust_decimal::Decimal;
use std::str::FromStr;

const KEYWORDS: [&str; 20] = [
    "if",
    "then",
    "else",
    "for",
    "in",
    "return",
    "some",
    "every",
    "satisfies",
    "and",
    "or",
    "between",
    "instance",
    "of",
    "true",
    "false",
    "null",
    "function",
    "external",
    "not",
];

impl Parser<'_> {
    /// Paths, filters and calls.
    pub(super) fn postfix(&mut self) -> Parsed<Node> {
        let mut node = self.primary()?;
        loop {
            let start = node.at.start;
            if self.take_sign(".") {
                let name = self.part_name()?;
                node = self.node(start, Kind::Path(Box::new(node), name))?;
            } else if self.take_sign("[") {
                let filter = self.within(vec!["item".into()], Self::expression)?;
                self.expect("]")?;
                node = self.node(start, Kind::Filter(Box::new(node), Box::new(filter)))?;
            } else if self.take_sign("(") {
                let arguments = self.arguments()?;
                node = self.node(start, Kind::Call(Box::new(node), arguments))?;
            } else {
                return Ok(node);
            }
        }
    }

    pub(super) fn part_name(&mut self) -> Parsed<String> {
        if let Some((name, count)) = self.longest(|name| parts::OF_TWO_WORDS.contains(&name)) {
            self.place += count;
            return Ok(name);
        }
        let Some(word) = self.word_at(0).map(str::to_string) else { return Err(self.not_expected()) };
        self.place += 1;
        Ok(word)
    }

    pub(super) fn arguments(&mut self) -> Parsed<Arguments> {
        if self.take_sign(")") {
            return Ok(Arguments::Placed(Vec::new()));
        }
        let words = (0..WORDS_MAX).take_while(|ahead| self.word_at(*ahead).is_some()).count();
        let named = words > 0 && self.sign_at(words) == Some(":");
        let arguments = if named {
            let mut all = Vec::new();
            loop {
                let name = self.new_name(|parser| parser.sign_at(0) == Some(":"))?;
                self.expect(":")?;
                all.push((name, self.expression()?));
                if !self.take_sign(",") {
                    break;
                }
            }
            Arguments::Named(all)
        } else {
            let mut all = vec![self.expression()?];
            while self.take_sign(",") {
                all.push(self.expression()?);
            }
            Arguments::Placed(all)
        };
        self.expect(")")?;
        Ok(arguments)
    }

    pub(super) fn primary(&mut self) -> Parsed<Node> {
        let at = self.here();
        let start = at.start;
        match self.kind().clone() {
            lex::Kind::Number(text) => {
                self.place += 1;
                let number = Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text));
                let number = number.map_err(|_| Problem::new(at, Trouble::NotANumber { found: text }))?;
                self.node(start, Kind::Literal(Value::Number(number)))
            }
            lex::Kind::Text(text) => {
                self.place += 1;
                self.node(start, Kind::Literal(Value::text(text)))
            }
            lex::Kind::At(text) => {
                self.place += 1;
                let value = temporal::read(&text);
                let value = value.ok_or(Problem::new(at, Trouble::NotTemporal { found: text }))?;
                self.node(start, Kind::Literal(value))
            }
            lex::Kind::Sign("(") => {
                self.place += 1;
                let inner = self.expression()?;
                if self.sign_at(0) == Some("..") {
                    return self.range(start, inner, false);
                }
                self.expect(")")?;
                Ok(Node { at: start..self.tokens[self.place - 1].at.end, ..inner })
            }
            lex::Kind::Sign("[") => {
                self.place += 1;
                if self.take_sign("]") {
                    return self.node(start, Kind::List(Vec::new()));
                }
                let first = self.expression()?;
                if self.sign_at(0) == Some("..") {
                    return self.range(start, first, true);
                }
                let mut all = vec![first];
                while self.take_sign(",") {
                    all.push(self.expression()?);
                }
                self.expect("]")?;
                self.node(start, Kind::List(all))
            }
            lex::Kind::Sign("]") => {
                self.place += 1;
                let low = self.expression()?;
                self.range(start, low, false)
            }
            lex::Kind::Sign("{") => self.context(),
            lex::Kind::Sign("?") => {
                self.place += 1;
                self.node(start, Kind::Name("?".into()))
            }
            lex::Kind::Word(word) => self.word(&word),
            lex::Kind::Sign(_) | lex::Kind::End => Err(self.not_expected()),
        }
    }

    /// The rest of `low..high`, with its closing bracket.
    pub(super) fn range(&mut self, start: usize, low: Node, low_in: bool) -> Parsed<Node> {
        self.expect("..")?;
        let high = self.expression()?;
        let high_in = match self.sign_at(0) {
            Some("]") => true,
            Some(")" | "[") => false,
            _ => return Err(self.not_expected()),
        };
        self.place += 1;
        let ends = (Some(Box::new(low)), Some(Box::new(high)));
        self.node(start, Kind::Range { low: ends.0, low_in, high: ends.1, high_in })
    }

    /// Entries may use those before them.
    pub(super) fn context(&mut self) -> Parsed<Node> {
        let start = self.here().start;
        self.expect("{")?;
        let before = self.known.len();
        let mut entries: Vec<(String, Node)> = Vec::new();
        while !self.take_sign("}") {
            if !entries.is_empty() {
                self.expect(",")?;
            }
            let name = match self.kind().clone() {
                lex::Kind::Text(text) => {
                    self.place += 1;
                    text
                }
                _ => self.new_name(|parser| parser.sign_at(0) == Some(":"))?,
            };
            self.expect(":")?;
            let value = self.expression()?;
            self.known.push(name.clone());
            entries.push((name, value));
        }
        self.known.truncate(before);
        self.node(start, Kind::Context(entries))
    }

    pub(super) fn word(&mut self, word: &str) -> Parsed<Node> {
        let at = self.here();
        if let Some((name, count)) = self.longest(|name| self.knows(name)) {
            self.place += count;
            return self.node(at.start, Kind::Name(name));
        }
        match word {
            "true" | "false" => {
                self.place += 1;
                self.node(at.start, Kind::Literal(Value::Bool(word == "true")))
            }
            "null" => {
                self.place += 1;
                self.node(at.start, Kind::Literal(Value::Null))
            }
            "function" => self.function(),
            // In the middle of an expression too, as in `1 + if a then 2 else 3`.
            "if" | "for" | "some" | "every" => self.expression(),
            keyword if KEYWORDS.contains(&keyword) => Err(self.not_expected()),
            name => {
                self.place += 1;
                self.node(at.start, Kind::Name(name.to_string()))
            }
        }
    }

    pub(super) fn function(&mut self) -> Parsed<Node> {
        let start = self.here().start;
        self.expect_word("function")?;
        self.expect("(")?;
        let mut parameters = Vec::new();
        while !self.take_sign(")") {
            if !parameters.is_empty() {
                self.expect(",")?;
            }
            let ends = |parser: &Self| matches!(parser.sign_at(0), Some("," | ")" | ":"));
            parameters.push(self.new_name(ends)?);
            if self.take_sign(":") {
                self.type_name()?;
            }
        }
        // A function of another language would have effects.
        if self.at_words(&["external"]) {
            return Err(self.not_expected());
        }
        let body = self.within(parameters.clone(), Self::expression)?;
        self.node(start, Kind::Function(parameters, Box::new(body)))
    }

    /// `days and time duration`, `list<number>`: what stands in angle brackets is read and left out.
    pub(super) fn type_name(&mut self) -> Parsed<String> {
        let names = builtin::TYPES;
        let longest = (1..=WORDS_MAX).rev().find_map(|count| {
            let name = self.joined(count)?;
            names.contains(&name.as_str()).then_some((name, count))
        });
        let Some((name, count)) = longest else { return Err(self.not_expected()) };
        self.place += count;
        if self.take_sign("<") {
            let mut open = 1;
            while open > 0 {
                match self.kind() {
                    lex::Kind::Sign("<") => open += 1,
                    lex::Kind::Sign(">") => open -= 1,
                    lex::Kind::End => return Err(self.not_expected()),
                    _ => {}
                }
                self.place += 1;
            }
        }
        Ok(name)
    }
}
