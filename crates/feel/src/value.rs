use crate::ast::Node;
use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A value of FEEL.
#[derive(Clone, Debug)]
pub enum Value {
    Null,
    Bool(bool),
    /// 28 significant digits; the standard says 34.
    Number(Decimal),
    Text(Arc<str>),
    Date(Date),
    Time(ZonedTime),
    DateTime(ZonedDateTime),
    /// Days, hours, minutes and seconds: in whole nanoseconds.
    Duration(i128),
    /// Years and months: in whole months.
    Months(i64),
    List(Arc<[Value]>),
    Context(Arc<Context>),
    Range(Arc<Range>),
    Function(Function),
}

/// Values by name.
pub type Context = BTreeMap<String, Value>;

/// A time of day, with the offset from UTC in seconds where one is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZonedTime {
    pub time: Time,
    pub offset: Option<i32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZonedDateTime {
    pub civil: DateTime,
    pub offset: Option<i32>,
}

#[derive(Clone, Debug)]
pub struct Range {
    /// `Null` where this end is open.
    pub low: Value,
    pub low_in: bool,
    pub high: Value,
    pub high_in: bool,
}

/// A function as a value: one of the language's own, or one an expression made.
#[derive(Clone, Debug)]
pub enum Function {
    BuiltIn(&'static str),
    Made(Arc<Made>),
}

/// A function an expression made, with the names it saw there.
#[derive(Debug)]
pub struct Made {
    pub(crate) parameters: Vec<String>,
    pub(crate) body: Node,
    pub(crate) seen: Vec<Arc<Context>>,
}

impl Value {
    pub fn text(text: impl AsRef<str>) -> Value {
        Value::Text(text.as_ref().into())
    }

    pub fn list(values: impl IntoIterator<Item = Value>) -> Value {
        Value::List(values.into_iter().collect())
    }

    pub fn context(values: Context) -> Value {
        Value::Context(Arc::new(values))
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// A list as it is; anything else as a list of one, but for `null`, which is none.
    pub(crate) fn as_list(&self) -> Arc<[Value]> {
        match self {
            Value::List(values) => Arc::clone(values),
            other => Arc::from([other.clone()]),
        }
    }

    /// How two values of one kind stand to each other; nothing for others.
    pub(crate) fn compare(&self, other: &Value) -> Option<Ordering> {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
            (Value::Text(a), Value::Text(b)) => Some(a.cmp(b)),
            (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
            (Value::Time(a), Value::Time(b)) => a.instant(b).map(|(a, b)| a.cmp(&b)),
            (Value::DateTime(a), Value::DateTime(b)) => a.instant(b).map(|(a, b)| a.cmp(&b)),
            (Value::Date(a), Value::DateTime(b)) => {
                ZonedDateTime::midnight(*a).instant(b).map(|(a, b)| a.cmp(&b))
            }
            (Value::DateTime(a), Value::Date(b)) => {
                a.instant(&ZonedDateTime::midnight(*b)).map(|(a, b)| a.cmp(&b))
            }
            (Value::Duration(a), Value::Duration(b)) => Some(a.cmp(b)),
            (Value::Months(a), Value::Months(b)) => Some(a.cmp(b)),
            _ => None,
        }
    }

    /// Whether values like it have an order: what can be the end of a range.
    pub(crate) fn has_order(&self) -> bool {
        self.compare(self).is_some()
    }

    /// Whether two values are equal; nothing where they are of different kinds. `null` is equal to `null` alone.
    pub(crate) fn equals(&self, other: &Value) -> Option<bool> {
        match (self, other) {
            (Value::Null, Value::Null) => Some(true),
            (Value::Null, _) | (_, Value::Null) => Some(false),
            (Value::Bool(a), Value::Bool(b)) => Some(a == b),
            (Value::List(a), Value::List(b)) => {
                if a.len() != b.len() {
                    return Some(false);
                }
                let equal = |(a, b): (&Value, &Value)| a.equals(b).unwrap_or(false);
                Some(a.iter().zip(b.iter()).all(equal))
            }
            (Value::Context(a), Value::Context(b)) => {
                let equal = |((name, a), (other, b)): ((&String, &Value), (&String, &Value))| {
                    name == other && a.equals(b).unwrap_or(false)
                };
                Some(a.len() == b.len() && a.iter().zip(b.iter()).all(equal))
            }
            (Value::Range(a), Value::Range(b)) => {
                let ends = a.low.equals(&b.low)? && a.high.equals(&b.high)?;
                Some(ends && a.low_in == b.low_in && a.high_in == b.high_in)
            }
            (Value::Function(_), Value::Function(_)) => None,
            _ => self.compare(other).map(Ordering::is_eq),
        }
    }
}

/// The same kind and the same content: for tests, and for literals inside trees.
impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Function(Function::BuiltIn(a)), Value::Function(Function::BuiltIn(b))) => a == b,
            (Value::Function(Function::Made(a)), Value::Function(Function::Made(b))) => Arc::ptr_eq(a, b),
            (Value::Date(_), Value::DateTime(_)) | (Value::DateTime(_), Value::Date(_)) => false,
            _ => self.equals(other) == Some(true),
        }
    }
}

