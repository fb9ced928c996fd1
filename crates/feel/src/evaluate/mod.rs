//! Evaluates a syntax tree, within a budget.

mod call;
mod select;
mod test;
mod walk;

use crate::arithmetic;
use crate::ast::{ExpressionNode, Operator, SyntaxKind};
use crate::builtin;
use crate::types::{self, Signature, Type};
use crate::value::{Function, MadeFunction, NamedValues, Range, RangeForm, Value};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Lists and contexts may be nested this deep: walking through them takes stack.
const NESTED_MAX: u32 = 100;

/// How much an evaluation may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// One for each node evaluated, and for each value or 32 bytes of text that a function or a comparison looks at.
    pub steps: u32,
    /// Nodes within nodes and calls within calls: each takes stack.
    pub depth: u32,
}

/// Enough for any condition a person writes; spending all of it takes some milliseconds.
impl Default for Budget {
    fn default() -> Budget {
        Budget { steps: 100_000, depth: 250 }
    }
}

/// There is no value: the budget did not suffice, or a number on the way is larger than any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    Steps,
    Depth,
    /// Not `null`, which the standard says here: a rule would go on with it as if nothing had been asked.
    TooLarge,
}

type Evaluated = Result<Value, Stopped>;

/// What was worked out, `null` where there is nothing.
fn kept(value: Option<Value>) -> Evaluated {
    match value {
        Some(Value::Number(number)) if number.is_beyond() => Err(Stopped::TooLarge),
        value => Ok(value.unwrap_or(Value::Null)),
    }
}

pub(crate) fn evaluate(root: &ExpressionNode, names: &NamedValues, budget: Budget) -> Evaluated {
    let mut machine =
        Evaluator { names, frames: Vec::new(), steps: u64::from(budget.steps), depth: budget.depth };
    let value = machine.value(root)?;
    machine.weigh(&value)?;
    Ok(value)
}

/// Names bound while evaluating, in the order in which they were bound.
#[derive(Clone, Debug)]
pub(crate) enum Frame {
    One(Arc<str>, Value),
    /// The entries of a context that is looked into.
    Entries(Arc<NamedValues>),
    /// The results of a loop so far, known as `partial`. The loop appends to them in place, so that a turn costs the
    /// same however many came before.
    Partial(Arc<Vec<Value>>),
}

struct Evaluator<'a> {
    names: &'a NamedValues,
    /// The innermost last.
    frames: Vec<Frame>,
    steps: u64,
    depth: u32,
}

