//! What the law demands to be paid before the handling goes on, beyond the ordinary fees: only for that the clock may be
//! stopped.

use super::Part;
use crate::administration::rows::{Problems, Row, missing};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::Procedure;
use ui::{Ask, Field};

pub const PART: Part = Part {
    key: "obligations",
    title: Words::obligations,
    note: Words::obligations_note,
    columns,
    rows,
    read,
};

fn columns(ask: &Ask, _: &Procedure) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    vec![
        Field::text(language, "vi", t.obligation_ground()).complete("off"),
        Field::text(language, "en", t.name_en()).optional().complete("off"),
    ]
}

fn rows(procedure: &Procedure) -> Vec<Row> {
    let grounds = procedure.obligations.iter().flatten();
    grounds.map(|ground| Row::of([("vi", ground.vi.clone()), ("en", ground.en.clone())])).collect()
}

fn read(ask: &Ask, procedure: &mut Procedure, rows: &[Row], problems: &mut Problems) {
    let columns = columns(ask, procedure);
    let mut grounds = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        if row.get("vi").is_empty() {
            problems.say(place, "vi", missing(ask, &columns, "vi"));
        }
        grounds.push(Text::new(row.get("vi"), row.get("en")));
    }
    procedure.obligations = Some(grounds);
}
