//! Sends a link by which whoever reads an address confirms it.

use super::{Destination, Failed, Job, JobRow, JobRun, mail};
use crate::attempts::{Subject, TooOften};
use crate::{App, profile};
use domain::officer::AccountId;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::account::Account;
use storage::{StorageError, Tx};

pub const JOB: Job = Job::quick("confirmation", Destination::Mail, start);

fn start(app: App, row: JobRow) -> JobRun {
    Box::pin(run(app, row))
}

#[derive(Debug, Serialize, Deserialize)]
struct ConfirmationJob {
    account: AccountId,
    /// The host that was asked on.
    host: String,
}

/// Unless too many letters went to this address lately, or there is none.
pub(crate) fn enqueue(
    tx: &mut Tx,
    id: i64,
    account: &Account,
    host: &str,
    letters: u32,
    at: Instant,
) -> Result<Result<(), TooOften>, StorageError> {
    if account.email.is_empty() {
        return Ok(Ok(()));
    }
    if let Err(too_often) = Subject::letter(&account.email).count(tx, letters, at)? {
        return Ok(Err(too_often));
    }
    let body = ConfirmationJob { account: account.id, host: host.into() };
    JOB.enqueue(tx, id, &body, at, Some(&mail::order(&account.email))).map(Ok)
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let ConfirmationJob { account, host } = serde_json::from_str(&row.body)?;
    profile::send_confirmation(&app, account, &host).await
}
