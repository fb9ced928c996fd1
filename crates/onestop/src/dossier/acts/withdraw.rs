use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Withdraw};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Withdraw, form).any_step().ending();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let reason_code = form.reason_code(form_context.rules.pack.withdrawal_codes);
    let words = form_context.words(form, form_context.t.withdraw_words());
    plain(Command::Withdraw(Withdraw { words, reason_code }))
}
