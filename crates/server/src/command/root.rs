use super::Installation;
use crate::output::say;
use anyhow::{Context, Result};
use app::{App, random};
use serde::{Deserialize, Serialize};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Root {
    #[command(flatten)]
    installation: Installation,
}

/// A root as it is kept outside.
#[derive(Serialize, Deserialize)]
pub struct SavedRoot {
    pub at: String,
    pub digest: String,
    pub signature: String,
    pub public_key: String,
}

impl SavedRoot {
    pub fn still_there(&self, app: &App) -> Result<bool> {
        let wanted = self.digest.clone();
        let mut after = i64::MIN;
        loop {
            let from = after;
            let roots = app.store.read_now(move |tx| storage::root::list_after(tx, from, 500))?;
            let Some(last) = roots.last() else { return Ok(false) };
            after = last.id;
            if roots.iter().any(|root| random::hex(&root.digest) == wanted) {
                return Ok(true);
            }
        }
    }
}

impl Root {
    pub fn run(self) -> Result<ExitCode> {
        let app = self.installation.look()?;
        let root = app.store.read_now(storage::root::find_last)?.context("no root has been signed yet")?;
        let kept = SavedRoot {
            at: root.at.to_string(),
            digest: random::hex(&root.digest),
            signature: random::hex(&root.signature),
            public_key: random::hex(app.keys.public().as_bytes()),
        };
        say!("{}", serde_json::to_string_pretty(&kept)?);
        Ok(ExitCode::SUCCESS)
    }
}
