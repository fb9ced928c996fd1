//! Quarterly reports: as they stand, as they would be sent now, as they were sent; and the door by which they change
//! (`docs/decisions/filed-reports.md`).

use crate::reports::{CountedReport, MadeReport, WantedReport, count};
use crate::{App, Fault, random};
use domain::agency::{Agency, AgencyId};
use domain::officer::{AccountId, Actor, Officer};
use domain::quarterly::{
    Brought, FrozenAgency, FrozenPart, FrozenReport, LineDifference, QuarterlyAct, QuarterlyContext,
    QuarterlyFact, QuarterlyId, QuarterlyRecord, QuarterlyRefusal, QuarterlyReport, ReportDue, decide,
    differences, due_on, evolve, part_of,
};
use domain::report::{Quarter, Rows, StatisticalReport};
use jiff::civil::Date;
use std::collections::BTreeSet;
use storage::{StorageError, Tx, quarterly};

/// An agency's report as a list has it.
#[derive(Clone, Debug)]
pub struct QuarterlyListed {
    pub agency: AgencyId,
    pub report: QuarterlyReport,
    pub due_on: Date,
    /// It was sent after that day, or that day is over and it was not.
    pub late: bool,
}

/// Reports of a quarter that an officer has to do with: those of the agencies their office controls, and their own.
pub struct QuarterlyList {
    pub own: QuarterlyListed,
    pub controlled: Vec<QuarterlyListed>,
}

/// A report that is not sent yet, counted now.
pub struct QuarterlyDraft {
    pub frozen: FrozenReport,
    /// The agencies whose report was not received yet, so that it is not in the sums.
    pub missing: Vec<AgencyId>,
}

/// An issue as it was sent.
pub struct FrozenIssue {
    pub frozen: FrozenReport,
    /// What is other than in the issue before, where there was one.
    pub differences: Option<Vec<LineDifference>>,
}

