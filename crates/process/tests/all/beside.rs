//! Event sub-processes and escalations: what begins beside a scope, what ends it, and who catches what is raised.

use crate::common::run::TestRun;
use crate::common::{file, model, nothing_covers_anything};
use language::Language;
use process::{
    Edit, Happening, Lost, Mend, Misfit, Names, Proof, Scenario, TraceEnd, check, differences, edit, layout,
    read, simulate, to_table, write,
};
use serde_json::json;

/// Two steps, and beside them what a message begins.
fn besides(how: &str, by: &str) -> String {
    format!(
        "start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e\n\
         when w\nbegun ws {how} {by}\ntask c\nend we\nws -> c\nc -> we\nclose"
    )
}

#[test]
fn what_does_not_interrupt_runs_beside_and_may_begin_again() {
    let mut run = TestRun::of(&besides("beside", "message more")).start();
    assert_eq!((run.at(), run.awaited()), (vec!["a"], vec!["ws"]));
    run.message("more").message("more");
    assert_eq!(run.at(), ["a", "c", "c"]);
    run.done("a").done("b");
    // What runs beside keeps it from its end, and may begin again until then.
    assert_eq!((run.at(), run.awaited(), run.ended()), (vec!["c", "c"], vec!["ws"], false));
    run.done("c").message("more").done("c").done("c");
    assert!(run.ended(), "{:?}", run.marking);
    assert_eq!(run.happen(Happening::Message { name: "more".into() }), Err(Misfit::NotWaiting));
}

#[test]
fn what_only_may_begin_keeps_nothing_from_its_end() {
    let mut run = TestRun::of(&besides("beside", "message more")).start();
    run.done("a").done("b");
    assert!(run.ended() && run.awaited().is_empty());
    assert_eq!(run.passed(), ["s", "a", "b", "e"]);
}

#[test]
fn what_interrupts_ends_all_else_and_its_scope_ends_with_it() {
    let mut run = TestRun::of(&besides("on", "message more")).start();
    run.message("more");
    assert_eq!((run.at(), run.awaited()), (vec!["c"], vec![]));
    assert_eq!(run.passed(), ["s", "a", "ws", "c"]);
    run.done("c");
    assert!(run.ended());
}

#[test]
fn a_sub_process_waits_for_its_own_and_goes_on_after_them() {
    let lines = "start s\nsub p\nstart ps\ntask a\nend pe\nps -> a\na -> pe\n\
        when w\nbegun ws on signal go\ntask c\nend we\nws -> c\nc -> we\nclose\n\
        when v\nbegun vs beside message more\ntask d\nend ve\nvs -> d\nd -> ve\nclose\n\
        close\ntask b\nend e\ns -> p\np -> b\nb -> e";
    let mut run = TestRun::of(lines).start();
    run.message("more");
    assert_eq!(run.at(), ["a", "d"]);
    run.happen(Happening::Signal { name: "go".into() }).unwrap();
    // What ran beside is ended too, and nothing else begins any more.
    assert_eq!((run.at(), run.awaited()), (vec!["c"], vec![]));
    run.done("c");
    assert_eq!((run.at(), run.awaited()), (vec!["b"], vec![]));
    let mut run = TestRun::of(lines).start();
    run.message("more").done("a");
    assert_eq!(run.at(), ["d"]);
    run.done("d");
    assert_eq!(run.at(), ["b"]);
    assert_eq!(run.happen(Happening::Message { name: "more".into() }), Err(Misfit::NotWaiting));
}

#[test]
fn a_time_begins_it_once_and_one_that_comes_again_so_often() {
    let come = |run: &mut TestRun| {
        let token = run.token("w");
        run.happen(Happening::Came { token, event: "ws".into() })
    };
    let mut once = TestRun::of(&besides("beside", "timer PT8H")).start();
    come(&mut once).unwrap();
    assert_eq!((once.at(), once.awaited()), (vec!["a", "c"], vec![]));
    assert_eq!(come(&mut once), Err(Misfit::NotWaiting));
    let mut twice = TestRun::of(&besides("beside", "timer R2/PT8H")).start();
    come(&mut twice).unwrap();
    come(&mut twice).unwrap();
    assert_eq!(twice.at(), ["a", "c", "c"]);
    assert_eq!(come(&mut twice), Err(Misfit::NotWaiting));
    let mut ends = TestRun::of(&besides("on", "timer PT8H")).start();
    come(&mut ends).unwrap();
    assert_eq!(ends.at(), ["c"]);
}

