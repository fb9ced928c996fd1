//! How often one client may ask for what invites guessing, and how often it may be asked about one account.

use app::attempts::AttemptBounds;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateLimit {
    /// Signing in, registering, passwords, one-time codes.
    SignIn,
    /// Public look-up of a code.
    LookUp,
}

/// Whom an address stands for: of IPv6 a network of 64 bits is one client's.
pub fn network(client: IpAddr) -> IpAddr {
    match client {
        IpAddr::V4(_) => client,
        IpAddr::V6(address) => {
            let mut segments = address.segments();
            segments[4..].fill(0);
            IpAddr::from(segments)
        }
    }
}

pub struct Limits {
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    look_up: DefaultKeyedRateLimiter<IpAddr>,
    /// Turns of what computes for long: one, so that a core stays free for everybody else.
    heavy: Arc<Semaphore>,
    waiting: AtomicUsize,
    /// Whoever asks, from wherever.
    pub by_account: AttemptBounds,
}

/// Maximum requests waiting for a turn; further ones are answered with 503.
const WAITING_MAX: usize = 16;

impl Limits {
    /// Requests a minute of each client, for each kind of limit.
    pub fn new(
        sign_in_a_minute: NonZeroU32,
        look_up_a_minute: NonZeroU32,
        by_account: AttemptBounds,
    ) -> Limits {
        Limits {
            by_account,
            sign_in: RateLimiter::keyed(Quota::per_minute(sign_in_a_minute)),
            look_up: RateLimiter::keyed(Quota::per_minute(look_up_a_minute)),
            heavy: Arc::new(Semaphore::new(1)),
            waiting: AtomicUsize::new(0),
        }
    }

    /// Counts a request; the seconds to wait when it was one too many.
    pub fn check(&self, limit: RateLimit, client: IpAddr) -> Result<(), u64> {
        let client = network(client);
        let limiter = match limit {
            RateLimit::SignIn => &self.sign_in,
            RateLimit::LookUp => &self.look_up,
        };
        let clock = DefaultClock::default();
        limiter.check_key(&client).map_err(|late| late.wait_time_from(clock.now()).as_secs() + 1)
    }

    /// Waits for a turn to compute for long; nothing where too many wait already.
    pub async fn turn(&self) -> Option<OwnedSemaphorePermit> {
        let _waits = Waits::among(&self.waiting)?;
        self.heavy.clone().acquire_owned().await.ok()
    }

    /// Forgets clients that have been quiet.
    pub fn sweep(&self) {
        self.sign_in.retain_recent();
        self.look_up.retain_recent();
    }
}

/// Somebody who waits, until the turn comes or the client goes away.
struct Waits<'a>(&'a AtomicUsize);

impl<'a> Waits<'a> {
    fn among(waiting: &'a AtomicUsize) -> Option<Waits<'a>> {
        let waits = (waiting.fetch_add(1, Ordering::Relaxed), Waits(waiting));
        (waits.0 < WAITING_MAX).then_some(waits.1)
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
