//! Jobs: rows written in the same transaction as what they follow, run at least once, each safe to run twice. A kind of
//! job is a value with a file of its own; a crate that has some lists them, and the program joins the lists.

mod batch;
mod confirmation;
mod copy;
mod failure;
mod fold;
mod letter;
mod link;
pub(crate) mod mail;
pub(crate) mod notice;
mod overview;
mod password;
mod process;
mod recalculate;
mod removal;
mod rows;
mod run;
mod time;

pub(crate) use batch::enqueue as enqueue_batch;
pub(crate) use confirmation::enqueue as enqueue_confirmation;
pub(crate) use copy::keep_inside;
pub use failure::{Failed, StoredFailure};
pub(crate) use letter::{LetterJob, enqueue as enqueue_letter};
pub(crate) use link::enqueue as enqueue_link;
pub(crate) use notice::{AccountNotice, enqueue as enqueue_notice};
pub use overview::{
    DueJobs, TroubledJob, hold, hold_destination, list_held_destinations, list_troubled, list_waiting, retry,
};
pub(crate) use password::enqueue as enqueue_password;
pub(crate) use process::enqueue as enqueue_process_change;
pub(crate) use recalculate::enqueue as enqueue_recalculation;
pub use recalculate::notice_shipped_calendar;
pub(crate) use removal::enqueue as enqueue_removal;
pub use run::{JobLane, RoundEnd, run_due, run_lane};
pub(crate) use time::enqueue as enqueue_time;

use crate::App;
use domain::time::Instant;
use serde::Serialize;
use std::pin::Pin;
pub use storage::job::JobRow;
use storage::{StorageError, Tx, job};

/// A kind of job.
pub struct Job {
    /// Its name in the table.
    pub key: &'static str,
    pub length: JobLength,
    /// How long it is hidden from other runners; whoever runs it renews that every minute.
    pub lease_minutes: i64,
    /// Maximum number of tries; then it is shown as failed and waits for a person.
    pub tries: u32,
    pub destination: Destination,
    pub run: fn(App, JobRow) -> JobRun,
}

impl Job {
    const fn quick(key: &'static str, destination: Destination, run: fn(App, JobRow) -> JobRun) -> Job {
        let (length, lease_minutes, tries) = (JobLength::Quick, LEASE_MINUTES, TRIES);
        Job { key, length, lease_minutes, tries, destination, run }
    }

    const fn long(key: &'static str, destination: Destination, run: fn(App, JobRow) -> JobRun) -> Job {
        Job { length: JobLength::Long, ..Job::quick(key, destination, run) }
    }

    pub fn lane(&self) -> JobLane {
        JobLane { destination: self.destination, length: self.length }
    }

    /// To be run when it is due, after this transaction; those of one order one after the other.
    pub fn enqueue(
        &self,
        tx: &mut Tx,
        id: i64,
        body: &impl Serialize,
        due_at: Instant,
        order: Option<&str>,
    ) -> Result<(), StorageError> {
        let (body, lane) = (serde_json::to_string(body)?, self.lane().key());
        job::insert(tx, &job::NewJob { id, kind: self.key, lane: &lane, body: &body, due_at, order })
    }
}

pub type JobRun = Pin<Box<dyn Future<Output = Result<(), Failed>> + Send>>;

typed::keyed! {
    /// How long jobs take. Those that go through many dossiers do not hold up times, letters and what is linked.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum JobLength {
        Quick = "quick",
        Long = "long",
    }
}

typed::keyed! {
    /// What a job needs besides this program. Each has runners of its own, so that what is silent outside stops nothing
    /// inside.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Destination {
        Inside = "inside",
        Mail = "mail",
    }
}

/// Minutes until the job of a runner that died is given to another.
const LEASE_MINUTES: i64 = 3;
const TRIES: u32 = 8;
/// Dossiers in one transaction, where a job goes through many.
const CHUNK: u32 = 200;

/// The jobs of this crate.
pub const JOBS: &[&Job] = &[
    &batch::JOB,
    &confirmation::JOB,
    &fold::JOB,
    &letter::JOB,
    &link::JOB,
    &mail::JOB,
    &notice::JOB,
    &password::JOB,
    &process::JOB,
    &recalculate::JOB,
    &removal::JOB,
    &rows::JOB,
    &time::JOB,
];
