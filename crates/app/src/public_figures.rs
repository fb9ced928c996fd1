//! Figures that everybody may read: told each night through the gate, and read back as it let them through
//! (`docs/decisions/public-figures.md`). Nothing else that is shown to the public counts dossiers.

use crate::master_data::MasterData;
use crate::{App, Fault};
use domain::agency::{Agency, AgencyId};
use domain::procedure::ProcedureCode;
use domain::public_figures::{CountedQuarter, FigureBasis, Gate, PublicSummary, ToldCells};
use domain::report::Quarter;
use domain::rules::{PublicBounds, pack_on};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
pub use storage::public_figure::PublicFigure;
use storage::{StorageError, catalogue, public_figure, tally};

/// The night that was told last, in `meta`.
const TOLD: &str = public_figure::TOLD;

/// How many quarters back the usual time is told from: a year of them, and the one that runs.
const USUAL_QUARTERS: usize = 5;

/// Tells what may be told tonight, once a day; whether it was not done yet.
pub async fn tell(app: &App) -> Result<bool, Fault> {
    let night = app.now().date();
    if told(app).await? == Some(night) {
        return Ok(false);
    }
    let bounds = &pack_on(night).public;
    let (agencies, asked) = app
        .store
        .read(|tx| Ok::<_, StorageError>((tally::agencies(tx)?, public_figure::quarters(tx)?)))
        .await?;
    let current = Quarter::of(night);
    let first = match asked.keys().next() {
        Some(first) => *first,
        None => first_quarter(app, &agencies).await?.unwrap_or(current),
    };
    let mut quarters: Vec<Quarter> = std::iter::successors(Some(current), |quarter| Some(quarter.before()))
        .take_while(|quarter| *quarter >= first)
        .filter(|quarter| asked.get(quarter).copied().flatten().is_none())
        .collect();
    quarters.reverse();
    for quarter in quarters {
        tell_quarter(app, quarter, night, bounds, &agencies).await?;
    }
    app.store.write(move |tx| catalogue::set_meta(tx, TOLD, &night.to_string())).await?;
    Ok(true)
}

async fn first_quarter(app: &App, agencies: &[AgencyId]) -> Result<Option<Quarter>, Fault> {
    let mut first: Option<Date> = None;
    for agency in agencies.iter().copied() {
        let came = app.store.read(move |tx| public_figure::first_came(tx, agency)).await?;
        first = [first, came].into_iter().flatten().min();
    }
    Ok(first.map(Quarter::of))
}

/// Counts an agency at a time, so that no reading is long; what acts add meanwhile is told another night.
async fn tell_quarter(
    app: &App,
    quarter: Quarter,
    night: Date,
    bounds: &'static PublicBounds,
    agencies: &[AgencyId],
) -> Result<(), Fault> {
    let mut counted: BTreeMap<FigureBasis, CountedQuarter> = BTreeMap::new();
    for agency in agencies.iter().copied() {
        let part = app
            .store
            .read(move |tx| {
                let mut part = BTreeMap::new();
                public_figure::count(tx, agency, quarter.period(), &mut part)?;
                Ok::<_, StorageError>(part)
            })
            .await?;
        for (basis, part) in part {
            counted.entry(basis).or_default().extend(part);
        }
    }
    let closes = night > quarter.period().to.saturating_add(bounds.closes_after_days.days());
    let data = app.master_data();
    app.store
        .write(move |tx| {
            let discreet = |code: &ProcedureCode| is_discreet(&data, bounds, code);
            let gate = Gate { bounds, discreet: &discreet };
            let mut before: BTreeMap<FigureBasis, ToldCells> = BTreeMap::new();
            for figure in public_figure::latest(tx, quarter)? {
                before.entry(figure.basis).or_default().insert(figure.cell, figure.parts);
            }
            for (basis, counted) in &counted {
                let told = gate.tell(counted, before.entry(*basis).or_default(), closes);
                public_figure::tell(tx, quarter, *basis, night, &told)?;
            }
            public_figure::asked(tx, quarter, closes.then_some(night))
        })
        .await?;
    Ok(())
}

/// By any name it ever had: what was once discreet stays so. What nobody knows the name of is taken for discreet.
fn is_discreet(data: &MasterData, bounds: &PublicBounds, code: &ProcedureCode) -> bool {
    let versions = data.history(code.as_str());
    versions.is_empty() || versions.iter().any(|dated| bounds.discreet(&dated.procedure.name.vi))
}

/// The night that was told last.
pub async fn told(app: &App) -> Result<Option<Date>, Fault> {
    let night = app.store.read(|tx| catalogue::meta(tx, TOLD)).await?;
    Ok(night.and_then(|night| night.parse().ok()))
}

