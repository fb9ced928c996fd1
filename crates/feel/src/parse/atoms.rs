//! What binds tightest: literals, names, brackets, and the paths, filters and calls behind them.

use super::{Parsed, Parser};
use crate::ast::{CallArguments, Definition, ExpressionNode, Operator, SyntaxKind};
use crate::lex;
use crate::number::Decimal;
use crate::parts;
use crate::problem::{ExpressionTrouble, Problem};
use crate::temporal;
use crate::types::Type;
use crate::value::{RangeForm, Value};
use std::str::FromStr;
use std::sync::Arc;

pub(super) const KEYWORDS: [&str; 20] = [
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
    pub(super) fn postfix(&mut self) -> Parsed<ExpressionNode> {
        let node = self.primary()?;
        self.postfix_of(node)
    }

    /// The same behind what has been read.
    pub(super) fn postfix_of(&mut self, mut node: ExpressionNode) -> Parsed<ExpressionNode> {
        loop {
            let start = node.at.start;
            if self.take_sign(".") {
                let name = self.part_name()?;
                node = self.node(start, SyntaxKind::Path(Box::new(node), name))?;
            } else if self.take_sign("...") {
                let name = self.part_name()?;
                node = self.node(start, SyntaxKind::Descendants(Box::new(node), name))?;
            } else if self.sign_at(0) == Some("[") && !self.ends_range() {
                self.place += 1;
                self.filters += 1;
                let filter = self.within(&["item"], Self::expression)?;
                self.filters -= 1;
                self.expect("]")?;
                node = self.node(start, SyntaxKind::Filter(Box::new(node), Box::new(filter)))?;
            } else if self.take_sign("(") {
                let arguments = self.arguments()?;
                node = self.node(start, SyntaxKind::Call(Box::new(node), arguments))?;
            } else {
                return Ok(node);
            }
        }
    }

    /// Names of entries written down in the expression are known; of others all words are taken.
    pub(super) fn part_name(&mut self) -> Parsed<String> {
        let known = |name: &str| parts::OF_TWO_WORDS.contains(&name) || self.keys.contains(name);
        if let Some((name, count)) = self.longest(|name| known(name).then(|| name.to_string())) {
            self.place += count;
            return Ok(name);
        }
        self.words_ahead()
    }

    pub(super) fn arguments(&mut self) -> Parsed<CallArguments> {
        if self.take_sign(")") {
            return Ok(CallArguments::Placed(Vec::new()));
        }
        let arguments = if self.named_ahead() {
            let mut all = Vec::new();
            loop {
                let name = self.new_name(|parser| parser.sign_at(0) == Some(":"))?;
                self.expect(":")?;
                all.push((name, self.expression()?));
                if !self.take_sign(",") {
                    break;
                }
            }
            CallArguments::Named(all)
        } else {
            let mut all = vec![self.expression()?];
            while self.take_sign(",") {
                all.push(self.expression()?);
            }
            CallArguments::Placed(all)
        };
        self.expect(")")?;
        Ok(arguments)
    }

    pub(super) fn primary(&mut self) -> Parsed<ExpressionNode> {
        let at = self.here();
        let start = at.start;
        match self.kind().clone() {
            lex::TokenKind::Number(text) => {
                self.place += 1;
                // Digits behind the point may be rounded; of a whole number none is changed in silence.
                let whole = text.split(['.', 'e', 'E']).next().unwrap_or_default();
                let kept = whole.trim_start_matches('0').trim_end_matches('0').len() <= Decimal::DIGITS_MAX;
                let number = Decimal::from_str(&text).ok().filter(|_| kept);
                let number =
                    number.ok_or_else(|| Problem::new(at, ExpressionTrouble::NotANumber { found: text }))?;
                self.node(start, SyntaxKind::Literal(Value::Number(number)))
            }
            lex::TokenKind::Text(text) => {
                self.place += 1;
                self.node(start, SyntaxKind::Literal(Value::text(text)))
            }
            lex::TokenKind::At(text) => {
                self.place += 1;
                let kind = temporal::read(&text).map_or(SyntaxKind::NotTemporal(text), SyntaxKind::Literal);
                self.node(start, kind)
            }
            lex::TokenKind::Sign("(") => {
                self.place += 1;
                let inner = self.expression()?;
                if self.sign_at(0) == Some("..") {
                    return self.range(start, inner, false);
                }
                self.expect(")")?;
                Ok(ExpressionNode { at: start..self.tokens[self.place - 1].at.end, ..inner })
            }
            lex::TokenKind::Sign("[") => {
                self.place += 1;
                if self.take_sign("]") {
                    return self.node(start, SyntaxKind::List(Vec::new()));
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
                self.node(start, SyntaxKind::List(all))
            }
            lex::TokenKind::Sign("]") => {
                self.place += 1;
                let low = self.range_end()?;
                self.range(start, low, false)
            }
            lex::TokenKind::Sign("=" | "!=" | "<" | "<=" | ">" | ">=") => self.one_sided(),
            lex::TokenKind::Sign("{") => self.context(),
            lex::TokenKind::Sign("?") => {
                self.place += 1;
                self.node(start, SyntaxKind::Name("?".into()))
            }
            lex::TokenKind::Word(word) => self.word(&word),
            lex::TokenKind::Sign(_) | lex::TokenKind::End => Err(self.not_expected()),
        }
    }

    /// The rest of `low..high`, with its closing bracket.
    pub(super) fn range(
        &mut self,
        start: usize,
        low: ExpressionNode,
        low_in: bool,
    ) -> Parsed<ExpressionNode> {
        self.expect("..")?;
        let high = self.range_end()?;
        let high_in = self.closing_bracket()?;
        let (low, high) = (Some(Box::new(low)), Some(Box::new(high)));
        self.node(start, SyntaxKind::Range { low, low_in, high, high_in, form: RangeForm::Between })
    }

    fn closing_bracket(&mut self) -> Parsed<bool> {
        let high_in = match self.sign_at(0) {
            Some("]") => true,
            Some(")" | "[") => false,
            _ => return Err(self.not_expected()),
        };
        self.place += 1;
        Ok(high_in)
    }

    /// An end of a range: what stands behind it may be its closing bracket, `[`, and no filter.
    fn range_end(&mut self) -> Parsed<ExpressionNode> {
        self.range_ends += 1;
        let end = self.expression();
        self.range_ends -= 1;
        end
    }

    /// Whether this `[` closes a range and opens no filter: nothing follows that could be inside of one, or what does
    /// is never closed.
    fn ends_range(&self) -> bool {
        if self.range_ends == 0 {
            return false;
        }
        let mut open = 0_i32;
        for token in &self.tokens[self.place..] {
            match token.kind {
                lex::TokenKind::Sign("[" | "(" | "{") => open += 1,
                lex::TokenKind::Sign("]" | ")" | "}") => open -= 1,
                lex::TokenKind::End => return true,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
        !matches!(self.tokens.get(self.place + 1).map(|token| &token.kind), Some(kind) if begins(kind))
    }

    /// `[1..3]`, `(1..)`, `]..3[`: the text of a range.
    pub(super) fn range_text(&mut self) -> Parsed<ExpressionNode> {
        let start = self.here().start;
        let low_in = match self.sign_at(0) {
            Some("[") => true,
            Some("(" | "]") => false,
            _ => return Err(self.not_expected()),
        };
        self.place += 1;
        let open = |end: &ExpressionNode| end.kind == SyntaxKind::Literal(Value::Null);
        let low = if self.sign_at(0) == Some("..") { None } else { Some(self.range_end()?) };
        self.expect("..")?;
        let closed = matches!(self.sign_at(0), Some("]" | ")" | "["));
        let high = if closed { None } else { Some(self.range_end()?) };
        let high_in = self.closing_bracket()?;
        let side = |end: Option<ExpressionNode>| end.filter(|end| !open(end)).map(Box::new);
        self.node(
            start,
            SyntaxKind::Range { low: side(low), low_in, high: side(high), high_in, form: RangeForm::Between },
        )
    }

    /// `< 5` as a value: a range with one end. `= 5` and `!= 5` have it twice.
    fn one_sided(&mut self) -> Parsed<ExpressionNode> {
        let start = self.here().start;
        let Some(operator) = self.take_comparison() else { return Err(self.not_expected()) };
        let end = Box::new(self.addition()?);
        let (low, high) = match operator {
            Operator::Less | Operator::LessOrEqual => (None, Some(end)),
            Operator::Greater | Operator::GreaterOrEqual => (Some(end), None),
            _ => (Some(end.clone()), Some(end)),
        };
        let low_in = matches!(operator, Operator::Equal | Operator::GreaterOrEqual);
        let high_in = matches!(operator, Operator::Equal | Operator::LessOrEqual);
        let form = match operator {
            Operator::Equal => RangeForm::Only,
            Operator::NotEqual => RangeForm::AllBut,
            _ => RangeForm::Between,
        };
        self.node(start, SyntaxKind::Range { low, low_in, high, high_in, form })
    }

    /// Entries may use those before them.
    pub(super) fn context(&mut self) -> Parsed<ExpressionNode> {
        let start = self.here().start;
        self.expect("{")?;
        let before = self.known.len();
        let mut entries: Vec<(Arc<str>, ExpressionNode)> = Vec::new();
        while !self.take_sign("}") {
            if !entries.is_empty() {
                self.expect(",")?;
            }
            let name = match self.kind().clone() {
                lex::TokenKind::Text(text) => {
                    self.place += 1;
                    text
                }
                _ => self.new_name(|parser| parser.sign_at(0) == Some(":"))?,
            };
            self.expect(":")?;
            let value = self.expression()?;
            self.keys.insert(name.clone());
            entries.push((name.as_str().into(), value));
            self.known.push(name);
        }
        self.known.truncate(before);
        self.node(start, SyntaxKind::Context(entries))
    }

    pub(super) fn word(&mut self, word: &str) -> Parsed<ExpressionNode> {
        let at = self.here();
        let key = |name: &str| (self.filters > 0 && self.keys.contains(name)).then(|| name.to_string());
        let longest = self.longest(|written| self.meant(written).or_else(|| key(written)));
        let longest = longest.or_else(|| self.longest(|written| self.meant_densely(written)));
        if let Some((name, count)) = longest {
            self.place += count;
            return self.node(at.start, SyntaxKind::Name(name));
        }
        match word {
            "true" | "false" => {
                self.place += 1;
                self.node(at.start, SyntaxKind::Literal(Value::Bool(word == "true")))
            }
            "null" => {
                self.place += 1;
                self.node(at.start, SyntaxKind::Literal(Value::Null))
            }
            "function" => self.function(),
            // In the middle of an expression too, as in `1 + if a then 2 else 3`.
            "if" | "for" | "some" | "every" => self.expression(),
            keyword if KEYWORDS.contains(&keyword) => Err(self.not_expected()),
            _ if self.filters > 0 => {
                let name = self.words_ahead()?;
                self.node(at.start, SyntaxKind::Name(name))
            }
            name => {
                self.place += 1;
                self.node(at.start, SyntaxKind::Name(name.to_string()))
            }
        }
    }

    pub(super) fn function(&mut self) -> Parsed<ExpressionNode> {
        let start = self.here().start;
        self.expect_word("function")?;
        self.expect("(")?;
        let mut parameters: Vec<(Arc<str>, Type)> = Vec::new();
        while !self.take_sign(")") {
            if !parameters.is_empty() {
                self.expect(",")?;
            }
            let ends = |parser: &Self| matches!(parser.sign_at(0), Some("," | ")" | ":"));
            let name = self.new_name(ends)?;
            let kind = if self.take_sign(":") { self.type_name()? } else { Type::Any };
            parameters.push((name.as_str().into(), kind));
        }
        // A function of another language would have effects.
        if self.at_words(&["external"]) {
            return Err(self.not_expected());
        }
        let names: Vec<&str> = parameters.iter().map(|(name, _)| &**name).collect();
        let body = self.within(&names, Self::expression)?;
        self.node(start, SyntaxKind::Function(Arc::new(Definition { parameters, body })))
    }
}

/// Whether an expression can begin with it.
fn begins(kind: &lex::TokenKind) -> bool {
    match kind {
        lex::TokenKind::Number(_) | lex::TokenKind::Text(_) | lex::TokenKind::At(_) => true,
        lex::TokenKind::Word(word) => {
            !matches!(word.as_str(), "and" | "or" | "in" | "between" | "instance" | "then" | "else")
                && !matches!(word.as_str(), "return" | "satisfies")
        }
        lex::TokenKind::Sign(sign) => matches!(*sign, "(" | "[" | "{" | "-" | "?"),
        lex::TokenKind::End => false,
    }
}
