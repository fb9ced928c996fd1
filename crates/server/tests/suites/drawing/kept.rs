//! What another program drew stays in the draft through proposals and forms; answers, counts, ends and pools are settled
//! so that each is what it was meant to be.

use super::*;
use crate::common::{Engine, Seen, Visitor, World};
use axum::http::StatusCode;

/// Two pools, a text with its line, words of another program, a choice of named ways, a step without a count.
const DRAWN: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:other="urn:other" exporter="Other Modeler">
  <collaboration id="C"><participant id="P" name="Sở" processRef="own"/><participant id="Q" name="Người dân" processRef="theirs"/>
    <messageFlow id="M" sourceRef="qa" targetRef="look"/></collaboration>
  <process id="own" isExecutable="true">
    <startEvent id="in"/>
    <userTask id="take" name="Tiếp nhận hồ sơ"/>
    <userTask id="look" name="Xem xét" other:form="mau-1"/>
    <userTask id="ask" name="Lấy ý kiến"><multiInstanceLoopCharacteristics/></userTask>
    <exclusiveGateway id="how"/>
    <userTask id="sign" name="Ký"/><endEvent id="out"/><endEvent id="no" name="Trả lại"/>
    <sequenceFlow id="f0" sourceRef="in" targetRef="take"/><sequenceFlow id="f1" sourceRef="take" targetRef="look"/>
    <sequenceFlow id="f2" sourceRef="look" targetRef="how"/>
    <sequenceFlow id="good" name="Đạt" sourceRef="how" targetRef="ask"/><sequenceFlow id="bad" name="Không đạt" sourceRef="how" targetRef="no"/>
    <sequenceFlow id="f3" sourceRef="ask" targetRef="sign"/><sequenceFlow id="f4" sourceRef="sign" targetRef="out"/>
    <textAnnotation id="T"><text>Theo Nghị định</text></textAnnotation><association id="TA" sourceRef="take" targetRef="T"/>
  </process>
  <process id="theirs" isExecutable="true"><startEvent id="qs"/><userTask id="qa" name="Nộp hồ sơ"/>
    <intermediateCatchEvent id="qw" name="Chờ tin"><timerEventDefinition/></intermediateCatchEvent><endEvent id="qe"/>
    <sequenceFlow id="q1" sourceRef="qs" targetRef="qa"/><sequenceFlow id="q2" sourceRef="qa" targetRef="qw"/>
    <sequenceFlow id="q3" sourceRef="qw" targetRef="qe"/></process>
</definitions>"##;

/// Presses the button of the proposal whose form is about something, as it is proposed but for some fields.
async fn accept(admin: &mut Visitor, about: &str, fields: &[(&str, &str)]) -> Seen {
    let page = admin.get(&draft()).await;
    let text = page.text();
    let forms: Vec<&str> = text.split("<form").filter(|form| form.contains("name=\"proposal\"")).collect();
    let key = |form: &str| {
        let rest = form.split("name=\"proposal\" value=\"").nth(1)?;
        rest.split('"').next().map(str::to_string)
    };
    let place = forms.iter().position(|form| key(form).is_some_and(|key| key.contains(about)));
    let place = place.unwrap_or_else(|| panic!("{about} is not asked: {text}"));
    let key = key(forms[place]).unwrap();
    let seen = page.hidden("seen");
    let named: Vec<(String, &str)> =
        fields.iter().map(|(name, value)| (format!("mend-{place}-{name}"), *value)).collect();
    let mut all = vec![("seen", seen.as_str()), ("act", "mend"), ("proposal", key.as_str())];
    all.extend(named.iter().map(|(name, value)| (name.as_str(), *value)));
    admin.post(&draft(), &all).await
}

async fn file(admin: &mut Visitor) -> String {
    admin.get(&format!("{}/file?draft=yes", path())).await.text()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_drew_stays_and_what_is_settled_is_what_was_meant() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "cua-ho.bpmn", DRAWN.as_bytes()).await;
    page.shows("Đường nối đến “Theo Nghị định” cũng bỏ; những phần ấy vẫn còn.").hides("(dòng");
    let kept =
        ["<textAnnotation id=\"T\">", "other:form=\"mau-1\"", "id=\"Q\"", "exporter=\"Other Modeler\""];

    // Which pool is run is chosen, and chosen again; the wait of the other is no longer asked about.
    page.shows("Chờ tin");
    accept(&mut admin, "several-processes", &[("keep", "own")]).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.hides("Chờ tin").shows("Chọn lại");
    let (seen, place) = (page.hidden("seen"), page.hidden("accepted"));
    let again = [("seen", seen.as_str()), ("act", "put-back"), ("accepted", place.as_str())];
    admin.post(&draft(), &again).await.is(StatusCode::SEE_OTHER);
    accept(&mut admin, "several-processes", &[("keep", "own")]).await.is(StatusCode::SEE_OTHER);

    // Two answers have two names, and a count can be done.
    let answer = |name: &'static str| [("name", name), ("english", ""), ("means", "granted")];
    accept(&mut admin, "no-condition good", &answer("Đạt")).await.is(StatusCode::SEE_OTHER);
    let same = accept(&mut admin, "no-condition bad", &answer(" ĐẠT")).await;
    same.is(StatusCode::UNPROCESSABLE_ENTITY).shows("hãy đặt tên khác");
    let no = [("name", "Không đạt"), ("english", ""), ("means", "neither")];
    accept(&mut admin, "no-condition bad", &no).await.is(StatusCode::SEE_OTHER);
    for wrong in ["0", "-1", "500"] {
        let refused = accept(&mut admin, "incomplete ask", &[("count", wrong)]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("hãy ghi một số từ 1 đến 200");
        assert!(refused.text().contains(&format!("value=\"{wrong}\"")), "what was typed stays");
    }
    accept(&mut admin, "incomplete ask", &[("count", "3")]).await.is(StatusCode::SEE_OTHER);
    accept(&mut admin, "left-out take", &[("counter", "leave-out")]).await.is(StatusCode::SEE_OTHER);
    let written = file(&mut admin).await;
    for kept in kept {
        assert!(written.contains(kept), "{kept}\n{written}");
    }
    assert!(!written.contains("id=\"TA\"") && !written.contains("id=\"take\""), "{written}");

    // What an end means is told, and said otherwise.
    admin.get(&draft()).await.shows("Hồ sơ đến chỗ kết thúc “Trả lại”: đồng ý hoặc từ chối");
    change(&mut admin, "no", "end-means", &[("end-means", "denied")]).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("Hồ sơ đến chỗ kết thúc “Trả lại”: từ chối giải quyết");
    change(&mut admin, "look", "after", &[("after-name", "Đối chiếu")]).await.is(StatusCode::SEE_OTHER);
    let written = file(&mut admin).await;
    for kept in kept.iter().chain(&["means=\"denied\""]) {
        assert!(written.contains(kept), "{kept}\n{written}");
    }
}
