use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Resume};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Resume, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    plain(Command::Resume(Resume { words: form_context.remark(form, form_context.t.remark()) }))
}
