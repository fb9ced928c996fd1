//! Whether a public look-up tells by its time what its page does not: 10,000 interleaved requests each for an
//! unknown and an unreadable code, over HTTP on loopback, medians compared.
//!
//! `cargo run --release -p server --example lookup_timing -- 127.0.0.1:8080` against a running demonstration.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const REQUESTS: usize = 10_000;

fn main() {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".into());
    let mut connection = TcpStream::connect(&address).expect("the demonstration runs there");
    connection.set_nodelay(true).expect("a socket option");
    let mut unknown = Vec::with_capacity(REQUESTS);
    let mut unreadable = Vec::with_capacity(REQUESTS);
    for round in 0..REQUESTS {
        let code = format!("000.00.20.H99-260302-{:04}", 1 + round % 9_000);
        unknown.push(ask(&mut connection, &address, &code));
        unreadable.push(ask(&mut connection, &address, &format!("nonsense-{:016}", round)));
    }
    let (unknown, unreadable) = (median(unknown), median(unreadable));
    let apart = (unknown.as_secs_f64() / unreadable.as_secs_f64() - 1.0) * 100.0;
    println!("unknown {unknown:?}, unreadable {unreadable:?}, {apart:+.1} % apart");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// One request on the open connection: how long its whole answer took.
fn ask(connection: &mut TcpStream, host: &str, code: &str) -> Duration {
    let started = Instant::now();
    let request = format!("GET /lookup?code={code} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    connection.write_all(request.as_bytes()).expect("the request goes out");
    let mut answer = Vec::new();
    let mut piece = [0; 16 * 1024];
    loop {
        let read = connection.read(&mut piece).expect("an answer comes");
        assert!(read > 0, "the server closed the connection");
        answer.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&answer);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let length = head
            .lines()
            .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ").map(str::to_string));
        let length: usize = length.and_then(|length| length.parse().ok()).expect("a length");
        if body.len() >= length {
            return started.elapsed();
        }
    }
}
