//! The current-state row of a dossier, its parties and its place among the open work.

use crate::record::Digest;
use crate::tx::insert_sql;
use crate::{Result, Row, StorageError, Tx, Value, params};
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::{Awaited, Dossier, DossierId, Reference, RunningStep, Stage, StageKind, Wait};
use domain::officer::AccountId;
use domain::time::Instant;

/// Sorts after every real due date.
pub const NO_DUE: i64 = i64::MAX;

/// What one needs to go on writing a chain.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    pub id: DossierId,
    pub sequence: u32,
    pub digest: Digest,
}

/// Where open work waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// Sent, to be answered by the counter.
    Intake,
    /// Accepted, to be handed over by the counter.
    HandOver,
    /// With a division.
    Work,
    /// The applicant's turn.
    Applicant,
    /// Result ready, to be returned by the counter.
    Return,
}

impl Queue {
    pub const fn key(self) -> &'static str {
        match self {
            Queue::Intake => "intake",
            Queue::HandOver => "hand-over",
            Queue::Work => "work",
            Queue::Applicant => "applicant",
            Queue::Return => "return",
        }
    }
}

/// One row of open work.
struct OpenWork<'a> {
    agency: AgencyId,
    queue: Queue,
    due: i64,
    unit: Option<&'a UnitKey>,
    step: Option<&'a RunningStep>,
    /// What is waited for where no step runs, or by a division that has none.
    wait: Option<&'a Wait>,
}

impl OpenWork<'_> {
    /// The step, or the element that says what is waited for.
    fn at(&self) -> Option<&str> {
        self.step.map(|step| step.id.as_str()).or(self.wait.map(|wait| wait.event.as_str()))
    }

    fn due_here(&self) -> Option<Instant> {
        let answer = self.wait.and_then(|wait| match &wait.what {
            Awaited::Linked { due, .. } => Some(*due),
            _ => None,
        });
        self.step.map(|step| step.due).or(answer)
    }
}

/// Where an open dossier waits now: with the counter, or with a division for each running step. Nowhere when it is
/// closed.
fn open_work<'a>(dossier: &'a Dossier) -> Vec<OpenWork<'a>> {
    let due = |at: Option<Instant>| at.map_or(NO_DUE, Instant::millis);
    let counter = |queue, due| {
        vec![OpenWork { agency: dossier.receiving, queue, due, unit: None, step: None, wait: None }]
    };
    let divisions = |queue, due| {
        let agency = dossier.competent;
        let work = |step: &'a RunningStep| {
            let (unit, step) = (Some(&step.unit), Some(step));
            OpenWork { agency, queue, due, unit, step, wait: None }
        };
        let mut rows: Vec<OpenWork> = dossier.steps.iter().map(work).collect();
        // Where nothing is done, somebody looks after what is waited for; a division that must record something finds it
        // though others work meanwhile.
        let to_record = |wait: &&Wait| !matches!(wait.what, Awaited::Time { .. } | Awaited::Linked { .. });
        let alone = rows.is_empty();
        let first = dossier.waits.iter().find(|wait| matches!(wait.what, Awaited::Linked { .. }));
        let first = first.or(dossier.waits.first()).filter(|_| alone);
        for wait in first.into_iter().chain(dossier.waits.iter().filter(to_record)) {
            if rows.iter().all(|row| row.unit != Some(&wait.unit)) {
                rows.push(OpenWork {
                    agency,
                    queue,
                    due,
                    unit: Some(&wait.unit),
                    step: None,
                    wait: Some(wait),
                });
            }
        }
        rows
    };
    match &dossier.stage {
        Stage::Submitted { answer_by, .. } => counter(Queue::Intake, answer_by.millis()),
        Stage::AwaitingCompletion { .. } => counter(Queue::Applicant, NO_DUE),
        Stage::Accepted => counter(Queue::HandOver, due(dossier.hand_over_by)),
        Stage::Processing => divisions(Queue::Work, due(dossier.due())),
        Stage::PausedForApplicant { .. } | Stage::PausedForFee { .. } => divisions(Queue::Applicant, NO_DUE),
        Stage::ResultReady => counter(Queue::Return, NO_DUE),
        Stage::Refused | Stage::Withdrawn | Stage::Stopped | Stage::Returned => Vec::new(),
    }
}

/// The values of the current-state row, in the order of [`COLUMNS`]. `verify` compares them with the table.
pub fn row_values(dossier: &Dossier, head: Digest) -> Vec<Value> {
    let oldest = dossier.steps.first();
    vec![
        dossier.id.into(),
        dossier.reference.as_str().into(),
        dossier.code.as_ref().map(ToString::to_string).into(),
        dossier.external_code.clone().into(),
        dossier.pinned.procedure.as_str().into(),
        dossier.channel.key().into(),
        dossier.counter().into(),
        dossier.competent.into(),
        dossier.account.into(),
        dossier.stage.kind().key().into(),
        oldest.map(|step| step.unit.0.clone()).into(),
        oldest.map(|step| step.id.clone()).into(),
        oldest.and_then(|step| step.assignee).into(),
        dossier.steps_finished().into(),
        dossier.steps_total.into(),
        dossier.submitted_at.into(),
        dossier.accepted_at.into(),
        dossier.clock.as_ref().and_then(|clock| clock.original).into(),
        dossier.due().into(),
        dossier.finished_at.into(),
        dossier.returned_at.into(),
        dossier.sequence.into(),
        head.into(),
        dossier.main.as_ref().map(|main| main.dossier).into(),
    ]
}

