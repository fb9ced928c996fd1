//! A change of language keeps what was typed, before and after signing in.

use super::{begin, send, you};
use crate::common::{ENGLISH, Engine, FormPart, PDF, World};
use axum::http::StatusCode;

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_language_keeps_what_was_typed() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let draft = begin(&mut citizen).await;
    // On every step the change is a button of its form, and no link leads away from it.
    for step in ["you", "questions", "papers"] {
        let page = citizen.get(&format!("{draft}/{step}")).await;
        page.shows("form=\"step\" name=\"act\" value=\"language\"").shows("id=\"step\"").hides("/cross?");
    }
    let path = format!("{draft}/you");
    let page = citizen.get(&path).await;
    let mut half = you("", "Nửa chừng");
    half.push(("act", "language"));
    let crossing = send(&mut citizen, &page, &path, half).await;
    assert!(crossing.location.starts_with("/cross?to="), "{}", crossing.location);
    let handed_over = citizen.follow(&crossing).await;
    let policy = handed_over.headers["content-security-policy"].to_str().unwrap().to_string();
    assert!(
        policy.contains(&format!("form-action 'self' http://dichvucong.test http://{ENGLISH};")),
        "{policy}"
    );
    let mut english = world.visitor().on(ENGLISH);
    let arrived = english.get(handed_over.location.split_once(ENGLISH).unwrap().1).await;
    let there = english.follow(&arrived).await;
    there.is(StatusCode::OK).shows("lang=\"en\"");
    assert_eq!((there.input("name"), there.input("address")), (String::new(), "Nửa chừng".into()));
    // What cannot be read is kept as it was typed, too.
    let path = format!("{draft}/questions");
    let page = citizen.get(&path).await;
    let day = page.text().split("-day\" name=\"").nth(1).unwrap().split("-day\"").next().unwrap().to_string();
    let part = |part: &str| format!("{day}-{part}");
    let (d, m, y) = (part("day"), part("month"), part("year"));
    let half = vec![("act", "language"), (d.as_str(), "31"), (&m, "2"), (&y, "2025")];
    send(&mut citizen, &page, &path, half).await.is(StatusCode::SEE_OTHER);
    let page = citizen.get(&path).await;
    assert_eq!((page.input(&d), page.input(&m), page.input(&y)), ("31".into(), "2".into(), "2025".into()));
    // Chosen files come along.
    let path = format!("{draft}/papers");
    let page = citizen.get(&path).await.text();
    let paper = page.split("type=\"file\" id=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
    let parts = [FormPart::Text("act", "language"), FormPart::File(&paper, "giấy.pdf", PDF)];
    citizen.post_parts(&path, &parts).await.is(StatusCode::SEE_OTHER);
    citizen.get(&path).await.shows("giấy.pdf");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_changed_before_anybody_signed_in() {
    let world = World::new(Engine::Sqlite);
    let mut visitor = world.visitor();
    let page = visitor.get("/register?next=%2Fprofile").await;
    page.shows("formaction=\"/register?next=%2Fprofile&#38;in=en\"").shows("name=\"switch\"");
    let mut typed = you("Lê Thị Dở", "Số 1");
    typed.retain(|(name, _)| *name != "whose" && *name != "delivery");
    typed.extend([("kind", "person"), ("login", "le.do"), ("next", "/profile"), ("email", "")]);
    let mut half = typed.clone();
    half.extend([("password", "mật khẩu gõ dở"), ("switch", "")]);
    let shown = visitor.post("/register?in=en", &half).await;
    shown.is(StatusCode::OK).shows("lang=\"en\"").hides("field__error").hides("mật khẩu gõ dở");
    assert_eq!((shown.input("name"), shown.input("login")), ("Lê Thị Dở".into(), "le.do".into()));
    assert_eq!(shown.hidden("next"), "/profile");
    assert!(app::accounts::find(&world.app, "le.do").await.unwrap().is_none(), "it was carried out");
    // What is wrong with it is said in that language, once it is sent.
    let wrong = visitor.post("/register?in=en", &typed).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("lang=\"en\"").shows("field__error");
    assert_eq!(wrong.input("name"), "Lê Thị Dở");
    // And one goes on in it.
    typed.retain(|(name, _)| *name != "email");
    typed.extend([("email", "le.do@example.vn"), ("password", "một mật khẩu dài")]);
    let registered = visitor.post("/register?in=en", &typed).await;
    assert_eq!(registered.location, "/cross?to=%2Fprofile");
    let handed_over = visitor.follow(&registered).await;
    assert!(handed_over.location.contains(ENGLISH), "{}", handed_over.location);

    for path in ["/sign-in", "/office/sign-in", "/forgotten-password"] {
        let half = [("login", "dở.dang"), ("email", "do@"), ("password", "mật khẩu gõ dở"), ("switch", "")];
        let shown = world.visitor().post(&format!("{path}?in=en"), &half).await;
        shown.is(StatusCode::OK).shows("lang=\"en\"").hides("mật khẩu gõ dở").hides("field__error");
        let (name, value) =
            if path.starts_with("/forgotten") { ("email", "do@") } else { ("login", "dở.dang") };
        assert_eq!(shown.input(name), value, "{path}");
    }
    // A form that is never shown again is not carried out either.
    let mut citizen = world.signed_in("citizen").await;
    let new = [("old", province::PASSWORD), ("new", "một mật khẩu khác"), ("switch", "")];
    let elsewhere = citizen.post("/profile/password?in=en", &new).await;
    assert!(elsewhere.location.starts_with("/cross?to="), "{}", elsewhere.location);
    world.signed_in("citizen").await;
}
