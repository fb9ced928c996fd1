//! Why an installation is not opened.

use super::id::InstallationId;
use crate::Fault;
use std::path::PathBuf;

/// Why it is not opened. Each sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Apart {
    #[error(
        "{folder} was left by a restore that did not end; empty it (and the database, if it is PostgreSQL) and \
         restore again"
    )]
    HalfRestored { folder: PathBuf },
    #[error(
        "the database is missing or empty, yet {folder} is the folder of an installation; bring its database back, \
         or restore a backup into an empty folder; `motcua adopt` begins anew with this folder on purpose"
    )]
    NoDatabase { folder: PathBuf },
    #[error(
        "the database belongs to installation {database}, but {folder} to none; name the right folder in `data` (nodes \
         of one database share it), or bind this one on purpose by `motcua adopt`"
    )]
    NoFolder { database: InstallationId, folder: PathBuf },
    #[error(
        "{folder} belongs to installation {own}, its database to {database}; put together what belongs together, or \
         bind them on purpose by `motcua adopt`"
    )]
    OtherFolder { folder: PathBuf, own: InstallationId, database: String },
    #[error(
        "signing.key is missing in {folder}; bring it back from a backup, or begin with a new one on purpose by \
         `motcua adopt --new-key`: what was signed before can then not be verified any more"
    )]
    NoKeys { folder: PathBuf },
    #[error(
        "signing.key in {folder} belongs to installation {own}, not to {wanted}; bring the right one back"
    )]
    OtherKeys { folder: PathBuf, own: InstallationId, wanted: InstallationId },
    #[error("signing.key in {folder} did not sign this database's roots; bring the right one back")]
    StrangeKeys { folder: PathBuf },
    #[error(
        "database and folder were not bound yet and do not agree: {missing} files of the database are not in {folder}, \
         {strange} in it are unknown to the database; put together what belongs together, or bind them on purpose by \
         `motcua adopt`"
    )]
    Disagree { folder: PathBuf, missing: u64, strange: u64 },
    #[error(
        "the stored files are away: {folder}/files is not what this program left there (is its volume mounted?); bring \
         it back, or go on without on purpose by `motcua adopt`"
    )]
    NoFiles { folder: PathBuf },
    #[error("there is no installation in {folder}")]
    Nothing { folder: PathBuf },
    #[error(
        "the database is of an older version: a migration is due ({0}); `motcua migrate` or the start of `motcua serve` \
         does it, then this command works"
    )]
    MigrationDue(String),
    #[error(
        "{folder} is in use by another program as node {node}; end it first, or give this one another number"
    )]
    InUse { folder: PathBuf, node: u8 },
    #[error("another program works on this installation; end all of them first")]
    NotAlone,
    #[error(
        "another program works on this database as node {node}; end it first, or give this one another number"
    )]
    Leased { node: u8 },
}

pub(super) fn apart(why: Apart) -> Fault {
    Fault::Other(why.into())
}
