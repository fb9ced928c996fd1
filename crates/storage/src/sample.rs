//! Something of everything, for the benchmark: spread evenly over a filled database.

use crate::{Result, SqlValue, Tx, params};
use domain::dossier::DossierId;

/// The first numbered dossier after each place of the order of references: its code and owner's name.
pub fn dossiers(tx: &mut Tx, places: &[String]) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for place in places {
        let row = tx.query_one(
            "select dossier.code, coalesce(owner.name, '')
             from dossier
             left join dossier_party owner on owner.dossier_id = dossier.id and owner.role = 'owner'
             where dossier.reference >= ?1 and dossier.code is not null
             order by dossier.reference limit 1",
            params![place],
        )?;
        if let Some(row) = row {
            found.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(found)
}

/// Dossiers that wait to be handed over or are being handled, in the order of their keys.
pub fn in_hand(tx: &mut Tx, limit: u32) -> Result<Vec<DossierId>> {
    tx.query(
        "select dossier_id from work where place = 0 and queue in ('hand-over', 'work') order by dossier_id limit ?1",
        &[SqlValue::from(limit)],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

pub fn count(tx: &mut Tx) -> Result<u32> {
    tx.query_one("select count(*) from dossier", &[])?.map_or(Ok(0), |row| row.get(0))
}
