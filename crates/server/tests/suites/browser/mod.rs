//! A real browser on the whole site: accessibility of every page in both languages, narrow screens, and the
//! main journey by keyboard. Left out, and said so, where Chromium's driver or axe is missing.

mod keyboard;
mod scripts;

use crate::common::national::{in_cases, record};
use crate::common::screen::{BrowserScreen, arrive, press, tools, type_into};
use crate::common::{Engine, PDF, World};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

/// Pages anybody opens.
const EVERYBODY: &[&str] = &[
    "/",
    "/procedures",
    "/procedures?event=birth",
    "/procedures?agency=nowhere&level=1",
    "/procedures?q=sap%20bai%20bo",
    "/procedures/1.700001",
    "/procedures/1.700002",
    "/procedures/1.001193",
    "/procedures/1.000280",
    "/figures",
    "/figures/data",
    "/lookup",
    "/lookup?code=x",
    "/register",
    "/sign-in",
    "/forgotten-password",
    "/display",
    "/design",
    "/design?page=2",
    "/nowhere",
];

/// Pages of a citizen.
const CITIZEN: &[&str] =
    &["/", "/dossiers", "/dossiers/join", "/messages", "/profile", "/sessions", "/apply/1.001193"];

/// Pages of the counter.
const COUNTER: &[&str] = &[
    "/office",
    "/office?tab=return",
    "/office?tab=done",
    "/office/search",
    "/office/counter",
    "/office/counter/justice/2.000635",
    "/office/counter/justice/1.700002",
];

/// Pages of the head of an agency.
const HEAD: &[&str] = &[
    "/office/figures",
    "/office/figures/national",
    "/office/reports",
    "/office/reports/II.06a",
    "/office/reports/II.07b",
    "/office/reports/online",
    "/office/reports/quarters",
];

/// Pages of an administrator.
const ADMINISTRATOR: &[&str] = &[
    "/office/administration",
    "/office/administration/agencies",
    "/office/administration/officers",
    "/office/administration/calendars",
    "/office/administration/agencies/new",
    "/office/administration/agencies/justice",
    "/office/administration/agencies/justice/units",
    "/office/administration/officers/new",
    "/office/administration/calendars/all",
    "/office/administration/national",
    "/office/administration/searches",
    "/office/administration/procedures",
    "/office/administration/procedures/new",
    "/office/administration/procedures/1.001193",
    "/office/administration/procedures/1.001193/about",
    "/office/administration/procedures/1.001193/parts/ways",
    "/office/administration/procedures/1.001193/parts/fees",
    "/office/administration/procedures/1.001193/parts/papers",
    "/office/administration/procedures/1.001193/parts/questions",
    "/office/administration/procedures/1.001193/parts/results",
    "/office/administration/procedures/1.001193/parts/basis",
    "/office/administration/procedures/2.000884/parts/steps",
    "/office/administration/procedures/2.000884/process",
    "/office/administration/procedures/1.013225/process",
    "/office/password",
    "/office/sessions",
];

#[tokio::test(flavor = "multi_thread")]
async fn no_page_in_either_language_violates_wcag_22_aa() {
    let Some(tools) = tools() else { return };
    let mut world = World::lived(Engine::Sqlite);
    app::jobs::run_due(&world.app).await.unwrap();
    add_national(&world).await;
    let browser = BrowserScreen::open(&mut world, &tools, true).await;
    let mut found = Vec::new();
    for host in ["dichvucong", "e-services"] {
        found.extend(judge_citizen(&browser, host).await);
        found.extend(judge_counter(&browser, host).await);
        found.extend(judge_officer(&browser, host).await);
        found.extend(judge_head(&browser, host).await);
        found.extend(judge_administrator(&browser, host).await);
    }
    browser.client.clone().close().await.unwrap();
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}

/// What anybody opens, and what a citizen does.
async fn judge_citizen(browser: &BrowserScreen, host: &str) -> Vec<String> {
    let mut found = Vec::new();
    browser.client.delete_all_cookies().await.unwrap();
    for path in EVERYBODY {
        found.extend(browser.judge(&browser.url(host, path)).await);
    }
    browser.sign_in(host, "citizen").await;
    for path in CITIZEN {
        found.extend(browser.judge(&browser.url(host, path)).await);
    }
    // The choice of a case, with nothing chosen and with what is wrong.
    found.extend(browser.judge(&browser.url(host, "/apply/1.700002")).await);
    press(&browser.client, "main form button", "#agency-1").await;
    arrive(&browser.client, "#whose-1").await;
    let you = browser.client.current_url().await.unwrap();
    let papers = you.as_str().replace("/you", "/papers");
    found.extend(browser.judge(&papers).await);
    press(&browser.client, "button[value='case']", "#case-1").await;
    found.extend(browser.judge_here().await);
    found.extend(judge_each(browser, host, "/dossiers", "main .link-list a[href^='/dossiers/']", 6).await);
    found
}

