//! The lines clients hold: how long each may be silent, how slowly it may send and take, how many a client and all
//! together may have, and how they end when the program is told to stop.

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::ConnectInfo;
use axum::http::{Request, Response, StatusCode, header};
use hyper::body::{Frame, Incoming};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, Sleep, sleep};
use tower::Service;

/// What a line may do.
#[derive(Clone, Debug)]
pub struct LineBounds {
    /// Maximum time for the head of a request, counted from when the connection is free: also the idle timeout.
    pub head: Duration,
    /// The same for lines of proxies, which keep them for others.
    pub head_of_proxies: Duration,
    /// Minimum rate of a request body: `body_bytes` in each `body_time`.
    pub body_bytes: u64,
    pub body_time: Duration,
    /// Maximum time in which the client takes no byte of the answer.
    pub stalled: Duration,
    /// Lines in all, and of one client.
    pub lines_max: usize,
    pub lines_per_client: usize,
    /// Clients many people are behind: proxies, and offices with one address.
    pub exempt: Vec<IpAddr>,
    pub proxies: Vec<IpAddr>,
}

impl Default for LineBounds {
    fn default() -> LineBounds {
        LineBounds {
            head: Duration::from_secs(20),
            head_of_proxies: Duration::from_secs(90),
            body_bytes: 16 * 1024,
            body_time: Duration::from_secs(20),
            stalled: Duration::from_secs(60),
            lines_max: 10_000,
            lines_per_client: 100,
            exempt: Vec::new(),
            proxies: Vec::new(),
        }
    }
}

/// Time connections have to end by themselves when the program stops.
const DRAINED: Duration = Duration::from_secs(3);
/// Pause before accepting again when the system has no file descriptor left.
const ACCEPTED_AGAIN: Duration = Duration::from_millis(100);

/// One in this many of all connections is kept for pages: connections for news, which stay for hours, never take it.
const KEPT_FROM_NEWS: usize = 4;
/// Seconds in `Retry-After`, for a browser that found no free connection for news.
const NEWS_AGAIN: &str = "60";

/// The lines there are.
#[derive(Default)]
pub struct LineCounts {
    all: AtomicUsize,
    news: AtomicUsize,
    by_client: Mutex<HashMap<IpAddr, usize>>,
}

/// A line among the counted, until it is dropped.
struct LineGuard {
    counted: Arc<LineCounts>,
    /// The client it counts for; nobody once it is a line of news.
    client: Mutex<Option<IpAddr>>,
    of_news: AtomicBool,
}

impl LineCounts {
    fn place(self: &Arc<LineCounts>, client: IpAddr, bounds: &LineBounds) -> Option<LineGuard> {
        if self.all.fetch_add(1, Ordering::Relaxed) >= bounds.lines_max {
            self.all.fetch_sub(1, Ordering::Relaxed);
            return None;
        }
        let place =
            LineGuard { counted: self.clone(), client: Mutex::new(None), of_news: AtomicBool::new(false) };
        if bounds.exempt.contains(&client) || bounds.proxies.contains(&client) {
            return Some(place);
        }
        let network = web::limits::network(client);
        let mut by_client = self.by_client.lock().expect("no panic while it is counted");
        let own = by_client.entry(network).or_default();
        if *own >= bounds.lines_per_client {
            return None;
        }
        *own += 1;
        drop(by_client);
        *place.client.lock().expect("nobody else has it yet") = Some(network);
        Some(place)
    }
}

impl LineGuard {
    /// Makes it a line of news, which counts for no client; false where there are too many of them.
    fn listen(&self, bounds: &LineBounds) -> bool {
        if self.of_news.load(Ordering::Relaxed) {
            return true;
        }
        let news_max = bounds.lines_max - bounds.lines_max / KEPT_FROM_NEWS;
        if self.counted.news.fetch_add(1, Ordering::Relaxed) >= news_max {
            self.counted.news.fetch_sub(1, Ordering::Relaxed);
            return false;
        }
        self.of_news.store(true, Ordering::Relaxed);
        self.leave();
        true
    }

    /// It counts for its client no longer.
    fn leave(&self) {
        let Some(client) = self.client.lock().expect("no panic while it is taken").take() else { return };
        let mut by_client = self.counted.by_client.lock().expect("no panic while it is counted");
        if let Some(own) = by_client.get_mut(&client) {
            *own -= 1;
            if *own == 0 {
                by_client.remove(&client);
            }
        }
    }
}

impl Drop for LineGuard {
    fn drop(&mut self) {
        self.leave();
        if *self.of_news.get_mut() {
            self.counted.news.fetch_sub(1, Ordering::Relaxed);
        }
        self.counted.all.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Serves a listener until `stop` says so; then ends within some seconds, whatever clients do.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Arc<LineBounds>,
    counted: Arc<LineCounts>,
    mut stop: watch::Receiver<bool>,
) {
    let mut lines = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = told(&mut stop) => break,
        };
        // Those that ended are forgotten.
        while lines.try_join_next().is_some() {}
        match accepted {
            Ok((stream, peer)) => {
                let client = peer.ip().to_canonical();
                // One line too many is closed unheard.
                let Some(place) = counted.place(client, &bounds) else { continue };
                lines.spawn(talk(stream, peer, router.clone(), bounds.clone(), place, stop.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "a line could not be accepted");
                sleep(ACCEPTED_AGAIN).await;
            }
        }
    }
    drop(listener);
    let drained = async { while lines.join_next().await.is_some() {} };
    if tokio::time::timeout(DRAINED, drained).await.is_err() {
        lines.abort_all();
    }
}

/// Waits until the program is told to stop.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

