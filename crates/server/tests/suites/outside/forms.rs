//! Days, files and choices of forms.

use super::*;

/// The field with its sentence: what is wrong is said at it.
fn said_at(page: &Seen, name: &str, sentence: &str) {
    page.is(StatusCode::UNPROCESSABLE_ENTITY).shows(&format!("id=\"{name}-error\"")).shows(sentence);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_birth_is_in_the_past_and_may_be_known_by_its_year() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let draft = {
        let start = citizen.get(&format!("/apply/{MARRIAGE}")).await;
        let agency = start.text();
        let at = agency.find("name=\"agency\" value=\"").expect("agencies to choose from") + 21;
        let agency = agency[at..].split('"').next().unwrap().to_string();
        let start = citizen.post(&format!("/apply/{MARRIAGE}"), &[("agency", agency.as_str())]).await;
        start.location.trim_end_matches("/you").to_string()
    };
    let you = [
        ("whose", "mine"),
        ("name", "Trần Thị Minh Châu"),
        ("identity", "099190000001"),
        ("phone", "0900000101"),
        ("address", "Số 12"),
        ("delivery", "online"),
    ];
    citizen.post(&format!("{draft}/you"), &you).await.is(StatusCode::SEE_OTHER);
    let data = world.app.master_data();
    let procedure = data.procedure(MARRIAGE, "2026-03-02".parse().unwrap()).unwrap();
    let answers = crate::common::steps::sample_answers(procedure);
    let born = |day: &'static str, month: &'static str, year: &'static str| {
        let mut fields: Vec<(String, String)> = answers.clone();
        fields.retain(|(name, _)| name != "husband-birth-date");
        for (part, typed) in [("day", day), ("month", month), ("year", year)] {
            fields.push((format!("husband-birth-date-{part}"), typed.to_string()));
        }
        fields
    };
    let page = format!("{draft}/questions");
    for (date, sentence) in [
        (born("31", "12", "2035"), "không được sau ngày hôm nay"),
        (born("29", "2", "2025"), "phải là ngày có thật"),
        (born("5", "", "1945"), "phải là ngày có thật"),
        (born("", "", "2035"), "không được sau ngày hôm nay"),
    ] {
        let fields: Vec<(&str, &str)> =
            date.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let seen = citizen.post(&page, &fields).await;
        seen.is(StatusCode::UNPROCESSABLE_ENTITY).shows(sentence);
        assert_eq!(seen.input("husband-birth-date-year"), date.last().unwrap().1, "it comes back as typed");
    }
    for (date, said) in [
        (born("", "", "1945"), "năm 1945, không rõ ngày tháng"),
        (born("", "5", "1945"), "tháng 5 năm 1945, không rõ ngày"),
    ] {
        let fields: Vec<(&str, &str)> =
            date.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        citizen.post(&page, &fields).await.is(StatusCode::SEE_OTHER);
        citizen.get(&format!("{draft}/check")).await.shows(said);
        let seen = citizen.get(&page).await;
        assert_eq!(
            (seen.input("husband-birth-date-day"), seen.input("husband-birth-date-year")),
            ("".into(), "1945".into())
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_what_they_are_whole_and_open() {
    for engine in engines() {
        let world = World::new(engine);
        let mut citizen = world.signed_in("citizen").await;
        let draft = begun(&mut citizen, ORDINARY).await;
        let page = format!("{draft}/papers");
        let data = world.app.master_data();
        let procedure = data.procedure(ORDINARY, "2026-03-02".parse().unwrap()).unwrap();
        let paper = procedure.papers[0].id.as_str();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/tests/files");
        let sample = |name: &str| std::fs::read(format!("{folder}/{name}.pdf")).unwrap();
        let (locked, cut, jpeg) = (
            sample("r6-locked"),
            sample("plain")[..300].to_vec(),
            b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9",
        );
        for (name, content, sentence) in [
            ("khóa.pdf", &locked[..], "bị khóa bằng mật khẩu"),
            ("dở dang.pdf", &cut[..], "không trọn vẹn"),
            ("ảnh.jpg", &jpeg[..], "không trọn vẹn"),
            ("trang.pdf", b"<html>%PDF-1.4 %%EOF", "không phải PDF, JPG hay PNG"),
        ] {
            let parts = [FormPart::Text("act", "stay"), FormPart::File(paper, name, content)];
            citizen
                .post_parts(&page, &parts)
                .await
                .is(StatusCode::UNPROCESSABLE_ENTITY)
                .shows(sentence)
                .shows(name);
        }
        assert_eq!(world.contents(), 0, "nothing of what is refused is kept");
        let long = format!("{}.pdf", "đơn-xin-".repeat(22));
        let (marked, later) = ([b"\xef\xbb\xbf", PDF].concat(), [b"\r\n\r\n", PDF].concat());
        for (name, content) in
            [("scan", &marked[..]), (long.as_str(), &later[..]), ("mở được.pdf", &sample("r6-open")[..])]
        {
            let parts = [FormPart::Text("act", "stay"), FormPart::File(paper, name, content)];
            citizen.post_parts(&page, &parts).await.is(StatusCode::SEE_OTHER);
        }
        let text = citizen.get(&page).await.text();
        let cut_name: String = long.chars().take(116).collect();
        assert!(text.contains(&format!("{cut_name}.pdf")), "{text}");
        let links: Vec<&str> =
            text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let links: Vec<&str> = links.into_iter().filter(|link| link.contains("/files/")).collect();
        assert_eq!(links.len(), 3, "{links:?}");
        for link in links {
            let seen = citizen.get(link).await;
            let name = seen.headers["content-disposition"].to_str().unwrap();
            assert!(name.ends_with(".pdf"), "{name}");
            assert_eq!(seen.headers["content-type"], "application/pdf");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_nobody_offered_is_refused_at_its_field_and_what_was_typed_is_kept() {
    for engine in engines() {
        let world = World::new(engine);
        let mut new = world.visitor();
        // An officer's account is none to choose, and a visa none of the kinds of paper.
        for (name, value, sentence) in [
            ("kind", "officer", "Hãy chọn bạn mở tài khoản cho ai"),
            ("kind", "", "Hãy chọn bạn mở tài khoản cho ai"),
            ("identity-kind", "visa", "Hãy chọn một mục ở"),
        ] {
            let page = new.post("/register", &registration(&[(name, value), ("no-field", "any")])).await;
            said_at(&page, name, sentence);
            assert_eq!(page.input("name"), "Lê Văn Tám");
        }

        let mut citizen = world.signed_in("citizen").await;
        let nowhere = citizen.post(&format!("/apply/{ORDINARY}"), &[("agency", "nowhere")]).await;
        said_at(&nowhere, "agency", "Hãy chọn cơ quan giải quyết");
        let draft = begun(&mut citizen, ORDINARY).await;
        let you = |whose: &'static str, delivery: &'static str| {
            [
                ("whose", whose),
                ("name", "Lê Văn Chín"),
                ("identity", "099190000001"),
                ("phone", "0900000101"),
                ("address", "Số 12"),
                ("delivery", delivery),
            ]
        };
        let page = citizen.post(&format!("{draft}/you"), &you("nobody", "pigeon")).await;
        said_at(&page, "whose", "Hãy chọn bạn nộp cho ai");
        said_at(&page, "delivery", "Hãy chọn cách nhận kết quả");
        assert_eq!(page.input("name"), "Lê Văn Chín");
        // It is kept, and the draft is not passed on with a choice made up for it.
        assert_eq!(citizen.get(&format!("{draft}/you")).await.input("name"), "Lê Văn Chín");
        citizen.post(&format!("{draft}/you"), &you("mine", "online")).await.is(StatusCode::SEE_OTHER);

        let data = world.app.master_data();
        let paper = data.procedure(ORDINARY, "2026-03-02".parse().unwrap()).unwrap().papers[0].id.clone();
        let (copies, mut counter) = (format!("copies-{paper}"), world.signed_in("counter").await);
        let taken = |channel: &'static str, delivery: &'static str, count: &'static str| {
            vec![
                ("act", "accept"),
                ("key", "a-choice-nobody-offered"),
                ("identity", "099190000009"),
                ("name", "Lê Thị Mười"),
                ("address", "Số 9"),
                ("channel", channel),
                ("delivery", delivery),
                (copies.as_str(), count),
            ]
        };
        let desk = format!("/office/counter/justice/{ORDINARY}");
        let page = counter.post(&desk, &taken("online", "pigeon", "abc")).await;
        said_at(&page, "channel", "Hãy chọn một mục ở “Hồ sơ đến bằng cách nào?”");
        said_at(&page, "delivery", "Hãy chọn một mục ở “Trả kết quả”");
        said_at(&page, &copies, "phải là số nguyên từ 0 đến 999");
        assert_eq!((page.input("name"), page.input(&copies)), ("Lê Thị Mười".into(), "abc".into()));
        // Looking somebody up judges nothing yet.
        let mut find = taken("online", "pigeon", "abc");
        find[0] = ("act", "find");
        let sent = counter.post(&desk, &find).await;
        let page = counter.follow(&sent).await;
        page.is(StatusCode::OK).hides("-error\"");
        assert_eq!((page.input("name"), page.input(&copies)), ("Lê Thị Mười".into(), "abc".into()));

        let absence =
            [("act", "add"), ("substitute", "999999"), ("from-day", "30"), ("document", "7/QĐ-STP")];
        let page = counter.post("/office/absences", &absence).await;
        said_at(&page, "substitute", "Hãy chọn một mục ở “Người làm thay”");
        said_at(&page, "from", "“Từ ngày” phải là ngày có thật");
        assert_eq!((page.input("document"), page.input("from-day")), ("7/QĐ-STP".into(), "30".into()));
    }
}

/// A button that has nothing to do its work with says so at its field.
#[tokio::test(flavor = "multi_thread")]
async fn no_button_does_nothing_in_silence() {
    for engine in engines() {
        let world = World::new(engine);
        let mut citizen = world.signed_in("citizen").await;
        let draft = fill_in(&world, &mut citizen, ORDINARY, "justice").await;
        let papers = format!("{draft}/papers");
        let page = citizen.get(&papers).await.text();
        assert!(
            testkit::Html::page(&page).has("form button[name=act][value=upload]"),
            "a button to upload by"
        );
        let paper = page.split("type=\"file\" id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let upload = [FormPart::Text("act", "upload")];
        let told = citizen.post_parts(&papers, &upload).await;
        told.is(StatusCode::UNPROCESSABLE_ENTITY)
            .shows("Chưa có tệp nào được chọn")
            .shows("class=\"field__error\"");
        // Nothing about the papers is wrong, so that one can go on to the check.
        citizen.get(&format!("{draft}/check")).await.is(StatusCode::OK);
        let chosen = [FormPart::Text("act", "upload"), FormPart::File(paper, "a.pdf", PDF)];
        citizen.post_parts(&papers, &chosen).await.is(StatusCode::SEE_OTHER);

        let asked = apply_for(&world, &mut citizen, ORDINARY).await;
        let mut counter = world.signed_in("counter").await;
        act(&mut counter, &asked, "ask-completion", &[("ask-completion-words", "Thiếu giấy")]).await;
        let complete = format!("/dossiers/{asked}/complete");
        let empty = citizen.post_parts(&complete, &[FormPart::Text("words", "")]).await;
        empty.is(StatusCode::UNPROCESSABLE_ENTITY).shows("class=\"error-summary");

        let mut officer = world.signed_in("officer").await;
        let unchosen = officer.post("/office/batches", &[("tab", "unit"), ("kind", "take")]).await;
        officer.follow(&unchosen).await.shows("role=\"alert\"");
        officer.post("/office/search", &[("wanted", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let mut admin = world.signed_in("admin").await;
        let process = format!("/office/administration/procedures/{ORDINARY}/process");
        let none = admin.post_parts(&process, &[FormPart::Text("act", "bring")]).await;
        none.is(StatusCode::UNPROCESSABLE_ENTITY).shows("id=\"sheet-error\"");
    }
}
