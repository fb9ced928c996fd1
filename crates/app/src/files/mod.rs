//! Stored files: content in a folder, durable before any row names it.
//!
//! The folder itself says how far each content came: `begun/TOKEN` while it arrives, `landed/TOKEN` when it is whole and
//! durable, `TO/TOKEN` once a committed row named it, `bin/TOKEN` when it was never named. What was named is removed only
//! by who drops or erases it, never because a database does not know it (`docs/decisions/files-before-rows.md`).

mod content;
mod locked;
mod rights;
mod sweep;
mod upload;

pub use content::Media;
pub use rights::{may_read, officer_may_read};
pub use sweep::sweep;
pub use upload::Upload;

use crate::{App, Fault, random};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use storage::file::File;
pub use storage::file::File as StoredFile;

/// The largest file taken, in bytes: 20 MiB.
pub const FILE_MAX: u64 = 20 * 1024 * 1024;

const BEGUN: &str = "begun";
const LANDED: &str = "landed";
const BIN: &str = "bin";
/// Hours after which a content without a row is removed: before, its form may still be being filled in.
const NAMED_WITHIN_HOURS: u64 = 24;

#[derive(Clone)]
pub struct Files {
    folder: Arc<Path>,
}

/// Why a file was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileProblem {
    Empty,
    TooLarge,
    WrongType,
    /// The connection was lost before the end.
    Broken,
    /// It arrived whole, but the end of the document itself is missing.
    Cut,
    /// It opens with a password only.
    Locked,
    /// The sender has used up what one account or address may bring in.
    TooMuch,
    /// The disk is nearly full: what is left of it is reserved for the record.
    NoRoom,
}

/// A file that lies safely in the folder but has no row yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StoredUpload {
    pub token: String,
    pub sha256: String,
    pub media: Media,
    pub size: u64,
}

impl Files {
    pub fn open(folder: PathBuf) -> Result<Files, Fault> {
        private_folder(&folder)?;
        for part in [BEGUN, LANDED, BIN] {
            private_folder(&folder.join(part))?;
        }
        Ok(Files { folder: folder.into() })
    }

    /// Whether a folder is what [`Files::open`] leaves: an empty one may be the place of a volume that is away.
    pub fn are_at(folder: &Path) -> bool {
        folder.join(LANDED).is_dir()
    }

    /// What the disk has left for this program, in bytes; nothing where the system does not say.
    pub fn free_bytes(&self) -> Option<u64> {
        #[cfg(unix)]
        {
            let about = rustix::fs::statvfs(&*self.folder).ok()?;
            Some(about.f_bavail.saturating_mul(about.f_frsize))
        }
        #[cfg(not(unix))]
        None
    }

    /// Opened for reading only: no folder is created.
    pub fn at(folder: PathBuf) -> Files {
        Files { folder: folder.into() }
    }

    /// Path of a named content. A subfolder by the first two letters of the token keeps folders small.
    pub fn path(&self, token: &str) -> PathBuf {
        self.folder.join(&token[..2]).join(token)
    }

    fn part(&self, part: &str, token: &str) -> PathBuf {
        self.folder.join(part).join(token)
    }

    /// Path at which a content lies now: the named one as a rule; in `landed`, if the program ended between commit and
    /// naming.
    pub fn find(&self, token: &str) -> Option<PathBuf> {
        if !is_token(token) {
            return None;
        }
        let places = [self.path(token), self.part(LANDED, token), self.part(BIN, token)];
        places.into_iter().find(|path| path.is_file())
    }

    /// Stores bytes that are already in memory: results made by tests and the demonstration.
    pub fn put_now(&self, bytes: &[u8]) -> Result<StoredUpload, Fault> {
        let media = Media::of_first_bytes(bytes).ok_or_else(|| Fault::other("not a file type we take"))?;
        let token = random::token();
        let sha256 = self.land(&mut &*bytes, &token)?;
        Ok(StoredUpload { token, sha256, media, size: bytes.len() as u64 })
    }

