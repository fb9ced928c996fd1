use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Remark};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Remark, form).any_step();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    plain(Command::Remark(Remark { words: form_context.words(form, form_context.t.opinion()) }))
}
