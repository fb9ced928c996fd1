//! Moves running dossiers of a procedure to a version of its process, dossier by dossier; what has no place in that
//! version stays where it is.

use super::{CHUNK, Destination, Failed, Job, JobRow};
use crate::{App, dossiers};
use domain::dossier::{ChangeProcess, Command, DossierId, Refusal};
use domain::officer::AccountId;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

pub const JOB: Job = Job::long("process", Destination::Inside, |app, row| Box::pin(run(app, row)));

#[derive(Debug, Serialize, Deserialize)]
struct MoveJob {
    code: String,
    version: u32,
    by: AccountId,
}

pub(crate) fn enqueue(
    tx: &mut Tx,
    id: i64,
    code: &str,
    version: u32,
    by: AccountId,
    at: Instant,
) -> Result<(), StorageError> {
    JOB.enqueue(tx, id, &MoveJob { code: code.into(), version, by }, at, None)
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let MoveJob { code, version, by } = serde_json::from_str(&row.body)?;
    app.refresh_reference().await?;
    let data = app.master_data();
    let Some(to) = data.process(&code, version).map(|dated| dated.process.clone()) else {
        return Ok(());
    };
    for agency in data.offerings(&code, app.now().date()).into_iter().map(|offering| offering.agency) {
        let mut after = DossierId(0);
        loop {
            let (from, code) = (after, code.clone());
            let chunk = app
                .store
                .read(move |tx| storage::dossier::list_in_hand(tx, agency, &code, from, CHUNK))
                .await?;
            let Some(last) = chunk.last() else { break };
            after = *last;
            for dossier in chunk {
                let command = ChangeProcess { to: Box::new(to.clone()), decided_by: by };
                let key = format!("process-{}-{}", row.id, dossier.0);
                // Whatever refuses it, one dossier does not hold up the others.
                let stays = |_: &Refusal| true;
                dossiers::act_alone(&app, dossier, Command::ChangeProcess(command), key, stays).await?;
            }
        }
    }
    Ok(())
}
