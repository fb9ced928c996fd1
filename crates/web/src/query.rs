//! The query of an address, read into a type; one that does not fit is a page of ours, not a stranger's text. What names
//! something that is not there is no page, as an address of nothing is none: never something else in its place.

use crate::Failure;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Query<T>, Failure> {
        let query = parts.uri.query().unwrap_or_default();
        serde_urlencoded::from_str(query).map(Query).map_err(|_| Failure::BadRequest)
    }
}

/// Where a page of a list begins: before this row, in the list's own writing; empty for the first page.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PageCursor {
    pub before: String,
}

/// What a part of an address names, where it says anything.
pub fn known<T>(said: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Failure> {
    match said {
        "" => Ok(None),
        said => read(said).map(Some).ok_or(Failure::NotFound),
    }
}

/// A number of an address, such as that of a page.
pub fn number<T: std::str::FromStr>(said: &str) -> Result<Option<T>, Failure> {
    known(said, |said| said.parse().ok())
}
