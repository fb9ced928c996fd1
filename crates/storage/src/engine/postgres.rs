//! PostgreSQL: a thread a connection. A write runs at the isolation level that raises the conflict we run again
//! (repeatable read), unless it locks what it decides by and waits its turn; a read has one snapshot.

use super::queue::{Taken, WorkQueue};
use super::vital;
use crate::queued::{QueuedWork, TransactionEnd};
use crate::store::{Need, Rivals, StoreEngine};
use crate::tx::{EngineTx, Tx, insert_sql};
use crate::{SqlRow, SqlValue, StorageError};
use postgres::error::SqlState;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{IsNull, ToSql, Type};
use postgres::{Client, Statement};
use std::collections::HashMap;
use std::io::Write;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::JoinHandle;
use std::time::Duration;

const CONNECTIONS: usize = 8;
/// Maximum rows inserted by one statement; more are copied.
const ROWS_MAX: usize = 16;
/// Maximum runs of a write that loses to others; a broken constraint that stays is given up sooner.
const RUNS_MAX: u32 = 200;
const RUNS_MAX_TAKEN: u32 = 4;

/// What a function is run in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Write(Rivals),
    Read(Need),
}

pub(crate) struct Postgres {
    queue: Arc<WorkQueue<(Mode, QueuedWork)>>,
    /// The last write failed.
    failed: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Postgres {
    pub fn open(url: &str) -> Result<Postgres, StorageError> {
        let sessions = (0..CONNECTIONS).map(|_| Session::open(url)).collect::<Result<Vec<Session>, _>>()?;
        let queue = Arc::new(WorkQueue::new(CONNECTIONS, CONNECTIONS, Duration::ZERO));
        let (mut threads, failed) = (Vec::new(), Arc::new(AtomicBool::new(false)));
        for (own, mut session) in sessions.into_iter().enumerate() {
            let (queue, failed) = (Arc::clone(&queue), Arc::clone(&failed));
            threads.push(vital::spawn("postgres", move || worker(&mut session, own, &queue, &failed)));
        }
        Ok(Postgres { queue, failed, threads })
    }
}

impl StoreEngine for Postgres {
    fn submit_read(&self, work: QueuedWork, need: Need) {
        self.queue.push((Mode::Read(need), work));
    }

    fn failed_to_write(&self) -> bool {
        self.failed.load(Relaxed)
    }

    fn submit_write(&self, work: QueuedWork, rivals: Rivals) {
        self.queue.push((Mode::Write(rivals), work));
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.queue.close();
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

struct Session {
    url: String,
    client: Client,
    statements: HashMap<String, Statement>,
}

impl Session {
    fn open(url: &str) -> Result<Session, StorageError> {
        let client = super::postgres_tls::connect(url)?;
        Ok(Session { url: url.to_string(), client, statements: HashMap::new() })
    }

    fn revive(&mut self) -> Result<(), StorageError> {
        if self.client.is_closed() {
            *self = Session::open(&self.url)?;
        }
        Ok(())
    }
}

fn worker(session: &mut Session, own: usize, queue: &WorkQueue<(Mode, QueuedWork)>, failed: &AtomicBool) {
    while let Some(Taken { work: (mode, mut work), .. }) = queue.take(own) {
        let ran = session.revive().and_then(|()| match mode {
            Mode::Read(Need::Once) => run_once(session, &mut work),
            Mode::Read(Need::Snapshot) => run(session, READ, &mut work),
            Mode::Write(Rivals::RunAgain) => run(session, WRITE, &mut work),
            Mode::Write(Rivals::Wait) => run(session, WRITE_IN_TURN, &mut work),
        });
        let broke = ran.err();
        if matches!(mode, Mode::Write(_)) {
            failed.store(broke.is_some(), Relaxed);
        }
        work.answer(broke);
    }
}

const WRITE: &str = "begin isolation level repeatable read";
const WRITE_IN_TURN: &str = "begin isolation level read committed";
const READ: &str = "begin isolation level repeatable read read only";

/// One statement is a transaction by itself.
fn run_once(session: &mut Session, work: &mut QueuedWork) -> Result<(), StorageError> {
    let mut engine = PostgresTx { session, taken: false };
    let mut tx = Tx::once(&mut engine);
    std::panic::catch_unwind(AssertUnwindSafe(|| work.run(&mut tx)))
        .map(|_| ())
        .map_err(|_| StorageError::Engine("a function panicked inside a transaction".into()))
}

fn run(session: &mut Session, begin: &str, work: &mut QueuedWork) -> Result<(), StorageError> {
    let mut runs = 0;
    loop {
        runs += 1;
        session.client.batch_execute(begin).map_err(|error| told(&error))?;
        let mut engine = PostgresTx { session, taken: false };
        let mut tx = Tx::new(&mut engine);
        let ran = std::panic::catch_unwind(AssertUnwindSafe(|| work.run(&mut tx)));
        let (again, taken) = (tx.again, engine.taken);
        let ended = match ran {
            Err(_) => {
                let _ = session.client.batch_execute("rollback");
                return Err(StorageError::Engine("a function panicked inside a transaction".into()));
            }
            Ok(TransactionEnd::Keep) => session.client.batch_execute("commit").map_err(|error| told(&error)),
            Ok(TransactionEnd::Undo) => {
                session.client.batch_execute("rollback").map_err(|error| told(&error))?;
                if again && runs < if taken { RUNS_MAX_TAKEN } else { RUNS_MAX } {
                    continue;
                }
                Ok(())
            }
        };
        match ended {
            Err(StorageError::Conflict) if runs < RUNS_MAX => {
                let _ = session.client.batch_execute("rollback");
            }
            ended => return ended,
        }
    }
}

struct PostgresTx<'a> {
    session: &'a mut Session,
    taken: bool,
}

impl PostgresTx<'_> {
    fn statement(&mut self, sql: &str) -> Result<Statement, StorageError> {
        if let Some(statement) = self.session.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.session.client.prepare(&numbered(sql)).map_err(|error| with_sql(&error, sql))?;
        self.session.statements.insert(sql.to_string(), statement.clone());
        Ok(statement)
    }

