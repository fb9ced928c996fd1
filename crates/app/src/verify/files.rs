//! Every stored file: its content is what its row says, and its row belongs to something.

use super::{CHUNK, FindingSubject, VerifyReport};
use crate::files::{Looked, Media, looked_at};
use crate::{App, Fault};
use std::io::ErrorKind;
use storage::file::{self, File};

pub(super) fn verify(app: &App, report: &mut VerifyReport) -> Result<(), Fault> {
    let mut after = i64::MIN;
    loop {
        let from = after;
        let files = app.store.read_now(move |tx| file::list_after(tx, from, CHUNK))?;
        let Some(last) = files.last() else { return Ok(()) };
        after = last.id;
        let homeless = app.store.read_now(move |tx| file::list_homeless(tx, from, after))?;
        for file in files {
            report.files += 1;
            let mut found =
                |what: &str| report.find(FindingSubject::File, format!("file {}", file.token), what);
            if file.draft.is_some() && file.dossier.is_some() {
                found("it belongs to a dossier, yet a draft has it too");
            }
            if homeless.contains(&file.id) {
                found("it belongs to no draft and no dossier that is there");
            }
            if file.erased_under.is_some() {
                // Its content is to be gone.
                if app.files.find(&file.token).is_some() {
                    found("it was erased, yet its content is there");
                }
                continue;
            }
            match content_of(app, &file) {
                Ok(content) => content.into_iter().for_each(found),
                Err(error) => {
                    // Dropped or erased since its row was read.
                    let id = file.id;
                    let now = app.store.read_now(move |tx| file::find_by_id(tx, id))?;
                    if now.is_some_and(|row| row.erased_under.is_none()) {
                        found(&format!("its content cannot be read: {error}"));
                    }
                }
            }
        }
    }
}

/// How a content differs from its row.
fn content_of(app: &App, file: &File) -> std::io::Result<Vec<&'static str>> {
    let path = app.files.find(&file.token).ok_or(ErrorKind::NotFound)?;
    let Looked { sha256, size, first } = looked_at(&path)?;
    let mut found = Vec::new();
    if sha256 != file.sha256 || size != file.size {
        found.push("its content was changed");
    }
    if Media::of_first_bytes(&first).map(Media::key) != Some(file.media.as_str()) {
        found.push("its content is not of the type its row says");
    }
    Ok(found)
}
