//! What a value is, and what it becomes where another type is declared.

use super::*;

#[test]
fn a_value_is_of_a_type_in_all_its_parts() {
    gives(
        r#"
        ["a", 1] instance of list<string> => false
        ["a", null] instance of list<string> => true
        [["a"], ["b"]] instance of list<list<string>> => true
        [1] instance of list => true
        {fee: "free"} instance of context<fee: number> => false
        {fee: 5, paid: true} instance of context<fee: number> => true
        {fee: {amount: 5}} instance of context<fee: context<amount: number>> => true
        {fee: null} instance of context<fee: number> => true
        {} instance of context<fee: number> => false
        [@"2026-03-02"..@"2026-03-09"] instance of range<date> => true
        [1..9] instance of range<date> => false
        null instance of list<number> => false
        (function(fee: number) fee * 2) instance of function<number> -> number => true
        (function(fee: number) fee * 2) instance of function<number> -> string => false
        (function(fee: number) fee * 2) instance of function<string> -> number => false
        (function(fee) fee) instance of function<date> -> date => true
        (function() 1) instance of function<> -> Any => true
        (function(a, b) a) instance of function<number> -> number => false
        (function(a: context<x: number>) {y: 1}) instance of function<context<x: number, w: date>> -> context => true
        (function(a: number) {y: 1, z: 2}) instance of function<number> -> context<y: number> => true
        count instance of function<list> -> number => true
        (function(day: date) day)("2026") => null
        (function(day: date) day)([@"2026-03-02"]) => 2026-03-02
        (function(days: list<date>) count(days))(@"2026-03-02") => 1
        "#,
    );
}

#[test]
fn types_may_have_names_of_their_own() {
    let types = BTreeMap::from([
        ("áp phí".to_string(), Type::context([("số tiền", Type::Number)])),
        ("days".to_string(), Type::list(Type::Date)),
        ("days-off_2".to_string(), Type::list(Type::Date)),
    ]);
    let is = |text: &str| {
        let expression = Expression::parse_with(text, [], [], &types).unwrap();
        expression.evaluate(&NamedValues::new(), Budget::default()).unwrap()
    };
    assert_eq!(is("{số tiền: 5} instance of áp phí"), Value::from(true));
    assert_eq!(is("{số tiền: \"5\"} instance of áp phí"), Value::from(false));
    assert_eq!(is("[@\"2026-03-02\"] instance of days"), Value::from(true));
    assert_eq!(is("(function(x: days) x[1])([@\"2026-03-02\"])").to_string(), "2026-03-02");
    assert_eq!(is("[@\"2026-03-02\"] instance of days-off_2"), Value::from(true));
    let unknown = Expression::parse("1 instance of context<age: numbre>", []).unwrap();
    assert_eq!(unknown.evaluate(&NamedValues::new(), Budget::default()), Ok(Value::from(false)));
    let found = check(&unknown, &BTreeMap::new()).unwrap_err();
    let trouble = ExpressionTrouble::UnknownType { name: "numbre".into(), like: Some("number".into()) };
    assert_eq!(found.iter().map(|one| &one.trouble).collect::<Vec<_>>(), [&trouble]);
    let parameter = Expression::parse("(function(x: days) x)(1)", []).unwrap();
    assert!(check(&parameter, &BTreeMap::new()).is_err());
    assert_eq!(Type::parse("list<áp phí>", &types), Ok(Type::list(types["áp phí"].clone())));
    assert!(Type::parse("list<number", &types).is_err() && Type::parse("number 5", &types).is_err());
    assert!(Expression::parse(&format!("1 instance of {}", "list<".repeat(500)), []).is_err());
}

#[test]
fn a_value_is_brought_to_the_type_declared_for_it() {
    let none = BTreeMap::new();
    let lines = r#"
        1 + 1 | string => null
        "a" | string => a
        "a" | list<string> => ["a"]
        ["a"] | string => a
        ["a"] | number => null
        [1, "a"] | list<number> => null
        [1, null] | list<number> => [1, null]
        1 | list<list<number>> => null
        null | number => null
        @"2026-03-02" | date and time => 2026-03-02T00:00:00Z
        @"2026-03-02" | list<date> => [2026-03-02]
        @"2026-03-02T09:00:00" | date => null
        {fee: 5, paid: true} | context<fee: number> => {fee: 5, paid: true}
        {fee: "5"} | context<fee: number> => null
        [{fee: 5}] | context<fee: number> => {fee: 5}
        5 | numbre => null
        5 | Any => 5
    "#;
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (text, expected) = line.rsplit_once(" => ").unwrap();
        let (text, kind) = text.rsplit_once(" | ").unwrap();
        let kind = Type::parse(kind, &none).unwrap();
        assert_eq!(kind.conformed(evaluated(text, &NamedValues::new())).to_string(), expected, "{line}");
    }
    gives("(function(at: date and time) at.hour)(@\"2026-03-02\") => 0");
}
