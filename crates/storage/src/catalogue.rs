//! Master data: agencies, calendars, fields, procedures, offerings. Small enough to be kept in memory; every
//! change moves the generation on, so that nodes know to read it again.

use crate::{Result, SqlRow, Tx, params};
use domain::Text;
use domain::agency::{Agency, AgencyId};
use domain::calendar::{SpecialDay, Week};
use domain::officer::AccountId;
use domain::procedure::{Level, Procedure, Process};
use domain::time::Instant;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProcedureField {
    pub key: String,
    pub name: Text,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LifeEvent {
    pub key: String,
    pub name: Text,
    /// Whether it is a business's rather than a person's.
    pub business: bool,
    /// The picture beside its name, by its id in the set of icons; empty where nobody chose one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub icon: String,
}

/// One agency offering one procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offering {
    pub code: String,
    pub agency: AgencyId,
    pub from: Date,
    pub to: Option<Date>,
    pub level: Level,
    /// The agency whose counter receives it.
    pub receiving: AgencyId,
}

/// A version of a procedure with its days.
#[derive(Clone, Debug)]
pub struct DatedProcedure {
    pub procedure: Procedure,
    pub from: Date,
    pub to: Option<Date>,
    /// Why it was closed; it says nothing where another version followed.
    pub closed_because: Text,
}

/// A version of a process, with what is known of its publication.
#[derive(Clone, Debug)]
pub struct DatedProcess {
    pub code: String,
    pub process: Process,
    /// Used from this day on; nothing where it was always.
    pub from: Option<Date>,
    pub published_at: Instant,
    pub published_by: Option<AccountId>,
    /// For what could not be proved of it; empty where all was.
    pub approval: Approval,
}

/// By whom, and on what document, a process is used though not all of it could be proved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approval {
    pub by: String,
    /// Why it may be used all the same. Empty where the one line before said that too.
    pub why: String,
}

#[derive(Default)]
pub struct CatalogueRows {
    pub generation: i64,
    pub agencies: Vec<Agency>,
    pub weeks: Vec<(AgencyId, Week)>,
    pub days: Vec<(AgencyId, SpecialDay)>,
    pub fields: Vec<ProcedureField>,
    pub life_events: Vec<LifeEvent>,
    pub procedures: Vec<DatedProcedure>,
    /// Every version of every process, by procedure code.
    pub processes: Vec<DatedProcess>,
    pub offerings: Vec<Offering>,
}

