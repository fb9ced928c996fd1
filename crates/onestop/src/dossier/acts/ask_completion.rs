use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, AskCompletion, Command};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::AskCompletion, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let request = form_context.request(form);
    plain(Command::AskCompletion(AskCompletion { request, document: form_context.slip_number(form) }))
}
