//! A person is erased: looked at first, done under a document, and nothing of them is left in database and folder but what
//! the law makes one keep; the record still verifies, is backed up and gone on with.

use crate::common::steps::{act, apply_for, handle};
use crate::common::{Engine, FormPart, Visitor, World, engines};
use app::backup::RestoreAs;
use app::erasure::ErasureRequest;
use axum::http::StatusCode;
use std::path::Path;

const ORDINARY: &str = "2.000635";
/// What only this person's data hold.
const MARKS: [&str; 6] =
    ["Minh Châu", "099190000001", "chau@example.vn", "0900000101", "riêng của Châu", "minh-chau"];
const OWN: &[u8] = b"%PDF-1.4\n% rieng cua Chau\n%%EOF\n";

/// Everything the database holds, as text.
async fn all_rows(world: &World) -> String {
    let read = |tx: &mut storage::Tx| {
        let mut all = String::new();
        for table in storage::tables::tables() {
            tx.each(&format!("select {} from {}", table.columns, table.name), &[], |row| {
                all.push_str(&format!("{} {:?}\n", table.name, row.values()));
                Ok(())
            })?;
        }
        for passing in storage::tables::PASSING {
            for row in tx.query(&format!("select * from {passing}"), &[])? {
                all.push_str(&format!("{passing} {:?}\n", row.values()));
            }
        }
        Ok::<_, storage::StorageError>(all)
    };
    world.app.store.read(read).await.unwrap()
}

fn contents_with(folder: &Path, mark: &[u8]) -> usize {
    let mut found = 0;
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        found += match entry.path() {
            path if path.is_dir() => contents_with(&path, mark),
            path => usize::from(std::fs::read(path).unwrap().windows(mark.len()).any(|part| part == mark)),
        };
    }
    found
}

async fn drafted(citizen: &mut Visitor, world: &World) {
    let start = citizen.post(&format!("/apply/{ORDINARY}"), &[("agency", "justice")]).await;
    let papers = start.location.replace("/you", "/papers");
    let data = world.app.master_data();
    let paper = data.procedure(ORDINARY, world.app.now().date()).unwrap().papers[0].id.clone();
    let parts = [FormPart::Text("act", "stay"), FormPart::File(&paper, "riêng của Châu.pdf", OWN)];
    citizen.post_parts(&papers, &parts).await.is(StatusCode::SEE_OTHER);
}

fn wanted(person: &str) -> ErasureRequest {
    ErasureRequest { person: person.into(), keep_years: 0, with_others: false }
}

async fn plan_and_erase(world: &World, person: &'static str) -> app::erasure::Protocol {
    let app = world.app.clone();
    let erase = move || app::erasure::erase(&app, &wanted(person), "Quyết định 12/QĐ-UBND").unwrap().unwrap();
    tokio::task::spawn_blocking(erase).await.unwrap()
}

async fn verified(world: &World) -> app::verify::VerifyReport {
    let app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
    report
}

