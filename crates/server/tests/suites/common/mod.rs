//! The standard province in a fresh folder, and a browser without a screen to visit it with.

#[cfg(unix)]
pub mod alone;
#[cfg(unix)]
pub mod hammer;
pub mod mail;
pub mod national;
#[cfg(unix)]
pub mod program;
pub mod screen;
#[cfg(target_os = "linux")]
pub mod shim;
pub mod steps;

use app::accounts::AccountScope;
use app::attempts::AttemptBounds;
use app::{App, DatabaseLocation, Opening, Purpose, clock::Clock};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use domain::Text;
use domain::time::Instant;
use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;
use tempfile::TempDir;
pub use testkit::{Database, Engine, engines};
use tower::ServiceExt;
use web::limits::Limits;
use web::site::Settings;
use web::{Hosts, Site};

pub const VIETNAMESE: &str = "dichvucong.test";
pub const ENGLISH: &str = "e-services.test";

/// Monday morning, in office hours, far from holidays.
pub const NOW: &str = "2026-03-02T09:00";

pub struct World {
    pub app: App,
    pub site: Site,
    pub router: Router,
    pub folder: TempDir,
    /// Kept so that it is dropped last.
    _database: Option<Database>,
}

impl World {
    /// The province without a past, at [`NOW`].
    pub fn new(engine: Engine) -> World {
        std::thread::spawn(move || World::build(engine, false)).join().expect("the world is built")
    }

    /// The same, with letters that go somewhere.
    pub fn posting(engine: Engine, mail: gateway::Mail) -> World {
        std::thread::spawn(move || World::build_with(engine, false, mail)).join().expect("the world is built")
    }

    /// The province with its half year of dossiers.
    pub fn lived(engine: Engine) -> World {
        std::thread::spawn(move || World::build(engine, true)).join().expect("the world is built")
    }

    fn build(engine: Engine, lived: bool) -> World {
        World::build_with(engine, lived, gateway::Mail::None)
    }

    fn build_with(engine: Engine, lived: bool, mail: gateway::Mail) -> World {
        let folder = tempfile::tempdir().expect("a folder");
        let database = (engine == Engine::Postgres).then(Database::create);
        let world = World::opened(folder, database, NOW, mail);
        province::seed(&world.app).expect("a province");
        if lived {
            province::live(&world.app, world.app.now()).expect("a past");
        }
        world
    }

    /// What lies in a folder, and in a database where there is one, as it is.
    pub fn over(folder: TempDir, database: Option<Database>, now: &str) -> World {
        World::opened(folder, database, now, gateway::Mail::None)
    }

    fn opened(folder: TempDir, database: Option<Database>, now: &str, mail: gateway::Mail) -> World {
        let place = match &database {
            Some(database) => DatabaseLocation::Postgres(database.url()),
            None => DatabaseLocation::Sqlite(folder.path().join("motcua.db")),
        };
        let now = Instant::parse(now).expect("a moment");
        let app = App::open(Opening {
            place,
            folder: folder.path().to_path_buf(),
            clock: Clock::set_at(now),
            mail,
            portal_url: format!("http://{VIETNAMESE}"),
            node: 0,
            purpose: Purpose::Work,
        })
        .expect("an app");
        let settings = Settings {
            hosts: Hosts { vietnamese: Some(VIETNAMESE.into()), english: Some(ENGLISH.into()) },
            tls: false,
            trusted_proxies: Vec::new(),
            owner: Text::new("Tỉnh Thanh Lam", "Thanh Lam Province"),
            phone: "0200 000 0020".into(),
            demonstration: true,
        };
        let often = NonZeroU32::new(1_000_000).expect("not zero");
        let limits = Limits::new(often, often, AttemptBounds::default());
        let site = Site {
            app: app.clone(),
            settings: Arc::new(settings),
            limits: Arc::new(limits),
            scope: AccountScope::Everybody,
        };
        let router = server::assembly::service(&site);
        World { app, site, router, folder, _database: database }
    }

    /// The same with other bounds on what may come in.
    pub fn bounded(self, bounds: app::intake::IntakeBounds) -> World {
        let app = self.app.clone().bounded(bounds);
        let site = Site { app: app.clone(), ..self.site.clone() };
        let router = server::assembly::service(&site);
        World { app, site, router, ..self }
    }

