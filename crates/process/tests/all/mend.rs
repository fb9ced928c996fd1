//! What a drawing leaves open is completed by what is proposed, one after the other.

use crate::common::file;
use process::{Edit, Mend, Model, Names, check, edit, read, write};

/// What is proposed for what was found, in its order.
pub fn proposed(model: &Model) -> Vec<Mend> {
    check(model).findings.iter().filter_map(|finding| Mend::of(model, finding)).collect()
}

/// Carries out what is proposed until nothing is; gives the kinds in order.
#[track_caller]
fn completed(text: &str) -> (Vec<String>, Model) {
    let mut model = read(text.as_bytes(), &Names::open()).unwrap();
    let mut kinds = Vec::new();
    for _ in 0..20 {
        let Some(mend) = proposed(&model).into_iter().next() else { break };
        kinds.push(serde_json::json!(mend)["kind"].as_str().unwrap().to_string());
        let changed = edit(&model, &Edit::Mend(mend), &Names::open()).expect("it is carried out");
        model = read(write(&changed).as_bytes(), &Names::open()).unwrap();
    }
    assert_eq!(check(&model).findings, [], "{kinds:?}");
    (kinds, model)
}

#[test]
fn answers_written_at_the_ways_become_outcomes_of_the_step_before() {
    let text =
        file("start s\ntask A\nxor x\ntask B\ntask C\nend e\ns -> A\nA -> x\nx -> B\nx -> C\nB -> e\nC -> e")
            .replace("sourceRef=\"x\" targetRef=\"B\"", "name=\"Đạt\" sourceRef=\"x\" targetRef=\"B\"")
            .replace("sourceRef=\"x\" targetRef=\"C\"", "name=\"Không đạt\" sourceRef=\"x\" targetRef=\"C\"");
    let (kinds, model) = completed(&text);
    assert_eq!(kinds, ["answer", "answer"]);
    let step = model.node("A").unwrap();
    let named: Vec<_> = step.step.outcomes.iter().map(|it| (it.name.as_str(), it.english.as_str())).collect();
    assert_eq!(named, [("Đạt", "Passed"), ("Không đạt", "Not passed")]);
}

#[test]
fn a_loop_is_bounded_where_it_may_be_left() {
    let loops = |ways: &str| {
        let text = file(&format!("start s\ntask A\nxor x\ntask B\nend e\ns -> A\nA -> x\n{ways}"));
        let (kinds, model) = completed(&text);
        let bounded = model.flows.iter().filter(|flow| flow.at_most.is_some());
        let id = |node: usize| model.nodes[node].id.clone();
        (kinds, bounded.map(|flow| [id(flow.from), id(flow.to)]).collect::<Vec<_>>())
    };
    // The way that closes it leads from a step, which has no other; what follows once it is used up is asked.
    let at_x = (vec!["at-most".to_string(), "used-up".into()], vec![["x".to_string(), "B".into()]]);
    assert_eq!(loops("x -> e if ok = true\nx -> B if ok = false\nB -> A"), at_x);
    assert_eq!(loops("x -> B if ok = false\nx -> e if ok = true\nB -> A"), at_x);
    // Of two choices the one that has a way out.
    let two = "xor y\ntask C\nx -> e if ok = true\nx -> y if ok = false\ny -> B if few\ny -> C else\nB -> A\nC -> A";
    assert_eq!(loops(two).1, [["x", "y"].map(String::from)]);
}

