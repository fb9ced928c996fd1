//! An expression as a tree.

use crate::types::Type;
use crate::value::{Form, Value};
use std::ops::Range;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub at: Range<usize>,
    /// How deep nodes are nested in it, itself counted. The parser bounds it, so a tree may be walked recursively.
    pub depth: u16,
    pub kind: Kind,
}

impl Node {
    pub fn new(at: Range<usize>, kind: Kind) -> Node {
        let depth = 1 + kind.children().into_iter().map(|child| child.depth).max().unwrap_or(0);
        Node { at, depth, kind }
    }

    /// How many nodes it has, itself counted.
    pub fn size(&self) -> u64 {
        1 + self.kind.children().into_iter().map(Node::size).sum::<u64>()
    }
}

impl Kind {
    pub fn children(&self) -> Vec<&Node> {
        match self {
            Kind::Literal(_) | Kind::NotTemporal(_) | Kind::Name(_) => Vec::new(),
            Kind::List(nodes) => nodes.iter().collect(),
            Kind::Context(entries) => entries.iter().map(|(_, node)| node).collect(),
            Kind::Range { low, high, .. } => [low, high].into_iter().flatten().map(|end| &**end).collect(),
            Kind::Negate(inner)
            | Kind::Path(inner, _)
            | Kind::Descendants(inner, _)
            | Kind::InstanceOf(inner, _) => vec![&**inner],
            Kind::Function(definition) => vec![&definition.body],
            Kind::Binary(_, left, right) | Kind::Filter(left, right) => vec![&**left, &**right],
            Kind::Between(a, b, c) | Kind::If(a, b, c) => vec![&**a, &**b, &**c],
            Kind::In(value, tests) => {
                std::iter::once(&**value).chain(tests.iter().filter_map(Test::node)).collect()
            }
            Kind::Tests { tests, .. } => tests.iter().filter_map(Test::node).collect(),
            Kind::For(over, last) | Kind::Quantified { over, satisfies: last, .. } => {
                let sources = over.iter().flat_map(|(_, source)| match source {
                    Source::List(list) => vec![list],
                    Source::Span(from, to) => vec![from, to],
                });
                sources.chain([&**last]).collect()
            }
            Kind::Call(callee, arguments) => {
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
pub(crate) enum Kind {
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
        form: Form,
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
