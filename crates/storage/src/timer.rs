//! When what is done again and again is next due, for all nodes of a database.

use crate::{Result, Tx, params};
use domain::time::Instant;

pub fn next(tx: &mut Tx, key: &str) -> Result<Option<Instant>> {
    tx.query_one("select next_at from timer where key = ?1", params![key])?.map(|row| row.get(0)).transpose()
}

pub fn set(tx: &mut Tx, key: &str, at: Instant) -> Result<()> {
    tx.execute(
        "insert into timer (key, next_at) values (?1, ?2) on conflict (key) do update set next_at = excluded.next_at",
        params![key, at],
    )?;
    Ok(())
}

/// Takes it, unless it was taken since it was seen.
pub fn take(tx: &mut Tx, key: &str, seen: Option<Instant>, next: Instant) -> Result<bool> {
    let taken = match seen {
        Some(seen) => tx.execute(
            "update timer set next_at = ?3 where key = ?1 and next_at = ?2",
            params![key, seen, next],
        )?,
        None => tx.execute(
            "insert into timer (key, next_at) values (?1, ?2) on conflict (key) do nothing",
            params![key, next],
        )?,
    };
    Ok(taken == 1)
}
