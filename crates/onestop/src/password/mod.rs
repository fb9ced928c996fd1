//! An officer's own password.

mod text;

use app::passwords::{Checked, PASSWORD_MIN, may_be_set};
use askama::Template;
use ui::{Answer, Ask, Chrome, Field, Fields, Posted, Said, page, page_again, see_saying};

#[derive(Template)]
#[template(path = "password/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    t: text::Words,
}

fn fields(ask: &Ask) -> Fields {
    let (t, language) = (text::Words(ask.language), ask.language);
    Fields::new(
        language,
        vec![
            Field::password(language, "old", t.old(), "current-password"),
            Field::password(language, "new", t.new_(), "new-password").hint(&t.new_hint(PASSWORD_MIN)),
        ],
    )
}

fn view(ask: &Ask, fields: Fields) -> Page {
    let t = text::Words(ask.language);
    Page { chrome: Chrome::new(ask, t.title()).with_problems(fields.any_wrong()), fields, t }
}

pub async fn show(ask: Ask) -> Answer {
    page(&view(&ask, fields(&ask)))
}

pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let account = ask.signed_in()?.account.clone();
    let mut fields = fields(&ask);
    let (old, new) = (posted.raw("old").to_string(), posted.raw("new").to_string());
    if !may_be_set(&new) {
        fields.wrong("new", t.new_hint(PASSWORD_MIN));
    } else {
        match ask.app().change_password(account, old, new, &ask.site.limits.by_account).await? {
            Checked::Right => {}
            Checked::Wrong => fields.wrong("old", t.old_wrong()),
            Checked::TooOften(too_often) => return Err(too_often.into()),
        }
    }
    if fields.any_wrong() {
        return page_again(&view(&ask, fields));
    }
    // Every session of the account has ended, this one too.
    see_saying(&ask, "/office/sign-in", Said::PasswordChanged)
}
