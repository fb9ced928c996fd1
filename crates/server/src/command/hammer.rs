//! `motcua hammer`, for the crash tests: opens dossiers at the counter as fast as it can and prints a line
//! only after each was acknowledged.

use super::Installation;
use anyhow::{Context, Result, ensure};
use app::dossiers::{NewDossier, NotDone};
use app::jobs::{JOBS, JobLane};
use app::{App, Purpose, random};
use domain::dossier::{Accept, Command, Delivery, FileDossier, Parties, Party};
use domain::officer::Actor;
use domain::procedure::Channel;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Hammer {
    #[command(flatten)]
    installation: Installation,
    /// How many threads file at once
    #[arg(long, value_name = "NUMBER", default_value_t = 4)]
    threads: usize,
    /// Run what follows too, and let every dossier belong to an account, so that letters do
    #[arg(long)]
    jobs: bool,
}

impl Hammer {
    /// Ends when nobody reads its lines any more.
    pub fn run(self) -> Result<ExitCode> {
        let app = self.installation.open(Purpose::Work)?;
        let kind = app.store.read_now(|tx| storage::catalogue::meta(tx, "kind"))?;
        ensure!(kind.as_deref() == Some("demonstration"), "only a demonstration is hammered");
        let mut pattern = pattern(&app)?;
        if self.jobs {
            let citizen = app.store.read_now(|tx| storage::account::find_by_login(tx, "citizen"))?;
            pattern.filing.account = citizen.map(|citizen| citizen.id);
        }
        std::thread::scope(|threads| {
            if self.jobs {
                threads.spawn(|| work(&app));
            }
            for _ in 0..self.threads {
                threads.spawn(|| hammer(&app, &pattern));
            }
        });
        Ok(ExitCode::SUCCESS)
    }
}

/// What every dossier looks like: the first procedure the centre receives, accepted at once.
fn pattern(app: &App) -> Result<NewDossier> {
    let counter = app
        .store
        .read_now(|tx| match storage::account::find_by_login(tx, "counter")? {
            Some(account) => storage::account::find_officer(tx, account.id),
            None => Ok(None),
        })?
        .context("the demonstration has a counter officer")?;
    let data = app.master_data();
    let received = data.received_at(counter.agency, app.now().date());
    let (procedure, offering) = received.first().context("the centre receives something")?;
    let owner = Party { name: "Nguyễn Văn An".into(), ..Party::default() };
    Ok(NewDossier {
        filing: FileDossier {
            main: None,
            reference: random::reference(),
            channel: Channel::Direct,
            receiving: offering.receiving,
            competent: offering.agency,
            level: offering.level,
            owner_kind: None,
            trial: false,
            account: None,
            parties: Parties { owner, submitter: None },
            answers: Default::default(),
            case: None,
            papers: Vec::new(),
            file_names: Default::default(),
            delivery: Delivery::Counter,
        },
        procedure: procedure.code.to_string(),
        actor: Actor::Officer(counter),
        key: String::new(),
        then: vec![Command::Accept(Accept::default())],
        draft: None,
        files: Vec::new(),
    })
}

/// Runs jobs as they become due, in every lane at once, and makes more of those that dossiers do not.
fn work(app: &App) {
    let Ok(runtime) = tokio::runtime::Builder::new_multi_thread().enable_all().build() else { return };
    runtime.block_on(async {
        loop {
            let lanes = JobLane::all(JOBS).into_iter().map(|lane| app::jobs::run_lane(app, JOBS, lane));
            futures_util::future::join_all(lanes).await;
        }
    });
}

fn hammer(app: &App, pattern: &NewDossier) {
    loop {
        let key = random::key(app.now());
        let filing = FileDossier { reference: random::reference(), ..pattern.filing.clone() };
        let opening = NewDossier { filing, key: key.clone(), ..pattern.clone() };
        let line = match app::dossiers::open_now(app, opening) {
            Ok(done) => {
                let code = done.dossier.code.map(|code| code.to_string()).unwrap_or_default();
                format!("{code} {key}")
            }
            Err(NotDone::Fault(fault)) => format!("error {key} {fault}"),
            Err(other) => format!("error {key} {other:?}"),
        };
        // One line, one write: a reader never sees half of two.
        let line = line.replace('\n', " ") + "\n";
        let mut out = std::io::stdout().lock();
        if out.write_all(line.as_bytes()).and_then(|()| out.flush()).is_err() {
            return;
        }
    }
}
