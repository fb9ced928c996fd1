//! Spreadsheets (XLSX) as rows of text, and rows of text as spreadsheets. The two libraries that know the format are
//! heavy and live behind this wall.

mod format;

use calamine::{Data, Reader, Xlsx, XlsxError};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook};
use std::io::{Cursor, Read};

/// What is read of one file.
pub const BYTES_MAX: usize = 8 << 20;
/// Bytes of text in all cells that are read.
const TEXT_MAX: usize = 16 * 1024 * 1024;
const UNPACKED_MAX: u64 = 64 << 20;
const ROWS_MAX: usize = 5_000;
const COLUMNS_MAX: usize = 100;

/// Why a file is no sheet to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    TooLarge,
    /// More rows or columns than a table of ours can have.
    TooManyCells,
    /// No XLSX, or broken.
    NotXlsx,
    Locked,
    Empty,
}

/// The cells of the first sheet with anything in it, as text. Merged cells have their text in the first of them.
pub fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>, Unreadable> {
    if bytes.len() > BYTES_MAX {
        return Err(Unreadable::TooLarge);
    }
    unpacks_small(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => Unreadable::Locked,
        _ => Unreadable::NotXlsx,
    })?;
    let mut left = TEXT_MAX;
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Unreadable::NotXlsx)?;
        let mut rows: Vec<Vec<String>> = Vec::new();
        // Cell by cell: a sheet may claim to be larger than any memory.
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| Unreadable::NotXlsx)? {
            let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
            let format = format.map_or("", |format| format.format_code.as_str());
            let text = text(&Data::from(cell.get_value().clone()), format);
            if text.trim().is_empty() {
                continue;
            }
            // Many cells may show one long text.
            left = left.checked_sub(text.len()).ok_or(Unreadable::TooLarge)?;
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize, column as usize);
            if row >= ROWS_MAX || column >= COLUMNS_MAX {
                return Err(Unreadable::TooManyCells);
            }
            rows.resize_with(rows.len().max(row + 1), Vec::new);
            let cells = rows[row].len().max(column + 1);
            rows[row].resize_with(cells, String::new);
            rows[row][column] = text;
        }
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Err(Unreadable::Empty)
}

/// What a small file unpacks to is small too. Counted, since a file can say what it likes of itself.
fn unpacks_small(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut packed = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotXlsx)?;
    let mut left = UNPACKED_MAX;
    for place in 0..packed.len() {
        let part = packed.by_index(place).map_err(|_| Unreadable::NotXlsx)?;
        let read =
            std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| Unreadable::NotXlsx)?;
        left = left.checked_sub(read).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

/// What a cell shows: a number with the words of its format, a time of day or a span of hours as `4:00`, a date as
/// `24/2/2026`.
fn text(cell: &Data, format: &str) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(value) => format::number(*value, format),
        Data::Int(value) => format::number(*value as f64, format),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(moment) if moment.is_duration() || !format::is_date(format) => {
            let minutes = (moment.as_f64() * 24.0 * 60.0).round() as i64;
            let sign = if minutes < 0 { "-" } else { "" };
            format!("{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{day}/{month}/{year}")
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

impl Unreadable {
    /// A sentence in Vietnamese and in English.
    pub fn sentences(self) -> (&'static str, &'static str) {
        match self {
            Unreadable::TooLarge => {
                ("Bảng tính quá lớn; nhiều nhất là 8 MB.", "The sheet is too large; at most 8 MB.")
            }
            Unreadable::TooManyCells => (
                "Bảng tính có quá nhiều dòng hoặc cột; nhiều nhất là 5.000 dòng và 100 cột.",
                "The sheet has too many rows or columns; at most 5,000 rows and 100 columns.",
            ),
            Unreadable::NotXlsx => (
                "Không đọc được tệp này như một bảng tính XLSX.",
                "The file cannot be read as an XLSX sheet.",
            ),
            Unreadable::Locked => (
                "Bảng tính có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.",
                "The sheet has a password. Remove it and try again.",
            ),
            Unreadable::Empty => ("Bảng tính không có gì.", "The sheet is empty."),
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
        let cells = read(&write("Quy trình", &["STT", "Bước", "Thời gian"], &rows)).unwrap();
        assert_eq!(cells[0], ["Quy trình"]);
        assert_eq!(cells[2], ["STT", "Bước", "Thời gian"]);
        assert_eq!(cells[3..], rows);
    }

    #[test]
    fn a_cell_is_read_as_it_is_shown() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
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
        ];
        for (row, (value, format, _)) in shown.iter().enumerate() {
            let format = Format::new().set_num_format(*format);
            sheet.write_number_with_format(row as u32, 0, *value, &format).unwrap();
        }
        let cells = read(&book.save_to_buffer().unwrap()).unwrap();
        for (cells, (_, format, expected)) in cells.iter().zip(shown) {
            assert_eq!(cells[0], expected, "{format}");
        }
    }

    #[test]
    fn what_is_no_sheet_is_told() {
        assert_eq!(read(b"PK\x03\x04 not really"), Err(Unreadable::NotXlsx));
        assert_eq!(read(b""), Err(Unreadable::NotXlsx));
        assert_eq!(read(&write("", &[], &[])), Err(Unreadable::Empty));
        assert_eq!(read(&vec![0; BYTES_MAX + 1]), Err(Unreadable::TooLarge));
        let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
        bomb.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::copy(&mut std::io::repeat(b' ').take(UNPACKED_MAX + 1), &mut bomb).unwrap();
        let bomb = bomb.finish().unwrap().into_inner();
        assert!(bomb.len() < BYTES_MAX);
        assert_eq!(read(&bomb), Err(Unreadable::TooLarge));
    }
}
