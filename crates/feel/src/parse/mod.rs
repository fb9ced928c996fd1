//! Tokens to a tree. One function a level of binding, the loosest first.

mod atoms;
mod cursor;
mod operators;

use crate::ast::{Kind, Node, Source};
use crate::lex::{self, Token};
use crate::problem::{Problem, Trouble};
use std::collections::BTreeSet;

type Parsed<T> = Result<T, Problem>;

/// Brackets inside brackets, no deeper than this while reading.
const NESTED_MAX: u32 = 40;
/// Variables of one `for`, `some` or `every`.
const VARIABLES_MAX: usize = 20;

pub(crate) fn expression(text: &str, names: &BTreeSet<String>) -> Parsed<Node> {
    let mut parser = Parser::new(text, names)?;
    let node = parser.expression()?;
    parser.end()?;
    Ok(node)
}

pub(crate) fn tests(text: &str, names: &BTreeSet<String>) -> Parsed<Node> {
    let mut parser = Parser::new(text, names)?;
    parser.known.push("?".into());
    let start = parser.here().start;
    let negated = parser.at_words(&["not"]) && parser.sign_at(1) == Some("(");
    let tests = if negated {
        parser.place += 2;
        let tests = parser.test_list()?;
        parser.expect(")")?;
        tests
    } else {
        parser.test_list()?
    };
    parser.end()?;
    Ok(Node::new(start..text.len(), Kind::Tests { tests, negated }))
}

struct Parser<'a> {
    tokens: Vec<Token>,
    place: usize,
    names: &'a BTreeSet<String>,
    /// Names made on the way: parameters, entries, variables. Cut back where they end.
    known: Vec<String>,
    nested: u32,
}

impl<'a> Parser<'a> {
    fn new(text: &str, names: &'a BTreeSet<String>) -> Parsed<Parser<'a>> {
        Ok(Parser { tokens: lex::tokens(text)?, place: 0, names, known: Vec::new(), nested: 0 })
    }

    fn expression(&mut self) -> Parsed<Node> {
        self.nested += 1;
        if self.nested > NESTED_MAX {
            return Err(Problem::new(self.here(), Trouble::TooDeep));
        }
        let node = match self.word_at(0) {
            Some("if") => self.condition(),
            Some("for") => self.iteration(),
            Some("some" | "every") => self.quantified(),
            _ => self.disjunction(),
        };
        self.nested -= 1;
        node
    }

    fn condition(&mut self) -> Parsed<Node> {
        let start = self.here().start;
        self.expect_word("if")?;
        let test = self.expression()?;
        self.expect_word("then")?;
        let then = self.expression()?;
        self.expect_word("else")?;
        let otherwise = self.expression()?;
        self.node(start, Kind::If(Box::new(test), Box::new(then), Box::new(otherwise)))
    }

    fn iteration(&mut self) -> Parsed<Node> {
        let start = self.here().start;
        self.expect_word("for")?;
        let before = self.known.len();
        let over = self.sources()?;
        self.expect_word("return")?;
        self.known.push("partial".into());
        let result = self.expression();
        self.known.truncate(before);
        self.node(start, Kind::For(over, Box::new(result?)))
    }

    fn quantified(&mut self) -> Parsed<Node> {
        let start = self.here().start;
        let every = self.at_words(&["every"]);
        self.place += 1;
        let before = self.known.len();
        let over = self.sources()?;
        self.expect_word("satisfies")?;
        let satisfies = self.expression();
        self.known.truncate(before);
        self.node(start, Kind::Quantified { every, over, satisfies: Box::new(satisfies?) })
    }

    /// `x in xs, y in 1..3`: each variable is known from the next source on.
    fn sources(&mut self) -> Parsed<Vec<(String, Source)>> {
        let mut sources = Vec::new();
        loop {
            if sources.len() == VARIABLES_MAX {
                return Err(Problem::new(self.here(), Trouble::TooDeep));
            }
            let name = self.new_name(|parser| parser.at_words(&["in"]))?;
            self.expect_word("in")?;
            let first = self.expression()?;
            let source = match self.take_sign("..") {
                true => Source::Span(first, self.expression()?),
                false => Source::List(first),
            };
            self.known.push(name.clone());
            sources.push((name, source));
            if !self.take_sign(",") {
                return Ok(sources);
            }
        }
    }
}
