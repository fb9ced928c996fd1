//! Sends a link that sets a new password once, to every account with an address.

use super::{Destination, Failed, Job, JobRow, JobRun, mail};
use crate::{App, passwords};
use domain::officer::AccountId;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

pub const JOB: Job = Job::quick("password", Destination::Mail, start);

fn start(app: App, row: JobRow) -> JobRun {
    Box::pin(run(app, row))
}

#[derive(Debug, Serialize, Deserialize)]
struct PasswordJob {
    /// None where nobody has the address: the row is written all the same, so that asking costs the same.
    accounts: Vec<AccountId>,
    /// The host that was asked on.
    host: String,
}

pub(crate) fn enqueue(
    tx: &mut Tx,
    id: i64,
    accounts: Vec<AccountId>,
    address: &str,
    host: &str,
    at: Instant,
) -> Result<(), StorageError> {
    JOB.enqueue(tx, id, &PasswordJob { accounts, host: host.into() }, at, Some(&mail::order(address)))
}

/// One letter a run: what is left goes into a row of its own, so that none is sent twice for another's failure.
async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let PasswordJob { mut accounts, host } = serde_json::from_str(&row.body)?;
    if accounts.is_empty() {
        return Ok(());
    }
    let first = accounts.remove(0);
    passwords::send_letter(&app, first, &host).await?;
    if !accounts.is_empty() {
        let (id, now) = (app.store.new_id(app.now()), app.now());
        let rest = PasswordJob { accounts, host };
        app.store.write(move |tx| JOB.enqueue(tx, id, &rest, now, None)).await?;
    }
    Ok(())
}
