//! What fails around the real program: its log, its disk, its database's leave to be written. It says so and lives on, or
//! ends; it never only seems to work.
#![cfg(target_os = "linux")]

use crate::common::program::{Installed, PROGRAM};
use crate::common::{Database, Engine, alone, engines};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

fn get(to: SocketAddr, path: &str) -> String {
    let Ok(mut line) = TcpStream::connect(to) else { return String::new() };
    line.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    if line.write_all(request.as_bytes()).is_ok() {
        let _ = line.read_to_string(&mut answer);
    }
    answer
}

fn post(to: SocketAddr, path: &str, form: &str) -> String {
    let mut line = TcpStream::connect(to).unwrap();
    line.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    line.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    let _ = line.read_to_string(&mut answer);
    answer
}

const SIGN_IN: &str = "login=chief&password=mot+mat+khau+dai";

/// A port nobody has at the moment.
fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// The program saying all it can where it is told to, once it serves.
fn talkative(installed: &Installed, port: u16, log: Stdio) -> (Child, SocketAddr) {
    let mut child = Command::new(PROGRAM)
        .args(["serve", "--config"])
        .arg(&installed.config)
        .env("MOTCUA_LOG", "trace")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .unwrap();
    let to: SocketAddr = format!("127.0.0.1:{port}").parse().unwrap();
    while !get(to, "/readyz").starts_with("HTTP/1.1 200") {
        assert!(child.try_wait().unwrap().is_none(), "it ended");
        std::thread::yield_now();
    }
    (child, to)
}

#[test]
fn a_log_that_cannot_be_written_stops_nothing() {
    let installed = Installed::new(None);
    let port = free_port();
    let text = std::fs::read_to_string(&installed.config).unwrap();
    std::fs::write(&installed.config, text.replace("127.0.0.1:0", &format!("127.0.0.1:{port}"))).unwrap();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let (mut child, to) = talkative(&installed, port, full.into());
    // Each writes: a session.
    for _ in 0..3 {
        assert!(post(to, "/office/sign-in", SIGN_IN).contains("set-cookie: motcua="));
    }
    let ready = get(to, "/readyz");
    assert!(ready.contains("reading ok") && ready.contains("writing ok"), "{ready}");
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Whoever reads the log stands still: the pipe is full, and nobody who logs waits for it.
#[test]
fn a_log_whose_reader_stands_still_stops_nothing() {
    let installed = Installed::new(None);
    let port = free_port();
    let text = std::fs::read_to_string(&installed.config).unwrap();
    let text = text.replace("127.0.0.1:0", &format!("127.0.0.1:{port}"));
    std::fs::write(&installed.config, format!("{text}[limits]\nsign_in_per_minute = 100000\n")).unwrap();
    let (reader, writer) = std::io::pipe().unwrap();
    let (mut child, to) = talkative(&installed, port, writer.into());
    // Far more than a pipe holds.
    for _ in 0..1_500 {
        assert!(post(to, "/sign-in", "login=nobody&password=x").starts_with("HTTP/1.1 4"));
    }
    let ready = get(to, "/readyz");
    assert!(ready.contains("writing ok"), "{ready}");
    assert!(post(to, "/office/sign-in", SIGN_IN).contains("set-cookie: motcua="));
    child.kill().unwrap();
    child.wait().unwrap();
    drop(reader);
}

#[test]
fn a_full_disk_shows_where_it_is_asked_and_pages_are_still_read() {
    let installed = Installed::new(None);
    let text = std::fs::read_to_string(&installed.config).unwrap();
    std::fs::write(&installed.config, format!("{text}[limits]\nsign_in_per_minute = 100000\n")).unwrap();
    let shim = crate::common::shim::compiled();
    // Opening and migrating fits; what comes after does not for long.
    let disk = [("LD_PRELOAD", shim.path()), ("SHIM_FULL_AFTER", "600000".into())];
    let mut serving = installed.start(&disk);
    serving.wait_for("listening");
    let to = serving.address();
    let mut refused = String::new();
    for _ in 0..400 {
        refused = post(to, "/office/sign-in", SIGN_IN);
        if refused.starts_with("HTTP/1.1 500") {
            break;
        }
    }
    assert!(refused.starts_with("HTTP/1.1 500"), "the disk is full by now: {refused}");
    for path in ["/healthz", "/readyz"] {
        let told = get(to, path);
        assert!(told.starts_with("HTTP/1.1 503") && told.contains("writing failed"), "{told}");
        assert!(told.contains("reading ok"), "{told}");
    }
    assert!(get(to, "/").starts_with("HTTP/1.1 200"));
    assert!(serving.child.try_wait().unwrap().is_none(), "it lives on");
}

#[test]
fn a_database_nobody_may_write_says_so_at_the_start() {
    if !engines().contains(&Engine::Postgres) {
        return;
    }
    let database = Database::create();
    let installed = Installed::new(Some(database.url()));
    let name = database.url().rsplit('/').next().unwrap().to_string();
    let server = std::env::var("MOTCUA_TEST_POSTGRES").unwrap();
    let mut client = postgres::Client::connect(&server, postgres::NoTls).unwrap();
    let set = format!("alter database {name} set default_transaction_read_only = on");
    client.batch_execute(&set).unwrap();
    installed.start(&[]).end().ends(2).says("the database cannot be written: it is read-only");
    // To look is still possible.
    installed.run(&["verify"]).ends(0);
}

/// Panics where no savepoint catches it: when the writer lets go of it.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        assert!(!std::thread::current().name().is_some_and(|name| name.starts_with("sqlite-")), "as meant");
    }
}

#[test]
fn a_dead_writer_or_reader_ends_the_program() {
    if let Some(who) = alone::purpose() {
        let folder = tempfile::tempdir().unwrap();
        let store =
            storage::Store::open(&storage::DatabaseLocation::Sqlite(folder.path().join("x.db")), 0).unwrap();
        let (bomb, other) = (Bomb, Bomb);
        let hold = move |_: &mut storage::Tx| {
            let _ = &bomb;
            Ok::<_, storage::StorageError>(())
        };
        let keep = move |_: &mut storage::Tx| {
            let _ = &other;
            Ok::<_, storage::StorageError>(())
        };
        let _ = if who == "writer" { store.write_now(hold) } else { store.read_now(keep) };
        // A program without its thread would wait here for ever.
        std::thread::park_timeout(Duration::from_secs(60));
        return;
    }
    for who in ["writer", "reader"] {
        alone::run("faults::a_dead_writer_or_reader_ends_the_program", who).ends(70);
    }
}
