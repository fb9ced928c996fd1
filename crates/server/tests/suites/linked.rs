//! Dossiers linked across agencies: asked for, found, noted in the main one; silence, recall, answers in writing.

use crate::common::steps::{act, act_from, apply_at};
use crate::common::{Engine, FormPart, PDF, Visitor, World, engines};
use axum::http::StatusCode;
use domain::dossier::{Dossier, Reference};

/// A criminal record certificate of the police, who ask the Department of Justice where they must verify.
const PROCEDURE: &str = "3.000333";

/// Handed over and found to need verifying, so that both agencies are at work.
async fn asked(world: &World) -> String {
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_at(world, &mut citizen, PROCEDURE, "police").await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let mut police = world.signed_in("police.records1").await;
    let verify = [("finish-step-outcome", "verify")];
    act(&mut police, &reference, "finish-step", &verify).await.is(StatusCode::SEE_OTHER);
    reference
}

/// The dossiers linked to one, as their records tell them.
async fn linked(world: &World, reference: &str) -> Vec<Dossier> {
    let reference = Reference::parse(reference).unwrap();
    let read = move |tx: &mut storage::Tx| {
        let main = storage::dossier::find(tx, &reference)?.expect("it is there");
        let ids = storage::linked::list(tx, main)?;
        storage::record::load_all(tx, &ids)
    };
    let found = world.app.store.read(read).await.unwrap();
    found.into_iter().filter_map(|(id, records)| domain::dossier::replay(id, &records)).collect()
}

async fn jobs(world: &World) {
    app::jobs::run_due(&world.app).await.unwrap();
    assert_eq!(
        app::jobs::list_troubled(&world.app, i64::MAX, 9).await.unwrap().len(),
        0,
        "no job is in trouble"
    );
}

async fn verified(world: &World) {
    let app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
}

async fn decide(officer: &mut Visitor, reference: &str, outcome: &str, with_file: bool) {
    let page = officer.get(&format!("/office/dossiers/{reference}")).await;
    let mut fields = vec![
        FormPart::Text("decide-outcome", outcome),
        FormPart::Text("decide-document", "12/STP"),
        FormPart::Text("decide-words", "Không còn bản lưu"),
    ];
    if with_file {
        fields.push(FormPart::File("decide-result", "tra-loi.pdf", PDF));
    }
    act_from(officer, &page, reference, "decide", fields).await.is(StatusCode::SEE_OTHER);
}

