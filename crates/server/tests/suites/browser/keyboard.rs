//! Everything by keyboard alone.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_the_header_is_one_row_and_its_menu_opens_by_keyboard_without_a_script() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let browser = BrowserScreen::open(&mut world, &tools, false).await;
    let client = &browser.client;
    for (login, home, news, inside) in [
        ("citizen", "/dossiers", "/messages", "a[href='/dossiers']"),
        ("counter", "/office", "/office/reminders", "a[href='/office/counter']"),
    ] {
        client.set_window_size(360, 740).await.unwrap();
        browser.sign_in("dichvucong", login).await;
        client.goto(&browser.url("dichvucong", home)).await.unwrap();
        arrive(client, ".site-header").await;
        let (_, _, _, height) =
            client.find(Locator::Css(".site-header")).await.unwrap().rectangle().await.unwrap();
        assert!(height <= 64.0, "{login}: {height}");
        let bell = format!(".site-header__bell a[href='{news}']");
        assert!(client.find(Locator::Css(&bell)).await.unwrap().is_displayed().await.unwrap());
        let inside = client.find(Locator::Css(&format!("#menu {inside}"))).await.unwrap();
        assert!(!inside.is_displayed().await.unwrap(), "{login}");
        let menu = client.find(Locator::Css(".site-header__menu")).await.unwrap();
        menu.send_keys(&format!("{}", Key::Enter)).await.unwrap();
        assert!(inside.is_displayed().await.unwrap(), "{login}");
        menu.send_keys(&format!("{}", Key::Escape)).await.unwrap();
        assert!(!inside.is_displayed().await.unwrap(), "{login}");
        // Where there is room the menu is the row itself.
        client.set_window_size(1366, 900).await.unwrap();
        assert!(inside.is_displayed().await.unwrap() && !menu.is_displayed().await.unwrap(), "{login}");
        client.find(Locator::Css("form[action='/sign-out'] button")).await.unwrap().click().await.unwrap();
        arrive(client, "form[action='/sign-out'], a[href^='/sign-in'], [name=login]").await;
    }
    client.clone().close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn suggestions_are_walked_by_keyboard() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let browser = BrowserScreen::open(&mut world, &tools, true).await;
    let client = &browser.client;
    client.goto(&browser.url("dichvucong", "/")).await.unwrap();
    type_into(client, "q", "khai sinh").await;
    arrive(client, ".suggestions a").await;
    let focused = async || {
        let script = "return document.activeElement.id || document.activeElement.getAttribute('href')";
        client.execute(script, vec![]).await.unwrap().as_str().unwrap_or_default().to_string()
    };
    let press_key = async |key: Key| {
        let active = client.active_element().await.unwrap();
        active.send_keys(&key.to_string()).await.unwrap();
    };
    press_key(Key::Down).await;
    assert!(focused().await.starts_with("/procedures/"), "{}", focused().await);
    press_key(Key::Up).await;
    assert_eq!(focused().await, "q");
    press_key(Key::Down).await;
    press_key(Key::Escape).await;
    assert_eq!(focused().await, "q");
    let hidden =
        client.execute("return document.querySelector('.suggestions').hidden", vec![]).await.unwrap();
    assert_eq!(hidden, json!(true));
    let found = browser.judge_here().await;
    assert!(found.is_empty(), "{found:?}");
    client.clone().close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_and_by_keyboard_alone_an_application_is_sent_and_accepted() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let browser = BrowserScreen::open(&mut world, &tools, false).await;
    let client = &browser.client;
    client.goto(&browser.url("dichvucong", "/apply/2.000635")).await.unwrap();
    type_into(client, "login", "citizen").await;
    type_into(client, "password", &format!("{}{}", province::PASSWORD, Key::Enter)).await;
    press(client, "main form button", "#agency-1").await;
    press(client, "main form button", "#whose-1").await;
    arrive(client, ".back-link[href$='/you']").await;
    let data = world.app.master_data();
    let procedure = data.procedure("2.000635", "2026-03-02".parse().unwrap()).unwrap();
    for question in &procedure.form.questions {
        let id = &question.id;
        match &question.kind {
            forms::QuestionKind::Choice { choices } if choices.len() > 6 => {
                client.find(Locator::Id(id)).await.unwrap().select_by_index(1).await.unwrap();
            }
            forms::QuestionKind::Choice { .. } | forms::QuestionKind::YesNo => {
                let first = client.find(Locator::Id(&format!("{id}-1"))).await.unwrap();
                first.send_keys(" ").await.unwrap();
            }
            forms::QuestionKind::Date(_) => {
                type_into(client, &format!("{id}-day"), "24").await;
                type_into(client, &format!("{id}-month"), "2").await;
                type_into(client, &format!("{id}-year"), "2020").await;
            }
            forms::QuestionKind::IdentityNumber => type_into(client, id, "099190000001").await,
            forms::QuestionKind::Phone => type_into(client, id, "0900000101").await,
            forms::QuestionKind::Email => type_into(client, id, "a@example.vn").await,
            forms::QuestionKind::Number { min, .. } => {
                type_into(client, id, &(*min).max(1).to_string()).await
            }
            forms::QuestionKind::Money => type_into(client, id, "1000").await,
            forms::QuestionKind::Text { .. } | forms::QuestionKind::LongText { .. } => {
                type_into(client, id, "Trần An").await
            }
        }
    }
    press(client, "main form button", "main form button").await;
    arrive(client, "button[value='go-on']").await;
    let file = world.folder.path().join("giay-to.pdf");
    std::fs::write(&file, PDF).unwrap();
    for paper in procedure.papers.iter().filter(|paper| paper.required) {
        type_into(client, &paper.id, file.to_str().unwrap()).await;
    }
    press(client, "button[value='go-on']", "button[value='go-on']").await;
    press(client, "form:not([action]) button", ".summary-list").await;
    arrive(client, ".panel__title").await;
    let title = client.find(Locator::Css("h1")).await.unwrap().text().await.unwrap();
    assert_eq!(title, "Đã nộp hồ sơ");
    let url = client.current_url().await.unwrap();
    let reference = url.path().trim_start_matches("/dossiers/").trim_end_matches("/sent").to_string();

    client.delete_all_cookies().await.unwrap();
    browser.sign_in("dichvucong", "counter").await;
    client.goto(&browser.url("dichvucong", &format!("/office/dossiers/{reference}"))).await.unwrap();
    press(client, "form[action$='/acts/accept'] button", ".dossier").await;
    arrive(client, ".receipt").await;
    let receipt = client.source().await.unwrap();
    assert!(receipt.contains("000.00.20.H99-260302-0001"), "{receipt}");
    client.clone().close().await.unwrap();
}

