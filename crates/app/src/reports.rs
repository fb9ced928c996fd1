//! Reports, filled in from what periods count and from the catalogue as it was; and the dossiers behind a figure.

use crate::counting::{CountsRow, counts, counts_now};
use crate::master_data::MasterData;
use crate::{App, Fault};
use domain::Text;
use domain::agency::{Agency, AgencyId};
use domain::counting::{Counts, Period};
use domain::procedure::ProcedureCode;
use domain::report::{
    FilledReport, LineNames, ProcedureOffered, ReportEntry, ReportSource, Rows, StatisticalReport, fill,
};
use jiff::civil::Date;
use std::collections::BTreeSet;
pub use storage::figure_list::{FigureCursor, FigureRow, WantedFigure};

/// What is asked for.
#[derive(Clone, Copy)]
pub struct WantedReport {
    pub report: &'static StatisticalReport,
    pub period: Period,
    pub rows: Rows,
    /// One agency with what it took over; all of the scope where none is named.
    pub agency: Option<AgencyId>,
    /// Who reports, where no agency is named.
    pub reporter: Option<AgencyId>,
}

/// A report with what stands above it.
pub struct MadeReport {
    pub filled: FilledReport,
    pub reporter: Text,
    /// Who is reported to; empty where nobody said who controls the reporter.
    pub recipient: Text,
    /// The agencies whose work the reporter took over, as far as they count here.
    pub took_over: Vec<Text>,
}

/// What a report is filled in from.
pub struct CountedReport {
    pub entries: Vec<ReportEntry>,
    pub names: LineNames,
    pub reporter: Text,
    pub recipient: Text,
    pub took_over: Vec<Text>,
}

/// Fills a report in, of agencies whose figures whoever asks may see.
pub async fn make(app: &App, wanted: WantedReport, scope: BTreeSet<AgencyId>) -> Result<MadeReport, Fault> {
    filled(wanted, count(app, wanted, scope).await?)
}

/// Counts what a report is filled in from.
pub async fn count(
    app: &App,
    wanted: WantedReport,
    scope: BTreeSet<AgencyId>,
) -> Result<CountedReport, Fault> {
    let data = app.master_data();
    let agencies = about(&data, wanted, &scope);
    let counted = match wanted.report.source {
        ReportSource::Catalogue => Vec::new(),
        ReportSource::Dossiers => counts(app, wanted.period, the_one(&agencies)).await?,
    };
    Ok(assemble(app, &data, wanted, agencies, counted))
}

/// [`make`] outside an async runtime, of all agencies there are.
pub fn make_now(app: &App, wanted: WantedReport) -> Result<MadeReport, Fault> {
    let data = app.master_data();
    let agencies = about(&data, wanted, &data.agencies.iter().map(|agency| agency.id).collect());
    let counted = match wanted.report.source {
        ReportSource::Catalogue => Vec::new(),
        ReportSource::Dossiers => counts_now(app, wanted.period, the_one(&agencies))?,
    };
    filled(wanted, assemble(app, &data, wanted, agencies, counted))
}

fn filled(wanted: WantedReport, counted: CountedReport) -> Result<MadeReport, Fault> {
    let CountedReport { entries, names, reporter, recipient, took_over } = counted;
    let filled = fill(wanted.report, wanted.period, wanted.rows, &entries, &names).map_err(Fault::other)?;
    Ok(MadeReport { filled, reporter, recipient, took_over })
}

fn about<'a>(data: &'a MasterData, wanted: WantedReport, scope: &BTreeSet<AgencyId>) -> Vec<&'a Agency> {
    let asked = |agency: &&Agency| {
        wanted.agency.is_none_or(|asked| agency.id == asked || agency.heir(&data.agencies) == asked)
    };
    data.agencies.iter().filter(|agency| scope.contains(&agency.id)).filter(asked).collect()
}

fn the_one(agencies: &[&Agency]) -> Option<AgencyId> {
    match agencies {
        [agency] => Some(agency.id),
        _ => None,
    }
}