/// What the counter opens.
async fn judge_counter(browser: &BrowserScreen, host: &str) -> Vec<String> {
    let mut found = Vec::new();
    browser.client.delete_all_cookies().await.unwrap();
    browser.sign_in(host, "counter").await;
    for path in COUNTER {
        found.extend(browser.judge(&browser.url(host, path)).await);
    }
    for tab in ["intake", "applicant", "return", "done"] {
        let list = format!("/office?tab={tab}");
        found.extend(judge_each(browser, host, &list, "table tbody a", 1).await);
    }
    found
}

/// What an officer opens and does.
async fn judge_officer(browser: &BrowserScreen, host: &str) -> Vec<String> {
    let mut found = Vec::new();
    browser.client.delete_all_cookies().await.unwrap();
    browser.sign_in(host, "officer").await;
    found.extend(judge_each(browser, host, "/office?tab=unit", "table tbody a", 1).await);
    for path in ["/office/absences", "/office/batches", "/office/reminders"] {
        found.extend(browser.judge(&browser.url(host, path)).await);
    }
    // Rows chosen for an act, and how it went.
    browser.client.goto(&browser.url(host, "/office?tab=unit")).await.unwrap();
    browser.client.find(Locator::Css("input[name='row']")).await.unwrap().click().await.unwrap();
    press(&browser.client, "button[name='kind'][value='take']", "#batch").await;
    arrive(&browser.client, "input[name='seen'], .notice--warning").await;
    found.extend(browser.judge_here().await);
    found
}

/// What the head of an agency opens.
async fn judge_head(browser: &BrowserScreen, host: &str) -> Vec<String> {
    let mut found = Vec::new();
    browser.client.delete_all_cookies().await.unwrap();
    browser.sign_in(host, "agency-head").await;
    for path in HEAD {
        found.extend(browser.judge(&browser.url(host, path)).await);
    }
    found.extend(judge_each(browser, host, "/office/reports/II.06a", ".figures td a", 1).await);
    found
}

/// What an administrator opens and does.
async fn judge_administrator(browser: &BrowserScreen, host: &str) -> Vec<String> {
    let mut found = Vec::new();
    browser.client.delete_all_cookies().await.unwrap();
    browser.sign_in(host, "admin").await;
    for path in ADMINISTRATOR {
        found.extend(browser.judge(&browser.url(host, path)).await);
    }
    // A process being designed.
    let process = "/office/administration/procedures/1.013225/process";
    browser.client.goto(&browser.url(host, process)).await.unwrap();
    if let Ok(begin) = browser.client.find(Locator::Css("button[value='begin']")).await {
        begin.click().await.unwrap();
        arrive(&browser.client, "button[value='publish']").await;
    }
    for path in ["running", "forecast?months=12"] {
        found.extend(browser.judge(&browser.url(host, &format!("{process}/{path}"))).await);
    }
    for element in ["", "/opinion", "/send-back"] {
        found.extend(browser.judge(&browser.url(host, &format!("{process}/draft{element}"))).await);
    }
    browser.client.goto(&browser.url(host, &format!("{process}/trial"))).await.unwrap();
    press(&browser.client, "button[value='begin']", "button[value='begin']").await;
    arrive(&browser.client, "button[value^='finish-']").await;
    found.extend(browser.judge_here().await);
    // Dark, with more contrast and larger text.
    browser.client.goto(&browser.url(host, "/display")).await.unwrap();
    for choice in ["text-2", "contrast-2", "scheme-3"] {
        browser.client.find(Locator::Id(choice)).await.unwrap().click().await.unwrap();
    }
    browser.client.find(Locator::Css("main form button")).await.unwrap().click().await.unwrap();
    for path in ["/", "/procedures/1.001193", "/register"] {
        found.extend(browser.judge(&browser.url(host, path)).await);
    }
    found
}

/// A procedure with cases that the department of justice offers, and one that was closed.
async fn add_national(world: &World) {
    world.at("2026-02-20T09:00");
    let closing = record("1.700001", "Thủ tục sắp bãi bỏ", "Lĩnh vực thử", "");
    world.import(format!("{closing}\n{}", in_cases("1.700002"))).await;
    world.at(crate::common::NOW);
    world.import(closing.replace("ACTIVE", "INACTIVE")).await;
    let mut admin = world.signed_in("admin").await;
    let offering = [("act", "supply"), ("agency", "justice"), ("level", "4"), ("receiving", "centre")];
    let answer = admin.post("/office/administration/procedures/1.700002", &offering).await;
    answer.is(axum::http::StatusCode::SEE_OTHER);
}

/// Judges the first pages a list leads to.
async fn judge_each(
    browser: &BrowserScreen,
    host: &str,
    list: &str,
    links: &str,
    many: usize,
) -> Vec<String> {
    browser.client.goto(&browser.url(host, list)).await.unwrap();
    let mut addresses = Vec::new();
    for link in browser.client.find_all(Locator::Css(links)).await.unwrap().into_iter().take(many) {
        addresses.push(link.attr("href").await.unwrap().unwrap());
    }
    let mut found = Vec::new();
    for address in addresses {
        browser.client.goto(&browser.url(host, &address)).await.unwrap();
        // Everything that can be opened is open when it is judged.
        let open = "document.querySelectorAll('details').forEach(details => details.open = true)";
        browser.client.execute(open, vec![]).await.unwrap();
        found.extend(browser.judge_here().await);
    }
    found
}
