//! A small installation with one of each kind of thing that a later version must know how to go on with.

use super::copy_whole;
use crate::common::steps::{account, act, apply_at, apply_for, grant, handle, registration};
use crate::common::{Database, Engine, FormPart, PDF, Visitor, World, national};
use app::backup::RestoreAs;
use app::erasure::ErasureRequest;
use app::jobs::{Destination, JOBS, JobLane, JobLength};
use axum::http::StatusCode;
use std::path::{Path, PathBuf};
use std::process::Command;
use storage::batch::ItemState;

/// Its process is a list of steps, not drawn.
const UNDRAWN: &str = "2.000635";
const LONG: JobLane = JobLane { destination: Destination::Inside, length: JobLength::Long };
/// The police ask the Department of Justice, and wait for its answer so long.
const LINKED: &str = "3.000333";

#[tokio::test(flavor = "multi_thread")]
async fn what_this_version_leaves_behind_is_written_when_asked_for() {
    let Ok(name) = std::env::var("MOTCUA_WRITE_RELEASED") else { return };
    let home = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/released").join(name);
    std::fs::create_dir_all(&home).unwrap();
    let world = World::new(Engine::Sqlite);
    live(&world).await;
    let (app, backup) = (world.app.clone(), home.join("backup"));
    tokio::task::spawn_blocking(move || app::backup::write(&app, &backup)).await.unwrap().unwrap();
    let folder = world.folder.path().to_path_buf();
    // The last connection folds the write-ahead log in when it closes.
    let World { app, site, router, folder: kept, .. } = world;
    std::thread::spawn(move || drop((app, site, router))).join().unwrap();
    copy_whole(&folder, &home.join("folder"));
    drop(kept);
    dump(&home);
}

