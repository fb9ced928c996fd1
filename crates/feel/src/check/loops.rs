//! Loops: the types of their variables, and of what they give.

use super::Checker;
use crate::ast::{ExpressionNode, Source};
use crate::types::Type;
use std::sync::Arc;

impl Checker<'_> {
    pub(super) fn iteration(&mut self, over: &[(Arc<str>, Source)], result: &ExpressionNode) -> Type {
        let mut names = self.sources(over);
        names.push(("partial".into(), Type::list(Type::Any)));
        Type::list(self.with(names, result))
    }

    pub(super) fn quantified(&mut self, over: &[(Arc<str>, Source)], satisfies: &ExpressionNode) -> Type {
        let names = self.sources(over);
        let before = self.known.len();
        self.known.extend(names);
        self.want(satisfies, &Type::Bool);
        self.known.truncate(before);
        Type::Bool
    }

    /// The variables with their types; the source of each sees those before it.
    fn sources(&mut self, over: &[(Arc<str>, Source)]) -> Vec<(String, Type)> {
        let before = self.known.len();
        for (name, source) in over {
            let kind = match source {
                Source::Span(from, to) => {
                    let kind = self.kind(from);
                    let kind = if kind.open() || kind == Type::Date { kind } else { Type::Number };
                    self.want(from, &kind);
                    self.want(to, &kind);
                    kind
                }
                Source::List(node) => match self.kind(node) {
                    Type::List(of) | Type::Range(of) => *of,
                    other => other,
                },
            };
            self.known.push((name.to_string(), kind));
        }
        self.known.split_off(before)
    }
}
