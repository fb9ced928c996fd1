//! A report as a file: a spreadsheet that looks like the form, rows of data, and the same for programs.

use super::text::Words;
use super::wanted::{Asked, asked};
use super::{column_name, report_sheet};
use app::master_data::MasterData;
use app::reports::MadeReport;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use domain::Language;
use domain::report::{LineOf, ReportColumn, ReportLine};
use serde::Serialize;
use sheets::CellValue;
use std::collections::BTreeMap;
use web::{Answer, Failure, Query, RequestContext};

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ReportFormat {
        Xlsx = "xlsx",
        Csv = "csv",
        Json = "json",
    }
}

pub async fn download(
    context: RequestContext,
    Path((key, format)): Path<(String, String)>,
    Query(said): Query<Vec<(String, String)>>,
) -> Answer {
    let format = ReportFormat::parse(&format).ok_or(Failure::NotFound)?;
    let Asked { scope, wanted, .. } = asked(&context, &key, said)?;
    // Whoever types an address by hand is told on the page.
    let wanted = wanted.ok_or(Failure::BadRequest)?;
    let made = app::reports::make(context.app(), wanted, scope).await?;
    let period = wanted.period;
    answer(&context, &made, format, &format!("{key}-{}-{}", period.from, period.to))
}

/// A report as a file of this name.
pub(super) fn answer(
    context: &RequestContext,
    made: &MadeReport,
    format: ReportFormat,
    name: &str,
) -> Answer {
    let data = context.app().master_data();
    let (kind, bytes) = match format {
        ReportFormat::Xlsx => {
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", report_sheet(made).write())
        }
        ReportFormat::Csv => ("text/csv; charset=utf-8", report_csv(made, context.language)),
        ReportFormat::Json => {
            return web::json(axum::http::StatusCode::OK, &report_json(made, &data, context.language));
        }
    };
    let name = format!("attachment; filename=\"{name}.{}\"", format.key());
    Ok(([(header::CONTENT_TYPE, kind.to_string()), (header::CONTENT_DISPOSITION, name)], bytes)
        .into_response())
}

/// A figure as pages and sentences show it.
pub fn figure(column: &ReportColumn, figure: i64, language: Language) -> String {
    if column.share {
        let point = language.pick(",", ".");
        return format!("{}{point}{}", figure / 10, figure % 10);
    }
    let digits = figure.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(language.pick(".", ","));
        }
        text.push(digit);
    }
    text
}

pub(super) fn value(column: &ReportColumn, figure: i64) -> CellValue {
    if column.share { CellValue::Share(figure) } else { CellValue::Number(figure) }
}

/// One head, a row a line, and what is counted apart below.
pub fn report_csv(made: &MadeReport, language: Language) -> Vec<u8> {
    let (filled, report) = (&made.filled, made.filled.report);
    let text = |text: &str| CellValue::Text(text.to_string());
    let heading = report.heading(filled.rows);
    let mut head = vec![text("TT"), text(language.pick(heading.0, heading.1))];
    head.extend(report.columns.iter().map(|column| CellValue::Text(column_name(column, language))));
    let mut rows = vec![head];
    for line in &filled.lines {
        let mut row = vec![text(&line.number), text(line.name.get(language))];
        row.extend(report.columns.iter().zip(&line.figures).map(|(column, figure)| value(column, *figure)));
        rows.push(row);
    }
    for (column, figure) in report.apart.iter().zip(&filled.apart) {
        let said = language.pick(report.apart_said.0, report.apart_said.1);
        let name = format!("{said}: {}", column_name(column, language));
        rows.push(vec![text(""), CellValue::Text(name), value(column, *figure)]);
    }
    sheets::write_csv(&rows)
}

/// A report for programs, which go by keys; names are in the language they were asked for in.
#[derive(Serialize)]
pub struct JsonReport {
    report: &'static str,
    form: Option<&'static str>,
    title: String,
    from: String,
    to: String,
    period: String,
    reporter: String,
    recipient: String,
    unit: &'static str,
    rows: &'static str,
    columns: Vec<JsonColumn>,
    lines: Vec<JsonLine>,
    apart: BTreeMap<&'static str, i64>,
    conventions: Vec<String>,
}

#[derive(Serialize)]
struct JsonColumn {
    key: &'static str,
    number: u8,
    name: String,
    /// Its figures are so many of a thousand.
    per_mille: bool,
}

#[derive(Serialize)]
struct JsonLine {
    of: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// By its key, and by its code on the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    agency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agency_code: Option<String>,
    name: String,
    figures: BTreeMap<&'static str, i64>,
}

pub fn report_json(made: &MadeReport, data: &MasterData, language: Language) -> JsonReport {
    let (filled, report) = (&made.filled, made.filled.report);
    let column = |column: &ReportColumn| JsonColumn {
        key: column.key,
        number: column.number,
        name: column_name(column, language),
        per_mille: column.share,
    };
    let line = |line: &ReportLine| {
        let agency = match line.of {
            LineOf::Agency(id) => data.agency(id),
            _ => None,
        };
        let (of, level, field) = match &line.of {
            LineOf::All => ("total", None, None),
            LineOf::Level(level) => ("level", Some(*level), None),
            LineOf::Field(level, field) => ("field", Some(*level), Some(field.clone())),
            LineOf::Agency(_) => ("agency", None, None),
        };
        JsonLine {
            of,
            level: level.map(|level| level.key()),
            field,
            agency: agency.map(|agency| agency.key.clone()),
            agency_code: agency.and_then(|agency| Some(agency.code_on(filled.period.to)?.to_string())),
            name: line.name.get(language).to_string(),
            figures: report
                .columns
                .iter()
                .map(|column| column.key)
                .zip(line.figures.iter().copied())
                .collect(),
        }
    };
    JsonReport {
        report: report.key,
        form: report.form,
        title: report.title(language).into(),
        from: filled.period.from.to_string(),
        to: filled.period.to.to_string(),
        period: Words(language).period_name(filled.period),
        reporter: made.reporter.get(language).into(),
        recipient: made.recipient.get(language).into(),
        unit: language.pick(report.unit.0, report.unit.1),
        rows: filled.rows.key(),
        columns: report.columns.iter().map(column).collect(),
        lines: filled.lines.iter().map(line).collect(),
        apart: report.apart.iter().map(|column| column.key).zip(filled.apart.iter().copied()).collect(),
        conventions: filled.conventions.iter().map(|said| said.get(language).to_string()).collect(),
    }
}
