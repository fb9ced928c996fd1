//! Loops: a turn for every combination of the items of all sources.

use super::{Evaluated, Evaluator, Frame, Stopped};
use crate::ast::{ExpressionNode, Source};
use crate::temporal;
use crate::value::{Range, RangeForm, Value};
use std::sync::Arc;

/// How a walk ended, or a turn of it.
enum Walked {
    /// The next turn may follow.
    On,
    /// Enough is known: no turn need follow.
    Done,
    /// A source cannot be walked through, such as a range of texts: there is no answer.
    Nowhere,
}

/// What is done with one combination.
type EachCombination<'t> = &'t mut dyn FnMut(&mut Evaluator) -> Result<Walked, Stopped>;

impl Evaluator<'_> {
    pub(super) fn loop_over(&mut self, over: &[(Arc<str>, Source)], result: &ExpressionNode) -> Evaluated {
        let mut results: Arc<Vec<Value>> = Arc::default();
        let walked = self.walk(over, &mut |machine| {
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
            Ok(Walked::On)
        })?;
        if matches!(walked, Walked::Nowhere) {
            return Ok(Value::Null);
        }
        Ok(Value::List(Arc::unwrap_or_clone(results).into()))
    }

    pub(super) fn quantified(
        &mut self,
        every: bool,
        over: &[(Arc<str>, Source)],
        satisfies: &ExpressionNode,
    ) -> Evaluated {
        let mut answer = Some(every);
        let walked = self.walk(over, &mut |machine| {
            match machine.value(satisfies)? {
                Value::Bool(holds) if holds != every => {
                    answer = Some(holds);
                    return Ok(Walked::Done);
                }
                Value::Bool(_) => {}
                _ => answer = None,
            }
            Ok(Walked::On)
        })?;
        Ok(answer.filter(|_| !matches!(walked, Walked::Nowhere)).into())
    }

    /// Takes a turn for every combination until one wants no more.
    fn walk(&mut self, over: &[(Arc<str>, Source)], turn: EachCombination) -> Result<Walked, Stopped> {
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
        let (range, descends) = match source {
            Source::List(node) => match self.value(node)? {
                Value::Null => return Ok(Walked::On),
                Value::Range(range) => (range, false),
                list => {
                    for value in list.as_list().iter() {
                        match one(self, value.clone())? {
                            Walked::On => {}
                            stopped => return Ok(stopped),
                        }
                    }
                    return Ok(Walked::On);
                }
            },
            Source::Span(from, to) => {
                let (low, high) = (self.value(from)?, self.value(to)?);
                (Arc::new(Range { low, low_in: true, high, high_in: true, form: RangeForm::Between }), true)
            }
        };
        match NumberSpan::of(&range, descends) {
            Some(span) => span.walk(|value| one(self, value)),
            None => Ok(Walked::Nowhere),
        }
    }
}

/// Whole numbers, or days counted from 1970, one after the other.
struct NumberSpan {
    // Wider than any end: one step beyond the last must be told apart too.
    from: i128,
    to: i128,
    days: bool,
    /// Whether it may go down, from the higher to the lower.
    descends: bool,
}

impl NumberSpan {
    /// The steps of a range that has both ends; nothing where no step leads from one end to the other. `5..1` may go
    /// down, the range `[5..1]` may not.
    fn of(range: &Range, descends: bool) -> Option<NumberSpan> {
        let days = matches!((&range.low, &range.high), (Value::Date(_), Value::Date(_)));
        let whole = |value: &Value| match value {
            Value::Number(number) if number.is_integer() => i64::try_from(*number).ok(),
            Value::Date(date) if days => Some(temporal::days_since_1970(*date)),
            _ => None,
        };
        let (from, to) = (whole(&range.low)?, whole(&range.high)?);
        if range.form == RangeForm::AllBut || (from > to && !descends) {
            return None;
        }
        let from = i128::from(from) + i128::from(!range.low_in);
        let to = i128::from(to) - i128::from(!range.high_in);
        Some(NumberSpan { from, to, days, descends })
    }

    fn walk(self, mut one: impl FnMut(Value) -> Result<Walked, Stopped>) -> Result<Walked, Stopped> {
        let step = match (self.from <= self.to, self.descends) {
            (true, _) => 1,
            (false, true) => -1,
            // Both ends are excluded and nothing lies between them.
            (false, false) => return Ok(Walked::On),
        };
        let mut number = self.from;
        loop {
            let whole = i64::try_from(number).ok();
            let value = match self.days {
                true => whole.and_then(temporal::date_of_day).map_or(Value::Null, Value::Date),
                false => whole.into(),
            };
            match one(value)? {
                Walked::On if number != self.to => number += step,
                walked => return Ok(walked),
            }
        }
    }
}
