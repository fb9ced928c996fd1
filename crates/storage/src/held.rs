//! Forms posted when their session had just ended, for an hour.

use crate::{Result, SqlRow, Tx, params};
use domain::officer::AccountId;
use domain::time::Instant;

#[derive(Clone, Debug)]
pub struct HeldRow {
    pub account: AccountId,
    /// In whose place an officer acted.
    pub stands_for: Option<AccountId>,
    pub path: String,
    /// What was typed, and which contents came along, as JSON of the app's own.
    pub body: String,
    pub at: Instant,
}

pub fn insert(tx: &mut Tx, token: &[u8], held: &HeldRow) -> Result<()> {
    tx.execute(
        "insert into held (token, account_id, stands_for, path, body, held_at) values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![token, held.account, held.stands_for, &held.path, &held.body, held.at],
    )?;
    Ok(())
}

/// An account's own, held between two moments.
pub fn find(
    tx: &mut Tx,
    token: &[u8],
    account: AccountId,
    since: Instant,
    until: Instant,
) -> Result<Option<HeldRow>> {
    let row = tx.query_one(
        "select stands_for, path, body, held_at from held
         where token = ?1 and account_id = ?2 and held_at > ?3 and held_at <= ?4",
        params![token, account, since, until],
    )?;
    let read = |row: &SqlRow| {
        let (stands_for, path, body, at) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(HeldRow { account, stands_for, path, body, at })
    };
    row.as_ref().map(read).transpose()
}

/// Notes that it was shown again.
pub fn mark_given(tx: &mut Tx, token: &[u8]) -> Result<()> {
    tx.execute("update held set given = 1 where token = ?1", params![token])?;
    Ok(())
}

pub fn drop_one(tx: &mut Tx, token: &[u8], account: AccountId) -> Result<()> {
    tx.execute("delete from held where token = ?1 and account_id = ?2", params![token, account])?;
    Ok(())
}

/// Drops the oldest of an account beyond a number; returns the bodies of those nobody was shown.
pub fn drop_beyond(tx: &mut Tx, account: AccountId, count: u32) -> Result<Vec<String>> {
    let rows = tx.query(
        "delete from held where token in
            (select token from held where account_id = ?1 order by held_at desc, token limit 1000 offset ?2)
         returning body, given",
        params![account, count],
    )?;
    never_shown(&rows)
}

/// Drops what was held before a moment, or by a clock ahead; the bodies of those nobody was shown.
pub fn sweep(tx: &mut Tx, since: Instant, until: Instant) -> Result<Vec<String>> {
    let rows = tx.query(
        "delete from held where held_at <= ?1 or held_at > ?2 returning body, given",
        params![since, until],
    )?;
    never_shown(&rows)
}

/// Drops all of an account; their bodies.
pub fn drop_all(tx: &mut Tx, account: AccountId) -> Result<Vec<String>> {
    let rows = tx.query("delete from held where account_id = ?1 returning body", params![account])?;
    rows.iter().map(|row| row.get(0)).collect()
}

fn never_shown(rows: &[SqlRow]) -> Result<Vec<String>> {
    let mut bodies = Vec::new();
    for row in rows {
        if row.get::<i64>(1)? == 0 {
            bodies.push(row.get(0)?);
        }
    }
    Ok(bodies)
}
