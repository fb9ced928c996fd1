//! Taking jobs and running them, a lane at a time: what goes to one destination at one pace.

use super::{Destination, Failed, JOBS, Job, Pace, Row, StoredFailure};
use crate::{App, Fault, random};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use storage::Tx;
use storage::job::{self, Again};

/// Jobs that one task takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lane {
    pub destination: Destination,
    pub pace: Pace,
}

impl Lane {
    /// Every lane of some jobs. What no list knows lies in one of them and fails at once, in sight.
    pub fn all(jobs: &[&'static Job]) -> Vec<Lane> {
        let mut lanes = Vec::new();
        for job in jobs {
            let lane = job.lane();
            if !lanes.contains(&lane) {
                lanes.push(lane);
            }
        }
        lanes
    }

    /// Under which name rows say it.
    pub fn key(self) -> String {
        format!("{}-{}", self.destination.key(), self.pace.key())
    }
}

/// How a round of a lane ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// Nothing is due any more; the number of jobs that were run.
    Done(u32),
    /// Nobody answers there: whatever else goes there can wait. The number of jobs that were run before.
    Unreachable(u32),
}

/// How often a lease is renewed.
const RENEWED: Duration = Duration::from_secs(60);
/// Maximum minutes until the next try after a failure; each wait is twice the one before.
const PAUSE_MAX_MINUTES: i64 = 120;
/// Minutes until what was not reached is tried again; one job as a probe, if everything there waits.
const UNREACHABLE_MINUTES: i64 = 1;

/// Runs every job of this crate that is due; the number run.
pub async fn run_due(app: &App) -> Result<u32, Fault> {
    let mut run = 0;
    loop {
        let before = run;
        for lane in Lane::all(JOBS) {
            if let Round::Done(more) = run_lane(app, JOBS, lane).await? {
                run += more;
            }
        }
        // A job may go on in a lane that was looked at before.
        if run == before {
            return Ok(run);
        }
    }
}

/// Runs every job of a lane that is due.
pub async fn run_lane(app: &App, jobs: &[&'static Job], lane: Lane) -> Result<Round, Fault> {
    let mut run = 0;
    let mut done: Option<(i64, String)> = None;
    loop {
        let now = app.now();
        // What was done is noted as the next is taken: one commit for both.
        let finished = done.take();
        let take = move |tx: &mut Tx| {
            if let Some((id, kind)) = &finished {
                job::finish(tx, *id, kind)?;
            }
            job::take(tx, now, &lane.key(), lane.destination.key())
        };
        let Some(row) = app.store.write(take).await? else { return Ok(Round::Done(run)) };
        let kind = jobs.iter().find(|job| job.key == row.kind).copied();
        done = Some((row.id, row.kind.clone()));
        match run_row(app, kind, row).await? {
            Went::Done => {}
            Went::Failed => done = None,
            Went::Unreachable => return Ok(Round::Unreachable(run)),
        }
        run += 1;
    }
}

/// How one job went.
enum Went {
    /// Nobody has noted that yet.
    Done,
    /// That is noted, with what becomes of it.
    Failed,
    /// The same: its destination could not be reached.
    Unreachable,
}

async fn run_row(app: &App, kind: Option<&'static Job>, row: Row) -> Result<Went, Fault> {
    let (id, tries) = (row.id, row.tries);
    let done = match kind {
        None => Err(Failed::NotUnderstood),
        Some(kind) => renewing(app, kind, row.clone()).await,
    };
    let Err(failed) = done else { return Ok(Went::Done) };
    let pause = |minutes: i64| Some(app.now().plus_minutes(minutes));
    let tries_max = kind.map_or(1, |kind| kind.tries);
    let twice = (1 << tries.min(10)).min(PAUSE_MAX_MINUTES);
    let (why, again) = match failed {
        Failed::Unreachable => {
            (StoredFailure::Unreachable, Again::Free(app.now().plus_minutes(UNREACHABLE_MINUTES)))
        }
        Failed::Later if tries < tries_max => (StoredFailure::Later, Again::At(pause(twice))),
        Failed::Later => (StoredFailure::Later, Again::At(None)),
        Failed::Never => (StoredFailure::Never, Again::At(None)),
        Failed::NotUnderstood => (StoredFailure::NotUnderstood, Again::At(None)),
        Failed::Fault(fault) => {
            let reference = random::short_reference();
            tracing::error!(job.kind = %row.kind, job.tries = tries, reference, error = %fault, "a job failed");
            let again = if tries < tries_max { pause(twice) } else { None };
            (StoredFailure::Fault { reference }, Again::At(again))
        }
    };
    if !matches!(why, StoredFailure::Fault { .. }) {
        tracing::warn!(job.kind = %row.kind, job.tries = tries, why = %why.key(), "a job was not done");
    }
    let (unreachable, failure) = (why == StoredFailure::Unreachable, why.key());
    app.store.write(move |tx| job::fail(tx, id, &failure, again)).await?;
    Ok(if unreachable { Went::Unreachable } else { Went::Failed })
}

/// Runs it, and keeps it from other runners for as long as that takes.
async fn renewing(app: &App, kind: &'static Job, row: Row) -> Result<(), Failed> {
    let id = row.id;
    // One that panics is one that failed, and not the end of its lane.
    let panicked = |_| Err(Failed::Fault(Fault::other("it panicked")));
    let running = AssertUnwindSafe((kind.run)(app.clone(), row)).catch_unwind();
    let mut running = Box::pin(running.map(|done| done.unwrap_or_else(panicked)));
    loop {
        match tokio::time::timeout(RENEWED, &mut running).await {
            Ok(done) => return done,
            Err(_) => {
                let until = app.now().plus_minutes(kind.lease_minutes);
                app.store.write(move |tx| job::renew(tx, id, until)).await?;
            }
        }
    }
}