/// All that is told, added up by quarters: for pages of the whole province.
#[derive(Debug, Default)]
pub struct PublicBook {
    /// The night it was told.
    pub told: Option<Date>,
    /// The newest first.
    pub quarters: Vec<Quarter>,
    pub province: BTreeMap<Quarter, PublicSummary>,
    pub agencies: BTreeMap<(Quarter, AgencyId), PublicSummary>,
    pub procedures: BTreeMap<(Quarter, ProcedureCode), PublicSummary>,
}

/// The book of the night that was read last: it is another only after another night.
#[derive(Debug, Default)]
pub(crate) struct KeptBook(Mutex<Arc<PublicBook>>);

/// The book as it stands, added up again where a night was told since.
pub async fn book(app: &App) -> Result<Arc<PublicBook>, Fault> {
    let night = told(app).await?;
    let kept = Arc::clone(&app.public_book.0.lock().expect("no panic while it is looked at"));
    if kept.told == night {
        return Ok(kept);
    }
    let asked = app.store.read(public_figure::quarters).await?;
    let mut book = PublicBook { told: night, ..PublicBook::default() };
    for quarter in asked.into_keys() {
        let figures = app.store.read(move |tx| public_figure::latest(tx, quarter)).await?;
        figures.iter().for_each(|figure| book.add(figure));
    }
    let book = Arc::new(book);
    *app.public_book.0.lock().expect("no panic while it is replaced") = Arc::clone(&book);
    Ok(book)
}

impl PublicBook {
    pub fn of(told: Option<Date>, figures: impl Iterator<Item = PublicFigure>) -> PublicBook {
        let mut book = PublicBook { told, ..PublicBook::default() };
        figures.for_each(|figure| book.add(&figure));
        book
    }

    fn add(&mut self, figure: &PublicFigure) {
        let (quarter, basis, parts) = (figure.quarter, figure.basis, &figure.parts);
        if !self.quarters.contains(&quarter) {
            self.quarters.push(quarter);
            self.quarters.sort_by_key(|quarter| std::cmp::Reverse(*quarter));
        }
        self.province.entry(quarter).or_default().add(basis, parts);
        if let Some(agency) = figure.cell.agency {
            self.agencies.entry((quarter, agency)).or_default().add(basis, parts);
        }
        if let Some(procedure) = &figure.cell.procedure {
            self.procedures.entry((quarter, procedure.clone())).or_default().add(basis, parts);
        }
    }
}

/// What is told of a quarter, cell by cell.
pub async fn cells(app: &App, quarter: Quarter) -> Result<Vec<PublicFigure>, Fault> {
    Ok(app.store.read(move |tx| public_figure::latest(tx, quarter)).await?)
}

/// What is told of a procedure since a quarter, cell by cell.
pub async fn of_procedure(
    app: &App,
    code: &ProcedureCode,
    from: Quarter,
) -> Result<Vec<PublicFigure>, Fault> {
    let code = code.clone();
    Ok(app.store.read(move |tx| public_figure::latest_of_procedure(tx, &code, from)).await?)
}

/// What is told of an agency and of those whose work it took over, since a quarter, cell by cell.
pub async fn of_agency(app: &App, agency: AgencyId, from: Quarter) -> Result<Vec<PublicFigure>, Fault> {
    let data = app.master_data();
    let heirs = |of: &&Agency| of.id == agency || of.heir(&data.agencies) == agency;
    let all: Vec<AgencyId> = data.agencies.iter().filter(heirs).map(|of| of.id).collect();
    let read = move |tx: &mut storage::Tx| {
        let mut found = Vec::new();
        for agency in &all {
            found.extend(public_figure::latest_of_agency(tx, *agency, from)?);
        }
        Ok::<_, StorageError>(found)
    };
    Ok(app.store.read(read).await?)
}

/// How long a procedure really took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsualTime {
    /// At this agency; in the whole province where nothing is told of the agency alone.
    pub agency: Option<AgencyId>,
    pub days: u16,
    pub dossiers: i64,
}

/// By how many working days nine dossiers in ten were decided, over the last year and the quarter that runs: at an agency
/// where that is told, else in the province; nothing where too few are told of at all.
pub async fn usual_time(
    app: &App,
    code: &ProcedureCode,
    agency: Option<AgencyId>,
) -> Result<Option<UsualTime>, Fault> {
    let current = Quarter::of(app.now().date());
    let from = std::iter::successors(Some(current), |quarter| Some(quarter.before())).nth(USUAL_QUARTERS - 1);
    let figures = of_procedure(app, code, from.unwrap_or(current)).await?;
    let days = figures.iter().filter(|figure| figure.basis == FigureBasis::Days);
    let (mut own, mut all) = (PublicSummary::default(), PublicSummary::default());
    for figure in days {
        all.add(figure.basis, &figure.parts);
        if agency.is_some() && figure.cell.agency == agency {
            own.add(figure.basis, &figure.parts);
        }
    }
    let of = |agency, summary: &PublicSummary| {
        summary.nine_in_ten().map(|days| UsualTime { agency, days, dossiers: summary.days.total() })
    };
    Ok(of(agency, &own).or_else(|| of(None, &all)))
}
