use super::Installation;
use anyhow::Result;
use app::Purpose;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Migrate {
    #[command(flatten)]
    installation: Installation,
}

impl Migrate {
    pub fn run(self) -> Result<ExitCode> {
        self.installation.open(Purpose::Alone)?;
        Ok(ExitCode::SUCCESS)
    }
}
