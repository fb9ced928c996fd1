//! Rows of agencies on other systems: they come as our own CSV export has them, are marked with where they are from, and stand
//! apart in the sums.

use crate::Text;
use crate::report::{ReportColumn, StatisticalReport};
use serde::{Deserialize, Serialize};

/// Maximum rows of one source.
pub const OUTSIDE_MAX: usize = 2_000;
const NAME_MAX: usize = 300;
/// No agency has more dossiers, and sums stay far from where numbers end.
const FIGURE_MAX: i64 = 100_000_000;
/// Faults that are told at once.
const TOLD: usize = 20;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideRow {
    /// The agency it is of.
    pub source: String,
    pub name: String,
    /// In the order of the report's columns.
    pub figures: Vec<i64>,
}

/// What is wrong with a line of a file, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideFault {
    pub line: usize,
    pub what: Text,
}

/// What a file says: its rows, and how many lines that sum them up were left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideRead {
    pub rows: Vec<OutsideRow>,
    pub sums: usize,
}

/// Reads lines of a file for a report. Lines without a whole number in their first cell sum others up and are left out; the
/// total must be that of the rows.
pub fn read_outside(
    report: &StatisticalReport,
    source: &str,
    lines: &[Vec<String>],
) -> Result<OutsideRead, Vec<OutsideFault>> {
    let fault = |line: usize, vi: String, en: String| OutsideFault { line, what: Text::new(vi, en) };
    let Some(head) = lines.first() else {
        return Err(vec![fault(1, "Tệp không có gì.".into(), "The file is empty.".into())]);
    };
    let width = report.columns.len() + 2;
    if head.len() != width {
        return Err(vec![fault(
            1,
            format!("Cần {width} cột như tệp CSV của báo cáo này, tệp có {}.", head.len()),
            format!("There must be {width} columns as in this report's CSV; the file has {}.", head.len()),
        )]);
    }
    let mut faults = Vec::new();
    for (column, text) in report.columns.iter().zip(&head[2..]) {
        let (vi, en) = column_heads(column);
        if ![&vi, &en].iter().any(|known| known.to_lowercase() == unmarked(text).to_lowercase()) {
            let told: String = text.chars().take(60).collect();
            faults.push(fault(
                1,
                format!("Tên cột “{told}” phải là “{vi}”."),
                format!("The column “{told}” must be “{en}”."),
            ));
        }
    }
    let (mut rows, mut sums, mut total) = (Vec::new(), 0, None);
    for (place, cells) in lines.iter().enumerate().skip(1) {
        let line = place + 1;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if !cells[0].trim().bytes().all(|byte| byte.is_ascii_digit()) || cells[0].trim().is_empty() {
            sums += 1;
            if cells.len() == width && cells[0].trim().is_empty() {
                total = Some((line, cells));
            }
            continue;
        }
        if rows.len() == OUTSIDE_MAX {
            faults.push(fault(
                line,
                format!("Quá {OUTSIDE_MAX} dòng."),
                format!("There are more than {OUTSIDE_MAX} rows."),
            ));
            break;
        }
        match row(report, source, cells) {
            Ok(row) => rows.push(row),
            Err(what) => faults.push(OutsideFault { line, what }),
        }
        if faults.len() >= TOLD {
            break;
        }
    }
    if faults.is_empty()
        && let Some((line, cells)) = total
    {
        let said: Option<Vec<i64>> = cells[2..].iter().map(|cell| figure(cell)).collect();
        if said.as_deref() != Some(&sum_of(report.columns.len(), rows.iter().map(|row| &row.figures[..]))[..])
        {
            faults.push(fault(
                line,
                "Dòng tổng không bằng tổng các dòng.".into(),
                "The total is not the sum of the rows.".into(),
            ));
        }
    }
    if faults.is_empty() && rows.is_empty() {
        faults.push(fault(
            1,
            "Tệp không có dòng số liệu nào.".into(),
            "The file has no rows of figures.".into(),
        ));
    }
    if faults.is_empty() { Ok(OutsideRead { rows, sums }) } else { Err(faults) }
}

fn row(report: &StatisticalReport, source: &str, cells: &[String]) -> Result<OutsideRow, Text> {
    let width = report.columns.len() + 2;
    if cells.len() != width {
        return Err(Text::new(
            format!("Cần {width} ô, dòng có {}.", cells.len()),
            format!("There must be {width} cells; the line has {}.", cells.len()),
        ));
    }
    let name = unmarked(&cells[1]);
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(Text::new(
            format!("Tên dòng phải có, dài nhất {NAME_MAX} chữ."),
            format!("The name of the line must be there, at most {NAME_MAX} letters."),
        ));
    }
    let mut figures = Vec::new();
    for (cell, column) in cells[2..].iter().zip(report.columns) {
        let read = figure(cell).ok_or_else(|| {
            let told: String = cell.chars().take(30).collect();
            let (vi, en) = column_heads(column);
            Text::new(
                format!("“{told}” ở cột “{vi}” không phải số nguyên từ 0."),
                format!("“{told}” in the column “{en}” is no whole number from 0."),
            )
        })?;
        figures.push(read);
    }
    match report.checks.iter().find(|check| !check.holds(report, &figures)) {
        Some(check) => Err(Text::new(
            format!("Các cột không khớp nhau: {check}."),
            format!("The columns do not agree: {check}."),
        )),
        None => Ok(OutsideRow { source: source.trim().to_string(), name: name.to_string(), figures }),
    }
}

/// Text without the mark that keeps it from running as a formula: whoever writes it again marks it again.
fn unmarked(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('\'').unwrap_or(text)
}

fn figure(cell: &str) -> Option<i64> {
    let cell = cell.trim();
    let digits = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    cell.parse().ok().filter(|figure| digits && *figure <= FIGURE_MAX)
}

/// A column by all its heads, in Vietnamese and in English, as the export writes it.
fn column_heads(column: &ReportColumn) -> (String, String) {
    let joined = |pick: fn(&(&'static str, &'static str)) -> &'static str| {
        column.head.iter().map(pick).collect::<Vec<_>>().join(", ")
    };
    (joined(|head| head.0), joined(|head| head.1))
}

/// Figures of lines added up, column by column.
pub(super) fn sum_of<'a>(columns: usize, lines: impl Iterator<Item = &'a [i64]>) -> Vec<i64> {
    lines.fold(vec![0; columns], |mut sums, figures| {
        sums.iter_mut().zip(figures).for_each(|(sum, figure)| *sum += figure);
        sums
    })
}
