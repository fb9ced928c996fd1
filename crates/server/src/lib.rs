//! The program `motcua`: configuration, assembly, commands.

pub mod command;
pub mod config;
mod lines;
pub mod web;

use clap::Parser;
use std::io::Write;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// What `main` does.
pub fn run() -> ExitCode {
    let arguments = command::Arguments::parse();
    init_logs();
    match arguments.command.run() {
        Ok(code) => code,
        Err(error) => {
            // Whoever would read it may be gone.
            let _ = writeln!(std::io::stderr(), "motcua: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Libraries that would log addresses asked for, or what is sent, where somebody wants more of our own.
const QUIET: [&str; 5] = ["tower_http", "axum", "hyper", "tokio_postgres", "lettre"];

/// Logs go to standard error: standard output carries only the result. A log that cannot be written, on a full disk or to a
/// reader that is gone, stops nothing.
fn init_logs() {
    let filter = EnvFilter::try_from_env("MOTCUA_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let quiet = |filter: EnvFilter, name: &&str| match format!("{name}=info").parse() {
        Ok(directive) => filter.add_directive(directive),
        Err(_) => filter,
    };
    let filter = QUIET.iter().fold(filter, quiet);
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        // It would say so on standard error, and panic when that cannot be written either.
        .log_internal_errors(false)
        .with_writer(|| Unfailing)
        .init();
}

/// Standard error, as far as it takes what is written.
struct Unfailing;

impl Write for Unfailing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let _ = std::io::stderr().write_all(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let _ = std::io::stderr().flush();
        Ok(())
    }
}
