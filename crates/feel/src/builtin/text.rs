use super::{BuiltIn, Kind, Parameter, function, listed, parameter, text, whole};
use crate::value::Value;
use regex::RegexBuilder;

const STRING: Parameter = parameter("string", Kind::Text);
const MATCH: Parameter = parameter("match", Kind::Text);
const INPUT: Parameter = parameter("input", Kind::Text);
const PATTERN: Parameter = parameter("pattern", Kind::Text);
const FLAGS: Parameter = parameter("flags", Kind::Text);

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    BuiltIn {
        least: 2,
        ..function(
            "substring",
            &[STRING, parameter("start position", Kind::Number), parameter("length", Kind::Number)],
            Kind::Text,
            substring,
        )
    },
    function("string length", &[STRING], Kind::Number, |given| {
        Some(Value::from(text(given.first())?.chars().count() as i64))
    }),
    function("upper case", &[STRING], Kind::Text, |given| {
        Some(Value::text(text(given.first())?.to_uppercase()))
    }),
    function("lower case", &[STRING], Kind::Text, |given| {
        Some(Value::text(text(given.first())?.to_lowercase()))
    }),
    function("substring before", &[STRING, MATCH], Kind::Text, |given| {
        let (whole, part) = (text(given.first())?, text(given.get(1))?);
        Some(Value::text(whole.find(part).map_or("", |at| &whole[..at])))
    }),
    function("substring after", &[STRING, MATCH], Kind::Text, |given| {
        let (whole, part) = (text(given.first())?, text(given.get(1))?);
        Some(Value::text(whole.find(part).map_or("", |at| &whole[at + part.len()..])))
    }),
    function("contains", &[STRING, MATCH], Kind::Bool, |given| {
        Some(text(given.first())?.contains(text(given.get(1))?).into())
    }),
    function("starts with", &[STRING, MATCH], Kind::Bool, |given| {
        Some(text(given.first())?.starts_with(text(given.get(1))?).into())
    }),
    function("ends with", &[STRING, MATCH], Kind::Bool, |given| {
        Some(text(given.first())?.ends_with(text(given.get(1))?).into())
    }),
    BuiltIn { least: 2, ..function("matches", &[INPUT, PATTERN, FLAGS], Kind::Bool, matches) },
    BuiltIn {
        least: 3,
        ..function(
            "replace",
            &[INPUT, PATTERN, parameter("replacement", Kind::Text), FLAGS],
            Kind::Text,
            replace,
        )
    },
    function("split", &[STRING, parameter("delimiter", Kind::Text)], Kind::List, |given| {
        let pattern = compiled(text(given.get(1))?, "")?;
        Some(Value::list(pattern.split(text(given.first())?).map(Value::text)))
    }),
    BuiltIn {
        least: 1,
        ..function(
            "string join",
            &[parameter("list", Kind::List), parameter("delimiter", Kind::Text)],
            Kind::Text,
            join,
        )
    },
];

/// Counted from 1, or from the end by negative numbers, in letters.
fn substring(given: &[Value]) -> Option<Value> {
    let letters: Vec<char> = text(given.first())?.chars().collect();
    let count = letters.len() as i64;
    let start = match whole(given.get(1))? {
        0 => return None,
        start if start > 0 => start - 1,
        start => count + start,
    };
    let length = match given.get(2) {
        None | Some(Value::Null) => count,
        length => whole(length).filter(|length| *length >= 0)?,
    };
    let (from, to) = (start.clamp(0, count), start.saturating_add(length).clamp(0, count));
    Some(Value::text(letters[from as usize..to.max(from) as usize].iter().collect::<String>()))
}

/// The library matches in time linear to its input; the size of a pattern has a limit.
fn compiled(pattern: &str, flags: &str) -> Option<regex::Regex> {
    if !flags.chars().all(|flag| "smix".contains(flag)) {
        return None;
    }
    RegexBuilder::new(pattern)
        .dot_matches_new_line(flags.contains('s'))
        .multi_line(flags.contains('m'))
        .case_insensitive(flags.contains('i'))
        .ignore_whitespace(flags.contains('x'))
        .size_limit(1 << 18)
        .build()
        .ok()
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
    let pattern = compiled(text(given.get(1))?, flags(given.get(3))?)?;
    let with = text(given.get(2))?;
    // `$1` is a group also where a letter follows.
    let mut written = String::new();
    let mut letters = with.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '$' if letters.peek().is_some_and(char::is_ascii_digit) => {
                written.push_str("${");
                while let Some(digit) = letters.next_if(char::is_ascii_digit) {
                    written.push(digit);
                }
                written.push('}');
            }
            '$' => written.push_str("$$"),
            other => written.push(other),
        }
    }
    Some(Value::text(pattern.replace_all(text(given.first())?, written.as_str())))
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
