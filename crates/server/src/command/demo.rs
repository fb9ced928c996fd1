use super::database;
use crate::assembly::{self, Serving};
use crate::output::{self, note, say};
use anyhow::{Context, Result, bail, ensure};
use app::attempts::AttemptBounds;
use app::{App, DatabaseLocation, Opening, Purpose, StorageError, clock::Clock};
use domain::Text;
use domain::time::Instant;
use jiff::civil::Date;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use web::Hosts;
use web::limits::Limits;
use web::site::Settings;

#[derive(clap::Args)]
pub struct Demo {
    /// The data folder; made if missing, kept between starts
    #[arg(long, value_name = "FOLDER", default_value = "motcua-data")]
    data: PathBuf,
    /// Start over: the demonstration's folder is emptied first
    #[arg(long)]
    fresh: bool,
    /// Where to listen; loopback only, since everybody knows the passwords
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The date it opens on, such as 2026-03-02; today without it
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Use this PostgreSQL database instead of the embedded one: postgres://…
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Make the province and stop, without serving
    #[arg(long)]
    prepare: bool,
}

impl Demo {
    pub fn run(self) -> Result<ExitCode> {
        ensure!(
            self.listen.ip().is_loopback(),
            "--listen {}: the demonstration listens on loopback only",
            self.listen
        );
        ensure!(
            !(self.fresh && self.database.is_some()),
            "--fresh empties a folder, not a database; give an empty database instead"
        );
        // The port is taken first: nothing is made for a server that cannot start.
        let listener = if self.prepare { None } else { Some(assembly::bind(self.listen)?) };
        let now = match self.today {
            Some(today) => Instant::from_civil(today.at(9, 0, 0, 0)),
            None => Clock::system().now(),
        };
        let folder = &self.data;
        if self.fresh {
            empty(folder)?;
        }
        let place = match &self.database {
            Some(url) => DatabaseLocation::Postgres(url.clone()),
            None => DatabaseLocation::Sqlite(database(folder)),
        };
        prepare(&place, folder, now)?;
        let Some(listener) = listener else { return Ok(ExitCode::SUCCESS) };
        let address = listener.local_addr()?;
        let clock = match self.today {
            Some(_) => Clock::starting_at(now),
            None => Clock::system(),
        };
        let hosts = Hosts {
            vietnamese: Some(format!("dichvucong.localhost:{}", address.port())),
            english: Some(format!("e-services.localhost:{}", address.port())),
        };
        let app = App::open(Opening {
            place,
            folder: folder.clone(),
            clock,
            mail: gateway::Mail::None,
            portal_url: format!("http://dichvucong.localhost:{}", address.port()),
            node: 0,
            purpose: Purpose::Work,
        })?;
        let settings = Settings {
            hosts: hosts.clone(),
            tls: false,
            trusted_proxies: Vec::new(),
            owner: Text::new("Tỉnh Thanh Lam", "Thanh Lam Province"),
            phone: "0200 000 0020".into(),
            demonstration: true,
        };
        let often = NonZeroU32::new(600).expect("600 is not zero");
        let limits = Limits::new(often, often, AttemptBounds::default());
        let greet = move |_| greet(address.port(), &hosts);
        let bounds = Default::default();
        assembly::serve(Serving { app, settings, limits, bounds, listener, office: None }, greet)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Makes the demonstration where there is none yet; refuses anything else.
pub(super) fn prepare(place: &DatabaseLocation, folder: &Path, now: Instant) -> Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("the data folder {} cannot be made", folder.display()))?;
    let interrupted = generating(folder).exists();
    if interrupted && matches!(place, DatabaseLocation::Postgres(_)) {
        bail!("filling the database was interrupted; give an empty one, and another folder by --data");
    }
    match if interrupted { DatabaseState::HalfMade } else { state(place, folder)? } {
        DatabaseState::Ready => Ok(()),
        DatabaseState::Real => {
            bail!("{} holds a real installation; choose another folder by --data", folder.display())
        }
        DatabaseState::HalfMade if matches!(place, DatabaseLocation::Postgres(_)) => {
            bail!("the database holds a demonstration that was interrupted; give an empty one")
        }
        DatabaseState::HalfMade => {
            empty(folder)?;
            std::fs::create_dir_all(folder)?;
            make(place, folder, now)
        }
        DatabaseState::Empty => make(place, folder, now),
    }
}

