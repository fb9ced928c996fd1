//! How a row travels: bytes as `{"hex": …}`, everything else as itself.

use crate::{Fault, random};
use storage::{SqlRow, SqlValue};

pub fn of_row(row: &SqlRow) -> Vec<serde_json::Value> {
    row.values()
        .iter()
        .map(|value| match value {
            SqlValue::Null => serde_json::Value::Null,
            SqlValue::Int(number) => (*number).into(),
            SqlValue::Text(text) => text.as_str().into(),
            SqlValue::Bytes(bytes) => serde_json::json!({ "hex": random::hex(bytes) }),
        })
        .collect()
}

pub fn values(line: &str) -> Result<Vec<SqlValue>, Fault> {
    let cells: Vec<serde_json::Value> = serde_json::from_str(line)?;
    cells
        .into_iter()
        .map(|cell| match cell {
            serde_json::Value::Null => Ok(SqlValue::Null),
            serde_json::Value::Number(number) => {
                number.as_i64().map(SqlValue::Int).ok_or_else(|| Fault::other("a number too large"))
            }
            serde_json::Value::String(text) => Ok(SqlValue::Text(text)),
            serde_json::Value::Object(object) => {
                let hex = object.get("hex").and_then(|hex| hex.as_str()).and_then(random::of_hex);
                hex.map(SqlValue::Bytes).ok_or_else(|| Fault::other("bytes that are not hexadecimal"))
            }
            _ => Err(Fault::other("a cell of an unknown kind")),
        })
        .collect()
}
