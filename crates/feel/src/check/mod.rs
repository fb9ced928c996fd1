//! The type checker: the type of an expression, and what in it can never be right.
//!
//! An unknown name is an error here, told with the nearest known one; so is a comparison that is always `null`. A type
//! that cannot be told is `Any`, which fits everything: what has an answer is not refused.

mod call;
mod loops;
mod operators;
mod part;

use crate::Expression;
use crate::ast::{Definition, ExpressionNode, Operator, SyntaxKind};
use crate::builtin;
use crate::nearest::nearest;
use crate::parse::SIMPLE;
use crate::problem::{ExpressionTrouble, Problem};
use crate::types::{self, Signature, Type};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The type of an expression over names of these types, or all that is wrong with it.
pub fn check(expression: &Expression, names: &BTreeMap<String, Type>) -> Result<Type, Vec<Problem>> {
    let mut checker = Checker::new(names);
    let kind = checker.kind(&expression.root);
    if checker.problems.is_empty() { Ok(kind) } else { Err(checker.problems) }
}

/// What in an expression has an answer, and most likely another than its author thinks.
pub fn remarks(expression: &Expression, names: &BTreeMap<String, Type>) -> Vec<Problem> {
    let mut checker = Checker::new(names);
    checker.kind(&expression.root);
    checker.remarks
}

/// The same as [`check`] for a condition, which must be true or false. A part of it that is no truth would keep it from ever being
/// true.
pub fn check_condition(expression: &Expression, names: &BTreeMap<String, Type>) -> Result<(), Vec<Problem>> {
    check_kind(expression, names, &Type::Bool)?;
    let mut checker = Checker::new(names);
    checker.all_truths(&expression.root);
    if checker.problems.is_empty() { Ok(()) } else { Err(checker.problems) }
}

/// The same for what must be a list.
pub fn check_list(expression: &Expression, names: &BTreeMap<String, Type>) -> Result<(), Vec<Problem>> {
    check_kind(expression, names, &Type::List(Box::new(Type::Any)))
}

fn check_kind(
    expression: &Expression,
    names: &BTreeMap<String, Type>,
    needed: &Type,
) -> Result<(), Vec<Problem>> {
    let kind = check(expression, names)?;
    if kind.fits(needed) && kind != Type::Null {
        return Ok(());
    }
    let trouble = ExpressionTrouble::WrongType { needed: needed.name(), found: kind.name() };
    Err(vec![Problem::new(expression.root.at.clone(), trouble)])
}

/// The type of a part where these names have these types and nothing is known of others.
pub(crate) fn infer(node: &ExpressionNode, known: Vec<(String, Type)>) -> Type {
    Checker { known, ..Checker::new(&BTreeMap::new()) }.kind(node).or_less()
}

struct Checker<'a> {
    /// The types of the names that the caller gives values.
    names: &'a BTreeMap<String, Type>,
    /// Those of names bound in the expression, the innermost last. Cut back where they end.
    known: Vec<(String, Type)>,
    problems: Vec<Problem>,
    /// What has a value, and most likely another than its author thinks.
    remarks: Vec<Problem>,
}

