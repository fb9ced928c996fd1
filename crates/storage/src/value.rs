use crate::StorageError;

/// A value of a column or a parameter. Times are milliseconds, dates `YYYY-MM-DD`, booleans 0 and 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SqlValue {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// As a finding names it.
impl std::fmt::Display for SqlValue {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SqlValue::Null => out.write_str("nothing"),
            SqlValue::Int(number) => write!(out, "{number}"),
            SqlValue::Text(text) => write!(out, "`{text}`"),
            SqlValue::Bytes(bytes) => bytes.iter().try_for_each(|byte| write!(out, "{byte:02x}")),
        }
    }
}

/// One row of an answer.
#[derive(Clone, Debug)]
pub struct SqlRow(pub(crate) Vec<SqlValue>);

impl SqlRow {
    /// The value of a column, counted from 0.
    pub fn get<T: FromValue>(&self, column: usize) -> Result<T, StorageError> {
        let value = self.0.get(column).cloned().unwrap_or(SqlValue::Null);
        T::from_value(value)
    }

    pub fn values(&self) -> &[SqlValue] {
        &self.0
    }
}

/// What a column can be read as.
pub trait FromValue: Sized {
    fn from_value(value: SqlValue) -> Result<Self, StorageError>;
}

impl FromValue for i64 {
    fn from_value(value: SqlValue) -> Result<i64, StorageError> {
        match value {
            SqlValue::Int(number) => Ok(number),
            other => Err(StorageError::Unexpected(format!("{other:?} is not a number"))),
        }
    }
}

impl FromValue for bool {
    fn from_value(value: SqlValue) -> Result<bool, StorageError> {
        i64::from_value(value).map(|number| number != 0)
    }
}

impl FromValue for u32 {
    fn from_value(value: SqlValue) -> Result<u32, StorageError> {
        let number = i64::from_value(value)?;
        u32::try_from(number).map_err(|_| StorageError::Unexpected(format!("{number} is out of range")))
    }
}

impl FromValue for String {
    fn from_value(value: SqlValue) -> Result<String, StorageError> {
        match value {
            SqlValue::Text(text) => Ok(text),
            other => Err(StorageError::Unexpected(format!("{other:?} is not text"))),
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: SqlValue) -> Result<Vec<u8>, StorageError> {
        match value {
            SqlValue::Bytes(bytes) => Ok(bytes),
            other => Err(StorageError::Unexpected(format!("{other:?} is not bytes"))),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: SqlValue) -> Result<Option<T>, StorageError> {
        match value {
            SqlValue::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

impl FromValue for domain::time::Instant {
    fn from_value(value: SqlValue) -> Result<Self, StorageError> {
        i64::from_value(value).map(domain::time::Instant::from_millis)
    }
}

impl FromValue for jiff::civil::Date {
    fn from_value(value: SqlValue) -> Result<Self, StorageError> {
        let text = String::from_value(value)?;
        text.parse().map_err(|_| StorageError::Unexpected(format!("`{text}` is not a date")))
    }
}

impl FromValue for domain::officer::AccountId {
    fn from_value(value: SqlValue) -> Result<Self, StorageError> {
        i64::from_value(value).map(domain::officer::AccountId)
    }
}

impl FromValue for domain::agency::AgencyId {
    fn from_value(value: SqlValue) -> Result<Self, StorageError> {
        i64::from_value(value).map(domain::agency::AgencyId)
    }
}

impl FromValue for domain::dossier::DossierId {
    fn from_value(value: SqlValue) -> Result<Self, StorageError> {
        i64::from_value(value).map(domain::dossier::DossierId)
    }
}

macro_rules! into_value {
    ($($from:ty => |$name:ident| $value:expr;)*) => {
        $(impl From<$from> for SqlValue {
            fn from($name: $from) -> SqlValue { $value }
        })*
    };
}

into_value! {
    i64 => |number| SqlValue::Int(number);
    u32 => |number| SqlValue::Int(i64::from(number));
    u64 => |number| SqlValue::Int(number as i64);
    bool => |flag| SqlValue::Int(i64::from(flag));
    &str => |text| SqlValue::Text(text.to_string());
    String => |text| SqlValue::Text(text);
    &String => |text| SqlValue::Text(text.clone());
    &[u8] => |bytes| SqlValue::Bytes(bytes.to_vec());
    Vec<u8> => |bytes| SqlValue::Bytes(bytes);
    [u8; 32] => |bytes| SqlValue::Bytes(bytes.to_vec());
    &[u8; 32] => |bytes| SqlValue::Bytes(bytes.to_vec());
    domain::time::Instant => |at| SqlValue::Int(at.millis());
    jiff::civil::Date => |date| SqlValue::Text(date.to_string());
    domain::officer::AccountId => |id| SqlValue::Int(id.0);
    domain::agency::AgencyId => |id| SqlValue::Int(id.0);
    domain::dossier::DossierId => |id| SqlValue::Int(id.0);
}

impl<T: Into<SqlValue>> From<Option<T>> for SqlValue {
    fn from(value: Option<T>) -> SqlValue {
        value.map_or(SqlValue::Null, Into::into)
    }
}

/// Parameters of a statement, in the order of `?1`, `?2` …
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::SqlValue::from($value)),*][..] };
}
