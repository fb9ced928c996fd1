//! Reminders for officers: a step that is nearly due, to whoever has it; one that is late, to the head of the division and to
//! who supports or follows the dossier too; and one that is late for a day, to the head of the agency. Before the law's date of
//! a dossier, who has it, the heads and the counter ([`crate::apologies`]).
//!
//! Nothing is kept for each step beforehand: every few minutes the open steps are looked over for those whose moment has come
//! since. Whoever has several hears of them in one message. Until when they were looked over is kept with what was said, so of
//! two nodes that look at once the one that comes second says nothing.

use crate::master_data::MasterData;
use crate::{App, Fault, apologies};
use domain::Text;
use domain::agency::AgencyId;
use domain::dossier::{Dossier, DossierId, Fact, Record};
use domain::officer::{AccountId, Officer, Role};
use domain::time::Instant;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use storage::inbox::{DueStep, OpenDates};
use storage::{StorageError, Tx, catalogue, inbox, message};

/// Working minutes before a step is due at which whoever has it is reminded.
pub const SOON_MINUTES: u32 = 120;
/// How late a step is when the head of the agency is told.
pub const ESCALATION_MINUTES: i64 = 24 * 60;
/// After the program stood still, what came up longer ago is not said any more.
const BACK_MINUTES: i64 = 3 * 24 * 60;
/// The name under which it is kept until when steps were looked over.
const LOOKED: &str = "reminded-until";
/// The same of legal dates.
const LOOKED_DATES: &str = "apologies-until";
/// Maximum things listed in one message, which says how many more there are.
const LISTED_MAX: usize = 50;
/// Days for which a reminder is kept.
const KEPT_DAYS: i64 = 60;

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum ReminderLevel {
        Soon = "step-soon",
        Late = "step-late",
        /// It is late for a day.
        Escalated = "step-escalated",
        /// A step came back to whoever did it.
        SentBack = "step-sent-back",
        /// The law's date of a dossier is near, and with it the last day on which an apology is in time.
        Apology = "apology-due",
    }
}

impl ReminderLevel {
    /// Before one message held several, the message alone told it.
    fn untold() -> ReminderLevel {
        ReminderLevel::Soon
    }

    /// Whether it is said to a colleague of the agency whose step it is.
    fn concerns(self, officer: &Officer, step: &DueStep, role: Role) -> bool {
        let has = officer.could_do(&step.unit, role, step.assignee);
        match self {
            ReminderLevel::Soon => has,
            ReminderLevel::Late => has || officer.heads(&step.unit),
            ReminderLevel::Escalated => officer.heads_agency(),
            // Of a dossier, not of a step; or said when it happens.
            ReminderLevel::Apology | ReminderLevel::SentBack => false,
        }
    }
}

/// One thing somebody is reminded of; it names nobody's personal data.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReminderItem {
    #[serde(default = "ReminderLevel::untold")]
    pub level: ReminderLevel,
    pub reference: String,
    pub code: String,
    pub procedure: String,
    #[serde(default)]
    pub step: Text,
    /// The step by its id, in what was said since that is kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of: String,
    pub due: Instant,
    /// The last day for an apology.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apology: Option<Date>,
}

impl ReminderItem {
    /// Whether its matter is still open: the step still runs and is due then, or the dossier with that date by law does. What
    /// was done, or has another date by now, is nothing to be reminded of.
    fn stands(&self, open: &[OpenDates], now: Instant) -> bool {
        let runs = |row: &OpenDates| {
            let same = self.of.is_empty() || row.at.as_deref() == Some(self.of.as_str());
            same && row.step == Some(self.due)
        };
        let of_it = |row: &&OpenDates| row.reference == self.reference;
        open.iter().filter(of_it).any(|row| match self.level {
            // What is near is not near any more once it has passed.
            ReminderLevel::Apology => row.legal == Some(self.due) && now <= self.due,
            ReminderLevel::Soon => runs(row) && now <= self.due,
            ReminderLevel::Late | ReminderLevel::Escalated | ReminderLevel::SentBack => runs(row),
        })
    }
}

