use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, Kind, Resume};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::Resume, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    plain(Command::Resume(Resume { words: desk.remark(form, desk.t.remark()) }))
}
