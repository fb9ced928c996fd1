//! Writes every table that follows the record anew from the events. It refuses where the record itself is not whole:
//! rows written from a changed past would make the change look right.

use crate::dossiers::rows_of;
use crate::verify::{Chain, FindingSubject, VerifyFinding};
use crate::{App, Fault, verify};
use domain::dossier::{DossierId, replay};
use storage::{StorageError, Tx, projection, record, tally};

const CHUNK: u32 = 200;

/// What was written anew.
#[derive(Clone, Debug, Default)]
pub struct Rebuilt {
    pub dossiers: u64,
    /// Rows that were missing, too many, or others.
    pub rows: u64,
    /// Dossiers whose own row was gone: only signed roots tell whether their last events are still there.
    pub without_row: Vec<DossierId>,
}

/// What was done, or why it was refused. Nobody else may work on the installation meanwhile.
pub fn run(app: &App) -> Result<Result<Rebuilt, Vec<VerifyFinding>>, Fault> {
    let report = verify::record(app)?;
    let against: Vec<VerifyFinding> =
        report.findings.into_iter().filter(|finding| finding.of == FindingSubject::Record).collect();
    if !against.is_empty() {
        return Ok(Err(against));
    }
    // First what stands in another's way.
    let mut after = DossierId(i64::MIN);
    while let Some(last) = app.store.write_now(move |tx| set_aside_chunk(tx, after))? {
        after = last;
    }
    let (mut rebuilt, mut after) = (Rebuilt::default(), DossierId(i64::MIN));
    loop {
        let from = after;
        let (last, part) = app.store.write_now(move |tx| rebuild_chunk(tx, from))?;
        rebuilt.dossiers += part.dossiers;
        rebuilt.rows += part.rows;
        rebuilt.without_row.extend(part.without_row);
        match last {
            Some(last) => after = last,
            None => break,
        }
    }
    rebuilt.rows += app.store.write_now(projection::remove_strays)?;
    app.store.write_now(tally::refill)?;
    let mut after = i64::MIN;
    while let Some((last, rows)) = app.store.write_now(move |tx| verify::quarterly::rebuild(tx, after))? {
        (after, rebuilt.rows) = (last, rebuilt.rows + rows);
    }
    Ok(Ok(rebuilt))
}

fn set_aside_chunk(tx: &mut Tx, after: DossierId) -> Result<Option<DossierId>, StorageError> {
    let ids = record::list_dossiers(tx, after, CHUNK)?;
    for id in &ids {
        let Chain { head, records, .. } = Chain::read(tx, *id)?;
        let Some(dossier) = replay(*id, &records) else { continue };
        if projection::DOSSIER.differs(tx, *id, &rows_of(&dossier, head))? {
            storage::dossier::set_aside(tx, *id)?;
        }
    }
    Ok(ids.last().copied())
}

fn rebuild_chunk(tx: &mut Tx, after: DossierId) -> Result<(Option<DossierId>, Rebuilt), StorageError> {
    let ids = record::list_dossiers(tx, after, CHUNK)?;
    let mut rebuilt = Rebuilt::default();
    for id in &ids {
        let Chain { head, records, .. } = Chain::read(tx, *id)?;
        let Some(dossier) = replay(*id, &records) else { continue };
        rebuilt.dossiers += 1;
        if storage::dossier::find_head(tx, *id)?.is_none() {
            rebuilt.without_row.push(*id);
        }
        rebuilt.rows += projection::rewrite(tx, *id, &rows_of(&dossier, head))?;
    }
    Ok((ids.last().copied(), rebuilt))
}
