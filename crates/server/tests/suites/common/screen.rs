//! A real browser on the whole site, where Chromium's driver and axe are there.

use crate::common::World;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::json;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// What addresses hold that name what is not there: they are judged as pages that say so.
const NOWHERE: &str = "nowhere";

pub struct BrowserScreen {
    driver: Child,
    pub client: Client,
    axe: String,
    port: u16,
    /// Where pictures of the pages go, when somebody wants them.
    pictures: Option<PathBuf>,
}

/// The size of a window, in CSS pixels.
type Size = (u32, u32);
/// No picture is higher, in CSS pixels.
const TALLEST: u32 = 16_000;
/// What pages are judged at: the office's usual screen, and the narrowest there is.
const JUDGED: [Size; 2] = [(1366, 900), (320, 900)];
/// What pictures are taken at: the office's usual screen, and a small phone.
const PICTURED: [Size; 2] = [(1366, 900), (360, 740)];

impl Drop for BrowserScreen {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Where the driver and axe are, if this machine has them.
pub fn tools() -> Option<(String, String)> {
    let driver = std::env::var("MOTCUA_TEST_CHROMEDRIVER").ok();
    let axe = std::env::var("MOTCUA_TEST_AXE").ok();
    match driver.zip(axe) {
        Some(found) => Some(found),
        None => {
            assert!(std::env::var("MOTCUA_TEST_ALL").is_err(), "CI must have Chromium and axe");
            eprintln!("left out: the browser (MOTCUA_TEST_CHROMEDRIVER and MOTCUA_TEST_AXE are not set)");
            None
        }
    }
}

impl BrowserScreen {
    /// Serves the world and opens a browser on it.
    pub async fn open(world: &mut World, tools: &(String, String), script: bool) -> BrowserScreen {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let settings = web::site::Settings {
            hosts: web::Hosts {
                vietnamese: Some(format!("dichvucong.localhost:{port}")),
                english: Some(format!("e-services.localhost:{port}")),
            },
            tls: false,
            trusted_proxies: Vec::new(),
            owner: world.site.settings.owner.clone(),
            phone: world.site.settings.phone.clone(),
            demonstration: true,
        };
        world.site.settings = settings.into();
        let service =
            server::assembly::service(&world.site).into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });

        let mut driver = Command::new(&tools.0)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver starts");
        let driver_port = read_port(&mut driver);
        let mut arguments = vec![
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--window-size=1366,900",
        ];
        if !script {
            arguments.push("--blink-settings=scriptEnabled=false");
        }
        let capabilities = json!({ "goog:chromeOptions": { "args": arguments } });
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{driver_port}"))
            .await
            .expect("the browser opens");
        let axe = std::fs::read_to_string(&tools.1).expect("axe can be read");
        let pictures = std::env::var_os("MOTCUA_TEST_PICTURES").map(PathBuf::from);
        BrowserScreen { driver, client, axe, port, pictures }
    }

    pub fn url(&self, host: &str, path: &str) -> String {
        format!("http://{host}.localhost:{}{path}", self.port)
    }

    pub async fn sign_in(&self, host: &str, login: &str) {
        self.client.goto(&self.url(host, "/sign-in")).await.unwrap();
        self.client.find(Locator::Id("login")).await.unwrap().send_keys(login).await.unwrap();
        let password = self.client.find(Locator::Id("password")).await.unwrap();
        password.send_keys(province::PASSWORD).await.unwrap();
        self.client.find(Locator::Css("main form button")).await.unwrap().click().await.unwrap();
        arrive(&self.client, "form[action='/sign-out']").await;
    }

    /// What axe finds against WCAG 2.2 AA, sideways scrolling at 320 px, and headings other than one; a page
    /// that answered with a failure was not judged at all.
    pub async fn judge(&self, url: &str) -> Vec<String> {
        self.client.goto(url).await.unwrap();
        let mut found = self.judge_here().await;
        let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
        let status = self.client.execute(status, vec![]).await.unwrap();
        let expected = if url.contains(NOWHERE) { 404 } else { 200 };
        if status != json!(expected) {
            found.push(format!("{url} answered {status}, not {expected}"));
        }
        found
    }

    pub async fn judge_here(&self) -> Vec<String> {
        let mut found = Vec::new();
        let url = self.client.current_url().await.unwrap();
        let page = self.client.source().await.unwrap();
        self.picture(url.as_str()).await;
        // Once a page: it is half a megabyte, and stays with the page when its window changes.
        self.client.execute(&self.axe, vec![]).await.unwrap();
        for (width, height) in JUDGED {
            self.client.set_window_size(width, height).await.unwrap();
            let run = "const done = arguments[arguments.length - 1];
                const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
                axe.run(document, { runOnly: levels, resultTypes: ['violations'] })
                   .then(result => done(result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.html.slice(0, 120)).join(' | '))))
                   .catch(error => done(['axe failed: ' + error]));";
            let violations = self.client.execute_async(run, vec![]).await.unwrap();
            for violation in violations.as_array().unwrap() {
                found.push(format!("{url} at {width}: {}", violation.as_str().unwrap()));
            }
            let wide =
                self.client.execute("return document.documentElement.scrollWidth > innerWidth", vec![]).await;
            if wide.unwrap() == json!(true) {
                found.push(format!("{url} scrolls sideways at {width}"));
            }
        }
        // Whoever goes on from here finds the page as it was.
        let (width, height) = JUDGED[0];
        self.client.set_window_size(width, height).await.unwrap();
        // A place in a sentence that nobody filled.
        let empty = "return (document.body.innerText.match(/\\{[a-z_]+\\}/) || [])[0] || ''";
        let empty = self.client.execute(empty, vec![]).await.unwrap();
        if empty != json!("") {
            found.push(format!("{url} shows {empty}"));
        }
        let headings = page.matches("<h1").count();
        if headings != 1 {
            found.push(format!("{url} has {headings} h1"));
        }
        found
    }
}

