//! SQLite: one writer thread with group commit, readers, checkpoints on a thread apart.

use super::queue::WorkQueue;
use super::sqlite_readers::{QueuedRead, ReaderConnections};
use super::vital;
use crate::queued::{QueuedWork, TransactionEnd};
use crate::store::{Need, Rivals, StoreEngine};
use crate::tx::{EngineTx, Tx, insert_sql};
use crate::{SqlRow, SqlValue, StorageError};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How many commands share one durable commit at most.
const BATCH_MAX: usize = 256;
/// Pages of the write-ahead log after which it is folded in (about 32 MB).
const CHECKPOINT_PAGES: i64 = 8_000;
/// How long beginning the log anew may wait for readers; then it is tried again later.
const RESTART_WAIT: Duration = Duration::from_millis(50);
const BUSY_WAIT: Duration = Duration::from_secs(10);
/// Reader threads. As many as there are cores read what lies in memory; the others are called when reads wait, which they
/// do where each has to wait for the disk.
const READERS: usize = 8;
/// A further reader is called when nobody took a read for so long.
const PATIENCE: Duration = Duration::from_millis(2);

pub(crate) struct Sqlite {
    reads: Option<Arc<WorkQueue<QueuedRead>>>,
    writes: Option<Sender<QueuedWork>>,
    checkpoints: Option<Sender<()>>,
    flags: Arc<Flags>,
    path: PathBuf,
    threads: Vec<JoinHandle<()>>,
}

/// What its threads tell each other.
#[derive(Default)]
pub(super) struct Flags {
    /// The write-ahead log is to be begun anew between two batches.
    restart: AtomicBool,
    /// The last batch of writes failed.
    failed: AtomicBool,
    /// Batches committed.
    pub(super) commits: AtomicU64,
}

impl Sqlite {
    /// One connection that has the file to itself, reads included, and is not durable: for filling an
    /// installation nobody uses yet. A crash leaves it useless.
    pub fn open_for_filling(path: &Path) -> Result<Sqlite, StorageError> {
        let alone = connect(path, ConnectionMode::Writer)?;
        alone
            .execute_batch(
                "pragma locking_mode = exclusive;
                 pragma journal_mode = memory;
                 pragma synchronous = off;
                 pragma cache_size = -400000;",
            )
            .map_err(told)?;
        let (writes, queue) = channel();
        let place = path.to_path_buf();
        let flags = Arc::new(Flags::default());
        let noted = Arc::clone(&flags);
        let thread = vital::spawn("sqlite-fill", move || writer_loop(alone, &queue, &place, &noted));
        Ok(Sqlite {
            reads: None,
            writes: Some(writes),
            checkpoints: None,
            flags,
            path: path.to_path_buf(),
            threads: vec![thread],
        })
    }

    /// `reading`: nothing is written, and what is written all the same is refused.
    pub fn open(path: &Path, reading: bool) -> Result<Sqlite, StorageError> {
        let writer = connect(path, if reading { ConnectionMode::Guest } else { ConnectionMode::Writer })?;
        let (writes, write_queue) = channel();
        let (checkpoints, checkpoint_queue) = channel();
        let mut threads = Vec::new();
        let how = if reading { ConnectionMode::Guest } else { ConnectionMode::Reader };
        let readers = (0..READERS)
            .map(|_| ReaderConnections::open(path, how))
            .collect::<Result<Vec<ReaderConnections>, _>>()?;
        let cores = std::thread::available_parallelism().map_or(2, |cores| cores.get()).clamp(2, READERS);
        let reads = Arc::new(WorkQueue::new(READERS, cores, PATIENCE));
        let flags = Arc::new(Flags::default());
        for (own, reader) in readers.into_iter().enumerate() {
            let (queue, noted) = (Arc::clone(&reads), Arc::clone(&flags));
            threads.push(vital::spawn("sqlite-read", move || reader.run(own, &queue, &noted)));
        }
        let (place, noted) = (path.to_path_buf(), Arc::clone(&flags));
        threads.push(vital::spawn("sqlite-write", move || writer_loop(writer, &write_queue, &place, &noted)));
        let (place, wanted) = (path.to_path_buf(), Arc::clone(&flags));
        if !reading {
            threads.push(vital::spawn("sqlite-checkpoint", move || {
                checkpointer(&place, &checkpoint_queue, &wanted)
            }));
        }
        Ok(Sqlite {
            reads: Some(reads),
            writes: Some(writes),
            checkpoints: Some(checkpoints),
            flags,
            path: path.to_path_buf(),
            threads,
        })
    }
}