    fn noted(&mut self, error: &postgres::Error, sql: &str) -> StorageError {
        let error = with_sql(error, sql);
        self.taken |= matches!(error, StorageError::Taken(_));
        error
    }
}

impl EngineTx for PostgresTx<'_> {
    fn query(&mut self, sql: &str, params: &[SqlValue]) -> Result<Vec<SqlRow>, StorageError> {
        let mut rows = Vec::new();
        self.each(sql, params, &mut |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    fn execute(&mut self, sql: &str, params: &[SqlValue]) -> Result<u64, StorageError> {
        if params.is_empty() && sql.contains(';') {
            return self.session.client.batch_execute(sql).map(|()| 0).map_err(|error| with_sql(&error, sql));
        }
        let statement = self.statement(sql)?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as _).collect();
        let touched = self.session.client.execute(&statement, &params);
        touched.map_err(|error| self.noted(&error, sql))
    }

    fn each(
        &mut self,
        sql: &str,
        params: &[SqlValue],
        row: &mut dyn FnMut(SqlRow) -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        let statement = self.statement(sql)?;
        let mut read_all = || -> Result<Result<(), postgres::Error>, StorageError> {
            let mut rows = match self.session.client.query_raw(&statement, params) {
                Ok(rows) => rows,
                Err(error) => return Ok(Err(error)),
            };
            loop {
                match rows.next() {
                    Ok(None) => return Ok(Ok(())),
                    Ok(Some(found)) => row(read_row(&found)?)?,
                    Err(error) => return Ok(Err(error)),
                }
            }
        };
        let ended = read_all()?;
        ended.map_err(|error| self.noted(&error, sql))
    }

    fn insert(&mut self, table: &str, columns: &str, rows: &[Vec<SqlValue>]) -> Result<(), StorageError> {
        if rows.len() <= ROWS_MAX {
            return self.execute(&insert_sql(table, columns, rows.len()), &rows.concat()).map(|_| ());
        }
        let sql = format!("copy {table} ({columns}) from stdin");
        let text: String = rows.iter().map(|row| copied(row)).collect();
        let mut copy = || {
            let mut writer = self.session.client.copy_in(&sql)?;
            writer.write_all(text.as_bytes()).map_err(CopyError::Io)?;
            writer.finish().map_err(CopyError::from)
        };
        match copy() {
            Ok(_) => Ok(()),
            Err(CopyError::Engine(error)) => Err(self.noted(&error, &sql)),
            Err(CopyError::Io(error)) => Err(StorageError::Engine(format!("{error} in `{sql}`"))),
        }
    }

    fn table_sql(&self) -> &'static str {
        "select tablename from pg_tables where schemaname = current_schema() and tablename = ?1"
    }

