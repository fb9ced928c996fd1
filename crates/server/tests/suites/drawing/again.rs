//! Sending back where the drawing goes back no more.

use super::*;
use crate::common::{Engine, World, engines};
use axum::http::StatusCode;

/// Drafted, looked at by this role, back to the draft once at most, and signed.
fn looked_at(unit: &str, role: &str) -> String {
    let step = |id: &str, name: &str, unit: &str, role: &str, inside: &str| {
        format!(
            "<userTask id=\"{id}\" name=\"{name}\"><extensionElements>\
             <m:step unit=\"{unit}\" role=\"{role}\" time=\"1h\">{inside}</m:step></extensionElements></userTask>"
        )
    };
    let flow = |from: &str, to: &str, inside: &str| {
        format!(
            "<sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inside}</sequenceFlow>"
        )
    };
    let outcomes =
        "<m:outcome key=\"fine\" name=\"Dùng được\"/><m:outcome key=\"wrong\" name=\"Cần viết lại\"/>";
    let back = "<extensionElements><m:bound times=\"1\"/></extensionElements>\
         <conditionExpression>steps.look.outcome = \"wrong\"</conditionExpression>";
    let steps = [
        step("write", "Soạn bản sao", "administration", "officer", ""),
        step("look", "Rà soát", unit, role, outcomes),
        step("sign", "Ký bản sao", "Lãnh đạo Sở", "agency-head", ""),
    ];
    let flows = [
        flow("begin", "write", ""),
        flow("write", "look", ""),
        flow("look", "how", ""),
        flow("how", "write", back),
        flow("how", "sign", ""),
        flow("sign", "end", ""),
    ];
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\
         <process id=\"main\"><startEvent id=\"begin\"/>{}<exclusiveGateway id=\"how\" default=\"how-sign\"/>\
         <endEvent id=\"end\"/>{}</process></definitions>",
        steps.concat(),
        flows.concat()
    )
}

async fn past_a_bound(engine: Engine) {
    for (unit, role, login) in
        [("administration", "officer", "officer"), ("Lãnh đạo Sở", "agency-head", "agency-head")]
    {
        let world = World::new(engine);
        let mut admin = world.signed_in("admin").await;
        let page = bring(&mut admin, "mot-lan.bpmn", looked_at(unit, role).as_bytes()).await;
        publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
        let (_, reference) = handed_over(&world).await;
        let (mut writer, mut looker) = (world.signed_in("officer").await, world.signed_in(login).await);
        act(&mut writer, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
        let dossier = format!("/office/dossiers/{reference}");
        looker.get(&dossier).await.shows("/acts/send-back\"").hides("đủ 1 lần");
        let wrong = [("finish-step-outcome", "wrong")];
        act(&mut looker, &reference, "finish-step", &wrong).await.is(StatusCode::SEE_OTHER);
        act(&mut writer, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
        // What follows now is said at the outcome that went back before.
        let page = looker.get(&dossier).await;
        page.shows("Đã quay lại đủ 1 lần nên không quay lại nữa. Tiếp theo: Ký bản sao");
        let back = [("send-back-to", "write"), ("send-back-words", "Còn sai số trang")];
        let sent = act(&mut looker, &reference, "send-back", &back).await;
        if role == "officer" {
            page.hides("/acts/send-back\"").shows("do lãnh đạo quyết định");
            sent.is(StatusCode::UNPROCESSABLE_ENTITY).shows("do lãnh đạo quyết định");
        } else {
            page.shows("Theo quy trình đã quay lại bước “Soạn bản sao” đủ 1 lần");
            sent.is(StatusCode::SEE_OTHER);
            writer.get(&dossier).await.shows("quy trình chỉ cho quay lại 1 lần, lãnh đạo quyết định");
        }
        verified(&world).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn past_a_bound_only_a_head_sends_back_and_is_told_before() {
    for engine in engines() {
        past_a_bound(engine).await;
    }
}
