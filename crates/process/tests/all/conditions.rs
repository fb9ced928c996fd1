//! Conditions that are waited for: when they are looked at, how often they happen, what is said of those that cannot.

use crate::common::run::TestRun;
use crate::common::{file, model};
use language::Language;
use process::{
    Due, Edit, Happening, Lost, Mend, Misfit, Names, Scenario, TraceEnd, check, differences, edit, read,
    simulate, to_table, waits, write,
};
use serde_json::json;

const WAITS: &str = "start s\ncondition c x > 5\ntask a\nend e\ns -> c\nc -> a\na -> e";
const CUTS: &str =
    "start s\ntask a\non c a condition x > 5\ntask b\nend e\nend f\ns -> a\na -> e\nc -> b\nb -> f";
const BESIDE: &str =
    "start s\ntask a\nbeside c a condition x > 5\ntask b\nend e\nend f\ns -> a\na -> e\nc -> b\nb -> f";

fn found(lines: &str) -> Vec<(&'static str, String)> {
    let report = check(&read(file(lines).as_bytes(), &Names::open()).unwrap());
    report.findings.into_iter().map(|finding| (finding.trouble.code(), finding.element)).collect()
}

#[test]
fn it_is_looked_at_when_it_is_come_to_and_whenever_something_happens() {
    assert_eq!(TestRun::of(WAITS).with("x", json!(6)).start().at(), ["a"]);
    let mut run = TestRun::of(WAITS).start();
    assert_eq!(run.at(), ["c"]);
    run.known("x", json!(5));
    assert_eq!((run.at(), run.moves.len()), (vec!["c"], 1), "nothing moved");
    run.known("x", json!(6));
    assert_eq!(run.at(), ["a"]);
    assert!(matches!(run.due.as_slice(), [Due::Held { event, .. }, Due::Work { .. }] if event == "c"));
}

#[test]
fn on_the_edge_it_ends_what_is_done() {
    let mut run = TestRun::of(CUTS).start();
    assert_eq!(waits(&run.model, &run.marking).len(), 1);
    run.known("x", json!(6));
    assert_eq!((run.at(), run.passed()), (vec!["b"], vec!["s", "a", "c", "b"]));
    // What is true when the step is come to ends it at once.
    assert_eq!(TestRun::of(CUTS).with("x", json!(9)).start().at(), ["b"]);
    let mut done = TestRun::of(CUTS).start();
    done.done("a").known("x", json!(6));
    assert!(done.ended());
}

#[test]
fn beside_it_happens_once_each_time_it_becomes_true() {
    let mut run = TestRun::of(BESIDE).start();
    run.known("x", json!(6)).known("x", json!(7));
    assert_eq!(run.at(), ["a", "b"]);
    run.known("x", json!(1));
    assert_eq!(run.at(), ["a", "b"]);
    run.known("x", json!(8));
    assert_eq!(run.at(), ["a", "b", "b"]);
    run.done("b").done("b").done("a");
    assert!(run.ended());
}

#[test]
fn what_it_brings_comes_of_nothing_else_that_moves() {
    let lines = "start s\nand p\ntask a\ntask b\nbeside c b condition x > 5\ntask d\nand j\nend e\nend f\n\
                 s -> p\np -> a\np -> b\na -> j\nb -> j\nj -> e\nc -> d\nd -> f";
    let mut run = TestRun::of(lines).start();
    let first = run.token("a");
    run.values.insert("x".into(), feel::Value::Number(6.into()));
    run.done("a");
    assert_eq!(run.at(), ["b", "d"]);
    run.go_back(first);
    assert_eq!(run.at(), ["b", "d", "a"], "what became true beside stands");
}

#[test]
fn after_a_choice_by_events_the_first_to_come_is_taken() {
    let lines = "start s\nwait w\ncondition c x\ntimer t PT1H\ntask a\ntask b\nend e\ns -> w\nw -> c\nw -> t\nc -> a\nt -> b\na -> e\nb -> e";
    assert_eq!(found(lines), []);
    let mut run = TestRun::of(lines).start();
    run.known("x", json!(true));
    assert_eq!(run.at(), ["a"]);
    let mut late = TestRun::of(lines).start();
    late.time("w", "t").known("x", json!(true));
    assert_eq!(late.at(), ["b"]);
}

