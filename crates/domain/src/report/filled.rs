//! A report filled in: its lines, each with a figure for every column, and nothing that its checks do not let through.

use super::{CrossCheck, ReportEntry, StatisticalReport};
use crate::Text;
use crate::agency::{AgencyId, AgencyLevel};
use crate::counting::Period;
use crate::rules::pack_on;
use std::collections::BTreeSet;
use std::fmt;

typed::keyed! {
    /// What the lines of a report are about. Where agencies of several levels are counted, they stand level by level.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Rows {
        Fields = "fields",
        Agencies = "agencies",
        Levels = "levels",
    }
}

pub struct FilledReport {
    pub report: &'static StatisticalReport,
    pub period: Period,
    pub rows: Rows,
    pub lines: Vec<ReportLine>,
    /// The figures counted apart, of all.
    pub apart: Vec<i64>,
    pub conventions: Vec<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// Its number among its like: `I`, `1`; nothing for the total.
    pub number: String,
    pub of: LineOf,
    pub name: Text,
    pub figures: Vec<i64>,
    /// The agency of all it counts, where it is one.
    pub only: Option<AgencyId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineOf {
    All,
    Level(AgencyLevel),
    /// A field, at the level it stands under.
    Field(AgencyLevel, String),
    Agency(AgencyId),
}

impl LineOf {
    /// Whether it sums others up.
    pub fn is_sum(&self) -> bool {
        matches!(self, LineOf::All | LineOf::Level(_))
    }

    fn holds(&self, entry: &ReportEntry) -> bool {
        match self {
            LineOf::All => true,
            LineOf::Level(level) => entry.level == *level,
            LineOf::Field(level, field) => entry.level == *level && entry.field == *field,
            LineOf::Agency(agency) => entry.agency == *agency,
        }
    }
}

/// A report that contradicts itself is shown to nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenCheck {
    report: &'static str,
    line: String,
    check: CrossCheck,
    figures: Vec<i64>,
}

impl std::error::Error for BrokenCheck {}

impl fmt::Display for BrokenCheck {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let BrokenCheck { report, line, check, figures } = self;
        write!(to, "report {report}, line “{line}”: {check} does not hold of {figures:?}")
    }
}

impl fmt::Display for CrossCheck {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let sum = |columns: &[u8]| columns.iter().map(u8::to_string).collect::<Vec<_>>().join(" + ");
        match self {
            CrossCheck::Same(one, other) => write!(to, "{} = {}", sum(one), sum(other)),
            CrossCheck::AtMost(part, whole) => write!(to, "{part} ≤ {whole}"),
        }
    }
}

impl CrossCheck {
    pub fn holds(self, report: &StatisticalReport, figures: &[i64]) -> bool {
        let figure = |number: u8| report.place(number).and_then(|place| figures.get(place)).copied();
        let sum = |columns: &[u8]| columns.iter().map(|number| figure(*number)).sum::<Option<i64>>();
        match self {
            CrossCheck::Same(one, other) => sum(one).is_some() && sum(one) == sum(other),
            CrossCheck::AtMost(part, whole) => figure(part).is_some() && figure(part) <= figure(whole),
        }
    }
}

/// What lines are called: agencies in the order they are listed, and fields.
pub struct LineNames {
    pub agencies: Vec<(AgencyId, AgencyLevel, Text)>,
    pub fields: Vec<(String, Text)>,
}

/// Fills a report in; `names` has the agencies it is about, of which each has its line where lines are agencies.
pub fn fill(
    report: &'static StatisticalReport,
    period: Period,
    rows: Rows,
    entries: &[ReportEntry],
    names: &LineNames,
) -> Result<FilledReport, BrokenCheck> {
    let every: Vec<&ReportEntry> = entries.iter().collect();
    let mut lines = Vec::new();
    let levels: BTreeSet<AgencyLevel> = names.agencies.iter().map(|(_, level, _)| *level).collect();
    for (place, level) in levels.iter().enumerate() {
        let number = if rows == Rows::Levels { (place + 1).to_string() } else { roman(place + 1) };
        if rows == Rows::Levels || levels.len() > 1 {
            let name =
                Text::new(level.name(crate::Language::Vietnamese), level.name(crate::Language::English));
            lines.push(line(report, &every, LineOf::Level(*level), name, number)?);
        }
        let within = match rows {
            Rows::Levels => Vec::new(),
            Rows::Agencies => agencies(names, *level),
            Rows::Fields => fields(names, &every, *level),
        };
        let mut filled = within
            .into_iter()
            .map(|(of, name)| line(report, &every, of, name, String::new()))
            .collect::<Result<Vec<_>, _>>()?;
        // A field in which nothing happened is not listed; an agency is.
        filled.retain(|line| rows == Rows::Agencies || line.figures.iter().any(|figure| *figure > 0));
        for (place, line) in filled.iter_mut().enumerate() {
            line.number = (place + 1).to_string();
        }
        lines.append(&mut filled);
    }
    lines.push(line(report, &every, LineOf::All, Text::new("Tổng số", "Total"), String::new())?);
    let apart = report.apart.iter().map(|column| (column.figure)(&every)).collect();
    let conventions = (report.conventions)(pack_on(period.to));
    Ok(FilledReport { report, period, rows, lines, apart, conventions })
}

fn line(
    report: &'static StatisticalReport,
    entries: &[&ReportEntry],
    of: LineOf,
    name: Text,
    number: String,
) -> Result<ReportLine, BrokenCheck> {
    let own: Vec<&ReportEntry> = entries.iter().filter(|entry| of.holds(entry)).copied().collect();
    let figures: Vec<i64> = report.columns.iter().map(|column| (column.figure)(&own)).collect();
    let mut agencies: Vec<AgencyId> = own.iter().map(|entry| entry.agency).collect();
    agencies.dedup();
    let only = match agencies[..] {
        [agency] => Some(agency),
        _ => None,
    };
    match report.checks.iter().find(|check| !check.holds(report, &figures)) {
        Some(check) => Err(BrokenCheck { report: report.key, line: name.vi, check: *check, figures }),
        None => Ok(ReportLine { number, of, name, figures, only }),
    }
}

fn agencies(names: &LineNames, level: AgencyLevel) -> Vec<(LineOf, Text)> {
    let of_level = names.agencies.iter().filter(|(_, own, _)| *own == level);
    of_level.map(|(id, _, name)| (LineOf::Agency(*id), name.clone())).collect()
}

/// The fields in which there is anything, in their order; one nobody knows any more by its key.
fn fields(names: &LineNames, entries: &[&ReportEntry], level: AgencyLevel) -> Vec<(LineOf, Text)> {
    let own = entries.iter().filter(|entry| entry.level == level);
    let present: BTreeSet<&str> = own.map(|entry| entry.field.as_str()).collect();
    let known = names.fields.iter().filter(|(key, _)| present.contains(key.as_str())).cloned();
    let unknown = present.iter().filter(|key| !names.fields.iter().any(|(known, _)| known == *key));
    let unknown = unknown.map(|key| {
        let nameless = Text::new("Lĩnh vực chưa rõ", "Unknown field");
        (key.to_string(), if key.is_empty() { nameless } else { Text::new(*key, *key) })
    });
    known.chain(unknown).map(|(key, name)| (LineOf::Field(level, key), name)).collect()
}

/// The few numbers that sections have.
fn roman(number: usize) -> String {
    ["", "I", "II", "III", "IV"].get(number).map_or_else(|| number.to_string(), |text| text.to_string())
}
