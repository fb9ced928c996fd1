//! Verification, from the record outwards: replays every event, checks chains and signed roots, then everything that
//! follows the record, tables, codes and files, and names what differs. Runs beside a live server: each chunk reads one
//! snapshot.

mod codes;
mod dossiers;
mod erasures;
mod files;
pub(crate) mod quarterly;
mod roots;
mod sums;
mod told;

pub(crate) use dossiers::Chain;

use crate::{App, Fault};
use std::collections::BTreeMap;

/// What was looked at, and what differs.
#[derive(Clone, Debug, Default)]
pub struct VerifyReport {
    pub dossiers: u64,
    pub events: u64,
    pub erased: u64,
    pub roots: u64,
    pub files: u64,
    /// Dossiers whose names a job will fold anew: right as the version before left them.
    pub due: u64,
    pub findings: Vec<VerifyFinding>,
    /// The greatest ordinal and the number of codes of each agency's day.
    codes: BTreeMap<(String, String), (u32, u32)>,
}

/// One difference, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyFinding {
    pub of: FindingSubject,
    pub subject: String,
    pub what: String,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingSubject {
    /// Events, their chains, signed roots: nothing mends it.
    Record,
    /// A table that follows the record: it can be written anew.
    Projection,
    Code,
    File,
}

const CHUNK: u32 = 200;

pub fn all(app: &App) -> Result<VerifyReport, Fault> {
    let mut report = record(app)?;
    codes::verify(app, &mut report)?;
    files::verify(app, &mut report)?;
    Ok(report)
}

/// Events with what follows them, and signed roots.
pub(crate) fn record(app: &App) -> Result<VerifyReport, Fault> {
    let mut report = VerifyReport::default();
    dossiers::verify(app, &mut report)?;
    sums::verify(app, &mut report)?;
    told::verify(app, &mut report)?;
    quarterly::verify(app, &mut report)?;
    roots::verify(app, &mut report)?;
    erasures::verify(app, &mut report)?;
    Ok(report)
}

impl VerifyReport {
    fn add(&mut self, part: VerifyReport) {
        self.dossiers += part.dossiers;
        self.events += part.events;
        self.erased += part.erased;
        self.files += part.files;
        self.due += part.due;
        self.findings.extend(part.findings);
        for (day, (greatest, count)) in part.codes {
            let known = self.codes.entry(day).or_default();
            *known = (known.0.max(greatest), known.1 + count);
        }
    }

    fn find(&mut self, of: FindingSubject, subject: impl Into<String>, what: impl Into<String>) {
        self.findings.push(VerifyFinding { of, subject: subject.into(), what: what.into() });
    }
}
