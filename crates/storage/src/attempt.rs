//! How often something was tried: a count that ends after a time and then begins anew.

use crate::{Result, Tx, params};
use domain::time::Instant;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttemptCount {
    pub times: u32,
    pub ends_at: Instant,
}

/// Counts one more; a count that has ended, or that a clock ahead began, begins anew and then lasts until `until`.
pub fn add(tx: &mut Tx, subject: &[u8], now: Instant, until: Instant) -> Result<AttemptCount> {
    let row = tx.query_one(
        "insert into attempt (subject, times, ends_at) values (?1, 1, ?3)
         on conflict (subject) do update set
            times = case when attempt.ends_at <= ?2 or attempt.ends_at > ?3 then 1 else attempt.times + 1 end,
            ends_at = case when attempt.ends_at <= ?2 or attempt.ends_at > ?3 then ?3 else attempt.ends_at end
         returning times, ends_at",
        params![subject, now, until],
    )?;
    let row = row.expect("a row is inserted or updated");
    Ok(AttemptCount { times: row.get(0)?, ends_at: row.get(1)? })
}

/// Takes one back that turned out not to count.
pub fn take_back(tx: &mut Tx, subject: &[u8]) -> Result<()> {
    tx.execute("update attempt set times = times - 1 where subject = ?1 and times > 0", params![subject])?;
    Ok(())
}

pub fn forget(tx: &mut Tx, subject: &[u8]) -> Result<()> {
    tx.execute("delete from attempt where subject = ?1", params![subject])?;
    Ok(())
}

pub fn sweep(tx: &mut Tx, now: Instant, until: Instant) -> Result<u64> {
    tx.execute("delete from attempt where ends_at <= ?1 or ends_at > ?2", params![now, until])
}
