//! Signed roots follow each other, are ours, and every head they hold is still there.

use super::{CHUNK, FindingSubject, VerifyReport};
use crate::roots::digest;
use crate::{App, Fault};
use storage::{StorageError, Tx, root};

pub(super) fn verify(app: &App, report: &mut VerifyReport) -> Result<(), Fault> {
    let mut previous = vec![0u8; 32];
    let mut after = i64::MIN;
    loop {
        let from = after;
        let roots = app.store.read_now(move |tx| root::list_after(tx, from, CHUNK))?;
        if roots.is_empty() {
            break;
        }
        for row in roots {
            after = row.id;
            report.roots += 1;
            let id = row.id;
            let (heads, lost) = app.store.read_now(move |tx| heads(tx, id))?;
            let mut found =
                |what: String| report.find(FindingSubject::Record, format!("root of {}", row.at), what);
            if row.previous != previous {
                found("does not follow the root before it".into());
            }
            if digest(&row.previous, row.at.millis(), &heads)[..] != row.digest[..] {
                found("its heads are not those that were signed".into());
            }
            if !app.keys.signed(row.at.millis(), &row.digest, &row.signature) {
                found("its signature is not ours".into());
            }
            for dossier in lost {
                found(format!("dossier {dossier} was cut or replaced since it was signed"));
            }
            previous = row.digest;
        }
    }
    for root in app.store.read_now(root::list_lost)? {
        report.find(FindingSubject::Record, format!("root {root}"), "its heads are there, and it is not");
    }
    Ok(())
}

/// The heads a root holds, and the dossiers whose chain no longer has the digest that was signed.
fn heads(tx: &mut Tx, id: i64) -> Result<(Vec<root::RootHead>, Vec<i64>), StorageError> {
    let heads = root::list_heads(tx, id)?;
    let mut lost = Vec::new();
    for head in &heads {
        if root::find_event_digest(tx, head.dossier, head.sequence)?.as_deref() != Some(&head.digest[..]) {
            lost.push(head.dossier.0);
        }
    }
    Ok((heads, lost))
}
