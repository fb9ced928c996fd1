//! Tokens to a tree. One function a level of binding, the loosest first.

mod atoms;
mod cursor;
mod kinds;
mod names;
mod operators;

pub(crate) use kinds::SIMPLE;
pub(crate) use names::{KnownNames, is_name};

use crate::ast::{ExpressionNode, Source, SyntaxKind};
use crate::lex::{self, Lexeme};
use crate::problem::{ExpressionTrouble, Problem};
use crate::types::Type;
use std::collections::BTreeMap;
use std::sync::Arc;

type Parsed<T> = Result<T, Problem>;

/// Brackets within brackets while reading: each takes stack.
const NESTED_MAX: u32 = 40;
/// Variables of one `for`, `some` or `every`.
const VARIABLES_MAX: usize = 20;

/// Types somebody gave names to.
pub(crate) type Types = BTreeMap<String, Type>;

pub(crate) fn expression(text: &str, names: &KnownNames, types: &Types) -> Parsed<ExpressionNode> {
    let mut parser = Parser::new(text, names, types)?;
    let node = parser.expression()?;
    parser.end()?;
    Ok(node)
}

pub(crate) fn tests(text: &str, names: &KnownNames, types: &Types) -> Parsed<ExpressionNode> {
    let mut parser = Parser::new(text, names, types)?;
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
    Ok(ExpressionNode::new(start..text.len(), SyntaxKind::Tests { tests, negated }))
}

/// A range as text, as the function `range` takes it: here an end may be left open.
pub(crate) fn range(text: &str) -> Parsed<ExpressionNode> {
    let (names, types) = (KnownNames::new([]), Types::new());
    let mut parser = Parser::new(text, &names, &types)?;
    let node = parser.range_text()?;
    parser.end()?;
    Ok(node)
}

/// A type as it is written.
pub(crate) fn kind(text: &str, types: &Types) -> Parsed<Type> {
    let names = KnownNames::new([]);
    let mut parser = Parser::new(text, &names, types)?;
    let kind = parser.type_name()?;
    parser.end()?;
    Ok(kind)
}

struct Parser<'a> {
    tokens: Vec<Lexeme>,
    place: usize,
    names: &'a KnownNames,
    types: &'a Types,
    /// Names made on the way: parameters, entries, variables. Cut back where they end.
    known: Vec<String>,
    /// Names of entries written down so far: they may be parts of what follows.
    keys: names::ContextKeys,
    /// The most parts a name has that is known so far.
    parts_max: usize,
    nested: u32,
    /// How many filters the current place is inside of: there the parts of the filtered items are names, and which they
    /// are is not known.
    filters: u32,
    /// How many ends of ranges are being read: behind one, `[` may be a closing bracket.
    range_ends: u32,
}

impl<'a> Parser<'a> {
    fn new(text: &str, names: &'a KnownNames, types: &'a Types) -> Parsed<Parser<'a>> {
        let parts_max = types.keys().map(|name| names::length(name)).max().unwrap_or(0).max(names.parts());
        Ok(Parser {
            tokens: lex::tokens(text)?,
            place: 0,
            names,
            types,
            known: Vec::new(),
            keys: names.keys.clone(),
            parts_max,
            nested: 0,
            filters: 0,
            range_ends: 0,
        })
    }

    fn expression(&mut self) -> Parsed<ExpressionNode> {
        self.nested += 1;
        if self.nested > NESTED_MAX {
            return Err(Problem::new(self.here(), ExpressionTrouble::TooDeep));
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

    fn condition(&mut self) -> Parsed<ExpressionNode> {
        let start = self.here().start;
        self.expect_word("if")?;
        let test = self.expression()?;
        self.expect_word("then")?;
        let then = self.expression()?;
        self.expect_word("else")?;
        let otherwise = self.expression()?;
        self.node(start, SyntaxKind::If(Box::new(test), Box::new(then), Box::new(otherwise)))
    }

    fn iteration(&mut self) -> Parsed<ExpressionNode> {
        let start = self.here().start;
        self.expect_word("for")?;
        let before = self.known.len();
        let over = self.sources()?;
        self.expect_word("return")?;
        self.known.push("partial".into());
        let result = self.expression();
        self.known.truncate(before);
        self.node(start, SyntaxKind::For(over, Box::new(result?)))
    }

    fn quantified(&mut self) -> Parsed<ExpressionNode> {
        let start = self.here().start;
        let every = self.at_words(&["every"]);
        self.place += 1;
        let before = self.known.len();
        let over = self.sources()?;
        self.expect_word("satisfies")?;
        let satisfies = self.expression();
        self.known.truncate(before);
        self.node(start, SyntaxKind::Quantified { every, over, satisfies: Box::new(satisfies?) })
    }

    /// `x in xs, y in 1..3`: each variable is known from the next source on.
    fn sources(&mut self) -> Parsed<Vec<(Arc<str>, Source)>> {
        let mut sources = Vec::new();
        loop {
            if sources.len() == VARIABLES_MAX {
                return Err(Problem::new(self.here(), ExpressionTrouble::TooDeep));
            }
            let name = self.new_name(|parser| parser.at_words(&["in"]))?;
            self.expect_word("in")?;
            let first = self.expression()?;
            let source = match self.take_sign("..") {
                true => Source::Span(first, self.expression()?),
                false => Source::List(first),
            };
            sources.push((name.as_str().into(), source));
            self.known.push(name);
            if !self.take_sign(",") {
                return Ok(sources);
            }
        }
    }
}
