//! Migrations: numbered files that only go forward, one text for both engines.

use crate::tx::Tx;
use crate::{StorageError, params};
use std::collections::HashMap;

/// In order; a file once released is never changed.
const MIGRATIONS: &[(&str, &str)] = &[
    ("0001_start", include_str!("../migrations/0001_start.sql")),
    ("0002_work_places", include_str!("../migrations/0002_work_places.sql")),
    ("0003_national", include_str!("../migrations/0003_national.sql")),
    ("0004_lists", include_str!("../migrations/0004_lists.sql")),
    ("0005_closed", include_str!("../migrations/0005_closed.sql")),
    ("0006_running_steps", include_str!("../migrations/0006_running_steps.sql")),
    ("0007_process_drafts", include_str!("../migrations/0007_process_drafts.sql")),
    ("0008_list_views", include_str!("../migrations/0008_list_views.sql")),
    ("0009_substitutions", include_str!("../migrations/0009_substitutions.sql")),
    ("0010_batches", include_str!("../migrations/0010_batches.sql")),
    ("0011_linked", include_str!("../migrations/0011_linked.sql")),
    ("0012_involved", include_str!("../migrations/0012_involved.sql")),
    ("0013_reminders", include_str!("../migrations/0013_reminders.sql")),
    ("0014_installation", include_str!("../migrations/0014_installation.sql")),
    ("0015_jobs", include_str!("../migrations/0015_jobs.sql")),
    ("0016_people", include_str!("../migrations/0016_people.sql")),
    ("0017_erasure", include_str!("../migrations/0017_erasure.sql")),
    ("0018_names", include_str!("../migrations/0018_names.sql")),
    (LEGAL_DATES, include_str!("../migrations/0019_legal_dates.sql")),
    ("0020_held", include_str!("../migrations/0020_held.sql")),
    ("0021_why", include_str!("../migrations/0021_why.sql")),
    ("0022_apostrophes", include_str!("../migrations/0022_apostrophes.sql")),
    ("0023_messages", include_str!("../migrations/0023_messages.sql")),
    ("0024_outcome", include_str!("../migrations/0024_outcome.sql")),
    ("0025_ways", include_str!("../migrations/0025_ways.sql")),
    ("0026_found_names", include_str!("../migrations/0026_found_names.sql")),
    (MEASURES, include_str!("../migrations/0027_measures.sql")),
    ("0028_filed", include_str!("../migrations/0028_filed.sql")),
    ("0030_public_figures", include_str!("../migrations/0030_public_figures.sql")),
];

/// How the schema that is there stands to the one this program knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schema {
    /// There is none.
    Empty,
    /// These are due.
    Behind(Vec<&'static str>),
    Current,
    /// A newer program wrote it: these are not known here.
    Ahead(Vec<String>),
}

/// From this one on a program looks for migrations it does not know. Those before looked only whether what they know was
/// changed: they are stopped by [`MARK`] behind the checksum of the first.
const LOOKS_AHEAD: &str = "0014_installation";
/// What its statements cannot tell, the record does.
const LEGAL_DATES: &str = "0019_legal_dates";
const MEASURES: &str = "0027_measures";
const MARK: &str = " and needs a newer program";

/// Looks, and changes nothing.
pub fn look(tx: &mut Tx) -> Result<Schema, StorageError> {
    let table = tx.engine.table_sql();
    if tx.query_one(table, params!["migration"])?.is_none() {
        return Ok(Schema::Empty);
    }
    let mut ran: HashMap<String, String> = HashMap::new();
    for row in tx.query("select name, checksum from migration", &[])? {
        ran.insert(row.get(0)?, row.get(1)?);
    }
    if ran.is_empty() {
        return Ok(Schema::Empty);
    }
    let mut due = Vec::new();
    for (name, text) in MIGRATIONS {
        match ran.remove(*name) {
            None => due.push(*name),
            Some(known) if known.strip_suffix(MARK).unwrap_or(&known) == checksum(text) => {}
            Some(_) => {
                return Err(StorageError::Unexpected(format!("migration {name} was changed after it ran")));
            }
        }
    }
    let mut unknown: Vec<String> = ran.into_keys().collect();
    unknown.sort();
    Ok(match (unknown.is_empty(), due.is_empty()) {
        (false, _) => Schema::Ahead(unknown),
        (true, false) => Schema::Behind(due),
        (true, true) => Schema::Current,
    })
}

/// Makes the list of migrations, in a transaction of its own: [`migrate`] locks it.
pub fn prepare(tx: &mut Tx) -> Result<(), StorageError> {
    tx.execute("create table if not exists migration (name text primary key, checksum text not null)", &[])?;
    Ok(())
}

/// Brings the schema up to date, in one transaction, or up to a migration of before.
pub fn migrate(tx: &mut Tx, last: Option<&str>) -> Result<(), StorageError> {
    let postgres = tx.engine.has_rivals();
    if postgres {
        // Two nodes that start at once: the second waits, and takes its snapshot only afterwards, so that it
        // finds nothing left to do.
        tx.execute("lock table migration in exclusive mode;", &[])?;
    }
    let due = match look(tx)? {
        Schema::Current => return Ok(()),
        Schema::Ahead(unknown) => return Err(StorageError::Newer(unknown.join(", "))),
        Schema::Behind(due) => due,
        Schema::Empty => MIGRATIONS.iter().map(|(name, _)| *name).collect(),
    };
    for (name, text) in MIGRATIONS.iter().filter(|(name, _)| due.contains(name)) {
        if last.is_some_and(|last| *name > last) {
            break;
        }
        for statement in statements(text, postgres) {
            tx.execute(&statement, &[])?;
        }
        if *name == LEGAL_DATES {
            crate::legal_dates::fill(tx)?;
        }
        tx.execute("insert into migration (name, checksum) values (?1, ?2)", params![*name, checksum(text)])?;
        if *name == LOOKS_AHEAD {
            let (first, text) = MIGRATIONS[0];
            let marked = format!("{}{MARK}", checksum(text));
            tx.execute("update migration set checksum = ?2 where name = ?1", params![first, marked])?;
        }
    }
    // Measures are told as they are kept today, so when all their columns are there.
    if due.contains(&MEASURES) && last.is_none_or(|last| MEASURES <= last) {
        crate::measured_before::fill(tx)?;
    }
    Ok(())
}

/// Every migration this program knows, in order.
pub fn known() -> impl Iterator<Item = &'static str> {
    MIGRATIONS.iter().map(|(name, _)| *name)
}

/// Types are written in words of our own and translated: `key64`, `int64`, `bytes`; `clustered` ends a
/// table whose rows lie in the order of its key, `strict` one whose columns hold only their type.
fn statements(text: &str, postgres: bool) -> Vec<String> {
    let words: [(&str, &str); 5] = if postgres {
        [
            ("key64", "bigint primary key"),
            ("int64", "bigint"),
            ("bytes", "bytea"),
            (") clustered", ")"),
            (") strict", ")"),
        ]
    } else {
        [
            ("key64", "integer primary key"),
            ("int64", "integer"),
            ("bytes", "blob"),
            (") clustered", ") without rowid, strict"),
            (") strict", ") strict"),
        ]
    };
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("--")).collect();
    let mut text = lines.join("\n");
    for (ours, theirs) in words {
        text = text.replace(ours, theirs);
    }
    text.split(';')
        .map(|statement| statement.trim().to_string())
        .filter(|statement| !statement.is_empty())
        .collect()
}

fn checksum(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