/// What a message holds: the first thing, and what there was besides at that look.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Body {
    #[serde(flatten)]
    first: ReminderItem,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    more: Vec<ReminderItem>,
    /// How many more there are than are listed.
    #[serde(default, skip_serializing_if = "is_none")]
    unlisted: usize,
}

fn is_none(count: &usize) -> bool {
    *count == 0
}

/// One thing on its way to an officer.
pub(crate) struct OutgoingReminder {
    pub to: AccountId,
    pub dossier: DossierId,
    pub what: ReminderItem,
}

/// A reminder, as an officer reads it.
#[derive(Clone, Debug)]
pub struct Reminder {
    pub items: Vec<ReminderItem>,
    /// How many more there were than are listed.
    pub unlisted: usize,
    pub at: Instant,
    pub read: bool,
}

/// Steps that have come up, whoever may have to hear of them, and who supports or follows those that are late.
type ComeUp = (Vec<(ReminderLevel, DueStep)>, Vec<Officer>, Vec<(DossierId, AccountId)>);

/// What is soon due, looked for in the window of each agency's calendar, and what came due or was escalated in between.
fn come_up(
    tx: &mut Tx,
    windows: &BTreeMap<(Instant, Instant), BTreeSet<AgencyId>>,
    from: Instant,
    now: Instant,
) -> Result<ComeUp, StorageError> {
    let mut due: Vec<(ReminderLevel, DueStep)> = Vec::new();
    for ((from, to), agencies) in windows {
        let soon = inbox::steps_due(tx, *from, *to)?.into_iter();
        let own = soon.filter(|step| agencies.contains(&step.agency) && step.due > now);
        due.extend(own.map(|step| (ReminderLevel::Soon, step)));
    }
    due.extend(inbox::steps_due(tx, from, now)?.into_iter().map(|step| (ReminderLevel::Late, step)));
    let day = |at: Instant| at.plus_minutes(-ESCALATION_MINUTES);
    let escalated = inbox::steps_due(tx, day(from), day(now))?.into_iter();
    due.extend(escalated.map(|step| (ReminderLevel::Escalated, step)));
    let places: BTreeSet<AgencyId> = due.iter().map(|(_, step)| step.agency).collect();
    let officers = storage::account::list_officers_of(tx, &places.into_iter().collect::<Vec<_>>())?;
    let late = due.iter().filter(|(level, _)| *level == ReminderLevel::Late).map(|(_, step)| step.dossier);
    let mut late: Vec<DossierId> = late.collect();
    late.dedup();
    let involved = storage::involved::list_of(tx, &late)?;
    Ok((due, officers, involved))
}

