//! Very many dossiers in the narrow tables alone: what they measure, and so much of the row a list shows as it needs. Nothing
//! tells their past, so `verify` does not know them: for measuring how fast figures are.

use crate::projection::{MEASURE, measured_row, of_row};
use crate::{Result, SqlValue, Tx, params};
use domain::counting::Measure;
use domain::dossier::{DossierId, Reference, StageKind};
use domain::time::Instant;
use jiff::civil::Date;

#[derive(Clone, Debug)]
pub struct LeanDossier {
    pub id: DossierId,
    pub reference: Reference,
    pub measure: Measure,
}

/// What dossiers measure, at most so many.
pub fn measures(tx: &mut Tx, limit: u32) -> Result<Vec<Measure>> {
    let sql = format!("select {} from measure order by dossier_id limit ?1", MEASURE.columns.join(", "));
    tx.query(&sql, params![limit])?.iter().map(of_row).collect()
}

pub fn insert(tx: &mut Tx, dossiers: &[LeanDossier]) -> Result<()> {
    let measures: Vec<Vec<SqlValue>> = dossiers.iter().map(|of| measured_row(of.id, &of.measure)).collect();
    let listed: Vec<Vec<SqlValue>> = dossiers.iter().map(listed).collect();
    tx.insert("dossier", LISTED, &listed)?;
    tx.insert(MEASURE.table, &MEASURE.all_columns(), &measures)
}

const LISTED: &str =
    "id, reference, procedure_code, channel, receiving_id, competent_id, stage, steps_done, steps_total,
    submitted_at, accepted_at, finished_at, sequence, head, rooted";

/// A root is said to hold it, so that none is made for it.
fn listed(of: &LeanDossier) -> Vec<SqlValue> {
    let measure = &of.measure;
    let at = |day: Date| Instant::from_civil(day.at(9, 0, 0, 0));
    let stage = if measure.done.is_some() { StageKind::Returned } else { StageKind::Processing };
    let (came, head): (_, &[u8]) = (at(measure.came), &[0; 32]);
    let row = params![
        of.id,
        of.reference.as_str(),
        measure.procedure.as_str(),
        measure.channel.key(),
        measure.agency,
        measure.agency,
        stage.key(),
        0_i64,
        0_i64,
        came,
        came,
        measure.done.map(|done| at(done.on)),
        1_i64,
        head,
        1_i64,
    ];
    row.to_vec()
}
