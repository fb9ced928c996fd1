//! What every page needs: layout, components, access, errors, language, the person signed in.

pub mod access;
pub mod ask;
pub mod assets;
mod browser;
pub mod chrome;
mod client;
pub mod common;
pub mod diagram;
pub mod explained;
pub mod failure;
pub mod fees;
pub mod field;
pub mod form;
mod held;
#[path = "layout/text.rs"]
pub mod layout_text;
pub mod limits;
pub mod password;
pub mod posted;
pub mod press;
pub mod query;
pub mod receipt;
pub mod said;
pub mod site;
pub mod slip;
pub mod stream;
pub mod switch;
pub mod telling;
pub mod when;
mod words;

pub use access::{Access, Endpoint, Holds, get, post, router};
pub use ask::{Ask, take_place};
pub use chrome::Chrome;
pub use common::own_path;
pub use domain::{Language, Text};
pub use failure::Failure;
pub use field::{Field, Fields};
pub use form::Form;
pub use posted::Posted;
pub use press::Tacit;
pub use query::Query;
pub use said::{Said, see_saying};
pub use site::{Hosts, Site};
pub use switch::Switch;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

/// A page, or why there is none.
pub type Answer = Result<Response, Failure>;

/// Renders a page.
pub fn page(template: &impl Template) -> Answer {
    page_with(StatusCode::OK, template)
}

/// Renders a page whose form needs mending: nothing typed is lost.
pub fn page_again(template: &impl Template) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, template)
}

pub fn page_with(status: StatusCode, template: &impl Template) -> Answer {
    let html = template.render().map_err(|error| Failure::Fault(app::Fault::other(error)))?;
    Ok((status, Html(html)).into_response())
}

/// After a form was taken: look at this page.
pub fn see(path: &str) -> Answer {
    Ok(Redirect::to(path).into_response())
}
