//! A form that comes when its session has just ended is its owner's, for an hour and at the same desk, and nobody else's; it
//! is shown, and never carried out by itself.

use crate::common::steps::{account, act, apply_for};
use crate::common::{ENGLISH, Engine, FormPart, PDF, Seen, VIETNAMESE, Visitor, World, engines};
use app::held::HELD_MAX;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tower::ServiceExt;

const ORDINARY: &str = "2.000635";

fn wait(world: &World, minutes: i64) {
    world.app.clock.set(world.app.now().plus_minutes(minutes));
}

async fn count(world: &World, sql: &'static str) -> i64 {
    world.app.store.read(move |tx| tx.query(sql, &[])?[0].get::<i64>(0)).await.unwrap()
}

async fn held(world: &World) -> i64 {
    count(world, "select count(*) from held").await
}

/// Where one goes on once signed in.
fn wanted(sent: &Seen) -> String {
    let (_, next) = sent.location.split_once("?next=").unwrap_or_else(|| panic!("to {}", sent.location));
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&format!("next={next}")).unwrap();
    pairs[0].1.clone()
}

async fn sign_in(visitor: &mut Visitor, login: &str) {
    let fields = [("login", login), ("password", province::PASSWORD)];
    visitor.post("/sign-in", &fields).await.is(StatusCode::SEE_OTHER);
}

const PROFILE: [(&str, &str); 6] = [
    ("name", "Trần Thị Gõ Dở"),
    ("identity", "099190000001"),
    ("phone", "0900000101"),
    ("email", "tran.thi.minh.chau@example.vn"),
    ("address", "Số 12"),
    ("present", "mật khẩu cũ"),
];

/// The draft's page of papers, and the first paper asked for.
async fn papers_of_draft(world: &World, citizen: &mut Visitor) -> (String, String) {
    let start = citizen.post(&format!("/apply/{ORDINARY}"), &[("agency", "justice")]).await;
    let data = world.app.master_data();
    let procedure = data.procedure(ORDINARY, world.app.now().date()).unwrap();
    (start.location.replace("/you", "/papers"), procedure.papers[0].id.clone())
}

