//! Spreadsheets (XLSX) as rows of text, and rows of text as spreadsheets. The libraries that know the format are heavy
//! and live behind this wall.

mod asides;
mod csv;
mod form;
mod format;
mod read_csv;

pub use csv::write_csv;
pub use form::{CellLook, CellValue, FormCell, FormSheet};
pub use read_csv::{CSV_MAX, UnreadableCsv, read_csv};

use calamine::{Data, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use format::MomentFormat;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook};
use std::io::{Cursor, Read};

/// Maximum bytes of a file that is read.
pub const BYTES_MAX: usize = 8 << 20;
/// Bytes of text in all cells that are read.
const TEXT_MAX: usize = 16 * 1024 * 1024;
/// Maximum bytes of its parts together, unpacked.
const UNPACKED_MAX: u64 = 64 << 20;
/// Maximum rows and columns that are read of a sheet.
const ROWS_MAX: usize = 5_000;
const COLUMNS_MAX: usize = 100;

/// Why a file is no sheet to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadableSheet {
    TooLarge,
    /// More rows or columns than a table of ours can have.
    TooManyCells,
    /// No XLSX, or broken.
    NotXlsx,
    Locked,
    Empty,
}

/// A sheet as it was filled in. Merged cells have their text in the first of them. Places are from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    pub rows: Vec<Vec<String>>,
    /// It has more rows or columns than are read, so none are.
    pub too_many: bool,
    pub hidden_rows: Vec<usize>,
    pub hidden_columns: Vec<usize>,
    pub merged: Vec<MergedCells>,
}

/// Cells that are one: the first row and the last, the first column and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergedCells {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

/// The sheets of a file that have anything in them, in its order.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, UnreadableSheet> {
    if bytes.len() > BYTES_MAX {
        return Err(UnreadableSheet::TooLarge);
    }
    let mut packed = unpacks_small(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => UnreadableSheet::Locked,
        _ => UnreadableSheet::NotXlsx,
    })?;
    let mut asides = asides::read(&mut packed)?.into_iter();
    let mut sheets = Vec::new();
    let mut left = TEXT_MAX;
    for found in book.sheets_metadata().to_vec() {
        let asides = asides.next().unwrap_or_default();
        if found.typ != SheetType::WorkSheet {
            continue;
        }
        let hidden = found.visible != SheetVisible::Visible;
        let mut sheet = Sheet { name: found.name, hidden, ..Sheet::default() };
        fill(&mut sheet, &mut book, asides, &mut left)?;
        if !sheet.rows.is_empty() || sheet.too_many {
            sheets.push(sheet);
        }
    }
    match sheets.iter().all(|sheet| sheet.too_many) {
        true if sheets.is_empty() => Err(UnreadableSheet::Empty),
        true => Err(UnreadableSheet::TooManyCells),
        false => Ok(sheets),
    }
}

fn fill(
    sheet: &mut Sheet,
    book: &mut Xlsx<Cursor<&[u8]>>,
    asides: asides::Asides,
    left: &mut usize,
) -> Result<(), UnreadableSheet> {
    let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(|_| UnreadableSheet::NotXlsx)?;
    // Cell by cell: a sheet may claim to be larger than any memory.
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| UnreadableSheet::NotXlsx)? {
        let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
        let format = format.map_or("", |format| format.format_code.as_str());
        let text = text(&Data::from(cell.get_value().clone()), format);
        let (row, column) = cell.get_position();
        if !put(sheet, row as usize, column as usize, text, left)? {
            return Ok(());
        }
    }
    for (row, column, formula) in asides.open {
        put(sheet, row, column, formula, left)?;
    }
    (sheet.hidden_rows, sheet.hidden_columns) = (asides.hidden_rows, asides.hidden_columns);
    sheet.merged = asides.merged;
    Ok(())
}

/// A cell at its place; whether there is room for it.
fn put(
    sheet: &mut Sheet,
    row: usize,
    column: usize,
    text: String,
    left: &mut usize,
) -> Result<bool, UnreadableSheet> {
    if text.trim().is_empty() {
        return Ok(true);
    }
    // Many cells may show one long text.
    *left = left.checked_sub(text.len()).ok_or(UnreadableSheet::TooLarge)?;
    if row >= ROWS_MAX || column >= COLUMNS_MAX {
        sheet.rows = Vec::new();
        sheet.too_many = true;
        return Ok(false);
    }
    let rows = &mut sheet.rows;
    rows.resize_with(rows.len().max(row + 1), Vec::new);
    let cells = rows[row].len().max(column + 1);
    rows[row].resize_with(cells, String::new);
    if rows[row][column].is_empty() {
        rows[row][column] = text;
    }
    Ok(true)
}