    /// Takes records of the national database in and accepts them all.
    pub async fn import(&self, lines: String) {
        let app = self.app.clone();
        let how = app::national::Import { accept: true, complete: false };
        let expected = lines.lines().count() as u64;
        let import = move || app::national::import(&app, lines.as_bytes(), how, |_| {}, |_| {});
        let tally = tokio::task::spawn_blocking(import).await.expect("no panic").expect("it is read");
        assert_eq!(
            (tally.new + tally.changed + tally.unchanged) as u64,
            expected,
            "every record is understood"
        );
        self.app.refresh_reference().await.expect("it is read again");
    }

    pub fn visitor(&self) -> Visitor {
        Visitor {
            router: self.router.clone(),
            host: VIETNAMESE.into(),
            cookies: BTreeMap::new(),
            user_agent: "test".into(),
            renews: false,
            saves: false,
        }
    }

    /// Somebody signed in.
    pub async fn signed_in(&self, login: &str) -> Visitor {
        let mut visitor = self.visitor();
        let answer = visitor.post("/sign-in", &[("login", login), ("password", province::PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{login} can sign in");
        visitor
    }

    /// How many contents lie in the folder of files, however far they came.
    pub fn contents(&self) -> usize {
        let parts = std::fs::read_dir(self.folder.path().join("files")).expect("a folder");
        parts.flatten().map(|part| std::fs::read_dir(part.path()).map_or(1, Iterator::count)).sum()
    }

    pub fn at(&self, moment: &str) {
        self.app.clock.set(Instant::parse(moment).expect("a moment"));
    }
}

/// A browser without scripts: it keeps cookies and sends forms.
#[derive(Clone)]
pub struct Visitor {
    router: Router,
    pub host: String,
    pub cookies: BTreeMap<String, String>,
    pub user_agent: String,
    /// It says that an open page fetches itself.
    renews: bool,
    /// It says that a page saves itself.
    pub saves: bool,
}

#[derive(Debug)]
pub struct Seen {
    pub status: StatusCode,
    pub location: String,
    pub headers: axum::http::HeaderMap,
    pub body: Vec<u8>,
}

impl Seen {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    #[track_caller]
    pub fn shows(&self, words: &str) -> &Seen {
        let text = self.text();
        // Where a page says of a piece that it is in Vietnamese is no matter of its words.
        let plain = || text.replace("<span lang=\"vi\">", "").replace("</span>", "");
        assert!(text.contains(words) || plain().contains(words), "the page does not show “{words}”:\n{text}");
        self
    }

    #[track_caller]
    pub fn hides(&self, words: &str) -> &Seen {
        assert!(!self.text().contains(words), "the page shows “{words}”");
        self
    }

    #[track_caller]
    pub fn is(&self, status: StatusCode) -> &Seen {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// The value of a hidden input.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> String {
        self.hidden_if_any(name).unwrap_or_else(|| panic!("no hidden `{name}` in:\n{}", self.text()))
    }

    pub fn hidden_if_any(&self, name: &str) -> Option<String> {
        let text = self.text();
        let start = format!("name=\"{name}\" value=\"");
        let from = text.find(&start)? + start.len();
        Some(text[from..].split('"').next().unwrap_or_default().to_string())
    }

    /// What stands in a hidden area.
    #[track_caller]
    pub fn hidden_area(&self, name: &str) -> String {
        let text = self.text();
        let start = format!("<textarea name=\"{name}\" hidden>");
        let from = text.find(&start).unwrap_or_else(|| panic!("no `{name}` in:\n{text}")) + start.len();
        text[from..].split("</textarea>").next().unwrap_or_default().to_string()
    }

    /// What stands in a field.
    #[track_caller]
    pub fn input(&self, name: &str) -> String {
        let text = self.text();
        let at = text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no `{name}` in:\n{text}"));
        let tag = &text[..at + text[at..].find('>').unwrap_or(0)];
        let tag = &tag[tag.rfind('<').unwrap_or(0)..];
        let value = tag.split_once("value=\"").map_or("", |(_, rest)| rest);
        value.split('"').next().unwrap_or_default().to_string()
    }

    /// What the form says for a choice whose label begins so, as the page offers it.
    #[track_caller]
    pub fn choice(&self, name: &str, label: &str) -> String {
        let text = self.text();
        let field =
            text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no `{name}` in:\n{text}"));
        let at =
            text[field..].find(&format!(">{label}")).unwrap_or_else(|| panic!("no “{label}” in:\n{text}"));
        let before = &text[..field + at];
        let from = before.rfind("value=\"").unwrap_or_else(|| panic!("“{label}” has no value")) + 7;
        before[from..].split('"').next().unwrap_or_default().to_string()
    }
}

/// One part of a form with files.
pub enum FormPart<'a> {
    Text(&'a str, &'a str),
    File(&'a str, &'a str, &'a [u8]),
}

impl Visitor {
    pub fn on(mut self, host: &str) -> Visitor {
        self.host = host.into();
        self
    }

    /// Takes over a cookie of another visitor.
    pub fn keep_cookie(&mut self, of: &Visitor, name: &str) {
        self.cookies.extend(of.cookies.get(name).map(|value| (name.to_string(), value.clone())));
    }

    pub async fn get(&mut self, path: &str) -> Seen {
        self.send(Method::GET, path, None, Vec::new()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let body = serde_urlencoded::to_string(fields).expect("fields");
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded".into()), body.into_bytes())
            .await
    }

    pub async fn post_parts(&mut self, path: &str, parts: &[FormPart<'_>]) -> Seen {
        let boundary = "boundary-of-the-test";
        let mut body = Vec::new();
        for part in parts {
            body.extend(format!("--{boundary}\r\n").bytes());
            match part {
                FormPart::Text(name, value) => {
                    body.extend(
                        format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
                    );
                }
                FormPart::File(name, file, content) => {
                    body.extend(
                        format!(
                            "Content-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\
                             Content-Type: application/octet-stream\r\n\r\n"
                        )
                        .bytes(),
                    );
                    body.extend(*content);
                    body.extend(b"\r\n");
                }
            }
        }
        body.extend(format!("--{boundary}--\r\n").bytes());
        self.send(Method::POST, path, Some(format!("multipart/form-data; boundary={boundary}")), body).await
    }

    pub async fn send(&mut self, method: Method, path: &str, kind: Option<String>, body: Vec<u8>) -> Seen {
        let response = self.ask(method, path, kind, body).await;
        let (parts, body) = response.into_parts();
        let location =
            parts.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
        let location = location.to_string();
        // An open line never ends by itself.
        let line = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = match line {
            true => Vec::new(),
            false => axum::body::to_bytes(body, 64 * 1024 * 1024).await.expect("a body").to_vec(),
        };
        Seen { status: parts.status, location, headers: parts.headers, body }
    }

    /// Opens a line that is told as things happen.
    pub async fn listen(&mut self, path: &str) -> axum::body::BodyDataStream {
        let response = self.ask(Method::GET, path, None, Vec::new()).await;
        assert_eq!(response.status(), StatusCode::OK);
        response.into_body().into_data_stream()
    }

    /// As an open page fetches itself again.
    pub async fn renew(&mut self, path: &str) -> Seen {
        self.renews = true;
        let seen = self.get(path).await;
        self.renews = false;
        seen
    }

    async fn ask(
        &mut self,
        method: Method,
        path: &str,
        kind: Option<String>,
        body: Vec<u8>,
    ) -> axum::response::Response {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &self.host)
            .header("sec-fetch-site", "same-origin")
            .header(header::USER_AGENT, &self.user_agent);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if self.renews {
            request = request.header("x-renew", "yes");
        }
        if self.saves {
            request = request.header("x-save", "yes");
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        for line in response.headers().get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("text");
            let pair = line.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                if value.is_empty() {
                    self.cookies.remove(name);
                } else {
                    self.cookies.insert(name.into(), value.into());
                }
            }
        }
        response
    }

    /// Opens what a form led to.
    pub async fn follow(&mut self, seen: &Seen) -> Seen {
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.text());
        // What of the page somebody stands at is the browser's own.
        self.get(seen.location.split('#').next().unwrap_or_default()).await
    }
}

/// A small true PDF.
pub const PDF: &[u8] =
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
