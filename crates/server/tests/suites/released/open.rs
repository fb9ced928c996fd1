//! Each is opened by the present version, verified, and gone on with: its letters go out, its batch is finished, its
//! linked dossier answered, its paused one resumed.

use super::copy_whole;
use crate::common::steps::{act, apply_for, grant, handle, runs_on_tokens};
use crate::common::{Database, Engine, Visitor, World, engines};
use app::backup::RestoreAs;
use axum::http::StatusCode;
use std::path::{Path, PathBuf};
use storage::batch::ItemState;
use tempfile::TempDir;

/// Every version that left something behind.
const RELEASED: &[&str] = &["0013", "0017"];
/// After the lease of a runner that died, before any step is late.
const AFTERWARDS: &str = "2026-03-02T10:00";
/// Its process was stored as a list of steps, with no drawing.
const UNDRAWN: &str = "2.000635";
const IN_HAND: &str = "select reference from dossier where procedure_code = '2.000635' and finished_at is null \
    and accepted_at is not null";

fn left_by(version: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/released").join(version)
}

fn folder_of(version: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_whole(&left_by(version).join("folder"), folder.path());
    // A repository keeps no empty folders.
    std::fs::create_dir_all(folder.path().join("files/landed")).unwrap();
    folder
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_of_each_version_opens_and_goes_on() {
    for version in RELEASED {
        let folder = folder_of(version);
        goes_on(opened(folder, None)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dump_of_each_version_opens_and_goes_on() {
    if !engines().contains(&Engine::Postgres) {
        return;
    }
    for version in RELEASED {
        // The files are those of the folder: the dump was made of its backup.
        let folder = folder_of(version);
        std::fs::remove_file(folder.path().join("motcua.db")).unwrap();
        let database = std::thread::spawn(Database::create).join().unwrap();
        filled(&database, &left_by(version).join("postgres.sql"));
        goes_on(opened(folder, Some(database))).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_each_version_is_restored_and_goes_on() {
    for version in RELEASED {
        for engine in engines() {
            let folder = tempfile::tempdir().unwrap();
            let database = std::thread::spawn(move || (engine == Engine::Postgres).then(Database::create));
            let database = database.join().unwrap();
            restored(&left_by(version).join("backup"), &folder, database.as_ref());
            goes_on(opened(folder, database)).await;
        }
    }
}

fn opened(folder: TempDir, database: Option<Database>) -> World {
    std::thread::spawn(move || World::over(folder, database, AFTERWARDS)).join().unwrap()
}

/// What `psql` would do with a dump of plain statements.
fn filled(database: &Database, dump: &Path) {
    let (url, dump) = (database.url(), std::fs::read_to_string(dump).unwrap());
    // Commands of the client are none of the server's.
    let statements: Vec<&str> = dump.lines().filter(|line| !line.starts_with('\\')).collect();
    let statements = statements.join("\n");
    let fill = move || postgres::Client::connect(&url, postgres::NoTls).unwrap().batch_execute(&statements);
    std::thread::spawn(fill).join().unwrap().unwrap();
}

fn restored(backup: &Path, folder: &TempDir, database: Option<&Database>) {
    let (backup, folder) = (backup.to_path_buf(), folder.path().to_path_buf());
    let place = match database {
        Some(database) => storage::DatabaseLocation::Postgres(database.url()),
        None => storage::DatabaseLocation::Sqlite(folder.join("motcua.db")),
    };
    let restore = move || {
        let count = app::backup::restore(&backup, &place, &folder, RestoreAs::Same).unwrap();
        assert_eq!(count.missing, [] as [String; 0]);
    };
    std::thread::spawn(restore).join().unwrap();
}

async fn goes_on(world: World) {
    assert!(verified(&world).await > 0, "names are to be folded anew");
    let begun = all(&world, &format!("{IN_HAND} and stage <> 'accepted'")).await;
    assert!(begun.len() >= 2, "{begun:?}");
    // Passwords still open, and letters go out.
    let mut citizen = world.signed_in("citizen").await;
    // A runner that died held the batch for five minutes.
    app::jobs::run_due(&world.app).await.unwrap();
    assert_eq!(verified(&world).await, 0, "a job has folded them");
    citizen.get("/messages").await.is(StatusCode::OK).shows("Đã nhận hồ sơ bạn gửi");
    // Nobody is asked to confirm an address that letters have gone to all along.
    citizen.get("/profile").await.shows("Đã xác nhận.").hides("Chưa xác nhận.");
    let unfinished = |tx: &mut storage::Tx| {
        let rows = tx.query("select id from batch", &[])?;
        let items = storage::batch::items(tx, rows[0].get(0)?)?;
        Ok::<_, storage::StorageError>(items.iter().filter(|item| item.state != ItemState::Done).count())
    };
    assert_eq!(world.app.store.read(unfinished).await.unwrap(), 0, "the batch goes on where it was");

    let paused = only(&world, "stage = 'paused-for-applicant'").await;
    let mut officer = world.signed_in("officer").await;
    act(&mut officer, &paused, "resume", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut officer, &paused, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    finishes_by_its_list(&world, &paused, &mut officer).await;
    for reference in begun.iter().filter(|reference| **reference != paused) {
        comes_to_its_end(&world, reference).await;
        assert!(!runs_on_tokens(&world, reference).await);
    }
    for reference in all(&world, &format!("{IN_HAND} and stage <> 'accepted'")).await {
        assert!(runs_on_tokens(&world, &reference).await, "it was handed over by the present version");
    }

    let asked = only(&world, "main_id is not null and stage = 'processing'").await;
    act(&mut officer, &asked, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    grant(&mut world.signed_in("division-head").await, &asked).await;
    app::jobs::run_due(&world.app).await.unwrap();
    let mut police = world.signed_in("police.records1").await;
    police.get("/office?tab=unit").await.shows("Xác minh với nơi đã cư trú");
    assert_eq!(
        app::jobs::list_troubled(&world.app, i64::MAX, 9).await.unwrap().len(),
        0,
        "no job is in trouble"
    );

    let new = apply_for(&world, &mut citizen, UNDRAWN).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &new, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &new, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    handle(&world, &new).await;
    assert!(runs_on_tokens(&world, &new).await, "what is new runs on the drawing of the list");

    let draft = one(&world, "select token from draft where submitted is null").await;
    citizen.get(&format!("/drafts/{draft}/papers")).await.is(StatusCode::OK).shows("nháp.pdf");
    app::roots::gather(&world.app).await.unwrap();
    verified(&world).await;
}

/// It was begun without tokens: sent back from its second step and from its last, it comes to its end without any.
async fn finishes_by_its_list(world: &World, reference: &str, officer: &mut Visitor) {
    let page = officer.get(&format!("/office/dossiers/{reference}")).await;
    page.shows("Tra cứu và soạn bản sao").shows("diagram__node--passed").shows("diagram__node--now");
    let mut second = world.signed_in("division-head").await;
    let mut last = world.signed_in("agency-head").await;
    let back = |to| [("send-back-to", to), ("send-back-words", "Thiếu căn cứ")];
    act(&mut second, reference, "send-back", &back("review")).await.is(StatusCode::SEE_OTHER);
    act(officer, reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut second, reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut last, reference, "send-back", &back("check")).await.is(StatusCode::SEE_OTHER);
    act(&mut second, reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    grant(&mut last, reference).await;
    assert!(!runs_on_tokens(world, reference).await);
    let mut citizen = world.signed_in("citizen").await;
    citizen.get(&format!("/dossiers/{reference}")).await.shows("Đã có kết quả").shows("<svg");
}

/// Taken from where it stands to its decision by whoever has it.
async fn comes_to_its_end(world: &World, reference: &str) {
    let page = |text: &str, act: &str| text.contains(&format!("/acts/{act}\""));
    for login in ["officer", "division-head", "agency-head"] {
        let mut officer = world.signed_in(login).await;
        let seen = officer.get(&format!("/office/dossiers/{reference}")).await;
        if seen.status == StatusCode::OK && page(&seen.text(), "resume") {
            act(&mut officer, reference, "resume", &[]).await.is(StatusCode::SEE_OTHER);
        }
        let seen = officer.get(&format!("/office/dossiers/{reference}")).await;
        if seen.status != StatusCode::OK {
            continue;
        }
        if page(&seen.text(), "decide") {
            return grant(&mut officer, reference).await;
        }
        if page(&seen.text(), "finish-step") {
            act(&mut officer, reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
        }
    }
    panic!("{reference} came to no end");
}

/// The reference of the one dossier that is so.
async fn only(world: &World, so: &str) -> String {
    one(world, &format!("select reference from dossier where {so}")).await
}

/// The one text a query finds.
async fn one(world: &World, sql: &str) -> String {
    let mut found = all(world, sql).await;
    assert_eq!(found.len(), 1, "{sql}");
    found.remove(0)
}

async fn all(world: &World, sql: &str) -> Vec<String> {
    let sql = sql.to_string();
    let read = move |tx: &mut storage::Tx| {
        let rows = tx.query(&sql, &[])?;
        rows.iter().map(|row| row.get::<String>(0)).collect::<Result<Vec<_>, _>>()
    };
    world.app.store.read(read).await.unwrap()
}

/// How many dossiers wait for a job that folds names.
async fn verified(world: &World) -> u64 {
    let app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
    assert!(report.dossiers >= 16 && report.files >= 22, "{report:?}");
    report.due
}
