//! What anybody sees, on both hosts: twins of pages, searches, forms from elsewhere, sessions and passwords.

use super::PROCEDURE;
use crate::common::steps::fill_in;
use crate::common::{ENGLISH, Engine, VIETNAMESE, World};
use axum::http::StatusCode;
use testkit::Html;

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session_on_both_hosts_and_no_link_leads_away() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let crossing = citizen.get("/cross?to=/dossiers").await;
    let mut english = world.visitor().on(ENGLISH);
    english.get(crossing.location.trim_start_matches(&format!("http://{ENGLISH}"))).await;
    english.get("/dossiers").await.is(StatusCode::OK);
    citizen.post("/sign-out", &[]).await;
    english.get("/dossiers").await.is(StatusCode::SEE_OTHER);
    for to in ["//evil.example", "/%09/evil.example", "https://evil.example", "/%5Cevil.example"] {
        let sent = citizen.get(&format!("/language?to={to}&language=en")).await;
        assert_eq!(sent.location, "/", "{to}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_page_links_to_its_twin_and_the_host_picks_the_language() {
    let world = World::new(Engine::Sqlite);
    let mut vietnamese = world.visitor();
    let page = vietnamese.get("/procedures/1.001193").await;
    page.shows("<html lang=\"vi\"").shows(&format!("http://{ENGLISH}/procedures/1.001193"));
    let mut english = world.visitor().on(ENGLISH);
    let page = english.get("/procedures/1.001193").await;
    page.shows("<html lang=\"en\"")
        .shows(&format!("http://{VIETNAMESE}/procedures/1.001193"))
        .shows("Register a birth");
    let mut unknown = world.visitor().on("127.0.0.1:8080");
    unknown.get("/").await.shows("<html lang=\"vi\"").shows("/language?to=%2F");
    unknown.get("/language?to=/&language=en").await;
    unknown.get("/").await.shows("<html lang=\"en\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_form_from_elsewhere_is_refused() {
    let world = World::new(Engine::Sqlite);
    use tower::ServiceExt;
    let request = axum::http::Request::builder()
        .method("POST")
        .uri("/sign-in")
        .header("host", VIETNAMESE)
        .header("origin", "https://evil.example")
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from("login=citizen&password=x"))
        .unwrap();
    let answer = world.router.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    // Whoever meets it by mistake reads why, in both languages.
    let said = axum::body::to_bytes(answer.into_body(), 10_000).await.unwrap();
    let said = String::from_utf8(said.to_vec()).unwrap();
    assert!(said.contains("mở lại trang") && said.contains("open the page again"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_catalogue_is_searched_in_peoples_own_words() {
    let world = World::new(Engine::Sqlite);
    let mut anybody = world.visitor();
    for typed in ["làm giấy khai sinh", "lam giay khai sinh", "ddawng kys khai sinh", "1.001193"] {
        let address = format!("/procedures?{}", ui::query::written(&[("q", typed)]));
        let page = anybody.get(&address).await;
        page.is(StatusCode::OK);
        let text = page.text();
        let first = text.split("/procedures/").nth(1).map(|rest| &rest[..8]);
        assert_eq!(first, Some("1.001193"), "{typed}");
    }
    anybody.get("/procedures?q=zzzzzz").await.is(StatusCode::OK).shows("Chưa có thủ tục nào cho “zzzzzz”");
    anybody.get("/procedures?q=%3Cscript%3E&page=7").await.is(StatusCode::OK).hides("<script>");
    anybody.get("/procedures?q=%3Cscript%3E&page=x").await.is(StatusCode::NOT_FOUND).hides("<script>");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_is_set_anew_by_a_link_of_our_own_host_only() {
    let world = World::new(Engine::Sqlite);
    let mut anybody = world.visitor().on("evil.example");
    let known = anybody.post("/forgotten-password", &[("email", "tran.thi.minh.chau@example.vn")]).await;
    let unknown = anybody.post("/forgotten-password", &[("email", "nobody@example.vn")]).await;
    assert_eq!(known.text(), unknown.text(), "the answer does not tell whether the address is known");
    anybody.get("/new-password/0000").await.is(StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_looked_for_stays_when_the_catalogue_is_narrowed() {
    let world = World::new(Engine::Sqlite);
    let page = Html::page(&world.visitor().get("/procedures?q=khai+sinh").await.text());
    let kept = page.one("main form:not([role=search])[action='/procedures'] input[type=hidden][name=q]");
    assert_eq!(kept.attribute("value"), Some("khai sinh"));
    assert_eq!(page.one("main form[role=search] input[name=q]").attribute("value"), Some("khai sinh"));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_part_of_an_application_leads_back_to_its_own_form() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let draft = fill_in(&world, &mut citizen, PROCEDURE, "justice").await;
    let page = Html::page(&citizen.get(&format!("{draft}/check")).await.text());
    for part in ["you", "questions", "papers"] {
        page.one(&format!("main .cluster--apart a[href='{draft}/{part}']"));
    }
}
