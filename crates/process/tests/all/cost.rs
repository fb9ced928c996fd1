//! What a check costs is counted, and grows with the drawing and not with its square; past the bound it says so.

use crate::common::file;
use process::{Effort, Model, Names, Proof, Report, Scenario, TraceEnd, check_within, read, simulate};
use std::fmt::Write;

fn model(lines: &str) -> Model {
    read(file(lines).as_bytes(), &Names::open()).expect("the file is read")
}

fn within(lines: &str, work: u64) -> Report {
    check_within(&model(lines), &Names::open(), Effort { work, bytes: 4_000_000 })
}

fn codes(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.trouble.code()).collect()
}

/// From one gateway over so many steps to another.
fn fan(from: &str, to: &str, ways: usize, how: impl Fn(usize) -> String) -> String {
    let mut lines = format!("start s\n{from} f\n{to} t\nend e\ns -> f\nt -> e\n");
    for n in 0..ways {
        let _ = write!(lines, "task a{n}\nf -> a{n} {}\na{n} -> t\n", how(n));
    }
    lines
}

#[test]
fn wide_drawings_cost_what_they_are_wide() {
    let plain = |_: usize| String::new();
    let choice = |n: usize| if n == 0 { "else".to_string() } else { format!("if x = {n}") };
    assert_eq!(within(&fan("and", "and", 2_000, plain), 1_000_000).proof, Proof::Blocks);
    assert_eq!(within(&fan("xor", "xor", 3_000, choice), 1_500_000).proof, Proof::Blocks);
    assert_eq!(within(&fan("or", "or", 3_000, choice), 1_500_000).proof, Proof::Blocks);
    // The engine would not go along.
    assert_eq!(codes(&within(&fan("and", "and", 2_001, plain), 1_000_000)), ["too-many-at-once"]);
    let wrong = within(&fan("and", "xor", 2_000, plain), 1_500_000);
    assert_eq!(codes(&wrong), ["not-synchronised"]);
    assert_eq!(wrong.findings[0].element, "t");
}

#[test]
fn long_conditions_are_compared_in_one_go() {
    let long = |n: usize| format!("if x = {n} and {} > 1", "y + ".repeat(50) + "1");
    let report = within(&fan("xor", "xor", 400, long), 1_000_000);
    assert_eq!(codes(&report), ["no-default"]);
}

#[test]
fn long_drawings_cost_what_they_are_long() {
    let mut lines = "start s\nend e\ns -> p0\n".to_string();
    for n in 0..500 {
        let _ = write!(
            lines,
            "and p{n}\ntask a{n}\ntask b{n}\nand j{n}\np{n} -> a{n}\np{n} -> b{n}\na{n} -> j{n}\nb{n} -> j{n}\n"
        );
        let next = if n == 499 { "e".to_string() } else { format!("p{}", n + 1) };
        let _ = writeln!(lines, "j{n} -> {next}");
    }
    assert_eq!(within(&lines, 500_000).proof, Proof::Blocks);
    // Merges one behind the other.
    let mut lines = "start s\nxor f\nend e\ns -> f\n".to_string();
    for n in 0..1_000 {
        let how = if n == 0 { "else".to_string() } else { format!("if x = {n}") };
        let next = if n == 999 { "e".to_string() } else { format!("m{}", n + 1) };
        let _ = write!(lines, "xor m{n}\nf -> m{n} {how}\nm{n} -> {next}\n");
    }
    assert_eq!(within(&lines, 500_000).proof, Proof::Blocks);
}

#[test]
fn past_its_bound_it_says_that_nothing_is_proved() {
    let no_room = Effort { work: 10_000_000, bytes: 100 };
    // Each of several branches chooses by which of two joins it goes on.
    let mut lines = "start s\nand p\nor a\nor b\nor j\nend e\ns -> p\na -> j\nb -> j\nj -> e\n".to_string();
    for n in 0..4 {
        let _ = write!(lines, "xor g{n}\np -> g{n}\ng{n} -> a if x\ng{n} -> b else\n");
    }
    assert!(matches!(within(&lines, 100_000).proof, Proof::Explored { .. }));
    let report = within(&lines, 200);
    assert_eq!((codes(&report), report.proof), (vec!["not-proved"], Proof::None));
    assert_eq!(codes(&check_within(&model(&lines), &Names::open(), no_room)), ["not-proved"]);
}

/// Cubic cost would take minutes here.
#[test]
fn a_run_over_a_wide_join_costs_what_it_is_wide() {
    let plain = |_: usize| String::new();
    let beside = |n: usize| {
        format!("beside b{n} a condition v > {n}\ntask c{n}\nend d{n}\nb{n} -> c{n}\nc{n} -> d{n}\n")
    };
    let conditions: String = (0..600).map(beside).collect();
    let held = format!("start s\ntask a\nend e\ns -> a\na -> e\n{conditions}");
    for (lines, entered) in [
        (fan("and", "and", 1_900, plain), 1_904),
        (fan("and", "or", 1_900, plain), 1_904),
        (fan("or", "or", 1_900, |n| if n == 0 { "else".into() } else { format!("if v > {n} - 9") }), 1_903),
        (held, 1_803),
    ] {
        let scenario = Scenario::read("{\"values\": {\"v\": 5000}}").unwrap();
        let began = std::time::Instant::now();
        let trace = simulate(&model(&lines), &scenario).unwrap();
        assert!(matches!(trace.end, TraceEnd::Ended { .. }), "{:?}", trace.end);
        assert_eq!(trace.entered.len(), entered);
        println!("{entered}: {:?}", began.elapsed());
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    }
}