pub const COLUMNS: &str = "id, reference, code, external_code, procedure_code, channel, receiving_id, competent_id,
    account_id, stage, unit, step, assignee_id, steps_done, steps_total, submitted_at, accepted_at, due_original,
    due_current, finished_at, returned_at, sequence, head, main_id";

/// Writes the current state of a new dossier.
pub fn insert(tx: &mut Tx, dossier: &Dossier, head: Digest) -> Result<()> {
    tx.insert("dossier", &new_row_columns(), &[new_row(dossier, head)])?;
    save_work(tx, dossier, Some(0))?;
    save_finished(tx, dossier)
}

pub fn new_row_columns() -> String {
    format!("{COLUMNS}, rooted")
}

/// The whole row of a dossier no root holds yet.
pub fn new_row(dossier: &Dossier, head: Digest) -> Vec<Value> {
    let mut row = row_values(dossier, head);
    row.push(Value::Int(0));
    row
}

/// Writes the current state of a dossier that is there: what no act changes stays out of it. `work_before` is how many
/// rows of open work it had.
pub fn update(tx: &mut Tx, dossier: &Dossier, head: Digest, work_before: usize) -> Result<()> {
    let oldest = dossier.steps.first();
    tx.execute(
        "update dossier set code = ?2, account_id = ?3, stage = ?4, unit = ?5, step = ?6, assignee_id = ?7,
            steps_done = ?8, steps_total = ?9, accepted_at = ?10, due_original = ?11, due_current = ?12,
            finished_at = ?13, returned_at = ?14, sequence = ?15, head = ?16
         where id = ?1",
        params![
            dossier.id,
            dossier.code.as_ref().map(ToString::to_string),
            dossier.account,
            dossier.stage.kind().key(),
            oldest.map(|step| step.unit.0.clone()),
            oldest.map(|step| step.id.clone()),
            oldest.and_then(|step| step.assignee),
            dossier.steps_finished(),
            dossier.steps_total,
            dossier.accepted_at,
            dossier.clock.as_ref().and_then(|clock| clock.original),
            dossier.due(),
            dossier.finished_at,
            dossier.returned_at,
            dossier.sequence,
            head,
        ],
    )?;
    save_work(tx, dossier, Some(work_before))?;
    crate::involved::save(tx, dossier)?;
    save_finished(tx, dossier)
}

pub const FINISHED_COLUMNS: &str = "dossier_id, unit, agency_id, finished_at";

/// The rows of a finished dossier for each division that had it, for `verify` too.
pub fn finished_values(dossier: &Dossier) -> Vec<Vec<Value>> {
    let Some(at) = dossier.finished_at else { return Vec::new() };
    let row =
        |unit: &domain::agency::UnitKey| params![dossier.id, unit.0.as_str(), dossier.competent, at].to_vec();
    dossier.units.iter().map(row).collect()
}

fn save_finished(tx: &mut Tx, dossier: &Dossier) -> Result<()> {
    for row in finished_values(dossier) {
        let insert = insert_sql("finished", FINISHED_COLUMNS, 1);
        tx.execute(&format!("{insert} on conflict (dossier_id, unit) do nothing"), &row)?;
    }
    Ok(())
}

/// How many rows of open work a dossier has.
pub fn work_count(dossier: &Dossier) -> usize {
    open_work(dossier).len()
}

/// Writes the rows of open work; of those there were before, if that is known, what is too many goes.
pub fn save_work(tx: &mut Tx, dossier: &Dossier, before: Option<usize>) -> Result<()> {
    let rows = work_values(dossier);
    let count = rows.len();
    if before.is_none_or(|before| before > count) {
        tx.execute(
            "delete from work where dossier_id = ?1 and place >= ?2",
            params![dossier.id, count as i64],
        )?;
    }
    if count > 0 {
        let sql = format!(
            "{} on conflict (dossier_id, place) do update set agency_id = excluded.agency_id, unit = excluded.unit,
                queue = excluded.queue, assignee_id = excluded.assignee_id, due = excluded.due, step = excluded.step,
                step_due = excluded.step_due",
            insert_sql("work", WORK_COLUMNS, count)
        );
        tx.execute(&sql, &rows.concat())?;
    }
    Ok(())
}

pub const WORK_COLUMNS: &str = "dossier_id, place, agency_id, unit, queue, assignee_id, due, step, step_due,
    receiving_id, competent_id, procedure_code";

