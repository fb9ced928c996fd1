//! What reaches the applicant and the paper it is put on: apologies, denials, requests for completion and whose fault they
//! were, slips to print; and what stays late whatever was promised.

use crate::common::steps::{act, act_from, apply_for};
use crate::common::{Engine, FormPart, PDF, Seen, Visitor, World, engines};
use axum::http::StatusCode;
use domain::dossier::{Dossier, Reference};
use domain::time::{Instant, long_moment};
use storage::StorageError;

async fn dossier(world: &World, reference: &str) -> Dossier {
    let reference = Reference::parse(reference).unwrap();
    let load = move |tx: &mut storage::Tx| {
        let id = storage::dossier::find(tx, &reference)?.expect("it was filed");
        let records = storage::record::load(tx, id)?;
        Ok::<_, storage::StorageError>(domain::dossier::replay(id, &records).unwrap())
    };
    world.app.store.read(load).await.unwrap()
}

/// Applied for, accepted, handed over.
async fn in_hand(world: &World, citizen: &mut Visitor, procedure: &str) -> String {
    let reference = apply_for(world, citizen, procedure).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    reference
}

/// The addresses of the slips a page offers.
fn slips(page: &str, under: &str) -> Vec<String> {
    let places = page.match_indices(under);
    let until = |from: usize| page[from..].find('"').map(|to| page[from..from + to].to_string());
    places.filter_map(|(from, _)| until(from)).collect()
}

/// Every step finished after its time, and granted.
async fn handled_late(world: &World, reference: &str) {
    for login in ["officer", "division-head", "agency-head"].into_iter().cycle().take(12) {
        let mut officer = world.signed_in(login).await;
        let page = officer.get(&format!("/office/dossiers/{reference}")).await;
        let text = page.text();
        if text.contains("/acts/finish-step\"") {
            let fields = [("finish-step-words", "Đã tra cứu"), ("finish-step-late", "workload")];
            act(&mut officer, reference, "finish-step", &fields).await.is(StatusCode::SEE_OTHER);
        } else if text.contains("/acts/decide\"") {
            let fields = [
                FormPart::Text("decide-outcome", "granted"),
                FormPart::Text("decide-document", "30/TL"),
                FormPart::Text("decide-late", "workload"),
                FormPart::File("decide-result", "ket-qua.pdf", PDF),
            ];
            act_from(&mut officer, &page, reference, "decide", fields).await.is(StatusCode::SEE_OTHER);
            return;
        }
    }
    panic!("nobody decided");
}

