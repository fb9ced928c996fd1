//! The engine without us, for the benchmark: statements that our functions were seen to make are made again
//! straight on the driver, with the same values, without rules, hashing or threads handing work over.

use super::{postgres as pg, postgres_tls, sqlite};
use crate::store::DatabaseLocation;
use crate::tx::{EngineTx, Tx};
use crate::{SqlRow, SqlValue, StorageError};
use std::collections::HashMap;
use std::time::{Duration, Instant};

/// A statement as it was made.
#[derive(Clone, Debug)]
pub struct Statement {
    sql: String,
    params: Vec<SqlValue>,
}

impl Statement {
    pub fn sql(&self) -> &str {
        &self.sql
    }

    pub fn params(&self) -> &[SqlValue] {
        &self.params
    }
}

/// Runs a function and notes its statements.
pub fn watch<T>(tx: &mut Tx, noted: &mut Vec<Statement>, function: impl FnOnce(&mut Tx) -> T) -> T {
    let mut watched = Watched { inner: &mut *tx.engine, noted };
    let mut inner = Tx::new(&mut watched);
    let answer = function(&mut inner);
    let again = inner.again;
    tx.again |= again;
    answer
}

struct Watched<'a> {
    inner: &'a mut dyn EngineTx,
    noted: &'a mut Vec<Statement>,
}

impl Watched<'_> {
    fn note(&mut self, sql: &str, params: &[SqlValue]) {
        self.noted.push(Statement { sql: sql.to_string(), params: params.to_vec() });
    }
}

impl EngineTx for Watched<'_> {
    fn query(&mut self, sql: &str, params: &[SqlValue]) -> Result<Vec<SqlRow>, StorageError> {
        self.note(sql, params);
        self.inner.query(sql, params)
    }

    fn execute(&mut self, sql: &str, params: &[SqlValue]) -> Result<u64, StorageError> {
        self.note(sql, params);
        self.inner.execute(sql, params)
    }

    fn each(
        &mut self,
        sql: &str,
        params: &[SqlValue],
        row: &mut dyn FnMut(SqlRow) -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        self.note(sql, params);
        self.inner.each(sql, params, row)
    }

    fn insert(&mut self, table: &str, columns: &str, rows: &[Vec<SqlValue>]) -> Result<(), StorageError> {
        self.note(&crate::tx::insert_sql(table, columns, rows.len()), &rows.concat());
        self.inner.insert(table, columns, rows)
    }

    fn table_sql(&self) -> &'static str {
        self.inner.table_sql()
    }

    fn indexes_sql(&self) -> &'static str {
        self.inner.indexes_sql()
    }

    fn position_function(&self) -> &'static str {
        self.inner.position_function()
    }

    fn lock_clause(&self) -> &'static str {
        self.inner.lock_clause()
    }

    fn has_rivals(&self) -> bool {
        self.inner.has_rivals()
    }
}

/// How operations are made again.
#[derive(Clone, Copy, Debug)]
pub struct Replay {
    /// Connections at once.
    pub lanes: usize,
    /// Operations that share a commit; 0 where nothing is written.
    pub a_commit: usize,
    /// How long they are repeated; nothing where each is made once.
    pub until: Option<Duration>,
}

/// Makes operations again; how many a second.
pub fn replay(
    place: &DatabaseLocation,
    operations: &[Vec<Statement>],
    how: Replay,
) -> Result<f64, StorageError> {
    let mut lanes = Vec::new();
    for _ in 0..how.lanes {
        lanes.push(match place {
            DatabaseLocation::Sqlite(path) => {
                RawConnection::Sqlite(sqlite::connect(path, sqlite::ConnectionMode::Writer)?)
            }
            DatabaseLocation::Postgres(url) => {
                RawConnection::Postgres(Box::new(postgres_tls::connect(url)?), HashMap::new())
            }
        });
    }
    let started = Instant::now();
    let done: Result<Vec<u64>, StorageError> = std::thread::scope(|threads| {
        let running: Vec<_> = lanes
            .into_iter()
            .enumerate()
            .map(|(number, lane)| {
                let own: Vec<&Vec<Statement>> = operations.iter().skip(number).step_by(how.lanes).collect();
                threads.spawn(move || drive(lane, &own, how, started))
            })
            .collect();
        running.into_iter().map(|lane| lane.join().expect("a lane does not panic")).collect()
    });
    Ok(done?.iter().sum::<u64>() as f64 / started.elapsed().as_secs_f64())
}

fn drive(
    mut lane: RawConnection,
    own: &[&Vec<Statement>],
    how: Replay,
    started: Instant,
) -> Result<u64, StorageError> {
    let mut done = 0;
    loop {
        for group in own.chunks(how.a_commit.max(1)) {
            if how.until.is_some_and(|end| started.elapsed() >= end) {
                return Ok(done);
            }
            if how.a_commit > 0 {
                lane.begin()?;
            }
            for statement in group.iter().copied().flatten() {
                lane.make(statement)?;
            }
            if how.a_commit > 0 {
                lane.plain("commit")?;
            }
            done += group.len() as u64;
        }
        if how.until.is_none() || own.is_empty() {
            return Ok(done);
        }
    }
}

enum RawConnection {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Client>, HashMap<String, postgres::Statement>),
}

impl RawConnection {
    fn begin(&mut self) -> Result<(), StorageError> {
        match self {
            RawConnection::Sqlite(_) => self.plain("begin immediate"),
            RawConnection::Postgres(..) => self.plain("begin"),
        }
    }

    fn plain(&mut self, sql: &str) -> Result<(), StorageError> {
        match self {
            RawConnection::Sqlite(connection) => connection.execute_batch(sql).map_err(sqlite::told),
            RawConnection::Postgres(client, _) => client.batch_execute(sql).map_err(|error| pg::told(&error)),
        }
    }

    fn make(&mut self, statement: &Statement) -> Result<(), StorageError> {
        match self {
            RawConnection::Sqlite(connection) => {
                let mut prepared = connection.prepare_cached(&statement.sql).map_err(sqlite::told)?;
                let params = rusqlite::params_from_iter(&statement.params);
                let mut rows = prepared.query(params).map_err(sqlite::told)?;
                while rows.next().map_err(sqlite::told)?.is_some() {}
                Ok(())
            }
            RawConnection::Postgres(client, known) => {
                let told = |error| pg::told(&error);
                let prepared = match known.get(&statement.sql) {
                    Some(prepared) => prepared.clone(),
                    None => {
                        let prepared = client.prepare(&pg::numbered(&statement.sql)).map_err(told)?;
                        known.insert(statement.sql.clone(), prepared.clone());
                        prepared
                    }
                };
                let params: Vec<&(dyn postgres::types::ToSql + Sync)> =
                    statement.params.iter().map(|value| value as _).collect();
                client.query(&prepared, &params).map(|_| ()).map_err(told)
            }
        }
    }
}