#[test]
fn what_is_missing_is_proposed_and_makes_it_sound() {
    let kinds = |lines: &str| completed(&file(lines)).0;
    let looped = "start s\nxor m\ntask A\nxor x\nend e\ns -> m\nm -> A\nA -> x\nx -> m if ok = false\nx -> e if ok = true";
    assert_eq!(kinds(looped), ["at-most", "used-up"]);
    assert_eq!(kinds("task A\ntask B\nA -> B"), ["start", "end"]);
    assert_eq!(
        kinds("start s\nstart t\nxor m\ntask A\nend e\ns -> m\nt -> m\nm -> A\nA -> e"),
        ["one-start"]
    );
    assert_eq!(kinds("start s\nsub u\nclose\nend e\ns -> u\nu -> e"), ["as-step"]);
    assert_eq!(kinds("start s\ncall c nobody\nend e\ns -> c\nc -> e"), ["as-step"]);
    assert_eq!(
        kinds("start s\nxor g\ntask a\nend e\nend f\ns -> g\ng -> a if x > 1\ng -> e if x < 0\na -> f"),
        ["otherwise"]
    );
    assert_eq!(
        kinds("start s\nxor g\ntask a\ntask b\nend e\ns -> g\ng -> a else\ng -> b if x\na -> e"),
        ["end"]
    );
    let list = file("start s\ntask a\nend e\ns -> a\na -> e").replace(
        "<userTask id=\"a\"></userTask>",
        "<userTask id=\"a\"><multiInstanceLoopCharacteristics/></userTask>",
    );
    assert_eq!(completed(&list).0, ["each"]);
    let script = file("start s\ntask a\nend e\ns -> a\na -> e")
        .replace("<userTask id=\"a\"></userTask>", "<scriptTask id=\"a\" name=\"Tính phí\"/>");
    let (kinds, model) = completed(&script);
    assert_eq!((kinds, model.node("a").unwrap().name.as_str()), (vec!["as-step".to_string()], "Tính phí"));
}

#[test]
fn a_time_is_proposed_from_what_the_event_is_called() {
    let text = file("start s\ntask a\non t a timer X\nend e\nend f\ns -> a\na -> e\nt -> f")
        .replace("<boundaryEvent id=\"t\"", "<boundaryEvent id=\"t\" name=\"Sau 3 ngày\"")
        .replace("<timeDuration>X</timeDuration>", "");
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    assert_eq!(proposed(&model), [Mend::Time { element: "t".into(), time: "PT24H".into() }]);
}

#[test]
fn a_time_of_another_program_is_asked_for() {
    let timed = |time: &str| {
        file("start s\ntask a\non t a timer X\nend e\nend f\ns -> a\na -> e\nt -> f")
            .replace("<timeDuration>X</timeDuration>", time)
    };
    for time in [
        "<timeDuration>${wait}</timeDuration>",
        "<timeDuration>=\"PT\" + 3 + \"H\"</timeDuration>",
        "<timeCycle>R3/#{wait}</timeCycle>",
        "<timeCycle>${wait}</timeCycle>",
        "<timeDate>${day.plus(1)}</timeDate>",
        "<timeDate>=</timeDate>",
        "<timeDuration/>",
        "",
    ] {
        let (kinds, model) = completed(&timed(time));
        assert_eq!(kinds, ["time"], "{time}");
        assert!(model.node("t").unwrap().on().is_some(), "it stays where it was drawn");
        let inside = timed(time)
            .replace(
                "<boundaryEvent id=\"t\" attachedToRef=\"a\" cancelActivity=\"true\">",
                "<intermediateCatchEvent id=\"t\">",
            )
            .replace("</boundaryEvent>", "</intermediateCatchEvent>")
            .replace("sourceRef=\"s\" targetRef=\"a\"", "sourceRef=\"s\" targetRef=\"t\"")
            .replace("sourceRef=\"t\" targetRef=\"f\"", "sourceRef=\"t\" targetRef=\"a\"")
            .replace("<endEvent id=\"f\"></endEvent>", "");
        assert_eq!(completed(&inside).0, ["time"], "{time}");
    }
    // What stands there now is told with the proposal.
    let model = read(timed("<timeDuration>${wait}</timeDuration>").as_bytes(), &Names::open()).unwrap();
    let language::Text { vi, en } = proposed(&model)[0].sentences(&model);
    assert_eq!(en, "The time is 1 day (the file has “${wait}”).");
    assert!(vi.contains("trong tệp là “${wait}”"), "{vi}");
}

#[test]
fn a_condition_of_another_program_is_offered_or_asked_for() {
    let asks = |condition: &str| {
        let text = file("start s\ntask a\nxor g\nend e\nend f\ns -> a\na -> g\ng -> e if C\ng -> f else");
        let text = text.replace(">C<", &format!(">{condition}<"));
        let model = read(text.as_bytes(), &Names::open()).unwrap();
        let mend = proposed(&model).remove(0);
        (mend.sentences(&model).en, mend)
    };
    let offered = |condition: &str| Mend::Condition { flow: "f7".into(), condition: condition.into() };
    let (said, mend) = asks("${area &gt; 250}");
    assert_eq!((said.as_str(), mend), ("This way is taken where “area > 250” holds.", offered("area > 250")));
    let (said, mend) = asks("${list[0] == 1}");
    assert_eq!(mend, offered(""));
    assert_eq!(said, "Choose on what condition this way is taken (the file has “${list[0] == 1}”).");
}

