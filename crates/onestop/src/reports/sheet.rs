//! A report as the form is printed. A form is the state's and is in Vietnamese, whoever asks for it.

use super::apart;
use super::file::value;
use super::text::Words;
use app::reports::MadeReport;
use domain::Language;
use domain::report::head;
use domain::time::typed_date;
use sheets::{CellLook, CellValue, FormCell, FormSheet};

/// Where the head of the table begins: above it stand title, period, and who reports to whom.
const HEAD: usize = 5;
const NUMBER_WIDTH: f64 = 5.0;
const NAME_WIDTH: f64 = 34.0;
const FIGURE_WIDTH: f64 = 10.5;
/// Letters of a name that fit in a line.
const NAME_LETTERS: usize = 34;
/// Letters of a line over the whole sheet, and the points a line is high.
const LINE: usize = 150;
const HIGH: f64 = 15.0;

/// The parts of the sheet side by side: the form, the title, and who reports.
struct Sides {
    left: (usize, usize),
    middle: (usize, usize),
    right: (usize, usize),
    all: (usize, usize),
}

pub fn report_sheet(made: &MadeReport) -> FormSheet {
    let (filled, report) = (&made.filled, made.filled.report);
    let t = Words(Language::Vietnamese);
    let columns = report.columns.len() + 2;
    let third = (columns / 3).max(2);
    let sides = Sides {
        left: (0, 1),
        middle: (2, columns - third - 1),
        right: (columns - third, columns - 1),
        all: (0, columns - 1),
    };
    let mut cells = above(made, &sides, t);
    let mut row = HEAD;
    let heads = head(report, filled.rows);
    for (place, heads) in heads.iter().enumerate() {
        for cell in heads {
            let (rows, columns) =
                ((row + place, row + place + cell.rows - 1), (cell.column, cell.column + cell.columns - 1));
            cells.push(text(rows, columns, cell.text.0, CellLook::Head));
        }
    }
    row += heads.len();
    let numbers = ["(1)".to_string(), "(2)".to_string()].into_iter();
    let numbers = numbers.chain(report.columns.iter().map(|column| report.numbered(column)));
    cells.extend(
        numbers
            .enumerate()
            .map(|(column, number)| text((row, row), (column, column), &number, CellLook::Numbered)),
    );
    let last_head = row;
    let mut heights = Vec::new();
    for line in &filled.lines {
        row += 1;
        let (item, figure) = match line.of.is_sum() {
            true => (CellLook::Sum, CellLook::SumFigure),
            false => (CellLook::Item, CellLook::Figure),
        };
        let place = if line.of.is_sum() { CellLook::SumPlace } else { CellLook::Place };
        cells.push(text((row, row), (0, 0), &line.number, place));
        heights.push((row, HIGH * (line.name.vi.chars().count() / NAME_LETTERS + 1) as f64));
        cells.push(text((row, row), (1, 1), &line.name.vi, item));
        for (place, (column, of)) in report.columns.iter().zip(&line.figures).enumerate() {
            let at = place + 2;
            cells.push(FormCell {
                rows: (row, row),
                columns: (at, at),
                value: value(column, *of),
                look: figure,
            });
        }
    }
    heights.extend([(0, 2.0 * HIGH), (last_head - 1, 3.0 * HIGH), (last_head, 2.0 * HIGH)]);
    row += 2;
    let mut said = vec![apart(made, Language::Vietnamese)];
    if !made.took_over.is_empty() {
        let names: Vec<&str> = made.took_over.iter().map(|name| name.vi.as_str()).collect();
        said.push(format!("{}: {}.", t.took_over(), names.join("; ")));
    }
    said.push(format!("{}:", t.conventions()));
    said.extend(filled.conventions.iter().map(|said| format!("– {}", said.vi)));
    for said in said.iter().filter(|said| !said.is_empty()) {
        cells.push(text((row, row), sides.all, said, CellLook::Said));
        heights.push((row, HIGH * (said.chars().count() / LINE + 1) as f64));
        row += 1;
    }
    cells.extend(signatures(row + 1, &sides));
    let widths = [NUMBER_WIDTH, NAME_WIDTH].into_iter().chain(report.columns.iter().map(|_| FIGURE_WIDTH));
    FormSheet {
        name: report.key.into(),
        widths: widths.collect(),
        heights,
        cells,
        repeated: (HEAD, last_head),
    }
}

fn text(rows: (usize, usize), columns: (usize, usize), text: &str, look: CellLook) -> FormCell {
    FormCell { rows, columns, value: CellValue::Text(text.into()), look }
}

fn above(made: &MadeReport, sides: &Sides, t: Words) -> Vec<FormCell> {
    let (filled, report) = (&made.filled, made.filled.report);
    let form = report.form.unwrap_or(t.unverified());
    let (from, to) = (typed_date(filled.period.from), typed_date(filled.period.to));
    let name = t.period_name(filled.period);
    let days = format!("(Từ ngày {from} đến ngày {to})");
    let told = |label: &str, name: &str| format!("{label}: {}", if name.is_empty() { "…………" } else { name });
    let mut cells = vec![
        text((0, 0), sides.left, form, CellLook::SaidBold),
        text((0, 1), sides.middle, &report.title.0.to_uppercase(), CellLook::Title),
        text((0, 1), sides.right, &told(t.reporter(), &made.reporter.vi), CellLook::Said),
        text((2, 2), sides.right, &told(t.recipient(), &made.recipient.vi), CellLook::Said),
        text((3, 3), sides.middle, &days, CellLook::CentredItalic),
        text((4, 4), sides.right, &format!("{}: {}", t.unit(), report.unit.0), CellLook::CentredItalic),
    ];
    // Days that are no quarter and no year have no name but themselves.
    if name != t.period_days(filled.period) {
        cells.push(text((2, 2), sides.middle, &format!("{}: {name}", t.period()), CellLook::Centred));
    }
    cells
}

fn signatures(row: usize, sides: &Sides) -> Vec<FormCell> {
    let at = |row: usize, side: (usize, usize), said: &str, look| text((row, row), side, said, look);
    vec![
        at(row, sides.right, "……, ngày … tháng … năm ……", CellLook::CentredItalic),
        at(row + 1, sides.left, "NGƯỜI LẬP BIỂU", CellLook::CentredBold),
        at(row + 1, sides.right, "THỦ TRƯỞNG ĐƠN VỊ", CellLook::CentredBold),
        at(row + 2, sides.left, "(Ký, ghi rõ họ tên)", CellLook::CentredItalic),
        at(row + 2, sides.right, "(Ký, đóng dấu, ghi rõ họ tên)", CellLook::CentredItalic),
    ]
}
