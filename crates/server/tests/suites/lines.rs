//! Lines that clients hold against the real program: idle, slow, many; and its end when it is told to stop.
#![cfg(unix)]

use crate::common::program::{Installed, ServingProgram};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// A whole request on a line of its own, from an address of this machine's; the answer as it came.
fn asked(from: &str, to: SocketAddr, request: &str) -> String {
    let mut line = line_from(from, to);
    line.write_all(request.as_bytes()).unwrap();
    read_all(line)
}

fn line_from(from: &str, to: SocketAddr) -> TcpStream {
    let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    socket.bind(&format!("{from}:0").parse::<SocketAddr>().unwrap().into()).unwrap();
    socket.connect(&to.into()).unwrap();
    let line: TcpStream = socket.into();
    line.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    line
}

/// Until the other side ends it; what a reset cuts off is gone.
fn read_all(mut line: TcpStream) -> String {
    let (mut all, mut piece) = (Vec::new(), [0; 4096]);
    while let Ok(read @ 1..) = line.read(&mut piece) {
        all.extend(&piece[..read]);
    }
    String::from_utf8_lossy(&all).into_owned()
}

const HEALTH: &str = "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

fn serving(more: &str) -> (Installed, ServingProgram) {
    let installed = Installed::new(None);
    installed.configure(&installed.folder, 0, "");
    // Whoever listens for news handles dossiers.
    let store =
        storage::Store::open(&storage::DatabaseLocation::Sqlite(installed.folder.join("motcua.db")), 9)
            .unwrap();
    let handles = |tx: &mut storage::Tx| {
        let chief = storage::account::find_by_login(tx, "chief")?.expect("it was made");
        let mut officer = storage::account::find_officer(tx, chief.id)?.expect("an officer");
        officer.roles.push(domain::officer::Role::Officer);
        storage::account::save_officer(tx, &officer)
    };
    store.write_now(handles).unwrap();
    drop(store);
    let text = std::fs::read_to_string(&installed.config).unwrap();
    std::fs::write(&installed.config, format!("{text}[limits]\n{more}\n")).unwrap();
    let serving = installed.serve();
    (installed, serving)
}

#[test]
fn a_client_with_a_thousand_idle_lines_shuts_nobody_out() {
    let (_installed, serving) = serving("head_seconds = 3");
    let to = serving.address();
    let idle: Vec<TcpStream> = (0..1_030).map(|_| line_from("127.0.0.2", to)).collect();
    assert!(asked("127.0.0.3", to, HEALTH).starts_with("HTTP/1.1 200"));
    // The client itself is heard again once its lines have idled for long enough.
    let open = idle.iter().filter(|line| is_open(line)).count();
    assert!(open <= 100, "{open} lines of one client are held");
    for line in idle {
        assert_eq!(read_all(line), "");
    }
    assert!(asked("127.0.0.2", to, HEALTH).starts_with("HTTP/1.1 200"));
}

fn is_open(mut line: &TcpStream) -> bool {
    line.set_nonblocking(true).unwrap();
    let read = line.read(&mut [0; 1]);
    line.set_nonblocking(false).unwrap();
    read.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
}

#[test]
fn who_sends_or_takes_too_slowly_is_not_waited_for() {
    let (_installed, serving) = serving("head_seconds = 2\nbody_seconds = 2\nstalled_seconds = 2");
    let to = serving.address();
    let drip = |first: String| {
        let begun = Instant::now();
        let mut line = line_from("127.0.0.2", to);
        line.write_all(first.as_bytes()).unwrap();
        let mut slow = line.try_clone().unwrap();
        // A byte now and then, for as long as the other side takes it.
        std::thread::spawn(move || {
            while slow.write_all(b"a").is_ok() {
                std::thread::park_timeout(Duration::from_millis(100));
            }
        });
        let answer = read_all(line);
        (answer, begun.elapsed())
    };
    let (_, head) = drip("GET / HTTP/1.1\r\nHost: x\r\nX-Long: ".into());
    assert!(head < Duration::from_secs(6), "a head came for {head:?}");
    let form = "POST /sign-in HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 100000\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n\r\nlogin=";
    let (answer, body) = drip(form.into());
    assert!(body < Duration::from_secs(10), "a body came for {body:?}: {answer}");
    // Nobody takes the answer.
    let mut line = line_from("127.0.0.2", to);
    let begun = Instant::now();
    let asset = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    line.set_write_timeout(Some(Duration::from_secs(1))).unwrap();
    while line.write_all(asset.as_bytes()).is_ok() {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "it answers on and on to somebody who takes nothing"
        );
    }
    assert!(asked("127.0.0.3", to, HEALTH).starts_with("HTTP/1.1 200"));
}

