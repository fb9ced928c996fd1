//! Sessions: of a clock that was ahead, listed and ended, on both hosts.

use super::{count, sign_in};
use crate::common::{ENGLISH, Seen, World, engines};
use axum::http::StatusCode;

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
        app::accounts::sweep(&world.app).await.unwrap();
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