/// The mark of a folder that `generate` is filling.
pub(super) fn generating(folder: &Path) -> PathBuf {
    folder.join("generating")
}

/// What the database says of itself while `generate` fills it.
pub(super) const BEGUN: &str = "begun";

enum DatabaseState {
    Empty,
    HalfMade,
    Ready,
    Real,
}

fn state(place: &DatabaseLocation, folder: &Path) -> Result<DatabaseState> {
    if matches!(place, DatabaseLocation::Sqlite(file) if !file.exists()) {
        return Ok(DatabaseState::Empty);
    }
    let app = open(place, folder, Clock::system())?;
    let [kind, made, generated] = app.store.read_now(|tx| {
        let mut said = |name| storage::catalogue::meta(tx, name);
        Ok::<_, StorageError>([said("kind")?, said("made")?, said("generated")?])
    })?;
    Ok(match (kind.as_deref(), made) {
        (None, _) => DatabaseState::Empty,
        (Some("demonstration"), None) => DatabaseState::HalfMade,
        (Some("demonstration"), Some(_)) if generated.as_deref() == Some(BEGUN) => DatabaseState::HalfMade,
        (Some("demonstration"), Some(_)) => DatabaseState::Ready,
        (Some(_), _) => DatabaseState::Real,
    })
}

pub(super) fn open(place: &DatabaseLocation, folder: &Path, clock: Clock) -> Result<App> {
    App::open(opening(place, folder, clock))
        .with_context(|| format!("the data folder {} cannot be used", folder.display()))
}

pub(super) fn opening(place: &DatabaseLocation, folder: &Path, clock: Clock) -> Opening {
    Opening {
        place: place.clone(),
        folder: folder.to_path_buf(),
        clock,
        mail: gateway::Mail::None,
        portal_url: String::new(),
        node: 0,
        purpose: Purpose::Work,
    }
}

/// Lays the province down and lives its past.
fn make(place: &DatabaseLocation, folder: &Path, now: Instant) -> Result<()> {
    note!("Making the demonstration province (half a year of dossiers) …");
    let app = open(place, folder, Clock::set_at(now))?;
    province::seed(&app)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // What comes up on a day is looked for as that day stands.
    let daily = || {
        runtime.block_on(app::late::note(&app))?;
        runtime.block_on(app::reminders::send(&app)).map(|_| ())
    };
    let past = province::live_daily(&app, now, daily)?;
    runtime.block_on(async {
        app::jobs::run_due(&app).await?;
        province::file_quarter(&app, now).await?;
        app::public_figures::tell(&app).await?;
        app::roots::gather(&app).await
    })?;
    app.store.write_now(|tx| storage::catalogue::set_meta(tx, "made", "yes"))?;
    note!("{} dossiers, {} acts.", past.dossiers, past.acts);
    Ok(())
}

/// Empties a folder of the demonstration; anything that is not one is left alone.
fn empty(folder: &Path) -> Result<()> {
    if !folder.exists() || std::fs::read_dir(folder)?.next().is_none() {
        return Ok(());
    }
    let file = database(folder);
    ensure!(
        file.exists(),
        "--fresh: {} is not a data folder of this program; it is left as it is",
        folder.display()
    );
    if !generating(folder).exists()
        && let DatabaseState::Real = state(&DatabaseLocation::Sqlite(file), folder)?
    {
        bail!("--fresh: {} holds a real installation; it is left as it is", folder.display());
    }
    std::fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))
}

/// Says where it is found. Who started it may have stopped reading; what cannot be written would never be known.
fn greet(port: u16, hosts: &Hosts) -> Result<()> {
    let name = |host: &Option<String>| host.clone().unwrap_or_default();
    let mut lines = vec![
        format!("Portal in Vietnamese   http://{}/", name(&hosts.vietnamese)),
        format!("Portal in English      http://{}/", name(&hosts.english)),
        format!("One-stop system        http://{}/office", name(&hosts.vietnamese)),
        format!("Also                   http://127.0.0.1:{port}/"),
        String::new(),
        format!("Accounts (password of all: {})", province::PASSWORD),
    ];
    lines.extend(province::MAIN_ACCOUNTS.iter().map(|(login, who)| format!("  {login:14} {who}")));
    lines.extend([String::new(), "Stop with Ctrl-C.".into()]);
    say!("{}", lines.join("\n"));
    match output::end() {
        None => Ok(()),
        Some(error) => bail!("the addresses could not be written to standard output: {error}"),
    }
}