#[test]
fn an_error_is_caught_beside_before_it_is_caught_on_the_edge() {
    let lines = |inner: &str| {
        format!(
            "start s\nsub p\nstart ps\ntask a\nerror-end pe bad\nps -> a\na -> pe\n{inner}close\n\
             on x p error bad\ntask b\ntask d\nend e\ns -> p\np -> b\nx -> d\nb -> e\nd -> e"
        )
    };
    let handler = "when w\nbegun ws on error bad\ntask c\nend we\nws -> c\nc -> we\nclose\n";
    let mut run = TestRun::of(&lines(handler)).start();
    run.done("a");
    assert_eq!(run.at(), ["c"]);
    run.done("c");
    assert_eq!(run.at(), ["b"]);
    // What handles it may pass it on.
    let again = handler.replace("end we", "error-end we bad");
    let mut run = TestRun::of(&lines(&again)).start();
    run.done("a").done("c");
    assert_eq!(run.at(), ["d"]);
    let mut run = TestRun::of(&lines("")).start();
    run.done("a");
    assert_eq!(run.at(), ["d"]);
}

#[test]
fn an_escalation_goes_outwards_to_the_nearest_by_its_code_then_to_any() {
    let lines = |edges: &str| {
        format!(
            "start s\nsub o\nstart os\nsub p\nstart ps\nescalate up late\ntask a\nend pe\nps -> up\nup -> a\na -> pe\nclose\n\
             end oe\nos -> p\np -> oe\nclose\nend e\ns -> o\no -> e\ntask c\nend ce\nc -> ce\n{edges}"
        )
    };
    // Nobody catches it: it goes on.
    let quiet = lines("").replace("task c\nend ce\nc -> ce\n", "");
    assert_eq!(TestRun::of(&quiet).start().at(), ["a"]);
    let beside = TestRun::of(&lines("beside x o escalation late\nx -> c")).start();
    assert_eq!(beside.at(), ["c", "a"]);
    let on = TestRun::of(&lines("on x o escalation late\nx -> c")).start();
    assert_eq!(on.at(), ["c"]);
    let exactly = TestRun::of(&lines("on y o escalation *\ny -> e\non x o escalation late\nx -> c")).start();
    assert_eq!(exactly.passed().last(), Some(&"c"));
    let other = "on x o escalation other\nx -> e\non y o escalation *\ny -> c";
    assert_eq!(TestRun::of(&lines(other)).start().passed().last(), Some(&"c"));
}

#[test]
fn an_escalation_begins_what_lies_beside_and_a_handler_passes_it_on() {
    let lines = |how: &str, end: &str| {
        format!(
            "start s\ntask a\nescalate-end e late\ntask b\nend f\nand g\ns -> g\ng -> a\ng -> b\na -> e\nb -> f\n\
             when w\nbegun ws {how} escalation late\ntask c\n{end}\nws -> c\nc -> we\nclose"
        )
    };
    let mut run = TestRun::of(&lines("beside", "end we")).start();
    run.done("a");
    assert_eq!(run.at(), ["b", "c"]);
    run.done("b").done("c");
    assert!(run.ended());
    let mut run = TestRun::of(&lines("on", "end we")).start();
    run.done("a");
    assert_eq!(run.at(), ["c"]);
    // It does not begin itself again.
    let mut run = TestRun::of(&lines("beside", "escalate-end we late")).start();
    run.done("a").done("b").done("c");
    assert!(run.ended());
}

