//! The lines of a table of figures: sums of what was told, a line an agency, a field or a procedure.

use super::choice::{ChosenFigures, FiguresOf, LinesBy};
use super::{ShownFigures, text};
use app::master_data::MasterData;
use app::public_figures::{PublicBook, PublicFigure};
use domain::Language;
use domain::agency::AgencyId;
use domain::procedure::ProcedureCode;
use domain::public_figures::{PublicCell, PublicSummary};
use domain::report::Quarter;
use domain::rules::pack_on;
use jiff::civil::Date;
use std::collections::BTreeMap;
use ui::part::Phrase;
use web::{Failure, RequestContext};

/// Quarters that are drawn beside each other.
const QUARTERS_DRAWN: usize = 6;

pub struct FiguresLine {
    pub name: Phrase,
    /// To the figures of this line alone.
    pub href: Option<String>,
    /// How far the service is online, where the line is a procedure at an agency.
    pub level: &'static str,
    pub summary: PublicSummary,
}

/// What the lines are: of an agency or a field its procedures, of a procedure its agencies.
pub fn lines_are(chosen: &ChosenFigures) -> LinesBy {
    match chosen.of {
        FiguresOf::Province => chosen.by,
        FiguresOf::Agency(..) | FiguresOf::Field(_) => LinesBy::Procedures,
        FiguresOf::Procedure(_) => LinesBy::Agencies,
    }
}

/// Names things for lines, and says where they lead.
pub struct FigureNames<'a> {
    pub data: &'a MasterData,
    pub today: Date,
    pub chosen: &'a ChosenFigures,
    pub language: Language,
}

pub async fn shown(
    context: &RequestContext,
    book: &PublicBook,
    chosen: ChosenFigures,
) -> Result<ShownFigures, Failure> {
    let data = context.app().master_data();
    let names =
        FigureNames { data: &data, today: context.today(), chosen: &chosen, language: context.language };
    let shown = book.quarters.iter().take(QUARTERS_DRAWN).min().copied();
    let first = shown.map_or(chosen.period.first(), |shown| shown.min(chosen.period.first()));
    let figures = match &chosen.of {
        FiguresOf::Agency(agency, _) => app::public_figures::of_agency(context.app(), *agency, first).await?,
        FiguresOf::Procedure(code) => app::public_figures::of_procedure(context.app(), code, first).await?,
        FiguresOf::Province | FiguresOf::Field(_) => Vec::new(),
    };
    Ok(names.shown(book, &figures))
}

