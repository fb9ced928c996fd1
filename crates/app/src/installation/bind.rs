//! Binding: the id is noted in database, keys and folder, where that is new and certain.

use super::apart::{Apart, apart};
use super::compare::{differences, is_used};
use super::id::InstallationId;
use super::known::{InstallationRecord, META, mark_restoring};
use super::note::{Note, NoteState};
use crate::keys::Keys;
use crate::{Fault, erasure};
use std::path::Path;
use storage::{Store, catalogue};

/// Notes the id in all three; the folder says last that it is done, and `meanwhile` until then.
pub(crate) fn bind(
    store: &Store,
    folder: &Path,
    id: InstallationId,
    keys: Keys,
    meanwhile: NoteState,
) -> Result<Keys, Fault> {
    let vouched = Note::find(folder)?.is_some_and(|note| note.vouched);
    let note = Note { installation: id.clone(), state: meanwhile, vouched };
    note.save(folder)?;
    let keys = keys.of(id.clone());
    keys.save(folder)?;
    let name = id.0.clone();
    store.write_now(move |tx| catalogue::set_meta(tx, META, &name))?;
    if !vouched {
        erasure::vouch_for_before(store, &keys)?;
    }
    store.write_now(|tx| mark_restoring(tx, false))?;
    Note { state: NoteState::Ready, vouched: true, ..note }.save(folder)?;
    Ok(keys)
}

pub(super) enum Binding {
    Bound(Keys),
    New(InstallationId, Keys),
}

impl Binding {
    pub(super) fn of(store: &Store, folder: &Path) -> Result<Binding, Fault> {
        let known = InstallationRecord::of(store)?;
        if known.restoring {
            return Err(apart(Apart::HalfRestored { folder: folder.into() }));
        }
        let (note, keys) = (Note::find(folder)?, Keys::find(folder)?);
        let ready = note.as_ref().is_some_and(|note| note.state == NoteState::Ready);
        let at = || folder.to_path_buf();
        if !known.record && known.id.is_none() && (ready || (note.is_none() && is_used(folder)?)) {
            return Err(apart(Apart::NoDatabase { folder: at() }));
        }
        let id = match (&known.id, &note) {
            (Some(database), None) => {
                return Err(apart(Apart::NoFolder { database: database.clone(), folder: at() }));
            }
            (Some(database), Some(note)) if *database != note.installation => {
                let (own, database) = (note.installation.clone(), database.to_string());
                return Err(apart(Apart::OtherFolder { folder: at(), own, database }));
            }
            (None, Some(note)) if ready => {
                let (own, database) = (note.installation.clone(), "none".into());
                return Err(apart(Apart::OtherFolder { folder: at(), own, database }));
            }
            (Some(id), Some(_)) => Some(id.clone()),
            (None, note) => note.as_ref().map(|note| note.installation.clone()),
        };
        let keys = match keys {
            Some(keys) => keys,
            None if known.record || ready => return Err(apart(Apart::NoKeys { folder: at() })),
            None => Keys::fresh(),
        };
        if let (Some(own), Some(wanted)) = (&keys.installation, &id)
            && own != wanted
        {
            let (own, wanted) = (own.clone(), wanted.clone());
            return Err(apart(Apart::OtherKeys { folder: at(), own, wanted }));
        }
        if let (Some(_), true) = (&known.id, ready) {
            return match keys.installation {
                Some(_) => Ok(Binding::Bound(keys)),
                None => Err(apart(Apart::StrangeKeys { folder: at() })),
            };
        }
        // Before there were ids, or the first start did not end: only what agrees is bound.
        if !known.signed_by(&keys) {
            return Err(apart(Apart::StrangeKeys { folder: at() }));
        }
        let (missing, strange) = differences(store, folder, known.has_files)?;
        if missing > 0 || strange > 0 {
            return Err(apart(Apart::Disagree { folder: at(), missing, strange }));
        }
        let id = id.or_else(|| keys.installation.clone()).unwrap_or_else(InstallationId::fresh);
        Ok(Binding::New(id, keys))
    }
}
