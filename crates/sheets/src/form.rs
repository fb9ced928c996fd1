//! A sheet that looks like a printed form: cells where they are said to be, some of them merged, set up for A4 on its side.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, XlsxError};

pub struct FormSheet {
    /// What the sheet is called at the foot of a spreadsheet program.
    pub name: String,
    /// How wide each column is, in letters.
    pub widths: Vec<f64>,
    /// How high a row is, in points, where it is not as high as a line.
    pub heights: Vec<(usize, f64)>,
    pub cells: Vec<FormCell>,
    /// The first row and the last that each printed page begins with.
    pub repeated: (usize, usize),
}

/// A cell from its first row and column to its last, from 0.
pub struct FormCell {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
    pub value: CellValue,
    pub look: CellLook,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellValue {
    Text(String),
    Number(i64),
    /// So many of a thousand, shown in hundreds with a tenth.
    Share(i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellLook {
    Said,
    SaidBold,
    Centred,
    CentredBold,
    CentredItalic,
    Title,
    /// Heads, their numbers, and what stands in the table; bold where it sums up.
    Head,
    Numbered,
    Place,
    Item,
    Figure,
    SumPlace,
    Sum,
    SumFigure,
}

impl CellLook {
    fn format(self) -> Format {
        let (plain, boxed) =
            (Format::new().set_font_name("Times New Roman").set_font_size(11), FormatBorder::Thin);
        let plain = plain.set_text_wrap().set_align(FormatAlign::VerticalCenter);
        let middle = || plain.clone().set_align(FormatAlign::Center);
        match self {
            CellLook::Said => plain,
            CellLook::SaidBold => plain.set_bold(),
            CellLook::Centred => middle(),
            CellLook::CentredBold => middle().set_bold(),
            CellLook::CentredItalic => middle().set_italic(),
            CellLook::Title => middle().set_bold().set_font_size(13),
            CellLook::Head => middle().set_bold().set_border(boxed),
            CellLook::Numbered => middle().set_italic().set_font_size(9).set_border(boxed),
            CellLook::Place => middle().set_border(boxed),
            CellLook::SumPlace => middle().set_bold().set_border(boxed),
            CellLook::Item => plain.set_border(boxed),
            CellLook::Figure => plain.set_align(FormatAlign::Right).set_border(boxed),
            CellLook::Sum => plain.set_bold().set_border(boxed),
            CellLook::SumFigure => plain.set_bold().set_align(FormatAlign::Right).set_border(boxed),
        }
    }
}

/// Letters a sheet's name can have, and which it cannot.
const NAME_MAX: usize = 31;
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
const TEXT_MAX: usize = 32_000;

/// Numbers of A4 among the sizes of paper.
const A4: u8 = 9;

impl FormSheet {
    /// The file.
    pub fn write(&self) -> Vec<u8> {
        self.book().expect("a form of ours keeps to the limits of the format")
    }

    fn book(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name(self.name.replace(NOT_IN_NAMES, " ").chars().take(NAME_MAX).collect::<String>())?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
        sheet.set_footer("&C&P/&N");
        sheet.set_repeat_rows(self.repeated.0 as u32, self.repeated.1 as u32)?;
        for (column, width) in (0..).zip(&self.widths) {
            sheet.set_column_width(column, *width)?;
        }
        for (row, height) in &self.heights {
            sheet.set_row_height(*row as u32, *height)?;
        }
        for cell in &self.cells {
            let ((top, bottom), (left, right)) = (cell.rows, cell.columns);
            let (top, bottom, left, right) = (top as u32, bottom as u32, left as u16, right as u16);
            let format = match cell.value {
                CellValue::Text(_) => cell.look.format(),
                CellValue::Number(_) => cell.look.format().set_num_format("#,##0"),
                CellValue::Share(_) => cell.look.format().set_num_format("0.0"),
            };
            if (top, left) != (bottom, right) {
                sheet.merge_range(top, left, bottom, right, "", &format)?;
            }
            match &cell.value {
                CellValue::Text(text) => {
                    let text: String = text.chars().take(TEXT_MAX).collect();
                    // It is written as text; the mark keeps it that when somebody edits it.
                    let format = if begins_formula(&text) { format.set_quote_prefix() } else { format };
                    sheet.write_string_with_format(top, left, text, &format)?
                }
                CellValue::Number(number) => {
                    sheet.write_number_with_format(top, left, *number as f64, &format)?
                }
                CellValue::Share(share) => {
                    sheet.write_number_with_format(top, left, *share as f64 / 10.0, &format)?
                }
            };
        }
        book.save_to_buffer()
    }
}

/// Whether a spreadsheet program would take a text for a formula.
pub(crate) fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MergedCells, read};
    use std::io::Read;

    fn cell(rows: (usize, usize), columns: (usize, usize), value: CellValue) -> FormCell {
        FormCell { rows, columns, value, look: CellLook::Item }
    }

    fn sheet() -> FormSheet {
        let text = |text: &str| CellValue::Text(text.to_string());
        FormSheet {
            name: "II.06a [quý 4/2026]: một tên dài hơn ba mươi mốt chữ".into(),
            widths: vec![6.0, 30.0],
            heights: vec![(0, 30.0)],
            cells: vec![
                cell((0, 0), (0, 1), text("BÁO CÁO")),
                cell((1, 2), (0, 0), text("TT")),
                cell((3, 3), (0, 0), text("=1+1")),
                cell((3, 3), (1, 1), CellValue::Number(1234)),
                cell((4, 4), (1, 1), CellValue::Share(625)),
            ],
            repeated: (1, 2),
        }
    }

    #[test]
    fn cells_stand_where_they_are_said_to_and_figures_are_numbers() {
        let read = read(&sheet().write()).unwrap();
        let cells = &read[0].rows;
        assert_eq!(read[0].merged[0], MergedCells { rows: (0, 0), columns: (0, 1) });
        assert_eq!(cells[0][0], "BÁO CÁO");
        assert_eq!(cells[3], ["=1+1", "1234"]);
        assert_eq!(cells[4][1], "62.5");
        let part = part("xl/worksheets/sheet1.xml");
        assert!(part.contains("<v>1234</v>"), "a number is written as one");
        assert!(!part.contains("<f>"), "nothing is a formula");
        assert!(part.contains("orientation=\"landscape\""));
        assert!(self::part("xl/styles.xml").contains("quotePrefix=\"1\""));
    }

    /// A part of the file as it is packed.
    fn part(name: &str) -> String {
        let mut packed = zip::ZipArchive::new(std::io::Cursor::new(sheet().write())).unwrap();
        let mut text = String::new();
        packed.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }
}
