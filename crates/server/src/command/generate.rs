use super::progress::Bar;
use super::{database, demo};
use crate::output::say;
use anyhow::{Result, ensure};
use app::{App, DatabaseLocation, Opening, Purpose, clock::Clock};
use domain::time::Instant;
use jiff::civil::Date;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant as Stopwatch;

/// Adds made-up dossiers with their whole past to a demonstration, which is made first where there is none.
#[derive(clap::Args)]
pub struct Generate {
    /// How many dossiers
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..=20_000_000))]
    dossiers: u64,
    /// The same seed with the same --today makes the same dossiers
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// The data folder; made if missing
    #[arg(long, value_name = "FOLDER", default_value = "motcua-data")]
    data: PathBuf,
    /// Use this PostgreSQL database instead of the embedded one: postgres://…
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Only the first 20,000 in full: of all others what reports and their lists read. Nothing else knows them, nor does `verify`
    #[arg(long)]
    lean: bool,
    /// The last day of the past, such as 2026-03-02; today without it
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

impl Generate {
    pub fn run(self) -> Result<ExitCode> {
        let until = match self.today {
            Some(today) => Instant::from_civil(today.at(9, 0, 0, 0)),
            None => Clock::system().now(),
        };
        let place = match &self.database {
            Some(url) => DatabaseLocation::Postgres(url.clone()),
            None => DatabaseLocation::Sqlite(database(&self.data)),
        };
        demo::prepare(&place, &self.data, until)?;
        let opening = || demo::opening(&place, &self.data, Clock::set_at(until));
        let app = App::open(Opening { purpose: Purpose::Fill, ..opening() })?;
        let before = app.store.read_now(|tx| storage::catalogue::meta(tx, "generated"))?;
        ensure!(
            before.is_none(),
            "{} holds generated dossiers already; choose another folder by --data, or an empty database",
            self.data.display()
        );
        // Half of it would be of no use: an interrupted run shows by its marks, one of them in the folder because
        // a database opened for filling may not even open after an interruption.
        std::fs::write(demo::generating(&self.data), "")?;
        app.store.write_now(|tx| storage::catalogue::set_meta(tx, "generated", demo::BEGUN))?;
        let wanted = province::Generate { dossiers: self.dossiers, seed: self.seed, until };
        let (bar, started) = (Bar::new(self.dossiers), Stopwatch::now());
        let made = match self.lean {
            true => province::generate_lean(&app, wanted, province::IN_FULL, |done| bar.at(done))?,
            false => province::generate(&app, wanted, |done| bar.at(done))?,
        };
        bar.end();
        let written = started.elapsed();
        drop(app);
        let app = App::open(opening())?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            app::public_figures::tell(&app).await?;
            app::roots::gather(&app).await
        })?;
        let whole = started.elapsed();
        app.store.write_now(|tx| storage::catalogue::set_meta(tx, "generated", "yes"))?;
        std::fs::remove_file(demo::generating(&self.data))?;
        say!(
            "{} dossiers with {} events, {} accounts and {} files in {:.1} s: {:.0} dossiers a second ({:.1} s with \
             the signed roots)",
            made.dossiers,
            made.events,
            made.accounts,
            made.files,
            written.as_secs_f64(),
            made.dossiers as f64 / written.as_secs_f64(),
            whole.as_secs_f64(),
        );
        Ok(ExitCode::SUCCESS)
    }
}
