//! What was searched for, kept so that a list has an address without personal data in it.

use crate::{Result, Tx, params};
use domain::officer::AccountId;
use domain::time::Instant;

/// Keeps what was searched for, so that a list has an address without personal data in it.
pub fn save_search(tx: &mut Tx, token: &str, account: AccountId, text: &str, ends_at: Instant) -> Result<()> {
    tx.execute(
        "insert into saved_search (token, account_id, body, ends_at) values (?1, ?2, ?3, ?4)",
        params![token, account, text, ends_at],
    )?;
    Ok(())
}

pub fn find_search(tx: &mut Tx, token: &str, account: AccountId, now: Instant) -> Result<Option<String>> {
    let row = tx.query_one(
        "select body from saved_search where token = ?1 and account_id = ?2 and ends_at > ?3",
        params![token, account, now],
    )?;
    row.map(|row| row.get(0)).transpose()
}

pub fn drop_old_searches(tx: &mut Tx, now: Instant) -> Result<u64> {
    tx.execute("delete from saved_search where ends_at < ?1", params![now])
}
