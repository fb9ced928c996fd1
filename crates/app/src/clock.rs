//! The only place that looks at the wall clock.

use domain::time::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The time as the program sees it: the system's, shifted (a demonstration on another day), or set by hand.
#[derive(Clone, Debug)]
pub enum Clock {
    System { shift_millis: i64 },
    Set(Arc<AtomicI64>),
}

impl Clock {
    pub fn system() -> Clock {
        Clock::System { shift_millis: 0 }
    }

    /// Runs on from `start` as if it were now.
    pub fn starting_at(start: Instant) -> Clock {
        Clock::System { shift_millis: start.millis() - wall_millis() }
    }

    /// Stands still until it is set.
    pub fn set_at(at: Instant) -> Clock {
        Clock::Set(Arc::new(AtomicI64::new(at.millis())))
    }

    pub fn now(&self) -> Instant {
        match self {
            Clock::System { shift_millis } => Instant::from_millis(wall_millis() + shift_millis),
            Clock::Set(at) => Instant::from_millis(at.load(Ordering::Relaxed)),
        }
    }

    /// Moves a clock that was set by hand.
    pub fn set(&self, to: Instant) {
        if let Clock::Set(at) = self {
            at.store(to.millis(), Ordering::Relaxed);
        }
    }
}

/// The time the machine stamps its files with, whatever the program's own clock says.
#[allow(clippy::disallowed_methods)]
pub(crate) fn file_time() -> std::time::SystemTime {
    std::time::SystemTime::now()
}

#[allow(clippy::disallowed_methods)]
fn wall_millis() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis() as i64)
}
