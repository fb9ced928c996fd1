use super::Installation;
use crate::output::{note, say};
use anyhow::Result;
use app::Purpose;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Rebuild {
    #[command(flatten)]
    installation: Installation,
}

impl Rebuild {
    pub fn run(self) -> Result<ExitCode> {
        match app::rebuild::run(&self.installation.open(Purpose::Alone)?)? {
            Ok(rebuilt) => {
                for dossier in &rebuilt.without_row {
                    say!("dossier {}: its own row was gone", dossier.0);
                }
                say!("dossiers {}, rows changed {}", rebuilt.dossiers, rebuilt.rows);
                Ok(ExitCode::SUCCESS)
            }
            Err(against) => {
                for finding in &against {
                    say!("{}: {}", finding.subject, finding.what);
                }
                note!("motcua: nothing was written: the record itself is not whole");
                Ok(ExitCode::FAILURE)
            }
        }
    }
}
