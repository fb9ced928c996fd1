//! Why there is no page, and the page that says so.

mod text;

use crate::Ask;
use app::Fault;
use app::attempts::TooOften;
use app::dossiers::NotDone;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::dossier::Refusal;
use std::sync::Arc;
use ui::Chrome;

#[derive(Debug)]
pub enum Failure {
    /// Hidden or missing: the same for both.
    NotFound,
    SignInFirst,
    /// The law says no.
    Refused(Refusal),
    /// Somebody else acted first.
    Overtaken,
    TooOften {
        seconds: u64,
    },
    /// Too much is being computed already.
    Busy,
    /// The request itself was broken: a form cut off, a field of the wrong kind.
    BadRequest,
    Fault(Fault),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Failure {
        Failure::Fault(fault)
    }
}

impl From<TooOften> for Failure {
    fn from(TooOften { seconds }: TooOften) -> Failure {
        Failure::TooOften { seconds }
    }
}

impl From<app::StorageError> for Failure {
    fn from(error: app::StorageError) -> Failure {
        Failure::Fault(error.into())
    }
}

impl From<NotDone> for Failure {
    fn from(not_done: NotDone) -> Failure {
        match not_done {
            NotDone::NotFound => Failure::NotFound,
            NotDone::Refused(refusal) => Failure::Refused(refusal),
            NotDone::Overtaken { .. } => Failure::Overtaken,
            NotDone::Fault(fault) => Failure::Fault(fault),
        }
    }
}

/// Carries the failure out to where the language is known.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

#[derive(Template)]
#[template(path = "failure/page.html")]
struct Page {
    chrome: Chrome,
    heading: String,
    sentence: String,
    reference: String,
    t: text::Words,
}

pub(crate) fn render(ask: &Ask, failure: Failure) -> Response {
    let t = text::Words(ask.language);
    let mut reference = String::new();
    let mut wait = None;
    let (status, heading, sentence) = match failure {
        Failure::NotFound | Failure::SignInFirst => {
            (StatusCode::NOT_FOUND, t.not_found().to_string(), t.not_found_more().to_string())
        }
        Failure::Refused(refusal) => {
            (StatusCode::CONFLICT, t.refused().to_string(), refusal.sentence(ask.language))
        }
        Failure::Overtaken => {
            (StatusCode::CONFLICT, t.overtaken().to_string(), t.overtaken_more().to_string())
        }
        Failure::TooOften { seconds } => {
            wait = Some(seconds);
            let sentence = match seconds {
                0..=120 => t.too_often_more(seconds),
                _ => t.too_often_minutes(seconds.div_ceil(60)),
            };
            (StatusCode::TOO_MANY_REQUESTS, t.too_often().to_string(), sentence)
        }
        Failure::Busy => {
            wait = Some(10);
            (StatusCode::SERVICE_UNAVAILABLE, t.busy().to_string(), t.busy_more().to_string())
        }
        Failure::BadRequest => {
            (StatusCode::BAD_REQUEST, t.bad_request().to_string(), t.bad_request_more().to_string())
        }
        Failure::Fault(fault) => {
            reference = app::random::short_reference();
            tracing::error!(%reference, place = %ask.path.split(['/', '?']).nth(1).unwrap_or_default(), error = %fault, "a request failed");
            (StatusCode::INTERNAL_SERVER_ERROR, t.fault().to_string(), t.fault_more().to_string())
        }
    };
    let page = Page { chrome: ask.chrome(&heading), heading, sentence, reference, t };
    let html = page.render().unwrap_or_else(|_| page.sentence.clone());
    let mut response = (status, Html(html)).into_response();
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
