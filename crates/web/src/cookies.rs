//! The cookies of this site: each a line here, with its name and how long it lasts. All are for this host alone, and no script
//! reads them.

use crate::site::Site;
use app::sessions::StartedSession;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{AppendHeaders, Response};
use cookie::time::Duration;
use cookie::{Cookie, SameSite};
use domain::officer::AccountId;
use ui::query;

/// Maximum bytes of a cookie that is read.
const READ_MAX: usize = 128;
/// Browsers keep nothing longer.
const LONGEST: Duration = Duration::days(400);
const TASTE: Duration = Duration::days(365);
const PLACE_TAKEN: Duration = Duration::hours(12);
/// As long as a letter with a link takes to come.
const RETURN_PATH_AGE: Duration = Duration::minutes(30);
/// As long as the page after an act may take to come.
const FLASH_AGE: Duration = Duration::minutes(1);

/// In whose place an officer acts.
pub(crate) const PLACE: &str = "place";
/// Where somebody wanted to go.
pub(crate) const RETURN_PATH: &str = "wanted";
/// What was just done, to be said on the next page.
pub(crate) const FLASH: &str = "said";

/// The name of the session cookie.
pub fn session_cookie(tls: bool) -> &'static str {
    if tls { "__Host-motcua" } else { "motcua" }
}

/// By this a browser is known to accounts that were signed in with it, also when nobody is.
pub(crate) fn browser_secret_cookie(tls: bool) -> &'static str {
    if tls { "__Host-motcua-known" } else { "motcua-known" }
}

/// A Set-Cookie line. Without a time it lasts as long as the browser is open; an empty value removes it.
fn line(site: &Site, name: &str, value: &str, lasts: Option<Duration>) -> String {
    let lasts = if value.is_empty() { Some(Duration::ZERO) } else { lasts };
    let cookie = Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(site.settings.tls);
    match lasts {
        Some(lasts) => cookie.max_age(lasts).to_string(),
        None => cookie.to_string(),
    }
}

/// A session; an empty secret ends it.
pub fn set_session(site: &Site, secret: &str) -> String {
    line(site, session_cookie(site.settings.tls), secret, None)
}

/// What a browser is known by.
pub fn set_browser_secret(site: &Site, browser_secret: &str) -> String {
    line(site, browser_secret_cookie(site.settings.tls), browser_secret, Some(LONGEST))
}

/// A session and what its browser is known by, in nobody's place but one's own.
pub fn set_begun(site: &Site, begun: &StartedSession) -> AppendHeaders<[(HeaderName, String); 3]> {
    AppendHeaders([
        (header::SET_COOKIE, set_session(site, &begun.session)),
        (header::SET_COOKIE, set_browser_secret(site, &begun.browser_secret)),
        (header::SET_COOKIE, set_place(site, None)),
    ])
}

/// The place somebody acts in; nobody's removes it, as at the beginning and end of a session.
pub fn set_place(site: &Site, absent: Option<AccountId>) -> String {
    let value = absent.map(|absent| absent.0.to_string()).unwrap_or_default();
    line(site, PLACE, &value, Some(PLACE_TAKEN))
}

/// Where somebody wanted to go, forgotten by going nowhere. It is not for the letter: strangers ask for those.
pub fn set_return_path(site: &Site, path: &str) -> String {
    let value = match path {
        "" | "/" => String::new(),
        path => query::written(&[(RETURN_PATH, path)]),
    };
    // What would not be read again is not written: one stands on the home page then.
    let value = if value.len() > READ_MAX { String::new() } else { value };
    line(site, RETURN_PATH, &value, Some(RETURN_PATH_AGE))
}

/// How somebody likes pages to look.
pub fn set_taste(site: &Site, name: &str, value: &str) -> String {
    line(site, name, value, Some(TASTE))
}

/// What was just done, by its key; an empty one was said.
pub(crate) fn set_flash(site: &Site, key: &str) -> String {
    line(site, FLASH, key, Some(FLASH_AGE))
}

/// Adds a Set-Cookie line to an answer.
pub fn add(answer: &mut Response, line: &str) {
    // A line is made of names and values of ours, all of which a header takes.
    if let Ok(line) = HeaderValue::from_str(line) {
        answer.headers_mut().append(header::SET_COOKIE, line);
    }
}

/// The value of a cookie that came along.
pub(crate) fn read(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .filter(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_string())
        .find(|value| !value.is_empty() && value.len() <= READ_MAX)
}