/// What a small file unpacks to is small too. Counted, since a file can say what it likes of itself.
fn unpacks_small(bytes: &[u8]) -> Result<zip::ZipArchive<Cursor<&[u8]>>, UnreadableSheet> {
    let mut packed = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| UnreadableSheet::NotXlsx)?;
    let mut left = UNPACKED_MAX;
    for place in 0..packed.len() {
        let part = packed.by_index(place).map_err(|_| UnreadableSheet::NotXlsx)?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())
            .map_err(|_| UnreadableSheet::NotXlsx)?;
        left = left.checked_sub(read).ok_or(UnreadableSheet::TooLarge)?;
    }
    Ok(packed)
}

/// The day after the last that a sheet can show.
const DAYS_MAX: f64 = 2_958_466.0;

/// What a cell shows: a number with the words of its format, a time of day or a span of hours as `4:00`, a date as
/// `24/2/2026`, a fault as the fault it is.
fn text(cell: &Data, format: &str) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Error(error) => error.to_string(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(value) => format::number(*value, format),
        Data::Int(value) => format::number(*value as f64, format),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(moment) => {
            let value = moment.as_f64();
            let shown = if moment.is_duration() { MomentFormat::Clock } else { format::moment(format) };
            match shown {
                // Outside of what has a date: the number that stands there.
                _ if !value.is_finite() || value.abs() >= DAYS_MAX => value.to_string(),
                // Whole days, of which such a format shows nothing: whoever typed 4 may have meant hours.
                MomentFormat::Clock if !moment.is_duration() && value.abs() >= 1.0 => {
                    format!("{value} ({format})")
                }
                MomentFormat::Clock => {
                    let minutes = (value * 24.0 * 60.0).round() as i64;
                    let sign = if minutes < 0 { "-" } else { "" };
                    format!("{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
                }
                _ if value < 0.0 => value.to_string(),
                shown => {
                    let (year, month, day, ..) = moment.to_ymd_hms_milli();
                    match shown {
                        MomentFormat::DayAlone => format::day_alone(day, format),
                        _ => format!("{day}/{month}/{year}"),
                    }
                }
            }
        }
    }
}

/// A sheet with a title, headings, and rows of text below them, as wide as they need.
pub fn write(title: &str, headings: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let heavy = Format::new().set_bold().set_font_size(14);
    let heading = Format::new()
        .set_bold()
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::Center);
    let plain = Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    let fits = "a sheet of ours keeps to the limits of the format";
    sheet.write_string_with_format(0, 0, title, &heavy).expect(fits);
    for (column, text) in headings.iter().enumerate() {
        let longest = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
        let width = longest.unwrap_or(0).max(text.chars().count()).clamp(6, 45);
        sheet.set_column_width(column as u16, width as f64 + 2.0).expect(fits);
        sheet.write_string_with_format(2, column as u16, *text, &heading).expect(fits);
    }
    for (place, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let cell: String = cell.chars().take(32_000).collect();
            sheet.write_string_with_format(place as u32 + 3, column as u16, cell, &plain).expect(fits);
        }
    }
    book.save_to_buffer().expect(fits)
}

