//! Unary tests: what stands in a cell of a decision table, and after `in`.

use super::{Evaluator, Stopped};
use crate::ast::{ExpressionNode, SyntaxKind, Test};
use crate::value::Value;
use std::sync::{Arc, LazyLock};

/// What is tested, inside a test.
static TESTED: LazyLock<Arc<str>> = LazyLock::new(|| "?".into());

impl Evaluator<'_> {
    /// True when any test holds; open when none does and one cannot be told.
    pub(super) fn any_test(&mut self, value: &Value, tests: &[Test]) -> Result<Option<bool>, Stopped> {
        let mut answer = Some(false);
        for test in tests {
            match self.test(value, test)? {
                Some(true) => return Ok(Some(true)),
                Some(false) => {}
                None => answer = None,
            }
        }
        Ok(answer)
    }

    fn tested(&mut self, value: &Value, node: &ExpressionNode) -> Result<Value, Stopped> {
        self.with(&TESTED, value.clone(), node)
    }

    fn test(&mut self, value: &Value, test: &Test) -> Result<Option<bool>, Stopped> {
        Ok(match test {
            Test::Any => Some(true),
            Test::Compare(operator, with) => {
                let with = self.tested(value, with)?;
                match self.operate(*operator, value, &with)? {
                    Value::Bool(holds) => Some(holds),
                    _ => None,
                }
            }
            Test::Value(node) => {
                let wanted = self.tested(value, node)?;
                self.weigh(value)?;
                self.weigh(&wanted)?;
                match &wanted {
                    Value::Range(range) => range.holds(value),
                    Value::List(values) => {
                        let in_it = |wanted: &Value| match wanted {
                            Value::Range(range) => range.holds(value) == Some(true),
                            other => other.equals(value) == Some(true),
                        };
                        Some(wanted.equals(value) == Some(true) || values.iter().any(in_it))
                    }
                    // A condition about `?` says it itself.
                    Value::Bool(holds) if !matches!(value, Value::Bool(_)) => Some(*holds),
                    // A range that is none: nobody can say what lies in it.
                    Value::Null if matches!(node.kind, SyntaxKind::Range { .. }) => None,
                    other => other.equals(value),
                }
            }
        })
    }
}
