//! Types: which values belong to one, which type an operator gives, and what a built-in function takes and gives.

use crate::builtin::{BuiltIn, ValueKind};
use crate::parse;
use crate::problem::Problem;
use crate::value::{Value, ZonedDateTime};
use crate::zone::Offset;
use std::collections::BTreeMap;

/// What a value can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    Any,
    Null,
    Bool,
    Number,
    Text,
    Date,
    Time,
    DateTime,
    /// Days and time.
    Duration,
    /// Years and months.
    Months,
    List(Box<Type>),
    /// Its parts by name; nothing where they are not known.
    Context(Option<BTreeMap<String, Type>>),
    /// A context an expression writes down itself. Whoever asks for a part it has not gets `null`, and meant it.
    Made(BTreeMap<String, Type>),
    Range(Box<Type>),
    /// What it takes and gives; nothing where that is not known.
    Function(Option<Box<Signature>>),
    /// One that nobody knows, by what it is called. Nothing is of it.
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub takes: Vec<Type>,
    pub gives: Type,
}

/// A type made from an expression has at most this many parts.
const PARTS_MAX: u32 = 200;

impl Type {
    /// Reads a type as it is written in an expression; `types` are those somebody gave names to.
    pub fn parse(text: &str, types: &BTreeMap<String, Type>) -> Result<Type, Problem> {
        parse::kind(text, types)
    }

    /// A value as the type declared for it wants it: a list of one as what is in it and the other way round, a date
    /// as its midnight at UTC; `null` where it is of another type (chapter 10.3.2.9.4).
    pub fn conformed(&self, value: Value) -> Value {
        if is_instance(&value, self) {
            return value;
        }
        match (&value, self) {
            (Value::Date(date), Type::DateTime) => {
                Value::DateTime(ZonedDateTime { offset: Offset::Fixed(0), ..ZonedDateTime::midnight(*date) })
            }
            (Value::List(values), kind) if values.len() == 1 && is_instance(&values[0], kind) => {
                values[0].clone()
            }
            (alone, Type::List(of)) if is_instance(alone, of) => Value::list([value]),
            _ => Value::Null,
        }
    }

    pub fn list(of: Type) -> Type {
        Type::List(Box::new(of))
    }

