//! How points and ranges lie to each other (DMN 1.3, table 78).

use super::{BuiltIn, Kind, Parameter, function, parameter};
use crate::value::{Range, Value};
use std::cmp::Ordering;

const ONE: Parameter = parameter("value1", Kind::Any);
const TWO: Parameter = parameter("value2", Kind::Any);

const fn relation(name: &'static str, run: fn(&[Value]) -> Option<Value>) -> BuiltIn {
    function(name, &[ONE, TWO], Kind::Bool, run)
}

pub(super) const FUNCTIONS: &[BuiltIn] = &[
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

/// Both as ranges: a point is a range of its own with both ends.
fn of(given: &[Value], relation: fn(&Range, &Range) -> Option<bool>) -> Option<Value> {
    let range = |value: &Value| match value {
        Value::Null => None,
        Value::Range(range) => Some((**range).clone()),
        point => point.has_order().then(|| Range {
            low: point.clone(),
            low_in: true,
            high: point.clone(),
            high_in: true,
        }),
    };
    relation(&range(given.first()?)?, &range(given.get(1)?)?).map(Value::from)
}

fn before(a: &Range, b: &Range) -> Option<bool> {
    Some(match a.high.compare(&b.low)? {
        Ordering::Less => true,
        Ordering::Equal => !(a.high_in && b.low_in),
        Ordering::Greater => false,
    })
}

fn meets(a: &Range, b: &Range) -> Option<bool> {
    Some(a.high.compare(&b.low)? == Ordering::Equal && a.high_in && b.low_in)
}

fn overlaps(a: &Range, b: &Range) -> Option<bool> {
    Some(!before(a, b)? && !before(b, a)?)
}

fn overlaps_before(a: &Range, b: &Range) -> Option<bool> {
    let starts_first = match a.low.compare(&b.low)? {
        Ordering::Less => true,
        Ordering::Equal => a.low_in && !b.low_in,
        Ordering::Greater => false,
    };
    let ends_first = match a.high.compare(&b.high)? {
        Ordering::Less => true,
        Ordering::Equal => !a.high_in || b.high_in,
        Ordering::Greater => false,
    };
    Some(starts_first && ends_first && overlaps(a, b)?)
}

/// The end is the same, and it begins no earlier.
fn finishes(a: &Range, b: &Range) -> Option<bool> {
    let end = a.high.compare(&b.high)? == Ordering::Equal && a.high_in == b.high_in;
    Some(end && begins_within(a, b)?)
}

fn starts(a: &Range, b: &Range) -> Option<bool> {
    let start = a.low.compare(&b.low)? == Ordering::Equal && a.low_in == b.low_in;
    Some(start && ends_within(a, b)?)
}

fn begins_within(a: &Range, b: &Range) -> Option<bool> {
    Some(match a.low.compare(&b.low)? {
        Ordering::Greater => true,
        Ordering::Equal => b.low_in || !a.low_in,
        Ordering::Less => false,
    })
}

fn ends_within(a: &Range, b: &Range) -> Option<bool> {
    Some(match a.high.compare(&b.high)? {
        Ordering::Less => true,
        Ordering::Equal => b.high_in || !a.high_in,
        Ordering::Greater => false,
    })
}

fn includes(a: &Range, b: &Range) -> Option<bool> {
    Some(begins_within(b, a)? && ends_within(b, a)?)
}

fn coincides(a: &Range, b: &Range) -> Option<bool> {
    let ends = a.low.compare(&b.low)? == Ordering::Equal && a.high.compare(&b.high)? == Ordering::Equal;
    Some(ends && a.low_in == b.low_in && a.high_in == b.high_in)
}
