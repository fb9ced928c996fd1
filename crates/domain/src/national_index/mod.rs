//! What the nation's index of service says of an agency: five groups and their parts as values, filled from what a period
//! counts (`docs/decisions/national-index.md`). What has no data has no points, which is not the same as none.

mod digitisation;
mod online;
mod progress;
mod satisfaction;
#[cfg(test)]
mod tests;
mod transparency;

use crate::counting::Counts;
use crate::report::{FigureList, Words};

/// The five groups, as the decision lists them. Together they have 100 points.
pub static GROUPS: [&IndexGroup; 5] = [
    &transparency::TRANSPARENCY,
    &progress::PROGRESS,
    &digitisation::DIGITISATION,
    &online::ONLINE,
    &satisfaction::SATISFACTION,
];

pub struct IndexGroup {
    pub key: &'static str,
    pub name: Words,
    /// Whole points.
    pub maximum: i64,
    pub parts: &'static [IndexPart],
}

pub struct IndexPart {
    pub key: &'static str,
    pub name: Words,
    /// Whole points; nothing where no source that is open to us says how many.
    pub maximum: Option<i64>,
    pub sure: HowSure,
    pub counted: HowCounted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowSure {
    Known,
    /// What the doubt is.
    Uncertain(Words),
}

pub enum HowCounted {
    Share(CountedShare),
    /// What will bring data.
    NoData(Words),
}

/// So many of so many, with all points from a share on and fewer in proportion below it.
pub struct CountedShare {
    pub formula: Words,
    pub numerator: fn(&Counts) -> i64,
    pub denominator: fn(&Counts) -> i64,
    /// Per cent.
    pub target: i64,
    /// The dossiers that are in the denominator only.
    pub lost: FigureList,
    pub regain: RegainBy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegainBy {
    /// What is in hand and still in time is done in time.
    FinishInTime,
    /// Of what was received, more comes online.
    FileOnline,
}

/// A part with what a period counts.
pub struct FilledPart {
    pub part: &'static IndexPart,
    /// Nothing without data, and where the denominator is 0.
    pub figures: Option<PartFigures>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartFigures {
    pub numerator: i64,
    pub denominator: i64,
    /// Hundredths of a point, as all points here.
    pub points: i64,
    pub maximum: i64,
    pub lost: FigureList,
    pub regain: Option<Regained>,
}

/// What would win points back: so many dossiers, and the points that would then be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regained {
    pub by: RegainBy,
    pub dossiers: i64,
    pub points: i64,
}

impl PartFigures {
    /// How many dossiers cost points; none where all points are had.
    pub fn costing(&self) -> i64 {
        if self.points == self.maximum { 0 } else { self.denominator - self.numerator }
    }
}

pub struct FilledGroup {
    pub group: &'static IndexGroup,
    pub parts: Vec<FilledPart>,
}

/// Points had, and how many could be had of what has data. It is never made out to be a share of the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IndexPoints {
    pub points: i64,
    pub of: i64,
}

impl FilledGroup {
    /// Nothing where no part has data.
    pub fn points(&self) -> Option<IndexPoints> {
        sum(self.parts.iter().filter_map(|part| part.figures))
    }
}

/// All groups with what a period counts.
pub fn fill(counts: &Counts) -> Vec<FilledGroup> {
    let part = |part| FilledPart { part, figures: figures(part, counts) };
    GROUPS.map(|group| FilledGroup { group, parts: group.parts.iter().map(part).collect() }).into()
}

/// Of all that has data; nothing where nothing has.
pub fn total(groups: &[FilledGroup]) -> Option<IndexPoints> {
    sum(groups.iter().flat_map(|group| &group.parts).filter_map(|part| part.figures))
}

fn sum(all: impl Iterator<Item = PartFigures>) -> Option<IndexPoints> {
    all.map(|part| IndexPoints { points: part.points, of: part.maximum })
        .reduce(|sum, more| IndexPoints { points: sum.points + more.points, of: sum.of + more.of })
}

fn figures(part: &IndexPart, counts: &Counts) -> Option<PartFigures> {
    let (HowCounted::Share(share), Some(maximum)) = (&part.counted, part.maximum) else { return None };
    let (numerator, denominator) = ((share.numerator)(counts), (share.denominator)(counts));
    let earned = |n, of| points(n, of, share.target, maximum);
    let had = earned(numerator, denominator)?;
    let (dossiers, then) = match share.regain {
        RegainBy::FinishInTime => {
            let more = counts.in_hand_in_time;
            (more, earned(numerator + more, denominator + more)?)
        }
        RegainBy::FileOnline => {
            let wanted = (denominator * share.target + 99) / 100;
            (wanted - numerator, earned(wanted.max(numerator), denominator)?)
        }
    };
    let regain = Regained { by: share.regain, dossiers, points: then };
    Some(PartFigures {
        numerator,
        denominator,
        points: had,
        maximum: maximum * 100,
        lost: share.lost,
        regain: (dossiers > 0 && then > had).then_some(regain),
    })
}

/// Hundredths of a point, rounded to the nearest; nothing where there is nothing to be a share of.
fn points(n: i64, of: i64, target: i64, maximum: i64) -> Option<i64> {
    let (most, whole) = (maximum * 100, of * target);
    (whole > 0).then(|| ((most * n * 100 + whole / 2) / whole).clamp(0, most))
}
