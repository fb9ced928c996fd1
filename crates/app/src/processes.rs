//! Processes of procedures: designed as drafts, checked for the agency that works by them, published from a day on.

use crate::master_data::MasterData;
use crate::{App, Fault, administration};
use domain::adopt::{self, Adoption};
use domain::agency::{Agency, AgencyId};
use domain::dossier::{Dossier, DossierId, Record, Reference, Unplaced, replay};
use domain::forecast::{self, Forecast, PastDossier, Workplace};
use domain::officer::{AccountId, Officer};
use domain::procedure::{Procedure, Process};
use domain::time::Instant;
use jiff::civil::Date;
use std::collections::HashMap;
pub use storage::catalogue::Approval;
use storage::catalogue::{self, DatedProcess};
use storage::process_draft;
pub use storage::process_draft::ProcessDraft;
use storage::{StorageError, Tx};

/// Maximum rows on a page of a plan, dossiers read at a time for it, and dossiers looked at for one page.
const PLAN_ROWS: usize = 50;
const PLAN_READ: u32 = 50;
const PLAN_LOOKED: usize = 500;
/// Maximum past dossiers, the newest, that are led through a process that is tried.
pub const FORECAST_MAX: u32 = 500;

/// A running dossier, and whether it has its place in the version in use.
#[derive(Clone, Debug)]
pub struct PlanRow {
    pub dossier: Dossier,
    pub answer: Result<(), Unplaced>,
}

/// A page of a plan, and where the next one begins. A page may be empty and not the last.
#[derive(Clone, Debug, Default)]
pub struct ChangePlan {
    pub rows: Vec<PlanRow>,
    /// After this dossier.
    pub next: Option<Reference>,
}

impl PlanRow {
    fn of(dossier: Dossier, data: &MasterData, to: &Process) -> Option<PlanRow> {
        let from = data.pinned(&dossier.pinned)?;
        let answer = domain::dossier::place(&dossier, &from.process, to).map(|_| ());
        Some(PlanRow { dossier, answer })
    }
}

/// Why a draft was not saved, published or dropped.
#[derive(Debug)]
pub enum NotKept {
    /// Somebody else changed it, or published, since the page was opened.
    Overtaken,
    /// Written down it would be more than is ever read again.
    Unreadable(process::Unreadable),
    Fault(Fault),
}

impl From<Fault> for NotKept {
    fn from(fault: Fault) -> NotKept {
        NotKept::Fault(fault)
    }
}

/// What a process would have made of the dossiers an agency decided in the last months.
pub async fn forecast(
    app: &App,
    procedure: &Procedure,
    agency: AgencyId,
    months: u32,
) -> Result<Forecast, Fault> {
    let day = app.now().date().saturating_sub(jiff::Span::new().months(i64::from(months)));
    let from = Instant::from_civil(day.at(0, 0, 0, 0));
    let code = procedure.code.to_string();
    let read = move |tx: &mut Tx| {
        let ids = storage::dossier::list_decided(tx, agency, &code, from, FORECAST_MAX)?;
        let records = storage::record::load_all(tx, &ids)?;
        Ok::<_, StorageError>((records, storage::account::list_officers(tx, agency)?))
    };
    let (records, officers) = app.store.read(read).await?;
    let (data, procedure) = (app.master_data(), procedure.clone());
    let work = move || {
        let past = |(id, records): (DossierId, Vec<Record>)| {
            Some(PastDossier { dossier: replay(id, &records)?, records })
        };
        let past: Vec<PastDossier> = records.into_iter().filter_map(past).collect();
        let calendar = data.calendar(agency);
        forecast::forecast(&past, &Workplace { procedure: &procedure, agency, officers: &officers, calendar })
    };
    tokio::task::spawn_blocking(work).await.map_err(Fault::other)
}

/// A process as a list of steps, used from now on; dossiers already filed keep theirs.
pub async fn save(app: &App, by: AccountId, code: String, process: Process) -> Result<(), Fault> {
    let now = app.now();
    let process = Process { version: next_version(app, &code), ..process };
    let dated = DatedProcess {
        code,
        process,
        from: Some(now.date()),
        published_at: now,
        published_by: Some(by),
        approval: Approval::default(),
    };
    let subject = format!("{} process {}", dated.code, dated.process.version);
    administration::change(app, Some(by), "process", subject, move |tx| catalogue::insert_process(tx, &dated))
        .await
}