async fn found_and_noted(engine: Engine) {
    let world = World::new(engine);
    let main = asked(&world).await;
    let mut police = world.signed_in("police.records1").await;
    let main_page = format!("/office/dossiers/{main}");
    police.get(&main_page).await.shows("Hồ sơ liên thông").shows("Đang chuyển đến cơ quan phối hợp");

    // Two runners open one.
    let (one, other) = tokio::join!(app::jobs::run_due(&world.app), app::jobs::run_due(&world.app));
    one.and(other).unwrap();
    jobs(&world).await;
    let opened = linked(&world, &main).await;
    let [there] = opened.as_slice() else { panic!("one is opened, not {}", opened.len()) };
    let code = there.code.as_ref().unwrap();
    assert_eq!(code.to_string(), format!("{}-01", code.main()));
    let reference = there.reference.to_string();

    // Its division has it, with what its own form and papers ask for and no more.
    let mut justice = world.signed_in("officer").await;
    justice.get("/office?tab=unit").await.shows(&code.to_string());
    let page = justice.get(&format!("/office/dossiers/{reference}")).await;
    page.shows("Hồ sơ chính")
        .shows(&code.main().to_string())
        .shows("Nơi đã cư trú từ khi đủ 14 tuổi")
        .hides("Họ và tên mẹ")
        .shows("Bản sao thẻ căn cước")
        .hides("Tờ khai yêu cầu cấp Phiếu")
        .shows("Trần Thị Minh Châu")
        .hides("chau@example.vn")
        .shows("Chuyển về hồ sơ chính")
        .shows("Hoàn thành bước “Tra cứu dữ liệu lý lịch tư pháp”")
        .shows("việc này do cơ quan chủ trì làm ở hồ sơ chính")
        .hides(&format!("href=\"{main_page}\""));
    let paper = there.papers[0].file.as_ref().expect("the paper went with it");
    assert!(there.file_names.contains_key(&paper.id));
    let file = page.text().split("/office/files/").nth(1).unwrap().split('"').next().unwrap().to_string();
    let shown = justice.get(&format!("/office/files/{file}")).await;
    // In the page it runs nothing and asks for nothing; who may not open the dossier gets no byte of it.
    let policy = shown.is(StatusCode::OK).headers["content-security-policy"].to_str().unwrap();
    assert_eq!(policy, "sandbox; default-src 'none'; frame-ancestors 'self'");
    assert_eq!(shown.headers["content-type"], "application/pdf");
    let look = format!(".look iframe[src^='/office/files/{file}'][title][loading=lazy]");
    assert!(testkit::Html::page(&page.text()).has(&look), "it is looked at within the page");
    police.get(&format!("/office/files/{file}")).await.is(StatusCode::NOT_FOUND);

    // The process tells the applicant what it is drawn to tell.
    let mut citizen = world.signed_in("citizen").await;
    citizen.get("/messages").await.shows("Hồ sơ cần được xác minh thêm tại nơi đã cư trú.");

    // Neither side opens the other's, and the applicant has one dossier.
    justice.get(&main_page).await.is(StatusCode::NOT_FOUND);
    police.get(&format!("/office/dossiers/{reference}")).await.is(StatusCode::NOT_FOUND);
    let mut citizen = world.signed_in("citizen").await;
    citizen.get("/dossiers").await.shows(&code.main().to_string()).hides(&code.to_string());
    citizen.get(&format!("/dossiers/{reference}")).await.is(StatusCode::NOT_FOUND);
    citizen
        .get(&format!("/dossiers/{main}"))
        .await
        .shows("Sở Tư pháp tra cứu hồ sơ lưu trữ")
        .shows("Sở Tư pháp tỉnh Thanh Lam");
    let progress = |text: String| text.split("<main").nth(1).unwrap_or_default().to_string();
    let mut anyone = world.visitor();
    let by_main = progress(anyone.post("/lookup", &[("code", &code.main().to_string())]).await.text());
    let by_linked = progress(anyone.post("/lookup", &[("code", &code.to_string())]).await.text());
    assert_eq!(by_main.replace(&code.main().to_string(), ""), by_linked.replace(&code.to_string(), ""));

    // Who only receives for that agency, or lives elsewhere, has nothing to do with it.
    let page = citizen.get(&format!("/dossiers/{main}")).await;
    page.hides("12/STP");
    justice.get(&format!("/office/dossiers/{reference}")).await.hides("Số 12, đường Hoa Sen");
    assert_eq!(there.parties.as_ref().unwrap().owner.address, "");

    // What it finds comes back with its file.
    act(&mut justice, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    let mut head = world.signed_in("division-head").await;
    decide(&mut head, &reference, "granted", true).await;
    jobs(&world).await;
    let page = police.get(&main_page).await;
    page.shows("12/STP").shows("Cơ quan phối hợp đã trả lời").shows("tra-loi.pdf");
    let text = page.text();
    let line = text.split("tra-loi.pdf").next().unwrap().rsplit("/office/files/").next().unwrap().to_string();
    let file = line.split('"').next().unwrap();
    police.get(&format!("/office/files/{file}")).await.is(StatusCode::OK);
    justice.get(&format!("/office/files/{file}")).await.is(StatusCode::NOT_FOUND);
    police.get("/office?tab=unit").await.shows("Xác minh với nơi đã cư trú");
    act(&mut police, &main, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    let mut chief = world.signed_in("police.records.head").await;
    chief.get("/office?tab=unit").await.shows("Kiểm tra dự thảo phiếu");
    jobs(&world).await;
    assert_eq!(linked(&world, &main).await.len(), 1);
    // The applicant reads that it was answered, not how.
    let page = citizen.get(&format!("/dossiers/{main}")).await;
    page.shows("Cơ quan phối hợp đã trả lời “Sở Tư pháp tra cứu hồ sơ lưu trữ”").hides("12/STP");
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_agency_finds_comes_back_to_the_main_dossier() {
    for engine in engines() {
        found_and_noted(engine).await;
    }
}

async fn silence_recall_and_writing(engine: Engine) {
    let world = World::new(engine);
    world.at("2026-03-02T08:00");
    let (silent, written, withdrawn) = (asked(&world).await, asked(&world).await, asked(&world).await);
    jobs(&world).await;
    let state = |dossiers: Vec<Dossier>| dossiers[0].stage.kind().key();

    // What came in writing is recorded, with its number; the linked dossier ends.
    let mut police = world.signed_in("police.records1").await;
    let receive = |outcome, document| {
        [("receive-event", "archive"), ("receive-outcome", outcome), ("receive-document", document)]
    };
    act(&mut police, &written, "receive", &receive("", "")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let none = act(&mut police, &written, "receive", &receive("granted", "")).await;
    none.is(StatusCode::UNPROCESSABLE_ENTITY);
    act(&mut police, &written, "receive", &receive("granted", "9/CV")).await.is(StatusCode::SEE_OTHER);
    jobs(&world).await;
    let ended = linked(&world, &written).await;
    let page =
        world.signed_in("officer").await.get(&format!("/office/dossiers/{}", ended[0].reference)).await;
    page.shows("Hồ sơ chính không còn cần");
    assert_eq!(state(ended), "withdrawn");

    // The applicant takes it back: nobody elsewhere works on.
    let mut citizen = world.signed_in("citizen").await;
    let page = citizen.get(&format!("/dossiers/{withdrawn}/withdraw")).await;
    let fields = [("key", page.hidden("key")), ("words", "Tôi không cần nữa".to_string())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let done = citizen.post(&format!("/dossiers/{withdrawn}/withdraw"), &fields).await;
    citizen.follow(&done).await.shows("Hồ sơ đã được rút");
    jobs(&world).await;
    assert_eq!(state(linked(&world, &withdrawn).await), "withdrawn");

    // Where the other agency stays silent, that is recorded, and the lead goes on.
    world.at("2026-03-05T10:00");
    jobs(&world).await;
    jobs(&world).await;
    assert_eq!(state(linked(&world, &silent).await), "withdrawn");
    let mut police = world.signed_in("police.records1").await;
    let page = police.get(&format!("/office/dossiers/{silent}")).await;
    page.shows("Đến hạn: Quá hạn chưa trả lời").shows("Không cần nữa");
    let late = [("finish-step-late", "workload")];
    act(&mut police, &silent, "finish-step", &late).await.is(StatusCode::SEE_OTHER);
    world
        .signed_in("police.records.head")
        .await
        .get("/office?tab=unit")
        .await
        .shows("Kiểm tra dự thảo phiếu");
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_answers_in_writing_and_withdrawals_end_the_linked_dossier() {
    for engine in engines() {
        silence_recall_and_writing(engine).await;
    }
}

async fn put_right_on_both_sides(engine: Engine) {
    let world = World::new(engine);
    let main = asked(&world).await;
    jobs(&world).await;
    let there = linked(&world, &main).await[0].reference.to_string();
    let (main_page, there_page) = (format!("/office/dossiers/{main}"), format!("/office/dossiers/{there}"));
    let (mut police, mut justice) =
        (world.signed_in("police.records1").await, world.signed_in("officer").await);
    let correct = |what: &'static str, to: &'static str| {
        let (words, proof) = ("Gõ nhầm khi nộp", "Căn cước đã đối chiếu");
        [("correct-what", what), ("correct-to", to), ("correct-words", words), ("correct-proof", proof)]
    };
    act(&mut police, &main, "correct", &correct("owner-phone", "0900000109")).await.is(StatusCode::SEE_OTHER);
    act(&mut police, &main, "correct", &correct("owner-name", "Trần Thị Minh Chân"))
        .await
        .is(StatusCode::SEE_OTHER);

    // The other agency hears which it was; of what it was sent too, it is offered the same, and of the rest nothing.
    let notice = "đã đính chính “Họ tên (chủ hồ sơ)”; hồ sơ này vẫn ghi như cũ";
    let page = justice.get(&there_page).await;
    page.shows("Đính chính “Họ tên (chủ hồ sơ)”")
        .shows("Đính chính “Điện thoại (chủ hồ sơ)”")
        .shows(notice)
        .hides("đã đính chính “Điện thoại")
        .hides("0900000109")
        .hides("Trần Thị Minh Chân")
        .hides("Gõ nhầm khi nộp")
        .hides("Căn cước đã đối chiếu");
    let text = page.text().replace("&#38;", "&").replace("&amp;", "&");
    let href = text.split(notice).nth(1).unwrap().split("href=\"").nth(1).unwrap().split('#').next().unwrap();
    assert!(!href.contains("Ch%C3%A2n"), "{href}");
    let form = justice.get(href).await;
    assert_eq!(form.input("correct-to"), "Trần Thị Minh Chân");
    form.shows("Điền sẵn theo cơ quan kia").shows("Theo đính chính của Công an");
    let proof = form.input("correct-proof");
    assert!(proof.starts_with("Đính chính lúc ") && proof.contains("Công an"), "{proof}");
    // Nothing is done by itself; each agency corrects its own record.
    let held = |dossier: &Dossier| dossier.parties.clone().unwrap().owner.name;
    assert_eq!(held(&linked(&world, &main).await[0]), "Trần Thị Minh Châu");
    let phone = act(&mut justice, &there, "correct", &correct("owner-phone", "0900000109")).await;
    phone.is(StatusCode::UNPROCESSABLE_ENTITY).shows("id=\"correct-what-error\"");
    act(&mut justice, &there, "correct", &correct("owner-name", "Trần Thị Minh Chân"))
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(held(&linked(&world, &main).await[0]), "Trần Thị Minh Chân");
    justice.get(&there_page).await.hides(notice);
    police.get(&main_page).await.hides(notice);
    let history = police.get(&format!("/office/dossiers/{main}?part=history&page=1")).await;
    history.shows("Đính chính “Họ tên (chủ hồ sơ)”");

    // The same the other way round; who holds it otherwise is told only which it was.
    act(&mut justice, &there, "correct", &correct("owner-name", "Trần Thị Minh Chăm"))
        .await
        .is(StatusCode::SEE_OTHER);
    police.get(&main_page).await.shows(notice).hides("Trần Thị Minh Chăm");
    act(&mut police, &main, "correct", &correct("owner-name", "Trần Thị Minh"))
        .await
        .is(StatusCode::SEE_OTHER);
    police.get(&main_page).await.hides(notice);
    // Answers that were sent stay as they were sent.
    let sent = act(&mut police, &main, "correct", &correct("answer-father", "Trần Văn Bình")).await;
    sent.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Cơ quan khác đã được hỏi theo các câu trả lời này");
    // The applicant hears of the main dossier.
    let mut citizen = world.signed_in("citizen").await;
    citizen.get(&format!("/dossiers/{main}")).await.hides(notice);
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_agency_put_right_is_proposed_to_the_other_that_holds_it_as_it_stood() {
    for engine in engines() {
        put_right_on_both_sides(engine).await;
    }
}

async fn found_during_a_pause(engine: Engine) {
    let world = World::new(engine);
    let main = asked(&world).await;
    jobs(&world).await;
    let there = linked(&world, &main).await[0].reference.to_string();
    let mut police = world.signed_in("police.records1").await;
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản sao")];
    act(&mut police, &main, "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    let mut justice = world.signed_in("officer").await;
    act(&mut justice, &there, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    decide(&mut world.signed_in("division-head").await, &there, "denied", false).await;
    jobs(&world).await;
    police.get(&format!("/office/dossiers/{main}")).await.hides("Cơ quan phối hợp đã trả lời");
    act(&mut police, &main, "resume", &[]).await.is(StatusCode::SEE_OTHER);
    jobs(&world).await;
    police
        .get(&format!("/office/dossiers/{main}"))
        .await
        .shows("không có thông tin, số 12/STP")
        .shows("Không còn bản lưu");
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_found_during_a_pause_is_noted_when_it_goes_on() {
    for engine in engines() {
        found_during_a_pause(engine).await;
    }
}

/// What only agencies ask each other for is no public service.
#[tokio::test(flavor = "multi_thread")]
async fn what_agencies_ask_each_other_for_is_not_shown_to_the_public() {
    let world = World::new(Engine::Sqlite);
    let mut anyone = world.visitor();
    anyone.get("/procedures/9.000333").await.is(StatusCode::NOT_FOUND);
    anyone
        .get("/procedures?q=l%C3%BD+l%E1%BB%8Bch+t%C6%B0+ph%C3%A1p")
        .await
        .shows("3.000333")
        .hides("9.000333");
    anyone.get("/sitemap.xml").await.shows("3.000333").hides("9.000333");
    let mut citizen = world.signed_in("citizen").await;
    citizen.get("/apply/9.000333").await.is(StatusCode::NOT_FOUND);
    let start = citizen.post("/apply/9.000333", &[("agency", "justice")]).await;
    start.is(StatusCode::NOT_FOUND);
    let mut counter = world.signed_in("counter").await;
    counter.get("/office/counter").await.hides("Cung cấp thông tin lý lịch tư pháp lưu trữ");
}