    pub fn context<'a>(parts: impl IntoIterator<Item = (&'a str, Type)>) -> Type {
        Type::Context(Some(parts.into_iter().map(|(name, kind)| (name.to_string(), kind)).collect()))
    }

    /// Names of its parts, and of theirs.
    pub fn part_names(&self) -> Vec<&str> {
        let (mut names, mut left) = (Vec::new(), vec![self]);
        while let Some(kind) = left.pop() {
            match kind {
                Type::Context(Some(parts)) | Type::Made(parts) => {
                    names.extend(parts.keys().map(String::as_str));
                    left.extend(parts.values());
                }
                Type::List(of) | Type::Range(of) => left.push(of),
                _ => {}
            }
        }
        names
    }

    /// In words, in the language of the problem's sentence: the names of the standard.
    pub(crate) fn name(&self) -> String {
        match self {
            Type::Any => "Any".into(),
            Type::Null => "null".into(),
            Type::Bool => "boolean".into(),
            Type::Number => "number".into(),
            Type::Text => "string".into(),
            Type::Date => "date".into(),
            Type::Time => "time".into(),
            Type::DateTime => "date and time".into(),
            Type::Duration => "days and time duration".into(),
            Type::Months => "years and months duration".into(),
            Type::List(of) => format!("list<{}>", of.name()),
            Type::Context(_) | Type::Made(_) => "context".into(),
            Type::Range(of) => format!("range<{}>", of.name()),
            Type::Function(_) => "function".into(),
            Type::Unknown(name) => name.clone(),
        }
    }

    /// Itself where it is small, else `Any`. Types are copied as a whole, and an expression can double one again and
    /// again.
    pub(crate) fn or_less(self) -> Type {
        if self.within(PARTS_MAX).is_some() { self } else { Type::Any }
    }

    /// How many of `parts` are left after those of this type; `None` where it has more.
    fn within(&self, parts: u32) -> Option<u32> {
        let left = parts.checked_sub(1)?;
        match self {
            Type::List(of) | Type::Range(of) => of.within(left),
            Type::Context(Some(parts)) | Type::Made(parts) => {
                parts.values().try_fold(left, |left, part| part.within(left))
            }
            Type::Function(Some(signature)) => {
                let all = signature.takes.iter().chain([&signature.gives]);
                all.into_iter().try_fold(left, |left, part| part.within(left))
            }
            _ => Some(left),
        }
    }

    /// The first type in it that nobody knows.
    pub(crate) fn unknown(&self) -> Option<&str> {
        let mut left = vec![self];
        while let Some(kind) = left.pop() {
            match kind {
                Type::Unknown(name) => return Some(name),
                Type::List(of) | Type::Range(of) => left.push(of),
                Type::Context(Some(parts)) | Type::Made(parts) => left.extend(parts.values()),
                Type::Function(Some(signature)) => {
                    left.extend(signature.takes.iter().chain([&signature.gives]));
                }
                _ => {}
            }
        }
        None
    }

    /// Whether nothing is known about its values: it fits everywhere.
    pub(crate) fn open(&self) -> bool {
        matches!(self, Type::Any | Type::Null)
    }

    /// Whether a value of it may stand where another type is wanted; only what can never be right does not fit.
    pub(crate) fn fits(&self, wanted: &Type) -> bool {
        match (self, wanted) {
            (a, b) if a.open() || b.open() => true,
            (Type::List(a), Type::List(b)) | (Type::Range(a), Type::Range(b)) => a.fits(b),
            (Type::Context(_) | Type::Made(_), Type::Context(_) | Type::Made(_)) => true,
            (Type::Function(_), Type::Function(_)) => true,
            (a, b) => a == b,
        }
    }

    /// The type of a value that is one or the other, such as an item of a list or a branch of `if`.
    pub(crate) fn union(self, other: Type) -> Type {
        match (self, other) {
            (Type::Null, other) | (other, Type::Null) => other,
            (a, b) if a == b => a,
            (Type::List(a), Type::List(b)) => Type::list(a.union(*b)),
            (Type::Made(a), Type::Made(b)) => Type::Made(joined(a, b)),
            (Type::Context(_) | Type::Made(_), Type::Context(_) | Type::Made(_)) => Type::Context(None),
            (Type::Function(_), Type::Function(_)) => Type::Function(None),
            _ => Type::Any,
        }
    }

    /// The type of the items of a list, because a list of one item may stand for the item; any other type itself.
    pub(crate) fn alone(&self) -> &Type {
        match self {
            Type::List(of) => of,
            other => other,
        }
    }

    /// Whether every value of it is one of another (chapter 10.3.2.9.2). Parts may be `null`.
    pub(crate) fn conforms(&self, wanted: &Type) -> bool {
        match (self, wanted) {
            (_, Type::Any) | (Type::Null, _) => true,
            (Type::List(a), Type::List(b)) | (Type::Range(a), Type::Range(b)) => a.conforms(b),
            (Type::Context(_) | Type::Made(_), Type::Context(None)) => true,
            (Type::Context(Some(own)) | Type::Made(own), Type::Context(Some(parts)) | Type::Made(parts)) => {
                parts.iter().all(|(name, part)| own.get(name).is_some_and(|own| own.conforms(part)))
            }
            (Type::Function(_), Type::Function(None)) => true,
            (Type::Function(Some(own)), Type::Function(Some(wanted))) => {
                let takes = wanted.takes.iter().zip(&own.takes).all(|(given, taken)| given.conforms(taken));
                own.takes.len() == wanted.takes.len() && takes && own.gives.conforms(&wanted.gives)
            }
            (a, b) => a == b,
        }
    }
}

/// The parts of two contexts that may stand for each other: of each what both are, and what only one of them has.
fn joined(mut a: BTreeMap<String, Type>, b: BTreeMap<String, Type>) -> BTreeMap<String, Type> {
    for (name, other) in b {
        let own = a.remove(&name);
        a.insert(name, own.map_or(other.clone(), |own| own.union(other)));
    }
    a
}

