//! `motcua bench`: how fast an installation filled by `motcua generate` is, beside the bare engine's own limit in
//! the same run. What each row means and what was learnt stands in `docs/performance.md`.

mod clients;
mod connection;
mod form;
mod http;
mod office;
mod reads;
mod report;
mod writes;

use super::{database, demo};
use anyhow::{Context, Result, ensure};
use app::{App, DatabaseLocation, clock::Clock};
use clients::Clients;
use province::Player;
use report::BenchReport;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Measures a demonstration filled by `generate`. It adds dossiers to it and acts on them.
#[derive(clap::Args)]
pub struct Bench {
    /// The data folder
    #[arg(long, value_name = "FOLDER", default_value = "motcua-data")]
    data: PathBuf,
    /// Its PostgreSQL database instead of the embedded one: postgres://…
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// How long each thing is measured
    #[arg(long, value_name = "NUMBER", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    seconds: u64,
    /// How many act at once
    #[arg(long, value_name = "NUMBER", default_value_t = 16, value_parser = clap::value_parser!(u32).range(1..=1000))]
    clients: u32,
    /// Measure this alone; may be given several times
    #[arg(long, value_enum, value_name = "WHAT")]
    only: Vec<Measurement>,
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Measurement {
    Start,
    LookUp,
    Inbox,
    Search,
    Figures,
    Http,
    Pages,
    Create,
    Transition,
    Acts,
}

impl Measurement {
    /// Reads first, while everything is as it was generated.
    const ALL: [Measurement; 10] = [
        Measurement::Start,
        Measurement::LookUp,
        Measurement::Inbox,
        Measurement::Search,
        Measurement::Figures,
        Measurement::Http,
        Measurement::Pages,
        Measurement::Create,
        Measurement::Transition,
        Measurement::Acts,
    ];
}

/// What every measurement works with.
struct Bed {
    app: App,
    place: DatabaseLocation,
    player: Player,
    clients: Clients,
}

impl Bench {
    pub fn run(self) -> Result<ExitCode> {
        let place = match &self.database {
            Some(url) => DatabaseLocation::Postgres(url.clone()),
            None => DatabaseLocation::Sqlite(database(&self.data)),
        };
        if let DatabaseLocation::Sqlite(file) = &place {
            ensure!(
                file.exists(),
                "there is no installation in {}: make one by `motcua generate`",
                self.data.display()
            );
        }
        let started = Instant::now();
        let app = demo::open(&place, &self.data, Clock::system())?;
        let opened = started.elapsed();
        let (kind, dossiers) = app.store.read_now(|tx| {
            Ok::<_, app::StorageError>((storage::catalogue::meta(tx, "kind")?, storage::sample::count(tx)?))
        })?;
        ensure!(
            kind.as_deref() == Some("demonstration"),
            "only a demonstration is measured: it is written to"
        );
        ensure!(dossiers > 0, "there are no dossiers: make some by `motcua generate`");
        let player = Player::new(&app).context("the province could not be read")?;
        let clients = Clients { count: self.clients as usize, time: Duration::from_secs(self.seconds) };
        let bed = Bed { app, place, player, clients };
        let mut report = BenchReport::new(&bed.place, dossiers, clients);
        for what in Measurement::ALL {
            if !self.only.is_empty() && !self.only.contains(&what) {
                continue;
            }
            match what {
                Measurement::Start => report.note("start-up until the data is read", report::millis(opened)),
                Measurement::LookUp => reads::look_up(&bed, &mut report)?,
                Measurement::Inbox => reads::inbox(&bed, &mut report)?,
                Measurement::Search => reads::search(&bed, &mut report)?,
                Measurement::Figures => reads::figures(&bed, &mut report)?,
                Measurement::Http => http::look_up(&bed, &mut report)?,
                Measurement::Pages => http::pages(&bed, &mut report)?,
                Measurement::Create => writes::create(&bed, &mut report)?,
                Measurement::Transition => writes::transition(&bed, &mut report)?,
                Measurement::Acts => http::acts(&bed, &mut report)?,
            }
        }
        report.memory();
        report.print(self.json)?;
        Ok(ExitCode::SUCCESS)
    }
}
