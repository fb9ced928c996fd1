use super::pattern::{compiled, finding, replacement};
use super::{BuiltIn, Parameter, ValueKind, cut, function, listed, parameter, text};
use crate::value::Value;

const STRING: Parameter = parameter("string", ValueKind::Text);
const MATCH: Parameter = parameter("match", ValueKind::Text);
const INPUT: Parameter = parameter("input", ValueKind::Text);
const PATTERN: Parameter = parameter("pattern", ValueKind::Text);
const FLAGS: Parameter = parameter("flags", ValueKind::Text);

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    BuiltIn {
        least: 2,
        ..function(
            "substring",
            &[STRING, parameter("start position", ValueKind::Number), parameter("length", ValueKind::Number)],
            ValueKind::Text,
            substring,
        )
    },
    function("string length", &[STRING], ValueKind::Number, |given| {
        Some(Value::from(text(given.first())?.chars().count() as i64))
    }),
    function("upper case", &[STRING], ValueKind::Text, |given| {
        Some(Value::text(text(given.first())?.to_uppercase()))
    }),
    function("lower case", &[STRING], ValueKind::Text, |given| {
        Some(Value::text(text(given.first())?.to_lowercase()))
    }),
    function("substring before", &[STRING, MATCH], ValueKind::Text, |given| {
        let (whole, part) = (text(given.first())?, text(given.get(1))?);
        Some(Value::text(whole.find(part).map_or("", |at| &whole[..at])))
    }),
    function("substring after", &[STRING, MATCH], ValueKind::Text, |given| {
        let (whole, part) = (text(given.first())?, text(given.get(1))?);
        Some(Value::text(whole.find(part).map_or("", |at| &whole[at + part.len()..])))
    }),
    function("contains", &[STRING, MATCH], ValueKind::Bool, |given| {
        Some(text(given.first())?.contains(text(given.get(1))?).into())
    }),
    function("starts with", &[STRING, MATCH], ValueKind::Bool, |given| {
        Some(text(given.first())?.starts_with(text(given.get(1))?).into())
    }),
    function("ends with", &[STRING, MATCH], ValueKind::Bool, |given| {
        Some(text(given.first())?.ends_with(text(given.get(1))?).into())
    }),
    BuiltIn { least: 2, ..function("matches", &[INPUT, PATTERN, FLAGS], ValueKind::Bool, matches) },
    BuiltIn {
        least: 3,
        ..function(
            "replace",
            &[INPUT, PATTERN, parameter("replacement", ValueKind::Text), FLAGS],
            ValueKind::Text,
            replace,
        )
    },
    function("split", &[STRING, parameter("delimiter", ValueKind::Text)], ValueKind::List, |given| {
        let pattern = finding(text(given.get(1))?, "")?;
        Some(Value::list(pattern.split(text(given.first())?).map(Value::text)))
    }),
    BuiltIn {
        least: 1,
        ..function(
            "string join",
            &[parameter("list", ValueKind::List), parameter("delimiter", ValueKind::Text)],
            ValueKind::Text,
            join,
        )
    },
];

/// Counted from 1, or from the end by negative numbers, in letters; fractions are cut off. Before the first there is
/// none to begin with, and after the last neither.
fn substring(given: &[Value]) -> Option<Value> {
    let letters: Vec<char> = text(given.first())?.chars().collect();
    let count = letters.len() as i64;
    let start = match cut(given.get(1))? {
        0 => return None,
        start if start > 0 => start - 1,
        start => count + start,
    };
    let start = (0..count).contains(&start).then_some(start as usize)?;
    let length = match given.get(2) {
        None | Some(Value::Null) => letters.len(),
        length => usize::try_from(cut(length)?).ok()?,
    };
    Some(Value::text(letters[start..].iter().take(length).collect::<String>()))
}

fn flags(value: Option<&Value>) -> Option<&str> {
    match value {
        None | Some(Value::Null) => Some(""),
        given => text(given),
    }
}

fn matches(given: &[Value]) -> Option<Value> {
    let pattern = compiled(text(given.get(1))?, flags(given.get(2))?)?;
    Some(pattern.is_match(text(given.first())?).into())
}

fn replace(given: &[Value]) -> Option<Value> {
    let pattern = finding(text(given.get(1))?, flags(given.get(3))?)?;
    let with = replacement(text(given.get(2))?, pattern.captures_len() - 1);
    Some(Value::text(pattern.replace_all(text(given.first())?, with.as_str())))
}

fn join(given: &[Value]) -> Option<Value> {
    let delimiter = flags(given.get(1))?;
    let mut parts = Vec::new();
    for value in listed(given.first())? {
        match value {
            Value::Null => {}
            Value::Text(part) => parts.push(part),
            _ => return None,
        }
    }
    Some(Value::text(parts.join(delimiter)))
}
