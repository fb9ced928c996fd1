//! What the checks find, and where; and what they let through.

mod back_and_on;
mod denied;
mod large;
mod said;
mod thrown;

use crate::common::file;
use process::{Names, Proof, Report, Trouble, Weight, check, read};

fn report(lines: &str) -> Report {
    looked_at(&file(lines))
}

fn looked_at(text: &str) -> Report {
    check(&read(text.as_bytes(), &Names::open()).expect("the file is read"))
}

/// Codes and elements of what was found, but for notes.
fn found(lines: &str) -> Vec<(String, String)> {
    let report = report(lines);
    let heavy = report.findings.iter().filter(|finding| finding.trouble.weight() > Weight::Note);
    heavy.map(|finding| (finding.trouble.code().to_string(), finding.element.clone())).collect()
}

#[track_caller]
fn finds(lines: &str, code: &str, element: &str) {
    let found = found(lines);
    assert!(found.iter().any(|(own, at)| own == code && at == element), "{code} at {element}: {found:?}");
}

#[track_caller]
fn sound(lines: &str) -> Proof {
    let report = report(lines);
    assert_eq!(report.findings, []);
    report.proof
}

#[test]
fn block_structured_processes_are_proved_by_their_form() {
    for lines in [
        "start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e",
        // Choice, parallel and inclusive blocks inside each other.
        "start s\nxor g\nand p\ntask a\ntask b\nand q\nor o\ntask c\ntask d\nor r\nxor h\nend e\ns -> g\ng -> p if x\ng -> o else\np -> a\np -> b\na -> q\nb -> q\nq -> h\no -> c if y\no -> d else\nc -> r\nd -> r\nr -> h\nh -> e",
        // A loop with a bound, and ends of their own.
        "start s\nxor m\ntask a\nxor g\nend e\nend f\ns -> m\nm -> a\na -> g\ng -> m max 3 if again\ng -> f if wrong\ng -> e else",
        // The way back leads straight to the step.
        "start s\ntask a\nxor g\ntask b\nend e\ns -> a\na -> g\ng -> b max 3 if again\nb -> a\ng -> e else",
        // Branches that end apart.
        "start s\nand p\ntask a\ntask b\nend e\nend f\ns -> p\np -> a\np -> b\na -> e\nb -> f",
        // Events on the edge: one takes over and comes back to a choice, one runs beside to its own end.
        "start s\ntask a\non t a timer PT8H\nbeside r a timer PT4H\ntask b\ntask w\nxor m\nend e\nend f\ns -> a\na -> m\nt -> b\nb -> m\nm -> e\nr -> w\nw -> f",
        // An event-based choice.
        "start s\nwait w\nmessage m paid\ntimer t P5D\nxor j\nend e\ns -> w\nw -> m\nw -> t\nm -> j\nt -> j\nj -> e",
        // A sub-process.
        "start s\nsub u\nstart us\ntask a\nend ue\nus -> a\na -> ue\nclose\nend e\ns -> u\nu -> e",
        // Nested choices without a merge for each.
        "start s\nxor g\nxor h\ntask a\ntask b\nxor m\nend e\ns -> g\ng -> a if x\ng -> h else\nh -> b if y\nh -> m else\na -> m\nb -> m\nm -> e",
    ] {
        assert_eq!(sound(lines), Proof::Blocks, "{}", lines.replace('\n', "; "));
    }
}

#[test]
fn what_is_not_built_of_blocks_is_explored() {
    // A loop that is entered at two places.
    let lines = format!("start s\nend e\ns -> g0\nx0 -> e\n{}", two_entries(0));
    assert!(matches!(sound(&lines), Proof::Explored { .. }));
    // A step of one branch waits for a step of the other.
    let lines = "start s\nand p\ntask a\ntask b\nand x\nand y\ntask c\ntask d\nand j\nend e\ns -> p\np -> a\np -> b\na -> x\nx -> c\nx -> y\nb -> y\ny -> d\nc -> j\nd -> j\nj -> e";
    assert_ne!(sound(lines), Proof::None);
}

