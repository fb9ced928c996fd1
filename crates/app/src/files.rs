//! Stored files: content in a folder, written and made durable before any row names it.

use crate::{App, Fault, random};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use storage::file::File;
pub use storage::file::File as StoredFile;
use tokio::io::AsyncWriteExt;

/// The largest file taken, in bytes: 20 MiB.
pub const FILE_MAX: u64 = 20 * 1024 * 1024;

#[derive(Clone)]
pub struct Files {
    folder: Arc<Path>,
}

/// What is taken. Judged by the first bytes, never by the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    Pdf,
    Jpeg,
    Png,
}

impl Media {
    pub const fn mime(self) -> &'static str {
        match self {
            Media::Pdf => "application/pdf",
            Media::Jpeg => "image/jpeg",
            Media::Png => "image/png",
        }
    }

    pub fn of_first_bytes(bytes: &[u8]) -> Option<Media> {
        if bytes.starts_with(b"%PDF-") {
            Some(Media::Pdf)
        } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Media::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Media::Png)
        } else {
            None
        }
    }
}

/// Why a file was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    Empty,
    TooLarge,
    WrongType,
    /// The line dropped before its end.
    Broken,
}

/// A file on its way in.
pub struct Upload {
    path: PathBuf,
    token: String,
    file: tokio::fs::File,
    hash: Sha256,
    first: Vec<u8>,
    size: u64,
}

/// A file that lies safely in the folder but has no row yet.
#[derive(Clone, Debug)]
pub struct Landed {
    pub token: String,
    pub sha256: String,
    pub media: Media,
    pub size: u64,
}

