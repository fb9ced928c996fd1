//! What of the figures is asked for, by plain links.

use domain::agency::AgencyId;
use domain::procedure::ProcedureCode;
use domain::report::{Quarter, ReportYear};
use serde::Deserialize;

pub const HOME: &str = "/figures";

/// As an address says it; nothing is all.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct FiguresQuery {
    pub period: String,
    pub by: String,
    pub agency: String,
    pub field: String,
    pub procedure: String,
    pub page: String,
}

typed::keyed! {
    /// What the lines of the table are.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum LinesBy {
        Agencies = "agency",
        Fields = "field",
        Procedures = "procedure",
    }
}

/// A quarter, or a year with what is told of it yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiguresPeriod {
    Quarter(Quarter),
    Year(ReportYear),
}

impl FiguresPeriod {
    /// Reads `2026` or `2026-4`.
    pub fn parse(text: &str) -> Option<FiguresPeriod> {
        match text.split_once('-') {
            Some((year, number)) => {
                Quarter::new(year.parse().ok()?, number.parse().ok()?).map(FiguresPeriod::Quarter)
            }
            None => ReportYear::new(text.parse().ok()?).map(FiguresPeriod::Year),
        }
    }

    pub fn key(self) -> String {
        match self {
            FiguresPeriod::Quarter(quarter) => quarter_key(quarter),
            FiguresPeriod::Year(year) => year.number().to_string(),
        }
    }

    pub fn holds(self, quarter: Quarter) -> bool {
        match self {
            FiguresPeriod::Quarter(own) => own == quarter,
            FiguresPeriod::Year(year) => quarter.year() == year,
        }
    }

    /// Its first quarter.
    pub fn first(self) -> Quarter {
        match self {
            FiguresPeriod::Quarter(quarter) => quarter,
            FiguresPeriod::Year(year) => year.quarters()[0],
        }
    }
}

/// `2026-4`, in addresses and file names.
pub fn quarter_key(quarter: Quarter) -> String {
    format!("{}-{}", quarter.year().number(), quarter.number())
}

/// What the figures are narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FiguresOf {
    Province,
    /// By its key too.
    Agency(AgencyId, String),
    Field(String),
    Procedure(ProcedureCode),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenFigures {
    pub period: FiguresPeriod,
    pub by: LinesBy,
    pub of: FiguresOf,
}

impl ChosenFigures {
    /// The address of these figures.
    pub fn address(&self) -> String {
        let period = self.period.key();
        let (name, value) = match &self.of {
            FiguresOf::Province => ("by", self.by.key()),
            FiguresOf::Agency(_, key) => ("agency", key.as_str()),
            FiguresOf::Field(key) => ("field", key.as_str()),
            FiguresOf::Procedure(code) => ("procedure", code.as_str()),
        };
        format!("{HOME}?{}", ui::query::written(&[("period", &period), (name, value)]))
    }

    pub fn narrowed(&self, of: FiguresOf) -> ChosenFigures {
        ChosenFigures { of, ..self.clone() }
    }
}
