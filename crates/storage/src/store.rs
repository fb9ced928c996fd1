use crate::engine::{postgres, sqlite};
use crate::migration::{self, Schema};
use crate::tables::{self, tables};
use crate::tx::Tx;
use crate::{IdSource, StorageError};
use domain::time::Instant;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::oneshot;

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
    fn submit_read(&self, work: Box<dyn QueuedWork>, need: Need);
    fn submit_write(&self, work: Box<dyn QueuedWork>, rivals: Rivals);
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

/// A function waiting for its turn, with a way to answer.
pub(crate) trait QueuedWork: Send {
    /// Runs it. May be called again after a conflict.
    fn run(&mut self, tx: &mut Tx) -> TransactionEnd;
    /// Answers the caller: with the function's own result, or with what broke instead.
    fn answer(self: Box<Self>, broke: Option<StorageError>);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TransactionEnd {
    Keep,
    Undo,
}

struct Pending<F, T, E> {
    function: F,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> QueuedWork for Pending<F, T, E>
where
    F: FnMut(&mut Tx) -> Result<T, E> + Send,
    T: Send,
    E: From<StorageError> + Send,
{
    fn run(&mut self, tx: &mut Tx) -> TransactionEnd {
        let result = (self.function)(tx);
        let outcome = if result.is_ok() { TransactionEnd::Keep } else { TransactionEnd::Undo };
        self.result = Some(result);
        outcome
    }

    fn answer(self: Box<Self>, broke: Option<StorageError>) {
        let Pending { function, result, reply } = *self;
        // The function may hold the last clone of the store: it goes before the caller does.
        drop(function);
        let result = match (broke, result) {
            // A refusal stands whatever became of the batch: it changed nothing.
            (Some(_), Some(Err(refused))) => Err(refused),
            (Some(error), _) => Err(E::from(error)),
            (None, Some(result)) => result,
            (None, None) => Err(E::from(StorageError::Stopped)),
        };
        // A caller that went away needs no answer.
        let _ = reply.send(result);
    }
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
        self.reading(function, Need::Snapshot).await.unwrap_or_else(|_| Err(E::from(StorageError::Stopped)))
    }

    /// Runs a function that reads by a single statement, without a transaction around it: a third of the way to
    /// PostgreSQL and back. A second statement is refused.
    pub async fn read_once<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        self.reading(function, Need::Once).await.unwrap_or_else(|_| Err(E::from(StorageError::Stopped)))
    }

    /// Runs a function that writes: all of it is kept, durably, or nothing when it fails. It may run more
    /// than once, so it must have no effect but on `tx`.
    pub async fn write<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let answer = self.writing(function, Rivals::RunAgain).await;
        answer.unwrap_or_else(|_| Err(E::from(StorageError::Stopped)))
    }

    /// Runs a function that writes and locks every row it decides by before it reads what hangs on that row: where
    /// there are rivals it waits for them, instead of running again (`docs/decisions/postgres-isolation.md`).
    pub async fn write_in_turn<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let answer = self.writing(function, Rivals::Wait).await;
        answer.unwrap_or_else(|_| Err(E::from(StorageError::Stopped)))
    }

    /// [`Store::read`] for commands and tests outside an async runtime.
    pub fn read_now<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let answer = self.reading(function, Need::Snapshot).blocking_recv();
        answer.unwrap_or_else(|_| Err(E::from(StorageError::Stopped)))
    }

    fn reading<T, E, F>(&self, function: F, need: Need) -> PendingAnswer<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let (work, answer) = pending(function);
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
        let answer = self.writing(function, Rivals::RunAgain).blocking_recv();
        answer.unwrap_or_else(|_| Err(E::from(StorageError::Stopped)))
    }

    /// [`Store::write_in_turn`] for commands and tests outside an async runtime.
    pub fn write_in_turn_now<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let answer = self.writing(function, Rivals::Wait).blocking_recv();
        answer.unwrap_or_else(|_| Err(E::from(StorageError::Stopped)))
    }

    fn writing<T, E, F>(&self, function: F, rivals: Rivals) -> PendingAnswer<T, E>
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let (work, answer) = pending(function);
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

type PendingAnswer<T, E> = oneshot::Receiver<Result<T, E>>;

fn pending<T, E, F>(function: F) -> (Box<dyn QueuedWork>, PendingAnswer<T, E>)
where
    F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<StorageError> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    (Box::new(Pending { function, result: None, reply }), answer)
}
