//! A person's own data, kept so that it need not be typed again.

mod text;

use app::accounts::Account;
use app::passwords::{Checked, PASSWORD_MIN, may_be_set};
use app::profile::NotSaved;
use askama::Template;
use axum::http::StatusCode;
use domain::officer::Assurance;
use forms::Kind;
use ui::field::{Overwritten, identity_fields};
use ui::{Answer, Ask, Chrome, Field, Fields, Posted, Said, page, page_again, page_with, see_saying};

#[derive(Template)]
#[template(path = "profile/page.html")]
struct Page {
    chrome: Chrome,
    overwritten: Overwritten,
    fields: Fields,
    password: Fields,
    /// What is to be known of the address, where there is one.
    email: Option<Email>,
    assurance: &'static str,
    t: text::Words,
}

/// The address as it stands in the account, not as it is being typed.
struct Email {
    address: String,
    confirmed: bool,
    /// Whether letters go anywhere here.
    sent: bool,
}

impl Email {
    fn of(ask: &Ask, account: &Account) -> Option<Email> {
        let (confirmed, sent) = (account.email_is_confirmed(), ask.app().mail.is_configured());
        let email = Email { address: account.email.clone(), confirmed, sent };
        Some(email).filter(|email| !email.address.is_empty())
    }
}

fn fields(ask: &Ask, account: &Account) -> Fields {
    let (t, language) = (text::Words(ask.language), ask.language);
    let mut fields = vec![Field::text(language, "name", t.name()).complete("name").value(&account.name)];
    fields.extend(identity_fields(language, t.identity(), &account.identity, true));
    fields.extend([
        Field::phone(language, "phone", t.phone()).value(&account.phone),
        Field::email(language, "email", t.email()).hint(t.email_hint()).value(&account.email),
        Field::password(language, "present", t.present(), "current-password").optional(),
        Field::text(language, "address", t.address()).complete("street-address").value(&account.address),
    ]);
    Fields::new(language, fields).marked()
}

fn password_fields(ask: &Ask) -> Fields {
    let (t, language) = (text::Words(ask.language), ask.language);
    Fields::new(
        language,
        vec![
            Field::password(language, "old", t.old(), "current-password"),
            Field::password(language, "new", t.new_(), "new-password").hint(&t.new_hint(PASSWORD_MIN)),
        ],
    )
}

fn view(ask: &Ask, account: &Account, fields: Fields, password: Fields) -> Page {
    let t = text::Words(ask.language);
    Page {
        chrome: Chrome::new(ask, t.title()).with_problems(fields.any_wrong() || password.any_wrong()),
        overwritten: Overwritten::none(ask.language),
        fields,
        password,
        email: Email::of(ask, account),
        assurance: match account.assurance {
            Assurance::Claimed | Assurance::Password => t.unproved(),
            Assurance::Verified => t.proved(),
        },
        t,
    }
}

pub async fn show(ask: Ask) -> Answer {
    let account = &ask.signed_in()?.account;
    page(&view(&ask, account, fields(&ask, account), password_fields(&ask)))
}

pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let account = ask.signed_in()?.account.clone();
    let stored = fields(&ask, &account);
    let mut fields = stored.clone().typed(&posted);
    let changed = Account {
        name: fields.read(&posted, "name", &Kind::Text { length_max: 120 }, true),
        identity: fields.read_identity(&posted).1,
        phone: fields.read(&posted, "phone", &Kind::Phone, true),
        email: fields.read(&posted, "email", &Kind::Email, true),
        address: fields.read(&posted, "address", &Kind::Text { length_max: 200 }, true),
        ..account.clone()
    };
    let lost = stored.overwritten(&self::fields(&ask, &changed), &fields, &posted);
    if !posted.is_held() && !lost.lines.is_empty() {
        let again = view(&ask, &account, fields, password_fields(&ask));
        let chrome = again.chrome.with_problems(true);
        return page_with(StatusCode::CONFLICT, &Page { overwritten: lost, chrome, ..again });
    }
    let (present, moved) = (posted.raw("present").to_string(), changed.email != account.email);
    if moved && present.is_empty() {
        fields.wrong("present", t.present_missing());
    }
    if !fields.any_wrong() {
        let bounds = &ask.site.limits.by_account;
        match ask.app().save_profile(account.clone(), changed, present, ask.origin(), bounds).await? {
            Ok(()) if moved && ask.app().mail.is_configured() => {
                return see_saying(&ask, "/profile", Said::EmailChanged);
            }
            Ok(()) => return see_saying(&ask, "/profile", Said::Saved),
            Err(NotSaved::Overtaken) => fields.wrong("", t.overtaken()),
            Err(NotSaved::WrongPassword) => fields.wrong("present", t.old_wrong()),
            Err(NotSaved::TooOften(too_often)) => return Err(too_often.into()),
        }
    }
    page_again(&view(&ask, &account, fields, password_fields(&ask)))
}

/// Sends the link again that confirms the address.
pub async fn confirm(ask: Ask) -> Answer {
    let account = ask.signed_in()?.account.clone();
    if account.email_is_confirmed() {
        return see_saying(&ask, "/profile", Said::EmailConfirmed);
    }
    ask.app().ask_to_confirm(account, ask.origin(), &ask.site.limits.by_account).await??;
    see_saying(&ask, "/profile", Said::LinkSent)
}

pub async fn submit_password(ask: Ask, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let account = ask.signed_in()?.account.clone();
    let mut password = password_fields(&ask);
    let (old, new) = (posted.raw("old").to_string(), posted.raw("new").to_string());
    if !may_be_set(&new) {
        password.wrong("new", t.new_hint(PASSWORD_MIN));
    } else {
        match ask.app().change_password(account.clone(), old, new, &ask.site.limits.by_account).await? {
            Checked::Right => {}
            Checked::Wrong => password.wrong("old", t.old_wrong()),
            Checked::TooOften(too_often) => return Err(too_often.into()),
        }
    }
    if password.any_wrong() {
        return page_again(&view(&ask, &account, fields(&ask, &account), password));
    }
    see_saying(&ask, "/sign-in", Said::PasswordChanged)
}
