//! The program is killed again and again while it files dossiers and runs every kind of job, on both engines: nothing
//! acknowledged is lost, nothing that follows is lost or done twice. `MOTCUA_ROUNDS` asks for more rounds than CI has time for.
#![cfg(unix)]

use crate::common::hammer::{Chance, Hammer, HammerHome, check};
use crate::common::{Database, Engine, engines};
use app::jobs::{JOBS, JobLane};
use std::path::Path;
use storage::StorageError;

/// In CI.
const ROUNDS: u64 = 12;

/// What an earlier version left: a half-done batch, linked dossiers, times and letters that wait.
fn left_behind(engine: Engine) -> (tempfile::TempDir, Option<Database>, HammerHome) {
    let home = tempfile::tempdir().unwrap();
    let backup = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released/0013/backup");
    let database = (engine == Engine::Postgres).then(Database::create);
    let folder = home.path().join("data");
    let place = match &database {
        Some(database) => storage::DatabaseLocation::Postgres(database.url()),
        None => storage::DatabaseLocation::Sqlite(folder.join("motcua.db")),
    };
    app::backup::restore(&backup, &place, &folder, app::backup::RestoreAs::Same).unwrap();
    let at = HammerHome { folder, database: database.as_ref().map(Database::url) };
    (home, database, at)
}

/// Jobs that filing does not make: each due at once, over what is there.
fn more_jobs(home: &HammerHome, round: i64) {
    let app = home.open();
    let landed = app.files.put_now(crate::common::PDF).unwrap();
    let bodies = [
        ("rows", "inside-long", r#"{"after":0}"#.to_string()),
        ("recalculate", "inside-long", r#"{"agency":0,"after":0}"#.to_string()),
        ("process", "inside-long", r#"{"code":"2.000635","version":1,"by":1}"#.to_string()),
        ("removal", "inside-quick", format!(r#"{{"tokens":["{}"]}}"#, landed.token)),
        ("password", "mail-quick", r#"{"accounts":[],"host":"http://localhost"}"#.to_string()),
    ];
    app.store
        .write_now(move |tx| {
            for (place, (kind, lane, body)) in (0..).zip(&bodies) {
                let id = 1_000 + round * 10 + place;
                let due_at = domain::time::Instant::from_millis(0);
                let new = storage::job::NewJob { id, kind, lane, body, due_at, order: None };
                storage::job::insert(tx, &new)?;
            }
            Ok::<_, StorageError>(())
        })
        .unwrap();
}

fn killed_and_whole(engine: Engine) {
    let mut chance = Chance::from_environment();
    let rounds = std::env::var("MOTCUA_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(ROUNDS);
    let (_home, _database, home) = left_behind(engine);
    let mut acknowledged = Vec::new();
    for round in 0..rounds {
        more_jobs(&home, round as i64);
        let mut hammer = Hammer::start(&home, &["--jobs"], &[]);
        let wanted = 1 + chance.below(30) as usize;
        hammer.listen_until(|hammer| hammer.acknowledged.len() >= wanted);
        assert_eq!(hammer.failures, [] as [String; 0]);
        acknowledged.extend(hammer.kill());
        if chance.below(4) == 0 {
            check(&home, &acknowledged);
        }
    }
    check(&home, &acknowledged);
    // What follows is done in the end, each once: a letter for each
    // dossier that was accepted, each item of the batch, one linked dossier for what was asked.
    let app = home.open();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let idle = |tx: &mut storage::Tx| {
        tx.execute("update job set due_at = 0 where state = 'waiting' and kind <> 'time'", &[]).map(|_| ())
    };
    app.store.write_now(idle).unwrap();
    for lane in JobLane::all(JOBS) {
        runtime.block_on(app::jobs::run_lane(&app, JOBS, lane)).unwrap();
    }
    let read = |tx: &mut storage::Tx| {
        let mut number = |sql: &str| tx.query(sql, &[])?[0].get::<i64>(0);
        Ok::<_, StorageError>([
            number(
                "select count(*) from job where state = 'failed' or (state = 'waiting' and kind <> 'time')",
            )?,
            number("select count(*) from batch_item where state <> 'done'")?,
            number(
                "select count(*) from act_key where length(key) = 32 and key not like '%-%' and (select count(*)
                    from message where message.dossier_id = act_key.dossier_id) <> 1",
            )?,
            number(
                "select count(*) from (select main_id from dossier where main_id is not null
                    group by main_id having count(*) > 1) as twice",
            )?,
        ])
    };
    assert_eq!(app.store.read_now(read).unwrap(), [0; 4]);
    drop(app);
    check(&home, &acknowledged);
    println!("{engine:?}: {rounds} rounds, {} acts acknowledged, all there", acknowledged.len());
}

#[test]
fn whatever_it_was_doing_when_it_was_killed() {
    for engine in engines() {
        killed_and_whole(engine);
    }
}
