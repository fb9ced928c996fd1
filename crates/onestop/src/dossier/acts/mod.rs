//! The forms of the acts, one a file: drawn and read by the same calls. A new one is its file and its two lines here.

mod form_context;
mod offered;

mod accept;
mod ask_completion;
mod assign;
mod complete;
mod correct;
mod decide;
mod explain_late;
mod extend;
mod finish_step;
mod hand_over;
mod involve;
mod join_account;
mod judge_request;
mod look_up;
mod note_contact;
mod pause_for_applicant;
mod pause_for_fee;
mod receive;
mod refuse;
mod release;
mod remark;
mod resume;
mod return_result;
mod send_back;
mod stop;
mod withdraw;

pub use correct::Heard;
pub use form_context::FormContext;
pub use offered::{FailedForm, OfferedActs, Sending, among_colleagues, login, offered, read};

use app::files::StoredFile;
use domain::dossier::{ActKind, Command};
use ui::Form;

const ACTS: &[ActForm] = &[
    accept::FORM,
    ask_completion::FORM,
    refuse::FORM,
    hand_over::FORM,
    assign::FORM,
    release::FORM,
    finish_step::FORM,
    decide::FORM,
    send_back::FORM,
    remark::FORM,
    involve::FORM,
    note_contact::FORM,
    look_up::FORM,
    receive::FORM,
    pause_for_applicant::FORM,
    pause_for_fee::FORM,
    resume::FORM,
    complete::FORM,
    extend::FORM,
    explain_late::FORM,
    judge_request::FORM,
    return_result::FORM,
    join_account::FORM,
    correct::FORM,
    withdraw::FORM,
    stop::FORM,
];

/// What a form asks for, with the files it brought; nothing where it is blank. What could not be read is empty, and that is
/// said at its field.
pub type FormRead = Option<(Command, Vec<StoredFile>)>;

fn plain(command: Command) -> FormRead {
    Some((command, Vec::new()))
}

/// The form of an act.
pub struct ActForm {
    pub kind: ActKind,
    pub form: fn(&mut Form, &FormContext) -> FormRead,
    /// It is about the dossier, whatever step is at hand.
    pub any_step: bool,
    /// It ends the dossier without a result.
    pub ending: bool,
    /// The field that names an account by its login: it is looked up before the form is read.
    pub naming: Option<&'static str>,
    /// It is about somebody of the agency: its colleagues are read before the form is.
    pub among_colleagues: bool,
}

impl ActForm {
    const fn of(kind: ActKind, form: fn(&mut Form, &FormContext) -> FormRead) -> ActForm {
        ActForm { kind, form, any_step: false, ending: false, naming: None, among_colleagues: false }
    }

    const fn any_step(self) -> ActForm {
        ActForm { any_step: true, ..self }
    }

    const fn ending(self) -> ActForm {
        ActForm { ending: true, ..self }
    }

    const fn among_colleagues(self) -> ActForm {
        ActForm { among_colleagues: true, ..self }
    }

    const fn naming(self, field: &'static str) -> ActForm {
        ActForm { naming: Some(field), ..self }
    }
}

/// The form of an act; every act that is offered has one.
fn form_of(kind: ActKind) -> &'static ActForm {
    ACTS.iter().find(|act| act.kind == kind).expect("every act that is offered has a form")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_that_is_offered_has_its_form_once() {
        for kind in ActKind::ALL {
            assert_eq!(ACTS.iter().filter(|act| act.kind == *kind).count(), 1, "{}", kind.key());
        }
    }
}
