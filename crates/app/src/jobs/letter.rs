//! Tells the applicant something about a dossier: on the portal now, and by e-mail as soon as the mail server takes it.

use super::{Destination, Failed, Job, JobRow};
use crate::{App, letters};
use domain::dossier::{ApplicantNotice, DossierId};
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

pub const JOB: Job = Job::quick("letter", Destination::Inside, |app, row| Box::pin(run(app, row)));

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct LetterJob {
    pub dossier: DossierId,
    pub notice: ApplicantNotice,
    /// The event it is about.
    pub sequence: u32,
    pub at: Instant,
}

pub(crate) fn enqueue(
    tx: &mut Tx,
    id: i64,
    dossier: DossierId,
    notice: ApplicantNotice,
    sequence: u32,
    at: Instant,
) -> Result<(), StorageError> {
    // What happened first is told first.
    let order = format!("dossier-{}", dossier.0);
    JOB.enqueue(tx, id, &LetterJob { dossier, notice, sequence, at }, at, Some(&order))
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    Ok(letters::tell(&app, row.id, serde_json::from_str(&row.body)?).await?)
}
