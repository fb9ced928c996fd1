//! Several steps at once, times and messages.

use super::*;
use crate::common::steps::{act, act_from, apply_for, grant};
use crate::common::{Engine, World, engines};
use axum::http::StatusCode;

/// The check and the opinion of a division at once, then the signature.
fn at_once() -> String {
    let step = |id: &str, name: &str, unit: &str, role: &str| {
        format!(
            "<userTask id=\"{id}\" name=\"{name}\"><extensionElements><m:step unit=\"{unit}\" role=\"{role}\" time=\"1h\"/>\
             </extensionElements></userTask>"
        )
    };
    let flows =
        [("begin", "both"), ("both", "check"), ("both", "opinion"), ("check", "join"), ("opinion", "join")];
    let flows = flows.into_iter().chain([("join", "sign"), ("sign", "end")]).enumerate();
    let flow = |(number, (from, to))| {
        format!("<sequenceFlow id=\"f{number}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\
         <process id=\"main\"><startEvent id=\"begin\"/><parallelGateway id=\"both\"/>{}{}<parallelGateway id=\"join\"/>{}\
         <endEvent id=\"end\"/>{}</process></definitions>",
        step("check", "Đối chiếu sổ gốc", "administration", "officer"),
        step("opinion", "Cho ý kiến", "legislation", "officer"),
        step("sign", "Ký bản sao", "Lãnh đạo Sở", "agency-head"),
        flows.map(flow).collect::<String>()
    )
}

async fn two_divisions_at_once(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "cung-luc.bpmn", at_once().as_bytes()).await;
    page.is(StatusCode::OK);
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    let (mut citizen, reference) = handed_over(&world).await;
    let dossier = format!("/office/dossiers/{reference}");

    // Each division finds its own step in its list; the head finds both.
    let (mut here, mut there) = (world.signed_in("officer").await, world.signed_in("justice.officer3").await);
    let mut head = world.signed_in("agency-head").await;
    let listed = |page: &crate::common::Seen| page.text().matches(&format!("href=\"{dossier}?")).count();
    here.get("/office?tab=unit").await.shows("Đối chiếu sổ gốc").hides("Cho ý kiến");
    there.get("/office?tab=unit").await.shows("Cho ý kiến").hides("Đối chiếu sổ gốc");
    let both = head.get("/office?tab=unit").await;
    both.shows("Đối chiếu sổ gốc").shows("Cho ý kiến");
    assert_eq!(listed(&both), 2);

    // The page is about the officer's own step, and shows what else runs.
    let page = there.get(&dossier).await;
    page.shows("Các bước đang làm cùng lúc").shows("Đối chiếu sổ gốc");
    let others = page.text().split("class=\"branches__step\"").nth(1).unwrap().to_string();
    let others = others.split("?step=").nth(1).unwrap().split('"').next().unwrap().to_string();
    let page = there.get(&format!("{dossier}?step={others}")).await;
    page.hides("/acts/finish-step\"");
    act_from(&mut there, &page, &reference, "finish-step", [])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("phòng khác");

    // A pause stops both, and both go on.
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản chính")];
    act(&mut here, &reference, "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    there.get("/office?tab=applicant").await.shows("Cho ý kiến");
    assert_eq!(listed(&head.get("/office?tab=applicant").await), 1);
    act(&mut there, &reference, "resume", &[]).await.is(StatusCode::SEE_OTHER);
    verified(&world).await;

    act(&mut there, &reference, "assign", &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    act(&mut there, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    there.get("/office?tab=unit").await.hides("Cho ý kiến");
    head.get(&dossier).await.hides("/acts/decide\"");
    act(&mut here, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);

    // The head sends one of them back: the other stays done.
    let page = head.get(&dossier).await;
    let to = page.choice("send-back-to", "Đối chiếu sổ gốc");
    let back = |words: &'static str| [("send-back-to", to.as_str()), ("send-back-words", words)];
    let again = act(&mut head, &reference, "send-back", &back("")).await;
    again.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy viết rõ lý do");
    act(&mut head, &reference, "send-back", &back("Chưa ghi số trang")).await.is(StatusCode::SEE_OTHER);
    here.get("/office?tab=mine").await.shows("Đối chiếu sổ gốc");
    let list = testkit::Html::page(&here.get("/office?tab=mine").await.text());
    assert!(list.texts(".table .tag").iter().any(|tag| tag == "Trả lại"), "the list marks it");
    // Whoever did it is told: by a reminder, and on top of the dossier with the reason.
    here.get("/office/reminders").await.shows("Bước “Đối chiếu sổ gốc” được trả lại").shows("Mới");
    let page = testkit::Html::page(&here.get(&dossier).await.text());
    let banner = page.one("main .notice--warning").text();
    assert!(banner.contains("Trả lại bởi") && banner.contains("Chưa ghi số trang"), "{banner}");
    assert!(!head.get("/office/reminders").await.text().contains("được trả lại để làm lại"));
    here.get(&dossier).await.shows("Trả lại từ bước “Ký bản sao” về bước “Đối chiếu sổ gốc”");
    citizen.get(&format!("/dossiers/{reference}")).await.hides("Chưa ghi số trang");
    verified(&world).await;
    act(&mut here, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    // With the step both end.
    here.get("/office/reminders").await.hides("được trả lại");
    here.get(&dossier).await.hides("Trả lại bởi");
    grant(&mut head, &reference).await;
    citizen.get(&format!("/dossiers/{reference}")).await.shows("Đã có kết quả");
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_drawn_at_once_runs_at_once_in_two_divisions() {
    for engine in engines() {
        two_divisions_at_once(engine).await;
    }
}

/// An opinion, gone on without after two hours; then a reply from outside; then the signature.
fn with_times() -> String {
    at_once().replace(
        "<userTask id=\"opinion\"",
        "<boundaryEvent id=\"silent\" name=\"Hết hạn cho ý kiến\" attachedToRef=\"opinion\"><timerEventDefinition>\
         <timeDuration>PT2H</timeDuration></timerEventDefinition></boundaryEvent><exclusiveGateway id=\"heard\"/>\
         <intermediateCatchEvent id=\"reply\" name=\"Công văn trả lời\"><messageEventDefinition/></intermediateCatchEvent>\
         <sequenceFlow id=\"g1\" sourceRef=\"silent\" targetRef=\"heard\"/>\
         <sequenceFlow id=\"g2\" sourceRef=\"heard\" targetRef=\"join\"/>\
         <sequenceFlow id=\"g3\" sourceRef=\"reply\" targetRef=\"sign\"/><userTask id=\"opinion\"",
    )
    .replace("sourceRef=\"opinion\" targetRef=\"join\"", "sourceRef=\"opinion\" targetRef=\"heard\"")
    .replace("sourceRef=\"join\" targetRef=\"sign\"", "sourceRef=\"join\" targetRef=\"reply\"")
}

async fn times_come(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "thoi-han.bpmn", with_times().as_bytes()).await;
    page.is(StatusCode::OK);
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    world.at("2026-03-02T09:00");
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let dossier = format!("/office/dossiers/{reference}");
    let mut there = world.signed_in("justice.officer3").await;
    there.get(&dossier).await.shows("Hết hạn cho ý kiến").shows("Đến 11:00 02/03/2026");

    world.at("2026-03-02T10:59");
    app::jobs::run_due(&world.app).await.unwrap();
    let mut there = world.signed_in("justice.officer3").await;
    there.get("/office?tab=unit").await.shows("Cho ý kiến");
    // Two nodes look for what is due at once: it happens once.
    world.at("2026-03-02T11:00");
    let (one, other) = tokio::join!(app::jobs::run_due(&world.app), app::jobs::run_due(&world.app));
    one.and(other).unwrap();
    there.get("/office?tab=unit").await.hides("Cho ý kiến");
    let page = there.get(&dossier).await;
    page.shows("Không cần làm tiếp bước “Cho ý kiến”");
    assert_eq!(page.text().matches("Đến hạn: Hết hạn cho ý kiến").count(), 1);
    app::jobs::run_due(&world.app).await.unwrap();

    // What is late is listed as such, and says why when it is finished.
    let mut here = world.signed_in("officer").await;
    here.get("/office?tab=late-steps").await.shows("Đối chiếu sổ gốc");
    let late = act(&mut here, &reference, "finish-step", &[]).await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Bước này đã quá hạn; hãy chọn nguyên nhân");
    let cause = [("finish-step-late", "other-division")];
    act(&mut here, &reference, "finish-step", &cause).await.is(StatusCode::SEE_OTHER);
    here.get(&dossier).await.shows("quá hạn: Chờ phòng khác trong cơ quan");
    citizen.get(&format!("/dossiers/{reference}")).await.hides("Chờ phòng khác");
    // Nothing is done any more, and the division still has it until the reply is there.
    here.get("/office?tab=unit").await.shows(&format!("href=\"{dossier}?"));
    let page = here.get(&dossier).await;
    page.shows("Quy trình đang chờ").shows("/acts/receive\"").hides("/acts/finish-step\"");
    verified(&world).await;
    let reply = page.choice("receive-event", "Công văn trả lời");
    let fields = [("receive-event", reply.as_str()), ("receive-words", "Số 15/UBND")];
    act(&mut here, &reference, "receive", &fields).await.is(StatusCode::SEE_OTHER);
    let mut head = world.signed_in("agency-head").await;
    let history = head.get(&format!("{dossier}?part=history&page=1")).await;
    history.shows("Đã nhận: Công văn trả lời").shows("Số 15/UBND");
    citizen.get(&format!("/dossiers/{reference}")).await.hides("Số 15/UBND");
    grant(&mut head, &reference).await;
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn times_come_once_and_messages_are_recorded() {
    for engine in engines() {
        times_come(engine).await;
    }
}
