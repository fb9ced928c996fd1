//! What is done and is returned: by what, when, in which order, and what is told of it.

use crate::common::run::TestRun;
use crate::common::{file, model, nothing_covers_anything};
use language::Language;
use process::{
    Due, Edit, Lost, Mend, Names, Scenario, check, differences, edit, layout, read, simulate, to_table, write,
};
use serde_json::json;

/// Two steps that can be returned; whether they are is decided after them.
const DRAWN: &str = "start s\ntask a\nreturned ra a ha\nhandler ha\ntask b\nreturned rb b hb\nhandler hb\n\
                     xor g\nreturn t\ntask c\nend e\nend f\ns -> a\na -> b\nb -> g\ng -> t if wrong\ng -> e else\nt -> c\nc -> f";

fn found(lines: &str) -> Vec<(&'static str, String)> {
    let report = check(&read(file(lines).as_bytes(), &Names::open()).unwrap());
    report.findings.into_iter().map(|finding| (finding.trouble.code(), finding.element)).collect()
}

fn entered(lines: &str, scenario: &str) -> Vec<String> {
    let scenario: Scenario = serde_json::from_str(scenario).unwrap();
    simulate(&model(lines), &scenario).unwrap().entered
}

#[test]
fn what_was_done_is_returned_the_last_first_and_only_then_it_goes_on() {
    assert_eq!(found(DRAWN), []);
    let mut run = TestRun::of(DRAWN).with("wrong", json!(true)).start();
    run.done("a").done("b");
    assert_eq!(run.at(), ["hb"]);
    run.done("hb");
    assert_eq!(run.at(), ["ha"]);
    run.done("ha");
    assert_eq!((run.at(), run.marking.finished.len()), (vec!["c"], 0));
    run.done("c");
    assert!(run.ended());
    assert_eq!(run.passed(), ["s", "a", "b", "g", "t", "hb", "ha", "c", "f"]);
    // Nothing is returned by itself.
    let mut fine = TestRun::of(DRAWN).start();
    fine.done("a").done("b");
    assert_eq!(fine.passed(), ["s", "a", "b", "g", "e"]);
}

#[test]
fn one_activity_can_be_named() {
    let lines = DRAWN.replace("return t", "return t a");
    let mut run = TestRun::of(&lines).with("wrong", json!(true)).start();
    run.done("a").done("b");
    assert_eq!(run.at(), ["ha"]);
    run.done("ha");
    assert_eq!(run.at(), ["c"]);
    assert_eq!(run.marking.finished.iter().map(|own| own.at.as_str()).collect::<Vec<_>>(), ["b"]);
}

#[test]
fn an_end_may_have_all_returned() {
    let lines = "start s\ntask a\nreturned ra a ha\nhandler ha\nreturn-end e\ns -> a\na -> e";
    assert_eq!(found(lines), []);
    let mut run = TestRun::of(lines).start();
    run.done("a");
    assert_eq!(run.at(), ["ha"]);
    run.done("ha");
    assert!(run.ended());
    assert_eq!(run.due, [Due::Ended { at: "e".into() }]);
}

