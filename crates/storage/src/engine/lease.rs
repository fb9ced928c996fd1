//! Who works on a database of several nodes: each node's number is one program's, and what must be alone keeps all
//! others out. Held as advisory locks of a session of its own, so that it ends with the program, however it ends.

use super::postgres_tls;
use crate::{DatabaseLocation, Result, StorageError};
use postgres::Client;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The first of our numbers among advisory locks: the database as a whole; after it one for each node.
const FIRST: i64 = 0x6d6f_7463_7561_0000;
/// How often the holder looks whether its session still lives.
const LOOK: Duration = Duration::from_secs(1);
/// The server may need a moment to notice that the holder before is gone.
const PATIENCE: Duration = Duration::from_secs(5);
const AGAIN: Duration = Duration::from_millis(200);

/// Held until it is dropped.
pub struct Lease {
    wanted: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.wanted.store(false, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}

/// Takes a node's number, and the whole with it: shared, or alone. Nothing where somebody else has it. `lost` is called
/// when the session broke and somebody else was faster: then this program must end. An embedded database is locked by
/// its folder instead.
pub fn take(
    place: &DatabaseLocation,
    node: u8,
    alone: bool,
    lost: impl Fn() + Send + 'static,
) -> Result<Option<Lease>> {
    let wanted = Arc::new(AtomicBool::new(true));
    let DatabaseLocation::Postgres(url) = place else { return Ok(Some(Lease { wanted, thread: None })) };
    let Some(mut client) = patiently(url, node, alone)? else { return Ok(None) };
    let (url, still) = (url.clone(), wanted.clone());
    let run = move || {
        while still.load(Ordering::Relaxed) {
            std::thread::park_timeout(LOOK);
            if !still.load(Ordering::Relaxed) || client.batch_execute("select 1").is_ok() {
                continue;
            }
            match patiently(&url, node, alone) {
                Ok(Some(again)) => client = again,
                Ok(None) => return lost(),
                // The server is away; whoever comes first when it is back has it.
                Err(_) => {}
            }
        }
    };
    let thread =
        std::thread::Builder::new().name("lease".into()).spawn(run).expect("the system gives a thread");
    Ok(Some(Lease { wanted, thread: Some(thread) }))
}

fn patiently(url: &str, node: u8, alone: bool) -> Result<Option<Client>> {
    let mut client = postgres_tls::connect(url)?;
    let begun = Instant::now();
    loop {
        if locked(&mut client, node, alone)? {
            return Ok(Some(client));
        }
        if begun.elapsed() > PATIENCE {
            return Ok(None);
        }
        std::thread::sleep(AGAIN);
    }
}

fn locked(client: &mut Client, node: u8, alone: bool) -> Result<bool> {
    let told = |error: postgres::Error| StorageError::Engine(error.to_string());
    let whole = if alone { "pg_try_advisory_lock" } else { "pg_try_advisory_lock_shared" };
    let (node, mut held) = (FIRST + 1 + i64::from(node), Vec::new());
    for (lock, number) in [(whole, FIRST), ("pg_try_advisory_lock", node)] {
        let row = client.query_one(&format!("select {lock}({number})"), &[]).map_err(told)?;
        held.push(row.get::<_, bool>(0));
    }
    if held.iter().all(|held| *held) {
        return Ok(true);
    }
    client.batch_execute("select pg_advisory_unlock_all()").map_err(told)?;
    Ok(false)
}
