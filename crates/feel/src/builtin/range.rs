//! How points and ranges lie to each other (DMN 1.3, table 78).

use super::{BuiltIn, Parameter, ValueKind, function, parameter, text};
use crate::ast::{CallArguments, ExpressionNode, SyntaxKind};
use crate::value::{Range, RangeForm, Value};
use std::cmp::Ordering;
use std::sync::Arc;

const fn any(name: &'static str) -> Parameter {
    parameter(name, ValueKind::Any)
}

const VALUES: &[Parameter] = &[any("value1"), any("value2")];
/// What the standard calls the two, by what they are.
const NAMES: &[&[Parameter]] = &[
    &[any("range1"), any("range2")],
    &[any("point1"), any("point2")],
    &[any("point"), any("range")],
    &[any("range"), any("point")],
];

const fn relation(name: &'static str, run: fn(&[Value]) -> Option<Value>) -> BuiltIn {
    BuiltIn { also: NAMES, ..function(name, VALUES, ValueKind::Bool, run) }
}

pub(super) const FUNCTIONS: &[BuiltIn] = &[
    function("range", &[parameter("from", ValueKind::Text)], ValueKind::Range, |given| {
        range(text(given.first())?).map(|range| Value::Range(Arc::new(range)))
    }),
    relation("before", |given| of(given, before)),
    relation("after", |given| of(given, |a, b| before(b, a))),
    relation("meets", |given| of(given, meets)),
    relation("met by", |given| of(given, |a, b| meets(b, a))),
    relation("overlaps", |given| of(given, overlaps)),
    relation("overlaps before", |given| of(given, overlaps_before)),
    relation("overlaps after", |given| of(given, |a, b| overlaps_before(b, a))),
    relation("finishes", |given| of(given, finishes)),
    relation("finished by", |given| of(given, |a, b| finishes(b, a))),
    relation("includes", |given| of(given, includes)),
    relation("during", |given| of(given, |a, b| includes(b, a))),
    relation("starts", |given| of(given, starts)),
    relation("started by", |given| of(given, |a, b| starts(b, a))),
    relation("coincides", |given| of(given, coincides)),
];

/// The range a text writes down. Its ends stand there as they are, of one kind, the lower first.
fn range(text: &str) -> Option<Range> {
    let root = crate::parse::range(text).ok()?;
    let SyntaxKind::Range { low, low_in, high, high_in, .. } = &root.kind else { return None };
    let end = |end: &Option<Box<ExpressionNode>>| match end {
        Some(end) => literal(end).map(Some),
        None => Some(None),
    };
    let (low, high) = (end(low)?, end(high)?);
    if let (Some(low), Some(high)) = (&low, &high) {
        let alike = std::mem::discriminant(low) == std::mem::discriminant(high);
        if !alike || low.compare(high)? == Ordering::Greater {
            return None;
        }
    }
    Range::between(low, *low_in, high, *high_in, RangeForm::Between)
}

/// What is written down and need not be worked out: a literal, its opposite, a date in words.
fn literal(node: &ExpressionNode) -> Option<Value> {
    match &node.kind {
        SyntaxKind::Literal(value) => Some(value.clone()),
        SyntaxKind::Negate(inner) => crate::arithmetic::negate(&literal(inner)?),
        SyntaxKind::Call(callee, CallArguments::Placed(given)) => {
            let SyntaxKind::Name(name) = &callee.kind else { return None };
            let temporal = matches!(name.as_str(), "date" | "time" | "date and time" | "duration");
            let given: Option<Vec<Value>> = given.iter().map(written).collect();
            temporal.then(|| (super::find(name)?.run)(&given?))?
        }
        _ => None,
    }
}

fn written(node: &ExpressionNode) -> Option<Value> {
    match &node.kind {
        SyntaxKind::Literal(value @ Value::Text(_)) => Some(value.clone()),
        _ => None,
    }
}