impl Files {
    pub fn open(folder: PathBuf) -> Result<Files, Fault> {
        private_folder(&folder)?;
        Ok(Files { folder: folder.into() })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Two letters a subfolder keep folders small.
    pub fn path(&self, token: &str) -> PathBuf {
        self.folder.join(&token[..2]).join(token)
    }

    pub async fn begin(&self) -> Result<Upload, Fault> {
        let token = random::token();
        let path = self.path(&token);
        self.make_subfolder(&path)?;
        let file = tokio::fs::File::create_new(&path).await?;
        Ok(Upload { path, token, file, hash: Sha256::new(), first: Vec::new(), size: 0 })
    }

    /// Stores bytes that are already in memory: results made by tests and the demonstration.
    pub fn put_now(&self, bytes: &[u8]) -> Result<Landed, Fault> {
        use std::io::Write;
        let media = Media::of_first_bytes(bytes).ok_or_else(|| Fault::other("not a file type we take"))?;
        let token = random::token();
        let path = self.path(&token);
        self.make_subfolder(&path)?;
        let mut file = std::fs::File::create_new(&path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        sync_parent(&path)?;
        Ok(Landed { token, sha256: random::hex(&Sha256::digest(bytes)), media, size: bytes.len() as u64 })
    }

    /// Gives a stored content one more name. Not made durable: for generated installations.
    pub fn link(&self, token: &str, name: &str) -> std::io::Result<()> {
        let path = self.path(name);
        self.make_subfolder(&path)?;
        std::fs::hard_link(self.path(token), &path)
            .or_else(|_| std::fs::copy(self.path(token), &path).map(|_| ()))
    }

    /// Copies a content that lies elsewhere, durable when it returns.
    pub fn copy_from(&self, from: &Path, token: &str) -> std::io::Result<()> {
        if !is_token(token) {
            return Err(std::io::Error::other("not the name of a stored file"));
        }
        let path = self.path(token);
        let mut source = std::fs::File::open(from)?;
        self.make_subfolder(&path)?;
        let mut file = std::fs::File::create(&path)?;
        std::io::copy(&mut source, &mut file)?;
        file.sync_all()?;
        sync_parent(&path)
    }

    /// A new subfolder is durable only when its own folder is.
    fn make_subfolder(&self, path: &Path) -> std::io::Result<()> {
        match path.parent().filter(|folder| !folder.exists()) {
            Some(folder) => {
                std::fs::create_dir_all(folder)?;
                std::fs::File::open(&*self.folder)?.sync_all()
            }
            None => Ok(()),
        }
    }

    pub async fn read(&self, token: &str) -> Result<Vec<u8>, Fault> {
        Ok(tokio::fs::read(self.path(token)).await?)
    }

    pub async fn open_read(&self, token: &str) -> Result<tokio::fs::File, Fault> {
        Ok(tokio::fs::File::open(self.path(token)).await?)
    }
}

/// The names we give: nothing that could lead out of the folder.
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

/// A new name in a folder is durable only when the folder is.
fn sync_parent(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(folder) => std::fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

impl Upload {
    /// Takes the next piece; says early when it is too large or of a wrong type.
    pub async fn write(&mut self, piece: &[u8]) -> Result<Result<(), FileProblem>, Fault> {
        self.size += piece.len() as u64;
        if self.size > FILE_MAX {
            return Ok(Err(FileProblem::TooLarge));
        }
        if self.first.len() < 8 {
            self.first.extend(piece.iter().take(8));
            if self.first.len() >= 8 && Media::of_first_bytes(&self.first).is_none() {
                return Ok(Err(FileProblem::WrongType));
            }
        }
        self.hash.update(piece);
        self.file.write_all(piece).await?;
        Ok(Ok(()))
    }

    /// Makes it durable.
    pub async fn finish(mut self) -> Result<Result<Landed, FileProblem>, Fault> {
        if self.size == 0 {
            self.abandon().await;
            return Ok(Err(FileProblem::Empty));
        }
        let Some(media) = Media::of_first_bytes(&self.first) else {
            self.abandon().await;
            return Ok(Err(FileProblem::WrongType));
        };
        self.file.flush().await?;
        self.file.sync_all().await?;
        let path = self.path.clone();
        tokio::task::spawn_blocking(move || sync_parent(&path)).await.map_err(Fault::other)??;
        Ok(Ok(Landed {
            token: self.token,
            sha256: random::hex(&self.hash.finalize()),
            media,
            size: self.size,
        }))
    }

    pub async fn abandon(self) {
        let _ = tokio::fs::remove_file(&self.path).await;
    }
}

impl App {
    /// The row of a landed file.
    pub fn file_row(&self, landed: &Landed, name: &str, paper: &str, draft: Option<i64>) -> File {
        let now = self.now();
        File {
            id: self.store.new_id(now),
            token: landed.token.clone(),
            sha256: landed.sha256.clone(),
            media: landed.media.mime().into(),
            size: landed.size,
            name: name.to_string(),
            stored_at: now,
            draft,
            paper: paper.to_string(),
            dossier: None,
        }
    }

    /// A content that landed before and has no row yet; nothing when there is none such.
    pub async fn land_again(&self, token: String) -> Result<Option<Landed>, Fault> {
        if !is_token(&token) {
            return Ok(None);
        }
        let wanted = vec![token.clone()];
        if !self.store.read(move |tx| storage::file::known(tx, &wanted)).await?.is_empty() {
            return Ok(None);
        }
        let path = self.files.path(&token);
        tokio::task::spawn_blocking(move || match std::fs::read(&path) {
            Ok(bytes) => Ok(Media::of_first_bytes(&bytes).map(|media| Landed {
                sha256: random::hex(&Sha256::digest(&bytes)),
                size: bytes.len() as u64,
                media,
                token,
            })),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        })
        .await
        .map_err(Fault::other)?
    }

    pub async fn find_file(&self, token: String) -> Result<Option<File>, Fault> {
        Ok(self.store.read_once(move |tx| storage::file::find(tx, &token)).await?)
    }

    /// Whether an account may read a file: of its own draft or dossier; a result only once it was received.
    pub async fn may_read_file(
        &self,
        file: &File,
        account: domain::officer::AccountId,
    ) -> Result<bool, Fault> {
        let (draft, dossier, id) = (file.draft, file.dossier, file.id);
        let allowed = self
            .store
            .read(move |tx| {
                if let Some(dossier) = dossier {
                    let Some(dossier) = crate::dossiers::load(tx, dossier)? else { return Ok(false) };
                    let result = dossier.result.as_ref().is_some_and(|result| result.id == id);
                    return Ok::<_, storage::StorageError>(
                        dossier.belongs_to(account) && (!result || dossier.returned_at.is_some()),
                    );
                }
                match draft {
                    Some(draft) => storage::draft::belongs_to(tx, draft, account),
                    None => Ok(false),
                }
            })
            .await?;
        Ok(allowed)
    }

    /// Whether an officer may read a file: of a dossier they may open.
    pub async fn officer_may_read_file(
        &self,
        file: &File,
        officer: &domain::officer::Officer,
    ) -> Result<bool, Fault> {
        let (dossier, officer) = (file.dossier, officer.clone());
        let allowed = self
            .store
            .read(move |tx| {
                let Some(dossier) = dossier else { return Ok(false) };
                let loaded = crate::dossiers::load(tx, dossier)?;
                Ok::<_, storage::StorageError>(loaded.is_some_and(|dossier| dossier.visible_to(&officer)))
            })
            .await?;
        Ok(allowed)
    }

    /// Removes contents that have no row and are older than a day: uploads that never arrived whole. A subfolder
    /// at a time, so that it takes no more memory when there are millions.
    pub async fn sweep_files(&self) -> Result<u64, Fault> {
        let folder = self.files.folder().to_path_buf();
        let subfolders =
            tokio::task::spawn_blocking(move || subfolders(&folder)).await.map_err(Fault::other)??;
        let mut swept = 0;
        for subfolder in subfolders {
            let aged = tokio::task::spawn_blocking(move || aged_contents(&subfolder));
            for chunk in aged.await.map_err(Fault::other)??.chunks(200) {
                let tokens = chunk.to_vec();
                let known = self.store.read_once(move |tx| storage::file::known(tx, &tokens)).await?;
                for token in chunk.iter().filter(|token| !known.contains(token)) {
                    tokio::fs::remove_file(self.files.path(token)).await?;
                    swept += 1;
                }
            }
        }
        Ok(swept)
    }
}

fn subfolders(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)?.flatten() {
        if entry.file_type()?.is_dir() {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn aged_contents(subfolder: &Path) -> Result<Vec<String>, Fault> {
    let mut aged = Vec::new();
    for entry in std::fs::read_dir(subfolder)?.flatten() {
        let old = entry.metadata()?.modified()?.elapsed().is_ok_and(|age| age.as_secs() > 24 * 3600);
        if let (true, Ok(name)) = (old, entry.file_name().into_string()) {
            aged.push(name);
        }
    }
    Ok(aged)
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
