//! Event sub-processes and escalations: what begins beside a scope, what ends it, and who catches what is raised.

mod common;

use common::{file, model, nothing_covers_anything};
use process::{
    Edit, Happening, Lost, Marking, Misfit, Model, Moved, Names, Proof, Scenario, State, TraceEnd, World,
    advance, check, differences, edit, layout, read, simulate, to_table, undo, waits, write,
};
use std::collections::BTreeMap;

struct Run {
    model: Model,
    marking: Marking,
    moves: Vec<Moved>,
}

impl Run {
    fn start(lines: &str) -> Run {
        let mut run = Run { model: model(lines), marking: Marking::default(), moves: Vec::new() };
        run.happen(Happening::Start).expect("it starts");
        run
    }

    fn happen(&mut self, happening: Happening) -> Result<(), Misfit> {
        let (values, nothing) = (feel::Context::new(), BTreeMap::new());
        let world = World { values: &values, chosen: &nothing };
        let step = advance(&self.model, &self.marking, &happening, world)?;
        let read: Vec<Moved> = serde_json::from_str(&serde_json::to_string(&step.moved).unwrap()).unwrap();
        let mut applied = self.marking.clone();
        read.iter().for_each(|moved| applied.apply(moved));
        assert_eq!(applied, step.marking);
        self.marking = step.marking;
        self.moves.extend(step.moved);
        Ok(())
    }

    fn message(&mut self, name: &str) -> &mut Run {
        self.happen(Happening::Message { name: name.into() }).expect("it is waited for");
        self
    }

    fn done(&mut self, at: &str) -> &mut Run {
        let token = self.token(at);
        self.happen(Happening::Done { token }).unwrap_or_else(|misfit| panic!("{at}: {misfit:?}"));
        self
    }

    fn token(&self, at: &str) -> u32 {
        let waits = |token: &&process::Token| token.at == at && token.state == State::Waiting;
        self.marking.tokens.iter().find(waits).unwrap_or_else(|| panic!("{at}: {:?}", self.marking)).id
    }

    /// Where something is done, in the order of the tokens.
    fn at(&self) -> Vec<&str> {
        let work = |token: &&process::Token| token.state == State::Waiting && !self.model.listens(token);
        self.marking.tokens.iter().filter(work).map(|token| token.at.as_str()).collect()
    }

    /// Events that are waited for.
    fn awaited(&self) -> Vec<&str> {
        waits(&self.model, &self.marking).into_iter().map(|wait| wait.event).collect()
    }

    fn passed(&self) -> Vec<&str> {
        self.moves.iter().flat_map(|moved| &moved.passed).map(String::as_str).collect()
    }

    fn ended(&self) -> bool {
        self.marking.has_ended()
    }
}

/// Two steps, and beside them what a message begins.
fn besides(how: &str, by: &str) -> String {
    format!(
        "start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e\n\
         when w\nbegun ws {how} {by}\ntask c\nend we\nws -> c\nc -> we\nclose"
    )
}

#[test]
fn what_does_not_interrupt_runs_beside_and_may_begin_again() {
    let mut run = Run::start(&besides("beside", "message more"));
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
    let mut run = Run::start(&besides("beside", "message more"));
    run.done("a").done("b");
    assert!(run.ended() && run.awaited().is_empty());
    assert_eq!(run.passed(), ["s", "a", "b", "e"]);
}

#[test]
fn what_interrupts_ends_all_else_and_its_scope_ends_with_it() {
    let mut run = Run::start(&besides("on", "message more"));
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
    let mut run = Run::start(lines);
    run.message("more");
    assert_eq!(run.at(), ["a", "d"]);
    run.happen(Happening::Signal { name: "go".into() }).unwrap();
    // What ran beside is ended too, and nothing else begins any more.
    assert_eq!((run.at(), run.awaited()), (vec!["c"], vec![]));
    run.done("c");
    assert_eq!((run.at(), run.awaited()), (vec!["b"], vec![]));
    let mut run = Run::start(lines);
    run.message("more").done("a");
    assert_eq!(run.at(), ["d"]);
    run.done("d");
    assert_eq!(run.at(), ["b"]);
    assert_eq!(run.happen(Happening::Message { name: "more".into() }), Err(Misfit::NotWaiting));
}

