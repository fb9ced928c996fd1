use super::{ActForm, Desk, Read, plain};
use domain::dossier::{AskCompletion, Command, Kind};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::AskCompletion, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let request = desk.request(form);
    plain(Command::AskCompletion(AskCompletion { request, document: desk.slip_number(form) }))
}