#[test]
fn what_is_thrown_and_ends_its_own_scope_does_not_go_on() {
    for kind in ["escalation", "signal"] {
        let throw = if kind == "signal" { "give t late" } else { "escalate t late" };
        let lines = format!(
            "start s\n{throw}\ntask a\nend e\ns -> t\nt -> a\na -> e\n\
             when w\nbegun ws on {kind} late\ntask c\nend we\nws -> c\nc -> we\nclose"
        );
        assert_eq!(TestRun::of(&lines).start().at(), ["c"], "{kind}");
        let inside = format!(
            "start s\nsub p\nstart ps\n{throw}\ntask a\nend pe\nps -> t\nt -> a\na -> pe\nclose\ntask b\nend e\n\
             on x p {kind} late\ns -> p\np -> b\nx -> b\nb -> e"
        );
        assert_eq!(TestRun::of(&inside).start().at(), ["b"], "{kind}");
    }
}

#[test]
fn going_back_undoes_what_interrupted_and_leaves_what_runs_beside() {
    let mut run = TestRun::of(&besides("beside", "message more")).start();
    let first = run.token("a");
    run.message("more").done("a");
    run.go_back(first);
    let mut at = run.at();
    at.sort();
    assert_eq!((at, run.awaited()), (vec!["a", "c"], vec!["ws"]));
    let mut run = TestRun::of(&besides("on", "message more")).start();
    let first = run.token("a");
    run.done("a").message("more");
    run.go_back(first);
    assert_eq!((run.at(), run.awaited()), (vec!["a"], vec!["ws"]));
    run.message("more").done("c");
    assert!(run.ended());
}

#[test]
fn what_becomes_true_begins_it_once_each_time() {
    let mut run = TestRun::of(&besides("beside", "condition x > 5")).start();
    assert_eq!((run.at(), run.awaited()), (vec!["a"], vec!["ws"]));
    run.known("x", json!(5)).known("x", json!(6)).known("x", json!(7));
    assert_eq!(run.at(), ["a", "c"]);
    run.done("a").done("c");
    assert_eq!(run.at(), ["b"], "what stays true begins nothing");
    run.known("x", json!(1)).known("x", json!(8));
    assert_eq!((run.at(), run.awaited()), (vec!["b", "c"], vec!["ws"]));
    run.done("c").known("x", json!(2)).done("b");
    assert!(run.ended(), "{:?}", run.marking);
    assert_eq!(run.passed(), ["s", "a", "ws", "c", "b", "we", "ws", "c", "we", "e"]);
}

#[test]
fn what_is_true_from_the_beginning_begins_it_at_once() {
    let run = |how: &str| TestRun::of(&besides(how, "condition x > 5")).with("x", json!(6)).start();
    assert_eq!(run("beside").at(), ["a", "c"]);
    let mut ends = run("on");
    assert_eq!((ends.at(), ends.awaited()), (vec!["c"], vec![]));
    ends.known("x", json!(1)).known("x", json!(6)).done("c");
    assert!(ends.ended());
    // In a sub-process it is looked at while that runs, each time anew.
    let lines = format!(
        "{}\nclose\ntask d\nend f",
        besides("beside", "condition x > 5").replacen("start s", "start o\nsub p\nstart s", 1)
    );
    let lines = format!("{lines}\no -> p\np -> d\nd -> f");
    let mut inside = TestRun::of(&lines).with("x", json!(6)).start();
    assert_eq!(inside.at(), ["a", "c"]);
    inside.done("c").done("a").done("b").known("x", json!(1)).known("x", json!(6));
    assert_eq!(inside.at(), ["d"]);
}

#[test]
fn going_back_leaves_what_became_true_beside() {
    let mut run = TestRun::of(&besides("beside", "condition x > 5")).start();
    let first = run.token("a");
    run.values.insert("x".into(), feel::Value::Number(6.into()));
    run.done("a");
    assert_eq!(run.at(), ["b", "c"]);
    run.go_back(first);
    assert_eq!(run.at(), ["c", "a"]);
    run.known("x", json!(7));
    assert_eq!(run.at(), ["c", "a"], "it began already");
}

