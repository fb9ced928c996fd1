//! The record: append-only events, each chained to the one before, private parts in a table of their own.
//!
//! `digest = SHA-256(digest before ‖ private digest ‖ facts)`, `private digest = SHA-256(salt ‖ body)`. The
//! bytes stored are the bytes hashed. Erasing a private part takes its salt too, so its digest tells nothing.

use crate::{Result, SqlRow, SqlValue, StorageError, Tx, params};
use domain::dossier::{DossierId, Event, Fact, Pinned, Private, Record};
use domain::officer::StoredActor;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeSet, HashMap};

pub type Digest = [u8; 32];

/// The digest before the first event.
pub const START: Digest = [0; 32];

/// What is written in `facts`: who, when, what.
#[derive(Serialize)]
struct Facts<'a> {
    at: Instant,
    by: &'a StoredActor,
    #[serde(flatten)]
    fact: &'a Fact,
}

/// Of it who and when. What is read by itself, from the same text: no fact has fields of these names, and taking them apart
/// as they are read costs more than reading twice.
#[derive(Deserialize)]
struct WhoAndWhen {
    at: Instant,
    by: StoredActor,
}

/// An event as it lies in the database.
#[derive(Clone, Debug)]
pub struct Stored {
    pub sequence: u32,
    pub facts: String,
    pub private_digest: Vec<u8>,
    pub digest: Vec<u8>,
    /// Nothing when the private part was erased.
    pub private: Option<StoredPrivate>,
    pub erased_under: Option<String>,
}

#[derive(Clone, Debug)]
pub struct StoredPrivate {
    pub salt: Vec<u8>,
    pub body: String,
}

/// Rows of `event` and `event_private`, ready to be written.
#[derive(Clone, Debug, Default)]
pub struct Chained {
    pub events: Vec<Vec<SqlValue>>,
    pub private: Vec<Vec<SqlValue>>,
}

const EVENT_COLUMNS: &str = "dossier_id, sequence, at, facts, private_digest, digest";
const PRIVATE_COLUMNS: &str = "dossier_id, sequence, salt, body";

/// Chains records after `head`; `salt` gives fresh random bytes. Their rows, and the new head.
pub fn chained(
    dossier: DossierId,
    head: Digest,
    records: &[Record],
    mut salt: impl FnMut() -> [u8; 16],
) -> Result<(Chained, Digest)> {
    let mut head = head;
    let mut rows = Chained::default();
    for record in records {
        let facts = facts_text(record)?;
        let mut private = [0; 32];
        if !record.event.private.is_empty() {
            let body = serde_json::to_string(&record.event.private)?;
            let salt = salt();
            private = private_digest(&salt, &body);
            rows.private.push(params![dossier, record.sequence, &salt[..], body].to_vec());
        }
        head = chain(&head, &private, &facts);
        rows.events.push(params![dossier, record.sequence, record.at, facts, private, head].to_vec());
    }
    Ok((rows, head))
}

/// Writes chained records.
pub fn append(tx: &mut Tx, rows: &Chained) -> Result<()> {
    tx.insert("event", EVENT_COLUMNS, &rows.events)?;
    tx.insert("event_private", PRIVATE_COLUMNS, &rows.private)
}

/// The facts of a record as they are stored and hashed.
pub fn facts_text(record: &Record) -> Result<String> {
    let facts = Facts { at: record.at, by: &record.by, fact: &record.event.fact };
    Ok(serde_json::to_string(&facts)?)
}

pub fn chain(head: &[u8], private_digest: &[u8], facts: &str) -> Digest {
    let mut hash = Sha256::new();
    hash.update(head);
    hash.update(private_digest);
    hash.update(facts.as_bytes());
    hash.finalize().into()
}

pub fn private_digest(salt: &[u8], body: &str) -> Digest {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(body.as_bytes());
    hash.finalize().into()
}

const SELECT: &str = "select event.sequence, event.facts, event.private_digest, event.digest,
        event_private.salt, event_private.body, event_private.erased_under, event.dossier_id
     from event
     left join event_private on event_private.dossier_id = event.dossier_id
        and event_private.sequence = event.sequence";