/// What a connection may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ConnectionMode {
    Writer,
    Reader,
    /// Of a program that only looks: the file must be there, and stays as it is.
    Guest,
}

pub(super) fn connect(path: &Path, how: ConnectionMode) -> Result<Connection, StorageError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if how != ConnectionMode::Guest {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let connection = Connection::open_with_flags(path, flags).map_err(told)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.busy_timeout(BUSY_WAIT).map_err(told)?;
    if how != ConnectionMode::Guest {
        connection.execute_batch("pragma journal_mode = wal").map_err(told)?;
    }
    connection
        .execute_batch(
            "pragma journal_size_limit = 67108864;
             pragma synchronous = full;
             pragma foreign_keys = on;
             pragma temp_store = memory;
             pragma secure_delete = on;
             pragma cache_size = -16000;
             pragma wal_autocheckpoint = 0;",
        )
        .map_err(told)?;
    // Else every statement with a bound limit, range or pattern is planned anew each time it is given another value.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(told)?;
    if how != ConnectionMode::Writer {
        connection.execute_batch("pragma query_only = on").map_err(told)?;
    }
    Ok(connection)
}

impl StoreEngine for Sqlite {
    fn submit_read(&self, work: QueuedWork, need: Need) {
        match &self.reads {
            Some(reads) => reads.push((need, work)),
            None => send(self.writes.as_ref(), work),
        }
    }

    fn submit_write(&self, work: QueuedWork, _: Rivals) {
        send(self.writes.as_ref(), work);
    }

    fn failed_to_write(&self) -> bool {
        self.flags.failed.load(Relaxed)
    }

    /// Deleted content is overwritten where it lay (`secure_delete`); the log of writes still has it until it is cut.
    fn forget_deleted(&self) -> Result<(), StorageError> {
        let connection = connect(&self.path, ConnectionMode::Writer)?;
        let cut = connection.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get::<_, i64>(0));
        if cut.map_err(told)? != 0 {
            tracing::warn!(
                "the log of writes is in use; what was deleted leaves it when it is folded in next"
            );
        }
        Ok(())
    }

    fn checkpoint(&self) {
        if let Some(checkpoints) = &self.checkpoints {
            let _ = checkpoints.send(());
        }
    }
}

