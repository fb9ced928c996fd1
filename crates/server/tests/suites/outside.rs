//! What people type, paste and send over plain forms: read where it can be, and a sentence at its field where it cannot.

use crate::common::steps::{account, act, apply_for, fill_in};
use crate::common::{ENGLISH, Engine, FormPart, PDF, Seen, Visitor, World, engines};
use axum::http::StatusCode;

const ORDINARY: &str = "2.000635";
const MARRIAGE: &str = "1.000894";

async fn sign_in(world: &World, login: &str, password: &str) -> Seen {
    world.visitor().post("/sign-in", &[("login", login), ("password", password)]).await
}

async fn kept_password(world: &World, login: &'static str) -> String {
    let read = move |tx: &mut storage::Tx| storage::account::find_by_login(tx, login);
    world.app.store.read(read).await.unwrap().unwrap().password
}

fn registration<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("kind", "person"),
        ("name", "Lê Văn Tám"),
        ("identity", "099200000008"),
        ("phone", "0900000108"),
        ("email", "tam@example.vn"),
        ("address", "Số 8"),
        ("login", "tam8"),
        ("password", "mot mat khau dai"),
    ];
    for (name, value) in changed {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

const WHOLE: &str = "Mật khẩu rất dài";
const IN_PIECES: &str = "Ma\u{323}\u{302}t kha\u{302}\u{309}u ra\u{302}\u{301}t da\u{300}i";

#[tokio::test(flavor = "multi_thread")]
async fn a_password_signs_in_whichever_way_its_letters_are_sent() {
    for engine in engines() {
        let world = World::new(engine);
        for (login, set) in [("whole1", WHOLE), ("pieces1", IN_PIECES)] {
            let fields = registration(&[("login", login), ("password", set)]);
            world.visitor().post("/register", &fields).await.is(StatusCode::SEE_OTHER);
            for typed in [WHOLE, IN_PIECES] {
                sign_in(&world, login, typed).await.is(StatusCode::SEE_OTHER);
            }
            // The name of the account is forgiving too.
            let spaced = format!(" {}\u{200b}", login.to_uppercase());
            sign_in(&world, &spaced, WHOLE).await.is(StatusCode::SEE_OTHER);
            sign_in(&world, login, "Mat khau rat dai").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        // One of before was kept as it was sent, and is kept in today's form once it was right.
        let before = as_sent_before(IN_PIECES);
        let id = account(&world, "whole1").await.parse().unwrap();
        let set = move |tx: &mut storage::Tx| {
            storage::account::set_password(tx, domain::officer::AccountId(id), &before)
        };
        world.app.store.write(set).await.unwrap();
        let old = kept_password(&world, "whole1").await;
        sign_in(&world, "whole1", "Mật khẩu khác hẳn").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(kept_password(&world, "whole1").await, old);
        sign_in(&world, "whole1", WHOLE).await.is(StatusCode::SEE_OTHER);
        let new = kept_password(&world, "whole1").await;
        assert_ne!(new, old);
        for typed in [WHOLE, IN_PIECES] {
            sign_in(&world, "whole1", typed).await.is(StatusCode::SEE_OTHER);
        }
        assert_eq!(kept_password(&world, "whole1").await, new, "once");
    }
}

/// Argon2id of exactly these bytes, as a version before kept it.
fn as_sent_before(password: &str) -> String {
    use argon2::PasswordHasher;
    argon2::Argon2::default().hash_password(password.as_bytes()).unwrap().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_found_however_it_was_pasted() {
    for engine in engines() {
        let world = World::new(engine);
        let mut citizen = world.signed_in("citizen").await;
        let reference = apply_for(&world, &mut citizen, ORDINARY).await;
        let mut counter = world.signed_in("counter").await;
        crate::common::steps::act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        let read = |tx: &mut storage::Tx| {
            tx.query("select code from dossier where code is not null", &[])?[0].get::<String>(0)
        };
        let code = world.app.store.read(read).await.unwrap();
        let mut anybody = world.visitor();
        for typed in [
            code.clone(),
            code.replace('-', "–"),
            code.replace('-', "\u{2011}"),
            code.replace('-', "\u{2212}"),
            format!("\u{feff}{code}."),
            format!(" {} ", code.replace('-', " - ").to_lowercase()),
            code.replace('.', ".\u{200b}"),
            format!("“{code}”"),
            format!("'{code}'."),
            format!("Mã: {code}"),
            format!("Mã hồ sơ “{}”, nộp sáng thứ Hai", code.replace('-', " - ")),
            format!("Mã hồ sơ {}", code.replace('.', ". ")),
        ] {
            let query = serde_urlencoded::to_string([("code", &typed)]).unwrap();
            anybody.get(&format!("/lookup?{query}")).await.is(StatusCode::OK).shows("Đã xong");
        }
        for empty in ["", "%20", "%E2%80%8B", "."] {
            let page = anybody.get(&format!("/lookup?code={empty}")).await;
            page.shows("Hãy điền mã hồ sơ").hides("Không tìm thấy hồ sơ nào");
        }
        anybody.get("/lookup").await.hides("Hãy điền mã hồ sơ");
        // Officers paste too.
        let typed = reference.to_lowercase().replacen('-', "", 9);
        let found = counter.post("/office/search", &[("wanted", &format!("{typed}."))]).await;
        counter.follow(&found).await.shows(&code);
        for typed in [
            format!("“{code}”"),
            format!("Mã hồ sơ: {}", code.to_lowercase()),
            format!("hồ sơ {}", code.replace('-', " – ")),
            format!("Mã nộp: {reference}"),
        ] {
            let found = counter.post("/office/search", &[("wanted", &typed)]).await;
            counter.follow(&found).await.shows(&format!("/office/dossiers/{reference}"));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_and_numbers_that_reach_nobody_are_said_at_once() {
    let world = World::new(Engine::Sqlite);
    let mut new = world.visitor();
    for wrong in ["an@", "mailto:an@example.vn", "an@example.vn/", ".an@example.vn", "an(home)@example.vn"] {
        let page = new.post("/register", &registration(&[("email", wrong)])).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).shows("phải là địa chỉ thư điện tử").shows("Lê Văn Tám");
    }
    // A sign a mailer knows stays the sign it is.
    let mut backtick = world.visitor();
    let email = [("email", "O`Hara@example.ie"), ("login", "o.hara")];
    backtick.post("/register", &registration(&email)).await.is(StatusCode::SEE_OTHER);
    assert_eq!(backtick.get("/profile").await.input("email"), "o`hara@example.ie");
    let page = new.post("/register", &registration(&[("phone", "0900000101/0900000102")])).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY).shows("chỉ ghi một số điện thoại");
    for (login, phone, kept) in [
        ("phone1", "0900–000–101", "0900000101"),
        ("phone2", "84900000101", "0900000101"),
        ("phone3", "(0900) 000 101", "0900000101"),
        ("phone4", "+44 20 7946 0000", "+442079460000"),
    ] {
        let mut new = world.visitor();
        let fields = registration(&[("login", login), ("phone", phone), ("email", "t\u{200b}am@Example.vn")]);
        new.post("/register", &fields).await.is(StatusCode::SEE_OTHER);
        let page = new.get("/profile").await;
        assert_eq!((page.input("phone"), page.input("email")), (kept.into(), "tam@example.vn".into()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_somebody_is_is_kind_country_and_number() {
    for engine in engines() {
        let world = World::new(engine);
        let mut new = world.visitor();
        let passport = |country| {
            [("identity", "123 456 789"), ("identity-kind", "passport"), ("identity-country", country)]
        };
        // Nobody's country is made up.
        for country in ["", "XX"] {
            let unknown = new.post("/register", &registration(&passport(country))).await;
            unknown.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn nước cấp hộ chiếu");
        }
        let unknown = new.post("/register", &registration(&[("identity-kind", "visa")])).await;
        unknown.is(StatusCode::UNPROCESSABLE_ENTITY);
        // Nine digits from abroad are no old identity card by themselves, and what was chosen stays.
        for more in [("identity-country", "GB"), ("phone", "+44 20 7946 0000")] {
            let asked = [("identity", "123456789"), ("identity-kind", ""), more];
            let asked = new.post("/register", &registration(&asked)).await;
            asked.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn loại giấy tờ có số này");
            assert_eq!(asked.input("identity"), "123456789");
            if more.1 == "GB" {
                asked.shows("<option value=\"GB\" selected>");
            }
        }
        new.post("/register", &registration(&passport("GB"))).await.is(StatusCode::SEE_OTHER);
        let page = new.get("/profile").await;
        assert_eq!(page.input("identity"), "123456789");
        page.shows("<option value=\"passport\" selected>").shows("<option value=\"GB\" selected>");

        // At the counter each is found by its own particulars.
        let mut counter = world.signed_in("counter").await;
        let desk = format!("/office/counter/justice/{ORDINARY}");
        let take = |name: &'static str, more: &[(&'static str, &'static str)]| {
            let mut fields = vec![
                ("act", "ask"),
                ("key", name),
                ("name", name),
                ("address", "Số 9"),
                ("channel", "direct"),
                ("delivery", "counter"),
                ("words", "Thiếu tờ khai"),
            ];
            fields.extend(more.iter().copied());
            fields
        };
        let card = take("Lê Thị Thẻ", &[("identity", "123-456-789")]);
        counter.post(&desk, &card).await.is(StatusCode::SEE_OTHER);
        let british = take("John Smith", &passport("GB"));
        let taken = counter.post(&desk, &british).await;
        taken.is(StatusCode::SEE_OTHER);
        let (dossier, _) =
            taken.location.split_once("/slips/").expect("what is asked for goes along on paper");
        counter.get(dossier).await.shows("Hộ chiếu 123456789 (Anh)");
        let find = |more: Vec<(&'static str, &'static str)>| {
            let mut fields = vec![("act", "find"), ("key", "any")];
            fields.extend(more);
            fields
        };
        for (who, name) in [
            (vec![("identity", "123 456 789")], "Lê Thị Thẻ"),
            (passport("GB").to_vec(), "John Smith"),
            (passport("FR").to_vec(), ""),
        ] {
            let found = counter.post(&desk, &find(who)).await;
            assert_eq!(counter.follow(&found).await.input("name"), name);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foreigner_registers_with_a_card_or_passport_and_a_phone_from_home() {
    for engine in engines() {
        let world = World::new(engine);
        let mut form = world.visitor().on(ENGLISH);
        form.get("/register").await.shows("passport").shows("residence card").shows("+44 20 7946 0000");
        let card = [("identity", "DN 123-4567"), ("identity-kind", "residence-card")];
        let passport = [("identity", "C01X00T47"), ("identity-kind", "passport"), ("identity-country", "DE")];
        for (login, paper, kept) in [("card1", &card[..], "DN1234567"), ("pass1", &passport[..], "C01X00T47")]
        {
            let mut new = world.visitor().on(ENGLISH);
            let mut changed =
                vec![("login", login), ("name", "Anna Schmidt"), ("phone", "+49 30 901820"), ("email", "")];
            changed.extend(paper);
            new.post("/register", &registration(&changed)).await.is(StatusCode::SEE_OTHER);
            let page = new.get("/profile").await;
            assert_eq!((page.input("identity"), page.input("phone")), (kept.into(), "+4930901820".into()));
            // What is theirs is saved again without an address for letters.
            let mut again = vec![
                ("name", "Anna Schmidt"),
                ("phone", "+49 30 901821"),
                ("email", ""),
                ("address", "Số 8"),
                ("present", ""),
            ];
            again.extend(paper);
            new.post("/profile", &again).await.is(StatusCode::SEE_OTHER);
            assert_eq!(new.get("/profile").await.input("phone"), "+4930901821");
        }
        // Of a number alone it is not known that it is no Vietnamese one: it is said what to choose.
        let fields = registration(&[("identity", "DN1234567")]);
        let unknown = world.visitor().post("/register", &fields).await;
        unknown.is(StatusCode::UNPROCESSABLE_ENTITY).shows("hãy chọn loại giấy tờ");
        let fields = registration(&[("identity", "12"), ("identity-kind", "residence-card")]);
        let short = world.visitor().post("/register", &fields).await;
        short.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Số thẻ thường trú, tạm trú");

        let mut counter = world.signed_in("counter").await;
        let desk = format!("/office/counter/justice/{ORDINARY}");
        let taken = [
            ("act", "ask"),
            ("key", "card"),
            ("name", "Anna Schmidt"),
            ("identity", "DN1234567"),
            ("identity-kind", "residence-card"),
            ("address", "Số 9"),
            ("channel", "direct"),
            ("delivery", "counter"),
            ("words", "Thiếu tờ khai"),
        ];
        counter.post(&desk, &taken).await.is(StatusCode::SEE_OTHER);
        let find = [
            ("act", "find"),
            ("key", "any"),
            ("identity", "dn-123 4567"),
            ("identity-kind", "residence-card"),
        ];
        let found = counter.post(&desk, &find).await;
        assert_eq!(counter.follow(&found).await.input("name"), "Anna Schmidt");
        let other = [
            ("act", "find"),
            ("key", "any"),
            ("identity", "DN1234567"),
            ("identity-kind", "passport"),
            ("identity-country", "DE"),
        ];
        let found = counter.post(&desk, &other).await;
        assert_eq!(counter.follow(&found).await.input("name"), "");
    }
}

async fn begun(citizen: &mut Visitor, code: &str) -> String {
    let start = citizen.post(&format!("/apply/{code}"), &[("agency", "justice")]).await;
    start.location.trim_end_matches("/you").to_string()
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

/// The field with its sentence: what is wrong is said at it.
fn said_at(page: &Seen, name: &str, sentence: &str) {
    page.is(StatusCode::UNPROCESSABLE_ENTITY).shows(&format!("id=\"{name}-error\"")).shows(sentence);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_nobody_offered_is_refused_at_its_field_and_what_was_typed_is_kept() {
    for engine in engines() {
        let world = World::new(engine);
        let mut new = world.visitor();
        // An officer's account is none to choose, and a visa none of the kinds of paper.
        for (name, value, sentence) in [
            ("kind", "officer", "Hãy chọn tài khoản của ai"),
            ("kind", "", "Hãy chọn tài khoản của ai"),
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
