//! `motcua process` as it is called: what it prints, and how it exits.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DRAWN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="urn:z">
  <bpmn:process id="permit" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:task id="check" name="Thẩm định"/>
    <bpmn:exclusiveGateway id="good" default="no"/>
    <bpmn:task id="sign" name="Ký duyệt">
      <bpmn:extensionElements><zeebe:properties><zeebe:property name="time" value="1 ngày"/></zeebe:properties></bpmn:extensionElements>
    </bpmn:task>
    <bpmn:endEvent id="granted"/>
    <bpmn:endEvent id="denied"/>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="check"/>
    <bpmn:sequenceFlow id="b" sourceRef="check" targetRef="good"/>
    <bpmn:sequenceFlow id="yes" sourceRef="good" targetRef="sign">
      <bpmn:conditionExpression>= area &lt;= 250</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="no" sourceRef="good" targetRef="denied"/>
    <bpmn:sequenceFlow id="c" sourceRef="sign" targetRef="granted"/>
  </bpmn:process>
</bpmn:definitions>"#;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

fn motcua(arguments: &[&dyn AsRef<std::ffi::OsStr>]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_motcua"));
    command.arg("process");
    arguments.iter().for_each(|argument| {
        command.arg(argument);
    });
    command.output().unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

#[test]
fn a_sound_process_is_called_sound() {
    let folder = Folder::new();
    let file = folder.file("permit.bpmn", DRAWN);
    let told = motcua(&[&"check", &file, &"--json"]);
    assert_eq!(told.status.code(), Some(0));
    let told = json(&told);
    assert_eq!((&told["ok"], &told["proof"]), (&Value::Bool(true), &Value::from("block-structured")));
    assert_eq!(motcua(&[&"check", &file]).status.code(), Some(0));
}

#[test]
fn what_is_missing_is_told_with_a_proposal() {
    let folder = Folder::new();
    let open = DRAWN
        .replace("default=\"no\"", "")
        .replace("<bpmn:sequenceFlow id=\"no\"", "<bpmn:sequenceFlow id=\"no\" name=\"Không đạt\"");
    let told = json(&motcua(&[&"check", &folder.file("open.bpmn", open), &"--json"]));
    let finding =
        told["findings"].as_array().unwrap().iter().find(|it| it["code"] == "no-condition").unwrap();
    let mend = &finding["mend"];
    for (part, value) in [
        ("kind", "answer"),
        ("flow", "no"),
        ("step", "check"),
        ("name", "Không đạt"),
        ("english", "Not passed"),
        ("condition", "steps.check.outcome = \"way-2\""),
    ] {
        assert_eq!(mend[part], value, "{mend}");
    }
    assert!(mend["vi"].is_string() && mend["en"].is_string());
}

#[test]
fn whatever_the_file_is_there_is_an_answer() {
    let folder = Folder::new();
    let unsound = DRAWN.replace("default=\"no\"", "");
    for (name, content, code) in [
        ("unsound.bpmn", unsound.into_bytes(), "no-condition"),
        ("letter.bpmn", b"Dear all".to_vec(), "not-xml"),
        ("empty.bpmn", Vec::new(), "not-xml"),
        ("other.bpmn", b"<html/>".to_vec(), "not-bpmn"),
        ("bomb.bpmn", b"<!DOCTYPE a [<!ENTITY b 'bb'>]><a>&b;</a>".to_vec(), "document-type"),
        ("large.bpmn", vec![b' '; 100 << 20], "too-large"),
        ("bytes.bpmn", vec![0xff; 64], "unreadable-encoding"),
    ] {
        let told = motcua(&[&"check", &folder.file(name, content), &"--json"]);
        assert_eq!(told.status.code(), Some(1), "{name}");
        assert_eq!(json(&told)["findings"][0]["code"], code, "{name}");
    }
    let told = motcua(&[&"check", &folder.0.path().join("nothing.bpmn"), &"--json"]);
    assert_eq!((told.status.code(), json(&told)["findings"][0]["code"].clone()), (Some(1), "no-file".into()));
}

#[test]
fn a_scenario_decides_what_is_entered() {
    let folder = Folder::new();
    let file = folder.file("permit.bpmn", DRAWN);
    let entered = |scenario: &str| {
        let scenario = folder.file("scenario.json", scenario);
        let told = motcua(&[&"simulate", &file, &"--scenario", &scenario, &"--json"]);
        assert_eq!(told.status.code(), Some(0), "{told:?}");
        let told = json(&told);
        assert_eq!(told["status"], "ended");
        told["entered"]
            .as_array()
            .unwrap()
            .iter()
            .map(|id| id.as_str().unwrap().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(entered(r#"{"values": {"area": 300}}"#), ["start", "check", "good", "denied"]);
    assert_eq!(entered(r#"{"values": {"area": 120}}"#), ["start", "check", "good", "sign", "granted"]);
    assert_eq!(
        entered(r#"{"decisions": {"good": "Ký duyệt"}}"#),
        ["start", "check", "good", "sign", "granted"]
    );
    for (wrong, named) in [
        (r#"{"decisions": {"good": "maybe"}}"#, "“maybe”"),
        (r#"{"values": {"area": {"@date": "2024-02-30"}}}"#, "2024-02-30"),
        ("[]", "{…}"),
    ] {
        let wrong = folder.file("wrong.json", wrong);
        let told = motcua(&[&"simulate", &file, &"--scenario", &wrong]);
        assert_eq!(told.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&told.stderr).contains(named), "{told:?}");
    }
}

#[test]
fn what_a_run_tells_has_one_shape() {
    let folder = Folder::new();
    let area = folder.file("scenario.json", r#"{"values": {"area": 300}}"#);
    let nothing = folder.file("nothing.json", "{}");
    let file = folder.file("permit.bpmn", DRAWN);
    let none = folder.file("none.bpmn", "<html/>");
    for (file, scenario, status, at) in [
        (&file, &area, "ended", serde_json::json!(["denied"])),
        (&file, &nothing, "unreadable", serde_json::json!(["good"])),
        (&none, &nothing, "unreadable", serde_json::json!([])),
    ] {
        let told = json(&motcua(&[&"simulate", file, &"--scenario", scenario, &"--json"]));
        assert_eq!((&told["status"], &told["at"]), (&status.into(), &at));
        for list in ["entered", "elements", "findings"] {
            assert!(told[list].is_array(), "{list}: {told}");
        }
        assert!(
            told["values"].is_object()
                && told["findings"].as_array().unwrap().is_empty() == (status == "ended")
        );
    }
}

#[test]
fn the_table_becomes_a_drawing_and_the_drawing_a_table() {
    let folder = Folder::new();
    let at = |name: &str| folder.0.path().join(name);
    let convert = |from: &Path| motcua(&[&"convert", &from]);
    assert_eq!(convert(&folder.file("permit.bpmn", DRAWN)).status.code(), Some(0));
    let sheets = sheets::read(&std::fs::read(at("permit.xlsx")).unwrap()).unwrap();
    let cells = &sheets[0].rows;
    let steps: Vec<&[String]> = cells.iter().skip(3).map(Vec::as_slice).collect();
    assert_eq!(steps[0][1..], ["Thẩm định", "", "", "", "2 nếu area <= 250; còn lại kết thúc"]);
    assert_eq!(steps[1][1..4], ["Ký duyệt", "", "1 ngày"]);
    std::fs::rename(at("permit.xlsx"), at("again.xlsx")).unwrap();
    assert_eq!(convert(&at("again.xlsx")).status.code(), Some(0));
    assert_eq!(motcua(&[&"check", &at("again.bpmn")]).status.code(), Some(0));
    // What is there is not written over unasked.
    assert_eq!(convert(&at("again.xlsx")).status.code(), Some(2));
    let wrong =
        sheets::write("", &["STT", "Bước", "Thời gian"], &[vec!["1".into(), "Ký".into(), "mai".into()]]);
    let told = convert(&folder.file("wrong.xlsx", wrong));
    assert_eq!(told.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&told.stdout).contains("“mai”"), "{told:?}");
}

/// Two steps under a condition from the start on, and what a modeller keeps beside them.
const FOREIGN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
  <collaboration id="pools"><participant id="pool" name="Sở" processRef="p"/></collaboration>
  <process id="p" isExecutable="true">
    <startEvent id="s"/><exclusiveGateway id="g" default="no"/>
    <userTask id="a" name="Họp" camunda:formKey="k"><documentation>Theo Điều 5</documentation></userTask>
    <task id="b" name="Ký"/><endEvent id="e"/>
    <sequenceFlow id="f" sourceRef="s" targetRef="g"/>
    <sequenceFlow id="yes" sourceRef="g" targetRef="a"><conditionExpression>CONDITION</conditionExpression></sequenceFlow>
    <sequenceFlow id="no" sourceRef="g" targetRef="b"/>
    <sequenceFlow id="h" sourceRef="a" targetRef="b"/><sequenceFlow id="i" sourceRef="b" targetRef="e"/>
  </process>
</definitions>"#;

#[test]
fn a_condition_that_cannot_be_read_ends_the_run() {
    let folder = Folder::new();
    let scenario = folder.file("scenario.json", r#"{"values": {"area": 300}}"#);
    for (condition, code) in [("${area > 250}", "foreign-expression"), ("area >> 250", "bad-expression")] {
        let file = folder.file("foreign.bpmn", FOREIGN.replace("CONDITION", condition));
        let told = motcua(&[&"simulate", &file, &"--scenario", &scenario, &"--json"]);
        assert_eq!(told.status.code(), Some(1), "{told:?}");
        let told = json(&told);
        assert_eq!((&told["status"], &told["findings"][0]["code"]), (&"unreadable".into(), &code.into()));
        assert_eq!(told["entered"], serde_json::json!(["s", "g"]));
    }
}

#[test]
fn an_event_of_the_scenario_that_never_comes_is_a_finding() {
    let folder = Folder::new();
    let file = folder.file("f.bpmn", FOREIGN.replace("CONDITION", "area &gt; 250"));
    let scenario = r#"{"values": {"area": 300}, "events": [{"message": "paid"}]}"#;
    let scenario = folder.file("scenario.json", scenario);
    let told = motcua(&[&"simulate", &file, &"--scenario", &scenario, &"--json"]);
    assert_eq!(told.status.code(), Some(1), "{told:?}");
    let told = json(&told);
    assert_eq!(
        (&told["status"], &told["findings"][0]["code"]),
        (&"ended".into(), &"event-never-came".into())
    );
    let told = motcua(&[&"simulate", &file, &"--scenario", &scenario]);
    assert!(String::from_utf8_lossy(&told.stdout).contains("thông điệp “paid”"), "{told:?}");
}

#[test]
fn what_a_table_cannot_hold_is_named_and_nothing_is_written() {
    let folder = Folder::new();
    let (file, to) = (
        folder.file("f.bpmn", FOREIGN.replace("CONDITION", "area &gt; 250")),
        folder.0.path().join("t.xlsx"),
    );
    let told = motcua(&[&"convert", &file, &"--to", &to]);
    assert_eq!((told.status.code(), to.exists()), (Some(1), false), "{told:?}");
    let said = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(said.contains("lost documentation at a “Họp”"), "{said}");
    assert!(said.contains("lost extension at a “Họp”") && said.contains("“camunda:formKey”"), "{said}");
    let told = motcua(&[&"convert", &file, &"--to", &to, &"--partly"]);
    assert_eq!(told.status.code(), Some(0), "{told:?}");
    let sheets = sheets::read(&std::fs::read(&to).unwrap()).unwrap();
    assert!(
        sheets[0].rows.iter().any(|row| row.get(5).is_some_and(|next| next == "1 nếu area > 250; còn lại 2"))
    );
    // To another table there is nothing to turn it into.
    assert_eq!(motcua(&[&"convert", &to, &"--to", &folder.0.path().join("u.xlsx")]).status.code(), Some(2));
}

#[test]
fn a_drawing_of_another_program_is_written_as_it_was_read() {
    let folder = Folder::new();
    let (file, to) = (
        folder.file("f.bpmn", FOREIGN.replace("CONDITION", "area &gt; 250")),
        folder.0.path().join("g.bpmn"),
    );
    assert_eq!(motcua(&[&"convert", &file, &"--to", &to]).status.code(), Some(0));
    let written = std::fs::read_to_string(&to).unwrap();
    for kept in ["camunda:formKey=\"k\"", "Theo Điều 5", "<participant id=\"pool\"", "BPMNDiagram"] {
        assert!(written.contains(kept), "{kept}");
    }
    assert_eq!(motcua(&[&"check", &to]).status.code(), Some(0));
    let again = folder.0.path().join("h.bpmn");
    assert_eq!(motcua(&[&"convert", &to, &"--to", &again]).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&again).unwrap(), written);
}

#[test]
fn what_is_told_is_counted_as_it_is_listed() {
    let folder = Folder::new();
    let many: String = (0..5)
        .map(|number| format!("<bpmn:task id=\"t{number}\" zeebe:colour=\"red\"/><bpmn:sequenceFlow id=\"w{number}\" sourceRef=\"t{number}\" targetRef=\"denied\"/>"))
        .collect();
    let drawn =
        DRAWN.replace("<bpmn:endEvent id=\"granted\"/>", &format!("<bpmn:endEvent id=\"granted\"/>{many}"));
    let file = folder.file("many.bpmn", drawn);
    let text = |told: Output| String::from_utf8_lossy(&told.stdout).into_owned();
    let told = text(motcua(&[&"convert", &file, &"--to", &folder.0.path().join("t.xlsx")]));
    assert_eq!(told.matches("“zeebe:colour”").count(), 2, "once in each language: {told}");
    assert!(told.contains("lost extension 5 times at t0 (line ") && told.contains(" and 2 more"), "{told}");

    let several = DRAWN.replace("</bpmn:definitions>", "<bpmn:process id=\"other\" isExecutable=\"true\"><bpmn:startEvent id=\"os\"/><bpmn:task id=\"ot\"/></bpmn:process></bpmn:definitions>");
    let told = text(motcua(&[&"check", &folder.file("several.bpmn", several)]));
    let lines = |weight: &str| told.lines().filter(|line| line.starts_with(weight)).count();
    let counted = format!("{} finding", lines("error "));
    assert!(lines("note ") == 1 && told.contains(&counted) && told.trim().ends_with(" and 1 note"), "{told}");

    let named = json(&motcua(&[&"check", &folder.file("permit.bpmn", DRAWN), &"--json"]));
    let ends: Vec<&str> =
        named["ends"].as_array().unwrap().iter().map(|end| end["means"].as_str().unwrap()).collect();
    assert_eq!(ends, ["either", "either"], "{named}");
    let told =
        text(motcua(&[&"simulate", &folder.file("permit.bpmn", DRAWN.replace("= area &lt;= 250", "=true"))]));
    assert!(told.contains("ended at granted (the end after “Ký duyệt”)"), "{told}");
}
