//! Whether the program can do what it is there for: read, and keep what it is told. Asked by whoever watches it.

use crate::App;
use serde::Serialize;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use storage::{StorageError, Tx, timer};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Health {
    #[serde(rename = "reading")]
    pub reads: bool,
    #[serde(rename = "writing")]
    pub writes: bool,
}

/// What was seen last of writing, and when.
#[derive(Default)]
pub(crate) struct LastWrite(Mutex<Option<(Instant, bool)>>);

/// Maximum time for the database to answer; longer counts as failed.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a write that went well is believed. After one that failed, each question tries again.
const TRUSTED: Duration = Duration::from_secs(60);
/// The row both are tried on.
const ROW: &str = "probe";

pub async fn look(app: &App) -> Health {
    let read = app.store.read_once(|tx| timer::next(tx, ROW).map(|_| ()));
    let reads = matches!(tokio::time::timeout(PATIENCE, read).await, Ok(Ok(())));
    Health { reads, writes: writes(app).await }
}

async fn writes(app: &App) -> bool {
    let seen = *app.health.0.lock().expect("no panic while it is noted");
    let trusted = |(at, good): (Instant, bool)| good && at.elapsed() < TRUSTED;
    if seen.is_some_and(trusted) && !app.store.failed_to_write() {
        return true;
    }
    let now = app.now();
    let write = app.store.write(move |tx: &mut Tx| timer::set(tx, ROW, now));
    let good = matches!(tokio::time::timeout(PATIENCE, write).await, Ok(Ok::<(), StorageError>(())));
    *app.health.0.lock().expect("no panic while it is noted") = Some((Instant::now(), good));
    good
}
