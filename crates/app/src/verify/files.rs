//! Every stored file: its content is what its row says, and its row belongs to something.

use super::{CHUNK, Part, Report};
use crate::files::Media;
use crate::{App, Fault, random};
use sha2::{Digest, Sha256};
use std::io::{ErrorKind, Read};
use std::path::Path;
use storage::file::{self, File};

impl App {
    pub(super) fn verify_files(&self, report: &mut Report) -> Result<(), Fault> {
        let mut after = i64::MIN;
        loop {
            let from = after;
            let files = self.store.read_now(move |tx| file::list_after(tx, from, CHUNK))?;
            let Some(last) = files.last() else { return Ok(()) };
            after = last.id;
            let homeless = self.store.read_now(move |tx| file::list_homeless(tx, from, after))?;
            for file in files {
                report.files += 1;
                let mut found = |what: &str| report.find(Part::File, format!("file {}", file.token), what);
                if homeless.contains(&file.id) {
                    found("it belongs to no draft and no dossier that is there");
                }
                if file.erased_under.is_some() {
                    // Its content is to be gone.
                    if self.files.find(&file.token).is_some() {
                        found("it was erased, yet its content is there");
                    }
                    continue;
                }
                match self.content_of(&file) {
                    Ok(content) => content.into_iter().for_each(found),
                    Err(error) => found(&format!("its content cannot be read: {error}")),
                }
            }
        }
    }

    /// How a content differs from its row.
    fn content_of(&self, file: &File) -> std::io::Result<Vec<&'static str>> {
        let path = self.files.find(&file.token).ok_or(ErrorKind::NotFound)?;
        let (sha256, size, first) = looked_at(&path)?;
        let mut found = Vec::new();
        if sha256 != file.sha256 || size != file.size {
            found.push("its content was changed");
        }
        if Media::of_first_bytes(&first).map(Media::mime) != Some(file.media.as_str()) {
            found.push("its content is not of the type its row says");
        }
        Ok(found)
    }
}

/// The digest of a content, its size, and how it begins.
fn looked_at(path: &Path) -> std::io::Result<(String, u64, Vec<u8>)> {
    let mut file = std::fs::File::open(path)?;
    let (mut hash, mut size, mut first) = (Sha256::new(), 0, Vec::new());
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok((random::hex(&hash.finalize()), size, first));
        }
        hash.update(&piece[..read]);
        size += read as u64;
        first.extend(piece[..read].iter().take(8 - first.len().min(8)));
    }
}
