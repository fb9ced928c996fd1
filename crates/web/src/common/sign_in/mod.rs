//! Signing in by password, and signing out.

mod text;

use super::crossing::own_path;
use crate::Query;
use crate::cookies::{set_begun, set_place, set_session};
use crate::{Answer, RequestContext, Sent, page, page_with_errors};
use app::accounts::{SignInResult, SignedInAs};
use askama::Template;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use serde::Deserialize;
use ui::form::ErrorTarget;
use ui::part::{Heading, Notice};
use ui::{Chrome, Fields, Form, FormParam, Language};

#[derive(Template)]
#[template(path = "common/sign_in/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    next: String,
    /// Where one registers, or gets a new password, without losing where one wanted to go.
    register: String,
    forgotten: String,
    /// What they were about to do, where a page sent them here.
    why: Option<&'static str>,
    /// For how long a form is held that was sent when nobody was signed in any more, where there is one.
    held: Option<String>,
    t: text::Words,
}

/// The form, as the page's other parts name it.
const FORM: &str = "sign-in";

/// The field a form says it in.
pub const NEXT: FormParam = FormParam("next");

/// Where one wanted to go.
#[derive(Default, Deserialize)]
pub struct NextQuery {
    #[serde(default)]
    next: String,
}

impl NextQuery {
    /// A path of our own; nothing where there is none.
    pub fn path(&self) -> &str {
        match own_path(&self.next) {
            "/" => "",
            path => path,
        }
    }
}

/// An address with where one wanted to go, if anywhere.
pub fn with_next(path: &str, next: &str) -> String {
    match ui::query::written(&[(NEXT.name(), if next == "/" { "" } else { next })]) {
        query if query.is_empty() => path.to_string(),
        query => format!("{path}?{query}"),
    }
}

const LOGIN: ErrorTarget = ErrorTarget::Named("login");

/// A name and a password, letter for letter. What of them is wrong is not told apart.
fn form(form: &mut Form) -> (String, String) {
    let t = text::Words(form.language());
    let login = form.line("login", t.login()).complete("username").on(LOGIN).reads(|typed| Ok(typed.into()));
    let login = login.written();
    (login, form.password("password", t.password(), "current-password").written())
}

/// Why somebody who wanted to go there is asked to sign in.
fn why(t: &text::Words, next: &str) -> Option<&'static str> {
    let begins = |path: &str| {
        next.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    };
    match () {
        () if begins("/apply") || begins("/drafts") => Some(t.to_apply()),
        () if begins("/dossiers") || begins("/messages") || begins("/files") => Some(t.to_see_own()),
        () => None,
    }
}

fn view(context: &RequestContext, fields: Fields, next: String) -> Page {
    let title = text::Words(context.language).title();
    let chrome = context.chrome(title).with_problems(fields.any_wrong()).switching(FORM);
    draw(chrome, context.language, fields, next)
}

fn draw(chrome: Chrome, language: Language, fields: Fields, next: String) -> Page {
    let t = text::Words(language);
    Page {
        chrome,
        fields,
        register: with_next("/register", &next),
        forgotten: with_next("/forgotten-password", &next),
        why: why(&t, &next),
        held: crate::held::secret_in(&next).map(|_| crate::held::hold_time(language)),
        next,
        t,
    }
}

pub async fn show(context: RequestContext, Query(next): Query<NextQuery>) -> Answer {
    let mut form = Form::blank(context.language);
    self::form(&mut form);
    page(&view(&context, form.into_fields(), own_path(&next.next).to_string()))
}

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let t = text::Words(context.language);
    let next = own_path(NEXT.of(&posted)).to_string();
    let mut form = Form::sent(context.language, &posted);
    let (login, password) = self::form(&mut form);
    if form.any_wrong() {
        return page_with_errors(&view(&context, form.into_fields(), next));
    }
    let (scope, bounds) = (context.site.scope, &context.site.limits.by_account);
    let (begun, signed_in) =
        match app::accounts::sign_in(context.app(), &login, password, scope, context.browser.clone(), bounds)
            .await?
        {
            SignInResult::In(begun, signed_in) => (begun, signed_in),
            SignInResult::TooOften(too_often) => return Err(too_often.into()),
            SignInResult::Wrong => {
                form.wrong_about(Some(LOGIN), t.wrong().into());
                return page_with_errors(&view(&context, form.into_fields(), next));
            }
        };
    let home = match signed_in {
        SignedInAs::Applicant => "/dossiers",
        SignedInAs::Officer => "/office",
        SignedInAs::Head => "/office/figures",
    };
    let to = if next == "/" || next == "/office" { home } else { &next };
    Ok((set_begun(&context.site, &begun), Redirect::to(to)).into_response())
}

pub async fn sign_out(context: RequestContext) -> Answer {
    if let Some(secret) = &context.session {
        app::sessions::sign_out(context.app(), secret).await?;
    }
    let officer = context.who.as_ref().is_some_and(|who| who.officer.is_some());
    let to = if officer { "/office/sign-in" } else { "/" };
    let lines = [(SET_COOKIE, set_session(&context.site, "")), (SET_COOKIE, set_place(&context.site, None))];
    Ok((AppendHeaders(lines), Redirect::to(to)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use testkit::render_both;

    fn page(language: Language, next: &str, wrong: bool) -> Page {
        let mut form = Form::blank(language);
        self::form(&mut form);
        if wrong {
            form.wrong_about(Some(LOGIN), text::Words(language).wrong().into());
        }
        draw(Chrome::anonymous(language, "A"), language, form.into_fields(), next.into())
    }

    #[test]
    fn it_asks_for_name_and_password_and_knows_where_one_wanted_to_go() {
        for html in render_both(|language| page(language, "/apply/1.001193", false)) {
            let form = html.one("main form#sign-in[method=post]");
            assert_eq!(form.all("input[name=next][value='/apply/1.001193']").len(), 1);
            assert_eq!(form.all("input[name=login][autocomplete=username]").len(), 1);
            assert_eq!(form.all("input[type=password][autocomplete=current-password]").len(), 1);
            let kept = "next=%2Fapply%2F1.001193";
            html.one(&format!("main a[href='/register?{kept}']"));
            html.one(&format!("main a[href='/forgotten-password?{kept}']"));
            assert_eq!(html.all("main .lead").len(), 1, "why");
            assert!(!html.has("main .notice") && !html.has("main .error-summary"));
        }
    }

    #[test]
    fn what_is_wrong_leads_to_the_name_and_a_form_that_is_held_says_so() {
        for html in render_both(|language| page(language, "/", true)) {
            html.one("main .error-summary a[href='#login']");
            assert!(!html.has("main .lead"));
            html.one("main a[href='/register']");
        }
        for html in render_both(|language| page(language, "/profile?held=abc", false)) {
            assert_eq!(html.all("main .notice").len(), 1);
        }
    }

    #[test]
    fn whoever_is_sent_here_is_told_why() {
        let t = text::Words(Language::English);
        assert_eq!(why(&t, "/apply/1.001193"), Some(t.to_apply()));
        assert_eq!(why(&t, "/drafts/t/you"), Some(t.to_apply()));
        assert_eq!(why(&t, "/dossiers"), Some(t.to_see_own()));
        for next in ["", "/", "/procedures", "/applying", "/office/dossiers/X"] {
            assert_eq!(why(&t, next), None, "{next}");
        }
    }
}