impl Evaluator<'_> {
    fn spend(&mut self, steps: u64) -> Result<(), Stopped> {
        self.steps = self.steps.checked_sub(steps).ok_or(Stopped::Steps)?;
        Ok(())
    }

    /// Spends a step for everything inside a value, before something walks through it. Parts may be shared, so a value
    /// may be far larger than the memory it takes, and nested deeper than any expression. Weighed is whatever is bound
    /// to a name, compared, passed to a function or returned.
    fn weigh(&mut self, value: &Value) -> Result<(), Stopped> {
        self.weigh_within(value, NESTED_MAX)
    }

    fn weigh_within(&mut self, value: &Value, nested: u32) -> Result<(), Stopped> {
        let inner = || nested.checked_sub(1).ok_or(Stopped::Depth);
        match value {
            Value::List(values) => {
                self.spend(1)?;
                let nested = inner()?;
                values.iter().try_for_each(|value| self.weigh_within(value, nested))
            }
            Value::Context(values) => {
                self.spend(1)?;
                let nested = inner()?;
                values.values().try_for_each(|value| self.weigh_within(value, nested))
            }
            Value::Text(text) => self.spend(1 + text.len() as u64 / 32),
            _ => self.spend(1),
        }
    }

    /// The value bound to a name: in the innermost frame that has it, else by the caller.
    fn given(&mut self, name: &str) -> Result<Option<Value>, Stopped> {
        for frame in self.frames.iter().rev() {
            match frame {
                Frame::One(known, value) if **known == *name => return Ok(Some(value.clone())),
                Frame::Entries(values) => {
                    if let Some(value) = values.get(name) {
                        return Ok(Some(value.clone()));
                    }
                }
                Frame::Partial(results) if name == "partial" => {
                    let results = Arc::clone(results);
                    self.spend(results.len() as u64 / 8)?;
                    return Ok(Some(Value::List(results.iter().cloned().collect())));
                }
                _ => {}
            }
        }
        Ok(crate::named(self.names, name).cloned())
    }

    /// The same, or the function of the language that has this name.
    fn find(&mut self, name: &str) -> Result<Option<Value>, Stopped> {
        let function = || builtin::find(name).map(|known| Value::Function(Function::BuiltIn(known.name)));
        Ok(self.given(name)?.or_else(function))
    }

    /// Evaluates with one more name.
    fn with(&mut self, name: &Arc<str>, value: Value, node: &ExpressionNode) -> Evaluated {
        self.frames.push(Frame::One(Arc::clone(name), value));
        let value = self.value(node);
        self.frames.pop();
        value
    }

    fn value(&mut self, node: &ExpressionNode) -> Evaluated {
        self.spend(1)?;
        self.depth = self.depth.checked_sub(1).ok_or(Stopped::Depth)?;
        let value = self.value_of(&node.kind);
        self.depth += 1;
        value
    }

    fn value_of(&mut self, kind: &SyntaxKind) -> Evaluated {
        Ok(match kind {
            SyntaxKind::Literal(value) => value.clone(),
            SyntaxKind::NotTemporal(_) => Value::Null,
            SyntaxKind::Name(name) => self.find(name)?.unwrap_or(Value::Null),
            SyntaxKind::List(nodes) => Value::List(self.values(nodes)?.into()),
            SyntaxKind::Context(entries) => self.context(entries)?,
            SyntaxKind::Range { low, low_in, high, high_in, form } => {
                let mut end =
                    |end: &Option<Box<ExpressionNode>>| end.as_ref().map(|end| self.value(end)).transpose();
                let (low, high) = (end(low)?, end(high)?);
                Range::between(low, *low_in, high, *high_in, *form)
                    .map_or(Value::Null, |range| Value::Range(Arc::new(range)))
            }
            SyntaxKind::Negate(inner) => kept(arithmetic::negate(&self.value(inner)?))?,
            SyntaxKind::Binary(operator, left, right) => self.binary(*operator, left, right)?,
            SyntaxKind::Between(value, low, high) => {
                let (value, low, high) = (self.value(value)?, self.value(low)?, self.value(high)?);
                let range = Range::between(Some(low), true, Some(high), true, RangeForm::Between);
                range.and_then(|range| range.holds(value.beside(&range.low))).into()
            }
            SyntaxKind::In(value, tests) => {
                let value = self.value(value)?;
                self.any_test(&value, tests)?.into()
            }
            SyntaxKind::Tests { tests, negated } => {
                let value = self.given("?")?.unwrap_or(Value::Null);
                let passes = self.any_test(&value, tests)?;
                passes.map(|passes| passes != *negated).into()
            }
            SyntaxKind::If(test, then, otherwise) => match self.value(test)? {
                Value::Bool(true) => self.value(then)?,
                _ => self.value(otherwise)?,
            },
            SyntaxKind::For(over, result) => self.loop_over(over, result)?,
            SyntaxKind::Quantified { every, over, satisfies } => self.quantified(*every, over, satisfies)?,
            SyntaxKind::Path(value, name) => {
                let value = self.value(value)?;
                self.part(&value, name)?
            }
            SyntaxKind::Descendants(value, name) => {
                let value = self.value(value)?;
                self.weigh(&value)?;
                let mut found = Vec::new();
                select::descendants(&value, name, &mut found);
                Value::list(found)
            }
            SyntaxKind::Filter(value, filter) => self.filter(value, filter)?,
            SyntaxKind::Call(callee, arguments) => self.call(callee, arguments)?,
            SyntaxKind::Function(definition) => {
                self.spend(self.frames.len() as u64 / 8)?;
                let made = MadeFunction { definition: Arc::clone(definition), seen: self.frames.clone() };
                Value::Function(Function::Made(Arc::new(made)))
            }
            SyntaxKind::InstanceOf(value, kind) => {
                let value = self.value(value)?;
                self.is_instance(&value, kind)?.into()
            }
        })
    }

    fn values(&mut self, nodes: &[ExpressionNode]) -> Result<Vec<Value>, Stopped> {
        nodes.iter().map(|node| self.value(node)).collect()
    }

    /// Each entry sees those before it. With two entries of one name there is no context.
    fn context(&mut self, entries: &[(Arc<str>, ExpressionNode)]) -> Evaluated {
        let before = self.frames.len();
        let mut seen = BTreeSet::new();
        let mut twice = false;
        for (name, node) in entries {
            self.spend(seen.len() as u64 / 8)?;
            let value = self.value(node)?;
            self.weigh(&value)?;
            twice |= !seen.insert(name);
            self.frames.push(Frame::One(Arc::clone(name), value));
        }
        let made = self.frames.drain(before..).filter_map(|frame| match frame {
            Frame::One(name, value) => Some((name.to_string(), value)),
            _ => None,
        });
        let made: NamedValues = made.collect();
        Ok(if twice { Value::Null } else { Value::context(made) })
    }

    fn binary(&mut self, operator: Operator, left: &ExpressionNode, right: &ExpressionNode) -> Evaluated {
        let left = self.value(left)?;
        let decided = match (operator, &left) {
            (Operator::And, Value::Bool(false)) => Some(false),
            (Operator::Or, Value::Bool(true)) => Some(true),
            _ => None,
        };
        if let Some(decided) = decided {
            return Ok(decided.into());
        }
        let right = self.value(right)?;
        self.operate(operator, &left, &right)
    }

    fn operate(&mut self, operator: Operator, left: &Value, right: &Value) -> Evaluated {
        if let (Operator::Add, Value::Text(a), Value::Text(b)) = (operator, left, right) {
            self.spend((a.len() + b.len()) as u64 / 32)?;
        }
        if matches!(operator, Operator::Equal | Operator::NotEqual) {
            self.weigh(left)?;
            self.weigh(right)?;
        }
        let ordered = |wanted: fn(Ordering) -> bool| {
            left.beside(right).compare(right.beside(left)).map(wanted).map(Value::from)
        };
        let equal = || left.beside(right).equals(right.beside(left));
        let truth = |value: &Value| match value {
            Value::Bool(truth) => Some(*truth),
            _ => None,
        };
        let value = match operator {
            Operator::And => match (truth(left), truth(right)) {
                (Some(false), _) | (_, Some(false)) => Some(false.into()),
                (Some(true), Some(true)) => Some(true.into()),
                _ => None,
            },
            Operator::Or => match (truth(left), truth(right)) {
                (Some(true), _) | (_, Some(true)) => Some(true.into()),
                (Some(false), Some(false)) => Some(false.into()),
                _ => None,
            },
            Operator::Equal => equal().map(Value::from),
            Operator::NotEqual => equal().map(|equal| Value::from(!equal)),
            Operator::Less => ordered(Ordering::is_lt),
            Operator::LessOrEqual => ordered(Ordering::is_le),
            Operator::Greater => ordered(Ordering::is_gt),
            Operator::GreaterOrEqual => ordered(Ordering::is_ge),
            Operator::Add => arithmetic::add(left, right),
            Operator::Subtract => arithmetic::subtract(left, right),
            Operator::Multiply => arithmetic::multiply(left, right),
            Operator::Divide => arithmetic::divide(left, right),
            Operator::Power => arithmetic::power(left, right),
        };
        kept(value)
    }

    /// Whether a value is of a type. Of a function this needs the type of its body.
    fn is_instance(&mut self, value: &Value, kind: &Type) -> Result<bool, Stopped> {
        self.weigh(value)?;
        let (Value::Function(function), Type::Function(Some(wanted))) = (value, kind) else {
            return Ok(types::is_instance(value, kind));
        };
        let own = match function {
            Function::BuiltIn(name) => builtin::find(name).map(types::signature),
            Function::Made(made) => {
                self.spend(made.definition.body.size())?;
                Some(signature(made, wanted))
            }
        };
        Ok(own.is_some_and(|own| Type::Function(Some(Box::new(own))).conforms(kind)))
    }
}

/// What a function takes and gives. A parameter of no type is taken as what is asked about: `function(a) a` gives a
/// number for a number.
fn signature(made: &MadeFunction, wanted: &Signature) -> Signature {
    let asked = wanted.takes.iter().map(Some).chain(std::iter::repeat(None));
    let parameters = made.definition.parameters.iter().zip(asked);
    let parameters: Vec<(String, Type)> = parameters
        .map(|((name, kind), asked)| {
            let kind = if *kind == Type::Any { asked.unwrap_or(kind) } else { kind };
            (name.to_string(), kind.clone())
        })
        .collect();
    let takes = parameters.iter().map(|(_, kind)| kind.clone()).collect();
    Signature { takes, gives: crate::check::infer(&made.definition.body, parameters) }
}
