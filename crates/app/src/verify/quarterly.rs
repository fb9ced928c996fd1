//! Quarterly reports: each event follows the one before and is signed; how a report stands is what its events say; what an issue
//! froze is what was signed, and counts what it said.

use super::{CHUNK, FindingSubject, VerifyReport};
use crate::{App, Fault, random};
use domain::quarterly::FrozenReport;
use storage::quarterly::{self, digest};
use storage::{StorageError, Tx};

pub(super) fn verify(app: &App, report: &mut VerifyReport) -> Result<(), Fault> {
    let mut after = i64::MIN;
    loop {
        let from = after;
        let ids = app.store.read_now(move |tx| quarterly::list_ids(tx, from, CHUNK))?;
        let Some(last) = ids.last() else { return Ok(()) };
        after = *last;
        for id in ids {
            let keys = app.keys.clone();
            let signed = move |at: i64, digest: &[u8], signature: &[u8]| keys.signed(at, digest, signature);
            let found = app.store.read_now(move |tx| one(tx, id, &signed))?;
            for (of, what) in found {
                report.find(of, format!("quarterly report {id}"), what);
            }
        }
    }
}

type Signed<'a> = &'a dyn Fn(i64, &[u8], &[u8]) -> bool;

fn one(tx: &mut Tx, id: i64, signed: Signed) -> Result<Vec<(FindingSubject, String)>, StorageError> {
    let mut found = Vec::new();
    let mut record = |what: String| found.push((FindingSubject::Record, what));
    let events = quarterly::load(tx, id)?;
    let mut head = storage::record::START.to_vec();
    for (event, place) in events.iter().zip(1..) {
        head = digest(&head, id, event.sequence, &event.facts);
        let sequence = event.sequence;
        if sequence != place {
            record(format!("event {place} is missing"));
        }
        if head != event.digest {
            record(format!("event {sequence} is not what was written"));
        }
        if !signed(event.at.millis(), &event.digest, &event.signature) {
            record(format!("the signature of event {sequence} is not ours"));
        }
        head.clone_from(&event.digest);
    }
    let report = match quarterly::read(&events) {
        Ok(report) => report,
        Err(error) => {
            record(format!("its events cannot be read: {error}"));
            return Ok(found);
        }
    };
    let mut issues = quarterly::list_issues(tx, id)?;
    for sent in &report.issues {
        let Some(place) = issues.iter().position(|(issue, _)| *issue == sent.issue) else {
            record(format!("what issue {} froze is gone", sent.issue));
            continue;
        };
        let (issue, body) = issues.remove(place);
        if random::hex(&random::digest(&body)) != sent.frozen {
            record(format!("what issue {issue} froze is not what was sent"));
            continue;
        }
        match serde_json::from_str::<FrozenReport>(&body) {
            Ok(frozen) => {
                if let Err(error) = frozen.recount() {
                    record(format!("issue {issue} does not count what it says: {error}"));
                }
            }
            Err(error) => record(format!("what issue {issue} froze cannot be read: {error}")),
        }
    }
    for (issue, _) in issues {
        record(format!("issue {issue} was never sent"));
    }
    let row = quarterly::find_row(tx, id)?;
    // Fewer events than it had: somebody cut them off.
    if row.as_ref().is_some_and(|row| row.sequence > report.sequence) {
        record("its last events are gone".into());
    }
    let same = row.is_some_and(|row| {
        Some(&row.due) == report.due.as_ref()
            && row.sequence == report.sequence
            && row.head == head
            && row.report().is_ok_and(|stands| stands == report)
    });
    if !same {
        found.push((FindingSubject::Projection, "how it stands is not what its events say".into()));
    }
    Ok(found)
}

/// Writes how reports stand anew from their events; the number of rows that were others.
pub(crate) fn rebuild(tx: &mut Tx, after: i64) -> Result<Option<(i64, u64)>, StorageError> {
    let ids = quarterly::list_ids(tx, after, CHUNK)?;
    let mut rows = 0;
    for id in &ids {
        let events = quarterly::load(tx, *id)?;
        let report = quarterly::read(&events)?;
        let (Some(due), Some(last)) = (&report.due, events.last()) else {
            quarterly::remove_row(tx, *id)?;
            rows += 1;
            continue;
        };
        let body = serde_json::to_string(&report)?;
        let same =
            quarterly::find_row(tx, *id)?.is_some_and(|row| row.body == body && row.head == last.digest);
        if !same {
            quarterly::write_row(tx, *id, due, &report, &last.digest)?;
            rows += 1;
        }
    }
    Ok(ids.last().map(|last| (*last, rows)))
}
