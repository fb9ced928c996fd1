//! Calendars, processes and procedures are kept, and dossiers go by them.

use super::{PROCEDURE, apply};
use crate::common::steps::{act, apply_for, handle};
use crate::common::{Engine, Seen, Visitor, World, engines};
use axum::http::StatusCode;
use testkit::Html;

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
        app::jobs::run_due(&world.app).await.unwrap();
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
    refused
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("“Số giờ làm việc” phải là một số")
        .shows("Ký ngay tại chỗ");
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
    let offering = [("act", "supply"), ("agency", "justice"), ("level", "3"), ("receiving", "centre")];
    admin.post(&format!("{home}/{NEW}"), &offering).await.is(StatusCode::SEE_OTHER);
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
    citizen.follow(&received).await.shows("Đã trả kết quả").shows("Đi học");
    citizen.get(&format!("/dossiers/{reference}/receipt")).await.shows("000.00.20.H99-260302-0001");
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
    let import = move || app::national::import(&app, record.as_bytes(), how, |_| {}, |_| {});
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
    let offering = [("act", "supply"), ("agency", "justice"), ("level", "3"), ("receiving", "centre")];
    let home = format!("/office/administration/procedures/{CODE}");
    admin.post(&home, &offering).await.is(StatusCode::SEE_OTHER);
    admin.get(&home).await.hides("Thủ tục này chưa nhận được hồ sơ");
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, CODE).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    handle(&world, &reference).await;
    let received = citizen.post(&format!("/dossiers/{reference}/receive"), &[]).await;
    citizen.follow(&received).await.shows("Đã trả kết quả");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_procedure_ends_on_its_day_with_a_reason_and_can_be_kept() {
    for engine in engines() {
        let world = World::new(engine);
        let mut admin = world.signed_in("admin").await;
        let home = format!("/office/administration/procedures/{PROCEDURE}");
        let close = |year: &'static str, reason: &'static str| {
            let day = [("close-day-day", "31"), ("close-day-month", "12"), ("close-day-year", year)];
            [&[("act", "close"), ("close-reason-vi", reason)][..], &day].concat()
        };
        let late = admin.post(&home, &close("2020", "Bãi bỏ")).await;
        late.is(StatusCode::UNPROCESSABLE_ENTITY).shows("hoặc muộn hơn").shows("Bãi bỏ");
        admin.post(&home, &close("2026", "")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        admin.post(&home, &close("2026", "Luật mới bãi bỏ")).await.is(StatusCode::SEE_OTHER);
        admin.get(&home).await.shows("đóng sau ngày 31/12/2026").shows("Luật mới bãi bỏ");
        let (before, after) = ("2026-12-31".parse().unwrap(), "2027-01-01".parse().unwrap());
        let ends = |because: &str| {
            let data = world.app.master_data();
            assert!(data.procedure(PROCEDURE, before).is_some());
            let closed = data.closed(PROCEDURE, after).map(|dated| dated.closed_because.vi.clone());
            assert_eq!(closed.as_deref(), Some(because));
        };
        ends("Luật mới bãi bỏ");

        // A version saved meanwhile does not open it again; another day and reason take their place.
        let procedure = world.app.master_data().procedure_any(PROCEDURE).unwrap().clone();
        let next = domain::procedure::Procedure { version: procedure.version + 1, ..procedure };
        let (by, today) = (domain::officer::AccountId(1), world.app.now().date());
        app::administration::save_procedure(&world.app, by, next, today).await.unwrap();
        ends("Luật mới bãi bỏ");
        admin.post(&home, &close("2026", "Gộp vào thủ tục khác")).await.is(StatusCode::SEE_OTHER);
        ends("Gộp vào thủ tục khác");

        admin.post(&home, &[("act", "keep")]).await.is(StatusCode::SEE_OTHER);
        assert!(world.app.master_data().procedure(PROCEDURE, after).is_some());
        admin.get(&home).await.hides("đóng sau ngày");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agency_stops_supplying_a_procedure_after_a_day() {
    for engine in engines() {
        let world = World::new(engine);
        let mut admin = world.signed_in("admin").await;
        let home = format!("/office/administration/procedures/{PROCEDURE}");
        let day = [("end-day-day", "30"), ("end-day-month", "6"), ("end-day-year", "2026")];
        let nobody = [&[("act", "end")][..], &day].concat();
        let nobody = admin.post(&home, &nobody).await;
        nobody.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn ít nhất một cơ quan");
        let offerings = |day: &str| world.app.master_data().offerings(PROCEDURE, day.parse().unwrap()).len();
        let before = offerings("2026-06-30");
        let end = [&[("act", "end"), ("ending", "justice")][..], &day].concat();
        admin.post(&home, &end).await.is(StatusCode::SEE_OTHER);
        assert_eq!((offerings("2026-06-30"), offerings("2026-07-01")), (before, before - 1));
        admin.get(&home).await.shows("30/06/2026");
        // The record of changes says so in words.
        let changes = admin.get("/office/administration").await;
        changes.shows("Nơi cung cấp").shows("đến hết ngày 30/06/2026").hides("supply");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_procedure_is_offered_by_a_whole_level_at_once_with_steps_that_fit_its_limit() {
    const NEW: &str = "9.000124";
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let home = "/office/administration/procedures";
    let about = [
        ("code", NEW),
        ("name-vi", "Thủ tục ở mọi xã"),
        ("short-vi", "Việc ở mọi xã"),
        ("summary-vi", "Dùng để thử."),
        ("new-field", "Lĩnh vực thử"),
        ("audiences", "citizen"),
        ("number", "2"),
        ("unit", "working-hours"),
        ("basis-number", "61/2018/NĐ-CP"),
    ];
    admin.post(&format!("{home}/new"), &about).await.is(StatusCode::SEE_OTHER);
    let nobody = admin.post(&format!("{home}/{NEW}"), &[("act", "supply"), ("level", "3")]).await;
    nobody.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn “Cơ quan giải quyết”");
    let offering = [("act", "supply"), ("kinds", "commune"), ("level", "3"), ("receiving", "centre")];
    admin.post(&format!("{home}/{NEW}"), &offering).await.is(StatusCode::SEE_OTHER);
    let (data, today) = (world.app.master_data(), world.app.now().date());
    let communes = data.agencies_of(domain::agency::AgencyKind::Commune, today).count();
    assert!(communes > 1);
    assert_eq!(data.offerings(NEW, today).len(), communes);
    let hours: u32 = data.procedure_any(NEW).unwrap().process.steps.iter().map(|step| step.hours).sum();
    assert!((1..=2).contains(&hours), "{hours}");
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_of_the_administration_are_searched_without_accents() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let home = "/office/administration";
    admin.get(&format!("{home}/agencies?q=tu+phap")).await.shows("Sở Tư pháp").hides("Sở Xây dựng");
    admin.get(&format!("{home}/calendars?q=tu+phap")).await.shows("Sở Tư pháp").hides("Sở Xây dựng");
    admin.get(&format!("{home}/officers?q=admin")).await.shows("(admin)").hides("(counter)");
    admin.get(&format!("{home}/officers?q=zzzz")).await.shows("Không tìm thấy.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_is_edited_page_by_page_and_what_is_on_other_pages_stays() {
    const CODE: &str = "2.000635";
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let list = format!("/office/administration/procedures/{CODE}/parts/papers");
    let names = || -> Vec<String> {
        let data = world.app.master_data();
        let papers = data.procedure_any(CODE).unwrap().papers.clone();
        papers.into_iter().map(|paper| paper.name.vi).collect()
    };
    let said = |html: &Html, name: &str| {
        html.one(&format!("input[name={name}]")).attribute("value").unwrap().to_string()
    };
    let version = said(&Html::page(&admin.get(&list).await.text()), "version");
    let called = |place: usize| format!("Giấy tờ thứ {place} {}", "dài ".repeat(60).trim_end());
    let mut all =
        vec![("rows".into(), "60".into()), ("version".into(), version), ("act".into(), "save".into())];
    all.extend((0..60).map(|place| (format!("vi-{place}"), called(place))));
    post(&mut admin, &list, &all).await.is(StatusCode::SEE_OTHER);
    assert_eq!(names(), (0..60).map(called).collect::<Vec<_>>());

    // A page as a browser would send it again: each row with its key and name.
    let sent = |html: &Html, act: &str| {
        let mut fields: Vec<(String, String)> =
            ["rows", "version", "span"].map(|name| (name.into(), said(html, name))).into();
        fields.push(("act".into(), act.into()));
        for input in html.all("main form input[name^='id-']") {
            fields.push((input.attribute("name").unwrap().into(), input.attribute("value").unwrap().into()));
        }
        for area in html.all("main form textarea[name^='vi-']") {
            fields.push((area.attribute("name").unwrap().into(), area.text().trim().into()));
        }
        fields
    };
    let text = admin.get(&format!("{list}?page=2")).await.text();
    assert!(text.len() < 40_960, "{} bytes", text.len());
    let html = Html::page(&text);
    let first: usize = said(&html, "span").split('-').nth(1).unwrap().parse().unwrap();
    assert!(first > 0 && html.all(".row-edit h2")[0].text().contains(&format!("{}", first + 1)));
    let mut changed = sent(&html, "save");
    changed.iter_mut().find(|(name, _)| name == "vi-0").unwrap().1 = "Tên mới".into();
    let saved = post(&mut admin, &list, &changed).await;
    saved.is(StatusCode::SEE_OTHER);
    let mut expected: Vec<String> = (0..60).map(called).collect();
    expected[first] = "Tên mới".into();
    assert_eq!(names(), expected);

    // The first row of a page is moved before the last of the page before, which comes along.
    let html = Html::page(&admin.follow(&saved).await.text());
    let moved = post(&mut admin, &list, &sent(&html, "up-0")).await;
    moved.is(StatusCode::OK);
    let html = Html::page(&moved.text());
    post(&mut admin, &list, &sent(&html, "save")).await.is(StatusCode::SEE_OTHER);
    expected.swap(first, first - 1);
    assert_eq!(names(), expected);
}

async fn post(admin: &mut Visitor, path: &str, fields: &[(String, String)]) -> Seen {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    admin.post(path, &fields).await
}
