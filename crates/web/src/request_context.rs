//! Who asks, in which language, from where.

use crate::cookies;
use crate::site::Site;
use app::accounts::SignedIn;
use app::sessions::Browser;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect};
use domain::Language;
use domain::officer::{AccountId, Actor, Officer};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use ui::Flash;
use ui::{FormParam, Posted, query};

/// One request, as handlers see it. Put there by the access check, so no handler runs without one.
#[derive(Clone)]
pub struct RequestContext {
    pub site: Site,
    pub language: Language,
    /// The host as the browser named it.
    pub host: String,
    /// Whether the host itself says the language.
    pub known_host: bool,
    /// The path with its query.
    pub path: String,
    pub client: IpAddr,
    /// In whose place this browser was set to act.
    pub(crate) absent: Option<AccountId>,
    pub who: Option<SignedIn>,
    /// The session's secret, to end it.
    pub session: Option<String>,
    /// As it calls itself; never kept so.
    pub user_agent: String,
    pub browser: Browser,
    pub scheme: Option<String>,
    pub contrast: Option<String>,
    pub text_size: Option<String>,
    /// Single keys do nothing: another program of this person's uses them.
    pub keys_off: bool,
    /// What was just done, to be said once.
    pub said: Option<Flash>,
    /// Where somebody wanted to go who then asked for a new password.
    pub return_path: Option<String>,
    /// A form that was held, shown again: nothing is carried out for it.
    pub held: Option<Arc<Posted>>,
    /// A page saves what is being typed; nobody pressed a button.
    pub saves: bool,
    /// An open page fetches itself again; nobody asked for it.
    pub renews: bool,
    /// How much news there was before anything was read for this page.
    pub news: String,
    /// A program asks, which wants JSON, and this endpoint has it.
    pub json: bool,
    /// What files this endpoint's form may bring.
    pub takes: crate::access::Takes,
    /// How many bytes of them, where it may bring any.
    pub room: Option<u64>,
    /// What of them landed, by its name in the store.
    pub landed: Arc<Mutex<Vec<String>>>,
}

impl RequestContext {
    pub(crate) async fn read(site: &Site, parts: &Parts) -> Result<RequestContext, app::Fault> {
        let headers = &parts.headers;
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let host = match text(header::HOST) {
            "" => parts.uri.host().unwrap_or_default().to_string(),
            host => host.to_string(),
        };
        let spoken = site.settings.hosts.language(&host);
        let preferred =
            cookies::read(headers, "language").filter(|code| code == "en").map(|_| Language::English);
        let session = cookies::read(headers, cookies::session_cookie(site.settings.tls));
        let renews = headers.contains_key(RENEWS);
        let mut who = match &session {
            Some(secret) if renews || parts.uri.path() == NEWS => {
                app::sessions::look_at(&site.app, secret).await?
            }
            Some(secret) => app::sessions::find(&site.app, secret).await?,
            None => None,
        };
        let absent = cookies::read(headers, cookies::PLACE).and_then(|id| id.parse().ok()).map(AccountId);
        who = received(site, who, absent).await?;
        Ok(RequestContext {
            site: site.clone(),
            absent,
            language: spoken.or(preferred).unwrap_or_default(),
            known_host: spoken.is_some(),
            host,
            path: parts.uri.path_and_query().map_or_else(|| "/".to_string(), ToString::to_string),
            client: client(site, parts),
            who,
            session,
            browser: Browser {
                name: crate::browser::short_name(text(header::USER_AGENT)),
                browser_secret: cookies::read(headers, cookies::browser_secret_cookie(site.settings.tls)),
            },
            user_agent: text(header::USER_AGENT).to_string(),
            scheme: cookies::read(headers, "scheme")
                .filter(|value| matches!(value.as_str(), "dark" | "light")),
            contrast: cookies::read(headers, "contrast").filter(|value| value == "more"),
            text_size: cookies::read(headers, "text").filter(|value| value == "large"),
            keys_off: cookies::read(headers, "keys").is_some_and(|value| value == "off"),
            said: cookies::read(headers, cookies::FLASH).and_then(|key| Flash::parse(&key)),
            return_path: cookies::read(headers, cookies::RETURN_PATH)
                .and_then(|cookie| query::given(&format!("?{cookie}"), cookies::RETURN_PATH)),
            held: None,
            saves: headers.contains_key(SAVES),
            renews,
            news: site.app.news.mark(),
            json: false,
            takes: Default::default(),
            room: None,
            landed: Arc::default(),
        })
    }

