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
        // So do digits of it; a code of another counter says where that is taken in, and finds nothing else by its words.
        let by_part = page(&counter.get("/office/counter?q=000635").await);
        assert!(by_part.has(&format!("main .link-list a[href='{desk}']")));
        let here = world.app.master_data();
        let today = "2026-03-02".parse().unwrap();
        let centre = here.agency_by_key("centre").unwrap().id;
        let received = here.received_at(centre, today);
        let taken = |code: &str| received.iter().any(|(procedure, _)| procedure.code.as_str() == code);
        let other =
            here.public_procedures(today).into_iter().find(|procedure| !taken(procedure.code.as_str()));
        for (code, said) in other
            .iter()
            .map(|procedure| (procedure.code.as_str(), "Quầy này không tiếp nhận"))
            .chain([("9.999999", "Không có thủ tục nào mã 9.999999")])
        {
            let elsewhere = page(&counter.get(&format!("/office/counter?q={code}")).await);
            assert!(elsewhere.one("main .empty").text().contains(said), "{code}");
            assert!(!elsewhere.has("main .link-list"), "{code}");
        }
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
async fn what_is_not_taken_in_says_why_in_one_word_that_fits() {
    let world = World::new(Engine::Sqlite);
    let mut counter = world.signed_in("counter").await;
    let desk = format!("/office/counter/justice/{ORDINARY}");
    let said = |code: &'static str| [("words", "Nộp sai nơi"), ("reason-code", code)];
    for (act, code, asked) in [
        ("refuse", "", "Chọn một lý do từ chối"),
        ("refuse", "missing", "Chọn một lý do từ chối"),
        ("ask", "not-competent", "Chọn một lý do yêu cầu hoàn thiện"),
    ] {
        let again = take_in(&mut counter, &desk, act, &said(code)).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).shows(asked).shows("Nộp sai nơi");
    }
    let refused = take_in(&mut counter, &desk, "refuse", &said("not-competent")).await;
    let (page, _) = refused.location.split_once("/slips").expect("a slip was printed");
    let page = counter.get(page).await;
    page.shows("Hồ sơ không được tiếp nhận: không thuộc thẩm quyền giải quyết")
        .shows("Bộ phận Một cửa · Mức độ");
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

