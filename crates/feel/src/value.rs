use crate::ast::Definition;
use crate::evaluate::Frame;
use crate::number::Decimal;
use crate::zone::Offset;
use jiff::civil::{Date, DateTime, Time};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A value of FEEL.
#[derive(Clone, Debug)]
pub enum Value {
    Null,
    Bool(bool),
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
    Context(Arc<NamedValues>),
    Range(Arc<Range>),
    Function(Function),
}

/// Values by name.
pub type NamedValues = BTreeMap<String, Value>;

/// A time of day, with what is known of its offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZonedTime {
    pub time: Time,
    pub offset: Offset,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZonedDateTime {
    pub civil: DateTime,
    pub offset: Offset,
}

#[derive(Clone, Debug)]
pub struct Range {
    /// `Null` where this end is open.
    pub low: Value,
    pub low_in: bool,
    pub high: Value,
    pub high_in: bool,
    pub form: RangeForm,
}

/// How a range was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeForm {
    /// `[1..5]`, `(> 5)`: what lies between its ends.
    Between,
    /// `(= 5)`: the one value that stands at both its ends. It is no `[5..5]`.
    Only,
    /// `(!= 5)`: all but the value that stands at both its ends.
    AllBut,
}

/// A function as a value: one of the language's own, or one an expression made.
#[derive(Clone, Debug)]
pub enum Function {
    BuiltIn(&'static str),
    Made(Arc<MadeFunction>),
}

/// A function an expression made, with the names it saw there.
#[derive(Debug)]
pub struct MadeFunction {
    pub(crate) definition: Arc<Definition>,
    pub(crate) seen: Vec<Frame>,
}

impl Drop for MadeFunction {
    /// Functions may hold each other deeper than a stack goes: what they saw is taken apart piece by piece.
    fn drop(&mut self) {
        let mut frames = std::mem::take(&mut self.seen);
        let mut values: Vec<Value> = Vec::new();
        loop {
            while let Some(frame) = frames.pop() {
                match frame {
                    Frame::One(_, value) => values.push(value),
                    Frame::Entries(entries) => {
                        values
                            .extend(Arc::into_inner(entries).into_iter().flat_map(NamedValues::into_values));
                    }
                    Frame::Partial(results) => {
                        values.extend(Arc::into_inner(results).into_iter().flatten());
                    }
                }
            }
            match values.pop() {
                Some(Value::Function(Function::Made(made))) => {
                    if let Some(mut made) = Arc::into_inner(made) {
                        frames.append(&mut made.seen);
                    }
                }
                Some(Value::List(mut list)) => {
                    let inside = Arc::get_mut(&mut list).into_iter().flatten();
                    values.extend(inside.map(|value| std::mem::replace(value, Value::Null)));
                }
                Some(Value::Context(entries)) => {
                    values.extend(Arc::into_inner(entries).into_iter().flat_map(NamedValues::into_values));
                }
                Some(_) => {}
                None => return,
            }
        }
    }
}

impl Value {
    pub fn text(text: impl AsRef<str>) -> Value {
        Value::Text(text.as_ref().into())
    }

    pub fn list(values: impl IntoIterator<Item = Value>) -> Value {
        Value::List(values.into_iter().collect())
    }

    pub fn context(values: NamedValues) -> Value {
        Value::Context(Arc::new(values))
    }

