//! What a person settles stays what it was meant to be: answers are told apart, counts can be done, a choice can be made
//! again, and a step that makes out a denial only denies.

use crate::common::file;
use process::{
    CannotChange, Edit, Means, Mend, Model, Names, ProcessRow, check, differences, edit, from_rows, read,
    rewrite, write,
};

fn drawn(text: &str) -> Model {
    read(text.as_bytes(), &Names::open()).unwrap()
}

fn again(model: &Model) -> Model {
    drawn(&write(model))
}

/// A choice behind a step, with what its ways are called.
fn choice(first: &str, second: &str) -> Model {
    let text =
        file("start s\ntask A\nxor x\ntask B\ntask C\nend e\ns -> A\nA -> x\nx -> B\nx -> C\nB -> e\nC -> e")
            .replace(
                "sourceRef=\"x\" targetRef=\"B\"",
                &format!("name=\"{first}\" sourceRef=\"x\" targetRef=\"B\""),
            )
            .replace(
                "sourceRef=\"x\" targetRef=\"C\"",
                &format!("name=\"{second}\" sourceRef=\"x\" targetRef=\"C\""),
            );
    drawn(&text)
}

fn answers(model: &Model) -> Vec<Mend> {
    let found = check(model).findings;
    let mends = found.iter().filter_map(|finding| Mend::of(model, finding));
    mends.filter(|mend| matches!(mend, Mend::Answer { .. })).collect()
}

#[test]
fn two_answers_of_one_question_have_two_names() {
    let model = choice("Đạt", "Không đạt");
    let all = answers(&model);
    let first = edit(&model, &Edit::Accept(all[0].clone()), &Names::open()).unwrap();
    let second = answers(&first).pop().expect("the other is asked");
    for same in ["Đạt", " đạt ", "ĐẠT", "Đa\u{323}t", "đạt\u{a0}"] {
        let Mend::Answer { flow, step, key, english, means, condition, also, .. } = second.clone() else {
            panic!("{second:?}")
        };
        let named = Mend::Answer { flow, step, key, name: same.into(), english, means, condition, also };
        let refused = edit(&first, &Edit::Accept(named), &Names::open()).unwrap_err();
        assert!(matches!(&refused, CannotChange::SameAnswer { .. }), "{same}: {refused:?}");
        assert!(refused.sentences().vi.contains("đặt tên khác"));
    }
    assert!(edit(&first, &Edit::Accept(second), &Names::open()).is_ok());
}

#[test]
fn ways_that_are_called_alike_are_still_two_answers() {
    let model = choice("Có", "có");
    let (after, done) = process::complete(&model, &answers(&model), &Names::open());
    assert_eq!(done, [true, true]);
    let names: Vec<&str> =
        after.node("A").unwrap().step.outcomes.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(names, ["Có", "có (2)"]);
}

#[test]
fn nothing_is_done_more_often_than_it_can_be() {
    let text = file("start s\ntask a\nend e\ns -> a\na -> e").replace(
        "<userTask id=\"a\"></userTask>",
        "<userTask id=\"a\"><multiInstanceLoopCharacteristics/></userTask>",
    );
    let model = drawn(&text);
    let each = |count: &str| {
        let mend = Mend::Each { step: "a".into(), count: count.into() };
        edit(&model, &Edit::Accept(mend), &Names::open())
    };
    for count in ["0", "-1", "500", "201", "1.5", "\"2\"", "true"] {
        let refused = each(count).unwrap_err();
        assert_eq!(refused, CannotChange::BadCount { text: count.into() });
        assert!(refused.sentences().en.contains("from 1 to 200"));
    }
    for count in ["1", "200", "2 + 3", "count(form.members)"] {
        let after = each(count).unwrap_or_else(|cannot| panic!("{count}: {cannot:?}"));
        assert_eq!(check(&again(&after)).findings, [], "{count}");
    }
}

#[test]
fn a_choice_of_one_pool_can_be_made_again_and_the_other_is_not_asked_about() {
    let pool = |id: &str, name: &str, wait: &str| {
        format!(
            "<process id=\"{id}\" name=\"{name}\" isExecutable=\"true\"><startEvent id=\"{id}s\"/><userTask id=\"{id}a\" name=\"{id}\"/>\
             {wait}<endEvent id=\"{id}e\"/><sequenceFlow id=\"{id}1\" sourceRef=\"{id}s\" targetRef=\"{id}a\"/>\
             <sequenceFlow id=\"{id}2\" sourceRef=\"{id}a\" targetRef=\"{id}w\"/>\
             <sequenceFlow id=\"{id}3\" sourceRef=\"{id}w\" targetRef=\"{id}e\"/></process>"
        )
    };
    let wait =
        "<intermediateCatchEvent id=\"uw\" name=\"Chờ\"><timerEventDefinition/></intermediateCatchEvent>";
    let text = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">{}{}</definitions>",
        pool("u", "Người nộp", wait),
        pool("p", "Sở", "<userTask id=\"pw\" name=\"Ký\"/>")
    );
    let model = drawn(&text);
    let asked = |model: &Model| {
        let found = check(model).findings;
        found.iter().filter_map(|finding| Mend::of(model, finding)).collect::<Vec<_>>()
    };
    assert!(asked(&model).iter().any(|mend| matches!(mend, Mend::Time { element, .. } if element == "uw")));
    let one = asked(&model).into_iter().find(|mend| matches!(mend, Mend::OneProcess { .. })).unwrap();
    let chosen = edit(&model, &Edit::Accept(one.clone()), &Names::open()).unwrap();
    let source = rewrite(&text, &model, &chosen);
    let chosen = drawn(&source);
    let main = |model: &Model| model.scopes[model.main().unwrap()].id.clone();
    assert_eq!(
        (main(&chosen), asked(&chosen)),
        ("p".to_string(), vec![]),
        "nothing is asked of what is only drawn"
    );
    let accepted = &chosen.scopes[chosen.main().unwrap()].accepted;
    let place = accepted.iter().position(|it| it.gone.is_some()).expect("it can be chosen again");
    let back = edit(&chosen, &Edit::PutBack { accepted: place }, &Names::open()).unwrap();
    let back = drawn(&rewrite(&source, &chosen, &back));
    assert!(asked(&back).contains(&one) && back.scopes.iter().all(|scope| scope.accepted.is_empty()));
    let Mend::OneProcess { keep, others } = one else { panic!() };
    let other = Mend::OneProcess { keep: others[0].clone(), others: vec![keep] };
    let other = edit(&back, &Edit::Accept(other), &Names::open()).unwrap();
    assert_eq!(main(&again(&other)), "u");
}

