//! The law a procedure rests on.

use super::Part;
use crate::administration::rows::{Problems, Row, missing};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::{LegalBasis, Procedure};
use ui::{Ask, Field};

pub const PART: Part =
    Part { key: "basis", title: Words::basis, note: Words::basis_note, columns, rows, read };

fn columns(ask: &Ask, _: &Procedure) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    vec![
        Field::text(language, "number", t.basis_number()).wide("input--20").complete("off"),
        Field::area(language, "vi", t.basis_name()).rows(2).optional(),
    ]
}

fn rows(procedure: &Procedure) -> Vec<Row> {
    let row = |basis: &LegalBasis| Row::of([("number", basis.number.clone()), ("vi", basis.name.vi.clone())]);
    procedure.legal_basis.iter().map(row).collect()
}

fn read(ask: &Ask, procedure: &mut Procedure, rows: &[Row], problems: &mut Problems) {
    let columns = columns(ask, procedure);
    for (place, row) in rows.iter().enumerate() {
        if row.get("number").is_empty() {
            problems.say(place, "number", missing(ask, &columns, "number"));
        }
    }
    if rows.is_empty() {
        problems.say(usize::MAX, "", Words(ask.language).basis_missing());
    }
    let basis =
        |row: &Row| LegalBasis { number: row.get("number").into(), name: Text::new(row.get("vi"), "") };
    procedure.legal_basis = rows.iter().map(basis).collect();
}
