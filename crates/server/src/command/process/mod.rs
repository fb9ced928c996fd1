//! `motcua process`: looking at a drawn process without an installation.

use crate::output::say;
use domain::Text;
mod check;
mod convert;
mod simulate;

use anyhow::Result;
use process::{Finding, Model, Names, Unreadable};
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

/// What can be done with a drawn process
#[derive(clap::Subcommand)]
pub enum Process {
    /// Check that it can run and always comes to an end
    Check(check::Check),
    /// Run it with decisions given beforehand and print what is entered
    Simulate(simulate::Simulate),
    /// Turn the official table of an internal process (XLSX) into BPMN, or BPMN into the table
    Convert(convert::Convert),
}

impl Process {
    pub fn run(self) -> Result<ExitCode> {
        match self {
            Process::Check(command) => command.run(),
            Process::Simulate(command) => command.run(),
            Process::Convert(command) => command.run(),
        }
    }
}

/// The bytes of a file, no more than may be read; what is wrong with it is a finding like others.
fn load(file: &Path) -> Result<Vec<u8>, Unreadable> {
    let missing = |error: std::io::Error| Unreadable::NoFile { kind: error.kind() };
    let opened = std::fs::File::open(file).map_err(missing)?;
    let size = opened.metadata().map_err(missing)?.len();
    let most = process::BYTES_MAX as u64;
    if size > most {
        return Err(Unreadable::TooLarge { bytes: size });
    }
    let mut bytes = Vec::new();
    opened.take(most + 1).read_to_end(&mut bytes).map_err(missing)?;
    Ok(bytes)
}

fn model(file: &Path, names: &Names) -> Result<Model, Unreadable> {
    process::read(&load(file)?, names)
}

fn finding_json(finding: &Finding) -> serde_json::Value {
    let Text { vi, en } = finding.trouble.sentences();
    let mut told = serde_json::json!({
        "code": finding.trouble.code(),
        "weight": finding.trouble.weight().key(),
        "vi": vi,
        "en": en,
    });
    for (key, text) in [("element", &finding.element), ("name", &finding.name)] {
        if !text.is_empty() {
            told[key] = text.as_str().into();
        }
    }
    if finding.line > 0 {
        told["line"] = finding.line.into();
    }
    told
}

fn print_finding(finding: &Finding) {
    let Text { vi, en } = finding.trouble.sentences();
    let mut place = String::new();
    if !finding.element.is_empty() {
        place.push_str(&format!(" at {}", process::cut(&finding.element)));
    }
    if !finding.name.is_empty() {
        place.push_str(&format!(" “{}”", finding.name));
    }
    if finding.line > 0 {
        place.push_str(&format!(" (line {})", finding.line));
    }
    say!("{} {}{place}\n  {en}\n  {vi}", finding.trouble.weight().key(), finding.trouble.code());
}