#[test]
fn a_condition_that_begins_something_is_judged_kept_and_completed() {
    for how in ["on", "beside"] {
        let lines = besides(how, "condition x > 5");
        finds(&lines, &[]);
        finds(&lines.replace("x > 5", "today() > x"), &[("looks-at-clock", "ws")]);
        let before = model(&lines);
        let after = read(write(&before).as_bytes(), &Names::open()).unwrap();
        assert_eq!(differences(&before, &after), []);
        assert_eq!(write(&after), write(&before));
        let unread = read(file(&lines.replace("x > 5", "x >")).as_bytes(), &Names::open()).unwrap();
        let [finding] = &check(&unread).findings[..] else { panic!("{:?}", check(&unread).findings) };
        assert_eq!((finding.trouble.code(), finding.element.as_str()), ("bad-expression", "ws"));
        assert!(matches!(Mend::of(&unread, finding), Some(Mend::When { element, .. }) if element == "ws"));
        let mend = Mend::When { element: "ws".into(), condition: "x > 7".into() };
        let whole = edit(&unread, &Edit::Mend(mend), &Names::open()).unwrap();
        assert_eq!(check(&read(write(&whole).as_bytes(), &Names::open()).unwrap()).findings, []);
        let trace = simulate(&unread, &Scenario::default()).unwrap();
        assert!(matches!(trace.end, TraceEnd::Unread { .. }), "{:?}", trace.end);
    }
    // What returns begins none of it.
    let returns = file(&besides("on", "message m"))
        .replace("<messageEventDefinition messageRef=\"m\"/>", "<compensateEventDefinition/>");
    let findings = check(&read(returns.as_bytes(), &Names::open()).unwrap()).findings;
    let found: Vec<_> =
        findings.iter().map(|finding| (finding.trouble.code(), finding.element.as_str())).collect();
    assert_eq!(found, [("not-executable", "ws")]);
}

/// What was done can be returned by what ends the rest.
#[test]
fn what_interrupts_returns_what_was_done_before() {
    let returned = |of: &str| {
        let lines = besides("on", "message stop").replace("task b", "returned ra a ha\nhandler ha\ntask b");
        lines.replace("task c", &format!("return c{of}"))
    };
    for of in ["", " a"] {
        let lines = returned(of);
        finds(&lines, &[]);
        let mut run = TestRun::of(&lines).start();
        run.done("a").message("stop");
        assert_eq!(run.at(), ["ha"], "{of}");
        run.done("ha");
        assert!(run.ended());
        // What is not done is not returned.
        let mut run = TestRun::of(&lines).start();
        run.message("stop");
        assert!(run.ended());
    }
    // What was done beside is returned with the rest, the last first.
    let lines = besides("beside", "message more").replace("task b", "returned ra a ha\nhandler ha\nreturn b");
    let lines = lines.replace("task c", "task c\nreturned rc c hc\nhandler hc");
    let mut run = TestRun::of(&lines).start();
    run.message("more").done("c").done("a");
    assert_eq!(run.at(), ["ha"]);
    run.done("ha");
    assert_eq!(run.at(), ["hc"]);
    run.done("hc");
    assert!(run.ended(), "{:?}", run.marking);
}

fn found(lines: &str) -> Vec<(String, String)> {
    let model = read(file(lines).as_bytes(), &Names::open()).unwrap();
    let findings = check(&model).findings.into_iter();
    let mut found: Vec<_> =
        findings.map(|finding| (finding.trouble.code().to_string(), finding.element)).collect();
    found.sort();
    found
}

fn finds(lines: &str, all: &[(&str, &str)]) {
    let all: Vec<_> = all.iter().map(|(code, element)| (code.to_string(), element.to_string())).collect();
    assert_eq!(found(lines), all, "{lines}");
}

