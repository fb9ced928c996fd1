//! How often one client may ask for what invites guessing, and how often it may be asked about one account.

use app::attempts::Bounds;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Signing in, registering, passwords, one-time codes.
    SignIn,
    /// Public look-up of a code.
    LookUp,
}

pub struct Limits {
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    look_up: DefaultKeyedRateLimiter<IpAddr>,
    /// Whoever asks, from wherever.
    pub by_account: Bounds,
}

impl Limits {
    /// So many a minute each, for each client.
    pub fn new(sign_in_a_minute: NonZeroU32, look_up_a_minute: NonZeroU32, by_account: Bounds) -> Limits {
        Limits {
            by_account,
            sign_in: RateLimiter::keyed(Quota::per_minute(sign_in_a_minute)),
            look_up: RateLimiter::keyed(Quota::per_minute(look_up_a_minute)),
        }
    }

    /// Counts a request; the seconds to wait when it was one too many. A client of IPv6 is its network of 64 bits.
    pub fn check(&self, limit: Limit, client: IpAddr) -> Result<(), u64> {
        let client = match client {
            IpAddr::V4(_) => client,
            IpAddr::V6(address) => {
                let mut segments = address.segments();
                segments[4..].fill(0);
                IpAddr::from(segments)
            }
        };
        let limiter = match limit {
            Limit::SignIn => &self.sign_in,
            Limit::LookUp => &self.look_up,
        };
        let clock = DefaultClock::default();
        limiter.check_key(&client).map_err(|late| late.wait_time_from(clock.now()).as_secs() + 1)
    }

    /// Forgets clients that have been quiet.
    pub fn sweep(&self) {
        self.sign_in.retain_recent();
        self.look_up.retain_recent();
    }
}
