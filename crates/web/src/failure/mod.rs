//! Why there is no answer, and the page that says so; to a program, problem details (RFC 9457).

#[cfg(test)]
mod tests;
mod text;

use crate::RequestContext;
use app::Fault;
use app::attempts::TooOften;
use app::dossiers::NotDone;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::dossier::Refusal;
use serde_json::json;
use std::sync::Arc;
use ui::part::Heading;
use ui::{Chrome, Language};

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
    /// A page that only shows something was sent a form.
    TakesNoForm,
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

/// The media type of problem details.
pub(crate) const PROBLEM: &str = "application/problem+json";

/// A failure as it is told, to people and to programs.
struct FailureReport {
    status: StatusCode,
    heading: String,
    sentence: String,
    /// What the log has it under; empty where it is no fault of ours.
    reference: String,
    /// Seconds until it may be tried again.
    wait: Option<u64>,
}

impl FailureReport {
    fn new(context: &RequestContext, failure: Failure) -> FailureReport {
        let t = text::Words(context.language);
        let told = |status, heading: &str, sentence: &str| FailureReport {
            status,
            heading: heading.into(),
            sentence: sentence.into(),
            reference: String::new(),
            wait: None,
        };
        match failure {
            // A page leads to where one signs in; a program is told.
            Failure::SignInFirst if context.json => {
                told(StatusCode::UNAUTHORIZED, t.sign_in_first(), t.sign_in_first_more())
            }
            Failure::NotFound | Failure::SignInFirst => {
                told(StatusCode::NOT_FOUND, t.not_found(), t.not_found_more())
            }
            Failure::Refused(refusal) => {
                told(StatusCode::CONFLICT, t.refused(), &refusal.sentence(context.language))
            }
            Failure::Overtaken => told(StatusCode::CONFLICT, t.overtaken(), t.overtaken_more()),
            Failure::TooOften { seconds } => {
                let sentence = match seconds {
                    0..=120 => t.too_often_more(seconds),
                    _ => t.too_often_minutes(seconds.div_ceil(60)),
                };
                let told = told(StatusCode::TOO_MANY_REQUESTS, t.too_often(), &sentence);
                FailureReport { wait: Some(seconds), ..told }
            }
            Failure::Busy => FailureReport {
                wait: Some(10),
                ..told(StatusCode::SERVICE_UNAVAILABLE, t.busy(), t.busy_more())
            },
            Failure::BadRequest => told(StatusCode::BAD_REQUEST, t.bad_request(), t.bad_request_more()),
            Failure::TakesNoForm => {
                told(StatusCode::METHOD_NOT_ALLOWED, t.takes_no_form(), t.takes_no_form_more())
            }
            Failure::Fault(fault) => {
                let reference = app::random::short_reference();
                let place = context.path.split(['/', '?']).nth(1).unwrap_or_default();
                tracing::error!(%reference, %place, error = %fault, "a request failed");
                let told = told(StatusCode::INTERNAL_SERVER_ERROR, t.fault(), t.fault_more());
                FailureReport { reference, ..told }
            }
        }
    }

    fn problem(&self) -> Response {
        let FailureReport { status, heading, sentence, reference, .. } = self;
        let mut problem = json!({ "status": status.as_u16(), "title": heading, "detail": sentence });
        if !reference.is_empty() {
            problem["reference"] = reference.as_str().into();
        }
        (*status, [(header::CONTENT_TYPE, PROBLEM)], problem.to_string()).into_response()
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

pub(crate) fn render(context: &RequestContext, failure: Failure) -> Response {
    let told = FailureReport::new(context, failure);
    let wait = told.wait;
    let mut response = if context.json { told.problem() } else { page(context, told) };
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn page(context: &RequestContext, told: FailureReport) -> Response {
    let FailureReport { status, heading, sentence, reference, .. } = told;
    let t = text::Words(context.language);
    let page = Page { chrome: context.chrome(&heading), heading, sentence, reference, t };
    let html = page.render().unwrap_or_else(|_| page.sentence.clone());
    (status, Html(ui::foreign::tag_vietnamese(html))).into_response()
}

/// For whoever is turned away before it is known in which language, or by whom: in both, each with its heading, its sentence
/// and the way home.
#[derive(Template)]
#[template(path = "failure/nobody.html")]
struct PageForNobody {
    vietnamese: (&'static str, &'static str, &'static str),
    english: (&'static str, &'static str, &'static str),
}

fn for_nobody(said: fn(text::Words) -> (&'static str, &'static str)) -> String {
    let of = |language| {
        let t = text::Words(language);
        let (heading, sentence) = said(t);
        (heading, sentence, t.home())
    };
    let page = PageForNobody { vietnamese: of(Language::Vietnamese), english: of(Language::English) };
    page.render().unwrap_or_else(|_| page.vietnamese.0.to_string())
}

/// A form that another site sent.
pub fn forged() -> Html<String> {
    Html(for_nobody(|t| (t.forged(), t.forged_more())))
}

/// Who asks cannot be read.
pub(crate) fn faulty() -> Response {
    let page = for_nobody(|t| (t.fault(), t.fault_more()));
    (StatusCode::INTERNAL_SERVER_ERROR, Html(page)).into_response()
}
