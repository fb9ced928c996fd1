//! What commands print, where nobody reads it or the disk is full: no panic, and the status tells.
#![cfg(target_os = "linux")]

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};

fn motcua(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_motcua"));
    command.args(arguments).stdin(Stdio::null());
    command
}

fn drawing(folder: &tempfile::TempDir) -> String {
    let path: PathBuf = folder.path().join("two-starts.bpmn");
    let text = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/>
        <userTask id="a" name="Thẩm định"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/></process></definitions>"#;
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_string()
}

#[test]
fn a_full_disk_is_said_and_a_reader_that_went_away_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let (drawing, missing) = (drawing(&folder), folder.path().join("none"));
    let deadline = ["deadline", "--from", "2026-03-02T09:00", "--limit", "10 working days"];
    let cases: [&[&str]; 6] = [
        &deadline,
        &["--help"],
        &["--version"],
        &["process", "check", &drawing],
        &["process", "check", "--json", &drawing],
        &["process", "simulate", &drawing],
    ];
    for arguments in cases {
        let usual = motcua(arguments).output().unwrap();
        assert!(!usual.stdout.is_empty(), "{arguments:?}: {usual:?}");

        let full = File::options().write(true).open("/dev/full").unwrap();
        let told = motcua(arguments).stdout(full).output().unwrap();
        let words = String::from_utf8(told.stderr).unwrap();
        assert_eq!(told.status.code(), Some(2), "{arguments:?}: {words}");
        assert!(words.contains("could not be written to standard output"), "{arguments:?}: {words}");

        // The reading end is closed before anything is written.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let told = motcua(arguments).stdout(writer).output().unwrap();
        let words = String::from_utf8(told.stderr).unwrap();
        assert_eq!((told.status.code(), words.as_str()), (usual.status.code(), ""), "{arguments:?}");
    }
    // Nor does it matter to whom a fault is told.
    let wrong: [&[&str]; 3] =
        [&["verify", "--data", missing.to_str().unwrap()], &["no-such-command"], &["deadline"]];
    for arguments in wrong {
        let full = File::options().write(true).open("/dev/full").unwrap();
        assert_eq!(motcua(arguments).stderr(full).output().unwrap().status.code(), Some(2), "{arguments:?}");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        assert_eq!(
            motcua(arguments).stderr(writer).output().unwrap().status.code(),
            Some(2),
            "{arguments:?}"
        );
    }
}
