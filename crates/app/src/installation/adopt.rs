//! Binding what is found apart, on purpose.

use super::apart::{Apart, apart};
use super::bind::bind;
use super::compare::differences;
use super::enter::{Purpose, not_half_restored};
use super::id::InstallationId;
use super::known::InstallationRecord;
use super::lock::{leased, lock};
use super::note::{Note, NoteState};
use crate::Fault;
use crate::files::Files;
use crate::keys::Keys;
use std::path::Path;
use storage::{DatabaseLocation, Store, StoreMode};

/// What an adoption found and put together.
#[derive(Clone, Debug)]
pub struct Adopted {
    pub installation: InstallationId,
    /// Rows of files whose content is not there, and contents no row names.
    pub missing: u64,
    pub strange: u64,
}

/// Binds what is there on purpose, whatever it belonged to before.
pub fn adopt(place: &DatabaseLocation, folder: &Path, new_key: bool) -> Result<Adopted, Fault> {
    let _locks = lock(folder, 0, Purpose::Alone)?;
    not_half_restored(folder)?;
    let _lease = leased(place, 0, Purpose::Alone)?;
    let store = Store::connect(place, 0, StoreMode::Writing)?;
    let known = InstallationRecord::of(&store)?;
    if known.restoring {
        return Err(apart(Apart::HalfRestored { folder: folder.into() }));
    }
    let found = Keys::find(folder)?;
    let keys = match found.clone() {
        Some(keys) if new_key && !known.signed_by(&keys) => Keys::fresh(),
        Some(keys) => keys,
        None if new_key || !known.record => Keys::fresh(),
        None => return Err(apart(Apart::NoKeys { folder: folder.into() })),
    };
    if !known.signed_by(&keys) && !new_key {
        return Err(apart(Apart::StrangeKeys { folder: folder.into() }));
    }
    store.migrate(None)?;
    let (missing, strange) = differences(&store, folder, known.has_files)?;
    let note = Note::find(folder)?;
    let id = known.id.or(note.map(|note| note.installation)).unwrap_or_else(InstallationId::fresh);
    if found.as_ref().is_some_and(|found| found.public() != keys.public()) {
        Keys::set_aside(folder)?;
    }
    Files::open(folder.join("files"))?;
    bind(&store, folder, id.clone(), keys, NoteState::Making)?;
    Ok(Adopted { installation: id, missing, strange })
}
