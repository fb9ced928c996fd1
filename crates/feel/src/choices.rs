//! Values that can never be: a name that holds one of a few texts, compared with another text.

use crate::Expression;
use crate::ast::{ExpressionNode, Operator, SyntaxKind, Test};
use crate::nearest::nearest;
use crate::problem::{ExpressionTrouble, Problem};
use crate::value::Value;
use std::collections::BTreeMap;

/// What an expression compares with texts they never are. `choices` says of some names, written with their points
/// (`steps.check.outcome`), which texts they may hold.
pub fn check_choices(expression: &Expression, choices: &BTreeMap<String, Vec<String>>) -> Vec<Problem> {
    let mut problems = Vec::new();
    look(&expression.root, choices, &mut problems);
    problems
}

fn look(node: &ExpressionNode, choices: &BTreeMap<String, Vec<String>>, problems: &mut Vec<Problem>) {
    let of = |node: &ExpressionNode| path(node).and_then(|path| choices.get(&path));
    match &node.kind {
        SyntaxKind::Binary(Operator::Equal | Operator::NotEqual, left, right) => {
            for (name, value) in [(left, right), (right, left)] {
                if let Some(known) = of(name) {
                    compare(value, known, problems);
                }
            }
        }
        SyntaxKind::In(value, tests) => {
            if let Some(known) = of(value) {
                for test in tests {
                    if let Test::Compare(Operator::Equal | Operator::NotEqual, node) | Test::Value(node) =
                        test
                    {
                        compare(node, known, problems);
                    }
                }
            }
        }
        _ => {}
    }
    for child in node.kind.children() {
        look(child, choices, problems);
    }
}

/// A text, or each of a list.
fn compare(node: &ExpressionNode, known: &[String], problems: &mut Vec<Problem>) {
    match &node.kind {
        SyntaxKind::Literal(Value::Text(text)) if !known.iter().any(|known| **known == **text) => {
            let like = nearest(text, known.iter().map(String::as_str));
            let trouble = ExpressionTrouble::NotOneOf { text: text.to_string(), known: known.to_vec(), like };
            problems.push(Problem::new(node.at.clone(), trouble));
        }
        SyntaxKind::List(nodes) => nodes.iter().for_each(|node| compare(node, known, problems)),
        _ => {}
    }
}

/// A name with its parts, as it is written.
fn path(node: &ExpressionNode) -> Option<String> {
    match &node.kind {
        SyntaxKind::Name(name) => Some(name.clone()),
        SyntaxKind::Path(inner, part) => Some(format!("{}.{part}", path(inner)?)),
        _ => None,
    }
}
