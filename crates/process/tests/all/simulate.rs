//! Runs with decisions given beforehand.

use crate::common::model;
use process::{Names, Scenario, ScenarioEvent, Trace, TraceEnd, Unfit, simulate};

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
    let right = r#"{"values": {"wrong": false}}"#;
    let trace = enters(LINES, right, &["s", "check", "g", "sign", "e"]);
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

/// What is decided does not stand above a bound: used up, the way is taken that is taken where nothing else holds.
#[test]
fn a_decision_takes_no_way_that_is_used_up() {
    let twice = ["s", "check", "g", "ask", "check", "g", "ask", "check", "g", "sign", "e"];
    enters(LINES, r#"{"decisions": {"g": "ask"}}"#, &twice);
    enters(LINES, r#"{"decisions": {"g": ["ask", "ask", "ask"]}}"#, &twice);
    let end = enters(LINES, r#"{"values": {"wrong": true}}"#, &twice).end;
    assert_eq!(end, TraceEnd::Ended { at: "e".into() });
}

/// A decision is one that could be taken: otherwise a run shows what no dossier ever does.
#[test]
fn a_decision_that_cannot_be_taken_does_not_fit() {
    let choice = |kind: &str| {
        format!(
            "start s\n{kind} g\ntask a\ntask b\ntask c\nxor j\nend e\ns -> g\ng -> a else\ng -> b if x\ng -> c if y\na -> j\nb -> j\nc -> j\nj -> e"
        )
    };
    let decided =
        |kind: &str, ways: &str| run(&choice(kind), &format!(r#"{{"decisions": {{"g": [{ways}]}}}}"#));
    assert!(
        matches!(decided("xor", r#"["b", "c"]"#), Err(Unfit::NotTogether { ways, .. }) if ways.len() == 2)
    );
    assert!(matches!(decided("or", r#"["a", "b"]"#), Err(Unfit::NotTogether { .. })));
    assert_eq!(decided("or", r#"["b", "c"]"#).unwrap().entered[..4], ["s", "g", "b", "c"]);
    assert!(decided("or", r#""a""#).is_ok() && decided("xor", r#""a", "b""#).is_ok());
    let both = "start s\nand g\ntask a\ntask b\nand j\nend e\ns -> g\ng -> a\ng -> b\na -> j\nb -> j\nj -> e";
    assert!(matches!(run(both, r#"{"decisions": {"g": "a"}}"#), Err(Unfit::NoChoice { at }) if at == "g"));
}

/// What leaves a step always goes on beside what is decided.
#[test]
fn a_way_that_is_always_taken_is_beside_the_decision() {
    let lines = "start s\ntask t\ntask a\ntask b\ntask c\nend e\nend f\nend h\ns -> t\nt -> a\nt -> b if x\nt -> c if y\na -> e\nb -> f\nc -> h";
    let trace = run(lines, r#"{"decisions": {"t": "b"}}"#).unwrap();
    assert!(trace.entered.contains(&"a".to_string()) && trace.entered.contains(&"b".to_string()));
    assert!(!trace.entered.contains(&"c".to_string()));
}

#[test]
fn steps_leave_values_by_turn_for_the_conditions() {
    let scenario = r#"{"steps": {"check": [{"values": {"wrong": true}}, {"values": {"wrong": false}}]}}"#;
    let trace = enters(LINES, scenario, &["s", "check", "g", "ask", "check", "g", "sign", "e"]);
    assert_eq!(trace.values["wrong"], false);
    // One in a list is one, and not its first part.
    let once = run(LINES, r#"{"steps": {"check": [{"values": {"wrong": false}}]}}"#).unwrap();
    assert_eq!((once.values["wrong"].clone(), once.values.len()), (false.into(), 1));
    let error = r#"{"steps": {"check": [{"never": true}]}, "events": [{"timer": "late"}]}"#;
    enters(LINES, error, &["s", "check", "late", "hurry", "f"]);
}

#[test]
fn names_of_a_scenario_may_have_signs() {
    let lines = "start s\nxor g\ntask yes\ntask no\nend e\ns -> g\ng -> yes if person.last-name = \"An\" and is-new\ng -> no else\nyes -> e\nno -> e";
    let scenario = r#"{"values": {"person": {"last-name": "An"}, "is-new": true}}"#;
    let scenario: Scenario = serde_json::from_str(scenario).unwrap();
    let model = process::read(crate::common::file(lines).as_bytes(), &Names::of(&scenario)).unwrap();
    assert_eq!(simulate(&model, &scenario).unwrap().entered, ["s", "g", "yes", "e"]);
}

#[test]
fn events_come_as_soon_as_something_waits_for_them() {
    enters(LINES, r#"{"events": [{"timer": "late"}]}"#, &["s", "check", "late", "hurry", "f"]);
    enters(LINES, r#"{"steps": {"check": {"never": true}}}"#, &["s", "check", "late", "hurry", "f"]);
}

#[test]
fn what_waits_for_what_never_comes_is_told() {
    let trace = enters("start s\nmessage m paid\nend e\ns -> m\nm -> e", "{}", &["s", "m"]);
    assert_eq!(trace.end, TraceEnd::Waiting { at: vec!["m".into()], joins: vec![] });
    let told = r#"{"events": [{"message": "paid"}]}"#;
    enters("start s\nmessage m paid\nend e\ns -> m\nm -> e", told, &["s", "m", "e"]);
}

#[test]
fn several_ways_may_be_taken_at_once() {
    let lines = "start s\nor g\ntask a\ntask b\ntask c\nor j\nend e\ns -> g\ng -> a if x\ng -> b if y\ng -> c else\na -> j\nb -> j\nc -> j\nj -> e";
    enters(lines, r#"{"decisions": {"g": [["a", "b"]]}}"#, &["s", "g", "a", "b", "j", "e"]);
}

/// A choice whose one condition is written as given.
fn asks(condition: &str) -> process::Model {
    let file = crate::common::file(
        "start s\nxor g\ntask a\ntask b\nend e\ns -> g\ng -> a if CONDITION\ng -> b else\na -> e\nb -> e",
    );
    process::read(file.replace("CONDITION", condition).as_bytes(), &process::Names::open()).unwrap()
}

#[test]
fn a_condition_that_cannot_be_read_is_no_way() {
    let with_area: Scenario = serde_json::from_str(r#"{"values": {"area": 300}}"#).unwrap();
    for condition in ["${area > 250}", "area >> 250", "area +", "250"] {
        let trace = simulate(&asks(condition), &with_area).unwrap();
        assert_eq!(trace.entered, ["s", "g"], "{condition}");
        assert!(
            matches!(&trace.end, TraceEnd::Unread { findings } if findings[0].element == "f6"),
            "{trace:?}"
        );
    }
    // Where the scenario decides nothing looks at it.
    let decided: Scenario = serde_json::from_str(r#"{"decisions": {"g": "a"}}"#).unwrap();
    let trace = simulate(&asks("${area > 250}"), &decided).unwrap();
    assert_eq!(
        (trace.entered, trace.end),
        (["s", "g", "a", "e"].map(String::from).to_vec(), TraceEnd::Ended { at: "e".into() })
    );
}

#[test]
fn a_list_a_rule_a_bound_that_cannot_be_read_is_not_passed_over() {
    let drawn = |inside: &str| {
        format!(
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\"><process id=\"p\">\
             <startEvent id=\"s\"/><userTask id=\"z\"/>{inside}<endEvent id=\"e\"/>\
             <sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"z\"/><sequenceFlow id=\"g\" sourceRef=\"z\" targetRef=\"a\"/>\
             <sequenceFlow id=\"h\" sourceRef=\"a\" targetRef=\"e\"/></process></definitions>"
        )
    };
    for inside in [
        "<userTask id=\"a\"><multiInstanceLoopCharacteristics><loopCardinality>three +</loopCardinality></multiInstanceLoopCharacteristics></userTask>",
        "<userTask id=\"a\"><multiInstanceLoopCharacteristics/></userTask>",
        "<userTask id=\"a\"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><completionCondition>${done}</completionCondition></multiInstanceLoopCharacteristics></userTask>",
        "<userTask id=\"a\"><standardLoopCharacteristics loopMaximum=\"many\"><loopCondition>again</loopCondition></standardLoopCharacteristics></userTask>",
        "<userTask id=\"a\"><standardLoopCharacteristics loopMaximum=\"2\"><loopCondition>#{again}</loopCondition></standardLoopCharacteristics></userTask>",
        "<businessRuleTask id=\"a\"><extensionElements><m:rule name=\"x\" value=\"1 +\"/></extensionElements></businessRuleTask>",
        "<exclusiveGateway id=\"a\" default=\"h\"/><sequenceFlow id=\"back\" sourceRef=\"a\" targetRef=\"z\"><extensionElements><m:bound times=\"often\"/></extensionElements><conditionExpression>false</conditionExpression></sequenceFlow>",
    ] {
        let model = process::read(drawn(inside).as_bytes(), &process::Names::open()).unwrap();
        let trace = simulate(&model, &Scenario::default()).unwrap();
        assert_eq!(trace.entered, ["s", "z", "a"], "{inside}");
        assert!(matches!(trace.end, TraceEnd::Unread { .. }), "{inside}: {:?}", trace.end);
    }
}

#[test]
fn an_event_nothing_waited_for_is_told() {
    let told = r#"{"values": {"wrong": false}, "events": [{"message": "paid"}, {"timer": "nobody"}]}"#;
    let trace = enters(LINES, told, &["s", "check", "g", "sign", "e"]);
    assert_eq!(trace.never, [ScenarioEvent::Message("paid".into()), ScenarioEvent::Timer("nobody".into())]);
    let en = trace.never[0].never_came().en;
    assert_eq!(en, "The scenario has the message “paid”, which was not waited for when its turn came.");
    assert_eq!(run(LINES, r#"{"events": [{"timer": "late"}]}"#).unwrap().never, []);
}

/// A drawing in these elements and flows, which ends where something is missing or says nothing.
fn drawn(inside: &str) -> process::Model {
    let file = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\"><process id=\"p\">\
         <startEvent id=\"s\"/><userTask id=\"z\"/><endEvent id=\"e\"/>\
         <sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"z\"/>{inside}</process></definitions>"
    );
    process::read(file.as_bytes(), &process::Names::open()).unwrap()
}

#[test]
fn what_is_missing_stops_a_run_where_it_would_be_needed() {
    let flow = |id: &str, from: &str, to: &str| {
        format!("<sequenceFlow id=\"{id}\" name=\"Đạt\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    let one = |element: &str| format!("{element}{}{}", flow("g", "z", "a"), flow("h", "a", "e"));
    let timer = |inside: &str| {
        let event = format!("<timerEventDefinition>{inside}</timerEventDefinition>");
        one(&format!("<intermediateCatchEvent id=\"a\">{event}</intermediateCatchEvent>"))
    };
    let choice = |empty: &str| {
        format!(
            "<exclusiveGateway id=\"a\" default=\"h\"/><userTask id=\"n\"/>{}{}{}\
             <sequenceFlow id=\"n1\" name=\"Không đạt\" sourceRef=\"a\" targetRef=\"n\">{empty}</sequenceFlow>",
            flow("g", "z", "a"),
            flow("h", "a", "e"),
            flow("n2", "n", "e"),
        )
    };
    let edge = "<timerEventDefinition><timeDuration>P1M</timeDuration></timerEventDefinition>";
    for (inside, code, at) in [
        (one("<businessRuleTask id=\"a\"/>"), "incomplete", "a"),
        (choice(""), "no-condition", "a"),
        (choice("<conditionExpression> </conditionExpression>"), "no-condition", "a"),
        (timer(""), "bad-time", "a"),
        (timer("<timeDuration>${wait}</timeDuration>"), "foreign-expression", "a"),
        (timer("<timeDuration>P1M</timeDuration>"), "bad-time", "a"),
        (
            one(&format!(
                "<userTask id=\"a\"/><boundaryEvent id=\"b\" attachedToRef=\"a\">{edge}</boundaryEvent>{}",
                flow("i", "b", "e")
            )),
            "bad-time",
            "a",
        ),
        (one("<userTask id=\"a\"><standardLoopCharacteristics/></userTask>"), "loop-without-bound", "a"),
        (
            one(
                "<userTask id=\"a\"><standardLoopCharacteristics><loopCondition>true</loopCondition></standardLoopCharacteristics></userTask>",
            ),
            "loop-without-bound",
            "a",
        ),
        (one("<scriptTask id=\"a\"/>"), "not-executable", "a"),
    ] {
        let trace = simulate(&drawn(&inside), &Scenario::default()).unwrap();
        let TraceEnd::Unread { findings } = &trace.end else { panic!("{inside}: {trace:?}") };
        assert_eq!(
            (findings[0].trouble.code(), trace.entered.last().unwrap().as_str()),
            (code, at),
            "{inside}"
        );
    }
}

#[test]
fn a_way_back_without_a_bound_is_taken_as_often_as_the_scenario_says() {
    let lines = "start s\ntask a\nxor g\nend e\ns -> a\na -> g\ng -> a if again\ng -> e else";
    let file = crate::common::file(lines);
    let model = process::read(file.as_bytes(), &process::Names::open()).unwrap();
    let run = |scenario: &str| simulate(&model, &serde_json::from_str(scenario).unwrap()).unwrap();
    // Not gone back, it is not asked for.
    assert_eq!(run(r#"{"values": {"again": false}}"#).entered, ["s", "a", "g", "e"]);
    let told = run(r#"{"decisions": {"g": ["a", "a", "e"]}}"#);
    assert_eq!(told.entered, ["s", "a", "g", "a", "g", "a", "g", "e"]);
    for for_ever in [r#"{"values": {"again": true}}"#, r#"{"decisions": {"g": ["a", "a"]}}"#] {
        let TraceEnd::Unread { findings } = run(for_ever).end else { panic!("{for_ever}") };
        assert_eq!((findings[0].trouble.code(), findings[0].element.as_str()), ("loop-without-bound", "f6"));
        assert!(run(for_ever).entered.len() < 10);
    }
}

#[test]
fn a_condition_that_gives_neither_yes_nor_no_is_no_way() {
    for (condition, values, gave) in [
        ("area > 250", "{}", "null"),
        ("aera > 250", r#"{"area": 300}"#, "null"),
        ("area", r#"{"area": 300}"#, "300"),
        ("area", r#"{"area": "yes"}"#, "yes"),
        ("if area > 250 then \"yes\" else null", r#"{"area": 1}"#, "null"),
    ] {
        let scenario: Scenario = serde_json::from_str(&format!("{{\"values\": {values}}}")).unwrap();
        let file = crate::common::file(
            "start s\nxor g\ntask a\ntask b\nend e\ns -> g\ng -> a if CONDITION\ng -> b else\na -> e\nb -> e",
        );
        let file = file.replace("CONDITION", &condition.replace('"', "&quot;").replace('>', "&gt;"));
        let model = process::read(file.as_bytes(), &process::Names::open()).unwrap();
        let trace = simulate(&model, &scenario).unwrap();
        let TraceEnd::Unread { findings } = &trace.end else { panic!("{condition}: {trace:?}") };
        let process::Trouble::Unclear { gave: given, .. } = &findings[0].trouble else {
            panic!("{findings:?}")
        };
        assert_eq!((findings[0].element.as_str(), given.as_str()), ("f6", gave), "{condition}");
        assert_eq!(trace.entered, ["s", "g"]);
        // Who decides need not know it.
        let decided = Scenario { decisions: serde_json::from_str(r#"{"g": "a"}"#).unwrap(), ..scenario };
        assert_eq!(simulate(&model, &decided).unwrap().end, TraceEnd::Ended { at: "e".into() });
    }
}

#[test]
fn a_deadlock_names_the_join_at_which_a_token_waits() {
    let lines = "start s\nxor g\ntask a\ntask b\nand j\nend e\ns -> g\ng -> a if x\ng -> b else\na -> j\nb -> j\nj -> e";
    let trace = run(lines, r#"{"values": {"x": true}}"#).unwrap();
    let TraceEnd::Waiting { at, joins } = trace.end else { panic!("{trace:?}") };
    assert_eq!(at, ["j"]);
    assert_eq!((joins[0].trouble.code(), joins[0].element.as_str()), ("deadlock", "j"));
    // What is still waited for may yet come to it.
    let lines = "start s\nand g\nmessage m paid\ntask b\nand j\nend e\ns -> g\ng -> m\ng -> b\nm -> j\nb -> j\nj -> e";
    let end = run(lines, "{}").unwrap().end;
    assert_eq!(end, TraceEnd::Waiting { at: vec!["m".into(), "j".into()], joins: vec![] });
}

#[test]
fn a_run_stops_before_a_way_that_does_not_say_when_it_is_taken() {
    let lines = "start s\ntask a\ntask b\nend e\ns -> a\na -> b if EMPTY\na -> e if true\nb -> e";
    let file = crate::common::file(lines).replace(">EMPTY<", "><");
    let model = process::read(file.as_bytes(), &process::Names::open()).unwrap();
    let trace = simulate(&model, &Scenario::default()).unwrap();
    let TraceEnd::Unread { findings } = &trace.end else { panic!("{trace:?}") };
    assert_eq!((findings[0].trouble.code(), findings[0].element.as_str()), ("no-condition", "f5"));
    assert_eq!(trace.entered, ["s", "a"]);
    let decided: Scenario = serde_json::from_str(r#"{"decisions": {"a": "b"}}"#).unwrap();
    assert_eq!(simulate(&model, &decided).unwrap().end, TraceEnd::Ended { at: "e".into() });
    // Written anew it still asks.
    let again = process::read(process::write(&model).as_bytes(), &process::Names::open()).unwrap();
    let gaps: Vec<_> = process::check(&again).findings.into_iter().map(|found| found.trouble).collect();
    assert_eq!(gaps, [process::Trouble::NoCondition]);
}

/// A run of a step after an element that is written so, with these values.
fn stopped(element: &str, values: &str) -> (Vec<String>, TraceEnd) {
    let file = crate::common::file(&format!("start s\n{element}\ntask z\nend e\ns -> a\na -> z\nz -> e"));
    let scenario = Scenario::read(&format!("{{\"values\": {values}}}")).unwrap();
    let model = process::read(file.as_bytes(), &Names::of(&scenario)).unwrap();
    let trace = simulate(&model, &scenario).unwrap();
    (trace.entered, trace.end)
}

#[test]
fn a_time_that_is_none_stops_the_run_where_it_is_set() {
    let beside = "task a\non b a timer TIME\nend q\nb -> q";
    for (element, entered) in [("timer a TIME", vec!["s", "a"]), (beside, vec!["s", "a"])] {
        for value in [
            "null",
            "5",
            "true",
            "\"soon\"",
            "[1]",
            "{\"@duration\": \"-PT1H\"}",
            "{\"@duration\": \"PT0S\"}",
            "{\"@duration\": \"P1M\"}",
        ] {
            let (went, end) = stopped(&element.replace("TIME", "x"), &format!("{{\"x\": {value}}}"));
            let TraceEnd::Unread { findings } = end else { panic!("{value}: {end:?}") };
            assert_eq!(
                (findings[0].trouble.code(), went),
                ("no-time", entered.iter().map(|it| it.to_string()).collect()),
                "{value}"
            );
        }
        for never in ["soon", "R0/P1D"] {
            assert_eq!(stopped(&element.replace("TIME", never), "{}").0.len(), entered.len(), "{never}");
        }
        for value in ["{\"@duration\": \"PT2H\"}", "\"2 ngày\"", "\"PT4H\""] {
            let (_, end) = stopped(&element.replace("TIME", "x"), &format!("{{\"x\": {value}}}"));
            assert!(matches!(end, TraceEnd::Ended { .. }), "{value}: {end:?}");
        }
    }
    // What would begin beside it is set when it begins.
    let file = crate::common::file(
        "start s\ntask z\nend e\ns -> z\nz -> e\nwhen k\nbegun ks on timer soon\nend ke\nks -> ke\nclose",
    );
    let trace =
        simulate(&process::read(file.as_bytes(), &Names::open()).unwrap(), &Scenario::default()).unwrap();
    assert!(matches!(trace.end, TraceEnd::Unread { .. }), "{trace:?}");
}

#[test]
fn what_costs_more_than_it_may_stops_the_run_and_says_so() {
    let heavy = "sum(for i in 1..1000, j in 1..1000 return i * j)";
    for element in [
        format!("rule a r {heavy}"),
        format!("count a {heavy}"),
        format!("condition a {heavy} > 1"),
        format!("xor a\na -> e if {heavy} > 1"),
    ] {
        let file =
            crate::common::file(&format!("start s\n{element}\ntask z\nend e\ns -> a\na -> z else\nz -> e"));
        let trace =
            simulate(&process::read(file.as_bytes(), &Names::open()).unwrap(), &Scenario::default()).unwrap();
        let TraceEnd::Unread { findings } = &trace.end else { panic!("{element}: {trace:?}") };
        assert_eq!(findings[0].trouble.code(), "too-costly", "{element}");
    }
}

#[test]
fn a_count_that_is_none_stops_the_run() {
    for value in ["-1", "1.5", "\"three\"", "null", "201"] {
        let (_, end) = stopped("count a n", &format!("{{\"n\": {value}}}"));
        assert!(matches!(end, TraceEnd::Stuck { .. }), "{value}: {end:?}");
    }
    assert!(matches!(stopped("count a n", "{\"n\": 2}").1, TraceEnd::Ended { .. }));
}

#[test]
fn a_scenario_is_what_it_says() {
    for bad in [
        "[]",
        "5",
        "",
        "{",
        "{\"values\": []}",
        "{\"steps\": {\"a\": 5}}",
        "{\"steps\": {\"a\": [[]]}}",
        "{\"values\": {\"x\": 1}, \"values\": {\"x\": 2}}",
        "{\"values\": {\"x\": {\"@date\": \"2024-02-30\"}}}",
        "{\"values\": {\"x\": {\"@duration\": \"P1X\"}}}",
        "{\"values\": {\"x\": {\"@duration\": \"2026-01-01\"}}}",
        "{\"values\": {\"x\": {\"@foo\": \"y\"}}}",
        "{\"values\": {\"x\": [{\"y\": {\"@time\": \"25:00:00\"}}]}}",
        "{\"values\": {\"x\": {\"@date\": 5}}}",
        "{\"values\": {\"x\": 1e400}}",
        "{\"steps\": {\"a\": [{\"values\": {\"x\": {\"@date\": \"never\"}}}]}}",
    ] {
        let unfit = Scenario::read(bad).expect_err(bad);
        assert!(!unfit.sentences().vi.is_empty() && !unfit.sentences().en.is_empty());
    }
    for good in [
        "{}",
        "{\"values\": {\"x\": {\"@date\": \"2024-02-29\"}, \"y\": {\"@moment\": \"2024-02-29T08:00:00\"}, \"z\": null, \"a\": {\"@b\": 1, \"c\": 2}}}",
        "{\"steps\": {\"a\": [{\"values\": {\"x\": [1, {\"@duration\": \"PT8H\"}]}}, {}]}}",
    ] {
        Scenario::read(good).expect(good);
    }
}

#[test]
fn what_a_start_waits_for_and_a_time_of_a_step_are_not_passed_over() {
    let trace = run("begun s on timer PT1H\ntask a\nend e\ns -> a\na -> e", "{}").unwrap();
    assert_eq!((trace.end, trace.notes.len()), (TraceEnd::Ended { at: "e".into() }, 1));
    let file = crate::common::file("start s\ntask a\nend e\ns -> a\na -> e").replace(
        "<userTask id=\"a\">",
        "<userTask id=\"a\"><extensionElements><m:step time=\"soon\"/></extensionElements>",
    );
    let trace =
        simulate(&process::read(file.as_bytes(), &Names::open()).unwrap(), &Scenario::default()).unwrap();
    assert!(matches!(trace.end, TraceEnd::Unread { .. }), "{trace:?}");
}

#[test]
fn what_is_long_is_not_said_to_go_round() {
    // Each process calls the next twice.
    let mut lines = "start s\ncall a p1\ncall b p1\nend e\ns -> a\na -> b\nb -> e".to_string();
    for number in 1..30 {
        let next = number + 1;
        lines += &format!(
            "\nprocess p{number}\nstart s{number}\nend e{number}\ncall a{number} p{next}\ncall b{number} p{next}\ns{number} -> a{number}\na{number} -> b{number}\nb{number} -> e{number}"
        );
    }
    lines += "\nprocess p30\nstart s30\ntask t30\nend e30\ns30 -> t30\nt30 -> e30";
    let trace = run(&lines, "{}").unwrap();
    assert_eq!(trace.end, TraceEnd::Stuck { misfit: process::Misfit::TooLong });
}

#[test]
fn which_of_several_processes_was_run_is_noted() {
    let process = |id: &str| {
        format!(
            "<process id=\"{id}\"><startEvent id=\"{id}-s\"/><endEvent id=\"{id}-e\"/>\
             <sequenceFlow id=\"{id}-f\" sourceRef=\"{id}-s\" targetRef=\"{id}-e\"/></process>"
        )
    };
    let drawn = |processes: &[&str]| {
        let processes: String = processes.iter().map(|id| process(id)).collect();
        let source = format!(
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\">{processes}</definitions>"
        );
        let model = process::read(source.as_bytes(), &Names::open()).unwrap();
        simulate(&model, &Scenario::default()).unwrap()
    };
    let trace = drawn(&["a", "b"]);
    assert_eq!(trace.entered, ["a-s", "a-e"]);
    let notes: Vec<(&str, &str)> =
        trace.notes.iter().map(|note| (note.trouble.code(), note.element.as_str())).collect();
    assert_eq!(notes, [("several-processes", "a")]);
    assert_eq!(drawn(&["a"]).notes, []);
}
