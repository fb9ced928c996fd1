//! What a script adds: files named before they travel, lists that renew themselves, forms that go on.

use super::*;

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
    let browser = BrowserScreen::open(&mut world, &tools, true).await;
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
    let browser = BrowserScreen::open(&mut world, &tools, true).await;
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
    let browser = BrowserScreen::open(&mut world, &tools, true).await;
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
