//! The web server: endpoints of both faces, security headers, background work.

use anyhow::{Context, Result};
use app::App;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
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
        let site = Site { app, settings, limits: Arc::new(limits) };
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
                let portal = dress(ui::router(&site, portal), &site);
                let inside = dress(ui::router(&site, inside), &site);
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

/// What goes on beside requests.
async fn work(site: Site) {
    let app = site.app.clone();
    tokio::join!(
        every(Duration::from_millis(100), || app.announce_news()),
        every(seconds(1), || app.run_due(app::jobs::Pace::Quick)),
        every(seconds(1), || app.run_due(app::jobs::Pace::Long)),
        every(seconds(2), || app.refresh_reference()),
        every(seconds(300), || app.remind()),
        every(seconds(600), || app.gather_roots()),
        every(seconds(3600), || async {
            site.limits.sweep();
            app.sweep().await
        }),
        every(seconds(24 * 3600), || app.forget_used()),
        every(seconds(24 * 3600), || app.forget_reminders()),
        every(seconds(24 * 3600), || app.sweep_files()),
    );
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Does something again and again; a failure is logged and does not stop it.
async fn every<T, F: Future<Output = Result<T, app::Fault>>>(pause: Duration, mut act: impl FnMut() -> F) {
    let mut tick = tokio::time::interval(pause);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Err(fault) = act().await {
            tracing::error!(error = %fault, "background work failed");
        }
    }
}