/// The digest of the last event of a dossier.
pub fn head(tx: &mut Tx, dossier: DossierId) -> Result<Digest> {
    let sql = "select digest from event where dossier_id = ?1 order by sequence desc limit 1";
    let Some(row) = tx.query_one(sql, params![dossier])? else { return Ok(START) };
    let digest: Vec<u8> = row.get(0)?;
    digest.try_into().map_err(|_| StorageError::Unexpected("a digest of another length".into()))
}

/// The whole record of a dossier, in order.
pub fn load(tx: &mut Tx, dossier: DossierId) -> Result<Vec<Record>> {
    load_stored(tx, dossier)?.iter().map(read).collect()
}

/// The records of several dossiers at once, in the order asked for; those without one are left out.
pub fn load_all(tx: &mut Tx, dossiers: &[DossierId]) -> Result<Vec<(DossierId, Vec<Record>)>> {
    if dossiers.is_empty() {
        return Ok(Vec::new());
    }
    let (marks, values) = crate::tx::among(dossiers.iter().map(|id| (*id).into()));
    let sql =
        format!("{SELECT} where event.dossier_id in ({marks}) order by event.dossier_id, event.sequence");
    let mut found: HashMap<DossierId, Vec<Record>> = HashMap::new();
    for row in tx.query(&sql, &values)? {
        found.entry(row.get(7)?).or_default().push(read(&stored(&row)?)?);
    }
    Ok(dossiers.iter().filter_map(|id| found.remove_entry(id)).collect())
}

pub fn load_stored(tx: &mut Tx, dossier: DossierId) -> Result<Vec<Stored>> {
    let sql = format!("{SELECT} where event.dossier_id = ?1 order by event.sequence");
    tx.query(&sql, params![dossier])?.iter().map(stored).collect()
}

/// When each event happened as its row says, in their order.
pub fn list_times(tx: &mut Tx, dossier: DossierId) -> Result<Vec<Instant>> {
    tx.query("select at from event where dossier_id = ?1 order by sequence", params![dossier])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}

fn stored(row: &SqlRow) -> Result<Stored> {
    let body: Option<String> = row.get(5)?;
    let salt: Option<Vec<u8>> = row.get(4)?;
    Ok(Stored {
        sequence: row.get(0)?,
        facts: row.get(1)?,
        private_digest: row.get(2)?,
        digest: row.get(3)?,
        private: body.zip(salt).map(|(body, salt)| StoredPrivate { salt, body }),
        erased_under: row.get(6)?,
    })
}

/// The versions a dossier is pinned to, of the facts of its first event.
pub(crate) fn pinned(facts: &str) -> Result<Option<Pinned>> {
    Ok(match serde_json::from_str(facts)? {
        Fact::Submitted { pinned, .. } => Some(pinned),
        _ => None,
    })
}

/// Reads a stored event; an erased private part reads as empty.
pub fn read(stored: &Stored) -> Result<Record> {
    let made: WhoAndWhen = serde_json::from_str(&stored.facts)?;
    let private: Private = match &stored.private {
        Some(private) => serde_json::from_str(&private.body)?,
        None => Private::default(),
    };
    Ok(Record {
        sequence: stored.sequence,
        at: made.at,
        by: made.by,
        event: Event { fact: serde_json::from_str(&stored.facts)?, private },
    })
}

/// Every dossier after a key that has a row, or events, or both, so that a verifier can walk them all in bounded memory
/// from the record outwards.
pub fn list_dossiers(tx: &mut Tx, after: DossierId, limit: u32) -> Result<Vec<DossierId>> {
    let mut ids = BTreeSet::new();
    for (column, table) in [("id", "dossier"), ("dossier_id", "event")] {
        let sql =
            format!("select distinct {column} from {table} where {column} > ?1 order by {column} limit ?2");
        for row in tx.query(&sql, params![after, limit])? {
            ids.insert(row.get::<DossierId>(0)?);
        }
    }
    Ok(ids.into_iter().take(limit as usize).collect())
}

