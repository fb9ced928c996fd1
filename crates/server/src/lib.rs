//! The program `motcua`: configuration, assembly, commands.

// What is printed goes through `output`, which never panics.
#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod assembly;
pub mod command;
pub mod config;
mod lines;
mod output;

use clap::Parser;
use std::io::Write;
use std::process::ExitCode;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::Duration;
use tracing_subscriber::EnvFilter;

/// What `main` does.
pub fn run() -> ExitCode {
    let arguments = match command::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) if told.use_stderr() => {
            let _ = told.print();
            return ExitCode::from(2);
        }
        // Help and version were asked for.
        Err(told) => {
            output::attempt(|_| told.print());
            return ended(ExitCode::SUCCESS);
        }
    };
    let log = init_logs();
    let ran = arguments.command.run();
    log.end();
    match ran {
        Ok(code) => ended(code),
        Err(error) => {
            output::note!("motcua: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// The status of a command that is done, unless what it had to say could not be written.
fn ended(code: ExitCode) -> ExitCode {
    match output::end() {
        None => code,
        Some(error) => {
            output::note!("motcua: the result could not be written to standard output: {error}");
            ExitCode::from(2)
        }
    }
}

/// Libraries that would log addresses asked for, or what is sent, where somebody wants more of our own.
const QUIET: [&str; 5] = ["tower_http", "axum", "hyper", "tokio_postgres", "lettre"];

/// Logs go to standard error: standard output carries only the result. A log that cannot be written, on a full disk, to a
/// reader that is gone or to one that stands still, stops nothing.
fn init_logs() -> &'static Log {
    let filter = EnvFilter::try_from_env("MOTCUA_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let quiet = |filter: EnvFilter, name: &&str| match format!("{name}=info").parse() {
        Ok(directive) => filter.add_directive(directive),
        Err(_) => filter,
    };
    let filter = QUIET.iter().fold(filter, quiet);
    let log: &'static Log = Box::leak(Box::new(Log::begin()));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        // It would say so on standard error, and panic when that cannot be written either.
        .log_internal_errors(false)
        .with_writer(move || log)
        .init();
    log
}

/// Maximum log lines waiting for a slow reader of the log; further lines are dropped.
const LOG_WAITING: usize = 4_096;
/// Time the log has at the end of the program to be written.
const LOG_LAST: Duration = Duration::from_secs(1);

/// Lines of the log on their way: nobody who logs waits for its reader.
struct Log(SyncSender<LogEntry>);

enum LogEntry {
    Line(Vec<u8>),
    /// Answered when all before it is written.
    End(SyncSender<()>),
}

impl Log {
    /// Starts the thread that writes to standard error, as far as that takes anything.
    fn begin() -> Log {
        let (sender, entries) = sync_channel(LOG_WAITING);
        let write = move || {
            for entry in entries {
                match entry {
                    LogEntry::Line(line) => {
                        let _ = std::io::stderr().write_all(&line);
                    }
                    LogEntry::End(answer) => {
                        let _ = answer.send(());
                    }
                }
            }
        };
        let _ = std::thread::Builder::new().name("log".into()).spawn(write);
        Log(sender)
    }

    /// Waits a moment until what was logged is written.
    fn end(&self) {
        let (answer, answered) = sync_channel(1);
        if self.0.try_send(LogEntry::End(answer)).is_ok() {
            let _ = answered.recv_timeout(LOG_LAST);
        }
    }
}

impl Write for &Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let _ = self.0.try_send(LogEntry::Line(bytes.to_vec()));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
