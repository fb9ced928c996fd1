//! What was just done, said once on the next page: a cookie carries it over the redirect and is then dropped.

use crate::{Answer, RequestContext, cookies};
use axum::response::{IntoResponse, Redirect, Response};
use ui::Flash;

/// Goes to a page and says there what was done.
pub fn see_with_flash(context: &RequestContext, path: &str, said: Flash) -> Answer {
    Ok(saying(context, Redirect::to(path).into_response(), said))
}

/// Says on the page an answer leads to what was done.
pub(crate) fn saying(context: &RequestContext, mut response: Response, said: Flash) -> Response {
    cookies::add(&mut response, &cookies::set_flash(&context.site, said.key()));
    response
}

/// Drops the cookie once its sentence was shown.
pub(crate) fn forget(response: &mut Response, context: &RequestContext) {
    cookies::add(response, &cookies::set_flash(&context.site, ""));
}