#[test]
fn a_loop_that_only_waits_for_what_is_true_already_is_told_and_stopped() {
    let lines = "start s\nxor m\ntask a\non c a condition x > 5\nxor g\nend e\ns -> m\nm -> a\na -> e\nc -> g\ng -> m max 3 if y\ng -> e else";
    assert_eq!(found(lines), [("endless-loop", "g".to_string())]);
    let endless = lines.replace("max 3 if y", "if x > 5");
    let mut run = TestRun::of(&endless).with("x", json!(6));
    assert_eq!(run.happen(Happening::Start), Err(Misfit::Endless));
    let works = lines.replace("c -> g", "task b\nc -> b\nb -> g");
    assert_eq!(found(&works), []);
}

#[test]
fn what_the_clock_alone_changes_is_refused() {
    for condition in ["now() > @\"2026-03-02T08:00:00\"", "today() > due", "hours_left < 8"] {
        let lines = WAITS.replace("x > 5", condition);
        assert_eq!(found(&lines), [("looks-at-clock", "c".to_string())], "{condition}");
    }
    assert_eq!(found(&WAITS.replace("x > 5", "form.case = \"today\"")), []);
}

#[test]
fn a_step_beside_which_it_may_happen_again_is_not_joined() {
    let lines = "start s\ntask a\nbeside c a condition x > 5\nor j\nend e\ns -> a\na -> j\nc -> j\nj -> e";
    assert_eq!(found(lines), [("not-synchronised", "j".to_string())]);
}

#[test]
fn what_cannot_be_read_is_told_kept_and_completed() {
    for (condition, code) in
        [("x >", "bad-expression"), ("${x == 1}", "foreign-expression"), ("", "incomplete")]
    {
        let lines = CUTS.replace("x > 5", condition);
        let before = read(file(&lines).as_bytes(), &Names::open()).unwrap();
        let report = check(&before);
        let [finding] = report.findings.as_slice() else { panic!("{:?}", report.findings) };
        assert_eq!((finding.trouble.code(), finding.element.as_str()), (code, "c"));
        let written = write(&before);
        assert!(written.contains(&condition.replace('>', "&gt;")), "{written}");
        let Some(Mend::When { element, .. }) = Mend::of(&before, finding) else {
            panic!("no proposal: {finding:?}")
        };
        let mend = Mend::When { element, condition: "x > 7".into() };
        let after = edit(&before, &Edit::Mend(mend), &Names::open()).unwrap();
        let again = read(write(&after).as_bytes(), &Names::open()).unwrap();
        assert_eq!(check(&again).findings, []);
        assert!(differences(&before, &again).iter().any(|one| one.sentences().en.ends_with("x > 7")));
        // A run stops where it would have to be known.
        let trace = simulate(&before, &Scenario::default()).unwrap();
        assert!(matches!(trace.end, TraceEnd::Unread { .. }), "{:?}", trace.end);
        assert_eq!(trace.entered, ["s", "a"]);
    }
    let foreign = read(file(&CUTS.replace("x > 5", "${x == 1}")).as_bytes(), &Names::open()).unwrap();
    let proposal = Mend::of(&foreign, &foreign.findings[0]).unwrap();
    assert_eq!(proposal, Mend::When { element: "c".into(), condition: "x = 1".into() });
}

#[test]
fn it_is_written_as_it_was_read() {
    for lines in [WAITS, CUTS, BESIDE] {
        let before = model(lines);
        let written = write(&before);
        let after = read(written.as_bytes(), &Names::open()).unwrap();
        assert_eq!((check(&after).findings, differences(&before, &after)), (vec![], vec![]));
        assert_eq!(write(&after), written);
    }
}

#[test]
fn a_scenario_says_when_it_comes() {
    let entered = |scenario: &str| {
        let scenario: Scenario = serde_json::from_str(scenario).unwrap();
        simulate(&model(CUTS), &scenario).unwrap().entered
    };
    assert_eq!(entered("{}"), ["s", "a", "e"]);
    assert_eq!(entered(r#"{"events": [{"condition": "c"}]}"#), ["s", "a", "c", "b", "f"]);
    assert_eq!(entered(r#"{"values": {"x": 6}}"#), ["s", "a", "c", "b", "f"]);
}

#[test]
fn a_table_says_what_it_cannot_hold() {
    for (lines, lost) in [(WAITS, Lost::Condition), (CUTS, Lost::Boundary)] {
        let model = model(lines);
        let (_, losses) = to_table(&model, model.main().unwrap(), Language::English);
        assert!(losses.iter().any(|loss| loss.element == "c" && loss.lost == lost), "{losses:?}");
    }
}
