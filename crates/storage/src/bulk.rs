//! Filling an empty database with very many rows: indexes that are not constraints are taken away first and
//! made again at the end, each in one sorted pass.

use crate::projection::PROJECTIONS;
use crate::{Result, Tx, params};

/// The statements that make the indexes again.
pub type Indexes = Vec<String>;

/// Tables that grow with the dossiers, beside those that follow the record.
const TABLES: [&str; 4] = ["account", "event", "event_private", "file"];

pub fn drop_indexes(tx: &mut Tx) -> Result<Indexes> {
    let mut statements = Vec::new();
    let follow = PROJECTIONS.iter().map(|projection| projection.table);
    for table in TABLES.into_iter().chain(follow) {
        for row in tx.query(tx.engine.indexes_sql(), params![table])? {
            let name: String = row.get(0)?;
            tx.execute(&format!("drop index {name}"), &[])?;
            statements.push(row.get(1)?);
        }
    }
    Ok(statements)
}

pub fn make_index(tx: &mut Tx, statement: &str) -> Result<()> {
    tx.execute(statement, &[])?;
    Ok(())
}

/// Tells the planner of PostgreSQL how much there is now, as its own housekeeping would in time. SQLite plans
/// without such figures, here as in life.
pub fn take_stock(tx: &mut Tx) -> Result<()> {
    if tx.engine.has_rivals() {
        tx.execute("analyze", &[])?;
    }
    Ok(())
}