/// Dossiers with an act under a key that is not among their events, and its number.
pub fn list_cut(tx: &mut Tx) -> Result<Vec<(DossierId, u32)>> {
    tx.query(
        "select dossier_id, max(sequence) from act_key
         where not exists (select 1 from event
            where event.dossier_id = act_key.dossier_id and event.sequence = act_key.sequence)
         group by dossier_id order by dossier_id limit 1000",
        &[],
    )?
    .iter()
    .map(|row| Ok((row.get(0)?, row.get(1)?)))
    .collect()
}

/// Private parts without an event, and their numbers.
pub fn list_private_strays(tx: &mut Tx) -> Result<Vec<(DossierId, u32)>> {
    tx.query(
        "select dossier_id, sequence from event_private
         where not exists (select 1 from event
            where event.dossier_id = event_private.dossier_id and event.sequence = event_private.sequence)
         order by dossier_id, sequence limit 1000",
        &[],
    )?
    .iter()
    .map(|row| Ok((row.get(0)?, row.get(1)?)))
    .collect()
}

/// What a key was used for before, if it was: the dossier, and a digest of who wanted what.
pub fn find_key(tx: &mut Tx, key: &str) -> Result<Option<(DossierId, Vec<u8>)>> {
    match tx.query_one("select dossier_id, wish from act_key where key = ?1", params![key])? {
        Some(row) => Ok(Some((row.get(0)?, row.get(1)?))),
        None => Ok(None),
    }
}

/// What a key was used for.
#[derive(Clone, Copy, Debug)]
pub struct Use<'a> {
    pub key: &'a str,
    pub dossier: DossierId,
    pub sequence: u32,
    pub request_digest: &'a [u8],
    pub at: Instant,
}

pub fn use_key(tx: &mut Tx, used: Use) -> Result<()> {
    tx.execute(
        "insert into act_key (key, dossier_id, sequence, wish, used_at) values (?1, ?2, ?3, ?4, ?5)",
        params![used.key, used.dossier, used.sequence, used.request_digest, used.at],
    )?;
    Ok(())
}

/// Forgets keys used before a moment, in one chunk after a key. Returns the key to go on after, or nothing at the end.
pub fn forget_keys(tx: &mut Tx, after: &str, before: Instant, chunk: u32) -> Result<Option<String>> {
    let row = tx.query_one(
        "select max(key) from (select key from act_key where key > ?1 order by key limit ?2) as chunk",
        params![after, chunk],
    )?;
    let last: Option<String> = row.map_or(Ok(None), |row| row.get(0))?;
    if let Some(last) = &last {
        tx.execute(
            "delete from act_key where key > ?1 and key <= ?2 and used_at < ?3",
            params![after, last, before],
        )?;
    }
    Ok(last)
}

/// The next ordinal of an agency's day. Nobody else can take one until the transaction ends, so it is asked for when
/// all is decided.
pub fn next_ordinal(tx: &mut Tx, agency_code: &str, day: jiff::civil::Date) -> Result<u32> {
    let row = tx.query_one(
        "insert into code_counter (agency_code, day, last) values (?1, ?2, 1)
         on conflict (agency_code, day) do update set last = code_counter.last + 1
         returning last",
        params![agency_code, day],
    )?;
    row.ok_or_else(|| StorageError::Unexpected("the counter gave nothing".into()))?.get(0)
}

/// Every counter: agency code, day, the last ordinal given.
pub fn list_counters(tx: &mut Tx) -> Result<Vec<(String, jiff::civil::Date, u32)>> {
    tx.query("select agency_code, day, last from code_counter", &[])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .collect()
}

/// Writes all counters anew.
pub fn replace_counters(tx: &mut Tx, rows: &[Vec<SqlValue>]) -> Result<()> {
    tx.execute("delete from code_counter", &[])?;
    tx.insert("code_counter", "agency_code, day, last", rows)
}

/// Erases the private parts of a dossier's events; the chain of digests stays whole.
pub fn erase_private(tx: &mut Tx, dossier: DossierId, under: &str) -> Result<u64> {
    for table in ["dossier_party", "dossier_name"] {
        tx.execute(&format!("delete from {table} where dossier_id = ?1"), params![dossier])?;
    }
    tx.execute(
        "update event_private set salt = null, body = null, erased_under = ?2 where dossier_id = ?1",
        params![dossier, SqlValue::from(under)],
    )
}