/// Says what has come up since it was last looked; to how many people.
pub async fn send(app: &App) -> Result<usize, Fault> {
    let now = app.now();
    let data = app.master_data();
    // Most agencies have the same calendar, and so the same moment up to which a step is nearly due.
    let until = |agency: AgencyId, at: Instant| data.calendar(agency).after_working_minutes(at, SOON_MINUTES);
    let agencies: Vec<AgencyId> = data.agencies.iter().map(|agency| agency.id).collect();
    let read = move |tx: &mut Tx| {
        let (steps, dates) = (catalogue::meta(tx, LOOKED)?, catalogue::meta(tx, LOOKED_DATES)?);
        Ok::<_, StorageError>((moment(steps), moment(dates)))
    };
    let (looked, dates_looked) = app.store.read(read).await?;
    let Some(since) = looked else {
        // What was late before there were reminders is in the lists.
        return app.store.write(move |tx| keep_looked(tx, now)).await.map(|()| 0).map_err(Fault::from);
    };
    let from = since.max(now.plus_minutes(-BACK_MINUTES));
    let mut windows: BTreeMap<(Instant, Instant), BTreeSet<AgencyId>> = BTreeMap::new();
    for agency in agencies {
        windows.entry((until(agency, from), until(agency, now))).or_default().insert(agency);
    }
    let (due, officers, involved) = app.store.read(move |tx| come_up(tx, &windows, from, now)).await?;
    // Where they were never looked over, as before there were such reminders, all that are near are.
    let mut said = apologies::due(app, dates_looked.map(|_| from), now).await?;
    let mut beside: BTreeMap<DossierId, BTreeSet<AccountId>> = BTreeMap::new();
    for (dossier, account) in involved {
        beside.entry(dossier).or_default().insert(account);
    }
    for (level, step) in due {
        let role = data.role_of(&step.procedure, &step.step);
        let name = data.step_name(&step.procedure, &step.step);
        let what = ReminderItem {
            level,
            reference: step.reference.to_string(),
            code: step.code.clone().unwrap_or_else(|| step.reference.grouped()),
            procedure: step.procedure.clone(),
            step: name.unwrap_or_else(|| Text::new(&step.step, &step.step)),
            of: step.step.clone(),
            due: step.due,
            apology: None,
        };
        let there = officers.iter().filter(|officer| officer.agency == step.agency);
        // Who supports or follows it hears that it is late.
        let beside = beside.get(&step.dossier).filter(|_| level == ReminderLevel::Late);
        let follows = |officer: &Officer| beside.is_some_and(|all| all.contains(&officer.account));
        for officer in there.filter(|officer| level.concerns(officer, &step, role) || follows(officer)) {
            said.push(OutgoingReminder { to: officer.account, dossier: step.dossier, what: what.clone() });
        }
    }
    let messages = messages(said)?;
    let ids: Vec<i64> = messages.iter().map(|_| app.store.new_id(now)).collect();
    let write = move |tx: &mut Tx| {
        // Another node has looked meanwhile, and said it.
        if moment(catalogue::meta(tx, LOOKED)?) != Some(since) {
            return Ok(0);
        }
        for (id, (account, dossier, level, body)) in ids.iter().zip(&messages) {
            message::insert(tx, *id, *account, *dossier, level.key(), body, now)?;
        }
        keep_looked(tx, now)?;
        Ok::<_, StorageError>(messages.len())
    };
    Ok(app.store.write(write).await?)
}

/// Says to whoever did a step that it came back to them, unless they sent it back themselves.
pub(crate) fn tell_sent_back(
    app: &App,
    tx: &mut Tx,
    data: &MasterData,
    dossier: &Dossier,
    added: &[Record],
    now: Instant,
) -> Result<(), Fault> {
    for record in added {
        let Fact::SentBack { to, .. } = &record.event.fact else { continue };
        let again = dossier.steps.iter().find(|step| step.id == *to);
        let Some((step, officer)) = again.and_then(|step| Some((step, step.assignee?))) else { continue };
        if record.by.account == Some(officer) || record.by.stands_for == Some(officer) {
            continue;
        }
        let procedure = dossier.pinned.procedure.as_str();
        let first = ReminderItem {
            level: ReminderLevel::SentBack,
            reference: dossier.reference.to_string(),
            code: dossier.code.as_ref().map_or_else(|| dossier.reference.grouped(), ToString::to_string),
            procedure: procedure.to_string(),
            step: data.step_name(procedure, to).unwrap_or_else(|| Text::new(to, to)),
            of: to.clone(),
            due: step.due,
            apology: None,
        };
        let body = serde_json::to_string(&Body { first, more: Vec::new(), unlisted: 0 })?;
        let id = app.store.new_id(now);
        message::insert(tx, id, officer, Some(dossier.id), ReminderLevel::SentBack.key(), &body, now)?;
    }
    Ok(())
}

/// Of some rows of open work those whose step came back to whoever did it: the dossier, and the place of the step.
pub(crate) fn sent_back(tx: &mut Tx, rows: &[inbox::ListRow]) -> Result<Vec<(DossierId, i64)>, StorageError> {
    let running = rows.iter().filter(|row| row.assignee.is_some() && row.step_due.is_some());
    let ids: Vec<DossierId> = running.clone().map(|row| DossierId(row.cursor.id)).collect();
    let told = message::bodies_of(tx, ReminderLevel::SentBack.key(), &ids)?;
    let told =
        told.iter().filter_map(|(id, body)| Some((*id, serde_json::from_str::<Body>(body).ok()?.first)));
    let told: Vec<(DossierId, ReminderItem)> = told.collect();
    let again = |row: &&inbox::ListRow| {
        told.iter().any(|(id, item)| {
            id.0 == row.cursor.id && row.step.as_ref() == Some(&item.of) && row.step_due == Some(item.due)
        })
    };
    Ok(running.filter(again).map(|row| (DossierId(row.cursor.id), row.cursor.place)).collect())
}

