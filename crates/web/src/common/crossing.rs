//! From one host to its twin: a taste is remembered, a signed-in person is handed over once.

use crate::cookies::{set_browser_secret, set_place, set_session, set_taste};
use crate::{Answer, Failure, RequestContext};
use crate::{Query, query};
use app::sessions::Carried;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect};
use domain::Language;
use serde::Deserialize;
use ui::FormParam;

/// Where one goes on.
pub const TO: FormParam = FormParam("to");

#[derive(Deserialize)]
pub struct To {
    #[serde(default)]
    to: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    pass: String,
}

/// No page of ours has a longer address, in bytes.
const PATH_MAX: usize = 2_000;

/// A path of our own: never another site.
pub fn own_path(path: &str) -> &str {
    let own = path.starts_with('/')
        && path.len() <= PATH_MAX
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control);
    if own { path } else { "/" }
}

pub async fn language(context: RequestContext, Query(to): Query<To>) -> Answer {
    let value = match query::known(&to.language, crate::switch::language)? {
        Some(Language::English) => "en",
        _ => "",
    };
    let cookie = set_taste(&context.site, "language", value);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(own_path(&to.to))).into_response())
}

pub async fn cross(context: RequestContext, Query(to): Query<To>) -> Answer {
    let settings = &context.site.settings;
    let Some(host) = settings.hosts.of(context.language.other()) else {
        return crate::see(own_path(&to.to));
    };
    let session = context.session.clone().unwrap_or_default();
    let officer = context.who.as_ref().and_then(|who| who.officer.as_ref());
    let carried = Carried {
        place: officer.and_then(|officer| officer.stands_for),
        tastes: context.tastes().into_iter().map(|(name, value)| (name.to_string(), value)).collect(),
    };
    let by = context.signed_in()?.id();
    let pass =
        app::sessions::start_crossing(context.app(), by, &session, &browser_of(&context), carried).await?;
    let query =
        serde_urlencoded::to_string([("pass", pass.as_str()), ("to", own_path(&to.to))]).unwrap_or_default();
    crate::see(&format!("{}://{host}/arrive?{query}", settings.scheme()))
}

pub async fn arrive(context: RequestContext, Query(to): Query<To>) -> Answer {
    match app::sessions::finish_crossing(
        context.app(),
        &to.pass,
        &browser_of(&context),
        context.browser.clone(),
    )
    .await?
    {
        Some((begun, carried)) => {
            let tastes = carried.tastes.iter().map(|(name, value)| set_taste(&context.site, name, value));
            let lines = [
                set_session(&context.site, &begun.session),
                set_browser_secret(&context.site, &begun.browser_secret),
                set_place(&context.site, carried.place),
            ];
            let cookies: Vec<_> = lines.into_iter().chain(tastes).map(|line| (SET_COOKIE, line)).collect();
            let mut answer = Redirect::to(own_path(&to.to)).into_response();
            for (name, line) in cookies {
                answer.headers_mut().append(name, line.parse().map_err(|_| Failure::BadRequest)?);
            }
            Ok(answer)
        }
        // Used, late or from elsewhere: they are simply not signed in here.
        None => crate::see(own_path(&to.to)),
    }
}

/// What must be the same on both sides: the browser and where it comes from.
fn browser_of(context: &RequestContext) -> String {
    app::random::hex(&app::random::digest(&format!("{} {}", context.client, context.user_agent)))
}