#[test]
fn an_element_without_an_id_is_named_all_the_same() {
    let text = file("start s\ntask a\nend e\ns -> a\na -> e")
        .replace("<endEvent id=\"e\">", "<scriptTask name=\"Tính phí\"/><endEvent id=\"e\">");
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let finding = &model.findings[0];
    assert_eq!((finding.trouble.code(), finding.name.as_str()), ("not-executable", "Tính phí"));
    assert_eq!(model.node(&finding.element).unwrap().name, "Tính phí");
}

#[test]
fn a_repetition_whose_condition_is_not_read_asks_for_it() {
    let looped = |inside: &str| {
        let inside = format!("<standardLoopCharacteristics{inside}</standardLoopCharacteristics>");
        file("start s\ntask a\nend e\ns -> a\na -> e")
            .replace("<userTask id=\"a\"></userTask>", &format!("<userTask id=\"a\">{inside}</userTask>"))
    };
    let known = looped("><loopCondition>${more == true}</loopCondition>");
    let (kinds, model) = completed(&known);
    assert_eq!(kinds, ["rounds"], "what can be said in FEEL is proposed");
    let said = format!("{:?}", model.node("a").unwrap().repeats);
    assert!(said.contains("more") && said.contains("at_most: Some(3)"), "{said}");

    let unknown = looped(" loopMaximum=\"7\"><loopCondition>${!more(x)}</loopCondition>");
    let model = read(unknown.as_bytes(), &Names::open()).unwrap();
    let open = Mend::Rounds { step: "a".into(), times: 7, condition: Some(String::new()) };
    assert_eq!(proposed(&model), std::slice::from_ref(&open));
    assert!(open.is_about(&model, "a") && !open.is_about(&model, "e"));
    let vi = open.sentences(&model).vi;
    assert!(vi.contains("ghi điều kiện"), "{vi}");
    let cannot = edit(&model, &Edit::Mend(open), &Names::open()).unwrap_err();
    assert!(matches!(cannot, process::CannotChange::BadExpression { .. }), "{cannot:?}");
    let said = Mend::Rounds { step: "a".into(), times: 2, condition: Some("again = true".into()) };
    let changed = edit(&model, &Edit::Mend(said), &Names::open()).unwrap();
    assert_eq!(check(&read(write(&changed).as_bytes(), &Names::open()).unwrap()).findings, []);
}

#[test]
fn what_begins_beside_the_rest_is_proposed_by_its_name() {
    let named = |lines: &str, name: &str| {
        file(&format!("start s\ntask a\nend e\ns -> a\na -> e\n{lines}"))
            .replace("<subProcess id=\"w\"", &format!("<subProcess id=\"w\" name=\"{name}\""))
    };
    let begun = |text: &str| {
        let (kinds, model) = completed(text);
        assert_eq!(kinds, ["begun-by"]);
        let (start, trigger) = model.begun_by(model.index("w").unwrap()).unwrap();
        (model.nodes[start].id.clone(), trigger.clone())
    };
    let message = |name: &str| process::Trigger::Message { name: name.into() };
    let after = |time: &str| {
        process::Trigger::Timer(process::TimerTrigger::After(process::Amount::Text(time.into())))
    };
    let plain = "when w\nstart ws\ntask c\nend we\nws -> c\nc -> we\nclose";
    assert_eq!(begun(&named(plain, "Bổ sung")), ("ws".into(), message("Bổ sung")));
    assert_eq!(begun(&named(plain, "Sau 3 ngày")), ("ws".into(), after("PT24H")));
    let other = named(plain, "Bổ sung")
        .replace("<startEvent id=\"ws\">", "<startEvent id=\"ws\"><cancelEventDefinition/>");
    assert_eq!(begun(&other), ("ws".into(), message("Bổ sung")));
    // Drawn shut: what is done in it is one step.
    assert_eq!(begun(&named("when w\nclose", "Bổ sung")), ("w-start".into(), message("Bổ sung")));
    assert_eq!(
        begun(&named("when w\ntask c\nend we\nc -> we\nclose", "Bổ sung")),
        ("w-start".into(), message("Bổ sung"))
    );
}

