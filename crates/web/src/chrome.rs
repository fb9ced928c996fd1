//! What surrounds a page, as the one who asks is to see it.

use crate::RequestContext;
use crate::common::{own_path, with_next};
use domain::officer::Officer;
use domain::report::sees_figures;
use ui::chrome::{Chrome, Who};
use ui::layout_text::Words;
use ui::{query, switch};

impl RequestContext {
    /// What surrounds a page that is found by its address, in both languages.
    pub fn public_chrome(&self, title: &str, path: &str) -> Chrome {
        Chrome {
            canonical: self.absolute(self.language, path),
            alternate: self.absolute(self.language.other(), path),
            ..self.chrome(title)
        }
    }

    /// What surrounds a page for whoever asks.
    pub fn chrome(&self, title: &str) -> Chrome {
        let context = self;
        let settings = &context.site.settings;
        let path = context.path.split('?').next().unwrap_or("/").to_string();
        let who = context.who.as_ref().map(|who| {
            let officer = who.officer.as_ref();
            let data = context.app().master_data();
            let place = officer
                .and_then(|officer| {
                    let agency = data.agency(officer.agency)?;
                    let unit = agency.unit(&officer.unit)?;
                    Some(format!(
                        "{} · {}",
                        unit.name.get(context.language),
                        agency.name.get(context.language)
                    ))
                })
                .unwrap_or_default();
            Who {
                name: who.account.name.clone(),
                place,
                officer: officer.is_some(),
                counter: officer.is_some_and(Officer::receives),
                handles: officer.is_some_and(Officer::works),
                administrator: officer.is_some_and(Officer::administers),
                heads: officer.is_some_and(Officer::is_head),
                reports: officer
                    .is_some_and(|officer| sees_figures(officer, &data.agencies, context.today())),
                place_of: officer
                    .filter(|officer| officer.stands_for.is_some())
                    .map(|officer| format!("{} · {}", officer.name, officer.title.get(context.language))),
            }
        });
        let next = on_the_way(context);
        Chrome {
            language: context.language,
            title: title.to_string(),
            description: String::new(),
            canonical: String::new(),
            alternate: String::new(),
            t: Words(context.language),
            owner: settings.owner.get(context.language).to_string(),
            phone: settings.phone.clone(),
            law: domain::rules::pack_on(context.today()).title(context.language),
            office: path.starts_with("/office"),
            demonstration: settings.demonstration,
            sign_in: with_next("/sign-in", &next),
            register: with_next("/register", &next),
            twin: twin(context),
            twin_code: context.language.other().code(),
            switches: Vec::new(),
            who,
            unread: context.who.as_ref().map_or(0, |who| who.unread),
            css: ui::assets::css_path().to_string(),
            script: ui::assets::script_path().to_string(),
            scheme: context.scheme.clone(),
            contrast: context.contrast.clone(),
            text_size: context.text_size.clone(),
            keys_off: context.keys_off,
            said: context.said.map(|said| said.notice(context.language)),
            unsent: context.held.is_some(),
            held: context.held.is_some(),
            late: context.held.as_ref().is_some_and(|held| !held.is_unfinished()),
            address: context.path.clone(),
            news: context.news.clone(),
            path,
        }
    }
}

/// Where somebody wanted to go who is about to sign in or to register.
fn on_the_way(context: &RequestContext) -> String {
    let pages = ["/sign-in", "/register", "/forgotten-password"];
    let here = pages.contains(&context.path.split('?').next().unwrap_or_default());
    let next = query::given(&context.path, "next").filter(|_| here);
    next.map(|next| own_path(&next).to_string()).unwrap_or_default()
}

/// The same page in the other language: on the twin host, or on this host by a remembered taste.
pub fn twin(context: &RequestContext) -> String {
    twin_of(context, &query::with(&context.path, switch::IN, None))
}

/// A page in the other language.
pub(crate) fn twin_of(context: &RequestContext, path: &str) -> String {
    let other = context.language.other();
    let settings = &context.site.settings;
    let to = |start: &str, path: &str| {
        let query = serde_urlencoded::to_string([("to", path)]).unwrap_or_default();
        format!("{start}?{query}")
    };
    match settings.hosts.of(other).filter(|_| context.known_host) {
        // A signed-in person is handed over; anybody else just goes there.
        Some(_) if context.who.is_some() => to("/cross", path),
        Some(host) => format!("{}://{host}{path}", settings.scheme()),
        None => to("/language", path) + "&language=" + other.code(),
    }
}
