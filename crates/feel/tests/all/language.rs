//! The language, expression by expression: what is written, and what it gives as `string` writes it.

use feel::{Budget, Decimal, Expression, ExpressionTrouble, NamedValues, Stopped, Type, Value, check};
use std::collections::BTreeMap;

fn names() -> NamedValues {
    let person = NamedValues::from([
        ("name".to_string(), Value::from("An")),
        ("age".to_string(), Value::from(40)),
        ("home town".to_string(), Value::from("Huế")),
    ]);
    let child = |name: &str, age: i64| {
        Value::context(NamedValues::from([
            ("name".to_string(), Value::from(name)),
            ("age".to_string(), Value::from(age)),
        ]))
    };
    NamedValues::from([
        ("fee".to_string(), Value::from(150_000)),
        ("fee state".to_string(), Value::from("paid")),
        ("applicant".to_string(), Value::context(person)),
        ("children".to_string(), Value::list([child("Bình", 12), child("Chi", 7)])),
        ("nothing".to_string(), Value::Null),
        ("ngày nộp".to_string(), evaluated("date(\"2026-03-02\")", &NamedValues::new())),
    ])
}

fn evaluated(text: &str, names: &NamedValues) -> Value {
    let expression = Expression::parse(text, names.keys().map(String::as_str))
        .unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    expression.evaluate(names, Budget::default()).unwrap_or_else(|stopped| panic!("{text}: {stopped:?}"))
}

/// Lines of `expression => value`; blank lines and `#` are passed over.
#[track_caller]
fn gives(lines: &str) {
    let names = names();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, expected) = line.rsplit_once(" => ").unwrap_or_else(|| panic!("not a line: {line}"));
        assert_eq!(evaluated(text, &names).to_string(), expected, "{text}");
    }
}

#[test]
fn arithmetic_is_decimal_and_binds_as_the_standard_says() {
    gives(
        r#"
        0.1 + 0.2 => 0.3
        1 + 2 * 3 => 7
        (1 + 2) * 3 => 9
        2 ** 3 ** 2 => 64
        -2 ** 2 => 4
        10 / 4 => 2.5
        1 / 0 => null
        2 ** 0.5 = sqrt(2) => true
        7 - 2 - 1 => 4
        .5 + 1.50 => 2
        1e3 => 1000
        --3 => 3
        "a" + "b" => ab
        "a" + 1 => null
        "#,
    );
}

#[test]
fn truth_has_three_values() {
    gives(
        r#"
        true and null => null
        false and null => false
        null and false => false
        true or null => true
        null or true => true
        false or null => null
        not(null) => null
        not(true) => false
        1 = 1 and 2 > 1 => true
        null = null => true
        nothing = null => true
        1 = null => false
        1 = true => null
        1 < null => null
        if null then 1 else 2 => 2
        "#,
    );
}

#[test]
fn names_may_have_blanks_and_vietnamese_letters() {
    gives(
        r#"
        fee state = "paid" => true
        fee > 100000 and fee state != "exempt" => true
        applicant.age => 40
        get value(applicant, "home town") => Huế
        ngày nộp + @"P1M" => 2026-04-02
        children.name => ["Bình", "Chi"]
        children[1].name => Bình
        children[-1].age => 7
        children[age > 10].name => ["Bình"]
        children[item.age < 10].name => ["Chi"]
        children[5] => null
        applicant[name = "An"].age => [40]
        "#,
    );
}

#[test]
fn names_sent_in_pieces_are_the_same_names() {
    let names = NamedValues::from([
        ("nga\u{300}y nộp".to_string(), Value::from(3)),
        (
            "ho\u{302}\u{300} sơ".to_string(),
            Value::context(NamedValues::from([("ti\u{309}nh".to_string(), Value::from("Huế"))])),
        ),
    ]);
    for text in [
        "ngày nộp = 3",
        "nga\u{300}y no\u{323}\u{302}p = 3",
        "hồ sơ.tỉnh = \"Huế\"",
        "ho\u{302}\u{300} sơ.ti\u{309}nh = \"Huế\"",
    ] {
        assert_eq!(evaluated(text, &names), Value::Bool(true), "{text}");
    }
}

