//! Backup, online and alike on both engines: every table as lines of JSON from one snapshot, then the files those rows
//! name, then the keys: a backup is as confidential as what it was made of. It says itself which migrations its tables
//! are of and which columns they have, so that every later version can restore it.

mod cells;
mod format_6;
mod restore;

pub use restore::{RestoreAs, restore};

use crate::files::Files;
use crate::installation::InstallationId;
use crate::{App, Fault, random};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use storage::tables::tables;
use storage::{StorageError, Tx};

/// Moves on when the shape of a backup does, not when a table does.
const FORMAT: u32 = 7;
const MANIFEST: &str = "manifest.json";

#[derive(Clone, Serialize, Deserialize)]
struct Manifest {
    format: u32,
    made_at: String,
    installation: InstallationId,
    /// The last migration of the tables.
    migration: String,
    tables: Vec<TableManifest>,
    /// Of all the rest, by the signing key that lies beside it, in hexadecimal.
    signature: String,
}

impl Manifest {
    /// What is signed.
    fn said(&self) -> Result<Vec<u8>, Fault> {
        let mut said = b"motcua backup\n".to_vec();
        serde_json::to_writer(&mut said, &Manifest { signature: String::new(), ..self.clone() })?;
        Ok(said)
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct TableManifest {
    name: String,
    columns: String,
    rows: u64,
    /// Of the file of its lines; unknown in a backup of before.
    #[serde(default)]
    sha256: Option<String>,
}

/// What was saved or brought back.
#[derive(Clone, Debug, Default)]
pub struct BackupCount {
    pub rows: u64,
    pub files: u64,
    /// Files that have a row and no content.
    pub missing: Vec<String>,
    /// Files whose content is not what their row says.
    pub changed: Vec<String>,
}

/// Writes a backup into a folder that does not exist yet.
pub fn write(app: &App, to: &Path) -> Result<BackupCount, Fault> {
    let installation =
        app.keys.installation.clone().ok_or_else(|| Fault::other("keys of no installation"))?;
    std::fs::create_dir(to).map_err(|error| Fault::other(format!("{}: {error}", to.display())))?;
    crate::files::private_folder(to)?;
    let folder = to.to_path_buf();
    let tables = app.store.read_now(move |tx| {
        tables().iter().map(|table| save(tx, table, &folder)).collect::<Result<Vec<_>, _>>()
    })?;
    let mut count = write_files(app, to)?;
    count.rows = tables.iter().map(|table| table.rows).sum();
    // Without its keys a restored installation could not vouch for the roots signed before.
    app.keys.save(to)?;
    let migration = storage::migrations().last().expect("there is one").to_string();
    let made_at = app.now().to_string();
    let signature = String::new();
    let mut manifest = Manifest { format: FORMAT, made_at, installation, migration, tables, signature };
    manifest.signature = random::hex(&app.keys.sign(&manifest.said()?));
    // Written last: a folder without it is not a backup.
    crate::installation::write_whole(&to.join(MANIFEST), &serde_json::to_vec_pretty(&manifest)?)?;
    Ok(count)
}

/// Copies the content of every file named in the snapshot. A draft's file may have been dropped since: then
/// its row is gone too, and nothing is missing.
fn write_files(app: &App, to: &Path) -> Result<BackupCount, Fault> {
    let target = Files::open(to.join("files"))?;
    let mut count = BackupCount::default();
    each_content(&to.join("file.jsonl"), &columns_of("file"), |token, sha256| {
        if let Some(path) = app.files.find(&token) {
            match target.take_from(&path, &token) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
                Err(_) => {}
                Ok(found) => {
                    if found != sha256 {
                        count.changed.push(token);
                    }
                    count.files += 1;
                    return Ok(());
                }
            }
        }
        // Dropped or erased since the snapshot.
        let wanted = token.clone();
        let row = app.store.read_now(move |tx| storage::file::find(tx, &wanted))?;
        if row.is_some_and(|row| row.erased_under.is_none()) {
            count.missing.push(token);
        }
        Ok(())
    })?;
    Ok(count)
}

/// Writes a table's rows, a line each; what the manifest says of them.
fn save(
    tx: &mut Tx,
    table: &storage::tables::TableSchema,
    folder: &Path,
) -> Result<TableManifest, StorageError> {
    let path = folder.join(format!("{}.jsonl", table.name));
    let mut out = BufWriter::new(Summed { file: File::create(path).map_err(io)?, hash: Sha256::new() });
    let mut rows = 0u64;
    table.each(tx, |row| {
        rows += 1;
        serde_json::to_writer(&mut out, &cells::of_row(&row))?;
        out.write_all(b"\n").map_err(io)
    })?;
    let Summed { file, hash } = out.into_inner().map_err(|error| io(error.into_error()))?;
    file.sync_all().map_err(io)?;
    Ok(TableManifest {
        name: table.name.to_string(),
        columns: table.columns.to_string(),
        rows,
        sha256: Some(random::hex(&hash.finalize())),
    })
}

/// What is written, and its digest.
struct Summed {
    file: File,
    hash: Sha256,
}

impl Write for Summed {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// The name in the store, and the digest, of every file whose row lies in a backup, but of those that were erased.
fn each_content(
    lines: &Path,
    columns: &str,
    mut each: impl FnMut(String, String) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let place = |name: &str| columns.split(',').position(|column| column.trim() == name);
    let [token, sha256] =
        ["token", "sha256"].map(|name| place(name).expect("the table of files always had it"));
    let erased = place("erased_under");
    for line in BufReader::new(File::open(lines)?).lines() {
        let cells: Vec<serde_json::Value> = serde_json::from_str(&line?)?;
        if erased.is_none_or(|erased| cells[erased].is_null()) {
            let text = |place: usize| cells[place].as_str().unwrap_or_default().to_string();
            each(text(token), text(sha256))?;
        }
    }
    Ok(())
}

fn columns_of(name: &str) -> String {
    tables().into_iter().find(|table| table.name == name).expect("it is one of ours").columns
}

fn io(error: std::io::Error) -> StorageError {
    match error.kind() {
        std::io::ErrorKind::StorageFull => StorageError::DiskFull,
        _ => StorageError::Engine(error.to_string()),
    }
}
