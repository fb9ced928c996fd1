//! How a row travels: bytes as `{"hex": …}`, everything else as itself.

use crate::{Fault, random};
use storage::{Row, Value};

pub fn of_row(row: &Row) -> Vec<serde_json::Value> {
    row.values()
        .iter()
        .map(|value| match value {
            Value::Null => serde_json::Value::Null,
            Value::Int(number) => (*number).into(),
            Value::Text(text) => text.as_str().into(),
            Value::Bytes(bytes) => serde_json::json!({ "hex": random::hex(bytes) }),
        })
        .collect()
}

pub fn values(line: &str) -> Result<Vec<Value>, Fault> {
    let cells: Vec<serde_json::Value> = serde_json::from_str(line)?;
    cells
        .into_iter()
        .map(|cell| match cell {
            serde_json::Value::Null => Ok(Value::Null),
            serde_json::Value::Number(number) => {
                number.as_i64().map(Value::Int).ok_or_else(|| Fault::other("a number too large"))
            }
            serde_json::Value::String(text) => Ok(Value::Text(text)),
            serde_json::Value::Object(object) => {
                let hex = object.get("hex").and_then(|hex| hex.as_str()).and_then(random::of_hex);
                hex.map(Value::Bytes).ok_or_else(|| Fault::other("bytes that are not hexadecimal"))
            }
            _ => Err(Fault::other("a cell of an unknown kind")),
        })
        .collect()
}
