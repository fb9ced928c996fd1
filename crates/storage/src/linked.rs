//! Dossiers that were opened for one of another agency.

use crate::{Result, Tx, params};
use domain::dossier::DossierId;

/// Those of a main dossier, in the order they were opened.
pub fn list(tx: &mut Tx, main: DossierId) -> Result<Vec<DossierId>> {
    let rows = tx.query("select id from dossier where main_id = ?1 order by id", params![main])?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Those of several, each with its main dossier.
pub fn list_of(tx: &mut Tx, mains: &[DossierId]) -> Result<Vec<DossierId>> {
    let (marks, values) = crate::tx::among(mains.iter().map(|main| (*main).into()));
    if values.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("select id from dossier where main_id in ({marks}) order by id");
    tx.query(&sql, &values)?.iter().map(|row| row.get(0)).collect()
}
