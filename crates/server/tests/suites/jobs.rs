//! What follows an act: the outside cannot stop the inside, an outage loses nothing, letters to one address keep their
//! order, and an administrator sees what is in trouble without seeing whom it is about.

use crate::common::mail::{MailMode, PostOffice};
use crate::common::steps::{act, apply_at, apply_for};
use crate::common::{Engine, Visitor, World, engines};
use app::jobs::{Destination, JOBS, JobLane, JobLength, RoundEnd};
use axum::http::StatusCode;

const ORDINARY: &str = "2.000635";
const LINKED: &str = "3.000333";
const MAIL: JobLane = JobLane { destination: Destination::Mail, length: JobLength::Quick };
const QUICK: JobLane = JobLane { destination: Destination::Inside, length: JobLength::Quick };

async fn accepted(world: &World, citizen: &mut Visitor) -> String {
    let reference = apply_for(world, citizen, ORDINARY).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    reference
}

async fn trouble(world: &World) -> Vec<app::jobs::TroubledJob> {
    app::jobs::list_troubled(&world.app, i64::MAX, 100).await.unwrap()
}

async fn a_silent_server(engine: Engine) {
    let office = PostOffice::open(MailMode::Silent);
    let world = World::posting(engine, office.mail(1));
    let mut citizen = world.signed_in("citizen").await;
    accepted(&world, &mut citizen).await;
    // The letters become due, and the server takes the line and says nothing.
    app::jobs::run_lane(&world.app, JOBS, QUICK).await.unwrap();
    let app = world.app.clone();
    let waiting = tokio::spawn(async move { app::jobs::run_lane(&app, JOBS, MAIL).await.unwrap() });
    while office.knocks() == 0 {
        tokio::task::yield_now().await;
    }
    // Meanwhile everything inside goes on: messages on the portal, linked dossiers, times.
    let main = apply_at(&world, &mut citizen, LINKED, "police").await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &main, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &main, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let mut police = world.signed_in("police.records1").await;
    act(&mut police, &main, "finish-step", &[("finish-step-outcome", "verify")]).await;
    app::jobs::run_lane(&world.app, JOBS, QUICK).await.unwrap();
    assert!(!waiting.is_finished(), "the mail server is still silent");
    citizen.get("/messages").await.shows("cần được xác minh thêm");
    let opened = move |tx: &mut storage::Tx| {
        let rows = tx.query("select count(*) from dossier where main_id is not null", &[])?;
        rows[0].get::<i64>(0)
    };
    assert_eq!(world.app.store.read(opened).await.unwrap(), 1, "the linked dossier is open");
    assert_eq!(waiting.await.unwrap(), RoundEnd::Unreachable(0));

    // A weekend of it costs no letter a try.
    let letters = trouble(&world).await.len();
    assert_eq!(letters, 1, "one was tried; the others wait for it to be reached");
    for hour in 1..60 {
        world.app.clock.set(world.app.now().plus_minutes(60));
        if hour % 20 == 0 {
            assert_eq!(app::jobs::run_lane(&world.app, JOBS, MAIL).await.unwrap(), RoundEnd::Unreachable(0));
        }
    }
    assert!(trouble(&world).await.iter().all(|job| job.tries == 0 && !job.given_up));
    office.set(MailMode::Drops);
    assert_eq!(app::jobs::run_lane(&world.app, JOBS, MAIL).await.unwrap(), RoundEnd::Unreachable(0));
    office.set(MailMode::Answers("421 4.3.2 shutting down"));
    world.app.clock.set(world.app.now().plus_minutes(60));
    assert_eq!(app::jobs::run_lane(&world.app, JOBS, MAIL).await.unwrap(), RoundEnd::Unreachable(0));

    office.set(MailMode::Takes);
    world.app.clock.set(world.app.now().plus_minutes(60));
    assert!(matches!(app::jobs::run_lane(&world.app, JOBS, MAIL).await.unwrap(), RoundEnd::Done(_)));
    let subjects: Vec<String> = office.received().iter().map(|letter| subject(&letter.text)).collect();
    // Two dossiers sent and accepted, and what the process told.
    assert_eq!(subjects.len(), 5, "{subjects:?}");
    assert!(trouble(&world).await.is_empty());
    // In the order things happened.
    let first_sent = subjects.iter().position(|subject| subject.contains("Đã nhận hồ sơ")).unwrap();
    let first_accepted = subjects.iter().position(|subject| subject.contains("được tiếp nhận")).unwrap();
    assert!(first_sent < first_accepted, "{subjects:?}");
}