#[test]
fn each_is_judged_by_itself_and_makes_the_rest_no_worse() {
    for how in ["on", "beside"] {
        for by in ["message m", "signal m", "timer R/PT8H", "error m", "escalation m"] {
            if by.starts_with('e') {
                continue;
            }
            let report = check(&model(&besides(how, by)));
            assert_eq!((report.findings.as_slice(), report.proof), (&[][..], Proof::Blocks), "{how} {by}");
        }
    }
    let stuck = besides("beside", "message m").replace("task c", "xor x\ntask c\nand j\ntask d");
    let stuck =
        stuck.replace("ws -> c\nc -> we", "ws -> x\nx -> c if y\nx -> d else\nc -> j\nd -> j\nj -> we");
    finds(&stuck, &[("deadlock", "j")]);
    // What would end it all is no excuse for waiting for ever.
    let waits =
        besides("on", "timer PT8H").replace("a -> b", "a -> j").replace("task b", "task b\nand j\ntask k");
    assert!(found(&format!("{waits}\nj -> b\nk -> j")).contains(&("unreachable".into(), "k".into())));
}

#[test]
fn what_is_missing_or_wrong_at_one_is_named() {
    let plain = besides("beside", "message m").replace("begun ws beside message m", "start ws");
    finds(&plain, &[("no-trigger", "ws")]);
    let twice =
        besides("beside", "message m").replace("task c", "begun wt beside message n\ntask c") + "\nwt -> c";
    // The flow stands outside of it; what counts is that there are two.
    assert!(found(&twice).iter().any(|(code, _)| code == "several-starts"));
    finds(&(besides("on", "message m") + "\na -> w"), &[("flow-at-event-sub-process", "f14")]);
    let raised = "start s\ntask a\nend e\ns -> a\na -> e\nwhen w\nbegun ws on escalation late\ntask c\nend we\n\
        ws -> c\nc -> we\nclose";
    finds(raised, &[("escalation-not-thrown", "ws")]);
    finds("start s\nescalate t late\nend e\ns -> t\nt -> e", &[("escalation-not-caught", "t")]);
    assert!(check(&model("start s\nescalate t late\nend e\ns -> t\nt -> e")).is_sound());
    let error = besides("on", "error bad").replace("end e\n", "error-end e bad\n");
    finds(&error, &[]);
    // What handles it and passes it on is not caught by what lies beside it.
    let again = error.replace("end we", "error-end we bad");
    finds(&again, &[("error-not-caught", "we")]);
}

#[test]
fn what_ends_all_and_does_nothing_is_remarked() {
    let empty = |how: &str| {
        let lines =
            besides(how, "timer PT8H").replace("task c\n", "").replace("ws -> c\nc -> we", "ws -> we");
        let report = check(&model(&lines));
        assert!(report.is_sound());
        found(&lines)
    };
    assert_eq!(empty("on"), [("ends-all".to_string(), "w".to_string())]);
    assert_eq!(empty("beside"), []);
    // In a sub-process it is a limit for that.
    let inside = "start s\nsub p\nstart ps\ntask a\nend pe\nps -> a\na -> pe\nwhen w\nbegun ws on timer PT8H\nend we\n\
        ws -> we\nclose\nclose\nend e\ns -> p\np -> e";
    finds(inside, &[]);
}

#[test]
fn what_begins_itself_again_for_ever_is_refused() {
    let again = besides("beside", "signal go")
        .replace("end we", "give g go\nend we")
        .replace("c -> we", "c -> g\ng -> we");
    finds(&again, &[("never-ends", "g")]);
    finds(&again.replace("begun ws beside", "begun ws on"), &[]);
    let other = besides("beside", "signal stop")
        .replace("end we", "give g go\nend we")
        .replace("c -> we", "c -> g\ng -> we");
    finds(&other, &[]);
}

