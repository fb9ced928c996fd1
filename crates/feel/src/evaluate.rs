//! A tree to its value, within a budget.

use crate::arithmetic;
use crate::ast::{Arguments, Kind, Node, Operator, Source, Test};
use crate::builtin;
use crate::parts;
use crate::value::{Context, Function, Made, Range, Value};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::sync::Arc;

/// Values inside values, no deeper than this where they get a name.
const NESTED_MAX: u32 = 100;

/// How much an evaluation may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Parts evaluated, and values looked at by functions.
    pub steps: u32,
    /// Parts inside parts, calls inside calls.
    pub depth: u32,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { steps: 100_000, depth: 250 }
    }
}

/// The budget did not suffice: there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    Steps,
    Depth,
}

type Evaluated = Result<Value, Stopped>;

pub(crate) fn evaluate(root: &Node, names: &Context, budget: Budget) -> Evaluated {
    let mut machine =
        Machine { names, frames: Vec::new(), steps: u64::from(budget.steps), depth: budget.depth };
    let value = machine.value(root)?;
    machine.weigh(&value)?;
    Ok(value)
}

struct Machine<'a> {
    names: &'a Context,
    /// Names made on the way, the innermost last.
    frames: Vec<Arc<Context>>,
    steps: u64,
    depth: u32,
}

