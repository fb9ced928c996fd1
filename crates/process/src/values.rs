//! Values of FEEL as JSON and back: what is kept of a rule, and what a scenario gives.
//!
//! What JSON has no form for is an object of one part: `{"@date": "2026-02-24"}`, `{"@duration": "PT8H"}`.

use feel::{Budget, Decimal, Expression, NamedValues, Value};
use serde_json::{Map, Value as Json};
use std::str::FromStr;

/// A value as JSON. Functions and ranges have no form to keep and become `null`.
pub fn to_json(value: &Value) -> Json {
    let tagged =
        |tag: &str, text: String| Json::Object(Map::from_iter([(tag.to_string(), Json::String(text))]));
    match value {
        Value::Null | Value::Range(_) | Value::Function(_) => Json::Null,
        Value::Bool(truth) => Json::Bool(*truth),
        Value::Number(number) => match serde_json::Number::from_str(&number.normalize().to_string()) {
            Ok(written) if decimal(&written) == Some(number.normalize()) => Json::Number(written),
            _ => tagged("@number", number.normalize().to_string()),
        },
        Value::Text(text) => Json::String(text.to_string()),
        Value::Date(_) => tagged("@date", value.to_string()),
        Value::Time(_) => tagged("@time", value.to_string()),
        Value::DateTime(_) => tagged("@moment", value.to_string()),
        Value::Duration(_) | Value::Months(_) => tagged("@duration", value.to_string()),
        Value::List(values) => Json::Array(values.iter().map(to_json).collect()),
        Value::Context(parts) => {
            Json::Object(parts.iter().map(|(name, value)| (name.clone(), to_json(value))).collect())
        }
    }
}

/// JSON as a value.
pub fn from_json(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => Value::Bool(*truth),
        Json::Number(number) => decimal(number).map_or(Value::Null, Value::Number),
        Json::String(text) => Value::text(text),
        Json::Array(values) => Value::list(values.iter().map(from_json)),
        Json::Object(parts) => match parts.iter().next().map(|(tag, value)| (tag.as_str(), value)) {
            Some(("@number", Json::String(text))) if parts.len() == 1 => {
                Decimal::from_str(text).map_or(Value::Null, Value::Number)
            }
            Some((tag, Json::String(text))) if parts.len() == 1 && tag.starts_with('@') => literal(text),
            _ => Value::context(parts.iter().map(|(name, value)| (name.clone(), from_json(value))).collect()),
        },
    }
}

fn decimal(number: &serde_json::Number) -> Option<Decimal> {
    Decimal::from_str(&number.to_string()).ok().map(Decimal::normalize)
}

/// A day, or a moment of one.
pub(crate) fn is_moment(text: &str) -> bool {
    matches!(literal(text), Value::DateTime(_) | Value::Date(_))
}

/// What of a JSON value says nothing that FEEL has, as it is written: `{"@date": "2024-02-30"}`.
pub(crate) fn unread(json: &Json) -> Option<String> {
    let inner = match json {
        Json::Array(values) => values.iter().find_map(unread),
        Json::Object(parts) => parts.values().find_map(unread),
        _ => None,
    };
    let read = match json {
        Json::Number(_) => !matches!(from_json(json), Value::Null),
        Json::Object(parts) if parts.len() == 1 => {
            let (tag, value) = parts.iter().next().expect("there is one");
            let Some(tag) = tag.strip_prefix('@') else { return inner };
            let kind = match from_json(json) {
                _ if !value.is_string() => "",
                Value::Number(_) => "number",
                Value::Date(_) => "date",
                Value::Time(_) => "time",
                Value::DateTime(_) => "moment",
                Value::Duration(_) | Value::Months(_) => "duration",
                _ => "",
            };
            kind == tag
        }
        _ => true,
    };
    if read { inner } else { Some(json.to_string()) }
}

fn literal(text: &str) -> Value {
    let quoted = format!("@\"{}\"", text.replace(['"', '\\'], ""));
    let parsed = Expression::parse(&quoted, []).ok();
    parsed
        .and_then(|literal| literal.evaluate(&NamedValues::new(), Budget::default()).ok())
        .unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_kept_and_read_again() {
        let text = r#"{ "a": 1, "b": 0.1, "c": [true, null, "Đồng ý"], "d": @"2026-02-24", "e": @"PT8H", "f": @"P2Y",
                        "g": @"09:30:00", "h": @"2026-02-24T09:30:00+07:00", "i": 12345678901234567890.12 }"#;
        let value =
            Expression::parse(text, []).unwrap().evaluate(&NamedValues::new(), Budget::default()).unwrap();
        let again = from_json(&to_json(&value));
        assert_eq!(again.to_string(), value.to_string());
        assert_eq!(to_json(&again), to_json(&value));
    }
}
