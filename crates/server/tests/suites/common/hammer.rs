//! The real program writing as fast as it can (`motcua hammer`), killed in the middle, and what must be there afterwards.

use super::program::PROGRAM;
use app::clock::Clock;
use app::{App, DatabaseLocation, Opening, Purpose, StorageError, random};
use domain::code::DossierCode;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

pub const THREADS: usize = 4;
/// A program that says nothing for so long hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where it writes.
#[derive(Clone)]
pub struct HammerHome {
    pub folder: PathBuf,
    pub database: Option<String>,
}

impl HammerHome {
    pub fn of(folder: &Path) -> HammerHome {
        HammerHome { folder: folder.to_path_buf(), database: None }
    }

    pub fn open(&self) -> App {
        let place = match &self.database {
            Some(url) => DatabaseLocation::Postgres(url.clone()),
            None => DatabaseLocation::Sqlite(self.folder.join("motcua.db")),
        };
        App::open(Opening {
            place,
            folder: self.folder.clone(),
            clock: Clock::system(),
            mail: gateway::Mail::None,
            portal_url: String::new(),
            node: 62,
            purpose: Purpose::Work,
        })
        .unwrap()
    }
}

/// Every acknowledged act is there under its code, no code was given twice or left out, nothing differs.
pub fn check(home: &HammerHome, acknowledged: &[Acknowledged]) {
    let app = home.open();
    assert_eq!(app::verify::all(&app).unwrap().findings, []);
    let stored = app.store.read_now(|tx| {
        let mut stored = BTreeMap::new();
        let select = "select act_key.key, dossier.code from act_key
                      join dossier on dossier.id = act_key.dossier_id
                      where dossier.code is not null";
        for row in tx.query(select, &[])? {
            stored.insert(row.get::<String>(0)?, row.get::<String>(1)?);
        }
        Ok::<_, StorageError>(stored)
    });
    let stored = stored.unwrap();
    for Acknowledged { code, key } in acknowledged {
        assert_eq!(stored.get(key), Some(code), "the act {key} was acknowledged");
    }
    let codes: BTreeSet<&String> = acknowledged.iter().map(|act| &act.code).collect();
    assert_eq!(codes.len(), acknowledged.len(), "a code was acknowledged twice");
    let mut days: BTreeMap<(String, jiff::civil::Date), Vec<u32>> = BTreeMap::new();
    // A dossier has a key for each act.
    for code in stored.values().collect::<BTreeSet<_>>() {
        let code = DossierCode::parse(code).unwrap_or_else(|| panic!("{code} is a code"));
        // A linked dossier has its main one's number.
        if code.main() == code {
            days.entry((code.agency().to_string(), code.date())).or_default().push(code.ordinal());
        }
    }
    for ((agency, day), mut ordinals) in days {
        ordinals.sort();
        let whole: Vec<u32> = (1..=ordinals.len() as u32).collect();
        assert_eq!(ordinals, whole, "the numbers of {agency} on {day} have a gap or a double");
    }
}

/// An act the program said was done.
pub struct Acknowledged {
    pub code: String,
    pub key: String,
}

enum HammerLine {
    Acknowledged(Acknowledged),
    Failed(String),
}

/// The program at work, and what it has said so far.
pub struct Hammer {
    child: Child,
    lines: Receiver<HammerLine>,
    pub acknowledged: Vec<Acknowledged>,
    pub failures: Vec<String>,
}

impl Hammer {
    pub fn start(home: &HammerHome, more: &[&str], environment: &[(&str, String)]) -> Hammer {
        let mut command = Command::new(PROGRAM);
        if let Some(url) = &home.database {
            command.args(["hammer", "--database", url]);
        } else {
            command.arg("hammer");
        }
        let mut child = command
            .args(["--threads", &THREADS.to_string(), "--data"])
            .arg(&home.folder)
            .args(more)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .env("MOTCUA_LOG", "off")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let out = child.stdout.take().expect("standard output is piped");
        let (sender, lines) = sync_channel(1024);
        std::thread::spawn(move || read_lines(out, &sender));
        Hammer { child, lines, acknowledged: Vec::new(), failures: Vec::new() }
    }

    pub fn listen_until(&mut self, enough: impl Fn(&Hammer) -> bool) {
        while !enough(&*self) {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => self.note(line),
                Err(error) => panic!("nothing more was said: {error}; {:?}", self.child.try_wait()),
            }
        }
    }

    fn note(&mut self, line: HammerLine) {
        match line {
            HammerLine::Acknowledged(act) => self.acknowledged.push(act),
            HammerLine::Failed(failure) => self.failures.push(failure),
        }
    }

    pub fn is_alive(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Kills it in the middle of whatever it does; everything it had acknowledged.
    pub fn kill(mut self) -> Vec<Acknowledged> {
        assert!(self.is_alive(), "it ended by itself");
        self.child.kill().unwrap();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => self.note(line),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the killed program still writes"),
            }
        }
        self.child.wait().unwrap();
        std::mem::take(&mut self.acknowledged)
    }
}

/// No process outlives a test that failed.
impl Drop for Hammer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Hands on every whole line; half a line was never said.
fn read_lines(out: ChildStdout, lines: &SyncSender<HammerLine>) {
    let mut out = BufReader::new(out);
    let mut text = String::new();
    loop {
        text.clear();
        match out.read_line(&mut text) {
            Ok(_) if text.ends_with('\n') => {}
            _ => return,
        }
        let (first, rest) = text.trim_end().split_once(' ').expect("a line has two words");
        let line = match first {
            "error" => HammerLine::Failed(rest.to_string()),
            code => HammerLine::Acknowledged(Acknowledged { code: code.to_string(), key: rest.to_string() }),
        };
        if lines.send(line).is_err() {
            return;
        }
    }
}

/// SplitMix64.
pub struct Chance(u64);

impl Chance {
    pub fn from_environment() -> Chance {
        let seed = match std::env::var("MOTCUA_SEED") {
            Ok(text) => text.parse().expect("MOTCUA_SEED is a whole number"),
            Err(_) => u64::from_le_bytes(random::bytes()),
        };
        println!("MOTCUA_SEED={seed}");
        Chance(seed)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}
