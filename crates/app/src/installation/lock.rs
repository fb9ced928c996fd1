//! Keeping other programs out of a folder and a database.

use super::apart::{Apart, apart};
use super::enter::Purpose;
use crate::Fault;
use std::fs::{File, TryLockError};
use std::path::Path;
use storage::Place;
use storage::lease::{self, Lease};

/// What keeps others out, until it is dropped.
#[derive(Default)]
pub struct Held {
    pub(super) _locks: Vec<File>,
    pub(super) _lease: Option<Lease>,
}

/// Locks of the operating system: they end with the program, however it ends.
pub(super) fn lock(folder: &Path, node: u8, purpose: Purpose) -> Result<Vec<File>, Fault> {
    if purpose == Purpose::Look {
        return Ok(Vec::new());
    }
    crate::files::private_folder(folder)?;
    let open = |name: &str| File::options().create(true).truncate(false).write(true).open(folder.join(name));
    let (whole, own) = (open("installation.lock")?, open(&format!("node-{node}.lock"))?);
    let taken = if purpose == Purpose::Alone { whole.try_lock() } else { whole.try_lock_shared() };
    held(taken, || Apart::NotAlone)?;
    held(own.try_lock(), || Apart::InUse { folder: folder.into(), node })?;
    Ok(vec![whole, own])
}

fn held(taken: Result<(), TryLockError>, otherwise: impl Fn() -> Apart) -> Result<(), Fault> {
    match taken {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(apart(otherwise())),
        Err(TryLockError::Error(error)) => Err(Fault::other(format!(
            "the folder cannot be locked, so no other program is kept out of it: {error}"
        ))),
    }
}

pub(super) fn leased(place: &Place, node: u8, purpose: Purpose) -> Result<Option<Lease>, Fault> {
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
