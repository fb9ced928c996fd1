//! The web server: endpoints of both faces, security headers, background work.

use anyhow::{Context, Result};
use app::App;
use app::accounts::Door;
use app::jobs::{Job, Lane, Round};
use app::timers::Timer;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;
use ui::limits::Limits;
use ui::site::Settings;
use ui::{Endpoint, Site};

/// Every endpoint of the program: one list, which tests walk whole.
pub fn endpoints() -> Vec<Endpoint> {
    let mut all = ui::common::endpoints();
    all.extend(portal::endpoints());
    all.extend(onestop::endpoints());
    all
}

/// The whole site as one service, without a listener: tests call it directly.
pub fn service(site: &Site) -> Router {
    dress(ui::router(site, endpoints()), site)
}

/// The site behind one of two listeners: who does not come in there is nobody there.
fn at(site: &Site, door: Door, endpoints: Vec<Endpoint>) -> Router {
    let site = Site { door, ..site.clone() };
    dress(ui::router(&site, endpoints), &site)
}

/// What every answer goes through: compression, security headers, a guard against forged requests, and a
/// net under panics.
fn dress(router: Router, site: &Site) -> Router {
    let tls = site.settings.tls;
    router
        // Long enough for the largest file on a slow line; nothing may hang on for ever.
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_secs(600)))
        // Files are streamed to disk as they come; each is limited on its own.
        .layer(axum::extract::DefaultBodyLimit::max(256 * 1024 * 1024))
        .layer(CsrfLayer::new())
        .layer(from_fn(move |request, next| secure(tls, request, next)))
        .layer(CompressionLayer::new().gzip(true))
        .layer(CatchPanicLayer::new())
}

async fn secure(tls: bool, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed: [(HeaderName, &str); 6] = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; object-src 'none'; \
             frame-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'",
        ),
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
    let listener = TcpListener::bind(address).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => anyhow::anyhow!(
            "{address} is taken by another program; stop it or choose another address by --listen"
        ),
        _ => anyhow::anyhow!("{address} cannot be listened on: {error}"),
    })?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

pub fn serve(
    app: App,
    settings: Settings,
    limits: Limits,
    listen: SocketAddr,
    office: Option<SocketAddr>,
    ready: impl FnOnce(SocketAddr),
) -> Result<()> {
    serve_on(app, settings, limits, bind(listen)?, office.map(bind).transpose()?, ready)
}

/// Serves until the program is told to stop.
pub fn serve_on(
    app: App,
    settings: Settings,
    limits: Limits,
    listener: TcpListener,
    office: Option<TcpListener>,
    ready: impl FnOnce(SocketAddr),
) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    runtime.block_on(async move {
        let settings = Arc::new(settings);
        let site = Site { app, settings, limits: Arc::new(limits), door: Door::Everybody };
        let address = listener.local_addr()?;
        let all = endpoints();
        site.app.notice_shipped_calendar().await?;
        let background = tokio::spawn(work(site.clone()));
        let listening = site.app.listen_for_news();
        match office {
            None => {
                ready(address);
                run(listener, dress(ui::router(&site, all), &site), &site).await?;
            }
            // With a second listener the officers' pages are on it and nowhere else.
            Some(office) => {
                let (officers, portal): (Vec<_>, Vec<_>) =
                    all.into_iter().partition(|endpoint| endpoint.path.starts_with("/office"));
                let mut inside = ui::common::endpoints();
                inside.retain(|endpoint| !endpoint.path.starts_with("/office"));
                inside.extend(officers);
                tracing::info!(address = %office.local_addr()?, "officers are received at an address of their own");
                let portal = at(&site, Door::Applicants, portal);
                let inside = at(&site, Door::Officers, inside);
                ready(address);
                tokio::try_join!(run(listener, portal, &site), run(office, inside, &site))?;
            }
        }
        background.abort();
        drop(listening);
        site.app.gather_roots().await?;
        Ok(())
    })
}

async fn run(listener: TcpListener, router: Router, site: &Site) -> Result<()> {
    let news = site.app.news.clone();
    let stop = async move {
        told_to_stop().await;
        // Open pages of officers listen for as long as they are open; requests being answered are waited for.
        news.close();
    };
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await?;
    Ok(())
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
    for lane in Lane::all(&jobs) {
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
    while tasks.join_next().await.is_some() {}
}

/// Looks at a timer again and again; a failure is logged and does not stop it.
async fn keep_time(app: App, timer: &'static Timer) {
    let mut tick = tokio::time::interval(timer.pause());
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Err(fault) = app.run_timer(timer).await {
            tracing::error!(timer = timer.key, error = %fault, "background work failed");
        }
    }
}

/// How long a lane rests: between rounds, and at most where nobody answers.
const REST: Duration = Duration::from_secs(1);
const REST_MAX: Duration = Duration::from_secs(300);

/// Takes a lane's jobs as they become due. Where nobody answers it rests longer and longer, and then probes with one.
async fn keep_running(app: App, jobs: Vec<&'static Job>, lane: Lane) {
    let mut rest = REST;
    loop {
        match app.run_lane(&jobs, lane).await {
            Ok(Round::Done(_)) => rest = REST,
            Ok(Round::Unreachable) => rest = (rest * 2).min(REST_MAX),
            Err(fault) => {
                tracing::error!(lane = lane.key(), error = %fault, "background work failed");
            }
        }
        tokio::time::sleep(rest).await;
    }
}