/// All of it. A version of a process never changes, so what is known of one by its code and number is not read again:
/// reading a drawing takes a thousand times as long as taking the one there is.
pub fn load(tx: &mut Tx, known: &dyn Fn(&str, u32) -> Option<Process>) -> Result<CatalogueRows> {
    fn bodies<T: serde::de::DeserializeOwned>(tx: &mut Tx, sql: &str) -> Result<Vec<T>> {
        tx.query(sql, &[])?.iter().map(|row| Ok(serde_json::from_str(&row.get::<String>(0)?)?)).collect()
    }
    Ok(CatalogueRows {
        generation: generation(tx)?,
        agencies: bodies(tx, "select body from agency order by id")?,
        weeks: tx
            .query("select agency_id, body from calendar_week", &[])?
            .iter()
            .map(|row| Ok((row.get(0)?, serde_json::from_str(&row.get::<String>(1)?)?)))
            .collect::<Result<_>>()?,
        days: tx
            .query("select agency_id, body from calendar_day order by agency_id, day", &[])?
            .iter()
            .map(|row| Ok((row.get(0)?, serde_json::from_str(&row.get::<String>(1)?)?)))
            .collect::<Result<_>>()?,
        fields: bodies(tx, "select body from field order by place, slug")?,
        life_events: bodies(tx, "select body from life_event order by place, slug")?,
        procedures: tx
            .query("select body, valid_from, valid_to, closed_because from procedure_version order by code, version", &[])?
            .iter()
            .map(|row| {
                Ok(DatedProcedure {
                    procedure: serde_json::from_str(&row.get::<String>(0)?)?,
                    from: row.get(1)?,
                    to: row.get(2)?,
                    closed_because: match row.get::<String>(3)?.as_str() {
                        "" => Text::default(),
                        words => serde_json::from_str(words)?,
                    },
                })
            })
            .collect::<Result<_>>()?,
        processes: tx
            .query(
                "select code, version, valid_from, created_at, published_by, approval, approved_why, body
                 from process_version order by code, version",
                &[],
            )?
            .iter()
            .map(|row| {
                let (code, version) = (row.get::<String>(0)?, row.get::<u32>(1)?);
                let process = match known(&code, version) {
                    Some(process) => process,
                    None => serde_json::from_str(&row.get::<String>(7)?)?,
                };
                Ok(DatedProcess {
                    code,
                    process,
                    from: row.get::<String>(2)?.parse().ok(),
                    published_at: row.get(3)?,
                    published_by: row.get(4)?,
                    approval: Approval { by: row.get(5)?, why: row.get(6)? },
                })
            })
            .collect::<Result<_>>()?,
        offerings: tx
            .query("select code, agency_id, valid_from, valid_to, level, receiving_id from supply", &[])?
            .iter()
            .map(|row| {
                Ok(Offering {
                    code: row.get(0)?,
                    agency: row.get(1)?,
                    from: row.get(2)?,
                    to: row.get(3)?,
                    level: Level::try_from(row.get::<i64>(4)?).map_err(crate::StorageError::Unexpected)?,
                    receiving: row.get(5)?,
                })
            })
            .collect::<Result<_>>()?,
    })
}

pub fn generation(tx: &mut Tx) -> Result<i64> {
    let row = tx.query_one("select value from meta where name = 'generation'", &[])?;
    match row {
        Some(row) => Ok(row.get::<String>(0)?.parse().unwrap_or(0)),
        None => Ok(0),
    }
}

/// Says that master data changed.
pub fn changed(tx: &mut Tx) -> Result<()> {
    let next = generation(tx)? + 1;
    set_meta(tx, "generation", &next.to_string())
}

pub fn meta(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    tx.query_one("select value from meta where name = ?1", params![name])?.map(|row| row.get(0)).transpose()
}

pub fn drop_meta(tx: &mut Tx, name: &str) -> Result<()> {
    tx.execute("delete from meta where name = ?1", params![name])?;
    Ok(())
}

pub fn set_meta(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    tx.execute(
        "insert into meta (name, value) values (?1, ?2) on conflict (name) do update set value = excluded.value",
        params![name, value],
    )?;
    Ok(())
}

pub fn save_agency(tx: &mut Tx, agency: &Agency) -> Result<()> {
    tx.execute(
        "insert into agency (id, slug, body) values (?1, ?2, ?3) on conflict (id) do update set body = excluded.body",
        params![agency.id, &agency.key, serde_json::to_string(agency)?],
    )?;
    changed(tx)
}

pub fn save_week(tx: &mut Tx, agency: AgencyId, week: &Week) -> Result<()> {
    tx.execute(
        "insert into calendar_week (agency_id, body) values (?1, ?2)
         on conflict (agency_id) do update set body = excluded.body",
        params![agency, serde_json::to_string(week)?],
    )?;
    changed(tx)
}

pub fn save_day(tx: &mut Tx, agency: AgencyId, day: &SpecialDay) -> Result<()> {
    tx.execute(
        "insert into calendar_day (agency_id, day, body) values (?1, ?2, ?3)
         on conflict (agency_id, day) do update set body = excluded.body",
        params![agency, day.date, serde_json::to_string(day)?],
    )?;
    changed(tx)
}

pub fn drop_day(tx: &mut Tx, agency: AgencyId, day: Date) -> Result<()> {
    tx.execute("delete from calendar_day where agency_id = ?1 and day = ?2", params![agency, day])?;
    changed(tx)
}