#[test]
fn lists_ranges_and_contexts() {
    gives(
        r#"
        [1, 2, 3][item > 1] => [2, 3]
        [1, 2, 3][2] => 2
        [][1] => null
        5[1] => 5
        5[2] => null
        3 in [1..5] => true
        5 in [1..5) => false
        1 in (1..5] => false
        1 in ]1..5] => false
        3 in (1, 2, 3) => true
        3 in (< 2, > 10) => false
        3 in [1, 2, 3] => true
        3 in > 2 => true
        3 between 1 and 3 => true
        null between 1 and 3 => null
        {a: 1, b: a + 1}.b => 2
        {a: 1, "b c": 2} => {a: 1, b c: 2}
        [1..3].start => 1
        [1..3).end included => false
        for x in [1, 2, 3] return x * x => [1, 4, 9]
        for x in 1..3, y in 1..x return x * 10 + y => [11, 21, 22, 31, 32, 33]
        for x in 3..1 return x => [3, 2, 1]
        (-8) ** 0.3 => null
        exp(-1000) => 5.075958897549456765291809479573997E-435
        time(1, 2, 3, @"-P24855DT3H14M8S") => null
        for x in (9223372036854775807..9223372036854775807] return x => []
        for x in 1..5 return if x <= 2 then 1 else partial[-1] + partial[-2] => [1, 1, 2, 3, 5]
        some x in [1, 2] satisfies x > 1 => true
        every x in [1, 2] satisfies x > 1 => false
        some x in [1, null] satisfies x > 5 => null
        every child in children satisfies child.age < 18 => true
        [1, 2] = [1, 2] => true
        [[1, 2], [3]] = [[1, 2], [3]] => true
        {a: 1} = {a: 1} => true
        "#,
    );
}

#[test]
fn dates_times_and_durations() {
    gives(
        r#"
        date("2026-03-02") + duration("P3D") => 2026-03-05
        date("2026-01-31") + duration("P1M") => 2026-02-28
        date("2026-03-02") - date("2026-02-28") => P2D
        date(2026, 3, 2).weekday => 1
        date("2026-02-30") => null
        @"2026-03-02T09:30:00+07:00" = @"2026-03-02T02:30:00Z" => true
        @"2026-03-02T09:30:00+07:00" - @"2026-03-02T02:00:00Z" => PT30M
        date and time("2026-03-02T23:00:00") + @"PT2H" => 2026-03-03T01:00:00
        time("09:30:00") + @"PT15H" => 00:30:00
        time("09:30:00").minute => 30
        @"P1Y2M" + @"P10M" => P2Y
        @"P1D" * 1.5 => P1DT12H
        @"PT3H" / @"PT1H" => 3
        @"P1D" > @"PT23H" => true
        @"P1M" > @"P30D" => null
        years and months duration(date("2024-02-29"), date("2026-03-01")) => P2Y
        years and months duration(date("2026-03-01"), date("2024-02-29")) => -P2Y
        @"-PT90M".hours => -1
        string(@"PT0S") => PT0S
        date("2026-03-02") < date and time("2026-03-02T08:00:00") => true
        day of week(date("2026-03-02")) => Monday
        week of year(date("2026-01-01")) => 1
        day of year(@"2026-12-31") => 365
        is(@"09:00:00Z", @"16:00:00+07:00") => false
        date(@"2026-03-02T09:30:00") => 2026-03-02
        @"2026-03-02".year + 1 => 2027
        "#,
    );
}

#[test]
fn functions_of_text() {
    gives(
        r#"
        substring("Đường", 2, 3) => ườn
        substring("Đường", -2) => ng
        substring("a", 0) => null
        string length("Đặng") => 4
        upper case("đặng") => ĐẶNG
        substring before("a-b-c", "-") => a
        substring after("a-b-c", "-") => b-c
        contains("hồ sơ", "sơ") => true
        starts with("hồ sơ", "hồ") => true
        matches("000.00.20.H99", "^\\d{3}(\\.\\d{2}){2}\\.[A-Z]\\d{2}$") => true
        replace("abcd", "(b)(c)", "[$2$1]") => a[cb]d
        replace("a$b", "b", "$") => a$$
        split("a;b;c", ";") => ["a", "b", "c"]
        string join(["a", null, "b"], ", ") => a, b
        number("1 000,5", " ", ",") => 1000.5
        number("1,000.5", ",", ".") => 1000.5
        number("x") => null
        string(1.50) => 1.5
        "a" < "b" => true
        "\u1EA1" => ạ
        "#,
    );
}