async fn erased(engine: Engine) {
    let world = World::new(engine);
    // The account of the demonstration, called as nobody else is.
    let change = |tx: &mut storage::Tx| {
        tx.execute(
            "update account set login = 'minh-chau', email = 'chau@example.vn' where login = 'citizen'",
            &[],
        )
    };
    assert_eq!(world.app.store.write(change).await.unwrap(), 1);
    let mut citizen = world.signed_in("minh-chau").await;
    let returned = apply_for(&world, &mut citizen, ORDINARY).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &returned, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &returned, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    handle(&world, &returned).await;
    citizen.post(&format!("/dossiers/{returned}/receive"), &[]).await.is(StatusCode::SEE_OTHER);
    let open = apply_for(&world, &mut citizen, ORDINARY).await;
    drafted(&mut citizen, &world).await;
    app::jobs::run_due(&world.app).await.unwrap();
    app::roots::gather(&world.app).await.unwrap();
    let files = world.folder.path().join("files");
    let database = world.folder.path().join("motcua.db");
    assert!(!database.exists() || contents_with(world.folder.path(), "chau@example.vn".as_bytes()) > 0);
    assert_eq!(contents_with(&files, b"rieng cua Chau"), 1);

    // One dossier is still handled: it is kept, and so is the account.
    let first = plan_and_erase(&world, "minh-chau").await;
    assert_eq!((first.accounts.len(), first.dossiers.len(), first.kept.len()), (0, 1, 1));
    verified(&world).await;
    citizen.get(&format!("/dossiers/{open}")).await.is(StatusCode::OK).shows("Trần Thị Minh Châu");
    citizen.get(&format!("/dossiers/{returned}")).await.is(StatusCode::OK).hides("Số 12, đường Hoa Sen");
    counter.get(&format!("/office/dossiers/{returned}")).await.is(StatusCode::OK).hides("099190000001");

    act(&mut counter, &open, "refuse", &[("refuse-words", "Không thuộc thẩm quyền, riêng của Châu")])
        .await
        .is(StatusCode::SEE_OTHER);
    app::jobs::run_due(&world.app).await.unwrap();
    let second = plan_and_erase(&world, "minh-chau").await;
    assert!(second.accounts.len() == 1 && second.kept.is_empty());
    let all = all_rows(&world).await;
    for mark in MARKS {
        let left: Vec<&str> = all.lines().filter(|line| line.contains(mark)).collect();
        assert!(left.is_empty(), "“{mark}” is left in {left:#?}");
    }
    assert_eq!(contents_with(&files, b"rieng cua Chau"), 0);
    let named = all.matches("Quyết định 12/QĐ-UBND").count();
    assert!(named > 4, "what was erased says under what: {named}");
    let report = verified(&world).await;
    assert!(report.erased > 0);
    citizen.get(&format!("/dossiers/{returned}")).await.is(StatusCode::SEE_OTHER);
    let mut again = world.visitor();
    let sign_in = [("login", "minh-chau"), ("password", province::PASSWORD)];
    assert_ne!(again.post("/sign-in", &sign_in).await.status, StatusCode::SEE_OTHER);
    counter.get(&format!("/office/dossiers/{returned}")).await.is(StatusCode::OK);
    counter.get("/office").await.is(StatusCode::OK);

    // A backup of it is whole, and rows of the dossier are rebuilt without what was erased.
    let app = world.app.clone();
    let target = tempfile::tempdir().unwrap();
    let (backup, restored) = (target.path().join("backup"), target.path().join("restored"));
    let back_up = move || {
        assert_eq!(app::backup::write(&app, &backup).unwrap().missing, [] as [String; 0]);
        let place = storage::DatabaseLocation::Sqlite(restored.join("motcua.db"));
        let count = app::backup::restore(&backup, &place, &restored, RestoreAs::Same).unwrap();
        assert_eq!(count.missing, [] as [String; 0]);
        app::rebuild::run(&app).unwrap().unwrap().rows
    };
    assert_eq!(tokio::task::spawn_blocking(back_up).await.unwrap(), 0);
    let restored = target.path().join("restored");
    // Nor in pages of the database file that nothing points to any more.
    let database = world.folder.path().join("motcua.db");
    let kept = world.folder.path().to_path_buf();
    let World { app, site, router, folder, .. } = world;
    let _folder = folder;
    std::thread::spawn(move || drop((app, site, router))).join().unwrap();
    if database.exists() {
        for mark in MARKS {
            assert_eq!(contents_with(&kept, mark.as_bytes()), 0, "“{mark}” is left in the folder");
        }
    }
    let verify = move || {
        crate::common::program::Ran::of(
            crate::common::program::motcua(&["verify", "--data"]).arg(restored).output().unwrap(),
        )
        .ends(0)
        .says("findings 0");
    };
    tokio::task::spawn_blocking(verify).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_an_erased_person_is_left_but_what_must_be_kept() {
    for engine in engines() {
        erased(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_erased_by_mistake() {
    let world = World::new(Engine::Sqlite);
    let app = world.app.clone();
    let asked = move || {
        use app::erasure::NotErased;
        assert_eq!(
            app::erasure::plan(&app, &wanted("nobody-at-all")).unwrap().unwrap_err(),
            NotErased::Unknown
        );
        assert_eq!(app::erasure::plan(&app, &wanted("")).unwrap().unwrap_err(), NotErased::Unknown);
        assert_eq!(app::erasure::plan(&app, &wanted("officer")).unwrap().unwrap_err(), NotErased::Officer);
    };
    tokio::task::spawn_blocking(asked).await.unwrap();
}

/// The command itself: a dry run changes nothing, the person may come by standard input.
#[cfg(unix)]
#[test]
fn the_command_says_first_and_then_does() {
    use crate::common::program::{Ran, motcua};
    use std::io::Write;
    let home = tempfile::tempdir().unwrap();
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released/0013/folder");
    let folder = home.path().join("data");
    assert!(
        std::process::Command::new("cp").arg("-r").arg(released).arg(&folder).status().unwrap().success()
    );
    Ran::of(motcua(&["migrate", "--data"]).arg(&folder).output().unwrap()).ends(0);
    let erase = |more: &[&str]| {
        let mut command = motcua(&["erase", "--person", "-", "--under", "Quyết định 7/QĐ", "--data"]);
        let mut child = command
            .arg(&folder)
            .args(more)
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all("099 190 000 001\n".as_bytes()).unwrap();
        Ran::of(child.wait_with_output().unwrap())
    };
    let before = std::fs::read(folder.join("motcua.db")).unwrap();
    let dry = erase(&["--dry-run"]);
    dry.ends(0)
        .says("erased (private parts")
        .says("kept: it is still being handled")
        .says("nothing was changed");
    assert!(std::fs::read(folder.join("motcua.db")).unwrap() == before);
    let done = erase(&[]);
    done.ends(0).says("Quyết định 7/QĐ").says("not reached: backups made before");
    assert!(!done.out.contains("099190000001") && !done.out.contains("Châu"), "{}", done.out);
    Ran::of(motcua(&["verify", "--data"]).arg(&folder).output().unwrap()).ends(0);
}
