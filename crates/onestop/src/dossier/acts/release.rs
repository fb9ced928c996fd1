use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Release};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Release, form);

fn form(_: &mut Form, form_context: &FormContext) -> FormRead {
    plain(Command::Release(Release { token: form_context.at_hand }))
}
