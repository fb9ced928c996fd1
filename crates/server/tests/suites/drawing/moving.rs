//! Running dossiers move to a new version by a plan.

use super::*;
use crate::common::steps::{act, apply_for};
use crate::common::{Engine, FormPart, World, engines};
use axum::http::StatusCode;

async fn move_running(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let mut officer = world.signed_in("officer").await;
    let mut references = Vec::new();
    for _ in 0..2 {
        let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
        act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
        references.push(reference);
    }
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản chính")];
    act(&mut officer, &references[1], "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    let mut admin = world.signed_in("admin").await;
    admin.post_parts(&path(), &[FormPart::Text("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);

    // What fits is shown before anything moves, and what does not stays.
    let running = format!("{}/running", path());
    let page = admin.get(&running).await;
    page.shows("Đứng ở cùng bước này").shows("Đang tạm dừng").shows("Chuyển 1 hồ sơ").hides("Trần Thị");
    // A later page has what comes after a place; an address nobody wrote is none.
    let later = format!("{running}?after={}", references[1]);
    admin
        .get(&later)
        .await
        .hides("Đứng ở cùng bước này")
        .hides("Đang tạm dừng")
        .shows("Chuyển mọi hồ sơ xác định được bước");
    admin.get(&format!("{running}?after=x")).await.is(StatusCode::NOT_FOUND);
    let stale = [("version", "1"), ("act", "move")];
    admin.post(&running, &stale).await.is(StatusCode::SEE_OTHER);
    let version = page.hidden("version");
    admin.post(&running, &[("version", &version), ("act", "move")]).await.is(StatusCode::SEE_OTHER);
    app::jobs::run_due(&world.app).await.unwrap();
    app::jobs::run_due(&world.app).await.unwrap();
    let page = officer.get(&format!("/office/dossiers/{}", references[0])).await;
    page.shows("Đi tiếp theo phiên bản 2 của quy trình").shows("diagram__node--now");
    officer.get(&format!("/office/dossiers/{}", references[1])).await.hides("Đi tiếp theo phiên bản");
    admin.get(&running).await.shows("Đang tạm dừng").hides("Chuyển 1 hồ sơ");
    verified(&world).await;
    act(&mut officer, &references[0], "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut officer, &references[1], "resume", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut officer, &references[1], "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn running_dossiers_move_to_a_new_version_by_a_plan() {
    for engine in engines() {
        move_running(engine).await;
    }
}
