//! What was just done, said once on the next page: a cookie carries it over the redirect and is then dropped.

use crate::{Answer, Ask, cookies};
use axum::response::{IntoResponse, Redirect, Response};
use ui::Said;

/// Goes to a page and says there what was done.
pub fn see_saying(ask: &Ask, path: &str, said: Said) -> Answer {
    Ok(saying(ask, Redirect::to(path).into_response(), said))
}

/// Says on the page an answer leads to what was done.
pub(crate) fn saying(ask: &Ask, mut response: Response, said: Said) -> Response {
    cookies::add(&mut response, &cookies::set_said(&ask.site, said.key()));
    response
}

/// Drops the cookie once its sentence was shown.
pub(crate) fn forget(response: &mut Response, ask: &Ask) {
    cookies::add(response, &cookies::set_said(&ask.site, ""));
}
