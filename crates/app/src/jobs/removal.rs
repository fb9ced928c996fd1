//! Removes contents whose rows are gone.

use super::{Destination, Failed, Job, JobRow};
use crate::{App, files};
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

pub const JOB: Job = Job::quick("removal", Destination::Inside, |app, row| Box::pin(run(app, row)));

#[derive(Debug, Serialize, Deserialize)]
struct RemovalJob {
    tokens: Vec<String>,
}

/// Contents whose rows go in this transaction are to be removed after it.
pub(crate) fn enqueue(tx: &mut Tx, id: i64, tokens: &[String], at: Instant) -> Result<(), StorageError> {
    if tokens.is_empty() {
        return Ok(());
    }
    JOB.enqueue(tx, id, &RemovalJob { tokens: tokens.to_vec() }, at, None)
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let RemovalJob { tokens } = serde_json::from_str(&row.body)?;
    Ok(files::remove_contents(&app, tokens).await?)
}
