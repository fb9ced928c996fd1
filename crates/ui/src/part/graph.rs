//! A graph of figures, drawn here as SVG: columns, or lines by time. Beside it stands a table that says the same, so that
//! nobody needs the picture; colours are the page's, and what differs by colour differs by form or words too.

use super::Phrase;
use crate::Markup;
use askama::Template;

/// A graph with its name, a sentence of what it shows and its table.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/graph.html")]
pub struct Graph {
    /// Its key in the page, by which the picture finds its name.
    pub id: String,
    pub title: String,
    /// What somebody would say who looks at it.
    pub said: String,
    picture: Markup,
    /// What is drawn for each series, beside its name; nothing where there is but one.
    keys: Vec<String>,
    pub table: GraphTable,
}

/// What is drawn, as a table: a head for the labels and for each series, and a row for each label.
#[derive(Clone, Debug, Default)]
pub struct GraphTable {
    /// What opens it.
    pub name: String,
    pub heads: Vec<String>,
    pub rows: Vec<GraphRow>,
}

/// A label, how much of each series, and where that leads.
#[derive(Clone, Debug, Default)]
pub struct GraphRow {
    pub label: String,
    pub figures: Vec<(String, Option<String>)>,
}

/// One of the values drawn beside each other.
#[derive(Clone, Debug)]
pub struct GraphColumn {
    /// In few letters, for there is little room below it.
    pub label: String,
    pub n: i64,
    /// The figure as it is written.
    pub text: String,
    /// It is late.
    pub late: bool,
}

/// The drawing's width in its own units: text of 26 is 12 pixels high on a narrow phone.
const WIDE: i64 = 720;
/// Where the axes begin, for figures stand left of them and labels below.
const LEFT: i64 = 84;
const TOP: i64 = 44;
const BOTTOM: i64 = 330;

/// A round number that is not less, for the top of the axis.
fn round_up(n: i64) -> i64 {
    let mut step = 1;
    loop {
        for of in [1, 2, 4, 6, 10] {
            if n <= of * step {
                return of * step;
            }
        }
        step *= 10;
    }
}

/// How high a value stands.
fn y(n: i64, most: i64) -> i64 {
    BOTTOM - (BOTTOM - TOP) * n.clamp(0, most) / most
}

/// A line across with its figure.
#[derive(Clone, Debug)]
struct Rule {
    y: i64,
    text: String,
}

fn rules(most: i64, write: &dyn Fn(i64) -> String) -> Vec<Rule> {
    let half = (most % 2 == 0).then_some(most / 2);
    [Some(0), half, Some(most)]
        .into_iter()
        .flatten()
        .map(|n| Rule { y: y(n, most), text: write(n) })
        .collect()
}

#[derive(Template)]
#[template(path = "part/graph_columns.html")]
struct Columns<'a> {
    id: &'a str,
    title: &'a str,
    said: &'a str,
    rules: Vec<Rule>,
    columns: Vec<Drawn<'a>>,
}

struct Drawn<'a> {
    of: &'a GraphColumn,
    x: i64,
    middle: i64,
    width: i64,
    y: i64,
    height: i64,
}

#[derive(Template)]
#[template(path = "part/graph_lines.html")]
struct Lines<'a> {
    id: &'a str,
    title: &'a str,
    said: &'a str,
    rules: Vec<Rule>,
    lines: Vec<DrawnLine>,
    labels: Vec<DrawnLabel<'a>>,
}

struct DrawnLine {
    points: Vec<(i64, i64)>,
}

impl DrawnLine {
    fn path(&self) -> String {
        self.points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
    }
}

struct DrawnLabel<'a> {
    x: i64,
    anchor: &'static str,
    text: &'a str,
}

impl Graph {
    /// A graph without a picture yet.
    pub fn new(id: &str, title: impl Into<String>, said: impl Into<String>, table: GraphTable) -> Graph {
        Graph { id: id.into(), title: title.into(), said: said.into(), table, ..Graph::default() }
    }

    /// Values beside each other, each with its figure above it.
    pub fn columns(mut self, columns: &[GraphColumn], write: &dyn Fn(i64) -> String) -> Graph {
        let most = round_up(columns.iter().map(|column| column.n).max().unwrap_or_default());
        let room = (WIDE - LEFT) / (columns.len() as i64).max(1);
        let width = (room * 2 / 3).min(96);
        let draw = |(at, of): (i64, _)| {
            let of: &GraphColumn = of;
            let middle = LEFT + room * at + room / 2;
            let top = y(of.n, most);
            Drawn { of, x: middle - width / 2, middle, width, y: top, height: BOTTOM - top }
        };
        let drawn = Columns {
            id: &self.id,
            title: &self.title,
            said: &self.said,
            rules: rules(most, write),
            columns: (0..).zip(columns).map(draw).collect(),
        };
        self.picture = Markup::written(drawn.to_string());
        self
    }

