//! Numbers, money and marks as they come in: typed at a counter and in a draft, and sent by the national database. What is no
//! number is told at its field, with all that was typed; what is no amount stays words.

use crate::common::{FormPart, Seen, Visitor, World, engines};
use axum::http::StatusCode;
use domain::officer::AccountId;
use domain::procedure::{Fee, FeeKind, Paper, Procedure};
use domain::{Text, deadline::Limit};
use serde_json::json;
use storage::national::{self, Proposal};

const HOUSE: &str = "1.013225";

#[tokio::test(flavor = "multi_thread")]
async fn a_count_at_the_counter_is_never_made_of_its_digits() {
    for engine in engines() {
        let world = World::new(engine);
        let mut counter = world.signed_in("counter").await;
        let desk = "/office/counter/justice/2.000635";
        let key = counter.get(desk).await.hidden("key");
        let parts = |count: &'static str| {
            vec![
                FormPart::Text("act", "accept"),
                FormPart::Text("identity", "099190000001"),
                FormPart::Text("name", "Trần Thị Minh Châu"),
                FormPart::Text("address", "Số 12"),
                FormPart::Text("channel", "direct"),
                FormPart::Text("delivery", "counter"),
                FormPart::Text("originals-identity", "1"),
                FormPart::Text("copies-identity", count),
            ]
        };
        for wrong in ["abc", "1.5", "1,5", "-1", "1e3", "1000", "2 bản"] {
            let mut parts = parts(wrong);
            parts.push(FormPart::Text("key", &key));
            let refused = counter.post_parts(desk, &parts).await;
            refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("phải là số nguyên từ 0 đến 999");
            assert_eq!(refused.input("copies-identity"), wrong);
            assert_eq!(refused.input("name"), "Trần Thị Minh Châu");
        }
        let mut parts = parts("02");
        parts.push(FormPart::Text("key", &key));
        let accepted = counter.post_parts(desk, &parts).await;
        counter.follow(&accepted).await.shows("1 bản chính và 2 bản sao");
    }
}

