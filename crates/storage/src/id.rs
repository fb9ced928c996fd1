use domain::time::Instant;
use std::sync::atomic::{AtomicI64, Ordering};

/// Makes keys: 64 bits, ordered by time, different on every node. Never shown.
///
/// 41 bits of milliseconds since 2020, 6 bits of node, 16 bits of counter.
#[derive(Debug)]
pub struct IdSource {
    node: i64,
    last: AtomicI64,
}

const EPOCH_MILLIS: i64 = 1_577_836_800_000;
const COUNTER_BITS: i64 = 16;
const NODE_BITS: i64 = 6;

impl IdSource {
    /// `node` is 0 to 63 and differs between the nodes of one database.
    pub fn new(node: u8) -> IdSource {
        IdSource { node: i64::from(node) & ((1 << NODE_BITS) - 1), last: AtomicI64::new(0) }
    }

    /// When a key was made.
    pub fn time_of(key: i64) -> Instant {
        Instant::from_millis((key >> (COUNTER_BITS + NODE_BITS)) + EPOCH_MILLIS)
    }

    /// Goes on after a key that was made before.
    pub fn start_after(&self, key: i64) {
        let time = key >> (COUNTER_BITS + NODE_BITS);
        let counter = key & ((1 << COUNTER_BITS) - 1);
        self.last.fetch_max(time << COUNTER_BITS | counter, Ordering::Relaxed);
    }

    /// A new key, greater than every key made here before.
    pub fn next(&self, now: Instant) -> i64 {
        let tick = (now.millis() - EPOCH_MILLIS).max(0) << COUNTER_BITS;
        let mut last = self.last.load(Ordering::Relaxed);
        loop {
            let next = tick.max(last + 1);
            match self.last.compare_exchange_weak(last, next, Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => {
                    let (time, counter) = (next >> COUNTER_BITS, next & ((1 << COUNTER_BITS) - 1));
                    return time << (COUNTER_BITS + NODE_BITS) | self.node << COUNTER_BITS | counter;
                }
                Err(current) => last = current,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_grow_and_never_repeat_even_in_one_millisecond() {
        let source = IdSource::new(3);
        let now = Instant::from_millis(1_790_000_000_000);
        let keys: Vec<i64> = (0..100_000).map(|_| source.next(now)).collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(keys[0] > 0);
    }

    #[test]
    fn a_clock_that_went_back_makes_no_key_again() {
        let now = Instant::from_millis(1_790_000_000_000);
        let before = IdSource::new(0).next(now);
        let source = IdSource::new(3);
        source.start_after(before);
        assert!(source.next(now.plus_minutes(-60)) > before);
    }
}
