//! Comma-separated values as rows of text (RFC 4180), as spreadsheet programs save them: with or without the mark of UTF-8, with
//! commas, or with semicolons where the comma is the decimal sign.

/// What is read of one file.
pub const CSV_MAX: usize = 2 << 20;
const ROWS_MAX: usize = 5_000;
const COLUMNS_MAX: usize = 100;

/// Why a file is no table to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadableCsv {
    TooLarge,
    TooManyCells,
    /// It is in another encoding, or no text at all.
    NotUtf8,
    /// A cell that begins with a quotation mark in this line does not end.
    OpenQuote(usize),
}

impl UnreadableCsv {
    /// A sentence in Vietnamese and in English.
    pub fn sentences(self) -> (String, String) {
        let (vi, en) = match self {
            UnreadableCsv::TooLarge => {
                ("Tệp quá lớn; nhiều nhất là 2 MB.", "The file is too large; at most 2 MB.")
            }
            UnreadableCsv::TooManyCells => (
                "Tệp có quá nhiều dòng hoặc cột; nhiều nhất là 5.000 dòng và 100 cột.",
                "The file has too many rows or columns; at most 5,000 rows and 100 columns.",
            ),
            UnreadableCsv::NotUtf8 => (
                "Không đọc được tệp như CSV mã UTF-8. Hãy lưu lại dạng “CSV UTF-8”.",
                "The file cannot be read as CSV in UTF-8. Save it as “CSV UTF-8”.",
            ),
            UnreadableCsv::OpenQuote(line) => {
                return (
                    format!("Dòng {line}: dấu nháy kép mở mà không đóng."),
                    format!("Line {line}: a quotation mark opens and does not close."),
                );
            }
        };
        (vi.to_string(), en.to_string())
    }
}

pub fn read_csv(bytes: &[u8]) -> Result<Vec<Vec<String>>, UnreadableCsv> {
    if bytes.len() > CSV_MAX {
        return Err(UnreadableCsv::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| UnreadableCsv::NotUtf8)?;
    if text.contains('\0') {
        return Err(UnreadableCsv::NotUtf8);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let between = if first.matches(';').count() > first.matches(',').count() { ';' } else { ',' };
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    // The line an open quotation mark stands in.
    let mut quoted: Option<usize> = None;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted.is_some() => match letters.next_if_eq(&'"') {
                Some(_) => cell.push('"'),
                None => quoted = None,
            },
            _ if quoted.is_some() => cell.push(letter),
            '"' if cell.is_empty() => quoted = Some(rows.len() + 1),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ if letter == between => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
        if rows.len() > ROWS_MAX || row.len() >= COLUMNS_MAX {
            return Err(UnreadableCsv::TooManyCells);
        }
    }
    if let Some(line) = quoted {
        return Err(UnreadableCsv::OpenQuote(line));
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CellValue, write_csv};

    #[test]
    fn what_is_written_is_read_but_for_the_marks_of_what_would_run() {
        let text = |text: &str| CellValue::Text(text.to_string());
        let rows = [
            vec![text("Hộ tịch, “A”"), text("a \"b\"\nc"), CellValue::Number(12)],
            vec![text("=1+1"), text("")],
        ];
        let read = read_csv(&write_csv(&rows)).unwrap();
        assert_eq!(read, [vec!["Hộ tịch, “A”", "a \"b\"\nc", "12"], vec!["'=1+1", ""]]);
    }

    #[test]
    fn semicolons_and_bare_line_ends_are_read_too() {
        assert_eq!(read_csv(b"a;b,c;d\n1;2;3").unwrap(), [["a", "b,c", "d"], ["1", "2", "3"]]);
        assert_eq!(read_csv(b"").unwrap(), Vec::<Vec<String>>::new());
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert_eq!(read_csv(b"\xff\xfea"), Err(UnreadableCsv::NotUtf8));
        assert_eq!(read_csv(b"PK\x03\x04\0"), Err(UnreadableCsv::NotUtf8));
        assert_eq!(read_csv(b"a,b\n1,\"2\n3"), Err(UnreadableCsv::OpenQuote(2)));
        assert_eq!(read_csv(&vec![b'a'; CSV_MAX + 1]), Err(UnreadableCsv::TooLarge));
        assert_eq!(read_csv(&vec![b'\n'; ROWS_MAX + 1]), Err(UnreadableCsv::TooManyCells));
        assert_eq!(read_csv(&[b','; COLUMNS_MAX]), Err(UnreadableCsv::TooManyCells));
    }
}