/// Both as ranges: a point is a range of its own with both ends.
fn of(given: &[Value], relation: fn(&Range, &Range) -> Option<bool>) -> Option<Value> {
    let range = |value: &Value| match value {
        Value::Null => None,
        Value::Range(range) => (range.form != RangeForm::AllBut).then(|| (**range).clone()),
        point => point.has_order().then(|| Range {
            low: point.clone(),
            low_in: true,
            high: point.clone(),
            high_in: true,
            form: RangeForm::Between,
        }),
    };
    relation(&range(given.first()?)?, &range(given.get(1)?)?).map(Value::from)
}

/// Where one begins as against another: what is open begins before all.
fn lows(a: &Range, b: &Range) -> Option<Ordering> {
    match (&a.low, &b.low) {
        (Value::Null, Value::Null) => Some(Ordering::Equal),
        (Value::Null, _) => Some(Ordering::Less),
        (_, Value::Null) => Some(Ordering::Greater),
        (a, b) => a.compare(b),
    }
}

/// Where one ends as against another: what is open ends after all.
fn highs(a: &Range, b: &Range) -> Option<Ordering> {
    match (&a.high, &b.high) {
        (Value::Null, Value::Null) => Some(Ordering::Equal),
        (Value::Null, _) => Some(Ordering::Greater),
        (_, Value::Null) => Some(Ordering::Less),
        (a, b) => a.compare(b),
    }
}

/// Where one ends as against where another begins.
fn high_to_low(a: &Range, b: &Range) -> Option<Ordering> {
    match (&a.high, &b.low) {
        (Value::Null, _) | (_, Value::Null) => Some(Ordering::Greater),
        (a, b) => a.compare(b),
    }
}

fn before(a: &Range, b: &Range) -> Option<bool> {
    Some(match high_to_low(a, b)? {
        Ordering::Less => true,
        Ordering::Equal => !(a.high_in && b.low_in),
        Ordering::Greater => false,
    })
}

fn meets(a: &Range, b: &Range) -> Option<bool> {
    Some(high_to_low(a, b)? == Ordering::Equal && a.high_in && b.low_in)
}

fn overlaps(a: &Range, b: &Range) -> Option<bool> {
    Some(!before(a, b)? && !before(b, a)?)
}

fn overlaps_before(a: &Range, b: &Range) -> Option<bool> {
    let starts_first = match lows(a, b)? {
        Ordering::Less => true,
        Ordering::Equal => a.low_in && !b.low_in,
        Ordering::Greater => false,
    };
    let ends_first = match highs(a, b)? {
        Ordering::Less => true,
        Ordering::Equal => !a.high_in || b.high_in,
        Ordering::Greater => false,
    };
    Some(starts_first && ends_first && overlaps(a, b)?)
}

/// The end is the same, and it begins no earlier.
fn finishes(a: &Range, b: &Range) -> Option<bool> {
    let end = highs(a, b)? == Ordering::Equal && a.high_in == b.high_in;
    Some(end && begins_within(a, b)?)
}

fn starts(a: &Range, b: &Range) -> Option<bool> {
    let start = lows(a, b)? == Ordering::Equal && a.low_in == b.low_in;
    Some(start && ends_within(a, b)?)
}

fn begins_within(a: &Range, b: &Range) -> Option<bool> {
    Some(match lows(a, b)? {
        Ordering::Greater => true,
        Ordering::Equal => b.low_in || !a.low_in,
        Ordering::Less => false,
    })
}

fn ends_within(a: &Range, b: &Range) -> Option<bool> {
    Some(match highs(a, b)? {
        Ordering::Less => true,
        Ordering::Equal => b.high_in || !a.high_in,
        Ordering::Greater => false,
    })
}

fn includes(a: &Range, b: &Range) -> Option<bool> {
    Some(begins_within(b, a)? && ends_within(b, a)?)
}

fn coincides(a: &Range, b: &Range) -> Option<bool> {
    let ends = lows(a, b)? == Ordering::Equal && highs(a, b)? == Ordering::Equal;
    Some(ends && a.low_in == b.low_in && a.high_in == b.high_in)
}
