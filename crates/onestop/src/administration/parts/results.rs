//! What the applicant gets in the end.

use super::Part;
use crate::administration::rows::{Problems, Row, missing};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::{Procedure, ResultPaper};
use ui::{Ask, Field};

pub const PART: Part =
    Part { key: "results", title: Words::results, note: Words::results_note, columns, rows, read };

fn columns(ask: &Ask, _: &Procedure) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    vec![
        Field::text(language, "vi", t.name_vi()).complete("off"),
        Field::text(language, "en", t.name_en()).optional().complete("off"),
        Field::text(language, "code", t.result_code()).optional().wide("input--20").complete("off"),
    ]
}

fn rows(procedure: &Procedure) -> Vec<Row> {
    let row = |result: &ResultPaper| {
        Row::of([
            ("vi", result.name.vi.clone()),
            ("en", result.name.en.clone()),
            ("code", result.code.clone()),
        ])
    };
    procedure.results.iter().map(row).collect()
}

fn read(ask: &Ask, procedure: &mut Procedure, rows: &[Row], problems: &mut Problems) {
    let columns = columns(ask, procedure);
    for (place, row) in rows.iter().enumerate() {
        if row.get("vi").is_empty() {
            problems.say(place, "vi", missing(ask, &columns, "vi"));
        }
    }
    procedure.results = rows
        .iter()
        .map(|row| ResultPaper {
            code: row.get("code").to_string(),
            name: Text::new(row.get("vi"), row.get("en")),
        })
        .collect();
}
