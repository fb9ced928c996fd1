//! An officer's own password.

mod text;

use app::passwords::{Checked, PASSWORD_MIN, may_be_set};
use askama::Template;
use ui::form::Topic;
use ui::{Chrome, Fields, Form, Said};
use web::{Answer, Ask, Sent, page, page_again, see_saying};

#[derive(Template)]
#[template(path = "password/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    t: text::Words,
}

const OLD: Topic = Topic::Part("old password");

/// The password of before and the new one.
fn form(form: &mut Form) -> Option<(String, String)> {
    let t = text::Words(form.language());
    let old = form.password("old", t.old(), "current-password").missing(t.old_wrong()).on(OLD).read();
    let hint = t.new_hint(PASSWORD_MIN);
    let new = form.password("new", t.new_(), "new-password").hint(&hint).missing(&hint);
    let new = new.unless(|new| !may_be_set(new), hint).read();
    Some((old?, new?))
}

fn view(ask: &Ask, fields: Fields) -> Page {
    let t = text::Words(ask.language);
    Page { chrome: ask.chrome(t.title()).with_problems(fields.any_wrong()), fields, t }
}

pub async fn show(ask: Ask) -> Answer {
    let mut form = Form::blank(ask.language);
    self::form(&mut form);
    page(&view(&ask, form.drawn()))
}

pub async fn submit(ask: Ask, Sent(posted): Sent) -> Answer {
    let t = text::Words(ask.language);
    let account = ask.signed_in()?.account.clone();
    let mut form = Form::sent(ask.language, &posted);
    if let Some((old, new)) = self::form(&mut form) {
        match ask.app().change_password(account, old, new, &ask.site.limits.by_account).await? {
            Checked::Right => {}
            Checked::Wrong => form.wrong_about(Some(OLD), t.old_wrong().into()),
            Checked::TooOften(too_often) => return Err(too_often.into()),
        }
    }
    if form.any_wrong() {
        return page_again(&view(&ask, form.drawn()));
    }
    // Every session of the account has ended, this one too.
    see_saying(&ask, "/office/sign-in", Said::PasswordChanged)
}
