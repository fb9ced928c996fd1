//! Changing a process step by step: what was sound stays sound, whatever is put together.

use crate::common::changes::{Dice, any_change, new};
use crate::common::model;
use process::{
    CannotChange, DifferenceKind, Edit, ElementPart, Model, Names, Over, Repeats, StepDetails, StepOutcome,
    Then, Trouble, Weight, check, describe, differences, edit, read, write,
};

const SEQUENCE: &str = "start s\ntask a\ntask b\ntask c\nend e\ns -> a\na -> b\nb -> c\nc -> e";

fn changed(model: &Model, change: Edit) -> Model {
    edit(model, &change, &Names::open()).unwrap_or_else(|cannot| panic!("{change:?}: {cannot:?}"))
}

/// Each flow as `from -> to`.
fn flows(model: &Model) -> Vec<String> {
    let id = |node: usize| model.nodes[node].id.as_str();
    let mut flows: Vec<String> =
        model.flows.iter().map(|flow| format!("{} -> {}", id(flow.from), id(flow.to))).collect();
    flows.sort();
    flows
}

fn sound(model: &Model) {
    let again = read(write(model).as_bytes(), &Names::open()).expect("what is written is read");
    let wrong: Vec<_> = check(&again)
        .findings
        .into_iter()
        .filter(|finding| finding.trouble.weight() == Weight::Error)
        .collect();
    assert_eq!(wrong, [], "{}", write(model));
    assert_eq!(flows(&again), flows(model));
}

#[test]
fn a_step_is_put_after_another() {
    let model = changed(&model(SEQUENCE), Edit::After { of: "a".into(), new: new("x") });
    assert_eq!(flows(&model), ["a -> x", "b -> c", "c -> e", "s -> a", "x -> b"]);
    let first = changed(&model, Edit::After { of: "s".into(), new: new("x") });
    assert!(flows(&first).contains(&"s -> x-2".to_string()), "a taken id is made free: {:?}", flows(&first));
    sound(&first);
}

#[test]
fn steps_at_the_same_time_are_waited_for() {
    let once = changed(&model(SEQUENCE), Edit::InParallel { of: "b".into(), new: new("x") });
    sound(&once);
    let twice = changed(&once, Edit::InParallel { of: "b".into(), new: new("y") });
    let gateways = |model: &Model| model.nodes.len() - model.steps().len() - 2;
    assert_eq!((gateways(&once), gateways(&twice)), (2, 2), "a third way uses the gateways there are");
    sound(&twice);
    let removed =
        changed(&changed(&twice, Edit::Remove { step: "x".into() }), Edit::Remove { step: "y".into() });
    assert_eq!(flows(&removed), flows(&model(SEQUENCE)), "what was added is taken away whole");
}

#[test]
fn a_choice_has_a_way_that_is_always_there() {
    let condition = "form.area > 250".to_string();
    let either = Edit::Instead { of: "b".into(), new: new("x"), condition: condition.clone() };
    let model = changed(&model(SEQUENCE), either);
    sound(&model);
    let out = Edit::LeaveOut { step: "c".into(), condition };
    let left_out = changed(&model, out);
    sound(&left_out);
    let without = |model| flows(&changed(model, Edit::Remove { step: "c".into() }));
    assert_eq!(without(&left_out), without(&model), "the choice goes with its step");
}

#[test]
fn a_way_back_has_its_bound() {
    let back = |from: &str, to: &str, times| Edit::Back {
        from: from.into(),
        to: to.into(),
        condition: "steps.b.outcome = \"wrong\"".into(),
        times,
        denied: false,
    };
    let model = model(SEQUENCE);
    sound(&changed(&model, back("b", "a", 2)));
    sound(&changed(&model, back("b", "b", 1)));
    assert_eq!(edit(&model, &back("b", "a", 0), &Names::open()).unwrap_err(), CannotChange::NoTimes);
    // Without anything to do in it there is no loop.
    let alone = changed(&changed(&model, back("b", "b", 1)), Edit::Remove { step: "b".into() });
    assert_eq!(flows(&alone), ["a -> c", "c -> e", "s -> a"]);
}

