//! A person's own data, kept so that it need not be typed again.

#[cfg(test)]
mod tests;
mod text;

use app::accounts::Account;
use app::profile::NotSaved;
use askama::Template;
use axum::http::StatusCode;
use domain::officer::Assurance;
use ui::field::{AskedIdentity, Overwritten};
use ui::form::ErrorTarget;
use ui::part::Heading;
use ui::{Chrome, Fields, Flash, Form};
use web::{Answer, RequestContext, Sent, page, page_with, page_with_errors, password, see_with_flash};

/// The form, as the page's other parts name it.
const FORM: &str = "profile";

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
    fn of(context: &RequestContext, account: &Account) -> Option<Email> {
        let (confirmed, sent) = (account.email_is_confirmed(), context.app().mail.is_configured());
        let email = Email { address: account.email.clone(), confirmed, sent };
        Some(email).filter(|email| !email.address.is_empty())
    }
}

const PRESENT: ErrorTarget = ErrorTarget::Named("present password");

/// The account as it would be, what is wrong as it was typed, and the present password.
fn form(form: &mut Form, account: &Account) -> (Account, String) {
    let t = text::Words(form.language());
    let name = form.line("name", t.name()).complete("name").value(&account.name).at_most(120).read_or_raw();
    let (_, identity) = form.identity(&AskedIdentity {
        label: t.identity(),
        hint: "",
        shown: &account.identity,
        foreigners: true,
        own: true,
    });
    let phone = form.phone("phone", t.phone()).value(&account.phone).read_or_raw();
    let email =
        form.email("email", t.email()).hint(t.email_hint()).value(&account.email).optional().read_or_raw();
    let present = form.password("present", t.present(), "current-password").optional().on(PRESENT);
    let present = match email == account.email {
        true => present.written(),
        false => present.needed(t.present_missing()).unwrap_or_default(),
    };
    let address = form.line("address", t.address()).complete("address-line1").value(&account.address);
    let address = address.read_or_raw();
    (Account { name, identity, phone, email, address, ..account.clone() }, present)
}

/// As an account is stored.
fn fields(context: &RequestContext, account: &Account) -> Fields {
    let mut form = Form::blank(context.language);
    self::form(&mut form, account);
    form.into_fields().with_baseline()
}

fn view(context: &RequestContext, account: &Account, fields: Fields, password: Fields) -> Page {
    let t = text::Words(context.language);
    Page {
        chrome: context
            .chrome(t.title())
            .with_problems(fields.any_wrong() || password.any_wrong())
            .switching(FORM),
        overwritten: Overwritten::none(context.language),
        fields,
        password,
        email: Email::of(context, account),
        assurance: match account.assurance {
            Assurance::Claimed | Assurance::Password => t.unproved(),
            Assurance::Verified => t.proved(),
        },
        t,
    }
}

pub async fn show(context: RequestContext) -> Answer {
    let account = &context.signed_in()?.account;
    page(&view(&context, account, fields(&context, account), password::blank(context.language)))
}

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let t = text::Words(context.language);
    let account = context.signed_in()?.account.clone();
    let stored = fields(&context, &account);
    let posted = stored.kept_in(posted);
    let mut form = Form::sent(context.language, &posted);
    let (changed, present) = self::form(&mut form, &account);
    let lost = stored.overwritten(&fields(&context, &changed), &form.clone().into_fields(), &posted);
    if !posted.is_held() && !lost.lines.is_empty() {
        let again = view(
            &context,
            &account,
            form.into_fields_with_baseline(&stored),
            password::blank(context.language),
        );
        let chrome = again.chrome.with_problems(true);
        return page_with(StatusCode::CONFLICT, &Page { overwritten: lost, chrome, ..again });
    }
    if !form.any_wrong() {
        let bounds = &context.site.limits.by_account;
        let moved = changed.email != account.email && !changed.email.is_empty();
        match app::profile::save(context.app(), account.clone(), changed, present, context.origin(), bounds)
            .await?
        {
            Ok(()) if moved && context.app().mail.is_configured() => {
                return see_with_flash(&context, "/profile", Flash::EmailChanged);
            }
            Ok(()) => return see_with_flash(&context, "/profile", Flash::Saved),
            Err(NotSaved::Overtaken) => form.add_error(t.overtaken()),
            Err(NotSaved::WrongPassword) => form.wrong_about(Some(PRESENT), t.present_wrong().into()),
            Err(NotSaved::TooOften(too_often)) => return Err(too_often.into()),
        }
    }
    page_with_errors(&view(
        &context,
        &account,
        form.into_fields_with_baseline(&stored),
        password::blank(context.language),
    ))
}

/// Sends the link again that confirms the address.
pub async fn confirm(context: RequestContext) -> Answer {
    let account = context.signed_in()?.account.clone();
    if account.email_is_confirmed() {
        return see_with_flash(&context, "/profile", Flash::EmailConfirmed);
    }
    app::profile::ask_to_confirm(context.app(), account, context.origin(), &context.site.limits.by_account)
        .await??;
    see_with_flash(&context, "/profile", Flash::LinkSent)
}

pub async fn submit_password(context: RequestContext, Sent(posted): Sent) -> Answer {
    match password::change(&context, &posted).await? {
        Ok(()) => see_with_flash(&context, "/sign-in", Flash::PasswordChanged),
        Err(wrong) => {
            let account = &context.signed_in()?.account;
            page_with_errors(&view(&context, account, fields(&context, account), wrong))
        }
    }
}
