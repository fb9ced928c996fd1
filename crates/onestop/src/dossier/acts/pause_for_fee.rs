use super::{ActForm, Desk, Read, plain};
use domain::dossier::{About, Command, Kind, Pause, PauseFor};
use ui::Form;

pub const ACT: ActForm = ActForm::of(Kind::PauseForFee, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let document = desk.document(form);
    let amount = form.amount("amount", desk.t.amount()).about(About::Amount).read();
    let words = desk.words(form, desk.t.ground());
    plain(Command::Pause(Pause { cause: PauseFor::Fee { amount: amount?, words }, document }))
}
