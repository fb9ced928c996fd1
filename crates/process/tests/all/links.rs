//! Link events: a flow that is drawn in two places.

use crate::common::{file, model, nothing_covers_anything};
use language::Language;
use process::{
    CannotChange, Edit, Lost, Mend, Model, Names, Scenario, TraceEnd, check, differences, edit, layout, read,
    simulate, to_table, write,
};

/// From a choice on the way leads away at two places, and goes on at one.
const DRAWN: &str = "start s
task receive
xor choice
task verify
leave short A
leave long A
arrive on A
task decide
end e
s -> receive
receive -> choice
choice -> short if area < 100
choice -> verify else
verify -> long
on -> decide
decide -> e";

/// The same with lines.
const PLAIN: &str = "start s
task receive
xor choice
task verify
xor on
task decide
end e
s -> receive
receive -> choice
choice -> on if area < 100
choice -> verify else
verify -> on
on -> decide
decide -> e";

fn found(lines: &str) -> Vec<(String, String)> {
    let model = read(file(lines).as_bytes(), &Names::open()).unwrap();
    let findings = check(&model).findings.into_iter();
    let mut found: Vec<_> =
        findings.map(|finding| (finding.trouble.code().to_string(), finding.element)).collect();
    found.sort();
    found
}

fn entered(model: &Model, scenario: &str) -> Vec<String> {
    let scenario: Scenario = serde_json::from_str(scenario).unwrap();
    let trace = simulate(model, &scenario).unwrap();
    assert!(matches!(trace.end, TraceEnd::Ended { .. }), "{:?}", trace.end);
    trace.entered
}

fn way(model: &Model, from: &str, to: &str) -> bool {
    model.flows.iter().any(|flow| model.nodes[flow.from].id == from && model.nodes[flow.to].id == to)
}

