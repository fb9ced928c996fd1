//! The quarter's figures counted again by a script that shares no code with the program: from the events alone, in another
//! language, by the rules as `docs/decisions/one-counting.md` tells them.

use crate::common::program::motcua;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Whether there is a Python to count with; CI must have one.
fn python() -> bool {
    let version =
        Command::new("python3").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let found = version.is_ok_and(|status| status.success());
    if !found {
        println!("left out: no python3");
    }
    assert!(found || std::env::var_os("MOTCUA_TEST_ALL").is_none(), "CI must have python3");
    found
}

fn done(output: Output) {
    assert!(output.status.success(), "{output:?}");
}

/// A report of each quarter of two years, and of both years whole.
fn reports(data: &Path, folder: &Path) -> Vec<PathBuf> {
    let quarters = (2025..=2026).flat_map(|year| (1..=4).map(move |quarter| format!("{quarter}/{year}")));
    let periods = quarters.map(|quarter| ("--quarter", quarter));
    let periods = periods.chain((2025..=2026).map(|year| ("--year", year.to_string())));
    let write = |(of, period): (&str, String)| {
        let path = folder.join(format!("{}.json", period.replace('/', "-")));
        let mut command = motcua(&["report", "II.06a", "--rows", "agencies", of, &period, "--data"]);
        done(command.arg(data).arg("--out").arg(&path).output().unwrap());
        path
    };
    periods.map(write).collect()
}

fn recount(data: &Path, reports: &[PathBuf]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recount.py");
    Command::new("python3").arg(script).arg(data.join("motcua.db")).args(reports).output().unwrap()
}

#[test]
fn somebody_else_counts_the_same_from_the_events() {
    if !python() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    for seed in ["3", "19"] {
        let data = home.path().join(seed);
        done(
            motcua(&["generate", "--dossiers", "1500", "--seed", seed, "--today", "2026-11-30", "--data"])
                .arg(&data)
                .output()
                .unwrap(),
        );
        let reports = reports(&data, home.path());
        let told = recount(&data, &reports);
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stdout));

        // It would say so: one dossier more in a figure that is there.
        let whole = home.path().join("2026.json");
        let mut report: serde_json::Value = serde_json::from_slice(&std::fs::read(&whole).unwrap()).unwrap();
        let line = report["lines"].as_array_mut().unwrap().last_mut().unwrap();
        let figure = line["figures"]["done-late"].as_i64().unwrap();
        line["figures"]["done-late"] = (figure + 1).into();
        std::fs::write(&whole, report.to_string()).unwrap();
        let told = recount(&data, &reports);
        let words = String::from_utf8(told.stdout).unwrap();
        assert!(!told.status.success());
        assert_eq!(
            words,
            format!("2025-12-15 to 2026-12-14, total, done-late: {}, by the events {figure}\n", figure + 1)
        );
    }
}
