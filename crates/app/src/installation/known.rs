//! What a database says of itself, whatever version wrote it.

use super::id::InstallationId;
use crate::Fault;
use crate::keys::Keys;
use storage::{Schema, StorageError, Store, Tx, catalogue};

/// Under which name the database knows it.
pub(super) const META: &str = "installation";
/// In a database that is being restored.
const RESTORING: &str = "restoring";

/// What a database says of itself, whatever version wrote it.
pub(super) struct InstallationRecord {
    pub(super) id: Option<InstallationId>,
    pub(super) restoring: bool,
    /// Somebody worked with it already.
    pub(super) record: bool,
    pub(super) has_files: bool,
    last_root: Option<storage::root::Root>,
}

impl InstallationRecord {
    pub(super) fn of(store: &Store) -> Result<InstallationRecord, Fault> {
        if store.schema()? == Schema::Empty {
            return Ok(InstallationRecord {
                id: None,
                restoring: false,
                record: false,
                has_files: false,
                last_root: None,
            });
        }
        let known = store.read_now(|tx: &mut Tx| {
            let mut has = |table: &str| storage::tables::has_rows(tx, table);
            let used: Result<Vec<bool>, StorageError> =
                ["account", "agency", "dossier", "root", "file"].map(&mut has).into_iter().collect();
            let used = used?;
            Ok::<_, StorageError>(InstallationRecord {
                id: catalogue::meta(tx, META)?.map(InstallationId),
                restoring: catalogue::meta(tx, RESTORING)?.is_some(),
                record: used.contains(&true),
                has_files: used[4],
                last_root: storage::root::find_last(tx)?,
            })
        });
        Ok(known?)
    }

    /// Where nothing is signed yet any key will do.
    pub(super) fn signed_by(&self, keys: &Keys) -> bool {
        self.last_root
            .as_ref()
            .is_none_or(|root| keys.signed(root.at.millis(), &root.digest, &root.signature))
    }
}

/// Marks a database that is being restored, and takes the mark away.
pub(crate) fn mark_restoring(tx: &mut Tx, begun: bool) -> Result<(), StorageError> {
    match begun {
        true => catalogue::set_meta(tx, RESTORING, "yes"),
        false => catalogue::drop_meta(tx, RESTORING),
    }
}
