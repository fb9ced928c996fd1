//! What a copy of an installation does not do: what the first one is about to do outside must not be done twice.

use super::{Destination, JOBS, JobLane, JobLength, letter};
use storage::{StorageError, Tx, job};

impl Destination {
    /// Whether somebody outside notices what its jobs do.
    pub const fn is_outside(self) -> bool {
        match self {
            Destination::Inside => false,
            Destination::Mail => true,
        }
    }
}

/// Drops what waits to go outside, and holds everything that would go there, until an administrator lets it go.
pub(crate) fn keep_inside(tx: &mut Tx) -> Result<(), StorageError> {
    for destination in Destination::ALL.into_iter().filter(|destination| destination.is_outside()) {
        job::hold_all(tx, destination.key(), true)?;
        // By lane, as other crates have jobs too.
        for length in JobLength::ALL {
            job::drop_lane(tx, &JobLane { destination, length }.key())?;
        }
    }
    // By kind too: a backup from before lanes has every job in one. A letter is told inside before it goes out.
    let outside = JOBS.iter().filter(|job| job.destination.is_outside());
    for kind in outside.map(|job| job.key).chain([letter::JOB.key]) {
        job::drop_waiting(tx, kind)?;
    }
    storage::letter_address::forget_all(tx)
}
