//! A draft tried on the dossiers that were decided.

use crate::common::{Engine, World, engines};
use axum::http::StatusCode;

/// A drawn procedure of the demonstration's past.
const PROCEDURE: &str = "2.000635";

async fn tried(engine: Engine) {
    let world = World::lived(engine);
    let mut admin = world.signed_in("admin").await;
    let home = format!("/office/administration/procedures/{PROCEDURE}/process");
    // Without a draft there is nothing to try.
    assert_eq!(admin.get(&format!("{home}/forecast")).await.location, home);
    admin.post(&home, &[("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&format!("{home}/forecast?months=12")).await;
    page.is(StatusCode::OK).shows("Đã diễn ra").shows("Theo bản nháp").shows("Theo người làm").shows("<svg");
    // What is in use was lived by, so nothing is untried and nothing left out.
    page.hides("theo thời gian định mức:").hides("không đi hết được");
    // As many went through as were decided.
    let data = world.app.master_data();
    let agency = data.offerings(PROCEDURE, world.app.now().date())[0].agency;
    let from = domain::time::Instant::from_millis(0);
    let decided =
        move |tx: &mut storage::Tx| storage::dossier::list_decided(tx, agency, PROCEDURE, from, 500);
    let decided = world.app.store.read(decided).await.unwrap();
    assert!(!decided.is_empty());
    page.shows(&format!("Đã thử với {} hồ sơ", decided.len()));
    // Nobody's name is on it, and nobody else may look.
    page.hides("/office/dossiers/");
    let mut officer = world.signed_in("officer").await;
    officer.get(&format!("{home}/forecast")).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_tried_on_dossiers_of_the_past() {
    for engine in engines() {
        tried(engine).await;
    }
}
