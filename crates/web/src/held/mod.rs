//! A form that comes when its session has just ended: held, and shown again once its owner has signed in.
//!
//! It is shown by the endpoint that takes it, as a form that needs looking over is shown (422). That endpoint gets an app
//! that only looks, so that nothing can be carried out by it, and of what it answers only a page goes out.

#[cfg(test)]
mod tests;
mod text;

use crate::access::{AccessRule, Holds, page_above};
use crate::common::TO;
use crate::flash::saying;
use crate::{Answer, Failure, RequestContext, Sent, see, see_with_flash};
use app::held::{FormOrigin, HeldLookup};
use app::{Fault, StorageError};
use askama::Template;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;
use domain::officer::AccountId;
use std::sync::Arc;
use tower::ServiceExt;
use ui::part::Heading;
use ui::stand_in::{ABSENT, StandIn};
use ui::{Chrome, Flash, Posted};

/// What an address says of a held form.
const HELD: &str = "held";

/// The secret of a held form somebody comes back for.
#[derive(Clone)]
pub(crate) struct HeldKey(String);

/// Lets the endpoint that takes a form show it, where an address asks for a held one.
pub(crate) async fn give_back(State(show): State<MethodRouter>, request: Request, next: Next) -> Response {
    let wanted = request.uri().path_and_query().and_then(|address| secret_in(address.as_str()));
    let Some(secret) = wanted.filter(|_| request.method() == Method::GET) else {
        return next.run(request).await;
    };
    let (mut parts, _) = request.into_parts();
    parts.method = Method::POST;
    parts.extensions.insert(HeldKey(secret));
    // What the page was asked with is no form.
    parts.headers.remove(header::CONTENT_TYPE);
    let request = Request::from_parts(parts, axum::body::Body::empty());
    show.oneshot(request).await.unwrap_or_else(|never| match never {})
}

/// The secret of a held form in an address.
pub(crate) fn secret_in(address: &str) -> Option<String> {
    ui::query::given(address, HELD)
}

/// An address with the secret of a held form, or without one.
pub(crate) fn address(path: &str, secret: Option<&str>) -> String {
    ui::query::with(path, HELD, secret)
}

/// Where one signs in, to go on at an address.
pub(crate) fn to_sign_in(context: &RequestContext, next: &str) -> Response {
    // Who saves while somebody types asks for no page, and says itself that it could not.
    if context.saves {
        let t = text::Words(context.language);
        return (StatusCode::UNAUTHORIZED, t.not_saved()).into_response();
    }
    let office = if context.path.starts_with("/office") { "/office/sign-in" } else { "/sign-in" };
    let query = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    Redirect::to(&format!("{office}?{query}")).into_response()
}

/// A form came and nobody is signed in: if it is of a session that has just ended it is held.
pub(crate) async fn sign_in_first(rule: &AccessRule, context: RequestContext, request: Request) -> Response {
    let back = match rule.page {
        true => address(&context.path, None),
        false => page_above(context.path.split('?').next().unwrap_or_default()).to_string(),
    };
    match hold(rule, &context, request).await {
        Ok(Some(secret)) => to_sign_in(&context, &address(&context.path, Some(&secret))),
        // Nothing of it is held: it is to be done again.
        Ok(None) if context.session.is_some() && !context.saves => {
            saying(&context, to_sign_in(&context, &back), Flash::NotSent)
        }
        Ok(None) => to_sign_in(&context, &back),
        Err(fault) => {
            tracing::error!(error = %fault, "a form could not be held");
            to_sign_in(&context, &back)
        }
    }
}

/// Reads and holds a form. Nothing of it is read before it is clear whose it is and that they might send it here.
async fn hold(
    rule: &AccessRule,
    context: &RequestContext,
    mut request: Request,
) -> Result<Option<String>, Fault> {
    let Holds::Form { but } = rule.holds else { return Ok(None) };
    if context.saves {
        return Ok(None);
    }
    let Some(mut before) = context.before_it_ended().await? else { return Ok(None) };
    if rule.access.admits(&before).is_err() {
        return Ok(None);
    }
    if let Some(may) = rule.may {
        match may(before.clone()).await {
            Ok(bytes) => before.room = Some(bytes),
            Err(_) => return Ok(None),
        }
    }
    let Some(origin) = origin(&before) else { return Ok(None) };
    request.extensions_mut().insert(before.clone());
    let Ok(Sent(posted)) = Sent::from_request(request, &()).await else { return Ok(None) };
    match app::held::hold(before.app(), origin, &posted.to_hold(but, false)).await {
        Ok(secret) => Ok(Some(secret)),
        Err(fault) => {
            let landed = std::mem::take(&mut *before.landed.lock().expect("no panic while it is noted"));
            app::files::remove_unnamed(before.app(), landed).await?;
            Err(fault)
        }
    }
}