/// Whether a value is of a type; its parts may be `null`. Functions an expression made are asked elsewhere.
pub(crate) fn is_instance(value: &Value, kind: &Type) -> bool {
    let part = |value: &Value, kind: &Type| value.is_null() || is_instance(value, kind);
    match (value, kind) {
        (Value::Null, kind) => *kind == Type::Null,
        (_, Type::Any) => true,
        (Value::List(values), Type::List(of)) => values.iter().all(|value| part(value, of)),
        (Value::Context(_), Type::Context(None)) => true,
        (Value::Context(values), Type::Context(Some(parts)) | Type::Made(parts)) => {
            parts.iter().all(|(name, kind)| crate::named(values, name).is_some_and(|value| part(value, kind)))
        }
        (Value::Range(range), Type::Range(of)) => part(&range.low, of) && part(&range.high, of),
        (Value::Function(_), Type::Function(_)) => true,
        (value, kind) => of_value(value) == *kind,
    }
}

/// The type of a value; what is inside a list, a context or a range is not looked at.
pub(crate) fn of_value(value: &Value) -> Type {
    match value {
        Value::Null => Type::Null,
        Value::Bool(_) => Type::Bool,
        Value::Number(_) => Type::Number,
        Value::Text(_) => Type::Text,
        Value::Date(_) => Type::Date,
        Value::Time(_) => Type::Time,
        Value::DateTime(_) => Type::DateTime,
        Value::Duration(_) => Type::Duration,
        Value::Months(_) => Type::Months,
        Value::List(_) => Type::list(Type::Any),
        Value::Context(_) => Type::Context(None),
        Value::Range(_) => Type::Range(Box::new(Type::Any)),
        Value::Function(_) => Type::Function(None),
    }
}

/// Whether `=` between two can say yes or no. Two lists are equal or not whatever is in them; a list of one is compared
/// as what is in it.
pub(crate) fn equatable(left: &Type, right: &Type) -> bool {
    if let (Type::List(_), Type::List(_)) = (left, right) {
        return true;
    }
    let (a, b) = (left.alone(), right.alone());
    left.fits(right) || a.fits(b) || comparable(a, b)
}

/// Whether values of the two types can be ordered: `<`, and the ends of a range.
pub(crate) fn comparable(left: &Type, right: &Type) -> bool {
    let ordered = |kind: &Type| {
        matches!(
            kind,
            Type::Number
                | Type::Text
                | Type::Date
                | Type::Time
                | Type::DateTime
                | Type::Duration
                | Type::Months
        )
    };
    let days = |kind: &Type| matches!(kind, Type::Date | Type::DateTime);
    match (left, right) {
        (a, b) if a.open() && b.open() => true,
        (a, b) if a.open() => ordered(b),
        (a, b) if b.open() => ordered(a),
        (a, b) => (ordered(a) && a == b) || (days(a) && days(b)),
    }
}

/// The type of `left + right`; `None` where it is always `null`. So with the other operators.
pub(crate) fn sum(left: &Type, right: &Type) -> Option<Type> {
    use Type::{Any, Date, DateTime, Duration, Months, Number, Text, Time};
    Some(match (left, right) {
        (Number, Number) => Number,
        (Text, Text) => Text,
        (Duration, Duration) => Duration,
        (Months, Months) => Months,
        (Date, Duration | Months) | (Duration | Months, Date) => Date,
        (DateTime, Duration | Months) | (Duration | Months, DateTime) => DateTime,
        (Time, Duration) | (Duration, Time) => Time,
        (a, b) if a.open() && b.open() => Any,
        (a, known) | (known, a) if a.open() => match known {
            Number => Number,
            Text => Text,
            Date | Time | DateTime => known.clone(),
            Duration | Months => Any,
            _ => return None,
        },
        _ => return None,
    })
}

pub(crate) fn difference(left: &Type, right: &Type) -> Option<Type> {
    use Type::{Any, Date, DateTime, Duration, Months, Number, Text, Time};
    Some(match (left, right) {
        (Text, _) | (_, Text) => return None,
        (Date | DateTime, Date | DateTime) | (Time, Time) => Duration,
        (_, Duration | Months | Number) => sum(left, right)?,
        (Number, right) if right.open() => Number,
        (Date | DateTime | Time | Duration | Months, right) if right.open() => Any,
        (left, Date | DateTime | Time) if left.open() => Duration,
        (left, right) if left.open() && right.open() => Any,
        _ => return None,
    })
}

