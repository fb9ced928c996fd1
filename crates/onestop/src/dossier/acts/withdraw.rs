use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Withdraw};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Withdraw, form).any_step().ending();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    plain(Command::Withdraw(Withdraw { words: form_context.words(form, form_context.t.withdraw_words()) }))
}
