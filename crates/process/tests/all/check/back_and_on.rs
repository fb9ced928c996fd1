//! A choice that may lead back and on at once is remarked, where it is what a dossier leaves its loop by.

use super::looked_at;
use crate::common::file;
use process::{Edit, Mend, Names, Proof, Trouble, Weight, check, edit, read};

const NONE: [&str; 0] = [];

/// A step, a choice behind it with these ways, and what may be come to by them.
fn told(kind: &str, ways: &str) -> Vec<String> {
    let head = format!("start s\ntask a\n{kind} g\nend e\nend no\ns -> a\na -> g\n{ways}");
    let steps = ["sign", "mail"].into_iter().filter(|step| ways.contains(&format!("> {step}")));
    let steps: Vec<String> = steps.map(|step| format!("task {step}\n{step} -> e")).collect();
    let lines = format!("{head}\n{}", steps.join("\n"));
    let lines = if ways.contains("> no") { lines } else { lines.replace("end no\n", "") };
    remarked(&lines)
}

fn remarked(lines: &str) -> Vec<String> {
    let file = file(lines).replace("<endEvent id=\"no\"", "<endEvent id=\"no\" name=\"Từ chối\"");
    let report = looked_at(&file);
    assert!(report.is_sound() && report.proof != Proof::None, "{lines}: {:?}", report.findings);
    let told = report.findings.into_iter().filter(|found| found.trouble == Trouble::BackAndOn);
    told.map(|found| found.element).collect()
}

#[test]
fn a_step_behind_a_way_taken_with_the_way_back_is_remarked() {
    let back = "g -> a max 2 if incomplete";
    for ways in [
        // No other way leaves the loop, or only one that denies.
        "g -> sign if true",
        "g -> sign if true\ng -> mail if late",
        "g -> sign if urgent\ng -> no else",
        // The same step is done by the way that leaves it, too.
        "g -> sign if urgent\ntask b\ng -> b else\nb -> sign",
        "g -> sign max 1 if urgent\ntask b\ng -> b else\nb -> sign",
    ] {
        assert_eq!(told("or", &format!("{back}\n{ways}")), ["g"], "{ways}");
    }
    // A task that always leads on and by a condition back.
    let task = "start s\ntask a\ntask sign\nend e\ns -> a\na -> sign\na -> a max 2 if incomplete\nsign -> e";
    assert_eq!(remarked(task), ["a"]);
    assert_eq!(Trouble::BackAndOn.weight(), Weight::Note);
}

#[test]
fn what_is_not_taken_at_once_or_not_done_again_is_not_remarked() {
    for (kind, ways) in [
        ("xor", "g -> a max 2 if incomplete\ng -> mail if late\ng -> sign else"),
        ("or", "g -> a max 2 if incomplete\ng -> sign else"),
        // The conditions exclude each other.
        ("or", "g -> a max 2 if n < 3\ng -> sign if n >= 3\ng -> no else"),
        ("or", "g -> a max 2 if it = \"no\"\ng -> sign if it = \"yes\"\ng -> no else"),
        // Only an end lies behind it, or it is begun once.
        ("or", "g -> a max 2 if incomplete\ng -> e if true"),
        ("or", "g -> a max 2 if incomplete\ng -> sign max 1 if urgent\ng -> no else"),
    ] {
        assert_eq!(told(kind, ways), NONE, "{kind}: {ways}");
    }
}

#[test]
fn a_reminder_in_a_loop_is_not_remarked() {
    assert_eq!(told("or", "g -> a max 2 if incomplete\ng -> mail if late\ng -> sign else"), NONE);
    assert_eq!(
        told("or", "g -> a max 2 if n < 3\ng -> mail if late\ng -> sign if n >= 3\ng -> no else"),
        NONE
    );
    let elsewhere = "xor x\ng -> x if true\ng -> mail if late\nx -> a max 2 if incomplete\nx -> sign else";
    assert_eq!(told("or", elsewhere), NONE);
    let edge = "beside t a timer PT4H\nt -> mail\ng -> a max 2 if incomplete\ng -> sign else";
    assert_eq!(told("xor", edge), NONE);
}

#[test]
fn one_way_is_proposed_and_asked_by_itself() {
    let lines = "start s\ntask a\nor g\ntask sign\nend e\ns -> a\na -> g\ng -> a max 2 if incomplete\ng -> sign if true\nsign -> e";
    let model = read(file(lines).as_bytes(), &Names::open()).unwrap();
    let found = check(&model).findings;
    let mend = Mend::of(&model, &found[0]).expect("something is proposed");
    assert_eq!(mend, Mend::OneWay { choice: "g".into() });
    assert!(mend.is_asked_apart());
    let changed = edit(&model, &Edit::Mend(mend.clone()), &Names::open()).unwrap();
    assert_eq!(check(&changed).findings, []);
    assert!(edit(&changed, &Edit::Mend(mend), &Names::open()).is_err());
    // Where ways also meet, and in a task, a person draws it.
    for lines in [lines.replace("g -> a max", "g -> g max"), lines.replace("or g", "task g")] {
        let model = read(file(&lines).as_bytes(), &Names::open()).unwrap();
        let found = check(&model).findings;
        let told = found.iter().find(|found| found.trouble == Trouble::BackAndOn).expect("it is told");
        assert_eq!(Mend::of(&model, told), None);
    }
}
