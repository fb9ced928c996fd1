use super::Installation;
use crate::output::say;
use anyhow::Result;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Adopt {
    #[command(flatten)]
    installation: Installation,
    /// Begin with a new signing key where the old one is lost: what it signed cannot be verified any more
    #[arg(long)]
    new_key: bool,
}

impl Adopt {
    pub fn run(self) -> Result<ExitCode> {
        let (folder, place) = self.installation.place()?;
        let adopted = app::installation::adopt(&place, &folder, self.new_key)?;
        say!("installation {}", adopted.installation);
        say!("rows of files without content {}", adopted.missing);
        say!("contents without a row {}", adopted.strange);
        Ok(ExitCode::from(u8::from(adopted.missing > 0)))
    }
}