/// From `gN` to `xN`, with a loop that can be entered at two places: no block.
fn two_entries(n: usize) -> String {
    format!(
        "xor g{n}\nxor l{n}\nxor r{n}\ntask a{n}\ntask b{n}\nxor h{n}\nxor k{n}\nxor x{n}\ng{n} -> l{n} if left\ng{n} -> r{n} else\nl{n} -> a{n}\na{n} -> h{n}\nh{n} -> r{n} max 2 if again\nh{n} -> x{n} else\nr{n} -> b{n}\nb{n} -> k{n}\nk{n} -> l{n} max 2 if again\nk{n} -> x{n} else\n"
    )
}

#[test]
fn a_join_that_waits_for_ever_is_found() {
    finds(
        "start s\nxor g\ntask a\ntask b\nand j\nend e\ns -> g\ng -> a if x\ng -> b else\na -> j\nb -> j\nj -> e",
        "deadlock",
        "j",
    );
    // One branch of a parallel block may end early.
    finds(
        "start s\nand p\nxor g\ntask a\ntask b\nand j\nend e\nend f\ns -> p\np -> g\np -> b\ng -> a if x\ng -> f else\na -> j\nb -> j\nj -> e",
        "deadlock",
        "j",
    );
    // An event that takes over leaves the others waiting.
    finds(
        "start s\nand p\ntask a\non t a timer PT8H\ntask b\nand j\nend e\nend f\ns -> p\np -> a\np -> b\na -> j\nb -> j\nj -> e\nt -> f",
        "deadlock",
        "j",
    );
}

#[test]
fn branches_that_meet_without_being_joined_are_found() {
    let lines = "start s\nand p\ntask a\ntask b\nxor m\ntask c\nend e\ns -> p\np -> a\np -> b\na -> m\nb -> m\nm -> c\nc -> e";
    finds(lines, "not-synchronised", "m");
    // Straight into a step.
    finds(
        "start s\nand p\ntask a\ntask b\ntask c\nend e\ns -> p\np -> a\np -> b\na -> c\nb -> c\nc -> e",
        "not-synchronised",
        "c",
    );
    // What runs beside comes back into the main way.
    finds(
        "start s\ntask a\nbeside t a timer PT8H\ntask b\nend e\ns -> a\na -> b\nt -> b\nb -> e",
        "not-synchronised",
        "b",
    );
}

#[test]
fn what_is_not_reached_or_leads_nowhere_is_found() {
    finds("start s\ntask a\ntask b\nend e\ns -> a\na -> e\nb -> e", "unreachable", "b");
    finds("start s\nxor g\ntask a\ntask b\nend e\ns -> g\ng -> a if x\ng -> b else\na -> e", "dead-end", "b");
    finds(
        "start s\nxor g\ntask a\ntask b\nend e\ns -> g\ng -> e if x\ng -> a else\na -> b\nb -> a",
        "never-ends",
        "a",
    );
    finds("task a\nend e\na -> e", "no-start", "main");
    finds("start s\ntask a\ns -> a", "no-end", "main");
    finds("start s\nstart t\ntask a\nend e\ns -> a\nt -> a\na -> e", "several-starts", "t");
}

#[test]
fn a_choice_needs_an_answer_whatever_holds() {
    let choice = |one: &str, other: &str| {
        format!(
            "start s\nxor g\ntask a\ntask b\nxor m\nend e\ns -> g\ng -> a {one}\ng -> b {other}\na -> m\nb -> m\nm -> e"
        )
    };
    finds(&choice("if x > 5", "if x < 3"), "no-default", "g");
    finds(&choice("if x > 5", ""), "no-condition", "f8");
    for (one, other) in [
        ("if x > 5", "else"),
        ("if x > 5", "if x <= 5"),
        ("if x", "if not(x)"),
        ("if kind = \"new\"", "if kind != \"new\""),
    ] {
        assert_eq!(sound(&choice(one, other)), Proof::Blocks, "{one} / {other}");
    }
    // Contrary only in part.
    finds(&choice("if x > 5 and y > 1", "if x <= 5 and y > 1"), "no-default", "g");
}

