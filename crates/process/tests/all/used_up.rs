//! What follows a way back that was taken as often as it may be: a denial, in a part of the process too.

use process::{
    Edit, Means, Mend, Model, Names, NodeKind, Scenario, TraceEnd, check, edit, read, rewrite, simulate,
    write,
};

/// Steps of which one, inside of a group or of a called process, may go back; behind it the licence is signed.
fn text(holder: &str, beside: &str) -> String {
    let inside = "<startEvent id=\"is\"/><exclusiveGateway id=\"m\"/><userTask id=\"a\" name=\"Thẩm định\"/><exclusiveGateway id=\"g\"/><endEvent id=\"ie\"/>\
         <sequenceFlow id=\"i1\" sourceRef=\"is\" targetRef=\"m\"/><sequenceFlow id=\"i2\" sourceRef=\"m\" targetRef=\"a\"/>\
         <sequenceFlow id=\"i3\" sourceRef=\"a\" targetRef=\"g\"/><sequenceFlow id=\"on\" name=\"Đạt\" sourceRef=\"g\" targetRef=\"ie\"/>\
         <sequenceFlow id=\"back\" name=\"Cần làm lại\" sourceRef=\"g\" targetRef=\"m\"/>";
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><startEvent id=\"s\"/>{}\
         <userTask id=\"b\" name=\"Ký\"/><endEvent id=\"e\"/><sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"h\"/>\
         <sequenceFlow id=\"f2\" sourceRef=\"h\" targetRef=\"b\"/><sequenceFlow id=\"f3\" sourceRef=\"b\" targetRef=\"e\"/></process>{}</definitions>",
        holder.replace("INSIDE", inside),
        beside.replace("INSIDE", inside)
    )
}

/// All that is proposed is accepted, round after round, in the file too.
fn completed(text: &str) -> (String, Model) {
    let mut source = text.to_string();
    for _ in 0..6 {
        let model = read(source.as_bytes(), &Names::open()).unwrap();
        let found = check(&model).findings;
        let mends: Vec<Mend> = found.iter().filter_map(|finding| Mend::of(&model, finding)).collect();
        if mends.is_empty() {
            assert_eq!(found, [], "{source}");
            assert_eq!(write(&read(write(&model).as_bytes(), &Names::open()).unwrap()), write(&model));
            return (source, model);
        }
        let (changed, _) = process::complete(&model, &mends, &Names::open());
        source = rewrite(&source, &model, &changed);
    }
    panic!("it does not come to an end: {source}");
}

const PLACES: [(&str, &str); 3] = [
    ("<subProcess id=\"h\">INSIDE</subProcess>", ""),
    (
        "<subProcess id=\"h\"><startEvent id=\"hs\"/><subProcess id=\"hh\">INSIDE</subProcess><endEvent id=\"he\"/>\
         <sequenceFlow id=\"h1\" sourceRef=\"hs\" targetRef=\"hh\"/><sequenceFlow id=\"h2\" sourceRef=\"hh\" targetRef=\"he\"/></subProcess>",
        "",
    ),
    (
        "<callActivity id=\"h\" calledElement=\"q\"/>",
        "<process id=\"q\" isExecutable=\"false\">INSIDE</process>",
    ),
];

#[test]
fn what_did_not_pass_in_a_part_is_denied_and_not_passed_on() {
    for (holder, beside) in PLACES {
        let (_, model) = completed(&text(holder, beside));
        let scenario = |ways: &str| {
            let scenario = format!(r#"{{"decisions": {{"g": [{ways}]}}}}"#);
            simulate(&model, &serde_json::from_str::<Scenario>(&scenario).unwrap()).unwrap()
        };
        let passed = scenario(r#""on""#);
        assert!(passed.entered.contains(&"b".to_string()), "{:?}", passed.entered);
        let refused = scenario(r#""back", "back", "back", "back""#);
        assert!(!refused.entered.contains(&"b".to_string()), "{:?}", refused.entered);
        let TraceEnd::Ended { at } = &refused.end else { panic!("{:?}", refused.end) };
        let end = model.index(at).unwrap();
        assert_eq!((model.end_means(end), Some(model.nodes[end].scope)), (Means::Denied, model.main()));
    }
}

#[test]
fn what_follows_can_be_chosen_otherwise_and_leaves_nothing_behind() {
    for (holder, beside) in PLACES {
        let (source, model) = completed(&text(holder, beside));
        let choice = "g".to_string();
        let on = Mend::UsedUp { choice: choice.clone(), flow: "on".into(), name: String::new() };
        let changed = edit(&model, &Edit::Accept(on), &Names::open()).unwrap();
        let again = read(rewrite(&source, &model, &changed).as_bytes(), &Names::open()).unwrap();
        let left = again.nodes.iter().filter(|node| node.id.starts_with("used-up")).count();
        let edges = again.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Boundary { .. })).count();
        assert_eq!((left, edges), (0, 0), "{}", write(&again));
        assert_eq!(check(&again).findings, []);
    }
}
