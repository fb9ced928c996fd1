//! What is being typed stays: two windows of one application, a change of language, a page that saves itself, and where one
//! wanted to go before one registered.

mod common;

use axum::http::{Method, StatusCode};
use common::mail::{Mode, PostOffice};
use common::steps::account;
use common::{ENGLISH, Engine, PDF, Part, Seen, Visitor, World, engines};

const ORDINARY: &str = "2.000635";

async fn begin(citizen: &mut Visitor) -> String {
    let start = citizen.post(&format!("/apply/{ORDINARY}"), &[("agency", "justice")]).await;
    start.location.trim_end_matches("/you").to_string()
}

fn you<'a>(name: &'a str, address: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("whose", "mine"),
        ("name", name),
        ("identity", "099 190 000 001"),
        ("phone", "+84 900 000 101"),
        ("email", "chau@example.vn"),
        ("address", address),
        ("delivery", "online"),
    ]
}

/// Sends a step as the page it stands on would.
async fn send(visitor: &mut Visitor, page: &Seen, path: &str, mut fields: Vec<(&str, &str)>) -> Seen {
    let drawn = page.hidden("drawn-from");
    fields.push(("drawn-from", &drawn));
    visitor.post(path, &fields).await
}

async fn two_windows(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let draft = begin(&mut citizen).await;
    let path = format!("{draft}/you");
    let (older, newer) = (citizen.get(&path).await, citizen.get(&path).await);
    send(&mut citizen, &newer, &path, you("Trần Thị Mới", "Số 12")).await.is(StatusCode::SEE_OTHER);

    // The older one is told what changed, and what it typed stands beside it.
    let told = send(&mut citizen, &older, &path, you("Trần Thị Cũ", "Số 12")).await;
    told.is(StatusCode::CONFLICT).shows("vừa được sửa ở một nơi khác");
    told.shows("<td>Trần Thị Mới</td>").shows("<td>Trần Thị Cũ</td>").hides("<td>Số 12</td>");
    assert_eq!(told.input("name"), "Trần Thị Cũ");
    assert_eq!(citizen.get(&path).await.input("name"), "Trần Thị Mới");

    // Seen and sent again it is saved.
    send(&mut citizen, &told, &path, you("Trần Thị Cũ", "Số 12")).await.is(StatusCode::SEE_OTHER);
    assert_eq!(citizen.get(&path).await.input("name"), "Trần Thị Cũ");
    // The same sent again goes through, from whatever window.
    for page in [&told, &older, &newer] {
        send(&mut citizen, page, &path, you("Trần Thị Cũ", "Số 12")).await.is(StatusCode::SEE_OTHER);
    }
    // What this window changes and no other has touched is no matter.
    let (older, newer) = (citizen.get(&path).await, citizen.get(&path).await);
    send(&mut citizen, &newer, &path, you("Trần Thị Cũ", "Số 14")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut citizen, &older, &path, you("Trần Thị Ba", "Số 12")).await;
    told.is(StatusCode::CONFLICT).shows("<td>Số 14</td>").hides("<td>Trần Thị Ba</td>");

    // A form that came back with something to correct is no other window's.
    let page = citizen.get(&path).await;
    let wrong = send(&mut citizen, &page, &path, you("Trần Thị Tư", "")).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    send(&mut citizen, &wrong, &path, you("Trần Thị Năm", "Số 5")).await.is(StatusCode::SEE_OTHER);

    // The questions, and the case of the papers.
    let path = format!("{draft}/questions");
    let (older, newer) = (citizen.get(&path).await, citizen.get(&path).await);
    let question =
        older.text().split("type=\"text\" id=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
    send(&mut citizen, &newer, &path, vec![(&question, "Mới hơn")]).await;
    let told = send(&mut citizen, &older, &path, vec![(&question, "Cũ hơn")]).await;
    told.is(StatusCode::CONFLICT).shows("<td>Mới hơn</td>").shows("<td>Cũ hơn</td>");

    // What stands empty in the older one and was filled in by the newer is no matter of it, and stays.
    let all: Vec<String> = {
        let page = citizen.get(&path).await.text();
        page.split("type=\"text\" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().into()).collect()
    };
    let (touched, other) = (all[0].as_str(), all.iter().find(|name| **name != all[0]));
    if let Some(other) = other {
        let (older, newer) = (citizen.get(&path).await, citizen.get(&path).await);
        let now = older.input(touched);
        send(&mut citizen, &newer, &path, vec![(touched, &now), (other, "Đã điền")]).await;
        let told = send(&mut citizen, &older, &path, vec![(touched, "Sửa ở đây"), (other, "")]).await;
        assert_ne!(told.status, StatusCode::CONFLICT);
        let page = citizen.get(&path).await;
        assert_eq!((page.input(touched), page.input(other)), ("Sửa ở đây".into(), "Đã điền".into()));
    }

    // One's own data are kept apart the same way.
    let profile = |name: &'static str| {
        let mut fields = you(name, "Số 12");
        fields.retain(|(name, _)| *name != "email");
        fields.push(("email", "tran.thi.minh.chau@example.vn"));
        fields
    };
    let (older, newer) = (citizen.get("/profile").await, citizen.get("/profile").await);
    send(&mut citizen, &newer, "/profile", profile("Trần Thị Mới")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut citizen, &older, "/profile", profile("Trần Thị Cũ")).await;
    told.is(StatusCode::CONFLICT).shows("<td>Trần Thị Mới</td>").shows("<td>Trần Thị Cũ</td>");
    send(&mut citizen, &told, "/profile", profile("Trần Thị Cũ")).await.is(StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_window_is_told_what_changed_and_overwrites_nothing_unseen() {
    for engine in engines() {
        two_windows(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn administrators_do_not_overwrite_each_other_unseen() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let path = "/office/administration/agencies/justice";
    let (older, newer) = (admin.get(path).await, admin.get(path).await);
    let agency = |name: &'static str, phone: &'static str| {
        let last_day = [("last-day-day", "31"), ("last-day-month", "12"), ("last-day-year", "2030")];
        [&[("name-vi", name), ("phone", phone)][..], &last_day].concat()
    };
    send(&mut admin, &newer, path, agency("Sở Tư pháp mới", "1022")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut admin, &older, path, agency("Sở Tư pháp cũ", "1022")).await;
    told.is(StatusCode::CONFLICT).shows("<td>Sở Tư pháp mới</td>").shows("<td>Sở Tư pháp cũ</td>");
    told.hides("<td>1022</td>").hides("<td>31/12/2030</td>");
    admin.get(path).await.shows("Sở Tư pháp mới");
    send(&mut admin, &told, path, agency("Sở Tư pháp cũ", "1022")).await.is(StatusCode::SEE_OTHER);

    // A procedure: what others changed in its other parts is no matter of this form.
    let path = format!("/office/administration/procedures/{ORDINARY}/about");
    let (older, newer) = (admin.get(&path).await, admin.get(&path).await);
    let field = older.text().split("name=\"field\"").nth(1).unwrap().to_string();
    let field = field.split(" selected").next().unwrap().rsplit("value=\"").next().unwrap();
    let field = field.split('"').next().unwrap().to_string();
    let audience = older.choice("audiences", "");
    let owned = |short: &str| {
        let given = [
            ("name-vi", "Đăng ký khai sinh"),
            ("short-vi", short),
            ("summary-vi", "Tóm tắt"),
            ("field", &field),
            ("audiences", &audience),
        ];
        given.map(|(name, value)| (name, value.to_string())).to_vec()
    };
    let (new, old) = (owned("Khai sinh mới"), owned("Khai sinh cũ"));
    fn fields<'a>(of: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
        of.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
    send(&mut admin, &newer, &path, fields(&new)).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut admin, &older, &path, fields(&old)).await;
    told.is(StatusCode::CONFLICT).shows("<td>Khai sinh mới</td>").shows("<td>Khai sinh cũ</td>");
    send(&mut admin, &told, &path, fields(&old)).await.is(StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_a_week_a_day_and_a_supply_are_not_overwritten_unseen() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    // The hours of the week.
    let path = "/office/administration/calendars/justice";
    let (older, newer) = (admin.get(path).await, admin.get(path).await);
    let week = |monday: &'static str| {
        let hours = "08:00-12:00, 13:00-17:00";
        let days = ["hours-1", "hours-2", "hours-3", "hours-4"].map(|day| (day, hours));
        [&[("act", "week"), ("hours-0", monday), ("hours-5", ""), ("hours-6", "")][..], &days].concat()
    };
    send(&mut admin, &newer, path, week("08:00-12:00")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut admin, &older, path, week("09:00-12:00")).await;
    told.is(StatusCode::CONFLICT).shows("vừa được sửa ở một nơi khác").shows("<td>09:00-12:00</td>");
    send(&mut admin, &told, path, week("09:00-12:00")).await.is(StatusCode::SEE_OTHER);

    // A day a colleague has named meanwhile. The form of a day is the second of the page.
    let second = |page: &Seen| {
        let text = page.text();
        let form = text.split("value=\"day\"").nth(1).unwrap();
        let drawn = form.split("name=\"drawn-from\" value=\"").nth(1).unwrap();
        drawn.split('"').next().unwrap().to_string()
    };
    let (older, newer) = (admin.get(path).await, admin.get(path).await);
    let day = |name: &'static str, drawn: &str| {
        let fields = [
            ("act", "day"),
            ("date", "5/5/2027"),
            ("day-kind", "off"),
            ("certainty", "announced"),
            ("day-name-vi", name),
            ("source", "Quyết định thử"),
        ];
        let drawn = ("drawn-from", drawn.to_string());
        fields.map(|(name, value)| (name, value.to_string())).into_iter().chain([drawn]).collect::<Vec<_>>()
    };
    let pairs = |fields: &[(&'static str, String)]| -> Vec<(&'static str, String)> { fields.to_vec() };
    let mut post = async |fields: Vec<(&'static str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.post(path, &fields).await
    };
    post(pairs(&day("Ngày mới", &second(&newer)))).await.is(StatusCode::SEE_OTHER);
    let told = post(pairs(&day("Ngày cũ", &second(&older)))).await;
    told.is(StatusCode::CONFLICT).shows("Ngày mới").shows("Ngày cũ").shows("05/05/2027");
    post(pairs(&day("Ngày cũ", &second(&told)))).await.is(StatusCode::SEE_OTHER);

    // Who supplies a procedure.
    let path = format!("/office/administration/procedures/{ORDINARY}");
    let (older, newer) = (admin.get(&path).await, admin.get(&path).await);
    let supply = |level: &'static str| {
        vec![("act", "supply"), ("agency", "justice"), ("level", level), ("receiving", "centre")]
    };
    send(&mut admin, &newer, &path, supply("2")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut admin, &older, &path, supply("1")).await;
    told.is(StatusCode::CONFLICT).shows("vừa được sửa ở một nơi khác");
    send(&mut admin, &told, &path, supply("1")).await.is(StatusCode::SEE_OTHER);

    // The divisions of an agency: whatever of them was changed.
    let path = "/office/administration/agencies/justice/units";
    let (older, newer) = (admin.get(path).await, admin.get(path).await);
    let rows = |page: &Seen, changed: Option<usize>| {
        let count: usize = page.hidden("rows").parse().unwrap();
        let mut fields = vec![
            ("act".to_string(), "save".to_string()),
            ("rows".into(), count.to_string()),
            ("version".into(), page.hidden("version")),
        ];
        for row in 0..count {
            fields.push((format!("id-{row}"), page.hidden(&format!("id-{row}"))));
            fields.push((format!("vi-{row}"), page.input(&format!("vi-{row}"))));
            let english =
                if changed == Some(row) { "Changed".into() } else { page.input(&format!("en-{row}")) };
            fields.push((format!("en-{row}"), english));
        }
        fields
    };
    let mut save = async |fields: Vec<(String, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        admin.post(path, &fields).await
    };
    save(rows(&newer, Some(0))).await.is(StatusCode::SEE_OTHER);
    save(rows(&older, None)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_language_keeps_what_was_typed() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let draft = begin(&mut citizen).await;
    // On every step the change is a button of its form, and no link leads away from it.
    for step in ["you", "questions", "papers"] {
        let page = citizen.get(&format!("{draft}/{step}")).await;
        page.shows("form=\"step\" name=\"act\" value=\"language\"").shows("id=\"step\"").hides("/cross?");
    }
    let path = format!("{draft}/you");
    let page = citizen.get(&path).await;
    let mut half = you("", "Nửa chừng");
    half.push(("act", "language"));
    let crossing = send(&mut citizen, &page, &path, half).await;
    assert!(crossing.location.starts_with("/cross?to="), "{}", crossing.location);
    let handed_over = citizen.follow(&crossing).await;
    let policy = handed_over.headers["content-security-policy"].to_str().unwrap().to_string();
    assert!(
        policy.contains(&format!("form-action 'self' http://dichvucong.test http://{ENGLISH};")),
        "{policy}"
    );
    let mut english = world.visitor().on(ENGLISH);
    let arrived = english.get(handed_over.location.split_once(ENGLISH).unwrap().1).await;
    let there = english.follow(&arrived).await;
    there.is(StatusCode::OK).shows("lang=\"en\"");
    assert_eq!((there.input("name"), there.input("address")), (String::new(), "Nửa chừng".into()));
    // What cannot be read is kept as it was typed, too.
    let path = format!("{draft}/questions");
    let page = citizen.get(&path).await;
    let day = page.text().split("-day\" name=\"").nth(1).unwrap().split("-day\"").next().unwrap().to_string();
    let part = |part: &str| format!("{day}-{part}");
    let (d, m, y) = (part("day"), part("month"), part("year"));
    let half = vec![("act", "language"), (d.as_str(), "31"), (&m, "2"), (&y, "2025")];
    send(&mut citizen, &page, &path, half).await.is(StatusCode::SEE_OTHER);
    let page = citizen.get(&path).await;
    assert_eq!((page.input(&d), page.input(&m), page.input(&y)), ("31".into(), "2".into(), "2025".into()));
    // Chosen files come along.
    let path = format!("{draft}/papers");
    let page = citizen.get(&path).await.text();
    let paper = page.split("type=\"file\" id=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
    let parts = [Part::Text("act", "language"), Part::File(&paper, "giấy.pdf", PDF)];
    citizen.post_parts(&path, &parts).await.is(StatusCode::SEE_OTHER);
    citizen.get(&path).await.shows("giấy.pdf");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_changed_before_anybody_signed_in() {
    let world = World::new(Engine::Sqlite);
    let mut visitor = world.visitor();
    let page = visitor.get("/register?next=%2Fprofile").await;
    page.shows("formaction=\"/register?next=%2Fprofile&#38;in=en\"").shows("name=\"switch\"");
    let mut typed = you("Lê Thị Dở", "Số 1");
    typed.retain(|(name, _)| *name != "whose" && *name != "delivery");
    typed.extend([("kind", "person"), ("login", "le.do"), ("next", "/profile"), ("email", "")]);
    let mut half = typed.clone();
    half.extend([("password", "mật khẩu gõ dở"), ("switch", "")]);
    let shown = visitor.post("/register?in=en", &half).await;
    shown.is(StatusCode::OK).shows("lang=\"en\"").hides("field__error").hides("mật khẩu gõ dở");
    assert_eq!((shown.input("name"), shown.input("login")), ("Lê Thị Dở".into(), "le.do".into()));
    assert_eq!(shown.hidden("next"), "/profile");
    assert!(world.app.find_account("le.do").await.unwrap().is_none(), "it was carried out");
    // What is wrong with it is said in that language, once it is sent.
    let wrong = visitor.post("/register?in=en", &typed).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("lang=\"en\"").shows("field__error");
    assert_eq!(wrong.input("name"), "Lê Thị Dở");
    // And one goes on in it.
    typed.retain(|(name, _)| *name != "email");
    typed.extend([("email", "le.do@example.vn"), ("password", "một mật khẩu dài")]);
    let registered = visitor.post("/register?in=en", &typed).await;
    assert_eq!(registered.location, "/cross?to=%2Fprofile");
    let handed_over = visitor.follow(&registered).await;
    assert!(handed_over.location.contains(ENGLISH), "{}", handed_over.location);

    for path in ["/sign-in", "/office/sign-in", "/forgotten-password"] {
        let half = [("login", "dở.dang"), ("email", "do@"), ("password", "mật khẩu gõ dở"), ("switch", "")];
        let shown = world.visitor().post(&format!("{path}?in=en"), &half).await;
        shown.is(StatusCode::OK).shows("lang=\"en\"").hides("mật khẩu gõ dở").hides("field__error");
        let (name, value) =
            if path.starts_with("/forgotten") { ("email", "do@") } else { ("login", "dở.dang") };
        assert_eq!(shown.input(name), value, "{path}");
    }
    // A form that is never shown again is not carried out either.
    let mut citizen = world.signed_in("citizen").await;
    let new = [("old", province::PASSWORD), ("new", "một mật khẩu khác"), ("switch", "")];
    let elsewhere = citizen.post("/profile/password?in=en", &new).await;
    assert!(elsewhere.location.starts_with("/cross?to="), "{}", elsewhere.location);
    world.signed_in("citizen").await;
}

async fn save(visitor: &mut Visitor, path: &str, drawn: &str, fields: &[(&str, &str)]) -> Seen {
    let mut fields = fields.to_vec();
    fields.push(("drawn-from", drawn));
    let body = serde_urlencoded::to_string(fields).unwrap().into_bytes();
    let kind = Some("application/x-www-form-urlencoded".to_string());
    visitor.saves = true;
    let seen = visitor.send(Method::POST, path, kind, body).await;
    visitor.saves = false;
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_saves_itself_and_never_over_a_newer_window() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let draft = begin(&mut citizen).await;
    let path = format!("{draft}/you");
    let page = citizen.get(&path).await;
    page.shows("data-saves").shows("data-saved");
    let (first, older) = (page.hidden("drawn-from"), page.hidden("drawn-from"));
    let saved = save(&mut citizen, &path, &first, &you("Trần", "")).await;
    saved.is(StatusCode::OK).shows("Đã lưu lúc 09:00");
    let drawn = saved.headers["x-drawn"].to_str().unwrap().to_string();
    // Typed on.
    let saved = save(&mut citizen, &path, &drawn, &you("Trần Thị", "")).await;
    let drawn = saved.headers["x-drawn"].to_str().unwrap().to_string();
    let other = save(&mut citizen, &path, &older, &you("Lê", "")).await;
    other.is(StatusCode::CONFLICT).shows("Chưa lưu");
    assert_eq!(citizen.get(&path).await.input("name"), "Trần Thị");
    let mut fields = you("Trần Thị Minh", "Số 12");
    fields.push(("drawn-from", &drawn));
    citizen.post(&path, &fields).await.is(StatusCode::SEE_OTHER);
    // Typing is a use of the session; once it has ended nothing is saved and nothing held.
    for _ in 0..3 {
        world.app.clock.set(world.app.now().plus_minutes(50));
        let drawn = citizen.get(&path).await.hidden("drawn-from");
        save(&mut citizen, &path, &drawn, &you("Trần", "")).await.is(StatusCode::OK);
    }
    world.app.clock.set(world.app.now().plus_minutes(61));
    let late = save(&mut citizen, &path, &drawn, &you("Trần Văn", "")).await;
    late.is(StatusCode::UNAUTHORIZED).shows("phiên làm việc đã hết");
    let held = world.app.store.read(|tx| tx.query("select token from held", &[])).await.unwrap();
    assert!(held.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_registers_or_forgot_the_password_stands_where_they_wanted_to_go() {
    let office = PostOffice::open(Mode::Takes);
    let world = World::posting(Engine::Sqlite, office.mail(5));
    let wanted = format!("/apply/{ORDINARY}");
    let mut visitor = world.visitor();
    let to_sign_in = visitor.get(&wanted).await;
    let page = visitor.follow(&to_sign_in).await;
    let query = serde_urlencoded::to_string([("next", &wanted)]).unwrap();
    page.shows(&format!("href=\"/register?{query}\""))
        .shows(&format!("href=\"/forgotten-password?{query}\""));
    // A wrong password changes nothing about it.
    let wrong = visitor.post("/sign-in", &[("login", "citizen"), ("password", "x"), ("next", &wanted)]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows(&format!("href=\"/register?{query}\""));

    let form = visitor.get(&format!("/register?{query}")).await;
    assert_eq!(form.hidden("next"), wanted);
    let mut fields = you("Lê Thị Mới", "Số 1");
    fields.retain(|(name, _)| *name != "whose" && *name != "delivery");
    fields.extend([("kind", "person"), ("login", "le.moi"), ("next", wanted.as_str())]);
    let again = visitor.post("/register", &fields).await;
    assert_eq!(again.is(StatusCode::UNPROCESSABLE_ENTITY).hidden("next"), wanted);
    fields.push(("password", "một mật khẩu dài"));
    let registered = visitor.post("/register", &fields).await;
    assert_eq!(registered.location, wanted);
    visitor.follow(&registered).await.is(StatusCode::OK);
    // Nobody is led away from here.
    for (login, next) in
        [("le.hai", "https://elsewhere.example/"), ("le.ba", "//elsewhere.example"), ("le.bon", "")]
    {
        let mut fields: Vec<_> =
            fields.iter().copied().filter(|(name, _)| *name != "login" && *name != "next").collect();
        fields.extend([("login", login), ("next", next)]);
        assert_eq!(world.visitor().post("/register", &fields).await.location, "/dossiers", "{next}");
    }

    let mut forgetful = world.visitor();
    let form = forgetful.get(&format!("/forgotten-password?{query}")).await;
    assert_eq!(form.hidden("next"), wanted);
    let email = [("email", "tran.thi.minh.chau@example.vn"), ("next", wanted.as_str())];
    let sent = forgetful.post("/forgotten-password", &email).await;
    sent.is(StatusCode::OK).shows(&format!("href=\"/sign-in?{query}\""));
    world.app.run_due_jobs().await.unwrap();
    let letters = office.received();
    let letter = letters.iter().find(|letter| letter.words().contains("/new-password/")).expect("a letter");
    assert!(!letter.words().contains("apply"), "a stranger writes nothing into it");
    let link = letter.link("/new-password/");
    let new = [("password", "một mật khẩu khác")];
    let set = forgetful.post(&link, &new).await;
    assert_eq!(set.location, format!("/sign-in?{query}"));
    let page = forgetful.follow(&set).await;
    let fields = [("login", "citizen"), ("password", "một mật khẩu khác"), ("next", &page.hidden("next"))];
    assert_eq!(forgetful.post("/sign-in", &fields).await.location, wanted);
}

/// A right form with one field that says what no page offers.
fn but<'a>(right: &[(&'a str, &'a str)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = right.iter().filter(|(other, _)| *other != name).copied();
    others.chain([(name, value)]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_form_of_the_administration_offers_is_refused_and_changes_nothing() {
    for engine in engines() {
        let world = World::new(engine);
        let mut admin = world.signed_in("admin").await;
        let home = "/office/administration";
        let procedure = format!("{home}/procedures/{ORDINARY}");
        let officer = format!("officers/{}", account(&world, "officer").await);
        let at = |path: &str| format!("{home}/{path}");
        let part = |part: &str| format!("{procedure}/parts/{part}");
        let begin = admin.post(&format!("{procedure}/process"), &[("act", "begin")]).await;
        begin.is(StatusCode::SEE_OTHER);
        let seen = admin.get(&format!("{procedure}/process/draft")).await.hidden("seen");
        let unit = world.app.reference().procedure_any(ORDINARY).unwrap().process.steps[0].unit.0.clone();
        let place = format!("justice/{unit}");
        let all = || {
            let data = world.app.reference();
            (data.agencies.clone(), data.procedure_any(ORDINARY).cloned(), data.history(ORDINARY).len())
        };
        let before = all();
        let days = world.app.reference().own_days(app::reference::WHOLE_PROVINCE).len();

        let agency = [("kind", "department"), ("name-vi", "Sở Thử"), ("code", "G99.99")];
        let person = [("title-vi", "Chuyên viên"), ("place", place.as_str()), ("roles", "officer")];
        let day = [
            ("act", "day"),
            ("date", "5/5/2027"),
            ("day-kind", "off"),
            ("certainty", "announced"),
            ("day-name-vi", "Ngày thử"),
            ("source", "Quyết định thử"),
        ];
        let supply = [("act", "supply"), ("agency", "justice"), ("level", "3"), ("receiving", "centre")];
        let about = [
            ("version", "1"),
            ("name-vi", "Tên thử"),
            ("short-vi", "Tên thử"),
            ("summary-vi", "Tóm tắt"),
            ("new-field", "Lĩnh vực thử"),
            ("audiences", "citizen"),
        ];
        let row = [("act", "save"), ("version", "1"), ("rows", "1"), ("vi-0", "Dòng thử")];
        let way = [&row[..3], &[("channel-0", "online"), ("number-0", "3"), ("unit-0", "months")]].concat();
        let fee = [&row[..], &[("way-0", "0"), ("kind-0", "fee"), ("amount-0", "5.000")]].concat();
        let question = [&row[..], &[("kind-0", "text")]].concat();
        let step = [&row[..], &[("unit-0", unit.as_str()), ("role-0", "officer"), ("hours-0", "8")]].concat();
        let publish = [("act", "publish"), ("seen", seen.as_str()), ("from", "5/5/2027")];
        let trial = [("act", "begin"), ("start", "3/3/2026")];

        let wrong: Vec<(String, Vec<(&str, &str)>)> = vec![
            (at("agencies/new"), but(&agency, "kind", "ministry")),
            (at("agencies/new"), but(&agency, "successor", "nobody")),
            (at("agencies/new"), but(&agency, "code-from", "31/2/2026")),
            (at(&officer), but(&person, "place", "justice/nowhere")),
            (at(&officer), but(&person, "roles", "king")),
            (at(&officer), but(&person, "disabled", "perhaps")),
            (at("calendars/all"), but(&day, "day-kind", "festive")),
            (at("calendars/all"), but(&day, "certainty", "rumoured")),
            (at("calendars/all"), but(&day, "date", "hôm qua")),
            (at("calendars/all"), vec![("act", "week"), ("hours-0", "sáng")]),
            (procedure.clone(), but(&supply, "agency", "nobody")),
            (procedure.clone(), but(&supply, "level", "5")),
            (procedure.clone(), but(&supply, "receiving", "justice-archive")),
            (format!("{procedure}/about"), but(&about, "audiences", "ghosts")),
            (format!("{procedure}/about"), but(&about, "field", "nowhere")),
            (format!("{procedure}/about"), but(&about, "life-events", "none-of-these")),
            (format!("{procedure}/about"), but(&about, "sets", "một bộ")),
            (format!("{procedure}/about"), but(&about, "from", "31/2/2027")),
            (part("ways"), but(&way, "channel-0", "pigeon")),
            (part("ways"), but(&way, "unit-0", "moons")),
            (part("ways"), but(&way, "number-0", "abc")),
            (part("ways"), but(&way, "free-0", "perhaps")),
            (part("fees"), but(&fee, "way-0", "99")),
            (part("fees"), but(&fee, "kind-0", "gift")),
            (part("fees"), but(&fee, "amount-0", "abc")),
            (part("papers"), but(&row, "copies-0", "abc")),
            (part("papers"), but(&row, "required-0", "perhaps")),
            (part("questions"), but(&question, "kind-0", "riddle")),
            (part("questions"), but(&question, "decimals-0", "abc")),
            (part("steps"), but(&step, "unit-0", "nowhere")),
            (part("steps"), but(&step, "role-0", "administrator")),
            (part("steps"), but(&step, "hours-0", "1,5")),
            (format!("{procedure}/process/draft"), but(&publish, "from", "31/2/2027")),
            (format!("{procedure}/process/trial"), but(&trial, "start", "31/2/2027")),
        ];
        for (path, fields) in &wrong {
            let told = admin.post(path, fields).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine:?} {path} {fields:?}");
            assert!(
                told.text().contains("class=\"field__error\""),
                "{path} {fields:?}: nothing at its field"
            );
        }

        let garbled: Vec<(String, Vec<(&str, &str)>)> = vec![
            (at("calendars/all"), but(&day, "act", "burn")),
            (at("calendars/all"), vec![("act", "drop"), ("drop", "hôm qua")]),
            (at("agencies/justice/units"), but(&row, "act", "burn")),
            (at("agencies/justice/units"), but(&row, "rows", "abc")),
            (procedure.clone(), but(&supply, "act", "burn")),
            (part("papers"), but(&row, "act", "remove-7")),
            (part("papers"), but(&row, "rows", "")),
            (part("papers"), but(&row, "rows", "-1")),
            (format!("{procedure}/process"), vec![("act", "burn")]),
            (format!("{procedure}/process"), vec![("act", "begin"), ("version", "abc")]),
            (format!("{procedure}/process/running"), vec![("act", "burn")]),
            (format!("{procedure}/process/draft"), but(&publish, "act", "burn")),
            (format!("{procedure}/process/trial"), but(&trial, "act", "burn")),
            (format!("{procedure}/process/trial"), but(&trial, "act", "finish-abc")),
            (format!("{procedure}/process/trial"), but(&trial, "moves", "burn 1")),
        ];
        for (path, fields) in &garbled {
            let told = admin.post(path, fields).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{engine:?} {path} {fields:?}");
        }
        assert_eq!(all(), before, "{engine:?}");
        assert_eq!(world.app.reference().own_days(app::reference::WHOLE_PROVINCE).len(), days);

        // The same forms with nothing wrong in them go through; what no page knows is ignored.
        let right = [
            (at("calendars/all"), but(&day, "unknown", "is ignored")),
            (procedure.clone(), but(&supply, "unknown", "is ignored")),
            (part("papers"), but(&row, "unknown-0", "is ignored")),
        ];
        for (path, fields) in &right {
            admin.post(path, fields).await.is(StatusCode::SEE_OTHER);
        }
    }
}
