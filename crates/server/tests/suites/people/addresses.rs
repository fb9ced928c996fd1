//! Addresses and passwords: who is told of a change, who confirms one, and what letters say until then.

use super::{EMAIL, ORDINARY, change, count, letters, sign_in};
use crate::common::mail::{MailMode, PostOffice, ReceivedMail};
use crate::common::steps::{act, apply_for, registration};
use crate::common::{ENGLISH, Engine, World, engines};
use app::attempts::AttemptBounds;
use axum::http::StatusCode;

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
        let office = PostOffice::open(MailMode::Takes);
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
        let at_most = AttemptBounds::default().letters;
        for _ in 1..at_most {
            citizen.post("/profile/confirm", &[]).await.is(StatusCode::SEE_OTHER);
        }
        citizen.post("/profile/confirm", &[]).await.is(StatusCode::TOO_MANY_REQUESTS);
        let sent = letters(&world, &office, &mut since).await;
        let links: Vec<&ReceivedMail> = sent.iter().filter(|letter| letter.to == "ba@example.vn").collect();
        assert_eq!(links.len(), at_most as usize);
        anybody.post(&links[0].link("/confirm-email/"), &[]).await.is(StatusCode::NOT_FOUND);
        anybody.post(&links.last().unwrap().link("/confirm-email/"), &[]).await.is(StatusCode::OK);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_password_is_told_and_its_guesses_in_a_session_are_counted() {
    let office = PostOffice::open(MailMode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let (mut citizen, mut since) = (world.signed_in("citizen").await, 0);
    for _ in 0..AttemptBounds::default().wrong_passwords {
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
        let office = PostOffice::open(MailMode::Takes);
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
        citizen.get("/messages").await.shows("Đã nhận hồ sơ bạn gửi");
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
        let sent: Vec<&ReceivedMail> = sent.iter().filter(|letter| letter.to == "tam@example.vn").collect();
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
    let office = PostOffice::open(MailMode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let (mut new, mut since) = (world.visitor().on(ENGLISH), 0);
    new.post("/register", &registration(&[])).await.is(StatusCode::SEE_OTHER);
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
