use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Refuse};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Refuse, form).ending();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let reason_code = form.reason_code(form_context.rules.pack.refusal_codes);
    let reason = form_context.words(form, form_context.t.reason());
    plain(Command::Refuse(Refuse { reason, document: form_context.slip_number(form), reason_code }))
}
