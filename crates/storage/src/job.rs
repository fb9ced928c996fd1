//! Jobs: what must follow a commit, written in the same transaction, run at least once.

use crate::{Result, SqlRow, Tx, params};
use domain::time::Instant;

#[derive(Clone, Debug)]
pub struct JobRow {
    pub id: i64,
    pub kind: String,
    pub body: String,
    pub tries: u32,
    pub failure: String,
    pub due_at: Instant,
}

fn read(row: &SqlRow) -> Result<JobRow> {
    Ok(JobRow {
        id: row.get(0)?,
        kind: row.get(1)?,
        body: row.get(2)?,
        tries: row.get(3)?,
        failure: row.get(4)?,
        due_at: row.get(5)?,
    })
}

/// A job to be done.
#[derive(Clone, Copy, Debug)]
pub struct NewJob<'a> {
    pub id: i64,
    pub kind: &'a str,
    /// Which runner takes it.
    pub lane: &'a str,
    pub body: &'a str,
    pub due_at: Instant,
    /// While an earlier one of the same order waits, it waits too.
    pub order: Option<&'a str>,
}

/// A key that is there already is a job that is there already.
pub fn insert(tx: &mut Tx, new: &NewJob) -> Result<()> {
    tx.execute(
        "insert into job (id, kind, lane, body, due_at, tries, failure, state, in_order)
         values (?1, ?2, ?3, ?4, ?5, 0, '', 'waiting', ?6) on conflict (id) do nothing",
        params![new.id, new.kind, new.lane, new.body, new.due_at, new.order.map(str::to_string)],
    )?;
    Ok(())
}

/// How long a job that was just taken is hidden, in minutes; whoever runs it renews that.
const HIDDEN_MINUTES: i64 = 3;

/// Takes the next job of a lane that is due, and hides it for a while: if its runner dies, it comes back. What is on
/// hold, by itself or with everything that goes to its destination, is left.
pub fn take(tx: &mut Tx, now: Instant, lane: &str, destination: &str) -> Result<Option<JobRow>> {
    let row = tx.query_one(
        "update job set due_at = ?2, tries = tries + 1, failure = ''
         where id = (select id from job
                where state = 'waiting' and lane = ?3 and due_at <= ?1 and held_at is null
                    and not exists (select 1 from job as earlier where earlier.in_order = job.in_order
                        and earlier.state = 'waiting' and earlier.held_at is null and earlier.id < job.id)
                    and not exists (select 1 from meta where name = ?4)
                order by due_at, id limit 1)
            and state = 'waiting' and due_at <= ?1
         returning id, kind, body, tries, failure, due_at",
        params![now, now.plus_minutes(HIDDEN_MINUTES), lane, holding(destination)],
    )?;
    row.as_ref().map(read).transpose()
}

/// Hides one that is still being run a while longer.
pub fn renew(tx: &mut Tx, id: i64, until: Instant) -> Result<()> {
    tx.execute("update job set due_at = ?2 where id = ?1 and state = 'waiting'", params![id, until])?;
    Ok(())
}

/// One that turned into another kind meanwhile goes on as that.
pub fn finish(tx: &mut Tx, id: i64, kind: &str) -> Result<()> {
    tx.execute("update job set state = 'done', failure = '' where id = ?1 and kind = ?2", params![id, kind])?;
    Ok(())
}

/// What is done goes on as another kind, with the same text.
pub fn turn_into(tx: &mut Tx, id: i64, kind: &str, lane: &str, due_at: Instant, order: &str) -> Result<()> {
    tx.execute(
        "update job set kind = ?2, lane = ?3, due_at = ?4, in_order = ?5, tries = 0, failure = ''
         where id = ?1 and state = 'waiting'",
        params![id, kind, lane, due_at, order],
    )?;
    Ok(())
}

/// When one that failed is tried again.
#[derive(Clone, Copy, Debug)]
pub enum Retry {
    /// The try is not counted.
    Free(Instant),
    /// Nothing: it is given up, and its reason kept in sight.
    At(Option<Instant>),
}

