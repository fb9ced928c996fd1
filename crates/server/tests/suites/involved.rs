//! Colleagues of other divisions support or follow a dossier whoever has the step leads.

use crate::common::steps::{account, act, apply_for, handle};
use crate::common::{Engine, World, engines};
use axum::http::StatusCode;

async fn supported_and_followed(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = apply_for(&world, &mut citizen, "2.000635").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let dossier = format!("/office/dossiers/{reference}");
    let (mut supporter, mut follower) =
        (world.signed_in("justice.officer3").await, world.signed_in("justice.officer4").await);
    supporter.get(&dossier).await.is(StatusCode::NOT_FOUND);

    // Whoever may do the step asks; what was not chosen is said, what was typed stays.
    let mut officer = world.signed_in("officer").await;
    let (third, fourth) =
        (account(&world, "justice.officer3").await, account(&world, "justice.officer4").await);
    let ask = |who: &str, how: &str| [("involve-officer", who.to_string()), ("involve-how", how.to_string())];
    let mut wish = async |who: &str, how: &str| {
        let fields = ask(who, how);
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        act(&mut officer, &reference, "involve", &fields).await
    };
    wish(&third, "").await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn phối hợp, theo dõi hay thôi");
    wish(&third, "support").await.is(StatusCode::SEE_OTHER);
    wish(&fourth, "follow").await.is(StatusCode::SEE_OTHER);
    let elsewhere = account(&world, "health.head").await;
    wish(&elsewhere, "follow").await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Chỉ mời được cán bộ xử lý");

    // Both find it in their list and may open it; one writes an opinion, the other only looks.
    let row = format!("href=\"{dossier}");
    for colleague in [&mut supporter, &mut follower] {
        colleague.get("/office?tab=involved").await.shows(&row);
        colleague.get("/office?tab=unit").await.hides(&row);
        colleague.get(&dossier).await.is(StatusCode::OK).hides("/acts/finish-step\"");
    }
    world.signed_in("officer").await.get("/office?tab=involved").await.hides(&row);
    let opinion = [("remark-words", "Nên đối chiếu sổ gốc năm 1998")];
    act(&mut follower, &reference, "remark", &opinion).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    act(&mut supporter, &reference, "remark", &[("remark-words", "")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Hãy viết ý kiến");
    act(&mut supporter, &reference, "remark", &opinion).await.is(StatusCode::SEE_OTHER);
    let page = world.signed_in("officer").await.get(&dossier).await;
    page.shows("Nên đối chiếu sổ gốc năm 1998").shows("Phối hợp").shows("Theo dõi");
    citizen.get(&format!("/dossiers/{reference}")).await.hides("1998").hides("Ghi ý kiến").hides("Mời thêm");

    // Being late is said to them as well.
    app::reminders::send(&world.app).await.unwrap();
    let all = |tx: &mut storage::Tx| {
        let (from, to) =
            (domain::time::Instant::from_millis(0), domain::time::Instant::from_millis(i64::MAX / 2));
        storage::inbox::steps_due(tx, from, to)
    };
    let due = world.app.store.read(all).await.unwrap().remove(0).due;
    world.app.clock.set(due.plus_minutes(5));
    app::reminders::send(&world.app).await.unwrap();
    for login in ["justice.officer3", "justice.officer4"] {
        world.signed_in(login).await.get("/office/reminders").await.shows("đã quá hạn");
    }

    // One leaves by their own act; the other's list empties when it is returned.
    let mut follower = world.signed_in("justice.officer4").await;
    let leave = ask(&fourth, "none");
    let leave = leave.each_ref().map(|(name, value)| (*name, value.as_str()));
    act(&mut follower, &reference, "involve", &leave).await.is(StatusCode::SEE_OTHER);
    follower.get(&dossier).await.is(StatusCode::NOT_FOUND);
    world.app.clock.set(due.plus_minutes(-5));
    handle(&world, &reference).await;
    let mut supporter = world.signed_in("justice.officer3").await;
    // It ends with the dossier.
    supporter.get("/office?tab=involved").await.shows(&row).shows("tag--neutral\">Phối hợp</span>");
    supporter.get(&dossier).await.is(StatusCode::OK);
    let mut citizen = world.signed_in("citizen").await;
    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    let fields = [("key", page.hidden("key"))];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    citizen.post(&format!("/dossiers/{reference}/receive"), &fields).await.is(StatusCode::SEE_OTHER);
    supporter.get("/office?tab=involved").await.hides(&row);
    supporter.get(&dossier).await.is(StatusCode::NOT_FOUND);
    let app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_supports_writes_opinions_and_who_follows_looks() {
    for engine in engines() {
        supported_and_followed(engine).await;
    }
}
