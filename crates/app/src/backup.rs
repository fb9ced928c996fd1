//! Backup and restore, online and alike on both engines: every table as lines of JSON from one snapshot, then
//! the files those rows name, then the signing key: a backup is as confidential as what it was made of. A backup
//! of SQLite can be restored into PostgreSQL and back.

use crate::files::Files;
use crate::roots::{FILE, SigningKey};
use crate::{App, Fault};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use storage::tables::TABLES;
use storage::{Row, StorageError, Store, Value};

/// Moves on when a table's columns do: a backup is read by the program that knows its tables.
const FORMAT: u32 = 6;
const CHUNK: usize = 500;

#[derive(Serialize, Deserialize)]
struct Manifest {
    format: u32,
    made_at: String,
    tables: Vec<(String, u64)>,
}

/// What was saved or brought back.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    pub rows: u64,
    pub files: u64,
}

impl App {
    /// Writes a backup into a folder that does not exist yet.
    pub fn backup(&self, to: &Path) -> Result<Count, Fault> {
        std::fs::create_dir(to).map_err(|error| Fault::other(format!("{}: {error}", to.display())))?;
        crate::files::private_folder(to)?;
        let folder = to.to_path_buf();
        let tables = self.store.read_now(move |tx| {
            let mut tables = Vec::new();
            for table in TABLES {
                let path = folder.join(format!("{}.jsonl", table.name));
                let mut out = BufWriter::new(std::fs::File::create(path).map_err(io)?);
                let mut rows = 0u64;
                let select = format!("select {} from {} order by {}", table.columns, table.name, table.key);
                tx.each(&select, &[], |row| {
                    rows += 1;
                    serde_json::to_writer(&mut out, &cells(&row))?;
                    out.write_all(b"\n").map_err(io)
                })?;
                out.into_inner().map_err(|error| io(error.into_error()))?.sync_all().map_err(io)?;
                tables.push((table.name.to_string(), rows));
            }
            Ok::<_, StorageError>(tables)
        })?;
        let files = self.back_up_files(to)?;
        // Without its key a restored installation could not vouch for the roots signed before.
        self.signing.save(to)?;
        let rows = tables.iter().map(|(_, rows)| rows).sum();
        let manifest = Manifest { format: FORMAT, made_at: self.now().to_string(), tables };
        // Written last: a folder without it is not a backup.
        let mut out = std::fs::File::create(to.join("manifest.json"))?;
        serde_json::to_writer_pretty(&mut out, &manifest)?;
        out.sync_all()?;
        Ok(Count { rows, files })
    }
}

