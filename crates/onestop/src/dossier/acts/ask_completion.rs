use super::{ActForm, Desk, Read, plain};
use domain::dossier::{AskCompletion, Command, Kind};
use ui::Form;

pub const ACT: ActForm = ActForm::of(Kind::AskCompletion, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    plain(Command::AskCompletion(AskCompletion { request: desk.request(form) }))
}
