//! FEEL, the expression language of DMN 1.3 to 1.5 (chapter 10), for conditions and assignments. Pure: no clock, no IO,
//! no function with effects; `now()` and `today()` give what stands under the names `now` and `today`, put there by who
//! asks. Every evaluation has a budget.
//!
//! An expression is parsed once ([`Expression::parse`]), checked against the types of the names it may use
//! ([`check`]), and evaluated as often as needed ([`Expression::evaluate`]). What the standard calls an error in a
//! value (a division by zero, text compared with a number) is `null`, as it says; the checker finds most of them.

mod arithmetic;
mod ast;
mod builtin;
mod check;
mod choices;
mod evaluate;
mod lex;
mod nearest;
mod number;
mod parse;
mod parts;
mod problem;
mod temporal;
mod types;
mod value;
mod words;
mod zone;

pub use check::{check, check_condition, check_list, remarks};
pub use choices::check_choices;
pub use evaluate::{Budget, Stopped};
pub use number::{Decimal, NotANumber};
pub use problem::{ExpressionTrouble, Problem};
pub use types::{Signature, Type};
pub use value::{NamedValues, Value, ZonedDateTime, ZonedTime};
pub use zone::{Offset, Zone};

use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A parsed expression. `Display` gives the text it was parsed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    text: String,
    root: ast::ExpressionNode,
}

impl Expression {
    /// Parses an expression. `names` are those it may use: a name may hold blanks and signs, so they must be known to
    /// be read.
    pub fn parse<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Result<Expression, Problem> {
        Expression::parse_knowing(text, names, [])
    }

    /// The same where parts of values are known by these names too: `person.last-name` is such a part, and no
    /// subtraction.
    pub fn parse_knowing<'a>(
        text: &str,
        names: impl IntoIterator<Item = &'a str>,
        parts: impl IntoIterator<Item = &'a str>,
    ) -> Result<Expression, Problem> {
        Expression::parse_with(text, names, parts, &BTreeMap::new())
    }

    /// The same with types somebody gave names to, for `instance of` and the parameters of functions.
    pub fn parse_with<'a>(
        text: &str,
        names: impl IntoIterator<Item = &'a str>,
        parts: impl IntoIterator<Item = &'a str>,
        types: &BTreeMap<String, Type>,
    ) -> Result<Expression, Problem> {
        let known =
            composed(names).with_parts(parts.into_iter().map(|part| typed::composed(part).into_owned()));
        Ok(Expression { text: text.to_string(), root: parse::expression(text, &known, types)? })
    }

    /// Parses the unary tests of a cell of a decision table, such as `> 3, 5`; the value tested is named `?`.
    pub fn parse_tests<'a>(
        text: &str,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Expression, Problem> {
        let root = parse::tests(text, &composed(names), &BTreeMap::new())?;
        Ok(Expression { text: text.to_string(), root })
    }

    /// Its value where the names have these values; a name without one is `null`.
    pub fn evaluate(&self, names: &NamedValues, budget: Budget) -> Result<Value, Stopped> {
        evaluate::evaluate(&self.root, names, budget)
    }

    /// The names it speaks of, of functions too.
    pub fn names(&self) -> BTreeSet<&str> {
        let (mut found, mut left) = (BTreeSet::new(), vec![&self.root]);
        while let Some(node) = left.pop() {
            if let ast::SyntaxKind::Name(name) = &node.kind {
                found.insert(name.as_str());
            }
            left.extend(node.kind.children());
        }
        found
    }
}

fn composed<'a>(names: impl IntoIterator<Item = &'a str>) -> parse::KnownNames {
    parse::KnownNames::new(names.into_iter().map(|name| typed::composed(name).into_owned()))
}

/// The instant an expression is given; nothing where it is given none.
pub(crate) fn now(names: &NamedValues) -> Option<ZonedDateTime> {
    match names.get("now") {
        Some(Value::DateTime(moment)) => Some(*moment),
        _ => None,
    }
}

/// The day it is given, or that of the instant.
pub(crate) fn today(names: &NamedValues) -> Option<Date> {
    match names.get("today") {
        Some(Value::Date(date)) => Some(*date),
        _ => now(names).map(|moment| moment.civil.date()),
    }
}

/// What a composed name stands for, also where it was kept in pieces.
pub(crate) fn named<'a, T>(names: &'a BTreeMap<String, T>, name: &str) -> Option<&'a T> {
    let in_pieces = || names.iter().find(|(known, _)| !known.is_ascii() && typed::composed(known) == name);
    names.get(name).or_else(|| in_pieces().map(|(_, value)| value))
}

impl std::fmt::Display for Expression {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str(&self.text)
    }
}
