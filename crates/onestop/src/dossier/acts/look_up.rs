//! First whether anything was found; then where, and what it stands in for.

use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, LookUp};
use ui::Form;
use ui::field::option;
use ui::form::ErrorTarget;

pub const FORM: ActForm = ActForm::of(ActKind::LookUp, form).any_step();

const FOUND: ErrorTarget = ErrorTarget::Named("what was found");

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (t, language) = (form_context.t, form_context.language());
    let found = vec![(true, option("yes", t.was_found())), (false, option("no", t.was_not_found()))];
    let found = form.first(FOUND, "found", t.looked_up(), found);
    if found.is_none() && !form.is_sent() {
        return None;
    }
    let databases = form_context.rules.pack.databases.iter();
    let databases = databases.map(|known| (*known, option(known.key(), known.name(language)))).collect();
    let database = form.one_of_many("database", t.database(), databases).read();
    if found == Some(false) {
        let words = form_context.remark(form, t.remark());
        let (found, paper, result) = (false, String::new(), String::new());
        return plain(Command::LookUp(LookUp { database: database?, found, paper, result, words }));
    }
    let papers = form_context.paper_choices();
    let paper = form.one_of_many("paper", t.stands_in_for(), papers).optional().given();
    let result = form.line("result", t.found_result()).wide("input--20").complete("off").optional().written();
    let words = form_context.remark(form, t.remark());
    let paper = paper.unwrap_or_default();
    plain(Command::LookUp(LookUp { database: database?, found: found?, paper, result, words }))
}