    /// Names of its parts, and of theirs.
    pub fn part_names(&self) -> Vec<&str> {
        let (mut names, mut left) = (Vec::new(), vec![self]);
        while let Some(value) = left.pop() {
            match value {
                Value::Context(parts) => {
                    names.extend(parts.keys().map(String::as_str));
                    left.extend(parts.values());
                }
                Value::List(values) => left.extend(values.iter()),
                _ => {}
            }
        }
        names
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// A list as it is; anything else, `null` too, as a list of one item.
    pub(crate) fn as_list(&self) -> Arc<[Value]> {
        match self {
            Value::List(values) => Arc::clone(values),
            other => Arc::from([other.clone()]),
        }
    }

    /// The order of two values of one kind; `None` where they have none: values of other kinds, or two times of which
    /// only one has an offset.
    pub(crate) fn compare(&self, other: &Value) -> Option<Ordering> {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
            (Value::Text(a), Value::Text(b)) => Some(a.cmp(b)),
            (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
            (Value::Time(a), Value::Time(b)) => a.instants(b).map(|(a, b)| a.cmp(&b)),
            (Value::DateTime(a), Value::DateTime(b)) => a.instants(b).map(|(a, b)| a.cmp(&b)),
            (Value::Date(a), Value::DateTime(b)) => {
                ZonedDateTime::midnight(*a).instants(b).map(|(a, b)| a.cmp(&b))
            }
            (Value::DateTime(a), Value::Date(b)) => {
                a.instants(&ZonedDateTime::midnight(*b)).map(|(a, b)| a.cmp(&b))
            }
            (Value::Duration(a), Value::Duration(b)) => Some(a.cmp(b)),
            (Value::Months(a), Value::Months(b)) => Some(a.cmp(b)),
            _ => None,
        }
    }

    /// Whether values of its kind have an order, so that it can be the end of a range.
    pub(crate) fn has_order(&self) -> bool {
        self.compare(self).is_some()
    }

    /// Whether two values are equal; `None` where they are of different kinds. `null` equals only `null`.
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
                let brackets = (a.low_in, a.high_in, a.form) == (b.low_in, b.high_in, b.form);
                Some(ends && brackets)
            }
            (Value::Function(_), Value::Function(_)) => None,
            // Where only one of two says its offset they have no order, and are not the same.
            (Value::Time(_), Value::Time(_)) | (Value::DateTime(_), Value::DateTime(_)) => {
                Some(self.compare(other).is_some_and(Ordering::is_eq))
            }
            _ => self.compare(other).map(Ordering::is_eq),
        }
    }

    /// This operand of a comparison with another: a list of one item stands for the item, unless the other is a list
    /// as well.
    pub(crate) fn beside<'a>(&'a self, other: &Value) -> &'a Value {
        match self {
            Value::List(values) if values.len() == 1 && !matches!(other, Value::List(_) | Value::Null) => {
                &values[0]
            }
            value => value,
        }
    }
}

