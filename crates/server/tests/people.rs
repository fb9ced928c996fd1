//! Accounts under attack and in their owner's hands: what an answer tells, how often may be tried, sessions, addresses, what
//! counts as verified, who searched for whom.

mod common;

use app::accounts::Door;
use app::attempts::Bounds;
use app::sessions::Browser;
use axum::http::StatusCode;
use common::mail::{Mode, PostOffice, Received};
#[cfg(unix)]
use common::program::Installed;
use common::steps::{act, apply_for};
use common::{ENGLISH, Engine, Seen, Visitor, World, engines};
use storage::raw::{self, Statement};
use storage::{StorageError, Tx};

const ORDINARY: &str = "2.000635";
const EMAIL: &str = "tran.thi.minh.chau@example.vn";

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

async fn count(world: &World, sql: &'static str) -> i64 {
    world.app.store.read(move |tx| tx.query(sql, &[])?[0].get::<i64>(0)).await.unwrap()
}

async fn change(world: &World, sql: &'static str) {
    let changed = world.app.store.write(move |tx| tx.execute(sql, &[])).await.unwrap();
    assert!(changed > 0, "{sql}");
}

async fn sign_in(visitor: &mut Visitor, login: &str, password: &str) -> Seen {
    visitor.post("/sign-in", &[("login", login), ("password", password)]).await
}

