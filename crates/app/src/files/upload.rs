//! Uploading a file, piece by piece.

use super::content::HEAD;
use super::{ArrivingContent, BEGUN, FILE_MAX, FileProblem, Files, LANDED, Media, StoredUpload};
use crate::{Fault, random};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use tokio::io::AsyncWriteExt;

/// Dropped before it is finished, it leaves nothing behind.
pub struct Upload {
    begun: ArrivingContent,
    landed: PathBuf,
    token: String,
    file: tokio::fs::File,
    hash: Sha256,
    first: Vec<u8>,
    size: u64,
}

impl Files {
    pub async fn begin(&self) -> Result<Upload, Fault> {
        let token = random::token();
        let begun = ArrivingContent(self.part(BEGUN, &token));
        let file = tokio::fs::File::create_new(&begun.0).await?;
        let landed = self.part(LANDED, &token);
        Ok(Upload { begun, landed, token, file, hash: Sha256::new(), first: Vec::new(), size: 0 })
    }
}

impl Upload {
    /// Takes the next piece; says early when it is too large or of a wrong type.
    pub async fn write(&mut self, piece: &[u8]) -> Result<Result<(), FileProblem>, Fault> {
        self.size += piece.len() as u64;
        if self.size > FILE_MAX {
            return Ok(Err(FileProblem::TooLarge));
        }
        if self.first.len() < HEAD {
            self.first.extend(piece.iter().take(HEAD - self.first.len()));
            if self.first.len() >= HEAD && Media::of_first_bytes(&self.first).is_none() {
                return Ok(Err(FileProblem::WrongType));
            }
        }
        self.hash.update(piece);
        self.file.write_all(piece).await?;
        Ok(Ok(()))
    }

    /// Looks whether it is whole and opens, and makes it durable.
    pub async fn finish(mut self) -> Result<Result<StoredUpload, FileProblem>, Fault> {
        if self.size == 0 {
            return Ok(Err(FileProblem::Empty));
        }
        let Some(media) = Media::of_first_bytes(&self.first) else {
            return Ok(Err(FileProblem::WrongType));
        };
        self.file.flush().await?;
        let path = self.begun.0.clone();
        let checked = tokio::task::spawn_blocking(move || Ok::<_, Fault>(media.check(&std::fs::read(path)?)));
        if let Err(problem) = checked.await.map_err(Fault::other)?? {
            return Ok(Err(problem));
        }
        self.file.sync_all().await?;
        let (begun, landed) = (self.begun, self.landed);
        tokio::task::spawn_blocking(move || begun.land(&landed)).await.map_err(Fault::other)??;
        Ok(Ok(StoredUpload {
            token: self.token,
            sha256: random::hex(&self.hash.finalize()),
            media,
            size: self.size,
        }))
    }
}
