//! A change keeps what another program drew and keeps beside the steps and the flows.

use crate::common::changes::{Dice, any_change, new};
use process::{Edit, Mend, Model, Names, StepDetails, edit, read, rewrite};
use roxmltree::Document;
use std::collections::BTreeSet;

/// Two pools with messages between them, lanes, data, texts, a group, and words of the other program.
const DRAWN: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:omgdc="http://www.omg.org/spec/DD/20100524/DC" xmlns:omgdi="http://www.omg.org/spec/DD/20100524/DI" xmlns:other="urn:other" id="d" targetNamespace="urn:x" exporter="Other Modeler" exporterVersion="5.1">
  <!-- drawn by hand -->
  <collaboration id="C">
    <participant id="P" name="Sở" processRef="own" other:colour="blue"/>
    <participant id="Q" name="Người dân"/>
    <messageFlow id="M" name="Hồ sơ" sourceRef="Q" targetRef="A"/>
  </collaboration>
  <process id="own" isExecutable="true" other:version="7">
    <laneSet id="L">
      <lane id="L1" name="Một cửa" other:lane="1"><flowNodeRef>s</flowNodeRef><flowNodeRef>A</flowNodeRef></lane>
      <lane id="L2" name="Phòng chuyên môn"><flowNodeRef>B</flowNodeRef><flowNodeRef>D</flowNodeRef><flowNodeRef>e</flowNodeRef></lane>
    </laneSet>
    <startEvent id="s"><outgoing>f1</outgoing></startEvent>
    <task id="A" name="Xem" other:form="mau-1">
      <extensionElements><other:note>giữ lại</other:note></extensionElements>
      <incoming>f1</incoming><outgoing>f2</outgoing>
      <dataInputAssociation id="in"><sourceRef>data-ref</sourceRef></dataInputAssociation>
    </task>
    <userTask id="B" name="Thẩm định"><incoming>f2</incoming><outgoing>f3</outgoing></userTask>
    <userTask id="D" name="Ký"><incoming>f3</incoming><outgoing>f4</outgoing></userTask>
    <endEvent id="e"><incoming>f4</incoming></endEvent>
    <sequenceFlow id="f1" sourceRef="s" targetRef="A" other:ink="red"/>
    <sequenceFlow id="f2" sourceRef="A" targetRef="B"/>
    <sequenceFlow id="f3" sourceRef="B" targetRef="D"/>
    <sequenceFlow id="f4" sourceRef="D" targetRef="e"/>
    <dataObject id="data"/><dataObjectReference id="data-ref" name="Đơn" dataObjectRef="data"/>
    <textAnnotation id="T"><text>Theo Nghị định</text></textAnnotation>
    <association id="TA" sourceRef="D" targetRef="T"/>
    <group id="G"/>
  </process>
  <bpmndi:BPMNDiagram id="pic"><bpmndi:BPMNPlane id="plane" bpmnElement="C">
    <bpmndi:BPMNShape id="P_di" bpmnElement="P" isHorizontal="true"><omgdc:Bounds x="100" y="100" width="800" height="300"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Q_di" bpmnElement="Q" isHorizontal="true"><omgdc:Bounds x="100" y="450" width="800" height="60"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="L1_di" bpmnElement="L1" isHorizontal="true"><omgdc:Bounds x="130" y="100" width="770" height="150"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="L2_di" bpmnElement="L2" isHorizontal="true"><omgdc:Bounds x="130" y="250" width="770" height="150"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s_di" bpmnElement="s"><omgdc:Bounds x="160" y="157" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="A_di" bpmnElement="A"><omgdc:Bounds x="250" y="135" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="B_di" bpmnElement="B"><omgdc:Bounds x="400" y="285" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="D_di" bpmnElement="D"><omgdc:Bounds x="550" y="285" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="e_di" bpmnElement="e"><omgdc:Bounds x="700" y="307" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="T_di" bpmnElement="T"><omgdc:Bounds x="560" y="200" width="100" height="30"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="data_di" bpmnElement="data-ref"><omgdc:Bounds x="280" y="260" width="36" height="50"/></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="f1_di" bpmnElement="f1"><omgdi:waypoint x="196" y="175"/><omgdi:waypoint x="250" y="175"/></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="f2_di" bpmnElement="f2"><omgdi:waypoint x="300" y="215"/><omgdi:waypoint x="300" y="325"/><omgdi:waypoint x="400" y="325"/></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="f3_di" bpmnElement="f3"><omgdi:waypoint x="500" y="325"/><omgdi:waypoint x="550" y="325"/></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="f4_di" bpmnElement="f4"><omgdi:waypoint x="650" y="325"/><omgdi:waypoint x="700" y="325"/></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="M_di" bpmnElement="M"><omgdi:waypoint x="330" y="450"/><omgdi:waypoint x="330" y="215"/></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="TA_di" bpmnElement="TA"><omgdi:waypoint x="600" y="285"/><omgdi:waypoint x="600" y="230"/></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>