async fn apologised(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let reference = in_hand(&world, &mut citizen, "2.000635").await;
    let before = dossier(&world, &reference).await;
    let legal = before.legal_due().unwrap();
    let calendar = world.app.master_data().calendar(before.competent).clone();
    let mut day = legal.date();
    for _ in 0..4 {
        day = calendar.working_day_from(day.tomorrow().unwrap()).date;
    }
    let (d, m, y) = (day.day().to_string(), day.month().to_string(), day.year().to_string());
    let fields = [
        ("extend-to-day", d.as_str()),
        ("extend-to-month", m.as_str()),
        ("extend-to-year", y.as_str()),
        ("extend-document", "12/PXL"),
        ("extend-words", "Sổ gốc lưu ở nơi khác, phải tra cứu thêm"),
    ];
    let mut head = world.signed_in("agency-head").await;
    act(&mut head, &reference, "extend", &fields).await.is(StatusCode::SEE_OTHER);
    app::jobs::run_due(&world.app).await.unwrap();

    let language = domain::Language::Vietnamese;
    let again = long_moment(dossier(&world, &reference).await.due().unwrap(), language);
    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    page.shows("Sổ gốc lưu ở nơi khác").shows("12/PXL").shows(&long_moment(legal, language)).shows(&again);
    page.shows("Cơ quan xin lỗi và hẹn lại, văn bản số 12/PXL").shows("Hạn theo quy định");
    // The days lead to the date of the law, and then to the one that was promised instead.
    let judged = format!("đúng hạn hay không vẫn xét theo {}", long_moment(legal, language));
    page.shows(&judged);
    // It is neither done nor good.
    let text = page.text();
    let entry = text.split("<li class=\"timeline__step ").find(|entry| entry.contains("văn bản số 12/PXL"));
    assert!(entry.unwrap().starts_with("timeline__step--note"), "{entry:?}");
    let letter = citizen.get("/messages").await;
    letter.shows("văn bản số 12/PXL").shows(&again).hides("Sổ gốc lưu ở nơi khác");
    // The printed form, for both; and for nobody else.
    let own = slips(&page.text(), &format!("/dossiers/{reference}/slips/"));
    assert_eq!(own.len(), 1);
    let office = format!("/office{}", own[0]);
    head.get(&format!("/office/dossiers/{reference}")).await.shows(&office);
    for slip in [citizen.get(&own[0]).await, head.get(&office).await] {
        slip.is(StatusCode::OK).shows("Phiếu xin lỗi và hẹn lại ngày trả kết quả").shows("12/PXL");
        slip.shows("Độc lập - Tự do - Hạnh phúc").shows("Sổ gốc lưu ở nơi khác").shows(&again);
        slip.shows(&long_moment(legal, language)).shows("Thủ trưởng cơ quan").shows("class=\"receipt\"");
    }
    let mut stranger = world.signed_in("company").await;
    stranger.get(&own[0]).await.is(StatusCode::NOT_FOUND);
    world.signed_in("health.head").await.get(&office).await.is(StatusCode::NOT_FOUND);
    for wrong in ["0", "1", "999", "x", "-1"] {
        citizen.get(&format!("/dossiers/{reference}/slips/{wrong}")).await.is(StatusCode::NOT_FOUND);
    }

    // Past the date the law wants and before the promised one it is late, in lists and on the page.
    world.app.clock.set(Instant::from_civil(legal.date().tomorrow().unwrap().at(9, 0, 0, 0)));
    let mut head = world.signed_in("agency-head").await;
    let overdue = head.get("/office?tab=overdue").await;
    overdue.shows(&reference).shows("Hạn theo quy định").shows("Quá hạn");
    head.get(&format!("/office/dossiers/{reference}")).await.shows("clock--late").shows("Hạn theo quy định");
    let mut citizen = world.signed_in("citizen").await;
    citizen.get(&format!("/dossiers/{reference}")).await.shows("clock--late");
    handled_late(&world, &reference).await;
    let done = dossier(&world, &reference).await;
    assert_eq!(done.timeliness(), Some(domain::deadline::Timeliness::Late));
    // What happened stands in its order: the apology before the steps that were done after it.
    let text = world.signed_in("citizen").await.get(&format!("/dossiers/{reference}")).await.text();
    let entries: Vec<&str> = text.split("<li class=\"timeline__step ").skip(1).collect();
    let place = |words: &str| entries.iter().position(|entry| entry.contains(words)).expect(words);
    let data = world.app.master_data();
    let steps = &data.procedure_any("2.000635").unwrap().process.steps;
    assert_eq!(place("văn bản số 12/PXL"), 2, "after filing and intake");
    for step in steps.iter().filter(|step| done.steps_done.iter().any(|done| done.id == step.id)) {
        assert!(place("văn bản số 12/PXL") < place(step.name.get(language)), "{}", step.id);
    }
    let mut head = world.signed_in("agency-head").await;
    let done = head.get("/office?tab=done").await;
    done.shows(&reference);
    assert!(testkit::Html::page(&done.text()).texts(".tag--late").iter().any(|tag| tag.contains("Quá hạn")));
    let app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_apology_reaches_people_and_moves_no_lateness() {
    for engine in engines() {
        apologised(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_request_says_why_and_somebody_else_says_whose_fault_it_was() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, "2.000635").await;
    let mut counter = world.signed_in("counter").await;
    let ask = ("ask-completion-words", "Ảnh giấy khai sinh bị mờ");
    // A day off is no day to bring anything.
    let sunday = [
        ask,
        ("ask-completion-by-day", "26"),
        ("ask-completion-by-month", "4"),
        ("ask-completion-by-year", "2026"),
    ];
    let refused = act(&mut counter, &reference, "ask-completion", &sunday).await;
    refused
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("26/04/2026 là ngày nghỉ")
        .shows("Ảnh giấy khai sinh bị mờ");
    let asked = [
        ask,
        ("ask-completion-document", "7/HDHS"),
        ("ask-completion-by-day", "10"),
        ("ask-completion-by-month", "3"),
        ("ask-completion-by-year", "2026"),
    ];
    act(&mut counter, &reference, "ask-completion", &asked).await.is(StatusCode::SEE_OTHER);
    app::jobs::run_due(&world.app).await.unwrap();
    // The letter gives number and date, and not what is asked for.
    let letter = citizen.get("/messages").await;
    letter
        .shows("Văn bản số 7/HDHS.")
        .shows("Hạn gửi: thứ Ba, 10/03/2026.")
        .hides("Ảnh giấy khai sinh bị mờ");
    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    page.shows("Đã yêu cầu bổ sung 1 lần").hides("tạm dừng").shows("tính từ khi hồ sơ được tiếp nhận");
    let slip = citizen.get(&slips(&page.text(), &format!("/dossiers/{reference}/slips/"))[0]).await;
    slip.shows("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ").shows("7/HDHS").shows("Ảnh giấy khai sinh bị mờ");
    slip.shows("Người hướng dẫn, liên hệ khi cần")
        .shows("Điện thoại liên hệ")
        .shows("Nội dung yêu cầu giải quyết");

    let form = citizen.get(&format!("/dossiers/{reference}/complete")).await;
    form.shows("Ảnh giấy khai sinh bị mờ");
    let (key, words) = (form.hidden("key"), FormPart::Text("words", "Đã gửi bản rõ"));
    let parts = [FormPart::Text("key", &key), FormPart::File("other", "anh.pdf", PDF), words];
    citizen.post_parts(&format!("/dossiers/{reference}/complete"), &parts).await.is(StatusCode::SEE_OTHER);
    app::jobs::run_due(&world.app).await.unwrap();
    let hours = domain::rules::PACK_2018.answer_hours;
    let answered = format!("Chúng tôi sẽ trả lời trong {hours} giờ làm việc.");
    citizen.get("/messages").await.shows("Đã nhận phần bạn bổ sung").shows(&answered);
    let again =
        act(&mut counter, &reference, "ask-completion", &[("ask-completion-words", "Thiếu trang sau")]).await;
    again
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("vì sao lần trước chưa yêu cầu đủ")
        .shows("Thiếu trang sau");
    let both =
        [("ask-completion-words", "Thiếu trang sau"), ("ask-completion-again", "Bản đầu không đọc được")];
    act(&mut counter, &reference, "ask-completion", &both).await.is(StatusCode::SEE_OTHER);
    citizen
        .get(&format!("/dossiers/{reference}"))
        .await
        .shows("Đã yêu cầu bổ sung 2 lần")
        .shows("Hạn gửi")
        .shows("thứ Ba, 10/03/2026")
        .shows("Bản đầu không đọc được");
    counter.get(&format!("/office/dossiers/{reference}")).await.shows("Hạn gửi 10/03/2026");

    let judge = [
        ("judge-request-round", "1"),
        ("judge-request-fault", "applicant"),
        ("judge-request-proof", "Biên bản đối chiếu số 3"),
        ("judge-request-words", "Ảnh do người nộp chụp"),
    ];
    let own = act(&mut counter, &reference, "judge-request", &judge).await;
    own.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Người đã yêu cầu bổ sung không tự ghi nhận lỗi");
    let mut head = world.signed_in("agency-head").await;
    let bare = act(&mut head, &reference, "judge-request", &judge[..2]).await;
    bare.is(StatusCode::UNPROCESSABLE_ENTITY);
    let mute = act(&mut head, &reference, "judge-request", &judge[..3]).await;
    mute.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy ghi nội dung ghi nhận").hides("Hãy viết rõ lý do");
    act(&mut head, &reference, "judge-request", &judge).await.is(StatusCode::SEE_OTHER);
    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    page.shows("Do người nộp").shows("Biên bản đối chiếu số 3").shows("Ảnh do người nộp chụp");
    let page = counter.get(&format!("/office/dossiers/{reference}")).await;
    page.shows("Đã yêu cầu bổ sung 2 lần").shows("Ghi nhận: Do người nộp").hides("Lỗi:");
    // Two slips of one day are told apart: by the number one was given, and by their time where they have none.
    let text = citizen.get(&format!("/dossiers/{reference}")).await.text();
    let names: Vec<&str> = text
        .split("/slips/")
        .skip(1)
        .map(|link| link.split_once('>').unwrap().1.split("</a>").next().unwrap().trim())
        .collect();
    assert_eq!(names.len(), 2);
    assert!(names[0].contains("số 7/HDHS") && names[0] != names[1], "{names:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_english_slip_is_english() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, "2.000635").await;
    let mut counter = world.signed_in("counter").await;
    let ask = [("ask-completion-words", "The photograph is dark")];
    act(&mut counter, &reference, "ask-completion", &ask).await.is(StatusCode::SEE_OTHER);
    let page = counter.get(&format!("/office/dossiers/{reference}")).await;
    let slip = slips(&page.text(), &format!("/office/dossiers/{reference}/slips/"))[0].clone();
    let mut english = counter.on(crate::common::ENGLISH);
    english.get(&slip).await.shows("Province, ").shows(" 2026</p>").hides("tỉnh ").hides("ngày ");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_and_a_denial_say_why_and_are_put_on_paper() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, "2.000635").await;
    let mut counter = world.signed_in("counter").await;
    let refuse = [("refuse-words", "Không thuộc thẩm quyền của Sở"), ("refuse-document", "9/TC")];
    act(&mut counter, &reference, "refuse", &refuse).await.is(StatusCode::SEE_OTHER);
    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    let slip = citizen.get(&slips(&page.text(), &format!("/dossiers/{reference}/slips/"))[0]).await;
    slip.shows("Phiếu từ chối tiếp nhận giải quyết hồ sơ")
        .shows("9/TC")
        .shows("Không thuộc thẩm quyền của Sở");
    slip.shows("không tiếp nhận, giải quyết hồ sơ này").shows("Người nộp hồ sơ").shows("Điện thoại liên hệ");

    let reference = in_hand(&world, &mut citizen, "2.000635").await;
    let mut decider = None;
    for _ in 0..3 {
        for login in ["officer", "division-head", "agency-head"] {
            let mut officer = world.signed_in(login).await;
            let text = officer.get(&format!("/office/dossiers/{reference}")).await.text();
            if text.contains("/acts/decide\"") {
                decider = Some(officer);
                break;
            }
            if text.contains("/acts/finish-step\"") {
                let words = [("finish-step-words", "Ghi chú nội bộ: chưa thấy trong sổ")];
                act(&mut officer, &reference, "finish-step", &words).await.is(StatusCode::SEE_OTHER);
            }
        }
    }
    let mut officer = decider.expect("somebody decides");
    let denied = [
        FormPart::Text("decide-outcome", "denied"),
        FormPart::Text("decide-document", "21/TL"),
        FormPart::Text("decide-words", "Không còn sổ gốc để cấp bản sao"),
    ];
    let page = officer.get(&format!("/office/dossiers/{reference}")).await;
    let without = act_from(&mut officer, &page, &reference, "decide", denied).await;
    without
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Không đủ điều kiện giải quyết thì phải trả lời bằng văn bản");
    let whole = [
        FormPart::Text("decide-outcome", "denied"),
        FormPart::Text("decide-document", "21/TL"),
        FormPart::Text("decide-words", "Không còn sổ gốc để cấp bản sao"),
        FormPart::File("decide-result", "tra-loi.pdf", PDF),
    ];
    act_from(&mut officer, &page, &reference, "decide", whole).await.is(StatusCode::SEE_OTHER);
    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    page.shows("Hồ sơ không được chấp thuận").shows("Văn bản số 21/TL").hides("Ghi chú nội bộ");
    page.shows("Văn bản trả lời đã có, mời bạn nhận").hides("Mời bạn nhận kết quả").hides("clock--done");
    let text = page.text();
    let (why, way) = (text.find("Không còn sổ gốc").unwrap(), text.find("Quá trình giải quyết").unwrap());
    assert!(why < way, "the reason stands first");
    page.shows("clock--refused");
    let received = citizen.post(&format!("/dossiers/{reference}/receive"), &[]).await;
    let page = citizen.follow(&received).await;
    page.shows("clock--refused").shows("timeline__step--refused").hides("clock--done");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_procedure_with_an_obligation_of_the_law_is_paused_for_money() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let reference = in_hand(&world, &mut citizen, "2.000635").await;
    let mut officer = world.signed_in("officer").await;
    let page = officer.get(&format!("/office/dossiers/{reference}")).await;
    page.hides("/acts/pause-for-fee\"").shows("phí, lệ phí thông thường không phải lý do tạm dừng");
    let procedure = world.app.master_data().procedure_any("1.012784").unwrap().clone();
    assert_eq!(procedure.obligations.map(|grounds| grounds.len()), Some(1));
    // Edited beside the fees: what is filed under the new version may be paused for it.
    let mut admin = world.signed_in("admin").await;
    let address = "/office/administration/procedures/2.000635/parts/obligations";
    let form = admin.get(address).await;
    form.is(StatusCode::OK).shows("Chỉ ghi nghĩa vụ tài chính mà pháp luật buộc");
    let version = form.hidden("version");
    let ground = [("version", version.as_str()), ("rows", "1"), ("vi-0", "Luật Hộ tịch"), ("act", "save")];
    admin.post(address, &ground).await.is(StatusCode::SEE_OTHER);
    admin.get("/office/administration/procedures/2.000635").await.shows("Nghĩa vụ tài chính theo luật");
    let saved = world.app.master_data().procedure_any("2.000635").unwrap().clone();
    assert_eq!(saved.obligations.map(|grounds| grounds[0].vi.clone()).as_deref(), Some("Luật Hộ tịch"));
}

#[tokio::test(flavor = "multi_thread")]
async fn handling_that_stops_is_put_on_paper() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let reference = in_hand(&world, &mut citizen, "2.000635").await;
    let mut head = world.signed_in("agency-head").await;
    let stop =
        [("stop-document", "17/TB-STP"), ("stop-words", "Người nộp không nộp lệ phí sau hai lần nhắc")];
    act(&mut head, &reference, "stop", &stop).await.is(StatusCode::SEE_OTHER);
    for (visitor, home) in [(&mut citizen, "/dossiers"), (&mut head, "/office/dossiers")] {
        let page = visitor.get(&format!("{home}/{reference}")).await;
        page.shows("Thông báo dừng giải quyết hồ sơ, số 17/TB-STP");
        let slip = visitor.get(&slips(&page.text(), &format!("{home}/{reference}/slips/"))[0]).await;
        slip.shows("Thông báo dừng giải quyết hồ sơ").shows("Số: 17/TB-STP");
        slip.shows("Người nộp không nộp lệ phí sau hai lần nhắc").shows("Điện thoại liên hệ");
        slip.shows("Tiếp nhận lúc").shows("Mã hồ sơ").shows("Người ký thông báo");
    }
    let text = head.get(&format!("/office/dossiers/{reference}")).await.text();
    let slip = slips(&text, &format!("/office/dossiers/{reference}/slips/"))[0].clone();
    let mut english = head.on(crate::common::ENGLISH);
    english.get(&slip).await.shows("Notice that handling has stopped").shows("Number: 17/TB-STP");
}

/// An office may note on a Saturday that it waits for the applicant: from when that counts is said where the date is
/// explained.
#[tokio::test(flavor = "multi_thread")]
async fn a_pause_on_a_day_off_is_explained_on_the_page() {
    let world = World::new(Engine::Sqlite);
    world.at("2026-03-06T09:00");
    let mut citizen = world.signed_in("citizen").await;
    let reference = in_hand(&world, &mut citizen, "2.000635").await;
    let said = "ngoài giờ làm việc, nên tính là tạm dừng từ ngày này";
    world.at("2026-03-07T20:00");
    let mut officer = world.signed_in("officer").await;
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản sao")];
    act(&mut officer, &reference, "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    let mut citizen = world.signed_in("citizen").await;
    citizen.get(&format!("/dossiers/{reference}")).await.shows(said);
    officer.get(&format!("/office/dossiers/{reference}")).await.shows(said);
    world.at("2026-03-12T09:00");
    let mut officer = world.signed_in("officer").await;
    act(&mut officer, &reference, "resume", &[("resume-words", "Đã nhận đủ")])
        .await
        .is(StatusCode::SEE_OTHER);
    let mut citizen = world.signed_in("citizen").await;
    citizen
        .get(&format!("/dossiers/{reference}"))
        .await
        .shows(said)
        .shows("tính tiếp, chỉ còn chính ngày này");
}

/// Of both dossiers of somebody, what is new to them.
async fn unread(world: &World) -> Vec<(i64, i64)> {
    let sql = "select dossier_id, count(*) from message where read_at is null and notice = 'submitted'
        group by dossier_id order by dossier_id";
    let read = move |tx: &mut storage::Tx| {
        let rows = tx.query(sql, &[])?;
        let rows: Result<Vec<(i64, i64)>, StorageError> =
            rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect();
        rows
    };
    world.app.store.read(read).await.unwrap()
}

async fn what_is_opened_is_read(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let first = apply_for(&world, &mut citizen, "2.000635").await;
    let second = apply_for(&world, &mut citizen, "2.000635").await;
    app::jobs::run_due(&world.app).await.unwrap();
    assert_eq!(unread(&world).await.len(), 2);
    let bell = |seen: &Seen| {
        let html = testkit::Html::page(&seen.text());
        html.texts(".site-header__bell .site-header__count").first().cloned().unwrap_or_default()
    };
    assert_eq!(bell(&citizen.get("/").await), "2 chưa đọc");

    // Neither a form nor somebody else reads them.
    citizen.post(&format!("/dossiers/{first}/receive"), &[("key", "too early")]).await;
    world.signed_in("company").await.get(&format!("/dossiers/{first}")).await.is(StatusCode::NOT_FOUND);
    let mut counter = world.signed_in("counter").await;
    counter.get(&format!("/office/dossiers/{first}")).await.is(StatusCode::OK);
    assert_eq!(unread(&world).await.len(), 2);

    // The page that is opened says at once how much is new of all else.
    assert_eq!(bell(&citizen.get(&format!("/dossiers/{first}")).await), "1 chưa đọc");
    assert_eq!(unread(&world).await.len(), 1);
    assert_eq!(bell(&citizen.get(&format!("/dossiers/{first}")).await), "1 chưa đọc");
    assert_eq!(bell(&citizen.get(&format!("/dossiers/{second}")).await), "");

    // What comes later is new again, and stands under the dossier it is about, before the other.
    act(&mut counter, &first, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    app::jobs::run_due(&world.app).await.unwrap();
    let page = citizen.get("/messages").await;
    assert_eq!(bell(&page), "");
    let html = testkit::Html::page(&page.text());
    let about: Vec<String> =
        html.all("main .thread h2 a").iter().filter_map(|a| a.attribute("href").map(Into::into)).collect();
    let ways: Vec<String> = [&first, &second].map(|reference| format!("/dossiers/{reference}")).to_vec();
    assert_eq!(about[..2], ways);
    let told = html.texts("main .thread:first-child .thread__notes strong");
    assert_eq!(told, ["Hồ sơ đã được tiếp nhận", "Đã nhận hồ sơ bạn gửi"]);
    assert_eq!(html.all("main .thread:first-child .tag").len(), 1);
    assert!(!testkit::Html::page(&citizen.get("/messages").await.text()).has("main .tag"));
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_a_dossier_reads_what_was_told_of_it() {
    for engine in engines() {
        what_is_opened_is_read(engine).await;
    }
}

async fn a_page_reads_what_it_shows(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let account = app::accounts::find(&world.app, "citizen").await.unwrap().expect("there is one").id;
    // One more than a page holds, each about nothing else that is told of.
    let reference = "Y8BDVHBGRT3TJYEC".into();
    let particulars = app::letters::Particulars { reference, ..Default::default() };
    let body = serde_json::to_string(&particulars).unwrap();
    let at = world.app.now();
    let write = move |tx: &mut storage::Tx| {
        (1..=13).try_for_each(|id| {
            storage::message::insert(tx, id, account, None, "submitted", &body, at.plus_minutes(-id))
        })
    };
    world.app.store.write(write).await.unwrap();
    let new = |page: &Seen| testkit::Html::page(&page.text()).all("main .thread .tag").len();
    let first = citizen.get("/messages").await;
    assert_eq!(new(&first), 12);
    let html = testkit::Html::page(&first.text());
    // The bell of the page itself counts what it did not show.
    assert_eq!(html.texts(".site-header__count"), ["1 chưa đọc"]);
    let older = html.one("main nav a[rel=next]").attribute("href").expect("there are more").to_string();
    let second = citizen.get(&older).await;
    assert_eq!(new(&second), 1);
    assert!(!testkit::Html::page(&second.text()).has(".site-header__count"));
    assert_eq!(new(&citizen.get("/messages").await), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_messages_reads_what_it_shows() {
    for engine in engines() {
        a_page_reads_what_it_shows(engine).await;
    }
}
