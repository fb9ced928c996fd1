//! What an administrator sees of jobs, and does with them: what waits, what failed and why, try again, hold. A job's text
//! stays out of it.

use super::{Destination, JOBS, Lane, Why};
use crate::{App, Fault};
use domain::officer::AccountId;
use domain::time::Instant;
use storage::{StorageError, Tx, catalogue, job};

/// What is due of a kind.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub kind: String,
    pub destination: Destination,
    /// Counted up to ten thousand.
    pub count: u32,
    pub since: Instant,
}

#[derive(Clone, Debug)]
pub struct Troubled {
    pub id: i64,
    pub kind: String,
    pub tries: u32,
    /// Nothing where it is only on hold.
    pub why: Option<Why>,
    pub again_at: Instant,
    pub given_up: bool,
    pub held: bool,
}

impl App {
    /// What is due and has not been taken yet, by kind.
    pub async fn list_waiting_jobs(&self) -> Result<Vec<Waiting>, Fault> {
        let now = self.now();
        let read = move |tx: &mut Tx| {
            let mut waiting = Vec::new();
            for lane in Lane::all(JOBS) {
                for (kind, count, since) in job::count_due(tx, &lane.key(), now)? {
                    waiting.push(Waiting { kind, destination: lane.destination, count, since });
                }
            }
            Ok::<_, StorageError>(waiting)
        };
        Ok(self.store.read(read).await?)
    }

    /// Jobs that failed or are on hold, the newest first, before a key.
    pub async fn list_troubled_jobs(&self, before: i64, limit: u32) -> Result<Vec<Troubled>, Fault> {
        let rows = self.store.read_once(move |tx| job::list_troubled(tx, before, limit)).await?;
        let troubled = |row: job::Troubled| Troubled {
            id: row.id,
            kind: row.kind,
            tries: row.tries,
            why: Why::parse(&row.failure),
            again_at: row.due_at,
            given_up: row.given_up,
            held: row.held,
        };
        Ok(rows.into_iter().map(troubled).collect())
    }

    /// Destinations everything to is on hold.
    pub async fn list_held_destinations(&self) -> Result<Vec<Destination>, Fault> {
        let read = |tx: &mut Tx| {
            let mut held = Vec::new();
            for destination in Destination::ALL {
                if job::is_held(tx, destination.key())? {
                    held.push(destination);
                }
            }
            Ok::<_, StorageError>(held)
        };
        Ok(self.store.read(read).await?)
    }

    /// Tries one again now, off hold too.
    pub async fn retry_job(&self, by: AccountId, id: i64) -> Result<bool, Fault> {
        let (now, audit) = (self.now(), self.store.new_id(self.now()));
        let write = move |tx: &mut Tx| {
            let done = job::retry(tx, id, now)?;
            if done {
                catalogue::audit(tx, audit, now, Some(by), "job", &format!("{id} tried again"), "")?;
            }
            Ok::<_, StorageError>(done)
        };
        Ok(self.store.write(write).await?)
    }

    pub async fn hold_job(&self, by: AccountId, id: i64) -> Result<bool, Fault> {
        let (now, audit) = (self.now(), self.store.new_id(self.now()));
        let write = move |tx: &mut Tx| {
            let done = job::hold(tx, id, now)?;
            if done {
                catalogue::audit(tx, audit, now, Some(by), "job", &format!("{id} on hold"), "")?;
            }
            Ok::<_, StorageError>(done)
        };
        Ok(self.store.write(write).await?)
    }

    /// Holds everything that goes to a destination, or lets it go on.
    pub async fn hold_destination(&self, by: AccountId, to: Destination, hold: bool) -> Result<(), Fault> {
        let (now, audit) = (self.now(), self.store.new_id(self.now()));
        let subject = format!("{} {}", to.key(), if hold { "on hold" } else { "goes on" });
        let write = move |tx: &mut Tx| {
            job::hold_all(tx, to.key(), hold)?;
            catalogue::audit(tx, audit, now, Some(by), "job", &subject, "")
        };
        Ok(self.store.write(write).await?)
    }
}