#[test]
fn a_count_leaves_the_rest_of_a_repetition_as_it_was_drawn() {
    for count in ["", "<loopCardinality>${n}</loopCardinality>"] {
        let inside = format!("{count}<completionCondition>steps.a.times &gt; 1</completionCondition>");
        let each = format!(
            "<multiInstanceLoopCharacteristics isSequential=\"true\">{inside}</multiInstanceLoopCharacteristics>"
        );
        let text = file("start s\ntask a\nend e\ns -> a\na -> e")
            .replace("<userTask id=\"a\"></userTask>", &format!("<userTask id=\"a\">{each}</userTask>"));
        let (kinds, model) = completed(&text);
        assert_eq!(kinds, ["each"], "{count}");
        let said = format!("{:?}", model.node("a").unwrap().repeats);
        assert!(said.contains("sequential: true") && said.contains("times"), "{said}");
    }
}

#[test]
fn which_of_several_pools_is_run_is_asked() {
    let pool = |id: &str, body: &str| {
        file(body).split_once("<process").unwrap().1.split_once("</process>").unwrap().0.replacen(
            "id=\"main\"",
            &format!("id=\"{id}\""),
            1,
        )
    };
    let citizen = pool("c", "start cs\ntask fill\nend ce\ncs -> fill\nfill -> ce");
    let agency = pool("a", "start s\ntask check\ntask sign\nend e\ns -> check\ncheck -> sign\nsign -> e");
    let agency = agency.replace("id=\"f", "id=\"g");
    let head = file("").split_once("<process").unwrap().0.to_string();
    let pools = "<collaboration id=\"both\"><participant id=\"one\" name=\"Người dân\" processRef=\"c\"/>\
        <participant id=\"two\" name=\"Sở Xây dựng\" processRef=\"a\"/></collaboration>";
    let text = format!("{head}{pools}<process{citizen}</process><process{agency}</process></definitions>");
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let keep = Mend::OneProcess { keep: "a".into(), others: vec!["c".into()] };
    assert_eq!(proposed(&model), std::slice::from_ref(&keep));
    assert!(check(&model).is_sound(), "it is said, and does not stand in the way");
    let vi = keep.sentences(&model).vi;
    assert_eq!(vi, "Hồ sơ đi theo quy trình “Sở Xây dựng”; phần vẽ của các bên khác chỉ để xem.");
    let changed = edit(&model, &Edit::Mend(keep), &Names::open()).unwrap();
    let again = read(write(&changed).as_bytes(), &Names::open()).unwrap();
    assert_eq!((again.scopes[again.main().unwrap()].id.as_str(), proposed(&again).len()), ("a", 0));
    let steps: Vec<&str> = again.steps().iter().map(|step| again.nodes[*step].id.as_str()).collect();
    assert_eq!(steps, ["check", "sign"], "what is only drawn is nobody's step");
}

#[test]
fn starts_without_names_are_told_apart() {
    let lines = "start s\nstart t\nstart u\nxor m\ntask A\nend e\ns -> m\nt -> m\nu -> m\nm -> A\nA -> e";
    let text = file(lines).replace("<startEvent id=\"t\">", "<startEvent id=\"t\"><messageEventDefinition/>");
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let starts: Vec<_> = ["s", "t", "u", "m", "e", "A"].map(|id| model.index(id).unwrap()).into();
    assert_eq!(
        process::told_apart(&model, &starts, language::Language::Vietnamese),
        [
            "chỗ bắt đầu trước “A” (s)",
            "bắt đầu khi có gì gửi đến trước “A”",
            "chỗ bắt đầu trước “A” (u)",
            "chỗ rẽ trước “A”",
            "chỗ kết thúc sau “A”",
            "bước “A”"
        ]
    );
    let en = proposed(&model)[0].sentences(&model).en;
    assert_eq!(en, "Only the beginning before “A” (s) stays; the other beginnings go.");
}

