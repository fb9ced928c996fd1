use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, Kind, Refuse};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::Refuse, form).ending();

fn form(form: &mut Form, desk: &Desk) -> Read {
    let reason = desk.words(form, desk.t.reason());
    plain(Command::Refuse(Refuse { reason, document: desk.slip_number(form) }))
}