impl Machine<'_> {
    fn spend(&mut self, steps: u64) -> Result<(), Stopped> {
        self.steps = self.steps.checked_sub(steps).ok_or(Stopped::Steps)?;
        Ok(())
    }

    /// Pays for all that is in a value before something walks through it: parts may be shared a thousandfold, and
    /// lie in each other deeper than any text could say. So is weighed what gets a name and what is given back.
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

    fn find(&self, name: &str) -> Option<Value> {
        let own = self.frames.iter().rev().find_map(|frame| frame.get(name));
        if let Some(value) = own.or_else(|| crate::named(self.names, name)) {
            return Some(value.clone());
        }
        builtin::find(name).map(|function| Value::Function(Function::BuiltIn(function.name)))
    }

    /// Evaluates with more names.
    fn with(&mut self, frame: Context, node: &Node) -> Evaluated {
        self.frames.push(Arc::new(frame));
        let value = self.value(node);
        self.frames.pop();
        value
    }

    fn value(&mut self, node: &Node) -> Evaluated {
        self.spend(1)?;
        self.depth = self.depth.checked_sub(1).ok_or(Stopped::Depth)?;
        let value = self.value_of(&node.kind);
        self.depth += 1;
        value
    }

    fn value_of(&mut self, kind: &Kind) -> Evaluated {
        Ok(match kind {
            Kind::Literal(value) => value.clone(),
            Kind::Name(name) => self.find(name).unwrap_or(Value::Null),
            Kind::List(nodes) => Value::List(self.values(nodes)?.into()),
            Kind::Context(entries) => self.context(entries)?,
            Kind::Range { low, low_in, high, high_in } => {
                let low = low.as_ref().map_or(Ok(Value::Null), |low| self.value(low))?;
                let high = high.as_ref().map_or(Ok(Value::Null), |high| self.value(high))?;
                let fit = match (low.is_null(), high.is_null()) {
                    (true, true) => false,
                    (true, false) => high.has_order(),
                    (false, true) => low.has_order(),
                    (false, false) => low.compare(&high).is_some(),
                };
                if !fit {
                    return Ok(Value::Null);
                }
                Value::Range(Arc::new(Range { low, low_in: *low_in, high, high_in: *high_in }))
            }
            Kind::Negate(inner) => arithmetic::negate(&self.value(inner)?).unwrap_or(Value::Null),
            Kind::Binary(operator, left, right) => self.binary(*operator, left, right)?,
            Kind::Between(value, low, high) => {
                let (value, low, high) = (self.value(value)?, self.value(low)?, self.value(high)?);
                let range = Range { low, low_in: true, high, high_in: true };
                if range.low.is_null() || range.high.is_null() {
                    return Ok(Value::Null);
                }
                range.holds(&value).into()
            }
            Kind::In(value, tests) => {
                let value = self.value(value)?;
                self.any_test(&value, tests)?.into()
            }
            Kind::Tests { tests, negated } => {
                let value = self.find("?").unwrap_or(Value::Null);
                let passes = self.any_test(&value, tests)?;
                passes.map(|passes| passes != *negated).into()
            }
            Kind::If(test, then, otherwise) => match self.value(test)? {
                Value::Bool(true) => self.value(then)?,
                _ => self.value(otherwise)?,
            },
            Kind::For(over, result) => {
                let mut results = Vec::new();
                self.walk(over, Context::new(), &mut |machine, mut names| {
                    names.insert("partial".into(), Value::list(results.iter().cloned()));
                    machine.spend(results.len() as u64 / 8)?;
                    let value = machine.with(names, result)?;
                    machine.weigh(&value)?;
                    results.push(value);
                    Ok(true)
                })?;
                Value::List(results.into())
            }
            Kind::Quantified { every, over, satisfies } => {
                let mut answer = Some(*every);
                self.walk(over, Context::new(), &mut |machine, names| {
                    match machine.with(names, satisfies)? {
                        Value::Bool(holds) if holds != *every => {
                            answer = Some(holds);
                            return Ok(false);
                        }
                        Value::Bool(_) => {}
                        _ => answer = None,
                    }
                    Ok(true)
                })?;
                answer.into()
            }
            Kind::Path(value, name) => {
                let value = self.value(value)?;
                self.part(&value, name)?
            }
            Kind::Filter(value, filter) => {
                let value = self.value(value)?;
                self.filter(&value, filter)?
            }
            Kind::Call(callee, arguments) => self.call(callee, arguments)?,
            Kind::Function(parameters, body) => {
                let made = Made {
                    parameters: parameters.clone(),
                    body: (**body).clone(),
                    seen: self.frames.clone(),
                };
                Value::Function(Function::Made(Arc::new(made)))
            }
            Kind::InstanceOf(value, kind) => instance_of(&self.value(value)?, kind).into(),
        })
    }

    fn values(&mut self, nodes: &[Node]) -> Result<Vec<Value>, Stopped> {
        nodes.iter().map(|node| self.value(node)).collect()
    }

    /// Each entry sees those before it.
    fn context(&mut self, entries: &[(String, Node)]) -> Evaluated {
        let mut made = Context::new();
        for (name, node) in entries {
            self.spend(made.len() as u64 / 8)?;
            let value = self.with(made.clone(), node)?;
            self.weigh(&value)?;
            made.insert(name.clone(), value);
        }
        Ok(Value::context(made))
    }

    fn binary(&mut self, operator: Operator, left: &Node, right: &Node) -> Evaluated {
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
        let ordered = |wanted: fn(Ordering) -> bool| left.compare(right).map(wanted).map(Value::from);
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
            Operator::Equal => left.equals(right).map(Value::from),
            Operator::NotEqual => left.equals(right).map(|equal| Value::from(!equal)),
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
        Ok(value.unwrap_or(Value::Null))
    }

    /// True when any test holds; open when none does and one cannot be told.
    fn any_test(&mut self, value: &Value, tests: &[Test]) -> Result<Option<bool>, Stopped> {
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

    fn test(&mut self, value: &Value, test: &Test) -> Result<Option<bool>, Stopped> {
        let tested = || Context::from([("?".to_string(), value.clone())]);
        Ok(match test {
            Test::Any => Some(true),
            Test::Compare(operator, with) => {
                let with = self.with(tested(), with)?;
                match self.operate(*operator, value, &with)? {
                    Value::Bool(holds) => Some(holds),
                    _ => None,
                }
            }
            Test::Value(node) => {
                let wanted = self.with(tested(), node)?;
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
                    other => other.equals(value),
                }
            }
        })
    }

    /// Walks through every combination of what is walked through; `each` says whether to go on.
    fn walk(
        &mut self,
        over: &[(String, Source)],
        names: Context,
        each: &mut dyn FnMut(&mut Self, Context) -> Result<bool, Stopped>,
    ) -> Result<bool, Stopped> {
        let Some(((name, source), rest)) = over.split_first() else {
            self.spend(1)?;
            return each(self, names);
        };
        let mut one = |machine: &mut Self, value: Value| {
            let mut names = names.clone();
            names.insert(name.clone(), value);
            machine.walk(rest, names, each)
        };
        match source {
            Source::List(node) => {
                let list = self.with(names.clone(), node)?;
                if let Value::Range(range) = &list {
                    // A range of whole numbers with both ends is walked through as well.
                    let Some((from, to)) = span(&range.low, &range.high) else { return Ok(true) };
                    let from = from.checked_add(i64::from(!range.low_in));
                    let to = to.checked_sub(i64::from(!range.high_in));
                    let (Some(from), Some(to)) = (from, to) else { return Ok(true) };
                    for number in from..=to {
                        if !one(self, number.into())? {
                            return Ok(false);
                        }
                    }
                    return Ok(true);
                }
                if list.is_null() {
                    return Ok(true);
                }
                for value in list.as_list().iter() {
                    if !one(self, value.clone())? {
                        return Ok(false);
                    }
                }
            }
            Source::Span(from, to) => {
                let (from, to) = (self.with(names.clone(), from)?, self.with(names.clone(), to)?);
                let Some((from, to)) = span(&from, &to) else { return Ok(true) };
                let (mut number, step) = (from, if from <= to { 1 } else { -1 });
                loop {
                    if !one(self, number.into())? {
                        return Ok(false);
                    }
                    if number == to {
                        break;
                    }
                    number += step;
                }
            }
        }
        Ok(true)
    }

    /// A part of a value by its name; of a list, the parts of each.
    fn part(&mut self, value: &Value, name: &str) -> Evaluated {
        Ok(match value {
            Value::Context(values) => crate::named(values, name).cloned().unwrap_or(Value::Null),
            Value::List(values) => {
                self.spend(values.len() as u64)?;
                let parts: Result<Vec<Value>, Stopped> =
                    values.iter().map(|value| self.part(value, name)).collect();
                Value::List(parts?.into())
            }
            other => parts::property(other, name).unwrap_or(Value::Null),
        })
    }

    /// `list[2]` takes one, `list[item > 2]` those that fit. A single value is a list of one.
    fn filter(&mut self, value: &Value, filter: &Node) -> Evaluated {
        let list = value.as_list();
        let mut kept = Vec::new();
        if list.is_empty() {
            return Ok(match self.value(filter)? {
                Value::Number(_) => Value::Null,
                _ => Value::list([]),
            });
        }
        for (place, item) in list.iter().enumerate() {
            if let Value::Context(values) = item {
                self.frames.push(Arc::clone(values));
            }
            let named = match item {
                // An entry called `item` is meant before the item itself.
                Value::Context(values) if values.contains_key("item") => Context::new(),
                item => Context::from([("item".to_string(), item.clone())]),
            };
            let fits = self.with(named, filter);
            if matches!(item, Value::Context(_)) {
                self.frames.pop();
            }
            match fits? {
                Value::Bool(true) => kept.push(item.clone()),
                Value::Number(number) if place == 0 => {
                    return Ok(at(&list, number).unwrap_or(Value::Null));
                }
                _ => {}
            }
        }
        Ok(Value::List(kept.into()))
    }

    fn call(&mut self, callee: &Node, arguments: &Arguments) -> Evaluated {
        let Value::Function(function) = self.value(callee)? else { return Ok(Value::Null) };
        let parameters: Vec<&str> = match &function {
            Function::BuiltIn(name) => builtin::find(name)
                .map(|known| known.parameters.iter().map(|parameter| parameter.name).collect())
                .unwrap_or_default(),
            Function::Made(made) => made.parameters.iter().map(String::as_str).collect(),
        };
        let given = match arguments {
            Arguments::Placed(nodes) => self.values(nodes)?,
            Arguments::Named(named) => {
                let mut given = vec![Value::Null; parameters.len()];
                let mut last = 0;
                for (name, node) in named {
                    let Some(place) = parameters.iter().position(|parameter| parameter == name) else {
                        return Ok(Value::Null);
                    };
                    given[place] = self.value(node)?;
                    last = last.max(place + 1);
                }
                given.truncate(last);
                given
            }
        };
        self.invoke(&function, given)
    }

    fn invoke(&mut self, function: &Function, given: Vec<Value>) -> Evaluated {
        match function {
            Function::BuiltIn("sort") => self.sort(&given),
            Function::BuiltIn(name) => {
                let Some(known) = builtin::find(name) else { return Ok(Value::Null) };
                let too_many = !known.many && given.len() > known.parameters.len();
                if given.len() < known.least || too_many {
                    return Ok(Value::Null);
                }
                given.iter().try_for_each(|value| self.weigh(value))?;
                self.spend(builtin::price(name, &given))?;
                Ok((known.run)(&given).unwrap_or(Value::Null))
            }
            Function::Made(made) => {
                if given.len() != made.parameters.len() {
                    return Ok(Value::Null);
                }
                given.iter().try_for_each(|value| self.weigh(value))?;
                self.spend(made.seen.len() as u64)?;
                let outside = std::mem::replace(&mut self.frames, made.seen.clone());
                let names: Context = made.parameters.iter().cloned().zip(given).collect();
                let value = self.with(names, &made.body);
                self.frames = outside;
                value
            }
        }
    }

    /// Merges, asking the function which of two comes first.
    fn sort(&mut self, given: &[Value]) -> Evaluated {
        let (list, precedes) = match given {
            [list @ Value::List(_), Value::Function(precedes)] => (list.as_list(), precedes.clone()),
            [Value::Function(precedes), list @ Value::List(_)] => (list.as_list(), precedes.clone()),
            _ => return Ok(Value::Null),
        };
        let mut runs: Vec<Vec<Value>> = list.iter().map(|value| vec![value.clone()]).collect();
        while runs.len() > 1 {
            let mut merged = Vec::new();
            let mut pairs = runs.into_iter();
            while let Some(left) = pairs.next() {
                match pairs.next() {
                    Some(right) => merged.push(self.merge(left, right, &precedes)?),
                    None => merged.push(left),
                }
            }
            runs = merged;
        }
        Ok(Value::list(runs.into_iter().flatten()))
    }

    fn merge(
        &mut self,
        left: Vec<Value>,
        right: Vec<Value>,
        precedes: &Function,
    ) -> Result<Vec<Value>, Stopped> {
        let mut merged = Vec::with_capacity(left.len() + right.len());
        let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
        while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
            // The right one goes first only when it says so: what is equal stays in its order.
            let swap = self.invoke(precedes, vec![second.clone(), first.clone()])? == Value::Bool(true);
            merged.extend(if swap { right.next() } else { left.next() });
        }
        merged.extend(left);
        merged.extend(right);
        Ok(merged)
    }
}

