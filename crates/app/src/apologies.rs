//! Reminders before the law's date of a dossier: to who has it, the heads of the division and the agency, and the counter, on
//! the working day before the last one on which an apology is in time, or as soon as it is nearer than that.

use crate::master_data::MasterData;
use crate::reminders::{OutgoingReminder, ReminderItem, ReminderLevel, told_of_dates};
use crate::{App, Fault};
use domain::agency::AgencyId;
use domain::dossier::answers_for;
use domain::officer::{AccountId, Officer};
use domain::rules::PackId;
use domain::time::Instant;
use std::collections::{BTreeMap, BTreeSet};
use storage::inbox::{self, DueDossier};
use storage::{StorageError, Tx};

/// Maximum days for which a date by law is near, days off included.
const TOLD_DAYS: i64 = 30;

/// What has come so near since it was last looked that an apology is to be thought of; all that is so near where it was
/// never looked.
pub(crate) async fn due(
    app: &App,
    looked: Option<Instant>,
    now: Instant,
) -> Result<Vec<OutgoingReminder>, Fault> {
    let data = app.master_data();
    // Most agencies have the same calendar.
    let mut windows: BTreeMap<(Instant, Instant), BTreeSet<(PackId, AgencyId)>> = BTreeMap::new();
    for id in PackId::ALL {
        for agency in data.agencies.iter().map(|agency| agency.id) {
            let until = |at: Instant| id.pack().apologies_until(data.calendar(agency), at);
            let window = (looked.map_or(now, until), until(now));
            windows.entry(window).or_default().insert((id, agency));
        }
    }
    let read = move |tx: &mut Tx| {
        let mut due: Vec<DueDossier> = Vec::new();
        for ((before, until), those) in &windows {
            let near = inbox::dossiers_due(tx, now, *before, *until, looked.unwrap_or(now))?.into_iter();
            due.extend(near.filter(|dossier| those.contains(&(dossier.pack, dossier.competent))));
        }
        let places: BTreeSet<AgencyId> =
            due.iter().flat_map(|dossier| [dossier.competent, dossier.receiving]).collect();
        let officers = storage::account::list_officers_of(tx, &places.into_iter().collect::<Vec<_>>())?;
        Ok::<_, StorageError>((due, officers))
    };
    let (due, officers) = app.store.read(read).await?;
    let mut said = Vec::new();
    for dossier in due {
        let what = ReminderItem {
            reference: dossier.reference.to_string(),
            code: dossier.code.clone().unwrap_or_else(|| dossier.reference.grouped()),
            procedure: dossier.procedure.clone(),
            step: domain::Text::default(),
            of: String::new(),
            due: dossier.due,
            apology: Some(dossier.pack.pack().apology_day(data.calendar(dossier.competent), dossier.due)),
            level: ReminderLevel::Apology,
        };
        for officer in officers.iter().filter(|officer| concerns(&data, officer, &dossier)) {
            said.push(OutgoingReminder { to: officer.account, dossier: dossier.id, what: what.clone() });
        }
    }
    // A dossier that moved on is looked at again: for who has it now, not for who knows.
    let whom: BTreeSet<AccountId> = said.iter().map(|said| said.to).collect();
    let whom: Vec<AccountId> = whom.into_iter().collect();
    let since = now.plus_minutes(-TOLD_DAYS * 24 * 60);
    let told = app.store.read_once(move |tx| told_of_dates(tx, &whom, since)).await?;
    said.retain(|said| !told.contains(&(said.to, said.what.reference.clone(), said.what.due)));
    Ok(said)
}

fn concerns(data: &MasterData, officer: &Officer, dossier: &DueDossier) -> bool {
    let steps = dossier.work.iter().map(|work| {
        let role = data.role_of(&dossier.procedure, work.step.as_deref().unwrap_or_default());
        (&work.unit, role, work.assignee)
    });
    answers_for(officer, dossier.receiving, dossier.competent, steps)
}
