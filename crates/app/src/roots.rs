//! Signed roots: a chain a dossier can be cut by somebody with the database; a root kept elsewhere shows it.

use crate::{App, Fault};
use ed25519_dalek::{Signer, VerifyingKey};
use sha2::{Digest, Sha256};
use std::path::Path;
use storage::StorageError;
use storage::root::{self, Root, RootHead};

/// The installation's own key, in its folder, readable by its owner only.
pub struct SigningKey(ed25519_dalek::SigningKey);

/// Where the key lies in the folder, and in a backup.
pub(crate) const FILE: &str = "signing.key";
/// A root holds at most so many heads; a busy day makes several.
const HEADS_MAX: u32 = 5_000;

impl SigningKey {
    pub fn open(folder: &Path) -> Result<SigningKey, Fault> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(FILE);
        let secret: [u8; 32] = match std::fs::read(&path) {
            Ok(bytes) => bytes.try_into().map_err(|_| Fault::other("signing.key is not 32 bytes"))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let secret = crate::random::bytes();
                write_private(&path, &secret)?;
                secret
            }
            Err(error) => return Err(error.into()),
        };
        Ok(SigningKey(ed25519_dalek::SigningKey::from_bytes(&secret)))
    }

    /// The one-time code of a dossier's receipt: the same whenever it is printed, known to nobody without the
    /// key, and kept nowhere. Ten letters and digits without look-alikes.
    pub fn receipt_code(&self, dossier: domain::dossier::DossierId) -> String {
        let mut hash = Sha256::new();
        hash.update(self.0.as_bytes());
        hash.update(b"receipt");
        hash.update(dossier.0.to_be_bytes());
        let digest: [u8; 32] = hash.finalize().into();
        let mut bits = [0; 10];
        bits.copy_from_slice(&digest[..10]);
        domain::dossier::Reference::from_random(bits).as_str()[..10].to_string()
    }

    /// Writes the key into another folder, for a backup or a restored installation.
    pub fn save(&self, folder: &Path) -> std::io::Result<()> {
        write_private(&folder.join(FILE), &self.0.to_bytes())
    }

    pub fn public(&self) -> VerifyingKey {
        self.0.verifying_key()
    }
}

fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// What is signed: the root before, the time, and every head in order.
pub fn digest(previous: &[u8], at_millis: i64, heads: &[RootHead]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(previous);
    hash.update(at_millis.to_be_bytes());
    for head in heads {
        hash.update(head.dossier.0.to_be_bytes());
        hash.update(u64::from(head.sequence).to_be_bytes());
        hash.update(&head.digest);
    }
    hash.finalize().into()
}

impl App {
    /// Gathers the chains that moved under new roots; the number of roots made.
    pub async fn gather_roots(&self) -> Result<u32, Fault> {
        let mut made = 0;
        loop {
            let (now, signing) = (self.now(), self.signing.clone());
            let id = self.store.new_id(now);
            let gathered = self
                .store
                .write(move |tx| {
                    let heads = root::list_moved(tx, HEADS_MAX)?;
                    if heads.is_empty() {
                        return Ok(0);
                    }
                    let previous = root::find_last(tx)?.map_or_else(|| vec![0; 32], |last| last.digest);
                    let digest = digest(&previous, now.millis(), &heads);
                    let signature = signing.0.sign(&digest).to_bytes().to_vec();
                    let row = Root { id, at: now, previous, digest: digest.to_vec(), signature };
                    root::insert(tx, &row, &heads)?;
                    Ok::<_, StorageError>(heads.len() as u32)
                })
                .await?;
            if gathered == 0 {
                return Ok(made);
            }
            made += 1;
            if gathered < HEADS_MAX {
                return Ok(made);
            }
        }
    }
}