"##;

fn model(text: &str) -> Model {
    read(text.as_bytes(), &Names::open()).unwrap_or_else(|unreadable| panic!("{unreadable:?}\n{text}"))
}

fn changed(text: &str, change: &Edit) -> String {
    let before = model(text);
    rewrite(text, &before, &edit(&before, change, &Names::open()).unwrap())
}

/// All that is said in a file, one by one; of shapes and lines of the picture that they are there.
fn said(text: &str) -> BTreeSet<String> {
    let document = Document::parse(text).unwrap();
    let mut all = BTreeSet::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        let drawn =
            node.tag_name().namespace().is_some_and(|space| space.ends_with("DI") || space.ends_with("DC"));
        let id = node.attribute("id").unwrap_or_default();
        if drawn {
            all.extend(node.attribute("bpmnElement").map(|of| format!("{name} of {of}")));
            continue;
        }
        all.insert(format!("{name} {id}"));
        let words = node.text().unwrap_or_default().trim();
        all.insert(format!("{name} {id}: {words}"));
        for own in node.attributes().filter(|own| own.name() != "id") {
            all.insert(format!(
                "{name} {id} {} {}={}",
                own.namespace().unwrap_or(""),
                own.name(),
                own.value()
            ));
        }
    }
    all
}

/// What went by a change.
fn lost(before: &str, after: &str) -> Vec<String> {
    said(before).difference(&said(after)).cloned().collect()
}

#[test]
fn what_another_program_drew_stays_when_a_step_is_added() {
    let text = changed(DRAWN, &Edit::After { of: "B".into(), new: new("N") });
    assert_eq!(lost(DRAWN, &text), ["sequenceFlow f3  targetRef=D"], "{text}");
    assert!(text.contains("<!-- drawn by hand -->"));
    let document = Document::parse(&text).unwrap();
    let bounds = |of: &str| {
        let shape = document.descendants().find(|node| node.attribute("bpmnElement") == Some(of)).unwrap();
        let bounds = shape.children().find(|inner| inner.tag_name().name() == "Bounds").unwrap();
        ["x", "y", "width", "height"].map(|name| bounds.attribute(name).unwrap().parse::<i32>().unwrap())
    };
    assert_eq!(bounds("A"), [250, 135, 100, 80], "what comes before stays");
    let moved = bounds("D")[0] - 550;
    assert!(moved > 0, "what comes after makes room");
    assert_eq!(bounds("T"), [560 + moved, 200, 100, 30], "a text goes with its step");
    assert_eq!(bounds("data-ref"), [280, 260, 36, 50]);
    for (holder, width) in [("P", 800), ("L1", 770), ("L2", 770)] {
        assert_eq!(bounds(holder)[2], width + moved, "{holder}");
    }
}