/// The fields of a form as a page shows them, sent with other ones.
async fn look_for(counter: &mut Visitor, desk: &str, page: &Seen, more: &[(&str, &str)]) -> Seen {
    let html = testkit::Html::page(&page.text());
    let mut fields: Vec<(String, String)> = vec![("act".into(), "find".into())];
    for input in html.all("main form input[name]") {
        let (Some(name), kind) = (input.attribute("name"), input.attribute("type")) else { continue };
        if !matches!(kind, Some("checkbox" | "radio" | "file"))
            && more.iter().all(|(other, _)| *other != name)
        {
            fields.push((name.into(), input.attribute("value").unwrap_or_default().into()));
        }
    }
    fields.extend(more.iter().map(|(name, value)| (name.to_string(), value.to_string())));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    counter.post(desk, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_number_filled_in_never_stands_under_another() {
    for engine in engines() {
        let world = World::new(engine);
        let mut counter = world.signed_in("counter").await;
        let desk = format!("/office/counter/justice/{ORDINARY}");
        let more = [("have-identity", "yes"), ("phone", "0900000001")];
        take_in(&mut counter, &desk, "accept", &more).await.is(StatusCode::SEE_OTHER);
        let blank = counter.get(&desk).await;
        let sent = look_for(&mut counter, &desk, &blank, &[("identity", "099190000001")]).await;
        let known = counter.follow(&sent).await;
        assert_eq!(
            (known.input("name"), known.input("phone")),
            ("Trần Thị Minh Châu".into(), "0900000001".into())
        );
        // Sent under another number it is not taken: the name is somebody else's.
        let other = [("act", "accept"), ("identity", "099190000002"), ("have-identity", "yes")];
        let wrong = look_for(&mut counter, &desk, &known, &other[1..]).await;
        let wrong_name = [("channel", "direct"), ("delivery", "counter")];
        let fields: Vec<(&str, &str)> = other.iter().chain(&wrong_name).copied().collect();
        let accepted = {
            let html = testkit::Html::page(&known.text());
            let hidden =
                |name: &str| html.one(&format!("input[name={name}]")).attribute("value").unwrap().to_string();
            let (key, filled) = (hidden("key"), hidden("filled"));
            let said = [("key", key.as_str()), ("filled", filled.as_str()), ("name", "Trần Thị Minh Châu")];
            let fields: Vec<(&str, &str)> =
                fields.iter().copied().chain(said).chain([("address", "Số 12")]).collect();
            counter.post(&desk, &fields).await
        };
        accepted.is(StatusCode::UNPROCESSABLE_ENTITY).shows("được điền theo một số khác");
        // Looked for, what came from the first number goes; what the officer typed stays.
        let unknown = counter.follow(&wrong).await;
        unknown.shows("Chưa có hồ sơ nào của số này").hides("Trần Thị Minh Châu").hides("0900000001");
        assert_eq!(
            (unknown.input("identity"), unknown.input("address")),
            ("099190000002".into(), String::new())
        );
        let typed = [("identity", "099190000003"), ("name", "Lê Văn Hai")];
        let sent = look_for(&mut counter, &desk, &unknown, &typed).await;
        assert_eq!(counter.follow(&sent).await.input("name"), "Lê Văn Hai");
        // A number that can be nobody's is said at once.
        let short = look_for(&mut counter, &desk, &blank, &[("identity", "12345")]).await;
        short.is(StatusCode::UNPROCESSABLE_ENTITY).shows("phải có 12 chữ số").hides("Hãy điền “Địa chỉ”");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_taken_in_without_papers_in_silence() {
    let world = World::new(Engine::Sqlite);
    // As records of the national database: no paper is said to be required.
    let mut procedure = world.app.master_data().procedure_any(ORDINARY).unwrap().clone();
    procedure.version += 1;
    procedure.papers.iter_mut().for_each(|paper| paper.required = false);
    let all = procedure.papers.len();
    let today = "2026-03-02".parse().unwrap();
    app::administration::save_procedure(&world.app, domain::officer::AccountId(1), procedure, today)
        .await
        .unwrap();
    let mut counter = world.signed_in("counter").await;
    let desk = format!("/office/counter/justice/{ORDINARY}");
    let asked = take_in(&mut counter, &desk, "accept", &[]).await;
    asked.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Chưa đánh dấu giấy tờ nào").shows("Trần Thị Minh Châu");
    assert!(testkit::Html::page(&asked.text()).has("input[name=no-papers]"));
    let bare = take_in(&mut counter, &desk, "accept", &[("no-papers", "yes")]).await;
    let receipt = counter.follow(&bare).await;
    let html = testkit::Html::page(&receipt.text());
    assert!(html.one(".receipt").text().contains("không kèm giấy tờ") && !html.has(".receipt ol"));
    // All that are shown, in one tick.
    counter.get(&desk).await.shows("Tất cả giấy tờ dưới đây");
    let whole = take_in(&mut counter, &desk, "accept", &[("all", "yes")]).await;
    let receipt = testkit::Html::page(&counter.follow(&whole).await.text());
    assert_eq!(receipt.all(".receipt ol > li").len(), all);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_over_the_portal_is_no_original_on_the_receipt() {
    let world = World::new(Engine::Sqlite);
    let (mut citizen, mut counter) = (world.signed_in("citizen").await, world.signed_in("counter").await);
    let reference = crate::common::steps::apply_for(&world, &mut citizen, ORDINARY).await;
    let accepted = act(&mut counter, &reference, "accept", &[]).await;
    let receipt = testkit::Html::page(&counter.follow(&accepted).await.text());
    let papers = receipt.texts(".receipt ol > li");
    assert!(
        papers.iter().all(|paper| paper.contains("bản điện tử") && !paper.contains("bản chính")),
        "{papers:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_digits_of_a_code_find_an_open_dossier() {
    for engine in engines() {
        let world = World::new(engine);
        let (mut citizen, mut counter) = (world.signed_in("citizen").await, world.signed_in("counter").await);
        let reference = apply_for(&world, &mut citizen, ORDINARY).await;
        act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        for part in ["0001", "260302-0001", "-0001", "260302"] {
            let sent = counter.post("/office/search", &[("wanted", part)]).await;
            counter.follow(&sent).await.shows(&reference);
        }
        let sent = counter.post("/office/search", &[("wanted", "0002")]).await;
        counter.follow(&sent).await.hides(&reference).shows("Không tìm thấy hồ sơ nào");
    }
}
