use super::{BuiltIn, Parameter, ValueKind, function, listed, parameter, text};
use crate::value::{NamedValues, Value};

const M: Parameter = parameter("m", ValueKind::Context);
const KEY: Parameter = parameter("key", ValueKind::Text);
const CONTEXT: Parameter = parameter("context", ValueKind::Context);
const VALUE: Parameter = parameter("value", ValueKind::Any);

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    function("get value", &[M, KEY], ValueKind::Any, |given| {
        context(given.first())?.get(text(given.get(1))?).cloned()
    }),
    function("get entries", &[M], ValueKind::List, |given| {
        let entry = |(key, value): (&String, &Value)| {
            let pair = [("key".to_string(), Value::text(key)), ("value".to_string(), value.clone())];
            Value::context(NamedValues::from(pair))
        };
        Some(Value::list(context(given.first())?.iter().map(entry)))
    }),
    function("context", &[parameter("entries", ValueKind::List)], ValueKind::Context, |given| {
        let mut made = NamedValues::new();
        for entry in listed(given.first())? {
            let entry = context(Some(&entry))?;
            let (key, value) = (text(entry.get("key"))?, entry.get("value")?);
            if made.insert(key.to_string(), value.clone()).is_some() {
                return None;
            }
        }
        Some(Value::context(made))
    }),
    BuiltIn {
        also: &[
            &[CONTEXT, parameter("keys", ValueKind::List), VALUE],
            &[CONTEXT, parameter("key", ValueKind::KeyOrKeys), VALUE],
        ],
        ..function("context put", &[CONTEXT, KEY, VALUE], ValueKind::Context, |given| {
            let keys: Option<Vec<String>> = match given.get(1)? {
                Value::List(keys) => keys.iter().map(|key| text(Some(key)).map(str::to_string)).collect(),
                key => text(Some(key)).map(|key| vec![key.to_string()]),
            };
            put(context(given.first())?, &keys?, given.get(2)?).map(Value::context)
        })
    },
    function("context merge", &[parameter("contexts", ValueKind::List)], ValueKind::Context, |given| {
        let mut merged = NamedValues::new();
        for value in listed(given.first())? {
            merged.extend(context(Some(&value))?.clone());
        }
        Some(Value::context(merged))
    }),
];

fn context(value: Option<&Value>) -> Option<&NamedValues> {
    match value? {
        Value::Context(values) => Some(values),
        _ => None,
    }
}

/// With a value at the end of a way of names; contexts on the way must be there, its last name need not.
fn put(into: &NamedValues, keys: &[String], value: &Value) -> Option<NamedValues> {
    let (key, rest) = keys.split_first()?;
    let value = match rest {
        [] => value.clone(),
        rest => Value::context(put(context(into.get(key))?, rest, value)?),
    };
    let mut changed = into.clone();
    changed.insert(key.clone(), value);
    Some(changed)
}