#[test]
fn what_is_removed_takes_only_the_lines_to_it_along() {
    let text = changed(DRAWN, &Edit::Remove { step: "D".into() });
    let went = lost(DRAWN, &text);
    let of_others = went.iter().filter(|it| {
        !["D", "f3", "f4", "TA"].iter().any(|own| it.split([' ', ':', '=']).any(|word| word == *own))
    });
    assert_eq!(of_others.collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(!said(&text).contains("association TA") && said(&text).contains("textAnnotation T"));
}

#[test]
fn an_accepted_answer_keeps_the_words_of_others_at_its_step() {
    let text = DRAWN
        .replace("<sequenceFlow id=\"f2\" ", "<exclusiveGateway id=\"x\"/><sequenceFlow id=\"g\" name=\"Không đạt\" sourceRef=\"x\" targetRef=\"e\"><conditionExpression language=\"groovy\">a</conditionExpression></sequenceFlow><sequenceFlow id=\"h\" name=\"Đạt\" sourceRef=\"x\" targetRef=\"B\"/><sequenceFlow id=\"f2\" ")
        .replace("sourceRef=\"A\" targetRef=\"B\"", "sourceRef=\"A\" targetRef=\"x\"");
    let before = model(&text);
    let mends = ["g", "h"].map(|flow| Mend::answered(&before, flow).unwrap());
    let (after, done) = process::complete(&before, &mends, &Names::open());
    assert!(done.contains(&true));
    let text = rewrite(&text, &before, &after);
    for kept in
        ["<other:note>giữ lại</other:note>", "other:form=\"mau-1\"", "other:ink=\"red\"", "<motcua:accepted"]
    {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    assert!(!text.contains("groovy"), "{text}");
    let again = model(&text);
    assert_eq!(again.node("A").unwrap().step.outcomes, after.node("A").unwrap().step.outcomes);
}

#[test]
fn nothing_of_another_program_is_lost_by_any_changes() {
    // Steps may go, and with them what is said of them and what leads to them.
    let beside = |text: &str| -> Vec<String> {
        let wanted = [
            "participant",
            "lane",
            "textAnnotation",
            "dataObject",
            "group",
            "collaboration",
            "definitions d",
            "process",
        ];
        let all = said(text).into_iter();
        all.filter(|it| {
            wanted.iter().any(|own| it.starts_with(own)) && !it.contains("flowNodeRef")
                || it.ends_with("of T")
                || it.ends_with("of P")
        })
        .collect()
    };
    let kept = beside(DRAWN);
    assert!(kept.len() > 20);
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let mut text = DRAWN.to_string();
        let mut made = Vec::new();
        for number in 0..12 {
            let before = model(&text);
            let change = any_change(&mut dice, &before, number);
            let Ok(after) = edit(&before, &change, &Names::open()) else { continue };
            text = rewrite(&text, &before, &after);
            made.push(format!("{change:?}"));
            let now: BTreeSet<String> = beside(&text).into_iter().collect();
            let lost: Vec<&String> = kept.iter().filter(|it| !now.contains(*it)).collect();
            assert_eq!(lost, Vec::<&String>::new(), "seed {seed}\n{}\n{text}", made.join("\n"));
            let known: BTreeSet<&str> =
                text.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            for end in [
                "sourceRef=\"",
                "targetRef=\"",
                "<flowNodeRef>",
                "<bpmn:flowNodeRef>",
                "bpmnElement=\"",
                "<incoming>",
                "<outgoing>",
            ] {
                for named in text.split(end).skip(1).filter_map(|rest| rest.split(['"', '<']).next()) {
                    assert!(
                        known.contains(named),
                        "{named} is nowhere, seed {seed}\n{}\n{text}",
                        made.join("\n")
                    );
                }
            }
        }
    }
}

#[test]
fn a_file_of_ours_is_changed_in_the_same_way() {
    let own = process::write(&model(DRAWN));
    let text = changed(&own, &Edit::After { of: "B".into(), new: new("N") });
    let about = StepDetails { name: "Ký số".into(), ..StepDetails::of(model(&text).node("D").unwrap()) };
    let text = changed(&text, &Edit::Describe { step: "D".into(), about });
    let (anew, kept) = (process::write(&model(&text)), said(&text));
    assert_eq!(said(&anew), kept);
}