async fn its_owners_alone(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    wait(&world, 61);
    let sent = citizen.post("/profile", &PROFILE).await;
    let address = wanted(&sent);
    assert!(!address.contains("Tr") && address.starts_with("/profile?held="), "{address}");
    citizen.get(&sent.location).await.shows("được giữ trong một giờ");

    // Nobody, somebody else in the same browser, its owner at another page.
    let asked = world.visitor().get(&address).await;
    assert!(asked.location.starts_with("/sign-in?next=%2Fprofile%3Fheld%3D"), "{}", asked.location);
    let mut company = citizen.clone();
    sign_in(&mut company, "company").await;
    let none = company.get(&address).await;
    assert_eq!(none.location, "/profile");
    company.follow(&none).await.shows("không còn được giữ").hides("Gõ Dở");
    sign_in(&mut citizen, "citizen").await;
    let elsewhere = citizen.get(&address.replace("/profile", "/dossiers/join")).await;
    assert_eq!(elsewhere.location, "/dossiers/join");

    // Its owner, as often as the page is opened again, in either language.
    for _ in 0..2 {
        let shown = citizen.get(&address).await;
        shown.is(StatusCode::OK).shows("Trần Thị Gõ Dở").shows("chưa được gửi").hides("mật khẩu cũ");
    }
    let crossing =
        citizen.get(&format!("/cross?{}", serde_urlencoded::to_string([("to", &address)]).unwrap())).await;
    let mut english = world.visitor().on(ENGLISH);
    let arrived = english.get(crossing.location.split_once(ENGLISH).unwrap().1).await;
    english.follow(&arrived).await.is(StatusCode::OK).shows("Trần Thị Gõ Dở").shows("has not been sent");
    citizen.get("/profile").await.hides("Gõ Dở");

    // Sent, it is saved and held no longer.
    citizen.post(&address, &PROFILE).await.is(StatusCode::SEE_OTHER);
    citizen.get("/profile").await.shows("Trần Thị Gõ Dở");
    assert_eq!(held(&world).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_form_is_its_owners_alone() {
    for engine in engines() {
        its_owners_alone(engine).await;
    }
}

/// A body that notes whether anybody reads it.
fn watched() -> (Body, Arc<AtomicBool>) {
    let read = Arc::new(AtomicBool::new(false));
    let noted = read.clone();
    let piece = futures_util::stream::once(async move {
        noted.store(true, Ordering::SeqCst);
        Ok::<_, std::io::Error>(axum::body::Bytes::from_static(b"name=x"))
    });
    (Body::from_stream(piece), read)
}

async fn post_watched(world: &World, path: &str, cookie: &str, site: &str) -> (StatusCode, bool) {
    let (body, read) = watched();
    let request = Request::post(path)
        .header(header::HOST, VIETNAMESE)
        .header("sec-fetch-site", site)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(body)
        .unwrap();
    let answer = world.router.clone().oneshot(request).await.unwrap();
    (answer.status(), read.load(Ordering::SeqCst))
}

async fn not_a_byte_for_others(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let (papers, paper) = papers_of_draft(&world, &mut citizen).await;
    let mut company = world.signed_in("company").await;
    let mut left = world.signed_in("citizen").await;
    let cookie = |visitor: &Visitor| format!("motcua={}", visitor.cookies["motcua"]);
    let (of_citizen, of_company) = (cookie(&citizen), cookie(&company));
    let of_left = cookie(&left);
    left.post("/sign-out", &[]).await;
    wait(&world, 61);
    let kept = world.contents();
    // No session, one nobody had, one that was left on purpose, one of somebody who may not come there, a forged form.
    let other_door = "/office/absences";
    for (path, cookie, site) in [
        ("/profile", "", "same-origin"),
        ("/profile", "motcua=00000000000000000000000000000000", "same-origin"),
        ("/profile", of_left.as_str(), "same-origin"),
        (other_door, of_citizen.as_str(), "same-origin"),
        (papers.as_str(), of_company.as_str(), "same-origin"),
        ("/profile", of_citizen.as_str(), "cross-site"),
    ] {
        let (status, read) = post_watched(&world, path, cookie, site).await;
        let expected = if site == "cross-site" { StatusCode::FORBIDDEN } else { StatusCode::SEE_OTHER };
        assert_eq!((status, read), (expected, false), "{path} {cookie} {site}");
    }
    // Its owner's is.
    let (status, read) = post_watched(&world, "/profile", &of_citizen, "same-origin").await;
    assert_eq!((status, read, held(&world).await), (StatusCode::SEE_OTHER, true, 1));
    // Somebody else's draft takes no file of an ended session either.
    let file = [FormPart::File(&paper, "to.pdf", PDF)];
    company.post_parts(&papers, &file).await.is(StatusCode::SEE_OTHER);
    assert_eq!(world.contents(), kept);

    // The session of a password that was changed is nobody's.
    let mut fresh = world.signed_in("citizen").await;
    let new = [("old", province::PASSWORD), ("new", "một mật khẩu khác")];
    fresh.post("/profile/password", &new).await.is(StatusCode::SEE_OTHER);
    assert!(!post_watched(&world, "/profile", &of_citizen, "same-origin").await.1);
    // And so is any a day after it ended.
    company.get("/dossiers").await;
    wait(&world, 24 * 60 - 1);
    assert!(!post_watched(&world, "/profile", &of_company, "same-origin").await.1);
    assert_eq!(count(&world, "select count(*) from session").await, 1);
    wait(&world, 24 * 60);
    app::accounts::sweep(&world.app).await.unwrap();
    assert_eq!(count(&world, "select count(*) from session").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_read_of_a_form_that_is_not_of_a_session_that_has_just_ended() {
    for engine in engines() {
        not_a_byte_for_others(engine).await;
    }
}

async fn an_hour_and_no_more(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let (papers, paper) = papers_of_draft(&world, &mut citizen).await;
    let kept = world.contents();
    wait(&world, 61);
    let bring = |name: &'static str| [FormPart::Text("act", "go-on"), FormPart::File(&paper, name, PDF)];
    let parts = bring("giấy một.pdf");
    let shown_in_time = citizen.post_parts(&papers, &parts).await;
    let parts = bring("giấy hai.pdf");
    let never_shown = citizen.post_parts(&papers, &parts).await;
    assert_eq!(world.contents(), kept + 2);
    sign_in(&mut citizen, "citizen").await;
    let page = citizen.get(&wanted(&shown_in_time)).await;
    page.is(StatusCode::OK).shows("giấy một.pdf");
    let kept_file = page.hidden(&format!("kept-{paper}"));
    wait(&world, 61);
    app::held::sweep(&world.app).await.unwrap();
    assert_eq!((held(&world).await, world.contents()), (0, kept + 1), "what nobody was shown is gone");
    sign_in(&mut citizen, "citizen").await;
    let gone = citizen.get(&wanted(&never_shown)).await;
    citizen.follow(&gone).await.shows("không còn được giữ").hides("giấy hai.pdf");
    // What was shown is that page's: it is sent with it.
    let again = [FormPart::Text("act", "upload"), FormPart::Text(&format!("kept-{paper}"), &kept_file)];
    citizen.post_parts(&papers, &again).await.is(StatusCode::SEE_OTHER);
    citizen.get(&papers).await.shows("giấy một.pdf");

    // A day later its content is gone, and that is said at its field.
    let lost = [
        FormPart::Text("act", "upload"),
        FormPart::Text(&format!("kept-{paper}"), "0123456789abcdef0123456789abcdef giấy.pdf"),
    ];
    citizen.post_parts(&papers, &lost).await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("giấy.pdf");
    // A session in use ends after twelve hours, and its last form is held, too.
    for _ in 0..14 {
        citizen.get("/dossiers").await;
        wait(&world, 55);
    }
    let sent = citizen.post("/profile", &PROFILE).await;
    sign_in(&mut citizen, "citizen").await;
    citizen.get(&wanted(&sent)).await.is(StatusCode::OK).shows("Trần Thị Gõ Dở");

    // Many forms of one account do not pile up, and an erased account leaves none.
    wait(&world, 61);
    for _ in 0..HELD_MAX + 3 {
        citizen.post_parts(&papers, &bring("giấy ba.pdf")).await.is(StatusCode::SEE_OTHER);
    }
    assert_eq!(held(&world).await, i64::from(HELD_MAX));
    let wanted = app::erasure::ErasureRequest { person: "citizen".into(), keep_years: 0, with_others: false };
    let app = world.app.clone();
    let erased =
        tokio::task::spawn_blocking(move || app::erasure::erase(&app, &wanted, "1/QĐ")).await.unwrap();
    erased.unwrap().unwrap();
    assert_eq!((held(&world).await, world.contents()), (0, kept));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_form_and_its_files_are_gone_after_an_hour() {
    for engine in engines() {
        an_hour_and_no_more(engine).await;
    }
}

async fn overtaken_and_sent_once(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, ORDINARY).await;
    let mut counter = world.signed_in("counter").await;
    let page = counter.get(&format!("/office/dossiers/{reference}")).await;
    let (key, seen) = (page.hidden("key"), page.hidden("seen"));
    let path = format!("/office/dossiers/{reference}/acts/refuse");
    let typed = [("key", key.as_str()), ("seen", &seen), ("desk", ""), ("refuse-words", "Nộp sai nơi")];
    wait(&world, 61);
    let sent = counter.post(&path, &typed).await;
    assert!(sent.location.starts_with("/office/sign-in?"), "{}", sent.location);

    // A colleague was faster.
    let mut colleague = world.signed_in("counter").await;
    act(&mut colleague, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    sign_in(&mut counter, "counter").await;
    let events = count(&world, "select count(*) from event").await;
    let shown = counter.get(&wanted(&sent)).await;
    shown.is(StatusCode::OK).shows("Nộp sai nơi").shows("chưa được gửi");
    assert_eq!(shown.hidden("seen"), seen, "it says how much the form had seen");
    assert_ne!(shown.hidden("key"), key);
    let fresh = shown.hidden("key");
    let typed = [("key", fresh.as_str()), ("seen", &seen), ("desk", ""), ("refuse-words", "Nộp sai nơi")];
    counter.post(&path, &typed).await.is(StatusCode::CONFLICT).shows("Nộp sai nơi");
    assert_eq!(count(&world, "select count(*) from event").await, events);

    // A form shown twice and sent twice is one dossier.
    let desk = format!("/office/counter/justice/{ORDINARY}");
    let form = counter.get(&desk).await;
    let mut typed = vec![
        ("key".to_string(), form.hidden("key")),
        ("act".into(), "accept".into()),
        ("identity".into(), "099190000001".into()),
        ("name".into(), "Trần Thị Minh Châu".into()),
        ("address".into(), "Số 12".into()),
        ("channel".into(), "direct".into()),
        ("delivery".into(), "counter".into()),
        ("originals-identity".into(), "1".into()),
    ];
    wait(&world, 61);
    let fields = |typed: &[(String, String)]| -> Vec<(&'static str, &'static str)> {
        typed.iter().map(|(name, value)| (&*name.clone().leak(), &*value.clone().leak())).collect()
    };
    let sent = counter.post(&desk, &fields(&typed)).await;
    sign_in(&mut counter, "counter").await;
    let mut to = Vec::new();
    for _ in 0..2 {
        let shown = counter.get(&wanted(&sent)).await;
        shown.is(StatusCode::OK).shows("Trần Thị Minh Châu");
        typed[0].1 = shown.hidden("key");
        to.push(counter.post(&desk, &fields(&typed)).await.location);
    }
    assert!(to[0].ends_with("/receipt"), "{to:?}");
    assert_eq!(to[0], to[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_act_notices_what_happened_since_and_happens_once() {
    for engine in engines() {
        overtaken_and_sent_once(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_written_in_another_place_is_shown_there_alone() {
    let world = World::new(Engine::Sqlite);
    let mut officer = world.signed_in("officer").await;
    let mut there = world.signed_in("justice.officer3").await;
    let (absent, substitute) = (account(&world, "officer").await, account(&world, "justice.officer3").await);
    let absence = [
        ("act", "add"),
        ("substitute", substitute.as_str()),
        ("from-day", "2"),
        ("from-month", "3"),
        ("from-year", "2026"),
        ("to-day", "4"),
        ("to-month", "3"),
        ("to-year", "2026"),
        ("document", "7/QĐ-STP"),
    ];
    officer.post("/office/absences", &absence).await.is(StatusCode::SEE_OTHER);
    let take = [("act", "take"), ("absent", absent.as_str())];
    there.post("/office/absences", &take).await.is(StatusCode::SEE_OTHER);
    wait(&world, 61);
    let sent = there.post("/office/search", &[("wanted", "Nguyễn Gõ Dở")]).await;
    sign_in(&mut there, "justice.officer3").await;
    // Signed in again one is at the own desk.
    let address = wanted(&sent);
    let page = there.get(&address).await;
    page.is(StatusCode::OK).hides("Gõ Dở").shows("làm thay");
    let (absent, to) = (page.hidden("absent"), page.hidden("to"));
    let taken = there.post("/office/absences", &[("act", "take"), ("absent", &absent), ("to", &to)]).await;
    assert_eq!(taken.location, address);
    there.follow(&taken).await.is(StatusCode::OK).shows("Nguyễn Gõ Dở");
    // And the other way round; nobody is led away from here.
    there.post("/office/absences", &[("act", "leave"), ("to", "//elsewhere.example")]).await;
    there.get(&address).await.hides("Gõ Dở");
}

const PAGE: &[u8] = b"<html>%PDF-1.4 %%EOF";

fn cut() -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/tests/files");
    std::fs::read(format!("{folder}/plain.pdf")).unwrap()[..300].to_vec()
}

/// Each file that was not taken is named with the reason, and the one that was is there.
fn names_each(page: &Seen, (wrong, short): (&str, &str), good: &str) {
    page.is(StatusCode::OK).shows("trang.pdf").shows(wrong).shows("dở dang.pdf").shows(short).shows(good);
}

async fn refused_and_late(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let (papers, paper) = papers_of_draft(&world, &mut citizen).await;
    let desk = format!("/office/counter/justice/{ORDINARY}");
    let (scan, cut) = (format!("file-{paper}"), cut());
    let key = counter.get(&desk).await.hidden("key");
    let kept = world.contents();
    let bring = |field: &'static str| {
        [("trang.pdf", PAGE), ("dở dang.pdf", &cut[..]), ("tốt.pdf", PDF)].map(|(name, content)| {
            FormPart::File(if field.is_empty() { &paper } else { &scan }, name, content)
        })
    };
    let vietnamese = ("không phải PDF, JPG hay PNG", "không trọn vẹn");

    // The language is changed while it is filled in: nothing is judged but what is gone.
    let filled =
        [FormPart::Text("key", &key), FormPart::Text("name", "Nửa chừng"), FormPart::Text("switch", "")];
    let parts = filled.into_iter().chain(bring("scan")).collect::<Vec<_>>();
    let crossing = counter.post_parts(&format!("{desk}?in=en"), &parts).await;
    let handed_over = counter.follow(&crossing).await;
    let mut english = world.visitor().on(ENGLISH);
    let arrived = english.get(handed_over.location.split_once(ENGLISH).unwrap().1).await;
    let there = english.follow(&arrived).await;
    names_each(&there, ("is not a PDF, JPG or PNG", "is not whole"), "tốt.pdf");
    assert_eq!(there.text().matches("class=\"field__error\"").count(), 1);
    assert_eq!(there.input("name"), "Nửa chừng");

    let mut counter = world.signed_in("counter").await;
    wait(&world, 61);
    let parts = [FormPart::Text("act", "go-on")].into_iter().chain(bring("")).collect::<Vec<_>>();
    let late = citizen.post_parts(&papers, &parts).await;
    sign_in(&mut citizen, "citizen").await;
    let shown = citizen.get(&wanted(&late)).await;
    names_each(&shown, vietnamese, "tốt.pdf");
    let parts =
        [FormPart::Text("key", &key), FormPart::Text("act", "accept")].into_iter().chain(bring("scan"));
    let late = counter.post_parts(&desk, &parts.collect::<Vec<_>>()).await;
    sign_in(&mut counter, "counter").await;
    names_each(&counter.get(&wanted(&late)).await, vietnamese, "tốt.pdf");
    assert_eq!(world.contents(), kept + 3, "nothing of what was not taken is kept");

    // Sent in time each of them is named as well.
    let parts = [FormPart::Text("act", "upload")].into_iter().chain(bring("")).collect::<Vec<_>>();
    let told = citizen.post_parts(&papers, &parts).await;
    told.is(StatusCode::UNPROCESSABLE_ENTITY).shows("trang.pdf").shows("dở dang.pdf").shows("tốt.pdf");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_were_not_taken_are_named_when_the_form_comes_back() {
    for engine in engines() {
        refused_and_late(engine).await;
    }
}
