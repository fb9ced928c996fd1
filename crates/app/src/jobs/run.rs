//! Taking jobs and running them, a lane at a time: the jobs of one destination and one length.

use super::{Destination, Failed, JOBS, Job, JobLength, JobRow, StoredFailure};
use crate::{App, Fault, random};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use storage::Tx;
use storage::job::{self, Retry};

/// Jobs that one task takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct JobLane {
    pub destination: Destination,
    pub length: JobLength,
}

impl JobLane {
    /// Every lane of some jobs. A row of an unknown kind lies in one of them too: it fails at once, where
    /// administrators see it.
    pub fn all(jobs: &[&'static Job]) -> Vec<JobLane> {
        let mut lanes = Vec::new();
        for job in jobs {
            let lane = job.lane();
            if !lanes.contains(&lane) {
                lanes.push(lane);
            }
        }
        lanes
    }

    /// The key that rows store.
    pub fn key(self) -> String {
        format!("{}-{}", self.destination.key(), self.length.key())
    }
}

/// How a round of a lane ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundEnd {
    /// Nothing is due any more; the number of jobs that were run.
    Done(u32),
    /// The destination did not answer, so that the rest of the lane waits; the number of jobs that were run before.
    Unreachable(u32),
}

/// How often a lease is renewed.
const RENEWED: Duration = Duration::from_secs(60);
/// Maximum minutes until the next try after a failure; each wait is twice the one before.
const PAUSE_MAX_MINUTES: i64 = 120;
/// Minutes until an unreachable destination is tried again, with one job as a probe.
const UNREACHABLE_MINUTES: i64 = 1;

/// Runs every job of this crate that is due; the number run.
pub async fn run_due(app: &App) -> Result<u32, Fault> {
    let mut run = 0;
    loop {
        let before = run;
        for lane in JobLane::all(JOBS) {
            if let RoundEnd::Done(more) = run_lane(app, JOBS, lane).await? {
                run += more;
            }
        }
        // A job may have put another one into a lane that was run before it.
        if run == before {
            return Ok(run);
        }
    }
}

/// Runs every job of a lane that is due.
pub async fn run_lane(app: &App, jobs: &[&'static Job], lane: JobLane) -> Result<RoundEnd, Fault> {
    let mut run = 0;
    let mut done: Option<(i64, String)> = None;
    loop {
        let now = app.now();
        // The row of the job before is removed in the transaction that takes the next one: one commit for both.
        let finished = done.take();
        let take = move |tx: &mut Tx| {
            if let Some((id, kind)) = &finished {
                job::finish(tx, *id, kind)?;
            }
            job::take(tx, now, &lane.key(), lane.destination.key())
        };
        let Some(row) = app.store.write(take).await? else { return Ok(RoundEnd::Done(run)) };
        let kind = jobs.iter().find(|job| job.key == row.kind).copied();
        done = Some((row.id, row.kind.clone()));
        match run_row(app, kind, row).await? {
            JobEnd::Done => {}
            JobEnd::Failed => done = None,
            JobEnd::Unreachable => return Ok(RoundEnd::Unreachable(run)),
        }
        run += 1;
    }
}

/// How one job went.
enum JobEnd {
    /// It succeeded. Its row is still there: the caller removes it.
    Done,
    /// It failed. Its row says why already, and when it is tried again, if ever.
    Failed,
    /// As `Failed`, because its destination could not be reached: the round ends here.
    Unreachable,
}

async fn run_row(app: &App, kind: Option<&'static Job>, row: JobRow) -> Result<JobEnd, Fault> {
    let (id, tries) = (row.id, row.tries);
    let done = match kind {
        None => Err(Failed::NotUnderstood),
        Some(kind) => renewing(app, kind, row.clone()).await,
    };
    let Err(failed) = done else { return Ok(JobEnd::Done) };
    let pause = |minutes: i64| Some(app.now().plus_minutes(minutes));
    let tries_max = kind.map_or(1, |kind| kind.tries);
    let twice = (1 << tries.min(10)).min(PAUSE_MAX_MINUTES);
    let (why, again) = match failed {
        Failed::Unreachable => {
            (StoredFailure::Unreachable, Retry::Free(app.now().plus_minutes(UNREACHABLE_MINUTES)))
        }
        Failed::Later if tries < tries_max => (StoredFailure::Later, Retry::At(pause(twice))),
        Failed::Later => (StoredFailure::Later, Retry::At(None)),
        Failed::Never => (StoredFailure::Never, Retry::At(None)),
        Failed::NotUnderstood => (StoredFailure::NotUnderstood, Retry::At(None)),
        Failed::Fault(fault) => {
            let reference = random::short_reference();
            tracing::error!(job.kind = %row.kind, job.tries = tries, reference, error = %fault, "a job failed");
            let again = if tries < tries_max { pause(twice) } else { None };
            (StoredFailure::Fault { reference }, Retry::At(again))
        }
    };
    if !matches!(why, StoredFailure::Fault { .. }) {
        tracing::warn!(job.kind = %row.kind, job.tries = tries, why = %why.key(), "a job was not done");
    }
    let (unreachable, failure) = (why == StoredFailure::Unreachable, why.key());
    app.store.write(move |tx| job::fail(tx, id, &failure, again)).await?;
    Ok(if unreachable { JobEnd::Unreachable } else { JobEnd::Failed })
}

/// Runs a job and renews its lease meanwhile, so that no other runner takes it.
async fn renewing(app: &App, kind: &'static Job, row: JobRow) -> Result<(), Failed> {
    let id = row.id;
    // A panic counts as a failure of the job and does not end the lane.
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
