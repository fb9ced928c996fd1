//! The functions of the language: values in a list, one family a file. None has an effect.

mod context;
mod conversion;
mod list;
mod number;
mod pattern;
mod range;
mod temporal;
mod text;

use crate::number::Decimal;
use crate::value::Value;
use std::collections::HashMap;
use std::sync::LazyLock;

/// No function and no type of the language has a name of more words.
pub(crate) const WORDS_MAX: usize = 4;

/// A function of the language.
pub(crate) struct BuiltIn {
    pub name: &'static str,
    pub parameters: &'static [Parameter],
    /// Other names and kinds of the same places, where the standard has several forms of the function.
    pub also: &'static [&'static [Parameter]],
    /// How many arguments must be given at least.
    pub least: usize,
    /// The last parameter may be given again and again; a single list stands for all of it.
    pub many: bool,
    pub gives: ValueKind,
    pub run: fn(&[Value]) -> Option<Value>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameter {
    pub name: &'static str,
    pub kind: ValueKind,
}

/// What a parameter takes and a function gives, as far as it can be said beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueKind {
    Any,
    /// Anything but a list.
    Single,
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
    /// The first argument's own type, or a list of it where that is no list.
    SameList,
    Range,
    /// A place in a list, or a function that says which items are meant.
    PlaceOrMatch,
    /// A name in a context, or those on the way to it.
    KeyOrKeys,
}

impl ValueKind {
    /// Whether it is never a list: a list of one given for it stands for what is in it.
    pub fn is_single(self) -> bool {
        match self {
            ValueKind::Single => true,
            ValueKind::Bool
            | ValueKind::Number
            | ValueKind::Text
            | ValueKind::Date
            | ValueKind::Time
            | ValueKind::DateTime => true,
            ValueKind::Duration
            | ValueKind::Months
            | ValueKind::Day
            | ValueKind::Context
            | ValueKind::Function
            | ValueKind::Range => true,
            ValueKind::Any | ValueKind::List | ValueKind::Element | ValueKind::SameList => false,
            ValueKind::PlaceOrMatch | ValueKind::KeyOrKeys => false,
        }
    }
}

impl Parameter {
    /// Whether an argument given by name is of the kind that this form of the function takes.
    pub fn takes(&self, value: &Value) -> bool {
        match self.kind {
            ValueKind::Text => matches!(value, Value::Text(_) | Value::Null),
            _ => true,
        }
    }
}

impl BuiltIn {
    /// The form of it whose parameters have all these names.
    pub fn form<'a>(&self, names: impl Iterator<Item = &'a str> + Clone) -> Option<&'static [Parameter]> {
        let has = |form: &[Parameter], name| form.iter().any(|parameter| parameter.name == name);
        self.forms().find(|form| names.clone().all(|name| has(form, name)))
    }

    pub fn forms(&self) -> impl Iterator<Item = &'static [Parameter]> {
        std::iter::once(self.parameters).chain(self.also.iter().copied())
    }
}

const fn parameter(name: &'static str, kind: ValueKind) -> Parameter {
    Parameter { name, kind }
}

/// A function whose parameters must all be given.
const fn function(
    name: &'static str,
    parameters: &'static [Parameter],
    gives: ValueKind,
    run: fn(&[Value]) -> Option<Value>,
) -> BuiltIn {
    BuiltIn { name, parameters, also: &[], least: parameters.len(), many: false, gives, run }
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

static BY_NAME: LazyLock<HashMap<&'static str, &'static BuiltIn>> =
    LazyLock::new(|| all().map(|function| (function.name, function)).collect());

pub(crate) fn find(name: &str) -> Option<&'static BuiltIn> {
    BY_NAME.get(name).copied()
}

pub(crate) fn all() -> impl Iterator<Item = &'static BuiltIn> {
    FAMILIES.into_iter().flatten()
}

/// What a call costs in steps, beyond the one for each value it is given. Text counts a step for 32 bytes.
pub(crate) fn price(name: &str, given: &[Value]) -> u64 {
    let length = |place: usize| match given.get(place) {
        Some(Value::Text(text)) => text.len() as u64,
        Some(list @ Value::List(_)) => list.as_list().len() as u64,
        _ => 0,
    };
    let pattern = || match given.get(1) {
        Some(Value::Text(text)) => PATTERN * pattern::price(text),
        _ => PATTERN,
    };
    match name {
        // Each with each.
        "union" | "distinct values" => {
            let count: u64 = (0..given.len()).map(|place| length(place).max(1)).sum();
            count.saturating_mul(count) / 4
        }
        // The result may be as long as the product of the two lengths.
        "replace" => pattern() + (length(0) + 1).saturating_mul(length(2)) / 32,
        "string join" => length(0).saturating_mul(length(1)) / 32,
        "matches" | "split" => pattern(),
        "range" => PATTERN + length(0),
        _ => 0,
    }
}

/// Whether what is written can be a pattern of a function.
pub(crate) fn is_pattern(function: &str, pattern: &str, flags: &str) -> bool {
    match function {
        "matches" => pattern::compiled(pattern, flags).is_some(),
        _ => pattern::finding(pattern, flags).is_some(),
    }
}

/// In steps: a pattern is compiled at each call, and the text of a range is parsed.
const PATTERN: u64 = 250;

// Reading arguments: `None` where one is of another kind, and then the call gives `null`.

fn number(value: Option<&Value>) -> Option<Decimal> {
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

/// A number without its fraction.
fn cut(value: Option<&Value>) -> Option<i64> {
    i64::try_from(number(value)?.trunc()).ok()
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
