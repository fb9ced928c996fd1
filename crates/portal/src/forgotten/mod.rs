//! A forgotten password: a letter with a link that works once.

mod text;

use app::passwords::{PASSWORD_MIN, may_be_set};
use askama::Template;
use axum::extract::Path;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use ui::ask::{set_keepsake, set_wanted};
use ui::common::{Next, own_path, with_next};
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Query, Said, page, page_again, see_saying};

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

pub async fn show(ask: Ask, Query(next): Query<Next>) -> Answer {
    let t = text::Words(ask.language);
    let fields = Fields::new(ask.language, vec![Field::email(ask.language, "email", t.email())]);
    page(&Page {
        chrome: Chrome::new(&ask, t.title()),
        heading: t.title(),
        lead: t.lead().into(),
        fields: Some(fields),
        button: t.submit(),
        next: next.path().into(),
        sign_in: None,
    })
}

/// The same answer whether the address is known or not.
pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let bounds = &ask.site.limits.by_account;
    ask.app().forgot_password(&posted.text("email"), ask.origin(), bounds).await?;
    let next = own_path(posted.raw("next"));
    let mut answer = page(&Page {
        chrome: Chrome::new(&ask, t.sent()),
        heading: t.sent(),
        lead: t.sent_more().into(),
        fields: None,
        button: "",
        next: String::new(),
        sign_in: Some(with_next("/sign-in", next)),
    })?;
    set_cookie(&mut answer, set_wanted(&ask.site, next))?;
    Ok(answer)
}

fn new_fields(ask: &Ask) -> Fields {
    let t = text::Words(ask.language);
    let field = Field::password(ask.language, "password", t.password(), "new-password")
        .hint(&t.password_hint(PASSWORD_MIN));
    Fields::new(ask.language, vec![field])
}

fn new_page(ask: &Ask, fields: Fields) -> Page {
    let t = text::Words(ask.language);
    Page {
        chrome: Chrome::new(ask, t.new_title()).with_problems(fields.any_wrong()),
        heading: t.new_title(),
        lead: t.new_lead().into(),
        fields: Some(fields),
        button: t.save(),
        next: String::new(),
        sign_in: None,
    }
}

pub async fn show_new(ask: Ask, Path(secret): Path<String>) -> Answer {
    if !ask.app().reset_ticket_is_good(&secret).await? {
        return Err(Failure::NotFound);
    }
    page(&new_page(&ask, new_fields(&ask)))
}

pub async fn submit_new(ask: Ask, Path(secret): Path<String>, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let password = posted.raw("password").to_string();
    if !may_be_set(&password) {
        let mut fields = new_fields(&ask);
        fields.wrong("password", t.password_hint(PASSWORD_MIN));
        return page_again(&new_page(&ask, fields));
    }
    let Some(keepsake) = ask.app().reset_password(&secret, password, ask.browser.clone()).await? else {
        return Err(Failure::NotFound);
    };
    let next = ask.wanted.as_deref().map_or("", own_path);
    let mut answer = see_saying(&ask, &with_next("/sign-in", next), Said::PasswordChanged)?;
    set_cookie(&mut answer, set_keepsake(&ask.site, &keepsake))?;
    set_cookie(&mut answer, set_wanted(&ask.site, ""))?;
    Ok(answer)
}

fn set_cookie(answer: &mut Response, line: String) -> Result<(), Failure> {
    answer.headers_mut().append(SET_COOKIE, line.parse().map_err(|_| Failure::BadRequest)?);
    Ok(())
}
