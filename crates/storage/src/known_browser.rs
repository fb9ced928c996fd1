//! Browsers an account was signed in with before.

use crate::{Result, Tx, params};
use domain::officer::AccountId;
use domain::time::Instant;

/// Maximum known browsers of an account; the longest unused is forgotten first.
const KNOWN_MAX: u32 = 20;

/// Whether an account was signed in with a browser before.
pub fn is_known(tx: &mut Tx, token: &[u8], account: AccountId) -> Result<bool> {
    let sql = "select seen_at from known_browser where token = ?1 and account_id = ?2";
    Ok(tx.query_one(sql, params![token, account])?.is_some())
}

/// Whether anybody was signed in with a browser before.
pub fn is_known_to_anybody(tx: &mut Tx, token: &[u8]) -> Result<bool> {
    let sql = "select seen_at from known_browser where token = ?1 limit 1";
    Ok(tx.query_one(sql, params![token])?.is_some())
}

pub fn save(tx: &mut Tx, token: &[u8], account: AccountId, now: Instant) -> Result<()> {
    tx.execute(
        "insert into known_browser (token, account_id, seen_at) values (?1, ?2, ?3)
         on conflict (token, account_id) do update set seen_at = excluded.seen_at",
        params![token, account, now],
    )?;
    tx.execute(
        "delete from known_browser where account_id = ?1 and token not in
            (select token from known_browser where account_id = ?1 order by seen_at desc, token limit ?2)",
        params![account, KNOWN_MAX],
    )?;
    Ok(())
}

/// Forgets the browsers of an account.
pub fn forget(tx: &mut Tx, account: AccountId) -> Result<()> {
    tx.execute("delete from known_browser where account_id = ?1", params![account])?;
    Ok(())
}

pub fn sweep(tx: &mut Tx, before: Instant) -> Result<u64> {
    tx.execute("delete from known_browser where seen_at < ?1", params![before])
}
