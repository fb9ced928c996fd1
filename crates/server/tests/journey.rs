//! Whole journeys over plain HTML forms, without any script, on both engines.

mod common;

use axum::http::StatusCode;
use common::steps::*;
use common::{ENGLISH, Engine, PDF, Part, Seen, VIETNAMESE, Visitor, World, engines};

/// The birth registration of a commune: one step there, so the story is short.
const PROCEDURE: &str = "2.000635";

async fn apply(world: &World, citizen: &mut Visitor) -> String {
    apply_for(world, citizen, PROCEDURE).await
}

async fn online(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply(&world, &mut citizen).await;
    citizen.get(&format!("/dossiers/{reference}/sent")).await.is(StatusCode::OK).shows("Đã nộp hồ sơ");

    let mut counter = world.signed_in("counter").await;
    counter.get("/office?tab=intake").await.is(StatusCode::OK).shows(&reference).shows("Trần Thị Minh Châu");
    let accepted = act(&mut counter, &reference, "accept", &[]).await;
    let receipt = counter.follow(&accepted).await;
    receipt.is(StatusCode::OK).shows("000.00.20.H99-260302-0001").shows("17:00, thứ Ba, 03/03/2026");
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);

    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    page.is(StatusCode::OK).shows("Cơ quan đang giải quyết").shows("000.00.20.H99-260302-0001");
    world.at("2026-03-02T09:40");
    handle(&world, &reference).await;

    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    page.shows("Đã có kết quả");
    let received = citizen.post(&format!("/dossiers/{reference}/receive"), &[]).await;
    let page = citizen.follow(&received).await;
    page.shows("Kết quả đã được trả");
    let text = page.text();
    let file =
        text.split("href=\"/files/").nth(1).and_then(|rest| rest.split('"').next()).expect("the result");
    let file = citizen.get(&format!("/files/{file}")).await;
    assert_eq!(file.body, PDF);
    assert_eq!(file.headers["content-type"], "application/pdf");

    world.app.run_due_jobs().await.unwrap();
    citizen.get("/messages").await.shows("Hồ sơ đã được tiếp nhận").shows("Hồ sơ đã có kết quả");
    // The same on the other host, in English; the session stays behind until it is handed over.
    let mut english = citizen.clone().on(ENGLISH);
    english.cookies.clear();
    let crossing = citizen.get("/cross?to=/dossiers").await;
    assert!(
        crossing.location.starts_with(&format!("http://{ENGLISH}/arrive?pass=")),
        "{}",
        crossing.location
    );
    let pass = crossing.location.trim_start_matches(&format!("http://{ENGLISH}")).to_string();
    let arrived = english.get(&pass).await;
    english.follow(&arrived).await.is(StatusCode::OK).shows("My applications").shows("Result returned");
    let mut thief = citizen.clone().on(ENGLISH);
    thief.cookies.clear();
    thief.get(&pass).await;
    assert!(thief.cookies.is_empty(), "a pass works once");

    let world_app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || world_app.verify()).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
    assert!(report.events >= 8);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_goes_from_the_citizen_to_the_result() {
    for engine in engines() {
        online(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_taken_at_the_counter_joins_an_account_only_by_its_one_time_code() {
    let world = World::new(Engine::Sqlite);
    let mut counter = world.signed_in("counter").await;
    let form = counter.get("/office/counter/justice/2.000635").await;
    let key = form.is(StatusCode::OK).hidden("key");
    let parts = |act: &'static str, name: &'static str| {
        vec![
            Part::Text("act", act),
            Part::Text("identity", "099190000001"),
            Part::Text("name", name),
            Part::Text("phone", ""),
            Part::Text("email", ""),
            Part::Text("address", "Số 12"),
            Part::Text("submitter", ""),
            Part::Text("channel", "direct"),
            Part::Text("delivery", "counter"),
            Part::Text("words", ""),
            Part::Text("originals-identity", "1"),
        ]
    };
    let mut bad = parts("accept", "");
    bad.push(Part::Text("key", &key));
    counter
        .post_parts("/office/counter/justice/2.000635", &bad)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Số 12");
    let mut good = parts("accept", "Trần Thị Minh Châu");
    good.push(Part::Text("key", &key));
    let accepted = counter.post_parts("/office/counter/justice/2.000635", &good).await;
    let receipt = counter.follow(&accepted).await;
    let text = receipt.shows("Mã một lần").text();
    let secret = text.split("Mã một lần để theo dõi trên Cổng: <strong class=\"code\">").nth(1).unwrap()
        [..10]
        .to_string();
    let again = counter.post_parts("/office/counter/justice/2.000635", &good).await;
    assert_eq!(again.location, accepted.location, "the same form sent again is the same dossier");

    // The same number typed into an account shows nothing.
    let mut citizen = world.signed_in("citizen").await;
    citizen.get("/dossiers").await.hides("260302");
    let join = |secret: &str| {
        [
            ("code".to_string(), "000.00.20.H99-260302-0001".to_string()),
            ("secret".to_string(), secret.to_string()),
        ]
    };
    let send = |fields: [(String, String); 2]| fields;
    let wrong = send(join("0000000000"));
    let fields: Vec<(&str, &str)> = wrong.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    citizen.post("/dossiers/join", &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("chưa đúng");
    let right = send(join(&secret.to_lowercase()));
    let fields: Vec<(&str, &str)> = right.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let joined = citizen.post("/dossiers/join", &fields).await;
    citizen.follow(&joined).await.is(StatusCode::OK).shows("Trần").hides("Mã một lần");
    let mut other = world.signed_in("company").await;
    other.post("/dossiers/join", &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_officers_conflict_readably_and_lose_no_words() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply(&world, &mut citizen).await;
    let mut first = world.signed_in("counter").await;
    let mut second = world.signed_in("counter2").await;
    let old = second.get(&format!("/office/dossiers/{reference}")).await;
    act(&mut first, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    let (key, seen) = (old.hidden("key"), old.hidden("seen"));
    let parts = [
        Part::Text("key", &key),
        Part::Text("seen", &seen),
        Part::Text("withdraw-words", "Người nộp gọi điện xin rút"),
    ];
    let refused = second.post_parts(&format!("/office/dossiers/{reference}/acts/withdraw"), &parts).await;
    refused
        .is(StatusCode::CONFLICT)
        .shows("Hồ sơ vừa có thay đổi")
        .shows("Nguyễn Thị Hạnh")
        .shows("Hồ sơ được tiếp nhận")
        .shows("Người nộp gọi điện xin rút");
    // Even where the act itself has become impossible, the words are there to be copied.
    let parts = [
        Part::Text("key", "another"),
        Part::Text("seen", &seen),
        Part::Text("refuse-words", "Không thuộc thẩm quyền"),
    ];
    let refused = second.post_parts(&format!("/office/dossiers/{reference}/acts/refuse"), &parts).await;
    refused.is(StatusCode::CONFLICT).shows("Những gì bạn đã viết").shows("Không thuộc thẩm quyền");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session_on_both_hosts_and_no_link_leads_away() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let crossing = citizen.get("/cross?to=/dossiers").await;
    let mut english = world.visitor().on(ENGLISH);
    english.get(crossing.location.trim_start_matches(&format!("http://{ENGLISH}"))).await;
    english.get("/dossiers").await.is(StatusCode::OK);
    citizen.post("/sign-out", &[]).await;
    english.get("/dossiers").await.is(StatusCode::SEE_OTHER);
    for to in ["//evil.example", "/%09/evil.example", "https://evil.example", "/%5Cevil.example"] {
        let sent = citizen.get(&format!("/language?to={to}&language=en")).await;
        assert_eq!(sent.location, "/", "{to}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_stored_only_where_a_form_asks_for_one() {
    let world = World::new(Engine::Sqlite);
    let mut anybody = world.visitor();
    let parts = [Part::File("anything", "a.pdf", PDF)];
    for path in ["/display", "/sign-in", "/register", "/forgotten-password"] {
        anybody.post_parts(path, &parts).await.is(StatusCode::BAD_REQUEST);
    }
    assert_eq!(world.contents(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_applicant_completes_what_is_asked_and_may_withdraw() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply(&world, &mut citizen).await;
    let mut counter = world.signed_in("counter").await;
    let empty = act(&mut counter, &reference, "ask-completion", &[]).await;
    empty.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn giấy tờ cần bổ sung");
    act(&mut counter, &reference, "ask-completion", &[("ask-completion-words", "Ảnh mờ, gửi lại")])
        .await
        .is(StatusCode::SEE_OTHER);
    citizen
        .get(&format!("/dossiers/{reference}"))
        .await
        .shows("Ảnh mờ, gửi lại")
        .shows("Bạn cần bổ sung giấy tờ");
    let form = citizen.get(&format!("/dossiers/{reference}/complete")).await;
    let key = form.hidden("key");
    let bad = [
        Part::Text("key", &key),
        Part::File("other", "virus.exe", b"MZ not a paper at all"),
        Part::Text("words", "Đây ạ"),
    ];
    let refused = citizen.post_parts(&format!("/dossiers/{reference}/complete"), &bad).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("không phải PDF, JPG hay PNG").shows("Đây ạ");
    let good = [Part::Text("key", &key), Part::File("other", "anh.pdf", PDF), Part::Text("words", "Đây ạ")];
    citizen.post_parts(&format!("/dossiers/{reference}/complete"), &good).await.is(StatusCode::SEE_OTHER);
    counter.get("/office?tab=intake").await.shows(&reference);
    let withdrawn = citizen.post(&format!("/dossiers/{reference}/withdraw"), &[("words", "")]).await;
    citizen.follow(&withdrawn).await.shows("Hồ sơ đã được rút");
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_and_unreadable_codes_get_the_same_page() {
    let world = World::new(Engine::Sqlite);
    let mut anybody = world.visitor();
    let page =
        |seen: Seen, typed: &str| seen.text().replace(typed, "").replace(&typed.replace('<', "&#60;"), "");
    let code = "000.00.20.H99-260302-7777";
    let (unknown, unreadable) = ("/lookup?code=000.00.20.H99-260302-7777", "/lookup?code=zzz");
    let one = anybody.get(unknown).await;
    let other = anybody.get(unreadable).await;
    assert_eq!(one.status, other.status);
    // The typed code stands in the box and in the link to the other language, nowhere else.
    assert_eq!(
        page(one, code).replace("%2Flookup%3Fcode%3D", ""),
        page(other, "zzz").replace("%2Flookup%3Fcode%3D", "")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_page_links_to_its_twin_and_the_host_picks_the_language() {
    let world = World::new(Engine::Sqlite);
    let mut vietnamese = world.visitor();
    let page = vietnamese.get("/procedures/1.001193").await;
    page.shows("<html lang=\"vi\"").shows(&format!("http://{ENGLISH}/procedures/1.001193"));
    let mut english = world.visitor().on(ENGLISH);
    let page = english.get("/procedures/1.001193").await;
    page.shows("<html lang=\"en\"")
        .shows(&format!("http://{VIETNAMESE}/procedures/1.001193"))
        .shows("Register a birth");
    let mut unknown = world.visitor().on("127.0.0.1:8080");
    unknown.get("/").await.shows("<html lang=\"vi\"").shows("/language?to=%2F");
    unknown.get("/language?to=/&language=en").await;
    unknown.get("/").await.shows("<html lang=\"en\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_form_from_elsewhere_is_refused() {
    let world = World::new(Engine::Sqlite);
    use tower::ServiceExt;
    let request = axum::http::Request::builder()
        .method("POST")
        .uri("/sign-in")
        .header("host", VIETNAMESE)
        .header("origin", "https://evil.example")
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from("login=citizen&password=x"))
        .unwrap();
    let answer = world.router.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_calendar_moves_open_dates_and_the_applicant_is_told() {
    for engine in engines() {
        let world = World::new(engine);
        let mut citizen = world.signed_in("citizen").await;
        let reference = apply(&world, &mut citizen).await;
        let mut counter = world.signed_in("counter").await;
        act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        citizen.get(&format!("/dossiers/{reference}")).await.shows("17:00, thứ Ba, 03/03/2026");
        let mut admin = world.signed_in("admin").await;
        let day_off = [
            ("act", "day"),
            ("date-day", "3"),
            ("date-month", "3"),
            ("date-year", "2026"),
            ("day-kind", "off"),
            ("day-name-vi", "Lễ hội của tỉnh"),
            ("certainty", "announced"),
            ("source", "Quyết định 1/QĐ"),
        ];
        let missing: Vec<_> = day_off.iter().copied().filter(|(name, _)| *name != "source").collect();
        let refused = admin.post("/office/administration/calendars/all", &missing).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy ghi căn cứ").shows("Lễ hội của tỉnh");
        admin.post("/office/administration/calendars/all", &day_off).await.is(StatusCode::SEE_OTHER);
        world.app.run_due_jobs().await.unwrap();
        let page = citizen.get(&format!("/dossiers/{reference}")).await;
        page.shows("17:00, thứ Tư, 04/03/2026").shows("Lịch làm việc thay đổi");
        page.shows("Ngày hẹn trên giấy tiếp nhận").shows("17:00, thứ Ba, 03/03/2026");
        citizen.get("/messages").await.shows("Hồ sơ có ngày hẹn mới");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn new_steps_are_a_new_version_and_a_running_dossier_keeps_its_own() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let running = apply(&world, &mut citizen).await;
    let mut admin = world.signed_in("admin").await;
    let path = format!("/office/administration/procedures/{PROCEDURE}/parts/steps");
    let step = |hours: &'static str| {
        [
            ("rows", "1"),
            ("id-0", "sign"),
            ("vi-0", "Ký ngay tại chỗ"),
            ("en-0", "Sign at once"),
            ("unit-0", "leadership"),
            ("role-0", "agency-head"),
            ("hours-0", hours),
            ("product-vi-0", ""),
            ("product-en-0", ""),
            ("version", "1"),
            ("act", "save"),
        ]
    };
    let refused = admin.post(&path, &step("many")).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Số giờ phải từ 1 đến 2000").shows("Ký ngay tại chỗ");
    admin.post(&path, &step("2")).await.is(StatusCode::SEE_OTHER);
    admin
        .post(&path, &step("3"))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Có người vừa lưu một phiên bản khác");
    let fresh = apply(&world, &mut citizen).await;
    citizen.get(&format!("/dossiers/{fresh}")).await.shows("Ký ngay tại chỗ");
    citizen.get(&format!("/dossiers/{running}")).await.hides("Ký ngay tại chỗ");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_procedure_written_by_an_administrator_is_worked_through_to_its_result() {
    const NEW: &str = "9.000123";
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let home = "/office/administration/procedures";
    let about = [
        ("code", NEW),
        ("name-vi", "Thủ tục xác nhận thử"),
        ("short-vi", "Xin xác nhận thử"),
        ("summary-vi", "Dùng để thử."),
        ("new-field", "Lĩnh vực thử"),
        ("audiences", "citizen"),
        ("number", "2"),
        ("unit", "working-days"),
        ("basis-number", "61/2018/NĐ-CP"),
    ];
    let without_basis = admin.post(&format!("{home}/new"), &about[..8]).await;
    without_basis.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy điền “Số, ký hiệu văn bản”");
    let saved = admin.post(&format!("{home}/new"), &about).await;
    admin.follow(&saved).await.shows("Đã lưu thay đổi").shows("Thủ tục này chưa nhận được hồ sơ");
    // The notice is said once.
    admin.get(&format!("{home}/{NEW}")).await.hides("Đã lưu thay đổi");

    let papers = format!("{home}/{NEW}/parts/papers");
    let added = admin.post(&papers, &[("rows", "0"), ("version", "1"), ("act", "add")]).await;
    added.is(StatusCode::OK).shows("vi-0");
    let row = |act: &'static str, name: &'static str| {
        [
            ("rows", "1"),
            ("version", "1"),
            ("act", act),
            ("vi-0", name),
            ("required-0", "yes"),
            ("originals-0", "1"),
        ]
    };
    let unnamed = admin.post(&papers, &row("save", "")).await;
    unnamed.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Dòng 1: Hãy điền “Tên tiếng Việt”");
    admin.post(&papers, &row("save", "Đơn xin xác nhận")).await.is(StatusCode::SEE_OTHER);
    admin.post(&papers, &row("save", "Đơn khác")).await.shows("Có người vừa lưu một phiên bản khác");

    let choice = [
        ("rows", "1"),
        ("version", "2"),
        ("act", "save"),
        ("vi-0", "Mục đích"),
        ("kind-0", "choice"),
        ("choices-vi-0", "Đi học\nĐi làm"),
        ("required-0", "yes"),
    ];
    admin.post(&format!("{home}/{NEW}/parts/questions"), &choice).await.is(StatusCode::SEE_OTHER);
    let fee = [
        ("rows", "1"),
        ("version", "3"),
        ("act", "save"),
        ("way-0", "1"),
        ("kind-0", "charge"),
        ("vi-0", "Lệ phí xác nhận"),
        ("amount-0", "8.000"),
    ];
    admin.post(&format!("{home}/{NEW}/parts/fees"), &fee).await.is(StatusCode::SEE_OTHER);
    let supply = [("act", "supply"), ("agency", "justice"), ("level", "3"), ("receiving", "centre")];
    admin.post(&format!("{home}/{NEW}"), &supply).await.is(StatusCode::SEE_OTHER);
    let step = [
        ("rows", "1"),
        ("version", "1"),
        ("act", "save"),
        ("vi-0", "Ký xác nhận"),
        ("unit-0", "leadership"),
        ("role-0", "agency-head"),
        ("hours-0", "4"),
    ];
    admin.post(&format!("{home}/{NEW}/parts/steps"), &step).await.is(StatusCode::SEE_OTHER);
    admin.get(&format!("{home}/{NEW}")).await.hides("Thủ tục này chưa nhận được hồ sơ");

    let mut citizen = world.signed_in("citizen").await;
    citizen
        .get(&format!("/procedures/{NEW}"))
        .await
        .shows("Đơn xin xác nhận")
        .shows("Lệ phí xác nhận: 8.000 đồng");
    let reference = apply_for(&world, &mut citizen, NEW).await;
    let mut counter = world.signed_in("counter").await;
    let accepted = act(&mut counter, &reference, "accept", &[]).await;
    counter.follow(&accepted).await.shows("17:00, thứ Tư, 04/03/2026").shows("Lệ phí xác nhận: 8.000 đồng");
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    handle(&world, &reference).await;
    let received = citizen.post(&format!("/dossiers/{reference}/receive"), &[]).await;
    citizen.follow(&received).await.shows("Kết quả đã được trả").shows("Đi học");
    citizen.get(&format!("/dossiers/{reference}/receipt")).await.shows("000.00.20.H99-260302-0001");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_catalogue_is_searched_in_peoples_own_words() {
    let world = World::new(Engine::Sqlite);
    let mut anybody = world.visitor();
    for typed in ["làm giấy khai sinh", "lam giay khai sinh", "ddawng kys khai sinh", "1.001193"] {
        let address = format!("/procedures?{}", ui::query::written(&[("q", typed)]));
        let page = anybody.get(&address).await;
        page.is(StatusCode::OK);
        let text = page.text();
        let first = text.split("/procedures/").nth(1).map(|rest| &rest[..8]);
        assert_eq!(first, Some("1.001193"), "{typed}");
    }
    anybody.get("/procedures?q=zzzzzz").await.is(StatusCode::OK).shows("Không có thủ tục nào khớp");
    anybody.get("/procedures?q=%3Cscript%3E&page=x").await.is(StatusCode::OK).hides("<script>");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_national_record_is_seen_and_put_to_work_from_the_office_pages() {
    const CODE: &str = "1.008888";
    let world = World::new(Engine::Sqlite);
    let record = format!(
        r#"{{"code":"{CODE}","name":"Thủ tục cấp giấy thử nghiệm","state":"ACTIVE","category":{{"name":"Lĩnh vực lạ"}},
        "executionMethods":[{{"submissionMethod":"ONLINE","processingTime":2,"processingTimeUnit":"WORKING_DAY"}}],
        "executionCases":[{{"name":"","profileComponents":[{{"name":"Đơn đề nghị","originalQty":1,"required":true}}]}}],
        "subjectTypesDetails":[{{"name":"Công dân Việt Nam"}}]}}"#
    )
    .replace('\n', " ");
    let app = world.app.clone();
    let how = app::national::Import::default();
    let import = move || app.import_procedures(record.as_bytes(), how, |_| {}, |_| {});
    let tally = tokio::task::spawn_blocking(import).await.unwrap().unwrap();
    assert_eq!((tally.new, tally.not_understood), (1, 0));
    let mut admin = world.signed_in("admin").await;
    let national = "/office/administration/national";
    let list = admin.get(national).await;
    list.shows("1 đề nghị đang chờ").shows("thủ tục mới");
    let text = list.text();
    let id = text.split(&format!("{national}/")).nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    admin.get(&format!("{national}/{id}")).await.shows("Đơn đề nghị (1/0)");
    let every = ["name", "field", "audiences", "ways", "papers"].map(|part| ("parts", part));
    let accept: Vec<_> = every.into_iter().chain([("act", "accept")]).collect();
    admin.post(&format!("{national}/{id}"), &accept).await.is(StatusCode::SEE_OTHER);
    admin.get(national).await.shows("Không có đề nghị nào đang chờ");
    // Supplied by an agency, it gets the default steps and takes dossiers at once.
    let supply = [("act", "supply"), ("agency", "justice"), ("level", "3"), ("receiving", "centre")];
    let home = format!("/office/administration/procedures/{CODE}");
    admin.post(&home, &supply).await.is(StatusCode::SEE_OTHER);
    admin.get(&home).await.hides("Thủ tục này chưa nhận được hồ sơ");
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, CODE).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    handle(&world, &reference).await;
    let received = citizen.post(&format!("/dossiers/{reference}/receive"), &[]).await;
    citizen.follow(&received).await.shows("Kết quả đã được trả");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_came_with_a_refused_form_need_not_be_chosen_again() {
    let world = World::new(Engine::Sqlite);
    let mut counter = world.signed_in("counter").await;
    let desk = "/office/counter/justice/2.000635";
    let key = counter.get(desk).await.hidden("key");
    let parts = |name: &'static str| {
        vec![
            Part::Text("act", "accept"),
            Part::Text("identity", "099190000001"),
            Part::Text("name", name),
            Part::Text("address", "Số 12"),
            Part::Text("channel", "direct"),
            Part::Text("delivery", "counter"),
        ]
    };
    let mut first = parts("");
    first.push(Part::Text("key", &key));
    first.push(Part::File("file-identity", "căn cước.pdf", PDF));
    let refused = counter.post_parts(desk, &first).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Đã nhận tệp “căn cước.pdf”");
    let kept = refused.hidden("kept-file-identity");
    let mut again = parts("Trần Thị Minh Châu");
    again.push(Part::Text("key", &key));
    again.push(Part::Text("kept-file-identity", &kept));
    let accepted = counter.post_parts(desk, &again).await;
    accepted.is(StatusCode::SEE_OTHER);
    let dossier = accepted.location.trim_end_matches("/receipt").to_string();
    counter.get(&dossier).await.is(StatusCode::OK).shows("căn cước.pdf");
    // What now belongs to a dossier cannot be taken for another.
    let mut thief = parts("Người khác");
    thief.push(Part::Text("key", "another"));
    thief.push(Part::Text("kept-file-identity", &kept));
    counter.post_parts(desk, &thief).await.is(StatusCode::UNPROCESSABLE_ENTITY).hides("Đã nhận tệp");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_is_set_anew_by_a_link_of_our_own_host_only() {
    let world = World::new(Engine::Sqlite);
    let mut anybody = world.visitor().on("evil.example");
    let known = anybody.post("/forgotten-password", &[("email", "tran.thi.minh.chau@example.vn")]).await;
    let unknown = anybody.post("/forgotten-password", &[("email", "nobody@example.vn")]).await;
    assert_eq!(known.text(), unknown.text(), "the answer does not tell whether the address is known");
    anybody.get("/new-password/0000").await.is(StatusCode::NOT_FOUND);
}
