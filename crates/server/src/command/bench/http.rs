//! The page of a look-up over HTTP/1.1 on loopback: server and clients share the machine.

use super::clients::Went;
use super::report::Report;
use super::{Bed, reads};
use crate::assembly;
use anyhow::Result;
use app::accounts::Door;
use app::attempts::Bounds;
use domain::Text;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::num::NonZeroU32;
use std::sync::Arc;
use web::limits::Limits;
use web::site::Settings;
use web::{Hosts, Site};

pub fn look_up(bed: &Bed, report: &mut Report) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let settings = Settings {
        hosts: Hosts::default(),
        tls: false,
        trusted_proxies: Vec::new(),
        owner: Text::new("Tỉnh Thanh Lam", "Thanh Lam Province"),
        phone: String::new(),
        demonstration: true,
    };
    let limits = Limits::new(NonZeroU32::MAX, NonZeroU32::MAX, Bounds::default());
    let site = Site {
        app: bed.app.clone(),
        settings: Arc::new(settings),
        limits: Arc::new(limits),
        door: Door::Everybody,
    };
    let listener = assembly::bind("127.0.0.1:0".parse()?)?;
    let address = listener.local_addr()?;
    let service = assembly::service(&site).into_make_service_with_connect_info::<SocketAddr>();
    let server = runtime.spawn(async move {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, service).await
    });
    let codes: Vec<String> = reads::codes(bed)?.iter().map(ToString::to_string).collect();
    for (name, headers) in
        [("look-up page over HTTP", ""), ("look-up page over HTTP, gzip", "Accept-Encoding: gzip\r\n")]
    {
        let count = bed.clients.count;
        let measured = bed.clients.drive(|client| {
            let codes = &codes;
            let mut next = client;
            let mut connection = Connection::open(address);
            move || {
                next += count;
                let Ok(open) = &mut connection else { return Went::Out };
                match open.get(&format!("/lookup?code={}", codes[next % codes.len()]), headers) {
                    Ok(200) => Went::Well,
                    Ok(_) => Went::Failed,
                    Err(_) => {
                        connection = Connection::open(address);
                        Went::Failed
                    }
                }
            }
        });
        report.add(name, &measured, None);
    }
    server.abort();
    Ok(())
}

/// Just enough of a client, so that it takes little of the machine.
struct Connection {
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
}

impl Connection {
    fn open(address: SocketAddr) -> std::io::Result<Connection> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream: BufReader::with_capacity(64 * 1024, stream), body: Vec::new() })
    }

    /// The status of a page, read to its end.
    fn get(&mut self, path: &str, headers: &str) -> std::io::Result<u16> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n");
        self.stream.get_mut().write_all(request.as_bytes())?;
        let (mut status, mut length, mut chunked) = (0, 0, false);
        let mut line = String::new();
        loop {
            line.clear();
            if self.stream.read_line(&mut line)? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
                status = rest.get(..3).and_then(|code| code.parse().ok()).unwrap_or(0);
            } else if let Some((name, value)) = line.split_once(':') {
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = value.trim().parse().unwrap_or(0),
                    "transfer-encoding" => chunked = true,
                    _ => {}
                }
            }
        }
        if !chunked {
            self.read(length)?;
            return Ok(status);
        }
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim(), 16).map_err(std::io::Error::other)?;
            self.read(size + 2)?;
            if size == 0 {
                return Ok(status);
            }
        }
    }

    fn read(&mut self, length: usize) -> std::io::Result<()> {
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body)
    }
}
