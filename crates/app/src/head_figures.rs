//! What a head sees first: what came and went, what waits, what of it is late and will be, who has how much. All that figures
//! count comes from `domain::counting`'s sums; what waits now from rows of open work.

use crate::counting::counts_in;
use crate::inbox::{InHand, team};
use crate::{App, Fault};
use domain::agency::{AgencyId, UnitKey};
use domain::counting::{Counts, Period, Tally};
use domain::officer::Officer;
use domain::report::Quarter;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
pub use storage::waiting::{WaitingSince, WaitingStep};
use storage::{StorageError, Tx, account, tally, waiting};

/// How many weeks arrivals and departures are shown of, this one with them.
pub const WEEKS: usize = 12;
/// Maximum steps that are shown.
const STEPS_MAX: u32 = 8;

/// Whose figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadScope {
    /// Of all agencies whose figures one may see.
    All(BTreeSet<AgencyId>),
    Agency(AgencyId),
}

#[derive(Clone, Debug, Default)]
pub struct HeadFigures {
    /// From the first day of the quarter to today.
    pub quarter: Counts,
    /// The same up to Sunday, as if nothing more were done.
    pub by_sunday: Counts,
    /// What each agency has, where there is more than one.
    pub agencies: Vec<(AgencyId, Counts)>,
    /// The oldest first.
    pub weeks: Vec<WeekFigures>,
}

/// What came and what was done in a week from Monday on; in the last one up to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekFigures {
    pub period: Period,
    pub received: i64,
    pub done: i64,
}

/// What waits in an agency, or in one of its divisions, and with whom.
#[derive(Clone, Debug, Default)]
pub struct WhatWaits {
    /// Nothing for a division: dossiers are an agency's.
    pub since: Vec<WaitingSince>,
    pub steps: Vec<WaitingStep>,
    pub team: Vec<(Officer, InHand)>,
}

/// The days up to today that the figures of a quarter are about, and the same with the rest of the week.
pub fn periods(today: Date) -> (Period, Period) {
    let from = Quarter::of(today).period().from;
    let sunday = monday(today).saturating_add(6.days());
    (Period { from, to: today }, Period { from, to: sunday })
}

fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

pub async fn figures(app: &App, of: HeadScope) -> Result<HeadFigures, Fault> {
    let today = app.now().date();
    Ok(app.store.read(move |tx| read(tx, &of, today)).await?)
}

fn read(tx: &mut Tx, of: &HeadScope, today: Date) -> Result<HeadFigures, StorageError> {
    let (quarter, by_sunday) = periods(today);
    let (one, several) = match of {
        HeadScope::Agency(agency) => (Some(*agency), None),
        HeadScope::All(scope) => (None, Some(scope)),
    };
    let seen = |agency: &AgencyId| several.is_none_or(|scope| scope.contains(agency));
    let mut figures = HeadFigures::default();
    let mut agencies: BTreeMap<AgencyId, Counts> = BTreeMap::new();
    for row in counts_in(tx, quarter, one)?.into_iter().filter(|row| seen(&row.agency)) {
        figures.quarter = figures.quarter + row.counts;
        let of = agencies.entry(row.agency).or_default();
        *of = *of + row.counts;
    }
    for row in counts_in(tx, by_sunday, one)?.into_iter().filter(|row| seen(&row.agency)) {
        figures.by_sunday = figures.by_sunday + row.counts;
    }
    figures.agencies = agencies.into_iter().collect();
    let first = monday(today).saturating_sub((7 * (WEEKS as i64 - 1)).days());
    let days = tally::days(tx, Period { from: first, to: today }, one)?;
    let mut sums = vec![Tally::default(); WEEKS];
    for ((_, day), tally) in days.into_iter().filter(|((agency, _), _)| seen(agency)) {
        let days = day.since(first).map_or(0, |since| since.get_days());
        if let Some(sum) = sums.get_mut(days as usize / 7) {
            *sum += tally;
        }
    }
    let week = |(place, tally): (i64, &Tally)| {
        let from = first.saturating_add((7 * place).days());
        let to = from.saturating_add(6.days()).min(today);
        WeekFigures { period: Period { from, to }, received: tally.received(), done: tally.done() }
    };
    figures.weeks = (0..).zip(&sums).map(week).collect();
    Ok(figures)
}

/// What waits with those an officer leads: in the whole agency, or in their division.
pub async fn waiting(app: &App, head: &Officer) -> Result<WhatWaits, Fault> {
    let (head, now) = (head.clone(), app.now());
    let soon = crate::inbox::soon(app, &head, now);
    let read = move |tx: &mut Tx| {
        let unit: Option<&UnitKey> = (!head.heads_agency()).then_some(&head.unit);
        let colleagues = account::list_officers(tx, head.agency)?;
        Ok::<_, StorageError>(WhatWaits {
            since: match unit {
                None => waiting::since(tx, head.agency, now.date())?,
                Some(_) => Vec::new(),
            },
            steps: waiting::steps(tx, head.agency, unit, now, STEPS_MAX)?,
            team: team(tx, &head, &colleagues, (now, soon))?,
        })
    };
    Ok(app.store.read(read).await?)
}
