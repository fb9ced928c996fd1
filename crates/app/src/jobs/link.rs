//! Brings a main dossier and those linked to it in other agencies together.

use super::{Destination, Failed, Job, JobRow};
use crate::{App, links};
use domain::dossier::DossierId;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

pub const JOB: Job = Job::quick("link", Destination::Inside, |app, row| Box::pin(run(app, row)));

#[derive(Debug, Serialize, Deserialize)]
struct LinkJob {
    main: DossierId,
}

pub(crate) fn enqueue(tx: &mut Tx, id: i64, main: DossierId, at: Instant) -> Result<(), StorageError> {
    JOB.enqueue(tx, id, &LinkJob { main }, at, None)
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let LinkJob { main } = serde_json::from_str(&row.body)?;
    Ok(links::bring_together(&app, main).await?)
}
