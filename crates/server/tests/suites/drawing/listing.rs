//! An official writes a list of steps: it is stored with its drawing, dossiers run on that, and it stays a list to its author.

use super::*;
use crate::common::steps::{act, apply_for, grant, runs_on_tokens};
use crate::common::{Engine, FormPart, World, engines};
use axum::http::StatusCode;

const LIST: &str = "/office/administration/procedures/2.000635/parts/steps";

/// The rows of a list: each its key, its name, its division, its role.
async fn save(admin: &mut Visitor, steps: &[[&str; 4]]) {
    let version = admin.get(LIST).await.hidden("version");
    let mut fields = vec![
        ("rows".into(), steps.len().to_string()),
        ("version".into(), version),
        ("act".into(), "save".into()),
    ];
    for (place, [id, name, unit, role]) in steps.iter().enumerate() {
        let row = [("id", *id), ("vi", name), ("unit", unit), ("role", role), ("hours", "2")];
        fields.extend(row.map(|(field, value)| (format!("{field}-{place}"), value.to_string())));
    }
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value): &(String, String)| (name.as_str(), value.as_str())).collect();
    admin.post(LIST, &fields).await.is(StatusCode::SEE_OTHER);
}

async fn stored(world: &World, version: u32) -> serde_json::Value {
    let read = move |tx: &mut storage::Tx| {
        let sql = "select body from process_version where code = ?1 and version = ?2";
        let row = tx.query_one(sql, storage::params![PROCEDURE, version])?.expect("it is stored");
        row.get::<String>(0)
    };
    serde_json::from_str(&world.app.store.read(read).await.unwrap()).unwrap()
}

async fn write_and_work(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let steps = [
        ["review", "Đối chiếu & soạn", "administration", "officer"],
        ["", "Kết thúc", "administration", "division-head"],
        ["approve", "Ký bản sao", "leadership", "agency-head"],
    ];
    save(&mut admin, &steps).await;
    let drawing = stored(&world, 2).await["drawing"].as_str().expect("it is drawn").to_string();
    assert!(drawing.contains("Đối chiếu &amp; soạn") && drawing.contains("name=\"Kết thúc\""), "{drawing}");
    // It is shown as a picture and goes on being edited as a list.
    admin.get(&path()).await.shows("Chưa có sơ đồ riêng").shows("<svg").shows("Đối chiếu");
    assert_eq!(admin.get(&format!("{}/file", path())).await.text(), drawing);
    admin.get(LIST).await.is(StatusCode::OK).shows("Đối chiếu");

    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let (mut first, mut second) = (world.signed_in("officer").await, world.signed_in("division-head").await);
    let mut last = world.signed_in("agency-head").await;
    let page = first.get(&format!("/office/dossiers/{reference}")).await;
    page.shows("Hồ sơ chuyển sang bước “Kết thúc”").shows("diagram__node--now");
    act(&mut first, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    let back = [("send-back-to", "review"), ("send-back-words", "Thiếu căn cứ")];
    act(&mut second, &reference, "send-back", &back).await.is(StatusCode::SEE_OTHER);
    first.get("/office?tab=mine").await.shows("Đối chiếu");
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản chính")];
    act(&mut first, &reference, "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    verified(&world).await;
    act(&mut first, &reference, "resume", &[]).await.is(StatusCode::SEE_OTHER);

    // Another list; what runs moves to it by a plan, and what was done before is still sent back to.
    act(&mut first, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    let steps = [steps[0], ["ket-thuc", "Soát lại", "administration", "division-head"], steps[2]];
    save(&mut admin, &steps).await;
    let running = format!("{}/running", path());
    let version = admin.get(&running).await.hidden("version");
    admin.post(&running, &[("version", &version), ("act", "move")]).await.is(StatusCode::SEE_OTHER);
    app::jobs::run_due(&world.app).await.unwrap();
    app::jobs::run_due(&world.app).await.unwrap();
    second.get(&format!("/office/dossiers/{reference}")).await.shows("Soát lại");
    act(&mut second, &reference, "send-back", &back).await.is(StatusCode::SEE_OTHER);
    act(&mut first, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut second, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    grant(&mut last, &reference).await;
    assert!(runs_on_tokens(&world, &reference).await);
    citizen.get(&format!("/dossiers/{reference}")).await.shows("Đã có kết quả").shows("<svg");
    verified(&world).await;

    // Drawn further it is no list any more, until the drawing is dropped.
    admin.post_parts(&path(), &[FormPart::Text("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    change(&mut admin, "review", "beside", &[("beside-name", "Lấy ý kiến")]).await.is(StatusCode::SEE_OTHER);
    let opinion = [
        ("about-name", "Lấy ý kiến"),
        ("about-unit", "administration"),
        ("about-role", "officer"),
        ("about-time", "1 giờ"),
    ];
    change(&mut admin, "lay-y-kien", "describe", &opinion).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.shows("Thêm “Lấy ý kiến”");
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    admin.get(&path()).await.hides("Chưa có sơ đồ").shows("Lấy ý kiến");
    assert_eq!(admin.get(LIST).await.location, path());
    admin.post_parts(&path(), &[FormPart::Text("act", "drop")]).await.is(StatusCode::SEE_OTHER);
    admin.get(&path()).await.shows("Chưa có sơ đồ riêng").hides("value=\"drop\"");
    admin.get(LIST).await.is(StatusCode::OK).shows("Lấy ý kiến");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_stored_with_its_drawing_and_dossiers_run_on_it() {
    for engine in engines() {
        write_and_work(engine).await;
    }
}
