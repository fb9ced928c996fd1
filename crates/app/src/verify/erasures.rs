//! What is erased was erased under a document, with a protocol that is signed; what is missing without one was taken away.

use super::{FindingSubject, VerifyReport};
use crate::erasure::vouched;
use crate::{App, Fault};
use domain::dossier::DossierId;
use std::collections::HashSet;
use storage::erasure;

pub(super) fn verify(app: &App, report: &mut VerifyReport) -> Result<(), Fault> {
    let mut covered: HashSet<(DossierId, String)> = HashSet::new();
    for row in app.store.read_now(erasure::list)? {
        match vouched(&app.keys, &row) {
            Some(protocol) => {
                covered.extend(protocol.dossiers.into_iter().map(|dossier| (dossier, row.under.clone())));
            }
            None => report.find(
                FindingSubject::Record,
                format!("erasure of {}", row.at),
                "its protocol is not ours",
            ),
        }
    }
    for (dossier, under) in app.store.read_now(erasure::list_erased)? {
        if !covered.contains(&(dossier, under.clone())) {
            let what = format!("it is erased under “{under}” without a signed protocol");
            report.find(FindingSubject::Record, format!("dossier {}", dossier.0), what);
        }
    }
    Ok(())
}
