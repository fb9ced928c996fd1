//! What is certain of errors and escalations: that nothing goes on, or that something comes once.

use super::{found, report, sound};
use process::{Proof, Weight};

/// A sub-process in which an escalation is thrown after its first step, with an event on its edge.
fn escalating(how: &str, inside: &str, around: &str) -> String {
    format!(
        "start s\nend e\nsub u\nstart us\ntask ua\ntask ub\nescalate t late\nend ue\n{inside}\nclose\n{how} c u escalation late\n{around}"
    )
}

const STRAIGHT: &str = "us -> ua\nua -> t\nt -> ub\nub -> ue";

fn only(lines: &str, code: &str, elements: &[&str]) {
    let expected: Vec<(String, String)> =
        elements.iter().map(|at| (code.to_string(), at.to_string())).collect();
    assert_eq!(found(lines), expected, "{lines}");
}

#[test]
fn what_follows_an_activity_that_is_never_left_is_not_come_to() {
    let inside = "start us\ntask ua\nerror-end ux bad\nus -> ua\nua -> ux";
    let around = "task n\ntask m\nend e\ntask h\nend q\ns -> u\nu -> n\nn -> m\nm -> e\nc -> h\nh -> q";
    only(&format!("start s\nsub u\n{inside}\nclose\non c u error bad\n{around}"), "unreachable", &["n"]);
    // Where it may end otherwise, it may be gone on from.
    let either = "start us\nxor ux0\nend ue\nerror-end ux bad\nus -> ux0\nux0 -> ue if good\nux0 -> ux else";
    sound(&format!("start s\nsub u\n{either}\nclose\non c u error bad\n{around}"));
    // By an escalation that interrupts: what follows it inside, and what follows all of it.
    let around = "task n\ntask h\nend q\ns -> u\nu -> n\nn -> e\nc -> h\nh -> q";
    only(&escalating("on", STRAIGHT, around), "unreachable", &["ub", "n"]);
    sound(&escalating(
        "beside",
        STRAIGHT,
        &around.replace("task n", "task n\ntask n2").replace("n -> e", "n -> n2\nn2 -> e"),
    ));
    // From two levels further in, and where it is caught further out.
    let deep = "start s\nend e\nsub o\nstart os\nend oe\nsub u\nstart us\ntask ua\nescalate-end ut late\nus -> ua\nua -> ut\nclose\ntask om\nos -> u\nu -> om\nom -> oe\nclose\non c o escalation late\nend q\ns -> o\no -> e\nc -> q";
    only(deep, "unreachable", &["om"]);
}

#[test]
fn an_escalation_that_interrupts_for_certain_is_the_only_way_on() {
    let around = "and f\nand j\ntask a\ntask h\nend e9\ns -> f\nf -> a\na -> j\nf -> u\nu -> e9\nc -> h\nh -> j\nj -> e";
    only(&escalating("on", STRAIGHT, around), "unreachable", &["ub"]);
    // An end behind it is no work that is lost.
    let last = "us -> ua\nua -> ub\nub -> t\nt -> ue";
    sound(&escalating("on", last, around));
    let may = "xor ux\nus -> ua\nua -> ux\nux -> t if bad\nux -> ub else\nt -> ue\nub -> ue";
    assert!(found(&escalating("on", may, around)).contains(&("deadlock".into(), "j".into())));
}

/// What is thrown for certain leads, beside what it was thrown in, to what ends all around it.
#[test]
fn what_surely_comes_beside_may_end_all_around_it() {
    let lines = |inside: &str, beside: &str| {
        format!(
            "start s\ntask n\nend e\ntask h\nend q\nsub o\nstart os\nend oe\n\
             sub u\nstart us\ntask ua\nescalate t late\nend ue\n{inside}\nclose\n\
             beside c u escalation late\nescalate-end ot bad\nos -> u\nu -> oe\n{beside}\nclose\n\
             on d o escalation bad\ns -> o\no -> n\nn -> e\nd -> h\nh -> q"
        )
    };
    let surely = "us -> ua\nua -> t\nt -> ue";
    only(&lines(surely, "c -> ot"), "unreachable", &["n"]);
    only(&lines(surely, "task ob\nc -> ob\nob -> ot"), "unreachable", &["n"]);
    // Thrown perhaps, or perhaps leading elsewhere, or past an end that ends all before.
    sound(&lines("xor ux\nus -> ua\nua -> ux\nux -> t if bad\nux -> ue else\nt -> ue", "c -> ot"));
    sound(&lines(surely, "xor ox\nc -> ox\nox -> ot if bad\nox -> oe else"));
    sound(&lines(surely, "xor ox\nterminate oz\nc -> ox\nox -> ot if bad\nox -> oz else"));
}

