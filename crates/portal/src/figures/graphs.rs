//! The same figures quarter by quarter, drawn.

use super::choice::{ChosenFigures, FiguresPeriod};
use super::{ShownFigures, days, share, text};
use domain::report::Quarter;
use ui::part::{Graph, GraphColumn, GraphRow, GraphTable};

/// With one there is nothing to compare.
const QUARTERS_LEAST: usize = 2;

/// On time, and how long it takes; each only where two quarters tell.
pub fn graphs(shown: &ShownFigures, t: &text::Words) -> Vec<Graph> {
    let on_time = shown.quarters.iter().filter_map(|(quarter, of)| {
        let of = of.on_time()?;
        Some((*quarter, of.per_thousand(), share(Some(of), t)))
    });
    let long = shown.quarters.iter().filter_map(|(quarter, of)| {
        let of = of.nine_in_ten()?;
        Some((*quarter, i64::from(of), days(Some(of), t)))
    });
    let in_hundreds = |thousandths: i64| format!("{}%", thousandths / 10);
    let drawn = [
        drawn("on-time", t.on_time_by_quarter(), on_time.collect(), &in_hundreds, shown, t),
        drawn("long", t.long_by_quarter(), long.collect(), &|days| days.to_string(), shown, t),
    ];
    drawn.into_iter().flatten().collect()
}

fn drawn(
    id: &str,
    title: &str,
    values: Vec<(Quarter, i64, String)>,
    write: &dyn Fn(i64) -> String,
    shown: &ShownFigures,
    t: &text::Words,
) -> Option<Graph> {
    let ((first, _, from), (last, _, to)) = (values.first()?, values.last()?);
    if values.len() < QUARTERS_LEAST {
        return None;
    }
    let name = |quarter: &Quarter| t.quarter(quarter.number(), quarter.year().number());
    let column = |(quarter, n, text): &(Quarter, i64, String)| GraphColumn {
        label: quarter.to_string(),
        n: *n,
        // Below the bar there is room for the number alone.
        text: text.split(' ').next().unwrap_or_default().to_string(),
        late: false,
    };
    let row = |(quarter, _, text): &(Quarter, i64, String)| {
        let period = FiguresPeriod::Quarter(*quarter);
        let address = ChosenFigures { period, ..shown.chosen.clone() }.address();
        GraphRow { label: name(quarter), figures: vec![(text.clone(), Some(address))] }
    };
    let table = GraphTable {
        name: t.as_a_table().into(),
        heads: vec![t.quarter_head().into(), title.into()],
        rows: values.iter().map(row).collect(),
    };
    let said = t.from_to(&name(first), from, &name(last), to);
    let columns: Vec<GraphColumn> = values.iter().map(column).collect();
    Some(Graph::new(id, title, said, table).columns(&columns, write))
}
