use rustix::time::{ClockId, clock_gettime};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A number of clients, each asking for the next thing as soon as it has the last, for a given time, or until the first of
/// them has nothing more to do: with fewer clients it would be another figure.
#[derive(Clone, Copy, Debug)]
pub struct Clients {
    pub count: usize,
    pub time: Duration,
}

/// How one thing went.
pub enum Went {
    Well,
    Failed,
    /// This client has nothing more to do.
    Out,
}

/// What was measured.
#[derive(Debug, Default)]
pub struct Measured {
    pub failed: u64,
    pub elapsed: Duration,
    /// What the processors did for it meanwhile, without the clients; a database of its own counts elsewhere.
    pub cpu: Duration,
    /// Of each that went well, in microseconds, in order.
    latencies: Vec<u32>,
}

impl Measured {
    pub fn count(&self) -> usize {
        self.latencies.len()
    }

    pub fn a_second(&self) -> f64 {
        self.count() as f64 / self.elapsed.as_secs_f64().max(1e-9)
    }

    /// Microseconds of a processor for each: noise on the machine changes it less than how long things take.
    pub fn cpu_each(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / self.count().max(1) as f64
    }

    /// The latency in milliseconds that `of_thousand` of a thousand requests stay under.
    pub fn percentile(&self, of_thousand: usize) -> f64 {
        let last = self.latencies.len().saturating_sub(1);
        let place = (self.latencies.len() * of_thousand / 1000).min(last);
        self.latencies.get(place).map_or(0.0, |micros| f64::from(*micros) / 1000.0)
    }
}

impl Clients {
    /// `each` makes what one client does again and again.
    pub fn drive<W: FnMut() -> Went + Send>(self, each: impl Fn(usize) -> W) -> Measured {
        let work: Vec<W> = (0..self.count).map(each).collect();
        let (started, over) = (Instant::now(), AtomicBool::new(false));
        let (before, mut of_clients) = (cpu(ClockId::ProcessCPUTime), Duration::ZERO);
        let over = &over;
        let mut all = Measured::default();
        std::thread::scope(|threads| {
            let running: Vec<_> =
                work.into_iter().map(|work| threads.spawn(move || self.one(started, over, work))).collect();
            for client in running {
                let (latencies, failed, cpu) = client.join().expect("a client does not panic");
                all.latencies.extend(latencies);
                all.failed += failed;
                of_clients += cpu;
            }
        });
        all.elapsed = started.elapsed();
        all.cpu = cpu(ClockId::ProcessCPUTime).saturating_sub(before + of_clients);
        all.latencies.sort_unstable();
        all
    }

    fn one(
        self,
        started: Instant,
        over: &AtomicBool,
        mut work: impl FnMut() -> Went,
    ) -> (Vec<u32>, u64, Duration) {
        let (mut latencies, mut failed) = (Vec::new(), 0);
        while started.elapsed() < self.time && !over.load(Ordering::Relaxed) {
            let begun = Instant::now();
            match work() {
                Went::Well => latencies.push(begun.elapsed().as_micros().min(u128::from(u32::MAX)) as u32),
                Went::Failed => failed += 1,
                Went::Out => over.store(true, Ordering::Relaxed),
            }
        }
        (latencies, failed, cpu(ClockId::ThreadCPUTime))
    }
}

/// What the processors did so far for this program, or for this thread.
fn cpu(clock: ClockId) -> Duration {
    let time = clock_gettime(clock);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_over_when_one_has_nothing_more_to_do() {
        let clients = Clients { count: 2, time: Duration::from_secs(60) };
        let measured = clients.drive(|client| {
            let mut left = 10;
            move || {
                left -= 1;
                // The second never ends by itself.
                if client == 0 && left < 0 { Went::Out } else { Went::Well }
            }
        });
        assert!(measured.count() >= 10);
        assert!(measured.elapsed < Duration::from_secs(30));
    }

    #[test]
    fn percentiles_are_read_off_the_ordered_list() {
        let measured =
            Measured { latencies: (1..=1000).map(|ms| ms * 1000).collect(), ..Measured::default() };
        assert_eq!(measured.percentile(500), 501.0);
        assert_eq!(measured.percentile(950), 951.0);
        assert_eq!(measured.percentile(1000), 1000.0);
        assert_eq!(Measured::default().percentile(950), 0.0);
    }
}
