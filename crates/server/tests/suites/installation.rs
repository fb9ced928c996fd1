//! Database, folder and keys belong together: found apart, the real program makes up nothing, removes nothing and says
//! what to do. Restore is all or nothing. One program a folder and node number.
#![cfg(unix)]

use crate::common::program::{Installed, Ran, motcua};
use crate::common::{Database, Engine, PDF, engines};
use app::{App, Opening, Purpose, clock::Clock};
use std::path::{Path, PathBuf};
use storage::{DatabaseLocation, Store, StoreMode};

/// On each engine, with its database on the server where it has one.
fn on_each(test: impl Fn(Installed)) {
    for engine in engines() {
        let database = (engine == Engine::Postgres).then(Database::create);
        test(Installed::new(database.as_ref().map(Database::url)));
        drop(database);
    }
}

fn place(installed: &Installed) -> DatabaseLocation {
    match &installed.database {
        Some(url) => DatabaseLocation::Postgres(url.clone()),
        None => DatabaseLocation::Sqlite(installed.folder.join("motcua.db")),
    }
}

fn opened(installed: &Installed) -> App {
    let opening = Opening {
        place: place(installed),
        folder: installed.folder.clone(),
        clock: Clock::system(),
        mail: gateway::Mail::None,
        portal_url: String::new(),
        node: 5,
        purpose: Purpose::Work,
    };
    App::open(opening).unwrap()
}

/// Files of a dossier's kind, stored and named, and older than any sweep waits.
fn with_files(installed: &Installed) -> Vec<PathBuf> {
    let app = opened(installed);
    let stored = (0..3).map(|number| {
        let landed = app.files.put_now(PDF).unwrap();
        let row = app::files::row(&app, &landed, "đơn.pdf", "request", Some(number));
        let write = move |tx: &mut storage::Tx| storage::file::insert(tx, &row);
        app.store.write_now(write).unwrap();
        app.files.name_now(&landed.token).unwrap();
        let path = app.files.path(&landed.token);
        age(&path);
        path
    });
    stored.collect()
}

fn age(path: &Path) {
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    std::fs::File::options().append(true).open(path).unwrap().set_modified(long_ago).unwrap();
}

