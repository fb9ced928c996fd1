//! The folder's own note of whose it is.

use super::id::InstallationId;
use crate::Fault;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::path::Path;

const NOTE: &str = "installation.json";

/// What a folder says of itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Note {
    pub installation: InstallationId,
    pub state: NoteState,
    /// What versions before protocols had erased is signed for. Kept here, where who owns the database does not reach.
    #[serde(default)]
    pub vouched: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteState {
    /// Database and keys may not know it yet.
    Making,
    /// A restore began and did not end.
    Restoring,
    Ready,
}

impl Note {
    pub fn find(folder: &Path) -> Result<Option<Note>, Fault> {
        match std::fs::read(folder.join(NOTE)) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map(Some)
                .map_err(|_| Fault::other(format!("{NOTE} in {} cannot be read", folder.display()))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    pub fn save(&self, folder: &Path) -> Result<(), Fault> {
        Ok(write_whole(&folder.join(NOTE), &serde_json::to_vec_pretty(self)?)?)
    }
}

/// Writes a file that only its owner reads, whole or not at all, durable when this returns.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let new = path.with_extension("new");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&new, path)?;
    match path.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}
