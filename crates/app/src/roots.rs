//! Signed roots: a chain a dossier can be cut by somebody with the database; a root kept elsewhere shows it.

use crate::{App, Fault};
use sha2::{Digest, Sha256};
use storage::StorageError;
use storage::root::{self, Root, RootHead};

/// Maximum heads under one root; a busy day makes several roots.
const HEADS_MAX: u32 = 5_000;

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

/// Gathers the chains that moved under new roots; the number of roots made.
pub async fn gather(app: &App) -> Result<u32, Fault> {
    let mut made = 0;
    loop {
        let (now, keys) = (app.now(), app.keys.clone());
        let id = app.store.new_id(now);
        let gathered = app
            .store
            .write(move |tx| {
                let heads = root::list_moved(tx, HEADS_MAX)?;
                if heads.is_empty() {
                    return Ok(0);
                }
                let previous = root::find_last(tx)?.map_or_else(|| vec![0; 32], |last| last.digest);
                let digest = digest(&previous, now.millis(), &heads);
                let signature = keys.sign(&digest);
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