pub fn fail(tx: &mut Tx, id: i64, failure: &str, again: Retry) -> Result<()> {
    match again {
        Retry::Free(at) => tx.execute(
            "update job set failure = ?2, due_at = ?3, tries = tries - 1 where id = ?1",
            params![id, failure, at],
        )?,
        Retry::At(Some(at)) => {
            tx.execute("update job set failure = ?2, due_at = ?3 where id = ?1", params![id, failure, at])?
        }
        Retry::At(None) => {
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

/// Nothing of a lane waits or is tried again, whichever jobs are in it.
pub fn drop_lane(tx: &mut Tx, lane: &str) -> Result<()> {
    tx.execute(
        "update job set state = 'done', failure = '' where lane = ?1 and state <> 'done'",
        params![lane],
    )?;
    Ok(())
}

/// A failed job waits again, and one that waits is due now.
pub fn retry(tx: &mut Tx, id: i64, now: Instant) -> Result<bool> {
    let touched = tx.execute(
        "update job set state = 'waiting', tries = 0, due_at = ?2, held_at = null
         where id = ?1 and (state = 'failed' or (state = 'waiting' and (failure <> '' or held_at is not null)))",
        params![id, now],
    )?;
    Ok(touched == 1)
}

/// A job is put on hold.
pub fn hold(tx: &mut Tx, id: i64, now: Instant) -> Result<bool> {
    let touched = tx.execute(
        "update job set held_at = ?2 where id = ?1 and state = 'waiting' and held_at is null",
        params![id, now],
    )?;
    Ok(touched == 1)
}

fn holding(destination: &str) -> String {
    format!("hold-{destination}")
}

/// Everything that goes to a destination is put on hold, or goes on.
pub fn hold_all(tx: &mut Tx, destination: &str, hold: bool) -> Result<()> {
    match hold {
        true => crate::catalogue::set_meta(tx, &holding(destination), "yes"),
        false => crate::catalogue::drop_meta(tx, &holding(destination)),
    }
}

pub fn is_held(tx: &mut Tx, destination: &str) -> Result<bool> {
    Ok(crate::catalogue::meta(tx, &holding(destination))?.is_some())
}

/// A job in trouble, without what it says.
#[derive(Clone, Debug)]
pub struct TroubledJobRow {
    pub id: i64,
    pub kind: String,
    pub tries: u32,
    pub failure: String,
    pub due_at: Instant,
    pub given_up: bool,
    pub held: bool,
}

/// Jobs that failed for good, those that failed and will be tried again, and those on hold; the newest first, before a
/// key.
pub fn list_troubled(tx: &mut Tx, before: i64, limit: u32) -> Result<Vec<TroubledJobRow>> {
    tx.query(
        "select id, kind, tries, failure, due_at, state, held_at from job
         where id < ?1 and (state = 'failed' or (state = 'waiting' and (failure <> '' or held_at is not null)))
         order by id desc limit ?2",
        params![before, limit],
    )?
    .iter()
    .map(|row| {
        Ok(TroubledJobRow {
            id: row.get(0)?,
            kind: row.get(1)?,
            tries: row.get(2)?,
            failure: row.get(3)?,
            due_at: row.get(4)?,
            given_up: row.get::<String>(5)? == "failed",
            held: row.get::<Option<i64>>(6)?.is_some(),
        })
    })
    .collect()
}

/// What is due of each kind, of the oldest ten thousand: its number, and since when the oldest is.
pub fn count_due(tx: &mut Tx, lane: &str, now: Instant) -> Result<Vec<(String, u32, Instant)>> {
    tx.query(
        "select kind, count(*), min(due_at) from (
            select kind, due_at from job where state = 'waiting' and lane = ?1 and due_at <= ?2
            order by due_at, id limit 10000) as due
         group by kind order by kind",
        params![lane, now],
    )?
    .iter()
    .map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
    .collect()
}

/// Those done, and refused for good, before a moment are forgotten.
pub fn sweep(tx: &mut Tx, before: Instant) -> Result<u64> {
    tx.execute(
        "delete from job where due_at < ?1 and (state = 'done' or (state = 'failed' and failure = 'never'))",
        params![before],
    )
}
