//! Folds names anew that an earlier folding made the keys of. What is done is not done again, should it begin once more.

use super::rows::write_anew;
use super::{Destination, Failed, Job, JobRow};
use crate::App;
use crate::fold::FOLDING;
use domain::dossier::DossierId;
use serde::Deserialize;

/// Migrations write its row.
pub const JOB: Job = Job::long("fold", Destination::Inside, |app, row| Box::pin(run(app, row)));

#[derive(Debug, Deserialize)]
struct FoldJob {
    after: DossierId,
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let FoldJob { after } = serde_json::from_str(&row.body)?;
    let list = |tx: &mut storage::Tx, after, limit| {
        storage::dossier::list_folded_before(tx, FOLDING.version, after, limit)
    };
    write_anew(&app, after, list).await
}
