use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, Kind, Withdraw};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::Withdraw, form).anywhere().ending();

fn form(form: &mut Form, desk: &Desk) -> Read {
    plain(Command::Withdraw(Withdraw { words: desk.words(form, desk.t.withdraw_words()) }))
}