/// Single keys walk through a list and its dossiers; a setting turns them off.
#[tokio::test(flavor = "multi_thread")]
async fn single_keys_work_unless_they_are_turned_off() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    for _ in 0..2 {
        let reference = crate::common::steps::apply_for(&world, &mut citizen, "2.000635").await;
        crate::common::steps::act(&mut counter, &reference, "accept", &[]).await;
        crate::common::steps::act(&mut counter, &reference, "hand-over", &[]).await;
    }
    let browser = BrowserScreen::open(&mut world, &tools, true).await;
    let client = &browser.client;
    browser.sign_in("dichvucong", "officer").await;
    let list = browser.url("dichvucong", "/office?tab=unit");
    // To whatever has the focus, as a keyboard does.
    let key = |key: char| async move {
        let keys = KeyActions::new("keyboard".into());
        let keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        client.perform_actions(keys).await.unwrap();
    };
    let open = "return document.getElementById('keys').open";
    client.goto(&list).await.unwrap();
    key('?').await;
    assert_eq!(client.execute(open, vec![]).await.unwrap(), json!(true));
    let found = browser.judge_here().await;
    assert!(found.is_empty(), "{found:?}");
    key('?').await;
    key('j').await;
    let first =
        client.active_element().await.unwrap().attr("href").await.unwrap().expect("a row has the focus");
    key('j').await;
    let second = client.active_element().await.unwrap().attr("href").await.unwrap().unwrap();
    assert_ne!(first, second);
    key('k').await;
    key(Key::Enter.into()).await;
    arrive(client, ".dossier a[rel='next']").await;
    key('j').await;
    arrive(client, ".dossier a[rel='prev']").await;
    assert!(client.current_url().await.unwrap().as_str().contains(second.split('?').next().unwrap()));

    client.goto(&browser.url("dichvucong", "/display")).await.unwrap();
    client.find(Locator::Css("input[name='keys'][value='off']")).await.unwrap().click().await.unwrap();
    client.find(Locator::Css("main form button")).await.unwrap().click().await.unwrap();
    arrive(client, "body[data-keys='off']").await;
    client.goto(&list).await.unwrap();
    key('?').await;
    assert_eq!(client.execute(open, vec![]).await.unwrap(), json!(false));
    client.clone().close().await.unwrap();
}