#[test]
fn a_list_of_another_program_stays_where_something_else_is_completed() {
    let each = "<multiInstanceLoopCharacteristics xmlns:c=\"urn:other\" c:collection=\"${members}\" c:elementVariable=\"who\"/>";
    let text = file("start s\nstart t\nxor m\ntask a\nend e\ns -> m\nt -> m\nm -> a\na -> e")
        .replace("<userTask id=\"a\"></userTask>", &format!("<userTask id=\"a\">{each}</userTask>"));
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let before = proposed(&model);
    let [starts, list] = before.as_slice() else { panic!("{before:?}") };
    let changed = edit(&model, &Edit::Mend(starts.clone()), &Names::open()).unwrap();
    let again = read(write(&changed).as_bytes(), &Names::open()).unwrap();
    assert_eq!(proposed(&again), std::slice::from_ref(list));
    assert!(write(&again).contains("over=\"${members}\" name=\"who\""), "{}", write(&again));
}

/// A check that goes back where it failed; what programs of others draw with the passed way as the default.
fn drawn_with_a_default() -> String {
    file("start s\ntask A\nxor x\ntask B\nend e\nxor m\ns -> m\nm -> A\nA -> x\nx -> m\nx -> B else\nB -> e")
        .replace("sourceRef=\"x\" targetRef=\"m\"", "name=\"Không đạt\" sourceRef=\"x\" targetRef=\"m\"")
        .replace("sourceRef=\"x\" targetRef=\"B\"", "name=\"Đạt\" sourceRef=\"x\" targetRef=\"B\"")
}

#[test]
fn a_default_that_is_an_answer_is_not_what_follows_a_way_back_that_is_used_up() {
    let (kinds, model) = completed(&drawn_with_a_default());
    assert_eq!(kinds, ["at-most", "answer", "used-up"]);
    let rest = model.node("x").unwrap().default.unwrap();
    assert!(model.is_used_up_end(rest) && model.way_means(rest) == process::Means::Denied);
}

#[test]
fn what_follows_a_way_back_that_is_used_up_is_changed_and_changed_again() {
    let model = completed(&drawn_with_a_default()).1;
    let passed = model.flows.iter().find(|flow| flow.name == "Đạt").unwrap().id.clone();
    let goes_on = Mend::Otherwise { choice: "x".into(), flow: passed.clone() };
    let on = edit(&model, &Edit::Mend(goes_on), &Names::open()).unwrap();
    let default = |model: &Model| model.flows[model.node("x").unwrap().default.unwrap()].id.clone();
    assert_eq!((default(&on), check(&on).findings), (passed.clone(), vec![]));
    let ends = |model: &Model| {
        model.nodes.iter().filter(|node| matches!(node.kind, process::NodeKind::End(_))).count()
    };
    assert_eq!((ends(&model), ends(&on)), (2, 1), "the end that stood for nothing else goes");
    let denied = edit(&on, &Edit::Mend(Mend::denied("x")), &Names::open()).unwrap();
    assert_eq!(check(&denied).findings, []);
    assert!(denied.is_used_up_end(denied.node("x").unwrap().default.unwrap()));
    let asked = denied.flow(&passed).unwrap().condition.as_ref().map(ToString::to_string);
    assert_eq!(
        asked.as_deref(),
        Some("steps.A.outcome = \"other\""),
        "the passed way asks for its answer again"
    );
}

#[test]
fn another_way_is_taken_else_and_the_one_before_says_when_it_is_taken() {
    let text = file(
        "start s\ntask A\nxor x\ntask B\ntask C\nend e\ns -> A\nA -> x\nx -> B if n > 1\nx -> C else\nB -> e\nC -> e",
    );
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let to = |model: &Model, id: &str| {
        model.flows.iter().find(|flow| model.nodes[flow.to].id == id).unwrap().clone()
    };
    let other = Mend::Otherwise { choice: "x".into(), flow: to(&model, "B").id };
    let changed = edit(&model, &Edit::Mend(other), &Names::open()).unwrap();
    assert_eq!(check(&changed).findings, []);
    let (b, c) = (to(&changed, "B"), to(&changed, "C"));
    assert!(b.condition.is_none());
    assert_eq!(c.condition.map(|condition| condition.to_string()).as_deref(), Some("not((n > 1))"));
}

