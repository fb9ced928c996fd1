//! Migrations: numbered files that only go forward, one text for both engines.

use crate::tx::Tx;
use crate::{StorageError, params};

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
];

/// Makes the list of migrations, in a transaction of its own: [`migrate`] locks it.
pub fn prepare(tx: &mut Tx) -> Result<(), StorageError> {
    tx.execute("create table if not exists migration (name text primary key, checksum text not null)", &[])?;
    Ok(())
}

/// Brings the schema up to date, in one transaction.
pub fn migrate(tx: &mut Tx) -> Result<(), StorageError> {
    let postgres = tx.engine.has_rivals();
    if postgres {
        // Two nodes that start at once: the second waits, and takes its snapshot only afterwards, so that it
        // finds nothing left to do.
        tx.execute("lock table migration in exclusive mode;", &[])?;
    }
    for (name, text) in MIGRATIONS {
        let checksum = checksum(text);
        let known = tx.query_one("select checksum from migration where name = ?1", params![*name])?;
        match known {
            Some(row) if row.get::<String>(0)? == checksum => {}
            Some(_) => {
                return Err(StorageError::Unexpected(format!("migration {name} was changed after it ran")));
            }
            None => {
                for statement in statements(text, postgres) {
                    tx.execute(&statement, &[])?;
                }
                tx.execute(
                    "insert into migration (name, checksum) values (?1, ?2)",
                    params![*name, checksum],
                )?;
            }
        }
    }
    Ok(())
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
