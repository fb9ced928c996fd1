//! Use cases: load, decide, store, enqueue. No HTML, no SQL text. Each area is a module, and what one asks of it a function
//! that takes the whole first and is called with its module's name: `inbox::list(&app, …)`.

pub mod accounts;
pub mod administration;
mod apologies;
pub mod attempts;
pub mod backup;
pub mod batches;
pub mod bulk_write;
pub mod clock;
pub mod counting;
pub mod dossiers;
pub mod drafts;
pub mod dry_run;
pub mod erasure;
pub mod files;
mod fingerprint;
pub mod fold;
pub mod head_figures;
pub mod health;
pub mod held;
mod identity;
pub mod inbox;
pub mod installation;
pub mod intake;
pub mod jobs;
pub mod keys;
pub mod late;
pub mod letters;
pub mod links;
pub mod master_data;
pub mod messages;
pub mod national;
pub mod news;
pub mod opening;
pub mod passwords;
pub mod processes;
pub mod profile;
pub mod public_figures;
pub mod quarterly;
pub mod random;
pub mod rebuild;
mod recent;
pub mod reminders;
pub mod reports;
pub mod roots;
pub mod searches;
pub mod sessions;
mod sought;
pub mod substitutions;
pub mod timers;
pub mod verify;

use clock::Clock;
use domain::time::Instant;
use files::Files;
pub use installation::Purpose;
use master_data::MasterData;
use std::path::PathBuf;
use std::sync::{Arc, RwLock};
pub use storage::{DatabaseLocation, StorageError, Store};

/// The whole: everything a use case needs, and nothing a use case does. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub files: Files,
    pub clock: Clock,
    reference: Arc<RwLock<Arc<MasterData>>>,
    pub keys: Arc<keys::Keys>,
    pub mail: Arc<gateway::Mail>,
    pub news: Arc<news::Newsroom>,
    /// Where the two faces are reached, for links in letters.
    pub portal_url: Arc<str>,
    passwords: Arc<tokio::sync::Semaphore>,
    pub bounds: Arc<intake::IntakeBounds>,
    today: Arc<intake::Today>,
    health: Arc<health::LastWrite>,
    counts: Arc<inbox::TabCounts>,
    loads: Arc<inbox::Loads>,
    recent: Arc<recent::Recent>,
    finds: Arc<inbox::Finds>,
    public_book: Arc<public_figures::KeptBook>,
    /// Keeps other programs out while this one is open.
    _held: Arc<installation::InstallationLock>,
}

/// What an app is opened with.
pub struct Opening {
    pub place: DatabaseLocation,
    /// The folder of files and keys.
    pub folder: PathBuf,
    pub clock: Clock,
    pub mail: gateway::Mail,
    pub portal_url: String,
    /// Tells the nodes of one database apart: 0 to 63.
    pub node: u8,
    pub purpose: Purpose,
}

impl App {
    pub fn open(opening: Opening) -> Result<App, Fault> {
        let installation::Entered { store, files, keys, held } =
            installation::enter(&opening.place, &opening.folder, opening.node, opening.purpose)?;
        let day = opening.clock.now().date();
        let reference = store.read_now(move |tx| MasterData::load(tx, day))?;
        Ok(App {
            store,
            files,
            clock: opening.clock,
            reference: Arc::new(RwLock::new(Arc::new(reference))),
            keys: Arc::new(keys),
            news: Arc::new(news::Newsroom::of(&opening.place)),
            mail: Arc::new(opening.mail),
            portal_url: opening.portal_url.into(),
            // Argon2id takes 19 MB a run: a few at a time.
            passwords: Arc::new(tokio::sync::Semaphore::new(2)),
            bounds: Arc::default(),
            today: Arc::default(),
            health: Arc::default(),
            counts: Arc::default(),
            loads: Arc::default(),
            recent: Arc::default(),
            finds: Arc::default(),
            public_book: Arc::default(),
            _held: Arc::new(held),
        })
    }

    /// With other bounds than the usual.
    pub fn bounded(self, bounds: intake::IntakeBounds) -> App {
        App { bounds: Arc::new(bounds), ..self }
    }

    /// The same for who may look and change nothing. That an officer opened a dossier is noted all the same.
    pub fn only_looking(&self) -> App {
        App { store: self.store.only_looking(), ..self.clone() }
    }

    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Agencies, procedures and calendars as they are now.
    pub fn master_data(&self) -> Arc<MasterData> {
        Arc::clone(&self.reference.read().expect("no panic while it is replaced"))
    }

    /// Reads the master data again if somebody changed it, here or on another node.
    pub async fn refresh_reference(&self) -> Result<bool, Fault> {
        let (known, day) = (self.master_data(), self.now().date());
        let fresh = self.store.read(move |tx| known.load_newer(tx, day)).await?;
        let changed = fresh.is_some();
        if let Some(fresh) = fresh {
            *self.reference.write().expect("no panic while it is replaced") = Arc::new(fresh);
        }
        Ok(changed)
    }

    /// The same, outside an async runtime.
    pub fn refresh_reference_now(&self) -> Result<(), Fault> {
        let (known, day) = (self.master_data(), self.now().date());
        let fresh = self.store.read_now(move |tx| known.load_again(tx, day))?;
        *self.reference.write().expect("no panic while it is replaced") = Arc::new(fresh);
        Ok(())
    }
}

/// Our own fault, or the machine's: shown as a reference number, logged once.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl Fault {
    pub fn other(words: impl std::fmt::Display) -> Fault {
        Fault::Other(anyhow::anyhow!("{words}"))
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Fault {
        Fault::Other(error.into())
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Fault {
        Fault::Storage(error.into())
    }
}
