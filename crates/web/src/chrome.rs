//! What surrounds a page, as the one who asks is to see it.

use crate::Ask;
use crate::common::{own_path, with_next};
use domain::officer::Officer;
use ui::chrome::{Chrome, Who};
use ui::layout_text::Words;
use ui::{query, switch};

impl Ask {
    /// What surrounds a page for whoever asks.
    pub fn chrome(&self, title: &str) -> Chrome {
        let ask = self;
        let settings = &ask.site.settings;
        let path = ask.path.split('?').next().unwrap_or("/").to_string();
        let who = ask.who.as_ref().map(|who| {
            let officer = who.officer.as_ref();
            let reference = ask.app().reference();
            let place = officer
                .and_then(|officer| {
                    let agency = reference.agency(officer.agency)?;
                    let unit = agency.unit(&officer.unit)?;
                    Some(format!("{} · {}", unit.name.get(ask.language), agency.name.get(ask.language)))
                })
                .unwrap_or_default();
            Who {
                name: who.account.name.clone(),
                place,
                officer: officer.is_some(),
                counter: officer.is_some_and(Officer::receives),
                handles: officer.is_some_and(Officer::works),
                administrator: officer.is_some_and(Officer::administers),
                place_of: officer
                    .filter(|officer| officer.stands_for.is_some())
                    .map(|officer| format!("{} · {}", officer.name, officer.title.get(ask.language))),
            }
        });
        let next = on_the_way(ask);
        Chrome {
            language: ask.language,
            title: title.to_string(),
            t: Words(ask.language),
            owner: settings.owner.get(ask.language).to_string(),
            phone: settings.phone.clone(),
            law: domain::rules::pack_on(ask.today()).title(ask.language),
            office: path.starts_with("/office"),
            demonstration: settings.demonstration,
            sign_in: with_next("/sign-in", &next),
            register: with_next("/register", &next),
            twin: twin(ask),
            twin_code: ask.language.other().code(),
            switches: Vec::new(),
            who,
            unread: ask.who.as_ref().map_or(0, |who| who.unread),
            css: ui::assets::css_path().to_string(),
            script: ui::assets::script_path().to_string(),
            scheme: ask.scheme.clone(),
            contrast: ask.contrast.clone(),
            text_size: ask.text_size.clone(),
            keys_off: ask.keys_off,
            said: ask.said.map(|said| said.notice(ask.language)),
            unsent: ask.held.is_some(),
            held: ask.held.is_some(),
            late: ask.held.as_ref().is_some_and(|held| !held.is_unfinished()),
            address: ask.path.clone(),
            news: ask.news.clone(),
            path,
        }
    }
}

/// Where somebody wanted to go who is about to sign in or to register.
fn on_the_way(ask: &Ask) -> String {
    let pages = ["/sign-in", "/register", "/forgotten-password"];
    let here = pages.contains(&ask.path.split('?').next().unwrap_or_default());
    let next = query::given(&ask.path, "next").filter(|_| here);
    next.map(|next| own_path(&next).to_string()).unwrap_or_default()
}

/// The same page in the other language: on the twin host, or on this host by a remembered taste.
pub fn twin(ask: &Ask) -> String {
    twin_of(ask, &query::with(&ask.path, switch::IN, None))
}

/// A page in the other language.
pub(crate) fn twin_of(ask: &Ask, path: &str) -> String {
    let other = ask.language.other();
    let settings = &ask.site.settings;
    let to = |start: &str, path: &str| {
        let query = serde_urlencoded::to_string([("to", path)]).unwrap_or_default();
        format!("{start}?{query}")
    };
    match settings.hosts.of(other).filter(|_| ask.known_host) {
        // A signed-in person is handed over; anybody else just goes there.
        Some(_) if ask.who.is_some() => to("/cross", path),
        Some(host) => format!("{}://{host}{path}", settings.scheme()),
        None => to("/language", path) + "&language=" + other.code(),
    }
}
