//! No agency's day has a gap in its codes, and no counter would give a number again. Today may still move.

use super::{FindingSubject, VerifyReport};
use crate::{App, Fault};
use std::collections::BTreeMap;
use storage::record;

pub(super) fn verify(app: &App, report: &mut VerifyReport) -> Result<(), Fault> {
    let today = app.now().date().to_string();
    let counters: BTreeMap<(String, String), u32> = app
        .store
        .read_now(record::list_counters)?
        .into_iter()
        .map(|(agency, day, last)| ((agency, day.to_string()), last))
        .collect();
    for (agency, day) in counters.keys().filter(|(_, day)| *day > today) {
        let what = "its counter stands, yet that day has not come";
        report.find(FindingSubject::Code, format!("codes of {agency} on {day}"), what);
    }
    for ((agency, day), (greatest, count)) in report.codes.clone() {
        let last = counters.get(&(agency.clone(), day.clone())).copied().unwrap_or(0);
        let subject = format!("codes of {agency} on {day}");
        if last < greatest {
            let what = format!("the counter stands at {last}, yet {greatest} was given");
            report.find(FindingSubject::Code, subject, what);
        } else if day != today && count != last {
            report.find(FindingSubject::Code, subject, format!("{count} codes are there, {last} were given"));
        }
    }
    Ok(())
}
