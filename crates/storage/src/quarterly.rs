//! Quarterly reports: their events, chained and signed; how each stands; what was frozen when an issue was sent.

use crate::record::{START, chain};
use crate::{Result, SqlRow, StorageError, Tx, params};
use domain::agency::AgencyId;
use domain::quarterly::{QuarterlyId, QuarterlyRecord, QuarterlyReport, ReportDue, replay};
use domain::time::Instant;

/// An event as it lies in the database.
#[derive(Clone, Debug)]
pub struct QuarterlyEvent {
    pub sequence: u32,
    pub at: Instant,
    pub facts: String,
    pub digest: Vec<u8>,
    pub signature: Vec<u8>,
}

/// A report as its row says it stands.
#[derive(Clone, Debug)]
pub struct QuarterlyRow {
    pub id: QuarterlyId,
    pub due: ReportDue,
    pub sequence: u32,
    pub head: Vec<u8>,
    pub body: String,
}

const COLUMNS: &str = "id, quarter, report, agency_id, sequence, head, body";

fn row(row: &SqlRow) -> Result<QuarterlyRow> {
    let quarter: String = row.get(1)?;
    let quarter = quarter.try_into().map_err(StorageError::Unexpected)?;
    Ok(QuarterlyRow {
        id: QuarterlyId(row.get(0)?),
        due: ReportDue { quarter, report: row.get(2)?, agency: AgencyId(row.get(3)?) },
        sequence: row.get(4)?,
        head: row.get(5)?,
        body: row.get(6)?,
    })
}

impl QuarterlyRow {
    pub fn report(&self) -> Result<QuarterlyReport> {
        Ok(serde_json::from_str(&self.body)?)
    }
}

/// A report, locked until the transaction ends.
pub fn lock(tx: &mut Tx, due: &ReportDue) -> Result<Option<QuarterlyRow>> {
    let sql = format!(
        "select {COLUMNS} from quarterly_report where quarter = ?1 and report = ?2 and agency_id = ?3"
    );
    tx.lock_one(&sql, params![due.quarter.to_string(), &due.report, due.agency])?
        .as_ref()
        .map(row)
        .transpose()
}

pub fn find(tx: &mut Tx, due: &ReportDue) -> Result<Option<QuarterlyRow>> {
    let sql = format!(
        "select {COLUMNS} from quarterly_report where quarter = ?1 and report = ?2 and agency_id = ?3"
    );
    tx.query_one(&sql, params![due.quarter.to_string(), &due.report, due.agency])?
        .as_ref()
        .map(row)
        .transpose()
}

/// Every report of a form for a quarter: one an agency at most.
pub fn list(tx: &mut Tx, quarter: &str, report: &str) -> Result<Vec<QuarterlyRow>> {
    let sql = format!(
        "select {COLUMNS} from quarterly_report where quarter = ?1 and report = ?2 order by agency_id"
    );
    tx.query(&sql, params![quarter, report])?.iter().map(row).collect()
}

/// Every report after a key that has a row, or events, or both.
pub fn list_ids(tx: &mut Tx, after: i64, limit: u32) -> Result<Vec<i64>> {
    let sql = "select id from (
            select id from quarterly_report where id > ?1
            union select report_id as id from quarterly_event where report_id > ?1
            union select report_id as id from quarterly_issue where report_id > ?1
        ) as known order by id limit ?2";
    tx.query(sql, params![after, limit])?.iter().map(|row| row.get(0)).collect()
}

pub fn find_row(tx: &mut Tx, id: i64) -> Result<Option<QuarterlyRow>> {
    let sql = format!("select {COLUMNS} from quarterly_report where id = ?1");
    tx.query_one(&sql, params![id])?.as_ref().map(row).transpose()
}