/// The rows of open work of a dossier, in the order of [`WORK_COLUMNS`]; for `verify` too.
pub fn work_values(dossier: &Dossier) -> Vec<Vec<Value>> {
    let row = |(place, work): (usize, OpenWork)| {
        params![
            dossier.id,
            place as i64,
            work.agency,
            work.unit.map(|unit| unit.0.clone()).unwrap_or_default(),
            work.queue.key(),
            work.step.and_then(|step| step.assignee),
            work.due,
            work.at(),
            work.due_here(),
            dossier.counter(),
            dossier.competent,
            dossier.pinned.procedure.as_str()
        ]
        .to_vec()
    };
    open_work(dossier).into_iter().enumerate().map(row).collect()
}

pub const PARTY_COLUMNS: &str = "dossier_id, role, name, name_key, identity, receiving_id, competent_id";

/// The rows people are looked up by; they come with the first event and no act changes them.
pub fn party_rows(dossier: &Dossier, name_key: impl Fn(&str) -> String) -> Vec<Vec<Value>> {
    let Some(parties) = &dossier.parties else { return Vec::new() };
    let row = |role: &str, party: &domain::dossier::Party| {
        params![
            dossier.id,
            role,
            &party.name,
            name_key(&party.name),
            &party.identity,
            dossier.counter(),
            dossier.competent
        ]
        .to_vec()
    };
    let submitter = parties.submitter.as_ref().map(|party| row("submitter", party));
    std::iter::once(row("owner", &parties.owner)).chain(submitter).collect()
}

pub fn save_parties(tx: &mut Tx, dossier: &Dossier, name_key: impl Fn(&str) -> String) -> Result<()> {
    tx.insert("dossier_party", PARTY_COLUMNS, &party_rows(dossier, name_key))
}

/// Finds a dossier by its reference, locked for writing.
pub fn lock(tx: &mut Tx, reference: &Reference) -> Result<Option<Head>> {
    let row = tx.lock_one(
        "select id, sequence, head from dossier where reference = ?1",
        params![reference.as_str()],
    )?;
    row.as_ref().map(head).transpose()
}

pub fn find(tx: &mut Tx, reference: &Reference) -> Result<Option<DossierId>> {
    let row = tx.query_one("select id from dossier where reference = ?1", params![reference.as_str()])?;
    row.map(|row| row.get(0)).transpose()
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

fn head(row: &Row) -> Result<Head> {
    let digest: Vec<u8> = row.get(2)?;
    let digest =
        digest.try_into().map_err(|_| StorageError::Unexpected("a head of another length".into()))?;
    Ok(Head { id: row.get(0)?, sequence: row.get(1)?, digest })
}

pub(crate) fn reference(row: &Row, column: usize) -> Result<Reference> {
    let text: String = row.get(column)?;
    Reference::parse(&text).ok_or_else(|| StorageError::Unexpected(format!("`{text}` is not a reference")))
}

pub(crate) fn stage(row: &Row, column: usize) -> Result<StageKind> {
    let text: String = row.get(column)?;
    StageKind::parse(&text).ok_or_else(|| StorageError::Unexpected(format!("`{text}` is not a stage")))
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
    pub competent: AgencyId,
    pub stage: StageKind,
    pub submitted_at: Instant,
    pub due: Option<Instant>,
    pub steps_done: u32,
    pub steps_total: u32,
}

/// An account's dossiers, newest first, after a cursor of (submitted, id).
pub fn list_own(
    tx: &mut Tx,
    account: AccountId,
    before: Option<(i64, i64)>,
    limit: u32,
) -> Result<Vec<OwnRow>> {
    let (at, id) = before.unwrap_or((i64::MAX, i64::MAX));
    tx.query(
        "select id, reference, code, procedure_code, competent_id, stage, submitted_at, due_current, steps_done,
            steps_total
         from dossier
         where account_id = ?1 and (submitted_at, id) < (?2, ?3)
         order by submitted_at desc, id desc
         limit ?4",
        params![account, at, id, limit],
    )?
    .iter()
    .map(|row| {
        Ok(OwnRow {
            id: row.get(0)?,
            reference: reference(row, 1)?,
            code: row.get(2)?,
            procedure: row.get(3)?,
            competent: row.get(4)?,
            stage: stage(row, 5)?,
            submitted_at: row.get(6)?,
            due: row.get(7)?,
            steps_done: row.get(8)?,
            steps_total: row.get(9)?,
        })
    })
    .collect()
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

/// Notes that an officer opened a dossier.
pub fn record_reading(tx: &mut Tx, dossier: DossierId, account: AccountId, at: Instant) -> Result<()> {
    tx.execute(
        "insert into reading (dossier_id, at, account_id) values (?1, ?2, ?3) on conflict do nothing",
        params![dossier, at, account],
    )?;
    Ok(())
}

/// The same for a page that fetched itself again: the officer has it open, unless nothing says so since then.
pub fn renew_reading(
    tx: &mut Tx,
    dossier: DossierId,
    account: AccountId,
    since: Instant,
    at: Instant,
) -> Result<()> {
    let known = tx.query(
        "select 1 from reading where dossier_id = ?1 and at >= ?2 and account_id = ?3 limit 1",
        params![dossier, since, account],
    )?;
    if known.is_empty() { record_reading(tx, dossier, account, at) } else { Ok(()) }
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

/// Drops codes that have ended, of the oldest so many; how many went.
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
