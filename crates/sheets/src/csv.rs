//! Rows as comma-separated values (RFC 4180), for spreadsheet programs: they know by the mark at its beginning that it is UTF-8.

use crate::CellValue;
use crate::form::begins_formula;

pub fn write_csv(rows: &[Vec<CellValue>]) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn cell(value: &CellValue) -> String {
    match value {
        CellValue::Number(number) => number.to_string(),
        CellValue::Share(share) => format!("{}.{}", share / 10, share % 10),
        CellValue::Text(text) => {
            // Where it would run as a formula, a mark keeps it text.
            let text = if begins_formula(text) { format!("'{text}") } else { text.clone() };
            match text.contains([',', '"', '\n', '\r']) {
                true => format!("\"{}\"", text.replace('"', "\"\"")),
                false => text,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text_and_numbers_numbers() {
        let text = |text: &str| CellValue::Text(text.to_string());
        let rows = [
            vec![text("Hộ tịch, “A”"), text("a \"b\""), CellValue::Number(12), CellValue::Share(625)],
            vec![text("=cmd|' /C calc'!A0"), text("-1"), text("@x"), text("+84")],
        ];
        let written = String::from_utf8(write_csv(&rows)).unwrap();
        assert_eq!(
            written,
            "\u{feff}\"Hộ tịch, “A”\",\"a \"\"b\"\"\",12,62.5\r\n'=cmd|' /C calc'!A0,'-1,'@x,'+84\r\n"
        );
    }
}
