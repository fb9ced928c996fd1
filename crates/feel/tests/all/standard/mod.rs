//! What the standard says, kind by kind: DMN 1.3 to 1.5, as far as engines are commonly wrong about it.

mod edges;
mod neighbours;
mod types;

use feel::{
    Budget, Expression, ExpressionTrouble, NamedValues, Stopped, Type, Value, check, check_condition,
};
use std::collections::BTreeMap;

fn evaluated(text: &str, names: &NamedValues) -> Value {
    let expression = Expression::parse(text, names.keys().map(String::as_str))
        .unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    expression.evaluate(names, Budget::default()).unwrap_or_else(|stopped| panic!("{text}: {stopped:?}"))
}

/// Lines of `expression => value`, the value as `string` writes it.
#[track_caller]
fn gives_with(names: &NamedValues, lines: &str) {
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (text, expected) = line.rsplit_once(" => ").unwrap_or_else(|| panic!("not a line: {line}"));
        assert_eq!(evaluated(text, names).to_string(), expected, "{text}");
    }
}

#[track_caller]
fn gives(lines: &str) {
    gives_with(&NamedValues::new(), lines);
}

#[test]
fn what_has_an_answer_its_author_does_not_mean_is_remarked_and_not_refused() {
    let names = BTreeMap::from([("fee".to_string(), Type::Number), ("paid".to_string(), Type::Bool)]);
    let remarked = |text: &str| -> Vec<(String, ExpressionTrouble)> {
        let expression = Expression::parse(text, ["fee", "paid"]).unwrap();
        assert!(check(&expression, &names).is_ok(), "{text}");
        let found = feel::remarks(&expression, &names).into_iter();
        found.map(|one| (text[one.at].to_string(), one.trouble)).collect()
    };
    let never = |part: &str, found: &str| {
        vec![(part.to_string(), ExpressionTrouble::NeverTrue { found: found.into() })]
    };
    assert_eq!(remarked("if fee then 1 else 2"), never("fee", "number"));
    assert_eq!(remarked("[1, if \"a\" then 1 else 2]"), never("\"a\"", "string"));
    assert_eq!(remarked("if paid then 1 else 2"), vec![]);
    assert_eq!(remarked("if null then 1 else 2"), vec![]);
}

#[test]
fn zones_go_by_their_names() {
    gives(
        r#"
        string(@"09:00:00@Asia/Ho_Chi_Minh") => 09:00:00@Asia/Ho_Chi_Minh
        @"2026-03-02T09:00:00@Asia/Ho_Chi_Minh" = @"2026-03-02T09:00:00+07:00" => true
        @"2026-07-02T09:00:00@Europe/Berlin" = @"2026-07-02T09:00:00+02:00" => true
        @"2026-01-02T09:00:00@Europe/Berlin" = @"2026-01-02T09:00:00+01:00" => true
        @"2026-07-02T09:00:00@Europe/Berlin" = @"2026-07-02T09:00:00@Asia/Ho_Chi_Minh" => false
        @"2026-07-02T09:00:00@Europe/Berlin" - @"2026-07-02T09:00:00@Asia/Ho_Chi_Minh" => PT5H
        @"2026-07-02T09:00:00@Europe/Berlin" = @"2026-07-02T09:00:00" => false
        @"2026-07-02T09:00:00@Europe/Berlin" < @"2026-07-02T09:00:00" => null
        @"2026-03-29T00:30:00@Europe/Berlin" + @"PT2H" => 2026-03-29T03:30:00@Europe/Berlin
        @"2026-01-31T09:00:00@Europe/Berlin" + @"P6M" => 2026-07-31T09:00:00@Europe/Berlin
        (@"2026-01-31T09:00:00@Europe/Berlin" + @"P6M").time offset => PT2H
        @"2026-07-02T09:00:00@Europe/Berlin".timezone => Europe/Berlin
        @"2026-07-02T09:00:00+02:00".timezone => null
        time(@"2026-07-02T09:00:00@Europe/Berlin") => 09:00:00@Europe/Berlin
        date and time(date("2026-07-02"), time("09:00:00@Europe/Berlin")) = @"2026-07-02T07:00:00Z" => true
        is(@"09:00:00@Asia/Ho_Chi_Minh", @"09:00:00+07:00") => false
        is(@"09:00:00@Asia/Bangkok", @"09:00:00@Asia/Ho_Chi_Minh") => false
        time("09:00:00@Asia/Nowhere") => null
        time("09:00:00@asia/ho_chi_minh") => null
        time("09:00:00+07:00@Asia/Ho_Chi_Minh") => null
        time(9, 0, 0, @"-PT2H30M15S") => 09:00:00-02:30:15
        time("09:00:00-02:30:15") = time("11:30:15Z") => true
        time("09:00:00+7:00") => null
        "#,
    );
}

