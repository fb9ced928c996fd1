//! What the law demands to be paid before the handling goes on, beyond the ordinary fees: only for that the clock may be
//! stopped.

use super::{ProcedurePart, text};
use crate::administration::rows::ListRows;
use crate::administration::text::Words;
use domain::procedure::Procedure;
use web::RequestContext;

pub const PART: ProcedurePart = ProcedurePart {
    key: "obligations",
    title: Words::obligations,
    note: Words::obligations_note,
    add: Words::add_obligation,
    count: |procedure| procedure.obligations.iter().flatten().count(),
    edit,
};

fn edit(context: &RequestContext, procedure: &mut Procedure, rows: &mut ListRows) {
    let t = Words(context.language);
    let before = procedure.obligations.take().unwrap_or_default();
    procedure.obligations =
        Some(rows.of(&before, |_| "", |form, row| text(form, t.obligation_ground(), t.name_en(), row.known)));
}
