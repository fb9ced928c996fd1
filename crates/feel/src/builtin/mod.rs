//! The functions of the language: values in a list, one family a file. None has an effect.

mod context;
mod conversion;
mod list;
mod number;
mod range;
mod temporal;
mod text;

use crate::value::Value;

/// A function of the language.
pub(crate) struct BuiltIn {
    pub name: &'static str,
    pub parameters: &'static [Parameter],
    /// So many must be given.
    pub least: usize,
    /// The last parameter may be given again and again; a single list stands for all of it.
    pub many: bool,
    pub gives: Kind,
    pub run: fn(&[Value]) -> Option<Value>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameter {
    pub name: &'static str,
    pub kind: Kind,
}

/// What a parameter takes and a function gives, as far as it can be said beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Any,
    Bool,
    Number,
    Text,
    Date,
    Time,
    DateTime,
    /// A duration of either kind.
    Duration,
    Months,
    /// A date, or a date with its time.
    Day,
    List,
    Context,
    Function,
    /// What the first argument is, or what it is a list of.
    Element,
    /// The first argument's own type.
    Same,
}

/// Names of types, after `instance of`.
pub(crate) const TYPES: [&str; 12] = [
    "Any",
    "Null",
    "number",
    "string",
    "boolean",
    "date",
    "time",
    "date and time",
    "days and time duration",
    "years and months duration",
    "list",
    "context",
];

const fn parameter(name: &'static str, kind: Kind) -> Parameter {
    Parameter { name, kind }
}

/// A function whose parameters must all be given.
const fn function(
    name: &'static str,
    parameters: &'static [Parameter],
    gives: Kind,
    run: fn(&[Value]) -> Option<Value>,
) -> BuiltIn {
    BuiltIn { name, parameters, least: parameters.len(), many: false, gives, run }
}

const FAMILIES: [&[BuiltIn]; 7] = [
    conversion::FUNCTIONS,
    text::FUNCTIONS,
    list::FUNCTIONS,
    number::FUNCTIONS,
    temporal::FUNCTIONS,
    range::FUNCTIONS,
    context::FUNCTIONS,
];

pub(crate) fn find(name: &str) -> Option<&'static BuiltIn> {
    all().find(|function| function.name == name)
}

pub(crate) fn all() -> impl Iterator<Item = &'static BuiltIn> {
    FAMILIES.into_iter().flatten()
}

/// What a function costs beyond looking at all it is given, in steps.
pub(crate) fn price(name: &str, given: &[Value]) -> u64 {
    let length = |place: usize| match given.get(place) {
        Some(Value::Text(text)) => text.len() as u64,
        Some(list @ Value::List(_)) => list.as_list().len() as u64,
        _ => 0,
    };
    match name {
        // Each with each.
        "union" | "distinct values" => {
            let count: u64 = (0..given.len()).map(|place| length(place).max(1)).sum();
            count.saturating_mul(count) / 4
        }
        // What is made may be as long as the product.
        "replace" => PATTERN + (length(0) + 1).saturating_mul(length(2)) / 32,
        "string join" => length(0).saturating_mul(length(1)) / 32,
        "matches" | "split" => PATTERN,
        _ => 0,
    }
}

/// A pattern is read anew at each call.
const PATTERN: u64 = 250;

// Reading arguments: nothing where they are of another kind, and then the call is null.

fn number(value: Option<&Value>) -> Option<rust_decimal::Decimal> {
    match value? {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// A whole number.
fn whole(value: Option<&Value>) -> Option<i64> {
    let number = number(value)?;
    let whole = number.trunc();
    (whole == number).then(|| i64::try_from(whole).ok())?
}

fn text(value: Option<&Value>) -> Option<&str> {
    match value? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// The values of a list given as one argument, or of all arguments.
fn values(arguments: &[Value]) -> Option<Vec<Value>> {
    match arguments {
        [Value::List(values)] => Some(values.to_vec()),
        [Value::Null] | [] => None,
        several => Some(several.to_vec()),
    }
}

/// The values of a list, or a single value as a list of one.
fn listed(value: Option<&Value>) -> Option<Vec<Value>> {
    match value? {
        Value::Null => None,
        value => Some(value.as_list().to_vec()),
    }
}
