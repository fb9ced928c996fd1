//! Operators and unary tests: which types can stand on both sides, and what comes of them.

use super::Checker;
use crate::ast::{ExpressionNode, Operator, SyntaxKind, Test};
use crate::problem::ExpressionTrouble;
use crate::types::{self, Type};
use crate::value::Value;

fn is_null(node: &ExpressionNode) -> bool {
    matches!(node.kind, SyntaxKind::Literal(Value::Null))
}

impl Checker<'_> {
    pub(super) fn binary(
        &mut self,
        node: &ExpressionNode,
        operator: Operator,
        left: &ExpressionNode,
        right: &ExpressionNode,
    ) -> Type {
        if matches!(operator, Operator::And | Operator::Or) {
            return self.truths(left, right);
        }
        let equality = matches!(operator, Operator::Equal | Operator::NotEqual);
        if equality && (is_null(left) || is_null(right)) {
            self.asked_for_null(left);
            self.asked_for_null(right);
            return Type::Bool;
        }
        let (left, right) = (self.kind(left), self.kind(right));
        let given = match operator {
            Operator::And | Operator::Or => Some(Type::Bool),
            Operator::Equal | Operator::NotEqual => types::equatable(&left, &right).then_some(Type::Bool),
            Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual => {
                types::comparable(left.alone(), right.alone()).then_some(Type::Bool)
            }
            Operator::Add => types::sum(&left, &right),
            Operator::Subtract => types::difference(&left, &right),
            Operator::Multiply => types::product(&left, &right),
            Operator::Divide => types::quotient(&left, &right),
            Operator::Power => {
                (left.fits(&Type::Number) && right.fits(&Type::Number)).then_some(Type::Number)
            }
        };
        given.unwrap_or_else(|| {
            self.never_fit(node, &left, &right);
            if matches!(operator, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide)
            {
                Type::Any
            } else {
                Type::Bool
            }
        })
    }

    /// `(1 = "1") = null` is true: whether there is a value may be asked of what never has one. Names, dates and types
    /// that do not exist stay slips.
    fn asked_for_null(&mut self, node: &ExpressionNode) {
        let before = self.problems.len();
        self.kind(node);
        let asked = self.problems.split_off(before).into_iter();
        self.problems.extend(asked.filter(|problem| {
            !matches!(
                problem.trouble,
                ExpressionTrouble::NeverFit { .. }
                    | ExpressionTrouble::WrongType { .. }
                    | ExpressionTrouble::WrongArguments { .. }
                    | ExpressionTrouble::NotAPattern { .. }
            )
        }));
    }

    /// `false and 123` is false, and `true or 123` true: one of the two may be anything.
    fn truths(&mut self, left: &ExpressionNode, right: &ExpressionNode) -> Type {
        let kinds = [(left, self.kind(left)), (right, self.kind(right))];
        if !kinds.iter().any(|(_, kind)| kind.fits(&Type::Bool)) {
            for (node, kind) in kinds {
                self.wrong(
                    node,
                    ExpressionTrouble::WrongType { needed: Type::Bool.name(), found: kind.name() },
                );
            }
        }
        Type::Bool
    }

    pub(super) fn tests(&mut self, tested: &Type, tests: &[Test]) {
        for test in tests {
            let (node, ordered) = match test {
                Test::Any => continue,
                Test::Compare(operator, node) => {
                    (node, !matches!(operator, Operator::Equal | Operator::NotEqual))
                }
                Test::Value(node) => (node, false),
            };
            let kind = self.with(vec![("?".into(), tested.clone())], node);
            let inner = match (&kind, test) {
                (Type::Bool, Test::Value(_)) => continue,
                // A list may stand in a list of lists, and may be none of them.
                (Type::List(of), Test::Value(_)) if matches!(**of, Type::List(_)) => continue,
                (Type::List(of) | Type::Range(of), Test::Value(_)) => match &**of {
                    Type::Range(of) => (**of).clone(),
                    of => of.clone(),
                },
                _ => kind.clone(),
            };
            let fits = if ordered {
                types::comparable(tested, &inner)
            } else {
                tested.fits(&inner) || tested.fits(&kind)
            };
            if !fits && !types::comparable(tested, &inner) {
                self.never_fit(node, tested, &inner);
            }
        }
    }

    pub(super) fn negation(&mut self, inner: &ExpressionNode) -> Type {
        let kind = self.kind(inner);
        if !matches!(kind, Type::Number | Type::Duration | Type::Months) && !kind.open() {
            self.wrong(
                inner,
                ExpressionTrouble::WrongType { needed: Type::Number.name(), found: kind.name() },
            );
        }
        kind
    }

    /// A range from one end to another; nothing stands where it is open.
    pub(super) fn range(
        &mut self,
        node: &ExpressionNode,
        low: Option<&ExpressionNode>,
        high: Option<&ExpressionNode>,
    ) -> Type {
        let mut end = |end: Option<&ExpressionNode>| end.map_or(Type::Any, |end| self.kind(end));
        let (low, high) = (end(low), end(high));
        if !types::comparable(&low, &high) {
            self.never_fit(node, &low, &high);
        }
        Type::Range(Box::new(low.union(high)))
    }

    pub(super) fn between(
        &mut self,
        node: &ExpressionNode,
        value: &ExpressionNode,
        low: &ExpressionNode,
        high: &ExpressionNode,
    ) -> Type {
        let kind = self.kind(value);
        for end in [low, high] {
            let end = self.kind(end);
            if !types::comparable(kind.alone(), &end) {
                self.never_fit(node, kind.alone(), &end);
            }
        }
        Type::Bool
    }
}
