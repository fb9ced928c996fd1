//! A drawing of another program is a draft to be completed: what it leaves open has a proposal each, to be looked at,
//! changed and accepted.

use super::*;
use axum::http::StatusCode;
use common::{Engine, Visitor, World, engines};

fn flow(id: &str, from: &str, to: &str) -> String {
    format!("<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
}

fn when(id: &str, from: &str, to: &str, condition: &str) -> String {
    format!(
        "<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">\
         <conditionExpression>{condition}</conditionExpression></sequenceFlow>"
    )
}

fn step(id: &str, name: &str, inside: &str) -> String {
    format!("<userTask id=\"{id}\" name=\"{name}\">{inside}</userTask>")
}

const ENDS: &str = "<startEvent id=\"in\"/><endEvent id=\"out\"/>";

/// What programs of others draw: a word for it, the drawing, and the steps that are in it when it is completed.
fn drawings() -> Vec<(&'static str, String, Vec<&'static str>)> {
    let look = || step("look", "Xem xét", "");
    let choice = |ways: String| {
        let steps = [look(), step("good", "Lập tờ trình", ""), step("bad", "Trả lời", "")].concat();
        let flows = [flow("f1", "in", "look"), flow("f2", "look", "how"), ways];
        let ends = [flow("f5", "good", "out"), flow("f6", "bad", "out")].concat();
        format!("{ENDS}<exclusiveGateway id=\"how\"/>{steps}{}{ends}", flows.concat())
    };
    let named = |id: &str, to: &str, name: &str| {
        flow(id, "how", to).replace("<sequenceFlow", &format!("<sequenceFlow name=\"{name}\""))
    };
    let three = || vec!["look", "good", "bad"];
    let chain =
        |inside: &str| format!("{ENDS}{inside}{}{}", flow("f1", "in", "look"), flow("f2", "look", "out"));
    let gateways = "<exclusiveGateway id=\"again\"/><exclusiveGateway id=\"how\"/>";
    let looped = [
        flow("f1", "in", "again"),
        flow("f2", "again", "look"),
        flow("f3", "look", "how"),
        when("f4", "how", "again", "fine = false"),
        when("f5", "how", "out", "fine = true"),
    ];
    let starts = "<startEvent id=\"in\"/><startEvent id=\"mail\"><messageEventDefinition/></startEvent>\
                  <exclusiveGateway id=\"meet\"/><endEvent id=\"out\"/>";
    let started = [
        flow("f1", "in", "meet"),
        flow("f2", "mail", "meet"),
        flow("f3", "meet", "look"),
        flow("f4", "look", "out"),
    ];
    let meanwhile = "<subProcess id=\"slow\" name=\"Nhắc việc\" triggeredByEvent=\"true\"><startEvent id=\"due\">\
                     </startEvent>\
                     <endEvent id=\"told\"/><sequenceFlow id=\"g1\" sourceRef=\"due\" targetRef=\"told\"/></subProcess>";
    let late = "<boundaryEvent id=\"late\" name=\"Sau 30 phút\" attachedToRef=\"look\"><timerEventDefinition/>\
                </boundaryEvent><endEvent id=\"off\"/>";
    let timed = [look(), late.into(), step("hurry", "Đôn đốc", "")].concat();
    let hurried = [flow("f3", "late", "hurry"), flow("f4", "hurry", "off")].concat();
    let shut = "<subProcess id=\"look\" name=\"Xem xét\"/>";
    vec![
        (
            "flow names",
            choice([named("f3", "good", "Đạt"), named("f4", "bad", "Không đạt")].concat()),
            three(),
        ),
        (
            "conditions on what nobody knows",
            choice([when("f3", "how", "good", "fine"), when("f4", "how", "bad", "not(fine)")].concat()),
            three(),
        ),
        (
            "the same as an equation",
            choice(
                [when("f3", "how", "good", "fine = true"), when("f4", "how", "bad", "fine = false")].concat(),
            ),
            three(),
        ),
        ("a loop", format!("{ENDS}{gateways}{}{}", look(), looped.concat()), vec!["look"]),
        ("two starts", format!("{starts}{}{}", look(), started.concat()), vec!["look"]),
        (
            "no start",
            format!("{}{}{}", look(), step("sign", "Ký", ""), flow("f1", "look", "sign")),
            vec!["look", "sign"],
        ),
        ("an event sub-process", chain(&format!("{}{meanwhile}", look())), vec!["look"]),
        ("a timer without a time", chain(&format!("{timed}{hurried}")), vec!["look", "hurry"]),
        ("a sub-process drawn shut", chain(shut), vec!["look"]),
        ("no count", chain(&step("look", "Xem xét", "<multiInstanceLoopCharacteristics/>")), vec!["look"]),
    ]
}

fn file(inside: &str) -> String {
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">\
         <process id=\"theirs\" isExecutable=\"true\">{inside}</process></definitions>"
    )
}