impl UnreadableSheet {
    /// A sentence in Vietnamese and in English.
    pub fn sentences(self) -> (&'static str, &'static str) {
        match self {
            UnreadableSheet::TooLarge => {
                ("Bảng tính quá lớn; nhiều nhất là 8 MB.", "The sheet is too large; at most 8 MB.")
            }
            UnreadableSheet::TooManyCells => (
                "Bảng tính có quá nhiều dòng hoặc cột; nhiều nhất là 5.000 dòng và 100 cột.",
                "The sheet has too many rows or columns; at most 5,000 rows and 100 columns.",
            ),
            UnreadableSheet::NotXlsx => (
                "Không đọc được tệp này như một bảng tính XLSX.",
                "The file cannot be read as an XLSX sheet.",
            ),
            UnreadableSheet::Locked => (
                "Bảng tính có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.",
                "The sheet has a password. Remove it and try again.",
            ),
            UnreadableSheet::Empty => ("Bảng tính không có gì.", "The sheet is empty."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let rows = vec![
            vec!["1".to_string(), "Thẩm định hồ sơ".into(), "=1+1".into()],
            vec!["2".into(), "Ký".into()],
        ];
        let sheets = read(&write("Quy trình", &["STT", "Bước", "Thời gian"], &rows)).unwrap();
        let cells = &sheets[0].rows;
        assert_eq!(cells[0], ["Quy trình"]);
        assert_eq!(cells[2], ["STT", "Bước", "Thời gian"]);
        assert_eq!(cells[3..], rows);
    }

    #[test]
    fn a_cell_is_read_as_it_is_shown() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let far = 1e300.to_string();
        let shown = [
            (4.0 / 24.0, "h:mm", "4:00"),
            (0.1666666666666667, "hh:mm:ss", "4:00"),
            (4.5 / 24.0, "h:mm AM/PM", "4:30"),
            (1.5, "[h]:mm", "36:00"),
            (2.0, "0\" ngày\"", "2 ngày"),
            (4.0, "0\" giờ\"", "4 giờ"),
            (0.5, "0.0\\ \"ngày\";-0", "0.5 ngày"),
            (8_000.0, "#,##0\\ [$₫-42A]", "8000 ₫"),
            (0.5, "0%", "50%"),
            (2.5, "General", "2.5"),
            (1.125, "General", "1.1250"),
            (46_077.0, "dd/mm/yyyy", "24/2/2026"),
            (4.0 / 24.0, "[h]\\ \"giờ\"", "4:00"),
            (2.0, "d\" ngày\"", "2 ngày"),
            (2.0, "General\" ngày\"", "2 ngày"),
            (1_500.0, "#,##0.0,", "1.5"),
            (2_500_000.0, "0.0,,\" triệu\"", "2.5 triệu"),
            (1_234_567.0, "#,##0", "1234567"),
            (1.1, "0.00", "1.10"),
            (-2.0, "0\" ngày\"", "-2 ngày"),
            (-2.0, "0\" ngày\";\"(\"0\" ngày)\"", "(2 ngày)"),
            (2.0, "[<1]0.0\" giờ\";0\" ngày\"", "2 ngày"),
            (0.5, "[<1]0.0\" giờ\";0\" ngày\"", "0.5 giờ"),
            (-0.25, "h:mm", "-6:00"),
            (4.0, "h:mm", "4 (h:mm)"),
            (1.5, "hh:mm:ss", "1.5 (hh:mm:ss)"),
            (4.0, "[h]:mm", "96:00"),
            (-4.0, "h:mm", "-4 (h:mm)"),
            (-3.0, "dd/mm/yyyy", "-3"),
            (3_000_000.0, "dd/mm/yyyy", "3000000"),
            (1e300, "h:mm", &far),
        ];
        for (row, (value, format, _)) in shown.iter().enumerate() {
            let format = Format::new().set_num_format(*format);
            sheet.write_number_with_format(row as u32, 0, *value, &format).unwrap();
        }
        let sheets = read(&book.save_to_buffer().unwrap()).unwrap();
        for (cells, (_, format, expected)) in sheets[0].rows.iter().zip(shown) {
            assert_eq!(cells[0], expected, "{format}");
        }
    }

    #[test]
    fn what_is_no_sheet_is_told() {
        assert_eq!(read(b"PK\x03\x04 not really"), Err(UnreadableSheet::NotXlsx));
        assert_eq!(read(b""), Err(UnreadableSheet::NotXlsx));
        assert_eq!(read(&write("", &[], &[])), Err(UnreadableSheet::Empty));
        assert_eq!(read(&vec![0; BYTES_MAX + 1]), Err(UnreadableSheet::TooLarge));
        let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
        bomb.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::copy(&mut std::io::repeat(b' ').take(UNPACKED_MAX + 1), &mut bomb).unwrap();
        let bomb = bomb.finish().unwrap().into_inner();
        assert!(bomb.len() < BYTES_MAX);
        assert_eq!(read(&bomb), Err(UnreadableSheet::TooLarge));
    }

    #[test]
    fn every_sheet_is_read_with_what_is_hidden_and_merged_in_it() {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Bìa").unwrap().write_string(0, 0, "QUY TRÌNH").unwrap();
        let sheet = book.add_worksheet().set_name("Cũ").unwrap();
        sheet.write_string(0, 0, "STT").unwrap();
        sheet.set_hidden(true);
        let sheet = book.add_worksheet().set_name("Bảng & bước").unwrap();
        for row in 0..4 {
            sheet.write_string(row, 0, format!("dòng {row}")).unwrap();
        }
        sheet.set_row_hidden(2).unwrap();
        sheet.set_column_hidden(3).unwrap();
        sheet.merge_range(5, 0, 6, 2, "I. Tiếp nhận", &Format::new()).unwrap();
        book.add_worksheet();
        let sheets = read(&book.save_to_buffer().unwrap()).unwrap();
        let names: Vec<(&str, bool)> =
            sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
        assert_eq!(names, [("Bìa", false), ("Cũ", true), ("Bảng & bước", false)]);
        let table = &sheets[2];
        assert_eq!((table.hidden_rows.as_slice(), table.hidden_columns.as_slice()), (&[2][..], &[3][..]));
        assert_eq!(table.merged, [MergedCells { rows: (5, 6), columns: (0, 2) }]);
        assert_eq!(table.rows[5], ["I. Tiếp nhận"]);
    }

    #[test]
    fn rows_of_no_height_are_hidden_however_that_is_written() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for row in 0..6 {
            sheet.write_string(row, 0, format!("dòng {row}")).unwrap();
        }
        sheet.set_row_height(1, 7.5).unwrap().set_row_height(2, 8.25).unwrap().set_row_height(3, 9).unwrap();
        sheet.set_row_height(4, 20).unwrap();
        let changed = rewritten(&book.save_to_buffer().unwrap(), |text| {
            let text = text.replace(" ht=\"7.5\"", " ht=\"0\"").replace(" ht=\"8.25\"", "");
            text.replace(" ht=\"9\"", " ht=\"0.75\"")
        });
        assert_eq!(read(&changed).unwrap()[0].hidden_rows, [1, 2, 3]);
        let changed =
            rewritten(&changed, |text| text.replace("defaultRowHeight=\"15\"", "defaultRowHeight=\"0\""));
        assert_eq!(read(&changed).unwrap()[0].hidden_rows, [0, 1, 2, 3, 5]);
    }

