//! Changing the language of a form that is being filled in. A button of the form, or the page's script, sends it to its own
//! address to be shown again: in the other language, as it was typed, and never carried out.
//!
//! Whoever is signed in finds it on the other host: it is held and given back there, as a form that came late is. Where
//! nobody need be signed in nothing is kept: it is shown at once, and goes on in that language until it was sent. What only asks is asked again there.
//!
//! A page names its forms to its `Chrome`. One of them goes along by the button in the header. Of several one chooses, where
//! no script can see which of them was filled in.

use crate::access::{Holds, Rule};
use crate::ask::{session_cookie, set_taste};
use crate::press::{ACT, Tacit};
use crate::{Answer, Ask, Failure, Posted, held, query, see};
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, Method, Uri};
use axum::response::{Redirect, Response};
use domain::Language;
use std::sync::Arc;

/// What the address of a form says of the language it is wanted in.
pub(crate) const IN: &str = "in";
/// The button that only shows it again. Its value is the act it would have been sent for, as `name=value`, where several
/// acts share an address.
pub(crate) const SWITCH: Tacit = Tacit("switch");

/// A form that goes along when the language of its page is changed.
#[derive(Clone, Debug)]
pub struct Switch {
    /// The id of the form.
    pub form: String,
    /// What it is called where several may go along.
    pub name: String,
    /// What the first of its buttons says.
    act: Option<String>,
    how: How,
}

#[derive(Clone, Debug)]
enum How {
    /// It is saved by the button itself.
    Saved,
    /// It is sent to be shown again: to the address of its page, or to its own.
    Again { at: Option<String> },
    /// It is a question, asked again.
    Asked,
}

impl Switch {
    /// A form that is sent to the address of its page.
    pub fn of(form: impl Into<String>, name: impl Into<String>) -> Switch {
        Switch { form: form.into(), name: name.into(), act: None, how: How::Again { at: None } }
    }

    /// A form that asks: what is looked for, or by what a list is narrowed.
    pub fn asking(form: impl Into<String>, name: impl Into<String>) -> Switch {
        Switch { how: How::Asked, ..Switch::of(form, name) }
    }

    pub(crate) fn saving(form: &str) -> Switch {
        Switch { how: How::Saved, ..Switch::of(form, "") }
    }

    /// It is sent to an address of its own.
    pub fn to(self, address: impl Into<String>) -> Switch {
        Switch { how: How::Again { at: Some(address.into()) }, ..self }
    }

    /// It is one of several acts that share the address.
    pub fn act(self, act: impl Into<String>) -> Switch {
        Switch { act: Some(act.into()), ..self }
    }

    /// What the button says that changes the language, as it is drawn.
    pub(crate) fn says(&self, other: Language) -> String {
        match (&self.how, &self.act) {
            (How::Saved, _) => ACT.with(LANGUAGE),
            (How::Again { .. }, Some(act)) => SWITCH.with(format!("{}={act}", ACT.name())),
            (How::Again { .. }, None) => SWITCH.with(""),
            (How::Asked, _) => Tacit(IN).with(other.code()),
        }
    }

    /// What Return sends: the first button of the form is that of the language.
    pub fn first(&self) -> String {
        self.act.as_ref().map(|act| ACT.with(act)).unwrap_or_default()
    }

    /// Where it is sent for that; nothing where that is where it is sent anyhow.
    pub(crate) fn action(&self, page: &str, other: Language) -> Option<String> {
        let How::Again { at } = &self.how else { return None };
        Some(address(at.as_deref().unwrap_or(page), other))
    }
}

/// What a button that keeps a form and changes its language says.
pub const LANGUAGE: &str = "language";

/// Where a question is asked in the other language, for which its address asks: without what was left empty.
pub(crate) fn asked(method: &Method, ask: &Ask) -> Option<String> {
    let code = query::given(&ask.path, IN).filter(|_| *method == Method::GET)?;
    (code == ask.language.other().code()).then_some(())?;
    let (path, pairs) = ask.path.split_once('?')?;
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(pairs).ok()?;
    let others = pairs.iter().filter(|(name, _)| name != IN);
    let others: Vec<(&str, &str)> = others.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let question = query::written(&others);
    Some(crate::chrome::twin_of(
        ask,
        &if question.is_empty() { path.into() } else { format!("{path}?{question}") },
    ))
}

/// The language an address asks for.
pub(crate) fn wanted(method: &Method, uri: &Uri) -> Option<Language> {
    let address = uri.path_and_query().filter(|_| *method == Method::POST)?;
    let code = query::given(address.as_str(), IN)?;
    [Language::Vietnamese, Language::English].into_iter().find(|language| language.code() == code)
}

/// An address where a form is shown again in a language.
pub(crate) fn address(path: &str, language: Language) -> String {
    query::with(path, IN, Some(language.code()))
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
pub(crate) async fn pressed(rule: &Rule, ask: &Ask, request: Request) -> Result<Pressed, Failure> {
    let but = match rule.holds {
        Holds::Form { but } => but,
        Holds::Shown => &[],
        // Nothing in it is worth keeping, and it must not be carried out.
        Holds::Nothing(_) => return Ok(Pressed::Answered(elsewhere(ask, None)?)),
    };
    let mut on = Request::new(Body::empty());
    *on.method_mut() = request.method().clone();
    *on.uri_mut() = request.uri().clone();
    *on.headers_mut() = request.headers().clone();
    *on.extensions_mut() = request.extensions().clone();
    let posted = Posted::from_request(request, &()).await?;
    if !SWITCH.is_in(&posted) {
        on.extensions_mut().insert(Arc::new(posted));
        return Ok(Pressed::On(on));
    }
    if let (Holds::Form { .. }, Some(desk)) = (rule.holds, held::desk(ask)) {
        let secret = ask.app().hold_form(desk, &posted.to_hold(but, true)).await?;
        return Ok(Pressed::Answered(elsewhere(ask, Some(&secret))?));
    }
    Ok(Pressed::Shown(posted.shown()))
}

/// The page of a form in the other language, with what was held of it.
fn elsewhere(ask: &Ask, secret: Option<&str>) -> Answer {
    let path = held::address(&query::with(&ask.path, IN, None), secret);
    see(&crate::chrome::twin_of(ask, &path))
}

/// Whoever was nobody and chose the other language goes on in it: on the host that speaks it, or by a remembered taste.
pub(crate) fn go_on(ask: &Ask, mut response: Response) -> Response {
    let settings = &ask.site.settings;
    let host = settings.hosts.of(ask.language).filter(|_| ask.known_host);
    let Some(host) = host else {
        let value = if ask.language == Language::English { "en" } else { "" };
        if let Ok(line) = HeaderValue::from_str(&set_taste(&ask.site, "language", value)) {
            response.headers_mut().append(SET_COOKIE, line);
        }
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
