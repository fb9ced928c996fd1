use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, Kind, Refuse};
use ui::Form;

pub const ACT: ActForm = ActForm::of(Kind::Refuse, form).ending();

fn form(form: &mut Form, desk: &Desk) -> Read {
    plain(Command::Refuse(Refuse { reason: desk.words(form, desk.t.reason()) }))
}