#[test]
fn under_phases_the_counter_has_its_rows_too() {
    let group = |id: &str, step: &str| {
        format!(
            "<subProcess id=\"{id}\" name=\"{id}\"><startEvent id=\"{id}s\"/><userTask id=\"{id}a\" name=\"{step}\"/><endEvent id=\"{id}e\"/>\
             <sequenceFlow id=\"{id}1\" sourceRef=\"{id}s\" targetRef=\"{id}a\"/><sequenceFlow id=\"{id}2\" sourceRef=\"{id}a\" targetRef=\"{id}e\"/></subProcess>"
        )
    };
    let text = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><startEvent id=\"s\"/>{}{}{}<endEvent id=\"e\"/>\
         <sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"x\"/><sequenceFlow id=\"f2\" sourceRef=\"x\" targetRef=\"y\"/>\
         <sequenceFlow id=\"f3\" sourceRef=\"y\" targetRef=\"z\"/><sequenceFlow id=\"f4\" sourceRef=\"z\" targetRef=\"e\"/></process></definitions>",
        group("x", "Tiếp nhận hồ sơ"),
        group("y", "Thẩm định"),
        group("z", "Trả kết quả")
    );
    let model = drawn(&text);
    let out = |step: &str| Mend::LeftOut { step: step.into() };
    assert_eq!(Mend::of_the_counter(&model), [out("xa"), out("za")]);
    let (left, done) = process::complete(&model, &Mend::of_the_counter(&model), &Names::open());
    let names: Vec<&str> = left.steps().iter().map(|step| left.nodes[*step].name.as_str()).collect();
    assert_eq!((done, names), (vec![true, true], vec!["Thẩm định"]));
    assert_eq!(check(&again(&left)).findings, [], "{}", write(&left));
}

#[test]
fn a_row_in_which_a_denial_is_signed_only_denies() {
    let row = |order: &str, name: &str, next: &str| ProcessRow {
        order: order.into(),
        name: name.into(),
        next: next.into(),
        ..ProcessRow::default()
    };
    let means = |name: &str| {
        let rows = [
            row("1", "Thẩm định", "2 nếu đạt; còn lại 3"),
            row("2", "Ký", "kết thúc"),
            row("3", name, "kết thúc"),
        ];
        let model = from_rows(&rows, "p", "", &Names::open(), &|_| None).unwrap();
        let step = model.nodes.iter().position(|node| node.name == name).unwrap();
        let node = &model.nodes[step];
        let ways = [node.incoming[0], node.outgoing[0]].map(|way| model.way_means(way));
        (ways, model.outcome_means(model.steps()[0], &model.nodes[model.steps()[0]].step.outcomes[1]))
    };
    for denial in ["Ký văn bản từ chối", "Ký thông báo từ chối", "Trả lời không đủ điều kiện"]
    {
        assert_eq!(means(denial), ([Means::Denied; 2], Means::Denied), "{denial}");
    }
    assert_eq!(means("Xử lý tiếp"), ([Means::Neither; 2], Means::Neither), "it is asked");
}

#[test]
fn what_an_end_means_is_its_name_until_it_is_said() {
    let text = file("start s\ntask a\nend e\ns -> a\na -> e")
        .replace("<endEvent id=\"e\">", "<endEvent id=\"e\" name=\"Từ chối\">");
    let model = drawn(&text);
    let end = |model: &Model| model.end_means(model.index("e").unwrap());
    assert_eq!(end(&model), Means::Denied);
    let words =
        [("Hồ sơ không đạt", Means::Denied), ("Kết quả: đạt", Means::Granted), ("Hồ sơ", Means::Neither)];
    words.into_iter().for_each(|(words, means)| assert_eq!(Means::of_words(words), means, "{words}"));
    let say = |means| Edit::EndMeans { end: "e".into(), means };
    for means in Means::ALL {
        let said = edit(&model, &say(Some(means)), &Names::open()).unwrap();
        let said = drawn(&rewrite(&text, &model, &said));
        assert_eq!(end(&said), means);
        let told: Vec<String> = differences(&model, &said).iter().map(|it| it.sentences().vi).collect();
        assert_eq!(told.is_empty(), means == Means::Denied, "{told:?}");
        assert!(
            told.iter().all(|told| told.starts_with("“Từ chối”, nghĩa là: từ chối giải quyết → ")),
            "{told:?}"
        );
        let by_name = edit(&said, &say(None), &Names::open()).unwrap();
        assert_eq!(end(&again(&by_name)), Means::Denied);
    }
    let refused = edit(&model, &Edit::EndMeans { end: "a".into(), means: None }, &Names::open()).unwrap_err();
    assert_eq!(refused, CannotChange::NoSuch { id: "a".into() });
}
