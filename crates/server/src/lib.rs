//! The program `motcua`: configuration, assembly, commands.

pub mod command;
pub mod config;
pub mod web;

use clap::Parser;
use std::process::ExitCode;

/// What `main` does.
pub fn run() -> ExitCode {
    let arguments = command::Arguments::parse();
    init_logs();
    match arguments.command.run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("motcua: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Logs go to standard error: standard output carries only the result.
fn init_logs() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("MOTCUA_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