#[test]
fn what_takes_too_long_is_gone_on_without() {
    let overdue =
        |then| Edit::Overdue { step: "b".into(), time: "2 ngày".into(), name: "Quá hạn".into(), then };
    for then in [Then::Remind, Then::GoOn, Then::Do(Box::new(new("x")))] {
        let late = changed(&model(SEQUENCE), overdue(then));
        sound(&late);
        let gone = changed(&late, Edit::Remove { step: "b".into() });
        assert_eq!(flows(&gone), ["a -> c", "c -> e", "s -> a"], "the event goes with its step");
    }
    let bad = Edit::Overdue { step: "b".into(), time: "lâu".into(), name: String::new(), then: Then::GoOn };
    let refused = edit(&model(SEQUENCE), &bad, &Names::open()).unwrap_err();
    assert_eq!(refused, CannotChange::BadTime { text: "lâu".into() });
}

#[test]
fn a_step_is_moved() {
    let moved = changed(&model(SEQUENCE), Edit::Move { step: "a".into(), after: "c".into() });
    assert_eq!(flows(&moved), ["a -> e", "b -> c", "c -> a", "s -> b"]);
    sound(&moved);
}

#[test]
fn what_cannot_be_changed_is_said() {
    let model = model("start s\ntask a\nend e\ns -> a\na -> e");
    let refused = |change| edit(&model, &change, &Names::open()).unwrap_err();
    assert_eq!(refused(Edit::Remove { step: "a".into() }), CannotChange::LastStep);
    assert_eq!(refused(Edit::Remove { step: "z".into() }), CannotChange::NoSuch { id: "z".into() });
    assert_eq!(refused(Edit::After { of: "a".into(), new: new("") }), CannotChange::NoName);
    let broken = Edit::LeaveOut { step: "a".into(), condition: "1 +".into() };
    assert!(matches!(refused(broken), CannotChange::BadExpression { .. }));
    let language::Text { vi, en } = refused(Edit::Remove { step: "a".into() }).sentences();
    assert!(!vi.is_empty() && !en.is_empty());
}

#[test]
fn steps_become_a_process_inside_the_process_and_back() {
    let whole = model(SEQUENCE);
    let group = Edit::Group { from: "a".into(), to: "b".into(), name: "Thẩm định".into() };
    let grouped = changed(&whole, group.clone());
    sound(&grouped);
    let id = |node: usize| grouped.nodes[node].id.as_str();
    assert_eq!(grouped.steps().into_iter().map(id).collect::<Vec<_>>(), ["a", "b", "c"]);
    let outer: Vec<String> =
        flows(&grouped).into_iter().filter(|flow| flow.contains("s ->") || flow.contains("-> c")).collect();
    assert_eq!(outer, ["a-group -> c", "s -> a-group"]);
    // What is said of the whole: again, too long, for each.
    let overdue = Edit::Overdue {
        step: "a-group".into(),
        time: "2 ngày".into(),
        name: "Quá hạn".into(),
        then: Then::Do(Box::new(new("x"))),
    };
    let timed = changed(&grouped, overdue);
    sound(&timed);
    let longer = Edit::EventTime { event: "a-group-overdue".into(), time: "3 ngày".into() };
    assert!(write(&changed(&timed, longer)).contains("PT24H"));
    let named = Edit::Rename { of: "a-group".into(), name: "Xem xét".into(), english: "Look".into() };
    assert_eq!(changed(&grouped, named).node("a-group").unwrap().name, "Xem xét");
    let back = changed(&grouped, Edit::Ungroup { group: "a-group".into() });
    assert_eq!(flows(&back), flows(&whole));
    // A choice and what runs at once go in whole; a part of them does not.
    let choice =
        changed(&whole, Edit::Instead { of: "b".into(), new: new("y"), condition: "form.x = 1".into() });
    sound(&changed(&choice, Edit::Group { from: "a".into(), to: "c".into(), name: "Tất cả".into() }));
    sound(&changed(&choice, Edit::Group { from: "y".into(), to: "y".into(), name: "Một".into() }));
    for (from, to) in [("y", "c"), ("c", "a"), ("y", "b")] {
        let group = Edit::Group { from: from.into(), to: to.into(), name: "Sai".into() };
        assert!(
            matches!(edit(&choice, &group, &Names::open()), Err(CannotChange::Tangled { .. })),
            "{from} to {to}"
        );
    }
    let nameless = Edit::Group { from: "a".into(), to: "b".into(), name: " ".into() };
    assert_eq!(edit(&whole, &nameless, &Names::open()).err(), Some(CannotChange::NoName));
}