/// Two whole numbers to walk between.
fn span(from: &Value, to: &Value) -> Option<(i64, i64)> {
    let whole = |value: &Value| match value {
        Value::Number(number) if number.is_integer() => i64::try_from(*number).ok(),
        _ => None,
    };
    Some((whole(from)?, whole(to)?))
}

fn at(list: &[Value], number: Decimal) -> Option<Value> {
    let place = i64::try_from(number).ok().filter(|_| number.is_integer())?;
    let count = list.len() as i64;
    let place = match place {
        0 => return None,
        place if place > 0 => place - 1,
        place => count + place,
    };
    list.get(usize::try_from(place).ok()?).cloned()
}

fn instance_of(value: &Value, kind: &str) -> bool {
    match kind {
        "Any" => !value.is_null(),
        "Null" => value.is_null(),
        "number" => matches!(value, Value::Number(_)),
        "string" => matches!(value, Value::Text(_)),
        "boolean" => matches!(value, Value::Bool(_)),
        "date" => matches!(value, Value::Date(_)),
        "time" => matches!(value, Value::Time(_)),
        "date and time" => matches!(value, Value::DateTime(_)),
        "days and time duration" => matches!(value, Value::Duration(_)),
        "years and months duration" => matches!(value, Value::Months(_)),
        "list" => matches!(value, Value::List(_)),
        "context" => matches!(value, Value::Context(_)),
        _ => false,
    }
}
