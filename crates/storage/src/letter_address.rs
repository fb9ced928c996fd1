//! Where a waiting letter about an account goes: the account itself may know another address by then.

use crate::{Result, Tx, params};
use domain::time::Instant;

pub fn insert(tx: &mut Tx, job: i64, address: &str, now: Instant) -> Result<()> {
    tx.execute(
        "insert into letter_address (job_id, address, made_at) values (?1, ?2, ?3)",
        params![job, address, now],
    )?;
    Ok(())
}

pub fn find(tx: &mut Tx, job: i64) -> Result<Option<String>> {
    let row = tx.query_one("select address from letter_address where job_id = ?1", params![job])?;
    row.map(|row| row.get(0)).transpose()
}

pub fn forget(tx: &mut Tx, job: i64) -> Result<()> {
    tx.execute("delete from letter_address where job_id = ?1", params![job])?;
    Ok(())
}

/// Forgets all: no such letter waits any more.
pub fn forget_all(tx: &mut Tx) -> Result<()> {
    tx.execute("delete from letter_address", &[])?;
    Ok(())
}

/// Forgets those of letters that were given up long ago.
pub fn sweep(tx: &mut Tx, before: Instant) -> Result<u64> {
    tx.execute("delete from letter_address where made_at < ?1", params![before])
}
