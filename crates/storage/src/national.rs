//! What the national procedure database sent, and what it proposes to change here.

use crate::{Result, SqlRow, Tx, params};
use domain::officer::AccountId;
use domain::procedure::Procedure;
use domain::time::Instant;

/// How a record compares with those received before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownRecord {
    New,
    Changed,
    Unchanged,
}

/// Keeps a record as it came; says how it compares with the last import that held its code.
pub fn receive(
    tx: &mut Tx,
    code: &str,
    digest: &[u8],
    body: &str,
    run: i64,
    now: Instant,
) -> Result<KnownRecord> {
    let last = tx
        .query_one("select max(run) from national_record where code = ?1 and run < ?2", params![code, run])?;
    let last: Option<i64> = last.map(|row| row.get(0)).transpose()?.flatten();
    let same = tx.query_one(
        "select run from national_record where code = ?1 and digest = ?2",
        params![code, digest],
    )?;
    let same: Option<i64> = same.map(|row| row.get(0)).transpose()?;
    tx.execute(
        "insert into national_record (code, digest, run, received_at, body) values (?1, ?2, ?3, ?4, ?5)
         on conflict (code, digest) do update set run = excluded.run",
        params![code, digest, run, now, body],
    )?;
    Ok(match (last, same) {
        // The same record twice in one import.
        (_, Some(same)) if same == run => KnownRecord::Unchanged,
        (Some(last), Some(same)) if same == last => KnownRecord::Unchanged,
        (None, _) => KnownRecord::New,
        (Some(_), _) => KnownRecord::Changed,
    })
}

/// Codes that were received before but not in this import, after a code.
pub fn list_missing(tx: &mut Tx, run: i64, after: &str, limit: u32) -> Result<Vec<String>> {
    tx.query(
        "select code from national_record where code > ?2 group by code having max(run) < ?1
         order by code limit ?3",
        params![run, after, limit],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

/// A record as it came. The proposal it first became was made at the same moment.
#[derive(Clone, Debug)]
pub struct StoredRecord {
    pub code: String,
    pub received_at: Instant,
    pub body: String,
}

/// The records kept of codes after a code, of the last import that held each: those of one code
/// stand together, the last received last.
pub fn list_kept(tx: &mut Tx, after: &str, limit: u32) -> Result<Vec<StoredRecord>> {
    let codes = tx.query(
        "select distinct code from national_record where code > ?1 order by code limit ?2",
        params![after, limit],
    )?;
    let Some(last) = codes.last() else { return Ok(Vec::new()) };
    let last: String = last.get(0)?;
    tx.query(
        "select code, received_at, body from national_record r where code > ?1 and code <= ?2
         and run = (select max(run) from national_record where code = r.code) order by code, received_at",
        params![after, last],
    )?
    .iter()
    .map(|row| Ok(StoredRecord { code: row.get(0)?, received_at: row.get(1)?, body: row.get(2)? }))
    .collect()
}

/// The proposals of codes after one and up to another with what became of each, the last of a code last.
pub fn list_all(tx: &mut Tx, after: &str, until: &str) -> Result<Vec<(Proposal, String)>> {
    let sql = format!(
        "select {COLUMNS}, state from proposal where code > ?1 and code <= ?2 order by code, run, id"
    );
    tx.query(&sql, params![after, until])?.iter().map(|row| Ok((read(row)?, row.get(7)?))).collect()
}

#[derive(Clone, Debug)]
pub struct Proposal {
    pub id: i64,
    pub code: String,
    pub run: i64,
    pub made_at: Instant,
    pub field_name: String,
    pub closing: String,
    pub procedure: Procedure,
}

const COLUMNS: &str = "id, code, run, made_at, field_name, closing, body";

fn read(row: &SqlRow) -> Result<Proposal> {
    Ok(Proposal {
        id: row.get(0)?,
        code: row.get(1)?,
        run: row.get(2)?,
        made_at: row.get(3)?,
        field_name: row.get(4)?,
        closing: row.get(5)?,
        procedure: serde_json::from_str(&row.get::<String>(6)?)?,
    })
}

/// Opens a proposal; those of the same code from earlier imports are replaced by it.
pub fn propose(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    tx.execute(
        "update proposal set state = 'replaced' where code = ?1 and state = 'open' and run < ?2",
        params![&proposal.code, proposal.run],
    )?;
    tx.execute(
        "insert into proposal (id, code, run, made_at, state, field_name, closing, body)
         values (?1, ?2, ?3, ?4, 'open', ?5, ?6, ?7)",
        params![
            proposal.id,
            &proposal.code,
            proposal.run,
            proposal.made_at,
            &proposal.field_name,
            &proposal.closing,
            serde_json::to_string(&proposal.procedure)?
        ],
    )?;
    Ok(())
}

/// Open proposals in the order of their codes, after a cursor of (code, id).
pub fn list_open(tx: &mut Tx, after: (&str, i64), limit: u32) -> Result<Vec<Proposal>> {
    let sql = format!(
        "select {COLUMNS} from proposal
         where state = 'open' and (code, id) > (?1, ?2) order by code, id limit ?3"
    );
    tx.query(&sql, params![after.0, after.1, limit])?.iter().map(read).collect()
}

/// How many are open, counted no further than `cap`.
pub fn count_open(tx: &mut Tx, cap: u32) -> Result<u32> {
    let sql = "select count(*) from (select 1 from proposal where state = 'open' limit ?1) as found";
    tx.query_one(sql, params![cap])?.map_or(Ok(0), |row| row.get(0))
}

pub fn find_open(tx: &mut Tx, id: i64) -> Result<Option<Proposal>> {
    let sql = format!("select {COLUMNS} from proposal where id = ?1 and state = 'open'");
    tx.query_one(&sql, params![id])?.as_ref().map(read).transpose()
}

/// The open proposals of a code.
pub fn open_of(tx: &mut Tx, code: &str) -> Result<Vec<Proposal>> {
    let sql = format!("select {COLUMNS} from proposal where code = ?1 and state = 'open' order by id");
    tx.query(&sql, params![code])?.iter().map(read).collect()
}

/// Other open proposals of the same code: they contradict this one.
pub fn rivals(tx: &mut Tx, code: &str, id: i64) -> Result<Vec<i64>> {
    tx.query("select id from proposal where code = ?1 and state = 'open' and id <> ?2", params![code, id])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}

/// Ends a proposal; false when somebody else has.
pub fn decide(tx: &mut Tx, id: i64, accepted: bool, by: Option<AccountId>, now: Instant) -> Result<bool> {
    let state = if accepted { "accepted" } else { "dismissed" };
    let changed = tx.execute(
        "update proposal set state = ?2, decided_at = ?3, decided_by = ?4 where id = ?1 and state = 'open'",
        params![id, state, now, by],
    )?;
    Ok(changed == 1)
}
