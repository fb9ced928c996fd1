//! Registering an account. What is typed here proves nothing about who types it.

#[cfg(test)]
mod tests;
mod text;

use app::accounts::{AccountKind, Registration};
use app::passwords::{PASSWORD_MIN, may_be_set};
use askama::Template;
use axum::response::IntoResponse;
use domain::dossier::Identity;
use ui::field::{AskedIdentity, option};
use ui::form::ErrorTarget;
use ui::part::Heading;
use ui::{Chrome, Fields, Flash, Form};
use web::common::{NEXT, NextQuery, own_path};
use web::cookies::set_begun;
use web::{Answer, Query, RequestContext, Sent, page, page_with_errors, see_with_flash};

/// The form, as the page's other parts name it.
const FORM: &str = "register";

#[derive(Template)]
#[template(path = "register/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    /// Where one wanted to go.
    next: String,
    t: text::Words,
}

const LOGIN: ErrorTarget = ErrorTarget::Named("login");

fn form(form: &mut Form) -> Option<Registration> {
    let t = text::Words(form.language());
    let kinds = vec![
        (AccountKind::Person, option("person", t.person())),
        (AccountKind::Organisation, option("organisation", t.organisation())),
    ];
    let kind = form.one_of("kind", t.kind(), kinds).value("person");
    let kind = kind.missing(t.kind_missing()).not_offered(t.kind_missing()).read();
    let name = form.line("name", t.name()).hint(t.name_hint()).complete("name").at_most(120).read();
    let (_, identity) = form.identity(&AskedIdentity {
        label: t.identity(),
        hint: t.identity_hint(),
        shown: &Identity::default(),
        foreigners: true,
        own: true,
    });
    let phone = form.phone("phone", t.phone()).hint(t.phone_hint()).read();
    let email = form.email("email", t.email()).hint(t.email_hint()).optional().read_or_raw();
    let address = form.line("address", t.address()).hint(t.address_hint()).complete("address-line1").read();
    let rule = t.login_rule(LOGIN_MIN, LOGIN_MAX);
    let login = form.line("login", t.login()).hint(&t.login_hint(&rule)).complete("username").on(LOGIN);
    let login = login.reads(move |typed| login_of(typed).ok_or_else(|| t.login_wrong(&rule))).read();
    let password = form.password("password", t.password(), "new-password");
    let (short, hint) = (t.password_short(PASSWORD_MIN), t.password_hint(PASSWORD_MIN));
    let password = password.hint(&hint).missing(&short);
    let password = password.unless(|password| !may_be_set(password), short).read();
    Some(Registration {
        kind: kind?,
        login: login?,
        password: password?,
        name: name?,
        identity,
        phone: phone?,
        email,
        address: address?,
    })
}

/// What an account is called; nothing of nothing.
fn login_of(typed: &str) -> Option<String> {
    let login = typed::key(typed);
    let plain = login.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-_@".contains(letter));
    (login.is_empty() || plain && (LOGIN_MIN..=LOGIN_MAX).contains(&login.len())).then_some(login)
}

const LOGIN_MIN: usize = 3;
const LOGIN_MAX: usize = 60;

fn view(context: &RequestContext, fields: Fields, next: &str) -> Page {
    let t = text::Words(context.language);
    Page {
        chrome: context
            .public_chrome(t.title(), "/register")
            .with_problems(fields.any_wrong())
            .switching(FORM),
        fields,
        next: next.into(),
        t,
    }
}

pub async fn show(context: RequestContext, Query(next): Query<NextQuery>) -> Answer {
    let mut form = Form::blank(context.language);
    self::form(&mut form);
    page(&view(&context, form.into_fields(), next.path()))
}

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let t = text::Words(context.language);
    let next = own_path(NEXT.of(&posted));
    let mut form = Form::sent(context.language, &posted);
    let registration = self::form(&mut form).filter(|_| !form.any_wrong());
    let Some(registration) = registration else {
        return page_with_errors(&view(&context, form.into_fields(), next));
    };
    let (browser, bounds) = (context.browser.clone(), &context.site.limits.by_account);
    match app::accounts::register(context.app(), registration, context.origin(), browser, bounds).await? {
        Some(begun) => {
            let to = if next == "/" { "/dossiers" } else { next };
            Ok((set_begun(&context.site, &begun), see_with_flash(&context, to, Flash::Registered)?)
                .into_response())
        }
        None => {
            form.wrong_about(Some(LOGIN), t.login_taken().into());
            page_with_errors(&view(&context, form.into_fields(), next))
        }
    }
}
