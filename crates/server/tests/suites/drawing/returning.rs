//! What becomes true ends a step, and what a step brought is returned: drawn elsewhere, completed here, worked by.

use super::*;
use crate::common::steps::grant;
use crate::common::{Engine, World, engines};
use axum::http::StatusCode;

/// The check and an opinion at once; another program left open on what condition the opinion is given up, and by what
/// the check is returned where it was wrong.
fn left_open() -> String {
    let step = |id: &str, name: &str, about: &str, inside: &str| {
        format!(
            "<userTask id=\"{id}\" name=\"{name}\"><extensionElements><m:step {about} time=\"30 phút\">{inside}</m:step>\
             </extensionElements></userTask>"
        )
    };
    let outcomes = "<m:outcome key=\"fine\" name=\"Khớp\"/><m:outcome key=\"wrong\" name=\"Không khớp\"/>";
    let flows = [
        ("begin", "both"),
        ("both", "check"),
        ("both", "opinion"),
        ("check", "join"),
        ("opinion", "heard"),
        ("given-up", "heard"),
        ("heard", "join"),
        ("join", "how"),
        ("how", "meet"),
        ("back", "meet"),
        ("meet", "sign"),
        ("sign", "end"),
    ];
    let flow = |(number, (from, to)): (usize, &(&str, &str))| {
        format!("<sequenceFlow id=\"f{number}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\
         <process id=\"main\"><startEvent id=\"begin\"/><parallelGateway id=\"both\"/>{}{}\
         <boundaryEvent id=\"given-up\" name=\"Không cần ý kiến\" attachedToRef=\"opinion\"><conditionalEventDefinition/></boundaryEvent>\
         <boundaryEvent id=\"recalled\" attachedToRef=\"check\"><compensateEventDefinition/></boundaryEvent>\
         <exclusiveGateway id=\"heard\"/><parallelGateway id=\"join\"/><exclusiveGateway id=\"how\" default=\"f8\"/>\
         <intermediateThrowEvent id=\"back\" name=\"Hoàn trả\"><compensateEventDefinition/></intermediateThrowEvent>\
         <exclusiveGateway id=\"meet\"/>{}<endEvent id=\"end\"/>{}<sequenceFlow id=\"wrong\" sourceRef=\"how\" targetRef=\"back\">\
         <conditionExpression>steps.check.outcome = \"wrong\"</conditionExpression></sequenceFlow></process></definitions>",
        step("check", "Đối chiếu sổ gốc", "unit=\"administration\" role=\"officer\"", outcomes),
        step("opinion", "Cho ý kiến", "unit=\"legislation\" role=\"officer\"", ""),
        step("sign", "Ký bản sao", "unit=\"Lãnh đạo Sở\" role=\"agency-head\"", ""),
        flows.iter().enumerate().map(flow).collect::<String>(),
    )
}

async fn completed_and_worked_by(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "hoan-tra.bpmn", left_open().as_bytes()).await;
    page.is(StatusCode::OK).shows("Hãy chọn khi nào điều này xảy ra").hides("value=\"publish\"");
    let mend = async |admin: &mut Visitor, page: &crate::common::Seen, field: &str, said: &str| {
        let (seen, key) = (page.hidden("seen"), page.hidden("proposal"));
        admin.post(&draft(), &[("seen", &seen), ("act", "mend"), ("proposal", &key), (field, said)]).await
    };
    mend(&mut admin, &page, "mend-0-condition", "steps.check.outcome = \"unheard of\"")
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    let said = mend(&mut admin, &page, "mend-0-condition", "steps.check.outcome = \"wrong\"").await;
    assert_eq!(said.location, draft(), "{}", said.text());
    let page = admin.get(&draft()).await;
    assert_eq!(page.input("mend-0-name"), "Thu hồi kết quả của “Đối chiếu sổ gốc”");
    let said = mend(&mut admin, &page, "mend-0-name", "Thu hồi kết quả đối chiếu").await;
    assert_eq!(said.location, draft(), "{}", said.text());
    // It is a step like others: who does it is to be said.
    admin.get(&draft()).await.hides("value=\"publish\"");
    let about = [
        ("about-name", "Thu hồi kết quả đối chiếu"),
        ("about-unit", "administration"),
        ("about-role", "officer"),
        ("about-time", "10 phút"),
    ];
    change(&mut admin, "step", "describe", &about).await.is(StatusCode::SEE_OTHER);
    change(&mut admin, "given-up", "event-condition", &[("event-condition", "steps.check.")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    let page = admin.get(&draft()).await;
    page.shows("khi bước “Đối chiếu sổ gốc” có kết quả “Không khớp”")
        .shows("được hoàn trả, thu hồi bằng bước “Thu hồi kết quả đối chiếu”");
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);

    let (mut citizen, reference) = handed_over(&world).await;
    let dossier = format!("/office/dossiers/{reference}");
    let (mut here, mut there) = (world.signed_in("officer").await, world.signed_in("justice.officer3").await);
    let page = there.get(&dossier).await;
    page.shows("Không cần ý kiến").shows("Đến khi đủ điều kiện").hides("/acts/receive\"");
    there.get("/office?tab=unit").await.shows("Cho ý kiến");

    // The check turns out wrong: the opinion is given up, and what the check brought is recalled.
    act(&mut here, &reference, "finish-step", &[("finish-step-outcome", "wrong")])
        .await
        .is(StatusCode::SEE_OTHER);
    there.get("/office?tab=unit").await.hides("Cho ý kiến");
    let page = here.get(&dossier).await;
    page.shows("Đã đủ điều kiện: Không cần ý kiến").shows("Không cần làm tiếp bước “Cho ý kiến”");
    here.get("/office?tab=unit").await.shows("Thu hồi kết quả đối chiếu");
    verified(&world).await;

    // A pause holds it.
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản chính")];
    act(&mut here, &reference, "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    here.get(&dossier).await.hides("/acts/finish-step\"");
    act(&mut here, &reference, "resume", &[]).await.is(StatusCode::SEE_OTHER);
    here.get(&dossier).await.hides("kết quả đã được hoàn trả");
    act(&mut here, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    let mut head = world.signed_in("agency-head").await;
    head.get(&dossier).await.shows("kết quả đã được hoàn trả, thu hồi");
    grant(&mut head, &reference).await;
    citizen.get(&format!("/dossiers/{reference}")).await.shows("Đã có kết quả");
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_becomes_true_ends_a_step_and_what_was_done_is_returned() {
    for engine in engines() {
        completed_and_worked_by(engine).await;
    }
}
