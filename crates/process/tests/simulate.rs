//! Runs with decisions given beforehand.

mod common;

use common::model;
use process::{Scenario, Trace, TraceEnd, Unfit, simulate};

const LINES: &str = "start s\ntask check\nxor g\ntask ask\ntask sign\nend e\non late check timer PT8H\ntask hurry\nend f\ns -> check\ncheck -> g\ng -> ask max 2 if wrong\nask -> check\ng -> sign else\nsign -> e\nlate -> hurry\nhurry -> f";

fn run(lines: &str, scenario: &str) -> Result<Trace, Unfit> {
    let scenario: Scenario =
        serde_json::from_str(scenario).unwrap_or_else(|error| panic!("{scenario}: {error}"));
    simulate(&model(lines), &scenario)
}

#[track_caller]
fn enters(lines: &str, scenario: &str, expected: &[&str]) -> Trace {
    let trace = run(lines, scenario).unwrap();
    assert_eq!(trace.entered, expected, "{scenario}");
    trace
}

#[test]
fn without_a_word_every_step_is_done_and_choices_go_by_their_conditions() {
    let trace = enters(LINES, "{}", &["s", "check", "g", "sign", "e"]);
    assert_eq!(trace.end, TraceEnd::Ended { at: "e".into() });
}

#[test]
fn decisions_name_flows_or_targets_for_each_time() {
    let once = ["s", "check", "g", "ask", "check", "g", "sign", "e"];
    enters(LINES, r#"{"decisions": {"g": ["ask", "sign"]}}"#, &once);
    enters(LINES, r#"{"decisions": {"g": ["f11", "f13"]}}"#, &once);
    let unknown = run(LINES, r#"{"decisions": {"g": "nowhere"}}"#);
    assert!(matches!(unknown, Err(Unfit::NoSuchWay { ways, .. }) if ways == ["f11", "f13"]));
    assert!(matches!(run(LINES, r#"{"steps": {"nobody": {}}}"#), Err(Unfit::NoSuchElement { .. })));
}

#[test]
fn steps_leave_values_by_turn_for_the_conditions() {
    let scenario = r#"{"steps": {"check": [{"values": {"wrong": true}}, {"values": {"wrong": false}}]}}"#;
    let trace = enters(LINES, scenario, &["s", "check", "g", "ask", "check", "g", "sign", "e"]);
    assert_eq!(trace.values["wrong"], false);
}

#[test]
fn events_come_as_soon_as_something_waits_for_them() {
    enters(LINES, r#"{"events": [{"timer": "late"}]}"#, &["s", "check", "late", "hurry", "f"]);
    enters(LINES, r#"{"steps": {"check": {"never": true}}}"#, &["s", "check", "late", "hurry", "f"]);
}

#[test]
fn what_waits_for_what_never_comes_is_told() {
    let trace = enters("start s\nmessage m paid\nend e\ns -> m\nm -> e", "{}", &["s", "m"]);
    assert_eq!(trace.end, TraceEnd::Waiting { at: vec!["m".into()] });
    let told = r#"{"events": [{"message": "paid"}]}"#;
    enters("start s\nmessage m paid\nend e\ns -> m\nm -> e", told, &["s", "m", "e"]);
}

#[test]
fn several_ways_may_be_taken_at_once() {
    let lines = "start s\nor g\ntask a\ntask b\ntask c\nor j\nend e\ns -> g\ng -> a if x\ng -> b if y\ng -> c else\na -> j\nb -> j\nc -> j\nj -> e";
    enters(lines, r#"{"decisions": {"g": [["a", "c"]]}}"#, &["s", "g", "a", "c", "j", "e"]);
}