#[test]
fn a_moment_of_a_zone_can_be_written_with_its_offset() {
    let Value::DateTime(moment) = evaluated("@\"2026-07-02T09:00:00@Europe/Berlin\"", &NamedValues::new())
    else {
        panic!("it is a moment")
    };
    assert_eq!(Value::DateTime(moment.with_offset()).to_string(), "2026-07-02T09:00:00+02:00");
}

#[test]
fn dates_and_times_to_their_ends() {
    gives(
        r#"
        @"2026-12-31T24:00:00" => 2027-01-01T00:00:00
        time("24:00:00") => 00:00:00
        time("24:00:01") => null
        date(-44, 3, 15) => -0044-03-15
        date("-0044-03-15").year => -44
        date("-0000-03-15") => null
        date("12026-03-15") => null
        @"10:00:00.25" = @"10:00:00.26" => false
        date(year: 2026, month: 3, day: 2) => 2026-03-02
        time(hour: 9, minute: 30, second: 0) => 09:30:00
        date and time(date: @"2026-03-02", time: @"09:30:00") => 2026-03-02T09:30:00
        date and time(2026, 3, 2, 9, 30, 0) => 2026-03-02T09:30:00
        date and time(2026, 3, 2, 9, 30, 0, @"PT7H") => 2026-03-02T09:30:00+07:00
        date and time(2026, 7, 2, 9, 30, 0, "Europe/Berlin") => 2026-07-02T09:30:00@Europe/Berlin
        date(day: 2, year: 2026) => null
        date(tag: 2) => null
        years and months duration(@"2025-03-02T23:00:00", @"2026-03-02T01:00:00") => P1Y
        @"2026-03-02" - @"2026-03-01T00:00:00Z" => P1D
        @"2026-03-02" - @"2026-03-01T00:00:00" => null
        @"2026-03-02T07:00:00+07:00" - @"2026-03-02" => PT0S
        for day in @"2026-03-30"..@"2026-04-01" return day => [2026-03-30, 2026-03-31, 2026-04-01]
        for day in @"2026-04-01"..@"2026-03-31" return day => [2026-04-01, 2026-03-31]
        for day in (@"2026-03-30"..@"2026-04-01") return day => [2026-03-31]
        for day in @"2026-03-30"..3 return day => null
        @"tomorrow" = null => true
        "#,
    );
}

