//! A list edited as rows of fields, without a script: adding, removing and moving a row are buttons of the form.

use super::text::Words;
use app::fold::fold;
use askama::Template;
use std::collections::BTreeMap;
use ui::field::Summary;
use ui::{Ask, Chrome, Field, Fields, Posted};

/// More rows than any list of the law has.
const ROWS_MAX: usize = 400;

/// One row as typed: it may be wrong.
#[derive(Clone, Debug, Default)]
pub struct Row(BTreeMap<String, String>);

impl Row {
    pub fn of<const N: usize>(cells: [(&str, String); N]) -> Row {
        Row(cells.into_iter().map(|(name, value)| (name.to_string(), value)).collect())
    }

    pub fn get(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    /// Whether the form had the column at all: one opened before there was one leaves it as it is.
    pub fn has(&self, column: &str) -> bool {
        self.0.contains_key(column)
    }

    pub fn checked(&self, column: &str) -> bool {
        self.get(column) == "yes"
    }

    fn is_blank(&self) -> bool {
        self.0.values().all(String::is_empty)
    }
}

/// `yes` in a column that is a tick.
pub fn tick(set: bool) -> String {
    if set { "yes".into() } else { String::new() }
}

/// What is wrong, and where.
pub struct Wrong {
    pub row: usize,
    pub column: &'static str,
    pub sentence: String,
}

/// The problems found so far while rows are read.
#[derive(Default)]
pub struct Problems(pub Vec<Wrong>);

impl Problems {
    pub fn say(&mut self, row: usize, column: &'static str, sentence: impl Into<String>) {
        self.0.push(Wrong { row, column, sentence: sentence.into() });
    }
}

/// A row as shown.
struct RowView {
    number: usize,
    heading: String,
    /// The stable key of what the row is about, kept out of sight.
    id: String,
    fields: Fields,
}

/// What the pressed button asks for.
pub enum Pressed {
    /// The rows changed: show them again.
    Edited,
    Save,
    Nothing,
}

pub fn typed(posted: &Posted, columns: &[Field]) -> Vec<Row> {
    let count: usize = posted.raw("rows").parse().unwrap_or(0).min(ROWS_MAX);
    (0..count)
        .map(|place| {
            let mut row = Row::default();
            row.0.insert("id".into(), posted.text(&format!("id-{place}")));
            for column in columns {
                let name = format!("{}-{place}", column.name);
                let typed = posted.all(&name);
                if !typed.is_empty() {
                    row.0.insert(column.name.clone(), forms::tidy(&typed.join(",")));
                }
            }
            row
        })
        .collect()
}

/// Does what the button says to the rows.
pub fn press(posted: &Posted, rows: &mut Vec<Row>) -> Pressed {
    // A form that was held is only shown.
    if posted.is_held() { Pressed::Edited } else { pressed(posted.raw("act"), rows) }
}

fn pressed(act: &str, rows: &mut Vec<Row>) -> Pressed {
    let place = |start: &str| act.strip_prefix(start).and_then(|place| place.parse::<usize>().ok());
    if act == "save" {
        // A row left wholly blank was not meant.
        rows.retain(|row| !row.is_blank());
        return Pressed::Save;
    }
    if act == "add" {
        if rows.len() < ROWS_MAX {
            rows.push(Row::default());
        }
        return Pressed::Edited;
    }
    if let Some(place) = place("remove-").filter(|place| *place < rows.len()) {
        rows.remove(place);
        return Pressed::Edited;
    }
    if let Some(place) = place("up-").filter(|place| *place > 0 && *place < rows.len()) {
        rows.swap(place, place - 1);
        return Pressed::Edited;
    }
    Pressed::Nothing
}

/// The page of a list edited as rows.
#[derive(Template)]
#[template(path = "administration/rows.html")]
pub struct RowsPage {
    chrome: Chrome,
    about: About,
    summary: Summary,
    rows: Vec<RowView>,
    t: Words,
}

/// What the page is about.
pub struct About {
    pub back: String,
    pub over: String,
    pub heading: &'static str,
    pub note: &'static str,
    /// What the form was opened on, to notice a colleague's saving.
    pub version: String,
}

pub fn view(ask: &Ask, about: About, columns: &[Field], rows: &[Row], problems: &Problems) -> RowsPage {
    let views = views(ask, columns, rows, problems);
    let whole = problems.0.iter().filter(|wrong| wrong.row >= rows.len());
    let mut summary = Summary::of(ask.language, whole.map(|wrong| wrong.sentence.clone()).collect());
    summary.lines.extend(views.iter().flat_map(|row| {
        let lines = row.fields.summary().lines;
        lines.into_iter().map(|(to, sentence)| (to, format!("{}: {sentence}", row.heading)))
    }));
    RowsPage {
        chrome: Chrome::new(ask, about.heading).with_problems(!problems.0.is_empty()),
        about: About { version: ask.as_seen("version", about.version), ..about },
        summary,
        rows: views,
        t: Words(ask.language),
    }
}

fn views(ask: &Ask, columns: &[Field], rows: &[Row], problems: &Problems) -> Vec<RowView> {
    let t = Words(ask.language);
    rows.iter()
        .enumerate()
        .map(|(place, row)| {
            let fields = columns.iter().map(|column| {
                let mut field = column.clone().value(row.get(&column.name));
                field.name = format!("{}-{place}", column.name);
                field
            });
            let mut fields = Fields::new(ask.language, fields.collect());
            for wrong in problems.0.iter().filter(|wrong| wrong.row == place) {
                fields.wrong(&format!("{}-{place}", wrong.column), wrong.sentence.clone());
            }
            RowView { number: place, heading: t.row(place + 1), id: row.get("id").to_string(), fields }
        })
        .collect()
}

/// The key of a row: the one it has, or a new one made of its name, unlike `taken`.
pub fn key(row: &Row, name: &str, taken: &[String]) -> String {
    let kept = row.get("id");
    if super::is_slug(kept) && !taken.iter().any(|known| known == kept) {
        return kept.to_string();
    }
    fresh_key(name, taken)
}

pub fn fresh_key(name: &str, taken: &[String]) -> String {
    let folded: String = fold(name)
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .take(40)
        .collect();
    let base = folded.trim_matches('-');
    let base = if base.is_empty() || base == "other" || base == "new" { "item" } else { base };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.to_string())
        .chain(numbered)
        .find(|key| !taken.contains(key))
        .expect("numbers do not end")
}

