//! What was accepted is kept: whether the drawing still says it, what of it counts, and what went and stands again.

use crate::common::file;
use process::{Accepted, Edit, Mend, Model, Names, StepDetails, Weight, check, edit, read, write};

fn drawn(lines: &str) -> Model {
    again(&read(file(lines).as_bytes(), &Names::open()).unwrap())
}

/// As it is read after it was written.
fn again(model: &Model) -> Model {
    read(write(model).as_bytes(), &Names::open()).unwrap()
}

#[track_caller]
fn changed(model: &Model, change: Edit) -> Model {
    again(&edit(model, &change, &Names::open()).expect("it is carried out"))
}

fn accepted(model: &Model) -> &[Accepted] {
    &model.scopes[model.main().unwrap()].accepted
}

fn holding(model: &Model) -> Vec<bool> {
    accepted(model).iter().map(|it| it.holds(model)).collect()
}

#[test]
fn what_was_changed_by_hand_no_longer_stands_as_it_was_accepted() {
    let model = drawn("start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e");
    let time = |time: &str| Edit::Accept(Mend::Time { element: "a".into(), time: time.into() });
    let model = changed(&changed(&model, time("PT8H")), time("PT4H"));
    assert_eq!((accepted(&model).len(), holding(&model)), (1, vec![true]), "the later one counts");
    let timed = |step: &str| {
        let said = StepDetails::of(model.node(step).unwrap());
        let about = StepDetails { name: step.into(), time: "2 ngày".into(), ..said };
        Edit::Describe { step: step.into(), about }
    };
    let by_hand = changed(&model, timed("a"));
    assert_eq!(holding(&by_hand), [false]);
    // What is changed elsewhere changes nothing of it.
    assert_eq!(holding(&changed(&model, timed("b"))), [true]);
    assert_eq!(holding(&changed(&model, Edit::Remove { step: "a".into() })), [false]);
}

#[test]
fn of_keeping_and_leaving_out_what_was_said_last_stands() {
    let text = file("start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e");
    let text = text.replace("<userTask id=\"a\">", "<userTask id=\"a\" name=\"Tiếp nhận hồ sơ\">");
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let kept = changed(&model, Edit::Accept(Mend::Kept { step: "a".into() }));
    let left = changed(&kept, Edit::Accept(Mend::LeftOut { step: "a".into() }));
    assert_eq!((accepted(&left).len(), accepted(&left)[0].kept, holding(&left)), (1, false, vec![true]));
    let back = changed(&left, Edit::PutBack { accepted: 0 });
    assert_eq!((accepted(&back).len(), accepted(&back)[0].kept, holding(&back)), (1, true, vec![true]));
}

#[test]
fn a_beginning_and_an_arrow_that_went_stand_again() {
    let mut starts = drawn("start s\nstart t\nxor m\ntask a\nend e\ns -> m\nt -> m\nm -> a\na -> e");
    let named = starts.index("t").unwrap();
    starts.nodes[named].name = "Nộp qua Cổng".into();
    let one = Mend::OneStart { keep: "s".into(), others: vec!["t".into()] };
    let left = changed(&starts, Edit::Accept(one));
    assert!(left.node("t").is_none() && check(&left).findings.is_empty());
    let place = accepted(&left).iter().position(|it| it.gone.is_some()).expect("it can be put back");
    let back = changed(&left, Edit::PutBack { accepted: place });
    let start = back.index("t").expect("it is there");
    assert!(back.comes_to(start, back.index("a").unwrap()));
    assert!(
        matches!(back.nodes[start].kind, process::NodeKind::Start(None)),
        "a name makes no message of it"
    );
    assert!(
        back.node("s").is_none() && check(&back).findings.is_empty(),
        "it begins there now, and no longer at s"
    );
    let gone: Vec<&str> =
        accepted(&back).iter().filter(|it| it.gone.is_some()).map(|it| it.element.as_str()).collect();
    assert_eq!((gone, accepted(&back).len()), (vec!["s"], 2), "the other can be put back instead");

    let arrows = drawn(
        "start s\ntask a\nxor g\nend e\ntask b\ns -> a\na -> g\ng -> b if x\ng -> e else\ne -> b\nb -> e",
    );
    let flow = arrows.flows.iter().find(|flow| arrows.nodes[flow.from].id == "e").unwrap().id.clone();
    let left = changed(&arrows, Edit::Accept(Mend::WithoutFlow { flow }));
    let place = accepted(&left).iter().position(|it| it.gone.is_some()).expect("it can be put back");
    let back = changed(&left, Edit::PutBack { accepted: place });
    let leads = |model: &Model| model.flows.iter().any(|flow| model.nodes[flow.from].id == "e");
    assert!(!leads(&left) && leads(&back));
}

