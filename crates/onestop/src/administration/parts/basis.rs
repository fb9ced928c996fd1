//! The law a procedure rests on.

use super::ProcedurePart;
use crate::administration::rows::{AREA_MAX, LINE_MAX, ListRows};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::{LegalBasis, Procedure};
use web::RequestContext;

pub const PART: ProcedurePart = ProcedurePart {
    key: "basis",
    title: Words::basis,
    note: Words::basis_note,
    add: Words::add_document,
    count: |procedure| procedure.legal_basis.len(),
    edit,
};

fn edit(context: &RequestContext, procedure: &mut Procedure, rows: &mut ListRows) {
    let t = Words(context.language);
    let basis = rows.of(
        &procedure.legal_basis,
        |_| "",
        |form, row| {
            let number =
                form.line("number", t.basis_number()).wide("input--20").complete("off").at_most(LINE_MAX);
            let number = number.value(row.value(|basis| &basis.number)).read();
            let name = form.area("vi", t.basis_name()).rows(2).at_most(AREA_MAX).optional();
            let name = name.value(row.value(|basis| &basis.name.vi)).written();
            Some(LegalBasis { number: number?, name: Text::new(name, "") })
        },
    );
    if rows.is_empty() {
        rows.add_error(t.basis_missing());
    }
    procedure.legal_basis = basis;
}