pub fn save_field(tx: &mut Tx, place: u32, field: &ProcedureField) -> Result<()> {
    tx.execute(
        "insert into field (slug, place, body) values (?1, ?2, ?3)
         on conflict (slug) do update set place = excluded.place, body = excluded.body",
        params![&field.key, place, serde_json::to_string(field)?],
    )?;
    changed(tx)
}

pub fn save_life_event(tx: &mut Tx, place: u32, event: &LifeEvent) -> Result<()> {
    tx.execute(
        "insert into life_event (slug, place, body) values (?1, ?2, ?3)
         on conflict (slug) do update set place = excluded.place, body = excluded.body",
        params![&event.key, place, serde_json::to_string(event)?],
    )?;
    changed(tx)
}

pub fn load_fields(tx: &mut Tx) -> Result<Vec<ProcedureField>> {
    let rows = tx.query("select body from field order by place, slug", &[])?;
    rows.iter().map(|row| Ok(serde_json::from_str(&row.get::<String>(0)?)?)).collect()
}

/// The newest version of a procedure, with the day it begins.
pub fn newest_procedure(tx: &mut Tx, code: &str) -> Result<Option<(Procedure, Date)>> {
    let row = tx.query_one(
        "select body, valid_from from procedure_version where code = ?1 order by version desc limit 1",
        params![code],
    )?;
    row.map(|row| Ok((serde_json::from_str(&row.get::<String>(0)?)?, row.get(1)?))).transpose()
}

/// The newest version of each procedure whose code comes after one and up to another, by code.
pub fn newest_procedures(tx: &mut Tx, after: &str, until: &str) -> Result<HashMap<String, Procedure>> {
    let rows = tx.query(
        "select code, body from procedure_version v where code > ?1 and code <= ?2
         and version = (select max(version) from procedure_version where code = v.code)",
        params![after, until],
    )?;
    let read = |row: &SqlRow| Ok((row.get(0)?, serde_json::from_str(&row.get::<String>(1)?)?));
    rows.iter().map(read).collect()
}

/// Adds a version of a procedure, valid from a day on; the one before ends the day before. Where the procedure is to be
/// closed on that day or later, the new version takes that over.
pub fn insert_procedure(tx: &mut Tx, procedure: &Procedure, from: Date) -> Result<()> {
    let code = procedure.code.as_str();
    let closing = tx.query_one(
        "select version, valid_to, closed_because from procedure_version
         where code = ?1 and closed_because <> '' and valid_to >= ?2 order by version desc limit 1",
        params![code, from],
    )?;
    let closing: Option<(u32, Date, String)> = closing
        .map(|row| Ok::<_, crate::StorageError>((row.get(0)?, row.get(1)?, row.get(2)?)))
        .transpose()?;
    let ends = from.yesterday().unwrap_or(from);
    tx.execute(
        "update procedure_version set valid_to = ?2 where code = ?1 and valid_to is null",
        params![code, ends],
    )?;
    if let Some((version, ..)) = &closing {
        tx.execute(
            "update procedure_version set valid_to = ?3, closed_because = '' where code = ?1 and version = ?2",
            params![code, *version, ends],
        )?;
    }
    let (to, because) = closing.map_or((None, String::new()), |(_, to, because)| (Some(to), because));
    tx.execute(
        "insert into procedure_version (code, version, valid_from, valid_to, closed_because, body)
         values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![code, procedure.version, from, to, because, serde_json::to_string(procedure)?],
    )?;
    changed(tx)
}

/// Ends the newest version of a procedure, or changes the day it ends on, with the reason; it is kept.
pub fn close_procedure(tx: &mut Tx, code: &str, last: Date, because: &Text) -> Result<()> {
    tx.execute(
        "update procedure_version set valid_to = ?2, closed_because = ?3
         where code = ?1 and version = (select max(version) from procedure_version where code = ?1)",
        params![code, last, serde_json::to_string(because)?],
    )?;
    changed(tx)
}

