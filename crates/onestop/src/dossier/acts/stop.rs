use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Stop};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Stop, form).ending();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let document = form_context.document(form);
    let reason_code = form.reason_code(form_context.rules.pack.stop_codes);
    let reason = form_context.words(form, form_context.t.reason());
    plain(Command::Stop(Stop { document, reason, reason_code }))
}
