//! Restore: all of a backup or nothing that serves. Everything is looked at before anything is written; folder and
//! database are marked until the end, and a marked one is not opened.

use super::{BackupCount, FORMAT, MANIFEST, Manifest, TableManifest, cells, each_content, format_6};
use crate::files::{Files, private_folder};
use crate::installation::{InstallationId, Note, NoteState, bind, mark_restoring};
use crate::keys::Keys;
use crate::{Fault, jobs, random};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use storage::{DatabaseLocation, Schema, SqlValue, Store, StoreMode};

const CHUNK: usize = 500;

/// Whose installation it is afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreAs {
    /// The one the backup was made of: that one is gone.
    Same,
    /// One of its own beside it: nothing that still waited to go outside goes twice.
    Copy,
}

/// Fills an empty folder, and a database without tables, from a backup.
pub fn restore(
    from: &Path,
    place: &DatabaseLocation,
    folder: &Path,
    identity: RestoreAs,
) -> Result<BackupCount, Fault> {
    let keys = Keys::find(from)?.ok_or_else(|| Fault::other("the backup has no signing.key"))?;
    let backup = Backup::read(from, &keys)?;
    backup.check(from)?;
    backup.check_roots(from, &keys)?;
    if folder.exists() && std::fs::read_dir(folder)?.next().is_some() {
        return Err(Fault::other(format!(
            "{} is not empty; restore only into an empty folder",
            folder.display()
        )));
    }
    // On a server it was there before us.
    if matches!(place, DatabaseLocation::Postgres(_))
        && Store::connect(place, 0, StoreMode::Reading)?.schema()? != Schema::Empty
    {
        return Err(Fault::other("the database is not empty; restore only into an empty one"));
    }
    let installation = match (identity, &backup.installation) {
        (RestoreAs::Same, Some(installation)) => installation.clone(),
        _ => InstallationId::fresh(),
    };
    private_folder(folder)?;
    let state = NoteState::Restoring;
    // A backup of today brings its protocols along; of before, what was erased is signed for in the end.
    let vouched = backup.has_protocols();
    Note { installation: installation.clone(), state, vouched }.save(folder)?;
    let mut count = bring_files_back(from, &backup.tables, folder)?;
    let store = Store::connect(place, 0, StoreMode::Filling)?;
    store.migrate(Some(&backup.migration))?;
    store.write_now(|tx| mark_restoring(tx, true))?;
    for table in &backup.tables {
        fill(from, &store, table)?;
        count.rows += table.rows;
    }
    store.migrate(None)?;
    store.write_now(storage::tally::refill)?;
    if identity == RestoreAs::Copy {
        store.write_now(jobs::keep_inside)?;
    }
    drop(store);
    // What was filled without waiting for the disk is made durable before anything says that it is whole.
    if let DatabaseLocation::Sqlite(file) = place {
        File::open(file)?.sync_all()?;
    }
    let store = Store::connect(place, 0, StoreMode::Writing)?;
    bind(&store, folder, installation, keys, NoteState::Restoring)?;
    Ok(count)
}

/// What a backup says of itself, whichever version made it.
struct Backup {
    installation: Option<InstallationId>,
    migration: String,
    tables: Vec<TableManifest>,
}

#[derive(Deserialize)]
struct FormatVersion {
    format: u32,
}

/// Of format 6.
#[derive(Deserialize)]
struct TableCounts {
    tables: Vec<(String, u64)>,
}

impl Backup {
    fn read(from: &Path, keys: &Keys) -> Result<Backup, Fault> {
        let text = std::fs::read(from.join(MANIFEST))
            .map_err(|error| Fault::other(format!("{} is not a backup: {error}", from.display())))?;
        let FormatVersion { format } = serde_json::from_slice(&text)?;
        match format {
            FORMAT => {
                let manifest: Manifest = serde_json::from_slice(&text)?;
                let signature = random::of_hex(&manifest.signature).unwrap_or_default();
                let own = keys.installation.as_ref() == Some(&manifest.installation);
                // Of today's key: one that was changed since is not in a backup of then.
                if !own || !keys.signed(i64::MAX, &manifest.said()?, &signature) {
                    return Err(Fault::other(format!(
                        "the backup is damaged: {MANIFEST} and signing.key do not belong together, or one was changed \
                         since"
                    )));
                }
                let Manifest { installation, migration, tables, .. } = manifest;
                if !storage::migrations().any(|known| known == migration) {
                    return Err(Fault::other(
                        "the backup was made by a newer version; restore it with that one",
                    ));
                }
                Ok(Backup { installation: Some(installation), migration, tables })
            }
            6 => {
                let TableCounts { tables: counts } = serde_json::from_slice(&text)?;
                let rows =
                    |name: &str| counts.iter().find(|(known, _)| known == name).map_or(0, |(_, rows)| *rows);
                let tables = format_6::TABLES.iter().map(|(name, columns)| TableManifest {
                    name: name.to_string(),
                    columns: columns.to_string(),
                    rows: rows(name),
                    sha256: None,
                });
                let migration = format_6::LAST_MIGRATION.to_string();
                Ok(Backup { installation: None, migration, tables: tables.collect() })
            }
            other => Err(Fault::other(format!(
                "the backup has format {other}, this program reads 6 and {FORMAT}; restore it with the version that \
                 made it, then start this version on what was restored"
            ))),
        }
    }