#[test]
fn several_places_lead_away_to_one() {
    let model = model(DRAWN);
    assert_eq!(check(&model).findings, []);
    let short = entered(&model, r#"{"values": {"area": 20}}"#);
    assert_eq!(short, ["s", "receive", "choice", "short", "on", "decide", "e"]);
    let long = entered(&model, r#"{"values": {"area": 200}}"#);
    assert_eq!(long, ["s", "receive", "choice", "verify", "long", "on", "decide", "e"]);
    let steps: Vec<&str> = model.works().iter().map(|step| model.nodes[*step].id.as_str()).collect();
    assert_eq!(steps, ["receive", "verify", "decide"]);
    // A way is called by what it comes from and leads to, not by the link between.
    let named = file(DRAWN).replace("id=\"on\"", "id=\"on\" name=\"A\"");
    let named = named.replace("id=\"verify\"", "id=\"verify\" name=\"Verify\"");
    let named =
        read(named.replace("id=\"decide\"", "id=\"decide\" name=\"Decide\"").as_bytes(), &Names::open());
    let named = named.unwrap();
    assert_eq!(named.called(named.index("on").unwrap(), false, false), "Decide");
    assert_eq!(named.called(named.index("long").unwrap(), false, true), "Verify");
}

#[test]
fn a_name_at_the_event_alone_is_its_name() {
    let named = file(DRAWN)
        .replace(
            "id=\"short\"><linkEventDefinition name=\"A\"/>",
            "id=\"short\" name=\" A \"><linkEventDefinition name=\"\"/>",
        )
        .replace(
            "id=\"on\"><linkEventDefinition name=\"A\"/>",
            "id=\"on\" name=\"A\"><linkEventDefinition id=\"d\"/>",
        );
    let model = read(named.as_bytes(), &Names::open()).unwrap();
    assert_eq!(check(&model).findings, []);
    assert!(way(&model, "short", "on") && way(&model, "long", "on"));
    let nameless = file(DRAWN).replace(" name=\"A\"", "");
    let model = read(nameless.as_bytes(), &Names::open()).unwrap();
    let found: Vec<&str> = check(&model).findings.iter().map(|finding| finding.trouble.code()).collect();
    assert_eq!(found, ["incomplete"; 3]);
}

#[test]
fn each_half_needs_the_other() {
    let told = |code: &str, elements: &[&str]| -> Vec<(String, String)> {
        elements.iter().map(|element| (code.to_string(), element.to_string())).collect()
    };
    // What follows where nothing arrives is not told as well.
    let nowhere = DRAWN.replace("arrive on A", "arrive on B");
    assert_eq!(found(&nowhere), told("link-alone", &["long", "on", "short"]));
    assert_eq!(found(&DRAWN.replace("leave long A", "leave long a")), told("link-alone", &["long"]));
    let twice = format!("{DRAWN}\narrive other A\nother -> decide");
    assert_eq!(found(&twice), told("link-twice", &["on", "other"]));
    let drawn = format!("{DRAWN}\nverify -> on");
    assert_eq!(
        found(&drawn.replace("verify -> long\n", "").replace("leave long A\n", "")),
        told("flow-at-link", &["f14"])
    );
    // A link does not lead out of the process it lies in.
    let inside = "start s\nsub group\nstart t\ntask a\nleave out A\nt -> a\na -> out\nclose\narrive in A\ntask b\nend e\ns -> group\ngroup -> e\nin -> b\nb -> e";
    let found = found(inside);
    assert!(found.contains(&("link-alone".into(), "out".into())), "{found:?}");
    assert!(found.contains(&("link-alone".into(), "in".into())), "{found:?}");
}

#[test]
fn a_run_stops_where_a_link_leads_nowhere() {
    let lines = DRAWN.replace("arrive on A", "arrive on B");
    let model = read(file(&lines).as_bytes(), &Names::open()).unwrap();
    let trace = simulate(&model, &Scenario::default()).unwrap();
    assert!(matches!(trace.end, TraceEnd::Stuck { .. } | TraceEnd::Unread { .. }), "{:?}", trace.end);
}

#[test]
fn two_ways_at_once_are_not_joined_by_a_link() {
    let lines = "start s\nand p\ntask a\ntask b\nleave x A\nleave y A\narrive z A\ntask c\nend e\ns -> p\np -> a\np -> b\na -> x\nb -> y\nz -> c\nc -> e";
    assert_eq!(found(lines), [("not-synchronised".to_string(), "z".to_string())]);
}

#[test]
fn a_way_back_over_a_link_is_bounded_at_a_line() {
    let lines = "start s\nleave first A\narrive on A\ntask a\nxor g\nleave again A\nend e\ns -> first\non -> a\na -> g\ng -> again if wrong\ng -> e else";
    let model = read(file(lines).as_bytes(), &Names::open()).unwrap();
    let [finding] = check(&model).findings.try_into().unwrap();
    assert_eq!((finding.trouble.code(), finding.element.as_str()), ("loop-without-bound", "f10"));
    let mend = Mend::of(&model, &finding).unwrap();
    let mended = edit(&model, &Edit::Mend(mend), &Names::open()).unwrap();
    let again = read(write(&mended).as_bytes(), &Names::open()).unwrap();
    assert_eq!(check(&again).findings, []);
}

#[test]
fn both_halves_are_written_and_the_line_between_them_is_not() {
    let before = model(DRAWN);
    let written = write(&before);
    assert_eq!(written.matches("linkEventDefinition name=\"A\"").count(), 3);
    assert_eq!(written.matches("<bpmn:sequenceFlow ").count(), DRAWN.matches("->").count());
    assert_eq!(written.matches("<bpmndi:BPMNEdge ").count(), DRAWN.matches("->").count());
    let after = read(written.as_bytes(), &Names::open()).unwrap();
    assert_eq!(check(&after).findings, []);
    assert_eq!(differences(&before, &after), []);
    assert_eq!(write(&after), written);
    let drawn = layout(&before, 0);
    nothing_covers_anything(&before, &drawn);
    assert_eq!(drawn.nodes.len(), before.nodes.len());
    let lines = before.flows.iter().enumerate().filter(|(_, flow)| !flow.link).map(|(index, _)| index);
    assert_eq!(drawn.flows.keys().copied().collect::<Vec<_>>(), lines.collect::<Vec<_>>());
}

#[test]
fn where_a_link_goes_on_is_a_difference() {
    let lines = DRAWN
        .replace("leave long A", "leave long B\narrive at B\nend f")
        .replace("verify -> long", "verify -> long\nat -> f");
    let found: Vec<String> = differences(&model(DRAWN), &model(&lines))
        .iter()
        .map(|difference| difference.sentences().en)
        .collect();
    assert!(
        found.iter().any(|told| told.starts_with("The way from") && told.ends_with("is gone")),
        "{found:?}"
    );
}

#[test]
fn a_table_says_a_link_as_what_follows() {
    let (linked, plain) = (model(DRAWN), model(PLAIN));
    let (table, losses) = to_table(&linked, linked.main().unwrap(), Language::English);
    assert_eq!(losses, []);
    assert_eq!(table, to_table(&plain, plain.main().unwrap(), Language::English).0);
    let alone = DRAWN.replace("leave long A", "leave long B");
    let alone = read(file(&alone).as_bytes(), &Names::open()).unwrap();
    let (_, losses) = to_table(&alone, alone.main().unwrap(), Language::English);
    assert!(losses.iter().any(|loss| loss.lost == Lost::NotRun && loss.element == "long"), "{losses:?}");
}

#[test]
fn what_is_put_after_a_link_stands_where_it_goes_on() {
    let one = "start s\ntask a\nleave x A\narrive y A\ntask b\nend e\ns -> a\na -> x\ny -> b\nb -> e";
    for of in ["a", "x", "y"] {
        let change = Edit::After { of: of.into(), new: crate::common::changes::new("new") };
        let changed = edit(&model(one), &change, &Names::open()).unwrap();
        let again = read(write(&changed).as_bytes(), &Names::open()).unwrap();
        assert_eq!(check(&again).findings, [], "{of}");
        assert_eq!(differences(&changed, &again), [], "{of}");
        assert!(entered(&again, "{}").contains(&"new".to_string()), "{of}");
    }
    let change = Edit::After { of: "long".into(), new: crate::common::changes::new("new") };
    let cannot = edit(&model(DRAWN), &change, &Names::open());
    assert!(matches!(cannot, Err(CannotChange::Tangled { .. })), "{cannot:?}");
    // A step between two halves goes with what it leads away to.
    let change = Edit::Remove { step: "verify".into() };
    let changed = edit(&model(DRAWN), &change, &Names::open()).unwrap();
    let again = read(write(&changed).as_bytes(), &Names::open()).unwrap();
    assert_eq!(check(&again).findings, []);
    assert_eq!(differences(&changed, &again), []);
}
