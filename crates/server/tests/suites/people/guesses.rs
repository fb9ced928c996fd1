//! What an answer and its statements tell, and how often may be tried.

use super::{EMAIL, ORDINARY, count, letters, sign_in};
use crate::common::mail::{MailMode, PostOffice};
use crate::common::steps::{act, apply_for};
use crate::common::{Engine, Seen, World, engines};
use app::attempts::AttemptBounds;
use app::sessions::Browser;
use axum::http::StatusCode;
use storage::raw::{self, Statement};
use storage::{StorageError, Tx};

/// The texts of the statements that a function makes.
async fn statements<T: 'static>(
    world: &World,
    function: impl Fn(&mut Tx) -> Result<T, StorageError> + Send + 'static,
) -> Vec<String> {
    let noted = world
        .app
        .store
        .write(move |tx| {
            let mut noted: Vec<Statement> = Vec::new();
            raw::watch(tx, &mut noted, &function)?;
            Ok::<_, StorageError>(noted)
        })
        .await
        .unwrap();
    noted.iter().map(|statement| statement.sql().to_string()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_asks_the_store_the_same_for_a_known_and_an_unknown_address() {
    for engine in engines() {
        let world = World::new(engine);
        let ask = |email: &str| {
            let forgotten = app::passwords::forgotten(
                &world.app,
                email,
                "http://dichvucong.test".into(),
                &AttemptBounds::default(),
            );
            statements(&world, move |tx| forgotten.write(tx))
        };
        assert_eq!(
            count(&world, "select count(*) from account where email = 'tran.thi.minh.chau@example.vn'").await,
            1
        );
        // The first of each, and one that is one too many.
        for _ in 0..6 {
            let (known, unknown) = (ask(EMAIL).await, ask("nobody@example.vn").await);
            assert!(!known.is_empty());
            assert_eq!(known, unknown);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_asks_the_store_the_same_for_a_known_and_an_unknown_login() {
    for engine in engines() {
        let world = World::new(engine);
        let bounds = AttemptBounds { wrong_passwords: 2, ..AttemptBounds::default() };
        for browser_secret in [None, Some("something made up".to_string())] {
            for _ in 0..4 {
                let ask = |login: &str| {
                    let browser = Browser { browser_secret: browser_secret.clone(), ..Browser::default() };
                    let knock = app::accounts::knock(&world.app, login, &browser, &bounds);
                    statements(&world, move |tx| knock.write(tx))
                };
                assert_eq!(ask("citizen").await, ask("nobody").await);
            }
        }
        // What is answered is the same too, also when it was tried too often.
        for _ in 0..12 {
            let (mut one, mut other) = (world.visitor(), world.visitor());
            let known = sign_in(&mut one, "counter", "wrong").await;
            let unknown = sign_in(&mut other, "counting", "wrong").await;
            assert_eq!(known.status, unknown.status);
            assert_eq!(known.text().replace("counter", "counting"), unknown.text());
        }
    }
}

/// Guesses at an account, each from a browser nobody knows; what the last was answered.
async fn tried_in_vain(world: &World, login: &str, times: u32) -> Seen {
    let mut last = None;
    for _ in 0..times {
        last = Some(sign_in(&mut world.visitor(), login, "not the password").await);
    }
    last.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn many_browsers_cannot_guess_at_one_account_and_its_owner_still_gets_in() {
    for engine in engines() {
        let office = PostOffice::open(MailMode::Takes);
        let world = World::posting(engine, office.mail(5));
        let bound = AttemptBounds::default().wrong_passwords;
        let mut owner = world.signed_in("citizen").await;
        owner.post("/sign-out", &[]).await;

        tried_in_vain(&world, "citizen", bound).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let refused = tried_in_vain(&world, "Citizen", 1).await;
        refused.is(StatusCode::TOO_MANY_REQUESTS).shows("Bạn đã thử quá nhiều lần");
        assert!(refused.headers.contains_key("retry-after"));
        // Even the right password, from a browser nobody knows.
        sign_in(&mut world.visitor(), "citizen", province::PASSWORD).await.is(StatusCode::TOO_MANY_REQUESTS);
        let mut made_up = world.visitor();
        made_up.cookies.insert("motcua-known".into(), "0123456789abcdef0123456789abcdef".into());
        sign_in(&mut made_up, "citizen", province::PASSWORD).await.is(StatusCode::TOO_MANY_REQUESTS);
        // A browser known to another account is a stranger to this one.
        let mut neighbour = world.signed_in("company").await;
        neighbour.post("/sign-out", &[]).await;
        sign_in(&mut neighbour, "citizen", province::PASSWORD).await.is(StatusCode::TOO_MANY_REQUESTS);
        // Others are not held up, and the owner gets in where they did before, which guesses there do not change.
        world.signed_in("officer").await;
        sign_in(&mut owner, "citizen", "mistyped").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        sign_in(&mut owner, "citizen", province::PASSWORD).await.is(StatusCode::SEE_OTHER);
        owner.post("/sign-out", &[]).await;
        // A known browser may not guess for ever either.
        for _ in 0..bound {
            sign_in(&mut owner, "citizen", "mistyped").await;
        }
        sign_in(&mut owner, "citizen", province::PASSWORD).await.is(StatusCode::TOO_MANY_REQUESTS);

        // A letter helps at once, on a new browser too.
        let (mut fresh, mut since) = (world.visitor(), 0);
        fresh.post("/forgotten-password", &[("email", EMAIL)]).await;
        let letter = letters(&world, &office, &mut since).await.remove(0);
        let link = letter.link("/new-password/");
        fresh.post(&link, &[("password", "mot mat khau moi")]).await.is(StatusCode::SEE_OTHER);
        assert!(fresh.cookies.contains_key("motcua-known"));
        sign_in(&mut fresh, "citizen", "mot mat khau moi").await.is(StatusCode::SEE_OTHER);
        // Known to this account, and to no other.
        tried_in_vain(&world, "citizen", bound + 1).await.is(StatusCode::TOO_MANY_REQUESTS);
        sign_in(&mut fresh, "citizen", "mot mat khau moi").await.is(StatusCode::SEE_OTHER);

        // The count ends with its hour, and with a clock that was ahead.
        world.app.clock.set(world.app.now().plus_minutes(61));
        tried_in_vain(&world, "citizen", bound + 1).await.is(StatusCode::TOO_MANY_REQUESTS);
        world.app.clock.set(world.app.now().plus_minutes(-300));
        tried_in_vain(&world, "citizen", 1).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        world.app.clock.set(world.app.now().plus_minutes(61));
        assert!(count(&world, "select count(*) from attempt").await > 0);
        app::accounts::sweep(&world.app).await.unwrap();
        assert_eq!(count(&world, "select count(*) from attempt").await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_and_one_time_codes_are_limited_by_whom_they_are_for() {
    let office = PostOffice::open(MailMode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let AttemptBounds { letters: at_most, wrong_codes, .. } = AttemptBounds::default();
    let mut since = 0;
    for _ in 0..at_most + 3 {
        let asked = world.visitor().post("/forgotten-password", &[("email", EMAIL)]).await;
        asked.is(StatusCode::OK).shows("Hãy xem hộp thư của bạn");
    }
    assert_eq!(letters(&world, &office, &mut since).await.len(), at_most as usize);
    world.app.clock.set(world.app.now().plus_minutes(61));
    world.visitor().post("/forgotten-password", &[("email", EMAIL)]).await;
    assert_eq!(letters(&world, &office, &mut since).await.len(), 1);

    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, ORDINARY).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    let code = world
        .app
        .store
        .read(|tx| tx.query("select code from dossier where code is not null", &[])?[0].get::<String>(0))
        .await
        .unwrap();
    let mut company = world.signed_in("company").await;
    for _ in 0..wrong_codes {
        let tried = company.post("/dossiers/join", &[("code", &code), ("secret", "ABCD1234")]).await;
        tried.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let tried = company.post("/dossiers/join", &[("code", &code), ("secret", "ABCD1234")]).await;
    tried.is(StatusCode::TOO_MANY_REQUESTS);
    // Somebody else may go on trying.
    let tried = citizen.post("/dossiers/join", &[("code", &code), ("secret", "ABCD1234")]).await;
    tried.is(StatusCode::UNPROCESSABLE_ENTITY);
}
