//! A dossier on an officer's desk: which act stands out, and that all that is wrong with a form is said at once.

use crate::common::steps::{act, act_from, apply_for};
use crate::common::{Engine, FormPart, Seen, Visitor, World, engines};
use axum::http::StatusCode;

const ORDINARY: &str = "2.000635";

/// The act that stands out on a page, the first of all.
fn primary(page: &Seen) -> Option<String> {
    let text = page.text();
    let key = |start: &str| Some(text.split(start).nth(1)?.split('"').next()?.to_string());
    let first = key("<details id=\"act-");
    let stands_out: Vec<&str> = text.split("class=\"act act--primary\"").collect();
    match stands_out.len() {
        1 => None,
        2 => {
            let own = stands_out[0].rsplit("<details id=\"act-").next()?.split('"').next()?.to_string();
            assert_eq!(Some(&own), first.as_ref(), "what is expected stands first");
            Some(own)
        }
        several => panic!("{} acts stand out", several - 1),
    }
}

async fn page(officer: &mut Visitor, reference: &str) -> Seen {
    officer.get(&format!("/office/dossiers/{reference}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_act_that_is_expected_stands_out() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = apply_for(&world, &mut citizen, ORDINARY).await;
    assert_eq!(primary(&page(&mut counter, &reference).await).as_deref(), Some("accept"));
    let asked = [("ask-completion-words", "Ảnh bị mờ")];
    act(&mut counter, &reference, "ask-completion", &asked).await.is(StatusCode::SEE_OTHER);
    let awaiting = page(&mut counter, &reference).await;
    assert_eq!(primary(&awaiting).as_deref(), Some("complete"));
    awaiting.shows("id=\"act-refuse\" class=\"act\"");
    act(&mut counter, &reference, "complete", &[("complete-words", "Đã nộp bản rõ")])
        .await
        .is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    assert_eq!(primary(&page(&mut counter, &reference).await).as_deref(), Some("hand-over"));
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);

    // A step is taken, then done; whoever leads gives it away. A pause awaits the applicant.
    let mut officer = world.signed_in("officer").await;
    assert_eq!(primary(&page(&mut officer, &reference).await).as_deref(), Some("assign"));
    let own = crate::common::steps::account(&world, "officer").await;
    act(&mut officer, &reference, "assign", &[("assign-officer", &own)]).await.is(StatusCode::SEE_OTHER);
    assert_eq!(primary(&page(&mut officer, &reference).await).as_deref(), Some("finish-step"));
    let mut head = world.signed_in("division-head").await;
    assert_eq!(primary(&page(&mut head, &reference).await).as_deref(), Some("assign"));
    let pause = [
        ("pause-for-applicant-document", "3/TB"),
        ("pause-for-applicant-words", "Thiếu trang sau"),
        ("pause-for-applicant-again", "Bản đầu không đọc được"),
    ];
    act(&mut officer, &reference, "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    assert_eq!(primary(&page(&mut counter, &reference).await).as_deref(), Some("complete"));
    assert_eq!(primary(&page(&mut officer, &reference).await).as_deref(), Some("resume"));
}

/// Before its last step.
async fn to_be_decided(world: &World) -> String {
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = apply_for(world, &mut citizen, ORDINARY).await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    for login in ["officer", "division-head", "agency-head"].into_iter().cycle().take(9) {
        let mut officer = world.signed_in(login).await;
        let seen = page(&mut officer, &reference).await;
        if seen.text().contains("/acts/decide\"") {
            return reference;
        }
        if seen.text().contains("/acts/finish-step\"") {
            act(&mut officer, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
        }
    }
    panic!("nobody can decide");
}

/// What is wrong is said at these fields, and at no others.
fn wrong_at(page: &Seen, fields: &[&str]) {
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    let mut wrong: Vec<&str> =
        text.split("-error\">").filter_map(|before| before.rsplit("id=\"").next()).collect();
    wrong.retain(|name| name.len() < 40 && !name.contains([' ', '<']));
    wrong.sort();
    let mut expected = fields.to_vec();
    expected.sort();
    assert_eq!(wrong, expected);
}

async fn all_at_once(engine: Engine) {
    let world = World::new(engine);
    let reference = to_be_decided(&world).await;
    let mut head = world.signed_in("agency-head").await;
    let denied = [("decide-outcome", "denied")];
    let bare = act(&mut head, &reference, "decide", &denied).await;
    wrong_at(&bare, &["decide-document", "decide-words", "decide-result"]);
    bare.shows("Hãy viết rõ lý do").shows("hãy đính kèm tệp văn bản");
    let seen = page(&mut head, &reference).await;
    let fields =
        [FormPart::Text("decide-outcome", "denied"), FormPart::Text("decide-words", "Chưa đủ điều kiện")];
    let unproved = act_from(&mut head, &seen, &reference, "decide", fields).await;
    wrong_at(&unproved, &["decide-document", "decide-result"]);
    unproved.shows("Chưa đủ điều kiện</textarea>");
    // What the form misses, and what the law does.
    wrong_at(
        &act(&mut head, &reference, "extend", &[]).await,
        &["extend-to", "extend-document", "extend-words"],
    );
    wrong_at(&act(&mut head, &reference, "stop", &[]).await, &["stop-document", "stop-words"]);
    wrong_at(
        &act(&mut head, &reference, "pause-for-applicant", &[("pause-for-applicant-by-day", "40")]).await,
        &["pause-for-applicant-by", "pause-for-applicant-document", "pause-for-applicant-words"],
    );
    let correct = [("correct-what", "owner-phone"), ("correct-to", "")];
    let mut counter = world.signed_in("counter").await;
    wrong_at(
        &act(&mut counter, &reference, "correct", &correct).await,
        &["correct-to", "correct-words", "correct-proof"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_is_missing_is_said_at_once() {
    for engine in engines() {
        all_at_once(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_that_are_none_are_named_with_their_form() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let path = "/office/administration/calendars/justice";
    for (typed, said) in [
        ("abc", "Hãy ghi giờ mở cửa và giờ đóng cửa, ví dụ 07:30-11:30, 13:30-17:00"),
        ("17:00-07:30", "Giờ đóng cửa phải sau giờ mở cửa"),
        ("07:30-11:30, 11:00-17:00", "không chồng lên nhau"),
    ] {
        let mut fields = vec![("act", "week"), ("hours-1", "07:30-11:30")];
        fields.push(("hours-0", typed));
        let refused = admin.post(path, &fields).await;
        wrong_at(&refused, &["hours-0"]);
        refused.shows(&format!("“{typed}” ở “thứ Hai” chưa đúng. ")).shows(said);
        refused.shows(&format!("value=\"{typed}\""));
    }
}

/// A question may be called like a field of the applicant: both are asked on one page, and each has a name of its own there.
#[tokio::test(flavor = "multi_thread")]
async fn at_the_counter_no_answer_is_taken_for_another() {
    let world = World::new(Engine::Sqlite);
    let mut counter = world.signed_in("counter").await;
    let links = testkit::Html::page(&counter.get("/office/counter").await.text()).links();
    let desks: Vec<&String> = links.iter().filter(|link| link.starts_with("/office/counter/")).collect();
    let mut alike = 0;
    for desk in desks {
        let page = testkit::Html::page(&counter.get(desk).await.text());
        assert_eq!(page.faults("vi"), Vec::<String>::new(), "{desk}");
        let mut names: Vec<&str> = page
            .all("main form input:not([type='hidden']):not([type='radio']):not([type='checkbox']), main form textarea")
            .into_iter()
            .filter_map(|control| control.attribute("name"))
            .collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{desk}: a name stands twice");
        alike += names.iter().filter(|name| name.starts_with("answer-")).count();
    }
    assert!(alike > 0, "some questions are called like a field of the applicant");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_typed_wrong_is_told_before_it_is_promised() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = apply_for(&world, &mut citizen, ORDINARY).await;
    let asked = [
        ("ask-completion-words", "Ảnh bị mờ"),
        ("ask-completion-by-day", "2"),
        ("ask-completion-by-month", "12"),
        ("ask-completion-by-year", "2099"),
    ];
    let refused = act(&mut counter, &reference, "ask-completion", &asked).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    let page = testkit::Html::page(&refused.text());
    assert!(
        page.has("#ask-completion-by-error, [id^='ask-completion-by'][aria-invalid]"),
        "{}",
        refused.text()
    );
    assert_eq!(page.one("#ask-completion-by-year").attribute("value"), Some("2099"));
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_counter_a_procedure_is_looked_for_or_one_of_those_taken_in_most() {
    for engine in engines() {
        let world = World::new(engine);
        let mut counter = world.signed_in("counter").await;
        let desk = format!("/office/counter/justice/{ORDINARY}");
        let page = |seen: &Seen| testkit::Html::page(&seen.text());
        let found = page(&counter.get("/office/counter?q=b%E1%BA%A3n+sao+khai+sinh").await);
        assert_eq!(found.faults("vi"), Vec::<String>::new());
        assert_eq!(
            found.all("main .link-list a").first().and_then(|link| link.attribute("href")),
            Some(&*desk)
        );
        // A whole code leads there at once.
        let by_code = counter.get(&format!("/office/counter?q={ORDINARY}")).await;
        assert_eq!((by_code.status, by_code.location.as_str()), (StatusCode::SEE_OTHER, desk.as_str()));
        let nothing = page(&counter.get("/office/counter?q=xyzqwk").await);
        assert!(nothing.has("main .empty") && !nothing.has("main .link-list"));
        counter.get("/office/counter?page=0").await.is(StatusCode::NOT_FOUND);
        counter.get("/office/counter?page=x").await.is(StatusCode::NOT_FOUND);

        assert!(!page(&counter.get("/office/counter").await).has("main .card"));
        take_in(&mut counter, &desk, "accept", &[("have-identity", "yes")]).await.is(StatusCode::SEE_OTHER);
        let used = page(&counter.get("/office/counter").await);
        assert!(used.has(&format!("main .card a[href='{desk}']")));
    }
}

async fn take_in(counter: &mut Visitor, desk: &str, act: &str, more: &[(&str, &str)]) -> Seen {
    let key = counter.get(desk).await.hidden("key");
    let mut fields = vec![
        ("key", key.as_str()),
        ("act", act),
        ("identity", "099190000001"),
        ("name", "Trần Thị Minh Châu"),
        ("address", "Số 12"),
        ("channel", "direct"),
        ("delivery", "counter"),
    ];
    fields.extend(more);
    counter.post(desk, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_end_of_an_intake_is_a_paper_and_leads_to_the_next_person() {
    let world = World::new(Engine::Sqlite);
    let mut counter = world.signed_in("counter").await;
    let desk = format!("/office/counter/justice/{ORDINARY}");
    let ends = [
        ("accept", vec![("have-identity", "yes")], "/receipt"),
        ("ask", vec![("words", "Thiếu tờ khai")], "/slips/2"),
        ("refuse", vec![("words", "Nộp sai nơi")], "/slips/2"),
    ];
    for (act, more, paper) in ends {
        let sent = take_in(&mut counter, &desk, act, &more).await;
        assert!(sent.location.ends_with(paper), "{act}: {}", sent.location);
        let printed = counter.follow(&sent).await;
        let html = testkit::Html::page(&printed.text());
        assert_eq!(html.faults("vi"), Vec::<String>::new());
        assert!(html.has("main button[data-print]") && html.has("main a[href='/office/counter']"), "{act}");
        more.iter().filter(|(name, _)| *name == "words").for_each(|(_, words)| {
            printed.shows(words);
        });
    }
    // Whoever takes in nothing prints the same slip without it.
    let refused = take_in(&mut counter, &desk, "refuse", &[("words", "Nộp sai nơi")]).await;
    let mut officer = world.signed_in("officer").await;
    let slip = officer.get(&refused.location).await;
    assert!(
        slip.status == StatusCode::NOT_FOUND
            || !testkit::Html::page(&slip.text()).has("main a[href='/office/counter']")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_is_as_many_papers_as_are_asked_for() {
    let world = World::new(Engine::Sqlite);
    let mut counter = world.signed_in("counter").await;
    let desk = format!("/office/counter/justice/{ORDINARY}");
    let refused = take_in(&mut counter, &desk, "accept", &[]).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    let html = testkit::Html::page(&refused.text());
    assert!(html.has(".error-summary a[href^='#have-identity']"));
    html.one("main .summary-list");
    let asked = world.app.master_data().procedure_any(ORDINARY).unwrap().clone();
    let identity = asked.paper("identity").unwrap().clone();
    let whole = ui::formats::counts(identity.originals, identity.copies, domain::Language::Vietnamese);
    let whole = if whole.is_empty() { "1 bản chính".to_string() } else { whole };
    let cases = [
        (vec![("have-identity", "yes")], whole.as_str()),
        (vec![("all", "yes")], whole.as_str()),
        (vec![("have-identity", "yes"), ("copies-identity", "3")], "3 bản sao"),
        (vec![("originals-identity", "2")], "2 bản chính"),
    ];
    for (said, counted) in cases {
        let sent = take_in(&mut counter, &desk, "accept", &said).await;
        counter.follow(&sent).await.shows(counted);
    }
    // What no box offers is refused, and what was typed stays.
    let wrong = take_in(&mut counter, &desk, "accept", &[("have-identity", "maybe")]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Trần Thị Minh Châu");
}