    /// The same for whose session has just ended; nothing where it is nobody's.
    pub(crate) async fn before_it_ended(&self) -> Result<Option<RequestContext>, app::Fault> {
        let Some(secret) = &self.session else { return Ok(None) };
        let ended = app::sessions::find_ended(self.app(), secret).await?;
        let who = received(&self.site, ended, self.absent).await?;
        Ok(who.map(|who| RequestContext { who: Some(who), ..self.clone() }))
    }

    /// What goes along unseen with a form: as it is now, or as the held form had it, so that what happened since is noticed.
    pub fn as_seen(&self, said: FormParam, now: impl ToString) -> String {
        let held = self.held.as_ref().and_then(|held| held.find(said.name()));
        held.map_or_else(|| now.to_string(), str::to_string)
    }

    /// What this browser remembers of how pages are to look and to listen.
    pub fn tastes(&self) -> Vec<(&'static str, String)> {
        let keys = if self.keys_off { "off" } else { "" };
        let kept = |taste: &Option<String>| taste.clone().unwrap_or_default();
        vec![
            ("scheme", kept(&self.scheme)),
            ("contrast", kept(&self.contrast)),
            ("text", kept(&self.text_size)),
            ("keys", keys.to_string()),
        ]
    }

    /// A part of the path, counted from 0.
    pub fn segment(&self, place: usize) -> &str {
        let path = self.path.split('?').next().unwrap_or_default();
        path.trim_start_matches('/').split('/').nth(place).unwrap_or_default()
    }

    /// The person signed in; the access check has seen to it that there is one.
    pub fn signed_in(&self) -> Result<&SignedIn, crate::Failure> {
        self.who.as_ref().ok_or(crate::Failure::SignInFirst)
    }

    pub fn officer(&self) -> Result<&Officer, crate::Failure> {
        self.who.as_ref().and_then(|who| who.officer.as_ref()).ok_or(crate::Failure::NotFound)
    }

    pub fn officer_actor(&self) -> Result<Actor, crate::Failure> {
        self.officer().cloned().map(Actor::Officer)
    }

    pub fn app(&self) -> &app::App {
        &self.site.app
    }

    pub fn now(&self) -> domain::time::Instant {
        self.site.app.now()
    }

    pub fn today(&self) -> jiff::civil::Date {
        self.now().date()
    }

    /// The whole address of a page in a language, for machines that read us; the path alone where no names are
    /// configured.
    pub fn absolute(&self, language: Language, path: &str) -> String {
        match self.site.settings.hosts.of(language) {
            Some(host) => format!("{}://{host}{path}", self.site.settings.scheme()),
            None => path.to_string(),
        }
    }

    /// The address of this host, for links in letters: always a configured name, never what a request claims.
    pub fn origin(&self) -> String {
        match self.site.settings.hosts.of(self.language).filter(|_| self.known_host) {
            Some(host) => format!("{}://{host}", self.site.settings.scheme()),
            None => self.site.app.portal_url.to_string(),
        }
    }
}

/// Who is signed in at this listener, as the absent colleague they act for.
async fn received(
    site: &Site,
    who: Option<SignedIn>,
    absent: Option<AccountId>,
) -> Result<Option<SignedIn>, app::Fault> {
    // A session whose kind of account may not sign in at this listener counts as signed out.
    let mut who = who.filter(|who| site.scope.admits(who.account.kind));
    // An officer who chose to act for an absent colleague does so until the absence ends.
    if let (Some(absent), Some(officer)) = (absent, who.as_mut().and_then(|who| who.officer.as_mut()))
        && let Some(place) = app::substitutions::stand_in(&site.app, officer, absent).await?
    {
        *officer = place;
    }
    Ok(who)
}

/// What an open page says when it fetches itself again, and where it listens: neither keeps a session alive.
const RENEWS: &str = "x-renew";
const NEWS: &str = "/office/news";
/// What a page says that saves what is being typed.
const SAVES: &str = "x-save";

/// Takes the place of an absent colleague, or goes back to the own, and on to a page.
pub fn take_place(context: &RequestContext, absent: Option<AccountId>, to: &str) -> crate::Answer {
    let mut answer = Redirect::to(to).into_response();
    cookies::add(&mut answer, &cookies::set_place(&context.site, absent));
    Ok(answer)
}

fn client(site: &Site, parts: &Parts) -> IpAddr {
    let peer = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip().to_canonical());
    let forwarded = parts.headers.get_all("x-forwarded-for").iter().map(|line| line.as_bytes());
    crate::client::client(peer, &site.settings.trusted_proxies, forwarded)
}

impl<S: Send + Sync> FromRequestParts<S> for RequestContext {
    type Rejection = crate::Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<RequestContext, crate::Failure> {
        parts.extensions.get::<RequestContext>().cloned().ok_or(crate::Failure::NotFound)
    }
}
