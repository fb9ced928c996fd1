//! `motcua report`: a report of a period as a file.

use super::Installation;
use crate::output::say;
use anyhow::{Context, Result, bail};
use app::App;
use app::reports::{WantedReport, make_now};
use domain::Language;
use domain::agency::{Agency, AgencyKind};
use domain::counting::Period;
use domain::report::{Quarter, REPORTS, ReportYear, Rows, report};
use jiff::civil::Date;
use onestop::reports::{ReportFormat, report_csv, report_json, report_sheet};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Report {
    /// Which report, such as II.06a
    #[arg(value_name = "REPORT")]
    report: String,
    /// The first day: 2026-09-15
    #[arg(long, value_name = "DATE", requires = "to")]
    from: Option<String>,
    /// The last day: 2026-12-14
    #[arg(long, value_name = "DATE", requires = "from")]
    to: Option<String>,
    /// A quarter, from the 15th to the 14th: 4/2026
    #[arg(long, value_name = "QUARTER", conflicts_with_all = ["from", "year"])]
    quarter: Option<String>,
    /// A year, from 15 December to 14 December: 2026
    #[arg(long, value_name = "YEAR", conflicts_with = "from")]
    year: Option<i16>,
    /// The agency that reports, by its code or its key; all agencies without it
    #[arg(long, value_name = "CODE")]
    agency: Option<String>,
    /// A line for each: fields, agencies or levels
    #[arg(long, value_name = "LINES")]
    rows: Option<String>,
    /// xlsx, csv or json
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    format: String,
    /// Where it is written; standard output without it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    installation: Installation,
}

impl Report {
    pub fn run(self) -> Result<ExitCode> {
        let Some(wanted) = report(&self.report) else {
            let known: Vec<&str> = REPORTS.iter().map(|report| report.key).collect();
            bail!("there is no report `{}`; there are {}", self.report, known.join(", "))
        };
        let period = self.period()?;
        let Some(format) = ReportFormat::parse(&self.format) else {
            bail!(
                "--format `{}` is none; there are {}",
                self.format,
                ReportFormat::ALL.map(ReportFormat::key).join(", ")
            )
        };
        let rows =
            self.rows.as_deref().map(|rows| Rows::parse(rows).filter(|rows| wanted.rows.contains(rows)));
        let Some(rows) = rows.unwrap_or(Some(wanted.rows[0])) else {
            let known: Vec<&str> = wanted.rows.iter().map(|rows| rows.key()).collect();
            bail!("--rows `{}` is none of {}", self.rows.unwrap_or_default(), known.join(", "))
        };
        let app = self.installation.look()?;
        let agency = self.agency(&app, period)?;
        let data = app.master_data();
        let province = data.agencies.iter().find(|agency| agency.kind == AgencyKind::Province);
        let made = make_now(
            &app,
            WantedReport {
                report: wanted,
                period,
                rows,
                agency: agency.map(|agency| agency.id),
                reporter: province.map(|province| province.id),
            },
        )?;
        let bytes = match format {
            ReportFormat::Xlsx => report_sheet(&made).write(),
            ReportFormat::Csv => report_csv(&made, Language::Vietnamese),
            ReportFormat::Json => {
                let mut text = serde_json::to_vec_pretty(&report_json(&made, &data, Language::Vietnamese))?;
                text.push(b'\n');
                text
            }
        };
        match &self.out {
            Some(file) => {
                std::fs::write(file, bytes)
                    .with_context(|| format!("{} could not be written", file.display()))?;
                say!("{}", file.display());
            }
            None => std::io::stdout().write_all(&bytes)?,
        }
        Ok(ExitCode::SUCCESS)
    }

    fn period(&self) -> Result<Period> {
        if let Some(text) = &self.quarter {
            return match Quarter::parse(text) {
                Some(quarter) => Ok(quarter.period()),
                None => bail!("--quarter `{text}` is not a quarter; write it like 4/2026"),
            };
        }
        if let Some(year) = self.year {
            return match ReportYear::new(year) {
                Some(year) => Ok(year.period()),
                None => bail!("--year {year} is not a year; write it like 2026"),
            };
        }
        let (Some(from), Some(to)) = (&self.from, &self.to) else {
            bail!("which period? Give --from and --to, --quarter or --year")
        };
        let day = |name: &str, text: &str| match text.parse::<Date>() {
            Ok(date) if (2000..=2200).contains(&date.year()) => Ok(date),
            _ => bail!("{name} `{text}` is not a date; write it like 2026-09-15"),
        };
        let period = Period { from: day("--from", from)?, to: day("--to", to)? };
        if period.to < period.from {
            bail!("--to {to} is before --from {from}");
        }
        Ok(period)
    }

    fn agency(&self, app: &App, period: Period) -> Result<Option<Agency>> {
        let Some(code) = &self.agency else { return Ok(None) };
        let data = app.master_data();
        let is = |agency: &&Agency| {
            agency.key == *code || agency.codes.iter().any(|dated| dated.code.as_str() == code)
        };
        // A code is one agency's at a time: that of the period first.
        let then =
            |agency: &&Agency| agency.code_on(period.to).is_some_and(|current| current.as_str() == code);
        let found = data.agencies.iter().find(then).or_else(|| data.agencies.iter().find(is));
        match found {
            Some(agency) => Ok(Some(agency.clone())),
            None => bail!("no agency has the code `{code}`"),
        }
    }
}