#[test]
fn functions_of_lists_and_numbers() {
    gives(
        r#"
        sum([1, 2, 3]) => 6
        sum(1, 2, 3) => 6
        sum([]) => null
        min([3, 1, 2]) => 1
        max(3, 1, 2) => 3
        mean([1, 2, 6]) => 3
        count([]) => 0
        list contains([1, 2], 2) => true
        append([1], 2, 3) => [1, 2, 3]
        concatenate([1], [2, 3]) => [1, 2, 3]
        insert before([1, 3], 2, 2) => [1, 2, 3]
        remove([1, 2, 3], -1) => [1, 2]
        reverse([1, 2]) => [2, 1]
        index of([1, 2, 1], 1) => [1, 3]
        union([1, 2], [2, 3]) => [1, 2, 3]
        distinct values([1, 2, 1]) => [1, 2]
        flatten([[1, [2]], 3]) => [1, 2, 3]
        sublist([1, 2, 3], 2) => [2, 3]
        sublist([1, 2, 3], 2, 1) => [2]
        product([2, 3]) => 6
        median([8, 2, 5, 3]) => 4
        mode([6, 3, 9, 6, 6]) => [6]
        all([true, null]) => null
        all([]) => true
        any([false, true]) => true
        sort([3, 1, 2], function(x, y) x < y) => [1, 2, 3]
        decimal(2.5, 0) => 2
        decimal(1.115, 2) => 1.12
        floor(-1.5) => -2
        ceiling(1.2) => 2
        modulo(-12, 5) => 3
        abs(-3) => 3
        odd(3) => true
        even(2) => true
        round half up(5.5, 0) => 6
        before(1, [2..3]) => true
        overlaps([1..5], [5..8]) => true
        during(3, [1..5]) => true
        meets([1..5], [5..8]) => true
        sum(list: [1, 2]) => 3
        sum(wrong: [1, 2]) => null
        (function(x) x + 1)(2) => 3
        3 instance of number => true
        null instance of Any => false
        [1] instance of list<number> => true
        get entries({a: 1}) => [{key: "a", value: 1}]
        context put({a: 1}, "b", 2) => {a: 1, b: 2}
        "#,
    );
}

#[test]
fn unary_tests_of_a_decision_table() {
    let passes = |cell: &str, value: Value| {
        let tests = Expression::parse_tests(cell, ["limit"]).unwrap();
        let names = NamedValues::from([("?".to_string(), value), ("limit".to_string(), Value::from(10))]);
        tests.evaluate(&names, Budget::default()).unwrap()
    };
    assert_eq!(passes("> 3, 1", Value::from(1)), Value::from(true));
    assert_eq!(passes("> 3, 1", Value::from(2)), Value::from(false));
    assert_eq!(passes("-", Value::Null), Value::from(true));
    assert_eq!(passes("not(1, 2)", Value::from(3)), Value::from(true));
    assert_eq!(passes("[1..limit)", Value::from(10)), Value::from(false));
    assert_eq!(passes("\"a\", \"b\"", Value::from("b")), Value::from(true));
    assert_eq!(passes("? > 2 and ? < limit", Value::from(5)), Value::from(true));
    assert_eq!(passes("-5", Value::from(-5)), Value::from(true));
}

#[test]
fn every_evaluation_has_an_end() {
    let stopped = |text: &str, budget: Budget| {
        Expression::parse(text, []).unwrap().evaluate(&NamedValues::new(), budget).unwrap_err()
    };
    let small = Budget { steps: 10_000, depth: 200 };
    assert_eq!(stopped("for i in 1..1000000000 return i", small), Stopped::Steps);
    assert_eq!(stopped("some i in 1..1000000000 satisfies i < 0", small), Stopped::Steps);
    assert_eq!(stopped("(function(f) f(f))(function(f) f(f))", small), Stopped::Depth);
    // Each entry holds the one before it twice: what is written is short, what it means is not.
    let entries: Vec<String> = (1..60).map(|n| format!("a{n}: [a{}, a{}]", n - 1, n - 1)).collect();
    let shared = format!("{{a0: [1, 1], {}}}.a59", entries.join(", "));
    assert_eq!(stopped(&format!("count(flatten({shared}))"), small), Stopped::Steps);
    assert_eq!(stopped(&format!("string({shared})"), small), Stopped::Steps);
    assert_eq!(stopped(&format!("{shared} = {shared}"), small), Stopped::Steps);
    let doubled: Vec<String> = (1..60).map(|n| format!("a{n}: a{} + a{}", n - 1, n - 1)).collect();
    assert_eq!(stopped(&format!("{{a0: \"abcdefgh\", {}}}.a59", doubled.join(", ")), small), Stopped::Steps);
    assert_eq!(stopped("1 + 1", Budget { steps: 2, depth: 10 }), Stopped::Steps);
}

