//! A mail server that takes letters, and misbehaves when told to.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailMode {
    Takes,
    /// Accepts the connection and says nothing.
    Silent,
    /// Greets, and ends the line in the middle of a letter.
    Drops,
    /// Answers every recipient so, such as `451 4.7.1 later, <address> is greylisted`.
    Answers(&'static str),
    /// Greets so, such as `554 no service here`.
    Greets(&'static str),
    /// Answers so to whoever sends, before it knows whom to.
    Senders(&'static str),
    /// Refuses one address for good, repeating it as servers do.
    RefusesOne(&'static str),
}

#[derive(Clone, Debug)]
pub struct ReceivedMail {
    pub to: String,
    pub text: String,
}

impl ReceivedMail {
    /// What its reader sees: the text below the head, however it was written for the way.
    pub fn words(&self) -> String {
        let (head, body) = self.text.split_once("\n\n").expect("a head and a body");
        let bytes = match head.to_lowercase().split("content-transfer-encoding:").nth(1).map(str::trim_start)
        {
            Some(way) if way.starts_with("base64") => of_base64(body),
            Some(way) if way.starts_with("quoted-printable") => of_quoted(body),
            _ => body.bytes().collect(),
        };
        String::from_utf8(bytes).expect("text")
    }

    /// The path of the link that begins so.
    #[track_caller]
    pub fn link(&self, start: &str) -> String {
        let words = self.words();
        let at = words.find(start).unwrap_or_else(|| panic!("no {start} in {words}"));
        words[at..].split_whitespace().next().unwrap_or_default().to_string()
    }
}

fn of_base64(text: &str) -> Vec<u8> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut held, mut bytes) = (0u32, 0, Vec::new());
    for digit in text.chars().filter_map(|letter| DIGITS.find(letter)) {
        bits = bits << 6 | digit as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    bytes
}

fn of_quoted(text: &str) -> Vec<u8> {
    let text = text.replace("=\n", "");
    let mut rest = text.bytes();
    let mut bytes = Vec::new();
    while let Some(byte) = rest.next() {
        if byte != b'=' {
            bytes.push(byte);
            continue;
        }
        let pair = [rest.next().expect("a digit"), rest.next().expect("a digit")];
        let pair = std::str::from_utf8(&pair).expect("digits");
        bytes.push(u8::from_str_radix(pair, 16).expect("digits"));
    }
    bytes
}

#[derive(Clone)]
pub struct PostOffice {
    pub port: u16,
    mode: Arc<Mutex<MailMode>>,
    received: Arc<Mutex<Vec<ReceivedMail>>>,
    /// How often somebody connected.
    knocks: Arc<Mutex<u32>>,
}

impl PostOffice {
    pub fn open(mode: MailMode) -> PostOffice {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let office = PostOffice {
            port: listener.local_addr().unwrap().port(),
            mode: Arc::new(Mutex::new(mode)),
            received: Arc::default(),
            knocks: Arc::default(),
        };
        let own = office.clone();
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                *own.knocks.lock().unwrap() += 1;
                let own = own.clone();
                std::thread::spawn(move || own.talk(line));
            }
        });
        office
    }

    pub fn set(&self, mode: MailMode) {
        *self.mode.lock().unwrap() = mode;
    }

    fn mode(&self) -> MailMode {
        self.mode.lock().unwrap().clone()
    }

    pub fn received(&self) -> Vec<ReceivedMail> {
        self.received.lock().unwrap().clone()
    }

    pub fn knocks(&self) -> u32 {
        *self.knocks.lock().unwrap()
    }

    /// How a program reaches it, with so much patience.
    pub fn mail(&self, patience_seconds: u64) -> gateway::Mail {
        let smtp = gateway::Smtp {
            host: "127.0.0.1".into(),
            port: self.port,
            tls: false,
            user: None,
            password: None,
            from: "Cổng <no-reply@example.vn>".into(),
            patience: std::time::Duration::from_secs(patience_seconds),
        };
        gateway::Mail::smtp(&smtp).unwrap()
    }

    fn talk(&self, line: TcpStream) -> Option<()> {
        let mut out = line.try_clone().ok()?;
        let mut lines = BufReader::new(line).lines();
        if self.mode() == MailMode::Silent {
            // Until the other side has had enough.
            while lines.next()?.is_ok() {}
            return None;
        }
        let mut say = |words: &str| out.write_all(format!("{words}\r\n").as_bytes()).ok();
        match self.mode() {
            MailMode::Greets(greeting) => say(greeting)?,
            _ => say("220 post.example.vn")?,
        }
        let mut to = String::new();
        loop {
            let said = lines.next()?.ok()?;
            let word = said.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            match word.as_str() {
                "EHLO" | "HELO" => say("250 post.example.vn")?,
                "MAIL" => match self.mode() {
                    MailMode::Senders(answer) => say(answer)?,
                    _ => say("250 fine")?,
                },
                "RCPT" => {
                    to = said.split(['<', '>']).nth(1).unwrap_or_default().to_string();
                    match self.mode() {
                        MailMode::Answers(answer) => say(&format!("{answer} <{to}>"))?,
                        MailMode::RefusesOne(address) if address == to => {
                            say(&format!("550 5.1.1 <{to}>: nobody of this name"))?
                        }
                        _ => say("250 fine")?,
                    }
                }
                "DATA" => {
                    say("354 go on")?;
                    let mut text = String::new();
                    loop {
                        let part = lines.next()?.ok()?;
                        if part == "." {
                            break;
                        }
                        text.push_str(&part);
                        text.push('\n');
                    }
                    if self.mode() == MailMode::Drops {
                        return None;
                    }
                    self.received.lock().unwrap().push(ReceivedMail { to: to.clone(), text });
                    say("250 taken")?
                }
                "QUIT" => {
                    say("221 bye")?;
                    return None;
                }
                _ => say("250 fine")?,
            }
        }
    }
}