#[test]
fn a_way_back_that_is_used_up_may_mean_a_denial() {
    let back = Edit::Back {
        from: "b".into(),
        to: "a".into(),
        condition: "steps.b.outcome = \"wrong\"".into(),
        times: 2,
        denied: true,
    };
    let process = changed(&model(SEQUENCE), back);
    sound(&process);
    let choice = process.nodes.iter().find(|node| node.default.is_some()).unwrap();
    assert_eq!(process.way_means(choice.default.unwrap()), process::Means::Denied);
    let on = process.flows.iter().find(|flow| flow.conditional && flow.at_most.is_none()).unwrap();
    assert_eq!(on.condition.as_ref().unwrap().to_string(), "not((steps.b.outcome = \"wrong\"))");
}

#[test]
fn a_step_is_not_removed_while_a_condition_asks_how_it_turned_out() {
    let back = Edit::Back {
        from: "b".into(),
        to: "a".into(),
        condition: "steps.b.outcome = \"wrong\"".into(),
        times: 1,
        denied: false,
    };
    let process = changed(&model(SEQUENCE), back);
    let remove = Edit::Remove { step: "b".into() };
    let condition = "steps.b.outcome = \"wrong\"".to_string();
    assert_eq!(edit(&process, &remove, &Names::open()).err(), Some(CannotChange::StillNamed { condition }));
    let flow = process.flows.iter().find(|flow| flow.at_most.is_some()).unwrap().id.clone();
    let free = changed(&process, Edit::RemoveWay { flow });
    assert_eq!(flows(&changed(&free, remove)), ["a -> c", "c -> e", "s -> a"]);
    // A name that only begins alike is another.
    let longer = Edit::LeaveOut { step: "c".into(), condition: "steps.bb.outcome = 1".into() };
    let process = changed(&model(SEQUENCE), longer);
    changed(&process, Edit::Remove { step: "b".into() });
}

#[test]
fn an_alternative_that_is_removed_goes_with_its_way() {
    let whole = model(SEQUENCE);
    let instead = Edit::Instead { of: "b".into(), new: new("x"), condition: "form.x = 1".into() };
    let process = changed(&whole, instead);
    let without = changed(&process, Edit::Remove { step: "x".into() });
    assert_eq!(flows(&without), flows(&whole), "nothing is left out where the condition holds");
}

#[test]
fn a_group_with_a_reminder_inside_is_taken_apart() {
    let remind =
        Edit::Overdue { step: "b".into(), time: "4h".into(), name: "Quá hạn".into(), then: Then::Remind };
    let whole = changed(&model(SEQUENCE), remind);
    let group = Edit::Group { from: "a".into(), to: "b".into(), name: "Nhóm".into() };
    let grouped = changed(&whole, group);
    assert_eq!(flows(&changed(&grouped, Edit::Ungroup { group: "a-group".into() })), flows(&whole));
}

#[test]
fn what_is_neither_true_nor_false_is_no_condition() {
    for text in ["\"abc\"", "1", "[1]"] {
        let edit_ = Edit::LeaveOut { step: "b".into(), condition: text.into() };
        let answer = edit(&model(SEQUENCE), &edit_, &Names::open());
        assert!(matches!(answer, Err(CannotChange::BadExpression { .. })), "{text}: {answer:?}");
    }
}

/// A condition nobody here can read stays as it is written, whatever else is changed.
#[test]
fn a_condition_that_cannot_be_read_is_not_lost() {
    let file = write(&changed(
        &model(SEQUENCE),
        Edit::LeaveOut { step: "b".into(), condition: "form.x = 1".into() },
    ));
    let file = file.replace("=form.x = 1", "${execution.x == 1}");
    let process = read(file.as_bytes(), &Names::open()).unwrap();
    let after = changed(&process, Edit::After { of: "a".into(), new: new("x") });
    assert!(write(&after).contains("${execution.x == 1}"));
}

#[test]
fn a_way_back_may_be_taken_more_often() {
    let back = Edit::Back {
        from: "b".into(),
        to: "a".into(),
        condition: "form.x = 1".into(),
        times: 1,
        denied: false,
    };
    let model = changed(&model(SEQUENCE), back);
    let flow = model.flows.iter().find(|flow| flow.at_most.is_some()).unwrap().id.clone();
    let condition = |times| Edit::Condition { flow: flow.clone(), condition: "form.x = 2".into(), times };
    let three = changed(&model, condition(Some(3)));
    assert_eq!(three.flow(&flow).unwrap().at_most, Some(3));
    for times in [None, Some(0), Some(1_001)] {
        assert_eq!(edit(&model, &condition(times), &Names::open()).err(), Some(CannotChange::NoTimes));
    }
}

