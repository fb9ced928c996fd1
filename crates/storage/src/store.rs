use crate::engine::{postgres, sqlite};
use crate::migration::{self, Schema};
use crate::queued::{PendingAnswer, QueuedWork, outcome};
use crate::tables::{self, tables};
use crate::tx::Tx;
use crate::{IdSource, StorageError};
use domain::time::Instant;
use std::path::PathBuf;
use std::sync::Arc;

/// Where the data lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseLocation {
    /// An embedded SQLite file.
    Sqlite(PathBuf),
    /// `postgres://…`
    Postgres(String),
}

/// What it is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreMode {
    Writing,
    /// Nothing is written; a file that is not there is not made.
    Reading,
    /// By one program alone, as fast as it can: a crash may leave it useless.
    Filling,
}

/// The database. Cheap to clone; the last clone stops the threads.
#[derive(Clone)]
pub struct Store {
    inner: Arc<dyn StoreEngine>,
    ids: Arc<IdSource>,
    /// It writes nothing.
    only_looks: bool,
}

/// What an engine offers the store.
pub(crate) trait StoreEngine: Send + Sync {
    fn submit_read(&self, work: QueuedWork, need: Need);
    fn submit_write(&self, work: QueuedWork, rivals: Rivals);
    /// Whether the last write failed for the engine's own reasons.
    fn failed_to_write(&self) -> bool;
    /// Folds the write-ahead log into the database, where there is one.
    fn checkpoint(&self) {}
    /// Leaves nothing readable of what was deleted, as far as the engine lets us.
    fn forget_deleted(&self) -> Result<(), StorageError> {
        Ok(())
    }
}

/// What a reading function sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// One snapshot for all its statements.
    Snapshot,
    /// It makes one statement, so it needs no transaction.
    Once,
}

/// How a writing function gets on with others that want the same rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rivals {
    /// It sees one snapshot, and runs again when it lost.
    RunAgain,
    /// It waits for them and then sees what they left.
    Wait,
}

impl Store {
    /// Opens the database and brings its schema up to date. `node` tells nodes of one database apart.
    pub fn open(place: &DatabaseLocation, node: u8) -> Result<Store, StorageError> {
        let store = Store::connect(place, node, StoreMode::Writing)?;
        store.migrate(None)?;
        Ok(store)
    }

    /// Connects, and changes nothing that is there.
    pub fn connect(place: &DatabaseLocation, node: u8, manner: StoreMode) -> Result<Store, StorageError> {
        let inner: Arc<dyn StoreEngine> = match (place, manner) {
            (DatabaseLocation::Sqlite(path), StoreMode::Filling) => {
                Arc::new(sqlite::Sqlite::open_for_filling(path)?)
            }
            (DatabaseLocation::Sqlite(path), StoreMode::Writing) => {
                Arc::new(sqlite::Sqlite::open(path, false)?)
            }
            (DatabaseLocation::Sqlite(path), StoreMode::Reading) => {
                Arc::new(sqlite::Sqlite::open(path, true)?)
            }
            (DatabaseLocation::Postgres(url), _) => Arc::new(postgres::Postgres::open(url)?),
        };
        Ok(Store { inner, ids: Arc::new(IdSource::new(node)), only_looks: false })
    }

    /// The same store for who may look and change nothing: every write is refused.
    pub fn only_looking(&self) -> Store {
        Store { only_looks: true, ..self.clone() }
    }

    /// For what is noted of a look itself.
    pub fn for_notes(&self) -> Store {
        Store { only_looks: false, ..self.clone() }
    }

    /// How the schema that is there stands to the one this program knows.
    pub fn schema(&self) -> Result<Schema, StorageError> {
        self.read_now(migration::look)
    }

    /// Brings the schema up to date, or up to a migration of before, to be filled by what was saved then.
    pub fn migrate(&self, last: Option<&str>) -> Result<(), StorageError> {
        match self.schema()? {
            Schema::Ahead(unknown) => return Err(StorageError::Newer(unknown.join(", "))),
            Schema::Current => {}
            Schema::Empty | Schema::Behind(_) => {
                let last = last.map(str::to_string);
                self.write_now(migration::prepare)?;
                self.write_now(move |tx| migration::migrate(tx, last.as_deref()))?;
            }
        }
        if self.schema()? == Schema::Current {
            // A clock that went back must not make a key again.
            let newest = self.read_now(newest_key)?;
            self.ids.start_after(newest);
        }
        Ok(())
    }

    pub fn new_id(&self, now: Instant) -> i64 {
        self.ids.next(now)
    }

    /// Runs a function that only reads, on one snapshot.
    pub async fn read<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        outcome(self.reading(function, Need::Snapshot).await)
    }

    /// Runs a function that reads by a single statement, without a transaction around it: a third of the way to
    /// PostgreSQL and back. A second statement is refused.
    pub async fn read_once<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        outcome(self.reading(function, Need::Once).await)
    }

    /// Runs a function that writes: all of it is kept, durably, or nothing when it fails. It may run more
    /// than once, so it must have no effect but on `tx`.
    pub async fn write<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        outcome(self.writing(function, Rivals::RunAgain).await)
    }

    /// Runs a function that writes and locks every row it decides by before it reads what hangs on that row: where
    /// there are rivals it waits for them, instead of running again (`docs/decisions/postgres-isolation.md`).
    pub async fn write_in_turn<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        outcome(self.writing(function, Rivals::Wait).await)
    }

    /// [`Store::read`] for commands and tests outside an async runtime.
    pub fn read_now<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        outcome(self.reading(function, Need::Snapshot).blocking_recv())
    }

    fn reading<T, E, F>(&self, function: F, need: Need) -> PendingAnswer
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let (work, answer) = QueuedWork::new(function);
        self.inner.submit_read(work, need);
        answer
    }

    /// [`Store::write`] for commands and tests outside an async runtime.
    pub fn write_now<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        outcome(self.writing(function, Rivals::RunAgain).blocking_recv())
    }

    /// [`Store::write_in_turn`] for commands and tests outside an async runtime.
    pub fn write_in_turn_now<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        outcome(self.writing(function, Rivals::Wait).blocking_recv())
    }

    fn writing<T, E, F>(&self, function: F, rivals: Rivals) -> PendingAnswer
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let (work, answer) = QueuedWork::new(function);
        match self.only_looks {
            true => work.answer(Some(StorageError::OnlyLooks)),
            false => self.inner.submit_write(work, rivals),
        }
        answer
    }

    /// Whether the last write failed, not by a refusal but by the engine, the disk or the line to it.
    pub fn failed_to_write(&self) -> bool {
        self.inner.failed_to_write()
    }

    /// Leaves nothing readable of what was deleted, as far as the engine lets us: on PostgreSQL its own housekeeping does
    /// that in time.
    pub fn forget_deleted(&self) -> Result<(), StorageError> {
        self.inner.forget_deleted()
    }

    pub fn checkpoint(&self) {
        self.inner.checkpoint();
    }
}

/// The greatest key in use, over the tables whose keys we make: those with a key called `id`.
fn newest_key(tx: &mut Tx) -> Result<i64, StorageError> {
    let all = tables();
    let by_id = all.iter().filter(|table| table.key == "id");
    tables::newest_key(tx, by_id.map(|table| table.name))
}
