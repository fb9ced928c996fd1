//! Dossiers as people may look at them; an officer's looking is recorded.

use crate::dossiers::NotDone;
use crate::inbox::{Neighbours, PlaceInList};
use crate::master_data::MasterData;
use crate::recent::{self, ReadVersion};
use crate::sessions::SESSION_MINUTES;
use crate::{App, Fault};
use domain::agency::AgencyId;
use domain::dossier::{
    self, Dossier, DossierId, Identity, Linked, Particular, Party, Private, Record, Reference, StageKind,
    WhoseClock,
};
use domain::officer::{AccountId, Officer};
use domain::time::Instant;
use std::sync::Arc;
use storage::dossier::Head;
pub use storage::dossier::OwnRow;
use storage::{StorageError, Tx, record};

/// A dossier with its record and files.
#[derive(Clone, Debug)]
pub struct Viewed {
    pub dossier: Dossier,
    pub records: Arc<Vec<Record>>,
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
    /// What was put right there and stands in this dossier as it stood, each with how it is to be: all that is known of what
    /// the other agency holds.
    pub put_right: Vec<(Particular, String)>,
}

impl Relative {
    fn of(id: DossierId, mut records: Vec<Record>, own: &Dossier, data: &MasterData) -> Option<Relative> {
        let there = dossier::replay(id, &records)?;
        let procedures = data.pinned(&own.pinned).zip(data.pinned(&there.pinned));
        let same = |question: &str| {
            procedures.as_ref().is_some_and(|(own, other)| crate::links::asks_too(own, other, question))
        };
        let put_right = own.put_right_elsewhere(&records, same);
        for record in &mut records {
            record.event.private = Private::default();
        }
        Some(Relative { dossier: dossier::replay(id, &records)?, records, put_right })
    }
}

impl Viewed {
    /// The dossier that was opened for something another agency was asked for.
    pub fn opened_for(&self, asked: &Linked) -> Option<&Dossier> {
        let of = |other: &Dossier| other.main.as_ref().map(|main| (main.dossier, main.number));
        let dossiers = self.family.iter().map(|relative| &relative.dossier);
        dossiers.into_iter().find(|other| of(other) == Some((self.dossier.id, asked.number)))
    }

    /// Until when the other agency is to answer: as its own dossier says, once that is there.
    pub fn answer_due(&self, asked: &Linked) -> Instant {
        self.opened_for(asked).and_then(Dossier::due).unwrap_or(asked.due)
    }

    pub fn name(&self, id: AccountId) -> Option<&str> {
        self.names.iter().find(|(account, _)| *account == id).map(|(_, name)| name.as_str())
    }
}

/// For how long an act explains why its officer looks at the dossier, in minutes.
const ACT_MINUTES: i64 = 1;

/// Whether an officer may open a dossier. Asking is not opening it: nothing is recorded.
pub async fn may_see(app: &App, officer: &Officer, reference: Reference) -> Result<bool, Fault> {
    let lies = app.store.read_once(move |tx| storage::dossier::find_lying(tx, &reference)).await?;
    let Some(lies) = lies else { return Ok(false) };
    // Its row tells nearly always; for the rest its events do.
    let has = lies.unit.is_some_and(|unit| unit == officer.unit);
    if dossier::may_open(officer, lies.receiving, lies.competent, has) {
        return Ok(true);
    }
    let dossier = app.store.read(move |tx| crate::dossiers::load(tx, lies.id)).await?;
    Ok(dossier.is_some_and(|dossier| dossier.visible_to(officer)))
}

/// How much of a dossier is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// What its page shows.
    Page,
    /// What the form of an act is read by: no files, nobody's name, not who opened it.
    Act,
}

fn view(app: &App, tx: &mut Tx, head: Head, extent: Extent, now: Instant) -> Result<Viewed, NotDone> {
    let (id, version) = (head.id, ReadVersion { head, erasure: storage::erasure::newest(tx)? });
    let loaded = recent::load(app, tx, version, now)?.ok_or(NotDone::NotFound)?;
    let (dossier, records) = (loaded.dossier.clone(), Arc::clone(&loaded.records));
    let (files, names, readings, family) = Default::default();
    let viewed = Viewed { dossier, records, files, names, readings, family };
    match extent {
        Extent::Act => Ok(viewed),
        Extent::Page => Ok(with_page(tx, id, viewed)?),
    }
}

/// What the page of a dossier shows beside its record.
fn with_page(tx: &mut Tx, id: DossierId, viewed: Viewed) -> Result<Viewed, StorageError> {
    let Viewed { dossier, records, .. } = &viewed;
    let readings = storage::dossier::list_readings(tx, id, 20)?;
    let mut ids: Vec<_> = records.iter().filter_map(|record| record.by.account).collect();
    ids.extend(records.iter().filter_map(|record| record.by.stands_for));
    ids.extend(readings.iter().map(|(_, account)| *account));
    ids.extend(dossier.steps.iter().filter_map(|step| step.assignee));
    ids.extend(records.iter().filter_map(|record| match record.event.fact {
        dossier::Fact::Assigned { officer, .. } => Some(officer),
        dossier::Fact::ProcessChanged { decided_by, .. } => Some(decided_by),
        _ => None,
    }));
    ids.extend(dossier.involved.iter().map(|involved| involved.officer));
    ids.sort();
    ids.dedup();
    let names = storage::account::names(tx, &ids)?;
    let mut files = storage::file::list_of_dossier(tx, id)?;
    files.retain(|file| file.erased_under.is_none());
    Ok(Viewed { files, names, readings, ..viewed })
}