pub(crate) fn product(left: &Type, right: &Type) -> Option<Type> {
    use Type::{Any, Duration, Months, Number};
    Some(match (left, right) {
        (Number, Number) => Number,
        (Duration, Number) | (Number, Duration) => Duration,
        (Months, Number) | (Number, Months) => Months,
        (a, known) | (known, a) if a.open() && matches!(known, Duration | Months) => known.clone(),
        (a, Number) | (Number, a) if a.open() => Any,
        (a, b) if a.open() && b.open() => Any,
        _ => return None,
    })
}

pub(crate) fn quotient(left: &Type, right: &Type) -> Option<Type> {
    use Type::{Any, Duration, Months, Number};
    Some(match (left, right) {
        (Number, Number) | (Duration, Duration) | (Months, Months) => Number,
        (Duration, Number) => Duration,
        (Months, Number) => Months,
        (Number | Duration | Months, right) if right.open() => Any,
        (left, Number | Duration | Months) if left.open() => Any,
        (left, right) if left.open() && right.open() => Any,
        _ => return None,
    })
}

/// Whether a parameter takes a type.
pub(crate) fn takes(wanted: ValueKind, given: &Type) -> bool {
    // A list of one stands for what is in it.
    let given = if wanted.is_single() { given.alone() } else { given };
    if given.open() {
        return true;
    }
    match wanted {
        ValueKind::Any | ValueKind::List | ValueKind::Element | ValueKind::SameList => true,
        ValueKind::Single => !matches!(given, Type::List(_)),
        ValueKind::Bool => *given == Type::Bool,
        ValueKind::Number => *given == Type::Number || matches!(given, Type::Duration | Type::Months),
        ValueKind::Text => *given == Type::Text,
        ValueKind::Date => *given == Type::Date,
        ValueKind::Time => *given == Type::Time,
        ValueKind::DateTime => *given == Type::DateTime,
        ValueKind::Duration | ValueKind::Months => matches!(given, Type::Duration | Type::Months),
        ValueKind::Day => matches!(given, Type::Date | Type::DateTime),
        ValueKind::Context => matches!(given, Type::Context(_) | Type::Made(_)),
        ValueKind::Function => matches!(given, Type::Function(_)),
        ValueKind::Range => matches!(given, Type::Range(_)),
        ValueKind::PlaceOrMatch => *given == Type::Number || matches!(given, Type::Function(_)),
        ValueKind::KeyOrKeys => *given.alone() == Type::Text || given.alone().open(),
    }
}

/// The type a built-in function gives where its first argument has this type.
pub(crate) fn given_type(gives: ValueKind, first: Type) -> Type {
    match gives {
        ValueKind::Any
        | ValueKind::Single
        | ValueKind::Duration
        | ValueKind::Day
        | ValueKind::PlaceOrMatch
        | ValueKind::KeyOrKeys => Type::Any,
        ValueKind::Range => Type::Range(Box::new(Type::Any)),
        ValueKind::Bool => Type::Bool,
        ValueKind::Number => Type::Number,
        ValueKind::Text => Type::Text,
        ValueKind::Date => Type::Date,
        ValueKind::Time => Type::Time,
        ValueKind::DateTime => Type::DateTime,
        ValueKind::Months => Type::Months,
        ValueKind::List => Type::list(Type::Any),
        ValueKind::Context => Type::Context(None),
        ValueKind::Function => Type::Function(None),
        ValueKind::Element => match first {
            Type::List(of) => *of,
            other => other,
        },
        ValueKind::SameList => match first {
            list @ (Type::List(_) | Type::Any) => list,
            other => Type::list(other),
        },
    }
}

/// What a function of the language takes and gives, as far as it can be said.
pub(crate) fn signature(function: &BuiltIn) -> Signature {
    let kind = |kind: ValueKind| match kind {
        ValueKind::Element | ValueKind::SameList => Type::Any,
        kind => given_type(kind, Type::Any),
    };
    let takes = function.parameters.iter().map(|parameter| kind(parameter.kind)).collect();
    Signature { takes, gives: kind(function.gives) }
}
