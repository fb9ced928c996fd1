//! Patterns of XPath, parts whose names have signs, and what else is commonly taken from other languages.

use feel::{Budget, Expression, ExpressionTrouble, NamedValues, Type, Value, check};
use std::collections::BTreeMap;

fn value(text: &str) -> Value {
    let expression = Expression::parse(text, []).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    expression
        .evaluate(&NamedValues::new(), Budget::default())
        .unwrap_or_else(|stopped| panic!("{text}: {stopped:?}"))
}

/// Lines of `expression => value`, the value as `string` writes it.
#[track_caller]
fn gives(lines: &str) {
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (text, expected) = line.rsplit_once(" => ").unwrap_or_else(|| panic!("not a line: {line}"));
        assert_eq!(value(text).to_string(), expected, "{text}");
    }
}

#[test]
fn classes_are_those_of_xml() {
    gives(
        r#"
        matches("một", "^\\w+$") => true
        matches("a_b", "^\\w+$") => false
        matches("a-b", "^\\w+$") => false
        matches("5€", "^\\w+$") => true
        matches("_", "^\\W$") => true
        matches("a_b", "^[\\w_]+$") => true
        matches("_", "^[^\\w]$") => true
        matches("a b", "a\\sb") => true
        matches("a\u00A0b", "a\\sb") => false
        matches("a\u000Bb", "a\\sb") => false
        matches("a\u00A0b", "a\\Sb") => true
        matches("a\u00A0b", "a[\\s\u00A0]b") => true
        "#,
    );
}

#[test]
fn a_class_may_be_counted_out() {
    gives(
        r#"
        matches("Nguyễn Văn An", "^[\\p{L} ]{2,250}$") => true
        matches("N", "^[\\p{L} ]{2,250}$") => false
        matches("abc", "^\\w{1,100}$") => true
        matches("0912345678", "^0\\d{9}$") => true
        "#,
    );
    // It costs what it takes: not many are read for one answer.
    let many =
        Expression::parse(r#"some i in 1..50 satisfies not(matches("a", "^\\w{1,100}$"))"#, []).unwrap();
    assert!(many.evaluate(&NamedValues::new(), Budget::default()).is_err());
}

#[test]
fn nothing_is_cut_or_replaced_where_nothing_is_found() {
    gives(
        r#"
        replace("abc", "", "-") => null
        replace("abc", "x*", "-") => null
        replace("abc", "x+", "-") => abc
        replace("abc", "b|", "-") => null
        split("abc", "") => null
        split("a1b", "\\d") => ["a", "b"]
        matches("abc", "") => true
        replace("50 VND", "VND", "$") => 50 $
        replace("50 VND", "(\\d+) VND", "$$1") => $50
        "#,
    );
}

#[test]
fn what_is_no_pattern_is_found_before_it_finds_nothing() {
    let found = |text: &str| {
        let expression = Expression::parse(text, []).unwrap();
        check(&expression, &BTreeMap::new()).err().map(|problems| problems[0].trouble.clone())
    };
    let none = |text: &str| Some(ExpressionTrouble::NotAPattern { found: text.into() });
    assert_eq!(found(r#"matches("a", "[a")"#), none("[a"));
    assert_eq!(found(r#"matches(pattern: "(a)\\1", input: "aa")"#), none(r"(a)\1"));
    assert_eq!(found(r#"replace("a", "x*", "-")"#), none("x*"));
    assert_eq!(found(r#"split("a", "")"#), none(""));
    assert_eq!(found(r#"matches("a", "x*")"#), None);
    assert_eq!(found(r#"matches("a", "A", "i")"#), None);
}

#[test]
fn parts_with_signs_are_known_by_their_names() {
    let person = Value::context(NamedValues::from([
        ("last-name".into(), Value::text("An")),
        ("age".into(), Value::from(30)),
        ("home+work".into(), Value::context(NamedValues::from([("house no. 1".into(), Value::from(7))]))),
    ]));
    let names = NamedValues::from([("person".into(), person), ("people".into(), Value::list([]))]);
    let given = |text: &str| {
        let parts = names.values().flat_map(Value::part_names);
        let expression = Expression::parse_knowing(text, names.keys().map(String::as_str), parts).unwrap();
        let types = names.keys().map(|name| (name.clone(), Type::Any)).collect();
        assert!(check(&expression, &types).is_ok(), "{text}");
        expression.evaluate(&names, Budget::default()).unwrap().to_string()
    };
    assert_eq!(given(r#"person.last-name = "An""#), "true");
    assert_eq!(given("person.age-1"), "29");
    assert_eq!(given("person.age - person.home+work.house no. 1"), "23");
    assert_eq!(given(r#"[person][last-name = "An"].age"#), "[30]");
    assert_eq!(given(r#"{"last-name": 1}.last-name"#), "1");
}

#[test]
fn what_is_no_truth_leads_to_the_other_part() {
    let kind = |text: &str| check(&Expression::parse(text, []).unwrap(), &BTreeMap::new());
    assert_eq!(value("if 1 then 2 else \"no\"").to_string(), "no");
    assert_eq!(kind("if 1 then 2 else \"no\""), Ok(Type::Text));
    assert_eq!(kind("if true then 2 else null"), Ok(Type::Number));
}

#[test]
fn the_same_is_said_in_all_its_parts() {
    gives(
        r#"
        is(@"09:00:00Z", @"09:00:00+00:00") => true
        is(@"09:00:00@Etc/UTC", @"09:00:00Z") => false
        is(@"2026-03-02T09:00:00@Asia/Ho_Chi_Minh", @"2026-03-02T09:00:00+07:00") => false
        is(@"2026-03-02T09:00:00@Asia/Ho_Chi_Minh", @"2026-03-02T09:00:00@Asia/Ho_Chi_Minh") => true
        @"2026-03-02T09:00:00@Asia/Ho_Chi_Minh" = @"2026-03-02T09:00:00+07:00" => true
        is(value1: 1) => false
        is(value2: null) => true
        is(1) => null
        "#,
    );
}
