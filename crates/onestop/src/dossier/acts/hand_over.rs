use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, HandOver};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::HandOver, form);

fn form(_: &mut Form, _: &FormContext) -> FormRead {
    plain(Command::HandOver(HandOver))
}
