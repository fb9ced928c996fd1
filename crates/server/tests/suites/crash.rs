//! What was acknowledged is there: after `kill -9`, after an fsync that failed, after the disk was full.
//!
//! Slow: some twenty restarts. The writing process is the real program (`motcua hammer`); the failing disk is
//! `shim.c`, loaded before the C library. `MOTCUA_SEED` repeats the choices of a run, not its timing.
#![cfg(target_os = "linux")]

use crate::common::hammer::{Acknowledged, Chance, Hammer, HammerHome, THREADS, check};
use crate::common::program::PROGRAM;
use crate::common::shim::compiled;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const ROUNDS: u32 = 24;
const DISKS: u32 = 4;

#[test]
fn a_killed_program_keeps_every_act_it_acknowledged() {
    let mut chance = Chance::from_environment();
    let folder = seeded();
    let mut acknowledged = Vec::new();
    for _ in 0..ROUNDS {
        let mut hammer = Hammer::start(&HammerHome::of(folder.path()), &[], &[]);
        let wanted = 1 + chance.below(60) as usize;
        hammer.listen_until(|hammer| hammer.acknowledged.len() >= wanted);
        assert_eq!(hammer.failures, [] as [String; 0]);
        acknowledged.extend(hammer.kill());
        // Otherwise the program itself is the first to open what was left behind.
        if chance.below(2) == 0 {
            check(&HammerHome::of(folder.path()), &acknowledged);
        }
    }
    check(&HammerHome::of(folder.path()), &acknowledged);
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
        let mut hammer = Hammer::start(&HammerHome::of(folder.path()), &[], &disk);
        hammer.listen_until(|hammer| !hammer.failures.is_empty());
        let before = hammer.acknowledged.len();
        assert!(before > 0, "the disk worked at first");
        hammer.listen_until(|hammer| hammer.acknowledged.len() >= before + 40);
        assert!(hammer.failures.len() <= THREADS, "only what waited for that fsync: {:?}", hammer.failures);
        acknowledged.extend(hammer.kill());
        check(&HammerHome::of(folder.path()), &acknowledged);
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
        check(&HammerHome::of(folder.path()), &acknowledged);
        acknowledged.extend(mended(folder.path()));
        check(&HammerHome::of(folder.path()), &acknowledged);
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
        check(&HammerHome::of(folder.path()), &acknowledged);
        acknowledged.extend(mended(folder.path()));
        check(&HammerHome::of(folder.path()), &acknowledged);
    }
}

/// The disk works, then never again: every act is answered with an error, and the program lives on.
fn broken_for_good(folder: &Path, disk: &[(&str, String)], words: &str) -> Vec<Acknowledged> {
    let mut hammer = Hammer::start(&HammerHome::of(folder), &[], disk);
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
    let mut hammer = Hammer::start(&HammerHome::of(folder), &[], &[]);
    hammer.listen_until(|hammer| hammer.acknowledged.len() >= 20);
    assert_eq!(hammer.failures, [] as [String; 0]);
    hammer.kill()
}

/// A folder with the demonstration's master data and no dossiers.
fn seeded() -> TempDir {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    province::seed(&HammerHome::of(folder.path()).open()).unwrap();
    folder
}