#[test]
fn told_to_stop_it_ends_in_time_whatever_clients_do_with_the_last_root_written() {
    let installed = Installed::nothing(None);
    let released = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/released/0013/folder");
    let copied = std::process::Command::new("cp").args(["-r", released]).arg(&installed.folder).status();
    assert!(copied.unwrap().success());
    installed.run(&["migrate"]).ends(0);
    // As a real one, whose next root is some minutes away.
    let place = storage::DatabaseLocation::Sqlite(installed.folder.join("motcua.db"));
    let prepare = || {
        let store = storage::Store::open(&place, 9).unwrap();
        let soon = app::clock::Clock::system().now().plus_minutes(8);
        store
            .write_now(move |tx| {
                storage::catalogue::set_meta(tx, "kind", "real")?;
                storage::timer::set(tx, "roots", soon)
            })
            .unwrap();
    };
    prepare();
    let roots = || {
        let store = storage::Store::connect(&place, 9, storage::StoreMode::Reading).unwrap();
        store.read_now(|tx| tx.query("select count(*) from root", &[])?[0].get::<i64>(0)).unwrap()
    };
    let before = roots();
    let serving = installed.serve();
    let to = serving.address();
    let _idle: Vec<TcpStream> = (0..20).map(|_| line_from("127.0.0.2", to)).collect();
    let mut half = line_from("127.0.0.2", to);
    half.write_all(
        b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\
          Content-Type: application/x-www-form-urlencoded\r\n\r\nlogin=",
    )
    .unwrap();
    let mut unread = line_from("127.0.0.2", to);
    unread.write_all("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50).as_bytes()).unwrap();
    // Taken in by the other side before it is told.
    assert!(asked("127.0.0.3", to, HEALTH).starts_with("HTTP/1.1 200"));
    let begun = Instant::now();
    serving.terminate();
    let ended = serving.end();
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    ended.ends(0);
    assert_eq!(roots(), before + 1, "the last root is written");
    installed.run(&["verify"]).ends(0);
}

/// A session of who may listen for news.
fn signed_in(to: SocketAddr) -> String {
    let form = "login=chief&password=mot+mat+khau+dai";
    let sign_in = format!(
        "POST /office/sign-in HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    let answer = asked("127.0.0.2", to, &sign_in);
    let cookie = answer.split("set-cookie: motcua=").nth(1).unwrap_or_else(|| panic!("{answer}"));
    cookie.split(';').next().unwrap().to_string()
}

/// A line that listens for news, or what was said instead.
fn listening(to: SocketAddr, cookie: &str) -> Result<TcpStream, String> {
    let mut line = line_from("127.0.0.2", to);
    let listen = format!("GET /office/news HTTP/1.1\r\nHost: x\r\nCookie: motcua={cookie}\r\n\r\n");
    line.write_all(listen.as_bytes()).unwrap();
    let (mut head, mut piece) = (String::new(), [0; 1024]);
    while !head.contains("open") {
        let read = line.read(&mut piece).unwrap();
        head.push_str(&String::from_utf8_lossy(&piece[..read]));
        if read == 0 || head.starts_with("HTTP/1.1 5") {
            return Err(head);
        }
    }
    Ok(line)
}

#[test]
fn lines_of_news_do_not_count_for_their_client() {
    let (_installed, serving) = serving("lines_per_client = 5");
    let to = serving.address();
    let cookie = signed_in(to);
    let lines: Vec<TcpStream> = (0..40).map(|_| listening(to, &cookie).unwrap()).collect();
    assert!(lines.iter().all(is_open));
    assert!(asked("127.0.0.2", to, HEALTH).starts_with("HTTP/1.1 200"));
}

#[test]
fn lines_of_news_leave_room_for_everybody_else() {
    let (_installed, serving) = serving("lines = 40");
    let to = serving.address();
    let cookie = signed_in(to);
    let lines: Vec<TcpStream> = (0..30).map(|_| listening(to, &cookie).unwrap()).collect();
    for _ in 0..20 {
        let full = listening(to, &cookie).unwrap_err();
        assert!(full.starts_with("HTTP/1.1 503") && full.contains("retry-after: 60"), "{full}");
    }
    assert!(asked("127.0.0.3", to, HEALTH).starts_with("HTTP/1.1 200"), "others are answered");
    drop(lines);
    let listens_again = (0..1_000).any(|_| listening(to, &cookie).is_ok());
    assert!(listens_again, "who went has left room");
}
