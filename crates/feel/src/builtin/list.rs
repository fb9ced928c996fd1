use super::{BuiltIn, Parameter, ValueKind, cut, function, listed, parameter, values};
use crate::number::Decimal;
use crate::value::Value;
use std::cmp::Ordering;

const LIST: Parameter = parameter("list", ValueKind::List);
const POSITION: Parameter = parameter("position", ValueKind::Number);
const NEW_ITEM: Parameter = parameter("newItem", ValueKind::Any);

/// A function of one list, or of as many values as are given.
const fn over(name: &'static str, gives: ValueKind, run: fn(&[Value]) -> Option<Value>) -> BuiltIn {
    BuiltIn { name, parameters: &[LIST], also: &[], least: 1, many: true, gives, run }
}

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    function("list contains", &[LIST, parameter("element", ValueKind::Any)], ValueKind::Bool, |given| {
        let element = given.get(1)?;
        Some(listed(given.first())?.iter().any(|value| value.equals(element) == Some(true)).into())
    }),
    function("count", &[LIST], ValueKind::Number, |given| {
        Some(Value::from(listed(given.first())?.len() as i64))
    }),
    over("min", ValueKind::Element, |given| extreme(given, Ordering::Less)),
    over("max", ValueKind::Element, |given| extreme(given, Ordering::Greater)),
    over("sum", ValueKind::Element, |given| {
        let mut values = values(given)?.into_iter();
        let first = values.next()?;
        values.try_fold(first, |sum, value| crate::arithmetic::add(&sum, &value)).filter(addable)
    }),
    over("mean", ValueKind::Number, |given| {
        let numbers = numbers(given)?;
        let sum = numbers.iter().fold(Decimal::ZERO, |sum, number| sum + *number);
        Some(sum.checked_div(Decimal::from(numbers.len()))?.into())
    }),
    over("product", ValueKind::Number, |given| {
        Some(numbers(given)?.into_iter().fold(Decimal::ONE, |product, number| product * number).into())
    }),
    over("median", ValueKind::Number, |given| {
        let mut numbers = numbers(given)?;
        numbers.sort();
        let middle = numbers.len() / 2;
        if numbers.len() % 2 == 1 {
            return Some(numbers[middle].into());
        }
        Some((numbers[middle - 1] + numbers[middle]).checked_div(Decimal::TWO)?.into())
    }),
    over("stddev", ValueKind::Number, |given| {
        let numbers = numbers(given)?;
        let count = Decimal::from(numbers.len());
        let mean = numbers.iter().fold(Decimal::ZERO, |sum, n| sum + *n).checked_div(count)?;
        let squares = numbers.iter().fold(Decimal::ZERO, |sum, number| {
            let apart = *number - mean;
            sum + apart * apart
        });
        Some(squares.checked_div(count - Decimal::ONE)?.sqrt()?.into())
    }),
    over("mode", ValueKind::List, |given| {
        let mut numbers = match given {
            [Value::List(values)] if values.is_empty() => return Some(Value::list([])),
            given => numbers(given)?,
        };
        numbers.sort();
        let runs: Vec<&[Decimal]> = numbers.chunk_by(|a, b| a == b).collect();
        let most = runs.iter().map(|run| run.len()).max()?;
        Some(Value::list(runs.into_iter().filter(|run| run.len() == most).map(|run| run[0].into())))
    }),
    over("all", ValueKind::Bool, |given| truths(given, true)),
    over("any", ValueKind::Bool, |given| truths(given, false)),
    BuiltIn {
        least: 2,
        ..function(
            "sublist",
            &[LIST, parameter("start position", ValueKind::Number), parameter("length", ValueKind::Number)],
            ValueKind::SameList,
            sublist,
        )
    },
    BuiltIn {
        many: true,
        ..function("append", &[LIST, parameter("item", ValueKind::Any)], ValueKind::List, append)
    },
    over("concatenate", ValueKind::List, |given| {
        let mut all = Vec::new();
        for list in given {
            all.extend(listed(Some(list))?);
        }
        Some(Value::list(all))
    }),
    function("insert before", &[LIST, POSITION, NEW_ITEM], ValueKind::List, |given| {
        let mut list = listed(given.first())?;
        let place = place(&list, given.get(1))?;
        list.insert(place, given.get(2)?.clone());
        Some(Value::list(list))
    }),
    // By a function of one's own the evaluator does it.
    BuiltIn {
        also: &[&[LIST, parameter("match", ValueKind::Function), NEW_ITEM]],
        ..function(
            "list replace",
            &[LIST, parameter("position", ValueKind::PlaceOrMatch), NEW_ITEM],
            ValueKind::List,
            |given| {
                let mut list = listed(given.first())?;
                let place = place(&list, given.get(1))?;
                list[place] = given.get(2)?.clone();
                Some(Value::list(list))
            },
        )
    },
    function("remove", &[LIST, POSITION], ValueKind::SameList, |given| {
        let mut list = listed(given.first())?;
        let place = place(&list, given.get(1))?;
        list.remove(place);
        Some(Value::list(list))
    }),
    function("reverse", &[LIST], ValueKind::SameList, |given| {
        Some(Value::list(listed(given.first())?.into_iter().rev()))
    }),
    function("index of", &[LIST, parameter("match", ValueKind::Any)], ValueKind::List, |given| {
        let wanted = given.get(1)?;
        let list = listed(given.first())?;
        let found = list.iter().zip(1..).filter(|(value, _)| value.equals(wanted) == Some(true));
        Some(Value::list(found.map(|(_, place): (_, i64)| place.into())))
    }),
    over("union", ValueKind::List, |given| {
        let mut all = Vec::new();
        for list in given {
            all.extend(listed(Some(list))?);
        }
        Some(Value::list(distinct(all)))
    }),
    function("distinct values", &[LIST], ValueKind::SameList, |given| {
        Some(Value::list(distinct(listed(given.first())?)))
    }),
    // Asks its second argument, so the evaluator does it.
    function("sort", &[LIST, parameter("precedes", ValueKind::Function)], ValueKind::SameList, |_| None),
    function("flatten", &[LIST], ValueKind::List, |given| {
        let mut flat = Vec::new();
        flatten(&listed(given.first())?, &mut flat);
        Some(Value::list(flat))
    }),
];