    /// A book with the text of its parts changed.
    fn rewritten(book: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
        let (mut from, mut to) = (unpacks_small(book).unwrap(), zip::ZipWriter::new(Cursor::new(Vec::new())));
        for place in 0..from.len() {
            let mut part = from.by_index(place).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            to.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut to, change(&text).as_bytes()).unwrap();
        }
        to.finish().unwrap().into_inner()
    }

    #[test]
    fn a_formula_that_was_never_worked_out_is_no_empty_cell() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, formula) in ["=B1*2", "=B1*3"].into_iter().enumerate() {
            let formula = rust_xlsxwriter::Formula::new(formula).set_result(["7", "8"][row]);
            sheet.write_formula(row as u32, 0, formula).unwrap();
        }
        let open = rewritten(&book.save_to_buffer().unwrap(), |text| text.replace("<v>7</v>", "<v></v>"));
        let sheets = read(&open).unwrap();
        assert_eq!(sheets[0].rows, [["=B1*2"], ["8"]]);
    }

    #[test]
    fn a_sheet_beside_the_table_may_be_larger_than_is_read() {
        let mut book = Workbook::new();
        book.add_worksheet().write_string(0, 0, "STT").unwrap();
        book.add_worksheet().write_string(ROWS_MAX as u32, 0, "x").unwrap();
        let sheets = read(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(sheets.iter().map(|sheet| sheet.too_many).collect::<Vec<_>>(), [false, true]);
        let mut book = Workbook::new();
        book.add_worksheet().write_string(0, COLUMNS_MAX as u16, "x").unwrap();
        assert_eq!(read(&book.save_to_buffer().unwrap()), Err(UnreadableSheet::TooManyCells));
    }

    #[test]
    fn one_long_text_shown_by_many_cells_is_too_large() {
        let long = "a".repeat(32_000);
        let sheet = |cells: usize| {
            let mut book = Workbook::new();
            let sheet = book.add_worksheet();
            for cell in 0..cells {
                sheet.write_string((cell / 50) as u32, (cell % 50) as u16, &long).unwrap();
            }
            book.save_to_buffer().unwrap()
        };
        let fits = TEXT_MAX / long.len();
        assert!(read(&sheet(fits)).is_ok());
        assert_eq!(read(&sheet(fits + 1)), Err(UnreadableSheet::TooLarge));
    }
}
