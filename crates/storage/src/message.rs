//! What the portal tells a person.

use crate::{Result, Tx, Value, params};
use domain::dossier::DossierId;
use domain::officer::AccountId;
use domain::time::Instant;

/// Maximum accounts asked for in one statement.
const AT_ONCE: usize = 500;

#[derive(Clone, Debug)]
pub struct Message {
    pub id: i64,
    pub dossier: Option<DossierId>,
    pub notice: String,
    /// What its words need, as JSON of the app's own.
    pub body: String,
    pub at: Instant,
    pub read: bool,
}

/// Adds a message; adding the same key again changes nothing.
pub fn insert(
    tx: &mut Tx,
    id: i64,
    account: AccountId,
    dossier: Option<DossierId>,
    notice: &str,
    body: &str,
    at: Instant,
) -> Result<()> {
    tx.execute(
        "insert into message (id, account_id, dossier_id, notice, body, at) values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (id) do nothing",
        params![id, account, dossier, notice, body, at],
    )?;
    Ok(())
}

/// Messages of an account, newest first.
pub fn list(tx: &mut Tx, account: AccountId, before: Option<(i64, i64)>, limit: u32) -> Result<Vec<Message>> {
    let (at, id) = before.unwrap_or((i64::MAX, i64::MAX));
    tx.query(
        "select id, dossier_id, notice, body, at, read_at from message
         where account_id = ?1 and (at, id) < (?2, ?3)
         order by at desc, id desc limit ?4",
        params![account, at, id, limit],
    )?
    .iter()
    .map(|row| {
        Ok(Message {
            id: row.get(0)?,
            dossier: row.get(1)?,
            notice: row.get(2)?,
            body: row.get(3)?,
            at: row.get(4)?,
            read: row.get::<Option<i64>>(5)?.is_some(),
        })
    })
    .collect()
}

/// What these accounts were told since a moment: whom, and the body.
pub fn list_bodies(tx: &mut Tx, accounts: &[AccountId], since: Instant) -> Result<Vec<(AccountId, String)>> {
    let mut bodies = Vec::new();
    for some in accounts.chunks(AT_ONCE) {
        let (marks, mut values) = crate::tx::among(some.iter().map(|account| Value::from(*account)));
        values.push(Value::from(since));
        let sql = format!(
            "select account_id, body from message where account_id in ({marks}) and at > ?{}",
            values.len()
        );
        for row in tx.query(&sql, &values)? {
            bodies.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(bodies)
}

pub fn count_unread(tx: &mut Tx, account: AccountId) -> Result<u32> {
    let row = tx.query_one(
        "select count(*) from (select 1 from message where account_id = ?1 and read_at is null limit 100) as found",
        params![account],
    )?;
    row.map_or(Ok(0), |row| row.get(0))
}

pub fn mark_read(tx: &mut Tx, account: AccountId, now: Instant) -> Result<()> {
    tx.execute(
        "update message set read_at = ?2 where account_id = ?1 and read_at is null",
        params![account, now],
    )?;
    Ok(())
}

/// Drops messages of some kinds said before a moment.
pub fn forget(tx: &mut Tx, notices: &[&str], before: Instant) -> Result<()> {
    for notice in notices {
        tx.execute("delete from message where notice = ?1 and at < ?2", params![*notice, before])?;
    }
    Ok(())
}
