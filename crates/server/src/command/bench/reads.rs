use super::Bed;
use super::clients::Went;
use super::report::BenchReport;
use anyhow::{Context, Result};
use app::counting::CountsRow;
use app::dry_run::Statements;
use app::inbox::{Cursor, Narrowed, Tab};
use app::reports::{WantedFigure, WantedReport};
use app::{DatabaseLocation, StorageError, random};
use domain::agency::AgencyId;
use domain::code::DossierCode;
use domain::counting::{Period, PeriodSpan, SpanKind};
use domain::officer::{Officer, Role};
use domain::report::{FigureList, REPORTS};
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};
use storage::raw::{Replay, replay};

/// Number of dossiers that are looked for, spread over all.
const SAMPLE: usize = 20_000;
const PAGE: u32 = 50;

pub fn sample(bed: &Bed) -> Result<Vec<(String, String)>> {
    let places: Vec<String> = (0..SAMPLE).map(|_| random::reference().to_string()).collect();
    Ok(bed.app.store.read_now(move |tx| storage::sample::dossiers(tx, &places))?)
}

/// Codes to look up, every tenth of them nobody's.
pub fn codes(bed: &Bed) -> Result<Vec<DossierCode>> {
    let code = |(number, (code, _)): (usize, &(String, String))| {
        let known = DossierCode::parse(code)?;
        let nobodys = DossierCode::new(known.agency().clone(), jiff::civil::date(2001, 1, 1), 1);
        Some(if number.is_multiple_of(10) { nobodys } else { known })
    };
    Ok(sample(bed)?.iter().enumerate().filter_map(code).collect())
}

/// By code, without a page around it.
pub fn look_up(bed: &Bed, report: &mut BenchReport) -> Result<()> {
    let codes = codes(bed)?;
    let (runtime, count) = (runtime()?, bed.clients.count);
    let measured = bed.clients.drive(|client| {
        let (codes, runtime, app) = (&codes, &runtime, &bed.app);
        let mut next = client;
        move || {
            next += count;
            match runtime.block_on(app::opening::look_up(app, &codes[next % codes.len()])) {
                Ok(_) => Went::Well,
                Err(_) => Went::Failed,
            }
        }
    });
    let operations = app::dry_run::look_ups(&bed.app, codes.iter().map(ToString::to_string).collect())?;
    report.add("look-up by code, 10 % unknown", &measured, Some(bare(bed, &operations)?));
    Ok(())
}

/// The inbox of an officer who handles about a tenth of the procedures, and of the counter that receives most.
pub fn inbox(bed: &Bed, report: &mut BenchReport) -> Result<()> {
    let (officer, share) = limited_officer(bed).context("nobody handles dossiers")?;
    report.note("the division of the inbox handles", format!("{share:.1} % of the procedures"));
    inbox_of(bed, report, "inbox of a division", &officer, Tab::Unit)?;
    let counter = bed.player.officers().iter().find(|officer| officer.has(Role::Counter));
    inbox_of(bed, report, "inbox of the counter", counter.context("there is no counter")?, Tab::Return)
}

/// What the statistical year of today counts, and what a month and some days of it do, at all agencies.
pub fn figures(bed: &Bed, report: &mut BenchReport) -> Result<()> {
    let runtime = runtime()?;
    let year = PeriodSpan::holding(SpanKind::Year, bed.app.now().date());
    let days = year.from.saturating_add(70.days());
    let year = Period { from: year.from, to: year.last() };
    let days = Period { from: days, to: days.saturating_add(40.days()) };
    for (name, period) in [("a year counted, all agencies", year), ("41 days counted, all agencies", days)] {
        let counted = app::counting::counts_now(&bed.app, period, None)?;
        report.note(format!("{name}: rows"), counted.len().to_string());
        let measured = bed.clients.drive(|_| {
            let (app, runtime) = (&bed.app, &runtime);
            move || match runtime.block_on(app::counting::counts(app, period, None)) {
                Ok(_) => Went::Well,
                Err(_) => Went::Failed,
            }
        });
        report.add(name, &measured, None);
    }
    ii06a(bed, report, year)?;
    let counted = app::counting::counts_now(&bed.app, year, None)?;
    let of = |row: &CountsRow| (row.counts.received() + row.counts.carried_over, row.agency);
    let mut agencies: BTreeMap<AgencyId, i64> = BTreeMap::new();
    counted.iter().map(of).for_each(|(count, agency)| *agencies.entry(agency).or_default() += count);
    let most = agencies.into_iter().max_by_key(|(_, count)| *count).context("nothing is counted")?;
    report.note("dossiers of the year at the agency with the most", most.1.to_string());
    for list in [FigureList::All, FigureList::ReceivedOnline, FigureList::DoneLate, FigureList::InHandLate] {
        let agency = most.0;
        behind(bed, report, WantedFigure { agency, list, period: year, procedures: None })?;
    }
    Ok(())
}

/// The report of the year, of the whole province with a line for each agency.
fn ii06a(bed: &Bed, report: &mut BenchReport, period: Period) -> Result<()> {
    let wanted = REPORTS.iter().find(|known| known.key == "II.06a").context("there is no II.06a")?;
    for rows in wanted.rows {
        let rows = *rows;
        let asked = WantedReport { report: wanted, period, rows, agency: None, reporter: None };
        let measured = bed.clients.drive(|_| {
            move || match app::reports::make_now(&bed.app, asked) {
                Ok(_) => Went::Well,
                Err(_) => Went::Failed,
            }
        });
        report.add(&format!("II.06a of the year, by {}", rows.key()), &measured, None);
    }
    Ok(())
}

