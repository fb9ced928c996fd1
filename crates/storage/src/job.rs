//! Jobs: what must follow a commit, written in the same transaction, run at least once.

use crate::{Result, Row, Tx, Value, params};
use domain::time::Instant;

#[derive(Clone, Debug)]
pub struct Job {
    pub id: i64,
    pub kind: String,
    pub body: String,
    pub tries: u32,
    pub failure: String,
    pub due_at: Instant,
}

fn read(row: &Row) -> Result<Job> {
    Ok(Job {
        id: row.get(0)?,
        kind: row.get(1)?,
        body: row.get(2)?,
        tries: row.get(3)?,
        failure: row.get(4)?,
        due_at: row.get(5)?,
    })
}

pub fn insert(tx: &mut Tx, id: i64, kind: &str, body: &str, due_at: Instant) -> Result<()> {
    tx.execute(
        "insert into job (id, kind, body, due_at, tries, failure, state) values (?1, ?2, ?3, ?4, 0, '', 'waiting')",
        params![id, kind, body, due_at],
    )?;
    Ok(())
}

/// Takes the next job that is due, of some kinds or of all others, and hides it until `hidden_until`: if its runner dies,
/// it comes back.
pub fn take(
    tx: &mut Tx,
    now: Instant,
    hidden_until: Instant,
    kinds: &[&str],
    of_them: bool,
) -> Result<Option<Job>> {
    let marks: Vec<String> = (3..3 + kinds.len()).map(|number| format!("?{number}")).collect();
    let (marks, not) = (marks.join(", "), if of_them { "" } else { "not " });
    let mut values = params![now, hidden_until].to_vec();
    values.extend(kinds.iter().map(|kind| Value::from(*kind)));
    let sql = format!(
        "update job set due_at = ?2, tries = tries + 1
         where id = (select id from job where state = 'waiting' and due_at <= ?1 and kind {not}in ({marks})
                order by due_at, id limit 1)
            and state = 'waiting'
         returning id, kind, body, tries, failure, due_at"
    );
    let row = tx.query_one(&sql, &values)?;
    row.as_ref().map(read).transpose()
}

pub fn finish(tx: &mut Tx, id: i64) -> Result<()> {
    tx.execute("update job set state = 'done', failure = '' where id = ?1", params![id])?;
    Ok(())
}

/// Tries again later, or gives up and keeps the reason in sight.
pub fn fail(tx: &mut Tx, id: i64, failure: &str, again_at: Option<Instant>) -> Result<()> {
    match again_at {
        Some(at) => {
            tx.execute("update job set failure = ?2, due_at = ?3 where id = ?1", params![id, failure, at])?
        }
        None => {
            tx.execute("update job set failure = ?2, state = 'failed' where id = ?1", params![id, failure])?
        }
    };
    Ok(())
}

/// Nothing of a kind waits or is tried again.
pub fn drop_waiting(tx: &mut Tx, kind: &str) -> Result<()> {
    tx.execute(
        "update job set state = 'done', failure = '' where kind = ?1 and state <> 'done'",
        params![kind],
    )?;
    Ok(())
}

/// A failed job waits again.
pub fn retry(tx: &mut Tx, id: i64, now: Instant) -> Result<bool> {
    let touched = tx.execute(
        "update job set state = 'waiting', tries = 0, due_at = ?2 where id = ?1 and state = 'failed'",
        params![id, now],
    )?;
    Ok(touched == 1)
}

/// Jobs that failed for good, and those that failed and will be tried again.
pub fn list_troubled(tx: &mut Tx, limit: u32) -> Result<Vec<(Job, bool)>> {
    tx.query(
        "select id, kind, body, tries, failure, due_at, state from job
         where state = 'failed' or (state = 'waiting' and failure <> '') order by id desc limit ?1",
        params![limit],
    )?
    .iter()
    .map(|row| Ok((read(row)?, row.get::<String>(6)? == "failed")))
    .collect()
}

pub fn sweep_done(tx: &mut Tx, before: Instant) -> Result<u64> {
    tx.execute("delete from job where state = 'done' and due_at < ?1", params![before])
}
