use super::Installation;
use anyhow::{Context, Result, ensure};
use app::{Place, Store};
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
        let count = self.installation.open()?.backup(&self.to)?;
        println!("rows {}, files {}", count.rows, count.files);
        Ok(ExitCode::SUCCESS)
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
    /// The database, if it is not the embedded one: postgres://…
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

impl Restore {
    pub fn run(self) -> Result<ExitCode> {
        std::fs::create_dir_all(&self.data)
            .with_context(|| format!("{} cannot be made", self.data.display()))?;
        let empty = std::fs::read_dir(&self.data)?.next().is_none();
        ensure!(empty, "{} is not empty", self.data.display());
        let place = match self.database {
            Some(url) => Place::Postgres(url),
            None => Place::Sqlite(super::database(&self.data)),
        };
        let store = Store::open(&place, 63)?;
        let count = app::backup::restore(&self.from, &store, &self.data)?;
        println!("rows {}, files {}", count.rows, count.files);
        Ok(ExitCode::SUCCESS)
    }
}