/// The least or the greatest of values that can all be compared.
fn extreme(given: &[Value], wanted: Ordering) -> Option<Value> {
    let mut values = values(given)?.into_iter();
    let first = values.next()?;
    first.compare(&first)?;
    values.try_fold(first, |best, value| {
        let stands = value.compare(&best)?;
        Some(if stands == wanted { value } else { best })
    })
}

fn addable(value: &Value) -> bool {
    matches!(value, Value::Number(_) | Value::Duration(_) | Value::Months(_))
}

fn numbers(given: &[Value]) -> Option<Vec<Decimal>> {
    let numbers: Option<Vec<Decimal>> =
        values(given)?.iter().map(|value| super::number(Some(value))).collect();
    numbers.filter(|numbers| !numbers.is_empty())
}

/// `all` is false as soon as one is, `any` true; what is no truth leaves it open.
fn truths(given: &[Value], all: bool) -> Option<Value> {
    let values = match given {
        [Value::List(values)] => values.to_vec(),
        given => values(given)?,
    };
    let mut open = false;
    for value in values {
        match value {
            Value::Bool(value) if value != all => return Some((!all).into()),
            Value::Bool(_) => {}
            _ => open = true,
        }
    }
    if open { None } else { Some(all.into()) }
}

/// A place counted from 1, or from the end by negative numbers; a fraction is cut off.
fn place(list: &[Value], position: Option<&Value>) -> Option<usize> {
    let count = list.len() as i64;
    let place = match cut(position)? {
        0 => return None,
        position if position > 0 => position - 1,
        position => count + position,
    };
    (0..count).contains(&place).then_some(place as usize)
}

fn sublist(given: &[Value]) -> Option<Value> {
    let list = listed(given.first())?;
    let start = place(&list, given.get(1))?;
    let length = match given.get(2) {
        None | Some(Value::Null) => list.len() - start,
        length => usize::try_from(cut(length)?).ok()?,
    };
    let end = start.checked_add(length).filter(|end| *end <= list.len())?;
    Some(Value::list(list[start..end].iter().cloned()))
}

fn append(given: &[Value]) -> Option<Value> {
    let (list, items) = given.split_first()?;
    let mut all = listed(Some(list))?;
    all.extend(items.iter().cloned());
    Some(Value::list(all))
}

fn distinct(values: Vec<Value>) -> Vec<Value> {
    let mut kept: Vec<Value> = Vec::new();
    for value in values {
        if !kept.iter().any(|known| known.equals(&value) == Some(true)) {
            kept.push(value);
        }
    }
    kept
}

fn flatten(values: &[Value], flat: &mut Vec<Value>) {
    for value in values {
        match value {
            Value::List(inner) => flatten(inner, flat),
            other => flat.push(other.clone()),
        }
    }
}
