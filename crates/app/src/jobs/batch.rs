//! Does to many dossiers what an officer asked for them.

use super::{Destination, Failed, Job, JobRow};
use crate::{App, batches};
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

pub const JOB: Job = Job::long("batch", Destination::Inside, |app, row| Box::pin(run(app, row)));

#[derive(Debug, Serialize, Deserialize)]
struct BatchJob {
    batch: i64,
}

pub(crate) fn enqueue(tx: &mut Tx, id: i64, batch: i64, at: Instant) -> Result<(), StorageError> {
    JOB.enqueue(tx, id, &BatchJob { batch }, at, None)
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let BatchJob { batch } = serde_json::from_str(&row.body)?;
    Ok(batches::run(&app, batch).await?)
}
