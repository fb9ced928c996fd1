//! What the applicant gets in the end.

use super::{ProcedurePart, text};
use crate::administration::rows::{LINE_MAX, ListRows};
use crate::administration::text::Words;
use domain::procedure::{Procedure, ResultPaper};
use web::RequestContext;

pub const PART: ProcedurePart = ProcedurePart {
    key: "results",
    title: Words::results,
    note: Words::results_note,
    add: Words::add_result,
    count: |procedure| procedure.results.len(),
    edit,
};

fn edit(context: &RequestContext, procedure: &mut Procedure, rows: &mut ListRows) {
    let t = Words(context.language);
    procedure.results = rows.of(
        &procedure.results,
        |_| "",
        |form, row| {
            let name = text(form, t.name_vi(), t.name_en(), row.known.map(|result| &result.name));
            let code = form.line("code", t.result_code()).wide("input--20").complete("off").at_most(LINE_MAX);
            let code = code.value(row.value(|result| &result.code)).optional().written();
            Some(ResultPaper { code, name: name? })
        },
    );
}
