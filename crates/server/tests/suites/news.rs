//! What colleagues do shows by itself: hints on an open line, to those they concern and to nobody else.

use crate::common::steps::{act, apply_at, apply_for};
use crate::common::{Engine, Visitor, World, engines};
use axum::http::StatusCode;
use futures_util::StreamExt;
use std::time::Duration;

/// An open line, read event by event.
struct EventStream(axum::body::BodyDataStream);

impl EventStream {
    /// The next event that is no comment.
    async fn next(&mut self) -> String {
        loop {
            let more = tokio::time::timeout(Duration::from_secs(30), self.0.next()).await;
            let more = more.expect("something is told in time").expect("the line is open").unwrap();
            let text = String::from_utf8(more.to_vec()).unwrap();
            if text.contains("event:") {
                return text;
            }
        }
    }

    /// Whether it ends.
    async fn ends(&mut self) -> bool {
        matches!(tokio::time::timeout(Duration::from_secs(30), self.0.next()).await, Ok(None))
    }
}

/// A dossier that has come to the division.
async fn handed_over(world: &World, citizen: &mut Visitor, counter: &mut Visitor) -> String {
    let reference = apply_for(world, citizen, "2.000635").await;
    act(counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    reference
}

async fn tell(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let officer = world.signed_in("officer").await;
    let elsewhere = world.signed_in("health.head").await;
    let mut here = EventStream(officer.clone().listen("/office/news").await);
    let mut there = EventStream(elsewhere.clone().listen("/office/news").await);
    let mut reference = handed_over(&world, &mut citizen, &mut counter).await;
    // The division hears of it from the hand-over on.
    let told = here.next().await;
    assert!(told.contains("event: changed") && told.contains(&format!("data: {reference} ")), "{told}");
    assert!(!told.contains("Nguyễn"), "no content travels: {told}");
    // Another agency hears of its own only.
    let other = apply_at(&world, &mut citizen, "1.014092", "health").await;
    let told = there.next().await;
    assert!(told.contains(&other) && !told.contains(&reference), "{told}");

    // Whoever signs out hears nothing more.
    let mut leaving = officer.clone();
    leaving.post("/sign-out", &[]).await;
    let mut colleague = world.signed_in("justice.officer2").await;
    act(&mut colleague, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    while let told = here.next().await
        && !told.contains("event: ended")
    {
        assert!(told.contains(&reference), "{told}");
        reference = handed_over(&world, &mut citizen, &mut counter).await;
    }
    assert!(here.ends().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn officers_hear_of_what_concerns_them_while_they_may() {
    for engine in engines() {
        tell(engine).await;
    }
}

/// What happens between the reading of a page and its listening is asked for by the page.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_catches_up_with_what_it_missed() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let mut officer = world.signed_in("officer").await;
    let mut elsewhere = world.signed_in("health.head").await;
    let page = officer.get("/office?tab=unit").await.text();
    let mark = page.split("data-mark=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_string();
    let since = format!("/office/news/since?mark={mark}");
    assert_eq!(officer.get(&since).await.text(), "");
    let reference = handed_over(&world, &mut citizen, &mut counter).await;
    let told = officer.get(&since).await.text();
    assert!(told.starts_with(&format!("{reference} ")) && told.lines().count() == 1, "{told}");
    assert_eq!(elsewhere.get(&since).await.text(), "", "another agency hears of its own only");
    assert_eq!(officer.get("/office/news/since?mark=of.1").await.text(), "all");
    // What takes forms only leads to the page the form stands on.
    let act = officer.get(&format!("/office/dossiers/{reference}/acts/finish-step")).await;
    assert_eq!(act.location, format!("/office/dossiers/{reference}"));
    assert_eq!(officer.get("/office/views").await.location, "/office");
}

/// How many openings of a dossier its page tells of.
fn openings(page: &str) -> usize {
    let told = page.split("Lịch sử truy cập").nth(1).expect("the page tells who opened it");
    told.split("</ul>").next().unwrap_or_default().matches("<li>").count()
}

async fn renew(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let mut officer = world.signed_in("officer").await;
    let reference = handed_over(&world, &mut citizen, &mut counter).await;
    let page = format!("/office/dossiers/{reference}");
    world.at("2026-03-02T09:05");
    // What was not opened yet is opened, whoever says that it is only renewed; a page tells of those before it.
    let before = openings(&officer.renew(&page).await.text());
    let first = openings(&officer.renew(&page).await.text());
    assert_eq!(first, before + 1);
    for minutes in ["10", "20", "30", "40", "50"] {
        world.at(&format!("2026-03-02T09:{minutes}"));
        assert_eq!(openings(&officer.renew(&page).await.text()), first);
    }
    // An hour after somebody last did something the session is over, although the page was open all the time.
    world.at("2026-03-02T10:01");
    officer.renew(&page).await.is(StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_renews_itself_is_no_new_opening_and_no_use_of_the_session() {
    for engine in engines() {
        renew(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_citizen_has_no_line() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    citizen.get("/office/news").await.is(StatusCode::NOT_FOUND);
}
