//! From the application to the result, at the counter and online.

use super::apply;
use crate::common::steps::{act, handle};
use crate::common::{ENGLISH, Engine, FormPart, PDF, Seen, World, engines};
use axum::http::StatusCode;

async fn online(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply(&world, &mut citizen).await;
    citizen
        .get(&format!("/dossiers/{reference}/sent"))
        .await
        .is(StatusCode::OK)
        .shows("Đã nộp hồ sơ")
        .shows("Trần Thị Minh Châu")
        .shows("Cơ quan kiểm tra hồ sơ: chậm nhất");

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
    page.shows("Đã trả kết quả");
    let text = page.text();
    let file =
        text.split("href=\"/files/").nth(1).and_then(|rest| rest.split('"').next()).expect("the result");
    let file = citizen.get(&format!("/files/{file}")).await;
    assert_eq!(file.body, PDF);
    assert_eq!(file.headers["content-type"], "application/pdf");

    app::jobs::run_due(&world.app).await.unwrap();
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
    let report = tokio::task::spawn_blocking(move || app::verify::all(&world_app)).await.unwrap().unwrap();
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
            FormPart::Text("act", act),
            FormPart::Text("identity", "099190000001"),
            FormPart::Text("name", name),
            FormPart::Text("phone", ""),
            FormPart::Text("email", ""),
            FormPart::Text("address", "Số 12"),
            FormPart::Text("submitter", ""),
            FormPart::Text("channel", "direct"),
            FormPart::Text("delivery", "counter"),
            FormPart::Text("words", ""),
            FormPart::Text("originals-identity", "1"),
        ]
    };
    let mut bad = parts("accept", "");
    bad.push(FormPart::Text("key", &key));
    counter
        .post_parts("/office/counter/justice/2.000635", &bad)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Số 12");
    let mut good = parts("accept", "Trần Thị Minh Châu");
    good.push(FormPart::Text("key", &key));
    let accepted = counter.post_parts("/office/counter/justice/2.000635", &good).await;
    let receipt = counter.follow(&accepted).await;
    let text = receipt.shows("Mã dùng một lần").text();
    let secret = text.split("Mã dùng một lần để theo dõi trên Cổng: <strong class=\"code\">").nth(1).unwrap()
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
    citizen.follow(&joined).await.is(StatusCode::OK).shows("Trần").hides("Mã dùng một lần");
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
        FormPart::Text("key", &key),
        FormPart::Text("seen", &seen),
        FormPart::Text("withdraw-words", "Người nộp gọi điện xin rút"),
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
        FormPart::Text("key", "another"),
        FormPart::Text("seen", &seen),
        FormPart::Text("refuse-words", "Không thuộc thẩm quyền"),
    ];
    let refused = second.post_parts(&format!("/office/dossiers/{reference}/acts/refuse"), &parts).await;
    refused.is(StatusCode::CONFLICT).shows("Những gì bạn đã viết").shows("Không thuộc thẩm quyền");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_stored_only_where_a_form_asks_for_one() {
    let world = World::new(Engine::Sqlite);
    let mut anybody = world.visitor();
    let parts = [FormPart::File("anything", "a.pdf", PDF)];
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
        FormPart::Text("key", &key),
        FormPart::File("other", "virus.exe", b"MZ not a paper at all"),
        FormPart::Text("words", "Đây ạ"),
    ];
    let refused = citizen.post_parts(&format!("/dossiers/{reference}/complete"), &bad).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("không phải PDF, JPG hay PNG").shows("Đây ạ");
    let good = [
        FormPart::Text("key", &key),
        FormPart::File("other", "anh.pdf", PDF),
        FormPart::Text("words", "Đây ạ"),
    ];
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
async fn a_file_that_came_with_a_refused_form_need_not_be_chosen_again() {
    let world = World::new(Engine::Sqlite);
    let mut counter = world.signed_in("counter").await;
    let desk = "/office/counter/justice/2.000635";
    let key = counter.get(desk).await.hidden("key");
    let parts = |name: &'static str| {
        vec![
            FormPart::Text("act", "accept"),
            FormPart::Text("identity", "099190000001"),
            FormPart::Text("name", name),
            FormPart::Text("address", "Số 12"),
            FormPart::Text("channel", "direct"),
            FormPart::Text("delivery", "counter"),
        ]
    };
    let mut first = parts("");
    first.push(FormPart::Text("key", &key));
    first.push(FormPart::File("file-identity", "căn cước.pdf", PDF));
    let refused = counter.post_parts(desk, &first).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Đã nhận tệp “căn cước.pdf”");
    let kept = refused.hidden("kept-file-identity");
    let mut again = parts("Trần Thị Minh Châu");
    again.push(FormPart::Text("key", &key));
    again.push(FormPart::Text("kept-file-identity", &kept));
    let accepted = counter.post_parts(desk, &again).await;
    accepted.is(StatusCode::SEE_OTHER);
    let dossier = accepted.location.trim_end_matches("/receipt").to_string();
    counter.get(&dossier).await.is(StatusCode::OK).shows("căn cước.pdf");
    // What now belongs to a dossier cannot be taken for another.
    let mut thief = parts("Người khác");
    thief.push(FormPart::Text("key", "another"));
    thief.push(FormPart::Text("kept-file-identity", &kept));
    counter.post_parts(desk, &thief).await.is(StatusCode::UNPROCESSABLE_ENTITY).hides("Đã nhận tệp");
}
