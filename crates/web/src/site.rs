//! What the web side is assembled from.

use crate::limits::Limits;
use app::App;
use app::accounts::AccountScope;
use domain::{Language, Text};
use std::net::IpAddr;
use std::sync::Arc;

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub struct Site {
    pub app: App,
    pub settings: Arc<Settings>,
    pub limits: Arc<Limits>,
    /// Who may come in here.
    pub scope: AccountScope,
}

pub struct Settings {
    pub hosts: Hosts,
    /// Cookies are `__Host-` and Secure; links are https.
    pub tls: bool,
    /// Proxies whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whose portal this is.
    pub owner: Text,
    pub phone: String,
    /// A demonstration says so on every page.
    pub demonstration: bool,
}

/// The two public names of the portal (clause I.1), each with its port if it is not the usual one.
#[derive(Clone, Debug, Default)]
pub struct Hosts {
    pub vietnamese: Option<String>,
    pub english: Option<String>,
}

impl Hosts {
    /// The language a host speaks; nothing for a host we do not know.
    pub fn language(&self, host: &str) -> Option<Language> {
        let is = |known: &Option<String>| known.as_deref().is_some_and(|known| name(known) == name(host));
        if is(&self.vietnamese) {
            Some(Language::Vietnamese)
        } else if is(&self.english) {
            Some(Language::English)
        } else {
            None
        }
    }

    pub fn of(&self, language: Language) -> Option<&str> {
        language.pick(self.vietnamese.as_deref(), self.english.as_deref())
    }
}

fn name(host: &str) -> String {
    host.split(':').next().unwrap_or_default().to_ascii_lowercase()
}

impl Settings {
    pub fn scheme(&self) -> &'static str {
        if self.tls { "https" } else { "http" }
    }
}
