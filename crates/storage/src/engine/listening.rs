//! Listening to notifications, on a connection and a thread of its own.

use crate::news::CHANNEL;
use crate::{DatabaseLocation, Result, StorageError};
use postgres::fallible_iterator::FallibleIterator;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// How often a listener looks whether it is still wanted.
const LOOK: Duration = Duration::from_millis(500);
/// Time until a broken connection is tried again.
const AGAIN: Duration = Duration::from_secs(2);

/// Somebody listens, until this is dropped.
pub struct Listening {
    wanted: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.wanted.store(false, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Listens on a connection of its own. Whenever the line was broken, `hear` is told nothing at all: something may have
/// been missed. Where the database has one node only there is nobody to listen to.
pub fn listen(
    place: &DatabaseLocation,
    mut hear: impl FnMut(Option<&str>) + Send + 'static,
) -> Option<Listening> {
    let DatabaseLocation::Postgres(url) = place else { return None };
    let (url, wanted) = (url.clone(), Arc::new(AtomicBool::new(true)));
    let still = wanted.clone();
    let run = move || {
        while still.load(Ordering::Relaxed) {
            if let Err(error) = hear_on(&url, &still, &mut hear) {
                tracing::warn!(%error, "news of other nodes are interrupted");
                std::thread::sleep(AGAIN);
            }
        }
    };
    let thread =
        std::thread::Builder::new().name("news".into()).spawn(run).expect("the system gives a thread");
    Some(Listening { wanted, thread: Some(thread) })
}

fn hear_on(url: &str, wanted: &AtomicBool, hear: &mut impl FnMut(Option<&str>)) -> Result<()> {
    let told = |error: postgres::Error| StorageError::Engine(error.to_string());
    let mut client = super::postgres_tls::connect(url)?;
    client.batch_execute(&format!("listen {CHANNEL}")).map_err(told)?;
    hear(None);
    while wanted.load(Ordering::Relaxed) {
        {
            let mut notifications = client.notifications();
            let mut heard = notifications.timeout_iter(LOOK);
            while let Some(note) = heard.next().map_err(told)? {
                hear(Some(note.payload()));
                if !wanted.load(Ordering::Relaxed) {
                    return Ok(());
                }
            }
        }
        if client.is_closed() {
            return Err(StorageError::Engine("the connection was closed".into()));
        }
    }
    Ok(())
}
