//! In a real browser: a page saves itself while somebody types, a change of language keeps what was typed, and what is left
//! half filled in is asked about.

use crate::common::screen::{BrowserScreen, arrive, press, tools, type_into};
use crate::common::steps::apply_for;
use crate::common::{Engine, World};
use fantoccini::Locator;
use fantoccini::key::Key;
use std::time::Duration;

const SWITCH: Locator = Locator::Css(".site-header__language button:not([aria-hidden])");

async fn value(browser: &BrowserScreen, id: &str) -> String {
    let field = browser.client.find(Locator::Id(id)).await.unwrap();
    field.prop("value").await.unwrap().unwrap_or_default()
}

/// Waits until the page says that it has saved itself.
async fn saved(browser: &BrowserScreen) {
    let said = Locator::XPath("//*[@data-saved][contains(., 'lúc') or contains(., 'at')]");
    browser.client.wait().at_most(Duration::from_secs(20)).for_element(said).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_script_a_page_saves_itself_and_the_language_is_changed_with_what_was_typed() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let browser = BrowserScreen::open(&mut world, &tools, true).await;
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
    client.find(SWITCH).await.unwrap().click().await.unwrap();
    arrive(client, "html[lang='en'] form[data-saves]").await;
    assert!(client.current_url().await.unwrap().host_str().unwrap().starts_with("e-services"));
    assert!(value(&browser, "address").await.ends_with(", tổ 7, ngõ 3"));
    let faults = browser.judge_here().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));

    // Return in the form of one's own data saves it; the language is changed with what was typed, and the same is saved there.
    client.goto(&browser.url("e-services", "/profile")).await.unwrap();
    arrive(client, "#address").await;
    type_into(client, "address", ", hamlet 9").await;
    client.find(SWITCH).await.unwrap().click().await.unwrap();
    arrive(client, "html[lang='vi'] #address").await;
    assert!(value(&browser, "address").await.ends_with(", hamlet 9"));
    let faults = browser.judge_here().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    type_into(client, "address", &format!("{}", Key::Enter)).await;
    arrive(client, ".notice--success").await;
    assert!(value(&browser, "address").await.ends_with(", hamlet 9"));

    // Where that cannot be the page asks before it is left, and does not ask for what was not touched.
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
    let browser = BrowserScreen::open(&mut world, &tools, true).await;
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

/// What was typed before anybody signed in, and in one of the many forms of a dossier.
async fn the_language_is_changed_with_what_was_typed(scripts: bool) {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, "2.000635").await;
    let browser = BrowserScreen::open(&mut world, &tools, scripts).await;
    let client = &browser.client;
    client.goto(&browser.url("dichvucong", "/register")).await.unwrap();
    arrive(client, "#name").await;
    client.find(Locator::Id("name")).await.unwrap().send_keys("Lê Thị Dở").await.unwrap();
    client.find(Locator::Id("password")).await.unwrap().send_keys("mật khẩu gõ dở").await.unwrap();
    client.find(SWITCH).await.unwrap().click().await.unwrap();
    arrive(client, "html[lang='en'] #name").await;
    assert_eq!(value(&browser, "name").await, "Lê Thị Dở");
    assert_eq!(value(&browser, "password").await, "");
    if scripts {
        let faults = browser.judge_here().await;
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
    // Return goes on, and does not change the language back.
    client.find(Locator::Id("name")).await.unwrap().send_keys(&format!("{}", Key::Enter)).await.unwrap();
    arrive(client, "html[lang='en'] .field__error").await;
    // And back again.
    client.find(SWITCH).await.unwrap().click().await.unwrap();
    arrive(client, "html[lang='vi'] #name").await;
    assert_eq!(value(&browser, "name").await, "Lê Thị Dở");

    // Of the many forms of a dossier a script sees which was filled in; without one it is chosen.
    browser.sign_in("dichvucong", "counter").await;
    client.goto(&browser.url("dichvucong", &format!("/office/dossiers/{reference}"))).await.unwrap();
    arrive(client, "#acts details").await;
    client.find(Locator::Css("#act-refuse summary")).await.unwrap().click().await.unwrap();
    type_into(client, "refuse-words", "Không thuộc thẩm quyền").await;
    let code = client.find(Locator::Id("refuse-reason-code")).await.unwrap();
    code.select_by_value("not-competent").await.unwrap();
    client.find(Locator::Css(".languages summary")).await.unwrap().click().await.unwrap();
    if !scripts {
        let chosen = Locator::Css(".languages button[form='form-refuse']:not([aria-hidden])");
        client.find(chosen).await.unwrap().click().await.unwrap();
    }
    arrive(client, "html[lang='en'] details[open] #refuse-words").await;
    assert_eq!(value(&browser, "refuse-words").await, "Không thuộc thẩm quyền");
    if scripts {
        // Of two that are filled in somebody chooses there too; with none the page alone is changed.
        client.find(Locator::Css("#act-ask-completion summary")).await.unwrap().click().await.unwrap();
        type_into(client, "ask-completion-words", "Thiếu ảnh").await;
        client.find(Locator::Css(".languages summary")).await.unwrap().click().await.unwrap();
        arrive(client, ".languages[open]").await;
        let faults = browser.judge_here().await;
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
    client.find(Locator::Css("form[action$=refuse] button")).await.unwrap().click().await.unwrap();
    arrive(client, ".notice--success").await;
    // A question is asked again; with nothing typed the page alone is changed.
    client.goto(&browser.url(if scripts { "e-services" } else { "dichvucong" }, "/")).await.unwrap();
    if scripts {
        client.find(Locator::Css(".languages summary")).await.unwrap().click().await.unwrap();
        arrive(client, "html[lang='vi'] .languages").await;
    }
    arrive(client, "#code").await;
    type_into(client, "code", "000.00.01.H29-260210-0001").await;
    client.find(Locator::Css(".languages summary")).await.unwrap().click().await.unwrap();
    if !scripts {
        client
            .find(Locator::Css(".languages button[form='lookup']:not([aria-hidden])"))
            .await
            .unwrap()
            .click()
            .await
            .unwrap();
    }
    arrive(client, "html[lang='en'] form[action='/lookup'] #code").await;
    assert_eq!(value(&browser, "code").await, "000.00.01.H29-260210-0001");
    client.clone().close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_changed_before_signing_in_and_in_one_of_many_forms() {
    the_language_is_changed_with_what_was_typed(true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_script_the_language_is_changed_with_what_was_typed_too() {
    the_language_is_changed_with_what_was_typed(false).await;
}
