//! Rows of stored files. The content lies outside the database and is written before its row.

use crate::{Result, SqlRow, SqlValue, Tx, params};
use domain::dossier::DossierId;
use domain::officer::AccountId;
use domain::time::Instant;

#[derive(Clone, Debug)]
pub struct File {
    pub id: i64,
    /// Its address: unguessable, and the name of its content in the store.
    pub token: String,
    pub sha256: String,
    pub media: String,
    pub size: u64,
    pub name: String,
    pub stored_at: Instant,
    pub draft: Option<i64>,
    /// The paper of the procedure it is of.
    pub paper: String,
    pub dossier: Option<DossierId>,
    /// The document its content was erased under.
    pub erased_under: Option<String>,
}

const COLUMNS: &str =
    "id, token, sha256, media, size, name, stored_at, draft_id, paper, dossier_id, erased_under";

fn read(row: &SqlRow) -> Result<File> {
    Ok(File {
        id: row.get(0)?,
        token: row.get(1)?,
        sha256: row.get(2)?,
        media: row.get(3)?,
        size: row.get::<i64>(4)? as u64,
        name: row.get(5)?,
        stored_at: row.get(6)?,
        draft: row.get(7)?,
        paper: row.get(8)?,
        dossier: row.get(9)?,
        erased_under: row.get(10)?,
    })
}

pub fn insert(tx: &mut Tx, file: &File) -> Result<()> {
    insert_all(tx, std::slice::from_ref(file))
}

pub fn insert_all(tx: &mut Tx, files: &[File]) -> Result<()> {
    tx.insert("file", COLUMNS, &files.iter().map(row).collect::<Vec<_>>())
}

/// A file's row, in the order of [`COLUMNS`].
fn row(file: &File) -> Vec<SqlValue> {
    params![
        file.id,
        &file.token,
        &file.sha256,
        &file.media,
        file.size,
        &file.name,
        file.stored_at,
        file.draft,
        &file.paper,
        file.dossier,
        file.erased_under.clone()
    ]
    .to_vec()
}

pub fn list_of_draft(tx: &mut Tx, draft: i64) -> Result<Vec<File>> {
    let sql = format!("select {COLUMNS} from file where draft_id = ?1 order by id");
    tx.query(&sql, params![draft])?.iter().map(read).collect()
}

pub fn list_of_dossier(tx: &mut Tx, dossier: DossierId) -> Result<Vec<File>> {
    let sql = format!("select {COLUMNS} from file where dossier_id = ?1 order by id");
    tx.query(&sql, params![dossier])?.iter().map(read).collect()
}

pub fn find(tx: &mut Tx, token: &str) -> Result<Option<File>> {
    let sql = format!("select {COLUMNS} from file where token = ?1");
    tx.query_one(&sql, params![token])?.as_ref().map(read).transpose()
}

/// Hands the files of a draft over to the dossier it became.
pub fn give_to_dossier(tx: &mut Tx, draft: i64, dossier: DossierId) -> Result<()> {
    tx.execute(
        "update file set draft_id = null, dossier_id = ?2 where draft_id = ?1",
        params![draft, dossier],
    )?;
    Ok(())
}

pub fn drop_from_draft(tx: &mut Tx, token: &str, draft: i64) -> Result<bool> {
    Ok(tx.execute("delete from file where token = ?1 and draft_id = ?2", params![token, draft])? == 1)
}

/// Which of these contents have a row: the others may be swept.
pub fn known(tx: &mut Tx, tokens: &[String]) -> Result<Vec<String>> {
    if tokens.is_empty() {
        return Ok(Vec::new());
    }
    let (marks, values) = crate::tx::among(tokens.iter().map(|token| token.into()));
    let sql = format!("select token from file where token in ({marks})");
    tx.query(&sql, &values)?.iter().map(|row| row.get(0)).collect()
}

/// Every stored file after a key, for verification and backup.
pub fn list_after(tx: &mut Tx, after: i64, limit: u32) -> Result<Vec<File>> {
    let sql = format!("select {COLUMNS} from file where id > ?1 order by id limit ?2");
    tx.query(&sql, params![after, limit])?.iter().map(read).collect()
}

/// Key and token of every file after a key that has content. `erasing`: of a version that notes what was erased.
pub fn list_tokens(tx: &mut Tx, after: i64, limit: u32, erasing: bool) -> Result<Vec<(i64, String)>> {
    let there = if erasing { "and erased_under is null" } else { "" };
    let sql = format!("select id, token from file where id > ?1 {there} order by id limit ?2");
    tx.query(&sql, params![after, limit])?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

pub fn find_by_id(tx: &mut Tx, id: i64) -> Result<Option<File>> {
    let sql = format!("select {COLUMNS} from file where id = ?1");
    tx.query_one(&sql, params![id])?.as_ref().map(read).transpose()
}

/// Those between two keys whose draft or dossier is not there, or that have neither.
pub fn list_homeless(tx: &mut Tx, after: i64, last: i64) -> Result<Vec<i64>> {
    tx.query(
        "select id from file
         where id > ?1 and id <= ?2
            and not exists (select 1 from draft where draft.id = file.draft_id)
            and not exists (select 1 from dossier where dossier.id = file.dossier_id)",
        params![after, last],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

/// The bytes of all files of an account's drafts.
pub fn bytes_of_drafts(tx: &mut Tx, account: AccountId) -> Result<u64> {
    let row = tx.query_one(
        "select cast(coalesce(sum(file.size), 0) as bigint) from draft join file on file.draft_id = draft.id
         where draft.account_id = ?1 and draft.submitted is null",
        params![account],
    )?;
    row.map_or(Ok(0), |row| Ok(row.get::<i64>(0)? as u64))
}
