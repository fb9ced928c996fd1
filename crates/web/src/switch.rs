//! Changing the language of a form that is being filled in. A button of the form, or the page's script, sends it to its own
//! address to be shown again: in the other language, as it was typed, and never carried out.
//!
//! Whoever is signed in finds it on the other host: it is held and given back there, as a form that came late is. Where
//! nobody need be signed in nothing is kept: it is shown at once, and goes on in that language until it was sent.

use crate::access::{AccessRule, Holds};
use crate::cookies::{self, session_cookie, set_taste};
use crate::{Answer, Failure, RequestContext, Sent, held, see};
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, Method, Uri};
use axum::response::{Redirect, Response};
use domain::Language;
use std::sync::Arc;
use ui::switch::{IN, SWITCH};
use ui::{Posted, query};

/// Where a question is asked in the other language, for which its address asks: without what was left empty.
pub(crate) fn asked(method: &Method, context: &RequestContext) -> Option<String> {
    let code = query::given(&context.path, IN).filter(|_| *method == Method::GET)?;
    (code == context.language.other().code()).then_some(())?;
    let (path, pairs) = context.path.split_once('?')?;
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(pairs).ok()?;
    let others = pairs.iter().filter(|(name, _)| name != IN);
    let others: Vec<(&str, &str)> = others.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let question = query::written(&others);
    Some(crate::chrome::twin_of(
        context,
        &if question.is_empty() { path.into() } else { format!("{path}?{question}") },
    ))
}

/// Whether an address asks for no language, or for one there is.
pub(crate) fn is_known(path: &str) -> bool {
    query::given(path, IN).is_none_or(|code| language(&code).is_some())
}

pub(crate) fn language(code: &str) -> Option<Language> {
    [Language::Vietnamese, Language::English].into_iter().find(|language| language.code() == code)
}

/// The language an address asks for.
pub(crate) fn requested_language(method: &Method, uri: &Uri) -> Option<Language> {
    let address = uri.path_and_query().filter(|_| *method == Method::POST)?;
    let code = query::given(address.as_str(), IN)?;
    language(&code)
}

/// What a form was sent for that asks for a language.
pub(crate) enum Pressed {
    /// To be shown again here.
    Shown(Posted),
    /// By its own buttons: it goes on to its endpoint.
    On(Request),
    /// It is answered.
    Answered(Response),
}

/// Reads a form that asks for a language.
pub(crate) async fn pressed(
    rule: &AccessRule,
    context: &RequestContext,
    request: Request,
) -> Result<Pressed, Failure> {
    let but = match rule.holds {
        Holds::Form { but } => but,
        Holds::Shown => &[],
        // Nothing in it is worth keeping, and it must not be carried out.
        Holds::Nothing(_) => return Ok(Pressed::Answered(elsewhere(context, None)?)),
    };
    let mut on = Request::new(Body::empty());
    *on.method_mut() = request.method().clone();
    *on.uri_mut() = request.uri().clone();
    *on.headers_mut() = request.headers().clone();
    *on.extensions_mut() = request.extensions().clone();
    let Sent(posted) = Sent::from_request(request, &()).await?;
    if !SWITCH.is_in(&posted) {
        on.extensions_mut().insert(Arc::new(posted));
        return Ok(Pressed::On(on));
    }
    if let (Holds::Form { .. }, Some(origin)) = (rule.holds, held::origin(context)) {
        let secret = app::held::hold(context.app(), origin, &posted.to_hold(but, true)).await?;
        return Ok(Pressed::Answered(elsewhere(context, Some(&secret))?));
    }
    Ok(Pressed::Shown(posted.shown()))
}

/// The page of a form in the other language, with what was held of it.
fn elsewhere(context: &RequestContext, secret: Option<&str>) -> Answer {
    let path = held::address(&query::with(&context.path, IN, None), secret);
    see(&crate::chrome::twin_of(context, &path))
}

/// Whoever was nobody and chose the other language goes on in it: on the host that speaks it, or by a remembered taste.
pub(crate) fn go_on(context: &RequestContext, mut response: Response) -> Response {
    let settings = &context.site.settings;
    let host = settings.hosts.of(context.language).filter(|_| context.known_host);
    let Some(host) = host else {
        let value = if context.language == Language::English { "en" } else { "" };
        cookies::add(&mut response, &set_taste(&context.site, "language", value));
        return response;
    };
    let to = response.headers().get(LOCATION).and_then(|to| to.to_str().ok()).map(str::to_string);
    let Some(to) = to.filter(|to| crate::own_path(to) == to) else { return response };
    let session = format!("{}=", session_cookie(settings.tls));
    let begins = |line: &HeaderValue| {
        let rest = line.to_str().ok().and_then(|line| line.strip_prefix(&session));
        rest.is_some_and(|rest| !rest.starts_with(';'))
    };
    let to = match response.headers().get_all(SET_COOKIE).iter().any(begins) {
        // Handed over once the cookie of this host is there.
        true => format!("/cross?{}", query::written(&[("to", &to)])),
        false => format!("{}://{host}{to}", settings.scheme()),
    };
    if let Some(line) =
        axum::response::IntoResponse::into_response(Redirect::to(&to)).headers_mut().remove(LOCATION)
    {
        response.headers_mut().insert(LOCATION, line);
    }
    response
}