/// The reminders of an officer, or of whom they stand in for, the newest first.
pub async fn list(app: &App, officer: &Officer, limit: u32) -> Result<Vec<Reminder>, Fault> {
    let (now, account) = (app.now(), officer.acts_as());
    let reminder = |row: message::StoredMessage| {
        let mut body: Body = serde_json::from_str(&row.body).ok()?;
        body.first.level = ReminderLevel::parse(&row.notice)?;
        let items = std::iter::once(body.first).chain(body.more).collect();
        Some(Reminder { items, unlisted: body.unlisted, at: row.at, read: row.read })
    };
    let read = move |tx: &mut Tx| {
        let rows = message::list(tx, account, limit)?.into_iter();
        let mut reminders: Vec<Reminder> = rows.filter_map(reminder).collect();
        let about = reminders.iter().flat_map(|reminder| &reminder.items);
        let about: BTreeSet<&str> = about.map(|item| item.reference.as_str()).collect();
        let open = inbox::open_dates(tx, &about.into_iter().collect::<Vec<_>>())?;
        for reminder in &mut reminders {
            reminder.items.retain(|item| item.stands(&open, now));
        }
        reminders.retain(|reminder| !reminder.items.is_empty());
        Ok::<_, StorageError>(reminders)
    };
    Ok(app.store.read(read).await?)
}

/// Forgets old reminders.
pub(crate) async fn forget(app: &App) -> Result<(), Fault> {
    let before = app.now().plus_minutes(-KEPT_DAYS * 24 * 60);
    let keys = ReminderLevel::ALL.map(ReminderLevel::key);
    Ok(app.store.write(move |tx| message::forget(tx, &keys, before)).await?)
}

/// Who was told of a dossier's date by law since a moment: a later act on it reminds only who was not.
pub(crate) fn told_of_dates(
    tx: &mut Tx,
    accounts: &[AccountId],
    since: Instant,
) -> Result<BTreeSet<(AccountId, String, Instant)>, StorageError> {
    let mut told = BTreeSet::new();
    for (account, body) in message::list_bodies(tx, accounts, since)? {
        let Ok(Body { first, more, .. }) = serde_json::from_str::<Body>(&body) else { continue };
        let items = std::iter::once(first).chain(more).filter(|item| item.apology.is_some());
        told.extend(items.map(|item| (account, item.reference, item.due)));
    }
    Ok(told)
}

fn keep_looked(tx: &mut Tx, at: Instant) -> Result<(), StorageError> {
    catalogue::set_meta(tx, LOOKED_DATES, &at.millis().to_string())?;
    catalogue::set_meta(tx, LOOKED, &at.millis().to_string())
}

fn moment(text: Option<String>) -> Option<Instant> {
    text.and_then(|text| text.parse().ok()).map(Instant::from_millis)
}

type ToSay = (AccountId, Option<DossierId>, ReminderLevel, String);

/// One message for each person, whatever it is about: a dossier's own where it is about one.
fn messages(said: Vec<OutgoingReminder>) -> Result<Vec<ToSay>, Fault> {
    let mut of_each: BTreeMap<AccountId, Vec<OutgoingReminder>> = BTreeMap::new();
    for said in said {
        of_each.entry(said.to).or_default().push(said);
    }
    let mut messages = Vec::new();
    for (to, said) in of_each {
        let dossier = said.first().map(|said| said.dossier);
        let dossier = dossier.filter(|one| said.iter().all(|said| said.dossier == *one));
        let unlisted = said.len().saturating_sub(LISTED_MAX);
        let mut items = said.into_iter().map(|said| said.what).take(LISTED_MAX);
        let Some(first) = items.next() else { continue };
        let (level, body) = (first.level, Body { first, more: items.collect(), unlisted });
        messages.push((to, dossier, level, serde_json::to_string(&body)?));
    }
    Ok(messages)
}