/// The subject as it was meant: encoded words and folded lines undone.
fn subject(letter: &str) -> String {
    let mut lines = letter.lines().skip_while(|line| !line.starts_with("Subject:"));
    let mut text = lines.next().unwrap_or_default().trim_start_matches("Subject:").to_string();
    for line in lines.take_while(|line| line.starts_with(' ')) {
        text.push_str(line);
    }
    text.split_whitespace().map(decoded).collect::<Vec<_>>().join("")
}

fn decoded(word: &str) -> String {
    let Some(inside) = word.strip_prefix("=?utf-8?b?").and_then(|rest| rest.strip_suffix("?=")) else {
        return format!("{word} ");
    };
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = 0u32;
    let (mut held, mut bytes) = (0, Vec::new());
    for digit in inside.chars().filter_map(|letter| DIGITS.find(letter)) {
        bits = bits << 6 | digit as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_says_nothing_stops_nothing_and_loses_nothing() {
    for engine in engines() {
        a_silent_server(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_refused_is_in_sight_and_holds_up_nobody() {
    let office = PostOffice::open(MailMode::RefusesOne("chau@example.vn"));
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let mut citizen = world.signed_in("citizen").await;
    citizen_writes_to(&world, "chau@example.vn").await;
    accepted(&world, &mut citizen).await;
    app::jobs::run_due(&world.app).await.unwrap();
    let refused = trouble(&world).await;
    assert_eq!(refused.len(), 2);
    assert!(refused.iter().all(|job| job.given_up && job.why == Some(app::jobs::StoredFailure::Never)));

    let mut admin = world.signed_in("admin").await;
    let page = admin.get("/office/administration/jobs").await;
    page.is(StatusCode::OK)
        .shows("Máy chủ thư từ chối hẳn")
        .hides("chau@example.vn")
        .hides("nobody of this name");
    let mut english = admin.clone().on(crate::common::ENGLISH);
    english.get("/office/administration/jobs").await.shows("refused it for good").hides("chau@example.vn");
    office.set(MailMode::Takes);
    for job in refused {
        let path = format!("/office/administration/jobs/{}", job.id);
        admin.post(&path, &[("act", "retry")]).await.is(StatusCode::SEE_OTHER);
        admin.post(&path, &[("act", "burn")]).await.is(StatusCode::BAD_REQUEST);
    }
    app::jobs::run_due(&world.app).await.unwrap();
    assert_eq!(office.received().len(), 2);
    assert!(trouble(&world).await.is_empty());
    let mut officer = world.signed_in("officer").await;
    officer.get("/office/administration/jobs").await.is(StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_does_not_let_us_in_says_nothing_about_a_letter() {
    let office = PostOffice::open(MailMode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let mut citizen = world.signed_in("citizen").await;
    accepted(&world, &mut citizen).await;
    for mode in [
        MailMode::Greets("554 no service here"),
        MailMode::Greets("521 takes no mail"),
        MailMode::Senders("550 5.1.8 not a sender of ours"),
        MailMode::Senders("550 who are you"),
    ] {
        office.set(mode.clone());
        app::jobs::run_due(&world.app).await.unwrap();
        let waiting = trouble(&world).await;
        assert!(!waiting.is_empty(), "{mode:?}");
        assert!(waiting.iter().all(|job| job.tries == 0 && !job.given_up), "{mode:?}: {waiting:?}");
        world.app.clock.set(world.app.now().plus_minutes(60));
    }
    // What its rules forbid they may allow once somebody has mended them.
    office.set(MailMode::Answers("550 5.7.1 relaying denied"));
    app::jobs::run_due(&world.app).await.unwrap();
    assert!(trouble(&world).await.iter().all(|job| !job.given_up));
    office.set(MailMode::Takes);
    world.app.clock.set(world.app.now().plus_minutes(60));
    app::jobs::run_due(&world.app).await.unwrap();
    assert_eq!(office.received().len(), 2);
    assert!(trouble(&world).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_refused_for_now_is_not_overtaken_by_the_next_to_the_same_address() {
    let office = PostOffice::open(MailMode::Answers("451 4.7.1 greylisted"));
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let mut citizen = world.signed_in("citizen").await;
    let mut company = world.signed_in("company").await;
    accepted(&world, &mut citizen).await;
    app::jobs::run_due(&world.app).await.unwrap();
    let waiting = trouble(&world).await;
    assert_eq!(waiting.len(), 1, "the second waits for the first: {waiting:?}");
    assert_eq!((waiting[0].tries, waiting[0].given_up), (1, false));
    // Somebody else's letter is not held up.
    office.set(MailMode::RefusesOne("nobody"));
    company.post("/forgotten-password", &[("email", "lienhe@hoasen.example.vn")]).await;
    app::jobs::run_due(&world.app).await.unwrap();
    let to: Vec<String> = office.received().into_iter().map(|letter| letter.to).collect();
    assert!(!to.contains(&address_of(&world, "citizen").await), "{to:?}");
    world.app.clock.set(world.app.now().plus_minutes(5));
    app::jobs::run_due(&world.app).await.unwrap();
    let subjects: Vec<String> =
        office.received().iter().map(|letter| subject(&letter.text)).filter(|s| s.contains("ồ sơ")).collect();
    assert!(subjects[0].contains("Đã nhận hồ sơ") && subjects[1].contains("được tiếp nhận"), "{subjects:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_on_hold_waits_until_it_is_let_go() {
    let office = PostOffice::open(MailMode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let mut admin = world.signed_in("admin").await;
    let held = [("destination", "mail"), ("act", "hold")];
    admin.post("/office/administration/jobs", &held).await.is(StatusCode::SEE_OTHER);
    let mut citizen = world.signed_in("citizen").await;
    accepted(&world, &mut citizen).await;
    app::jobs::run_due(&world.app).await.unwrap();
    assert_eq!(office.knocks(), 0);
    citizen.get("/messages").await.shows("Hồ sơ đã được tiếp nhận");
    let page = admin.get("/office/administration/jobs").await;
    page.shows("Thư điện tử: đang tạm giữ");
    let waiting = testkit::Html::page(&page.text()).texts("th[scope='row']");
    assert_eq!(waiting, ["Thư điện tử"], "letters wait");
    let wrong = [("destination", "moon"), ("act", "hold")];
    admin.post("/office/administration/jobs", &wrong).await.is(StatusCode::BAD_REQUEST);
    let go = [("destination", "mail"), ("act", "release")];
    admin.post("/office/administration/jobs", &go).await.is(StatusCode::SEE_OTHER);
    app::jobs::run_due(&world.app).await.unwrap();
    assert_eq!(office.received().len(), 2);
    assert!(office.received().iter().all(|letter| !letter.text.is_empty()));
}

/// One node for all does what is done again and again, and a clock that went back does not stop it.
#[tokio::test(flavor = "multi_thread")]
async fn one_node_of_two_keeps_a_timer() {
    for engine in engines() {
        let world = World::new(engine);
        let timer = app::timers::TIMERS.iter().find(|timer| timer.key == "roots").unwrap();
        let begun = |world: &World| {
            let store = world.app.store.clone();
            async move { store.read(|tx| storage::timer::next(tx, "roots")).await.unwrap() }
        };
        let (one, other) =
            tokio::join!(app::timers::run(&world.app, timer), app::timers::run(&world.app, timer));
        one.and(other).unwrap();
        let next = begun(&world).await.unwrap();
        assert_eq!(next, world.app.now().plus_minutes(10));
        app::timers::run(&world.app, timer).await.unwrap();
        assert_eq!(begun(&world).await, Some(next), "not due yet");
        world.app.clock.set(world.app.now().plus_minutes(-3 * 24 * 60));
        app::timers::run(&world.app, timer).await.unwrap();
        assert_eq!(begun(&world).await, Some(world.app.now().plus_minutes(10)));
    }
}

async fn citizen_writes_to(world: &World, email: &'static str) {
    let change = move |tx: &mut storage::Tx| {
        tx.execute("update account set email = ?1 where login = 'citizen'", storage::params![email])
    };
    assert_eq!(world.app.store.write(change).await.unwrap(), 1);
}

async fn address_of(world: &World, login: &'static str) -> String {
    let found = world.app.store.read(move |tx| storage::account::find_by_login(tx, login)).await.unwrap();
    found.unwrap().email
}
