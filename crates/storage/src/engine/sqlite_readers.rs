//! How a thread reads SQLite: by which connection, and in which transaction.

use super::queue::{Taken, WorkQueue};
use super::sqlite::{ConnectionMode, Flags, connect, guarded, run, told};
use crate::StorageError;
use crate::queued::QueuedWork;
use crate::store::Need;
use rusqlite::Connection;
use std::path::Path;
use std::sync::atomic::Ordering::Relaxed;

/// Bytes of the file that are mapped to look up single rows.
const MAPPED: i64 = 1 << 30;

pub(super) type QueuedRead = (Need, QueuedWork);

/// The connections of a reader thread.
pub(super) struct ReaderConnections {
    /// It reads the file and does not map it: a connection drops its whole map after every commit of another and faults it
    /// in again, which costs more than copying the pages that are wanted.
    plain: Connection,
    /// For single statements while nothing is written: with a map no page is copied.
    mapped: Connection,
}

impl ReaderConnections {
    pub fn open(path: &Path, how: ConnectionMode) -> Result<ReaderConnections, StorageError> {
        let mapped = connect(path, how)?;
        mapped.pragma_update(None, "mmap_size", MAPPED).map_err(told)?;
        Ok(ReaderConnections { plain: connect(path, how)?, mapped })
    }

    pub fn run(&self, own: usize, queue: &WorkQueue<QueuedRead>, flags: &Flags) {
        let (mut known, mut snapshot) = (0, Snapshot::none(&self.plain));
        loop {
            let taken = queue.take_now(own).or_else(|| {
                snapshot.end();
                queue.take(own)
            });
            let Some(Taken { work: (need, mut work), number, queued }) = taken else { return };
            let before = std::mem::replace(&mut known, flags.commits.load(Relaxed));
            let broke = match need {
                Need::Once if before == known => guarded(&self.mapped, &mut work, need).err(),
                _ => match snapshot.reach(number, queued) {
                    Err(error) => Some(error),
                    Ok(()) => guarded(&self.plain, &mut work, need).err(),
                },
            };
            work.answer(broke);
        }
    }
}

/// A read transaction that reads share which waited together when it began: each sees what was committed before it was asked
/// for. After a commit every transaction begins with an empty memory of pages, so that sharing saves reading them again
/// (`docs/decisions/reads-share-snapshots.md`).
struct Snapshot<'a> {
    connection: &'a Connection,
    /// How many reads had been queued when it began; nothing while there is none.
    serves: Option<u64>,
}

impl Snapshot<'_> {
    fn none(connection: &Connection) -> Snapshot<'_> {
        Snapshot { connection, serves: None }
    }

    /// Goes on, or begins anew, for a read that is the `number`th of `queued`.
    fn reach(&mut self, number: u64, queued: u64) -> Result<(), StorageError> {
        // An I/O error may have ended it.
        let open = !self.connection.is_autocommit();
        if open && self.serves.is_some_and(|serves| number < serves) {
            return Ok(());
        }
        self.end();
        run(self.connection, "begin")?;
        self.serves = Some(queued);
        Ok(())
    }

    fn end(&mut self) {
        if self.serves.take().is_some() && !self.connection.is_autocommit() {
            let _ = run(self.connection, "rollback");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_serves_what_waited_when_it_began_and_nothing_that_came_later() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.db");
        let writer = connect(&file, ConnectionMode::Writer).unwrap();
        writer.execute_batch("create table kept (id integer primary key)").unwrap();
        let reader = connect(&file, ConnectionMode::Reader).unwrap();
        let mut snapshot = Snapshot::none(&reader);
        let count = || reader.query_row("select count(*) from kept", [], |row| row.get::<_, u32>(0)).unwrap();
        // Three reads wait; a commit comes after the first was answered.
        snapshot.reach(0, 3).unwrap();
        assert_eq!(count(), 0);
        writer.execute_batch("insert into kept values (1)").unwrap();
        snapshot.reach(1, 4).unwrap();
        assert_eq!(count(), 0, "it waited when the snapshot began");
        snapshot.reach(3, 4).unwrap();
        assert_eq!(count(), 1, "whoever asked later may know of the commit");
        // Something ended it, as an I/O error does.
        run(&reader, "rollback").unwrap();
        writer.execute_batch("insert into kept values (2)").unwrap();
        snapshot.reach(2, 4).unwrap();
        assert_eq!(count(), 2);
        snapshot.end();
        assert!(reader.is_autocommit(), "a log can be folded in while nobody reads");
    }
}