#[test]
fn what_is_done_after_a_head_decided_is_no_step_that_decides() {
    let left_out = |name: &str, role: &str, head: &str| {
        let step = |name: &str, role: &str| {
            format!(" name=\"{name}\"><extensionElements><m:step role=\"{role}\"/></extensionElements>")
        };
        let text = file("start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e")
            .replace("<userTask id=\"a\">", &format!("<userTask id=\"a\"{}", step("Ký kết quả", head)))
            .replace("<userTask id=\"b\">", &format!("<userTask id=\"b\"{}", step(name, role)));
        Mend::of_the_counter(&read(text.as_bytes(), &Names::open()).unwrap())
    };
    let named = ["Lưu trữ", "Lưu trữ hồ sơ", "Vào sổ, đóng dấu, chuyển kết quả cho Một cửa", "Archive"];
    for name in named {
        let told = left_out(name, "officer", "agency-head");
        assert_eq!(told, [Mend::LeftOut { step: "b".into() }], "{name}");
    }
    assert_eq!(left_out("Lưu trữ", "officer", "officer"), [], "no head decides before");
    let lines = "start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e";
    let nobody = |first: &str| {
        let text = file(lines)
            .replace("<userTask id=\"a\">", &format!("<userTask id=\"a\" name=\"{first}\">"))
            .replace("<userTask id=\"b\">", "<userTask id=\"b\" name=\"Lưu trữ\">");
        Mend::of_the_counter(&read(text.as_bytes(), &Names::open()).unwrap()).len()
    };
    assert_eq!(
        ["Lãnh đạo Sở ký", "Phê duyệt", "Trình lãnh đạo ký"].map(nobody),
        [1, 1, 0],
        "by what it is called"
    );
    assert_eq!(left_out("Lưu trữ", "division-head", "agency-head"), [], "a head may mean to decide");
    assert_eq!(left_out("Thẩm định", "officer", "agency-head"), []);
}

#[test]
fn in_the_pool_of_who_applies_nothing_is_the_counters() {
    let pool = |id: &str, name: &str, steps: [&str; 2]| {
        let [a, b] = steps.map(|name| name.to_string());
        format!(
            "<process id=\"{id}\" name=\"{name}\" isExecutable=\"true\"><startEvent id=\"{id}s\"/><userTask id=\"{id}a\" name=\"{a}\"/>\
             <userTask id=\"{id}b\" name=\"{b}\"/><endEvent id=\"{id}e\"/><sequenceFlow id=\"{id}1\" sourceRef=\"{id}s\" targetRef=\"{id}a\"/>\
             <sequenceFlow id=\"{id}2\" sourceRef=\"{id}a\" targetRef=\"{id}b\"/>\
             <sequenceFlow id=\"{id}3\" sourceRef=\"{id}b\" targetRef=\"{id}e\"/></process>"
        )
    };
    let text = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">{}{}</definitions>",
        pool("u", "Người nộp", ["Nộp hồ sơ", "Nhận kết quả"]),
        pool("p", "Sở", ["Tiếp nhận hồ sơ", "Thẩm định"])
    );
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    assert_eq!(Mend::of_the_counter(&model), [Mend::LeftOut { step: "pa".into() }]);
    let heavy = |model: &Model| check(model).findings.iter().any(|it| it.trouble.weight() == Weight::Error);
    assert!(!heavy(&model));
}

/// Whoever reads the pages in English is told in English what this program called something.
#[test]
fn names_this_program_gives_are_english_too() {
    let text = file("start s\ntask a\nend e\ns -> a\na -> e\non t a timer PT1H\nend f\nt -> f");
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let (vi, en) = process::DECIDES;
    let named = |name: &str| {
        let mend = Mend::Undecided { event: "t".into(), step: name.into() };
        let (changed, done) = process::complete(&model, &[mend], &Names::open());
        assert_eq!(done, [true]);
        let new = changed.steps().into_iter().find(|step| changed.nodes[*step].id != "a").unwrap();
        (changed.nodes[new].name.clone(), changed.nodes[new].step.english.clone())
    };
    assert_eq!(named(vi), (vi.to_string(), en.to_string()));
    assert_eq!(named("Trưởng phòng xem"), ("Trưởng phòng xem".to_string(), String::new()));
}
