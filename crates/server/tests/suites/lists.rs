//! An officer's lists: from one dossier to the next, and lists kept under a name.

use crate::common::steps::{act, apply_for};
use crate::common::{Engine, Seen, Visitor, World, engines};
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
    // The list stands beside the dossier, in its order and without it.
    let html = testkit::Html::page(&officer.get(&list[1]).await.text());
    assert_eq!(html.faults("vi"), Vec::<String>::new());
    let others: Vec<String> = html
        .all(".side-by-side__list .link-list a")
        .iter()
        .filter_map(|link| link.attribute("href").map(str::to_string))
        .collect();
    let others: Vec<&str> = others.iter().map(|link| reference(link)).collect();
    assert_eq!(others, [reference(&list[0]), reference(&list[2]), reference(&list[3])]);
    html.one(".side-by-side__list a[href='/office?tab=unit&procedure=2.000635']");
    assert!(
        !testkit::Html::page(&officer.get(list[1].split('?').next().unwrap()).await.text())
            .has(".side-by-side__list")
    );
    // What is done leaves the list, and the way through it goes on from where it stood.
    let page = officer.get(&list[1]).await;
    let key = page.hidden("key").rsplit_once('-').map(|(key, _)| format!("{key}-finish-step")).unwrap();
    let kept = ["seen", "tab", "procedure", "at"].map(|name| (name, page.hidden(name)));
    let mut parts: Vec<crate::common::FormPart> =
        kept.iter().map(|(name, value)| crate::common::FormPart::Text(name, value)).collect();
    parts.push(crate::common::FormPart::Text("key", &key));
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

/// A list is searched within: what is found is of that list alone, what was typed stands in no address, and an act on all of
/// it is an act on what was found.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_searched_within_it() {
    for engine in engines() {
        let world = World::lived(engine);
        let mut officer = world.signed_in("officer").await;
        let rows = |seen: &Seen| {
            let html = testkit::Html::page(&seen.text());
            assert_eq!(html.faults("vi"), Vec::<String>::new());
            // By their codes: a column that says nothing on a page is not shown there.
            html.texts("main tbody th")
        };
        let all = rows(&officer.get("/office?tab=unit").await);
        assert!(all.len() > 1);
        let html = testkit::Html::page(&officer.get("/office?tab=unit").await.text());
        let owner = html.all("main tbody tr")[0].all("td")[1].text();
        let sent = officer.post("/office/search", &[("tab", "unit"), ("wanted", owner.trim())]).await;
        assert!(sent.location.starts_with("/office?tab=unit&found="), "{}", sent.location);
        let found = officer.follow(&sent).await;
        let seen = rows(&found);
        assert!(!seen.is_empty() && seen.len() < all.len(), "{} of {}", seen.len(), all.len());
        assert!(seen.iter().all(|row| all.contains(row)), "all of it is in the list");
        assert_eq!(found.input("wanted"), owner.trim());

        // All of the list is all that was found.
        let token = found.hidden("found");
        let whole = [("tab", "unit"), ("found", token.as_str()), ("kind", "take"), ("whole", "yes")];
        let review = officer.post("/office/batches", &whole).await;
        let review = testkit::Html::page(&officer.follow(&review).await.text());
        assert_eq!(review.all("main tbody tr").len(), seen.len());

        // Too little is said, and goes on to the same list; what nobody looked for is the whole list.
        let short = officer.post("/office/search", &[("tab", "unit"), ("wanted", "a")]).await;
        assert_eq!(short.is(StatusCode::UNPROCESSABLE_ENTITY).hidden("tab"), "unit");
        let gone = officer.get("/office?tab=unit&found=0123456789").await;
        assert_eq!(officer.follow(&gone).await.location, "");
        let whole = [("tab", "unit"), ("found", "0123456789"), ("kind", "take"), ("whole", "yes")];
        let nothing = officer.post("/office/batches", &whole).await;
        assert!(nothing.location.starts_with("/office?tab=unit"), "{}", nothing.location);
        officer
            .post("/office/search", &[("tab", "nowhere"), ("wanted", "an")])
            .await
            .is(StatusCode::BAD_REQUEST);
    }
}
