//! Colleagues who support or follow open dossiers, as rows by which each finds them.

use crate::{Result, SqlRow, SqlValue, StorageError, Tx};
use domain::dossier::{DossierId, Involvement};
use domain::officer::AccountId;

/// Maximum dossiers asked for in one statement.
const CHUNK: usize = 500;

/// How an officer is involved in each of some dossiers.
pub fn list_own(
    tx: &mut Tx,
    officer: AccountId,
    dossiers: &[DossierId],
) -> Result<Vec<(DossierId, Involvement)>> {
    let (marks, mut values) = crate::tx::among(dossiers.iter().map(|id| SqlValue::from(*id)));
    if values.is_empty() {
        return Ok(Vec::new());
    }
    values.push(officer.into());
    let own = values.len();
    let sql =
        format!("select dossier_id, how from involved where dossier_id in ({marks}) and account_id = ?{own}");
    let read = |row: &SqlRow| {
        let how: String = row.get(1)?;
        let unknown = || StorageError::Unexpected(format!("`{how}` is not how one is involved"));
        Ok((row.get(0)?, Involvement::parse(&how).ok_or_else(unknown)?))
    };
    tx.query(&sql, &values)?.iter().map(read).collect()
}

/// Who supports or follows each of some dossiers.
pub fn list_of(tx: &mut Tx, dossiers: &[DossierId]) -> Result<Vec<(DossierId, AccountId)>> {
    let mut found = Vec::new();
    for chunk in dossiers.chunks(CHUNK) {
        let (marks, ids) = crate::tx::among(chunk.iter().map(|id| SqlValue::from(*id)));
        let sql = format!("select dossier_id, account_id from involved where dossier_id in ({marks})");
        for row in tx.query(&sql, &ids)? {
            found.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(found)
}
