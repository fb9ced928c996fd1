//! An expression as a tree.

use crate::types::Type;
use crate::value::{RangeForm, Value};
use std::ops::Range;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub at: Range<usize>,
    /// How deep nodes are nested in it, itself counted. The parser bounds it, so a tree may be walked recursively.
    pub depth: u16,
    pub kind: SyntaxKind,
}

impl Node {
    pub fn new(at: Range<usize>, kind: SyntaxKind) -> Node {
        let depth = 1 + kind.children().into_iter().map(|child| child.depth).max().unwrap_or(0);
        Node { at, depth, kind }
    }

    /// How many nodes it has, itself counted.
    pub fn size(&self) -> u64 {
        1 + self.kind.children().into_iter().map(Node::size).sum::<u64>()
    }
}

impl SyntaxKind {
    pub fn children(&self) -> Vec<&Node> {
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
                let given: Vec<&Node> = match arguments {
                    Arguments::Placed(nodes) => nodes.iter().collect(),
                    Arguments::Named(named) => named.iter().map(|(_, node)| node).collect(),
                };
                std::iter::once(&**callee).chain(given).collect()
            }
        }
    }
}

impl Test {
    fn node(&self) -> Option<&Node> {
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
    List(Vec<Node>),
    Context(Vec<(Arc<str>, Node)>),
    /// Its ends and whether each is included; nothing for an end that is open, as in `(> 5)`.
    Range {
        low: Option<Box<Node>>,
        low_in: bool,
        high: Option<Box<Node>>,
        high_in: bool,
        form: RangeForm,
    },
    Negate(Box<Node>),
    Binary(Operator, Box<Node>, Box<Node>),
    Between(Box<Node>, Box<Node>, Box<Node>),
    /// A value, and the tests any of which it must pass.
    In(Box<Node>, Vec<Test>),
    If(Box<Node>, Box<Node>, Box<Node>),
    For(Vec<(Arc<str>, Source)>, Box<Node>),
    Quantified {
        every: bool,
        over: Vec<(Arc<str>, Source)>,
        satisfies: Box<Node>,
    },
    Path(Box<Node>, String),
    /// `x...name`: the parts of this name, wherever they lie in it.
    Descendants(Box<Node>, String),
    Filter(Box<Node>, Box<Node>),
    Call(Box<Node>, Arguments),
    Function(Arc<Definition>),
    InstanceOf(Box<Node>, Type),
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
    pub body: Node,
}

/// What is walked through.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    List(Node),
    /// `1..10`, up or down.
    Span(Node, Node),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Arguments {
    Placed(Vec<Node>),
    Named(Vec<(String, Node)>),
}

/// One test of a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test {
    /// `< 5`: compared with it.
    Compare(Operator, Node),
    /// Equal to it, in it, or true with it.
    Value(Node),
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
