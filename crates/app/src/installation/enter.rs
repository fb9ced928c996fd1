//! Opening what belongs together.

use super::apart::{Apart, apart};
use super::bind::{Binding, bind};
use super::compare::is_used;
use super::lock::{InstallationLock, leased, lock};
use super::note::{Note, NoteState};
use crate::Fault;
use crate::files::Files;
use crate::keys::Keys;
use std::path::Path;
use storage::{DatabaseLocation, Schema, StorageError, Store, StoreMode};

/// What an installation is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To work on it. A node's number is one program's at a time.
    Work,
    /// To work on it while nobody else does.
    Alone,
    /// To look: nothing is migrated, made or written.
    Look,
    /// To fill it before anybody uses it, as fast as can be: a crash leaves it useless.
    Fill,
}

/// What is there, bound together.
pub struct Entered {
    pub store: Store,
    pub files: Files,
    pub keys: Keys,
    pub held: InstallationLock,
}

/// Opens database, folder and keys that belong together; binds them where that is new and certain.
pub fn enter(place: &DatabaseLocation, folder: &Path, node: u8, purpose: Purpose) -> Result<Entered, Fault> {
    if purpose == Purpose::Look && Note::find(folder)?.is_none() && Keys::find(folder)?.is_none() {
        return Err(apart(Apart::Nothing { folder: folder.into() }));
    }
    let locks = lock(folder, node, purpose)?;
    not_half_restored(folder)?;
    if !database_is_there(place) && (purpose == Purpose::Look || is_used(folder)?) {
        return Err(apart(Apart::NoDatabase { folder: folder.into() }));
    }
    let held = InstallationLock { _locks: locks, _lease: leased(place, node, purpose)? };
    let manner = match purpose {
        Purpose::Look => StoreMode::Reading,
        Purpose::Fill => StoreMode::Filling,
        Purpose::Work | Purpose::Alone => StoreMode::Writing,
    };
    let store = Store::connect(place, node, manner)?;
    match (purpose, store.schema()?) {
        (Purpose::Look, Schema::Behind(due)) => return Err(apart(Apart::MigrationDue(due.join(", ")))),
        (_, Schema::Ahead(unknown)) => return Err(StorageError::Newer(unknown.join(", ")).into()),
        _ => {}
    }
    // Before anything is changed: what does not belong together is left to the version that knows it.
    let binding = Binding::of(&store, folder)?;
    if purpose != Purpose::Look {
        store.migrate(None)?;
        // Said now, and not by the first who wants to keep something.
        store.write_now(|tx| storage::timer::set(tx, "opened", domain::time::Instant::from_millis(0)))?;
    }
    let files = folder.join("files");
    let keys = match binding {
        Binding::Bound(keys) if purpose == Purpose::Look || Files::are_at(&files) => keys,
        Binding::Bound(_) => return Err(apart(Apart::NoFiles { folder: folder.into() })),
        // It was not bound, and a look binds nothing.
        Binding::New(..) if purpose == Purpose::Look => {
            return Err(apart(Apart::Nothing { folder: folder.into() }));
        }
        Binding::New(id, keys) => {
            Files::open(files.clone())?;
            bind(&store, folder, id, keys, NoteState::Making)?
        }
    };
    let files = if purpose == Purpose::Look { Files::at(files) } else { Files::open(files)? };
    Ok(Entered { store, files, keys, held })
}

pub(super) fn not_half_restored(folder: &Path) -> Result<(), Fault> {
    match Note::find(folder)? {
        Some(note) if note.state == NoteState::Restoring => {
            Err(apart(Apart::HalfRestored { folder: folder.into() }))
        }
        _ => Ok(()),
    }
}

/// A database on a server is there if it answers.
fn database_is_there(place: &DatabaseLocation) -> bool {
    match place {
        DatabaseLocation::Sqlite(file) => file.exists(),
        DatabaseLocation::Postgres(_) => true,
    }
}
