//! Dossiers that were opened for one of another agency.

use crate::{Result, Tx, params};
use domain::dossier::DossierId;

/// Those of a main dossier, in the order they were opened.
pub fn list(tx: &mut Tx, main: DossierId) -> Result<Vec<DossierId>> {
    let rows = tx.query("select id from dossier where main_id = ?1 order by id", params![main])?;
    rows.iter().map(|row| row.get(0)).collect()
}
