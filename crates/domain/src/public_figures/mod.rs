//! Figures that everybody may read, and the one gate they all pass (`docs/decisions/public-figures.md`).
//!
//! What is told is cells, each of its own dossiers: those of a procedure at an agency in a quarter; what is left of a procedure
//! over all agencies; what is then left of an agency over all procedures. Every page and file shows cells and sums of cells, so
//! whoever subtracts figures from one another is left with cells again, and none is of few.

#[cfg(test)]
mod attack;
mod gate;
mod parts;
mod summary;

pub use gate::{CountedQuarter, Gate, ToldCells, faults};
pub use parts::PartCounts;
pub use summary::{PublicSummary, Share};

use crate::agency::AgencyId;
use crate::counting::Measure;
use crate::deadline::Timeliness;
use crate::procedure::{Channel, ProcedureCode};
use crate::rules::PublicBounds;

typed::keyed! {
    /// What dossiers are told apart by. Each stands on its own number of them, so each passes the gate on its own.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum FigureBasis {
        /// Those received, by the channel they came by.
        Received = "received",
        /// Those done for which the law gives a date, by how they kept it.
        Done = "done",
        /// Those decided, by working days without lawful pauses.
        Days = "days",
    }
}

/// Whose dossiers of a quarter a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicCell {
    /// Nothing: of the whole province, where that is all that may be told.
    pub agency: Option<AgencyId>,
    /// Nothing: of procedures of which too few dossiers are left to name them.
    pub procedure: Option<ProcedureCode>,
}

impl PublicCell {
    pub fn of(agency: AgencyId, procedure: &ProcedureCode) -> PublicCell {
        PublicCell { agency: Some(agency), procedure: Some(procedure.clone()) }
    }

    pub fn of_procedure(procedure: &ProcedureCode) -> PublicCell {
        PublicCell { agency: None, procedure: Some(procedure.clone()) }
    }

    pub fn of_agency(agency: AgencyId) -> PublicCell {
        PublicCell { agency: Some(agency), procedure: None }
    }
}

/// More days are told as so many: what took longer took long.
const DAYS_MOST: u32 = 500;

impl FigureBasis {
    /// What a dossier is of this basis, and on which day; nothing where it is not in it.
    pub fn part(self, measure: &Measure) -> Option<(jiff::civil::Date, u16)> {
        match self {
            FigureBasis::Received => Some((measure.came, channel_part(measure.channel))),
            FigureBasis::Done => {
                let done = measure.done?;
                Some((done.on, judged_part(done.judged?)))
            }
            FigureBasis::Days => Some((measure.done?.on, days_part(measure.took?))),
        }
    }
}

/// Numbers that stand in what is stored: they never change.
pub fn channel_part(channel: Channel) -> u16 {
    match channel {
        Channel::Direct => 0,
        Channel::Online => 1,
        Channel::Postal => 2,
    }
}

pub fn judged_part(judged: Timeliness) -> u16 {
    match judged {
        Timeliness::Early => 0,
        Timeliness::OnTime => 1,
        Timeliness::Late => 2,
    }
}

pub fn days_part(days: u32) -> u16 {
    days.min(DAYS_MOST) as u16
}

impl PublicBounds {
    /// Whether a procedure is told of for the whole province only, by its official name.
    pub fn discreet(&self, official_name: &str) -> bool {
        let name = official_name.to_lowercase();
        self.discreet_words.iter().any(|word| name.contains(word))
    }
}