impl FigureNames<'_> {
    /// Of what is told of the province, and of what was found of an agency or a procedure.
    pub fn shown(&self, book: &PublicBook, figures: &[PublicFigure]) -> ShownFigures {
        let chosen = self.chosen;
        let lines = match &chosen.of {
            FiguresOf::Province | FiguresOf::Field(_) => self.of_book(book),
            FiguresOf::Agency(..) | FiguresOf::Procedure(_) => self.of_cells(figures),
        };
        let province = book.province.iter().filter(|(quarter, _)| chosen.period.holds(**quarter));
        let total = match &chosen.of {
            FiguresOf::Province => PublicSummary::sum(province.map(|(_, summary)| summary)),
            _ => PublicSummary::sum(lines.iter().map(|line| &line.summary)),
        };
        let took_over = match &chosen.of {
            FiguresOf::Agency(own, _) => {
                let here = figures.iter().filter(|figure| chosen.period.holds(figure.quarter));
                here.into_iter().any(|figure| figure.cell.agency != Some(*own))
            }
            _ => false,
        };
        let quarters = self.quarters(book, figures);
        ShownFigures { name: self.name(), total, lines, quarters, took_over, chosen: chosen.clone() }
    }

    /// The newest quarters, the oldest of them first.
    fn quarters(&self, book: &PublicBook, figures: &[PublicFigure]) -> Vec<(Quarter, PublicSummary)> {
        let mut found: BTreeMap<Quarter, PublicSummary> = BTreeMap::new();
        match &self.chosen.of {
            FiguresOf::Province => found = book.province.clone(),
            FiguresOf::Field(field) => {
                for ((quarter, code), summary) in &book.procedures {
                    let procedure = self.data.procedure_any(code.as_str());
                    if procedure.is_some_and(|procedure| procedure.field == *field) {
                        *found.entry(*quarter).or_default() += summary;
                    }
                }
            }
            FiguresOf::Agency(..) | FiguresOf::Procedure(_) => {
                for figure in figures {
                    found.entry(figure.quarter).or_default().add(figure.basis, &figure.parts);
                }
            }
        }
        let older = found.len().saturating_sub(QUARTERS_DRAWN);
        found.into_iter().skip(older).collect()
    }

    /// Lines of the whole province, or of a field.
    pub fn of_book(&self, book: &PublicBook) -> Vec<FiguresLine> {
        let holds = |quarter: &Quarter| self.chosen.period.holds(*quarter);
        let field_of = |code: &ProcedureCode| {
            self.data.procedure_any(code.as_str()).map(|procedure| procedure.field.clone())
        };
        match lines_are(self.chosen) {
            LinesBy::Agencies => {
                let mut sums: BTreeMap<AgencyId, PublicSummary> = BTreeMap::new();
                for ((_, agency), summary) in book.agencies.iter().filter(|((quarter, _), _)| holds(quarter))
                {
                    *sums.entry(*agency).or_default() += summary;
                }
                sorted(sums.into_iter().map(|(agency, summary)| self.agency(agency, summary)))
            }
            by => {
                let own = match &self.chosen.of {
                    FiguresOf::Field(field) => Some(field.clone()),
                    _ => None,
                };
                let mut procedures: BTreeMap<ProcedureCode, PublicSummary> = BTreeMap::new();
                let mut fields: BTreeMap<String, PublicSummary> = BTreeMap::new();
                for ((_, code), summary) in book.procedures.iter().filter(|((quarter, _), _)| holds(quarter))
                {
                    let field = field_of(code);
                    if own.is_none() || field == own {
                        *procedures.entry(code.clone()).or_default() += summary;
                        *fields.entry(field.unwrap_or_default()).or_default() += summary;
                    }
                }
                match by {
                    LinesBy::Fields => {
                        sorted(fields.into_iter().map(|(field, summary)| self.field(&field, summary)))
                    }
                    _ => sorted(procedures.into_iter().map(|(code, summary)| self.procedure(&code, summary))),
                }
            }
        }
    }

    /// Lines of an agency or of a procedure, cell by cell.
    pub fn of_cells(&self, figures: &[PublicFigure]) -> Vec<FiguresLine> {
        let mut sums: BTreeMap<PublicCell, PublicSummary> = BTreeMap::new();
        for figure in figures.iter().filter(|figure| self.chosen.period.holds(figure.quarter)) {
            let cell = match self.chosen.of {
                // What it took over stands with its own.
                FiguresOf::Agency(own, _) => PublicCell { agency: Some(own), ..figure.cell.clone() },
                _ => figure.cell.clone(),
            };
            sums.entry(cell).or_default().add(figure.basis, &figure.parts);
        }
        let line = |(cell, summary): (PublicCell, PublicSummary)| {
            let level = self.level(&cell);
            let line = match (lines_are(self.chosen), &cell) {
                (LinesBy::Agencies, PublicCell { agency: Some(agency), .. }) => self.agency(*agency, summary),
                (LinesBy::Agencies, _) => self.rest(self.rest_of_procedure(), summary),
                (_, PublicCell { procedure: Some(code), .. }) => self.procedure(code, summary),
                _ => self.rest(text::Words(self.language).other_procedures(), summary),
            };
            FiguresLine { level, ..line }
        };
        sorted(sums.into_iter().map(line))
    }

    fn rest(&self, name: &'static str, summary: PublicSummary) -> FiguresLine {
        FiguresLine { name: name.into(), href: None, level: "", summary }
    }

    /// A discreet procedure is told for the province alone; of another this is what agencies have few of.
    fn rest_of_procedure(&self) -> &'static str {
        let t = text::Words(self.language);
        let FiguresOf::Procedure(code) = &self.chosen.of else { return t.other_agencies() };
        let name = self.data.procedure_any(code.as_str()).map(|procedure| procedure.name.vi.as_str());
        match name.is_some_and(|name| pack_on(self.today).public.discreet(name)) {
            true => t.all(),
            false => t.other_agencies(),
        }
    }

    fn agency(&self, id: AgencyId, summary: PublicSummary) -> FiguresLine {
        let agency = self.data.agency(id);
        let key = agency.map(|agency| agency.key.clone()).unwrap_or_default();
        FiguresLine {
            name: agency.map(|agency| Phrase::of(&agency.name, self.language)).unwrap_or_default(),
            href: Some(self.chosen.narrowed(FiguresOf::Agency(id, key)).address()),
            level: "",
            summary,
        }
    }

    fn procedure(&self, code: &ProcedureCode, summary: PublicSummary) -> FiguresLine {
        let procedure = self.data.procedure_any(code.as_str());
        let name = procedure
            .map(|procedure| crate::naming::of(procedure, self.language, crate::naming::ROW_LETTERS));
        FiguresLine {
            name: name.unwrap_or_else(|| code.as_str().into()),
            href: Some(self.chosen.narrowed(FiguresOf::Procedure(code.clone())).address()),
            level: "",
            summary,
        }
    }

    fn field(&self, key: &str, summary: PublicSummary) -> FiguresLine {
        let field = self.data.field(key);
        FiguresLine {
            name: field.map_or_else(|| key.into(), |field| Phrase::of(&field.name, self.language)),
            href: field.map(|_| self.chosen.narrowed(FiguresOf::Field(key.to_string())).address()),
            level: "",
            summary,
        }
    }

    fn level(&self, cell: &PublicCell) -> &'static str {
        let (Some(agency), Some(code)) = (cell.agency, &cell.procedure) else { return "" };
        let offering = self.data.offering(code.as_str(), agency, self.today);
        offering.map_or("", |offering| pack_on(self.today).level_name(offering.level, self.language))
    }

    /// What the figures are of.
    fn name(&self) -> Phrase {
        match &self.chosen.of {
            FiguresOf::Province => Phrase::default(),
            FiguresOf::Agency(id, _) => self.agency(*id, PublicSummary::default()).name,
            FiguresOf::Field(key) => self.field(key, PublicSummary::default()).name,
            FiguresOf::Procedure(code) => self.procedure(code, PublicSummary::default()).name,
        }
    }
}

/// The greatest first; what has no page of its own last.
fn sorted(lines: impl Iterator<Item = FiguresLine>) -> Vec<FiguresLine> {
    let mut lines: Vec<FiguresLine> = lines.collect();
    let size = |line: &FiguresLine| line.summary.received.total().max(line.summary.done.total());
    lines.sort_by_key(|line| (line.href.is_none(), -size(line), line.name.text.clone()));
    lines
}