impl BrowserScreen {
    /// Takes the page as it is shown at each size, as high as it is, where pictures are wanted.
    async fn picture(&self, url: &str) {
        let Some(folder) = &self.pictures else { return };
        std::fs::create_dir_all(folder).expect("the folder of pictures");
        let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap_or_default();
        let host = host.split('.').next().unwrap_or_default();
        let kept = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        let path: String = path.chars().map(kept).collect();
        for (width, height) in PICTURED {
            self.client.set_window_size(width, height).await.unwrap();
            // A window is higher than the page that is seen in it.
            let needed = "return document.documentElement.scrollHeight + outerHeight - innerHeight";
            let tall = self.client.execute(needed, vec![]).await.unwrap();
            let tall = tall.as_u64().and_then(|tall| u32::try_from(tall).ok()).unwrap_or(height);
            self.client.set_window_size(width, tall.clamp(height, TALLEST)).await.unwrap();
            let picture = self.client.screenshot().await.unwrap();
            std::fs::write(folder.join(format!("{host}-{path}-{width}.png")), picture).expect("a picture");
        }
    }
}

/// The driver picks a free port and says which.
fn read_port(driver: &mut Child) -> u16 {
    use std::io::{BufRead, BufReader};
    let output = driver.stdout.take().expect("the driver's words");
    let mut lines = BufReader::new(output).lines();
    let port = loop {
        let line = lines.next().expect("the driver says its port").expect("readable");
        if let Some((_, rest)) = line.split_once("successfully on port ") {
            break rest.trim_end_matches('.').trim().parse().expect("a port");
        }
    };
    // Somebody must go on listening, or the driver's next word would break it.
    std::thread::spawn(move || lines.for_each(drop));
    port
}

pub async fn type_into(client: &Client, id: &str, keys: &str) {
    client
        .find(Locator::Id(id))
        .await
        .unwrap_or_else(|error| panic!("#{id}: {error}"))
        .send_keys(keys)
        .await
        .unwrap();
}

/// Waits until the page shows something.
pub async fn arrive(client: &Client, css: &str) {
    let shown = client.wait().at_most(Duration::from_secs(20)).for_element(Locator::Css(css)).await;
    if let Err(error) = shown {
        let (url, page) = (client.current_url().await.unwrap(), client.source().await.unwrap());
        panic!("{css} never came: {error}; {url}\n{page}");
    }
}

/// On the page that shows `there`, presses a button by Enter; one inside a closed disclosure is opened by its
/// own key first.
pub async fn press(client: &Client, css: &str, there: &str) {
    arrive(client, there).await;
    let button = client.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"));
    if !button.is_displayed().await.unwrap() {
        let summary = Locator::Css("details.act--primary > summary");
        client.find(summary).await.unwrap().send_keys(&Key::Enter.to_string()).await.unwrap();
    }
    button.send_keys(&Key::Enter.to_string()).await.unwrap();
}