fn send(queue: Option<&Sender<QueuedWork>>, work: QueuedWork) {
    if let Some(Err(refused)) = queue.map(|queue| queue.send(work)) {
        refused.0.answer(Some(StorageError::Stopped));
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        if let Some(reads) = self.reads.take() {
            reads.close();
        }
        (self.writes, self.checkpoints) = (None, None);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Takes whatever waits, gives each command a savepoint, commits them together, then answers them.
fn writer_loop(mut connection: Connection, queue: &Receiver<QueuedWork>, path: &Path, flags: &Flags) {
    while let Ok(first) = queue.recv() {
        let mut batch = vec![first];
        batch.extend(queue.try_iter().take(BATCH_MAX - 1));
        let (answers, failed) = run_batch(&connection, &mut batch);
        flags.failed.store(failed, Relaxed);
        flags.commits.fetch_add(1, Relaxed);
        for (work, answer) in batch.into_iter().zip(answers) {
            work.answer(answer);
        }
        if failed {
            // After an I/O error nothing this connection believes about the file is trusted.
            match connect(path, ConnectionMode::Writer) {
                Ok(fresh) => connection = fresh,
                Err(error) => tracing::error!(%error, "the database could not be reopened"),
            }
        }
        if flags.restart.swap(false, Relaxed) {
            restart_log(&connection);
        }
    }
}

type BatchAnswers = Vec<Option<StorageError>>;

/// What to answer each command (nothing: its own result), and whether the whole batch failed.
fn run_batch(connection: &Connection, batch: &mut [QueuedWork]) -> (BatchAnswers, bool) {
    let failed = |batch: &[QueuedWork], error: &StorageError| {
        tracing::error!(%error, commands = batch.len(), "a batch of writes failed");
        if !connection.is_autocommit() {
            let _ = connection.execute_batch("rollback");
        }
        (batch.iter().map(|_| Some(copy(error))).collect(), true)
    };
    if let Err(error) = run(connection, "begin immediate") {
        return failed(batch, &error);
    }
    let mut answers: BatchAnswers = Vec::with_capacity(batch.len());
    for index in 0..batch.len() {
        let answer = run_one(connection, &mut batch[index]);
        // Disk full or an I/O error makes the engine roll back the whole transaction by itself.
        if connection.is_autocommit() {
            let error = answer.err().unwrap_or(StorageError::DiskFull);
            return failed(batch, &error);
        }
        answers.push(answer.err());
    }
    match run(connection, "commit") {
        Ok(()) => (answers, false),
        Err(error) => failed(batch, &error),
    }
}

fn run_one(connection: &Connection, work: &mut QueuedWork) -> Result<(), StorageError> {
    run(connection, "savepoint command")?;
    match guarded(connection, work, Need::Snapshot) {
        Ok(TransactionEnd::Keep) => run(connection, "release command"),
        Ok(TransactionEnd::Undo) => {
            run(connection, "rollback to command")?;
            run(connection, "release command")
        }
        Err(error) => {
            run(connection, "rollback to command")?;
            run(connection, "release command")?;
            Err(error)
        }
    }
}

/// Runs a statement that is run all the time: it is prepared once.
pub(super) fn run(connection: &Connection, sql: &str) -> Result<(), StorageError> {
    connection.prepare_cached(sql).and_then(|mut sql| sql.execute([])).map_err(told)?;
    Ok(())
}

/// A panic in a function stops at its savepoint.
pub(super) fn guarded(
    connection: &Connection,
    work: &mut QueuedWork,
    need: Need,
) -> Result<TransactionEnd, StorageError> {
    let mut engine = SqliteTx { connection };
    let mut tx = match need {
        Need::Snapshot => Tx::new(&mut engine),
        Need::Once => Tx::once(&mut engine),
    };
    std::panic::catch_unwind(AssertUnwindSafe(|| work.run(&mut tx)))
        .map_err(|_| StorageError::Engine("a function panicked inside a transaction".into()))
}

/// Under an unbroken stream of writes the log is never wholly folded in, and would grow without end: so when it is
/// long and nearly folded in, the writer is asked to finish it between two batches and to begin it anew.
fn checkpointer(path: &Path, queue: &Receiver<()>, flags: &Flags) {
    let Ok(connection) = connect(path, ConnectionMode::Writer) else { return };
    loop {
        let asked = match queue.recv_timeout(Duration::from_secs(1)) {
            Ok(()) => true,
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => break,
        };
        let pages = std::fs::metadata(wal_of(path)).map_or(0, |file| file.len() as i64 / 4096);
        if asked || pages >= CHECKPOINT_PAGES {
            let length = fold(&connection, "pragma wal_checkpoint(passive)");
            if length >= CHECKPOINT_PAGES {
                // What was written meanwhile, so that little is left to the writer.
                fold(&connection, "pragma wal_checkpoint(passive)");
                flags.restart.store(true, Relaxed);
            }
        }
    }
    fold(&connection, "pragma wal_checkpoint(passive)");
}

/// Folds the log in; its length in pages. A passive fold never makes a writer or a reader wait.
fn fold(connection: &Connection, how: &str) -> i64 {
    match connection.query_row(how, [], |row| row.get(1)) {
        Ok(length) => length,
        Err(error) => {
            tracing::warn!(%error, "the write-ahead log could not be folded in");
            0
        }
    }
}

/// Finishes folding the log in, so that the next write begins it anew. While a reader still needs it, nothing is
/// lost: the log grows on until the next time.
fn restart_log(connection: &Connection) {
    let _ = connection.busy_timeout(RESTART_WAIT);
    fold(connection, "pragma wal_checkpoint(restart)");
    let _ = connection.busy_timeout(BUSY_WAIT);
}

fn wal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

struct SqliteTx<'a> {
    connection: &'a Connection,
}

impl EngineTx for SqliteTx<'_> {
    fn query(&mut self, sql: &str, params: &[SqlValue]) -> Result<Vec<SqlRow>, StorageError> {
        let mut rows = Vec::new();
        self.each(sql, params, &mut |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    fn execute(&mut self, sql: &str, params: &[SqlValue]) -> Result<u64, StorageError> {
        let mut statement = self.connection.prepare_cached(sql).map_err(|error| with_sql(error, sql))?;
        let touched =
            statement.execute(rusqlite::params_from_iter(params)).map_err(|error| with_sql(error, sql))?;
        Ok(touched as u64)
    }

    fn each(
        &mut self,
        sql: &str,
        params: &[SqlValue],
        row: &mut dyn FnMut(SqlRow) -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        let mut statement = self.connection.prepare_cached(sql).map_err(|error| with_sql(error, sql))?;
        let columns = statement.column_count();
        let mut rows =
            statement.query(rusqlite::params_from_iter(params)).map_err(|error| with_sql(error, sql))?;
        while let Some(found) = rows.next().map_err(|error| with_sql(error, sql))? {
            let mut values = Vec::with_capacity(columns);
            for column in 0..columns {
                values.push(match found.get_ref(column).map_err(told)? {
                    ValueRef::Null => SqlValue::Null,
                    ValueRef::Integer(number) => SqlValue::Int(number),
                    ValueRef::Text(text) => SqlValue::Text(String::from_utf8_lossy(text).into_owned()),
                    ValueRef::Blob(bytes) => SqlValue::Bytes(bytes.to_vec()),
                    ValueRef::Real(_) => return Err(StorageError::Unexpected("a fraction".into())),
                });
            }
            row(SqlRow(values))?;
        }
        Ok(())
    }

    fn insert(&mut self, table: &str, columns: &str, rows: &[Vec<SqlValue>]) -> Result<(), StorageError> {
        let sql = insert_sql(table, columns, 1);
        let mut statement = self.connection.prepare_cached(&sql).map_err(|error| with_sql(error, &sql))?;
        for row in rows {
            let added = statement.execute(rusqlite::params_from_iter(row));
            added.map_err(|error| with_sql(error, &sql))?;
        }
        Ok(())
    }

    fn table_sql(&self) -> &'static str {
        "select name from sqlite_master where type = 'table' and name = ?1"
    }

    fn indexes_sql(&self) -> &'static str {
        "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = ?1"
    }

    fn position_function(&self) -> &'static str {
        "instr"
    }

    fn lock_clause(&self) -> &'static str {
        ""
    }

    fn has_rivals(&self) -> bool {
        false
    }
}

impl rusqlite::ToSql for SqlValue {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            SqlValue::Null => ValueRef::Null,
            SqlValue::Int(number) => ValueRef::Integer(*number),
            SqlValue::Text(text) => ValueRef::Text(text.as_bytes()),
            SqlValue::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn with_sql(error: rusqlite::Error, sql: &str) -> StorageError {
    match told(error) {
        StorageError::Engine(message) => StorageError::Engine(format!("{message} in `{sql}`")),
        other => other,
    }
}

pub(super) fn told(error: rusqlite::Error) -> StorageError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StorageError::DiskFull,
        Some(ErrorCode::ReadOnly) => StorageError::ReadOnly,
        Some(ErrorCode::ConstraintViolation) => StorageError::Taken(error.to_string()),
        _ => StorageError::Engine(error.to_string()),
    }
}

fn copy(error: &StorageError) -> StorageError {
    match error {
        StorageError::DiskFull => StorageError::DiskFull,
        StorageError::ReadOnly => StorageError::ReadOnly,
        other => StorageError::Engine(other.to_string()),
    }
}
