//! Reminders for officers: a step that is nearly due, to whoever has it; one that is late, to the head of the division and to
//! who supports or follows the dossier too; and one that is late for a day, to the head of the agency. Before the law's date of
//! a dossier, who has it, the heads and the counter ([`crate::apologies`]).
//!
//! Nothing is kept for each step beforehand: every few minutes the open steps are looked over for those whose moment has come
//! since. A reminder's key is made of what it says, so two nodes that look at once say it once.

use crate::reference::Reference;
use crate::{App, Fault, random};
use domain::Text;
use domain::agency::AgencyId;
use domain::dossier::DossierId;
use domain::officer::{AccountId, Officer, Role};
use domain::time::Instant;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use storage::inbox::DueStep;
use storage::{StorageError, Tx, catalogue, inbox, message};

/// So many working minutes before a step is due whoever has it is reminded.
const SOON_MINUTES: u32 = 120;
/// A step that is late for so long comes before the head of the agency.
pub(crate) const ESCALATION_MINUTES: i64 = 24 * 60;
/// After the program stood still, what came up longer ago is not said any more.
const BACK_MINUTES: i64 = 3 * 24 * 60;
/// The name under which it is kept until when steps were looked over.
const LOOKED: &str = "reminded-until";
/// The same of legal dates.
const LOOKED_DATES: &str = "apologies-until";
/// Kept for so many days.
const KEPT_DAYS: i64 = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    Soon,
    Late,
    /// It is late for a day.
    Escalated,
    /// The law's date of a dossier is near, and with it the last day on which an apology is in time.
    Apology,
}

impl Level {
    pub const ALL: [Level; 4] = [Level::Soon, Level::Late, Level::Escalated, Level::Apology];

    pub const fn key(self) -> &'static str {
        match self {
            Level::Soon => "step-soon",
            Level::Late => "step-late",
            Level::Escalated => "step-escalated",
            Level::Apology => "apology-due",
        }
    }

    fn parse(key: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.key() == key)
    }

    /// Whether it is said to a colleague of the agency whose step it is.
    fn concerns(self, officer: &Officer, step: &DueStep, role: Role) -> bool {
        let here = officer.unit == step.unit;
        let has = match step.assignee {
            Some(assignee) => officer.account == assignee,
            // Nobody took it: whoever could.
            None => officer.does(&step.unit, role),
        };
        match self {
            Level::Soon => has,
            Level::Late => has || (here && officer.has(Role::DivisionHead)),
            Level::Escalated => officer.has(Role::AgencyHead),
            // Of a dossier, not of a step.
            Level::Apology => false,
        }
    }
}

/// What a reminder names; nobody's personal data.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Body {
    pub reference: String,
    pub code: String,
    pub procedure: String,
    #[serde(default)]
    pub step: Text,
    pub due: Instant,
    /// The last day for an apology.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apology: Option<Date>,
}

/// A reminder on its way to an officer.
pub(crate) struct Said {
    pub to: AccountId,
    pub dossier: DossierId,
    pub level: Level,
    /// The id of the step it is about; empty where it is about the dossier.
    pub step: String,
    pub body: Body,
}

/// A reminder, as an officer reads it.
#[derive(Clone, Debug)]
pub struct Reminder {
    pub level: Level,
    pub reference: String,
    pub code: String,
    pub procedure: String,
    pub step: Text,
    pub due: Instant,
    pub apology: Option<Date>,
    pub at: Instant,
    pub read: bool,
}

