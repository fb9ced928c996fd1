//! An error nobody catches, and times of all kinds, are settled by what is proposed.

use crate::common::file;
use process::{Edit, End, Means, Mend, Model, Names, NodeKind, Trouble, check, edit, read, rewrite};

fn model(text: &str) -> Model {
    read(text.as_bytes(), &Names::open()).unwrap()
}

#[track_caller]
fn changed(text: &str, change: &Edit) -> String {
    let before = model(text);
    rewrite(text, &before, &edit(&before, change, &Names::open()).unwrap())
}

#[test]
fn an_error_nobody_catches_ends_all_and_is_denied() {
    let text = file(
        "start s\ntask A\nxor x\nerror-end no E1\nend e\ns -> A\nA -> x\nx -> no if ok = false\nx -> e if ok = true",
    );
    let named = text.replace("id=\"no\"", "id=\"no\" name=\"Từ chối giải quyết\"");
    for text in [&text, &named] {
        let before = model(text);
        let found = check(&before).findings;
        let error = found.iter().find(|it| matches!(it.trouble, Trouble::ErrorNotCaught { .. })).unwrap();
        let mend = Mend::of(&before, error).unwrap();
        assert_eq!(mend, Mend::EndsThere { end: "no".into(), means: Means::Denied });
        assert!(mend.is_about(&before, "no") && !mend.is_about(&before, "e"));
        let after = model(&changed(text, &Edit::Accept(mend)));
        let end = after.node("no").unwrap();
        assert!(matches!(end.kind, NodeKind::End(End::Terminate)));
        assert_eq!(end.step.means.unwrap_or(Means::of_words(&end.name)), Means::Denied);
        assert_eq!(check(&after).findings, []);
    }
    let said = Trouble::ErrorNotCaught { code: String::new() }.sentences();
    assert!(!said.vi.contains("“”") && !said.en.contains("“”"), "{said:?}");
}

/// A timer in the way, with this said in it.
fn timer(says: &str) -> String {
    let text = file("start s\ntask A\ntimer t P1D\nend e\ns -> A\nA -> t\nt -> e");
    let plain = "<timeDuration>P1D</timeDuration>";
    assert!(text.contains(plain));
    text.replace(plain, says)
}

#[test]
fn one_time_takes_the_place_of_whatever_was_there() {
    let two = "<timeDuration>P2D</timeDuration><timeCycle>R3/P1D</timeCycle>";
    for (says, code) in [
        ("<timeCycle>0 0 9 ? * MON</timeCycle>", "bad-time"),
        ("<timeDate>2026-02-30T00:00:00</timeDate>", "bad-time"),
        ("<timeDate>1900-01-01T00:00:00</timeDate>", "past-moment"),
        (two, "several-times"),
    ] {
        let text = timer(says);
        let before = model(&text);
        let found = check(&before).findings;
        let [only] = found.as_slice() else { panic!("{says}: {found:?}") };
        assert_eq!(only.trouble.code(), code, "{says}");
        let mend = Mend::of(&before, only).expect(says);
        assert!(matches!(mend, Mend::Time { .. }), "{says}: {mend:?}");
        let by_hand = |time: &str| Edit::EventTime { event: "t".into(), time: time.into() };
        for change in [Edit::Accept(mend), by_hand("2 ngày"), by_hand("P2D")] {
            let after = changed(&text, &change);
            assert_eq!(check(&model(&after)).findings, [], "{says}: {after}");
            assert_eq!(after.matches("<timeDuration").count(), 1, "{after}");
            assert!(!after.contains("<timeCycle") && !after.contains("<timeDate"), "{after}");
        }
    }
    let later = check(&model(&timer("<timeDate>2031-01-01T00:00:00</timeDate>"))).findings;
    assert_eq!(later, [], "a day to come is waited for");
}
