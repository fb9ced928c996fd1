//! What surrounds a page: header, navigation, footer.

mod frame;

use crate::layout_text::Words;
use crate::markup::{Markup, escaped};
use crate::part::{Dialog, Icon, Link, Notice, ShortcutKey};
use crate::stand_in::StandIn;
use crate::switch::Switch;
use askama::Template;
use domain::Language;

/// Maximum number shown of unread news.
const COUNTED: u32 = 100;

pub struct Chrome {
    pub language: Language,
    pub title: String,
    /// What the page is about, for who finds it by a search engine; empty where its title says it.
    pub description: String,
    /// Its address and that of its twin, in full; empty where nobody needs to find it.
    pub canonical: String,
    pub alternate: String,
    pub t: Words,
    pub owner: String,
    pub phone: String,
    /// The name of the rule pack in force.
    pub law: &'static str,
    pub office: bool,
    pub demonstration: bool,
    /// Address of this page in the other language.
    pub twin: String,
    /// Where a form of this page is shown in the other language.
    pub twin_code: &'static str,
    /// The forms that go along when the language is changed, with what was typed into them.
    pub switches: Vec<Switch>,
    /// Address of signing in or registering, with the way back here.
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
    /// The flash message: what was just done.
    pub said: Option<Notice>,
    /// A form of this page was filled in and has not gone through.
    pub unsent: bool,
    /// The form of this page is only shown again.
    pub held: bool,
    /// The held form came when its session had ended.
    pub late: bool,
    /// The address of this page, with its query.
    pub address: String,
    /// The path without its query, by which the current item of the navigation is known.
    pub path: String,
    /// The mark up to which news was read for this page.
    pub news: String,
}

pub struct Who {
    pub name: String,
    pub place: String,
    pub officer: bool,
    pub counter: bool,
    pub handles: bool,
    pub administrator: bool,
    /// They lead an agency or a division, and see what it has.
    pub heads: bool,
    /// They may see figures of an agency.
    pub reports: bool,
    /// The colleague in whose place they act.
    pub place_of: Option<String>,
}

impl Who {
    /// Address of their account page.
    pub fn account(&self) -> &'static str {
        if self.officer { "/office/password" } else { "/profile" }
    }
}

/// An item of the navigation.
#[derive(Template)]
#[template(path = "layout/nav_item.html")]
pub struct NavItem {
    href: &'static str,
    name: &'static str,
    /// It is the item of the current page.
    here: bool,
    /// Number of unread messages; `None` where there is none.
    unread: Option<String>,
    icon: Option<Icon>,
    t: Words,
}

impl askama::filters::HtmlSafe for NavItem {}

impl Chrome {
    /// What surrounds a page that is drawn without a request: nobody is signed in, nothing was typed.
    pub fn anonymous(language: Language, title: &str) -> Chrome {
        Chrome {
            language,
            title: title.to_string(),
            description: String::new(),
            canonical: String::new(),
            alternate: String::new(),
            t: Words(language),
            owner: language.pick("Tỉnh Thanh Lam", "Thanh Lam Province").into(),
            phone: "0200 000 0020".into(),
            law: domain::rules::PACK_2018.title(language),
            office: false,
            demonstration: false,
            twin: "/".into(),
            twin_code: language.other().code(),
            switches: Vec::new(),
            sign_in: "/sign-in".into(),
            register: "/register".into(),
            who: None,
            unread: 0,
            css: crate::assets::css_path().to_string(),
            script: crate::assets::script_path().to_string(),
            scheme: None,
            contrast: None,
            text_size: None,
            keys_off: false,
            said: None,
            unsent: false,
            held: false,
            late: false,
            address: "/".into(),
            path: "/".into(),
            news: String::new(),
        }
    }

