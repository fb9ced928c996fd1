use super::{ActForm, FormContext, Read, plain};
use domain::dossier::{ActKind, Command, Stop};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Stop, form).ending();

fn form(form: &mut Form, form_context: &FormContext) -> Read {
    let document = form_context.document(form);
    plain(Command::Stop(Stop { document, reason: form_context.words(form, form_context.t.reason()) }))
}
