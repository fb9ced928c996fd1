/// What can go wrong below the rules.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// A constraint of the schema said no: somebody else was first.
    #[error("already there: {0}")]
    Taken(String),
    /// Another transaction won; the engine runs the function again by itself.
    #[error("conflict with another transaction")]
    Conflict,
    #[error("the disk is full")]
    DiskFull,
    /// Its file, its folder or its server lets nobody write.
    #[error("the database cannot be written: it is read-only")]
    ReadOnly,
    /// Asked to write by who may only look.
    #[error("nothing is written by a look")]
    OnlyLooks,
    /// Migrations this program does not know.
    #[error("the database was written by a newer version of this program ({0}); start that one")]
    Newer(String),
    #[error("the store has stopped")]
    Stopped,
    /// A row did not hold what its type promises.
    #[error("unexpected value: {0}")]
    Unexpected(String),
    #[error("{0}")]
    Engine(String),
}

impl From<serde_json::Error> for StorageError {
    fn from(error: serde_json::Error) -> StorageError {
        StorageError::Unexpected(error.to_string())
    }
}