fn next_version(app: &App, code: &str) -> u32 {
    let data = app.master_data();
    let last = data.processes(code).first().map(|dated| dated.process.version);
    last.or(data.procedure_any(code).map(|procedure| procedure.process.version)).map_or(1, |last| last + 1)
}

pub async fn find_draft(app: &App, code: &str) -> Result<Option<ProcessDraft>, Fault> {
    let code = code.to_string();
    Ok(app.store.read(move |tx| process_draft::find(tx, &code)).await?)
}

/// Saves a draft over the one that was seen, or as the first.
pub async fn save_draft(
    app: &App,
    by: AccountId,
    code: &str,
    source: String,
    seen: Option<Instant>,
) -> Result<(), NotKept> {
    let kept = source.clone();
    let read = move || process::read(kept.as_bytes(), &process::Names::open()).map(|_| ());
    let readable = tokio::task::spawn_blocking(read).await.map_err(Fault::other)?;
    readable.map_err(NotKept::Unreadable)?;
    // Two changes within a millisecond are two.
    let at = seen.map_or(app.now(), |seen| app.now().max(Instant::from_millis(seen.millis() + 1)));
    let draft = ProcessDraft { source, updated_at: at, updated_by: by };
    let code = code.to_string();
    let saved = app.store.write(move |tx| process_draft::save(tx, &code, &draft, seen)).await;
    if saved.map_err(Fault::from)? { Ok(()) } else { Err(NotKept::Overtaken) }
}

pub async fn drop_draft(app: &App, code: &str, seen: Instant) -> Result<(), NotKept> {
    let code = code.to_string();
    let dropped = app.store.write(move |tx| process_draft::drop(tx, &code, seen)).await;
    if dropped.map_err(Fault::from)? { Ok(()) } else { Err(NotKept::Overtaken) }
}

/// Publishes the draft that was seen, from a day on; dossiers filed before keep what they have.
pub async fn publish(
    app: &App,
    by: AccountId,
    code: &str,
    process: Process,
    seen: Instant,
    from: Date,
    approval: Approval,
) -> Result<(), NotKept> {
    let now = app.now();
    let process = Process { version: next_version(app, code), ..process };
    let subject = format!("{code} process {} from {from}", process.version);
    let dated = DatedProcess {
        code: code.to_string(),
        process,
        from: Some(from),
        published_at: now,
        published_by: Some(by),
        approval,
    };
    let id = app.store.new_id(now);
    let write = move |tx: &mut storage::Tx| {
        if !process_draft::drop(tx, &dated.code, seen)? {
            return Ok(false);
        }
        catalogue::insert_process(tx, &dated)?;
        catalogue::audit(tx, id, now, Some(by), "process", &subject, "")?;
        Ok::<_, storage::StorageError>(true)
    };
    let published = app.store.write(write).await.map_err(Fault::from)?;
    app.refresh_reference().await?;
    if published { Ok(()) } else { Err(NotKept::Overtaken) }
}

