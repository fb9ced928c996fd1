//! Tokens to a tree. One function a level of binding, the loosest first.

use crate::ast::{Arguments, Kind, Node, Operator, Source, Test};
use crate::builtin;
use crate::lex::{self, Token};
use crate::problem::{Problem, Trouble};
use crate::temporal;
use crate::value::Value;
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use std::ops::Range;
use std::str::FromStr;

type Parsed<T> = Result<T, Problem>;

/// Brackets inside brackets, no deeper than this while reading.
const NESTED_MAX: u32 = 40;
/// Parts inside parts of the tree: a sum of three is two deep.
const DEPTH_MAX: u16 = 120;
/// No name has more words.
const WORDS_MAX: usize = 8;

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

/// Parts of dates, durations and ranges whose names are of two words.
const PARTS: [&str; 4] = ["start included", "end included", "time offset", "timezone"];

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

    // Looking and taking.

    fn here(&self) -> Range<usize> {
        self.tokens[self.place].at.clone()
    }

    fn kind(&self) -> &lex::Kind {
        &self.tokens[self.place].kind
    }

    fn sign_at(&self, ahead: usize) -> Option<&'static str> {
        match self.tokens.get(self.place + ahead).map(|token| &token.kind) {
            Some(lex::Kind::Sign(sign)) => Some(sign),
            _ => None,
        }
    }

    fn word_at(&self, ahead: usize) -> Option<&str> {
        match self.tokens.get(self.place + ahead).map(|token| &token.kind) {
            Some(lex::Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn at_words(&self, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(ahead, word)| self.word_at(ahead) == Some(*word))
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let there = self.sign_at(0) == Some(sign);
        self.place += usize::from(there);
        there
    }

    fn take_words(&mut self, words: &[&str]) -> bool {
        let there = self.at_words(words);
        self.place += if there { words.len() } else { 0 };
        there
    }

    fn expect(&mut self, sign: &str) -> Parsed<()> {
        if self.take_sign(sign) { Ok(()) } else { Err(self.not_expected()) }
    }

    fn expect_word(&mut self, word: &str) -> Parsed<()> {
        if self.take_words(&[word]) { Ok(()) } else { Err(self.not_expected()) }
    }

    fn end(&self) -> Parsed<()> {
        if *self.kind() == lex::Kind::End { Ok(()) } else { Err(self.not_expected()) }
    }

    fn not_expected(&self) -> Problem {
        let found = match self.kind() {
            lex::Kind::End => return Problem::new(self.here(), Trouble::EndsTooEarly),
            lex::Kind::Number(text) | lex::Kind::Word(text) => text.clone(),
            lex::Kind::Text(text) => format!("\"{text}\""),
            lex::Kind::At(text) => format!("@\"{text}\""),
            lex::Kind::Sign(sign) => sign.to_string(),
        };
        Problem::new(self.here(), Trouble::NotExpected { found })
    }

    fn node(&self, start: usize, kind: Kind) -> Parsed<Node> {
        let end = self.tokens[..self.place].last().map_or(start, |token| token.at.end);
        let node = Node::new(start..end.max(start), kind);
        match node.depth > DEPTH_MAX {
            true => Err(Problem::new(node.at, Trouble::TooDeep)),
            false => Ok(node),
        }
    }

    /// Runs a part with names that end with it.
    fn within<T>(&mut self, names: Vec<String>, part: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let before = self.known.len();
        self.known.extend(names);
        let parsed = part(self);
        self.known.truncate(before);
        parsed
    }

    // Expressions.

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

    fn disjunction(&mut self) -> Parsed<Node> {
        self.left_to_right(Self::conjunction, |parser| parser.take_words(&["or"]).then_some(Operator::Or))
    }

    fn conjunction(&mut self) -> Parsed<Node> {
        self.left_to_right(Self::comparison, |parser| parser.take_words(&["and"]).then_some(Operator::And))
    }

    fn left_to_right(
        &mut self,
        part: fn(&mut Self) -> Parsed<Node>,
        operator: fn(&mut Self) -> Option<Operator>,
    ) -> Parsed<Node> {
        let mut left = part(self)?;
        while let Some(operator) = operator(self) {
            let right = part(self)?;
            let start = left.at.start;
            left = self.node(start, Kind::Binary(operator, Box::new(left), Box::new(right)))?;
        }
        Ok(left)
    }

    fn comparison(&mut self) -> Parsed<Node> {
        let mut left = self.addition()?;
        loop {
            let start = left.at.start;
            if let Some(operator) = self.take_comparison() {
                let right = self.addition()?;
                left = self.node(start, Kind::Binary(operator, Box::new(left), Box::new(right)))?;
            } else if self.take_words(&["between"]) {
                let low = self.addition()?;
                self.expect_word("and")?;
                let high = self.addition()?;
                left = self.node(start, Kind::Between(Box::new(left), Box::new(low), Box::new(high)))?;
            } else if self.take_words(&["in"]) {
                let tests = self.in_tests()?;
                left = self.node(start, Kind::In(Box::new(left), tests))?;
            } else {
                return Ok(left);
            }
        }
    }

    fn take_comparison(&mut self) -> Option<Operator> {
        let operator = match self.sign_at(0)? {
            "=" => Operator::Equal,
            "!=" => Operator::NotEqual,
            "<" => Operator::Less,
            "<=" => Operator::LessOrEqual,
            ">" => Operator::Greater,
            ">=" => Operator::GreaterOrEqual,
            _ => return None,
        };
        self.place += 1;
        Some(operator)
    }

    /// What stands after `in`: one test, or several in round brackets, which also begin a range.
    fn in_tests(&mut self) -> Parsed<Vec<Test>> {
        let start = self.here().start;
        if !self.take_sign("(") {
            return Ok(vec![self.test()?]);
        }
        let first = self.test()?;
        match (first, self.sign_at(0)) {
            (Test::Value(low), Some("..")) => Ok(vec![Test::Value(self.range(start, low, false)?)]),
            (first, _) => {
                let mut tests = vec![first];
                while self.take_sign(",") {
                    tests.push(self.test()?);
                }
                self.expect(")")?;
                Ok(tests)
            }
        }
    }

    fn test_list(&mut self) -> Parsed<Vec<Test>> {
        let mut tests = vec![self.test()?];
        while self.take_sign(",") {
            tests.push(self.test()?);
        }
        Ok(tests)
    }

    fn test(&mut self) -> Parsed<Test> {
        let alone = matches!(self.tokens.get(self.place + 1).map(|token| &token.kind), Some(lex::Kind::End))
            || matches!(self.sign_at(1), Some("," | ")"));
        if self.sign_at(0) == Some("-") && alone {
            self.place += 1;
            return Ok(Test::Any);
        }
        match self.take_comparison() {
            Some(operator) => Ok(Test::Compare(operator, self.addition()?)),
            None => Ok(Test::Value(self.expression()?)),
        }
    }

    fn addition(&mut self) -> Parsed<Node> {
        self.left_to_right(Self::multiplication, |parser| match parser.sign_at(0)? {
            "+" => parser.taken(Operator::Add),
            "-" => parser.taken(Operator::Subtract),
            _ => None,
        })
    }

    fn multiplication(&mut self) -> Parsed<Node> {
        self.left_to_right(Self::power, |parser| match parser.sign_at(0)? {
            "*" => parser.taken(Operator::Multiply),
            "/" => parser.taken(Operator::Divide),
            _ => None,
        })
    }

    fn power(&mut self) -> Parsed<Node> {
        self.left_to_right(Self::negation, |parser| match parser.sign_at(0)? {
            "**" => parser.taken(Operator::Power),
            _ => None,
        })
    }

    fn taken(&mut self, operator: Operator) -> Option<Operator> {
        self.place += 1;
        Some(operator)
    }

    fn negation(&mut self) -> Parsed<Node> {
        let start = self.here().start;
        if !self.take_sign("-") {
            return self.instance();
        }
        self.nested += 1;
        if self.nested > NESTED_MAX {
            return Err(Problem::new(self.here(), Trouble::TooDeep));
        }
        let inner = self.negation()?;
        self.nested -= 1;
        self.node(start, Kind::Negate(Box::new(inner)))
    }

    fn instance(&mut self) -> Parsed<Node> {
        let value = self.postfix()?;
        let start = value.at.start;
        if !self.take_words(&["instance", "of"]) {
            return Ok(value);
        }
        let kind = self.type_name()?;
        self.node(start, Kind::InstanceOf(Box::new(value), kind))
    }

    /// `days and time duration`, `list<number>`: what stands in angle brackets is read and left out.
    fn type_name(&mut self) -> Parsed<String> {
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

    /// Paths, filters and calls.
    fn postfix(&mut self) -> Parsed<Node> {
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

    fn part_name(&mut self) -> Parsed<String> {
        if let Some((name, count)) = self.longest(|name| PARTS.contains(&name)) {
            self.place += count;
            return Ok(name);
        }
        let Some(word) = self.word_at(0).map(str::to_string) else { return Err(self.not_expected()) };
        self.place += 1;
        Ok(word)
    }

    fn arguments(&mut self) -> Parsed<Arguments> {
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

    fn primary(&mut self) -> Parsed<Node> {
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
    fn range(&mut self, start: usize, low: Node, low_in: bool) -> Parsed<Node> {
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
    fn context(&mut self) -> Parsed<Node> {
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

    fn word(&mut self, word: &str) -> Parsed<Node> {
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

    fn function(&mut self) -> Parsed<Node> {
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

    // Names.

    fn knows(&self, name: &str) -> bool {
        self.known.iter().any(|known| known == name)
            || self.names.contains(name)
            || builtin::find(name).is_some()
    }

    /// The longest name that begins here and fits.
    fn longest(&self, fits: impl Fn(&str) -> bool) -> Option<(String, usize)> {
        (1..=WORDS_MAX).rev().find_map(|count| {
            let name = self.joined(count)?;
            fits(&name).then_some((name, count))
        })
    }

    /// So many words from here, as one name.
    fn joined(&self, count: usize) -> Option<String> {
        let words: Option<Vec<&str>> = (0..count).map(|ahead| self.word_at(ahead)).collect();
        Some(words?.join(" "))
    }

    /// A name being made: all words up to where it ends.
    fn new_name(&mut self, ends: impl Fn(&Self) -> bool) -> Parsed<String> {
        let mut words: Vec<String> = Vec::new();
        while !ends(self) {
            match self.word_at(0) {
                Some(word) if words.len() < WORDS_MAX => words.push(word.to_string()),
                _ => return Err(self.not_expected()),
            }
            self.place += 1;
        }
        if words.is_empty() { Err(self.not_expected()) } else { Ok(words.join(" ")) }
    }
}
