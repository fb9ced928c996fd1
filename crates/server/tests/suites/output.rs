//! What commands print, where nobody reads it or the disk is full: no panic, and the status tells.
#![cfg(target_os = "linux")]

use crate::common::program::{Installed, Ran, motcua};
use std::fs::File;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;

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

const UNWRITTEN: &str = "could not be written to standard output";

fn full() -> File {
    File::options().write(true).open("/dev/full").unwrap()
}

#[test]
fn every_command_on_an_installation_says_what_it_could_not_print() {
    let installed = Installed::new(None);
    let home = tempfile::tempdir().unwrap();
    let named = |name: &str| home.path().join(name).to_str().unwrap().to_string();
    let (records, backup) = (named("records.jsonl"), named("backup"));
    std::fs::write(&records, r#"{"MATTHC":"1.900001","TENTTHC":"Thử"}"#).unwrap();
    let on = |arguments: &[&str]| {
        let mut command = motcua(arguments);
        command.arg("--config").arg(&installed.config);
        command
    };
    let commands: [&[&str]; 6] = [
        &["verify"],
        &["rebuild"],
        &["import", "procedures", &records],
        &["import", "--again"],
        &["rotate-key"],
        &["backup", "--to", &backup],
    ];
    for arguments in commands {
        let told = Ran::of(on(arguments).stdout(full()).output().unwrap());
        told.ends(2).says(UNWRITTEN);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        // A second backup in one place is refused, whoever reads.
        let fresh = named("another");
        let again: Vec<&str> =
            arguments.iter().map(|word| if *word == backup { &fresh } else { *word }).collect();
        let told = Ran::of(on(&again).stdout(writer).output().unwrap());
        told.ends(0);
        assert!(!told.error.contains("standard output"), "{told:?}");
    }
}

#[test]
fn a_demonstration_whose_addresses_nobody_can_read_ends() {
    let home = tempfile::tempdir().unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let demo = || {
        let mut command = motcua(&["demo", "--listen", &format!("127.0.0.1:{port}"), "--data"]);
        command.arg(home.path().join("data"));
        command
    };
    let told = Ran::of(demo().stdout(full()).output().unwrap());
    told.ends(2).says(UNWRITTEN).says("addresses");
    // What has a root by now prints it.
    let root = || {
        let mut command = motcua(&["root", "--data"]);
        command.arg(home.path().join("data"));
        command
    };
    Ran::of(root().stdout(full()).output().unwrap()).ends(2).says(UNWRITTEN);
    // Somebody may stop reading and go on using it.
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut serving = demo().stdout(writer).spawn().unwrap();
    for _ in 0..2 {
        let mut line = loop {
            assert!(serving.try_wait().unwrap().is_none(), "it serves");
            match TcpStream::connect(("127.0.0.1", port)) {
                Ok(line) => break line,
                Err(_) => std::thread::yield_now(),
            }
        };
        let asked = format!("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
        line.write_all(asked.as_bytes()).unwrap();
        let mut answer = String::new();
        line.read_to_string(&mut answer).unwrap();
        assert!(answer.contains("reading ok"), "{answer}");
    }
    serving.kill().unwrap();
    serving.wait().unwrap();
}

#[test]
fn an_import_that_left_something_out_ends_with_1_and_a_sentence() {
    let installed = Installed::new(None);
    let home = tempfile::tempdir().unwrap();
    let records = home.path().join("records.jsonl");
    let import = |lines: &[&str]| {
        std::fs::write(&records, lines.join("\n")).unwrap();
        installed.run(&["import", "procedures", records.to_str().unwrap()])
    };
    let good = r#"{"MATTHC":"1.900001","TENTTHC":"Thử","THANHPHANHOSO":[{"GIAYTO":[{"TENGIAYTO":"Đơn","SOBANSAO":"1,5"}]}]}"#;
    let all = import(&[good]);
    all.ends(0).says("line 1, 1.900001: taken, but “Đơn”: copies, as written: 1,5");
    all.says("of one record something stays as written");
    assert!(all.out.contains("new 1") && all.out.contains("understood in part 1"), "{all:?}");
    let strict = installed.run(&["import", "procedures", records.to_str().unwrap(), "--strict"]);
    strict.ends(1).says("of one record something stays as written");
    let some = import(&[good, r#"{"MATTHC":"1.900002","TENTTHC":"&#0;"}"#]);
    some.ends(1).says("line 2, 1.900002: the procedure has no name").says("one record was not taken");
    assert!(some.out.contains("unchanged 1, not understood 1"), "{some:?}");
    import(&["{", "[]"]).ends(1).says("2 records were not taken");
}
