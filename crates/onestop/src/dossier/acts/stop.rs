use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, Kind, Stop};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::Stop, form).ending();

fn form(form: &mut Form, desk: &Desk) -> Read {
    let document = desk.document(form);
    plain(Command::Stop(Stop { document, reason: desk.words(form, desk.t.reason()) }))
}
