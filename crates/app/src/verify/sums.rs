//! Sums are what the measures of their dossiers add up to.

use super::{FindingSubject, VerifyReport};
use crate::{App, Fault};
use storage::tally;

pub(super) fn verify(app: &App, report: &mut VerifyReport) -> Result<(), Fault> {
    for agency in app.store.read_now(tally::agencies)? {
        for what in app.store.read_now(move |tx| tally::differences(tx, agency))? {
            report.find(FindingSubject::Projection, format!("agency {}", agency.0), what);
        }
    }
    Ok(())
}