/// Hundreds of processes, a dozen random changes each.
#[test]
fn whatever_is_put_together_stays_sound() {
    let mut dice = Dice(20_261_124);
    for round in 0..300 {
        let mut process = model(SEQUENCE);
        let mut done = Vec::new();
        for number in 0..12 {
            let change = any_change(&mut dice, &process, number);
            let Ok(next) = edit(&process, &change, &Names::open()) else { continue };
            let wrong =
                check(&next).findings.into_iter().find(|finding| finding.trouble.weight() == Weight::Error);
            // What is repeated and may be left out may be repeated with nothing done: its author is told.
            if matches!(&wrong, Some(finding) if finding.trouble == Trouble::Endless) {
                continue;
            }
            done.push(change);
            assert_eq!(wrong, None, "round {round}: {done:#?}\n{}", write(&next));
            process = next;
        }
        sound(&process);
    }
}

#[test]
fn differences_are_told_element_by_element() {
    let before = model(SEQUENCE);
    assert_eq!(differences(&before, &before), []);
    let after = changed(&before, Edit::Remove { step: "a".into() });
    let after = changed(&after, Edit::After { of: "c".into(), new: new("x") });
    let about = StepDetails { name: "b".into(), time: "4h".into(), ..StepDetails::default() };
    let after = changed(&after, Edit::Describe { step: "b".into(), about });
    let found = differences(&before, &after);
    let has = |element: &str, how: DifferenceKind| {
        assert!(found.iter().any(|one| one.element == element && one.how == how), "{how:?} in {found:#?}");
    };
    has("x", DifferenceKind::Added);
    has("a", DifferenceKind::Removed);
    has(
        "b",
        DifferenceKind::Changed { part: ElementPart::Time, before: String::new(), after: "PT4H".into() },
    );
    assert!(
        found.iter().any(|one| one.how == DifferenceKind::WayAdded { from: ("c", "c").into(), to: ("x", "x").into() })
    );
    assert!(found.iter().all(|one| !one.sentences().vi.is_empty() && !one.sentences().en.is_empty()));
}

#[test]
fn a_time_is_told_in_words_in_both_languages_also_where_it_is_new_or_gone() {
    let timed =
        |time: &str| model(&format!("start s\ntask a\nend e\non t a timer {time}\ns -> a\na -> e\nt -> e"));
    let told = |before: &str, after: &str| differences(&timed(before), &timed(after))[0].sentences();
    let told = told("PT16H", "PT4H");
    assert!(told.vi.ends_with("2 ngày → 4 giờ") && told.en.ends_with("2 days → 4 hours"), "{told:?}");
    let before = model(SEQUENCE);
    let about = |time: &str| StepDetails { name: "b".into(), time: time.into(), ..StepDetails::default() };
    let said = |time: &str| changed(&before, Edit::Describe { step: "b".into(), about: about(time) });
    let (before, after) = (said(""), said("PT16H"));
    let gone = differences(&after, &before)[0].sentences();
    assert!(gone.vi.ends_with("2 ngày → –") && gone.en.ends_with("2 days → –"), "{gone:?}");
}

/// What another program drew, with things of its own.
const DRAWN_ELSEWHERE: &str = "<?xml version=\"1.0\"?>\r\n<bpmn2:definitions xmlns:bpmn2=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" \
xmlns:other=\"http://other.example\">\r\n<!-- mine > yours -->\r\n<bpmn2:process id=\"p\" other:colour=\"red\">\
<bpmn2:startEvent id=\"s\"/><bpmn2:userTask id=\"a\" name=\"Kiểm tra &gt; 1\" other:x='a>b'/>\r\n\
<bpmn2:userTask id=\"b\"><bpmn2:documentation>Nói thêm</bpmn2:documentation><bpmn2:incoming>f2</bpmn2:incoming></bpmn2:userTask>\
<bpmn2:userTask id=\"c\"><bpmn2:extensionElements><other:form key=\"7\"/></bpmn2:extensionElements></bpmn2:userTask>\
<bpmn2:endEvent id=\"e\"/><bpmn2:sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"a\"/>\
<bpmn2:sequenceFlow id=\"f2\" sourceRef=\"a\" targetRef=\"b\"/><bpmn2:sequenceFlow id=\"f3\" sourceRef=\"b\" targetRef=\"c\"/>\
<bpmn2:sequenceFlow id=\"f4\" sourceRef=\"c\" targetRef=\"e\"/></bpmn2:process></bpmn2:definitions>";