impl Checker<'_> {
    fn new(names: &BTreeMap<String, Type>) -> Checker<'_> {
        Checker { names, known: Vec::new(), problems: Vec::new(), remarks: Vec::new() }
    }

    /// A type that is called must be one.
    fn known_type(&mut self, node: &ExpressionNode, kind: &Type) {
        if let Some(name) = kind.unknown() {
            let like = nearest(name, SIMPLE.iter().map(|(known, _)| *known));
            self.wrong(node, ExpressionTrouble::UnknownType { name: name.into(), like });
        }
    }

    fn all_truths(&mut self, node: &ExpressionNode) {
        match &node.kind {
            SyntaxKind::Binary(Operator::And, left, right) => {
                self.all_truths(left);
                self.all_truths(right);
            }
            _ => self.want(node, &Type::Bool),
        }
    }

    fn wrong(&mut self, node: &ExpressionNode, trouble: ExpressionTrouble) {
        self.problems.push(Problem::new(node.at.clone(), trouble));
    }

    /// A part must be of this type.
    fn want(&mut self, node: &ExpressionNode, wanted: &Type) {
        let found = self.kind(node);
        if !found.fits(wanted) {
            self.wrong(node, ExpressionTrouble::WrongType { needed: wanted.name(), found: found.name() });
        }
    }

    /// The type of a part in which these names are bound.
    fn with(&mut self, names: Vec<(String, Type)>, node: &ExpressionNode) -> Type {
        let before = self.known.len();
        self.known.extend(names);
        let kind = self.kind(node);
        self.known.truncate(before);
        kind
    }

    fn kind(&mut self, node: &ExpressionNode) -> Type {
        match &node.kind {
            SyntaxKind::Literal(value) => types::of_value(value),
            SyntaxKind::NotTemporal(text) => {
                self.wrong(node, ExpressionTrouble::NotTemporal { found: text.clone() });
                Type::Null
            }
            SyntaxKind::Name(name) => self.name(node, name),
            SyntaxKind::List(nodes) => {
                let kinds: Vec<Type> = nodes.iter().map(|node| self.kind(node)).collect();
                Type::list(kinds.into_iter().reduce(Type::union).unwrap_or(Type::Any))
            }
            SyntaxKind::Context(entries) => self.context(entries),
            SyntaxKind::Range { low, high, .. } => self.range(node, low.as_deref(), high.as_deref()),
            SyntaxKind::Negate(inner) => self.negation(inner),
            SyntaxKind::Binary(operator, left, right) => self.binary(node, *operator, left, right),
            SyntaxKind::Between(value, low, high) => self.between(node, value, low, high),
            SyntaxKind::In(value, tests) => {
                let kind = self.kind(value);
                self.tests(&kind, tests);
                Type::Bool
            }
            SyntaxKind::Tests { tests, .. } => {
                let kind = self.lookup("?").unwrap_or(Type::Any);
                self.tests(&kind, tests);
                Type::Bool
            }
            SyntaxKind::If(test, then, otherwise) => {
                let found = self.kind(test);
                let (then, otherwise) = (self.kind(then), self.kind(otherwise));
                // What is never a truth leads to the other part.
                if found.fits(&Type::Bool) {
                    then.union(otherwise)
                } else {
                    self.remarks.push(Problem::new(
                        test.at.clone(),
                        ExpressionTrouble::NeverTrue { found: found.name() },
                    ));
                    otherwise
                }
            }
            SyntaxKind::For(over, result) => self.iteration(over, result),
            SyntaxKind::Quantified { over, satisfies, .. } => self.quantified(over, satisfies),
            SyntaxKind::Path(value, name) => {
                let kind = self.kind(value);
                self.part(node, &kind, name)
            }
            SyntaxKind::Filter(value, filter) => self.filter(value, filter),
            SyntaxKind::Call(callee, arguments) => self.call(node, callee, arguments),
            SyntaxKind::Descendants(value, _) => {
                self.kind(value);
                Type::list(Type::Any)
            }
            SyntaxKind::Function(definition) => self.definition(definition),
            SyntaxKind::InstanceOf(value, kind) => {
                self.kind(value);
                self.known_type(node, kind);
                Type::Bool
            }
        }
    }

    fn lookup(&self, name: &str) -> Option<Type> {
        let own = self.known.iter().rev().find(|(known, _)| known == name).map(|(_, kind)| kind);
        own.or_else(|| crate::named(self.names, name)).cloned()
    }

    fn name(&mut self, node: &ExpressionNode, name: &str) -> Type {
        if let Some(kind) = self.lookup(name) {
            return kind;
        }
        if builtin::find(name).is_some() {
            return Type::Function(None);
        }
        let known = self.known.iter().map(|(known, _)| known.as_str());
        let like = nearest(name, known.chain(self.names.keys().map(String::as_str)));
        self.wrong(node, ExpressionTrouble::UnknownName { name: name.to_string(), like });
        Type::Any
    }

    fn never_fit(&mut self, node: &ExpressionNode, left: &Type, right: &Type) {
        self.wrong(node, ExpressionTrouble::NeverFit { left: left.name(), right: right.name() });
    }

    /// Each entry sees those before it.
    fn context(&mut self, entries: &[(Arc<str>, ExpressionNode)]) -> Type {
        let before = self.known.len();
        let mut parts = BTreeMap::new();
        for (name, value) in entries {
            let kind = self.kind(value).or_less();
            self.known.push((name.to_string(), kind.clone()));
            parts.insert(name.to_string(), kind);
        }
        self.known.truncate(before);
        Type::Made(parts).or_less()
    }

    fn definition(&mut self, definition: &Definition) -> Type {
        let parameters = &definition.parameters;
        for (_, kind) in parameters {
            self.known_type(&definition.body, kind);
        }
        let names = parameters.iter().map(|(name, kind)| (name.to_string(), kind.clone())).collect();
        let takes = parameters.iter().map(|(_, kind)| kind.clone()).collect();
        let gives = self.with(names, &definition.body);
        Type::Function(Some(Box::new(Signature { takes, gives }))).or_less()
    }
}
