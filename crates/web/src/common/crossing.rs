//! From one host to its twin: a taste is remembered, a signed-in person is handed over once.

use crate::cookies::{set_keepsake, set_place, set_session, set_taste};
use crate::{Answer, Ask, Failure};
use crate::{Query, query};
use app::sessions::Carried;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect};
use domain::Language;
use serde::Deserialize;
use ui::Tacit;

/// Where one goes on.
pub const TO: Tacit = Tacit("to");

#[derive(Deserialize)]
pub struct To {
    #[serde(default)]
    to: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    pass: String,
}

/// A path of our own: never another site.
pub fn own_path(path: &str) -> &str {
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control);
    if own { path } else { "/" }
}

pub async fn language(ask: Ask, Query(to): Query<To>) -> Answer {
    let value = match query::known(&to.language, crate::switch::language)? {
        Some(Language::English) => "en",
        _ => "",
    };
    let cookie = set_taste(&ask.site, "language", value);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(own_path(&to.to))).into_response())
}

pub async fn cross(ask: Ask, Query(to): Query<To>) -> Answer {
    let settings = &ask.site.settings;
    let Some(host) = settings.hosts.of(ask.language.other()) else {
        return crate::see(own_path(&to.to));
    };
    let session = ask.session.clone().unwrap_or_default();
    let officer = ask.who.as_ref().and_then(|who| who.officer.as_ref());
    let carried = Carried {
        place: officer.and_then(|officer| officer.stands_for),
        tastes: ask.tastes().into_iter().map(|(name, value)| (name.to_string(), value)).collect(),
    };
    let by = ask.signed_in()?.id();
    let pass = app::sessions::start_crossing(ask.app(), by, &session, &browser_of(&ask), carried).await?;
    let query =
        serde_urlencoded::to_string([("pass", pass.as_str()), ("to", own_path(&to.to))]).unwrap_or_default();
    crate::see(&format!("{}://{host}/arrive?{query}", settings.scheme()))
}

pub async fn arrive(ask: Ask, Query(to): Query<To>) -> Answer {
    match app::sessions::finish_crossing(ask.app(), &to.pass, &browser_of(&ask), ask.browser.clone()).await? {
        Some((begun, carried)) => {
            let tastes = carried.tastes.iter().map(|(name, value)| set_taste(&ask.site, name, value));
            let lines = [
                set_session(&ask.site, &begun.session),
                set_keepsake(&ask.site, &begun.keepsake),
                set_place(&ask.site, carried.place),
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
fn browser_of(ask: &Ask) -> String {
    app::random::hex(&app::random::digest(&format!("{} {}", ask.client, ask.user_agent)))
}
