//! Says to a process that a time it waits for has come.

use super::{Destination, Failed, Job, JobRow};
use crate::{App, dossiers, links};
use domain::dossier::{Command, DossierId, Refusal, TimeCame};
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

pub const JOB: Job = Job::quick("time", Destination::Inside, |app, row| Box::pin(run(app, row)));

#[derive(Debug, Serialize, Deserialize)]
struct TimeJob {
    dossier: DossierId,
    token: u32,
    event: String,
    at: Instant,
}

/// To be said when it comes.
pub(crate) fn enqueue(
    tx: &mut Tx,
    id: i64,
    dossier: DossierId,
    token: u32,
    event: String,
    at: Instant,
) -> Result<(), StorageError> {
    JOB.enqueue(tx, id, &TimeJob { dossier, token, event, at }, at, None)
}

/// Once, however often the job runs: its own key is the act's. Where the process no longer waits for it, or for
/// another moment, nothing happens; another job has that.
async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let TimeJob { dossier, token, event, at } = serde_json::from_str(&row.body)?;
    // What another agency found comes before its silence. Where it cannot be noted its own job says so.
    let linked = app.store.read(move |tx| storage::linked::list(tx, dossier)).await?;
    if !linked.is_empty() {
        let _ = links::bring_together(&app, dossier).await;
    }
    let command = TimeCame { token, event, at };
    let done = dossiers::act_alone(
        &app,
        dossier,
        Command::TimeCame(command),
        format!("time-{}", row.id),
        |refusal| matches!(refusal, Refusal::NotAwaited | Refusal::WrongStage { .. }),
    )
    .await;
    Ok(done?)
}
