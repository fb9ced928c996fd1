//! A real browser on the whole site: accessibility of every page in both languages, narrow screens, and the
//! main journey by keyboard. Left out, and said so, where Chromium's driver or axe is missing.

use crate::common::national::{in_cases, record};
use crate::common::screen::{Browser, arrive, press, tools, type_into};
use crate::common::{Engine, PDF, World};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn no_page_in_either_language_violates_wcag_22_aa() {
    let Some(tools) = tools() else { return };
    let mut world = World::lived(Engine::Sqlite);
    app::jobs::run_due(&world.app).await.unwrap();
    add_national(&world).await;
    let browser = Browser::open(&mut world, &tools, true).await;
    let mut found = Vec::new();
    let everybody = [
        "/",
        "/procedures",
        "/procedures?event=birth",
        "/procedures?agency=nowhere&level=1",
        "/procedures?q=sap%20bai%20bo",
        "/procedures/1.700001",
        "/procedures/1.700002",
        "/procedures/1.001193",
        "/procedures/1.000280",
        "/lookup",
        "/lookup?code=x",
        "/register",
        "/sign-in",
        "/forgotten-password",
        "/display",
        "/design",
        "/nowhere",
    ];
    let citizen =
        ["/", "/dossiers", "/dossiers/join", "/messages", "/profile", "/sessions", "/apply/1.001193"];
    let counter = [
        "/office",
        "/office?tab=return",
        "/office?tab=done",
        "/office/search",
        "/office/counter",
        "/office/counter/justice/2.000635",
        "/office/counter/justice/1.700002",
    ];
    let administrator = [
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
    for host in ["dichvucong", "e-services"] {
        browser.client.delete_all_cookies().await.unwrap();
        for path in everybody {
            found.extend(browser.judge(&browser.url(host, path)).await);
        }
        browser.sign_in(host, "citizen").await;
        for path in citizen {
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
        found.extend(
            judge_each(&browser, host, "/dossiers", "main .link-list a[href^='/dossiers/']", 6).await,
        );
        browser.client.delete_all_cookies().await.unwrap();
        browser.sign_in(host, "counter").await;
        for path in counter {
            found.extend(browser.judge(&browser.url(host, path)).await);
        }
        for tab in ["intake", "applicant", "return", "done"] {
            let list = format!("/office?tab={tab}");
            found.extend(judge_each(&browser, host, &list, "table tbody a", 1).await);
        }
        browser.client.delete_all_cookies().await.unwrap();
        browser.sign_in(host, "officer").await;
        found.extend(judge_each(&browser, host, "/office?tab=unit", "table tbody a", 1).await);
        for path in ["/office/absences", "/office/batches", "/office/reminders"] {
            found.extend(browser.judge(&browser.url(host, path)).await);
        }
        // Rows chosen for an act, and how it went.
        browser.client.goto(&browser.url(host, "/office?tab=unit")).await.unwrap();
        browser.client.find(Locator::Css("input[name='row']")).await.unwrap().click().await.unwrap();
        press(&browser.client, "button[name='kind'][value='take']", "#batch").await;
        arrive(&browser.client, "input[name='seen'], .notice--warning").await;
        found.extend(browser.judge_here().await);
        browser.client.delete_all_cookies().await.unwrap();
        browser.sign_in(host, "admin").await;
        for path in administrator {
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
    }
    browser.client.clone().close().await.unwrap();
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
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

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_the_header_is_one_row_and_its_menu_opens_by_keyboard_without_a_script() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let browser = Browser::open(&mut world, &tools, false).await;
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
    let browser = Browser::open(&mut world, &tools, true).await;
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

/// Judges the first pages a list leads to.
async fn judge_each(browser: &Browser, host: &str, list: &str, links: &str, many: usize) -> Vec<String> {
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

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_and_by_keyboard_alone_an_application_is_sent_and_accepted() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let browser = Browser::open(&mut world, &tools, false).await;
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

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_will_not_be_taken_is_named_before_it_travels() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let start = citizen.post("/apply/2.000635", &[("agency", "justice")]).await;
    let papers = start.location.replace("/you", "/papers");
    let procedure =
        world.app.master_data().procedure("2.000635", "2026-03-02".parse().unwrap()).unwrap().clone();
    let paper = procedure.papers.first().unwrap().id.clone();
    let browser = Browser::open(&mut world, &tools, true).await;
    let client = &browser.client;
    browser.sign_in("dichvucong", "citizen").await;
    client.goto(&browser.url("dichvucong", &papers)).await.unwrap();
    arrive(client, "button[value='go-on']").await;
    let file = |name: &str, content: &[u8]| {
        let path = world.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_string()
    };
    let (good, also) = (file("giay.pdf", PDF), file("mat-sau.PDF", PDF));
    let (note, empty) = (file("ghi-chu.txt", b"x"), file("trong.pdf", b""));
    type_into(client, &paper, &[good, note, empty, also].join("\n")).await;
    arrive(client, ".field__error:not(:empty)").await;
    let said = client.find(Locator::Css(".field__error:not(:empty)")).await.unwrap().text().await.unwrap();
    assert!(
        said.contains("“ghi-chu.txt” không phải PDF") && said.contains("“trong.pdf” không có nội dung"),
        "{said}"
    );
    let names = "return [...document.getElementById(arguments[0]).files].map(file => file.name)";
    let chosen = client.execute(names, vec![json!(paper)]).await.unwrap();
    assert_eq!(chosen, json!(["giay.pdf", "mat-sau.PDF"]));
    press(client, "button[value='upload']", "button[value='upload']").await;
    arrive(client, ".papers__item + .papers__item").await;
    client.clone().close().await.unwrap();
}

/// A colleague acts while an officer writes: lists renew themselves, and what was written is never lost.
#[tokio::test(flavor = "multi_thread")]
async fn what_colleagues_do_shows_by_itself_and_what_was_written_stays() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let mut colleague = world.signed_in("justice.officer2").await;
    let browser = Browser::open(&mut world, &tools, true).await;
    let client = &browser.client;
    browser.sign_in("dichvucong", "officer").await;
    client.goto(&browser.url("dichvucong", "/office?tab=unit")).await.unwrap();
    arrive(client, ".empty").await;
    let reference = crate::common::steps::apply_for(&world, &mut citizen, "2.000635").await;
    crate::common::steps::act(&mut counter, &reference, "accept", &[]).await;
    crate::common::steps::act(&mut counter, &reference, "hand-over", &[]).await;
    let row = format!("a[href^='/office/dossiers/{reference}']");
    arrive(client, &row).await;

    // A colleague's act that leaves the officer's own possible renews the page under it.
    client.goto(&browser.url("dichvucong", &format!("/office/dossiers/{reference}"))).await.unwrap();
    let open = "document.querySelector(\"form[action$='/acts/finish-step']\").closest('details').open = true";
    client.execute(open, vec![]).await.unwrap();
    type_into(client, "finish-step-words", "Đã đối chiếu với sổ gốc").await;
    let seen =
        "return document.querySelector(\"form[action$='/acts/finish-step'] input[name='seen']\").value";
    let before = client.execute(seen, vec![]).await.unwrap();
    let pause = [
        ("pause-for-applicant-document", "5/TB"),
        ("pause-for-applicant-words", "Thiếu bản gốc"),
        ("pause-for-applicant-again", "Mới phát hiện khi đối chiếu"),
    ];
    crate::common::steps::act(&mut colleague, &reference, "pause-for-applicant", &pause)
        .await
        .is(axum::http::StatusCode::SEE_OTHER);
    // It is paused now, so the step cannot be finished: the form is locked with what was written.
    arrive(client, "form[action$='/acts/finish-step'][data-locked] .notice[role='alert']").await;
    let written =
        "const field = document.getElementById('finish-step-words'); return [field.value, field.readOnly];";
    let written = client.execute(written, vec![]).await.unwrap();
    assert_eq!(written, json!(["Đã đối chiếu với sổ gốc", true]));
    let button = "return document.querySelector(\"form[action$='/acts/finish-step'] button\").disabled";
    assert_eq!(client.execute(button, vec![]).await.unwrap(), json!(true));
    arrive(client, "form[action$='/acts/resume']").await;
    let now = "return document.querySelector(\"form[action$='/acts/resume'] input[name='seen']\").value";
    assert_ne!(
        client.execute(now, vec![]).await.unwrap(),
        before,
        "the act goes on from where the dossier stands"
    );

    // A form that came back with something to correct is kept too.
    let reference = crate::common::steps::apply_for(&world, &mut citizen, "2.000635").await;
    crate::common::steps::act(&mut counter, &reference, "accept", &[]).await;
    crate::common::steps::act(&mut counter, &reference, "hand-over", &[]).await;
    client.goto(&browser.url("dichvucong", &format!("/office/dossiers/{reference}"))).await.unwrap();
    let open = "document.querySelector(\"form[action$='/acts/pause-for-applicant']\").closest('details').open = true";
    client.execute(open, vec![]).await.unwrap();
    type_into(client, "pause-for-applicant-words", "Lệ phí cấp bản sao").await;
    let send = "document.querySelector(\"form[action$='/acts/pause-for-applicant']\").requestSubmit()";
    client.execute(send, vec![]).await.unwrap();
    arrive(client, ".error-summary").await;
    crate::common::steps::act(&mut colleague, &reference, "pause-for-applicant", &pause)
        .await
        .is(axum::http::StatusCode::SEE_OTHER);
    arrive(client, "form[action$='/acts/pause-for-applicant'][data-locked] .notice[role='alert']").await;
    let written = "return document.getElementById('pause-for-applicant-words').value";
    assert_eq!(client.execute(written, vec![]).await.unwrap(), json!("Lệ phí cấp bản sao"));
    client.clone().close().await.unwrap();
}

/// First what is put right, then how; a form that came back goes on though a colleague did something else meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_chosen_first_and_a_form_that_came_back_goes_on() {
    let Some(tools) = tools() else { return };
    let mut world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = crate::common::steps::apply_for(&world, &mut citizen, "2.000635").await;
    crate::common::steps::act(&mut counter, &reference, "accept", &[]).await;
    let name = [
        ("correct-what", "owner-name"),
        ("correct-to", "Trần Thị Minh Chân"),
        ("correct-words", "Gõ nhầm"),
        ("correct-proof", "Giấy khai sinh"),
    ];
    crate::common::steps::act(&mut counter, &reference, "correct", &name).await;
    let browser = Browser::open(&mut world, &tools, true).await;
    let client = &browser.client;
    browser.sign_in("dichvucong", "counter").await;
    let dossier = format!("/office/dossiers/{reference}");
    client.goto(&browser.url("dichvucong", &dossier)).await.unwrap();
    client.execute("document.querySelector('#act-correct').open = true", vec![]).await.unwrap();
    let mut found = browser.judge_here().await;
    let send = async |form: &str| {
        client.execute(&format!("document.querySelector(\"{form}\").requestSubmit()"), vec![]).await.unwrap();
    };
    client.find(Locator::Css("input[value='answer-event']")).await.unwrap().click().await.unwrap();
    send("#act-correct form").await;
    arrive(client, "#act-correct[open] form[action$='/acts/correct'] input[value='marriage']").await;
    found.extend(browser.judge_here().await);

    client.find(Locator::Css("input[value='marriage']")).await.unwrap().click().await.unwrap();
    type_into(client, "correct-words", "Đọc nhầm").await;
    send("form[action$='/acts/correct']").await;
    arrive(client, "#correct-proof-error").await;
    found.extend(browser.judge_here().await);
    crate::common::steps::act(&mut counter, &reference, "hand-over", &[])
        .await
        .is(axum::http::StatusCode::SEE_OTHER);
    let seen = counter.get(&dossier).await.hidden("seen");
    let form = "form[action$='/acts/correct']:not([data-locked])";
    arrive(client, &format!("{form} input[name='seen'][value='{seen}']")).await;
    let written = "return document.getElementById('correct-words').value";
    assert_eq!(client.execute(written, vec![]).await.unwrap(), json!("Đọc nhầm"));
    type_into(client, "correct-proof", "Sổ gốc").await;
    send("form[action$='/acts/correct']").await;
    arrive(client, "#act-correct form:not([method])").await;
    let page = counter.get(&dossier).await;
    assert!(page.text().contains("thành “Trích lục kết hôn”"), "{}", page.text());
    assert!(found.is_empty(), "{found:?}");
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
    let browser = Browser::open(&mut world, &tools, true).await;
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