fn assemble(
    app: &App,
    data: &MasterData,
    wanted: WantedReport,
    agencies: Vec<&Agency>,
    counted: Vec<CountsRow>,
) -> CountedReport {
    let (report, period) = (wanted.report, wanted.period);
    let entries = match report.source {
        ReportSource::Dossiers => counted_entries(data, &agencies, period, counted),
        // Nobody knows the catalogue of days to come.
        ReportSource::Catalogue => offered_entries(data, &agencies, period.to.min(app.now().date())),
    };
    // What had not begun or was over counts only where it has anything.
    let counts = |agency: &&Agency| {
        agency.from <= period.to && agency.to.is_none_or(|to| period.from <= to)
            || entries.iter().any(|entry| entry.agency == agency.id)
    };
    let listed: Vec<&Agency> = agencies.into_iter().filter(counts).collect();
    let level = |agency: &Agency| agency.standing_on(period.to, &data.agencies).level;
    let names = LineNames {
        agencies: listed.iter().map(|agency| (agency.id, level(agency), agency.name.clone())).collect(),
        fields: data.fields.iter().map(|field| (field.key.clone(), field.name.clone())).collect(),
    };
    let reporter = wanted.agency.or(wanted.reporter).and_then(|id| data.agency(id));
    let recipient = reporter.and_then(|agency| agency.standing_on(period.to, &data.agencies).controlling);
    let name = |agency: Option<&Agency>| agency.map(|agency| agency.name.clone()).unwrap_or_default();
    let took_over = listed.iter().filter(|agency| wanted.agency.is_some_and(|asked| agency.id != asked));
    let took_over = took_over.map(|agency| agency.name.clone()).collect();
    CountedReport {
        entries,
        names,
        reporter: name(reporter),
        recipient: name(recipient.and_then(|id| data.agency(id))),
        took_over,
    }
}

fn counted_entries(
    data: &MasterData,
    agencies: &[&Agency],
    period: Period,
    counted: Vec<CountsRow>,
) -> Vec<ReportEntry> {
    let entry = |row: CountsRow| {
        let agency = agencies.iter().find(|agency| agency.id == row.agency)?;
        let procedure = data.procedure_any(row.procedure.as_str());
        Some(ReportEntry {
            agency: row.agency,
            level: agency.standing_on(period.to, &data.agencies).level,
            field: procedure.map(|procedure| procedure.field.clone()).unwrap_or_default(),
            procedure: row.procedure,
            counts: row.counts,
            offered: None,
        })
    };
    counted.into_iter().filter_map(entry).collect()
}

fn offered_entries(data: &MasterData, agencies: &[&Agency], day: Date) -> Vec<ReportEntry> {
    let mut entries = Vec::new();
    for procedure in data.public_procedures(day) {
        for offering in data.offerings(procedure.code.as_str(), day) {
            let Some(agency) = agencies.iter().find(|agency| agency.id == offering.agency) else { continue };
            let counter = data.agency(offering.receiving).and_then(Agency::intake_unit);
            let offered = ProcedureOffered {
                one_stop: counter.is_some(),
                process: !procedure.process.steps.is_empty(),
            };
            entries.push(ReportEntry {
                agency: agency.id,
                level: agency.standing_on(day, &data.agencies).level,
                procedure: procedure.code.clone(),
                field: procedure.field.clone(),
                counts: Counts::default(),
                offered: Some(offered),
            });
        }
    }
    entries
}

/// The procedures of a field, by the newest version of each.
pub fn procedures_of_field(app: &App, field: &str) -> Vec<ProcedureCode> {
    app.master_data().codes_of_field(field)
}

/// A page of the dossiers behind a figure, at most so many, and where the next begins.
pub async fn dossiers(
    app: &App,
    wanted: WantedFigure,
    after: Option<FigureCursor>,
    limit: u32,
) -> Result<(Vec<FigureRow>, Option<FigureCursor>), Fault> {
    let mut rows =
        app.store.read(move |tx| storage::figure_list::list(tx, &wanted, after, limit + 1)).await?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(|row| row.cursor);
    Ok((rows, next))
}
