//! What waits for one of several threads. A thread that is busy takes the next by itself; one that sleeps is called only
//! when there is reason to, since calling it costs more than a short piece of work.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

pub(super) struct WorkQueue<T> {
    waiting: Mutex<WaitingWork<T>>,
    call: Condvar,
    /// Threads that are called as soon as anything waits.
    at_once: usize,
    /// One more is called when something comes and nothing was taken for so long: whoever is awake is held up.
    patience: Duration,
}

struct WaitingWork<T> {
    work: VecDeque<T>,
    /// How many pieces were ever queued.
    queued: u64,
    /// When something was last taken, and by which thread.
    taken_at: Instant,
    taken_by: usize,
    /// Threads that take from it: busy, or called and on their way.
    awake: usize,
    /// Threads that sleep and were not called.
    asleep: usize,
    /// Calls that no thread answered yet.
    calls: usize,
    closed: bool,
}

/// A piece of work, the how manieth it is, and how many had been queued when it was taken.
pub(super) struct Taken<T> {
    pub work: T,
    pub number: u64,
    pub queued: u64,
}

impl<T> WorkQueue<T> {
    /// For this many threads, all of them awake.
    pub fn new(threads: usize, at_once: usize, patience: Duration) -> WorkQueue<T> {
        let waiting = WaitingWork {
            work: VecDeque::new(),
            queued: 0,
            taken_at: Instant::now(),
            taken_by: 0,
            awake: threads,
            asleep: 0,
            calls: 0,
            closed: false,
        };
        WorkQueue { waiting: Mutex::new(waiting), call: Condvar::new(), at_once, patience }
    }

    pub fn push(&self, work: T) {
        let mut waiting = self.lock();
        waiting.work.push_back(work);
        waiting.queued += 1;
        let held_up = || waiting.taken_at.elapsed() >= self.patience;
        if waiting.asleep > 0 && (waiting.awake < self.at_once || held_up()) {
            (waiting.asleep, waiting.awake, waiting.calls) =
                (waiting.asleep - 1, waiting.awake + 1, waiting.calls + 1);
            drop(waiting);
            self.call.notify_one();
        }
    }

    /// The next piece of work, in the order it came; nothing once the queue is closed and empty. `own` tells the threads apart.
    pub fn take(&self, own: usize) -> Option<Taken<T>> {
        let mut waiting = self.lock();
        loop {
            if let Some(taken) = self.waiting_for(&mut waiting, own) {
                return Some(taken);
            }
            if waiting.closed {
                return None;
            }
            (waiting.awake, waiting.asleep) = (waiting.awake - 1, waiting.asleep + 1);
            waiting = self
                .call
                .wait_while(waiting, |waiting| waiting.calls == 0 && !waiting.closed)
                .expect(NO_PANIC);
            match waiting.calls {
                0 => (waiting.asleep, waiting.awake) = (waiting.asleep - 1, waiting.awake + 1),
                _ => waiting.calls -= 1,
            }
        }
    }

    /// The same without waiting.
    pub fn take_now(&self, own: usize) -> Option<Taken<T>> {
        self.waiting_for(&mut self.lock(), own)
    }

    fn waiting_for(&self, waiting: &mut WaitingWork<T>, own: usize) -> Option<Taken<T>> {
        let now = Instant::now();
        // Threads beyond those that are called at once get in their way where others take one piece upon the other.
        let crowded = waiting.awake > self.at_once && waiting.taken_by != own && !waiting.closed;
        let enough = crowded && now - waiting.taken_at < self.patience / 4;
        let number = waiting.queued - waiting.work.len() as u64;
        let work = waiting.work.pop_front_if(|_| !enough)?;
        (waiting.taken_at, waiting.taken_by) = (now, own);
        Some(Taken { work, number, queued: waiting.queued })
    }

    /// What waits is still taken.
    pub fn close(&self) {
        self.lock().closed = true;
        self.call.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, WaitingWork<T>> {
        self.waiting.lock().expect(NO_PANIC)
    }
}

const NO_PANIC: &str = "no panic while the queue is held";

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::mpsc::channel;

    /// Threads that answer with what they took; one told 0 waits to be let go.
    fn threads(
        count: usize,
        queue: &Arc<WorkQueue<u32>>,
        told: &std::sync::mpsc::Sender<u32>,
        gate: &Arc<Mutex<()>>,
    ) -> Vec<std::thread::JoinHandle<()>> {
        let one = |own| {
            let (queue, told, gate) = (Arc::clone(queue), told.clone(), Arc::clone(gate));
            std::thread::spawn(move || {
                while let Some(Taken { work, .. }) = queue.take(own) {
                    if work == 0 {
                        drop(gate.lock().unwrap());
                    }
                    told.send(work).unwrap();
                }
            })
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn everything_is_taken_once_and_what_waits_when_it_closes_too() {
        let (told, answers) = channel();
        let queue = Arc::new(WorkQueue::new(3, 2, Duration::from_millis(1)));
        let running = threads(3, &queue, &told, &Arc::default());
        for work in 1..=10_000 {
            queue.push(work);
        }
        queue.close();
        running.into_iter().for_each(|thread| thread.join().unwrap());
        drop(told);
        let mut all: Vec<u32> = answers.into_iter().collect();
        all.sort_unstable();
        assert_eq!(all, (1..=10_000).collect::<Vec<u32>>());
    }

    #[test]
    fn each_piece_is_numbered_and_knows_how_many_had_come() {
        let queue = WorkQueue::new(1, 1, Duration::ZERO);
        let numbers = |taken: Option<Taken<u32>>| taken.map(|taken| (taken.work, taken.number, taken.queued));
        queue.push(10);
        queue.push(11);
        assert_eq!(numbers(queue.take_now(0)), Some((10, 0, 2)));
        queue.push(12);
        assert_eq!(numbers(queue.take_now(0)), Some((11, 1, 3)));
        assert_eq!(numbers(queue.take(0)), Some((12, 2, 3)));
        assert_eq!(numbers(queue.take_now(0)), None);
    }

    #[test]
    fn a_thread_more_is_called_when_work_waits_behind_one_that_is_held_up() {
        let (told, answers) = channel();
        let (queue, gate) = (Arc::new(WorkQueue::new(2, 1, Duration::ZERO)), Arc::new(Mutex::new(())));
        let held = gate.lock().unwrap();
        let running = threads(2, &queue, &told, &gate);
        queue.push(0);
        queue.push(1);
        assert_eq!(answers.recv().unwrap(), 1, "while the first is held up");
        drop(held);
        assert_eq!(answers.recv().unwrap(), 0);
        queue.close();
        running.into_iter().for_each(|thread| thread.join().unwrap());
    }

    #[test]
    fn who_sleeps_is_called_for_the_next() {
        let (told, answers) = channel();
        let queue = Arc::new(WorkQueue::new(1, 1, Duration::MAX));
        let running = threads(1, &queue, &told, &Arc::default());
        for work in 1..=1_000 {
            queue.push(work);
            assert_eq!(answers.recv().unwrap(), work);
        }
        queue.close();
        running.into_iter().for_each(|thread| thread.join().unwrap());
    }
}
