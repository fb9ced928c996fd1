//! What events begin while a dossier is in hand: what the applicant adds is looked at beside the rest, and a letter of the
//! inspectors ends all else.

use super::*;
use crate::common::steps::{act, act_from, apply_for, grant};
use crate::common::{Engine, World, engines};
use axum::http::StatusCode;

fn drawn() -> String {
    let step = |id: &str, name: &str, unit: &str, role: &str| {
        format!(
            "<userTask id=\"{id}\" name=\"{name}\"><extensionElements><m:step unit=\"{unit}\" role=\"{role}\" time=\"1h\"/>\
             </extensionElements></userTask>"
        )
    };
    let flow = |id: &str, from: &str, to: &str| {
        format!("<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    let begun = |id: &str, name: &str, interrupting: bool, does: &str| {
        let (begin, end) = (format!("{id}-begin"), format!("{id}-end"));
        format!(
            "<subProcess id=\"{id}\" name=\"{name}\" triggeredByEvent=\"true\"><startEvent id=\"{begin}\" \
             isInterrupting=\"{interrupting}\"><messageEventDefinition/></startEvent>{}<endEvent id=\"{end}\"/>{}{}</subProcess>",
            step(does, &format!("Xử lý: {name}"), "administration", "officer"),
            flow(&format!("{id}-1"), &begin, does),
            flow(&format!("{id}-2"), does, &end),
        )
    };
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\
         <process id=\"main\"><startEvent id=\"begin\"/>{}{}<endEvent id=\"end\"/>{}{}{}{}{}</process></definitions>",
        step("check", "Đối chiếu sổ gốc", "administration", "officer"),
        step("sign", "Ký bản sao", "Lãnh đạo Sở", "agency-head"),
        flow("f1", "begin", "check"),
        flow("f2", "check", "sign"),
        flow("f3", "sign", "end"),
        begun("added", "Người nộp bổ sung thông tin", false, "look"),
        begun("inspected", "Kết luận của thanh tra", true, "answer"),
    )
}

async fn journey(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "bo-sung.bpmn", drawn().as_bytes()).await;
    page.is(StatusCode::OK);
    page.shows(
        "khi có “Người nộp bổ sung thông tin”: làm thêm “Xử lý: Người nộp bổ sung thông tin” bên cạnh",
    );
    page.shows("khi có “Kết luận của thanh tra”: dừng mọi bước khác");
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let dossier = format!("/office/dossiers/{reference}");
    let mut officer = world.signed_in("officer").await;
    let came = |page: &crate::common::Seen, what: &str, words: &'static str| {
        vec![("receive-event", page.choice("receive-event", what)), ("receive-words", words.to_string())]
    };
    let page = officer.get(&dossier).await;
    page.shows("Quy trình đang chờ").shows("Đối chiếu sổ gốc");
    let added = came(&page, "Người nộp bổ sung thông tin", "Đơn ngày 02/3");
    let inspected = came(&page, "Kết luận của thanh tra", "Số 9/KL");
    fn plain<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
    act(&mut officer, &reference, "receive", &plain(&added)).await.is(StatusCode::SEE_OTHER);
    let page = officer.get(&dossier).await;
    page.shows("Các bước đang làm cùng lúc").shows("Xử lý: Người nộp bổ sung thông tin");
    verified(&world).await;

    // Paused, nothing begins; nobody loses what was begun.
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản chính")];
    act(&mut officer, &reference, "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    let page = officer.get(&dossier).await;
    page.hides("/acts/receive\"");
    let parts = plain(&inspected).into_iter().map(|(name, value)| crate::common::FormPart::Text(name, value));
    let refused = act_from(&mut officer, &page, &reference, "receive", parts).await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
    act(&mut officer, &reference, "resume", &[]).await.is(StatusCode::SEE_OTHER);
    officer.get(&dossier).await.shows("Xử lý: Người nộp bổ sung thông tin");

    // The letter ends both; its own answer is what is left, and with it the dossier is decided.
    act(&mut officer, &reference, "receive", &plain(&inspected)).await.is(StatusCode::SEE_OTHER);
    let page = officer.get(&dossier).await;
    page.shows("Không cần làm tiếp bước “Đối chiếu sổ gốc”");
    page.shows("Xử lý: Kết luận của thanh tra").hides("/acts/receive\"");
    grant(&mut officer, &reference).await;
    citizen.get(&format!("/dossiers/{reference}")).await.shows("Đã có kết quả").hides("Số 9/KL");
    verified(&world).await;

    // Another is decided at its end although more might have come.
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut officer, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    grant(&mut world.signed_in("agency-head").await, &reference).await;
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_events_begin_runs_beside_the_rest_or_instead_of_it() {
    for engine in engines() {
        journey(engine).await;
    }
}