#[test]
fn each_time_it_was_done_is_returned_once() {
    let round = "start s\nxor m\ntask a\nreturned ra a ha\nhandler ha\nxor g\nreturn t\nend e\n\
                 s -> m\nm -> a\na -> g\ng -> m max 2 if again\ng -> t else\nt -> e";
    assert_eq!(entered(round, r#"{"values": {"again": true}}"#).iter().filter(|id| *id == "ha").count(), 3);
    let each = "start s\neach a all units\nreturned ra a ha\nhandler ha\nreturn t\nreturn again\nend e\n\
                s -> a\na -> t\nt -> again\nagain -> e";
    let mut run = TestRun::of(each).with("units", json!(["x", "y"])).start();
    run.done("a").done("a");
    let about = |run: &TestRun| {
        run.marking.tokens.iter().filter_map(|token| token.item.clone()).next().unwrap().value
    };
    assert_eq!((run.at(), about(&run)), (vec!["ha"], json!("y")));
    run.done("ha");
    assert_eq!((run.at(), about(&run)), (vec!["ha"], json!("x")));
    run.done("ha");
    assert!(run.ended(), "what was returned is not returned again");
}

#[test]
fn what_was_done_inside_is_returned_with_what_lies_around_it() {
    let inside = "start s\nsub group\nstart t\ntask a\nreturned ra a ha\nhandler ha\ntask b\nreturned rb b hb\nhandler hb\nend u\n\
                  t -> a\na -> b\nb -> u\nclose\nreturn back group\nend e\ns -> group\ngroup -> back\nback -> e";
    assert_eq!(found(inside), []);
    assert_eq!(entered(inside, "{}"), ["s", "group", "t", "a", "b", "u", "back", "hb", "ha", "e"]);
    // As a whole, where that is said.
    let whole = inside.replace("close\n", "close\nreturned rg group hg\nhandler hg\n");
    assert_eq!(entered(&whole, "{}"), ["s", "group", "t", "a", "b", "u", "back", "hg", "e"]);
    // What is not done to its end is not returned.
    let cut = inside.replace("close\n", "close\non late group timer PT1H\nlate -> back\n");
    let mut run = TestRun::of(&cut).start();
    run.done("a");
    run.time("group", "late");
    assert!(run.ended(), "{:?}", run.marking);
}

#[test]
fn what_ends_all_ends_what_is_being_returned() {
    let lines = "start s\nand p\ntask a\nreturned ra a ha\nhandler ha\nreturn t\ntask c\nend e\nterminate z\n\
                 s -> p\np -> a\np -> c\na -> t\nt -> e\nc -> z";
    let mut run = TestRun::of(lines).start();
    run.done("a");
    assert_eq!(run.at(), ["c", "ha"]);
    run.done("c");
    assert!(run.ended());
}

#[test]
fn two_events_do_not_return_the_same() {
    let lines = "start s\ntask a\nreturned ra a ha\nhandler ha\nand p\nreturn t\nreturn u\nand j\nend e\n\
                 s -> a\na -> p\np -> t\np -> u\nt -> j\nu -> j\nj -> e";
    assert_eq!(found(lines), []);
    let mut run = TestRun::of(lines).start();
    run.done("a");
    assert_eq!(run.at(), ["ha"]);
    run.done("ha");
    assert!(run.ended());
}

#[test]
fn going_back_undoes_what_was_done_and_what_was_returned() {
    let mut run = TestRun::of(DRAWN).with("wrong", json!(true)).start();
    let first = run.token("a");
    run.done("a");
    let second = run.token("b");
    run.done("b").done("hb");
    run.go_back(second);
    let finished = |run: &TestRun| run.marking.finished.iter().map(|own| own.at.clone()).collect::<Vec<_>>();
    assert_eq!((run.at(), finished(&run)), (vec!["b"], vec!["a".to_string()]), "b is to be done again");
    run.done("b").done("hb").done("ha");
    assert_eq!(run.at(), ["c"]);
    run.go_back(first);
    assert_eq!((run.at(), finished(&run)), (vec!["a"], Vec::new()));
    // What was returned after a step that is gone back to is there to be returned again.
    let mut other =
        TestRun::of(&DRAWN.replace("b -> g", "task d\nb -> d\nd -> g")).with("wrong", json!(true)).start();
    other.done("a").done("b");
    let third = other.token("d");
    other.done("d").done("hb").done("ha");
    other.go_back(third);
    assert_eq!(finished(&other), ["a", "b"]);
    other.done("d");
    assert_eq!(other.at(), ["hb"]);
}

#[test]
fn what_is_outside_of_the_flow_is_told_once_where_it_does_not_fit() {
    let without = DRAWN.replace("returned ra a ha", "returned ra a");
    assert_eq!(found(&without), [("no-return", "ra".to_string()), ("returns-nothing", "ha".into())]);
    assert_eq!(found(&format!("{DRAWN}\nha -> c")), [("flow-at-return", "f19".to_string())]);
    assert_eq!(found(&format!("{DRAWN}\nra -> c")), [("flow-at-return", "f19".to_string())]);
    let nowhere = DRAWN.replace("return t", "return t zzz");
    assert_eq!(found(&nowhere), [("dangling-reference", "t".to_string())]);
    let nothing = DRAWN.replace("return t", "return t c");
    assert_eq!(found(&nothing), [("nothing-to-return", "t".to_string())]);
    let two = DRAWN.replace("returned rb b hb", "returned rb a hb");
    assert_eq!(
        found(&two).iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        ["not-executable", "returns-nothing"]
    );
    let unawaited = file(DRAWN).replace(
        "<intermediateThrowEvent id=\"t\"><compensateEventDefinition/>",
        "<intermediateThrowEvent id=\"t\"><compensateEventDefinition waitForCompletion=\"false\"/>",
    );
    let report = check(&read(unawaited.as_bytes(), &Names::open()).unwrap());
    assert_eq!(
        report.findings.iter().map(|one| one.trouble.code()).collect::<Vec<_>>(),
        ["return-is-awaited"]
    );
    assert!(report.is_sound());
    let event =
        file(DRAWN).replace("<startEvent id=\"s\">", "<startEvent id=\"s\"><compensateEventDefinition/>");
    assert!(
        check(&read(event.as_bytes(), &Names::open()).unwrap())
            .findings
            .iter()
            .any(|one| one.trouble.code() == "not-executable")
    );
}

#[test]
fn what_is_missing_is_proposed() {
    let without = DRAWN.replace("returned ra a ha", "returned ra a").replace("handler ha\n", "");
    let before = read(file(&without).as_bytes(), &Names::open()).unwrap();
    let report = check(&before);
    let mend = Mend::of(&before, &report.findings[0]).unwrap();
    assert!(
        matches!(&mend, Mend::ReturnedBy { event, name } if event == "ra" && name.ends_with("“a”")),
        "{mend:?}"
    );
    let after = edit(&before, &Edit::Mend(mend), &Names::open()).unwrap();
    let again = read(write(&after).as_bytes(), &Names::open()).unwrap();
    assert_eq!(check(&again).findings, []);
    assert_eq!(again.returnable(again.main().unwrap()).len(), 2);
    // A flow that leads there is left out.
    let flow = read(file(&format!("{DRAWN}\nra -> c")).as_bytes(), &Names::open()).unwrap();
    let mend = Mend::of(&flow, &check(&flow).findings[0]).unwrap();
    let after = edit(&flow, &Edit::Mend(mend), &Names::open()).unwrap();
    assert_eq!(check(&after).findings, []);
}

#[test]
fn it_is_written_as_it_was_read_and_has_its_place_in_the_picture() {
    let before = model(DRAWN);
    let written = write(&before);
    assert_eq!(written.matches("isForCompensation=\"true\"").count(), 2);
    assert_eq!(written.matches("<bpmn:association ").count(), 2);
    let after = read(written.as_bytes(), &Names::open()).unwrap();
    assert_eq!((check(&after).findings, differences(&before, &after)), (vec![], vec![]));
    assert_eq!(write(&after), written);
    let drawn = layout(&before, 0);
    nothing_covers_anything(&before, &drawn);
    assert_eq!((drawn.nodes.len(), drawn.lines.len()), (before.nodes.len(), 2));
    let (event, by) = (before.index("ra").unwrap(), before.index("ha").unwrap());
    let (event_area, by_area) = (drawn.nodes[&event], drawn.nodes[&by]);
    assert!(by_area.y > event_area.y);
    assert_eq!(written.matches("<bpmndi:BPMNEdge ").count(), DRAWN.matches("->").count() + 2);
}

#[test]
fn a_step_that_goes_takes_along_what_returns_it() {
    let changed = edit(&model(DRAWN), &Edit::Remove { step: "a".into() }, &Names::open()).unwrap();
    for id in ["a", "ra", "ha"] {
        assert!(changed.node(id).is_none(), "{id}");
    }
    let again = read(write(&changed).as_bytes(), &Names::open()).unwrap();
    assert_eq!(check(&again).findings, []);
    let changed = edit(&model(DRAWN), &Edit::Remove { step: "ha".into() }, &Names::open()).unwrap();
    assert!(changed.node("ha").is_none() && changed.node("ra").is_none() && changed.node("a").is_some());
    assert_eq!(check(&read(write(&changed).as_bytes(), &Names::open()).unwrap()).findings, []);
}

#[test]
fn a_table_says_what_it_cannot_hold() {
    let model = model(DRAWN);
    let (_, losses) = to_table(&model, model.main().unwrap(), Language::English);
    let lost: Vec<&str> =
        losses.iter().filter(|loss| loss.lost == Lost::Returned).map(|loss| loss.element.as_str()).collect();
    assert_eq!(lost, ["ra", "ha", "rb", "hb", "t"]);
}

#[test]
fn a_message_may_be_all_that_is_done_and_a_script_becomes_a_step() {
    let sends = file(DRAWN).replace(
        "<userTask id=\"ha\" isForCompensation=\"true\"></userTask>",
        "<sendTask id=\"ha\" isForCompensation=\"true\"/>",
    );
    let model = read(sends.as_bytes(), &Names::open()).unwrap();
    assert_eq!(check(&model).findings, []);
    let mut run = TestRun::of(DRAWN).with("wrong", json!(true));
    run.model = model;
    let mut run = run.start();
    run.done("a").done("b").done("hb");
    assert_eq!((run.at(), run.passed().ends_with(&["hb", "ha", "c"])), (vec!["c"], true));
    assert!(run.due.iter().any(|due| matches!(due, Due::Sent { event, .. } if event == "ha")));
    let script = sends.replace("sendTask", "scriptTask");
    let model = read(script.as_bytes(), &Names::open()).unwrap();
    let report = check(&model);
    let [finding] = report.findings.as_slice() else { panic!("{:?}", report.findings) };
    assert_eq!((finding.trouble.code(), finding.element.as_str()), ("not-executable", "ha"));
    let mend = Mend::of(&model, finding).expect("it can be a step");
    let after = edit(&model, &Edit::Mend(mend), &Names::open()).unwrap();
    let again = read(write(&after).as_bytes(), &Names::open()).unwrap();
    assert_eq!(check(&again).findings, []);
}
