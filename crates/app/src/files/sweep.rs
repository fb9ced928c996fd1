//! What came in and was never named goes to the bin, and from there for good after some weeks. Only what this program
//! itself began is looked at: what was named stays, whatever database is there.

use super::{BEGUN, BIN, Files, LANDED, NAMED_WITHIN_HOURS, is_token};
use crate::clock::file_time;
use crate::{App, Fault, files};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// How long the bin keeps what was put into it, in days.
pub const BIN_DAYS: u64 = 7;
const CHUNK: usize = 200;

/// Clears what was begun and never landed, or landed and never named for a day; the number that went to the bin.
pub async fn sweep(app: &App) -> Result<u64, Fault> {
    let files = app.files.clone();
    let mut swept = 0;
    for part in [BEGUN, LANDED] {
        let folder = files.folder.join(part);
        let old = tokio::task::spawn_blocking(move || contents(&folder)).await.map_err(Fault::other)??;
        let old: Vec<String> =
            old.into_iter().filter(|(_, at)| is_old(*at)).map(|(token, _)| token).collect();
        for chunk in old.chunks(CHUNK) {
            let tokens = chunk.to_vec();
            let known = app.store.read_once(move |tx| storage::file::known(tx, &tokens)).await?;
            files::named(app, known.iter().map(String::as_str));
            let unknown: Vec<String> = chunk.iter().filter(|token| !known.contains(token)).cloned().collect();
            swept += unknown.len() as u64;
            let files = files.clone();
            let bin = move || unknown.iter().try_for_each(|token| files.throw_away(part, token));
            tokio::task::spawn_blocking(bin).await.map_err(Fault::other)??;
        }
    }
    tokio::task::spawn_blocking(move || files.empty_bin()).await.map_err(Fault::other)??;
    Ok(swept)
}

impl Files {
    /// From the bin it is counted from now on.
    fn throw_away(&self, part: &str, token: &str) -> std::io::Result<()> {
        let from = self.part(part, token);
        if let Ok(file) = std::fs::File::options().append(true).open(&from) {
            file.set_modified(file_time())?;
        }
        match std::fs::rename(from, self.part(BIN, token)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            renamed => renamed,
        }
    }

    fn empty_bin(&self) -> std::io::Result<()> {
        let kept = Duration::from_secs(BIN_DAYS * 24 * 3600);
        for entry in std::fs::read_dir(self.folder.join(BIN))?.flatten() {
            if entry.metadata()?.modified()?.elapsed().is_ok_and(|age| age > kept) {
                std::fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

fn is_old(at: SystemTime) -> bool {
    at.elapsed().is_ok_and(|age| age.as_secs() > NAMED_WITHIN_HOURS * 3600)
}

/// The contents in a folder, each with the time it was written.
pub(super) fn contents(folder: &Path) -> Result<Vec<(String, SystemTime)>, Fault> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)?.flatten() {
        let (Ok(name), Ok(about)) = (entry.file_name().into_string(), entry.metadata()) else { continue };
        if is_token(&name) {
            found.push((name, about.modified()?));
        }
    }
    Ok(found)
}
