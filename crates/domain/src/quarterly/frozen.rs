//! What is kept of a report when it is sent: everything it was counted from, so that it is counted again from itself alone,
//! whatever became of dossiers and measures since.

use super::outside::sum_of;
use super::{OutsideRow, ReportDue};
use crate::Text;
use crate::agency::{AgencyId, AgencyLevel};
use crate::counting::Counts;
use crate::procedure::ProcedureCode;
use crate::report::{
    BrokenCheck, FilledReport, LineNames, ReportEntry, Rows, StatisticalReport, fill, report,
};
use crate::time::Instant;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a draft is counted from.
pub struct Brought {
    pub entries: Vec<ReportEntry>,
    pub agencies: Vec<FrozenAgency>,
    pub fields: Vec<(String, Text)>,
    pub outside: Vec<OutsideRow>,
    pub parts: Vec<FrozenPart>,
    pub reporter: Text,
    pub recipient: Text,
    pub took_over: Vec<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenReport {
    #[serde(flatten)]
    pub due: ReportDue,
    /// The version of the formulas it was filled in by.
    pub formula: u32,
    pub from: Date,
    /// The cut-off.
    pub to: Date,
    pub counted_at: Instant,
    pub reporter: Text,
    pub recipient: Text,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub took_over: Vec<Text>,
    /// The agencies it covers.
    pub agencies: Vec<FrozenAgency>,
    pub fields: Vec<(String, Text)>,
    pub entries: Vec<FrozenEntry>,
    /// The received issues it adds up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<FrozenPart>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outside: Vec<OutsideRow>,
    pub lines: Vec<FrozenLine>,
    pub apart: Vec<i64>,
    pub sums: FrozenSums,
    pub conventions: Vec<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenAgency {
    pub id: AgencyId,
    pub key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub level: AgencyLevel,
    pub name: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenEntry {
    pub agency: AgencyId,
    pub level: AgencyLevel,
    pub procedure: ProcedureCode,
    pub field: String,
    pub counts: Counts,
}

/// A received issue that is added up here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenPart {
    pub agency: AgencyId,
    pub issue: u32,
    pub number: String,
    pub frozen: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenLine {
    pub number: String,
    pub name: Text,
    pub figures: Vec<i64>,
}

/// In the system, outside of it, both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenSums {
    pub inside: Vec<i64>,
    pub outside: Vec<i64>,
    pub total: Vec<i64>,
}

/// Why a frozen report is not what its own record counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRecounted {
    UnknownForm,
    /// A cross-check of the form does not hold for one of its lines.
    Broken(BrokenCheck),
    Lines,
    Sums,
}

impl fmt::Display for NotRecounted {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            NotRecounted::UnknownForm => write!(to, "its form is not known here"),
            NotRecounted::Broken(check) => write!(to, "{check}"),
            NotRecounted::Lines => write!(to, "its lines are not what its entries count"),
            NotRecounted::Sums => write!(to, "its sums are not those of its lines"),
        }
    }
}

impl FrozenReport {
    /// Counts and freezes; nothing where the checks do not hold of every line and every sum.
    pub fn freeze(due: &ReportDue, brought: Brought, at: Instant) -> Result<FrozenReport, NotRecounted> {
        let form = due.form().ok_or(NotRecounted::UnknownForm)?;
        let period = due.quarter.period();
        let entries = brought.entries.into_iter().map(|entry| FrozenEntry {
            agency: entry.agency,
            level: entry.level,
            procedure: entry.procedure,
            field: entry.field,
            counts: entry.counts,
        });
        let mut frozen = FrozenReport {
            due: due.clone(),
            formula: form.formula,
            from: period.from,
            to: period.to,
            counted_at: at,
            reporter: brought.reporter,
            recipient: brought.recipient,
            took_over: brought.took_over,
            agencies: brought.agencies,
            fields: brought.fields,
            entries: entries.collect(),
            parts: brought.parts,
            outside: brought.outside,
            lines: Vec::new(),
            apart: Vec::new(),
            sums: FrozenSums { inside: Vec::new(), outside: Vec::new(), total: Vec::new() },
            conventions: Vec::new(),
        };
        let filled = frozen.filled(form.rows[0])?;
        frozen.sums = frozen.sums_of(form, &filled)?;
        frozen.lines = lines(&filled);
        (frozen.apart, frozen.conventions) = (filled.apart, filled.conventions);
        Ok(frozen)
    }

    /// Filled in from what is kept here and nothing else, also with lines put together another way.
    pub fn filled(&self, rows: Rows) -> Result<FilledReport, NotRecounted> {
        let form = report(&self.due.report).ok_or(NotRecounted::UnknownForm)?;
        let entries: Vec<ReportEntry> = self.entries.iter().map(FrozenEntry::entry).collect();
        let names = LineNames {
            agencies: self.agencies.iter().map(|of| (of.id, of.level, of.name.clone())).collect(),
            fields: self.fields.clone(),
        };
        let mut filled =
            fill(form, self.due.quarter.period(), rows, &entries, &names).map_err(NotRecounted::Broken)?;
        // What was said when it was sent stays said.
        if !self.conventions.is_empty() {
            filled.conventions = self.conventions.clone();
        }
        Ok(filled)
    }

    /// Counts it again from its own record and compares.
    pub fn recount(&self) -> Result<(), NotRecounted> {
        let form = report(&self.due.report).ok_or(NotRecounted::UnknownForm)?;
        if form.formula != self.formula {
            // The formulas of then are gone: what they made must still add up.
            let inside = self.lines.last().map(|line| &line.figures);
            let outside = self.outside.iter().map(|row| &row.figures[..]);
            let outside = sum_of(self.sums.outside.len(), outside);
            let total = sum_of(outside.len(), [&self.sums.inside[..], &outside].into_iter());
            let same =
                inside == Some(&self.sums.inside) && outside == self.sums.outside && total == self.sums.total;
            return if same { Ok(()) } else { Err(NotRecounted::Sums) };
        }
        let filled = self.filled(form.rows[0])?;
        if lines(&filled) != self.lines || filled.apart != self.apart {
            return Err(NotRecounted::Lines);
        }
        if self.sums_of(form, &filled)? == self.sums { Ok(()) } else { Err(NotRecounted::Sums) }
    }

    fn sums_of(
        &self,
        form: &'static StatisticalReport,
        filled: &FilledReport,
    ) -> Result<FrozenSums, NotRecounted> {
        let columns = form.columns.len();
        let inside = filled.lines.last().map(|line| line.figures.clone()).unwrap_or_default();
        let outside = sum_of(columns, self.outside.iter().map(|row| &row.figures[..]));
        let total = sum_of(columns, [&inside[..], &outside].into_iter());
        let holds = |figures: &Vec<i64>| form.checks.iter().all(|check| check.holds(form, figures));
        let rows = self.outside.iter().all(|row| row.figures.len() == columns && holds(&row.figures));
        if !rows || ![&inside, &outside, &total].into_iter().all(holds) {
            return Err(NotRecounted::Sums);
        }
        Ok(FrozenSums { inside, outside, total })
    }
}

impl FrozenEntry {
    pub fn entry(&self) -> ReportEntry {
        ReportEntry {
            agency: self.agency,
            level: self.level,
            procedure: self.procedure.clone(),
            field: self.field.clone(),
            counts: self.counts,
            offered: None,
        }
    }
}

fn lines(filled: &FilledReport) -> Vec<FrozenLine> {
    let line = |line: &crate::report::ReportLine| FrozenLine {
        number: line.number.clone(),
        name: line.name.clone(),
        figures: line.figures.clone(),
    };
    filled.lines.iter().map(line).collect()
}