    fn has_protocols(&self) -> bool {
        self.tables.iter().any(|table| table.name == "erasure")
    }

    /// Every table is whole, before anything is written.
    fn check(&self, from: &Path) -> Result<(), Fault> {
        for TableManifest { name, rows, sha256, columns } in &self.tables {
            let damaged = |what: String| Fault::other(format!("the backup is damaged: table {name} {what}"));
            let file = File::open(from.join(format!("{name}.jsonl")))
                .map_err(|error| damaged(format!("cannot be read: {error}")))?;
            let (mut reader, mut hash) = (BufReader::new(file), Sha256::new());
            let (mut line, mut found, width) = (Vec::new(), 0, columns.split(',').count());
            while reader.read_until(b'\n', &mut line)? > 0 {
                hash.update(&line);
                found += 1;
                let text = std::str::from_utf8(&line).unwrap_or_default();
                let whole =
                    line.ends_with(b"\n") && cells::values(text).is_ok_and(|cells| cells.len() == width);
                if !whole {
                    return Err(damaged(format!("is cut or changed in line {found}")));
                }
                line.clear();
            }
            if found != *rows {
                return Err(damaged(format!("has {found} rows, not {rows}")));
            }
            if sha256.as_ref().is_some_and(|sha256| *sha256 != random::hex(&hash.finalize())) {
                return Err(damaged("was changed since".into()));
            }
        }
        Ok(())
    }
}

impl Backup {
    /// The key is the one that signed: the newest root says so, whichever version wrote it.
    fn check_roots(&self, from: &Path, keys: &Keys) -> Result<(), Fault> {
        let Some(table) = self.tables.iter().find(|table| table.name == "root") else { return Ok(()) };
        let Some(last) = BufReader::new(File::open(from.join("root.jsonl"))?).lines().last() else {
            return Ok(());
        };
        let cells = cells::values(&last?)?;
        let cell = |name: &str| {
            table.columns.split(',').position(|column| column.trim() == name).map(|place| &cells[place])
        };
        match (cell("at"), cell("digest"), cell("signature")) {
            (Some(SqlValue::Int(at)), Some(SqlValue::Bytes(digest)), Some(SqlValue::Bytes(signature)))
                if keys.signed(*at, digest, signature) =>
            {
                Ok(())
            }
            _ => Err(Fault::other("the backup is damaged: its signing.key did not sign its newest root")),
        }
    }
}

/// Brings the files back that rows name, durable; what the backup lacks is counted.
fn bring_files_back(from: &Path, tables: &[TableManifest], folder: &Path) -> Result<BackupCount, Fault> {
    let (source, target) = (Files::at(from.join("files")), Files::open(folder.join("files"))?);
    let mut count = BackupCount::default();
    let Some(table) = tables.iter().find(|table| table.name == "file") else { return Ok(count) };
    each_content(&from.join("file.jsonl"), &table.columns, |token, sha256| {
        match source.find(&token) {
            Some(path) => {
                if target.take_from(&path, &token)? != sha256 {
                    count.changed.push(token);
                }
                count.files += 1;
            }
            None => count.missing.push(token),
        }
        Ok(())
    })?;
    Ok(count)
}

fn fill(from: &Path, store: &Store, table: &TableManifest) -> Result<(), Fault> {
    let mut chunk: Vec<Vec<SqlValue>> = Vec::new();
    let write = |rows: Vec<Vec<SqlValue>>| {
        let (name, columns) = (table.name.clone(), table.columns.clone());
        store.write_now(move |tx| storage::tables::fill(tx, &name, &columns, &rows))
    };
    for line in BufReader::new(File::open(from.join(format!("{}.jsonl", table.name)))?).lines() {
        chunk.push(cells::values(&line?)?);
        if chunk.len() == CHUNK {
            write(std::mem::take(&mut chunk))?;
        }
    }
    Ok(write(chunk)?)
}
