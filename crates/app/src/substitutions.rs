//! Absences: who acts in whose place. A substitute sees and does what the absent colleague could with dossiers, and the
//! record says both names.

use crate::{App, Fault};
use domain::absence;
use domain::officer::{AccountId, Officer};
use jiff::ToSpan;
use jiff::civil::Date;
pub use storage::substitution::Substitution;
use storage::{StorageError, Tx, account, catalogue, substitution};

/// Maximum absences shown.
const SHOWN: u32 = 200;

/// An officer as they stand in for a colleague today; nothing where no absence says so.
pub async fn stand_in(app: &App, officer: &Officer, absent: AccountId) -> Result<Option<Officer>, Fault> {
    let places = places_of(app, officer).await?;
    Ok(places.into_iter().map(|(_, place)| place).find(|place| place.stands_for == Some(absent)))
}

/// Whose places an officer may take today: the absence, and the officer in that place.
pub async fn places_of(app: &App, officer: &Officer) -> Result<Vec<(Substitution, Officer)>, Fault> {
    let (officer, day) = (officer.clone(), app.now().date());
    Ok(app.store.read(move |tx| places(tx, &officer, day)).await?)
}

pub(crate) fn places(
    tx: &mut Tx,
    officer: &Officer,
    day: Date,
) -> Result<Vec<(Substitution, Officer)>, StorageError> {
    let mut places = Vec::new();
    for found in substitution::list_of_substitute(tx, officer.account, day)? {
        let absent = account::find_officer(tx, found.absent)?;
        let place = absent.and_then(|absent| absence::in_place_of(officer, absent));
        places.extend(place.map(|place| (found, place)));
    }
    Ok(places)
}

/// Absences of an agency, running and to come.
pub async fn list_absences(app: &App, officer: &Officer) -> Result<Vec<Substitution>, Fault> {
    let (agency, day) = (officer.agency, app.now().date());
    Ok(app.store.read(move |tx| substitution::list_of_agency(tx, agency, day, SHOWN)).await?)
}

/// Notes an absence; who and when were checked.
pub async fn add_absence(
    app: &App,
    by: &Officer,
    absent: AccountId,
    substitute: AccountId,
    days: (Date, Date),
    document: String,
) -> Result<(), Fault> {
    let now = app.now();
    let of = Substitution {
        id: app.store.new_id(now),
        absent,
        substitute,
        agency: by.agency,
        from: days.0,
        to: days.1,
        document,
        made_by: by.account,
    };
    let (by, subject) = (by.account, format!("{} for {}", substitute.0, absent.0));
    let audited = app.store.new_id(now);
    let write = move |tx: &mut Tx| {
        substitution::insert(tx, &of, now)?;
        catalogue::audit(tx, audited, now, Some(by), "absence", &subject, "")
    };
    Ok(app.store.write(write).await?)
}

/// Ends an absence as of yesterday; false where it is none of this officer's to end.
pub async fn end_absence(app: &App, by: &Officer, id: i64) -> Result<bool, Fault> {
    let (by, now) = (by.clone(), app.now());
    let last = now.date() - 1.days();
    let audited = app.store.new_id(now);
    let write = move |tx: &mut Tx| {
        let Some(found) = substitution::find(tx, id)? else { return Ok(false) };
        if found.agency != by.agency || !absence::may_end(&by, found.absent, found.made_by) {
            return Ok(false);
        }
        substitution::end(tx, id, last)?;
        catalogue::audit(tx, audited, now, Some(by.account), "absence ended", &id.to_string(), "")?;
        Ok::<_, StorageError>(true)
    };
    Ok(app.store.write(write).await?)
}
