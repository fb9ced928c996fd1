use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, Kind, Pause, PauseFor};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::PauseForApplicant, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let document = desk.document(form);
    let cause = PauseFor::Applicant { request: desk.request(form) };
    plain(Command::Pause(Pause { cause, document }))
}
