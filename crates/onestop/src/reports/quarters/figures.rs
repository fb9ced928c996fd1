//! Figures of a report that is filed: its table, and what is in and outside the system.

use super::text::Words;
use crate::reports::{self, file};
use app::quarterly::made;
use domain::Language;
use domain::quarterly::{FrozenReport, LineDifference};
use domain::report::{Rows, StatisticalReport, head};
use ui::part::{FigureCell, FigureHead, FigureLine, FigureTable, Phrase};
use web::Failure;

pub struct Figures {
    pub heading: String,
    pub table: FigureTable,
    pub apart: String,
    pub outside: Option<FigureTable>,
}

pub fn figures(frozen: &FrozenReport, heading: String, language: Language) -> Result<Figures, Failure> {
    let form = frozen.due.form().ok_or(Failure::NotFound)?;
    let made = made(frozen, form.rows[0])?;
    let nowhere: reports::Opens = Box::new(|_, _| None);
    Ok(Figures {
        heading,
        table: reports::table(&made, language, &nowhere),
        apart: reports::apart(&made, language),
        outside: outside(frozen, form, language),
    })
}

/// Rows of other systems, and the three sums; nothing where there are no such rows.
fn outside(frozen: &FrozenReport, form: &StatisticalReport, language: Language) -> Option<FigureTable> {
    if frozen.outside.is_empty() {
        return None;
    }
    let t = Words(language);
    let text = |figure: i64, place: usize| file::figure(&form.columns[place], figure, language);
    let line = |number: String, name: String, sum: bool, figures: &[i64]| FigureLine {
        number,
        name: Phrase::from(name),
        sum,
        figures: cells(figures.iter().enumerate().map(|(place, figure)| text(*figure, place))),
    };
    let rows = frozen.outside.iter().enumerate().map(|(place, row)| {
        line((place + 1).to_string(), format!("{}: {}", row.source, row.name), false, &row.figures)
    });
    let sums = [
        (t.inside_sum(), &frozen.sums.inside),
        (t.outside_sum(), &frozen.sums.outside),
        (t.both_sum(), &frozen.sums.total),
    ];
    let sums = sums.map(|(name, figures)| line(String::new(), name.into(), true, figures));
    Some(with_heads(form, t.outside().into(), rows.chain(sums).collect(), language))
}

/// Lines that are other than in the issue before: a figure that changed as what it was and what it is.
pub fn differences(
    form: &StatisticalReport,
    lines: &[LineDifference],
    caption: String,
    language: Language,
) -> FigureTable {
    let line = |line: &LineDifference| {
        let figure = |(place, (before, after)): (usize, (&i64, &i64))| {
            let text = |figure| file::figure(&form.columns[place], figure, language);
            match before == after {
                true => text(*after),
                false => format!("{} → {}", text(*before), text(*after)),
            }
        };
        FigureLine {
            number: String::new(),
            name: Phrase::of(&line.name, language),
            sum: false,
            figures: cells(line.before.iter().zip(&line.after).enumerate().map(figure)),
        }
    };
    with_heads(form, caption, lines.iter().map(line).collect(), language)
}

fn cells(texts: impl Iterator<Item = String>) -> Vec<FigureCell> {
    texts.map(|text| FigureCell { text, ..FigureCell::default() }).collect()
}

fn with_heads(
    form: &StatisticalReport,
    caption: String,
    lines: Vec<FigureLine>,
    language: Language,
) -> FigureTable {
    let heads = head(form, Rows::Agencies).into_iter().map(|row| {
        let cell = |cell: domain::report::HeadCell| FigureHead {
            text: language.pick(cell.text.0, cell.text.1).into(),
            rows: cell.rows,
            columns: cell.columns,
        };
        row.into_iter().map(cell).collect()
    });
    let numbers = ["(1)".to_string(), "(2)".to_string()].into_iter();
    FigureTable {
        caption,
        heads: heads.collect(),
        numbers: numbers.chain(form.columns.iter().map(|column| form.numbered(column))).collect(),
        lines,
    }
}
