//! The headings of a table, in any order, with titles above them, in one row or in two.

use super::sheet::TableSheet;
use crate::time::WorkingTime;
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
const HEADINGS: [(Column, &[&str]); 9] = [
    (Column::English, &["tiếng anh", "english"]),
    (Column::Role, &["vai trò", "chức danh", "chức vụ", "role"]),
    (Column::Next, &["bước tiếp theo", "chuyển tới", "tiếp theo", "next"]),
    (Column::Time, &["thời gian", "thời hạn", "thời lượng", "số ngày", "time", "duration", "how long"]),
    (Column::Product, &["kết quả", "sản phẩm", "biểu mẫu", "product", "result", "output"]),
    (
        Column::Responsible,
        &[
            "trách nhiệm",
            "người thực hiện",
            "đơn vị",
            "bộ phận",
            "chủ trì",
            "người giải quyết",
            "người xử lý",
            "cán bộ",
            "công chức",
            "responsible",
            "responsibility",
            "who",
            "unit",
        ],
    ),
    // A time or an agency may be that of passing on too, and is no way.
    (Column::Next, &["chuyển đến", "chuyển bước", "kế tiếp", "bước sau", "leads to", "goes to"]),
    (
        Column::Name,
        &[
            "tên bước",
            "bước thực hiện",
            "nội dung công việc",
            "nội dung",
            "công việc",
            "trình tự",
            "các bước",
            "hoạt động",
            "task",
            "step",
            "work",
            "activity",
        ],
    ),
    (Column::Order, ORDERS),
];

const ORDERS: &[&str] = &[
    "stt",
    "tt",
    "thứ tự",
    "số tt",
    "số thứ tự",
    "thứ tự công việc",
    "thứ tự các bước",
    "bước số",
    "các bước",
    "bước",
    "order",
    "no",
    "step no",
    "#",
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

pub(super) struct TableHeading {
    pub columns: BTreeMap<Column, usize>,
    /// The first row, and the first below.
    pub rows: (usize, usize),
    /// What stands over each column.
    pub texts: Vec<String>,
    /// Columns of one time, each in its own unit, under one heading: `Ngày | Giờ`. None where it is one column.
    pub times: Vec<(usize, &'static str)>,
    /// How much it is like that of a process.
    pub worth: u32,
}

/// The row of headings that is most like those of a process, and what else would have been some; of equals the first.
pub(super) fn find(sheet: &TableSheet) -> Option<(TableHeading, Vec<usize>)> {
    let mut best: Option<TableHeading> = None;
    let mut others = Vec::new();
    for found in (0..sheet.cells.len().min(ROWS_ABOVE_MAX)).filter_map(|row| at(sheet, row)) {
        match &best {
            Some(best) if best.worth >= found.worth || found.rows.0 < best.rows.1 => {}
            _ => {
                let passed = best.replace(found).filter(TableHeading::is_of_work);
                others.extend(passed.map(|passed| passed.rows.0));
            }
        }
    }
    Some((best?, others))
}

fn at(sheet: &TableSheet, row: usize) -> Option<TableHeading> {
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
    let texts: Vec<String> = (0..width).map(text).collect();
    let times = match columns.get(&Column::Time) {
        Some(first) if second => times(&above, &below, *first),
        _ => Vec::new(),
    };
    let rows = (row, row + 1 + usize::from(second));
    let worth = worth(sheet, &columns, &texts, rows.1);
    Some(TableHeading { columns, rows, texts, times, worth })
}

/// What is done, who does it and how long it takes make a table a process; a table of contents has a number and a name.
fn worth(sheet: &TableSheet, columns: &BTreeMap<Column, usize>, texts: &[String], below: usize) -> u32 {
    let of_one = |(column, place): (&Column, &usize)| match column {
        Column::Name => {
            let text = texts.get(*place).map(|text| text.to_lowercase()).unwrap_or_default();
            if SURE_NAMES.iter().any(|word| text.contains(word)) { 3 } else { 1 }
        }
        Column::Responsible | Column::Time => 3,
        Column::Next => 2,
        Column::Order | Column::Product | Column::Role | Column::English => 1,
    };
    let is_time = |row: &Vec<String>| {
        let cell = columns.get(&Column::Time).and_then(|place| row.get(*place)).map(|cell| one_line(cell));
        cell.is_some_and(|cell| {
            WorkingTime::parse(&cell).is_some() || WorkingTime::parse(&format!("{cell} ngày")).is_some()
        })
    };
    let timed = sheet.cells.iter().skip(below).take(ROWS_LOOKED_AT).any(is_time);
    columns.iter().map(of_one).sum::<u32>() + if timed { 3 } else { 0 }
}

/// Of a column of names: what is done.
const SURE_NAMES: [&str; 8] =
    ["bước", "công việc", "trình tự", "hoạt động", "task", "step", "work", "activity"];

const ROWS_LOOKED_AT: usize = 300;

/// Whether a cell heads a column of numbers, and nothing else.
pub(super) fn is_number_heading(text: &str) -> bool {
    let small = text.to_lowercase();
    small != "bước" && ORDERS.contains(&small.trim_end_matches('.'))
}

/// Whether a cell is a heading of a process, and nothing else.
pub(super) fn is_heading(text: &str) -> bool {
    let small = text.to_lowercase();
    let out = |(vi, en): &(&str, &str)| small == vi.to_lowercase() || small == en.to_lowercase();
    HEADINGS_OUT.iter().any(out)
        || HEADINGS.iter().any(|(_, words)| words.contains(&small.trim_end_matches('.')))
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

fn texts(sheet: &TableSheet, row: usize) -> Vec<String> {
    let cells = sheet.cells.get(row).map(Vec::as_slice).unwrap_or_default();
    cells.iter().map(|cell| one_line(cell)).collect()
}

/// Which column is which: at least a name and one more.
fn columns(cells: &[String]) -> Option<BTreeMap<Column, usize>> {
    let mut found: BTreeMap<Column, usize> = BTreeMap::new();
    let texts: Vec<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
    let mut taken = HashSet::new();
    for (column, words) in HEADINGS {
        if found.contains_key(&column) {
            continue;
        }
        for word in words {
            let place = texts.iter().enumerate().position(|(place, text)| {
                let exact = word.len() <= 3 || column == Column::Order;
                let numbers = column == Column::Name && is_number_heading(text) && text != "các bước";
                let fits = if exact { text.trim_end_matches('.') == *word } else { text.contains(word) };
                fits && !numbers && text.chars().count() < 60 && !taken.contains(&place)
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
        && let Some(place) = texts.iter().position(|text| ["bước", "các bước"].contains(&text.as_str()))
    {
        found.retain(|_, taken| *taken != place);
        found.insert(Column::Name, place);
    }
    (found.contains_key(&Column::Name) && found.len() >= 2).then_some(found)
}

impl TableHeading {
    /// Who does it, or how long it takes, has a column.
    pub fn is_of_work(&self) -> bool {
        [Column::Responsible, Column::Time].iter().any(|column| self.columns.contains_key(column))
    }

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