#[test]
fn steps_at_once_are_named_only_where_there_are_any() {
    let told = |trouble: process::Trouble| {
        let finding = process::Finding { trouble, element: "x".into(), name: "B".into(), line: 0 };
        process::CannotChange::WouldBreak { finding: Box::new(finding) }.sentences()
    };
    let (alone, at_once) = (told(process::Trouble::NoDefault), told(process::Trouble::NotSynchronised));
    assert!(alone.vi.contains("“B”") && !alone.vi.contains("cùng lúc") && !alone.en.contains("at once"));
    assert!(at_once.vi.contains("cùng lúc") && at_once.en.contains("at once"));
}

#[test]
fn the_name_of_a_timer_follows_its_time_where_it_was_made_of_it() {
    let named = |name: &str, before: &str, after: &str| {
        let text =
            file(&format!("start s\ntask a\non t a timer {before}\nend e\nend f\ns -> a\na -> e\nt -> f"))
                .replace("<boundaryEvent id=\"t\"", &format!("<boundaryEvent id=\"t\" name=\"{name}\""));
        let model = read(text.as_bytes(), &Names::open()).unwrap();
        let time = Edit::EventTime { event: "t".into(), time: after.into() };
        edit(&model, &time, &Names::open()).unwrap().node("t").unwrap().name.clone()
    };
    assert_eq!(named("Quá 2 ngày", "PT16H", "3 ngày"), "Quá 3 ngày");
    assert_eq!(named("Sau 04 giờ làm việc, nhắc", "PT4H", "2 ngày"), "Sau 2 ngày, nhắc");
    assert_eq!(named("After 2 days", "PT16H", "4 giờ"), "After 4 hours");
    assert_eq!(named("Quá 2 ngày", "PT8H", "3 ngày"), "Quá 2 ngày", "it was not made of its time");
    assert_eq!(named("Quá hạn", "PT8H", "3 ngày"), "Quá hạn");
    // What is said instead of the time its name proposes is said by its name too.
    let text = file("start s\ntask a\non t a timer X\nend e\nend f\ns -> a\na -> e\nt -> f")
        .replace("<boundaryEvent id=\"t\"", "<boundaryEvent id=\"t\" name=\"Quá 2 ngày\"");
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let time = Edit::Mend(Mend::Time { element: "t".into(), time: "3 ngày".into() });
    assert_eq!(edit(&model, &time, &Names::open()).unwrap().node("t").unwrap().name, "Quá 3 ngày");
}

#[test]
fn what_the_counter_does_is_proposed_to_be_left_out() {
    let text = file("start s\ntask n\ntask a\ntask b\ntask c\nend e\ns -> n\nn -> a\na -> b\nb -> c\nc -> e");
    let mut model = read(text.as_bytes(), &Names::open()).unwrap();
    let steps = [
        ("n", "Chuẩn bị và nộp hồ sơ", "Tổ chức, cá nhân"),
        ("a", "Hướng dẫn, kiểm tra, tiếp nhận hồ sơ", "Bộ phận TN&TKQ"),
        ("b", "Thẩm định", "Phòng A"),
        ("c", "Trả kết quả", "Bộ phận Một cửa"),
    ];
    for (id, name, unit) in steps {
        let about =
            process::StepDetails { name: name.into(), unit: unit.into(), ..process::StepDetails::default() };
        let describe = Edit::Describe { step: id.into(), about };
        model = edit(&model, &describe, &Names::open()).unwrap();
    }
    let out = |step: &str| Mend::LeftOut { step: step.into() };
    assert_eq!(Mend::of_the_counter(&model), [out("n"), out("a"), out("c")]);
    let (left, done) = process::complete(&model, &Mend::of_the_counter(&model), &Names::open());
    assert_eq!((done, left.steps().len(), check(&left).findings), (vec![true; 3], 1, vec![]));
    assert_eq!(Mend::of_the_counter(&left), []);
}