async fn talk(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    bounds: Arc<LineBounds>,
    place: LineGuard,
    mut stop: watch::Receiver<bool>,
) {
    let _ = stream.set_nodelay(true);
    let client = peer.ip().to_canonical();
    let head = if bounds.proxies.contains(&client) { bounds.head_of_proxies } else { bounds.head };
    let place = Arc::new(place);
    let (held, own) = (place.clone(), bounds.clone());
    let answer = hyper::service::service_fn(move |request: Request<Incoming>| {
        let (mut router, place, bounds) = (router.clone(), held.clone(), own.clone());
        let mut request = request.map(|body| Body::new(Paced::new(body, &bounds)));
        request.extensions_mut().insert(ConnectInfo(peer));
        async move {
            let answer: Response<Body> = router.call(request).await.unwrap_or_else(|never| match never {});
            // Who listens for news is signed in, and may have a page open for hours.
            let news =
                answer.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
            if news && !place.listen(&bounds) {
                let mut full = Response::new(Body::empty());
                *full.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
                full.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static(NEWS_AGAIN));
                return Ok(full);
            }
            Ok::<_, std::convert::Infallible>(answer)
        }
    });
    let line = TokioIo::new(Unstalled::new(stream, bounds.stalled));
    let mut talking = std::pin::pin!(
        hyper::server::conn::http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(head)
            .serve_connection(line, answer)
    );
    // How a line ends is the client's affair.
    tokio::select! {
        _ = talking.as_mut() => {}
        () = told(&mut stop) => {
            talking.as_mut().graceful_shutdown();
            let _ = talking.await;
        }
    }
}

/// A body that must keep coming.
struct Paced {
    body: Incoming,
    bytes: u64,
    bytes_min: u64,
    time: Duration,
    over: Pin<Box<Sleep>>,
}

impl Paced {
    fn new(body: Incoming, bounds: &LineBounds) -> Paced {
        let (bytes_min, time) = (bounds.body_bytes, bounds.body_time);
        Paced { body, bytes: 0, bytes_min, time, over: Box::pin(sleep(time)) }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the body came too slowly")]
struct TooSlow;

impl HttpBody for Paced {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::BoxError>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        match polled {
            Poll::Ready(Some(Ok(frame))) => {
                self.bytes += frame.data_ref().map_or(0, |data| data.len() as u64);
                Poll::Ready(Some(Ok(frame)))
            }
            Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(error.into()))),
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => {
                while self.over.as_mut().poll(context).is_ready() {
                    if self.bytes < self.bytes_min {
                        return Poll::Ready(Some(Err(TooSlow.into())));
                    }
                    self.bytes = 0;
                    let next = Instant::now() + self.time;
                    self.over.as_mut().reset(next);
                }
                Poll::Pending
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        self.body.size_hint()
    }
}

/// A line that must take what it is sent.
struct Unstalled {
    stream: TcpStream,
    time: Duration,
    /// Since when it takes nothing.
    since: Pin<Box<Sleep>>,
    waits: AtomicBool,
}

impl Unstalled {
    fn new(stream: TcpStream, time: Duration) -> Unstalled {
        Unstalled { stream, time, since: Box::pin(sleep(time)), waits: AtomicBool::new(false) }
    }

    fn watched<T>(
        &mut self,
        context: &mut Context<'_>,
        polled: Poll<std::io::Result<T>>,
    ) -> Poll<std::io::Result<T>> {
        if polled.is_ready() {
            *self.waits.get_mut() = false;
            return polled;
        }
        if !*self.waits.get_mut() {
            *self.waits.get_mut() = true;
            let end = Instant::now() + self.time;
            self.since.as_mut().reset(end);
        }
        match self.since.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(std::io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Unstalled {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Unstalled {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watched(context, polled)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_flush(context);
        self.watched(context, polled)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_shutdown(context);
        self.watched(context, polled)
    }
}

/// Lines that may wait to be accepted: an office of thousands comes back at the same moment, after the network or the
/// program was away. The system may hold it to fewer (`net.core.somaxconn`).
const WAITING_MAX: i32 = 4_096;

/// Takes an address to listen on, not blocking.
pub fn listen(address: SocketAddr) -> std::io::Result<std::net::TcpListener> {
    use socket2::{Domain, Socket, Type};
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, None)?;
    // A program started again takes its address from lines of before that are still being closed.
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(WAITING_MAX)?;
    socket.set_nonblocking(true)?;
    Ok(socket.into())
}

/// Descriptors that are kept for the database, for files and for the system.
const DESCRIPTORS_KEPT: u64 = 200;

/// Takes as many descriptors as the system lets this program have: each line takes one, each open file another; how many
/// lines that is enough for.
pub fn raise_descriptors() -> usize {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit, setrlimit};
        let mut limit = getrlimit(Resource::Nofile);
        limit.current = limit.maximum;
        let _ = setrlimit(Resource::Nofile, limit);
        let lines =
            getrlimit(Resource::Nofile).current.map(|all| all.saturating_sub(DESCRIPTORS_KEPT).max(1));
        lines.and_then(|lines| usize::try_from(lines).ok()).unwrap_or(usize::MAX)
    }
    #[cfg(not(unix))]
    usize::MAX
}

#[cfg(test)]
mod tests {
    #[test]
    fn who_comes_at_the_same_moment_waits_and_is_not_dropped() {
        let listener = super::listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let to = listener.local_addr().unwrap();
        // Nobody accepts them: all wait where the system keeps them.
        let come = |_| std::net::TcpStream::connect_timeout(&to, std::time::Duration::from_millis(900));
        let come: Result<Vec<_>, _> = (0..600).map(come).collect();
        assert_eq!(come.map(|lines| lines.len()).map_err(|error| error.kind()), Ok(600));
    }
}
