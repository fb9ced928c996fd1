//! Reports as values: what is counted of each agency and procedure in a period, the columns a form makes of it, how they must
//! agree, and what is said of how it was counted (`docs/decisions/reports.md`).

mod filled;
mod head;
mod ii06a;
mod ii07b;
mod online;
mod period;
mod rights;

pub use filled::{BrokenCheck, FilledReport, LineNames, LineOf, ReportLine, Rows, fill};
pub use head::{HeadCell, head};
pub use period::{CUT_OFF, NamedPeriod, Quarter, ReportYear};
pub use rights::{scope_of, sees_figures};

use crate::agency::{AgencyId, AgencyLevel};
use crate::counting::Counts;
use crate::procedure::ProcedureCode;
use crate::rules::RulePack;
use crate::{Language, Text};

/// Words in Vietnamese and in English.
pub type Words = (&'static str, &'static str);

/// Every report there is.
pub static REPORTS: [&StatisticalReport; 3] = [&ii06a::II06A, &ii07b::II07B, &online::ONLINE];

/// A report by the key it is asked for, in large or small letters.
pub fn report(key: &str) -> Option<&'static StatisticalReport> {
    REPORTS.into_iter().find(|report| report.key.eq_ignore_ascii_case(key.trim()))
}

pub struct StatisticalReport {
    pub key: &'static str,
    /// Grows whenever a figure would come out otherwise than before: what was sent says by which it was counted.
    pub formula: u32,
    /// The form it follows; nothing where none is known, and the table is ours.
    pub form: Option<&'static str>,
    pub title: Words,
    /// What its figures count.
    pub unit: Words,
    /// What a line is about where lines are put together the usual way.
    pub heading: Words,
    pub source: ReportSource,
    /// How its lines may be put together, the usual way first.
    pub rows: &'static [Rows],
    pub columns: &'static [ReportColumn],
    pub checks: &'static [CrossCheck],
    /// What is counted apart, and is in no column.
    pub apart: &'static [ReportColumn],
    pub apart_said: Words,
    /// How it counts what its form leaves open.
    pub conventions: fn(&RulePack) -> Vec<Text>,
}

/// What a report is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportSource {
    /// Dossiers of a period.
    Dossiers,
    /// Procedures as they are offered on its last day.
    Catalogue,
}

/// A figure of every line.
pub struct ReportColumn {
    /// For programs, and for the list of dossiers behind the figure.
    pub key: &'static str,
    /// Its number in the form.
    pub number: u8,
    /// Its heading, under those it shares with its neighbours.
    pub head: &'static [Words],
    pub figure: fn(&[&ReportEntry]) -> i64,
    /// It is so many of a thousand, and no number of things.
    pub share: bool,
    /// The dossiers behind it.
    pub opens: Option<FigureList>,
}

/// Columns that must agree in every line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrossCheck {
    /// Two sums of columns are the same.
    Same(&'static [u8], &'static [u8]),
    /// A column is no more than another.
    AtMost(u8, u8),
}

/// All that is known of a procedure at an agency.
#[derive(Clone, Debug)]
pub struct ReportEntry {
    pub agency: AgencyId,
    pub level: AgencyLevel,
    pub procedure: ProcedureCode,
    /// The key of its field.
    pub field: String,
    pub counts: Counts,
    pub offered: Option<ProcedureOffered>,
}

/// How a procedure is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProcedureOffered {
    /// A counter receives it.
    pub one_stop: bool,
    /// Its internal process is issued.
    pub process: bool,
}

typed::keyed! {
    /// The dossiers behind a figure. What has no limit by law is in the lists of its own alone.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum FigureList {
        All = "all",
        Received = "received",
        ReceivedOnline = "received-online",
        ReceivedOtherwise = "received-otherwise",
        CarriedOver = "carried-over",
        Done = "done",
        DoneEarly = "done-early",
        DoneOnTime = "done-on-time",
        DoneLate = "done-late",
        InHand = "in-hand",
        InHandInTime = "in-hand-in-time",
        InHandLate = "in-hand-late",
        /// Received in the period and in hand today, whenever that ended.
        StillInHand = "still-in-hand",
        FreeCarriedOver = "free-carried-over",
        FreeReceived = "free-received",
        FreeDone = "free-done",
        FreeInHand = "free-in-hand",
    }
}

impl StatisticalReport {
    /// Whether agencies send it each quarter: its form is known, and it counts dossiers, so that reports add up.
    pub fn is_filed(&self) -> bool {
        self.form.is_some() && self.source == ReportSource::Dossiers
    }

    /// A column by its number.
    fn place(&self, number: u8) -> Option<usize> {
        self.columns.iter().position(|column| column.number == number)
    }

    /// What a line is about.
    pub fn heading(&self, rows: Rows) -> Words {
        match rows {
            rows if rows == self.rows[0] => self.heading,
            Rows::Fields => ("Lĩnh vực", "Field"),
            Rows::Agencies => ("Cơ quan, đơn vị", "Agency"),
            Rows::Levels => ("Cấp", "Level"),
        }
    }

    /// A column's number as the form prints it, with what it is the sum of: `(3)=(4)+(5)+(6)`.
    pub fn numbered(&self, column: &ReportColumn) -> String {
        let own = column.number;
        let parts = self.checks.iter().find_map(|check| match check {
            CrossCheck::Same([whole], parts) if *whole == own => Some(*parts),
            _ => None,
        });
        let parts: Vec<String> = parts.into_iter().flatten().map(|part| format!("({part})")).collect();
        if parts.is_empty() { format!("({own})") } else { format!("({own})={}", parts.join("+")) }
    }

    pub fn title(&self, language: Language) -> &'static str {
        language.pick(self.title.0, self.title.1)
    }

    /// Every column, those counted apart too, whose figure opens to this list.
    pub fn column_of(&self, list: FigureList) -> Option<&ReportColumn> {
        self.columns.iter().chain(self.apart).find(|column| column.opens == Some(list))
    }
}

fn sum(entries: &[&ReportEntry], figure: fn(&Counts) -> i64) -> i64 {
    entries.iter().map(|entry| figure(&entry.counts)).sum()
}

#[cfg(test)]
mod tests;
