//! Just enough of a browser, so that it takes little of the machine: a line that is kept, cookies, forms as they were shown.

use super::form::HtmlForm;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Write};
use std::net::{SocketAddr, TcpStream};

/// What stands between the parts of a form that is sent.
const BOUNDARY: &str = "form-of-the-benchmark";

pub struct Connection {
    stream: BufReader<TcpStream>,
    to: SocketAddr,
    cookies: Vec<(String, String)>,
    /// More lines of the head of each request.
    headers: &'static str,
    body: Vec<u8>,
    location: String,
}

impl Connection {
    pub fn open(to: SocketAddr, headers: &'static str) -> Result<Connection> {
        let stream = TcpStream::connect(to)?;
        stream.set_nodelay(true)?;
        Ok(Connection {
            stream: BufReader::with_capacity(64 * 1024, stream),
            to,
            cookies: Vec::new(),
            headers,
            body: Vec::new(),
            location: String::new(),
        })
    }

    /// The same signed in as an officer.
    pub fn signed_in(
        to: SocketAddr,
        login: &str,
        password: &str,
        headers: &'static str,
    ) -> Result<Connection> {
        let mut line = Connection::open(to, headers)?;
        match line.post(&HtmlForm::plain("/office/sign-in", &[("login", login), ("password", password)]))? {
            303 => Ok(line),
            status => Err(Error::other(format!("{login} could not sign in: {status}"))),
        }
    }

    /// The same line opened anew, after it broke.
    pub fn again(&mut self) -> Result<()> {
        let cookies = std::mem::take(&mut self.cookies);
        *self = Connection { cookies, ..Connection::open(self.to, self.headers)? };
        Ok(())
    }

    /// The page that was read last.
    pub fn page(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap_or_default()
    }

    pub fn weight(&self) -> usize {
        self.body.len()
    }

    /// The status of a page, read to its end.
    pub fn get(&mut self, path: &str) -> Result<u16> {
        self.ask("GET", path, "", &[])
    }

    /// Sends a form as a browser sends it: in parts where it may bring files.
    pub fn post(&mut self, form: &HtmlForm) -> Result<u16> {
        let (kind, body) = match form.parts {
            true => (format!("multipart/form-data; boundary={BOUNDARY}"), in_parts(&form.fields)),
            false => ("application/x-www-form-urlencoded".to_string(), encoded(&form.fields)),
        };
        self.ask("POST", &form.action, &format!("Content-Type: {kind}\r\n"), body.as_bytes())
    }

    /// The same, and the page it leads to; the status of that, or of the form where it led nowhere.
    pub fn send(&mut self, form: &HtmlForm) -> Result<(u16, String)> {
        match self.post(form)? {
            303 => {
                let to = std::mem::take(&mut self.location);
                Ok((self.get(&to)?, to))
            }
            status => Ok((status, String::new())),
        }
    }

    fn ask(&mut self, method: &str, path: &str, more: &str, body: &[u8]) -> Result<u16> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{}{more}", self.to, self.headers);
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            head.push_str(&format!("Cookie: {}\r\n", pairs.join("; ")));
        }
        if method == "POST" {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        let mut request = head.into_bytes();
        request.extend_from_slice(body);
        self.stream.get_mut().write_all(&request)?;
        self.answer()
    }

    fn answer(&mut self) -> Result<u16> {
        let (mut status, mut length, mut chunked) = (0, 0, false);
        let mut line = String::new();
        loop {
            line.clear();
            if self.stream.read_line(&mut line)? == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
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
                    "location" => self.location = value.trim().to_string(),
                    "set-cookie" => self.keep(value),
                    _ => {}
                }
            }
        }
        self.body.clear();
        if !chunked {
            self.read(length)?;
            return Ok(status);
        }
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim(), 16).map_err(Error::other)?;
            self.read(size + 2)?;
            self.body.truncate(self.body.len() - 2);
            if size == 0 {
                return Ok(status);
            }
        }
    }

    fn read(&mut self, length: usize) -> Result<()> {
        let start = self.body.len();
        self.body.resize(start + length, 0);
        self.stream.read_exact(&mut self.body[start..])
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().unwrap_or_default();
        let Some((name, value)) = pair.trim().split_once('=') else { return };
        self.cookies.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.cookies.push((name.to_string(), value.to_string()));
        }
    }
}

fn in_parts(fields: &[(String, String)]) -> String {
    let part = |(name, value): &(String, String)| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    fields.iter().map(part).collect::<String>() + &format!("--{BOUNDARY}--\r\n")
}

fn encoded(fields: &[(String, String)]) -> String {
    let byte = |byte: u8| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let text = |text: &String| text.bytes().map(byte).collect::<String>();
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", text(name), text(value))).collect();
    pairs.join("&")
}
