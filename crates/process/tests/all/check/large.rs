//! What is large: too much to be proved, too deep to be run, too long to be repeated.

use super::{finds, found, sound};
use crate::common::file;
use process::{Effort, Names, Proof, Weight, check, read};

#[test]
fn what_is_too_tangled_is_not_proved_and_says_so() {
    // Each of many branches chooses by which of two joins it goes on: the situations multiply.
    let mut lines = "start s\nand p\nor a\nor b\nor j\nend e\ns -> p\na -> j\nb -> j\nj -> e\n".to_string();
    for n in 0..40 {
        lines += &format!("xor g{n}\np -> g{n}\ng{n} -> a if x\ng{n} -> b else\n");
    }
    let model = read(file(&lines).as_bytes(), &Names::open()).unwrap();
    let effort = Effort { work: 1_000_000, ..Effort::FULL };
    let report = process::check_within(&model, &Names::open(), effort);
    assert_eq!(report.findings[0].trouble.code(), "not-proved");
    assert_eq!(report.findings[0].trouble.weight(), Weight::NeedsApproval);
    assert!(!report.is_sound());
}

#[test]
fn what_is_too_deep_for_the_engine_is_refused() {
    let nested = |depth: usize| {
        let open: String = (0..depth)
            .map(|n| format!("start s{n}\nsub u{n}\nend e{n}\ns{n} -> u{n}\nu{n} -> e{n}\n"))
            .collect();
        // What stands inside is drawn after what stands around it.
        let mut lines = String::new();
        for (n, part) in open.split("start ").skip(1).enumerate() {
            let part = format!("start {part}");
            let (before, after) = part.split_once(&format!("end e{n}")).unwrap();
            lines += &format!(
                "process p{n}\n{}end e{n}{after}",
                before.replace(&format!("sub u{n}"), &format!("call u{n} p{}", n + 1))
            );
        }
        format!(
            "start z\ncall c p0\nend y\nz -> c\nc -> y\n{lines}process p{depth}\nstart last\ntask work\nend done\nlast -> work\nwork -> done"
        )
    };
    assert_eq!(sound(&nested(50)), Proof::Blocks);
    assert_eq!(found(&nested(51)), [("nested-too-deep".to_string(), "u50".to_string())]);
    // The engine says the same.
    let runs = |lines: &str| {
        let (values, chosen) = Default::default();
        let model = crate::common::model(lines);
        process::advance(
            &model,
            &process::Marking::default(),
            &process::Happening::Start,
            process::EngineInput { values: &values, chosen: &chosen },
        )
        .map(|_| ())
    };
    assert_eq!((runs(&nested(50)), runs(&nested(51))), (Ok(()), Err(process::Misfit::TooDeep)));
}

#[test]
fn ways_that_part_again_and_again_are_counted_together() {
    let many = |outer: usize, inner: usize| {
        let mut lines = "start s\nend e\nand p\nand j\ns -> p\nj -> e\n".to_string();
        for n in 0..outer {
            lines += &format!("task b{n}\nand p{n}\nand j{n}\np -> b{n}\nb{n} -> p{n}\nj{n} -> j\n");
            for m in 0..inner {
                lines += &format!("task t{n}_{m}\np{n} -> t{n}_{m}\nt{n}_{m} -> j{n}\n");
            }
        }
        check(&read(file(&lines).as_bytes(), &Names::open()).unwrap())
    };
    let told = many(45, 45);
    let places: Vec<_> = told.findings.iter().map(|it| (it.trouble.code(), it.element.as_str())).collect();
    assert_eq!(places, [("too-many-at-once", "p")]);
    assert_eq!(many(40, 45).findings, [], "1,800 are gone along with");
    let each = |count: u32| {
        let inside = format!(
            "<multiInstanceLoopCharacteristics><loopCardinality>{count}</loopCardinality></multiInstanceLoopCharacteristics>"
        );
        let drawn =
            file("start s\nsub u\nstart us\ntask t\nend ue\nus -> t\nt -> ue\nclose\nend e\ns -> u\nu -> e")
                .replace("<subProcess id=\"u\">", &format!("<subProcess id=\"u\">{inside}"))
                .replace(
                    "<userTask id=\"t\"></userTask>",
                    &format!("<userTask id=\"t\">{inside}</userTask>"),
                );
        check(&read(drawn.as_bytes(), &Names::open()).unwrap())
    };
    assert_eq!(each(30).findings, []);
    let told = each(50);
    let places: Vec<_> = told.findings.iter().map(|it| (it.trouble.code(), it.element.as_str())).collect();
    assert_eq!(places, [("too-many-at-once", "u")]);
}