/// Shows a form again under an address of its own, which holds nothing of what was typed: going back to it, and loading it
/// again, sends nothing. `part` is what of the page somebody stands at, by its id; empty is its beginning.
pub async fn shown_again(context: &RequestContext, posted: &Posted, part: &str) -> Answer {
    let origin = origin(context).ok_or(Failure::NotFound)?;
    let secret = app::held::hold(context.app(), origin, &posted.to_hold(&[], true)).await?;
    // What came with it is held too.
    context.landed.lock().expect("no panic while it is noted").clear();
    let part = if part.is_empty() { String::new() } else { format!("#{part}") };
    see(&format!("{}{part}", address(&context.path, Some(&secret))))
}

/// Whose a form is, and for where.
pub(crate) fn origin(context: &RequestContext) -> Option<FormOrigin> {
    let who = context.who.as_ref()?;
    Some(FormOrigin {
        account: who.id(),
        stands_for: who.officer.as_ref().and_then(|officer| officer.stands_for),
        path: context.path.split('?').next().unwrap_or_default().to_string(),
    })
}

/// Takes a held form up, for an endpoint that may only look; or says why there is none.
pub(crate) async fn take(
    context: RequestContext,
    HeldKey(secret): &HeldKey,
) -> Result<RequestContext, Response> {
    let Some(origin) = origin(&context) else { return Err(to_sign_in(&context, &context.path)) };
    match app::held::find(context.app(), &origin, secret).await {
        Ok(Some(HeldLookup::Form(form))) => Ok(looking(context, Posted::of_held(form))),
        Ok(Some(HeldLookup::AtAnotherDesk(stands_for))) => Err(at_another_desk(&context, stands_for).await),
        Ok(None) => Err(no_more(&context)),
        Err(fault) => Err(crate::failure::render(&context, Failure::Fault(fault))),
    }
}

/// Shows a form and can do nothing else with it.
pub(crate) fn looking(context: RequestContext, form: Posted) -> RequestContext {
    let mut site = context.site.clone();
    site.app = site.app.only_looking();
    RequestContext { held: Some(Arc::new(form)), site, ..context }
}

/// The page alone, saying that what was held is gone.
fn no_more(context: &RequestContext) -> Response {
    see_with_flash(context, &address(&context.path, None), Flash::HeldNoMore).into_response()
}

/// What goes out of showing a held form: a page, and nothing with it.
pub(crate) fn only_shown(
    context: &RequestContext,
    mut response: Response,
    failure: Option<Failure>,
) -> Response {
    match failure {
        None => {}
        Some(failure @ (Failure::NotFound | Failure::TooOften { .. } | Failure::Busy)) => {
            return crate::failure::render(context, failure);
        }
        Some(Failure::Fault(fault)) if !matches!(fault, Fault::Storage(StorageError::OnlyLooks)) => {
            return crate::failure::render(context, Failure::Fault(fault));
        }
        Some(_) => return Redirect::to(&address(&context.path, None)).into_response(),
    }
    let shown = [StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT];
    if !shown.contains(&response.status()) || !is_page(response.headers()) {
        return Redirect::to(&address(&context.path, None)).into_response();
    }
    *response.status_mut() = StatusCode::OK;
    response.headers_mut().remove(header::SET_COOKIE);
    response
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// A form was taken: where it was a held one it need not be held any longer.
pub(crate) async fn sent(context: &RequestContext, rule: &AccessRule) {
    let (Holds::Form { .. }, Some(who)) = (rule.holds, &context.who) else { return };
    let Some(secret) = secret_in(&context.path) else { return };
    if let Err(fault) = app::held::forget(context.app(), who.id(), &secret).await {
        tracing::warn!(error = %fault, "a held form that was sent could not be dropped");
    }
}

/// A colleague in whose place one acts.
struct Absent {
    key: i64,
    name: String,
}

#[derive(Template)]
#[template(path = "held/page.html")]
struct HeldPage {
    chrome: Chrome,
    /// In whose place it was written; nobody's is the own.
    absent: Option<Absent>,
    /// Where it is shown once one is there.
    to: String,
    /// How long it is kept.
    long: String,
    t: text::Words,
}

/// For how long a form is held.
pub(crate) fn hold_time(language: domain::Language) -> String {
    domain::time::how_long(app::held::HELD_MINUTES, language)
}

/// It was written at another desk of the same officer: it is shown there.
async fn at_another_desk(context: &RequestContext, stands_for: Option<AccountId>) -> Response {
    let names = match app::accounts::names_of(context.app(), stands_for.into_iter().collect()).await {
        Ok(names) => names,
        Err(fault) => return crate::failure::render(context, Failure::Fault(fault)),
    };
    let t = text::Words(context.language);
    let page = HeldPage {
        chrome: context.chrome(t.title()),
        absent: names.into_iter().next().map(|(absent, name)| Absent { key: absent.0, name }),
        to: context.path.clone(),
        long: hold_time(context.language),
        t,
    };
    crate::page(&page).into_response()
}