    /// Copies a content to a new token.
    pub fn copy(&self, token: &str, to: &str) -> std::io::Result<()> {
        let from = self.find(token).ok_or(ErrorKind::NotFound)?;
        self.land(&mut std::fs::File::open(from)?, to).map(|_| ())
    }

    /// Copies a content in from another path, as a named one; returns its digest.
    pub fn take_from(&self, from: &Path, token: &str) -> std::io::Result<String> {
        let sha256 = self.land(&mut std::fs::File::open(from)?, token)?;
        self.name_now(token)?;
        Ok(sha256)
    }

    /// Writes a content into `landed`. It is whole and durable on return; returns its digest.
    fn land(&self, content: &mut impl std::io::Read, token: &str) -> std::io::Result<String> {
        if !is_token(token) {
            return Err(std::io::Error::other("not the name of a stored file"));
        }
        let begun = ArrivingContent(self.part(BEGUN, token));
        let mut file = std::fs::File::create_new(&begun.0)?;
        let (mut hash, mut piece) = (Sha256::new(), vec![0; 64 * 1024]);
        loop {
            let read = content.read(&mut piece)?;
            if read == 0 {
                break;
            }
            hash.update(&piece[..read]);
            std::io::Write::write_all(&mut file, &piece[..read])?;
        }
        file.sync_all()?;
        begun.land(&self.part(LANDED, token))?;
        Ok(random::hex(&hash.finalize()))
    }

    /// Gives a stored content one more name. Not made durable: for generated installations.
    pub fn link(&self, token: &str, name: &str) -> std::io::Result<()> {
        let (from, path) = (self.find(token).ok_or(ErrorKind::NotFound)?, self.path(name));
        make_parent(&path)?;
        std::fs::hard_link(&from, &path).or_else(|_| std::fs::copy(&from, &path).map(|_| ()))
    }

