//! Who is absent is stood in for, for a time, and the record says in whose place.

use crate::common::steps::{account, act, act_from, apply_for};
use crate::common::{Engine, FormPart, World, engines};
use axum::http::StatusCode;

async fn stand_in(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = apply_for(&world, &mut citizen, "2.000635").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let dossier = format!("/office/dossiers/{reference}");
    let mut officer = world.signed_in("officer").await;
    let mut there = world.signed_in("justice.officer3").await;
    there.get(&dossier).await.is(StatusCode::NOT_FOUND);

    // The absent officer says who stands in, until when and by what.
    let page = officer.get("/office/absences").await;
    page.is(StatusCode::OK).hides("name=\"absent\"");
    let (absent, substitute) = (account(&world, "officer").await, account(&world, "justice.officer3").await);
    let absence = |to: &'static str, document: &'static str| {
        [
            ("act", "add"),
            ("substitute", substitute.as_str()),
            ("from-day", "2"),
            ("from-month", "3"),
            ("from-year", "2026"),
            ("to-day", to),
            ("to-month", "3"),
            ("to-year", "2026"),
            ("document", document),
        ]
    };
    let again = officer.post("/office/absences", &absence("1", "")).await;
    again.is(StatusCode::UNPROCESSABLE_ENTITY).shows("không trước ngày đầu").shows("Số văn bản phân công");
    officer.post("/office/absences", &absence("3", "7/QĐ-STP")).await.is(StatusCode::SEE_OTHER);

    let twice = officer.post("/office/absences", &absence("2", "8/QĐ-STP")).await;
    twice.is(StatusCode::UNPROCESSABLE_ENTITY).shows("đã có người làm thay");
    let long = "7".repeat(201);
    let fields = [("act", "add"), ("document", long.as_str())];
    officer.post("/office/absences", &fields).await.shows("dài quá 200 ký tự");

    // Nobody else may take that place.
    let take = [("act", "take"), ("absent", absent.as_str())];
    let mut stranger = world.signed_in("health.head").await;
    stranger.post("/office/absences", &take).await.is(StatusCode::NOT_FOUND);
    there.get("/office/absences").await.shows("7/QĐ-STP").shows("Làm thay");
    there.post("/office/absences", &take).await.is(StatusCode::SEE_OTHER);
    there.get("/office?tab=unit").await.shows("Bạn đang làm thay").shows(&format!("href=\"{dossier}?"));
    // The other language is the same desk, and looks the same.
    there.post("/display", &[("text", "large"), ("keys", "off")]).await;
    let crossing = there.get("/cross?to=/office").await.location;
    let mut english = there.clone().on(crate::common::ENGLISH);
    english.cookies.clear();
    let path = crossing.split_once(crate::common::ENGLISH).map(|(_, path)| path.to_string()).unwrap();
    english.get(&path).await.is(StatusCode::SEE_OTHER);
    english.get("/office?tab=unit").await.shows("You stand in for").shows("data-keys=\"off\"");
    // Back at the own desk in another page: what was opened in the colleague's place is not sent in one's own.
    let opened = there.get(&dossier).await;
    assert!(!opened.hidden("desk").is_empty());
    there.post("/office/absences", &[("act", "leave")]).await;
    let mut colleague = world.signed_in("justice.officer2").await;
    let fields = || [FormPart::Text("finish-step-words", "Đã xem")];
    let own = act_from(&mut colleague, &opened, &reference, "finish-step", fields()).await;
    own.is(StatusCode::UNPROCESSABLE_ENTITY).shows("đã đổi người được làm thay").shows("Đã xem</textarea>");
    there.post("/office/absences", &take).await;
    act(&mut there, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    officer.get(&dossier).await.shows(", thay mặt ");
    // Back at the own desk the dossier is gone.
    there.post("/office/absences", &[("act", "leave")]).await.is(StatusCode::SEE_OTHER);
    there.get(&dossier).await.is(StatusCode::NOT_FOUND);

    // When the days are over nobody stands in any more, even with the place still taken.
    there.post("/office/absences", &take).await.is(StatusCode::SEE_OTHER);
    there.get(&dossier).await.is(StatusCode::OK);
    let place = there.clone();
    world.at("2026-03-04T07:30");
    let mut there = world.signed_in("justice.officer3").await;
    there.keep_cookie(&place, "place");
    there.get(&dossier).await.is(StatusCode::NOT_FOUND);
    there.post("/office/absences", &take).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absent_officer_is_stood_in_for() {
    for engine in engines() {
        stand_in(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absence_is_ended_by_those_it_belongs_to() {
    let world = World::new(Engine::Sqlite);
    let mut head = world.signed_in("agency-head").await;
    let (absent, substitute) = (account(&world, "officer").await, account(&world, "justice.officer2").await);
    let fields = [
        ("act", "add"),
        ("absent", absent.as_str()),
        ("substitute", substitute.as_str()),
        ("from-day", "2"),
        ("from-month", "3"),
        ("from-year", "2026"),
        ("to-day", "9"),
        ("to-month", "3"),
        ("to-year", "2026"),
        ("document", "8/QĐ"),
    ];
    head.post("/office/absences", &fields).await.is(StatusCode::SEE_OTHER);
    let end = head.get("/office/absences").await.hidden("absence");
    let end = [("act", "end"), ("absence", end.as_str())];
    let mut colleague = world.signed_in("justice.officer2").await;
    colleague.get("/office/absences").await.shows("8/QĐ");
    colleague.post("/office/absences", &end).await.is(StatusCode::NOT_FOUND);
    let mut officer = world.signed_in("officer").await;
    officer.post("/office/absences", &end).await.is(StatusCode::SEE_OTHER);
    colleague.get("/office/absences").await.hides("8/QĐ");
}
