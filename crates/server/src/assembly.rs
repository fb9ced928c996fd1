//! The web server: endpoints of both faces, security headers, background work.

use crate::lines::{self, LineBounds, LineCounts};
use anyhow::{Context, Result};
use app::App;
use app::accounts::AccountScope;
use app::jobs::{Job, JobLane, RoundEnd};
use app::timers::Timer;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;
use web::limits::Limits;
use web::site::Settings;
use web::{Endpoint, Site};

/// Every endpoint of the program: one list, which tests walk whole.
pub fn endpoints() -> Vec<Endpoint> {
    let mut all = web::common::endpoints();
    all.extend(portal::endpoints());
    all.extend(onestop::endpoints());
    all
}

/// The whole site as one service, without a listener: tests call it directly.
pub fn service(site: &Site) -> Router {
    dress(web::router(site, endpoints()), site)
}

/// The site behind one of two listeners: who does not come in there is nobody there.
fn at(site: &Site, scope: AccountScope, endpoints: Vec<Endpoint>) -> Router {
    let site = Site { scope, ..site.clone() };
    dress(web::router(&site, endpoints), &site)
}

/// What every answer goes through: compression, security headers, a guard against forged requests, and a
/// net under panics.
fn dress(router: Router, site: &Site) -> Router {
    let policy = policy(&site.settings);
    let tls = site.settings.tls;
    router
        // Long enough for the largest file on a slow line; nothing may hang on for ever.
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_secs(600)))
        // Files are streamed to disk as they come; each is limited on its own.
        .layer(axum::extract::DefaultBodyLimit::max(256 * 1024 * 1024))
        .layer(CsrfLayer::new())
        .layer(from_fn(move |request, next| secure(tls, policy.clone(), request, next)))
        // Half the work of the usual quality, for a twentieth more bytes.
        .layer(CompressionLayer::new().gzip(true).quality(CompressionLevel::Precise(4)))
        .layer(CatchPanicLayer::new())
}

/// What pages may do. A form may lead to the other host of the portal, where it changes the language.
fn policy(settings: &Settings) -> HeaderValue {
    let hosts =
        [domain::Language::Vietnamese, domain::Language::English].map(|language| settings.hosts.of(language));
    let twins = hosts.into_iter().flatten().map(|host| format!(" {}://{host}", settings.scheme()));
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; object-src 'none'; frame-src 'self'; \
         connect-src 'self'; form-action 'self'{}; frame-ancestors 'self'; base-uri 'none'",
        twins.collect::<String>()
    );
    HeaderValue::from_str(&policy).expect("names of hosts are plain letters")
}

async fn secure(tls: bool, policy: HeaderValue, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    // A form that another site sent is turned away before it is known in which language, or by whom.
    if response.status() == StatusCode::FORBIDDEN && !response.headers().contains_key(header::CONTENT_TYPE) {
        response = (StatusCode::FORBIDDEN, web::failure::forged()).into_response();
    }
    let headers = response.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    let fixed: [(HeaderName, &str); 5] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "geolocation=(), microphone=(), camera=()"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if tls {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(year);
    }
    response
}

/// Takes the port, or says in a sentence why not.
pub fn bind(address: SocketAddr) -> Result<TcpListener> {
    lines::listen(address).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => anyhow::anyhow!(
            "{address} is taken by another program; stop it or choose another address by --listen"
        ),
        _ => anyhow::anyhow!("{address} cannot be listened on: {error}"),
    })
}

/// What the program serves, and where.
pub struct Serving {
    pub app: App,
    pub settings: Settings,
    pub limits: Limits,
    pub bounds: LineBounds,
    pub listener: TcpListener,
    /// With a second listener the officers' pages are on it and nowhere else.
    pub office: Option<TcpListener>,
}

/// Time that running work has to finish when the program stops.
const LAST: Duration = Duration::from_secs(3);

/// Serves until the program is told to stop; then it ends within ten seconds, whatever clients do.
pub fn serve(serving: Serving, ready: impl FnOnce(SocketAddr) -> Result<()>) -> Result<()> {
    let lines_max = lines::raise_descriptors().min(serving.bounds.lines_max);
    let serving = Serving { bounds: LineBounds { lines_max, ..serving.bounds.clone() }, ..serving };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    let app = serving.app.clone();
    let served = runtime.block_on(serve_until_stopped(serving, ready));
    // What still reads a file, or a large list from the database, may take longer than anybody waits.
    runtime.shutdown_timeout(Duration::from_secs(1));
    let (done, closed) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        drop(app);
        let _ = done.send(());
    });
    let _ = closed.recv_timeout(Duration::from_secs(2));
    served
}