impl Range {
    /// Whether a value lies in it; nothing where it cannot be compared.
    pub(crate) fn holds(&self, value: &Value) -> Option<bool> {
        let above = match &self.low {
            Value::Null => true,
            low => match value.compare(low)? {
                Ordering::Greater => true,
                Ordering::Equal => self.low_in,
                Ordering::Less => false,
            },
        };
        let below = match &self.high {
            Value::Null => true,
            high => match value.compare(high)? {
                Ordering::Less => true,
                Ordering::Equal => self.high_in,
                Ordering::Greater => false,
            },
        };
        Some(above && below)
    }
}

const DAY: i128 = 86_400_000_000_000;

impl ZonedTime {
    /// Both as nanoseconds on one line; nothing where only one of them knows its offset.
    fn instant(&self, other: &ZonedTime) -> Option<(i128, i128)> {
        let nanos = |it: &ZonedTime| {
            i128::from(crate::temporal::nanos_of_day(it.time))
                - i128::from(it.offset.unwrap_or(0)) * 1_000_000_000
        };
        (self.offset.is_some() == other.offset.is_some()).then(|| (nanos(self), nanos(other)))
    }

    /// The nanoseconds from another to this one.
    pub(crate) fn since(&self, other: &ZonedTime) -> Option<i128> {
        self.instant(other).map(|(a, b)| a - b)
    }
}

impl ZonedDateTime {
    pub fn midnight(date: Date) -> ZonedDateTime {
        ZonedDateTime { civil: date.to_datetime(Time::midnight()), offset: None }
    }

    /// Nanoseconds since the first day of 1970, as if at UTC.
    fn line(&self) -> i128 {
        let days = crate::temporal::days_since_1970(self.civil.date());
        i128::from(days) * DAY + i128::from(crate::temporal::nanos_of_day(self.civil.time()))
    }

    fn instant(&self, other: &ZonedDateTime) -> Option<(i128, i128)> {
        let nanos = |it: &ZonedDateTime| it.line() - i128::from(it.offset.unwrap_or(0)) * 1_000_000_000;
        (self.offset.is_some() == other.offset.is_some()).then(|| (nanos(self), nanos(other)))
    }

    pub(crate) fn since(&self, other: &ZonedDateTime) -> Option<i128> {
        self.instant(other).map(|(a, b)| a - b)
    }

    /// So many nanoseconds later; nothing beyond the years that can be written.
    pub(crate) fn plus(&self, nanos: i128) -> Option<ZonedDateTime> {
        let line = self.line().checked_add(nanos)?;
        let date = crate::temporal::date_of_day(i64::try_from(line.div_euclid(DAY)).ok()?)?;
        let time = crate::temporal::time_of_nanos(line.rem_euclid(DAY) as i64);
        Some(ZonedDateTime { civil: date.to_datetime(time), offset: self.offset })
    }

    pub(crate) fn plus_months(&self, months: i64) -> Option<ZonedDateTime> {
        let date = crate::temporal::plus_months(self.civil.date(), months)?;
        Some(ZonedDateTime { civil: date.to_datetime(self.civil.time()), offset: self.offset })
    }
}

impl ZonedTime {
    /// So many nanoseconds later, round the clock.
    pub(crate) fn plus(&self, nanos: i128) -> ZonedTime {
        let line = i128::from(crate::temporal::nanos_of_day(self.time)) + nanos.rem_euclid(DAY);
        ZonedTime { time: crate::temporal::time_of_nanos(line.rem_euclid(DAY) as i64), offset: self.offset }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Number(value.into())
    }
}

impl From<Decimal> for Value {
    fn from(value: Decimal) -> Value {
        Value::Number(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Value {
        Value::text(value)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

/// As the function `string` writes it; parts of lists and contexts as they would be typed.
impl std::fmt::Display for Value {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Value::Text(text) => to.write_str(text),
            other => other.write_inside(to),
        }
    }
}

impl Value {
    fn write_inside(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Value::Null => to.write_str("null"),
            Value::Bool(value) => write!(to, "{value}"),
            Value::Number(number) => write!(to, "{}", number.normalize()),
            Value::Text(text) => write!(to, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            Value::Date(date) => write!(to, "{date}"),
            Value::Time(time) => crate::temporal::write_time(to, time.time, time.offset),
            Value::DateTime(moment) => {
                write!(to, "{}T", moment.civil.date())?;
                crate::temporal::write_time(to, moment.civil.time(), moment.offset)
            }
            Value::Duration(nanos) => crate::temporal::write_duration(to, *nanos),
            Value::Months(months) => crate::temporal::write_months(to, *months),
            Value::List(values) => {
                to.write_str("[")?;
                for (place, value) in values.iter().enumerate() {
                    to.write_str(if place == 0 { "" } else { ", " })?;
                    value.write_inside(to)?;
                }
                to.write_str("]")
            }
            Value::Context(values) => {
                to.write_str("{")?;
                for (place, (name, value)) in values.iter().enumerate() {
                    write!(to, "{}{name}: ", if place == 0 { "" } else { ", " })?;
                    value.write_inside(to)?;
                }
                to.write_str("}")
            }
            Value::Range(range) => {
                to.write_str(if range.low_in { "[" } else { "(" })?;
                range.low.write_inside(to)?;
                to.write_str("..")?;
                range.high.write_inside(to)?;
                to.write_str(if range.high_in { "]" } else { ")" })
            }
            Value::Function(_) => to.write_str("function"),
        }
    }
}
