//! The names of types: `number`, `list<date>`, `context<a: string>`, `function<number> -> string`.

use super::{NESTED_MAX, Parsed, Parser};
use crate::problem::{ExpressionTrouble, Problem};
use crate::types::{Signature, Type};
use std::collections::BTreeMap;

impl Parser<'_> {
    pub(super) fn type_name(&mut self) -> Parsed<Type> {
        self.nested += 1;
        if self.nested > NESTED_MAX {
            return Err(Problem::new(self.here(), ExpressionTrouble::TooDeep));
        }
        let own = |name: &str| self.types.contains_key(name).then(|| name.to_string());
        let longest = self.longest(|name| own(name).or_else(|| simple(name).map(|_| name.to_string())));
        let unknown = || self.word_at(0).map(|word| (word.to_string(), 1));
        let Some((name, count)) = longest.or_else(unknown) else { return Err(self.not_expected()) };
        self.place += count;
        let kind = match (name.as_str(), self.types.get(&name)) {
            (_, Some(kind)) => kind.clone(),
            ("list", _) => Type::list(self.of_type()?),
            ("range", _) => Type::Range(Box::new(self.of_type()?)),
            ("context", _) => self.context_type()?,
            ("function", _) => self.function_type()?,
            (name, _) => simple(name).unwrap_or_else(|| Type::Unknown(name.into())),
        };
        self.nested -= 1;
        Ok(kind)
    }

    /// `<number>`, or nothing, which is anything.
    fn of_type(&mut self) -> Parsed<Type> {
        if !self.take_sign("<") {
            return Ok(Type::Any);
        }
        let of = self.type_name()?;
        self.expect(">")?;
        Ok(of)
    }

    fn context_type(&mut self) -> Parsed<Type> {
        if !self.take_sign("<") {
            return Ok(Type::Context(None));
        }
        let mut parts = BTreeMap::new();
        while !self.take_sign(">") {
            if !parts.is_empty() {
                self.expect(",")?;
            }
            let name = self.new_name(|parser| parser.sign_at(0) == Some(":"))?;
            self.expect(":")?;
            parts.insert(name, self.type_name()?);
        }
        Ok(Type::Context(Some(parts)))
    }

    fn function_type(&mut self) -> Parsed<Type> {
        if !self.take_sign("<") {
            return Ok(Type::Function(None));
        }
        let mut takes = Vec::new();
        while !self.take_sign(">") {
            if !takes.is_empty() {
                self.expect(",")?;
            }
            takes.push(self.type_name()?);
        }
        self.expect("->")?;
        let gives = self.type_name()?;
        Ok(Type::Function(Some(Box::new(Signature { takes, gives }))))
    }
}

type Make = fn() -> Type;

/// The types of the standard by their names, those of others with others still open.
pub(crate) const SIMPLE: [(&str, Make); 14] = [
    ("Any", || Type::Any),
    ("Null", || Type::Null),
    ("number", || Type::Number),
    ("string", || Type::Text),
    ("boolean", || Type::Bool),
    ("date", || Type::Date),
    ("time", || Type::Time),
    ("date and time", || Type::DateTime),
    ("days and time duration", || Type::Duration),
    ("years and months duration", || Type::Months),
    ("list", || Type::list(Type::Any)),
    ("range", || Type::Range(Box::new(Type::Any))),
    ("context", || Type::Context(None)),
    ("function", || Type::Function(None)),
];

fn simple(name: &str) -> Option<Type> {
    SIMPLE.iter().find(|(known, _)| *known == name).map(|(_, kind)| kind())
}
