//! A forgotten password: a letter with a link that works once.

#[cfg(test)]
mod tests;
mod text;

use app::passwords::{PASSWORD_MIN, RESET_MINUTES, may_be_set};
use askama::Template;
use axum::extract::Path;
use domain::time::how_long;
use ui::part::Heading;
use ui::{Chrome, Fields, Flash, Form};
use web::common::{NEXT, NextQuery, own_path, with_next};
use web::cookies::{self, set_browser_secret, set_return_path};
use web::{Answer, Failure, Query, RequestContext, Sent, page, page_with_errors, see_with_flash};

/// The form, as the page's other parts name it.
const FORM: &str = "forgotten";

#[derive(Template)]
#[template(path = "forgotten/page.html")]
struct Page {
    chrome: Chrome,
    heading: &'static str,
    lead: String,
    fields: Option<Fields>,
    button: &'static str,
    /// Where one wanted to go.
    next: String,
    /// Where one signs in to go on there, once the letter was sent.
    sign_in: Option<String>,
}

/// Any address that is the account's: one of before may be written as none would be taken today.
fn form(form: &mut Form) -> Option<String> {
    let t = text::Words(form.language());
    form.email("email", t.email()).reads(|typed| Ok(typed.into())).read()
}

fn first_page(context: &RequestContext, fields: Fields, next: &str) -> Page {
    let t = text::Words(context.language);
    Page {
        chrome: context.chrome(t.title()).with_problems(fields.any_wrong()).switching(FORM),
        heading: t.title(),
        lead: t.lead(&how_long(RESET_MINUTES, context.language)),
        fields: Some(fields),
        button: t.submit(),
        next: next.into(),
        sign_in: None,
    }
}

pub async fn show(context: RequestContext, Query(next): Query<NextQuery>) -> Answer {
    let mut form = Form::blank(context.language);
    self::form(&mut form);
    page(&first_page(&context, form.into_fields(), next.path()))
}

/// The same answer whether the address is known or not.
pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let t = text::Words(context.language);
    let next = own_path(NEXT.of(&posted));
    let mut form = Form::sent(context.language, &posted);
    let Some(email) = self::form(&mut form).filter(|_| !form.any_wrong()) else {
        return page_with_errors(&first_page(&context, form.into_fields(), next));
    };
    let bounds = &context.site.limits.by_account;
    app::passwords::forgot(context.app(), &email, context.origin(), bounds).await?;
    let mut answer = page(&Page {
        chrome: context.chrome(t.sent()),
        heading: t.sent(),
        lead: t.sent_more().into(),
        fields: None,
        button: "",
        next: String::new(),
        sign_in: Some(with_next("/sign-in", next)),
    })?;
    cookies::add(&mut answer, &set_return_path(&context.site, next));
    Ok(answer)
}

fn new_form(form: &mut Form) -> Option<String> {
    let t = text::Words(form.language());
    let hint = t.password_hint(PASSWORD_MIN);
    let password = form.password("password", t.password(), "new-password").hint(&hint).missing(&hint);
    password.unless(|password| !may_be_set(password), hint).read()
}

fn new_page(context: &RequestContext, fields: Fields) -> Page {
    let t = text::Words(context.language);
    Page {
        chrome: context.chrome(t.new_title()).with_problems(fields.any_wrong()),
        heading: t.new_title(),
        lead: t.new_lead().into(),
        fields: Some(fields),
        button: t.save(),
        next: String::new(),
        sign_in: None,
    }
}

pub async fn show_new(context: RequestContext, Path(secret): Path<String>) -> Answer {
    if !app::passwords::ticket_is_good(context.app(), &secret).await? {
        return Err(Failure::NotFound);
    }
    let mut form = Form::blank(context.language);
    new_form(&mut form);
    page(&new_page(&context, form.into_fields()))
}

pub async fn submit_new(context: RequestContext, Path(secret): Path<String>, Sent(posted): Sent) -> Answer {
    let mut form = Form::sent(context.language, &posted);
    let Some(password) = new_form(&mut form) else {
        return page_with_errors(&new_page(&context, form.into_fields()));
    };
    let Some(browser_secret) =
        app::passwords::reset(context.app(), &secret, password, context.browser.clone()).await?
    else {
        return Err(Failure::NotFound);
    };
    let next = context.return_path.as_deref().map_or("", own_path);
    let mut answer = see_with_flash(&context, &with_next("/sign-in", next), Flash::PasswordChanged)?;
    cookies::add(&mut answer, &set_browser_secret(&context.site, &browser_secret));
    cookies::add(&mut answer, &set_return_path(&context.site, ""));
    Ok(answer)
}