#[test]
fn ranges_are_open_at_an_end_and_known_by_their_text() {
    gives(
        r#"
        10 in [1..10[ => false
        9 in ]1..10[ => true
        [1..10[ => [1..10)
        [1..10[.end included => false
        5 in [1..10[ and [1, 2][1] = 1 => true
        5 in [1..10] and 11 in [1..10] => false
        5 in > 4 or false => true
        11 in [1..10] or 5 in (1, 5) and true => true
        5 in [1..[9, 8][1]] => true
        [[1..3[, [5..7[][2].start => 5
        5 in [1..null] => null
        [null..3] => null
        (< 5).end => 5
        (< 5).start => null
        (<= 5).end included => true
        (> 5).end included => false
        (>= 5) = (>= 5) => true
        (>= 5) = (> 5) => false
        (= 5).start => 5
        (= 5) = (= 5) => true
        (= 5) = [5..5] => false
        string((= 5)) => = 5
        (!= 5).end => 5
        [4, 5][item in (!= 5)] => [4]
        3 in range("[1..3]") => true
        3 in range("[1..3[") => false
        range("[2..)") = (>= 2) => true
        range("(..2]") = (<= 2) => true
        range("[..2]") => null
        range("[@\"2026-03-02\"..@\"2026-03-09\"]").start => 2026-03-02
        range("[date(\"2026-03-02\")..date(\"2026-03-09\")]").end => 2026-03-09
        range("[-3..-1]").start => -3
        range("[3..1]") => null
        range("[1..\"b\"]") => null
        range("[1 + 1..3]") => null
        range("[fee..3]") => null
        range("> 3") => null
        range("") => null
        before(point: 1, range: [2..3]) => true
        before(point1: 1, point2: 2) => true
        during(range1: [2..3], range2: [1..5]) => true
        includes((> 5), 7) => true
        includes((> 5), 5) => false
        during([6..7], (> 5)) => true
        before((< 5), [5..6]) => true
        before((> 5), [7..8]) => false
        overlaps((> 5), (< 7)) => true
        coincides((>= 5), (>= 5)) => true
        before(1, (> "a")) => null
        before(1, (!= 2)) => null
        "#,
    );
}

#[test]
fn names_have_blanks_numbers_and_signs_where_they_are_known() {
    let names = NamedValues::from(
        [("Extra days case 1", 5), ("Pre-bureau", 7), ("phí phải nộp", 11), ("a", 1), ("b", 2), ("a+b", 9)]
            .map(|(name, value)| (name.to_string(), Value::from(value))),
    );
    gives_with(
        &names,
        r#"
        Extra days case 1 + 1 => 6
        1 + Extra  days case 1 => 6
        Pre-bureau - 1 => 6
        -Pre-bureau => -7
        phí phải nộp > 10 and phí phải nộp < 12 => true
        a+b => 9
        a + b => 3
        a+b+a => 10
        a+a => 2
        Pre - bureau => 7
        5 - Pre - bureau => -2
        b-a => 1
        {số ngày: 3, rest: số ngày + 1}.rest => 4
        {số ngày: 3}.số ngày + 1 => 4
        {half-day: 3}.half-day + 1 => 4
        [{số ngày: 3}, {số ngày: 5}][số ngày > 4].số ngày => [5]
        for số ngày in [1, 2] return số ngày * 2 => [2, 4]
        (function(số ngày, x-y) số ngày + x-y)(1, 2) => 3
        (function(số ngày) số ngày)(số ngày: 4) => 4
        {🐎: 1}.🐎 => 1
        "#,
    );
    let town = Value::context(NamedValues::from([("home town".to_string(), Value::from("Huế"))]));
    let names = NamedValues::from([
        ("applicant".to_string(), town.clone()),
        ("children".to_string(), Value::list([town])),
        ("in a list".to_string(), Value::list([Value::from(1)])),
    ]);
    gives_with(
        &names,
        r#"
        applicant.home town = "Huế" => true
        children[home town = "Huế"].home town => ["Huế"]
        for x in in a list return x => [1]
        "#,
    );
}

#[test]
fn one_of_a_list_stands_for_itself_where_it_is_compared() {
    gives(
        r#"
        [{name: "a", fee: 3}][name = "a"].fee > 2 => true
        [{name: "a", fee: 3}][name = "a"].fee = 3 => true
        2 < [{name: "a", fee: 3}][name = "a"].fee => true
        [{name: "a", fee: 3}][name = "a"].fee between 1 and 3 => true
        [3, 4] > 2 => null
        [] = 0 => null
        [3] = [3] => true
        [3] = null => false
        [3] + 1 => null
        {} = [] => null
        "#,
    );
}

#[test]
fn a_list_of_one_stands_for_what_is_in_it_where_no_list_is_taken() {
    gives(
        r#"
        upper case(["thuế"]) => THUẾ
        upper case([{name: "An"}, {name: "Bình"}][name = "An"].name) => AN
        contains(["thuế"], ["uế"]) => true
        date(["2026-03-02"]) => 2026-03-02
        get value([{fee: 5}], "fee") => 5
        upper case(["a", "b"]) => null
        upper case([]) => null
        string length([["a"]]) => null
        string(["a"]) => ["a"]
        count([[1, 2]]) => 1
        "#,
    );
    let check = |text: &str| check(&Expression::parse(text, ["names"]).unwrap(), &names_of_texts());
    assert!(check("upper case(names[item = \"An\"])").is_ok());
    assert!(check("floor(names[item = \"An\"])").is_err());
}

fn names_of_texts() -> BTreeMap<String, Type> {
    BTreeMap::from([("names".to_string(), Type::list(Type::Text))])
}

#[test]
fn what_has_no_steps_cannot_be_walked_through() {
    gives(
        r#"
        for i in "a".."z" return i => null
        for i in ["a".."z"] return i => null
        for i in @"2026-03-02T00:00:00"..@"2026-03-03T00:00:00" return i => null
        for i in [@"PT1H"..@"PT2H"] return i => null
        for i in (> 5) return i => null
        for i in 1..2.5 return i => null
        for i in [2..1] return i => null
        for i in 2..1 return i => [2, 1]
        for i in (1..2) return i => []
        for a in [1, 2], i in [2..1] return i => null
        some i in "a".."z" satisfies true => null
        every i in [2..1] satisfies true => null
        every i in (1..2) satisfies false => true
        for day in (@"2026-02-27"..@"2026-03-02") return day => [2026-02-28, 2026-03-01]
        "#,
    );
}

#[test]
fn places_and_lengths_are_cut_to_whole_numbers() {
    gives(
        r#"
        list replace([1, 2, 3], 2.5, 4) => [1, 4, 3]
        list replace([1, 2, 3], -1.5, 4) => [1, 2, 4]
        insert before([1, 2], 1.9, 0) => [0, 1, 2]
        remove([1, 2], 0.9) => null
        sublist([1, 2, 3], 1.9, 2.9) => [1, 2]
        substring("foobar", 3.8, 2.9) => ob
        duration("PT1.S") => PT1S
        duration("PT.S") => null
        "#,
    );
}

#[test]
fn a_context_is_written_so_that_it_is_read_the_same() {
    let text =
        r#"{"a.b": 1, "1a": 2, "a//b": 3, "": 4, " a": 5, "a  b": 6, "số tiền": 7, "{": 8, "\"": 9, if: 10}"#;
    let value = evaluated(text, &NamedValues::new());
    assert_eq!(
        value.to_string(),
        r#"{"": 4, " a": 5, "\"": 9, "1a": 2, "a  b": 6, a.b: 1, "a//b": 3, if: 10, số tiền: 7, "{": 8}"#
    );
    assert_eq!(evaluated(&value.to_string(), &NamedValues::new()), value);
}

#[test]
fn functions_of_later_versions() {
    gives(
        r#"
        context([{key: "a", value: 1}, {key: "b", value: null}]) => {a: 1, b: null}
        context([{key: "a", value: 1}, {key: "a", value: 2}]) => null
        context([{key: "a"}]) => null
        context([]) => {}
        context put({a: {b: 1}}, ["a", "b"], 2) => {a: {b: 2}}
        context put({a: {b: 1}}, ["a", "c"], 2) => {a: {b: 1, c: 2}}
        context put({a: 1}, ["a", "b"], 2) => null
        context put({a: 1}, [], 2) => null
        context put(context: {}, keys: ["a"], value: 2) => {a: 2}
        context put(context: {}, key: ["a"], value: 2) => null
        list replace([1, 2, 3], function(item, new) item > 1, 9) => [1, 9, 9]
        list replace([1, 2, 3], function(item) true, 9) => null
        list replace([1, 2, 3], function(item, new) item, 9) => null
        list replace(list: [1, 2], match: function(item, new) item = 2, newItem: 9) => [1, 9]
        list replace([1, 2], -1, null) => [1, null]
        {fee: 1, fee: 2} => null
        round up(5.5, 6177) => null
        round up(5.5, -6112) => null
        decimal(2 / 3, 3.9) => 0.667
        substring("Đường", 2, 2.9) => ườ
        {a: {x: 1}, b: [{x: 2}, {x: null}]}...x => [1, 2]
        {a: {so lan: 1}}...so lan[1] => 1
        5...x => []
        sum => function
        "#,
    );
    let count = NamedValues::from([("count".to_string(), Value::from(3))]);
    gives_with(&count, "count([1, 2]) + count => 5");
}

#[test]
fn now_is_what_the_rule_is_given() {
    gives("now() => null\n today() => null");
    let moment = evaluated("@\"2026-03-02T23:30:00+07:00\"", &NamedValues::new());
    let names = NamedValues::from([("now".to_string(), moment)]);
    gives_with(
        &names,
        r#"
        now() => 2026-03-02T23:30:00+07:00
        today() => 2026-03-02
        today() + @"P1D" => 2026-03-03
        now() - @"2026-03-02T16:00:00Z" => PT30M
        "#,
    );
    let expression = Expression::parse("today() > @\"2026-03-01\" and now() != null", []).unwrap();
    assert_eq!(check_condition(&expression, &BTreeMap::new()), Ok(()));
}

#[test]
fn patterns_are_those_of_xpath() {
    gives(
        r#"
        matches("hồ sơ", "hồ\ ssơ", "x") => true
        matches("hồ sơ", " hồ[ ]s ơ ", "x") => true
        matches("a#b", "a#b", "x") => true
        matches("b", "[a-z-[aeiou]]") => true
        matches("e", "[a-z-[aeiou]]") => false
        matches("E", "[a-z-[aeiou]]", "i") => false
        matches("x", "[^a-d-[x]]") => false
        matches("y", "[^a-d-[x]]") => true
        matches("a&b~c[", "^[a-c&~\[-]+$") => true
        matches("5-.", "^[0-9-.]+$") => true
        matches("a\u000Db", "a.b") => false
        matches("a\u000Ab", "a.b", "s") => true
        matches("Đ", "\p{IsBasicLatin}") => false
        matches("Đ", "\P{IsBasicLatin}") => true
        matches("Đ", "[\p{IsLatinExtended-A}x]") => true
        matches("é", "\p{IsNowhere}") => null
        matches("_a", "^\i\c*$") => true
        matches("aa", "(a)\1") => null
        matches("a", "a", "q") => null
        replace("abc", "(b)", "[$12]") => a[b2]c
        replace("5", "\d", "\$0") => $0
        "#,
    );
}

#[test]
fn a_checker_refuses_nothing_that_has_an_answer() {
    let accepted = |text: &str, kind: Type| {
        let expression = Expression::parse(text, []).unwrap();
        assert_eq!(check(&expression, &BTreeMap::new()), Ok(kind), "{text}");
    };
    accepted("false and 123", Type::Bool);
    accepted("[{x: 1}].y", Type::list(Type::Null));
    accepted("count([{x: 1}][y > 1])", Type::Number);
    accepted("count([{x: 1}, {y: 2}].y)", Type::Number);
    accepted("{x: 1}.y = null", Type::Bool);
    accepted("[{fee: 3}][fee > 1].fee > 2", Type::Bool);
    accepted("context put({}, [\"a\"], 1) instance of context", Type::Bool);
    accepted("date(year: 2026, month: 3, day: 2)", Type::Date);
    accepted("for day in @\"2026-03-30\"..@\"2026-04-01\" return day", Type::list(Type::Date));
    accepted("(function(x: number) x + 1)(2)", Type::Number);
    let condition = |text: &str| {
        let types = BTreeMap::from([("fee".to_string(), Type::Number)]);
        check_condition(&Expression::parse(text, ["fee"]).unwrap(), &types)
    };
    assert_eq!(condition("fee > 1 or fee = 0 and fee < 3"), Ok(()));
    // Never true: what is joined to it is no truth.
    assert!(condition("fee > 1 and fee").is_err());
    assert!(check(&Expression::parse("1 and 2", []).unwrap(), &BTreeMap::new()).is_err());
}

#[test]
fn a_loop_costs_what_its_turns_cost() {
    // A turn is a few steps, however many went before: what they gave is not copied for it.
    let steps = |text: &str, steps: u32| {
        let expression = Expression::parse(text, []).unwrap();
        expression.evaluate(&NamedValues::new(), Budget { steps, depth: 250 }).map(|value| value.to_string())
    };
    assert!(steps("count(for x in 1..10000 return x * 2)", 80_100).is_ok());
    assert!(steps("sum(for x in 1..5000 return if x <= 1 then 1 else partial[-1])", 80_100).is_ok());
    let shared = "for x in 1..3 return (function() partial)";
    assert_eq!(steps(&format!("count(({shared})[3]())"), 1_000), Ok("2".into()));
    // Whoever asks for all of it again and again pays for that, and so does whoever keeps it.
    let all = "for x in 1..5000 return count(partial)";
    assert_eq!(steps(all, 100_000), Err(Stopped::Steps));
    let kept = "for x in 1..5000 return (function() partial)";
    assert_eq!(steps(kept, 100_000), Err(Stopped::Steps));
    assert_eq!(
        evaluated("for x in [1, 2], y in 1..x return count(partial)", &NamedValues::new()).to_string(),
        "[0, 1, 2]"
    );
}

#[test]
fn functions_may_hold_each_other_without_end() {
    let chain = |each: &str| {
        let text = format!(
            "{{make: function(other) function() other, all: for i in 1..50000 return make({each})}}.all[-1]"
        );
        let expression = Expression::parse(&text, []).unwrap();
        expression.evaluate(&NamedValues::new(), Budget { steps: 5_000_000, depth: 250 })
    };
    for each in ["partial[-1]", "[partial[-1]]", "{a: partial[-1]}"] {
        assert_eq!(chain(each).map(|value| value.to_string()), Ok("function".to_string()), "{each}");
    }
}

#[test]
fn a_sign_written_twice_is_a_slip() {
    for (text, found) in [("2 >> 1", ">"), ("2 >>= 1", ">="), ("a == 1", "=")] {
        let problem = Expression::parse(text, ["a"]).expect_err(text);
        assert_eq!(problem.trouble, feel::ExpressionTrouble::NotExpected { found: found.into() }, "{text}");
    }
    gives("(> 1) = > 1 => true");
}