async fn serve_until_stopped(serving: Serving, ready: impl FnOnce(SocketAddr) -> Result<()>) -> Result<()> {
    let Serving { app, settings, limits, bounds, listener, office } = serving;
    let site =
        Site { app, settings: Arc::new(settings), limits: Arc::new(limits), scope: AccountScope::Everybody };
    let address = listener.local_addr()?;
    let all = endpoints();
    app::jobs::notice_shipped_calendar(&site.app).await?;
    let mut background = tokio::spawn(work(site.clone()));
    let listening = app::news::listen(&site.app);
    let (stopped, stop) = watch::channel(false);
    let (bounds, counted) = (Arc::new(bounds), Arc::new(LineCounts::default()));
    let mut faces = JoinSet::new();
    let mut face = |listener: TcpListener, scope: AccountScope, endpoints: Vec<Endpoint>| -> Result<()> {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = at(&site, scope, endpoints);
        faces.spawn(lines::serve(listener, router, bounds.clone(), counted.clone(), stop.clone()));
        Ok(())
    };
    match office {
        None => face(listener, AccountScope::Everybody, all)?,
        Some(office) => {
            let (officers, portal): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|endpoint| endpoint.path.starts_with("/office"));
            let mut inside = web::common::endpoints();
            inside.retain(|endpoint| !endpoint.path.starts_with("/office"));
            inside.extend(officers);
            tracing::info!(address = %office.local_addr()?, "officers are received at an address of their own");
            face(listener, AccountScope::Applicants, portal)?;
            face(office, AccountScope::Officers, inside)?;
        }
    }
    let said = ready(address);
    // What nobody was told of nobody finds.
    let over = async {
        if said.is_ok() {
            told_to_stop().await;
        }
    };
    tokio::select! {
        () = over => {}
        // It never ends by itself: without it letters, times and roots would be missing, in silence.
        ended = &mut background => {
            tracing::error!("background work ended: {ended:?}");
            std::process::exit(70);
        }
    }
    // Open pages of officers listen for as long as they are open; requests being answered are waited for a while.
    site.app.news.close();
    stopped.send_replace(true);
    while faces.join_next().await.is_some() {}
    background.abort();
    drop(listening);
    match tokio::time::timeout(LAST, app::roots::gather(&site.app)).await {
        Ok(gathered) => gathered.map_err(anyhow::Error::from).and(said),
        Err(_) => anyhow::bail!("the last root could not be written in time"),
    }
}

async fn told_to_stop() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    interrupt.await;
}

/// What goes on beside requests: timers, and a runner for each lane of jobs.
async fn work(site: Site) {
    // A crate that brings jobs or timers of its own adds its list here.
    let jobs: Vec<&'static Job> = app::jobs::JOBS.to_vec();
    let mut tasks = JoinSet::new();
    for timer in app::timers::TIMERS {
        tasks.spawn(keep_time(site.app.clone(), timer));
    }
    for lane in JobLane::all(&jobs) {
        tasks.spawn(keep_running(site.app.clone(), jobs.clone(), lane));
    }
    let limits = site.limits.clone();
    tasks.spawn(async move {
        let mut tick = tokio::time::interval(Duration::from_secs(3600));
        loop {
            tick.tick().await;
            limits.sweep();
        }
    });
    // None of them ends: one that did panicked.
    tasks.join_next().await;
}

/// Looks at a timer again and again; a failure is logged and does not stop it.
async fn keep_time(app: App, timer: &'static Timer) {
    let mut tick = tokio::time::interval(timer.pause());
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Err(fault) = app::timers::run(&app, timer).await {
            tracing::error!(timer = timer.key, error = %fault, "background work failed");
        }
    }
}

/// How long a lane rests: between rounds, and at most where nobody answers.
const REST: Duration = Duration::from_secs(1);
const REST_MAX: Duration = Duration::from_secs(300);

/// Takes a lane's jobs as they become due. Where nobody answers it rests longer and longer, and then probes with one.
async fn keep_running(app: App, jobs: Vec<&'static Job>, lane: JobLane) {
    let mut rest = REST;
    loop {
        match app::jobs::run_lane(&app, &jobs, lane).await {
            // Who answered others before will be asked again soon: one letter does not hold up all.
            Ok(RoundEnd::Done(_) | RoundEnd::Unreachable(1..)) => rest = REST,
            Ok(RoundEnd::Unreachable(0)) => rest = (rest * 2).min(REST_MAX),
            Err(fault) => {
                tracing::error!(lane = lane.key(), error = %fault, "background work failed");
            }
        }
        tokio::time::sleep(rest).await;
    }
}
