//! Answering requests: which addresses there are and who may ask, bounds, who asks, forms as they arrive, failures. What pages look
//! like is `ui`.

pub mod access;
mod browser;
mod chrome;
mod client;
pub mod common;
pub mod cookies;
pub mod failure;
mod flash;
mod held;
pub mod limits;
pub mod password;
pub mod query;
pub mod request_context;
mod sent;
pub mod site;
pub mod stream;
mod switch;

pub use access::{Access, Endpoint, Holds, get, post, router};
pub use chrome::twin;
pub use common::own_path;
pub use failure::Failure;
pub use flash::see_with_flash;
pub use held::shown_again;
pub use query::Query;
pub use request_context::{RequestContext, take_place};
pub use sent::Sent;
pub use site::{Hosts, Site};

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Serialize;

/// A page, or why there is none.
pub type Answer = Result<Response, Failure>;

/// Renders a page.
pub fn page(template: &impl Template) -> Answer {
    page_with(StatusCode::OK, template)
}

/// Renders a page whose form needs mending: nothing typed is lost.
pub fn page_with_errors(template: &impl Template) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// Bytes made ready for a page: most are smaller, and a larger one moves once.
const PAGE_BYTES: usize = 40 * 1024;

pub fn page_with(status: StatusCode, template: &impl Template) -> Answer {
    let mut html = String::with_capacity(PAGE_BYTES);
    template.render_into(&mut html).map_err(|error| Failure::Fault(app::Fault::other(error)))?;
    Ok(rendered(status, html))
}

/// A page that was rendered already, to be weighed.
pub fn rendered(status: StatusCode, html: String) -> Response {
    (status, Html(ui::foreign::tag_vietnamese(html))).into_response()
}

/// Answers a program, at an endpoint that is [`Endpoint::in_json_too`].
pub fn json(status: StatusCode, value: &impl Serialize) -> Answer {
    let text = serde_json::to_string(value).map_err(app::Fault::from)?;
    Ok((status, [(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// After a form was taken: look at this page.
pub fn see(path: &str) -> Answer {
    Ok(Redirect::to(path).into_response())
}