    /// Series over the same labels, one or two, each with its name and a line of its own look.
    pub fn lines(
        mut self,
        labels: &[String],
        series: &[(&str, Vec<i64>)],
        write: &dyn Fn(i64) -> String,
    ) -> Graph {
        let most = round_up(series.iter().flat_map(|(_, values)| values).copied().max().unwrap_or_default());
        let last = (labels.len() as i64 - 1).max(1);
        let x = |at: i64| LEFT + 12 + (WIDE - LEFT - 28) * at / last;
        let line = |(_, values): &(&str, Vec<i64>)| DrawnLine {
            points: (0..).zip(values).map(|(at, n)| (x(at), y(*n, most))).collect(),
        };
        let anchor = |at: i64| match at {
            0 => "start",
            at if at == last => "end",
            _ => "middle",
        };
        // First, middle and last: more have no room on a phone.
        let mut places = vec![0, last / 2, last];
        places.dedup();
        let label = |at: i64| {
            let text = labels.get(at as usize)?;
            Some(DrawnLabel { x: x(at), anchor: anchor(at), text })
        };
        let drawn = Lines {
            id: &self.id,
            title: &self.title,
            said: &self.said,
            rules: rules(most, write),
            lines: series.iter().map(line).collect(),
            labels: places.into_iter().filter_map(label).collect(),
        };
        self.picture = Markup::written(drawn.to_string());
        self.keys = series.iter().map(|(name, _)| name.to_string()).collect();
        self
    }
}

/// A figure among its like as a bar, and how much of it is late.
#[derive(Clone, Debug)]
pub struct RankedBar {
    pub name: Phrase,
    pub n: i64,
    pub late: i64,
    /// The figures as they are written, such as "12, 3 late".
    pub text: String,
    pub href: Option<String>,
}

/// Figures among their like, the greatest first as a rule, each with its name above its bar.
#[derive(Clone, Debug, Template)]
#[template(path = "part/ranked.html")]
pub struct RankedBars {
    /// What they are, for those who hear the list.
    pub label: String,
    pub bars: Vec<RankedBar>,
}

impl RankedBars {
    /// A figure in thousandths of the greatest.
    fn share(&self, n: &i64) -> i64 {
        let most = self.bars.iter().map(|bar| bar.n).max().unwrap_or_default().max(1);
        1_000 * n.clamp(&0, &most) / most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_of_the_axis_is_round_and_never_below_what_is_drawn() {
        let tops = [0, 1, 3, 7, 11, 43, 99, 1_234].map(round_up);
        assert_eq!(tops, [1, 1, 4, 10, 20, 60, 100, 2_000]);
        assert_eq!([y(0, 10), y(5, 10), y(10, 10)], [BOTTOM, (BOTTOM + TOP) / 2, TOP]);
    }

    #[test]
    fn nothing_is_drawn_outside_and_no_number_breaks_it() {
        for n in [0, 1, 2, 13, 400] {
            let column = |i: i64| GraphColumn {
                label: format!("<{i}>"),
                n: i * 7,
                text: i.to_string(),
                late: i % 2 == 0,
            };
            let columns: Vec<GraphColumn> = (0..n).map(column).collect();
            let graph = Graph::new("g", "t", "s", GraphTable::default());
            let drawn = graph.clone().columns(&columns, &|n| n.to_string()).picture;
            assert_eq!(drawn.as_str().matches("<rect").count() as i64, n);
            assert!(!drawn.as_str().contains("<0>"), "what is written is escaped");
            let labels: Vec<String> = columns.iter().map(|column| column.label.clone()).collect();
            let values: Vec<i64> = columns.iter().map(|column| column.n).collect();
            let lines =
                graph.lines(&labels, &[("a", values.clone()), ("b", values)], &|n| n.to_string()).picture;
            assert_eq!(lines.as_str().matches("<polyline").count(), 2);
            assert!(lines.as_str().matches("<text").count() <= 6);
        }
    }

    #[test]
    fn bars_are_shares_of_the_greatest() {
        let bar = |n, late| RankedBar { name: "a".into(), n, late, text: n.to_string(), href: None };
        let bars = RankedBars { label: "b".into(), bars: vec![bar(40, 10), bar(0, 0)] };
        assert_eq!([bars.share(&40), bars.share(&10), bars.share(&0)], [1_000, 250, 0]);
        let none = RankedBars { label: "b".into(), bars: vec![bar(0, 0)] };
        assert_eq!(none.share(&0), 0);
    }
}