impl App {
    /// Copies the content of every file named in the snapshot. A draft's file may have been dropped since: then
    /// its row is gone too, and nothing is missing.
    fn back_up_files(&self, to: &Path) -> Result<u64, Fault> {
        let position = TABLES
            .iter()
            .find(|table| table.name == "file")
            .and_then(|table| table.columns.split(',').position(|column| column.trim() == "token"))
            .expect("the table of files has tokens");
        let target = Files::open(to.join("files"))?;
        let mut copied = 0;
        for line in BufReader::new(std::fs::File::open(to.join("file.jsonl"))?).lines() {
            let cells: Vec<serde_json::Value> = serde_json::from_str(&line?)?;
            let token = cells[position].as_str().unwrap_or_default().to_string();
            match target.copy_from(&self.files.path(&token), &token) {
                Ok(()) => copied += 1,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    let wanted = vec![token.clone()];
                    if !self.store.read_now(move |tx| storage::file::known(tx, &wanted))?.is_empty() {
                        return Err(Fault::other(format!("the content of file {token} is missing")));
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(copied)
    }
}

/// Fills an empty database and an empty folder of files from a backup.
pub fn restore(from: &Path, store: &Store, folder: &Path) -> Result<Count, Fault> {
    let manifest = std::fs::read(from.join("manifest.json"))
        .map_err(|error| Fault::other(format!("{} is not a backup: {error}", from.display())))?;
    let manifest: Manifest = serde_json::from_slice(&manifest)?;
    if manifest.format != FORMAT {
        return Err(Fault::other(format!(
            "the backup has format {}, this program reads format {FORMAT}; restore it with the version that made it, \
             then start this version on what was restored",
            manifest.format
        )));
    }
    let taken: bool = store.read_now(|tx| {
        let row = tx.query_one("select count(*) from account", &[])?;
        row.map_or(Ok::<_, StorageError>(false), |row| row.get(0))
    })?;
    if taken {
        return Err(Fault::other("the database is not empty; restore only into an empty one"));
    }
    if !folder.join(FILE).exists() {
        SigningKey::open(from)?.save(folder)?;
    }
    let mut count =
        Count { files: copy_folder(&from.join("files"), &folder.join("files"))?, ..Count::default() };
    for table in TABLES {
        let path = from.join(format!("{}.jsonl", table.name));
        let expected = manifest.tables.iter().find(|(name, _)| name == table.name).map(|(_, rows)| *rows);
        let Some(expected) = expected else { continue };
        let mut read = 0;
        let mut chunk: Vec<Vec<Value>> = Vec::new();
        let marks: Vec<String> =
            (1..=table.columns.split(',').count()).map(|number| format!("?{number}")).collect();
        let insert = format!(
            "insert into {} ({}) values ({}) on conflict do nothing",
            table.name,
            table.columns,
            marks.join(", ")
        );
        for line in BufReader::new(std::fs::File::open(path)?).lines() {
            chunk.push(values(&line?)?);
            read += 1;
            if chunk.len() == CHUNK {
                fill(store, &insert, std::mem::take(&mut chunk))?;
            }
        }
        fill(store, &insert, chunk)?;
        if read != expected {
            return Err(Fault::other(format!("table {} has {read} rows, not {expected}", table.name)));
        }
        count.rows += read;
    }
    Ok(count)
}

fn fill(store: &Store, insert: &str, rows: Vec<Vec<Value>>) -> Result<(), Fault> {
    let insert = insert.to_string();
    store.write_now(move |tx| {
        for row in &rows {
            tx.execute(&insert, row)?;
        }
        Ok::<_, StorageError>(())
    })?;
    Ok(())
}

/// Bytes travel as `{"hex": …}`, everything else as itself.
fn cells(row: &Row) -> Vec<serde_json::Value> {
    row.values()
        .iter()
        .map(|value| match value {
            Value::Null => serde_json::Value::Null,
            Value::Int(number) => (*number).into(),
            Value::Text(text) => text.as_str().into(),
            Value::Bytes(bytes) => serde_json::json!({ "hex": crate::random::hex(bytes) }),
        })
        .collect()
}

fn values(line: &str) -> Result<Vec<Value>, Fault> {
    let cells: Vec<serde_json::Value> = serde_json::from_str(line)?;
    cells
        .into_iter()
        .map(|cell| match cell {
            serde_json::Value::Null => Ok(Value::Null),
            serde_json::Value::Number(number) => {
                number.as_i64().map(Value::Int).ok_or_else(|| Fault::other("a number too large"))
            }
            serde_json::Value::String(text) => Ok(Value::Text(text)),
            serde_json::Value::Object(object) => {
                let hex = object.get("hex").and_then(|hex| hex.as_str()).unwrap_or_default();
                let byte =
                    |index: usize| hex.get(index..index + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
                let bytes: Option<Vec<u8>> = (0..hex.len()).step_by(2).map(byte).collect();
                bytes.map(Value::Bytes).ok_or_else(|| Fault::other("bytes that are not hexadecimal"))
            }
            _ => Err(Fault::other("a cell of an unknown kind")),
        })
        .collect()
}

/// Brings every file of a backup back, durable.
fn copy_folder(from: &Path, to: &Path) -> Result<u64, Fault> {
    let target = Files::open(to.to_path_buf())?;
    let mut copied = 0;
    for sub in std::fs::read_dir(from)? {
        let sub = sub?;
        if !sub.file_type()?.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(sub.path())? {
            let file = file?;
            let token =
                file.file_name().into_string().map_err(|_| Fault::other("a file of another program"))?;
            target.copy_from(&file.path(), &token)?;
            copied += 1;
        }
    }
    Ok(copied)
}

fn io(error: std::io::Error) -> StorageError {
    match error.kind() {
        std::io::ErrorKind::StorageFull => StorageError::DiskFull,
        _ => StorageError::Engine(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table that changes makes backups of before unreadable: then the format moves on, and this digest with it.
    #[test]
    fn the_format_moves_on_when_a_table_does() {
        let columns = |table: &storage::tables::Table| {
            let names: Vec<&str> = table.columns.split(',').map(str::trim).collect();
            format!("{}({})", table.name, names.join(","))
        };
        let all: Vec<String> = TABLES.iter().map(columns).collect();
        let digest = crate::random::hex(&crate::random::digest(&all.join(";")));
        assert_eq!((FORMAT, &digest[..16]), (6, "8b388f8fbca41c5e"));
    }
}
