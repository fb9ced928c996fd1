//! Times of events: what people write for a step can be written there too, and what can never come is refused.

use process::{Amount, Names, NodeKind, TimerTrigger, Trigger, read};

fn drawn(element: &str, text: &str) -> String {
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">\
         <startEvent id=\"s\"/><userTask id=\"a\"/><boundaryEvent id=\"late\" attachedToRef=\"a\"><timerEventDefinition>\
         <{element}>{text}</{element}></timerEventDefinition></boundaryEvent><task id=\"b\"/><endEvent id=\"e\"/>\
         <sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"a\"/><sequenceFlow id=\"g\" sourceRef=\"a\" targetRef=\"e\"/>\
         <sequenceFlow id=\"h\" sourceRef=\"late\" targetRef=\"b\"/><sequenceFlow id=\"i\" sourceRef=\"b\" targetRef=\"e\"/>\
         </process></definitions>"
    )
}

/// The timer as it was read, and the codes of what was found.
fn timer(element: &str, text: &str) -> (Option<TimerTrigger>, Vec<&'static str>) {
    let model = read(drawn(element, text).as_bytes(), &Names::open()).unwrap();
    let timer = match &model.node("late").unwrap().kind {
        NodeKind::Boundary { trigger: Trigger::Timer(timer), .. } => Some(timer.clone()),
        _ => None,
    };
    (timer, model.findings.iter().map(|finding| finding.trouble.code()).collect())
}

#[test]
fn an_event_comes_after_whatever_a_step_may_take() {
    for text in [
        "PT0.5H",
        "PT0,5H",
        "P2W",
        "P1D",
        "2 ngày",
        "4 giờ",
        "30 phút",
        "½ ngày",
        "1/2 ngày",
        "1,5 ngày",
        "1 ngày (8 giờ)",
        "01 (một) ngày",
        "2 nga\u{300}y",
        "không quá 2 ngày",
        "half a day",
    ] {
        let (timer, found) = timer("timeDuration", text);
        assert!(found.is_empty(), "{text}: {found:?}");
        assert!(matches!(timer, Some(TimerTrigger::After(Amount::Text(_)))), "{text}: {timer:?}");
    }
}

#[test]
fn what_can_never_come_is_no_time() {
    for text in [
        "",
        "-PT1H",
        "PT-1H",
        "-2 ngày",
        "\u{2212}4 giờ",
        "PT0S",
        "P0D",
        "0 ngày",
        "P1M",
        "2 tháng",
        "vài ngày",
        "2",
        "=duration(\"-PT1H\")",
        "=\"-2 ngày\"",
        "=@\"PT0S\"",
        "=-5",
        "R/PT0S",
        "R3/-PT1H",
        "02 (ba) ngày",
        "2-3 ngày",
    ] {
        let (_, found) = timer("timeDuration", text);
        assert_eq!(found, ["bad-time"], "{text}");
    }
    for text in
        ["", "PT1H", "0 0 9 * * ?", "R/PT0S", "R3/0 ngày", "R/-PT1H", "Rx/PT1H", "R-1/PT1H", "R3/P1M", "R3/"]
    {
        let (_, found) = timer("timeCycle", text);
        assert_eq!(found, ["bad-time"], "{text}");
    }
    for text in ["PT1H", "2 ngày", "2026-13-01", "31/12"] {
        // Where it stands is kept, as it is written.
        let (timer, found) = timer("timeDate", text);
        assert_eq!((timer, found), (Some(TimerTrigger::At(Amount::Text(text.into()))), vec!["bad-time"]));
    }
}

#[test]
fn what_comes_again_says_so_wherever_it_stands() {
    for element in ["timeCycle", "timeDuration"] {
        for (text, often) in
            [("R3/P1W", Some(3)), ("R/2 ngày", None), ("r2/PT0,5H", Some(2)), ("R3/½ ngày", Some(3))]
        {
            let (timer, found) = timer(element, text);
            assert!(found.is_empty(), "{text}: {found:?}");
            assert!(
                matches!(timer, Some(TimerTrigger::Every { times, .. }) if times == often),
                "{text}: {timer:?}"
            );
        }
    }
}

#[test]
fn what_is_worked_out_from_the_dossier_is_not_guessed() {
    for text in
        ["=form.wait", "=duration(\"PT\" + string(hours) + \"H\")", "=if urgent then @\"PT1H\" else @\"P1D\""]
    {
        let (timer, found) = timer("timeDuration", text);
        assert!(found.is_empty(), "{text}: {found:?}");
        assert!(matches!(timer, Some(TimerTrigger::After(Amount::Expression(_)))), "{text}");
    }
}
