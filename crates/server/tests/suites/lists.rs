//! An officer's lists: from one dossier to the next, and lists kept under a name.

use crate::common::steps::{act, apply_for};
use crate::common::{Engine, Visitor, World, engines};
use axum::http::StatusCode;

/// The addresses of the dossiers a list shows, in its order.
fn rows(page: &crate::common::Seen) -> Vec<String> {
    let text = page.text();
    let links = text.split("<th scope=\"row\"").skip(1).filter_map(|row| row.split("href=\"").nth(1));
    links.filter_map(|link| link.split('"').next()).map(|link| link.replace("&#38;", "&")).collect()
}

fn beside(page: &crate::common::Seen, rel: &str) -> Option<String> {
    let text = page.text();
    let link = text.split(&format!("<a rel=\"{rel}\" href=\"")).nth(1)?;
    Some(link.split('"').next()?.replace("&#38;", "&"))
}

fn reference(address: &str) -> &str {
    address.trim_start_matches("/office/dossiers/").split('?').next().unwrap()
}

async fn walk(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    for _ in 0..4 {
        let reference = apply_for(&world, &mut citizen, "2.000635").await;
        act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    }
    let mut officer = world.signed_in("officer").await;
    let list = rows(&officer.get("/office?tab=unit&procedure=2.000635").await);
    assert_eq!(list.len(), 4);
    // Forwards through the list and back again.
    let mut page = officer.get(&list[0]).await;
    assert_eq!(beside(&page, "prev"), None);
    for expected in &list[1..] {
        page = officer.get(&beside(&page, "next").expect("there is one more")).await;
        page.is(StatusCode::OK).shows(reference(expected));
    }
    assert_eq!(beside(&page, "next"), None);
    assert_eq!(beside(&page, "prev").as_deref().map(reference), Some(reference(&list[2])));
    // What is done leaves the list, and the way through it goes on from where it stood.
    let page = officer.get(&list[1]).await;
    let key = page.hidden("key").rsplit_once('-').map(|(key, _)| format!("{key}-finish-step")).unwrap();
    let kept = ["seen", "tab", "procedure", "at"].map(|name| (name, page.hidden(name)));
    let mut parts: Vec<crate::common::Part> =
        kept.iter().map(|(name, value)| crate::common::Part::Text(name, value)).collect();
    parts.push(crate::common::Part::Text("key", &key));
    let path = format!("/office/dossiers/{}/acts/finish-step", reference(&list[1]));
    let done = officer.post_parts(&path, &parts).await;
    done.is(StatusCode::SEE_OTHER);
    let page = officer.follow(&done).await;
    assert_eq!(beside(&page, "prev").as_deref().map(reference), Some(reference(&list[0])));
    assert_eq!(beside(&page, "next").as_deref().map(reference), Some(reference(&list[2])));

    kept_lists(&world, officer).await;
}

async fn kept_lists(world: &World, mut officer: Visitor) {
    let keep = |name: &'static str, shared: bool| {
        let mut fields = vec![("act", "keep"), ("tab", "unit"), ("procedure", "2.000635"), ("name", name)];
        fields.extend(shared.then_some(("shared", "yes")));
        fields
    };
    let unnamed = officer.post("/office/views", &keep("", false)).await;
    officer.follow(&unnamed).await.shows("Hãy đặt tên cho danh sách");
    officer.post("/office/views", &keep("Bản sao của tôi", false)).await.is(StatusCode::SEE_OTHER);
    officer.post("/office/views", &keep("Bản sao cả phòng", true)).await.is(StatusCode::SEE_OTHER);
    let again = officer.post("/office/views", &keep("Bản sao của tôi", false)).await;
    officer.follow(&again).await.shows("đã có danh sách tên này");
    let long = officer.post("/office/views", &keep("a".repeat(81).leak(), false)).await;
    officer.follow(&long).await.shows("dài quá 80 ký tự");
    let page = officer.get("/office?tab=unit").await;
    page.shows("Bản sao của tôi").shows("Bản sao cả phòng").shows("tab=unit&#38;procedure=2.000635");
    let mut colleague = world.signed_in("justice.officer2").await;
    let page = colleague.get("/office?tab=unit").await;
    page.shows("Bản sao cả phòng").hides("Bản sao của tôi").hides("value=\"drop\"");
    let mut elsewhere = world.signed_in("justice.officer3").await;
    elsewhere.get("/office?tab=unit").await.hides("Bản sao cả phòng");
    // Only its owner drops it.
    let own = officer.get("/office?tab=unit").await.hidden("view");
    let drop = [("act", "drop"), ("view", own.as_str())];
    colleague.post("/office/views", &drop).await.is(StatusCode::NOT_FOUND);
    officer.post("/office/views", &drop).await.is(StatusCode::SEE_OTHER);
    officer.get("/office?tab=unit").await.hides("Bản sao của tôi").shows("Bản sao cả phòng");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_goes_through_a_list_and_keeps_it() {
    for engine in engines() {
        walk(engine).await;
    }
}
