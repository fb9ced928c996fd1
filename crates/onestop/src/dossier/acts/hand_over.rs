use super::{ActForm, FormContext, Read, plain};
use domain::dossier::{ActKind, Command, HandOver};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::HandOver, form);

fn form(_: &mut Form, _: &FormContext) -> Read {
    plain(Command::HandOver(HandOver))
}
