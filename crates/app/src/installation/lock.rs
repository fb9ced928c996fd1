//! Keeping other programs out of a folder and a database.

use super::apart::{Apart, apart};
use super::enter::Purpose;
use crate::Fault;
use std::fs::{File, TryLockError};
use std::path::Path;
use storage::DatabaseLocation;
use storage::lease::{self, Lease};

/// What keeps others out, until it is dropped.
#[derive(Default)]
pub struct InstallationLock {
    pub(super) _locks: Vec<Lock>,
    pub(super) _lease: Option<Lease>,
}

/// A locked file. It is unlocked by name: a child that is just being started holds a copy of every open file until it
/// runs its own program, and closing alone would leave the lock with that copy.
pub(super) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// Locks of the operating system: they end with the program, however it ends.
pub(super) fn lock(folder: &Path, node: u8, purpose: Purpose) -> Result<Vec<Lock>, Fault> {
    if purpose == Purpose::Look {
        return Ok(Vec::new());
    }
    crate::files::private_folder(folder)?;
    let open = |name: &str| File::options().create(true).truncate(false).write(true).open(folder.join(name));
    let (whole, own) = (open("installation.lock")?, open(&format!("node-{node}.lock"))?);
    let taken = if purpose == Purpose::Alone { whole.try_lock() } else { whole.try_lock_shared() };
    let whole = held(whole, taken, || Apart::NotAlone)?;
    let taken = own.try_lock();
    let own = held(own, taken, || Apart::InUse { folder: folder.into(), node })?;
    Ok(vec![whole, own])
}

fn held(file: File, taken: Result<(), TryLockError>, otherwise: impl Fn() -> Apart) -> Result<Lock, Fault> {
    match taken {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(apart(otherwise())),
        Err(TryLockError::Error(error)) => Err(Fault::other(format!(
            "the folder cannot be locked, so no other program is kept out of it: {error}"
        ))),
    }
}

pub(super) fn leased(place: &DatabaseLocation, node: u8, purpose: Purpose) -> Result<Option<Lease>, Fault> {
    if purpose == Purpose::Look {
        return Ok(None);
    }
    let lost = move || {
        tracing::error!(
            node,
            "another program took this node's number while the database was away; this one ends"
        );
        std::process::exit(1);
    };
    match lease::take(place, node, purpose == Purpose::Alone, lost)? {
        Some(lease) => Ok(Some(lease)),
        None if purpose == Purpose::Alone => Err(apart(Apart::NotAlone)),
        None => Err(apart(Apart::Leased { node })),
    }
}
