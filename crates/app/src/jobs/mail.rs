//! Sends a letter by e-mail, after those that wait for the same address.

use super::{Destination, Failed, Job, JobRow};
use crate::{App, letters, random};
use domain::time::Instant;
use storage::{StorageError, Tx};

pub const JOB: Job = Job {
    // With pauses of two hours at last: the four or five days that mail is tried for elsewhere too.
    tries: 60,
    ..Job::quick("mail", Destination::Mail, |app, row| Box::pin(run(app, row)))
};

/// A letter that was told on the portal goes on as this, in the same transaction. Its row names no address: where it goes
/// is looked up when it goes.
pub(crate) fn take_over(tx: &mut Tx, letter: i64, address: &str, at: Instant) -> Result<(), StorageError> {
    storage::job::turn_into(tx, letter, JOB.key, &JOB.lane().key(), at, &order(address))
}

/// Letters to one address stay in order by this, which does not tell the address.
pub(super) fn order(address: &str) -> String {
    random::hex(&random::digest(&format!("order {}", address.to_lowercase()))[..8])
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    letters::post(&app, row.id, serde_json::from_str(&row.body)?).await
}
