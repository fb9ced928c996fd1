//! A page saves itself, and one stands where one wanted to go before one registered.

use super::{ORDINARY, begin, you};
use crate::common::mail::{MailMode, PostOffice};
use crate::common::{Engine, Seen, Visitor, World};
use axum::http::{Method, StatusCode};

async fn save(visitor: &mut Visitor, path: &str, drawn: &str, fields: &[(&str, &str)]) -> Seen {
    let mut fields = fields.to_vec();
    fields.push(("drawn-from", drawn));
    let body = serde_urlencoded::to_string(fields).unwrap().into_bytes();
    let kind = Some("application/x-www-form-urlencoded".to_string());
    visitor.saves = true;
    let seen = visitor.send(Method::POST, path, kind, body).await;
    visitor.saves = false;
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_saves_itself_and_never_over_a_newer_window() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let draft = begin(&mut citizen).await;
    let path = format!("{draft}/you");
    let page = citizen.get(&path).await;
    page.shows("data-saves").shows("data-saved");
    let (first, older) = (page.hidden("drawn-from"), page.hidden("drawn-from"));
    let saved = save(&mut citizen, &path, &first, &you("Trần", "")).await;
    saved.is(StatusCode::OK).shows("Đã lưu lúc 09:00");
    let drawn = saved.headers["x-drawn"].to_str().unwrap().to_string();
    // Typed on.
    let saved = save(&mut citizen, &path, &drawn, &you("Trần Thị", "")).await;
    let drawn = saved.headers["x-drawn"].to_str().unwrap().to_string();
    let other = save(&mut citizen, &path, &older, &you("Lê", "")).await;
    other.is(StatusCode::CONFLICT).shows("Chưa lưu");
    assert_eq!(citizen.get(&path).await.input("name"), "Trần Thị");
    let mut fields = you("Trần Thị Minh", "Số 12");
    fields.push(("drawn-from", &drawn));
    citizen.post(&path, &fields).await.is(StatusCode::SEE_OTHER);
    // Typing is a use of the session; once it has ended nothing is saved and nothing held.
    for _ in 0..3 {
        world.app.clock.set(world.app.now().plus_minutes(50));
        let drawn = citizen.get(&path).await.hidden("drawn-from");
        save(&mut citizen, &path, &drawn, &you("Trần", "")).await.is(StatusCode::OK);
    }
    world.app.clock.set(world.app.now().plus_minutes(61));
    let late = save(&mut citizen, &path, &drawn, &you("Trần Văn", "")).await;
    late.is(StatusCode::UNAUTHORIZED).shows("phiên làm việc đã hết");
    let held = world.app.store.read(|tx| tx.query("select token from held", &[])).await.unwrap();
    assert!(held.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_registers_or_forgot_the_password_stands_where_they_wanted_to_go() {
    let office = PostOffice::open(MailMode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let wanted = format!("/apply/{ORDINARY}");
    let mut visitor = world.visitor();
    let to_sign_in = visitor.get(&wanted).await;
    let page = visitor.follow(&to_sign_in).await;
    let query = serde_urlencoded::to_string([("next", &wanted)]).unwrap();
    page.shows(&format!("href=\"/register?{query}\""))
        .shows(&format!("href=\"/forgotten-password?{query}\""));
    // A wrong password changes nothing about it.
    let wrong = visitor.post("/sign-in", &[("login", "citizen"), ("password", "x"), ("next", &wanted)]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows(&format!("href=\"/register?{query}\""));

    let form = visitor.get(&format!("/register?{query}")).await;
    assert_eq!(form.hidden("next"), wanted);
    let mut fields = you("Lê Thị Mới", "Số 1");
    fields.retain(|(name, _)| *name != "whose" && *name != "delivery");
    fields.extend([("kind", "person"), ("login", "le.moi"), ("next", wanted.as_str())]);
    let again = visitor.post("/register", &fields).await;
    assert_eq!(again.is(StatusCode::UNPROCESSABLE_ENTITY).hidden("next"), wanted);
    fields.push(("password", "một mật khẩu dài"));
    let registered = visitor.post("/register", &fields).await;
    assert_eq!(registered.location, wanted);
    visitor.follow(&registered).await.is(StatusCode::OK);
    // Nobody is led away from here.
    for (login, next) in
        [("le.hai", "https://elsewhere.example/"), ("le.ba", "//elsewhere.example"), ("le.bon", "")]
    {
        let mut fields: Vec<_> =
            fields.iter().copied().filter(|(name, _)| *name != "login" && *name != "next").collect();
        fields.extend([("login", login), ("next", next)]);
        assert_eq!(world.visitor().post("/register", &fields).await.location, "/dossiers", "{next}");
    }

    let mut forgetful = world.visitor();
    let form = forgetful.get(&format!("/forgotten-password?{query}")).await;
    assert_eq!(form.hidden("next"), wanted);
    let email = [("email", "tran.thi.minh.chau@example.vn"), ("next", wanted.as_str())];
    let sent = forgetful.post("/forgotten-password", &email).await;
    sent.is(StatusCode::OK).shows(&format!("href=\"/sign-in?{query}\""));
    app::jobs::run_due(&world.app).await.unwrap();
    let letters = office.received();
    let letter = letters.iter().find(|letter| letter.words().contains("/new-password/")).expect("a letter");
    assert!(!letter.words().contains("apply"), "a stranger writes nothing into it");
    let link = letter.link("/new-password/");
    let new = [("password", "một mật khẩu khác")];
    let set = forgetful.post(&link, &new).await;
    assert_eq!(set.location, format!("/sign-in?{query}"));
    let page = forgetful.follow(&set).await;
    let fields = [("login", "citizen"), ("password", "một mật khẩu khác"), ("next", &page.hidden("next"))];
    assert_eq!(forgetful.post("/sign-in", &fields).await.location, wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_without_end_is_shown_again_with_an_end() {
    let world = World::new(Engine::Sqlite);
    let endless = "a".repeat(300_000);
    // Of a hundred times as much as any field takes, a page bears a little more than the longest of them.
    let light = |seen: &Seen, most: usize| assert!(seen.text().len() < most, "{} bytes", seen.text().len());
    let mut nobody = world.visitor();
    let signed = nobody.post("/sign-in", &[("login", &endless), ("password", "x"), ("next", &endless)]).await;
    light(signed.is(StatusCode::UNPROCESSABLE_ENTITY), 20_000);
    let mut citizen = world.signed_in("citizen").await;
    let joined = citizen.post("/dossiers/join", &[("code", &endless), ("secret", &endless)]).await;
    light(joined.is(StatusCode::UNPROCESSABLE_ENTITY), 30_000);
    let mut officer = world.signed_in("officer").await;
    let absence = [("substitute", "x"), ("from-day", &endless), ("reason", &endless)];
    light(&officer.post("/office/absences", &absence).await, 100_000);
    // Nor does an address come back that is none of ours.
    let address = format!("/procedures?q={}", &endless[..60_000]);
    light(nobody.get(&address).await.is(StatusCode::NOT_FOUND), 20_000);
    light(&nobody.get(&format!("/sign-in?next=/{}", &endless[..7_000])).await, 20_000);
}
