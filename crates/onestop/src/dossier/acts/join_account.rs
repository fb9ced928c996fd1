use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, JoinAccount};
use ui::Form;

const LOGIN: &str = "login";
pub const FORM: ActForm = ActForm::of(ActKind::JoinAccount, form).any_step().naming(LOGIN);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let named = form_context.named;
    let field = form.line(LOGIN, form_context.t.login()).hint(form_context.t.login_hint()).complete("off");
    field
        .missing(form_context.t.no_account())
        .unless(move |_| named.is_none(), form_context.t.no_account())
        .read()?;
    plain(Command::JoinAccount(JoinAccount { account: named? }))
}
