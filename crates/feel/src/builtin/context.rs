use super::{BuiltIn, Kind, Parameter, function, listed, parameter, text};
use crate::value::{Context, Value};

const M: Parameter = parameter("m", Kind::Context);
const KEY: Parameter = parameter("key", Kind::Text);

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    function("get value", &[M, KEY], Kind::Any, |given| {
        context(given.first())?.get(text(given.get(1))?).cloned()
    }),
    function("get entries", &[M], Kind::List, |given| {
        let entry = |(key, value): (&String, &Value)| {
            let pair = [("key".to_string(), Value::text(key)), ("value".to_string(), value.clone())];
            Value::context(Context::from(pair))
        };
        Some(Value::list(context(given.first())?.iter().map(entry)))
    }),
    function(
        "context put",
        &[parameter("context", Kind::Context), KEY, parameter("value", Kind::Any)],
        Kind::Context,
        |given| {
            let mut changed = context(given.first())?.clone();
            changed.insert(text(given.get(1))?.to_string(), given.get(2)?.clone());
            Some(Value::context(changed))
        },
    ),
    function("context merge", &[parameter("contexts", Kind::List)], Kind::Context, |given| {
        let mut merged = Context::new();
        for value in listed(given.first())? {
            merged.extend(context(Some(&value))?.clone());
        }
        Some(Value::context(merged))
    }),
];

fn context(value: Option<&Value>) -> Option<&Context> {
    match value? {
        Value::Context(values) => Some(values),
        _ => None,
    }
}