/// The main dossier first, then what is linked to this one as it was opened. What else is linked to the main one is the
/// affair of other agencies.
fn family(tx: &mut Tx, own: &Dossier, data: &MasterData) -> Result<Vec<Relative>, StorageError> {
    let linked = storage::linked::list(tx, own.id)?;
    let main = own.main.as_ref().map(|main| main.dossier);
    let ids: Vec<DossierId> = main.into_iter().chain(linked).collect();
    let found = record::load_all(tx, &ids)?;
    Ok(found.into_iter().filter_map(|(id, records)| Relative::of(id, records, own, data)).collect())
}

/// A dossier with those it hangs together with, looked up when the right to see it is settled.
fn with_family(tx: &mut Tx, viewed: Viewed, data: &MasterData) -> Result<Viewed, StorageError> {
    if viewed.dossier.main.is_none() && viewed.dossier.linked.is_empty() {
        return Ok(viewed);
    }
    let family = family(tx, &viewed.dossier, data)?;
    Ok(Viewed { family, ..viewed })
}

/// The person an identity was last used by, in a dossier this officer may open; searching and looking are recorded.
pub async fn find_applicant(app: &App, identity: Identity, officer: Officer) -> Result<Option<Party>, Fault> {
    let (now, audited) = (app.now(), app.store.new_id(app.now()));
    let found = app
        .store
        .write(move |tx| {
            let wanted = storage::inbox::SearchedFor::Identity(identity.clone());
            crate::searches::record(tx, audited, officer.account, &wanted, now)?;
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

/// A dossier as an officer may open it; the opening is recorded before anything of it is shown. A page that only renews
/// itself, and what is sent from it, is the same opening, `again`, for as long as a session may last, and so is the page an act
/// of the officer leads to: the act is on record. It is read apart from what is written: the one writer notes who reads, among whatever else waits for its commit
/// (`docs/decisions/readings-share-commits.md`).
pub async fn for_officer(
    app: &App,
    reference: Reference,
    officer: Officer,
    again: bool,
) -> Result<Viewed, NotDone> {
    Ok(opened(app, reference, officer, again, Extent::Page, |_, _| Ok(())).await?.0)
}

/// The same for who sends the form of an act: without files, names and who opened it.
pub async fn to_act(app: &App, reference: Reference, officer: Officer) -> Result<Viewed, NotDone> {
    Ok(opened(app, reference, officer, true, Extent::Act, |_, _| Ok(())).await?.0)
}

/// What a dossier's page shows around it: who works in the agency that decides it, how many running steps each has, and what
/// comes before and after it in the list it was opened from.
#[derive(Clone, Debug)]
pub struct Surroundings {
    pub officers: Vec<Officer>,
    pub loads: Vec<(AccountId, u32)>,
    pub neighbours: Neighbours,
}

impl Surroundings {
    fn read(
        app: &App,
        tx: &mut Tx,
        agency: AgencyId,
        place: Option<&PlaceInList>,
        now: Instant,
    ) -> Result<Surroundings, StorageError> {
        let officers = storage::account::list_officers(tx, agency)?;
        let accounts = officers.iter().map(|officer| officer.account);
        let loads = crate::inbox::read_loads(app, tx, accounts, now)?;
        let neighbours = place.map(|place| place.neighbours(tx)).transpose()?.unwrap_or_default();
        Ok(Surroundings { officers, loads, neighbours })
    }
}

/// What surrounds a dossier of an agency, by itself.
pub async fn surroundings(
    app: &App,
    agency: AgencyId,
    place: Option<PlaceInList>,
) -> Result<Surroundings, Fault> {
    let (own, now) = (app.clone(), app.now());
    Ok(app.store.read(move |tx| Surroundings::read(&own, tx, agency, place.as_ref(), now)).await?)
}

/// The same as [`for_officer`] with what surrounds it.
pub async fn with_surroundings(
    app: &App,
    reference: Reference,
    officer: Officer,
    place: Option<PlaceInList>,
    again: bool,
) -> Result<(Viewed, Surroundings), NotDone> {
    let (own, now) = (app.clone(), app.now());
    let around = move |tx: &mut Tx, viewed: &Viewed| {
        Surroundings::read(&own, tx, viewed.dossier.competent, place.as_ref(), now)
    };
    opened(app, reference, officer, again, Extent::Page, around).await
}

/// A dossier with what else is read once the right to see it is settled.
async fn opened<T: Send + 'static>(
    app: &App,
    reference: Reference,
    officer: Officer,
    again: bool,
    extent: Extent,
    more: impl Fn(&mut Tx, &Viewed) -> Result<T, StorageError> + Send + 'static,
) -> Result<(Viewed, T), NotDone> {
    let (now, data, account) = (app.now(), app.master_data(), officer.account);
    let since = now.plus_minutes(-SESSION_MINUTES);
    let own = app.clone();
    let read = move |tx: &mut Tx| {
        let head = storage::dossier::find_by_reference(tx, &reference)?.ok_or(NotDone::NotFound)?;
        let (id, viewed) = (head.id, view(&own, tx, head, extent, now)?);
        if !viewed.dossier.visible_to(&officer) {
            return Err(NotDone::NotFound);
        }
        let again = again || just_acted(&viewed, account, now);
        let known = again && storage::dossier::was_read(tx, id, account, since)?;
        let viewed = with_family(tx, viewed, &data)?;
        let more = more(tx, &viewed)?;
        Ok((viewed, more, known))
    };
    let (viewed, more, known) = app.store.read(read).await?;
    if !known {
        let id = viewed.dossier.id;
        let note = move |tx: &mut Tx| storage::dossier::record_reading(tx, id, account, now);
        app.store.for_notes().write(note).await?;
    }
    Ok((viewed, more))
}

/// Whether what happened last is an act of this officer of a moment ago: the page it leads to belongs to it.
fn just_acted(viewed: &Viewed, account: AccountId, now: Instant) -> bool {
    let last = viewed.records.iter().rev().find(|record| record.by.account.is_some());
    last.is_some_and(|last| {
        last.by.account == Some(account) && last.at <= now && now < last.at.plus_minutes(ACT_MINUTES)
    })
}

/// A dossier as its own applicant sees it.
pub async fn for_applicant(app: &App, reference: Reference, account: AccountId) -> Result<Viewed, NotDone> {
    let (own, now, data) = (app.clone(), app.now(), app.master_data());
    let read = move |tx: &mut Tx| {
        let head = storage::dossier::find_by_reference(tx, &reference)?.ok_or(NotDone::NotFound)?;
        let viewed = view(&own, tx, head, Extent::Page, now)?;
        match viewed.dossier.belongs_to(account) {
            true => Ok(with_family(tx, viewed, &data)?),
            false => Err(NotDone::NotFound),
        }
    };
    app.store.read(read).await
}

/// The dossiers of an account, newest first.
pub async fn list_own(
    app: &App,
    account: AccountId,
    before: Option<(i64, i64)>,
    limit: u32,
) -> Result<Vec<OwnRow>, Fault> {
    Ok(app.store.read_once(move |tx| storage::dossier::list_own(tx, account, before, limit)).await?)
}

/// What an account has to do with its dossiers.
#[derive(Clone, Debug, Default)]
pub struct OwnWork {
    /// They wait for the applicant, the newest first.
    pub due: Vec<OwnRow>,
    /// Their result is there to be taken, the newest first.
    pub ready: Vec<OwnRow>,
    /// The agency has them: first what the law wanted first.
    pub waiting: Vec<OwnRow>,
}

/// Maximum dossiers of each kind that are looked at, the newest: so many are counted.
pub const OWN_MAX: usize = 200;

pub async fn own_work(app: &App, account: AccountId) -> Result<OwnWork, Fault> {
    let limit = OWN_MAX as u32;
    let stages = |fits: fn(StageKind) -> bool| -> Vec<StageKind> {
        StageKind::ALL.iter().copied().filter(|stage| fits(*stage)).collect()
    };
    let ready = [StageKind::ResultReady];
    let due = stages(|stage| stage.whose_clock() == WhoseClock::Applicant && stage != StageKind::ResultReady);
    let waiting = stages(|stage| stage.whose_clock() == WhoseClock::Agency);
    let read = move |tx: &mut Tx| {
        Ok::<_, StorageError>(OwnWork {
            due: storage::dossier::list_own_at(tx, account, &due, limit)?,
            ready: storage::dossier::list_own_at(tx, account, &ready, limit)?,
            waiting: storage::dossier::list_own_at(tx, account, &waiting, limit)?,
        })
    };
    let mut own = app.store.read(read).await?;
    // What has no date yet waits to be accepted, and has waited least.
    own.waiting.sort_by_key(|row| (row.due_legal.or(row.due).is_none(), row.due_legal.or(row.due)));
    Ok(own)
}

/// Public look-up: the stage and steps of a dossier code, and nothing else.
pub async fn look_up(
    app: &App,
    code: &domain::code::DossierCode,
) -> Result<Option<(domain::dossier::StageKind, u32, u32)>, Fault> {
    // Nobody outside knows of linked dossiers: their code leads to the main one.
    let code = code.main().to_string();
    Ok(app.store.read_once(move |tx| storage::dossier::find_progress(tx, &code)).await?)
}
