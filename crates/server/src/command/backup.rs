use super::Installation;
use crate::output::say;
use anyhow::Result;
use app::DatabaseLocation;
use app::backup::{BackupCount, RestoreAs};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Backup {
    #[command(flatten)]
    installation: Installation,
    /// The folder to write, which must not exist yet
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
}

impl Backup {
    pub fn run(self) -> Result<ExitCode> {
        Ok(told(&app::backup::write(&self.installation.look()?, &self.to)?))
    }
}

#[derive(clap::Args)]
pub struct Restore {
    /// The backup
    #[arg(long, value_name = "FOLDER")]
    from: PathBuf,
    /// The data folder to fill, which must be empty or missing
    #[arg(long, value_name = "FOLDER", default_value = "motcua-data")]
    data: PathBuf,
    /// The database, if it is not the embedded one, without tables: postgres://…
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// An installation of its own, beside the one the backup was made of: no waiting letter is sent again
    #[arg(long)]
    copy: bool,
}

impl Restore {
    pub fn run(self) -> Result<ExitCode> {
        let place = match self.database {
            Some(url) => DatabaseLocation::Postgres(url),
            None => DatabaseLocation::Sqlite(super::database(&self.data)),
        };
        let identity = if self.copy { RestoreAs::Copy } else { RestoreAs::Same };
        Ok(told(&app::backup::restore(&self.from, &place, &self.data, identity)?))
    }
}

/// What was saved or brought back; a file without its content is a finding.
fn told(count: &BackupCount) -> ExitCode {
    for token in &count.missing {
        say!("file {token}: its content is missing");
    }
    for token in &count.changed {
        say!("file {token}: its content was changed");
    }
    let findings = count.missing.len() + count.changed.len();
    say!("rows {}, files {}, findings {findings}", count.rows, count.files);
    ExitCode::from(u8::from(findings > 0))
}