/// The questions of a draft, with one of its answers typed in a way.
async fn answered(world: &World, citizen: &mut Visitor, draft: &str, area: &str) -> Seen {
    let data = world.app.master_data();
    let procedure = data.procedure(HOUSE, "2026-03-02".parse().unwrap()).unwrap();
    let mut answers = crate::common::steps::sample_answers(procedure);
    answers.iter_mut().filter(|(id, _)| id == "land-area").for_each(|(_, answer)| *answer = area.into());
    let fields: Vec<(&str, &str)> =
        answers.iter().map(|(id, answer)| (id.as_str(), answer.as_str())).collect();
    citizen.post(&format!("{draft}/questions"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plot_of_95_5_square_metres_stays_one() {
    for engine in engines() {
        let world = World::new(engine);
        let data = world.app.master_data();
        let offering = data.offerings(HOUSE, "2026-03-02".parse().unwrap())[0].clone();
        let agency = data.agency(offering.agency).unwrap().key.clone();
        let mut citizen = world.signed_in("citizen").await;
        let start = citizen.post(&format!("/apply/{HOUSE}"), &[("agency", &agency)]).await;
        let draft = start.location.trim_end_matches("/you").to_string();
        for (typed, said) in [
            ("95,5", "95,5"),
            ("95.5", "95,5"),
            ("120,75", "120,75"),
            ("1.250,5", "1250,5"),
            ("1.250", "1250"),
            ("1,250", "1250"),
            ("95 m2", "95"),
            ("95m²", "95"),
            ("٩٥", "95"),
            ("९५", "95"),
            ("９５", "95"),
        ] {
            let next = answered(&world, &mut citizen, &draft, typed).await;
            next.is(StatusCode::SEE_OTHER);
            let kept = citizen.get(&format!("{draft}/questions")).await;
            assert_eq!(kept.input("land-area"), said, "{typed}");
        }
        for (typed, sentence) in [
            ("0,9", "phải từ 1 đến 100.000"),
            ("-95", "phải từ 1 đến 100.000"),
            ("1e3", "phải là một số viết bằng chữ số"),
            ("10²", "phải là một số viết bằng chữ số"),
            ("½", "phải là một số viết bằng chữ số"),
            ("1.2.3", "phải là một số viết bằng chữ số"),
            ("95 ha", "phải là một số viết bằng chữ số"),
            ("95,1234", "nhiều nhất 2 chữ số sau dấu phẩy"),
        ] {
            let refused = answered(&world, &mut citizen, &draft, typed).await;
            refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows(sentence);
            assert_eq!(refused.input("land-area"), typed);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn three_decimals_are_asked_about_where_they_may_be_thousands() {
    for engine in engines() {
        let world = World::new(engine);
        let today = "2026-03-02".parse().unwrap();
        let data = world.app.master_data();
        let mut procedure = data.procedure(HOUSE, today).unwrap().clone();
        procedure.version += 1;
        let area = procedure.form.questions.iter_mut().find(|question| question.id == "land-area").unwrap();
        area.kind =
            forms::QuestionKind::Number { min: 1, max: 100_000, decimals: 3, unit: "m²".into(), year: None };
        app::administration::save_procedure(&world.app, AccountId(1), procedure, today).await.unwrap();
        let agency = data.agency(data.offerings(HOUSE, today)[0].agency).unwrap().key.clone();
        let mut citizen = world.signed_in("citizen").await;
        let start = citizen.post(&format!("/apply/{HOUSE}"), &[("agency", &agency)]).await;
        let draft = start.location.trim_end_matches("/you").to_string();
        for typed in ["12,125", "12.125", "1,250"] {
            let refused = answered(&world, &mut citizen, &draft, typed).await;
            refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("có thể hiểu theo hai cách");
            assert_eq!(refused.input("land-area"), typed);
        }
        for (typed, shown) in
            [("12,1250", "12,1250"), ("12125", "12125"), ("95,5", "95,5"), ("1250,125", "1250,125")]
        {
            answered(&world, &mut citizen, &draft, typed).await.is(StatusCode::SEE_OTHER);
            assert_eq!(citizen.get(&format!("{draft}/questions")).await.input("land-area"), shown);
            // What was kept is right when all of it is looked at, and when it is sent again as it is shown.
            citizen.get(&format!("{draft}/check")).await.hides("hai cách");
            answered(&world, &mut citizen, &draft, shown).await.is(StatusCode::SEE_OTHER);
        }
    }
}

/// A packet of one procedure with one way, limit and fee.
fn packet(code: &str, limit: (&str, &str), fee: (&str, &str)) -> String {
    let way = json!({ "KENH": "1", "THOIGIAN": [{ "THOIGIANGIAIQUYET": limit.0, "DONVITINH": limit.1, "MOTA": "",
        "PHILEPHI": [{ "SOTIEN": fee.0, "DONVI": fee.1, "MOTA": "Lệ phí" }] }] });
    let record = json!({ "MATTHC": code, "TENTTHC": "Cấp giấy &amp; <b>đổi</b>", "TRANGTHAI": "1",
        "MACOQUANCONGBO": "Bộ Tư pháp", "QUYETDINH": "12/QĐ-BTP", "MOTA": "<p>Dòng 1</p><br/>Dòng&nbsp;2",
        "LINHVUCTHUCHIEN": [{ "TENLINHVUC": "Hộ tịch", "MALINHVUC": "G15-TP07" }],
        "COQUANPHOIHOP": [{ "TENDONVI": "Công an cấp xã" }],
        "DOITUONGTHUCHIEN": [{ "TENDOITUONG": "Công dân Việt Nam" }], "CACHTHUCTHUCHIEN": [way],
        "THANHPHANHOSO": [{ "TRUONGHOP": "", "GIAYTO": [
            { "TENGIAYTO": "Đơn đề nghị<br>theo mẫu", "SOBANCHINH": "1", "TENMAUDON": "Mẫu 01", "URL": "https://a.vn/m.doc" },
            { "TENGIAYTO": "\u{f0b7} Bản sao", "SOBANSAO": "1" }] }] });
    json!({ "error_code": "0", "result": [record] }).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn national_records_say_what_is_written_in_them() {
    for engine in engines() {
        let world = World::new(engine);
        let cases = [
            ("1.900001", ("5", "Ngày làm việc"), ("100000.00", "Đồng"), "100.000 đồng"),
            ("1.900003", ("5", "Ngày làm việc"), ("50.000,00", "Đồng"), "50.000 đồng"),
            ("1.900004", ("5", "Ngày làm việc"), ("8.000 - 15.000", "Đồng"), "8.000 - 15.000 Đồng"),
            ("1.900005", ("5", "Ngày làm việc"), ("0,5", "%"), "0,5 %"),
            ("1.900006", ("5", "Ngày làm việc"), ("25", "USD"), "25 USD"),
            ("1.900007", ("5", "Ngày làm việc"), ("1,5 triệu", "Đồng"), "1.500.000 đồng"),
            ("1.900008", ("1.5", "Ngày làm việc"), ("", ""), "1.5 ngày làm việc"),
            ("1.900009.000.00.00.H29", ("05", "Ngày  làm  việc"), ("", ""), "5 ngày làm việc"),
        ];
        world
            .import(cases.iter().map(|(code, limit, fee, _)| packet(code, *limit, *fee) + "\n").collect())
            .await;
        let mut visitor = world.visitor();
        for (code, _, _, said) in cases {
            let page = visitor.get(&format!("/procedures/{code}")).await;
            page.is(StatusCode::OK).shows(said).shows("Cấp giấy &#38; đổi");
            page.hides("&#60;b&#62;").hides("nbsp").hides("\u{f0b7}").hides("800.015.000");
            page.shows("Bộ Tư pháp").shows("12/QĐ-BTP").shows("G15-TP07").shows("Công an cấp xã");
            page.shows("href=\"https://a.vn/m.doc\"").shows("Mẫu 01").shows("Dòng 1\nDòng 2");
        }
        // A province's own code is found by its national beginning, and the other way round.
        let found = visitor.get("/procedures?q=1.900009.000.00.00.h29").await;
        found.shows("/procedures/1.900009.000.00.00.H29");
        let national = visitor.get("/procedures/1.900001.H38").await;
        assert_eq!(national.location, "/procedures/1.900001");
        visitor.get("/procedures/1.999999.H38").await.is(StatusCode::NOT_FOUND);
        // A code as a number may have lost its last zeros.
        let (app, mut told) = (world.app.clone(), Vec::new());
        let lines = format!(
            "{}\n{}",
            packet("1.900010", ("1", "Ngày"), ("", "")),
            r#"{"code":1.90013,"name":"Thử"}"#
        );
        let read = move || {
            let how = app::national::Import::default();
            app::national::import(&app, lines.as_bytes(), how, |trouble| told.push(trouble), |_| {}).unwrap();
            told
        };
        let told = tokio::task::spawn_blocking(read).await.unwrap();
        assert_eq!((told.len(), told[0].line, told[0].code.as_deref()), (1, 2, Some("1.90013")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_and_units_of_a_record_are_read_where_they_are_sure_and_else_shown_as_written() {
    const CODE: &str = "1.900020";
    for engine in engines() {
        let world = World::new(engine);
        let way = |channel: &str, number: &str, unit: &str, fee: &str| {
            json!({ "KENH": channel, "THOIGIAN": [{ "THOIGIANGIAIQUYET": number, "DONVITINH": unit, "MOTA": "",
                "PHILEPHI": [{ "SOTIEN": "0", "DONVI": "Đồng", "MOTA": fee }] }] })
        };
        let paper = |name: &str, originals: &str, copies: &str| json!({ "TENGIAYTO": name, "SOBANCHINH": originals, "SOBANSAO": copies });
        let record = json!({ "MATTHC": CODE, "TENTTHC": "Thử", "SOBOHOSO": "hai hoặc ba bộ",
            "CACHTHUCTHUCHIEN": [way("1", "30", "Phút", "Lệ phí"), way("2", "2", "Tuần", "Lệ phí"),
                way("3", "15 ngày", "Ngày làm việc", "Lệ phí do tỉnh quyết định"), way("9", "1", "Ngày", "")],
            "THANHPHANHOSO": [{ "TRUONGHOP": "", "GIAYTO": [
                paper("Đơn", "01 (một) bản", "1,5"), paper("Bản đồ", "1 bản chính", "02 bản")] }] });
        let lines = format!(
            "\n{}\n{}",
            json!({ "result": [record] }),
            json!({ "MATTHC": "1.900021", "TENTTHC": "&#0;" })
        );
        let app = world.app.clone();
        let import = move || {
            let (mut told, how) = (Vec::new(), app::national::Import { accept: true, complete: false });
            let tally =
                app::national::import(&app, lines.as_bytes(), how, |trouble| told.push(trouble), |_| {})
                    .unwrap();
            (tally, told)
        };
        let (tally, told) = tokio::task::spawn_blocking(import).await.unwrap();
        assert_eq!((tally.new, tally.not_understood, tally.in_part), (1, 1, 1));
        let told: Vec<(u64, bool, &str)> =
            told.iter().map(|trouble| (trouble.line, trouble.taken, trouble.reason.as_str())).collect();
        assert_eq!(
            told,
            [
                (2, true, "a limit, as written: 30 phút"),
                (2, true, "a limit, as written: 2 tuần; counted as 14 calendar days"),
                (2, true, "“Đơn”: copies, as written: 1,5"),
                (2, true, "sets of papers, as written: hai hoặc ba bộ"),
                (2, true, "`9` is no way to file that is known"),
                (3, false, "the procedure has no name"),
            ]
        );
        let page = world.visitor().get(&format!("/procedures/{CODE}")).await;
        page.is(StatusCode::OK).shows("30 phút").shows("14 ngày").shows("15 ngày làm việc");
        page.hides("ngày ngày")
            .hides("Lệ phí: Lệ phí")
            .shows("Lệ phí: không thu")
            .shows("Lệ phí do tỉnh quyết định");
        page.shows("1 bản chính").shows("Số bản sao: 1,5").shows("1 bản chính và 2 bản sao");
        page.shows("hai hoặc ba bộ");
        // An official who knows better says it in numbers.
        let mut admin = world.signed_in("admin").await;
        let waiting = admin.get("/office/administration/national").await;
        waiting.is(StatusCode::OK).hides(CODE);
        let data = world.app.master_data();
        let procedure = data.procedure(CODE, world.app.now().date()).unwrap();
        assert_eq!(procedure.papers[1].copies, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_the_record_says_less_of_stays_as_it_is_known() {
    let newer = |time: u32, unit: &str| {
        json!({ "code": "1.900001", "name": "Cấp giấy & đổi", "executionMethods": [{ "submissionMethod": "DIRECT",
            "processingTime": time, "processingTimeUnit": unit, "description": "" }] })
    };
    for engine in engines() {
        let world = World::new(engine);
        let today = world.app.now().date();
        let limit = || world.app.master_data().procedure("1.900001", today).unwrap().methods[0].limit.clone();
        world.import(packet("1.900001", ("5", "Ngày"), ("8000", "Đồng")) + "\n").await;
        for (time, unit, expected) in [
            (5, "OTHER", Limit::CalendarDays(5)),
            (0, "OTHER", Limit::CalendarDays(5)),
            (7, "OTHER", Limit::Words(Text::new("7 (không ghi đơn vị tính)", ""))),
            (2, "WEEK", Limit::CalendarDays(14)),
        ] {
            world.import(format!("{}\n", newer(time, unit))).await;
            assert_eq!(limit(), expected, "{time} {unit}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_said_to_be_at_level_four() {
    for engine in engines() {
        let world = World::new(engine);
        let mut admin = world.signed_in("admin").await;
        world.import(packet("1.900001", ("5", "Ngày"), ("8000", "Đồng")) + "\n").await;
        let home = "/office/administration/procedures/1.900001";
        // A form opened before may ask for level 4; it is said to be 3 until something can be paid.
        let offering = [("act", "supply"), ("agency", "justice"), ("level", "4"), ("receiving", "centre")];
        admin.post(home, &offering).await.is(StatusCode::SEE_OTHER);
        admin.get(home).await.hides("Mức độ 4").shows("Mức độ 3");
        let mut visitor = world.visitor();
        for page in ["/procedures", "/procedures?level=4", "/procedures/1.900001"] {
            visitor.get(page).await.is(StatusCode::OK).hides("Mức độ 4").shows("Mức độ 3");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn officials_write_what_the_record_lacks() {
    for engine in engines() {
        let world = World::new(engine);
        let mut admin = world.signed_in("admin").await;
        let home = format!("/office/administration/procedures/{HOUSE}");
        let about = admin.get(&format!("{home}/about")).await;
        let version = about.hidden("version");
        let form = |field_code: &'static str, sets: &'static str, version: &'static str| {
            vec![
                ("name-vi", "Cấp giấy phép xây dựng"),
                ("short-vi", "Xin phép xây nhà"),
                ("summary-vi", "Xin phép"),
                ("field", "building"),
                ("audiences", "citizen"),
                ("sets", sets),
                ("announcer", "Bộ Xây dựng"),
                ("announcer-code", "g17"),
                ("decision", "35/QĐ-BXD"),
                ("decided-day", "9"),
                ("decided-month", "1"),
                ("decided-year", "2025"),
                ("coordinating", "Công an cấp xã\nSở Xây dựng"),
                ("field-code", field_code),
                ("version", version),
            ]
        };
        assert_eq!(version, "1");
        let wrong = admin.post(&format!("{home}/about"), &form("LV159", "1,5", "1")).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("G03-GD10").shows("phải là số nguyên");
        assert_eq!((wrong.input("field-code"), wrong.input("sets")), ("LV159".into(), "1,5".into()));
        let mut coming = form("G17-XD01", "2", "1");
        coming.iter_mut().filter(|(name, _)| *name == "decided-year").for_each(|(_, year)| *year = "2052");
        let early = admin.post(&format!("{home}/about"), &coming).await;
        early.is(StatusCode::UNPROCESSABLE_ENTITY).shows("không được sau ngày hôm nay");
        admin.post(&format!("{home}/about"), &form("G17-XD01", "2", "1")).await.is(StatusCode::SEE_OTHER);
        // A form opened before there were these fields leaves them as they are.
        let old: Vec<_> = form("", "", "2")
            .into_iter()
            .filter(|(name, _)| {
                !["sets", "announcer", "announcer-code", "decision", "coordinating", "field-code"]
                    .contains(name)
            })
            .collect();
        admin.post(&format!("{home}/about"), &old).await.is(StatusCode::SEE_OTHER);
        let page = world.visitor().get(&format!("/procedures/{HOUSE}")).await;
        page.shows("2 bộ").shows("Bộ Xây dựng (G17)").shows("35/QĐ-BXD, 09/01/2025").shows("G17-XD01");
        page.shows("Công an cấp xã; Sở Xây dựng");
    }
}

/// What a program before this one read of a packet, accepted.
async fn imported_before(world: &World, code: &str, line: &str, spoil: impl Fn(&mut Procedure)) {
    let record = gateway::national::read_line(line).remove(0).unwrap();
    let mut procedure = record.procedure.clone();
    spoil(&mut procedure);
    let (now, id, run) = (world.app.now(), world.app.store.new_id(world.app.now()), 1);
    let (code, raw) = (code.to_string(), record.raw.clone());
    let write = move |tx: &mut storage::Tx| {
        national::receive(tx, &code, code.as_bytes(), &raw, run, now)?;
        let field_name = record.field_name.clone();
        let proposal = Proposal {
            id,
            code: code.clone(),
            run,
            made_at: now,
            field_name,
            closing: String::new(),
            procedure: procedure.clone(),
        };
        national::propose(tx, &proposal)
    };
    world.app.store.write(write).await.unwrap();
    app::national::accept_all(&world.app, AccountId(1)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_read_wrongly_is_read_again_and_what_is_ours_stays() {
    const CODE: &str = "1.900001";
    for engine in engines() {
        let world = World::new(engine);
        let line = packet(CODE, ("1.5", "Ngày làm việc"), ("100000.00", "Đồng"));
        imported_before(&world, CODE, &line, |read| {
            read.name = Text::new("Cấp giấy &amp; <b>đổi</b>", "");
            read.short_name = read.name.clone();
            read.summary = Text::new("<p>Dòng 1</p><br/>Dòng&nbsp;2", "");
            read.methods[0].limit = Limit::Words(Text::new("Theo quy định của pháp luật", ""));
            read.methods[0].fees[0].amount = 10_000_000;
            read.papers[0].name = Text::new("Đơn đề nghị<br>theo mẫu", "");
            read.papers[0].template = None;
            read.papers[1].name = Text::new("\u{f0b7} Bản sao", "");
            let origin = read.origin.as_mut().unwrap();
            (origin.decision, origin.field_code, origin.coordinating) = (None, None, Vec::new());
        })
        .await;
        // What officials have made of it since.
        let today = world.app.now().date();
        let newest = || world.app.master_data().procedure(CODE, today).unwrap().clone();
        let mut ours = newest();
        assert_eq!(ours.methods[0].fees[0].amount, 10_000_000);
        ours.version += 1;
        ours.papers[1].copies = 3;
        ours.papers[0].id = "request-form".into();
        ours.papers
            .push(Paper { id: "own".into(), name: Text::new("Giấy riêng", ""), ..Paper::default() });
        ours.methods[0].fees.push(Fee {
            name: Text::new("Phí riêng", ""),
            amount: 7_000,
            kind: FeeKind::Fee,
            example: false,
            words: Text::default(),
        });
        ours.keywords.push("từ riêng".into());
        app::administration::save_procedure(&world.app, AccountId(1), ours.clone(), today).await.unwrap();

        let again = |accept: bool| {
            let app = world.app.clone();
            tokio::task::spawn_blocking(move || {
                let taken = |_: &str, said: &str| assert!(said.starts_with("taken, but"), "{said}");
                app::national::read_again(&app, accept, taken).unwrap()
            })
        };
        let first = again(false).await.unwrap();
        assert_eq!((first.differs, first.accepted, first.same), (1, 0, 0));
        assert_eq!(newest(), ours, "it waits for an administrator");
        let mut admin = world.signed_in("admin").await;
        let list = admin.get("/office/administration/national").await;
        list.shows("1 đề nghị đang chờ");
        let id = list
            .text()
            .split("/administration/national/")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_string();
        let page = admin.get(&format!("/office/administration/national/{id}")).await;
        page.shows("100.000 đồng").shows("10.000.000 đồng").shows("1.5 ngày làm việc");
        let second = again(false).await.unwrap();
        assert_eq!((second.differs, second.same), (0, 1), "what waits already is not proposed again");

        let taken = again(true).await.unwrap();
        assert_eq!((taken.differs, taken.accepted), (0, 1));
        let next = newest();
        assert_eq!(
            (next.name.vi.as_str(), next.short_name.vi.as_str()),
            ("Cấp giấy & đổi", "Cấp giấy & đổi")
        );
        assert_eq!(next.summary.vi, "Dòng 1\nDòng 2");
        assert_eq!(next.methods[0].limit, Limit::Words(Text::new("1.5 ngày làm việc", "")));
        let fees: Vec<(&str, u64)> =
            next.methods[0].fees.iter().map(|fee| (&*fee.name.vi, fee.amount)).collect();
        assert_eq!(fees, [("Lệ phí", 100_000), ("Phí riêng", 7_000)]);
        let papers: Vec<(&str, &str, u32)> =
            next.papers.iter().map(|paper| (&*paper.id, &*paper.name.vi, paper.copies)).collect();
        assert_eq!(
            papers,
            [("request-form", "Đơn đề nghị\ntheo mẫu", 0), ("p2", "- Bản sao", 3), ("own", "Giấy riêng", 0)]
        );
        assert_eq!(next.papers[0].template.as_ref().unwrap().name, "Mẫu 01");
        assert_eq!(next.keywords.last().unwrap(), "từ riêng");
        let origin = next.origin.as_ref().unwrap();
        assert_eq!(origin.decision.as_ref().unwrap().number, "12/QĐ-BTP");
        let third = again(true).await.unwrap();
        assert_eq!((third.differs, third.accepted, third.same), (0, 0, 1));
        assert_eq!(newest(), next);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn records_that_contradict_each_other_are_read_again_without_end() {
    for (engine, accept) in engines().into_iter().flat_map(|engine| [(engine, false), (engine, true)]) {
        let world = World::new(engine);
        let two = [("1.5", "50000"), ("3", "70000")]
            .map(|(days, fee)| packet("1.900002", (days, "Ngày làm việc"), (fee, "Đồng")));
        let (app, file) = (world.app.clone(), two.join("\n"));
        let how = app::national::Import { accept, complete: false };
        let import = move || app::national::import(&app, file.as_bytes(), how, |_| {}, |_| {}).unwrap();
        tokio::task::spawn_blocking(import).await.unwrap();
        let all = |tx: &mut storage::Tx| {
            let rows = tx.query("select id, state from proposal order by id", &[])?;
            Ok::<_, storage::StorageError>(format!("{rows:?}"))
        };
        let current = || world.app.master_data().procedure_any("1.900002").cloned();
        let before = (world.app.store.read(all).await.unwrap(), current());
        for accept_all in [false, true, true, false] {
            let app = world.app.clone();
            let again = move || app::national::read_again(&app, accept_all, |_, _| {}).unwrap();
            let again = tokio::task::spawn_blocking(again).await.unwrap();
            assert_eq!((again.differs, again.accepted, again.same), (0, 0, 2), "{engine:?} {accept}");
        }
        assert_eq!((world.app.store.read(all).await.unwrap(), current()), before, "{engine:?} {accept}");
    }
}