#[test]
fn a_time_begins_it_once_and_one_that_comes_again_so_often() {
    let come = |run: &mut Run| {
        let token = run.token("w");
        run.happen(Happening::Came { token, event: "ws".into() })
    };
    let mut once = Run::start(&besides("beside", "timer PT8H"));
    come(&mut once).unwrap();
    assert_eq!((once.at(), once.awaited()), (vec!["a", "c"], vec![]));
    assert_eq!(come(&mut once), Err(Misfit::NotWaiting));
    let mut twice = Run::start(&besides("beside", "timer R2/PT8H"));
    come(&mut twice).unwrap();
    come(&mut twice).unwrap();
    assert_eq!(twice.at(), ["a", "c", "c"]);
    assert_eq!(come(&mut twice), Err(Misfit::NotWaiting));
    let mut ends = Run::start(&besides("on", "timer PT8H"));
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
    let mut run = Run::start(&lines(handler));
    run.done("a");
    assert_eq!(run.at(), ["c"]);
    run.done("c");
    assert_eq!(run.at(), ["b"]);
    // What handles it may pass it on.
    let again = handler.replace("end we", "error-end we bad");
    let mut run = Run::start(&lines(&again));
    run.done("a").done("c");
    assert_eq!(run.at(), ["d"]);
    let mut run = Run::start(&lines(""));
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
    assert_eq!(Run::start(&quiet).at(), ["a"]);
    let beside = Run::start(&lines("beside x o escalation late\nx -> c"));
    assert_eq!(beside.at(), ["c", "a"]);
    let on = Run::start(&lines("on x o escalation late\nx -> c"));
    assert_eq!(on.at(), ["c"]);
    let exactly = Run::start(&lines("on y o escalation *\ny -> e\non x o escalation late\nx -> c"));
    assert_eq!(exactly.passed().last(), Some(&"c"));
    let other = "on x o escalation other\nx -> e\non y o escalation *\ny -> c";
    assert_eq!(Run::start(&lines(other)).passed().last(), Some(&"c"));
}

#[test]
fn an_escalation_begins_what_lies_beside_and_a_handler_passes_it_on() {
    let lines = |how: &str, end: &str| {
        format!(
            "start s\ntask a\nescalate-end e late\ntask b\nend f\nand g\ns -> g\ng -> a\ng -> b\na -> e\nb -> f\n\
             when w\nbegun ws {how} escalation late\ntask c\n{end}\nws -> c\nc -> we\nclose"
        )
    };
    let mut run = Run::start(&lines("beside", "end we"));
    run.done("a");
    assert_eq!(run.at(), ["b", "c"]);
    run.done("b").done("c");
    assert!(run.ended());
    let mut run = Run::start(&lines("on", "end we"));
    run.done("a");
    assert_eq!(run.at(), ["c"]);
    // It does not begin itself again.
    let mut run = Run::start(&lines("beside", "escalate-end we late"));
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
        assert_eq!(Run::start(&lines).at(), ["c"], "{kind}");
        let inside = format!(
            "start s\nsub p\nstart ps\n{throw}\ntask a\nend pe\nps -> t\nt -> a\na -> pe\nclose\ntask b\nend e\n\
             on x p {kind} late\ns -> p\np -> b\nx -> b\nb -> e"
        );
        assert_eq!(Run::start(&inside).at(), ["b"], "{kind}");
    }
}

#[test]
fn going_back_undoes_what_interrupted_and_leaves_what_runs_beside() {
    let back = |run: &mut Run, token: u32| {
        let past: Vec<&Moved> = run.moves.iter().collect();
        let moved = undo(&past, &run.marking, token).expect("it can be gone back to").moved;
        run.marking.apply(&moved);
        run.moves.push(moved);
    };
    let mut run = Run::start(&besides("beside", "message more"));
    let first = run.token("a");
    run.message("more").done("a");
    back(&mut run, first);
    let mut at = run.at();
    at.sort();
    assert_eq!((at, run.awaited()), (vec!["a", "c"], vec!["ws"]));
    let mut run = Run::start(&besides("on", "message more"));
    let first = run.token("a");
    run.done("a").message("more");
    back(&mut run, first);
    assert_eq!((run.at(), run.awaited()), (vec!["a"], vec!["ws"]));
    run.message("more").done("c");
    assert!(run.ended());
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
    let after = process::New { id: "n".into(), ..process::New::default() };
    let about = process::About { name: "N".into(), ..after.about.clone() };
    let after = Edit::After { of: "a".into(), new: process::New { about, ..after } };
    let more = edit(&drawn, &after, &Names::open()).unwrap();
    assert!(more.begun_by(more.index("w").unwrap()).is_some() && more.index("c").is_some());
    assert_eq!(check(&more).findings, []);
}

#[test]
fn a_table_names_what_it_cannot_hold() {
    let model = model(&besides("on", "message m"));
    let (_, losses) = to_table(&model, model.main().unwrap(), process::Tongue::Vietnamese);
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
    let error = besides("on", "error bad");
    assert_eq!(run(&error, r#"{"steps": {"a": {"error": "bad"}}}"#), "s a ws c we");
}