/// The same kind and the same content, unlike `=` of the language: for tests, and to compare syntax trees.
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
    /// A range of these ends, `None` for an open one. There is no range where the ends cannot be compared, or where an
    /// open end is to be included.
    pub(crate) fn between(
        low: Option<Value>,
        low_in: bool,
        high: Option<Value>,
        high_in: bool,
        form: RangeForm,
    ) -> Option<Range> {
        let fit = match (&low, &high) {
            (None, None) => false,
            (Some(end), None) => end.has_order() && !high_in,
            (None, Some(end)) => end.has_order() && !low_in,
            (Some(low), Some(high)) => low.compare(high).is_some(),
        };
        let end = |end: Option<Value>| end.unwrap_or(Value::Null);
        fit.then(|| Range { low: end(low), low_in, high: end(high), high_in, form })
    }

    fn write(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        if self.form != RangeForm::Between {
            to.write_str(if self.form == RangeForm::Only { "= " } else { "!= " })?;
            return self.low.write_inside(to);
        }
        let end = |to: &mut std::fmt::Formatter, end: &Value| match end {
            Value::Null => Ok(()),
            end => end.write_inside(to),
        };
        to.write_str(if self.low_in { "[" } else { "(" })?;
        end(to, &self.low)?;
        to.write_str("..")?;
        end(to, &self.high)?;
        to.write_str(if self.high_in { "]" } else { ")" })
    }

    /// Whether a value lies in it; `None` where it cannot be compared with its ends.
    pub(crate) fn holds(&self, value: &Value) -> Option<bool> {
        if self.form == RangeForm::AllBut {
            return self.low.equals(value).map(|equal| !equal);
        }
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

/// In nanoseconds.
const DAY: i128 = 86_400_000_000_000;
/// In nanoseconds.
const SECOND: i128 = 1_000_000_000;

/// Two clock readings in nanoseconds, each moved to UTC by its offset, so that they can be compared. Two without an
/// offset are compared as they are; `None` where only one has an offset.
fn at_utc(a: (i128, Offset), b: (i128, Offset)) -> Option<(i128, i128)> {
    let (first, second) = (a.1.seconds(), b.1.seconds());
    let moved = |clock: i128, offset: Option<i32>| clock - i128::from(offset.unwrap_or(0)) * SECOND;
    (first.is_some() == second.is_some()).then(|| (moved(a.0, first), moved(b.0, second)))
}

impl ZonedTime {
    /// Nanoseconds since midnight, as its clock shows it.
    fn clock(&self) -> i128 {
        i128::from(crate::temporal::nanos_of_day(self.time))
    }

    /// Both in nanoseconds at UTC.
    fn instants(&self, other: &ZonedTime) -> Option<(i128, i128)> {
        at_utc((self.clock(), self.offset), (other.clock(), other.offset))
    }

    /// The nanoseconds from another to this one.
    pub(crate) fn since(&self, other: &ZonedTime) -> Option<i128> {
        self.instants(other).map(|(a, b)| a - b)
    }

    /// `nanos` nanoseconds later, round the clock.
    pub(crate) fn plus(&self, nanos: i128) -> ZonedTime {
        let clock = self.clock() + nanos.rem_euclid(DAY);
        ZonedTime { time: crate::temporal::time_of_nanos(clock.rem_euclid(DAY) as i64), offset: self.offset }
    }
}

impl ZonedDateTime {
    /// What a clock shows at a place; of a zone what that comes to then.
    pub(crate) fn new(civil: DateTime, offset: Offset) -> ZonedDateTime {
        ZonedDateTime { civil, offset: offset.at(civil) }
    }

    pub fn midnight(date: Date) -> ZonedDateTime {
        ZonedDateTime { civil: date.to_datetime(Time::midnight()), offset: Offset::Unknown }
    }

    /// The same with its offset in hours and minutes, where it was given by the name of a zone.
    pub fn with_offset(self) -> ZonedDateTime {
        let offset = self.offset.seconds().map_or(Offset::Unknown, Offset::Fixed);
        ZonedDateTime { offset, ..self }
    }

    /// Nanoseconds since the first day of 1970, as its clock shows it.
    fn clock(&self) -> i128 {
        let days = crate::temporal::days_since_1970(self.civil.date());
        i128::from(days) * DAY + i128::from(crate::temporal::nanos_of_day(self.civil.time()))
    }

    /// Both in nanoseconds at UTC.
    fn instants(&self, other: &ZonedDateTime) -> Option<(i128, i128)> {
        at_utc((self.clock(), self.offset), (other.clock(), other.offset))
    }

    /// The nanoseconds from another to this one.
    pub(crate) fn since(&self, other: &ZonedDateTime) -> Option<i128> {
        self.instants(other).map(|(a, b)| a - b)
    }

    /// `nanos` nanoseconds later; `None` beyond the years ±9999. In a zone the clock may change between the two, so it
    /// is counted at UTC.
    pub(crate) fn plus(&self, nanos: i128) -> Option<ZonedDateTime> {
        let mut clock = self.clock().checked_add(nanos)?;
        let mut offset = self.offset;
        if let Offset::Zone(zone, before) = self.offset {
            let instant = clock.checked_sub(i128::from(before) * SECOND)?;
            offset = zone.at_instant(instant)?;
            clock = instant + i128::from(offset.seconds()?) * SECOND;
        }
        let date = crate::temporal::date_of_day(i64::try_from(clock.div_euclid(DAY)).ok()?)?;
        let time = crate::temporal::time_of_nanos(clock.rem_euclid(DAY) as i64);
        Some(ZonedDateTime { civil: date.to_datetime(time), offset })
    }

    /// The same time of day `months` months later, or on the last day of a shorter month.
    pub(crate) fn plus_months(&self, months: i64) -> Option<ZonedDateTime> {
        let date = crate::temporal::plus_months(self.civil.date(), months)?;
        Some(ZonedDateTime::new(date.to_datetime(self.civil.time()), self.offset))
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
            Value::Text(text) => write_quoted(to, text),
            Value::Date(date) => crate::temporal::write_date(to, *date),
            Value::Time(time) => crate::temporal::write_time(to, time.time, time.offset),
            Value::DateTime(moment) => {
                crate::temporal::write_date(to, moment.civil.date())?;
                to.write_str("T")?;
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
                    to.write_str(if place == 0 { "" } else { ", " })?;
                    match crate::parse::is_name(name) {
                        true => to.write_str(name)?,
                        false => write_quoted(to, name)?,
                    }
                    to.write_str(": ")?;
                    value.write_inside(to)?;
                }
                to.write_str("}")
            }
            Value::Range(range) => range.write(to),
            Value::Function(_) => to.write_str("function"),
        }
    }
}

fn write_quoted(to: &mut std::fmt::Formatter, text: &str) -> std::fmt::Result {
    write!(to, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
