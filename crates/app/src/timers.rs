//! What is done again and again, as values in a list: by each node, or by one node for all that share a database.

use crate::{
    App, Fault, accounts, counting, dossiers, files, held, late, news, public_figures, reminders, roots,
};
use domain::time::Instant;
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::time::Duration;
use storage::{Tx, timer};

pub struct Timer {
    pub key: &'static str,
    pub every: Duration,
    pub scope: TimerScope,
    pub run: fn(App) -> TimerRun,
}

pub type TimerRun = Pin<Box<dyn Future<Output = Result<(), Fault>> + Send>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimerScope {
    Node,
    /// A row says when it is next due, so that one node does it. Nothing oftener than a minute.
    Database,
}

/// How often a node looks whether something of the database's is due.
const LOOK: Duration = Duration::from_secs(30);

const fn timer(key: &'static str, every: Duration, scope: TimerScope, run: fn(App) -> TimerRun) -> Timer {
    Timer { key, every, scope, run }
}

const fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(minutes * 60)
}

const HOUR: Duration = minutes(60);
const DAY: Duration = minutes(24 * 60);

/// The timers of this crate.
pub const TIMERS: &[Timer] = &[
    timer("news", Duration::from_millis(100), TimerScope::Node, |app| {
        Box::pin(async move { news::announce(&app).await })
    }),
    timer("reference", Duration::from_secs(2), TimerScope::Node, |app| {
        Box::pin(async move { app.refresh_reference().await.map(|_| ()) })
    }),
    timer("reminders", minutes(5), TimerScope::Database, |app| {
        Box::pin(async move { reminders::send(&app).await.map(|_| ()) })
    }),
    timer("sums", minutes(1), TimerScope::Database, |app| {
        Box::pin(async move { counting::fold(&app).await })
    }),
    // Once a day, in its first hour.
    timer("public", HOUR, TimerScope::Database, |app| {
        Box::pin(async move { public_figures::tell(&app).await.map(|_| ()) })
    }),
    timer("late", HOUR, TimerScope::Database, |app| Box::pin(async move { late::note(&app).await })),
    timer("roots", minutes(10), TimerScope::Database, |app| {
        Box::pin(async move { roots::gather(&app).await.map(|_| ()) })
    }),
    timer("held", minutes(5), TimerScope::Database, |app| Box::pin(async move { held::sweep(&app).await })),
    timer("ended", HOUR, TimerScope::Database, |app| Box::pin(async move { accounts::sweep(&app).await })),
    timer("files", HOUR, TimerScope::Database, |app| {
        Box::pin(async move { files::sweep(&app).await.map(|_| ()) })
    }),
    timer("used", DAY, TimerScope::Database, |app| {
        Box::pin(async move { dossiers::forget_used(&app).await })
    }),
    timer("reminded", DAY, TimerScope::Database, |app| {
        Box::pin(async move { reminders::forget(&app).await.map(|_| ()) })
    }),
];

impl Timer {
    /// How often a node looks at it.
    pub fn pause(&self) -> Duration {
        match self.scope {
            TimerScope::Node => self.every,
            TimerScope::Database => self.every.min(LOOK),
        }
    }
}

/// Does it if it is due, and if no other node has begun it.
pub async fn run(app: &App, timer: &Timer) -> Result<(), Fault> {
    let due = match timer.scope {
        TimerScope::Node => true,
        TimerScope::Database => take(app, timer).await?,
    };
    if !due {
        return Ok(());
    }
    // One that panics is one that failed: the others go on, and so does the program.
    let ran = AssertUnwindSafe((timer.run)(app.clone())).catch_unwind().await;
    ran.unwrap_or_else(|_| Err(Fault::other("it panicked")))
}

async fn take(app: &App, timer: &Timer) -> Result<bool, Fault> {
    let (key, now) = (timer.key, app.now());
    let every = i64::try_from(timer.every.as_secs() / 60).unwrap_or(i64::MAX);
    let next = now.plus_minutes(every.max(1));
    let at = app.store.read_once(move |tx| timer::next(tx, key)).await?;
    // A moment further away than one round is of a clock that went back.
    let waits = |at: Instant| at > now && at <= next;
    if at.is_some_and(waits) {
        return Ok(false);
    }
    Ok(app.store.write(move |tx: &mut Tx| timer::take(tx, key, at, next)).await?)
}