    /// Moves a content from `landed` to its path, as a committed row names it now. Where the program ends before, the
    /// sweep does it, so nothing waits for it to be durable.
    pub fn name_now(&self, token: &str) -> std::io::Result<()> {
        let path = self.path(token);
        if path.exists() {
            return Ok(());
        }
        make_parent(&path)?;
        match std::fs::rename(self.part(LANDED, token), &path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                std::fs::rename(self.part(BIN, token), &path)
            }
            renamed => renamed,
        }
    }

    /// Removes a content at once from every folder it may lie in. A file that is missing already is no error.
    pub fn remove_now(&self, token: &str) -> std::io::Result<()> {
        if !is_token(token) {
            return Ok(());
        }
        let parts = [BEGUN, LANDED, BIN].map(|part| self.part(part, token));
        for path in parts.into_iter().chain([self.path(token)]) {
            match std::fs::remove_file(path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    pub async fn open_read(&self, token: &str) -> Result<tokio::fs::File, Fault> {
        let (files, token) = (self.clone(), token.to_string());
        let found = tokio::task::spawn_blocking(move || files.find(&token)).await.map_err(Fault::other)?;
        Ok(tokio::fs::File::open(found.ok_or_else(|| std::io::Error::from(ErrorKind::NotFound))?).await?)
    }

    /// The contents that were named, a subfolder at a time, each with the time it was written.
    pub fn each_named(
        &self,
        mut each: impl FnMut(Vec<(String, SystemTime)>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Ok(()) };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().len() == 2 && entry.file_type()?.is_dir() {
                each(sweep::contents(&entry.path())?)?;
            }
        }
        Ok(())
    }
}

/// A content that is arriving: removed on drop, unless it has landed.
struct ArrivingContent(PathBuf);

impl ArrivingContent {
    fn land(mut self, to: &Path) -> std::io::Result<()> {
        std::fs::rename(&self.0, to)?;
        self.0.clear();
        sync_parent(to)
    }
}

impl Drop for ArrivingContent {
    fn drop(&mut self) {
        if !self.0.as_os_str().is_empty() {
            let _ = std::fs::remove_file(&self.0);
        }
    }
}

/// Whether a name is a token of ours: nothing that could lead out of the folder.
fn is_token(name: &str) -> bool {
    name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Makes a folder nobody else on the machine can look into.
pub fn private_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    #[cfg(unix)]
    std::fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// A new subfolder is durable only when its own folder is.
fn make_parent(path: &Path) -> std::io::Result<()> {
    match path.parent().filter(|folder| !folder.exists()) {
        Some(folder) => {
            std::fs::create_dir_all(folder)?;
            sync_parent(folder)
        }
        None => Ok(()),
    }
}

/// A new name in a folder is durable only when the folder is.
fn sync_parent(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(folder) => std::fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// The row of a landed file.
pub fn row(app: &App, landed: &StoredUpload, name: &str, paper: &str, draft: Option<i64>) -> File {
    let now = app.now();
    File {
        id: app.store.new_id(now),
        token: landed.token.clone(),
        sha256: landed.sha256.clone(),
        media: landed.media.key().into(),
        size: landed.size,
        name: name.to_string(),
        stored_at: now,
        draft,
        paper: paper.to_string(),
        dossier: None,
        erased_under: None,
    }
}

/// Moves contents to their path, after a commit whose rows name them.
pub(crate) fn named<'a>(app: &App, tokens: impl IntoIterator<Item = &'a str>) {
    for token in tokens {
        if let Err(error) = app.files.name_now(token) {
            tracing::warn!(%error, "a stored file could not be noted as named; the sweep will");
        }
    }
}

/// A content in `landed` that has no row yet, as it was when it was uploaded; `None` where there is none.
pub async fn land_again(app: &App, token: String) -> Result<Option<StoredUpload>, Fault> {
    if !is_token(&token) {
        return Ok(None);
    }
    let path = app.files.part(LANDED, &token);
    let wanted = vec![token.clone()];
    if !app.store.read(move |tx| storage::file::known(tx, &wanted)).await?.is_empty() {
        return Ok(None);
    }
    tokio::task::spawn_blocking(move || match looked_at(&path) {
        Ok(Looked { sha256, size, first }) => {
            Ok(Media::of_first_bytes(&first).map(|media| StoredUpload { sha256, size, media, token }))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    })
    .await
    .map_err(Fault::other)?
}

/// Removes those of some landed contents that no row names.
pub async fn remove_unnamed(app: &App, tokens: Vec<String>) -> Result<(), Fault> {
    if tokens.is_empty() {
        return Ok(());
    }
    let wanted = tokens.clone();
    let known = app.store.read_once(move |tx| storage::file::known(tx, &wanted)).await?;
    let unnamed = tokens.into_iter().filter(|token| !known.contains(token)).collect();
    remove_contents(app, unnamed).await
}

/// Removes contents at once, wherever they lie. A job does it again, should the program end here.
pub(crate) async fn remove_contents(app: &App, tokens: Vec<String>) -> Result<(), Fault> {
    let files = app.files.clone();
    let remove = move || tokens.iter().try_for_each(|token| files.remove_now(token));
    Ok(tokio::task::spawn_blocking(remove).await.map_err(Fault::other)??)
}

pub async fn find(app: &App, token: String) -> Result<Option<File>, Fault> {
    let found = app.store.read_once(move |tx| storage::file::find(tx, &token)).await?;
    Ok(found.filter(|file| file.erased_under.is_none()))
}

/// What can be seen of a content without keeping it in memory.
pub(crate) struct Looked {
    pub sha256: String,
    pub size: u64,
    /// Its first bytes, by which its kind is known.
    pub first: Vec<u8>,
}

pub(crate) fn looked_at(path: &Path) -> std::io::Result<Looked> {
    use std::io::Read;
    let mut file = std::fs::File::open(path)?;
    let (mut hash, mut size, mut first) = (Sha256::new(), 0, Vec::new());
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok(Looked { sha256: random::hex(&hash.finalize()), size, first });
        }
        hash.update(&piece[..read]);
        size += read as u64;
        first.extend(piece[..read].iter().take(content::HEAD - first.len().min(content::HEAD)));
    }
}

/// What the record keeps of a stored file.
pub fn fact(file: &File) -> domain::dossier::FileFact {
    domain::dossier::FileFact {
        id: file.id,
        media: file.media.clone(),
        bytes: file.size,
        sha256: file.sha256.clone(),
    }
}