/// The letters that went out since.
async fn letters(world: &World, office: &PostOffice, since: &mut usize) -> Vec<Received> {
    world.app.run_due_jobs().await.unwrap();
    let troubled = world.app.list_troubled_jobs(i64::MAX, 9).await.unwrap();
    assert!(troubled.is_empty(), "{troubled:?}");
    let all = office.received();
    let fresh = all[*since..].to_vec();
    *since = all.len();
    fresh
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_asks_the_store_the_same_for_a_known_and_an_unknown_address() {
    for engine in engines() {
        let world = World::new(engine);
        let ask = |email: &str| {
            let forgotten = world.app.forgotten(email, "http://dichvucong.test".into(), &Bounds::default());
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
        let bounds = Bounds { wrong_passwords: 2, ..Bounds::default() };
        for keepsake in [None, Some("something made up".to_string())] {
            for _ in 0..4 {
                let ask = |login: &str| {
                    let browser = Browser { keepsake: keepsake.clone(), ..Browser::default() };
                    let knock = world.app.knock(login, &browser, &bounds);
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
        let office = PostOffice::open(Mode::Takes);
        let world = World::posting(engine, office.mail(5));
        let bound = Bounds::default().wrong_passwords;
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
        world.app.sweep().await.unwrap();
        assert_eq!(count(&world, "select count(*) from attempt").await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_and_one_time_codes_are_limited_by_whom_they_are_for() {
    let office = PostOffice::open(Mode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let Bounds { letters: at_most, wrong_codes, .. } = Bounds::default();
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

#[tokio::test(flavor = "multi_thread")]
async fn a_session_from_a_clock_ahead_ends() {
    for engine in engines() {
        let world = World::new(engine);
        // Clocks of nodes differ a little.
        let mut citizen = world.signed_in("citizen").await;
        world.app.clock.set(world.app.now().plus_minutes(-3));
        citizen.get("/dossiers").await.is(StatusCode::OK);
        world.app.clock.set(world.app.now().plus_minutes(3));
        let pass = citizen.get("/cross?to=/dossiers").await;
        world.app.clock.set(world.app.now().plus_minutes(-24 * 60));
        citizen.get("/dossiers").await.is(StatusCode::SEE_OTHER);
        // Nor does a pass of then lead on.
        let mut english = world.visitor().on(ENGLISH);
        english.get(pass.location.trim_start_matches(&format!("http://{ENGLISH}"))).await;
        english.get("/dossiers").await.is(StatusCode::SEE_OTHER);
        assert_eq!(count(&world, "select count(*) from session").await, 1);
        world.app.sweep().await.unwrap();
        assert_eq!(count(&world, "select count(*) from session").await, 0);

        // Begun in time, and seen by a clock that ran ahead for a while.
        let mut citizen = world.signed_in("citizen").await;
        world.app.clock.set(world.app.now().plus_minutes(30));
        citizen.get("/dossiers").await.is(StatusCode::OK);
        world.app.clock.set(world.app.now().plus_minutes(-20));
        citizen.get("/dossiers").await.is(StatusCode::SEE_OTHER);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_are_listed_and_ended_one_by_one_with_those_of_the_other_host() {
    for engine in engines() {
        let world = World::new(engine);
        let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0";
        let mut phone = world.visitor();
        phone.user_agent =
            "Mozilla/5.0 (Linux; Android 14; SM-A155F) Chrome/139.0.0.0 Mobile Safari/537.36".into();
        sign_in(&mut phone, "citizen", province::PASSWORD).await.is(StatusCode::SEE_OTHER);
        // It crosses to the English host: one sign-in, not two.
        let pass = phone.get("/cross?to=/dossiers").await;
        let mut phone_english = phone.clone().on(ENGLISH);
        phone_english.cookies.clear();
        phone_english.get(pass.location.trim_start_matches(&format!("http://{ENGLISH}"))).await;
        phone_english.get("/dossiers").await.is(StatusCode::OK);
        world.app.clock.set(world.app.now().plus_minutes(10));
        let mut desk = world.visitor();
        desk.user_agent = firefox.into();
        sign_in(&mut desk, "citizen", province::PASSWORD).await.is(StatusCode::SEE_OTHER);
        world.signed_in("company").await;

        let page = desk.get("/sessions").await;
        page.is(StatusCode::OK).shows("Firefox, Windows").shows("Trình duyệt này").shows("Chrome, Android");
        assert_eq!(page.text().matches("<dt>Đăng nhập lúc</dt>").count(), 2);
        phone_english.get("/sessions").await.shows("This browser").shows("Firefox, Windows");
        // Nothing more of a browser is kept.
        assert_eq!(count(&world, "select count(*) from session where browser like '%SM-A155F%'").await, 0);

        // The key of one's session ends nothing in another's hands.
        let key = button(&page, "Đăng xuất nơi đó: Chrome, Android");
        let mut company = world.signed_in("company").await;
        company.post("/sessions", &[("session", &key)]).await.is(StatusCode::SEE_OTHER);
        phone.get("/dossiers").await.is(StatusCode::OK);
        desk.post("/sessions", &[("session", &key)]).await.is(StatusCode::SEE_OTHER);
        phone.get("/dossiers").await.is(StatusCode::SEE_OTHER);
        phone_english.get("/dossiers").await.is(StatusCode::SEE_OTHER);
        let page = desk.get("/sessions").await;
        page.shows("Đã đăng xuất ở những nơi bạn chọn")
            .shows("không đăng nhập ở nơi nào khác")
            .hides("Chrome, Android");

        let mut third = world.signed_in("citizen").await;
        let mut fourth = world.signed_in("citizen").await;
        desk.post("/sessions", &[("others", "yes")]).await.is(StatusCode::SEE_OTHER);
        third.get("/dossiers").await.is(StatusCode::SEE_OTHER);
        fourth.get("/dossiers").await.is(StatusCode::SEE_OTHER);
        desk.get("/dossiers").await.is(StatusCode::OK);
        company.get("/dossiers").await.is(StatusCode::OK);

        let mut officer = world.signed_in("officer").await;
        officer.get("/office/sessions").await.is(StatusCode::OK).shows("Trình duyệt khác");
        company.get("/office/sessions").await.is(StatusCode::NOT_FOUND);
    }
}

/// The value of the button whose label begins so.
fn button(page: &Seen, words: &str) -> String {
    let text = page.text();
    let at =
        text.find(&format!("aria-label=\"{words}")).unwrap_or_else(|| panic!("no “{words}” in:\n{text}"));
    let from = text[..at].rfind("value=\"").unwrap() + 7;
    text[from..].split('"').next().unwrap_or_default().to_string()
}

fn profile<'a>(email: &'a str, present: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", "Trần Thị Minh Châu"),
        ("identity", "099190000001"),
        ("phone", "0900 000 199"),
        ("email", email),
        ("present", present),
        ("address", "Số 99, đường Hoa Sen"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn another_address_needs_the_password_is_told_to_the_old_one_and_confirmed_by_a_button() {
    for engine in engines() {
        let office = PostOffice::open(Mode::Takes);
        let world = World::posting(engine, office.mail(5));
        let (mut citizen, mut since) = (world.signed_in("citizen").await, 0);
        let page = citizen.get("/profile").await;
        page.shows("Đã xác nhận").shows(EMAIL);

        let missing = citizen.post("/profile", &profile("moi@example.vn", "")).await;
        missing
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .shows("Hãy nhập mật khẩu đang dùng để đổi thư điện tử")
            .shows("moi@example.vn")
            .shows("Số 99, đường Hoa Sen");
        let wrong = citizen.post("/profile", &profile("moi@example.vn", "not the password")).await;
        wrong
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .shows("Mật khẩu đang dùng chưa đúng")
            .shows("moi@example.vn")
            .shows("0900 000 199")
            .hides("not the password");
        // Anything else needs none, and tells nobody.
        citizen.post("/profile", &profile(EMAIL, "")).await.is(StatusCode::SEE_OTHER);
        assert!(letters(&world, &office, &mut since).await.is_empty());

        citizen
            .post("/profile", &profile("Moi@example.vn", province::PASSWORD))
            .await
            .is(StatusCode::SEE_OTHER);
        // Which address a letter goes to stands in no job.
        assert_eq!(count(&world, "select count(*) from job where body like '%@%'").await, 0);
        assert_eq!(count(&world, "select count(*) from letter_address").await, 1);
        citizen.get("/profile").await.shows("Chưa xác nhận").shows("Gửi lại đường dẫn xác nhận");
        let sent = letters(&world, &office, &mut since).await;
        let to: Vec<&str> = sent.iter().map(|letter| letter.to.as_str()).collect();
        assert_eq!(to.len(), 2);
        let told = sent.iter().find(|letter| letter.to == EMAIL).unwrap().words();
        assert!(told.contains("vừa được đổi sang thư điện tử khác") && told.contains("If it was not you"));
        assert!(!told.contains("moi@example.vn"));
        assert_eq!(count(&world, "select count(*) from letter_address").await, 0);
        let link = sent.iter().find(|letter| letter.to == "moi@example.vn").unwrap().link("/confirm-email/");

        // Whatever opens the link confirms nothing; the button does, once, wherever it is pressed.
        let mut anybody = world.visitor();
        anybody.get(&link).await.is(StatusCode::OK).shows("Xác nhận thư điện tử");
        anybody.clone().on(ENGLISH).get(&link).await.shows("Confirm your e-mail");
        citizen.get("/profile").await.shows("Chưa xác nhận");
        anybody.post(&link, &[]).await.is(StatusCode::OK).shows("Đã xác nhận thư điện tử");
        citizen.get("/profile").await.shows("Đã xác nhận").hides("Chưa xác nhận");
        anybody.post(&link, &[]).await.is(StatusCode::NOT_FOUND);
        anybody.get(&link).await.is(StatusCode::NOT_FOUND);

        // A link to an address that is no longer the account's does nothing.
        citizen
            .post("/profile", &profile("hai@example.vn", province::PASSWORD))
            .await
            .is(StatusCode::SEE_OTHER);
        let old = letters(&world, &office, &mut since).await;
        let old = old.iter().find(|letter| letter.to == "hai@example.vn").unwrap().link("/confirm-email/");
        citizen
            .post("/profile", &profile("ba@example.vn", province::PASSWORD))
            .await
            .is(StatusCode::SEE_OTHER);
        anybody.post(&old, &[]).await.is(StatusCode::NOT_FOUND);
        // The link is sent again when asked for, a few times an hour.
        let at_most = Bounds::default().letters;
        for _ in 1..at_most {
            citizen.post("/profile/confirm", &[]).await.is(StatusCode::SEE_OTHER);
        }
        citizen.post("/profile/confirm", &[]).await.is(StatusCode::TOO_MANY_REQUESTS);
        let sent = letters(&world, &office, &mut since).await;
        let links: Vec<&Received> = sent.iter().filter(|letter| letter.to == "ba@example.vn").collect();
        assert_eq!(links.len(), at_most as usize);
        anybody.post(&links[0].link("/confirm-email/"), &[]).await.is(StatusCode::NOT_FOUND);
        anybody.post(&links.last().unwrap().link("/confirm-email/"), &[]).await.is(StatusCode::OK);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_password_is_told_and_its_guesses_in_a_session_are_counted() {
    let office = PostOffice::open(Mode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let (mut citizen, mut since) = (world.signed_in("citizen").await, 0);
    for _ in 0..Bounds::default().wrong_passwords {
        let wrong =
            citizen.post("/profile/password", &[("old", "a guess"), ("new", "mot mat khau moi")]).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = [("old", province::PASSWORD), ("new", "mot mat khau moi")];
    citizen.post("/profile/password", &right).await.is(StatusCode::TOO_MANY_REQUESTS);
    citizen.post("/profile", &profile("moi@example.vn", "a guess")).await.is(StatusCode::TOO_MANY_REQUESTS);
    world.app.clock.set(world.app.now().plus_minutes(59));
    let mut citizen = world.signed_in("citizen").await;
    world.app.clock.set(world.app.now().plus_minutes(2));
    citizen.post("/profile/password", &right).await.is(StatusCode::SEE_OTHER);
    let told = letters(&world, &office, &mut since).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].to, EMAIL);
    assert!(told[0].words().contains("vừa được đổi") && told[0].words().contains("was changed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_to_an_address_nobody_confirmed_say_only_that_there_is_news() {
    for engine in engines() {
        let office = PostOffice::open(Mode::Takes);
        let world = World::posting(engine, office.mail(5));
        let (mut citizen, mut since) = (world.signed_in("citizen").await, 0);
        citizen
            .post("/profile", &profile("moi@example.vn", province::PASSWORD))
            .await
            .is(StatusCode::SEE_OTHER);
        let link = letters(&world, &office, &mut since).await;
        let link = link.iter().find(|letter| letter.to == "moi@example.vn").unwrap().link("/confirm-email/");
        let reference = apply_for(&world, &mut citizen, ORDINARY).await;
        let sent = letters(&world, &office, &mut since).await;
        assert_eq!(sent.len(), 1);
        let words = sent[0].words();
        assert!(words.contains("Bạn có thông báo mới") && words.contains("There is news"), "{words}");
        for told in [&reference[..], "/dossiers/", "trích lục", "H99", "tiếp nhận"] {
            assert!(!words.contains(told) && !sent[0].text.contains(told), "{told} in {words}");
        }
        // All of it is on the portal.
        citizen.get("/messages").await.shows("Chúng tôi đã nhận hồ sơ bạn gửi");
        world.visitor().post(&link, &[]).await.is(StatusCode::OK);
        let mut counter = world.signed_in("counter").await;
        act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        let sent = letters(&world, &office, &mut since).await;
        assert!(sent[0].words().contains(&format!("/dossiers/{reference}")), "{}", sent[0].words());

        // At the counter an address is only said: whose it is nobody has shown.
        let desk = "/office/counter/justice/2.000635";
        let key = counter.get(desk).await.hidden("key");
        let fields = [
            ("key", &key[..]),
            ("act", "accept"),
            ("identity", "099190000002"),
            ("name", "Lê Văn Tám"),
            ("email", "tam@example.vn"),
            ("address", "Số 8"),
            ("channel", "direct"),
            ("delivery", "counter"),
            ("originals-identity", "1"),
        ];
        counter.post(desk, &fields).await.is(StatusCode::SEE_OTHER);
        let sent = letters(&world, &office, &mut since).await;
        let sent: Vec<&Received> = sent.iter().filter(|letter| letter.to == "tam@example.vn").collect();
        assert_eq!(sent.len(), 1);
        let words = sent[0].words();
        assert!(
            words.trim_end().ends_with("/lookup") && words.contains("Look it up by the code on your receipt"),
            "{words}"
        );
        assert!(!words.contains("H99") && !words.contains("trích lục"), "{words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_registers_confirms_an_address_before_letters_say_anything() {
    let office = PostOffice::open(Mode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let (mut new, mut since) = (world.visitor().on(ENGLISH), 0);
    let fields = [
        ("kind", "person"),
        ("name", "Lê Văn Tám"),
        ("identity", "099200000008"),
        ("phone", "0900000108"),
        ("email", "tam@example.vn"),
        ("address", "Số 8"),
        ("login", "tam8"),
        ("password", "mot mat khau dai"),
    ];
    new.post("/register", &fields).await.is(StatusCode::SEE_OTHER);
    new.get("/profile").await.shows("Not confirmed yet");
    let sent = letters(&world, &office, &mut since).await;
    assert_eq!(sent.len(), 1);
    let words = sent[0].words();
    assert!(
        words.contains(&format!("http://{ENGLISH}/confirm-email/")) && !words.contains("tam8"),
        "{words}"
    );
    // A letter that sets a new password was read at the address too.
    let mut anybody = world.visitor();
    anybody.post("/forgotten-password", &[("email", "tam@example.vn")]).await;
    let link = letters(&world, &office, &mut since).await.remove(0).link("/new-password/");
    anybody.post(&link, &[("password", "mot mat khau khac")]).await.is(StatusCode::SEE_OTHER);
    sign_in(&mut anybody, "tam8", "mot mat khau khac").await.is(StatusCode::SEE_OTHER);
    anybody.get("/profile").await.hides("Chưa xác nhận");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_over_is_no_longer_verified() {
    for engine in engines() {
        let world = World::new(engine);
        change(
            &world,
            "update account set assurance = 'verified', name = 'Trần Thị Minh Châu', identity = '099190000001'
             where login = 'citizen'",
        )
        .await;
        let mut citizen = world.signed_in("citizen").await;
        citizen.get("/profile").await.shows("Đã đối chiếu giấy tờ tại quầy");
        let own = apply_for(&world, &mut citizen, ORDINARY).await;
        let mut counter = world.signed_in("counter").await;
        counter.get(&format!("/office/dossiers/{own}")).await.shows("Cán bộ đã đối chiếu giấy tờ");
        // The account has another number by now than is typed into the form.
        change(&world, "update account set identity = '099190000009' where login = 'citizen'").await;
        let other = apply_for(&world, &mut citizen, ORDINARY).await;
        let page = counter.get(&format!("/office/dossiers/{other}")).await;
        page.shows("Mật khẩu, danh tính chưa kiểm tra").hides("Cán bộ đã đối chiếu giấy tờ");

        // In the profile another phone number changes nothing, another name does.
        let mut fields = profile(EMAIL, "");
        fields[1].1 = "099190000009";
        citizen.post("/profile", &fields).await.is(StatusCode::SEE_OTHER);
        citizen.get("/profile").await.shows("Đã đối chiếu giấy tờ tại quầy");
        fields[0].1 = "Trần Thị Chân";
        citizen.post("/profile", &fields).await.is(StatusCode::SEE_OTHER);
        citizen.get("/profile").await.shows("danh tính chưa được kiểm tra");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn officers_searches_for_people_are_recorded_without_the_number_or_the_name() {
    for engine in engines() {
        let world = World::new(engine);
        let mut counter = world.signed_in("counter").await;
        for wanted in ["099 190 000 001", "Trần Thị Minh Châu", "H99.01-260302-0001"] {
            counter.post("/office/search", &[("wanted", wanted)]).await;
        }
        let looked = [("act", "find"), ("key", "any"), ("identity", "099190000777")];
        counter
            .post("/office/counter/justice/2.000635", &looked)
            .await
            .is(StatusCode::OK)
            .shows("099190000777");
        let mut admin = world.signed_in("admin").await;
        let page = admin.get("/office/administration/searches").await;
        page.is(StatusCode::OK)
            .shows("Số định danh có ba số cuối 001")
            .shows("Nguyễn Thị Hạnh")
            .hides("099190000001")
            .hides("Minh Châu");
        assert_eq!(count(&world, "select count(*) from audit where what = 'search'").await, 3);
        page.shows("ba số cuối 777");
        let mut english = admin.clone().on(ENGLISH);
        let pass = admin.get("/cross?to=/office/administration/searches").await;
        english.get(pass.location.trim_start_matches(&format!("http://{ENGLISH}"))).await;
        english.get("/office/administration/searches").await.shows("A number ending in 001");
        // They do not push changes out of sight.
        admin.get("/office/administration").await.shows("Nhật ký tra cứu người").hides("· search ·");
        counter.get("/office/administration/searches").await.is(StatusCode::NOT_FOUND);
    }
}

/// What a listener of the real program answers.
#[cfg(unix)]
struct Heard {
    status: u16,
    /// The session it began, if any.
    session: Option<String>,
    text: String,
}

#[cfg(unix)]
fn ask(
    at: std::net::SocketAddr,
    method: &str,
    path: &str,
    session: Option<&str>,
    fields: &[(&str, &str)],
) -> Heard {
    use std::io::{Read, Write};
    let body = serde_urlencoded::to_string(fields).unwrap();
    let cookie = session.map(|session| format!("Cookie: motcua={session}\r\n")).unwrap_or_default();
    let mut line = std::net::TcpStream::connect(at).unwrap();
    write!(
        line,
        "{method} {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n{cookie}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    let (head, text) = answer.split_once("\r\n\r\n").unwrap();
    let set = head.lines().find_map(|line| line.strip_prefix("set-cookie: motcua="));
    let session = set.and_then(|line| line.split(';').next()).filter(|secret| !secret.is_empty());
    Heard {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        session: session.map(str::to_string),
        text: text.to_string(),
    }
}

/// The real program with two listeners: whoever is in at one is nobody at the other.
#[cfg(unix)]
fn two_doors(engine: Engine) {
    let database = (engine == Engine::Postgres).then(common::Database::create);
    let installed = Installed::new(database.as_ref().map(common::Database::url));
    installed.configure(&installed.folder, 0, "office_listen = \"127.0.0.1:0\"");
    let mut serving = installed.serve();
    serving.wait_for("officers are received");
    let (portal, office) = (serving.address(), serving.address_in("officers are received"));

    let chief = [("login", "chief"), ("password", "mot mat khau dai")];
    let refused = ask(portal, "POST", "/sign-in", None, &chief);
    assert_eq!((refused.status, &refused.session), (422, &None));
    let wrong = ask(portal, "POST", "/sign-in", None, &[("login", "chief"), ("password", "wrong")]);
    assert_eq!(refused.text, wrong.text, "it does not tell that the password was right");
    let inside = ask(office, "POST", "/office/sign-in", None, &chief);
    assert_eq!(inside.status, 303);
    let officer = inside.session.unwrap();
    assert_eq!(ask(office, "GET", "/office/administration", Some(&officer), &[]).status, 200);
    assert_eq!(ask(portal, "GET", "/office/administration", Some(&officer), &[]).status, 404);
    assert_eq!(ask(portal, "GET", "/sessions", Some(&officer), &[]).status, 303);
    assert!(!ask(portal, "GET", "/", Some(&officer), &[]).text.contains("Nguyễn Văn An"));

    let new = [
        ("kind", "person"),
        ("name", "Lê Văn Tám"),
        ("identity", "099200000008"),
        ("phone", "0900000108"),
        ("email", "tam@example.vn"),
        ("address", "Số 8"),
        ("login", "tam8"),
        ("password", "mot mat khau khac"),
    ];
    let citizen = ask(portal, "POST", "/register", None, &new).session.unwrap();
    assert_eq!(ask(portal, "GET", "/dossiers", Some(&citizen), &[]).status, 200);
    let own = [("login", "tam8"), ("password", "mot mat khau khac")];
    for path in ["/sign-in", "/office/sign-in"] {
        let refused = ask(office, "POST", path, None, &own);
        assert_eq!((refused.status, refused.session), (422, None), "{path}");
    }
    assert_eq!(ask(office, "GET", "/sessions", Some(&citizen), &[]).status, 303);
    assert_eq!(ask(portal, "POST", "/sign-in", None, &own).status, 303);
}

#[cfg(unix)]
#[test]
fn with_a_listener_of_their_own_officers_sign_in_there_alone() {
    for engine in engines() {
        two_doors(engine);
    }
}

/// Where one listener stands for both, everybody comes in.
#[test]
fn each_door_admits_its_own() {
    use app::accounts::AccountKind::{Officer, Organisation, Person};
    for (door, admitted) in [
        (Door::Everybody, &[Person, Organisation, Officer][..]),
        (Door::Applicants, &[Person, Organisation]),
        (Door::Officers, &[Officer]),
    ] {
        for kind in [Person, Organisation, Officer] {
            assert_eq!(door.admits(kind), admitted.contains(&kind), "{door:?} {kind:?}");
        }
    }
}
