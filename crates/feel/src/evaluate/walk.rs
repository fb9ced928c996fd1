//! Loops: every combination of what is walked through, each counted.

use super::{Evaluated, Frame, Machine, Stopped};
use crate::ast::{Node, Source};
use crate::temporal;
use crate::value::{Range, Value};
use std::sync::Arc;

/// A turn of a loop: whether to go on.
type Turn<'t> = &'t mut dyn FnMut(&mut Machine) -> Result<bool, Stopped>;

impl Machine<'_> {
    pub(super) fn loop_over(&mut self, over: &[(Arc<str>, Source)], result: &Node) -> Evaluated {
        let mut results: Arc<Vec<Value>> = Arc::default();
        self.walk(over, &mut |machine| {
            machine.frames.push(Frame::Partial(std::mem::take(&mut results)));
            let value = machine.value(result);
            if let Some(Frame::Partial(so_far)) = machine.frames.pop() {
                results = so_far;
            }
            let value = value?;
            machine.weigh(&value)?;
            if Arc::strong_count(&results) > 1 {
                // A function made in this turn holds them as they are.
                machine.spend(results.len() as u64)?;
            }
            Arc::make_mut(&mut results).push(value);
            Ok(true)
        })?;
        Ok(Value::List(Arc::unwrap_or_clone(results).into()))
    }

    pub(super) fn quantified(
        &mut self,
        every: bool,
        over: &[(Arc<str>, Source)],
        satisfies: &Node,
    ) -> Evaluated {
        let mut answer = Some(every);
        self.walk(over, &mut |machine| {
            match machine.value(satisfies)? {
                Value::Bool(holds) if holds != every => {
                    answer = Some(holds);
                    return Ok(false);
                }
                Value::Bool(_) => {}
                _ => answer = None,
            }
            Ok(true)
        })?;
        Ok(answer.into())
    }

    /// Says whether every turn wanted to go on.
    fn walk(&mut self, over: &[(Arc<str>, Source)], turn: Turn) -> Result<bool, Stopped> {
        let Some(((name, source), rest)) = over.split_first() else {
            self.spend(1)?;
            return turn(self);
        };
        let mut one = |machine: &mut Self, value: Value| {
            machine.frames.push(Frame::One(Arc::clone(name), value));
            let on = machine.walk(rest, turn);
            machine.frames.pop();
            on
        };
        match source {
            Source::List(node) => match self.value(node)? {
                Value::Null => Ok(true),
                Value::Range(range) => match Span::of(&range) {
                    Some(span) => span.walk(|value| one(self, value)),
                    None => Ok(true),
                },
                list => {
                    for value in list.as_list().iter() {
                        if !one(self, value.clone())? {
                            return Ok(false);
                        }
                    }
                    Ok(true)
                }
            },
            Source::Span(from, to) => {
                let (from, to) = (self.value(from)?, self.value(to)?);
                match Span::between(&from, &to) {
                    Some(span) => span.walk(|value| one(self, value)),
                    None => Ok(true),
                }
            }
        }
    }
}

/// Whole numbers or days, one after the other, up or down.
struct Span {
    from: i64,
    to: i64,
    days: bool,
}

impl Span {
    fn between(from: &Value, to: &Value) -> Option<Span> {
        let whole = |value: &Value| match value {
            Value::Number(number) if number.is_integer() => i64::try_from(*number).ok(),
            Value::Date(date) => Some(temporal::days_since_1970(*date)),
            _ => None,
        };
        let days = |value: &Value| matches!(value, Value::Date(_));
        (days(from) == days(to)).then_some(())?;
        Some(Span { from: whole(from)?, to: whole(to)?, days: days(from) })
    }

    /// A range with both ends; nothing where nothing is in it.
    fn of(range: &Range) -> Option<Span> {
        let span = Span::between(&range.low, &range.high)?;
        let from = span.from.checked_add(i64::from(!range.low_in))?;
        let to = span.to.checked_sub(i64::from(!range.high_in))?;
        (from <= to && !range.outside).then_some(Span { from, to, ..span })
    }

    fn walk(self, mut one: impl FnMut(Value) -> Result<bool, Stopped>) -> Result<bool, Stopped> {
        let step = if self.from <= self.to { 1 } else { -1 };
        let mut number = self.from;
        loop {
            let value = match self.days {
                true => temporal::date_of_day(number).map_or(Value::Null, Value::Date),
                false => number.into(),
            };
            if !one(value)? {
                return Ok(false);
            }
            if number == self.to {
                return Ok(true);
            }
            number += step;
        }
    }
}
