//! Comparing: what of database and folder does not agree, and whether a folder has been an installation's.

use super::note::{Note, NoteState};
use crate::Fault;
use crate::files::Files;
use crate::keys::Keys;
use std::path::Path;
use std::time::{Duration, SystemTime};
use storage::{Schema, Store};

/// How many rows of files have no content in the folder, and how many contents no row. Versions before removed once a day what
/// had no row for a day: where there are rows that agree, contents of the database's last two days may be such left-overs.
pub(super) fn differences(store: &Store, folder: &Path, has_files: bool) -> Result<(u64, u64), Fault> {
    const CHUNK: u32 = 500;
    let files = Files::at(folder.join("files"));
    let whole = store.schema()? == Schema::Current;
    let mut missing = 0;
    if has_files {
        let mut after = i64::MIN;
        loop {
            let from = after;
            let rows = store.read_now(move |tx| storage::file::list_tokens(tx, from, CHUNK, whole))?;
            let Some((last, _)) = rows.last() else { break };
            after = *last;
            missing += rows.iter().filter(|(_, token)| files.find(token).is_none()).count() as u64;
        }
    }
    let last = if has_files { last_made(store)? } else { None };
    let left_over = |at: SystemTime| {
        let hours = |hours: u64| Duration::from_secs(hours * 3600);
        last.is_some_and(|last| at + hours(48) > last && at < last + hours(24))
    };
    let mut strange = 0;
    files.each_named(|tokens| {
        if !has_files {
            strange += tokens.len() as u64;
            return Ok(());
        }
        for chunk in tokens.chunks(CHUNK as usize) {
            let wanted: Vec<String> = chunk.iter().map(|(token, _)| token.clone()).collect();
            let known = store.read_now(move |tx| storage::file::known(tx, &wanted))?;
            let odd = |(token, at): &&(String, SystemTime)| !known.contains(token) && !left_over(*at);
            strange += chunk.iter().filter(odd).count() as u64;
        }
        Ok(())
    })?;
    Ok((missing, strange))
}

/// When the database last made a key, of those tables every version has.
fn last_made(store: &Store) -> Result<Option<SystemTime>, Fault> {
    let newest = store.read_now(|tx| storage::tables::newest_key(tx, ["job", "draft", "file", "dossier"]))?;
    let millis = u64::try_from(storage::IdSource::time_of(newest).millis()).unwrap_or_default();
    Ok((newest > 0).then(|| std::time::UNIX_EPOCH + Duration::from_millis(millis)))
}

/// Whether a folder has been an installation's: it has a note that says so, keys or files.
pub(super) fn is_used(folder: &Path) -> Result<bool, Fault> {
    let ready = Note::find(folder)?.is_some_and(|note| note.state != NoteState::Making);
    let mut contents = false;
    Files::at(folder.join("files")).each_named(|tokens| {
        contents |= !tokens.is_empty();
        Ok(())
    })?;
    let making = Note::find(folder)?.is_some();
    Ok(ready || contents || (!making && Keys::find(folder)?.is_some()))
}
