//! Calls: which function is meant, its arguments in their places, and the built-in functions that call others
//! themselves.

use super::{Evaluated, Evaluator, Frame, Stopped};
use crate::ast::{CallArguments, ExpressionNode, SyntaxKind};
use crate::builtin::{self, BuiltIn};
use crate::value::{Function, MadeFunction, Value};

impl Evaluator<'_> {
    pub(super) fn call(&mut self, callee: &ExpressionNode, arguments: &CallArguments) -> Evaluated {
        let function = match &callee.kind {
            // A value that is no function does not hide the built-in function of its name.
            SyntaxKind::Name(name) => match (self.given(name)?, builtin::find(name)) {
                (Some(Value::Function(function)), _) => function,
                (_, Some(known)) => Function::BuiltIn(known.name),
                _ => return Ok(Value::Null),
            },
            _ => match self.value(callee)? {
                Value::Function(function) => function,
                _ => return Ok(Value::Null),
            },
        };
        let given = match arguments {
            CallArguments::Placed(nodes) => Some(self.values(nodes)?),
            CallArguments::Named(named) => self.placed(&function, named)?,
        };
        match given {
            Some(given) => self.invoke(&function, given),
            None => Ok(Value::Null),
        }
    }

    /// Named arguments in their places; nothing where no form of the function has these names.
    fn placed(
        &mut self,
        function: &Function,
        named: &[(String, ExpressionNode)],
    ) -> Result<Option<Vec<Value>>, Stopped> {
        let known = match function {
            Function::BuiltIn(name) => builtin::find(name),
            Function::Made(_) => None,
        };
        let form = known.and_then(|known| known.form(named.iter().map(|(name, _)| name.as_str())));
        let names: Vec<&str> = match (function, form) {
            (Function::Made(made), _) => made.definition.parameters.iter().map(|(name, _)| &**name).collect(),
            (_, Some(form)) => form.iter().map(|parameter| parameter.name).collect(),
            _ => return Ok(None),
        };
        let mut given = vec![Value::Null; names.len()];
        let mut last = 0;
        for (name, node) in named {
            let Some(place) = names.iter().position(|parameter| parameter == name) else { return Ok(None) };
            given[place] = self.value(node)?;
            if form.is_some_and(|form| !form[place].takes(&given[place])) {
                return Ok(None);
            }
            last = last.max(place + 1);
        }
        // What is not named is not known.
        given.truncate(last.max(known.map_or(0, |known| known.least)));
        Ok(Some(given))
    }

    fn invoke(&mut self, function: &Function, mut given: Vec<Value>) -> Evaluated {
        match function {
            Function::BuiltIn(name) => match builtin::find(name) {
                Some(known) => {
                    unpack(known, &mut given);
                    self.run(known, &given)
                }
                None => Ok(Value::Null),
            },
            Function::Made(made) => self.invoke_made(made, given),
        }
    }

    fn run(&mut self, known: &BuiltIn, given: &[Value]) -> Evaluated {
        let too_many = !known.many && given.len() > known.parameters.len();
        if given.len() < known.least || too_many {
            return Ok(Value::Null);
        }
        match (known.name, given) {
            ("sort", given) => self.sort(given),
            ("list replace", [list, Value::Function(matches), new]) => self.replace(list, matches, new),
            ("now", _) => Ok(crate::now(self.names).map_or(Value::Null, Value::DateTime)),
            ("today", _) => Ok(crate::today(self.names).map_or(Value::Null, Value::Date)),
            _ => {
                given.iter().try_for_each(|value| self.weigh(value))?;
                self.spend(builtin::price(known.name, given))?;
                super::kept((known.run)(given))
            }
        }
    }

    /// Evaluates the body with the names that the function saw where it was made; `null` where an argument is not of
    /// the type its parameter wants.
    fn invoke_made(&mut self, made: &MadeFunction, given: Vec<Value>) -> Evaluated {
        let parameters = &made.definition.parameters;
        if given.len() != parameters.len() {
            return Ok(Value::Null);
        }
        given.iter().try_for_each(|value| self.weigh(value))?;
        self.spend(made.seen.len() as u64)?;
        let mut frames = made.seen.clone();
        for ((name, kind), value) in parameters.iter().zip(given) {
            let (nothing, value) = (value.is_null(), kind.conformed(value));
            if value.is_null() && !nothing {
                return Ok(Value::Null);
            }
            frames.push(Frame::One(name.clone(), value));
        }
        let outside = std::mem::replace(&mut self.frames, frames);
        let value = self.value(&made.definition.body);
        self.frames = outside;
        value
    }

    /// Replaces those the function says yes to, and asks it about each.
    fn replace(&mut self, list: &Value, matches: &Function, new: &Value) -> Evaluated {
        if list.is_null() {
            return Ok(Value::Null);
        }
        let mut replaced = Vec::new();
        for item in list.as_list().iter() {
            match self.invoke(matches, vec![item.clone(), new.clone()])? {
                Value::Bool(true) => replaced.push(new.clone()),
                Value::Bool(false) => replaced.push(item.clone()),
                _ => return Ok(Value::Null),
            }
        }
        Ok(Value::list(replaced))
    }

    /// A stable merge sort that asks the function which of two comes first.
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

/// A list of one, where a function of the language takes no list, becomes what is in it.
fn unpack(known: &BuiltIn, given: &mut [Value]) {
    for (value, parameter) in given.iter_mut().zip(known.parameters) {
        let only = match value {
            Value::List(values) if values.len() == 1 && parameter.kind.is_single() => values[0].clone(),
            _ => continue,
        };
        *value = only;
    }
}
