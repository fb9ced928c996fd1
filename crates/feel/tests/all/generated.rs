//! Expressions made by chance, the same each time: whatever is well formed is evaluated within its budget and its time,
//! is read the same again, and has the type that the checker says.

use feel::{Budget, Expression, NamedValues, Stopped, Type, Value, check};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Numbers by chance, from a seed (Lehmer's generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0 * 48_271 % 0x7fff_ffff;
        self.0 as usize % end
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

const NAMES: [&str; 7] = ["x", "text", "day", "fees", "person", "số tiền", "n"];

const LITERALS: [&str; 34] = [
    "0",
    "1",
    "-2.5",
    "3",
    "1000000",
    "79228162514264337593543950335",
    "0.0000000000000000000000000001",
    "true",
    "false",
    "null",
    "\"\"",
    "\"a\"",
    "\"ế 🐎\"",
    "\"(a+)+$\"",
    "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"",
    "@\"2026-03-02\"",
    "@\"-9999-01-01\"",
    "@\"9999-12-31\"",
    "@\"10:30:00\"",
    "@\"10:30:00@Asia/Ho_Chi_Minh\"",
    "@\"2026-03-29T02:30:00@Europe/Berlin\"",
    "@\"2026-03-02T00:00:00Z\"",
    "@\"P1D\"",
    "@\"-PT5H\"",
    "@\"P14M\"",
    "@\"P999999999Y\"",
    "[]",
    "[1, 2, 3]",
    "[[1], [2, [3]]]",
    "{a: 1, b: {a: \"z\"}}",
    "[1..5]",
    "(> 3)",
    "\"[1..9]\"",
    "-9223372036854775808",
];

const OPERATORS: [&str; 14] = ["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or", "in"];

const FUNCTIONS: [&str; 89] = [
    "abs",
    "after",
    "all",
    "any",
    "append",
    "before",
    "ceiling",
    "coincides",
    "concatenate",
    "contains",
    "context",
    "context merge",
    "context put",
    "count",
    "date",
    "date and time",
    "day of week",
    "day of year",
    "decimal",
    "distinct values",
    "duration",
    "during",
    "ends with",
    "even",
    "exp",
    "finished by",
    "finishes",
    "flatten",
    "floor",
    "get entries",
    "get value",
    "includes",
    "index of",
    "insert before",
    "is",
    "list contains",
    "list replace",
    "log",
    "lower case",
    "matches",
    "max",
    "mean",
    "median",
    "meets",
    "met by",
    "min",
    "mode",
    "modulo",
    "month of year",
    "not",
    "now",
    "number",
    "odd",
    "overlaps",
    "overlaps after",
    "overlaps before",
    "product",
    "range",
    "remove",
    "replace",
    "reverse",
    "round down",
    "round half down",
    "round half up",
    "round up",
    "sort",
    "split",
    "sqrt",
    "started by",
    "starts",
    "starts with",
    "stddev",
    "string",
    "string join",
    "string length",
    "sublist",
    "substring",
    "substring after",
    "substring before",
    "sum",
    "time",
    "today",
    "union",
    "upper case",
    "week of year",
    "years and months duration",
    "function(p) p",
    "function(p: number, q) [p, q]",
    "n",
];

const TYPES: [&str; 9] = [
    "number",
    "string",
    "list<number>",
    "context<a: number>",
    "range<date>",
    "function<number> -> Any",
    "Any",
    "time",
    "date and time",
];

const PARTS: [&str; 8] = ["a", "b", "year", "hour", "days", "start", "time offset", "months"];

/// An expression of at most so many parts inside parts.
fn made(chance: &mut Chance, depth: usize) -> String {
    if depth == 0 || chance.below(8) == 0 {
        let names = chance.below(3) == 0;
        return chance.of(if names { &NAMES } else { &LITERALS }).to_string();
    }
    let part = |chance: &mut Chance| made(chance, depth - 1);
    match chance.below(16) {
        0..=2 => format!("({} {} {})", part(chance), chance.of(&OPERATORS), part(chance)),
        3..=6 => {
            let function = chance.of(&FUNCTIONS);
            let count = chance.below(4);
            let given: Vec<String> = (0..count).map(|_| part(chance)).collect();
            format!("({function})({})", given.join(", "))
        }
        7 => format!("[{}, {}]", part(chance), part(chance)),
        8 => format!("{{a: {}, b: {}, số tiền: a}}", part(chance), part(chance)),
        9 => format!("({})[{}]", part(chance), part(chance)),
        10 => format!("({}).{}", part(chance), chance.of(&PARTS)),
        11 => format!("(for x in {}, n in {} return {})", part(chance), part(chance), part(chance)),
        12 => format!("(some n in {} satisfies {})", part(chance), part(chance)),
        13 => format!("(if {} then {} else {})", part(chance), part(chance), part(chance)),
        14 => format!("({} instance of {})", part(chance), chance.of(&TYPES)),
        _ => format!("[{}..{})", part(chance), part(chance)),
    }
}

fn names() -> (NamedValues, BTreeMap<String, Type>) {
    let read = |text: &str| {
        Expression::parse(text, []).unwrap().evaluate(&NamedValues::new(), Budget::default()).unwrap()
    };
    let person = Type::context([("a", Type::Number), ("b", Type::Text)]);
    let all = [
        ("x", "4", Type::Number),
        ("text", "\"phí\"", Type::Text),
        ("day", "@\"2026-03-02\"", Type::Date),
        ("fees", "[1, 2.5, null]", Type::list(Type::Number)),
        ("person", "{a: 1, b: \"z\"}", person),
        ("số tiền", "100000", Type::Number),
        ("n", "null", Type::Any),
    ];
    let values = all.iter().map(|(name, text, _)| (name.to_string(), read(text))).collect();
    (values, all.into_iter().map(|(name, _, kind)| (name.to_string(), kind)).collect())
}

/// Whether a value is of a type; `null` is of each, and nobody can say of an empty list what is not in it.
fn is_of(value: &Value, kind: &Type) -> bool {
    match (value, kind) {
        (Value::Null, _) | (_, Type::Any) => true,
        (Value::List(values), _) if values.is_empty() => true,
        (Value::Bool(_), Type::Bool) | (Value::Number(_), Type::Number) | (Value::Text(_), Type::Text) => {
            true
        }
        (Value::Date(_), Type::Date) | (Value::Time(_), Type::Time) => true,
        (Value::DateTime(_), Type::DateTime) | (Value::Function(_), Type::Function(_)) => true,
        (Value::Duration(_), Type::Duration) | (Value::Months(_), Type::Months) => true,
        (Value::List(values), Type::List(of)) => values.iter().all(|value| is_of(value, of)),
        (Value::Context(_), Type::Context(None)) => true,
        (Value::Context(values), Type::Context(Some(parts)) | Type::Made(parts)) => {
            parts.iter().all(|(name, kind)| values.get(name).is_none_or(|value| is_of(value, kind)))
        }
        (Value::Range(range), Type::Range(of)) => is_of(&range.low, of) && is_of(&range.high, of),
        _ => false,
    }
}

fn try_all(seed: u64, count: usize) {
    let (values, types) = names();
    let mut chance = Chance(seed);
    let (mut checked, mut stopped) = (0, 0);
    for _ in 0..count {
        let depth = 1 + chance.below(4);
        let text = made(&mut chance, depth);
        let expression =
            Expression::parse(&text, NAMES).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        let kind = check(&expression, &types).ok();
        let begun = Instant::now();
        let found = expression.evaluate(&values, Budget::default());
        assert!(begun.elapsed() < Duration::from_secs(2), "{text} takes {:?}", begun.elapsed());
        match found {
            Ok(value) => {
                let _ = value.to_string();
                if let Some(kind) = kind {
                    assert!(is_of(&value, &kind), "{text} gives {value}, which is no {kind:?}");
                    checked += 1;
                }
            }
            Err(Stopped::Steps | Stopped::Depth | Stopped::TooLarge) => stopped += 1,
        }
    }
    assert!(checked > count / 20 && stopped < count / 2, "{checked} checked, {stopped} stopped of {count}");
}

#[test]
fn whatever_is_well_formed_has_a_value_of_its_type_in_time() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let count = number("FEEL_GENERATED").unwrap_or(20_000);
    try_all(number("FEEL_SEED").unwrap_or(1), count as usize);
}