#[test]
fn what_cannot_be_read_says_where_and_why() {
    let problem = |text: &str| Expression::parse(text, ["fee state"]).unwrap_err();
    assert_eq!(problem("1 +").trouble, ExpressionTrouble::EndsTooEarly);
    assert_eq!(problem("1 + ) 2").at, 4..5);
    assert_eq!(problem("\"abc").trouble, ExpressionTrouble::NotClosed);
    assert_eq!(problem("/* abc").trouble, ExpressionTrouble::NotClosed);
    assert!(matches!(problem("fee stat = 1").trouble, ExpressionTrouble::NotExpected { .. }));
    assert!(matches!(
        problem("function() external {java: 1}").trouble,
        ExpressionTrouble::NotExpected { .. }
    ));
    assert_eq!(problem(&"(".repeat(5_000)).trouble, ExpressionTrouble::TooDeep);
    assert_eq!(problem(&"-".repeat(5_000)).trouble, ExpressionTrouble::TooDeep);
    let many = "9".repeat(40);
    assert_eq!(problem(&many).trouble, ExpressionTrouble::NotANumber { found: many.clone() });
    for trouble in ["1 +", "1 § 2", "if 1", "for x in", "{a 1}", "[1..2", "x[", "f(", "1 instance of 5"] {
        let language::Text { vi, en } = problem(trouble).sentences();
        assert!(!vi.is_empty() && !en.is_empty());
    }
}

/// `head`, then `each` for every number from 1 on.
fn chain(head: &str, count: u32, each: impl Fn(u32) -> String) -> String {
    let entries: Vec<String> = std::iter::once(head.to_string()).chain((1..=count).map(each)).collect();
    format!("{{{}}}", entries.join(", "))
}

#[test]
fn no_short_text_holds_a_worker_or_fills_the_memory() {
    let longer = |number: u32| format!("a{number}: a{0} + a{0}", number - 1);
    let long = chain("a0: \"a\"", 16, longer);
    let stopped = [
        // Shared parts that unfold.
        chain("r0: [0, 0]", 60, |number| format!("r{number}: [r{0}, r{0}]", number - 1)),
        // Deeper than any brackets.
        "for i in 1..900 return [[[[[[[[[[partial[-1]]]]]]]]]]]".to_string(),
        // Far more made than given.
        format!("string length(replace({long}.a16, \"\", {long}.a16))"),
        format!("string length(string join(for i in 1..5000 return \"\", {long}.a16))"),
        // Patterns, each read anew.
        "every i in 1..14000 satisfies not(matches(\"a\", \"(\\\\w|a){99}\"))".to_string(),
    ];
    for text in stopped {
        let expression = Expression::parse(&text, []).unwrap();
        assert!(expression.evaluate(&NamedValues::new(), Budget::default()).is_err(), "{text}");
    }
    // What has no order is no end of a range.
    let open =
        chain("r0: [[0, 0]..null]", 60, |number| format!("r{number}: [[r{0}, r{0}]..null]", number - 1));
    assert_eq!(evaluated(&format!("{open}.r60"), &NamedValues::new()), Value::Null);
    let many: Vec<String> = (0..9_000).map(|_| "a in 1".to_string()).collect();
    let many = Expression::parse(&format!("some {} satisfies true", many.join(", ")), []);
    assert_eq!(many.unwrap_err().trouble, ExpressionTrouble::TooDeep);
}

#[test]
fn a_checker_forgets_what_an_expression_builds_of_itself_over_and_over() {
    let copies = chain("a0: 1", 60, |number| format!("a{number}: {{x: a{0}, y: a{0}}}", number - 1));
    let nested = chain("a0: 1", 5_000, |number| format!("a{number}: [a{0}]", number - 1));
    for text in [copies, nested] {
        let expression = Expression::parse(&text, []).unwrap();
        assert_eq!(check(&expression, &BTreeMap::new()), Ok(Type::Any));
    }
}

#[test]
fn numbers_keep_their_digits() {
    let value = evaluated("1.10 + 2.20", &NamedValues::new());
    assert_eq!(value, Value::Number(Decimal::new(330, 2)));
}