#[test]
fn what_is_read_is_written_again_and_has_a_place_in_the_picture() {
    let lines = format!(
        "{}\nwhen v\nbegun vs on escalation late\nescalate-end ve late\nvs -> ve\nclose\n\
         escalate up late\nbeside x a escalation *\nx -> up\nup -> b",
        besides("beside", "timer R3/PT8H")
    );
    let read_first = model(&lines);
    let text = write(&read_first);
    let again = read(text.as_bytes(), &Names::open()).unwrap();
    assert!(differences(&read_first, &again).is_empty(), "{:?}", differences(&read_first, &again));
    assert_eq!(write(&again), text);
    for part in ["triggeredByEvent=\"true\"", "isInterrupting=\"false\"", "escalationCode=\"late\""] {
        assert_eq!(text.matches(part).count(), if part.starts_with('t') { 2 } else { 1 }, "{part}");
    }
    let drawn = layout(&again, again.main().unwrap());
    nothing_covers_anything(&again, &drawn);
    let (w, c, e) = (again.index("w").unwrap(), again.index("c").unwrap(), again.index("e").unwrap());
    let inside = drawn.nodes[&c];
    let around = drawn.nodes[&w];
    assert!(around.x < inside.x && inside.right() < around.right() && inside.bottom() < around.bottom());
    assert!(drawn.nodes[&e].bottom() < around.y && around.bottom() < drawn.height);
    let other = model(&lines.replace("begun ws beside", "begun ws on"));
    assert!(differences(&again, &other).iter().any(|difference| difference.element == "w"));
}

#[test]
fn it_can_be_left_out_again() {
    let drawn = model(&besides("on", "message m"));
    let left = edit(&drawn, &Edit::RemoveEvent { event: "w".into() }, &Names::open()).unwrap();
    let plain = model("start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e");
    assert!(differences(&plain, &left).is_empty());
    // A change elsewhere leaves it where it is.
    let after = process::NewElement { id: "n".into(), ..process::NewElement::default() };
    let about = process::StepDetails { name: "N".into(), ..after.about.clone() };
    let after = Edit::After { of: "a".into(), new: process::NewElement { about, ..after } };
    let more = edit(&drawn, &after, &Names::open()).unwrap();
    assert!(more.begun_by(more.index("w").unwrap()).is_some() && more.index("c").is_some());
    assert_eq!(check(&more).findings, []);
}

#[test]
fn a_table_names_what_it_cannot_hold() {
    let model = model(&besides("on", "message m"));
    let (_, losses) = to_table(&model, model.main().unwrap(), Language::Vietnamese);
    let lost: Vec<_> = losses.iter().map(|loss| (&loss.lost, loss.element.as_str())).collect();
    assert_eq!(lost, [(&Lost::EventSubProcess, "w")]);
}

#[test]
fn a_scenario_says_when_it_comes() {
    let run = |lines: &str, scenario: &str| {
        let scenario: Scenario = serde_json::from_str(scenario).unwrap();
        let trace = simulate(&model(lines), &scenario).unwrap();
        assert!(matches!(trace.end, TraceEnd::Ended { .. }), "{:?}", trace.end);
        trace.entered.join(" ")
    };
    let beside = besides("beside", "message m");
    assert_eq!(run(&beside, "{}"), "s a b e");
    let twice = r#"{"events": [{"message": "m"}, {"message": "m"}]}"#;
    assert_eq!(run(&beside, twice), "s a ws c ws c b we we e");
    let timed = besides("on", "timer PT8H");
    assert_eq!(run(&timed, "{}"), "s a b e");
    assert_eq!(run(&timed, r#"{"events": [{"timer": "ws"}]}"#), "s a ws c we");
    let never = r#"{"steps": {"a": {"never": true}}}"#;
    assert_eq!(run(&timed, never), "s a ws c we");
    let condition = besides("beside", "condition x > 5");
    assert_eq!(run(&condition, "{}"), "s a b e");
    assert_eq!(run(&condition, r#"{"values": {"x": 6}}"#), "s a ws c b we e");
    assert_eq!(run(&condition, r#"{"events": [{"condition": "ws"}]}"#), "s a ws c b we e");
    let error = besides("on", "error bad");
    assert_eq!(run(&error, r#"{"steps": {"a": {"error": "bad"}}}"#), "s a ws c we");
}
