//! Drafts: answers kept on the server from the first one, until they are handed in.

use crate::{Result, SqlRow, Tx, params};
use domain::agency::AgencyId;
use domain::officer::AccountId;
use domain::time::Instant;

#[derive(Clone, Debug)]
pub struct Draft {
    pub id: i64,
    /// Its address: unguessable.
    pub token: String,
    pub account: AccountId,
    pub procedure: String,
    pub version: u32,
    pub agency: AgencyId,
    /// What was typed so far, as JSON of the app's own.
    pub body: String,
    pub updated_at: Instant,
    /// The reference it became, once handed in.
    pub submitted: Option<String>,
}

const COLUMNS: &str =
    "id, token, account_id, procedure_code, version, agency_id, body, updated_at, submitted";

fn read(row: &SqlRow) -> Result<Draft> {
    Ok(Draft {
        id: row.get(0)?,
        token: row.get(1)?,
        account: row.get(2)?,
        procedure: row.get(3)?,
        version: row.get(4)?,
        agency: row.get(5)?,
        body: row.get(6)?,
        updated_at: row.get(7)?,
        submitted: row.get(8)?,
    })
}

pub fn insert(tx: &mut Tx, draft: &Draft) -> Result<()> {
    tx.execute(
        "insert into draft (id, token, account_id, procedure_code, version, agency_id, body, updated_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            draft.id,
            &draft.token,
            draft.account,
            &draft.procedure,
            draft.version,
            draft.agency,
            &draft.body,
            draft.updated_at
        ],
    )?;
    Ok(())
}

/// An account's own draft.
pub fn find(tx: &mut Tx, token: &str, account: AccountId) -> Result<Option<Draft>> {
    let sql = format!("select {COLUMNS} from draft where token = ?1 and account_id = ?2");
    tx.query_one(&sql, params![token, account])?.as_ref().map(read).transpose()
}

/// When a draft that is not handed in was last touched, locked until the transaction ends.
pub fn lock_open(tx: &mut Tx, id: i64) -> Result<Option<Instant>> {
    let row = tx.lock_one("select updated_at from draft where id = ?1 and submitted is null", params![id])?;
    row.map(|row| row.get(0)).transpose()
}

/// Drafts not yet handed in, the last touched first.
pub fn list(tx: &mut Tx, account: AccountId, limit: u32) -> Result<Vec<Draft>> {
    let sql = format!(
        "select {COLUMNS} from draft where account_id = ?1 and submitted is null order by updated_at desc limit ?2"
    );
    tx.query(&sql, params![account, limit])?.iter().map(read).collect()
}

/// Saves another body over the one that was read; not where there is another by now, nor once it was handed in.
pub fn save_body(tx: &mut Tx, draft: &Draft, body: &str, now: Instant) -> Result<bool> {
    let touched = tx.execute(
        "update draft set body = ?3, updated_at = ?4 where id = ?1 and body = ?2 and submitted is null",
        params![draft.id, &draft.body, body, now],
    )?;
    Ok(touched == 1)
}

/// Marks it handed in; its answers live in the record now and are cleared here.
pub fn mark_submitted(tx: &mut Tx, id: i64, reference: &str, now: Instant) -> Result<()> {
    tx.execute(
        "update draft set submitted = ?2, body = '{}', updated_at = ?3 where id = ?1",
        params![id, reference, now],
    )?;
    Ok(())
}

/// Deletes it with its files' rows; what the files were called in the store.
pub fn delete(tx: &mut Tx, id: i64) -> Result<Vec<String>> {
    let tokens = tx.query("delete from file where draft_id = ?1 returning token", params![id])?;
    tx.execute("delete from draft where id = ?1 and submitted is null", params![id])?;
    tokens.iter().map(|row| row.get(0)).collect()
}

pub fn belongs_to(tx: &mut Tx, id: i64, account: AccountId) -> Result<bool> {
    let row = tx.query_one("select 1 from draft where id = ?1 and account_id = ?2", params![id, account])?;
    Ok(row.is_some())
}

/// How many an account has begun and not handed in.
pub fn count_open(tx: &mut Tx, account: AccountId) -> Result<u32> {
    let sql = "select count(*) from draft where account_id = ?1 and submitted is null";
    tx.query_one(sql, params![account])?.map_or(Ok(0), |row| row.get(0))
}
