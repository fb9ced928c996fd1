//! The real program: commands, and serving processes that end with the test.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_motcua");
/// A program that says nothing for so long hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// A real installation: its folder, its configuration and, where it has one, its database on a server.
pub struct Installed {
    pub folder: PathBuf,
    pub config: PathBuf,
    pub database: Option<String>,
    _home: tempfile::TempDir,
}

impl Installed {
    /// With its first administrator, who is called `chief`.
    pub fn new(database: Option<String>) -> Installed {
        let installed = Installed::nothing(database);
        let mut child = motcua(&["administrator", "--login", "chief", "--name", "Nguyễn Văn An"])
            .args(["--agency-code", "H99", "--agency-name", "Tỉnh Ví Dụ", "--config"])
            .arg(&installed.config)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"mot mat khau dai\n").unwrap();
        assert!(child.wait().unwrap().success());
        installed
    }

    /// Only a configuration.
    pub fn nothing(database: Option<String>) -> Installed {
        let home = tempfile::tempdir().unwrap();
        let (folder, config) = (home.path().join("data"), home.path().join("motcua.toml"));
        let installed = Installed { folder, config, database, _home: home };
        installed.configure(&installed.folder, 0, "");
        installed
    }

    /// Writes the configuration anew.
    pub fn configure(&self, folder: &Path, node: u8, more: &str) {
        let database = self.database.clone().unwrap_or_default();
        let text = format!(
            "listen = \"127.0.0.1:0\"\ndata = {folder:?}\ndatabase = {database:?}\nnode = {node}\ntls = false\n{more}\n\
             [owner]\nvietnamese = \"Tỉnh Ví Dụ\"\n"
        );
        std::fs::write(&self.config, text).unwrap();
    }

    /// Runs a command on it to its end.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(motcua(arguments).arg("--config").arg(&self.config).output().unwrap())
    }

    /// Starts serving and waits until it does.
    pub fn serve(&self) -> ServingProgram {
        self.serve_with(&[])
    }

    pub fn serve_with(&self, environment: &[(&str, String)]) -> ServingProgram {
        let mut serving = self.start(environment);
        serving.wait_for("listening");
        serving
    }

    /// Starts serving, which may be refused.
    pub fn start(&self, environment: &[(&str, String)]) -> ServingProgram {
        let mut command = motcua(&["serve", "--config"]);
        command.arg(&self.config).envs(environment.iter().map(|(name, value)| (name, value)));
        ServingProgram::of(command)
    }
}

pub fn motcua(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).stdin(Stdio::null()).env("RUST_BACKTRACE", "0").env("NO_COLOR", "1");
    command
}

/// A command that ended.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub error: String,
}

impl Ran {
    pub fn of(output: Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code(), out: text(output.stdout), error: text(output.stderr) }
    }

    #[track_caller]
    pub fn ends(&self, code: i32) -> &Ran {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Ran {
        assert!(self.out.contains(words) || self.error.contains(words), "no “{words}” in {self:?}");
        self
    }
}

/// A program at work, and what it logs.
pub struct ServingProgram {
    pub child: Child,
    lines: Receiver<String>,
    pub log: Vec<String>,
}

impl ServingProgram {
    fn of(mut command: Command) -> ServingProgram {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let log = child.stderr.take().expect("standard error is piped");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(log).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        ServingProgram { child, lines, log: Vec::new() }
    }

    /// Reads its log until a line with these words.
    #[track_caller]
    pub fn wait_for(&mut self, words: &str) {
        while !self.log.iter().any(|line| line.contains(words)) {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => self.log.push(line),
                Err(error) => panic!("no “{words}” ({error}) in {:#?}", self.log),
            }
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address_in("listening")
    }

    /// The address in the line of its log with these words.
    pub fn address_in(&self, words: &str) -> SocketAddr {
        let line = self.log.iter().find(|line| line.contains(words)).expect("it says so");
        let found = line.split("address=").nth(1).expect("with its address");
        found.split_whitespace().next().unwrap_or_default().parse().unwrap()
    }

    /// Waits for its end by itself; what it had said.
    #[track_caller]
    pub fn end(mut self) -> Ran {
        while let Ok(line) = self.lines.recv_timeout(PATIENCE) {
            self.log.push(line);
        }
        let code = self.child.wait().unwrap().code();
        Ran { code, out: String::new(), error: self.log.join("\n") }
    }

    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Tells it to stop, as the system does.
    pub fn terminate(&self) {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
    }
}

/// No process outlives a test that failed.
impl Drop for ServingProgram {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
