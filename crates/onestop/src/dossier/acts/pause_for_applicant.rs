use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Pause, PauseFor};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::PauseForApplicant, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let document = form_context.document(form);
    let cause = PauseFor::Applicant { request: form_context.request(form) };
    plain(Command::Pause(Pause { cause, document }))
}