#[test]
fn no_sentence_repeats_a_long_text_of_the_drawing() {
    let long = "x".repeat(1 << 20);
    let lines = "start s\nxor g\ntask a\nend e\nend f\ns -> g\ng -> a if C\ng -> f else\na -> e";
    for (from, to) in [
        (">C<", format!(">{long} +<")),
        (">C<", format!(">${{{long}}}<")),
        (">C<", format!(">\"{long}\"<")),
        ("<endEvent id=\"e\">", format!("<task id=\"b\" name=\"{long}\"/><endEvent id=\"e\">")),
        ("<userTask id=\"a\">", format!("<scriptTask name=\"{long}\"/><userTask id=\"a\">")),
        (
            "<userTask id=\"a\">",
            format!("<callActivity id=\"c\" calledElement=\"{long}\"/><userTask id=\"a\">"),
        ),
        ("targetRef=\"e\"", format!("targetRef=\"{long}\"")),
        (
            "<userTask id=\"a\">",
            format!(
                "<userTask id=\"a\" xmlns:c=\"c\" c:x=\"\"><standardLoopCharacteristics loopMaximum=\"{long}\"/>"
            ),
        ),
    ] {
        let text = file(lines).replace(from, &to);
        let model = read(text.as_bytes(), &Names::open()).unwrap();
        let report = check(&model);
        assert!(!report.findings.is_empty(), "{from}");
        for finding in &report.findings {
            let language::Text { vi, en } = finding.trouble.sentences();
            assert!(
                vi.len() < 2_000 && en.len() < 2_000 && finding.name.len() < 1_000,
                "{from}: {}",
                &en[..200]
            );
            if let Some(mend) = process::Mend::of(&model, finding) {
                let language::Text { vi, en } = mend.sentences(&model);
                assert!(vi.len() < 2_000 && en.len() < 2_000, "{from}: {}", &en[..200]);
            }
        }
    }
}

#[test]
fn two_of_many_ways_that_meet_without_a_join_are_found_however_many_there_are() {
    for many in [2, 9, 16, 20, 21, 100, 1_000] {
        let ways: String = (0..many).map(|n| format!("a -> b if c{n}\n")).collect();
        let lines =
            format!("start s\ntask a\ntask b\ntask z\nend e\ns -> a\n{ways}a -> z else\nb -> e\nz -> e");
        finds(&lines, "not-synchronised", "b");
        // Each by a step of its own.
        let steps: String = (0..many).map(|n| format!("task t{n}\na -> t{n} if c{n}\nt{n} -> b\n")).collect();
        let lines =
            format!("start s\ntask a\ntask b\ntask z\nend e\ns -> a\n{steps}a -> z else\nb -> e\nz -> e");
        finds(&lines, "not-synchronised", "b");
    }
    // Joined by what waits for those that come, they are in order.
    let ways: String = (0..40).map(|n| format!("task t{n}\no -> t{n} if c{n}\nt{n} -> j\n")).collect();
    sound(&format!("start s\nor o\nor j\ntask z\nend e\ns -> o\n{ways}o -> z else\nz -> j\nj -> e"));
}

#[test]
fn a_file_with_too_many_elements_is_told_once() {
    let steps: String = (0..14_000).map(|n| format!("<task id=\"t{n}\"/>")).collect();
    let flow = |n: usize| format!("<sequenceFlow id=\"f{n}\" sourceRef=\"t{n}\" targetRef=\"t{}\"/>", n + 1);
    let flows: String = (0..13_999).map(flow).collect();
    let text = file("start s\nend e\ns -> e").replace("</process>", &format!("{steps}{flows}</process>"));
    let unreadable = read(text.as_bytes(), &Names::open()).unwrap_err();
    assert_eq!(unreadable, process::Unreadable::TooManyElements);
}