/// However deep: looking for what is thrown goes no deeper than anything is run.
#[test]
fn what_is_thrown_in_a_process_that_calls_itself_is_told() {
    let around = |called: &str| {
        format!(
            "start s\ncall u {called}\nescalate t late\nend e\nbeside c u escalation late\nend q\n\
             s -> t\nt -> u\nu -> e\nc -> q"
        )
    };
    super::finds(&around("main"), "calls-itself", "u");
    let mut lines = around("p0");
    for number in 0..3_000 {
        lines += &format!(
            "\nprocess p{number}\nstart s{number}\ncall u{number} p{}\nend e{number}\n\
             s{number} -> u{number}\nu{number} -> e{number}",
            number + 1
        );
    }
    lines += "\nprocess p3000\nstart s3000\nescalate-end e3000 late\ns3000 -> e3000";
    super::finds(&lines, "nested-too-deep", "u50");
}

#[test]
fn what_is_thrown_once_is_joined_with_what_it_was_thrown_beside() {
    let join =
        |kind: &str| format!("{kind} j\ntask h\ntask d\ns -> u\nu -> j\nc -> h\nh -> j\nj -> d\nd -> e");
    for kind in ["and", "or"] {
        sound(&escalating("beside", STRAIGHT, &join(kind)));
    }
    only(&escalating("beside", STRAIGHT, &join("xor")), "not-synchronised", &["j"]);
    // At one of two places.
    let either = "xor ux\nescalate t2 late\nus -> ua\nua -> ux\nux -> t if bad\nux -> t2 else\nt -> ub\nt2 -> ub\nub -> ue";
    sound(&escalating("beside", either, &join("and")));
    // Perhaps: an inclusive join waits for it, one of all waits for ever.
    let may = "xor ux\nus -> ua\nua -> ux\nux -> t if bad\nux -> ub else\nt -> ue\nub -> ue";
    sound(&escalating("beside", may, &join("or")));
    only(&escalating("beside", may, &join("and")), "deadlock", &["j"]);
    // Twice: nobody knows how often to wait.
    let twice = "escalate t2 late\nus -> ua\nua -> t\nt -> t2\nt2 -> ub\nub -> ue";
    let parallel =
        "and ug\nescalate t2 late\nus -> ua\nua -> ug\nug -> t\nug -> t2\nt -> ub\nt2 -> ue\nub -> ue";
    for inside in [twice, parallel] {
        for kind in ["and", "or", "xor"] {
            assert!(!found(&escalating("beside", inside, &join(kind))).is_empty(), "{kind}: {inside}");
        }
    }
    // Not where a time may come before it.
    let timed = escalating(
        "beside",
        STRAIGHT,
        &join("and").replace("and j", "on o u timer PT1H\nend oe\no -> oe\nand j"),
    );
    only(&timed, "deadlock", &["j"]);
}

#[test]
fn an_error_interrupts_whatever_is_drawn() {
    let inside = "start us\ntask ua\nxor x\nend ue\nerror-end ux bad\nus -> ua\nua -> x\nx -> ue if good\nx -> ux else";
    let lines = |join: &str| {
        format!(
            "start s\nsub u\n{inside}\nclose\nbeside c u error bad\n{join} j\ntask h\nend e\ns -> u\nu -> j\nc -> h\nh -> j\nj -> e"
        )
    };
    only(&lines("and"), "deadlock", &["j"]);
    only(&lines("xor"), "", &[]);
    let told = report(&lines("xor"));
    let notes: Vec<_> = told.findings.iter().map(|it| (it.trouble.code(), it.element.as_str())).collect();
    assert_eq!(notes, [("error-interrupts", "c")]);
    assert!(
        told.findings.iter().all(|it| it.trouble.weight() == Weight::Note) && told.proof == Proof::Blocks
    );
}
