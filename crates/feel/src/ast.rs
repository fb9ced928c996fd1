//! An expression as a tree.

use crate::types::Type;
use crate::value::{RangeForm, Value};
use std::ops::Range;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ExpressionNode {
    pub at: Range<usize>,
    /// How deep nodes are nested in it, itself counted. The parser bounds it, so a tree may be walked recursively.
    pub depth: u16,
    pub kind: SyntaxKind,
}

impl ExpressionNode {
    pub fn new(at: Range<usize>, kind: SyntaxKind) -> ExpressionNode {
        let depth = 1 + kind.children().into_iter().map(|child| child.depth).max().unwrap_or(0);
        ExpressionNode { at, depth, kind }
    }

    /// How many nodes it has, itself counted.
    pub fn size(&self) -> u64 {
        1 + self.kind.children().into_iter().map(ExpressionNode::size).sum::<u64>()
    }
}

impl SyntaxKind {
    pub fn children(&self) -> Vec<&ExpressionNode> {
        match self {
            SyntaxKind::Literal(_) | SyntaxKind::NotTemporal(_) | SyntaxKind::Name(_) => Vec::new(),
            SyntaxKind::List(nodes) => nodes.iter().collect(),
            SyntaxKind::Context(entries) => entries.iter().map(|(_, node)| node).collect(),
            SyntaxKind::Range { low, high, .. } => {
                [low, high].into_iter().flatten().map(|end| &**end).collect()
            }
            SyntaxKind::Negate(inner)
            | SyntaxKind::Path(inner, _)
            | SyntaxKind::Descendants(inner, _)
            | SyntaxKind::InstanceOf(inner, _) => vec![&**inner],
            SyntaxKind::Function(definition) => vec![&definition.body],
            SyntaxKind::Binary(_, left, right) | SyntaxKind::Filter(left, right) => vec![&**left, &**right],
            SyntaxKind::Between(a, b, c) | SyntaxKind::If(a, b, c) => vec![&**a, &**b, &**c],
            SyntaxKind::In(value, tests) => {
                std::iter::once(&**value).chain(tests.iter().filter_map(Test::node)).collect()
            }
            SyntaxKind::Tests { tests, .. } => tests.iter().filter_map(Test::node).collect(),
            SyntaxKind::For(over, last) | SyntaxKind::Quantified { over, satisfies: last, .. } => {
                let sources = over.iter().flat_map(|(_, source)| match source {
                    Source::List(list) => vec![list],
                    Source::Span(from, to) => vec![from, to],
                });
                sources.chain([&**last]).collect()
            }
            SyntaxKind::Call(callee, arguments) => {
                let given: Vec<&ExpressionNode> = match arguments {
                    CallArguments::Placed(nodes) => nodes.iter().collect(),
                    CallArguments::Named(named) => named.iter().map(|(_, node)| node).collect(),
                };
                std::iter::once(&**callee).chain(given).collect()
            }
        }
    }
}

impl Test {
    fn node(&self) -> Option<&ExpressionNode> {
        match self {
            Test::Compare(_, node) | Test::Value(node) => Some(node),
            Test::Any => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SyntaxKind {
    Literal(Value),
    /// What stands after `@` and is no date, time or duration: `null`.
    NotTemporal(String),
    Name(String),
    List(Vec<ExpressionNode>),
    Context(Vec<(Arc<str>, ExpressionNode)>),
    /// Its ends and whether each is included; nothing for an end that is open, as in `(> 5)`.
    Range {
        low: Option<Box<ExpressionNode>>,
        low_in: bool,
        high: Option<Box<ExpressionNode>>,
        high_in: bool,
        form: RangeForm,
    },
    Negate(Box<ExpressionNode>),
    Binary(Operator, Box<ExpressionNode>, Box<ExpressionNode>),
    Between(Box<ExpressionNode>, Box<ExpressionNode>, Box<ExpressionNode>),
    /// A value, and the tests any of which it must pass.
    In(Box<ExpressionNode>, Vec<Test>),
    If(Box<ExpressionNode>, Box<ExpressionNode>, Box<ExpressionNode>),
    For(Vec<(Arc<str>, Source)>, Box<ExpressionNode>),
    Quantified {
        every: bool,
        over: Vec<(Arc<str>, Source)>,
        satisfies: Box<ExpressionNode>,
    },
    Path(Box<ExpressionNode>, String),
    /// `x...name`: the parts of this name, wherever they lie in it.
    Descendants(Box<ExpressionNode>, String),
    Filter(Box<ExpressionNode>, Box<ExpressionNode>),
    Call(Box<ExpressionNode>, CallArguments),
    Function(Arc<Definition>),
    InstanceOf(Box<ExpressionNode>, Type),
    /// Unary tests: any must hold for `?`; turned round by `not(…)`.
    Tests {
        tests: Vec<Test>,
        negated: bool,
    },
}

/// A function an expression makes: its parameters, each with the type it takes, and what it gives.
#[derive(Debug, PartialEq)]
pub(crate) struct Definition {
    pub parameters: Vec<(Arc<str>, Type)>,
    pub body: ExpressionNode,
}

/// What is walked through.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    List(ExpressionNode),
    /// `1..10`, up or down.
    Span(ExpressionNode, ExpressionNode),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum CallArguments {
    Placed(Vec<ExpressionNode>),
    Named(Vec<(String, ExpressionNode)>),
}

/// One test of a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test {
    /// `< 5`: compared with it.
    Compare(Operator, ExpressionNode),
    /// Equal to it, in it, or true with it.
    Value(ExpressionNode),
    /// `-`: whatever it is.
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}
