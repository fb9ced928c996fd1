//! In a real browser: a page saves itself while somebody types, a change of language keeps what was typed, and what is left
//! half filled in is asked about.

mod common;
#[path = "common/screen.rs"]
mod screen;

use common::{Engine, World};
use fantoccini::Locator;
use fantoccini::key::Key;
use screen::{Browser, arrive, press, tools, type_into};
use std::time::Duration;

async fn value(browser: &Browser, id: &str) -> String {
    let field = browser.client.find(Locator::Id(id)).await.unwrap();
    field.prop("value").await.unwrap().unwrap_or_default()
}

/// Waits until the page says that it has saved itself.
async fn saved(browser: &Browser) {
    let said = Locator::XPath("//*[@data-saved][contains(., 'lúc') or contains(., 'at')]");
    browser.client.wait().at_most(Duration::from_secs(20)).for_element(said).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_script_a_page_saves_itself_and_the_language_is_changed_with_what_was_typed() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let browser = Browser::open(&mut world, &tools, true).await;
    let client = &browser.client;
    browser.sign_in("dichvucong", "citizen").await;
    client.goto(&browser.url("dichvucong", "/apply/2.000635")).await.unwrap();
    press(client, "main form button", "#agency-1").await;
    arrive(client, "form[data-saves]").await;
    type_into(client, "address", ", tổ 7").await;
    saved(&browser).await;
    // The same page opened again has it.
    let here = client.current_url().await.unwrap();
    client.goto(here.as_str()).await.unwrap();
    arrive(client, "form[data-saves]").await;
    assert!(value(&browser, "address").await.ends_with(", tổ 7"));
    // Return in a field goes on; it does not change the language.
    type_into(client, "address", &format!("{}", Key::Enter)).await;
    arrive(client, ".back-link[href$='/you']").await;
    client.goto(here.as_str()).await.unwrap();
    // Typed and left at once for the other language, on the other host.
    arrive(client, "form[data-saves]").await;
    type_into(client, "address", ", ngõ 3").await;
    client
        .find(Locator::Css(".site-header__language button:not([aria-hidden])"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    arrive(client, "html[lang='en'] form[data-saves]").await;
    assert!(client.current_url().await.unwrap().host_str().unwrap().starts_with("e-services"));
    assert!(value(&browser, "address").await.ends_with(", tổ 7, ngõ 3"));
    let faults = browser.judge_here().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));

    // Elsewhere the page asks before it is left, and does not ask for what was not touched.
    let leaves = "const event = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(event);
        return event.defaultPrevented;";
    client.goto(&browser.url("e-services", "/profile")).await.unwrap();
    arrive(client, "#address").await;
    assert_eq!(client.execute(leaves, vec![]).await.unwrap(), false);
    type_into(client, "address", "x").await;
    assert_eq!(client.execute(leaves, vec![]).await.unwrap(), true);
    client.clone().close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_when_the_session_ended_is_there_after_signing_in() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let browser = Browser::open(&mut world, &tools, true).await;
    let client = &browser.client;
    browser.sign_in("dichvucong", "citizen").await;
    client.goto(&browser.url("dichvucong", "/profile")).await.unwrap();
    arrive(client, "#address").await;
    type_into(client, "address", ", tổ 7").await;
    world.app.clock.set(world.app.now().plus_minutes(61));
    client.find(Locator::Css("form[action='/profile'] button")).await.unwrap().click().await.unwrap();
    arrive(client, "#login").await;
    let faults = browser.judge_here().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    type_into(client, "login", "citizen").await;
    type_into(client, "password", &format!("{}{}", province::PASSWORD, Key::Enter)).await;
    arrive(client, "#address").await;
    assert!(value(&browser, "address").await.ends_with(", tổ 7"));
    let faults = browser.judge_here().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    client.find(Locator::Css("form[action='/profile'] button")).await.unwrap().click().await.unwrap();
    arrive(client, ".notice--success").await;
    assert!(value(&browser, "address").await.ends_with(", tổ 7"));
    client.clone().close().await.unwrap();
}