    /// Whose face this is.
    pub fn name(&self) -> &'static str {
        if self.office { self.t.office_name() } else { self.t.name() }
    }

    /// The choices made under *Display*, as attributes of the page.
    pub fn tastes(&self) -> Markup {
        let tastes = [("scheme", &self.scheme), ("contrast", &self.contrast), ("text", &self.text_size)];
        let chosen = tastes.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
        let written = chosen.map(|(name, value)| format!(r#" data-{name}="{}""#, escaped(value)));
        Markup::written(written.collect::<String>())
    }

    /// The items of the navigation.
    pub fn places(&self) -> Vec<NavItem> {
        let t = &self.t;
        let place = |href: &'static str, name: &'static str| NavItem {
            href,
            name,
            here: if href.len() > 1 && href != "/office" { self.at(href) } else { self.path == href },
            unread: None,
            icon: None,
            t: Words(self.language),
        };
        if !self.office {
            let mut places = vec![
                place("/", t.home()),
                place("/procedures", t.procedures()),
                place("/lookup", t.lookup()),
            ];
            match &self.who {
                Some(who) if who.officer => places.push(place("/office", t.office_name())),
                Some(_) => {
                    let own = place("/dossiers", t.my_dossiers());
                    places.push(NavItem { here: own.here || self.at("/drafts"), ..own });
                }
                None => {}
            }
            return places;
        }
        let Some(who) = &self.who else { return Vec::new() };
        let search = place("/office/search", t.search());
        let all = [
            (who.handles, place("/office", t.inbox())),
            (
                who.handles,
                NavItem { here: search.here || self.at("/office/found"), icon: Some(Icon::SEARCH), ..search },
            ),
            (who.handles, place("/office/absences", t.absences())),
            (who.heads || who.reports, place("/office/figures", t.figures())),
            (who.reports, place("/office/reports", t.reports())),
            (who.counter, place("/office/counter", t.counter())),
            (who.administrator, place("/office/administration", t.administration())),
        ];
        all.into_iter().filter(|(may, _)| *may).map(|(_, place)| place).collect()
    }

    /// Maximum letters of what search engines are told.
    const DESCRIPTION_MAX: usize = 160;

    pub fn described(self, about: &str) -> Chrome {
        Chrome { description: crate::formats::beginning(about, Chrome::DESCRIPTION_MAX), ..self }
    }

    /// What search engines are told of the page.
    pub fn about(&self) -> String {
        match self.description.is_empty() {
            true => self.t.described(&self.title, &self.owner),
            false => self.description.clone(),
        }
    }

    /// The way to the search, one tap away on a phone.
    pub fn finder(&self) -> Option<NavItem> {
        let (href, name) = match (self.office, &self.who) {
            (false, _) => ("/procedures", self.t.find_procedure()),
            (true, Some(who)) if who.handles => ("/office/search", self.t.search()),
            (true, _) => return None,
        };
        let here = self.path == href;
        Some(NavItem { href, name, here, unread: None, icon: Some(Icon::SEARCH), t: Words(self.language) })
    }

    /// The item of messages with the number of unread ones, for accounts that get messages.
    pub fn bell(&self) -> Option<NavItem> {
        let who = self.who.as_ref()?;
        let (href, name) = match (self.office, who.officer) {
            (true, _) if who.handles => ("/office/reminders", self.t.reminders()),
            (false, false) => ("/messages", self.t.messages()),
            _ => return None,
        };
        let unread = match self.unread {
            0 => None,
            few @ 1..COUNTED => Some(few.to_string()),
            _ => Some(format!("{}+", COUNTED - 1)),
        };
        Some(NavItem {
            href,
            name,
            here: self.at(href),
            unread,
            icon: Some(Icon::BELL),
            t: Words(self.language),
        })
    }

    pub fn menu_icon(&self) -> Icon {
        Icon::MENU
    }

    /// Whether this page follows another by its button or link: whoever goes on by keys goes on in the page, not in its
    /// header. The list of procedures is one only where something was asked for; where something is wrong one begins there.
    pub fn goes_on(&self) -> bool {
        if self.unsent && !self.held {
            return false;
        }
        let results = self.path == "/procedures" && self.address.contains('?');
        results
            || self.at("/procedures/")
            || self.at("/drafts/")
            || self.at("/apply/")
            || self.path.starts_with("/dossiers/") && self.path.ends_with("/sent")
    }

    /// Whether single keys do something on this page.
    pub fn uses_keys(&self) -> bool {
        self.office && self.who.as_ref().is_some_and(|who| who.handles)
    }

    /// Single keys and what they do.
    pub fn keys(&self) -> Dialog {
        let t = &self.t;
        let key = |key, does| ShortcutKey { key, does };
        Dialog {
            id: "keys",
            title: t.keys(),
            keys: vec![
                key("?", t.key_help()),
                key("h", t.key_inbox()),
                key("/", t.key_search()),
                key("j", t.key_next()),
                key("k", t.key_before()),
                key("a", t.key_act()),
                key("x", t.key_pick()),
            ],
            link: Link::new("/display", t.keys_setting()),
            close: t.close(),
            open: false,
        }
    }

    /// The notice over a form that came when its session had ended.
    pub fn late_notice(&self) -> Notice {
        Notice::info(self.t.held()).announced()
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
    pub fn switch(&self, switch: &Switch) -> Markup {
        let other = self.language.other();
        let to = switch.action(&self.address, other).map(|to| format!(r#" formaction="{}""#, escaped(to)));
        Markup::written(format!("{}{} formnovalidate", switch.attributes(other), to.unwrap_or_default()))
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
    pub fn leave(&self) -> StandIn {
        StandIn::Leave
    }

    pub fn home(&self) -> &'static str {
        if self.office { "/office" } else { "/" }
    }

    pub fn phone_link(&self) -> String {
        crate::formats::phone_link(&self.phone)
    }

    pub fn at(&self, start: &str) -> bool {
        self.path.starts_with(start)
    }
}

#[cfg(test)]
mod tests;
