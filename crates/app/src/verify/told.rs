//! What everybody was told passes the gate again, all of it, and the newest of each figure is what is told now.

use super::{FindingSubject, VerifyReport};
use crate::{App, Fault};
use domain::public_figures::{FigureBasis, PartCounts, PublicCell, faults};
use domain::rules::pack_on;
use std::collections::BTreeMap;
use storage::public_figure;

pub(super) fn verify(app: &App, report: &mut VerifyReport) -> Result<(), Fault> {
    for quarter in app.store.read_now(public_figure::quarters)?.into_keys() {
        let history = app.store.read_now(move |tx| public_figure::history(tx, quarter))?;
        let subject = format!("public figures of quarter {quarter}");
        let mut of: BTreeMap<FigureBasis, Vec<(PublicCell, PartCounts)>> = BTreeMap::new();
        let mut newest: BTreeMap<(FigureBasis, &PublicCell), bool> = BTreeMap::new();
        for (figure, latest) in &history {
            of.entry(figure.basis).or_default().push((figure.cell.clone(), figure.parts.clone()));
            if newest.insert((figure.basis, &figure.cell), *latest) == Some(true) {
                report.find(
                    FindingSubject::Record,
                    subject.as_str(),
                    "an older figure is told beside a newer one",
                );
            }
        }
        for _ in newest.values().filter(|latest| !**latest) {
            report.find(
                FindingSubject::Record,
                subject.as_str(),
                "the newest figure is not the one that is told",
            );
        }
        let bounds = &pack_on(quarter.period().to).public;
        for what in of.values().flat_map(|history| faults(bounds, history)) {
            report.find(FindingSubject::Record, subject.as_str(), what);
        }
    }
    Ok(())
}
