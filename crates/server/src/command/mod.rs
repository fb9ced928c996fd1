//! Commands, one a file. Exit 0: done; 1: findings; 2: wrong use.

mod administrator;
mod adopt;
mod backup;
mod bench;
mod deadline;
mod demo;
mod erase;
mod generate;
mod hammer;
mod import;
mod key;
mod migrate;
mod process;
mod progress;
mod rebuild;
mod report;
mod root;
mod serve;
mod verify;

use anyhow::{Context, Result};
use app::{App, DatabaseLocation, Opening, Purpose, clock::Clock};
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Public services for a ministry or province: portal and one-stop system in one program.
#[derive(Parser)]
#[command(name = "motcua", version, about)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Start the demonstration province, ready to be tried
    Demo(demo::Demo),
    /// Serve a real installation
    Serve(serve::Serve),
    /// Create the first administrator of an installation
    Administrator(administrator::Administrator),
    /// Replay every event and check chains, signed roots, current state and files
    Verify(verify::Verify),
    /// Write every table that follows the record anew from the events
    Rebuild(rebuild::Rebuild),
    /// Write a backup while the server runs
    Backup(backup::Backup),
    /// Fill an empty installation from a backup
    Restore(backup::Restore),
    /// Erase a person's data under a document, with a signed protocol
    Erase(erase::Erase),
    /// Bind database, folder and keys to each other on purpose
    Adopt(adopt::Adopt),
    /// Begin to sign with a new key; what was signed before stays verifiable
    RotateKey(key::RotateKey),
    /// Bring the database of an older version up to date, without serving
    Migrate(migrate::Migrate),
    /// Print the newest signed root, to be kept outside
    Root(root::Root),
    /// Import from the national systems
    Import(import::Import),
    /// Fill a demonstration with any number of made-up dossiers
    Generate(generate::Generate),
    /// Fill in a report of a period and write it as a file
    Report(report::Report),
    /// Measure a filled demonstration beside the bare engine
    Bench(bench::Bench),
    /// Compute a deadline and explain it day by day
    Deadline(deadline::Deadline),
    /// Check, run and convert drawn processes (BPMN 2.0)
    #[command(subcommand)]
    Process(process::Process),
    /// Write as fast as it can and say what was acknowledged: for the tests that kill it
    #[command(hide = true)]
    Hammer(hammer::Hammer),
}

impl Command {
    pub fn run(self) -> Result<ExitCode> {
        match self {
            Command::Demo(command) => command.run(),
            Command::Serve(command) => command.run(),
            Command::Administrator(command) => command.run(),
            Command::Verify(command) => command.run(),
            Command::Rebuild(command) => command.run(),
            Command::Backup(command) => command.run(),
            Command::Restore(command) => command.run(),
            Command::Erase(command) => command.run(),
            Command::Adopt(command) => command.run(),
            Command::RotateKey(command) => command.run(),
            Command::Migrate(command) => command.run(),
            Command::Root(command) => command.run(),
            Command::Import(command) => command.run(),
            Command::Generate(command) => command.run(),
            Command::Report(command) => command.run(),
            Command::Bench(command) => command.run(),
            Command::Deadline(command) => command.run(),
            Command::Process(command) => command.run(),
            Command::Hammer(command) => command.run(),
        }
    }
}

/// Which installation a command works on: a folder, or what a configuration names.
#[derive(clap::Args)]
pub struct Installation {
    /// The data folder
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// A PostgreSQL database instead of the folder's own: postgres://…
    #[arg(long, value_name = "URL", conflicts_with = "config")]
    database: Option<String>,
    /// A configuration file
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Installation {
    /// The folder and the database, which must be there already.
    fn place(&self) -> Result<(PathBuf, DatabaseLocation)> {
        let (folder, place) = match &self.config {
            Some(file) => {
                let config = crate::config::Config::load(file)?;
                (self.data.clone().unwrap_or_else(|| config.data.clone()), config.place())
            }
            None => {
                let folder = self.data.clone().unwrap_or_else(|| PathBuf::from("motcua-data"));
                let place = match &self.database {
                    Some(url) => DatabaseLocation::Postgres(url.clone()),
                    None => DatabaseLocation::Sqlite(database(&folder)),
                };
                (folder, place)
            }
        };
        anyhow::ensure!(folder.exists(), "there is no installation in {}", folder.display());
        Ok((folder, place))
    }

    /// The installation as it is, for a command that only looks.
    fn look(&self) -> Result<App> {
        let (folder, place) = self.place()?;
        open(place, folder, Purpose::Look)
    }

    fn open(&self, purpose: Purpose) -> Result<App> {
        let (folder, place) = self.place()?;
        open(place, folder, purpose)
    }
}

/// The node number of commands that work on an installation beside those that serve it.
const COMMANDS: u8 = 63;

pub fn database(folder: &Path) -> PathBuf {
    folder.join("motcua.db")
}

/// Opens an app for a command that serves nobody.
fn open(place: DatabaseLocation, folder: PathBuf, purpose: Purpose) -> Result<App> {
    App::open(Opening {
        place,
        folder,
        clock: Clock::system(),
        mail: gateway::Mail::None,
        portal_url: String::new(),
        node: COMMANDS,
        purpose,
    })
    .context("the installation could not be opened")
}
