//! The secrets of an installation, in one file of its folder that only its owner reads: the key that signs roots, the
//! secret that receipt codes are made of, and the public keys that signed before.

use crate::installation::{InstallationId, write_whole};
use crate::{Fault, random};
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Where they lie in the folder, and in a backup.
const FILE: &str = "signing.key";

#[derive(Clone)]
pub struct Keys {
    /// Nothing in a file that a version before ids wrote.
    pub installation: Option<InstallationId>,
    signing: SigningKey,
    /// Of its own, so that the signing key can be changed and a receipt printed again.
    receipts: [u8; 32],
    earlier: Vec<Earlier>,
}

/// A public key that signed until a moment.
#[derive(Clone)]
struct Earlier {
    public: VerifyingKey,
    until_millis: i64,
}

#[derive(Serialize, Deserialize)]
struct KeyFile {
    installation: InstallationId,
    signing: String,
    receipts: String,
    #[serde(default)]
    earlier: Vec<WrittenEarlier>,
}

#[derive(Serialize, Deserialize)]
struct WrittenEarlier {
    public: String,
    until_millis: i64,
}

impl Keys {
    pub fn fresh() -> Keys {
        let signing = SigningKey::from_bytes(&random::bytes());
        Keys { installation: None, signing, receipts: random::bytes(), earlier: Vec::new() }
    }

    /// The same, of an installation.
    pub fn of(self, installation: InstallationId) -> Keys {
        Keys { installation: Some(installation), ..self }
    }

    /// The keys of a folder or a backup, if it has any.
    pub fn find(folder: &Path) -> Result<Option<Keys>, Fault> {
        match std::fs::read(folder.join(FILE)) {
            Ok(bytes) => Keys::read(&bytes).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn read(bytes: &[u8]) -> Result<Keys, Fault> {
        // Before there were ids the file was the bare key, which made the receipt codes too.
        if let Ok(secret) = <[u8; 32]>::try_from(bytes) {
            let signing = SigningKey::from_bytes(&secret);
            return Ok(Keys { installation: None, signing, receipts: secret, earlier: Vec::new() });
        }
        let unreadable =
            || Fault::other(format!("{FILE} cannot be read: it is not what this program writes"));
        let written: KeyFile = serde_json::from_slice(bytes).map_err(|_| unreadable())?;
        let secret =
            |hex: &str| random::of_hex(hex).and_then(|bytes| bytes.try_into().ok()).ok_or_else(unreadable);
        let earlier = written.earlier.iter().map(|earlier| {
            let public = VerifyingKey::from_bytes(&secret(&earlier.public)?).map_err(|_| unreadable())?;
            Ok(Earlier { public, until_millis: earlier.until_millis })
        });
        Ok(Keys {
            signing: SigningKey::from_bytes(&secret(&written.signing)?),
            receipts: secret(&written.receipts)?,
            earlier: earlier.collect::<Result<_, Fault>>()?,
            installation: Some(written.installation),
        })
    }

    /// Writes them into a folder, whole or not at all.
    pub fn save(&self, folder: &Path) -> Result<(), Fault> {
        let installation =
            self.installation.clone().ok_or_else(|| Fault::other("keys of no installation"))?;
        let earlier = self.earlier.iter().map(|earlier| WrittenEarlier {
            public: random::hex(earlier.public.as_bytes()),
            until_millis: earlier.until_millis,
        });
        let written = KeyFile {
            installation,
            signing: random::hex(self.signing.as_bytes()),
            receipts: random::hex(&self.receipts),
            earlier: earlier.collect(),
        };
        write_whole(&folder.join(FILE), &serde_json::to_vec_pretty(&written)?)?;
        Ok(())
    }

    /// Moves a file of keys aside that is to be replaced on purpose: it may be another installation's.
    pub fn set_aside(folder: &Path) -> Result<(), Fault> {
        let aside = folder.join(format!("{FILE}.before-{}", random::short_reference()));
        Ok(std::fs::rename(folder.join(FILE), aside)?)
    }

    /// A new signing key; the one of before has signed until a moment, which may lie ahead where a clock did.
    pub fn rotated(self, until_millis: i64) -> Keys {
        let mut earlier = self.earlier;
        earlier.push(Earlier { public: self.signing.verifying_key(), until_millis });
        Keys { signing: SigningKey::from_bytes(&random::bytes()), earlier, ..self }
    }

    pub fn sign(&self, digest: &[u8]) -> Vec<u8> {
        self.signing.sign(digest).to_bytes().to_vec()
    }

    /// Whether a signature of a moment is ours: of today's key, or of one that had not been changed yet.
    pub fn signed(&self, at_millis: i64, digest: &[u8], signature: &[u8]) -> bool {
        let Ok(signature) = Signature::from_slice(signature) else { return false };
        let then = self.earlier.iter().filter(|earlier| at_millis <= earlier.until_millis);
        let mut keys = std::iter::once(self.public()).chain(then.map(|earlier| earlier.public));
        keys.any(|key| key.verify(digest, &signature).is_ok())
    }

    pub fn public(&self) -> VerifyingKey {
        self.signing.verifying_key()
    }

    /// The one-time code of a dossier's receipt: the same whenever it is printed, known to nobody without the
    /// secret, and kept nowhere. Ten letters and digits without look-alikes.
    pub fn receipt_code(&self, dossier: domain::dossier::DossierId) -> String {
        let mut hash = Sha256::new();
        hash.update(self.receipts);
        hash.update(b"receipt");
        hash.update(dossier.0.to_be_bytes());
        let digest: [u8; 32] = hash.finalize().into();
        let mut bits = [0; 10];
        bits.copy_from_slice(&digest[..10]);
        domain::dossier::Reference::from_random(bits).as_str()[..10].to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_key_vouches_for_what_it_signed_and_for_nothing_later() {
        let before = Keys::fresh();
        let old = before.sign(b"root");
        let now = before.clone().rotated(1_000);
        assert!(now.signed(999, b"root", &old), "signed while it was the key");
        assert!(!now.signed(1_001, b"root", &old), "a stolen old key signs nothing new");
        assert!(now.signed(1_001, b"root", &now.sign(b"root")));
        assert!(!now.signed(999, b"another root", &old));
        let id = domain::dossier::DossierId(7);
        assert_eq!(before.receipt_code(id), now.receipt_code(id), "receipts stay as they were printed");
    }

    #[test]
    fn keys_are_read_as_they_were_written_also_by_the_first_versions() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Keys::find(folder.path()).unwrap().is_none());
        let keys = Keys::fresh().rotated(5).of(InstallationId::fresh());
        keys.save(folder.path()).unwrap();
        let read = Keys::find(folder.path()).unwrap().unwrap();
        assert_eq!(read.installation, keys.installation);
        assert_eq!((read.public(), read.receipts), (keys.public(), keys.receipts));
        assert_eq!(read.earlier[0].until_millis, 5);
        let bare = [7; 32];
        let first = Keys::read(&bare).unwrap();
        assert_eq!((first.installation, first.receipts), (None, bare));
        assert!(Keys::read(b"{}").is_err() && Keys::read(&bare[..31]).is_err());
    }
}
