//! What a checker says of an expression before it is evaluated.

use feel::{Expression, ExpressionTrouble, Type, check, check_condition};
use std::collections::BTreeMap;

fn types() -> BTreeMap<String, Type> {
    let applicant = Type::context([("name", Type::Text), ("age", Type::Number)]);
    let all = [
        ("fee", Type::Number),
        ("fee state", Type::Text),
        ("applicant", applicant.clone()),
        ("children", Type::list(applicant)),
        ("filed", Type::Date),
        ("left", Type::Duration),
    ];
    all.into_iter().map(|(name, kind)| (name.to_string(), kind)).collect()
}

fn troubles(text: &str) -> Vec<ExpressionTrouble> {
    let types = types();
    let expression = Expression::parse(text, types.keys().map(String::as_str)).unwrap();
    match check(&expression, &types) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.into_iter().map(|problem| problem.trouble).collect(),
    }
}

#[test]
fn a_name_that_does_not_exist_is_an_error_with_a_suggestion() {
    let unknown = |name: &str, like: Option<&str>| {
        vec![ExpressionTrouble::UnknownName { name: name.into(), like: like.map(str::to_string) }]
    };
    assert_eq!(troubles("fees > 1"), unknown("fees", Some("fee")));
    assert_eq!(troubles("zebra > 1"), unknown("zebra", None));
    assert_eq!(
        troubles("applicant.agee > 1"),
        [ExpressionTrouble::UnknownPart { name: "agee".into(), like: Some("age".into()) }]
    );
    assert_eq!(
        troubles("cont(children) > 1"),
        [ExpressionTrouble::UnknownFunction { name: "cont".into(), like: Some("count".into()) }]
    );
    assert_eq!(troubles("children[agee > 3]"), unknown("agee", Some("age")));
    assert_eq!(troubles("for child in children return child.age"), []);
    assert_eq!(
        troubles("filed = @\"2026-02-30\""),
        [ExpressionTrouble::NotTemporal { found: "2026-02-30".into() }]
    );
}

#[test]
fn what_could_never_be_true_is_an_error() {
    let never = |left: &str, right: &str| {
        vec![ExpressionTrouble::NeverFit { left: left.into(), right: right.into() }]
    };
    assert_eq!(troubles("fee = \"paid\""), never("number", "string"));
    assert_eq!(troubles("fee state > 3"), never("string", "number"));
    assert_eq!(troubles("filed + 3"), never("date", "number"));
    assert_eq!(troubles("filed + @\"P3D\" > filed"), []);
    assert_eq!(troubles("filed - filed > left"), []);
    assert_eq!(troubles("fee in (\"a\", \"b\")").len(), 2);
    assert_eq!(troubles("fee in [1..5]"), []);
    assert_eq!(troubles("fee between 1 and \"x\""), never("number", "string"));
    assert_eq!(troubles("if fee then 1 else 2"), []);
    assert_eq!(
        troubles("string length(fee)"),
        [ExpressionTrouble::WrongArguments { name: "string length".into() }]
    );
    assert_eq!(
        troubles("substring(\"abc\")"),
        [ExpressionTrouble::WrongArguments { name: "substring".into() }]
    );
    assert_eq!(troubles("sum(children.age) > 10 and fee state = null"), []);
}

#[test]
fn a_condition_is_true_or_false() {
    let types = types();
    let condition = |text: &str| {
        let expression = Expression::parse(text, types.keys().map(String::as_str)).unwrap();
        check_condition(&expression, &types)
    };
    assert_eq!(condition("fee > 0"), Ok(()));
    assert!(condition("fee").is_err());
    assert!(condition("null").is_err());
    assert_eq!(condition("some child in children satisfies child.age > 6"), Ok(()));
}

#[test]
fn a_text_that_can_never_be_is_found_with_the_nearest_that_can() {
    let choices = [
        ("steps.check.outcome".to_string(), vec!["fine".to_string(), "wrong".to_string()]),
        ("steps.sign.outcome".to_string(), Vec::new()),
    ];
    let choices = choices.into();
    let told = |text: &str| -> Vec<String> {
        let expression = Expression::parse(text, ["steps"]).unwrap();
        let problems = feel::check_choices(&expression, &choices);
        problems.iter().map(|problem| problem.sentences().en).collect()
    };
    assert_eq!(told("steps.check.outcome = \"fine\" and steps.check.times > 1"), [""; 0]);
    assert_eq!(
        told("1 = 2 or \"wrnog\" != steps.check.outcome"),
        ["It is never “wrnog”, only “fine”, “wrong”. Did you mean “wrong”?"]
    );
    assert_eq!(
        told("steps.check.outcome in (\"fine\", \"good\")"),
        ["It is never “good”, only “fine”, “wrong”."]
    );
    assert_eq!(
        told("if steps.sign.outcome = \"x\" then 1 else 2"),
        ["It never holds any value, so it cannot be “x”."]
    );
    // What it is compared with is worked out: nobody can say.
    assert_eq!(told("steps.check.outcome = \"f\" + \"ine\""), [""; 0]);
}
