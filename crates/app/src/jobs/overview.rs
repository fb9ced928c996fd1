//! What an administrator sees of jobs, and does with them: what waits, what failed and why, try again, hold. A job's text
//! stays out of it.

use super::{Destination, JOBS, JobLane, StoredFailure};
use crate::{App, Fault};
use domain::officer::AccountId;
use domain::time::Instant;
use storage::{StorageError, Tx, catalogue, job};

/// What is due of a kind.
#[derive(Clone, Debug)]
pub struct DueJobs {
    pub kind: String,
    pub destination: Destination,
    /// Counted up to ten thousand.
    pub count: u32,
    pub since: Instant,
}

#[derive(Clone, Debug)]
pub struct TroubledJob {
    pub id: i64,
    pub kind: String,
    pub tries: u32,
    /// Nothing where it is only on hold.
    pub why: Option<StoredFailure>,
    pub again_at: Instant,
    pub given_up: bool,
    pub held: bool,
}

/// What is due and has not been taken yet, by kind.
pub async fn list_waiting(app: &App) -> Result<Vec<DueJobs>, Fault> {
    let now = app.now();
    let read = move |tx: &mut Tx| {
        let mut waiting = Vec::new();
        for lane in JobLane::all(JOBS) {
            for (kind, count, since) in job::count_due(tx, &lane.key(), now)? {
                waiting.push(DueJobs { kind, destination: lane.destination, count, since });
            }
        }
        Ok::<_, StorageError>(waiting)
    };
    Ok(app.store.read(read).await?)
}

/// Jobs that failed or are on hold, the newest first, before a key.
pub async fn list_troubled(app: &App, before: i64, limit: u32) -> Result<Vec<TroubledJob>, Fault> {
    let rows = app.store.read_once(move |tx| job::list_troubled(tx, before, limit)).await?;
    let troubled = |row: job::TroubledJobRow| TroubledJob {
        id: row.id,
        kind: row.kind,
        tries: row.tries,
        why: StoredFailure::parse(&row.failure),
        again_at: row.due_at,
        given_up: row.given_up,
        held: row.held,
    };
    Ok(rows.into_iter().map(troubled).collect())
}

/// Destinations everything to is on hold.
pub async fn list_held_destinations(app: &App) -> Result<Vec<Destination>, Fault> {
    let read = |tx: &mut Tx| {
        let mut held = Vec::new();
        for destination in Destination::ALL {
            if job::is_held(tx, destination.key())? {
                held.push(destination);
            }
        }
        Ok::<_, StorageError>(held)
    };
    Ok(app.store.read(read).await?)
}

/// Tries one again now, off hold too.
pub async fn retry(app: &App, by: AccountId, id: i64) -> Result<bool, Fault> {
    let (now, audit) = (app.now(), app.store.new_id(app.now()));
    let write = move |tx: &mut Tx| {
        let done = job::retry(tx, id, now)?;
        if done {
            catalogue::audit(tx, audit, now, Some(by), "job", &format!("{id} tried again"), "")?;
        }
        Ok::<_, StorageError>(done)
    };
    Ok(app.store.write(write).await?)
}

pub async fn hold(app: &App, by: AccountId, id: i64) -> Result<bool, Fault> {
    let (now, audit) = (app.now(), app.store.new_id(app.now()));
    let write = move |tx: &mut Tx| {
        let done = job::hold(tx, id, now)?;
        if done {
            catalogue::audit(tx, audit, now, Some(by), "job", &format!("{id} on hold"), "")?;
        }
        Ok::<_, StorageError>(done)
    };
    Ok(app.store.write(write).await?)
}

/// Holds everything that goes to a destination, or lets it go on.
pub async fn hold_destination(app: &App, by: AccountId, to: Destination, hold: bool) -> Result<(), Fault> {
    let (now, audit) = (app.now(), app.store.new_id(app.now()));
    let subject = format!("{} {}", to.key(), if hold { "on hold" } else { "goes on" });
    let write = move |tx: &mut Tx| {
        job::hold_all(tx, to.key(), hold)?;
        catalogue::audit(tx, audit, now, Some(by), "job", &subject, "")
    };
    Ok(app.store.write(write).await?)
}