#[test]
fn what_the_counter_does_is_kept_or_put_back_where_somebody_wants_it() {
    let text = file("start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e");
    let named = |id: &str, name: &str| {
        (format!("<userTask id=\"{id}\">"), format!("<userTask id=\"{id}\" name=\"{name}\">"))
    };
    let [(a, receive), (b, look)] = [named("a", "Tiếp nhận hồ sơ"), named("b", "Thẩm định")];
    let text = text.replace(&a, &receive).replace(&b, &look);
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let out = Mend::LeftOut { step: "a".into() };
    assert_eq!(
        Mend::of_the_counter(&model),
        std::slice::from_ref(&out),
        "nobody is named, and nothing else is said"
    );
    let kept = edit(&model, &Edit::Accept(Mend::Kept { step: "a".into() }), &Names::open()).unwrap();
    let kept = read(write(&kept).as_bytes(), &Names::open()).unwrap();
    assert_eq!((Mend::of_the_counter(&kept), kept.steps().len()), (vec![], 2));

    let left = edit(&model, &Edit::Accept(out), &Names::open()).unwrap();
    let left = read(write(&left).as_bytes(), &Names::open()).unwrap();
    let accepted = &left.scopes[left.main().unwrap()].accepted;
    assert_eq!((left.steps().len(), accepted.len()), (1, 1));
    assert!(accepted[0].told.vi.contains("“Tiếp nhận hồ sơ”") && accepted[0].gone.is_some());
    let back = edit(&left, &Edit::PutBack { accepted: 0 }, &Names::open()).unwrap();
    let back = read(write(&back).as_bytes(), &Names::open()).unwrap();
    let steps: Vec<&str> = back.steps().iter().map(|step| back.nodes[*step].name.as_str()).collect();
    assert!(
        steps.contains(&"Tiếp nhận hồ sơ")
            && back.comes_to(back.index("a").unwrap(), back.index("b").unwrap())
    );
    assert_eq!((Mend::of_the_counter(&back), check(&back).findings), (vec![], vec![]));
}

#[test]
fn a_step_that_decides_where_it_goes_on_is_not_the_counters() {
    let text = file("start s\ntask a\nxor x\ntask b\nend e\ns -> a\na -> x\nx -> b\nx -> e\nb -> e")
        .replace("<userTask id=\"a\">", "<userTask id=\"a\" name=\"Tiếp nhận hồ sơ\">");
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    assert_eq!(Mend::of_the_counter(&model), []);
}

#[test]
fn a_choice_behind_several_steps_is_decided_by_whichever_came() {
    let lines = "start s\nxor k\ntask a\ntask b\nxor m\nxor x\ntask c\nend e\ns -> k\nk -> a\nk -> b\na -> m\nb -> m\n\
                 m -> x\nx -> c\nx -> e\nc -> e";
    let model = read(file(lines).as_bytes(), &Names::open()).unwrap();
    let way = model.flows.iter().find(|flow| model.nodes[flow.to].id == "c").unwrap().id.clone();
    let mend = Mend::answered(&model, &way).unwrap();
    let Mend::Answer { step, also, .. } = &mend else { panic!("{mend:?}") };
    let mut steps = vec![step.clone()];
    steps.extend(also.clone());
    steps.sort();
    assert_eq!(steps, ["a", "b"]);
    let changed = edit(&model, &Edit::Mend(mend), &Names::open()).unwrap();
    let condition = changed.flow(&way).unwrap().condition.as_ref().unwrap().to_string();
    assert!(condition.contains("steps.a.outcome") && condition.contains("steps.b.outcome"), "{condition}");
    let first = model.flows.iter().find(|flow| model.nodes[flow.to].id == "a").unwrap();
    assert_eq!(Mend::answered(&model, &first.id), None, "nobody did anything before");
}

#[test]
fn ways_that_wait_for_ever_are_joined_by_those_that_still_come() {
    let lines = "start s\nand f\ntask a\ntask b\nxor x\nand j\ntask c\nend e\nend o\ns -> f\nf -> a\nf -> b\na -> j\n\
                 b -> x\nx -> j if steps.b.outcome = \"y\"\nx -> o else\nj -> c\nc -> e";
    let model = read(file(lines).as_bytes(), &Names::open()).unwrap();
    let found = check(&model).findings;
    let mend = found
        .iter()
        .find(|found| found.trouble == process::Trouble::Deadlock)
        .and_then(|found| Mend::of(&model, found));
    let Some(mend @ Mend::Joined { .. }) = mend else { panic!("{found:?}") };
    let changed = edit(&model, &Edit::Mend(mend), &Names::open()).unwrap();
    let left = check(&changed).findings;
    assert!(left.iter().all(|found| found.trouble != process::Trouble::Deadlock), "{left:?}");
}