/// Everything below a folder but locks, with its content.
fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(everything(&path));
        } else if !name.ends_with(".lock") && !name.ends_with("-shm") && !name.ends_with("-wal") {
            found.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

fn refused(installed: &Installed, words: &str) -> Ran {
    let ran = installed.start(&[]).end();
    ran.ends(2).says(words);
    ran
}

#[test]
fn a_start_with_another_database_or_none_removes_nothing() {
    on_each(|installed| {
        let files = with_files(&installed);
        let there = || files.iter().all(|file| file.exists());
        match &installed.database {
            None => {
                let (database, aside) = (installed.folder.join("motcua.db"), installed.folder.join("aside"));
                std::fs::rename(&database, &aside).unwrap();
                refused(&installed, "its database").says("motcua adopt");
                assert!(!database.exists(), "no empty one is made up");
                std::fs::write(&database, b"").unwrap();
                refused(&installed, "the database is missing or empty");
                std::fs::remove_file(&database).unwrap();
                let other = Installed::new(None);
                std::fs::copy(other.folder.join("motcua.db"), &database).unwrap();
                refused(&installed, "put together what belongs together");
                assert!(there());
                std::fs::rename(&aside, &database).unwrap();
            }
            Some(_) => {
                let empty = Database::create();
                let elsewhere = Installed::nothing(Some(empty.url()));
                elsewhere.configure(&installed.folder, 0, "");
                refused(&elsewhere, "the database is missing or empty");
                let schema = Store::connect(&DatabaseLocation::Postgres(empty.url()), 0, StoreMode::Reading)
                    .unwrap()
                    .schema();
                assert_eq!(schema.unwrap(), storage::Schema::Empty, "no tables are made up");
                // Nor does another folder do for this database.
                let nowhere = Installed::nothing(installed.database.clone());
                nowhere.configure(&nowhere.folder, 0, "");
                refused(&nowhere, "but").says("to none");
                assert!(there());
            }
        }
        let mut serving = installed.serve();
        serving.wait_for("listening");
        assert!(there());
    });
}

#[test]
fn files_that_are_away_are_not_made_up() {
    on_each(|installed| {
        let kept = with_files(&installed);
        let (files, aside) = (installed.folder.join("files"), installed.folder.join("aside"));
        std::fs::rename(&files, &aside).unwrap();
        refused(&installed, "the stored files are away").says("motcua adopt");
        assert!(!files.exists());
        // As the place of a volume that is not mounted.
        std::fs::create_dir(&files).unwrap();
        refused(&installed, "the stored files are away");
        assert_eq!(std::fs::read_dir(&files).unwrap().count(), 0);
        installed.run(&["verify"]).ends(1).says("its content cannot be read");
        std::fs::remove_dir(&files).unwrap();
        std::fs::rename(&aside, &files).unwrap();
        let mut serving = installed.serve();
        serving.wait_for("listening");
        assert!(kept.iter().all(|file| file.exists()));
    });
}

#[test]
fn what_a_restore_left_half_done_is_not_adopted() {
    on_each(|installed| {
        with_files(&installed);
        let store = Store::connect(&place(&installed), 0, StoreMode::Writing).unwrap();
        store.write_now(|tx| storage::catalogue::set_meta(tx, "restoring", "yes")).unwrap();
        drop(store);
        // Also from a folder that knows nothing of it.
        std::fs::remove_file(installed.folder.join("installation.json")).unwrap();
        std::fs::remove_file(installed.folder.join("signing.key")).unwrap();
        installed.run(&["adopt", "--new-key"]).ends(2).says("was left by a restore that did not end");
        refused(&installed, "was left by a restore that did not end");
    });
}

#[test]
fn a_sweep_takes_only_what_was_never_named_and_into_the_bin() {
    on_each(|installed| {
        let files = with_files(&installed);
        let app = opened(&installed);
        let lost = app.files.put_now(PDF).unwrap();
        let fresh = app.files.put_now(PDF).unwrap();
        // Its row is durable, but the program ended before the folder knew.
        let named = app.files.put_now(PDF).unwrap();
        let row = app::files::row(&app, &named, "đơn.pdf", "request", None);
        app.store.write_now(move |tx| storage::file::insert(tx, &row)).unwrap();
        let landed = |token: &str| installed.folder.join("files/landed").join(token);
        age(&landed(&lost.token));
        age(&landed(&named.token));
        // Rows may be gone, as after a restore to an earlier moment: what was named is not the sweep's.
        app.store.write_now(|tx| tx.execute("delete from file where draft_id is not null", &[])).unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        assert_eq!(runtime.block_on(app::files::sweep(&app)).unwrap(), 1);
        assert!(files.iter().all(|file| file.exists()));
        assert!(landed(&fresh.token).exists() && app.files.path(&named.token).exists());
        let binned = installed.folder.join("files/bin").join(&lost.token);
        assert!(binned.exists() && !landed(&lost.token).exists());
        // A later record that names it still finds it; after weeks it is gone.
        app.files.name_now(&lost.token).unwrap();
        assert!(app.files.path(&lost.token).exists());
        std::fs::rename(app.files.path(&lost.token), &binned).unwrap();
        age(&binned);
        runtime.block_on(app::files::sweep(&app)).unwrap();
        assert!(!binned.exists());
        for file in [&files[0], &landed(&fresh.token)] {
            app.files.remove_now(&file.file_name().unwrap().to_string_lossy()).unwrap();
            assert!(!file.exists());
        }
    });
}

#[test]
fn a_missing_or_another_key_is_not_replaced_in_silence() {
    on_each(|installed| {
        let key = installed.folder.join("signing.key");
        let kept = std::fs::read(&key).unwrap();
        std::fs::remove_file(&key).unwrap();
        refused(&installed, "signing.key is missing").says("--new-key");
        assert!(!key.exists());
        installed.run(&["verify"]).ends(2).says("signing.key is missing");
        installed.run(&["adopt"]).ends(2).says("signing.key is missing");
        assert!(!key.exists());
        std::fs::copy(Installed::new(None).folder.join("signing.key"), &key).unwrap();
        refused(&installed, "belongs to installation");
        std::fs::write(&key, [7; 32]).unwrap();
        refused(&installed, "signing.key");
        std::fs::write(&key, kept).unwrap();
        installed.run(&["verify"]).ends(0);
        std::fs::remove_file(&key).unwrap();
        installed.run(&["adopt", "--new-key"]).ends(0);
        installed.serve();
    });
}

#[test]
fn a_changed_key_still_vouches_for_what_was_signed_before() {
    on_each(|installed| {
        // Roots over nothing are not made: one is signed by hand.
        let sign = || {
            let app = opened(&installed);
            let (now, digest) = (app.now(), app::roots::digest(&[0; 32], app.now().millis(), &[]));
            let signature = app.keys.sign(&digest);
            let id = app.store.new_id(now);
            let previous = app.store.read_now(storage::root::find_last).unwrap();
            let previous = previous.map_or_else(|| vec![0; 32], |root| root.digest);
            let digest = app::roots::digest(&previous, now.millis(), &[]);
            let signature = if previous == vec![0; 32] { signature } else { app.keys.sign(&digest) };
            let root = storage::root::Root { id, at: now, previous, digest: digest.to_vec(), signature };
            app.store.write_now(move |tx| storage::root::insert(tx, &root, &[])).unwrap();
        };
        sign();
        let before = installed.run(&["root"]);
        let key = installed.run(&["rotate-key"]).ends(0).out.trim().to_string();
        sign();
        installed.run(&["verify"]).ends(0).says("roots 2");
        let after = installed.run(&["root"]);
        assert!(after.out.contains(&key) && !before.out.contains(&key));
        // Also in what is restored from a backup.
        let backup = installed.folder.parent().unwrap().join("backup");
        installed.run(&["backup", "--to", backup.to_str().unwrap()]).ends(0);
        let folder = installed.folder.parent().unwrap().join("restored");
        let restored =
            motcua(&["restore", "--from"]).arg(&backup).arg("--data").arg(&folder).output().unwrap();
        Ran::of(restored).ends(0);
        Ran::of(motcua(&["verify", "--data"]).arg(&folder).output().unwrap()).ends(0).says("roots 2");
        // Not while somebody signs with the old one.
        let serving = installed.serve();
        installed.run(&["rotate-key"]).ends(2).says("another program works");
        drop(serving);
    });
}

#[test]
fn programs_older_than_the_database_stop() {
    on_each(|installed| {
        let store = Store::connect(&place(&installed), 0, StoreMode::Writing).unwrap();
        // Versions that do not look for what they do not know stop where they look: at the first they know.
        let first = |tx: &mut storage::Tx| {
            let rows = tx.query("select checksum from migration where name = '0001_start'", &[])?;
            rows[0].get::<String>(0)
        };
        let stored = store.read_now(first).unwrap();
        assert!(stored.len() > 64 && stored.contains("newer"), "{stored}");
        let later = "insert into migration (name, checksum) values ('9999_later', 'x')";
        store.write_now(move |tx| tx.execute(later, &[])).unwrap();
        drop(store);
        let before = everything(&installed.folder);
        refused(&installed, "written by a newer version").says("9999_later");
        installed.run(&["verify"]).ends(2).says("9999_later");
        installed.run(&["adopt"]).ends(2).says("9999_later");
        assert_eq!(everything(&installed.folder), before);
    });
}

#[test]
fn commands_that_look_change_nothing_and_say_when_a_migration_is_due() {
    let home = tempfile::tempdir().unwrap();
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released/0013/folder");
    let folder = home.path().join("data");
    assert!(
        std::process::Command::new("cp").arg("-r").arg(released).arg(&folder).status().unwrap().success()
    );
    let before = everything(&folder);
    let run = |command: &[&str]| Ran::of(motcua(command).arg("--data").arg(&folder).output().unwrap());
    let backup = home.path().join("backup");
    for command in [vec!["verify"], vec!["root"], vec!["backup", "--to", backup.to_str().unwrap()]] {
        run(&command).ends(2).says("a migration is due").says("motcua migrate");
    }
    assert!(everything(&folder) == before && !backup.exists(), "nothing was changed");
    run(&["migrate"]).ends(0);
    run(&["verify"]).ends(0);
    let bound = everything(&folder);
    run(&["verify"]).ends(0);
    assert!(everything(&folder) == bound);
    let nowhere = home.path().join("nowhere");
    let looked = motcua(&["verify", "--data"]).arg(&nowhere).output().unwrap();
    Ran::of(looked).ends(2).says("there is no installation");
    assert!(!nowhere.exists());
}

#[test]
fn an_old_installation_is_bound_only_where_rows_and_folder_agree() {
    let home = tempfile::tempdir().unwrap();
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released/0013/folder");
    let folder = home.path().join("data");
    assert!(
        std::process::Command::new("cp").arg("-r").arg(released).arg(&folder).status().unwrap().success()
    );
    let run = |command: &str| Ran::of(motcua(&[command, "--data"]).arg(&folder).output().unwrap());
    let subfolder = std::fs::read_dir(folder.join("files")).unwrap().next().unwrap().unwrap().path();
    let aside = home.path().join("aside");
    std::fs::rename(&subfolder, &aside).unwrap();
    run("migrate").ends(2).says("do not agree: 1 files of the database");
    std::fs::rename(&aside, &subfolder).unwrap();
    let strange = folder.join("files/zz");
    std::fs::create_dir_all(&strange).unwrap();
    let stranger = strange.join("zz".repeat(16));
    std::fs::write(&stranger, PDF).unwrap();
    age(&stranger);
    run("migrate").ends(2).says("1 in it are unknown to the database");
    run("adopt").ends(0).says("contents without a row 1");
    assert!(stranger.exists());
    run("verify").ends(0);
}

#[test]
fn one_program_serves_a_folder_under_a_node_number() {
    on_each(|installed| {
        let first = installed.serve();
        refused(&installed, "is in use by another program as node 0");
        installed.run(&["verify"]).ends(0);
        let backup = installed.folder.parent().unwrap().join("backup");
        installed.run(&["backup", "--to", backup.to_str().unwrap()]).ends(0);
        let alone = installed.run(&["migrate"]);
        alone.ends(2).says("another program works on this installation");
        if installed.database.is_some() {
            // Another node of the database shares the folder.
            installed.configure(&installed.folder, 1, "");
            let second = installed.serve();
            drop(second);
            // From another machine's folder, the database itself keeps a second one out.
            let copy = installed.folder.parent().unwrap().join("copy");
            let copied =
                std::process::Command::new("cp").arg("-r").arg(&installed.folder).arg(&copy).status();
            assert!(copied.unwrap().success());
            installed.configure(&copy, 0, "");
            refused(&installed, "another program works on this database as node 0");
            installed.configure(&installed.folder, 0, "");
        }
        // A killed one keeps nobody out.
        first.kill();
        installed.serve();
    });
}

#[test]
fn a_restore_that_did_not_end_serves_nobody() {
    on_each(|installed| {
        with_files(&installed);
        let home = installed.folder.parent().unwrap().to_path_buf();
        let backup = home.join("backup");
        installed.run(&["backup", "--to", backup.to_str().unwrap()]).ends(0);
        let target = installed.database.is_some().then(Database::create);
        let folder = home.join("restored");
        let restore = |from: &Path| {
            let mut command = motcua(&["restore", "--from"]);
            command.arg(from).arg("--data").arg(&folder);
            if let Some(database) = &target {
                command.args(["--database", &database.url()]);
            }
            Ran::of(command.output().unwrap())
        };

        // Damaged ones are named before anything is written.
        let damaged = home.join("damaged");
        let copied = std::process::Command::new("cp").arg("-r").arg(&backup).arg(&damaged).status();
        assert!(copied.unwrap().success());
        let table = damaged.join("file.jsonl");
        let whole = std::fs::read(&table).unwrap();
        std::fs::write(&table, &whole[..whole.len() - 9]).unwrap();
        restore(&damaged).ends(2).says("table file is cut or changed in line 3");
        let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
        std::fs::write(&table, lines[..2].concat()).unwrap();
        restore(&damaged).ends(2).says("table file has 2 rows, not 3");
        std::fs::write(&table, String::from_utf8(whole.clone()).unwrap().replace("request", "requezt"))
            .unwrap();
        restore(&damaged).ends(2).says("table file was changed since");
        std::fs::remove_file(&table).unwrap();
        restore(&damaged).ends(2).says("table file cannot be read");
        std::fs::write(&table, &whole).unwrap();
        let manifest = damaged.join("manifest.json");
        let said = std::fs::read_to_string(&manifest).unwrap();
        for (from, to) in
            [("phone, email", "email, phone"), ("\"message\"", "\"massage\""), ("signature", "x")]
        {
            assert!(said.contains(from), "{from}");
            std::fs::write(&manifest, said.replacen(from, to, 1)).unwrap();
            restore(&damaged).ends(2).says("manifest.json");
        }
        std::fs::write(&manifest, said).unwrap();
        let keys = damaged.join("signing.key");
        let own = std::fs::read(&keys).unwrap();
        std::fs::copy(Installed::new(None).folder.join("signing.key"), &keys).unwrap();
        restore(&damaged).ends(2).says("do not belong together");
        std::fs::write(&keys, [7; 32]).unwrap();
        restore(&damaged).ends(2).says("do not belong together");
        std::fs::write(&keys, own).unwrap();
        assert!(!folder.exists());

        // A missing file is a finding; everything else is there.
        std::fs::write(&table, whole).unwrap();
        let content = everything(&damaged.join("files")).remove(0).0;
        std::fs::remove_file(&content).unwrap();
        let token = content.file_name().unwrap().to_string_lossy().into_owned();
        restore(&damaged).ends(1).says(&format!("file {token}: its content is missing"));
        let database = target.as_ref().map(Database::url);
        let restored = Installed::nothing(database);
        restored.configure(&folder, 0, "");
        restored.run(&["verify"]).ends(1).says(&format!("file {token}: its content cannot be read"));
        restored.serve();
        restore(&backup).ends(2).says("is not empty");

        // The program really ends in the middle, wherever that is.
        let mut whole = 0;
        for round in 0..12u32 {
            let (target, folder) =
                (installed.database.is_some().then(Database::create), home.join(format!("half-{round}")));
            let mut command = motcua(&["restore", "--from"]);
            command.arg(&backup).arg("--data").arg(&folder);
            if let Some(database) = &target {
                command.args(["--database", &database.url()]);
            }
            let mut child = command.spawn().unwrap();
            while !folder.join("installation.json").exists() {
                std::thread::yield_now();
            }
            std::thread::park_timeout(std::time::Duration::from_millis(u64::from(round) * 15));
            let _ = child.kill();
            child.wait().unwrap();
            let note = std::fs::read_to_string(folder.join("installation.json")).unwrap();
            let database = target.as_ref().map(Database::url);
            let half = Installed::nothing(database);
            half.configure(&folder, 0, "");
            if note.contains("ready") {
                half.run(&["verify"]).ends(1).says("belongs to no draft");
                whole += 1;
                continue;
            }
            refused(&half, "was left by a restore that did not end");
            half.run(&["verify"]).ends(2).says("was left by a restore");
            half.run(&["adopt"]).ends(2).says("was left by a restore");
        }
        assert!(whole < 12, "none was killed in the middle");
    });
}

#[test]
fn a_copy_is_another_installation_and_tells_nobody_twice() {
    let home = tempfile::tempdir().unwrap();
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released/0013/backup");
    let restored = |name: &str, more: &[&str]| {
        let folder = home.path().join(name);
        let ran =
            motcua(&["restore", "--from"]).arg(&released).arg("--data").arg(&folder).args(more).output();
        Ran::of(ran.unwrap()).ends(0);
        let store =
            Store::connect(&DatabaseLocation::Sqlite(folder.join("motcua.db")), 0, StoreMode::Reading)
                .unwrap();
        let waiting = "select count(*) from job where kind = 'letter' and state = 'waiting'";
        let count = store.read_now(move |tx| tx.query(waiting, &[])?[0].get::<i64>(0)).unwrap();
        (std::fs::read_to_string(folder.join("installation.json")).unwrap(), count, folder)
    };
    let (same, waiting, folder) = restored("same", &[]);
    assert_eq!(waiting, 19);
    let (copy, waiting, _) = restored("copy", &["--copy"]);
    assert_eq!(waiting, 0);
    assert_ne!(same, copy);
    // What is saved now says whose it is, and keeps it.
    let backup = home.path().join("backup");
    Ran::of(motcua(&["backup", "--to"]).arg(&backup).arg("--data").arg(&folder).output().unwrap()).ends(0);
    let again = home.path().join("again");
    Ran::of(motcua(&["restore", "--from"]).arg(&backup).arg("--data").arg(&again).output().unwrap()).ends(0);
    assert_eq!(std::fs::read_to_string(again.join("installation.json")).unwrap(), same);
}
