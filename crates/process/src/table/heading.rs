//! The headings of a table, in any order, with titles above them, in one row or in two.

use super::sheet::Sheet;
use std::collections::{BTreeMap, HashSet};
use typed::one_line;

/// What a column of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Order,
    Name,
    Responsible,
    Time,
    Product,
    Next,
    Role,
    English,
}

/// The words by which headings are known, the surest first.
const HEADINGS: [(Column, &[&str]); 8] = [
    (Column::English, &["tiếng anh", "english"]),
    (Column::Role, &["vai trò", "chức danh", "chức vụ", "role"]),
    (Column::Next, &["bước tiếp theo", "chuyển tới", "tiếp theo", "next"]),
    (Column::Time, &["thời gian", "thời hạn", "time", "duration", "how long"]),
    (Column::Product, &["kết quả", "sản phẩm", "biểu mẫu", "product", "result", "output"]),
    (
        Column::Responsible,
        &["trách nhiệm", "người thực hiện", "đơn vị", "bộ phận", "chủ trì", "responsible", "who", "unit"],
    ),
    (
        Column::Name,
        &["nội dung", "tên bước", "bước thực hiện", "công việc", "trình tự", "task", "step", "work"],
    ),
    (Column::Order, &["stt", "tt", "thứ tự", "số tt", "bước", "order", "no", "#"]),
];

/// The headings written out, in the two languages. The last two only where something stands below them.
pub const HEADINGS_OUT: [(&str, &str); 8] = [
    ("STT", "No."),
    ("Bước thực hiện", "Step"),
    ("Trách nhiệm", "Responsible"),
    ("Thời gian", "Time"),
    ("Sản phẩm", "Product"),
    ("Bước tiếp theo", "Next"),
    ("Vai trò", "Role"),
    ("Tên tiếng Anh", "English name"),
];

const ROWS_ABOVE_MAX: usize = 40;

pub(super) struct Heading {
    pub columns: BTreeMap<Column, usize>,
    /// The first row, and the first below.
    pub rows: (usize, usize),
    /// What stands over each column.
    pub texts: Vec<String>,
    /// Columns of one time, each in its own unit, under one heading: `Ngày | Giờ`. None where it is one column.
    pub times: Vec<(usize, &'static str)>,
}

pub(super) fn find(sheet: &Sheet) -> Option<Heading> {
    (0..sheet.cells.len().min(ROWS_ABOVE_MAX)).find_map(|row| at(sheet, row))
}

fn at(sheet: &Sheet, row: usize) -> Option<Heading> {
    let above = texts(sheet, row);
    let mut columns = columns(&above)?;
    let below = texts(sheet, row + 1);
    // What stands in a second row of headings says more.
    let under =
        |column| columns.get(&column).and_then(|at: &usize| below.get(*at)).map_or("", String::as_str);
    let parts = sheet.merged.iter().any(|area| area.rows.0 == row && area.columns.0 < area.columns.1);
    let whole = sheet.merged.iter().any(|area| area.rows.0 <= row && area.rows.1 > row);
    let second = match self::columns(&below) {
        Some(more) => {
            columns.retain(|column, _| !more.contains_key(column));
            let taken: HashSet<usize> = more.values().copied().collect();
            columns.retain(|_, place| !taken.contains(place));
            columns.extend(more);
            true
        }
        None => {
            let empty = under(Column::Order).is_empty() && under(Column::Name).is_empty();
            (parts || whole) && empty && below.iter().any(|text| !text.is_empty())
        }
    };
    let width = above.len().max(if second { below.len() } else { 0 });
    let text = |column: usize| {
        let above = above.get(column).map_or("", String::as_str);
        let below = below.get(column).filter(|_| second).map_or("", String::as_str);
        one_line(&format!("{above} {below}"))
    };
    let texts = (0..width).map(text).collect();
    let times = match columns.get(&Column::Time) {
        Some(first) if second => times(&above, &below, *first),
        _ => Vec::new(),
    };
    Some(Heading { columns, rows: (row, row + 1 + usize::from(second)), texts, times })
}

/// The columns of one time: the heading stands over the first of them, and each says its unit and no more.
fn times(above: &[String], below: &[String], first: usize) -> Vec<(usize, &'static str)> {
    let alone = |place: usize| {
        let text = below.get(place)?.to_lowercase();
        let words = text.trim_matches(['(', ')', ' ']).trim_start_matches("số ");
        UNITS.iter().find(|(unit, names)| *unit == words || names.contains(&words)).map(|(unit, _)| *unit)
    };
    let under = |place: &usize| *place == first || above.get(*place).is_none_or(String::is_empty);
    let found = (first..below.len()).take_while(under).map_while(|place| Some((place, alone(place)?)));
    let found: Vec<(usize, &'static str)> = found.collect();
    if found.len() > 1 { found } else { Vec::new() }
}

/// Units of time as headings name them.
const UNITS: [(&str, &[&str]); 5] = [
    ("ngày", &["ngày", "day", "days"]),
    ("buổi", &["buổi"]),
    ("giờ", &["giờ", "hour", "hours", "tiếng", "h"]),
    ("phút", &["phút", "minute", "minutes", "min", "p"]),
    ("tuần", &["tuần", "week", "weeks"]),
];

fn texts(sheet: &Sheet, row: usize) -> Vec<String> {
    let cells = sheet.cells.get(row).map(Vec::as_slice).unwrap_or_default();
    cells.iter().map(|cell| one_line(cell)).collect()
}

/// Which column is which: at least a name and one more.
fn columns(cells: &[String]) -> Option<BTreeMap<Column, usize>> {
    let mut found: BTreeMap<Column, usize> = BTreeMap::new();
    let texts: Vec<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
    let mut taken = HashSet::new();
    for (column, words) in HEADINGS {
        for word in words {
            let place = texts.iter().enumerate().position(|(place, text)| {
                let exact = word.len() <= 3 || column == Column::Order;
                let fits = if exact { text.trim_end_matches('.') == *word } else { text.contains(word) };
                fits && text.chars().count() < 60 && !taken.contains(&place)
            });
            if let Some(place) = place {
                found.insert(column, place);
                taken.insert(place);
                break;
            }
        }
    }
    // “Bước” alone heads the steps where nothing else does.
    if !found.contains_key(&Column::Name)
        && let Some(place) = texts.iter().position(|text| text == "bước")
    {
        found.retain(|_, taken| *taken != place);
        found.insert(Column::Name, place);
    }
    (found.contains_key(&Column::Name) && found.len() >= 2).then_some(found)
}

impl Heading {
    /// The unit of a number alone in the column of time: days, where nothing is said; none, where several are.
    pub fn unit(&self) -> Option<&'static str> {
        let text = self.columns.get(&Column::Time).and_then(|at| self.texts.get(*at));
        let text = text.map(|text| text.to_lowercase()).unwrap_or_default();
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
        let is_said = |names: &[&str]| {
            // An abbreviation stands alone; a word may have an ending.
            names.iter().any(|name| if name.len() > 3 { text.contains(name) } else { words.contains(name) })
        };
        let said: Vec<&str> =
            UNITS.into_iter().filter(|(_, names)| is_said(names)).map(|(unit, _)| unit).collect();
        match said.as_slice() {
            [] => Some("ngày"),
            [one] => Some(one),
            _ => None,
        }
    }
}