/// Why an act was not done.
#[derive(Debug, thiserror::Error)]
pub enum QuarterlyNotDone {
    #[error("there is no such report for this officer")]
    Hidden,
    #[error("refused: {0:?}")]
    Refused(QuarterlyRefusal),
    /// Somebody did something since the page was shown.
    #[error("overtaken")]
    Overtaken,
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StorageError> for QuarterlyNotDone {
    fn from(error: StorageError) -> QuarterlyNotDone {
        QuarterlyNotDone::Fault(error.into())
    }
}

/// What decides about an officer's acts on a report; nothing where they have nothing to do with it.
pub fn context_of(app: &App, officer: &Officer, due: &ReportDue) -> Option<QuarterlyContext> {
    let (data, today) = (app.master_data(), app.now().date());
    due.form()?;
    let agency = data.agency(due.agency)?;
    Some(QuarterlyContext {
        part: part_of(officer, due.agency, &data.agencies, today)?,
        heads_agency: officer.heads_agency(),
        controlled: controlling(agency, &data.agencies, today).is_some(),
        today,
    })
}

fn controlling(agency: &Agency, agencies: &[Agency], day: Date) -> Option<AgencyId> {
    agency.standing_on(day, agencies).controlling
}

/// The agencies whose reports an agency receives: those it controls that were there in the quarter.
fn controlled_by(app: &App, agency: AgencyId, quarter: Quarter) -> Vec<AgencyId> {
    let (data, today, period) = (app.master_data(), app.now().date(), quarter.period());
    let there = |known: &&Agency| known.from <= period.to && known.to.is_none_or(|to| period.to <= to);
    let controlled = |known: &&Agency| controlling(known, &data.agencies, today) == Some(agency);
    data.agencies.iter().filter(there).filter(controlled).map(|known| known.id).collect()
}

pub async fn list(
    app: &App,
    officer: &Officer,
    form: &'static StatisticalReport,
    quarter: Quarter,
) -> Result<QuarterlyList, Fault> {
    let asked = quarter.to_string();
    let rows = app.store.read(move |tx| quarterly::list(tx, &asked, form.key)).await?;
    let today = app.now().date();
    let listed = |agency: AgencyId| {
        let found = rows.iter().find(|row| row.due.agency == agency);
        let report = found.map(quarterly::QuarterlyRow::report).transpose()?.unwrap_or_default();
        let due = ReportDue { agency, report: form.key.into(), quarter };
        let due_on =
            due_on(quarter, context_of(app, officer, &due).is_some_and(|context| context.controlled));
        let late = match report.issues.first() {
            Some(first) => due_on < first.at.date(),
            None => due_on < today,
        };
        Ok::<_, StorageError>(QuarterlyListed { agency, report, due_on, late })
    };
    let controlled = controlled_by(app, officer.agency, quarter).into_iter();
    let controlled = controlled.filter(|agency| *agency != officer.agency).map(listed);
    Ok(QuarterlyList { own: listed(officer.agency)?, controlled: controlled.collect::<Result<_, _>>()? })
}

/// A report as it stands; as begun where nobody did anything yet.
pub async fn find(app: &App, due: &ReportDue) -> Result<QuarterlyReport, Fault> {
    let asked = due.clone();
    let row = app.store.read(move |tx| quarterly::find(tx, &asked)).await?;
    let report = row.map(|row| row.report()).transpose()?;
    Ok(report.unwrap_or_else(|| QuarterlyReport { due: Some(due.clone()), ..QuarterlyReport::default() }))
}

/// What happened to a report, the first first.
pub async fn history(app: &App, due: &ReportDue) -> Result<Vec<QuarterlyRecord>, Fault> {
    let due = due.clone();
    let read = move |tx: &mut Tx| {
        let Some(row) = quarterly::find(tx, &due)? else { return Ok(Vec::new()) };
        let events = quarterly::load(tx, row.id.0)?;
        let records = events.iter().map(|event| Ok(serde_json::from_str(&event.facts)?));
        records.collect::<Result<Vec<QuarterlyRecord>, StorageError>>()
    };
    Ok(app.store.read(read).await?)
}

/// A report counted now, of an agency with what it took over, of received issues and of rows from elsewhere.
pub async fn draft(app: &App, due: &ReportDue) -> Result<QuarterlyDraft, Fault> {
    let form = due.form().ok_or_else(|| Fault::other("no form that is filed"))?;
    let wanted = WantedReport {
        report: form,
        period: due.quarter.period(),
        rows: form.rows[0],
        agency: Some(due.agency),
        reporter: Some(due.agency),
    };
    let all: BTreeSet<AgencyId> = app.master_data().agencies.iter().map(|agency| agency.id).collect();
    let counted = count(app, wanted, all).await?;
    let parts = controlled_by(app, due.agency, due.quarter);
    let asked = due.clone();
    let read = move |tx: &mut Tx| received(tx, &asked, &parts);
    let (report, found, missing) = app.store.read(read).await?;
    let brought = brought(app, due, counted, report, found);
    let frozen = FrozenReport::freeze(due, brought, app.now()).map_err(Fault::other)?;
    Ok(QuarterlyDraft { frozen, missing })
}

type ReceivedParts = (QuarterlyReport, Vec<(FrozenPart, FrozenReport)>, Vec<AgencyId>);

fn received(tx: &mut Tx, due: &ReportDue, parts: &[AgencyId]) -> Result<ReceivedParts, StorageError> {
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    let rows = quarterly::list(tx, &due.quarter.to_string(), &due.report)?;
    let own = rows.iter().find(|row| row.due.agency == due.agency);
    for agency in parts.iter().filter(|agency| **agency != due.agency) {
        let row = rows.iter().find(|row| row.due.agency == *agency);
        let report = row.map(|row| Ok::<_, StorageError>((row.id, row.report()?))).transpose()?;
        let sent = report.as_ref().and_then(|(id, report)| Some((*id, report.received()?)));
        let Some((id, sent)) = sent else {
            missing.push(*agency);
            continue;
        };
        let body = quarterly::find_issue(tx, id, sent.issue)?
            .ok_or_else(|| StorageError::Unexpected("a report was sent, and what it froze is gone".into()))?;
        let part = FrozenPart {
            agency: *agency,
            issue: sent.issue,
            number: sent.number.clone(),
            frozen: sent.frozen.clone(),
        };
        found.push((part, serde_json::from_str(&body)?));
    }
    Ok((own.map(|row| row.report()).transpose()?.unwrap_or_default(), found, missing))
}

fn brought(
    app: &App,
    due: &ReportDue,
    counted: CountedReport,
    report: QuarterlyReport,
    parts: Vec<(FrozenPart, FrozenReport)>,
) -> Brought {
    let data = app.master_data();
    let named = counted.names.agencies.into_iter().map(|(id, level, name)| {
        let known = data.agency(id);
        FrozenAgency {
            id,
            key: known.map(|agency| agency.key.clone()).unwrap_or_default(),
            code: known.and_then(|agency| Some(agency.code_on(due.quarter.period().to)?.to_string())),
            level,
            name,
        }
    });
    let mut brought = Brought {
        entries: counted.entries,
        agencies: named.collect(),
        fields: counted.names.fields,
        outside: report.outside,
        parts: Vec::new(),
        reporter: counted.reporter,
        recipient: counted.recipient,
        took_over: counted.took_over,
    };
    for (part, frozen) in parts {
        brought.entries.extend(frozen.entries.iter().map(domain::quarterly::FrozenEntry::entry));
        let known: BTreeSet<AgencyId> = brought.agencies.iter().map(|agency| agency.id).collect();
        brought.agencies.extend(frozen.agencies.into_iter().filter(|agency| !known.contains(&agency.id)));
        for field in frozen.fields {
            if !brought.fields.iter().any(|(key, _)| *key == field.0) {
                brought.fields.push(field);
            }
        }
        brought.outside.extend(frozen.outside);
        brought.parts.push(part);
    }
    // Fields without anything are in no line: what is kept is short.
    let present: BTreeSet<String> = brought.entries.iter().map(|entry| entry.field.clone()).collect();
    brought.fields.retain(|(key, _)| present.contains(key));
    brought
}

/// An issue as it was sent, with what is other than in the one before; nothing where there is none.
pub async fn issue(app: &App, due: &ReportDue, issue: u32) -> Result<Option<FrozenIssue>, Fault> {
    let due = due.clone();
    let read = move |tx: &mut Tx| {
        let Some(row) = quarterly::find(tx, &due)? else { return Ok(None) };
        let before = match issue.checked_sub(1) {
            Some(before) => quarterly::find_issue(tx, row.id, before)?,
            None => None,
        };
        Ok::<_, StorageError>(quarterly::find_issue(tx, row.id, issue)?.map(|body| (body, before)))
    };
    let Some((body, before)) = app.store.read(read).await? else { return Ok(None) };
    let frozen: FrozenReport = serde_json::from_str(&body)?;
    let before: Option<FrozenReport> = before.map(|body| serde_json::from_str(&body)).transpose()?;
    let told = before.map(|before| differences(&before, &frozen)).transpose().map_err(Fault::other)?;
    Ok(Some(FrozenIssue { frozen, differences: told }))
}

/// A frozen report as pages and files show any.
pub fn made(frozen: &FrozenReport, rows: Rows) -> Result<MadeReport, Fault> {
    Ok(MadeReport {
        filled: frozen.filled(rows).map_err(Fault::other)?,
        reporter: frozen.reporter.clone(),
        recipient: frozen.recipient.clone(),
        took_over: frozen.took_over.clone(),
    })
}

/// What is asked for: an act without what only this side knows.
#[derive(Clone, Debug)]
pub enum QuarterlyWish {
    Act(QuarterlyAct),
    /// Freezes what is counted now, and sends it.
    Send {
        number: String,
    },
}

/// Does an act. `seen` is the number of events the page had shown.
pub async fn perform(
    app: &App,
    officer: &Officer,
    due: &ReportDue,
    wish: QuarterlyWish,
    seen: u32,
) -> Result<QuarterlyReport, QuarterlyNotDone> {
    let context = context_of(app, officer, due).ok_or(QuarterlyNotDone::Hidden)?;
    let (act, body) = match wish {
        QuarterlyWish::Act(act) => (act, None),
        QuarterlyWish::Send { number } => {
            let body = serde_json::to_string(&draft(app, due).await?.frozen).map_err(Fault::from)?;
            let frozen = random::hex(&random::digest(&body));
            (QuarterlyAct::Send { number, frozen }, Some(body))
        }
    };
    let (now, keys, due) = (app.now(), app.keys.clone(), due.clone());
    let (by, new_id) = (Actor::Officer(officer.clone()).trace(), QuarterlyId(app.store.new_id(now)));
    let write = move |tx: &mut Tx| {
        let row = quarterly::lock(tx, &due)?;
        let before = row.as_ref().map(|row| row.report()).transpose()?.unwrap_or_default();
        if before.sequence != seen {
            return Err(QuarterlyNotDone::Overtaken);
        }
        let facts = decide(&before, &due, &act, context).map_err(QuarterlyNotDone::Refused)?;
        let record = |fact| QuarterlyRecord { at: now, by: by.clone(), fact };
        let records: Vec<QuarterlyRecord> = facts.into_iter().map(record).collect();
        let after = records.iter().fold(before, evolve);
        let id = row.as_ref().map_or(new_id, |row| row.id);
        let appended =
            quarterly::Appended { id, due: &due, before: row.as_ref(), records: &records, after: &after };
        quarterly::append(tx, &appended, |digest| keys.sign(digest))?;
        let sent = records.iter().find_map(|record| match record.fact {
            QuarterlyFact::Sent { issue, .. } => Some(issue),
            _ => None,
        });
        if let (Some(issue), Some(body)) = (sent, &body) {
            quarterly::add_issue(tx, id, issue, body)?;
        }
        Ok(after)
    };
    app.store.write(write).await
}

/// Who did what, by name.
pub async fn names(app: &App, history: &[QuarterlyRecord]) -> Result<Vec<(AccountId, String)>, Fault> {
    let people = history.iter().filter_map(|record| record.by.account).collect();
    crate::accounts::names_of(app, people).await
}