/// Takes back that a procedure is to be closed, where it is still in force on a day.
pub fn keep_procedure(tx: &mut Tx, code: &str, today: Date) -> Result<()> {
    tx.execute(
        "update procedure_version set valid_to = null, closed_because = ''
         where code = ?1 and closed_because <> '' and valid_to >= ?2
         and version = (select max(version) from procedure_version where code = ?1)",
        params![code, today],
    )?;
    changed(tx)
}

/// Publishes a version of a process.
pub fn insert_process(tx: &mut Tx, dated: &DatedProcess) -> Result<()> {
    let DatedProcess { code, process, from, published_at, published_by, approval } = dated;
    tx.execute(
        "insert into process_version (code, version, created_at, body, valid_from, published_by, approval,
             approved_why)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            code,
            process.version,
            *published_at,
            serde_json::to_string(process)?,
            from.map(|from| from.to_string()).unwrap_or_default(),
            *published_by,
            &approval.by,
            &approval.why
        ],
    )?;
    changed(tx)
}

/// Adds an offering; one of the same procedure and agency that still runs ends the day before.
pub fn insert_offering(tx: &mut Tx, offering: &Offering) -> Result<()> {
    tx.execute(
        "delete from supply where code = ?1 and agency_id = ?2 and valid_from >= ?3",
        params![&offering.code, offering.agency, offering.from],
    )?;
    let ends = offering.from.yesterday().unwrap_or(offering.from);
    tx.execute(
        "update supply set valid_to = ?3 where code = ?1 and agency_id = ?2 and (valid_to is null or valid_to > ?3)",
        params![&offering.code, offering.agency, ends],
    )?;
    tx.execute(
        "insert into supply (code, agency_id, valid_from, valid_to, level, receiving_id)
         values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            &offering.code,
            offering.agency,
            offering.from,
            offering.to,
            i64::from(offering.level),
            offering.receiving
        ],
    )?;
    changed(tx)
}

/// The last day on which an agency that offers a procedure today does so.
pub fn end_offering(tx: &mut Tx, code: &str, agency: AgencyId, today: Date, last: Date) -> Result<()> {
    tx.execute(
        "update supply set valid_to = ?4 where code = ?1 and agency_id = ?2 and valid_from <= ?3
         and (valid_to is null or valid_to >= ?3)",
        params![code, agency, today, last],
    )?;
    changed(tx)
}

/// One line of who changed what in the master data.
pub fn audit(
    tx: &mut Tx,
    id: i64,
    at: Instant,
    by: Option<AccountId>,
    what: &str,
    subject: &str,
    body: &str,
) -> Result<()> {
    tx.execute(
        "insert into audit (id, at, account_id, what, subject, body) values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id, at, by, what, subject, body],
    )?;
    Ok(())
}

pub struct AuditRow {
    pub id: i64,
    pub at: Instant,
    pub by: Option<AccountId>,
    pub what: String,
    pub subject: String,
}

/// What was changed, the newest first; searches, which change nothing, are left out.
pub fn list_audit(tx: &mut Tx, before: i64, limit: u32) -> Result<Vec<AuditRow>> {
    tx.query(
        "select id, at, account_id, what, subject from audit where id < ?1 and what <> ?3
         order by id desc limit ?2",
        params![before, limit, SEARCH],
    )?
    .iter()
    .map(read_audit)
    .collect()
}

/// The line of a search for people.
pub const SEARCH: &str = "search";

/// Searches for people, the newest first.
pub fn list_searches(tx: &mut Tx, before: i64, limit: u32) -> Result<Vec<AuditRow>> {
    tx.query(
        "select id, at, account_id, what, subject from audit where what = ?3 and id < ?1
         order by id desc limit ?2",
        params![before, limit, SEARCH],
    )?
    .iter()
    .map(read_audit)
    .collect()
}

fn read_audit(row: &SqlRow) -> Result<AuditRow> {
    Ok(AuditRow {
        id: row.get(0)?,
        at: row.get(1)?,
        by: row.get(2)?,
        what: row.get(3)?,
        subject: row.get(4)?,
    })
}
