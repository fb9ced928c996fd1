//! The page a head lands on: each of its figures is as many dossiers as it opens to, and it is shown to those who lead something.

use crate::common::{Engine, Visitor, World, engines};
use axum::http::StatusCode;
use testkit::Html;

/// How many dossiers a list has, page by page.
async fn behind(head: &mut Visitor, address: &str) -> usize {
    let (mut next, mut seen) = (Some(address.to_string()), 0);
    while let Some(address) = next {
        let answer = head.get(&address).await;
        answer.is(StatusCode::OK);
        let html = Html::page(&answer.text());
        seen += html.all("main .table tbody tr").len();
        let on = html.all("main a[href*='after=']").into_iter().next();
        next = on.map(|link| link.attribute("href").unwrap().to_string());
    }
    seen
}

async fn opened(engine: Engine) {
    let world = World::lived(engine);
    // Where a head lands; others at their lists.
    for (login, lands) in
        [("agency-head", "/office/figures"), ("officer", "/office"), ("citizen", "/dossiers")]
    {
        let fields = [("login", login), ("password", province::PASSWORD)];
        assert_eq!(world.visitor().post("/sign-in", &fields).await.location, lands);
    }
    let mut head = world.signed_in("agency-head").await;
    let page = head.get("/office/figures").await;
    page.is(StatusCode::OK).shows("Sở Tư pháp");
    let html = Html::page(&page.text());
    let links: Vec<(String, String)> = html
        .all("main a[href^='/office/figures/dossiers']")
        .into_iter()
        .map(|link| (link.attribute("href").unwrap().to_string(), link.text()))
        .collect();
    assert!(links.len() >= 8, "{links:?}");
    let mut all = 0;
    for (href, text) in links {
        let figure = text.rsplit(' ').next().unwrap().replace('.', "").parse::<usize>();
        let figure = figure.unwrap_or_else(|_| panic!("{text} is no figure"));
        assert_eq!(behind(&mut head, &href).await, figure, "{text}: {href}");
        all += figure;
    }
    assert!(all > 20, "hardly any dossier was looked at");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_figure_of_a_head_opens_to_as_many_dossiers() {
    for engine in engines() {
        opened(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leads_sees_what_they_lead_and_nobody_else_anything() {
    let world = World::lived(Engine::Sqlite);
    for nobody in ["counter", "officer", "citizen"] {
        let mut nobody = world.signed_in(nobody).await;
        nobody.get("/office/figures").await.is(StatusCode::NOT_FOUND);
        nobody
            .get("/office/figures/dossiers?list=in-hand&from=2026-01-01&to=2026-03-02")
            .await
            .is(StatusCode::NOT_FOUND);
    }
    let mut division = world.signed_in("division-head").await;
    let page = division.get("/office/figures").await;
    page.is(StatusCode::OK).hides("class=\"numbers\"");
    division
        .get("/office/figures/dossiers?list=in-hand&from=2026-01-01&to=2026-03-02")
        .await
        .is(StatusCode::NOT_FOUND);
    // Numbers of all, and of each; dossiers of none but one's own agency.
    let mut province = world.signed_in("province.head").await;
    let all = province.get("/office/figures").await;
    all.is(StatusCode::OK).shows("Suối Ngọc").hides("/office/figures/dossiers");
    let one = province.get("/office/figures?agency=health").await;
    one.shows("Sở Y tế").hides("/office/figures/dossiers").hides("Suối Ngọc");
    let mut head = world.signed_in("agency-head").await;
    // Another's is not shown for the asking, and odd lists are none.
    head.get("/office/figures?agency=health").await.shows("Sở Tư pháp").hides("Sở Y tế");
    for odd in ["list=all&from=2026-01-01&to=2026-03-02", "list=in-hand&from=x&to=y", "list=x"] {
        head.get(&format!("/office/figures/dossiers?{odd}")).await.is(StatusCode::NOT_FOUND);
    }
}
