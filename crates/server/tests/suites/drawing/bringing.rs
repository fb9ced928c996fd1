//! A file or a spreadsheet is brought, checked, used and worked by.

use super::*;
use crate::common::steps::grant;
use crate::common::{Engine, FormPart, World, engines};
use axum::http::StatusCode;

async fn work_by_it(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    admin.get(&path()).await.is(StatusCode::OK).shows("Chưa có sơ đồ");

    // What does not hold is told where, and cannot be published.
    let nobody =
        drawing().replace("unit=\"administration\"", "unit=\"phòng Bay\"").replace(" default=\"on\"", "");
    let page = bring(&mut admin, "sai.bpmn", nobody.as_bytes()).await;
    page.is(StatusCode::OK)
        .shows("phòng Bay")
        .shows("Đối chiếu sổ gốc")
        .shows("<svg")
        .hides("value=\"publish\"");
    let unknown = drawing().replace("steps.check.outcome", "steps.chek.outcome");
    bring(&mut admin, "ten.bpmn", unknown.as_bytes()).await.is(StatusCode::OK).shows("“check”");
    let slow = drawing().replace("time=\"2h\"", "time=\"20 ngày\"");
    bring(&mut admin, "cham.bpmn", slow.as_bytes()).await.is(StatusCode::OK).shows("quá thời hạn");
    bring(&mut admin, "thu.bpmn", b"Dear all").await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("XML");
    bring(&mut admin, "quet.bpmn", crate::common::PDF)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("không phải tệp BPMN");
    bring(&mut admin, "rong.bpmn", b"").await.is(StatusCode::UNPROCESSABLE_ENTITY);

    let source = drawing();
    let page = bring(&mut admin, "ban-sao.bpmn", source.as_bytes()).await;
    page.is(StatusCode::OK).shows("<svg").shows("Ký bản sao").shows("value=\"publish\"");
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    assert_eq!(world.app.master_data().processes(PROCEDURE).len(), 2, "a form sent twice publishes once");
    let file = admin.get(&format!("{}/file", path())).await;
    assert_eq!(String::from_utf8(file.body.clone()).unwrap(), source, "it comes back as it was brought");
    let steps = admin.get(&format!("/office/administration/procedures/{PROCEDURE}/parts/steps")).await;
    assert_eq!(steps.location, path(), "what is drawn is not edited as a list");

    let (mut citizen, reference) = handed_over(&world).await;

    world.at("2026-03-02T09:30");
    let mut officer = world.signed_in("officer").await;
    let page = officer.get(&format!("/office/dossiers/{reference}")).await;
    page.shows("diagram__node--now").shows("Khớp").hides("/acts/decide\"");
    let onward = "Tiếp theo: Ký bản sao";
    assert_eq!(page.text().matches(onward).count(), 1, "one way leads on, the other back");
    let outcome = page.choice("finish-step-outcome", "Chưa khớp");
    act(&mut officer, &reference, "finish-step", &[])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Hãy chọn kết quả của bước này");
    act(&mut officer, &reference, "finish-step", &[("finish-step-outcome", &outcome)])
        .await
        .is(StatusCode::SEE_OTHER);
    // Back once; after that the only way is on, whatever is chosen.
    let page = officer.get(&format!("/office/dossiers/{reference}")).await;
    page.shows("Chưa khớp");
    assert_eq!(page.text().matches(onward).count(), 2, "the way back is used up, and says so");
    act(&mut officer, &reference, "finish-step", &[("finish-step-outcome", &outcome)])
        .await
        .is(StatusCode::SEE_OTHER);
    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    page.shows("Ký bản sao").shows("<svg").hides("Chưa khớp").hides("Khớp không?");

    let mut head = world.signed_in("agency-head").await;
    let page = head.get(&format!("/office/dossiers/{reference}")).await;
    page.shows("/acts/decide\"").hides("/acts/finish-step\"");
    // The picture has a page of its own: what whoever decides fills in leaves no room for it.
    let picture = head.get(&format!("/office/dossiers/{reference}?part=process&page=1")).await;
    picture.shows("diagram__node--passed");
    grant(&mut head, &reference).await;
    citizen.get(&format!("/dossiers/{reference}")).await.shows("Đã có kết quả");

    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drawn_process_is_brought_checked_used_and_worked_by() {
    for engine in engines() {
        work_by_it(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_official_table_is_brought_as_a_spreadsheet() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let headings = ["STT", "Nội dung công việc", "Trách nhiệm", "Thời gian", "Kết quả"];
    let rows = |who: &str| {
        let row = |cells: [&str; 5]| cells.map(str::to_string).to_vec();
        vec![
            row(["1", "Thẩm định", who, "2 giờ", "Phiếu trình"]),
            row(["2", "Ký", "Lãnh đạo Sở", "1 giờ", "Bản sao"]),
        ]
    };
    let sheet = sheets::write("QUY TRÌNH NỘI BỘ", &headings, &rows("Chuyên viên phòng Bay"));
    bring(&mut admin, "bang.xlsx", &sheet)
        .await
        .is(StatusCode::OK)
        .shows("phòng Bay")
        .hides("value=\"publish\"");
    // What names a phase is told, and is a group.
    let phase = vec!["I".to_string(), "Giải quyết".into()];
    let phased: Vec<Vec<String>> = [phase].into_iter().chain(rows("Chuyên viên phòng Bay")).collect();
    let sheet = sheets::write("QUY TRÌNH NỘI BỘ", &headings, &phased);
    bring(&mut admin, "bang.xlsx", &sheet).await.is(StatusCode::OK).shows("là tên giai đoạn");
    let sheet =
        sheets::write("QUY TRÌNH NỘI BỘ", &headings, &rows("Chuyên viên phòng Hành chính và Bổ trợ tư pháp"));
    let page = bring(&mut admin, "bang.xlsx", &sheet).await;
    page.is(StatusCode::OK).shows("<svg").shows("Phiếu trình");
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    admin.get(&path()).await.shows("Quy trình đang dùng").shows("Thẩm định");
    // Without the drawing its steps are gone through one by one.
    let dropped = admin.post_parts(&path(), &[FormPart::Text("act", "drop")]).await;
    dropped.is(StatusCode::SEE_OTHER);
    admin.get(&path()).await.shows("Chưa có sơ đồ");
    assert_eq!(world.app.master_data().procedure_any(PROCEDURE).unwrap().process.steps.len(), 2);
    let mut officer = world.signed_in("officer").await;
    officer.get(&path()).await.is(StatusCode::NOT_FOUND);
}

/// A long chain of steps: many seconds of reading, checking and drawing.
fn long_drawing(steps: usize) -> String {
    let step = |number: usize| {
        format!(
            "<userTask id=\"t{number}\" name=\"Bước {number}\"><extensionElements><m:step unit=\"administration\" \
             role=\"officer\" time=\"1m\"/></extensionElements></userTask>\
             <sequenceFlow id=\"f{number}\" sourceRef=\"t{number}\" targetRef=\"t{}\"/>",
            number + 1
        )
    };
    let steps_xml: String = (0..steps).map(step).collect();
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\
         <process id=\"main\" isExecutable=\"true\"><startEvent id=\"begin\"/>\
         <sequenceFlow id=\"first\" sourceRef=\"begin\" targetRef=\"t0\"/>{steps_xml}<endEvent id=\"t{steps}\"/>\
         </process></definitions>"
    )
}

/// There are two threads that answer, and two heavy requests.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_computes_for_long_holds_up_nobody() {
    let world = World::new(Engine::Sqlite);
    let admin = world.signed_in("admin").await;
    let large = long_drawing(1_500);
    let heavy = |mut admin: Visitor| {
        let large = large.clone();
        tokio::spawn(async move {
            bring(&mut admin, "lon.bpmn", large.as_bytes()).await;
            admin.get(&draft()).await
        })
    };
    let (one, other) = (heavy(admin.clone()), heavy(admin.clone()));
    let mut answered = 0;
    while !one.is_finished() || !other.is_finished() {
        world.visitor().get("/").await.is(StatusCode::OK);
        answered += 1;
    }
    assert!(answered > 20, "somebody else was answered {answered} times meanwhile");
    one.await.unwrap().is(StatusCode::OK);
    other.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_read_again_is_not_kept() {
    let world = World::new(Engine::Sqlite);
    let by = domain::officer::AccountId(1);
    let kept = app::processes::save_draft(&world.app, by, PROCEDURE, long_drawing(21_000), None).await;
    assert!(matches!(kept, Err(app::processes::NotKept::Unreadable(_))), "{kept:?}");
    assert!(app::processes::find_draft(&world.app, PROCEDURE).await.unwrap().is_none());
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "lon.bpmn", long_drawing(21_000).as_bytes()).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
}
