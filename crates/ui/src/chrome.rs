//! What surrounds a page: header, navigation, footer.

use crate::ask::Place;
use crate::common::{own_path, with_next};
use crate::layout_text::Words;
use crate::press::escaped;
use crate::switch::{self, Switch};
use crate::{Ask, query};
use domain::Language;
use domain::officer::Officer;

pub struct Chrome {
    pub language: Language,
    pub title: String,
    pub t: Words,
    pub owner: String,
    pub phone: String,
    /// The law of today.
    pub law: &'static str,
    pub office: bool,
    pub demonstration: bool,
    /// Where this page is in the other language.
    pub twin: String,
    /// Where a form of this page is shown in the other language.
    pub twin_code: &'static str,
    /// The forms that go along when the language is changed, with what was typed into them.
    pub switches: Vec<Switch>,
    /// Where one signs in or registers, to come back here.
    pub sign_in: String,
    pub register: String,
    pub who: Option<Who>,
    pub unread: u32,
    pub css: String,
    pub script: String,
    pub scheme: Option<String>,
    pub contrast: Option<String>,
    pub text_size: Option<String>,
    pub keys_off: bool,
    /// What was just done.
    pub said: Option<(&'static str, &'static str)>,
    /// A form of this page was filled in and has not gone through.
    pub unsent: bool,
    /// The form of this page is only shown again.
    pub held: bool,
    /// It came when its session had ended.
    pub late: bool,
    /// The address of this page, with its query.
    address: String,
    /// The path without its query: which place of the navigation is this.
    pub path: String,
    /// How much news there was when it was read.
    pub news: String,
}

pub struct Who {
    pub name: String,
    pub place: String,
    pub officer: bool,
    pub counter: bool,
    pub handles: bool,
    pub administrator: bool,
    /// The colleague in whose place they act.
    pub place_of: Option<String>,
}

impl Chrome {
    pub fn new(ask: &Ask, title: &str) -> Chrome {
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
            css: crate::assets::css_path().to_string(),
            script: crate::assets::script_path().to_string(),
            scheme: ask.scheme.clone(),
            contrast: ask.contrast.clone(),
            text_size: ask.text_size.clone(),
            keys_off: ask.keys_off,
            said: ask.said.map(|said| (said.notice(), said.sentence(ask.language))),
            unsent: ask.held.is_some(),
            held: ask.held.is_some(),
            late: ask.held.as_ref().is_some_and(|held| !held.is_unfinished()),
            address: ask.path.clone(),
            news: ask.news.clone(),
            path,
        }
    }

    /// Single keys and what they do.
    pub fn keys(&self) -> [(&'static str, &'static str); 7] {
        let t = &self.t;
        [
            ("?", t.key_help()),
            ("h", t.key_inbox()),
            ("/", t.key_search()),
            ("j", t.key_next()),
            ("k", t.key_before()),
            ("a", t.key_act()),
            ("x", t.key_pick()),
        ]
    }

    /// Changing the language saves this form first.
    pub fn saving(self, form: &'static str) -> Chrome {
        self.switching_among([Switch::saving(form)])
    }

    /// Changing the language shows this form again, the main one of the page.
    pub fn switching(self, form: &'static str) -> Chrome {
        self.switching_among([Switch::of(form, "")])
    }

    /// The same for one of several acts that share the address.
    pub fn switching_for(self, form: &'static str, act: &str) -> Chrome {
        self.switching_among([Switch::of(form, "").act(act)])
    }

    /// Changing the language shows one of these forms again: the one that was being filled in.
    pub fn switching_among(self, forms: impl IntoIterator<Item = Switch>) -> Chrome {
        Chrome { switches: forms.into_iter().collect(), ..self }
    }

    /// The button by which a form changes its language, as it is drawn but for its words.
    pub fn switch(&self, switch: &Switch) -> String {
        let other = self.language.other();
        let to = switch.action(&self.address, other).map(|to| format!(r#" formaction="{}""#, escaped(to)));
        format!("{}{} formnovalidate", switch.says(other), to.unwrap_or_default())
    }

    /// The title says first that something needs mending.
    pub fn with_problems(mut self, any: bool) -> Chrome {
        self.unsent |= any;
        if any && !self.held {
            self.title = format!("{}: {}", self.t.error(), self.title);
        }
        self
    }

    /// The button that leads back from a colleague's place.
    pub fn leave(&self) -> Place {
        Place::Leave
    }

    pub fn home(&self) -> &'static str {
        if self.office { "/office" } else { "/" }
    }

    pub fn phone_link(&self) -> String {
        self.phone.chars().filter(|letter| !letter.is_whitespace()).collect()
    }

    pub fn unread_words(&self) -> String {
        self.t.unread(self.unread)
    }

    pub fn at(&self, start: &str) -> bool {
        self.path.starts_with(start)
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
