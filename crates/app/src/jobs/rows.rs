//! Writes what the tables that follow the record say of running dossiers anew, after a migration that could not.

use super::{CHUNK, Destination, Failed, Job, JobRow};
use crate::App;
use crate::dossiers::rows_of;
use domain::dossier::DossierId;
use serde::Deserialize;
use storage::{StorageError, Tx, projection};

/// Migrations write its rows.
pub const JOB: Job = Job::long("rows", Destination::Inside, |app, row| Box::pin(run(app, row)));

#[derive(Debug, Deserialize)]
struct RowsJob {
    after: DossierId,
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let RowsJob { after } = serde_json::from_str(&row.body)?;
    write_anew(&app, after, storage::dossier::list_running).await
}

/// Writes the rows of dossiers anew that a list gives, a chunk at a time.
pub(super) async fn write_anew(
    app: &App,
    mut after: DossierId,
    list: fn(&mut Tx, DossierId, u32) -> Result<Vec<DossierId>, StorageError>,
) -> Result<(), Failed> {
    loop {
        let from = after;
        let write = move |tx: &mut Tx| {
            let chunk = list(tx, from, CHUNK)?;
            // Nobody acts on them between reading and writing.
            storage::dossier::lock_all(tx, &chunk)?;
            for (id, records) in storage::record::load_all(tx, &chunk)? {
                let head = storage::record::head(tx, id)?;
                if let Some(dossier) = domain::dossier::replay(id, &records) {
                    projection::rewrite(tx, id, &rows_of(&dossier, head))?;
                }
            }
            Ok::<_, StorageError>(chunk.last().copied())
        };
        let Some(last) = app.store.write_in_turn(write).await? else { return Ok(()) };
        after = last;
    }
}
