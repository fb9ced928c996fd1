//! Processes that are being designed, one a procedure.

use crate::{Result, SqlRow, Tx, params};
use domain::officer::AccountId;
use domain::time::Instant;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessDraft {
    /// The file, to the letter.
    pub source: String,
    pub updated_at: Instant,
    pub updated_by: AccountId,
}

fn read(row: &SqlRow) -> Result<ProcessDraft> {
    Ok(ProcessDraft { source: row.get(0)?, updated_at: row.get(1)?, updated_by: row.get(2)? })
}

pub fn find(tx: &mut Tx, code: &str) -> Result<Option<ProcessDraft>> {
    let row = tx.query_one(
        "select source, updated_at, updated_by from process_draft where code = ?1",
        params![code],
    )?;
    row.as_ref().map(read).transpose()
}

/// Saves over the draft that was seen, or where none was; false where somebody else was faster.
pub fn save(tx: &mut Tx, code: &str, draft: &ProcessDraft, seen: Option<Instant>) -> Result<bool> {
    let touched = match seen {
        Some(seen) => tx.execute(
            "update process_draft set source = ?2, updated_at = ?3, updated_by = ?4
             where code = ?1 and updated_at = ?5",
            params![code, &draft.source, draft.updated_at, draft.updated_by, seen],
        )?,
        None => tx.execute(
            "insert into process_draft (code, source, updated_at, updated_by) values (?1, ?2, ?3, ?4)
             on conflict (code) do nothing",
            params![code, &draft.source, draft.updated_at, draft.updated_by],
        )?,
    };
    Ok(touched == 1)
}

/// Drops the draft that was seen; false where it is another by now.
pub fn drop(tx: &mut Tx, code: &str, seen: Instant) -> Result<bool> {
    let sql = "delete from process_draft where code = ?1 and updated_at = ?2";
    Ok(tx.execute(sql, params![code, seen])? == 1)
}