/// Pages of the dossiers behind a figure: the first, and as deep as two hundred pages.
fn behind(bed: &Bed, report: &mut BenchReport, wanted: WantedFigure) -> Result<()> {
    let runtime = runtime()?;
    let page = |after| runtime.block_on(app::reports::dossiers(&bed.app, wanted.clone(), after, PAGE));
    let (mut deep, mut pages) = (None, 1);
    while let Some(next) = page(deep)?.1.filter(|_| pages <= 200) {
        (deep, pages) = (Some(next), pages + 1);
    }
    for (place, after) in [("first page", None), ("deep page", deep)] {
        let measured = bed.clients.drive(|_| {
            let page = &page;
            move || match page(after) {
                Ok(_) => Went::Well,
                Err(_) => Went::Failed,
            }
        });
        report.add(&format!("behind a figure, {}, {place}", wanted.list.key()), &measured, None);
    }
    report.note(format!("deep page behind {}", wanted.list.key()), format!("number {pages}"));
    Ok(())
}

fn inbox_of(bed: &Bed, report: &mut BenchReport, name: &str, officer: &Officer, tab: Tab) -> Result<()> {
    let runtime = runtime()?;
    let page = |after: Option<Cursor>| {
        let narrowed = Narrowed { after, ..Narrowed::default() };
        runtime.block_on(app::inbox::list(&bed.app, officer, tab, narrowed, PAGE))
    };
    // As deep as a thousand rows, or half of what there is.
    let mut pages = vec![None];
    while let Some(next) = page(*pages.last().unwrap_or(&None))?.next.filter(|_| pages.len() <= 40) {
        pages.push(Some(next));
    }
    let deep = pages[if pages.len() > 40 { 20 } else { pages.len() / 2 }];
    report.note(
        format!("deep page of the {name}"),
        format!("number {}", if pages.len() > 40 { 21 } else { pages.len() / 2 + 1 }),
    );
    for (place, after) in [("first page", None), ("deep page", deep)] {
        let measured = bed.clients.drive(|_| {
            let page = &page;
            move || match page(after) {
                Ok(_) => Went::Well,
                Err(_) => Went::Failed,
            }
        });
        let narrowed = Narrowed { after, ..Narrowed::default() };
        let operation = app::dry_run::inbox(&bed.app, officer, tab, narrowed, PAGE)?;
        let bare = bare(bed, &vec![operation; bed.clients.count])?;
        report.add(&format!("{name}, {place}"), &measured, Some(bare));
    }
    Ok(())
}

/// The officer of a division whose share of the procedures is nearest to a tenth, with that share in hundredths.
pub fn limited_officer(bed: &Bed) -> Option<(Officer, f64)> {
    let (data, today) = (bed.player.data(), bed.app.now().date());
    let all = data.procedures(today).len().max(1);
    let share = |officer: &Officer| {
        let own: BTreeSet<&str> = data
            .procedures_of(officer.agency, today)
            .into_iter()
            .filter(|procedure| procedure.process.steps.iter().any(|step| step.unit == officer.unit))
            .map(|procedure| procedure.code.as_str())
            .collect();
        100.0 * own.len() as f64 / all as f64
    };
    let division = |officer: &&Officer| {
        officer.has(Role::Officer) && !officer.has(Role::Counter) && !officer.has(Role::AgencyHead)
    };
    bed.player
        .officers()
        .iter()
        .filter(division)
        .map(|officer| (officer.clone(), share(officer)))
        .min_by(|a, b| (a.1 - 10.0).abs().total_cmp(&(b.1 - 10.0).abs()))
}

/// A whole name, by an officer of the centre: the search is kept and run, as on the page.
pub fn search(bed: &Bed, report: &mut BenchReport) -> Result<()> {
    let names: Vec<String> = sample(bed)?.into_iter().map(|(_, name)| name).collect();
    let counter = bed.player.officers().iter().find(|officer| officer.has(Role::Counter));
    let counter = counter.context("there is no counter")?;
    let (runtime, count) = (runtime()?, bed.clients.count);
    let measured = bed.clients.drive(|client| {
        let (names, runtime) = (&names, &runtime);
        let mut next = client;
        move || {
            next += count;
            let found = runtime.block_on(async {
                let token = app::inbox::save_search(&bed.app, counter, &names[next % names.len()]).await?;
                app::inbox::run_search(&bed.app, counter, token).await
            });
            if found.is_ok() { Went::Well } else { Went::Failed }
        }
    });
    report.add("search by a whole name", &measured, None);
    Ok(())
}

/// One lane a core on SQLite, one a client on PostgreSQL.
fn bare(bed: &Bed, operations: &[Statements]) -> Result<f64, StorageError> {
    let lanes = match bed.place {
        DatabaseLocation::Sqlite(_) => std::thread::available_parallelism().map_or(2, |cores| cores.get()),
        DatabaseLocation::Postgres(_) => bed.clients.count,
    };
    replay(&bed.place, operations, Replay { lanes, a_commit: 0, until: Some(bed.clients.time / 2) })
}

/// The clients' own threads run it; it has none.
fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(1).build()?)
}