/// Paused, linked, undrawn, erased, returned; a draft, a half-done batch, letters and times that wait.
async fn live(world: &World) {
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;

    let returned = apply_for(world, &mut citizen, UNDRAWN).await;
    taken_in(&mut counter, &returned).await;
    handle(world, &returned).await;

    let paused = apply_for(world, &mut citizen, UNDRAWN).await;
    taken_in(&mut counter, &paused).await;
    let mut officer = world.signed_in("officer").await;
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản sao")];
    act(&mut officer, &paused, "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);

    let answered = asked(world, &mut citizen, &mut counter).await;
    app::jobs::run_due(&world.app).await.unwrap();
    let there = linked_one(world, &answered).await;
    let mut justice = world.signed_in("officer").await;
    act(&mut justice, &there, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    grant(&mut world.signed_in("division-head").await, &there).await;
    app::jobs::run_due(&world.app).await.unwrap();
    let open = asked(world, &mut citizen, &mut counter).await;
    app::jobs::run_due(&world.app).await.unwrap();
    linked_one(world, &open).await;

    let gone = [("identity", "099190000010"), ("name", "Phạm Văn Mười")];
    at_counter(world.signed_in("counter").await, "refuse", &gone).await;
    let app = world.app.clone();
    let wanted = ErasureRequest { person: "099190000010".into(), keep_years: 0, with_others: false };
    let erase = move || app::erasure::erase(&app, &wanted, "Quyết định 5/QĐ-UBND");
    tokio::task::spawn_blocking(erase).await.unwrap().unwrap().unwrap();
    app::roots::gather(&world.app).await.unwrap();

    let start = citizen.post(&format!("/apply/{UNDRAWN}"), &[("agency", "justice")]).await;
    let draft = start.location.trim_end_matches("/you").to_string();
    let paper =
        world.app.master_data().procedure(UNDRAWN, world.app.now().date()).unwrap().papers[0].id.clone();
    let parts = [FormPart::Text("act", "stay"), FormPart::File(&paper, "nháp.pdf", PDF)];
    citizen.post_parts(&format!("{draft}/papers"), &parts).await;

    let absent = account(world, "justice.officer3").await;
    let absence = [
        ("act", "add"),
        ("substitute", absent.as_str()),
        ("from-day", "2"),
        ("from-month", "3"),
        ("from-year", "2026"),
        ("to-day", "31"),
        ("to-month", "12"),
        ("to-year", "2027"),
        ("document", "7/QĐ-STP"),
    ];
    officer.post("/office/absences", &absence).await.is(StatusCode::SEE_OTHER);
    let mut admin = world.signed_in("admin").await;
    let process = format!("/office/administration/procedures/{UNDRAWN}/process");
    admin.post_parts(&process, &[FormPart::Text("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    let proposed = national::in_cases("1.009999");
    let app = world.app.clone();
    let how = app::national::Import { accept: false, complete: false };
    let import = move || app::national::import(&app, proposed.as_bytes(), how, |_| {}, |_| {});
    tokio::task::spawn_blocking(import).await.unwrap().unwrap();
    officer.get(&format!("/office/dossiers/{paused}")).await.is(StatusCode::OK);

    people(world).await;
    apologised_and_waiting_for_money(world, &mut citizen, &mut counter).await;
    half_done(world, &mut citizen, &mut counter).await;
    // The last one's letters have not gone out.
    apply_for(world, &mut citizen, UNDRAWN).await;
}

/// Somebody whose password was typed in letters taken apart, and somebody whose name has the other crossed D.
async fn people(world: &World) {
    let fields = registration(&[
        ("name", "Lê \u{d0}ình Tám"),
        ("password", "mo\u{323}\u{302}t ma\u{323}\u{302}t kha\u{302}\u{309}u"),
    ]);
    world.visitor().post("/register", &fields).await.is(StatusCode::SEE_OTHER);
    let other =
        [("identity", "099190000009"), ("name", "\u{d0}ặng Văn \u{d0}ức"), ("originals-identity", "1")];
    at_counter(world.signed_in("counter").await, "accept", &other).await;
}

async fn at_counter(mut counter: Visitor, act: &str, who: &[(&str, &str)]) {
    let desk = format!("/office/counter/justice/{UNDRAWN}");
    let key = counter.get(&desk).await.hidden("key");
    let mut parts = vec![
        FormPart::Text("key", &key),
        FormPart::Text("act", act),
        FormPart::Text("address", "Số 9"),
        FormPart::Text("channel", "direct"),
        FormPart::Text("delivery", "counter"),
        FormPart::Text("words", "Không thuộc thẩm quyền"),
    ];
    parts.extend(who.iter().map(|(name, value)| FormPart::Text(name, value)));
    counter.post_parts(&desk, &parts).await.is(StatusCode::SEE_OTHER);
}

/// One whose date was set again, and one that waits for the ordinary fee.
async fn apologised_and_waiting_for_money(world: &World, citizen: &mut Visitor, counter: &mut Visitor) {
    let late = apply_for(world, citizen, UNDRAWN).await;
    taken_in(counter, &late).await;
    let extend = [
        ("extend-to-day", "20"),
        ("extend-to-month", "3"),
        ("extend-to-year", "2026"),
        ("extend-document", "9/PXL"),
        ("extend-words", "Chưa có sổ gốc"),
    ];
    let mut head = world.signed_in("agency-head").await;
    act(&mut head, &late, "extend", &extend).await.is(StatusCode::SEE_OTHER);
    let waiting = apply_for(world, citizen, UNDRAWN).await;
    taken_in(counter, &waiting).await;
    let pause = [
        ("pause-for-fee-document", "6/TB"),
        ("pause-for-fee-amount", "8000"),
        ("pause-for-fee-words", "Lệ phí cấp bản sao"),
    ];
    let mut officer = world.signed_in("officer").await;
    act(&mut officer, &waiting, "pause-for-fee", &pause).await.is(StatusCode::SEE_OTHER);
}

async fn taken_in(counter: &mut Visitor, reference: &str) {
    act(counter, reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(counter, reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
}

async fn asked(world: &World, citizen: &mut Visitor, counter: &mut Visitor) -> String {
    let reference = apply_at(world, citizen, LINKED, "police").await;
    taken_in(counter, &reference).await;
    let mut police = world.signed_in("police.records1").await;
    let verify = [("finish-step-outcome", "verify")];
    act(&mut police, &reference, "finish-step", &verify).await.is(StatusCode::SEE_OTHER);
    reference
}

async fn linked_one(world: &World, reference: &str) -> String {
    let reference = domain::dossier::Reference::parse(reference).unwrap();
    let read = move |tx: &mut storage::Tx| {
        let main = storage::dossier::find(tx, &reference)?.expect("it is there");
        let id = storage::linked::list(tx, main)?[0];
        storage::dossier::find_reference(tx, id)
    };
    world.app.store.read(read).await.unwrap().unwrap().to_string()
}

/// A batch whose runner died in the middle.
async fn half_done(world: &World, citizen: &mut Visitor, counter: &mut Visitor) {
    for _ in 0..8 {
        let reference = apply_for(world, citizen, UNDRAWN).await;
        act(counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    }
    let whole = [("tab", "hand-over"), ("kind", "hand-over"), ("whole", "yes")];
    let place = counter.post("/office/batches", &whole).await.location;
    let text = counter.get(&place).await.text();
    let seen = text.split("name=\"seen\" value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let fields: Vec<(&str, &str)> =
        std::iter::once(("act", "begin")).chain(seen.map(|seen| ("seen", seen))).collect();
    counter.post(&place, &fields).await.is(StatusCode::SEE_OTHER);
    let app = world.app.clone();
    let running = tokio::spawn(async move { app::jobs::run_lane(&app, JOBS, LONG).await });
    let token = place.rsplit('/').next().unwrap().to_string();
    loop {
        let token = token.clone();
        let read = move |tx: &mut storage::Tx| {
            let batch = storage::batch::find(tx, &token)?.expect("it was begun");
            storage::batch::items(tx, batch.id)
        };
        let items = world.app.store.read(read).await.unwrap();
        if items.iter().any(|item| item.state == ItemState::Done) {
            running.abort();
            assert!(items.iter().any(|item| item.state == ItemState::Waiting), "it was too fast: once more");
            return;
        }
    }
}

/// The backup once more, restored into PostgreSQL by this version.
fn dump(home: &Path) {
    let home = home.to_path_buf();
    let dumped = std::thread::spawn(move || {
        let database = Database::create();
        let scratch = tempfile::tempdir().unwrap();
        let place = storage::DatabaseLocation::Postgres(database.url());
        app::backup::restore(&home.join("backup"), &place, scratch.path(), RestoreAs::Same).unwrap();
        let file = home.join("postgres.sql");
        let dumped = Command::new("pg_dump")
            .args([
                "--no-owner",
                "--no-privileges",
                "--rows-per-insert=50",
                "--dbname",
                &database.url(),
                "--file",
            ])
            .arg(file)
            .status();
        assert!(dumped.unwrap().success());
    });
    dumped.join().unwrap();
}
