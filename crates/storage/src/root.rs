//! Signed roots: the heads of all chains that moved, gathered under one digest that can be kept outside.

use crate::{Result, SqlRow, SqlValue, Tx, params};
use domain::dossier::DossierId;
use domain::time::Instant;

#[derive(Clone, Debug)]
pub struct Root {
    pub id: i64,
    pub at: Instant,
    pub previous: Vec<u8>,
    pub digest: Vec<u8>,
    pub signature: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootHead {
    pub dossier: DossierId,
    pub sequence: u32,
    pub digest: Vec<u8>,
}

fn read(row: &SqlRow) -> Result<Root> {
    Ok(Root {
        id: row.get(0)?,
        at: row.get(1)?,
        previous: row.get(2)?,
        digest: row.get(3)?,
        signature: row.get(4)?,
    })
}

pub fn find_last(tx: &mut Tx) -> Result<Option<Root>> {
    let sql = "select id, at, previous, digest, signature from root order by id desc limit 1";
    tx.query_one(sql, &[])?.as_ref().map(read).transpose()
}

pub fn list_after(tx: &mut Tx, after: i64, limit: u32) -> Result<Vec<Root>> {
    let sql = "select id, at, previous, digest, signature from root where id > ?1 order by id limit ?2";
    tx.query(sql, params![after, limit])?.iter().map(read).collect()
}

/// Chains that moved since a root last held them, in the order of their keys.
pub fn list_moved(tx: &mut Tx, limit: u32) -> Result<Vec<RootHead>> {
    tx.query(
        "select id, sequence, head from dossier where rooted < sequence order by id limit ?1",
        params![limit],
    )?
    .iter()
    .map(|row| Ok(RootHead { dossier: row.get(0)?, sequence: row.get(1)?, digest: row.get(2)? }))
    .collect()
}

/// Adds a root over what [`list_moved`] gave in the same transaction.
pub fn insert(tx: &mut Tx, root: &Root, heads: &[RootHead]) -> Result<()> {
    tx.execute(
        "insert into root (id, at, previous, digest, signature) values (?1, ?2, ?3, ?4, ?5)",
        params![root.id, root.at, &root.previous[..], &root.digest[..], &root.signature[..]],
    )?;
    let rows: Vec<Vec<SqlValue>> = heads
        .iter()
        .map(|head| params![root.id, head.dossier, head.sequence, &head.digest[..]].to_vec())
        .collect();
    tx.insert("root_head", "root_id, dossier_id, sequence, digest", &rows)?;
    let (Some(first), Some(last)) = (heads.first(), heads.last()) else { return Ok(()) };
    // The heads are all that moved between the first and the last of them.
    tx.execute(
        "update dossier set rooted = sequence where rooted < sequence and id >= ?1 and id <= ?2",
        params![first.dossier, last.dossier],
    )?;
    Ok(())
}

/// Roots that are not there, of heads that are.
pub fn list_lost(tx: &mut Tx) -> Result<Vec<i64>> {
    tx.query(
        "select distinct root_id from root_head
         where not exists (select 1 from root where root.id = root_head.root_id) order by root_id limit 1000",
        &[],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

pub fn list_heads(tx: &mut Tx, root: i64) -> Result<Vec<RootHead>> {
    tx.query(
        "select dossier_id, sequence, digest from root_head where root_id = ?1 order by dossier_id",
        params![root],
    )?
    .iter()
    .map(|row| Ok(RootHead { dossier: row.get(0)?, sequence: row.get(1)?, digest: row.get(2)? }))
    .collect()
}

/// Whether a dossier's row says that a root holds it which does not.
pub fn is_claimed_wrongly(tx: &mut Tx, dossier: DossierId) -> Result<bool> {
    let row = tx.query_one(
        "select 1 from dossier
         where id = ?1 and rooted > 0
            and not exists (
                select 1 from root_head
                where root_head.dossier_id = dossier.id and root_head.sequence = dossier.rooted
            )",
        params![dossier],
    )?;
    Ok(row.is_some())
}

/// The digest an event has, to compare with what a root promised.
pub fn find_event_digest(tx: &mut Tx, dossier: DossierId, sequence: u32) -> Result<Option<Vec<u8>>> {
    let row = tx.query_one(
        "select digest from event where dossier_id = ?1 and sequence = ?2",
        params![dossier, sequence],
    )?;
    row.map(|row| row.get(0)).transpose()
}
