//! What is said of the work of an element and cannot be so.

use super::{found, looked_at, report};
use crate::common::file;

fn codes(text: &str) -> Vec<(&'static str, String)> {
    looked_at(text).findings.into_iter().map(|it| (it.trouble.code(), it.element)).collect()
}

#[test]
fn a_count_is_one_the_engine_goes_along_with() {
    let lines = |count: &str| format!("start s\ncount a {count}\nend e\ns -> a\na -> e");
    for bad in
        ["0", "-1", "201", "500", "1.5", "\"three\"", "true", "date(\"2026-01-01\")", "10 ** 9", "[1, 2]"]
    {
        assert_eq!(found(&lines(bad)), [("bad-part".to_string(), "a".to_string())], "{bad}");
    }
    for good in ["1", "200", "2.0", "1 + 2", "count(form.list)", "n"] {
        assert_eq!(found(&lines(good)), [], "{good}");
    }
    let list = |list: &str| format!("start s\neach a all {list}\nend e\ns -> a\na -> e");
    assert_eq!(found(&list("[1, 2, 3]")), []);
    assert_eq!(found(&list("for i in 1..201 return i"))[0].0, "bad-part");
    for (most, good) in [("0", false), ("1", true), ("1000", true), ("1001", false)] {
        let lines = format!("start s\nagain a {most} more\nend e\ns -> a\na -> e");
        assert_eq!(found(&lines).is_empty(), good, "{most}");
    }
}

#[test]
fn an_event_lies_on_the_edge_of_an_activity() {
    for host in ["xor", "and", "or", "message a m\nfirst", "escalate a late\nfirst"] {
        let host = host
            .split("\nfirst")
            .next()
            .filter(|it| it.contains(' '))
            .map_or(format!("{host} a"), str::to_string);
        let lines = format!(
            "start s\n{host}\non b a timer PT1H\ntask z\nend e\nend e2\ns -> a\na -> z\nz -> e\nb -> e2"
        );
        assert_eq!(found(&lines), [("edge-of-no-activity".to_string(), "b".to_string())], "{host}");
    }
    let on_edge = "start s\ntask a\non b a timer PT1H\non c b timer PT1H\nend e\nend e2\nend e3\ns -> a\na -> e\nb -> e2\nc -> e3";
    assert!(found(on_edge).contains(&("edge-of-no-activity".to_string(), "c".to_string())));
    for activity in ["task a", "service a", "sub a\nstart i\nend j\ni -> j\nclose"] {
        let lines = format!("start s\n{activity}\non b a timer PT1H\nend e\nend e2\ns -> a\na -> e\nb -> e2");
        assert_eq!(found(&lines), [], "{activity}");
    }
}

#[test]
fn what_is_said_of_a_step_names_what_there_is() {
    let step = |inside: &str| {
        file("start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e").replace(
            "<userTask id=\"a\"></userTask>",
            &format!("<userTask id=\"a\"><extensionElements>{inside}</extensionElements></userTask>"),
        )
    };
    for (inside, code) in [
        ("<m:step role=\"bogus\"/>", "bad-part"),
        ("<m:step apart-from=\"zz\"/>", "dangling-reference"),
        ("<m:step apart-from=\"b e\"/>", "dangling-reference"),
        ("<m:step apart-from=\"a\"/>", "dangling-reference"),
        ("<m:step><m:outcome key=\"x\"/><m:outcome key=\"x\"/></m:step>", "bad-part"),
        ("<m:step><m:outcome name=\"Đạt\"/></m:step>", "incomplete"),
    ] {
        assert_eq!(codes(&step(inside)), [(code, "a".to_string())], "{inside}");
    }
    for good in [
        "<m:step role=\"officer\" apart-from=\"b\"/>",
        "<m:step role=\"TRƯỞNG PHÒNG\"/>",
        "<m:step role=\"Head of agency\"/>",
        "<m:step><m:outcome key=\"x\"/><m:outcome key=\"y\"/></m:step>",
    ] {
        assert_eq!(codes(&step(good)), [], "{good}");
    }
}

#[test]
fn what_a_start_event_waits_for_is_told_not_to_be() {
    for (begun, noted) in
        [("message m", false), ("timer PT1H", true), ("signal g", true), ("condition x > 1", true)]
    {
        let lines = format!("begun s on {begun}\ntask a\nend e\ns -> a\na -> e");
        let codes: Vec<_> = report(&lines).findings.iter().map(|it| it.trouble.code()).collect();
        assert_eq!(codes, if noted { vec!["start-not-awaited"] } else { vec![] }, "{begun}");
        assert_eq!(found(&lines), []);
    }
}

#[test]
fn a_timer_says_one_time() {
    let timer = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";
    let two = "<timerEventDefinition><timeDate>2026-12-01</timeDate><timeDuration>PT1H</timeDuration></timerEventDefinition>";
    let text = file("start s\ntimer t PT1H\nend e\ns -> t\nt -> e");
    assert_eq!(codes(&text), []);
    assert_eq!(codes(&text.replace(timer, two)), [("several-times", "t".to_string())]);
}
