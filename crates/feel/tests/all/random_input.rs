//! Whatever is typed: no panic, no endless work, and what was read reads the same again.

use feel::{Budget, Expression, NamedValues, Type, Value, check};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Pieces that make expressions likely, in any order.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "1",
        "2.5",
        "\"a\"",
        "x",
        "fee state",
        "null",
        "true",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        ",",
        ":",
        "..",
        "+",
        "-",
        "*",
        "/",
        "**",
        "=",
        "!=",
        "<",
        ">=",
        "and",
        "or",
        "not(",
        "if",
        "then",
        "else",
        "for",
        "in",
        "return",
        "some",
        "every",
        "satisfies",
        "between",
        "instance of",
        "number",
        "function(y) y",
        ".",
        "item",
        "count(",
        "sort(",
        "date(\"2026-03-02\")",
        "@\"P1D\"",
        "@\"P1M\"",
        "[1..5]",
        "?",
        "sum(",
        "partial",
        "substring(\"abc\", ",
        "...",
        "(<",
        "!=",
        "@\"2026-03-29T02:30:00@Europe/Berlin\"",
        "@\"PT90000H\"",
        "range(\"[1..\")",
        "context put(",
        "list replace(",
        "context<a: number>",
        "function<number> -> Any",
        "function(y: list<number>) partial",
        "1..3",
        "a-b",
        "a: 1",
        "-9223372036854775808",
        "79228162514264337593543950335",
    ];
    prop::sample::select(pieces.to_vec()).prop_map(str::to_string)
}

fn names() -> NamedValues {
    NamedValues::from([
        ("x".to_string(), Value::list([Value::from(1), Value::from("a"), Value::Null])),
        ("fee state".to_string(), Value::from("paid")),
    ])
}

proptest! {
    #[test]
    fn any_pattern_is_matched_or_none(
        pattern in "[a-z\\[\\]\\\\^$.*+?{}()|&~:pIsLBnd0-9 -]{0,24}", flags in "[smix]{0,3}",
    ) {
        let names = NamedValues::from([
            ("pattern".to_string(), Value::text(&pattern)),
            ("flags".to_string(), Value::text(&flags)),
        ]);
        let text = "[matches(\"a1-b [c]\", pattern, flags), replace(\"a1-b\", pattern, pattern, flags)]";
        let expression = Expression::parse(text, ["pattern", "flags"]).unwrap();
        let _ = expression.evaluate(&names, Budget::default());
    }

    #[test]
    fn a_moment_of_any_zone_is_read_as_it_is_written(
        seconds in -20_000_000_000i64..20_000_000_000, zone in prop::sample::select(vec![
            "", "Z", "+07:00", "@Asia/Ho_Chi_Minh", "@Europe/Berlin", "@Africa/Casablanca", "@America/St_Johns",
        ]),
    ) {
        let read = |text: &str| {
            Expression::parse(text, []).unwrap().evaluate(&NamedValues::new(), Budget::default()).unwrap()
        };
        let moment = read(&format!("@\"1970-01-01T00:00:00{zone}\" + @\"PT1S\" * {seconds}"));
        prop_assert_eq!(read(&format!("@\"{moment}\"")).to_string(), moment.to_string());
        let back = read(&format!("@\"{moment}\" - @\"PT1S\" * {seconds}"));
        // An hour that a clock shows twice is read as the first of the two.
        let begin = read(&format!("@\"1970-01-01T00:00:00{zone}\""));
        prop_assert!(zone.starts_with('@') || back == begin);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn likely_text_never_breaks_anything(pieces in prop::collection::vec(piece(), 0..24)) {
        let text = pieces.join(" ");
        for parsed in [Expression::parse(&text, ["x", "fee state"]), Expression::parse_tests(&text, ["x"])] {
            match parsed {
                Ok(expression) => {
                    let types: BTreeMap<String, Type> =
                        [("x".to_string(), Type::list(Type::Any)), ("fee state".to_string(), Type::Text)].into();
                    let _ = check(&expression, &types);
                    let small = Budget { steps: 5_000, depth: 100 };
                    if let Ok(value) = expression.evaluate(&names(), small) {
                        let _ = value.to_string();
                    }
                }
                Err(problem) => {
                    prop_assert!(problem.at.end <= text.len());
                    prop_assert!(text.is_char_boundary(problem.at.start) && text.is_char_boundary(problem.at.end));
                    let _ = problem.sentences();
                }
            }
        }
    }

    #[test]
    fn any_text_at_all_is_read_or_refused(text in "\\PC{0,80}") {
        if let Ok(expression) = Expression::parse(&text, ["x"]) {
            let _ = expression.evaluate(&names(), Budget { steps: 5_000, depth: 100 });
        }
    }

    #[test]
    fn a_value_written_is_the_value_read(number in any::<i64>(), days in -400_000i64..400_000, text in "[^\\\\\"]{0,20}") {
        let read = |text: &str| {
            Expression::parse(text, []).unwrap().evaluate(&NamedValues::new(), Budget::default()).unwrap()
        };
        prop_assert_eq!(read(&number.to_string()), Value::from(number));
        let duration = read(&format!("@\"P1D\" * {days}"));
        prop_assert_eq!(read(&format!("@\"{duration}\"")), duration);
        let list = Value::list([Value::from(number), Value::from(&*typed::composed(&text))]);
        prop_assert_eq!(read(&list.to_string()), list);
    }
}