#[test]
fn a_choice_may_name_every_way_a_step_turns_out() {
    let text = file(
        "start s\ntask check\nxor g\nend e\nend f\ns -> check\ncheck -> g\ng -> e if steps.check.outcome = \"good\"\ng -> f if steps.check.outcome = \"bad\"",
    );
    let found = |outcomes: &[&str]| {
        let outcomes: String = outcomes.iter().map(|key| format!("<m:outcome key=\"{key}\"/>")).collect();
        let step = format!(
            "<userTask id=\"check\"><extensionElements><m:step>{outcomes}</m:step></extensionElements>"
        );
        let text = text.replace("<userTask id=\"check\">", &step);
        check(&read(text.as_bytes(), &Names::open()).unwrap()).findings.len()
    };
    assert_eq!(
        [found(&["good", "bad"]), found(&["good"]), found(&["good", "bad", "unclear"]), found(&[])],
        [0, 0, 1, 1]
    );
}

#[test]
fn a_loop_states_its_bound_and_has_something_to_do() {
    let looped = |how: &str| {
        format!("start s\nxor m\ntask a\nxor g\nend e\ns -> m\nm -> a\na -> g\ng -> m {how}\ng -> e else")
    };
    finds(&looped("if again"), "loop-without-bound", "f8");
    assert_eq!(sound(&looped("max 3 if again")), Proof::Blocks);
    finds(
        "start s\nxor g\nxor h\nend e\ns -> g\ng -> h\nh -> g max 3 if x\nh -> e else",
        "endless-loop",
        "h",
    );
    // A bound on the way that is always open would leave no way.
    finds(
        "start s\nxor m\ntask a\nxor g\nend e\ns -> m\nm -> a\na -> g\ng -> m max 3 if x\ng -> e if y",
        "no-default",
        "g",
    );
}

#[test]
fn expressions_are_read_and_their_faults_told() {
    let choice = |condition: &str| {
        format!("start s\nxor g\ntask a\nend e\nend f\ns -> g\ng -> a if {condition}\ng -> f else\na -> e")
    };
    finds(&choice("x >"), "bad-expression", "f6");
    finds(&choice("1 + \"a\" = 2"), "bad-expression", "f6");
    finds(&choice("1 + 2"), "bad-expression", "f6");
    finds(&choice("${x == 1}"), "foreign-expression", "f6");
    let names = [("fee".to_string(), feel::Type::Number)].into();
    let model = read(file(&choice("fees > 100")).as_bytes(), &Names::known(names)).unwrap();
    let report = check(&model);
    let language::Text { vi, en } = report.findings[0].trouble.sentences();
    assert!(en.contains("fees") && en.contains("“fee”") && vi.contains("“fee”"), "{en} {vi}");
}

#[test]
fn names_a_process_makes_itself_are_known_in_it() {
    let lines = "start s\nrule r total fee * 2\nxor g\ntask a\nend e\nend f\ns -> r\nr -> g\n\
        g -> a if phí phải nộp - 1 > fee and now() != null\ng -> f else\na -> e";
    let text = file(lines).replace("\"total\"", "\"phí phải nộp\"");
    let known = Names::known([("fee".to_string(), feel::Type::Number)].into());
    assert_eq!(check(&read(text.as_bytes(), &known).unwrap()).findings, []);
    // Of what it does not make nothing is known.
    let other = text.replace("name=\"phí phải nộp\"", "name=\"tổng\"");
    assert_eq!(check(&read(other.as_bytes(), &known).unwrap()).findings[0].trouble.code(), "bad-expression");
}

