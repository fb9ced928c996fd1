use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, Kind, Release};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::Release, form);

fn form(_: &mut Form, desk: &Desk) -> Read {
    plain(Command::Release(Release { token: desk.at_hand }))
}
