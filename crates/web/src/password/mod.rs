//! Changing one's own password, on either face: the one of before and the new one.

mod text;

use crate::{Failure, RequestContext};
use app::passwords::{Checked, PASSWORD_MIN, may_be_set};
use ui::form::ErrorTarget;
use ui::{Fields, Form, Language, Posted};

const OLD: ErrorTarget = ErrorTarget::Named("old password");

fn form(form: &mut Form) -> Option<(String, String)> {
    let t = text::Words(form.language());
    let old = form.password("old", t.old(), "current-password").missing(t.old_wrong()).on(OLD).read();
    let hint = t.new_hint(PASSWORD_MIN);
    let new = form.password("new", t.new_(), "new-password").hint(&hint).missing(&hint);
    let new = new.unless(|new| !may_be_set(new), hint).read();
    Some((old?, new?))
}

/// The form, with nothing typed.
pub fn blank(language: Language) -> Fields {
    let mut form = Form::blank(language);
    self::form(&mut form);
    form.into_fields()
}

/// Changes it, which ends every session of the account, this one too; else the form with what is wrong.
pub async fn change(context: &RequestContext, posted: &Posted) -> Result<Result<(), Fields>, Failure> {
    let t = text::Words(context.language);
    let account = context.signed_in()?.account.clone();
    let mut form = Form::sent(context.language, posted);
    if let Some((old, new)) = self::form(&mut form) {
        match app::passwords::change(context.app(), account, old, new, &context.site.limits.by_account)
            .await?
        {
            Checked::Right => {}
            Checked::Wrong => form.wrong_about(Some(OLD), t.old_wrong().into()),
            Checked::TooOften(too_often) => return Err(too_often.into()),
        }
    }
    Ok(if form.any_wrong() { Err(form.into_fields()) } else { Ok(()) })
}
