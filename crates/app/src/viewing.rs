//! Dossiers as people may look at them; an officer's looking is recorded.

use crate::accounts::SESSION_MINUTES;
use crate::dossiers::NotDone;
use crate::{App, Fault};
use domain::dossier::{self, Dossier, DossierId, Party, Private, Record, Reference};
use domain::officer::{AccountId, Officer};
use domain::time::Instant;
use storage::{StorageError, Tx, record};

/// A dossier with its record and files.
#[derive(Clone, Debug)]
pub struct Viewed {
    pub dossier: Dossier,
    pub records: Vec<Record>,
    pub files: Vec<storage::file::File>,
    /// Names of the officers in the record.
    pub names: Vec<(AccountId, String)>,
    pub readings: Vec<(Instant, AccountId)>,
    /// The main dossier and those linked to it, without this one.
    pub family: Vec<Relative>,
}

/// A dossier this one hangs together with, as other agencies and the applicant may know it: how it stands and what
/// happened, without personal data and words.
#[derive(Clone, Debug)]
pub struct Relative {
    pub dossier: Dossier,
    pub records: Vec<Record>,
}

impl Relative {
    fn of(id: DossierId, mut records: Vec<Record>) -> Option<Relative> {
        for record in &mut records {
            record.event.private = Private::default();
        }
        Some(Relative { dossier: dossier::replay(id, &records)?, records })
    }
}

impl Viewed {
    pub fn name(&self, id: AccountId) -> Option<&str> {
        self.names.iter().find(|(account, _)| *account == id).map(|(_, name)| name.as_str())
    }
}

fn view(tx: &mut Tx, id: DossierId) -> Result<Viewed, NotDone> {
    let records = record::load(tx, id)?;
    let dossier = dossier::replay(id, &records).ok_or(NotDone::NotFound)?;
    let readings = storage::dossier::list_readings(tx, id, 20)?;
    let mut ids: Vec<_> = records.iter().filter_map(|record| record.by.account).collect();
    ids.extend(records.iter().filter_map(|record| record.by.stands_for));
    ids.extend(readings.iter().map(|(_, account)| *account));
    ids.extend(dossier.steps.iter().filter_map(|step| step.assignee));
    ids.extend(dossier.involved.iter().map(|involved| involved.officer));
    ids.sort();
    ids.dedup();
    let names = storage::account::names(tx, &ids)?;
    let family = family(tx, &dossier)?;
    Ok(Viewed { files: storage::file::list_of_dossier(tx, id)?, dossier, records, names, readings, family })
}

/// The main dossier, what is linked to it, and what is linked to this one; the main one first, the others as they were
/// opened.
fn family(tx: &mut Tx, dossier: &Dossier) -> Result<Vec<Relative>, StorageError> {
    if dossier.main.is_none() && dossier.linked.is_empty() {
        return Ok(Vec::new());
    }
    let main = dossier.main.as_ref().map(|main| main.dossier);
    let mains: Vec<DossierId> = main.into_iter().chain([dossier.id]).collect();
    let linked = storage::linked::list_of(tx, &mains)?;
    let ids: Vec<DossierId> = main.into_iter().chain(linked).filter(|id| *id != dossier.id).collect();
    let found = record::load_all(tx, &ids)?;
    Ok(found.into_iter().filter_map(|(id, records)| Relative::of(id, records)).collect())
}

impl App {
    /// The person a number was last used by, in a dossier this officer may open; looking is recorded.
    pub async fn find_applicant(&self, identity: String, officer: Officer) -> Result<Option<Party>, Fault> {
        let now = self.now();
        let found = self
            .store
            .write(move |tx| {
                let wanted = storage::inbox::Wanted::Identity(identity.clone());
                let found = storage::inbox::search(tx, &wanted, crate::inbox::within(&officer), 20)?;
                let rows = crate::inbox::openable(tx, &officer, found)?;
                let ids: Vec<_> = rows.iter().map(|row| DossierId(row.cursor.id)).collect();
                for (id, records) in record::load_all(tx, &ids)? {
                    let owner = dossier::replay(id, &records).and_then(|dossier| dossier.parties);
                    let owner = owner.map(|parties| parties.owner);
                    if let Some(owner) = owner.filter(|owner| owner.identity == identity) {
                        storage::dossier::record_reading(tx, id, officer.account, now)?;
                        return Ok(Some(owner));
                    }
                }
                Ok::<_, StorageError>(None)
            })
            .await?;
        Ok(found)
    }

    /// A dossier as an officer may open it; the opening is recorded. A page that only renews itself is the same opening,
    /// for as long as a session may last.
    pub async fn open_for_officer(
        &self,
        reference: Reference,
        officer: Officer,
        renews: bool,
    ) -> Result<Viewed, NotDone> {
        let now = self.now();
        let since = now.plus_minutes(-SESSION_MINUTES);
        self.store
            .write(move |tx| {
                let id = storage::dossier::find(tx, &reference)?.ok_or(NotDone::NotFound)?;
                let viewed = view(tx, id)?;
                if !viewed.dossier.visible_to(&officer) {
                    return Err(NotDone::NotFound);
                }
                match renews {
                    true => storage::dossier::renew_reading(tx, id, officer.account, since, now)?,
                    false => storage::dossier::record_reading(tx, id, officer.account, now)?,
                }
                Ok(viewed)
            })
            .await
    }

    /// A dossier as its own applicant sees it.
    pub async fn open_for_applicant(
        &self,
        reference: Reference,
        account: AccountId,
    ) -> Result<Viewed, NotDone> {
        self.store
            .read(move |tx| {
                let id = storage::dossier::find(tx, &reference)?.ok_or(NotDone::NotFound)?;
                let viewed = view(tx, id)?;
                if viewed.dossier.belongs_to(account) { Ok(viewed) } else { Err(NotDone::NotFound) }
            })
            .await
    }
}
