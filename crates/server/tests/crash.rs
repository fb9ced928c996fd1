//! What was acknowledged is there: after `kill -9`, after an fsync that failed, after the disk was full.
//!
//! Slow: some twenty restarts. The writing process is the real program (`motcua hammer`); the failing disk is
//! `shim.c`, loaded before the C library. `MOTCUA_SEED` repeats the choices of a run, not its timing.
#![cfg(target_os = "linux")]

mod common;

use app::clock::Clock;
use app::{App, Opening, Place, Purpose, StorageError, random};
use common::shim::compiled;
use domain::code::DossierCode;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_motcua");
const ROUNDS: u32 = 24;
const DISKS: u32 = 4;
const THREADS: usize = 4;
/// A program that says nothing for so long hangs.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn a_killed_program_keeps_every_act_it_acknowledged() {
    let mut chance = Chance::from_environment();
    let folder = seeded();
    let mut acknowledged = Vec::new();
    for _ in 0..ROUNDS {
        let mut hammer = Hammer::start(folder.path(), &[]);
        let wanted = 1 + chance.below(60) as usize;
        hammer.listen_until(|hammer| hammer.acknowledged.len() >= wanted);
        assert_eq!(hammer.failures, [] as [String; 0]);
        acknowledged.extend(hammer.kill());
        // Otherwise the program itself is the first to open what was left behind.
        if chance.below(2) == 0 {
            check(folder.path(), &acknowledged);
        }
    }
    check(folder.path(), &acknowledged);
    let verified = Command::new(PROGRAM).arg("verify").arg("--data").arg(folder.path()).output().unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[test]
fn an_fsync_that_fails_once_fails_its_acts_and_no_others() {
    let mut chance = Chance::from_environment();
    let (folder, shim) = (seeded(), compiled());
    let mut acknowledged = Vec::new();
    for _ in 0..DISKS {
        let after = (10 + chance.below(40)).to_string();
        let disk =
            [("LD_PRELOAD", shim.path()), ("SHIM_FSYNC_AFTER", after), ("SHIM_FSYNC_ONCE", "1".into())];
        let mut hammer = Hammer::start(folder.path(), &disk);
        hammer.listen_until(|hammer| !hammer.failures.is_empty());
        let before = hammer.acknowledged.len();
        assert!(before > 0, "the disk worked at first");
        hammer.listen_until(|hammer| hammer.acknowledged.len() >= before + 40);
        assert!(hammer.failures.len() <= THREADS, "only what waited for that fsync: {:?}", hammer.failures);
        acknowledged.extend(hammer.kill());
        check(folder.path(), &acknowledged);
    }
}

#[test]
fn while_every_fsync_fails_nothing_is_acknowledged() {
    let mut chance = Chance::from_environment();
    let (folder, shim) = (seeded(), compiled());
    let mut acknowledged = Vec::new();
    for _ in 0..DISKS {
        let after = (10 + chance.below(40)).to_string();
        let disk = [("LD_PRELOAD", shim.path()), ("SHIM_FSYNC_AFTER", after)];
        acknowledged.extend(broken_for_good(folder.path(), &disk, "disk I/O error"));
        check(folder.path(), &acknowledged);
        acknowledged.extend(mended(folder.path()));
        check(folder.path(), &acknowledged);
    }
}

#[test]
fn while_the_disk_is_full_nothing_is_acknowledged() {
    let mut chance = Chance::from_environment();
    let (folder, shim) = (seeded(), compiled());
    let mut acknowledged = Vec::new();
    for _ in 0..DISKS {
        let after = (1_000_000 + chance.below(3_000_000)).to_string();
        let disk = [("LD_PRELOAD", shim.path()), ("SHIM_FULL_AFTER", after)];
        acknowledged.extend(broken_for_good(folder.path(), &disk, "the disk is full"));
        check(folder.path(), &acknowledged);
        acknowledged.extend(mended(folder.path()));
        check(folder.path(), &acknowledged);
    }
}

