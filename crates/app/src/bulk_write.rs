//! Whole pasts at once: dossiers that the rules have led through their lives already, written as rows. For
//! generated installations only; what happens in life goes through [`crate::dossiers`].

use crate::dossiers::rows_of;
use crate::{App, Fault, files, random};
use domain::agency::AgencyCode;
use domain::counting::Measure;
use domain::dossier::DossierRun;
use domain::time::Instant;
use jiff::civil::Date;
use std::collections::HashMap;
use storage::account::Account;
pub use storage::lean::LeanDossier;
use storage::{SqlValue, StorageError, account, bulk, file, lean, projection, public_figure, record, tally};

/// A dossier led from its filing to where it stands, with its files.
pub struct GeneratedDossier {
    pub dossier_run: DossierRun,
    pub files: Vec<file::File>,
}

/// BulkRows of many pasts, table by table, in an order in which they can be written.
#[derive(Default)]
pub struct BulkRows {
    dossiers: u64,
    follow: projection::DossierRows,
    events: record::Chained,
    files: Vec<file::File>,
    pub event_count: u64,
}

impl BulkRows {
    pub fn dossier_count(&self) -> u64 {
        self.dossiers
    }

    pub fn add(
        &mut self,
        past: &GeneratedDossier,
        salt: impl FnMut() -> [u8; 16],
    ) -> Result<(), StorageError> {
        let DossierRun { dossier, added } = &past.dossier_run;
        let (events, head) = record::chained(dossier.id, record::START, added, salt)?;
        self.event_count += added.len() as u64;
        self.dossiers += 1;
        self.follow.extend(rows_of(dossier, head));
        self.events.events.extend(events.events);
        self.events.private.extend(events.private);
        self.files.extend(past.files.iter().cloned());
        Ok(())
    }
}

/// The ordinals given so far, by agency and day.
#[derive(Default)]
pub struct Counters(HashMap<(String, Date), u32>);

impl Counters {
    pub fn next(&mut self, agency: &AgencyCode, day: Date) -> u32 {
        let last = self.0.entry((agency.as_str().to_string(), day)).or_default();
        *last += 1;
        *last
    }
}

/// Readies an empty database for many rows: its indexes wait. Returns what [`end`] needs.
pub fn begin(app: &App) -> Result<bulk::Indexes, Fault> {
    Ok(app.store.write_now(bulk::drop_indexes)?)
}

pub fn write(app: &App, rows: BulkRows) -> Result<(), Fault> {
    Ok(app.store.write_now(move |tx| {
        projection::insert(tx, &rows.follow)?;
        record::append(tx, &rows.events)?;
        file::insert_all(tx, &rows.files)
    })?)
}

/// What dossiers measure, at most so many.
pub fn measures(app: &App, limit: u32) -> Result<Vec<Measure>, Fault> {
    Ok(app.store.read_now(move |tx| lean::measures(tx, limit))?)
}

/// Dossiers of which only the narrow tables know.
pub fn write_lean(app: &App, dossiers: Vec<LeanDossier>) -> Result<(), Fault> {
    Ok(app.store.write_now(move |tx| lean::insert(tx, &dossiers))?)
}

pub fn write_accounts(app: &App, accounts: Vec<Account>, now: Instant) -> Result<(), Fault> {
    Ok(app.store.write_now(move |tx| account::insert_all(tx, &accounts, now))?)
}

/// Makes the indexes again, writes the counters of codes and adds up the sums.
pub fn end(app: &App, indexes: bulk::Indexes, counters: Counters) -> Result<(), Fault> {
    let rows: Vec<Vec<SqlValue>> = counters
        .0
        .into_iter()
        .map(|((agency, day), last)| vec![agency.into(), day.into(), last.into()])
        .collect();
    app.store.write_now(move |tx| record::replace_counters(tx, &rows))?;
    for index in indexes {
        app.store.write_now(move |tx| bulk::make_index(tx, &index))?;
    }
    app.store.write_now(tally::refill)?;
    app.store.write_now(public_figure::forget)?;
    Ok(app.store.write_now(bulk::take_stock)?)
}

/// The ordinals given so far.
pub fn counters(app: &App) -> Result<Counters, Fault> {
    let counters = app.store.read_now(record::list_counters)?;
    Ok(Counters(counters.into_iter().map(|(agency, day, last)| ((agency, day), last)).collect()))
}

/// A stored file whose content many rows share: a name of its own in the folder for each.
pub struct SharedFile {
    landed: files::StoredUpload,
    names: u32,
}

/// Maximum names of one content; file systems set a limit.
const NAMES_MAX: u32 = 30_000;

impl SharedFile {
    pub fn new(app: &App, bytes: &[u8]) -> Result<SharedFile, Fault> {
        let landed = app.files.put_now(bytes)?;
        app.files.name_now(&landed.token)?;
        Ok(SharedFile { landed, names: 0 })
    }

    /// Whether it may get one name more.
    pub fn has_room(&self) -> bool {
        self.names < NAMES_MAX
    }

    pub fn again(&mut self, app: &App) -> Result<files::StoredUpload, Fault> {
        self.names += 1;
        if self.names == 1 {
            return Ok(self.landed.clone());
        }
        let token = random::token();
        app.files.link(&self.landed.token, &token)?;
        Ok(files::StoredUpload { token, ..self.landed.clone() })
    }
}
