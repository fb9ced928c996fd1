use super::Installation;
use crate::output::say;
use anyhow::Result;
use app::{Purpose, StorageError, random};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct RotateKey {
    #[command(flatten)]
    installation: Installation,
}

impl RotateKey {
    pub fn run(self) -> Result<ExitCode> {
        let (folder, _) = self.installation.place()?;
        let app = self.installation.open(Purpose::Alone)?;
        // What moved is still signed by the key it moved under.
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?
            .block_on(app::roots::gather(&app))?;
        // Whatever it signed, also under a clock that was ahead, stays its own.
        let signed = app.store.read_now(|tx| {
            let root = storage::root::find_last(tx)?.map(|root| root.at.millis());
            let erased = storage::erasure::list(tx)?.iter().map(|row| row.at.millis()).max();
            Ok::<_, StorageError>(root.max(erased))
        })?;
        let until = app.now().millis().max(signed.unwrap_or_default());
        let keys = (*app.keys).clone().rotated(until);
        keys.save(&folder)?;
        say!("{}", random::hex(keys.public().as_bytes()));
        Ok(ExitCode::SUCCESS)
    }
}