    fn indexes_sql(&self) -> &'static str {
        "select indexname, indexdef from pg_indexes
         where schemaname = current_schema() and tablename = ?1 and not exists (
            select 1 from pg_constraint where conname = indexname)"
    }

    fn position_function(&self) -> &'static str {
        "strpos"
    }

    fn lock_clause(&self) -> &'static str {
        " for update"
    }

    fn has_rivals(&self) -> bool {
        true
    }
}

enum CopyError {
    Engine(postgres::Error),
    Io(std::io::Error),
}

impl From<postgres::Error> for CopyError {
    fn from(error: postgres::Error) -> CopyError {
        CopyError::Engine(error)
    }
}

/// A row in the text format of `copy`.
fn copied(row: &[SqlValue]) -> String {
    let mut line = String::new();
    for (value, column) in row.iter().zip(0..) {
        if column > 0 {
            line.push('\t');
        }
        match value {
            SqlValue::Null => line.push_str("\\N"),
            SqlValue::Int(number) => line.push_str(&number.to_string()),
            SqlValue::Text(text) => {
                for letter in text.chars() {
                    match letter {
                        '\\' => line.push_str("\\\\"),
                        '\t' => line.push_str("\\t"),
                        '\n' => line.push_str("\\n"),
                        '\r' => line.push_str("\\r"),
                        letter => line.push(letter),
                    }
                }
            }
            SqlValue::Bytes(bytes) => {
                line.push_str("\\\\x");
                for byte in bytes {
                    line.push_str(&format!("{byte:02x}"));
                }
            }
        }
    }
    line.push('\n');
    line
}

fn read_row(found: &postgres::Row) -> Result<SqlRow, StorageError> {
    let mut values = Vec::with_capacity(found.len());
    for (index, column) in found.columns().iter().enumerate() {
        let value = match *column.type_() {
            Type::INT8 => found.get::<_, Option<i64>>(index).map(SqlValue::Int),
            Type::INT4 => found.get::<_, Option<i32>>(index).map(|number| SqlValue::Int(i64::from(number))),
            Type::BOOL => found.get::<_, Option<bool>>(index).map(|flag| SqlValue::Int(i64::from(flag))),
            Type::TEXT | Type::VARCHAR | Type::NAME => {
                found.get::<_, Option<String>>(index).map(SqlValue::Text)
            }
            Type::BYTEA => found.get::<_, Option<Vec<u8>>>(index).map(SqlValue::Bytes),
            ref other => return Err(StorageError::Unexpected(format!("a column of type {other}"))),
        };
        values.push(value.unwrap_or(SqlValue::Null));
    }
    Ok(SqlRow(values))
}

impl ToSql for SqlValue {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut postgres::types::private::BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            SqlValue::Null => Ok(IsNull::Yes),
            SqlValue::Int(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            SqlValue::Int(number) if *kind == Type::BOOL => (*number != 0).to_sql(kind, out),
            SqlValue::Int(number) => number.to_sql(kind, out),
            SqlValue::Text(text) => text.to_sql(kind, out),
            SqlValue::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}

/// `?1` is `$1` here; question marks inside quotes stay.
pub(super) fn numbered(sql: &str) -> String {
    let mut quoted = false;
    sql.chars()
        .map(|letter| {
            quoted ^= letter == '\'';
            if letter == '?' && !quoted { '$' } else { letter }
        })
        .collect()
}

fn with_sql(error: &postgres::Error, sql: &str) -> StorageError {
    match told(error) {
        StorageError::Engine(message) => StorageError::Engine(format!("{message} in `{sql}`")),
        other => other,
    }
}

pub(super) fn told(error: &postgres::Error) -> StorageError {
    match error.code() {
        Some(code)
            if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED =>
        {
            StorageError::Conflict
        }
        Some(code) if *code == SqlState::UNIQUE_VIOLATION => StorageError::Taken(deep(error)),
        Some(code) if *code == SqlState::DISK_FULL => StorageError::DiskFull,
        Some(code) if *code == SqlState::READ_ONLY_SQL_TRANSACTION => StorageError::ReadOnly,
        _ => StorageError::Engine(deep(error)),
    }
}

fn deep(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(from_database) => from_database.message().to_string(),
        None => match std::error::Error::source(error) {
            Some(source) => format!("{error}: {source}"),
            None => error.to_string(),
        },
    }
}
