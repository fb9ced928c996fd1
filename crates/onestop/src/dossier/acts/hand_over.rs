use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, HandOver, Kind};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::HandOver, form);

fn form(_: &mut Form, _: &Desk) -> Read {
    plain(Command::HandOver(HandOver))
}
