//! Acts on many dossiers at once: what was asked for, and the outcome of each.

use crate::{Result, SqlRow, SqlValue, StorageError, Tx, params};
use domain::dossier::DossierId;
use domain::officer::AccountId;
use domain::time::Instant;

#[derive(Clone, Debug)]
pub struct Batch {
    pub id: i64,
    pub token: String,
    pub owner: AccountId,
    /// The absent colleague in whose place it is done.
    pub stands_for: Option<AccountId>,
    /// The act, as the use case writes it.
    pub act: String,
    pub begun_at: Option<Instant>,
    /// The batch it takes back.
    pub undoes: Option<i64>,
    pub made_at: Instant,
}

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ItemState {
        /// Chosen; nothing was begun.
        Chosen = "chosen",
        /// Not among those it was begun with.
        LeftOut = "left-out",
        Waiting = "waiting",
        Done = "done",
        Refused = "refused",
    }
}

#[derive(Clone, Debug)]
pub struct BatchItem {
    pub place: u32,
    pub dossier: DossierId,
    pub state: ItemState,
    /// What is to be done to it and what came of it, as the use case writes it.
    pub body: String,
}

fn state(row: &SqlRow, column: usize) -> Result<ItemState> {
    let key: String = row.get(column)?;
    ItemState::parse(&key).ok_or_else(|| StorageError::Unexpected(format!("`{key}` is no state of an item")))
}

const COLUMNS: &str = "id, token, account_id, stands_for, act, begun_at, undoes, made_at";

fn read(row: &SqlRow) -> Result<Batch> {
    Ok(Batch {
        id: row.get(0)?,
        token: row.get(1)?,
        owner: row.get(2)?,
        stands_for: row.get(3)?,
        act: row.get(4)?,
        begun_at: row.get(5)?,
        undoes: row.get(6)?,
        made_at: row.get(7)?,
    })
}

pub fn insert(tx: &mut Tx, batch: &Batch, items: &[BatchItem]) -> Result<()> {
    tx.execute(
        "insert into batch (id, token, account_id, stands_for, act, begun_at, undoes, made_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            batch.id,
            batch.token.as_str(),
            batch.owner,
            batch.stands_for,
            batch.act.as_str(),
            batch.begun_at,
            batch.undoes,
            batch.made_at
        ],
    )?;
    insert_items(tx, batch.id, items)
}

fn insert_items(tx: &mut Tx, batch: i64, items: &[BatchItem]) -> Result<()> {
    let row = |item: &BatchItem| -> Vec<SqlValue> {
        params![batch, item.place, item.dossier, item.state.key(), item.body.as_str()].to_vec()
    };
    let rows: Vec<Vec<SqlValue>> = items.iter().map(row).collect();
    tx.insert("batch_item", "batch_id, place, dossier_id, state, body", &rows)
}

/// Writes all items of a batch anew.
pub fn replace_items(tx: &mut Tx, batch: i64, items: &[BatchItem]) -> Result<()> {
    tx.execute("delete from batch_item where batch_id = ?1", params![batch])?;
    insert_items(tx, batch, items)
}

pub fn find(tx: &mut Tx, token: &str) -> Result<Option<Batch>> {
    let sql = format!("select {COLUMNS} from batch where token = ?1");
    tx.query_one(&sql, params![token])?.as_ref().map(read).transpose()
}

pub fn find_by_id(tx: &mut Tx, id: i64) -> Result<Option<Batch>> {
    let sql = format!("select {COLUMNS} from batch where id = ?1");
    tx.query_one(&sql, params![id])?.as_ref().map(read).transpose()
}

/// An officer's own that were begun, the newest first, with how many of each are in a state.
pub fn list_begun(tx: &mut Tx, owner: AccountId, limit: u32) -> Result<Vec<Batch>> {
    let sql = format!(
        "select {COLUMNS} from batch where account_id = ?1 and begun_at is not null order by id desc limit ?2"
    );
    tx.query(&sql, params![owner, limit])?.iter().map(read).collect()
}

/// Tells one to begin, once; false where it was begun before.
pub fn begin(tx: &mut Tx, id: i64, act: &str, at: Instant) -> Result<bool> {
    let sql = "update batch set act = ?2, begun_at = ?3 where id = ?1 and begun_at is null";
    Ok(tx.execute(sql, params![id, act, at])? == 1)
}

/// Writes the act again, without what nobody needs any more.
pub fn set_act(tx: &mut Tx, id: i64, act: &str) -> Result<()> {
    tx.execute("update batch set act = ?2 where id = ?1", params![id, act])?;
    Ok(())
}

pub fn items(tx: &mut Tx, batch: i64) -> Result<Vec<BatchItem>> {
    let sql = "select place, dossier_id, state, body from batch_item where batch_id = ?1 order by place";
    tx.query(sql, params![batch])?
        .iter()
        .map(|row| {
            let state = state(row, 2)?;
            Ok(BatchItem { place: row.get(0)?, dossier: row.get(1)?, state, body: row.get(3)? })
        })
        .collect()
}

/// How many items of some batches are in each state.
pub fn counts(tx: &mut Tx, batches: &[i64]) -> Result<Vec<(i64, ItemState, u32)>> {
    let (marks, ids) = crate::tx::among(batches.iter().map(|id| SqlValue::Int(*id)));
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select batch_id, state, count(*) from batch_item where batch_id in ({marks}) group by batch_id, state"
    );
    tx.query(&sql, &ids)?.iter().map(|row| Ok((row.get(0)?, state(row, 1)?, row.get(2)?))).collect()
}

/// Notes what came of an item that waits; what another runner has settled stays settled.
pub fn settle_item(tx: &mut Tx, batch: i64, item: &BatchItem) -> Result<bool> {
    let settled = tx.execute(
        "update batch_item set state = ?3, body = ?4 where batch_id = ?1 and place = ?2 and state = 'waiting'",
        params![batch, item.place, item.state.key(), item.body.as_str()],
    )?;
    Ok(settled > 0)
}

/// Forgets what was made before a moment; the record of each dossier keeps what was done.
pub fn sweep(tx: &mut Tx, before: Instant) -> Result<u64> {
    let old = "select id from batch where made_at < ?1";
    tx.execute(&format!("delete from batch_item where batch_id in ({old})"), params![before])?;
    tx.execute("delete from batch where made_at < ?1", params![before])
}
