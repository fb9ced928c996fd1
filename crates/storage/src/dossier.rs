//! The current-state row of a dossier: finding, locking, listing. What writes it is [`crate::projection`].

use crate::record::Digest;
use crate::{Result, SqlRow, SqlValue, StorageError, Tx, params};
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::{DossierId, Outcome, Reference, StageKind};
use domain::officer::AccountId;
use domain::procedure::Channel;
use domain::time::Instant;

/// What one needs to go on writing a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub id: DossierId,
    pub sequence: u32,
    pub digest: Digest,
}

/// Finds a dossier by its reference, locked for writing.
pub fn lock(tx: &mut Tx, reference: &Reference) -> Result<Option<Head>> {
    let row = tx.lock_one(BY_REFERENCE, params![reference.as_str()])?;
    row.as_ref().map(head).transpose()
}

/// The same, to look at.
pub fn find_by_reference(tx: &mut Tx, reference: &Reference) -> Result<Option<Head>> {
    let row = tx.query_one(BY_REFERENCE, params![reference.as_str()])?;
    row.as_ref().map(head).transpose()
}

const BY_REFERENCE: &str = "select id, sequence, head from dossier where reference = ?1";

/// What its row says of its chain: the number of its last event, and that event's digest.
pub fn find_head(tx: &mut Tx, id: DossierId) -> Result<Option<(u32, Vec<u8>)>> {
    let row = tx.query_one("select sequence, head from dossier where id = ?1", params![id])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Takes what only one row may have out of a row that is to be written anew: another's may be in its way.
pub fn set_aside(tx: &mut Tx, id: DossierId) -> Result<()> {
    tx.execute(
        "update dossier set code = null, reference = ?2 where id = ?1",
        params![id, format!("rebuilt-{}", id.0)],
    )?;
    Ok(())
}

/// Locks dossiers for writing.
pub fn lock_all(tx: &mut Tx, dossiers: &[DossierId]) -> Result<()> {
    let (marks, ids) = crate::tx::among(dossiers.iter().map(|id| (*id).into()));
    if !ids.is_empty() {
        tx.lock(&format!("select id from dossier where id in ({marks}) order by id"), &ids)?;
    }
    Ok(())
}

pub fn find(tx: &mut Tx, reference: &Reference) -> Result<Option<DossierId>> {
    let row = tx.query_one("select id from dossier where reference = ?1", params![reference.as_str()])?;
    row.map(|row| row.get(0)).transpose()
}

/// Where a dossier lies: what decides mostly who may open it.
#[derive(Clone, Debug)]
pub struct DossierPlacement {
    pub id: DossierId,
    pub receiving: AgencyId,
    pub competent: AgencyId,
    pub unit: Option<UnitKey>,
}

pub fn find_lying(tx: &mut Tx, reference: &Reference) -> Result<Option<DossierPlacement>> {
    let row = tx.query_one(
        "select id, receiving_id, competent_id, unit from dossier where reference = ?1",
        params![reference.as_str()],
    )?;
    let lying = |row: SqlRow| {
        let unit = row.get::<Option<String>>(3)?.map(UnitKey);
        Ok(DossierPlacement { id: row.get(0)?, receiving: row.get(1)?, competent: row.get(2)?, unit })
    };
    row.map(lying).transpose()
}

/// The agency that decides it, and its key.
pub fn find_competent(tx: &mut Tx, reference: &Reference) -> Result<Option<(AgencyId, DossierId)>> {
    let row = tx.query_one(
        "select competent_id, id from dossier where reference = ?1",
        params![reference.as_str()],
    )?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Dossiers by their references; those that are not there are left out.
pub fn find_all(tx: &mut Tx, references: &[&Reference]) -> Result<Vec<(String, DossierId)>> {
    let (marks, values) = crate::tx::among(references.iter().map(|reference| reference.as_str().into()));
    if values.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("select reference, id from dossier where reference in ({marks})");
    tx.query(&sql, &values)?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// The reference of a dossier code.
pub fn find_by_code(tx: &mut Tx, code: &str) -> Result<Option<Reference>> {
    let row = tx.query_one("select reference from dossier where code = ?1", params![code])?;
    row.map(|row| reference(&row, 0)).transpose()
}

pub fn find_reference(tx: &mut Tx, id: DossierId) -> Result<Option<Reference>> {
    let row = tx.query_one("select reference from dossier where id = ?1", params![id])?;
    row.map(|row| reference(&row, 0)).transpose()
}

fn head(row: &SqlRow) -> Result<Head> {
    let digest: Vec<u8> = row.get(2)?;
    let digest =
        digest.try_into().map_err(|_| StorageError::Unexpected("a head of another length".into()))?;
    Ok(Head { id: row.get(0)?, sequence: row.get(1)?, digest })
}

pub(crate) fn reference(row: &SqlRow, column: usize) -> Result<Reference> {
    let text: String = row.get(column)?;
    Reference::parse(&text).ok_or_else(|| StorageError::Unexpected(format!("`{text}` is not a reference")))
}

pub(crate) fn stage(row: &SqlRow, column: usize) -> Result<StageKind> {
    let text: String = row.get(column)?;
    StageKind::parse(&text).ok_or_else(|| StorageError::Unexpected(format!("`{text}` is not a stage")))
}

pub(crate) fn channel(row: &SqlRow, column: usize) -> Result<Channel> {
    let text: String = row.get(column)?;
    Channel::parse(&text).ok_or_else(|| StorageError::Unexpected(format!("`{text}` is not a channel")))
}

/// What a public look-up may learn: the stage, steps done and steps in all.
pub fn find_progress(tx: &mut Tx, code: &str) -> Result<Option<(StageKind, u32, u32)>> {
    let row =
        tx.query_one("select stage, steps_done, steps_total from dossier where code = ?1", params![code])?;
    match row {
        Some(row) => Ok(Some((stage(&row, 0)?, row.get(1)?, row.get(2)?))),
        None => Ok(None),
    }
}

/// A dossier as its owner's list shows it.
#[derive(Clone, Debug)]
pub struct OwnRow {
    pub id: DossierId,
    pub reference: Reference,
    pub code: Option<String>,
    pub procedure: String,
    /// By which channel it came: its limit is one of that channel.
    pub channel: Channel,
    pub competent: AgencyId,
    pub stage: StageKind,
    pub submitted_at: Instant,
    /// The date promised now.
    pub due: Option<Instant>,
    /// By when the law wants it.
    pub due_legal: Option<Instant>,
    pub steps_done: u32,
    pub steps_total: u32,
    /// How it was decided, once it is.
    pub outcome: Option<Outcome>,
}

const OWN_COLUMNS: &str =
    "id, reference, code, procedure_code, competent_id, stage, submitted_at, due_current,
    due_legal, steps_done, steps_total, outcome, channel";

fn own_row(row: &SqlRow) -> Result<OwnRow> {
    Ok(OwnRow {
        id: row.get(0)?,
        reference: reference(row, 1)?,
        code: row.get(2)?,
        procedure: row.get(3)?,
        channel: channel(row, 12)?,
        competent: row.get(4)?,
        stage: stage(row, 5)?,
        submitted_at: row.get(6)?,
        due: row.get(7)?,
        due_legal: row.get(8)?,
        steps_done: row.get(9)?,
        steps_total: row.get(10)?,
        outcome: row.get::<Option<String>>(11)?.as_deref().and_then(Outcome::parse),
    })
}

/// An account's dossiers, newest first, after a cursor of (submitted, id).
pub fn list_own(
    tx: &mut Tx,
    account: AccountId,
    before: Option<(i64, i64)>,
    limit: u32,
) -> Result<Vec<OwnRow>> {
    let (at, id) = before.unwrap_or((i64::MAX, i64::MAX));
    let sql = format!(
        "select {OWN_COLUMNS} from dossier
         where account_id = ?1 and (submitted_at, id) < (?2, ?3)
         order by submitted_at desc, id desc
         limit ?4"
    );
    tx.query(&sql, params![account, at, id, limit])?.iter().map(own_row).collect()
}

/// An account's dossiers that stand at one of these stages, newest first.
pub fn list_own_at(tx: &mut Tx, account: AccountId, stages: &[StageKind], limit: u32) -> Result<Vec<OwnRow>> {
    let (marks, mut values) = crate::tx::among(stages.iter().map(|stage| stage.key().into()));
    values.extend([SqlValue::from(account), SqlValue::from(limit)]);
    let (of, most) = (values.len() - 1, values.len());
    let sql = format!(
        "select {OWN_COLUMNS} from dossier where account_id = ?{of} and stage in ({marks})
         order by submitted_at desc, id desc limit ?{most}"
    );
    tx.query(&sql, &values)?.iter().map(own_row).collect()
}

/// How many dossiers of an account came since a moment.
pub fn count_sent(tx: &mut Tx, account: AccountId, from: Instant) -> Result<u32> {
    let sql = "select count(*) from dossier where account_id = ?1 and submitted_at >= ?2";
    tx.query_one(sql, params![account, from])?.map_or(Ok(0), |row| row.get(0))
}

/// Open dossiers whose dates count by a calendar, after a key; for recomputation in chunks.
pub fn list_counting(tx: &mut Tx, after: DossierId, limit: u32) -> Result<Vec<DossierId>> {
    tx.query(
        "select dossier.id from work join dossier on dossier.id = work.dossier_id
         where work.dossier_id > ?1 and work.place = 0 and dossier.stage in ('submitted', 'accepted', 'processing')
         order by work.dossier_id limit ?2",
        params![after, limit],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

/// Dossiers of a procedure an agency decided since a moment, the newest first.
pub fn list_decided(
    tx: &mut Tx,
    agency: AgencyId,
    procedure: &str,
    from: Instant,
    limit: u32,
) -> Result<Vec<DossierId>> {
    tx.query(
        "select id from dossier
         where competent_id = ?1 and finished_at is not null and finished_at >= ?3 and procedure_code = ?2
            and stage in ('result-ready', 'returned')
         order by finished_at desc, id desc limit ?4",
        params![agency, procedure, from, limit],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

/// Dossiers of a procedure an agency has in hand, after a key.
pub fn list_in_hand(
    tx: &mut Tx,
    agency: AgencyId,
    procedure: &str,
    after: DossierId,
    limit: u32,
) -> Result<Vec<DossierId>> {
    tx.query(
        "select dossier_id from work
         where agency_id = ?1 and procedure_code = ?2 and place = 0 and dossier_id > ?3
            and queue in ('work', 'applicant')
         order by dossier_id limit ?4",
        params![agency, procedure, after, limit],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

/// Dossiers a division has, after a key; for writing their rows anew in chunks.
pub fn list_running(tx: &mut Tx, after: DossierId, limit: u32) -> Result<Vec<DossierId>> {
    tx.query(
        "select dossier_id from work where dossier_id > ?1 and place = 0 and queue in ('work', 'applicant')
         order by dossier_id limit ?2",
        params![after, limit],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

/// Dossiers whose names an earlier folding made the keys of.
pub fn list_folded_before(tx: &mut Tx, version: u32, after: DossierId, limit: u32) -> Result<Vec<DossierId>> {
    tx.query(
        "select distinct dossier_id from dossier_party where dossier_id > ?1 and folding < ?2
         order by dossier_id limit ?3",
        params![after, version, limit],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

/// Notes that an officer opened a dossier.
pub fn record_reading(tx: &mut Tx, dossier: DossierId, account: AccountId, at: Instant) -> Result<()> {
    tx.execute(
        "insert into reading (dossier_id, at, account_id) values (?1, ?2, ?3) on conflict do nothing",
        params![dossier, at, account],
    )?;
    Ok(())
}

/// Whether somebody has opened it since a moment.
pub fn was_read(tx: &mut Tx, dossier: DossierId, account: AccountId, since: Instant) -> Result<bool> {
    let known = tx.query(
        "select 1 from reading where dossier_id = ?1 and at >= ?2 and account_id = ?3 limit 1",
        params![dossier, since, account],
    )?;
    Ok(!known.is_empty())
}

/// Who opened a dossier, newest first.
pub fn list_readings(tx: &mut Tx, dossier: DossierId, limit: u32) -> Result<Vec<(Instant, AccountId)>> {
    tx.query(
        "select at, account_id from reading where dossier_id = ?1 order by at desc limit ?2",
        params![dossier, limit],
    )?
    .iter()
    .map(|row| Ok((row.get(0)?, row.get(1)?)))
    .collect()
}

/// Keeps the digest of the one-time code printed on a receipt.
pub fn set_join_code(tx: &mut Tx, dossier: DossierId, digest: &[u8], ends_at: Instant) -> Result<()> {
    tx.execute(
        "insert into join_code (dossier_id, code, tries, ends_at) values (?1, ?2, 0, ?3)
         on conflict (dossier_id) do update set code = excluded.code, tries = 0, ends_at = excluded.ends_at",
        params![dossier, digest, ends_at],
    )?;
    Ok(())
}

/// A try at a one-time code: the digest to compare with, its tries counted up in the same breath.
pub fn try_join_code(
    tx: &mut Tx,
    dossier: DossierId,
    now: Instant,
    tries_max: u32,
) -> Result<Option<Vec<u8>>> {
    let row = tx.query_one(
        "update join_code set tries = tries + 1
         where dossier_id = ?1 and tries < ?2 and ends_at > ?3
         returning code",
        params![dossier, tries_max, now],
    )?;
    row.map(|row| row.get(0)).transpose()
}

pub fn join_code_works(tx: &mut Tx, dossier: DossierId, now: Instant, tries_max: u32) -> Result<bool> {
    let row = tx.query_one(
        "select 1 from join_code where dossier_id = ?1 and tries < ?2 and ends_at > ?3",
        params![dossier, tries_max, now],
    )?;
    Ok(row.is_some())
}

/// Drops codes that have ended, at most a chunk of the oldest. Returns how many went.
pub fn drop_ended_join_codes(tx: &mut Tx, now: Instant, chunk: u32) -> Result<u64> {
    tx.execute(
        "delete from join_code where ends_at < ?1 and dossier_id in (
            select dossier_id from join_code order by dossier_id limit ?2)",
        params![now, chunk],
    )
}

pub fn drop_join_code(tx: &mut Tx, dossier: DossierId) -> Result<()> {
    tx.execute("delete from join_code where dossier_id = ?1", params![dossier])?;
    Ok(())
}