/// The dossiers in hand that go by another version than the one in use: where each stands, and whether it has its
/// place in that one. Of the agencies that offer the procedure, one after the other.
pub async fn plan_change(app: &App, code: &str, after: Option<Reference>) -> Result<ChangePlan, Fault> {
    let (data, code) = (app.master_data(), code.to_string());
    let day = app.now().date();
    let read = move |tx: &mut storage::Tx| {
        let (mut plan, mut looked) = (ChangePlan::default(), 0);
        let Some(procedure) = data.procedure_any(&code) else { return Ok(plan) };
        let to = &procedure.process;
        let mut agencies: Vec<AgencyId> =
            data.offerings(&code, day).into_iter().map(|offering| offering.agency).collect();
        agencies.sort();
        let after = match &after {
            Some(reference) => storage::dossier::find_competent(tx, reference)?,
            None => None,
        };
        let (first, mut from) = after.unwrap_or((AgencyId(i64::MIN), DossierId(0)));
        for agency in agencies.into_iter().filter(|agency| *agency >= first) {
            if agency != first {
                from = DossierId(0);
            }
            loop {
                let ids = storage::dossier::list_in_hand(tx, agency, &code, from, PLAN_READ)?;
                let records = storage::record::load_all(tx, &ids)?;
                let dossiers: Vec<Dossier> =
                    records.iter().filter_map(|(id, records)| replay(*id, records)).collect();
                let Some(last) = dossiers.last() else { break };
                (from, looked) = (last.id, looked + ids.len());
                let next = last.reference.clone();
                let older =
                    dossiers.into_iter().filter(|dossier| dossier.pinned.process_version != to.version);
                plan.rows.extend(older.filter_map(|dossier| PlanRow::of(dossier, &data, to)));
                if plan.rows.len() >= PLAN_ROWS || looked >= PLAN_LOOKED {
                    plan.next = Some(next);
                    return Ok(plan);
                }
            }
        }
        Ok::<_, StorageError>(plan)
    };
    Ok(app.store.read(read).await?)
}

/// Has the program move what has its place in the version in use, dossier by dossier.
pub async fn change(app: &App, by: AccountId, code: &str) -> Result<(), Fault> {
    let now = app.now();
    let version = app.master_data().procedure_any(code).map_or(0, |procedure| procedure.process.version);
    let (job, audited, code) = (app.store.new_id(now), app.store.new_id(now), code.to_string());
    let subject = format!("{code} running dossiers to process {version}");
    let write = move |tx: &mut storage::Tx| {
        crate::jobs::enqueue_process_change(tx, job, &code, version, by, now)?;
        catalogue::audit(tx, audited, now, Some(by), "process", &subject, "")
    };
    Ok(app.store.write(write).await?)
}

/// A drawing with all that is proposed for what it leaves open.
pub async fn complete(
    procedure: &Procedure,
    source: String,
) -> Result<Result<adopt::Completed, process::Unreadable>, Fault> {
    let procedure = procedure.clone();
    let work = move || adopt::complete(&source, &procedure);
    tokio::task::spawn_blocking(work).await.map_err(Fault::other)
}

/// Reads a drawing for the agency that offers a procedure, away from those who wait for other things.
pub async fn adopt(
    app: &App,
    procedure: &Procedure,
    agency: &Agency,
    source: String,
) -> Result<Result<Adoption, process::Unreadable>, Fault> {
    let (procedure, agency) = (procedure.clone(), agency.clone());
    let (from, data) = (app.now().date(), app.master_data());
    let offerings = data.offerings(procedure.code.as_str(), from).into_iter();
    let mut agencies: Vec<AgencyId> = offerings.map(|offering| offering.agency).collect();
    agencies.push(agency.id);
    agencies.sort();
    agencies.dedup();
    let asked = agencies.clone();
    let all = app.store.read(move |tx| storage::account::list_officers_of(tx, &asked)).await?;
    let mut officers: HashMap<AgencyId, Vec<Officer>> = HashMap::new();
    for officer in all {
        officers.entry(officer.agency).or_default().push(officer);
    }
    let read = move || {
        let elsewhere = |said: &process::LinkedTask| crate::links::elsewhere(&data, from, said);
        let of = |id: &AgencyId| officers.get(id).map_or(&[][..], Vec::as_slice);
        let other = |id: &AgencyId| {
            let (agency, calendar) = (data.agency(*id)?, data.calendar(*id));
            Some(adopt::Other { agency, officers: of(id), calendar })
        };
        let others: Vec<_> = agencies.iter().filter(|id| **id != agency.id).filter_map(other).collect();
        let place = adopt::AdoptionContext {
            procedure: &procedure,
            agency: &agency,
            officers: of(&agency.id),
            calendar: data.calendar(agency.id),
            from,
            elsewhere: &elsewhere,
            others: &others,
        };
        adopt::adopt(&source, &place)
    };
    tokio::task::spawn_blocking(read).await.map_err(Fault::other)
}