/// The sentence for a cell that must not be empty.
pub fn missing(ask: &Ask, columns: &[Field], column: &str) -> String {
    let field = columns.iter().find(|field| field.name == column);
    field.map(|field| field.missing_sentence(ask.language)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_of_the_name_and_stays() {
        let row = |id: &str| Row::of([("id", id.to_string())]);
        assert_eq!(key(&row(""), "Tờ khai đăng ký", &[]), "to-khai-dang-ky");
        assert_eq!(key(&row("form"), "Tờ khai đăng ký", &[]), "form");
        assert_eq!(key(&row("form"), "Bản vẽ", &["form".into(), "ban-ve".into()]), "ban-ve-2");
        assert_eq!(key(&row("../x"), "???", &[]), "item");
    }

    #[test]
    fn rows_move_and_blank_ones_are_not_saved() {
        let row = |id: &str| Row::of([("id", id.to_string())]);
        let mut rows = vec![row("a"), row("b"), row("")];
        assert!(matches!(pressed("up-1", &mut rows), Pressed::Edited));
        assert_eq!(rows[0].get("id"), "b");
        assert!(matches!(pressed("up-0", &mut rows), Pressed::Nothing));
        assert!(matches!(pressed("save", &mut rows), Pressed::Save));
        assert_eq!(rows.len(), 2);
    }
}
