use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, Kind, Remark};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::Remark, form).anywhere();

fn form(form: &mut Form, desk: &Desk) -> Read {
    plain(Command::Remark(Remark { words: desk.words(form, desk.t.opinion()) }))
}