#[test]
fn what_is_not_run_is_named_with_its_reason() {
    let text = file("start s\ntask a\nend e\ns -> a\na -> e")
        .replace("<userTask id=\"a\"></userTask>", "<scriptTask id=\"a\" name=\"Tính phí\"/>");
    let report = check(&read(text.as_bytes(), &Names::open()).unwrap());
    let finding = &report.findings[0];
    assert_eq!(
        (finding.trouble.code(), finding.element.as_str(), finding.name.as_str()),
        ("not-executable", "a", "Tính phí")
    );
    assert_eq!(report.findings.len(), 1);
}

#[test]
fn errors_and_calls_are_followed() {
    finds("start s\nerror-end x wrong\ns -> x", "error-not-caught", "x");
    let caught = "start s\nsub u\nstart us\ntask a\nerror-end ux wrong\nus -> a\na -> ux\nclose\non c u error wrong\nend e\nend f\ns -> u\nu -> e\nc -> f";
    assert_eq!(sound(caught), Proof::Blocks);
    finds("start s\ncall c nobody\nend e\ns -> c\nc -> e", "unknown-process", "c");
    finds(
        "start s\ncall c q\nend e\ns -> c\nc -> e\nprocess q\nstart qs\ncall d main\nend qe\nqs -> d\nd -> qe",
        "calls-itself",
        "c",
    );
}

#[test]
fn what_ends_everything_lets_no_join_wait() {
    let branch = |end: &str| {
        format!(
            "start s\nand p\ntask a\ntask b\nxor x\nand j\nend e\n{end} stop\ns -> p\np -> a\np -> b\na -> j\nb -> x\nx -> j if good\nx -> stop else\nj -> e"
        )
    };
    assert!(matches!(sound(&branch("terminate")), Proof::Explored { .. }));
    finds(&branch("end"), "deadlock", "j");
    // An error ends everything in its scope.
    let inside = "start us\nand p\ntask a\ntask b\nxor x\nand j\nend ue\nerror-end stop wrong\nus -> p\np -> a\np -> b\na -> j\nb -> x\nx -> j if good\nx -> stop else\nj -> ue";
    let lines =
        format!("start s\nsub u\n{inside}\nclose\non c u error wrong\nend e\nend f\ns -> u\nu -> e\nc -> f");
    assert!(matches!(sound(&lines), Proof::Explored { .. }));
    // A join that what ends everything always comes before.
    finds(
        "start s\nand p\nand q\nxor x\nand j\nend e\nterminate stop\ns -> p\np -> q\np -> x\nq -> j\nq -> stop\nx -> j if good\nx -> stop else\nj -> e\nx -> j if better",
        "deadlock",
        "j",
    );
}

#[test]
fn of_a_condition_and_a_default_one_is_taken() {
    let task = |flows: &str| {
        format!("start s\ntask A\ntask B\ntask C\nxor m\nend e\ns -> A\n{flows}\nB -> m\nC -> m\nm -> e")
    };
    assert_eq!(sound(&task("A -> B else\nA -> C if x > 1")), Proof::Blocks);
    assert_eq!(sound(&task("A -> B if x <= 1\nA -> C if x > 1")), Proof::Blocks);
    finds(&task("A -> B\nA -> C if x > 1"), "not-synchronised", "m");
    finds(&task("A -> B if x < 3\nA -> C if x > 1"), "not-synchronised", "m");
}

#[test]
fn an_inclusive_join_beside_what_may_come_again_cannot_know_how_often() {
    let lines = |timer: &str| {
        format!(
            "start s\ntask A\nbeside late A timer {timer}\ntask C\nor j\ntask after\nend e\ns -> A\nA -> j\nlate -> C\nC -> j\nj -> after\nafter -> e"
        )
    };
    assert_eq!(sound(&lines("PT1H")), Proof::Blocks);
    assert_eq!(sound(&lines("R1/PT1H")), Proof::Blocks);
    finds(&lines("R/PT1H"), "not-synchronised", "j");
    finds(&lines("R3/PT1H"), "not-synchronised", "j");
}