async fn press(admin: &mut Visitor, page: &common::Seen, act: &str, fields: &[(&str, &str)]) -> common::Seen {
    let seen = page.hidden("seen");
    let mut all = vec![("seen", seen.as_str()), ("act", act)];
    all.extend(fields);
    admin.post(&draft(), &all).await
}

async fn complete_them(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    for (what, inside, steps) in drawings() {
        let page = bring(&mut admin, "cua-ho.bpmn", file(&inside).as_bytes()).await;
        page.is(StatusCode::OK).shows("Nhận tất cả đề xuất").hides("value=\"publish\"");
        let accepted = press(&mut admin, &page, "accept-all", &[]).await;
        assert_eq!(accepted.location, draft(), "{what}: {}", accepted.text());
        let page = admin.get(&draft()).await;
        assert!(!page.text().contains("value=\"accept-all\""), "{what}: {}", page.text());
        // Who does it is for this agency to say, and is named as what is left.
        page.shows("Chưa công bố được");
        for step in steps {
            let said = [
                ("about-name", "Việc phải làm"),
                ("about-unit", "administration"),
                ("about-role", "officer"),
                ("about-time", "10 phút"),
                ("about-outcomes", &outcomes(&mut admin, step).await),
            ];
            change(&mut admin, step, "describe", &said).await.is(StatusCode::SEE_OTHER);
        }
        let page = admin.get(&draft()).await;
        assert!(page.text().contains("value=\"publish\""), "{what}: {}", page.text());
        publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    }
    assert_eq!(world.app.reference().processes(PROCEDURE).len(), drawings().len() + 1);
    verified(&world).await;
}

/// How a step may turn out, as its page has it.
async fn outcomes(admin: &mut Visitor, step: &str) -> String {
    let page = admin.get(&format!("{}/{step}", draft())).await.text();
    let area = page.split("name=\"about-outcomes\"").nth(1).expect("the area is there");
    let lines = area.split_once('>').and_then(|(_, rest)| rest.split("</textarea>").next());
    lines.expect("it has an end").trim().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_drew_is_completed_by_what_is_proposed_and_published() {
    for engine in engines() {
        complete_them(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_changed_before_it_is_accepted() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let (_, timer, _) = drawings().into_iter().find(|(what, ..)| what.contains("timer")).unwrap();
    let page = bring(&mut admin, "hen-gio.bpmn", file(&timer).as_bytes()).await;
    assert_eq!(page.input("mend-0-time"), "30 phút", "its name says it");
    page.shows("Chưa có thời gian").shows("Thời gian là 30 phút");
    let key = page.hidden("proposal");
    let wrong = press(&mut admin, &page, "mend", &[("proposal", &key), ("mend-0-time", "lâu lắm")]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("lâu lắm").shows("4 giờ");
    let old = [("seen", "1"), ("act", "mend"), ("proposal", key.as_str()), ("mend-0-time", "45 phút")];
    admin.post(&draft(), &old).await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Có người vừa sửa");
    let right = press(&mut admin, &page, "mend", &[("proposal", &key), ("mend-0-time", "45 phút")]).await;
    assert_eq!(right.location, draft(), "{}", right.text());
    admin.get(&draft()).await.hides("value=\"accept-all\"").shows("sau 45 phút");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_begins_an_event_sub_process_is_said_in_its_form() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let (_, beside, _) = drawings().into_iter().find(|(what, ..)| what.contains("sub-process")).unwrap();
    let page = bring(&mut admin, "theo-su-kien.bpmn", file(&beside).as_bytes()).await;
    assert_eq!((page.input("mend-0-name"), page.input("mend-0-time")), ("Nhắc việc".into(), String::new()));
    page.shows("Bắt đầu khi có thông điệp “Nhắc việc”; mọi việc khác dừng lại.");
    let key = page.hidden("proposal");
    let said = |name: &'static str, time: &'static str| {
        [("mend-0-name", name), ("mend-0-time", time), ("mend-0-then", "beside")]
    };
    for (name, time, wrong) in [("", "", "Hãy đặt tên"), ("", "lâu lắm", "4 giờ")] {
        let fields = [&[("proposal", key.as_str())][..], &said(name, time)].concat();
        let refused = press(&mut admin, &page, "mend", &fields).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows(wrong);
    }
    let fields = [&[("proposal", key.as_str())][..], &said("Đơn bổ sung", "")].concat();
    let right = press(&mut admin, &page, "mend", &fields).await;
    assert_eq!(right.location, draft(), "{}", right.text());
    admin.get(&draft()).await.hides("value=\"accept-all\"").shows("khi có “Nhắc việc”: làm thêm");
}
