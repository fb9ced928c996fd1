//! Cells of a spreadsheet as rows of the table: the headings may be in any order, with titles above them.

use super::{Row, TableFault, TableProblem};
use std::collections::{BTreeMap, HashSet};
use typed::one_line;

/// What a column of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Order,
    Name,
    Responsible,
    Time,
    Product,
    Next,
}

/// The words by which headings are known, the surest first.
const HEADINGS: [(Column, &[&str]); 6] = [
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

/// The headings written out, in the two languages.
pub const HEADINGS_OUT: [(&str, &str); 6] = [
    ("STT", "No."),
    ("Bước thực hiện", "Step"),
    ("Trách nhiệm", "Responsible"),
    ("Thời gian", "Time"),
    ("Sản phẩm", "Product"),
    ("Bước tiếp theo", "Next"),
];

/// The steps of a sheet: its cells as text, row by row, with whatever stands above the headings.
pub fn rows(cells: &[Vec<String>]) -> Result<Vec<Row>, TableProblem> {
    let headed = cells.iter().take(40).enumerate().find_map(|(place, cells)| Some((place, columns(cells)?)));
    let Some((heading, columns)) = headed else {
        return Err(TableProblem { row: 1, fault: TableFault::NoHeading });
    };
    let unit = columns.get(&Column::Time).map(|at| one_line(&cells[heading][*at]).to_lowercase());
    let hours = unit.is_some_and(|heading| heading.contains("giờ)") || heading.contains("hour"));
    let mut rows: Vec<Row> = Vec::new();
    for (number, line) in cells.iter().enumerate().skip(heading + 1) {
        let cell = |column| {
            let at = columns.get(&column).copied();
            at.and_then(|at| line.get(at)).map(|text| one_line(text)).unwrap_or_default()
        };
        let name = cell(Column::Name);
        let first = line.iter().map(|cell| one_line(cell)).find(|cell| !cell.is_empty()).unwrap_or_default();
        // A line that adds the times up, or numbers the columns, is no step.
        let sum = ["tổng", "total", "cộng"].iter().any(|word| first.to_lowercase().starts_with(word));
        let numbering = name.parse::<u32>().is_ok() || name.starts_with('(') && name.ends_with(')');
        // A line without a name goes on with the one before, unless it has a number and says more.
        let nameless = name.is_empty() && !cell(Column::Order).is_empty();
        let says = !cell(Column::Responsible).is_empty() || !cell(Column::Time).is_empty();
        if (name.is_empty() && !(nameless && says)) || sum || numbering {
            continue;
        }
        let mut time = cell(Column::Time);
        if time.replace(',', ".").parse::<f64>().is_ok() {
            time.push_str(if hours { " giờ" } else { " ngày" });
        }
        let responsible = match cell(Column::Responsible) {
            // Cells of several lines that belong together are written once.
            text if text.is_empty() => rows.last().map(|row| row.responsible.clone()).unwrap_or_default(),
            text => text,
        };
        let order = match cell(Column::Order) {
            text if text.is_empty() => (rows.len() + 1).to_string(),
            text => text.trim_end_matches(['.', ')']).to_string(),
        };
        let (product, next) = (cell(Column::Product), cell(Column::Next));
        rows.push(Row { order, name, responsible, time, product, next, line: number + 1 });
    }
    if rows.is_empty() {
        return Err(TableProblem { row: heading + 1, fault: TableFault::NoSteps });
    }
    Ok(rows)
}

/// Which column is which: at least a name and one more.
fn columns(cells: &[String]) -> Option<BTreeMap<Column, usize>> {
    let mut found: BTreeMap<Column, usize> = BTreeMap::new();
    let texts: Vec<String> = cells.iter().map(|cell| one_line(cell).to_lowercase()).collect();
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