/// The disk works, then never again: every act is answered with an error, and the program lives on.
fn broken_for_good(folder: &Path, disk: &[(&str, String)], words: &str) -> Vec<Acknowledged> {
    let mut hammer = Hammer::start(folder, disk);
    hammer.listen_until(|hammer| !hammer.failures.is_empty());
    let before = hammer.acknowledged.len();
    assert!(before > 0, "the disk worked at first");
    hammer.listen_until(|hammer| hammer.failures.len() >= 60);
    // A thread may print late what had been answered before.
    assert!(hammer.acknowledged.len() < before + THREADS, "acknowledged on a broken disk");
    assert!(hammer.failures.iter().any(|failure| failure.contains(words)), "{:?}", hammer.failures);
    assert!(hammer.is_alive());
    hammer.kill()
}

/// On a disk that works again the work goes on.
fn mended(folder: &Path) -> Vec<Acknowledged> {
    let mut hammer = Hammer::start(folder, &[]);
    hammer.listen_until(|hammer| hammer.acknowledged.len() >= 20);
    assert_eq!(hammer.failures, [] as [String; 0]);
    hammer.kill()
}

/// Every acknowledged act is there under its code, no code was given twice or left out, nothing differs.
fn check(folder: &Path, acknowledged: &[Acknowledged]) {
    let app = open(folder);
    assert_eq!(app.verify().unwrap().findings, []);
    let stored = app.store.read_now(|tx| {
        let mut stored = BTreeMap::new();
        let select = "select act_key.key, dossier.code from act_key
                      join dossier on dossier.id = act_key.dossier_id";
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
    for code in stored.values() {
        let code = DossierCode::parse(code).unwrap_or_else(|| panic!("{code} is a code"));
        days.entry((code.agency().to_string(), code.date())).or_default().push(code.ordinal());
    }
    for ((agency, day), mut ordinals) in days {
        ordinals.sort();
        let whole: Vec<u32> = (1..=ordinals.len() as u32).collect();
        assert_eq!(ordinals, whole, "the numbers of {agency} on {day} have a gap or a double");
    }
}

/// A folder with the demonstration's reference data and no dossiers.
fn seeded() -> TempDir {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    province::seed(&open(folder.path())).unwrap();
    folder
}

fn open(folder: &Path) -> App {
    App::open(Opening {
        place: Place::Sqlite(folder.join("motcua.db")),
        folder: folder.to_path_buf(),
        clock: Clock::system(),
        mail: gateway::Mail::None,
        portal_url: String::new(),
        node: 62,
        purpose: Purpose::Work,
    })
    .unwrap()
}

/// An act the program said was done.
struct Acknowledged {
    code: String,
    key: String,
}

enum Line {
    Acknowledged(Acknowledged),
    Failed(String),
}

/// The program at work, and what it has said so far.
struct Hammer {
    child: Child,
    lines: Receiver<Line>,
    acknowledged: Vec<Acknowledged>,
    failures: Vec<String>,
}

impl Hammer {
    fn start(folder: &Path, environment: &[(&str, String)]) -> Hammer {
        let mut child = Command::new(PROGRAM)
            .args(["hammer", "--threads", &THREADS.to_string(), "--data"])
            .arg(folder)
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

    fn listen_until(&mut self, enough: impl Fn(&Hammer) -> bool) {
        while !enough(&*self) {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => self.note(line),
                Err(error) => panic!("nothing more was said: {error}; {:?}", self.child.try_wait()),
            }
        }
    }

    fn note(&mut self, line: Line) {
        match line {
            Line::Acknowledged(act) => self.acknowledged.push(act),
            Line::Failed(failure) => self.failures.push(failure),
        }
    }

    fn is_alive(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Kills it in the middle of whatever it does; everything it had acknowledged.
    fn kill(mut self) -> Vec<Acknowledged> {
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
fn read_lines(out: ChildStdout, lines: &SyncSender<Line>) {
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
            "error" => Line::Failed(rest.to_string()),
            code => Line::Acknowledged(Acknowledged { code: code.to_string(), key: rest.to_string() }),
        };
        if lines.send(line).is_err() {
            return;
        }
    }
}

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn from_environment() -> Chance {
        let seed = match std::env::var("MOTCUA_SEED") {
            Ok(text) => text.parse().expect("MOTCUA_SEED is a whole number"),
            Err(_) => u64::from_le_bytes(random::bytes()),
        };
        println!("MOTCUA_SEED={seed}");
        Chance(seed)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}