pub fn load(tx: &mut Tx, id: i64) -> Result<Vec<QuarterlyEvent>> {
    let sql = "select sequence, at, facts, digest, signature from quarterly_event
        where report_id = ?1 order by sequence";
    let event = |row: &SqlRow| {
        Ok(QuarterlyEvent {
            sequence: row.get(0)?,
            at: row.get(1)?,
            facts: row.get(2)?,
            digest: row.get(3)?,
            signature: row.get(4)?,
        })
    };
    tx.query(sql, params![id])?.iter().map(event).collect()
}

/// What an issue froze, as it was digested.
pub fn find_issue(tx: &mut Tx, id: QuarterlyId, issue: u32) -> Result<Option<String>> {
    let sql = "select body from quarterly_issue where report_id = ?1 and issue = ?2";
    tx.query_one(sql, params![id.0, issue])?.map(|row| row.get(0)).transpose()
}

pub fn list_issues(tx: &mut Tx, id: i64) -> Result<Vec<(u32, String)>> {
    let sql = "select issue, body from quarterly_issue where report_id = ?1 order by issue";
    tx.query(sql, params![id])?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

pub fn add_issue(tx: &mut Tx, id: QuarterlyId, issue: u32, body: &str) -> Result<()> {
    let sql = "insert into quarterly_issue (report_id, issue, body) values (?1, ?2, ?3)";
    tx.execute(sql, params![id.0, issue, body])?;
    Ok(())
}

/// Events to be added to a report.
pub struct Appended<'a> {
    pub id: QuarterlyId,
    pub due: &'a ReportDue,
    /// As it stood, where it had a row.
    pub before: Option<&'a QuarterlyRow>,
    pub records: &'a [QuarterlyRecord],
    pub after: &'a QuarterlyReport,
}

/// Chains events after those there are, each signed, and writes how the report stands after them.
pub fn append(tx: &mut Tx, appended: &Appended, sign: impl Fn(&[u8]) -> Vec<u8>) -> Result<()> {
    let mut head = appended.before.map_or_else(|| START.to_vec(), |row| row.head.clone());
    let first = appended.before.map_or(0, |row| row.sequence) + 1;
    let id = appended.id;
    for (sequence, record) in (first..).zip(appended.records) {
        let facts = serde_json::to_string(record)?;
        head = digest(&head, id.0, sequence, &facts);
        let signature = sign(&head);
        tx.execute(
            "insert into quarterly_event (report_id, sequence, at, facts, digest, signature)
             values (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id.0, sequence, record.at, facts, &head[..], &signature[..]],
        )?;
    }
    write_row(tx, id.0, appended.due, appended.after, &head)
}

/// What is chained of an event: whose it is too, so that no record is moved to another report.
pub fn digest(head: &[u8], id: i64, sequence: u32, facts: &str) -> Vec<u8> {
    chain(head, &[&id.to_be_bytes()[..], &sequence.to_be_bytes()].concat(), facts).to_vec()
}

/// Writes how a report stands, anew where there is a row.
pub fn write_row(tx: &mut Tx, id: i64, due: &ReportDue, report: &QuarterlyReport, head: &[u8]) -> Result<()> {
    tx.execute(
        &format!(
            "insert into quarterly_report ({COLUMNS}) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             on conflict (id) do update set quarter = excluded.quarter, report = excluded.report,
                agency_id = excluded.agency_id, sequence = excluded.sequence, head = excluded.head,
                body = excluded.body"
        ),
        params![
            id,
            due.quarter.to_string(),
            &due.report,
            due.agency,
            report.sequence,
            head,
            serde_json::to_string(report)?
        ],
    )?;
    Ok(())
}

/// Reads what events say.
pub fn read(events: &[QuarterlyEvent]) -> Result<QuarterlyReport> {
    let records: Vec<QuarterlyRecord> = events
        .iter()
        .map(|event| serde_json::from_str(&event.facts))
        .collect::<std::result::Result<_, _>>()?;
    Ok(replay(&records))
}

/// Removes a row without events.
pub fn remove_row(tx: &mut Tx, id: i64) -> Result<()> {
    tx.execute("delete from quarterly_report where id = ?1", params![id])?;
    Ok(())
}