#[test]
fn what_is_said_of_a_step_is_changed_where_it_stands() {
    let mut source = DRAWN_ELSEWHERE.to_string();
    for step in ["a", "b", "c", "a"] {
        let model = read(source.as_bytes(), &Names::open()).unwrap();
        let about = StepDetails {
            name: format!("Bước \"{step}\" & <khác>"),
            unit: "registry".into(),
            time: "2 ngày".into(),
            outcomes: vec![StepOutcome {
                key: "good".into(),
                name: "Đạt".into(),
                english: String::new(),
                means: None,
            }],
            apart_from: vec!["b".into()],
            ..StepDetails::default()
        };
        source = describe(&source, &model, step, &about).unwrap();
        let again = read(source.as_bytes(), &Names::open()).unwrap();
        let node = again.node(step).unwrap();
        assert_eq!(node.name, about.name);
        assert_eq!(node.step.responsible.unit.as_deref(), Some("registry"));
        assert_eq!(node.step.time.unwrap().minutes(), 960);
        assert_eq!(
            (node.step.outcomes.clone(), node.step.apart_from.clone()),
            (about.outcomes, about.apart_from)
        );
    }
    for kept in [
        "<!-- mine > yours -->\r\n",
        "other:colour=\"red\"",
        "other:x='a>b'",
        "<other:form key=\"7\"/>",
        "Nói thêm",
    ] {
        assert!(source.contains(kept), "{kept} is gone from {source}");
    }
    assert_eq!(source.matches("motcua:step ").count(), 3, "what is said twice replaces what was said");
}

#[test]
fn a_wait_gets_a_step_behind_it_and_can_go() {
    let before = model("start s\ntask a\ntimer w PT8H\nend e\ns -> a\na -> w\nw -> e");
    let after = changed(&before, Edit::After { of: "w".into(), new: new("d") });
    assert_eq!(flows(&after), ["a -> w", "d -> e", "s -> a", "w -> d"]);
    let told: Vec<String> = differences(&before, &after).iter().map(|one| one.sentences().en).collect();
    assert!(told.contains(&"A way from “d” to “the end” is new".to_string()), "{told:?}");
    let without = changed(&after, Edit::RemoveEvent { event: "w".into() });
    assert_eq!(flows(&without), ["a -> d", "d -> e", "s -> a"]);
    // One of several that are waited for stays: something has to be chosen there.
    let lines = "start s\nwait g\ntimer t PT8H\nmessage m paid\ntask a\nend e\ns -> g\ng -> t\ng -> m\nt -> a\nm -> a\na -> e";
    let gone = edit(&model(lines), &Edit::RemoveEvent { event: "t".into() }, &Names::open());
    assert!(matches!(gone, Err(CannotChange::Tangled { .. })), "{gone:?}");
}

#[test]
fn how_often_a_step_is_done_is_read_back_as_it_was_said() {
    let before = model("start s\ntask a\nend e\ns -> a\na -> e");
    let each = |said: &str| Edit::ForEach { step: "a".into(), list: Some(said.into()), name: String::new() };
    let over = |model: &Model| match &model.node("a").unwrap().repeats {
        Repeats::Each { over, .. } => over.clone(),
        other => panic!("{other:?}"),
    };
    let twice = changed(&before, each("2"));
    assert!(matches!(over(&twice), Over::Count(_)), "{twice:?}");
    // Said once more as it stands, nothing changes.
    let said = over(&twice).expression().unwrap().to_string();
    assert_eq!(differences(&twice, &changed(&twice, each(&said))), []);
    let listed = changed(&twice, each("[\"A\", \"B\"]"));
    assert!(matches!(over(&listed), Over::List(_)));
    for wrong in ["0", "-1", "201", "\"A\""] {
        assert!(edit(&before, &each(wrong), &Names::open()).is_err(), "{wrong}");
    }
}
