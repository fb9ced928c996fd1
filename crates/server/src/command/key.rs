use super::Installation;
use anyhow::Result;
use app::{Purpose, random};
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
        tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(app.gather_roots())?;
        let keys = (*app.keys).clone().rotated(app.now().millis());
        keys.save(&folder)?;
        println!("{}", random::hex(keys.public().as_bytes()));
        Ok(ExitCode::SUCCESS)
    }
}
