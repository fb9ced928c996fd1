//! What people type, paste and send over plain forms: read where it can be, and a sentence at its field where it cannot.

mod forms;
mod people;

use crate::common::steps::{account, act, apply_for, fill_in, registration};
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

async fn begun(citizen: &mut Visitor, code: &str) -> String {
    let start = citizen.post(&format!("/apply/{code}"), &[("agency", "justice")]).await;
    start.location.trim_end_matches("/you").to_string()
}
