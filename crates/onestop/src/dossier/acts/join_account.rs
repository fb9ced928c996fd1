use super::{ActForm, Desk, Read, plain};
use domain::dossier::{Command, JoinAccount, Kind};
use ui::Form;

const LOGIN: &str = "login";
pub const FORM: ActForm = ActForm::of(Kind::JoinAccount, form).anywhere().naming(LOGIN);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let named = desk.named;
    let field = form.line(LOGIN, desk.t.login()).hint(desk.t.login_hint()).complete("off");
    field.missing(desk.t.no_account()).unless(move |_| named.is_none(), desk.t.no_account()).read()?;
    plain(Command::JoinAccount(JoinAccount { account: named? }))
}
