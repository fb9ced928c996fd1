//! Parts of values by their names, and filters of lists.

use super::{Evaluated, Evaluator, Frame, Stopped};
use crate::ast::{ExpressionNode, SyntaxKind};
use crate::number::Decimal;
use crate::parts;
use crate::value::Value;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

/// What an item of a filtered list is called.
static ITEM: LazyLock<Arc<str>> = LazyLock::new(|| "item".into());

/// What is filtered: a list, or what a loop gave so far, in its place.
enum Items {
    List(Arc<[Value]>),
    Partial(Arc<Vec<Value>>),
}

impl Deref for Items {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        match self {
            Items::List(values) => values,
            Items::Partial(values) => values,
        }
    }
}

impl Evaluator<'_> {
    /// A part of a value by its name; of a list, the parts of each.
    pub(super) fn part(&mut self, value: &Value, name: &str) -> Evaluated {
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
    pub(super) fn filter(&mut self, value: &ExpressionNode, filter: &ExpressionNode) -> Evaluated {
        let list = self.items(value)?;
        let mut kept = Vec::new();
        if list.is_empty() {
            return Ok(match self.value(filter)? {
                Value::Number(_) => Value::Null,
                _ => Value::list([]),
            });
        }
        for (place, item) in list.iter().enumerate() {
            let before = self.frames.len();
            if let Value::Context(values) = item {
                self.frames.push(Frame::Entries(Arc::clone(values)));
            }
            // An entry called `item` is meant before the item itself.
            if !matches!(item, Value::Context(values) if values.contains_key("item")) {
                self.frames.push(Frame::One(Arc::clone(&ITEM), item.clone()));
            }
            let fits = self.value(filter);
            self.frames.truncate(before);
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

    fn items(&mut self, value: &ExpressionNode) -> Result<Items, Stopped> {
        if matches!(&value.kind, SyntaxKind::Name(name) if name == "partial") {
            let named = |frame: &Frame| match frame {
                Frame::One(name, _) => &**name == "partial",
                Frame::Entries(values) => values.contains_key("partial"),
                Frame::Partial(_) => true,
            };
            if let Some(Frame::Partial(results)) = self.frames.iter().rev().find(|frame| named(frame)) {
                let results = Arc::clone(results);
                self.spend(1)?;
                return Ok(Items::Partial(results));
            }
        }
        Ok(Items::List(self.value(value)?.as_list()))
    }
}

/// The parts of this name, wherever they lie; what is `null` is none.
pub(super) fn descendants(value: &Value, name: &str, found: &mut Vec<Value>) {
    match value {
        Value::Context(values) => {
            for (key, part) in values.iter() {
                if key == name && !part.is_null() {
                    found.push(part.clone());
                }
                descendants(part, name, found);
            }
        }
        Value::List(values) => values.iter().for_each(|value| descendants(value, name, found)),
        _ => {}
    }
}

/// The item at a place counted from 1, or from the end by negative numbers.
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