impl App {
    /// Says what has come up since it was last looked; how many reminders that were.
    pub async fn remind(&self) -> Result<usize, Fault> {
        let now = self.now();
        let data = self.reference();
        // Most agencies have the same calendar, and so the same moment up to which a step is nearly due.
        let until =
            |agency: AgencyId, at: Instant| data.calendar(agency).after_working_minutes(at, SOON_MINUTES);
        let agencies: Vec<AgencyId> = data.agencies.iter().map(|agency| agency.id).collect();
        let read = move |tx: &mut Tx| {
            let moment =
                |text: Option<String>| text.and_then(|text| text.parse().ok()).map(Instant::from_millis);
            let (steps, dates) = (catalogue::meta(tx, LOOKED)?, catalogue::meta(tx, LOOKED_DATES)?);
            Ok::<_, StorageError>((moment(steps), moment(dates)))
        };
        let (looked, dates_looked) = self.store.read(read).await?;
        let Some(looked) = looked else {
            // What was late before there were reminders is in the lists.
            return self.store.write(move |tx| keep_looked(tx, now)).await.map(|()| 0).map_err(Fault::from);
        };
        let from = looked.max(now.plus_minutes(-BACK_MINUTES));
        let mut windows: BTreeMap<(Instant, Instant), BTreeSet<AgencyId>> = BTreeMap::new();
        for agency in agencies {
            windows.entry((until(agency, from), until(agency, now))).or_default().insert(agency);
        }
        let read = move |tx: &mut Tx| {
            let mut due: Vec<(Level, DueStep)> = Vec::new();
            for ((from, to), agencies) in &windows {
                let soon = inbox::steps_due(tx, *from, *to)?.into_iter();
                let own = soon.filter(|step| agencies.contains(&step.agency) && step.due > now);
                due.extend(own.map(|step| (Level::Soon, step)));
            }
            due.extend(inbox::steps_due(tx, from, now)?.into_iter().map(|step| (Level::Late, step)));
            let day = |at: Instant| at.plus_minutes(-ESCALATION_MINUTES);
            let escalated = inbox::steps_due(tx, day(from), day(now))?.into_iter();
            due.extend(escalated.map(|step| (Level::Escalated, step)));
            let places: BTreeSet<AgencyId> = due.iter().map(|(_, step)| step.agency).collect();
            let officers = storage::account::list_officers_of(tx, &places.into_iter().collect::<Vec<_>>())?;
            let late = due.iter().filter(|(level, _)| *level == Level::Late).map(|(_, step)| step.dossier);
            let mut late: Vec<DossierId> = late.collect();
            late.dedup();
            let involved = storage::involved::list_of(tx, &late)?;
            Ok::<_, StorageError>((due, officers, involved))
        };
        let (due, officers, involved) = self.store.read(read).await?;
        // Where they were never looked over, as before there were such reminders, all that are near are.
        let mut said = self.apologies_due(dates_looked.map(|_| from), now).await?;
        let mut beside: BTreeMap<DossierId, BTreeSet<AccountId>> = BTreeMap::new();
        for (dossier, account) in involved {
            beside.entry(dossier).or_default().insert(account);
        }
        for (level, step) in due {
            let processes = data.processes(&step.procedure);
            let named = data.procedure_any(&step.procedure).map(|procedure| &procedure.process).into_iter();
            let mut named = named.chain(processes.iter().map(|dated| &dated.process));
            let role = role_of(&data, &step.procedure, &step.step);
            let name = named.find_map(|process| process.name_of(&step.step));
            let body = Body {
                reference: step.reference.to_string(),
                code: step.code.clone().unwrap_or_else(|| step.reference.grouped()),
                procedure: step.procedure.clone(),
                step: name.unwrap_or_else(|| Text::new(&step.step, &step.step)),
                due: step.due,
                apology: None,
            };
            let there = officers.iter().filter(|officer| officer.agency == step.agency);
            // Who supports or follows it hears that it is late.
            let beside = beside.get(&step.dossier).filter(|_| level == Level::Late);
            let follows = |officer: &Officer| beside.is_some_and(|all| all.contains(&officer.account));
            for officer in there.filter(|officer| level.concerns(officer, &step, role) || follows(officer)) {
                said.push(Said {
                    to: officer.account,
                    dossier: step.dossier,
                    level,
                    step: step.step.clone(),
                    body: body.clone(),
                });
            }
        }
        let count = said.len();
        let mut messages = Vec::new();
        for said in &said {
            messages.push((key(said), said.to, said.dossier, said.level, serde_json::to_string(&said.body)?));
        }
        let write = move |tx: &mut Tx| {
            for (key, account, dossier, level, body) in &messages {
                message::insert(tx, *key, *account, Some(*dossier), level.key(), body, now)?;
            }
            keep_looked(tx, now)
        };
        self.store.write(write).await?;
        Ok(count)
    }

    /// The reminders of an officer, or of whom they stand in for, the newest first.
    pub async fn list_reminders(&self, officer: &Officer, limit: u32) -> Result<Vec<Reminder>, Fault> {
        let account = officer.acts_as();
        let rows = self.store.read_once(move |tx| message::list(tx, account, None, limit)).await?;
        let reminder = |row: message::Message| {
            let body: Body = serde_json::from_str(&row.body).ok()?;
            Some(Reminder {
                level: Level::parse(&row.notice)?,
                reference: body.reference,
                code: body.code,
                procedure: body.procedure,
                step: body.step,
                due: body.due,
                apology: body.apology,
                at: row.at,
                read: row.read,
            })
        };
        Ok(rows.into_iter().filter_map(reminder).collect())
    }

    /// Forgets old reminders.
    pub async fn forget_reminders(&self) -> Result<(), Fault> {
        let before = self.now().plus_minutes(-KEPT_DAYS * 24 * 60);
        let keys = Level::ALL.map(Level::key);
        Ok(self.store.write(move |tx| message::forget(tx, &keys, before)).await?)
    }
}

/// Whose a step is, by the newest version of its process that has it.
pub(crate) fn role_of(data: &Reference, procedure: &str, step: &str) -> Role {
    let newest = data.procedure_any(procedure).map(|procedure| &procedure.process);
    let others = data.processes(procedure).into_iter().map(|dated| &dated.process);
    let found = newest.into_iter().chain(others).find_map(|process| process.step(step));
    found.map_or(Role::Officer, |step| step.role)
}

fn keep_looked(tx: &mut Tx, at: Instant) -> Result<(), StorageError> {
    catalogue::set_meta(tx, LOOKED_DATES, &at.millis().to_string())?;
    catalogue::set_meta(tx, LOOKED, &at.millis().to_string())
}

/// The same reminder has the same key on every node. It is below zero: keys that are made rise from the greatest there is.
fn key(said: &Said) -> i64 {
    let of = (said.to.0, said.dossier.0, &said.step, said.body.due.millis(), said.level.key());
    let digest = random::digest(&format!("{of:?}"));
    let bytes: [u8; 8] = digest[..8].try_into().expect("a digest has more than eight bytes");
    i64::from_be_bytes(bytes) | i64::MIN
}