#[test]
fn work_beside_a_loop_may_run_several_times() {
    let again = "start s\nxor m\ntask a\nbeside t a timer PT4H\ntask remind\nxor g\nend e\nend f\ns -> m\nm -> a\na -> g\ng -> m max 3 if again\ng -> e else\nt -> remind\nremind -> f";
    assert_eq!(sound(again), Proof::Blocks);
    // But what follows a loop is done once for all that leaves it.
    finds(
        "start s\nor m\nand p\ntask a\ntask b\nxor g\nend e\ns -> m\nm -> p\np -> a\np -> m\na -> g\ng -> b else\ng -> m max 2 if x\nb -> e",
        "not-synchronised",
        "b",
    );
}

#[test]
fn flows_where_none_can_lead_are_named_and_nothing_else_is() {
    let lines = "start s\ntask a\non t a timer PT8H\nend e\nend f\ntask b\ns -> a\na -> e\nt -> f\na -> t if x\ne -> b\nb -> f";
    assert_eq!(
        found(lines),
        [("flow-into-event".to_string(), "f9".to_string()), ("flow-out-of-end".into(), "f10".into())]
    );
    finds("start s\ntask a\nend e\ns -> a\na -> e\na -> s if x", "flow-into-event", "f5");
}

#[test]
fn what_is_not_run_casts_no_shadow() {
    let only = |text: String| {
        let report = check(&read(text.as_bytes(), &Names::open()).unwrap());
        let codes: Vec<&str> = report.findings.iter().map(|finding| finding.trouble.code()).collect();
        assert_eq!(codes, ["not-executable"], "{text}");
    };
    let text = file("start s\ntask a\ntask b\nend e\ns -> a\na -> e");
    let shut = "<adHocSubProcess id=\"x\"><startEvent id=\"xs\"/></adHocSubProcess>";
    only(text.replace("<userTask id=\"b\"></userTask>", shut));
    let led = file("start s\ntask a\ntask b\nand j\nend e\ns -> a\na -> e\nb -> j\nj -> e");
    only(led.replace(
        "<userTask id=\"b\"></userTask>",
        "<boundaryEvent id=\"b\" attachedToRef=\"a\"><cancelEventDefinition/></boundaryEvent>",
    ));
    only(
        text.replace(
            "<startEvent id=\"s\"></startEvent>",
            "<startEvent id=\"s\"><cancelEventDefinition/></startEvent>",
        )
        .replace("<userTask id=\"b\"></userTask>", ""),
    );
    only(
        text.replace(
            "<endEvent id=\"e\"></endEvent>",
            "<endEvent id=\"e\"><cancelEventDefinition/></endEvent>",
        )
        .replace("<userTask id=\"b\"></userTask>", ""),
    );
}

#[test]
fn what_comes_without_a_pause_is_refused() {
    let lines = |time: &str| {
        format!("start s\ntask a\nbeside t a timer {time}\nend e\nend f\ns -> a\na -> e\nt -> f")
    };
    for time in ["R/PT0S", "R3/P0D", "R0/PT1H"] {
        finds(&lines(time), "bad-time", "t");
    }
    assert_eq!(sound(&lines("R/PT1S")), Proof::Blocks);
}

