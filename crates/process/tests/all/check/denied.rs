//! A denial that nobody signs who may.

use crate::common::file;
use process::{Edit, Finding, Mend, Model, Names, Proof, Trouble, check, edit, read};

/// The drawing of some lines with who does its tasks.
fn done_by(lines: &str, roles: &[(&str, &str)]) -> Model {
    let mut source = file(lines);
    for (id, role) in roles {
        let task = format!("<userTask id=\"{id}\">");
        let outcomes = match *id {
            "check" => "<m:outcome key=\"good\" name=\"Đạt\"/><m:outcome key=\"bad\" name=\"Không đạt\"/>",
            _ => "",
        };
        let step = format!("<m:step unit=\"law\" time=\"8h\" role=\"{role}\">{outcomes}</m:step>");
        source = source.replace(&task, &format!("{task}<extensionElements>{step}</extensionElements>"));
    }
    read(source.as_bytes(), &Names::open()).unwrap()
}

fn told(model: &Model) -> Vec<Finding> {
    let report = check(model);
    assert!(report.is_sound() && report.proof != Proof::None, "{:?}", report.findings);
    report.findings
}

const LINES: &str = "start s\ntask check\nxor g\ntask sign\nend e\nend no\ns -> check\ncheck -> g\n\
     g -> no if steps.check.outcome = \"bad\"\ng -> sign else\nsign -> e";

#[test]
fn a_denial_below_the_heads_is_told_with_a_step_that_signs_it() {
    let officer = [("check", "officer"), ("sign", "agency-head")];
    let model = done_by(LINES, &officer);
    let found = told(&model);
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(finding.trouble, Trouble::DeniedBelow { step: "check".into() });
    assert_eq!((finding.trouble.code(), finding.element.as_str()), ("denied-below", "f8"));
    let mend = Mend::of(&model, finding).expect("a step is proposed");
    assert!(matches!(&mend, Mend::Signed { flow, like, .. } if flow == "f8" && like == "sign"), "{mend:?}");
    let words = mend.sentences(&model);
    assert!(words.vi.contains("“sign”") && words.en.contains("“sign”"), "{words:?}");
    let mended = edit(&model, &Edit::Mend(mend), &Names::open()).unwrap();
    assert_eq!(told(&mended), []);
    let added = mended
        .steps()
        .into_iter()
        .map(|step| &mended.nodes[step])
        .find(|step| step.name == "Ký văn bản từ chối");
    let said = &added.expect("it is there").step;
    assert_eq!(said.responsible.role.as_deref(), Some("agency-head"));
    assert_eq!(said.time.map(|time| time.minutes()), Some(480));
    // Whatever was denied there still is.
    let bad = mended.flows.iter().position(|flow| flow.id == "f8").unwrap();
    assert_eq!(mended.way_means(bad), process::Means::Denied);
}

#[test]
fn nothing_is_told_where_a_head_looks_at_it_or_there_is_none() {
    for roles in [
        [("check", "division-head"), ("sign", "agency-head")],
        // Where no head does anything nobody is missed.
        [("check", "officer"), ("sign", "officer")],
    ] {
        assert_eq!(told(&done_by(LINES, &roles)), [], "{roles:?}");
    }
    let led = |from: &str, to: &str| LINES.replace(from, to);
    // A head signs behind it, or looked at it before; it goes back, and is tried again.
    let behind = led("end no", "task answer").replace("-> no if", "-> answer if") + "\nanswer -> sign";
    let before = led("s -> check", "task look\ns -> look\nlook -> check");
    let back = led("end no", "task more").replace("-> no if", "-> more max 2 if") + "\nmore -> check";
    for lines in [behind, before, back] {
        let roles = [
            ("check", "officer"),
            ("sign", "agency-head"),
            ("answer", "officer"),
            ("look", "division-head"),
            ("more", "officer"),
        ];
        assert_eq!(told(&done_by(&lines, &roles)), [], "{lines}");
    }
    // Told once, where it is denied, and not at each step behind it.
    let long = led("end no", "task answer\nend no").replace("-> no if", "-> answer if") + "\nanswer -> no";
    let model = done_by(&long, &[("check", "officer"), ("sign", "agency-head"), ("answer", "officer")]);
    let found = told(&model);
    assert_eq!(found.iter().map(|found| found.element.as_str()).collect::<Vec<_>>(), ["f9"]);
    // It is signed after it was drafted, so that who signs decides.
    let mend = Mend::of(&model, &found[0]).expect("a step is proposed");
    let mended = edit(&model, &Edit::Mend(mend), &Names::open()).unwrap();
    assert_eq!(told(&mended), []);
    let answer = mended.index("answer").unwrap();
    let after = mended.flows[mended.nodes[answer].outgoing[0]].to;
    assert_eq!(mended.nodes[after].name, "Ký văn bản từ chối");
    let end = mended.flows[mended.nodes[after].outgoing[0]].to;
    assert_eq!(mended.nodes[end].id, "no");
}