#[test]
fn ranges_and_lists_that_leave_nothing_out_need_no_default() {
    let choice = |ways: &[&str]| {
        let mut lines = "start s\nxor g\nend e\ns -> g\n".to_string();
        for (n, condition) in ways.iter().enumerate() {
            lines += &format!("task a{n}\ng -> a{n} if {condition}\na{n} -> e\n");
        }
        lines
    };
    for whole in [
        &["ok = true", "ok = false"][..],
        &["ok", "not(ok)"],
        &["x < 5", "x in [5..10)", "x >= 10"],
        &["x in (<5)", "x in (>=5)"],
    ] {
        assert_eq!(sound(&choice(whole)), Proof::Blocks, "{whole:?}");
    }
    finds(&choice(&["x < 5", "x in (5..10)", "x >= 10"]), "no-default", "g");
    // The options of a question, where they are known.
    let names = || {
        let form = feel::Type::context([("kind", feel::Type::Text)]);
        let options = ["new", "again"].map(str::to_string).to_vec();
        Names::known([("form".to_string(), form)].into())
            .with_choices([("form.kind".to_string(), options)].into())
    };
    let all = |ways: &[&str]| {
        let model = read(file(&choice(ways)).as_bytes(), &names()).unwrap();
        process::check_for(&model, &names()).findings.len()
    };
    assert_eq!(all(&["form.kind = \"new\"", "form.kind = \"again\""]), 0);
    assert_eq!(all(&["form.kind = \"new\"", "form.kind = \"new\" and form.kind != \"again\""]), 1);
}

#[test]
fn what_is_not_come_to_is_named_once() {
    let chain: String = (0..50).map(|n| format!("task t{n}\n")).collect();
    let flows: String = (1..50).map(|n| format!("t{} -> t{n}\n", n - 1)).collect();
    let plain = "start s\ntask a\nend e\ns -> a\na -> e\n";
    let only = |code: &str, at: &str| vec![(code.to_string(), at.to_string())];
    assert_eq!(found(&format!("{plain}{chain}{flows}t49 -> e")), only("unreachable", "t0"));
    // A round that nothing leads to, and one that nothing leads out of.
    let round = found(&format!("{plain}{chain}{flows}xor g\nt49 -> g\ng -> t0 max 2 if x\ng -> e else"));
    assert_eq!(round, only("unreachable", "t0"));
    let endless = format!(
        "start s\ntask a\nxor g\nend e\ns -> a\na -> g\ng -> e if x\ng -> t0 else\n{chain}{flows}t49 -> t40"
    );
    let ends: Vec<_> = found(&endless).into_iter().filter(|(code, _)| code == "never-ends").collect();
    assert_eq!(ends, only("never-ends", "t40"));
}

#[test]
fn a_way_with_an_empty_condition_has_to_say_when_it_is_taken() {
    let found = |node: &str, x: &str, y: &str| -> Vec<String> {
        let lines =
            format!("start s\n{node}\ntask b\ntask c\nend e\ns -> a\na -> b{x}\na -> c{y}\nb -> e\nc -> e");
        let report = looked_at(&file(&lines).replace(">EMPTY<", "> <"));
        let gaps = report.findings.iter().filter(|found| found.trouble == Trouble::NoCondition);
        gaps.map(|found| found.element.clone()).collect()
    };
    for node in ["task a", "xor a", "or a"] {
        assert_eq!(found(node, " if EMPTY", " else"), ["f6"], "{node}");
        assert_eq!(found(node, " if EMPTY", " if EMPTY"), ["f6", "f7"], "{node}");
    }
    // Drawn without a condition, both are taken: nobody chooses there.
    assert_eq!(found("task a", "", ""), [""; 0]);
    assert_eq!(found("and a", " if EMPTY", ""), [""; 0]);
    // The only way on is taken whatever is said of it.
    let alone = file("start s\ntask a\nend e\ns -> a\na -> e if EMPTY").replace(">EMPTY<", "><");
    assert_eq!(looked_at(&alone).findings, []);
}

#[test]
fn what_has_an_answer_its_author_does_not_mean_is_a_note() {
    let lines =
        "start s\nxor a\ntask b\nend e\ns -> a\na -> b if if 1 then true else false\na -> e else\nb -> e";
    let report = report(lines);
    let [note] = report.findings.as_slice() else { panic!("{:?}", report.findings) };
    let said = (note.trouble.code(), note.trouble.weight(), note.element.as_str());
    assert_eq!(said, ("odd-expression", Weight::Note, "f5"));
    assert!(note.trouble.sentences().en.contains("never true"));
}
