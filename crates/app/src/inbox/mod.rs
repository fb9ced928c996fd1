//! The officers' lists: tabs with counts, pages, searches.

mod counts;
mod loads;
mod search;

pub(crate) use counts::TabCounts;
pub(crate) use loads::{Loads, read as read_loads};
pub(crate) use search::{Finds, openable, within};
pub use search::{find_searched, run_search, save_search};

use crate::{App, Fault, substitutions};
use domain::agency::AgencyId;
use domain::dossier::{DossierId, Involvement, Sight};
use domain::officer::{AccountId, Officer};
use domain::time::Instant;
pub use storage::inbox::{Cursor, InHand, ListRow};
use storage::inbox::{Filter, FinishedAt, ListScope};
use storage::saved_filter;
pub use storage::saved_filter::SavedFilter;
use storage::work::Queue;
use storage::{StorageError, Tx, inbox};

/// The greatest number a count is taken to; more is shown as "more than".
pub const COUNT_CAP: u32 = 1_000;
/// Maximum kept lists shown.
const FILTERS_MAX: u32 = 50;
/// Working days within which something is due soon.
const SOON_DAYS: u32 = 2;
/// Number of last dossiers, finished and open, among which a counter's most frequent procedures are counted.
const RECEIVED_LAST: u32 = 300;

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Tab {
        Intake = "intake",
        HandOver = "hand-over",
        Mine = "mine",
        Unit = "unit",
        Involved = "involved",
        Applicant = "applicant",
        Soon = "soon",
        LateSteps = "late-steps",
        Overdue = "overdue",
        Return = "return",
        Done = "done",
    }
}

impl Tab {
    /// The tabs an officer has work in.
    pub fn of(officer: &Officer) -> Vec<Tab> {
        let (counter, division) = (officer.receives(), officer.handles());
        Tab::ALL
            .into_iter()
            .filter(|tab| match tab {
                Tab::Intake | Tab::HandOver | Tab::Return => counter,
                Tab::Mine | Tab::Unit | Tab::Involved | Tab::LateSteps => division,
                Tab::Applicant | Tab::Soon | Tab::Overdue | Tab::Done => counter || division,
            })
            .collect()
    }

    /// The tab an officer sees who asks for none: a division's own work, a counter's first queue.
    fn first_of(officer: &Officer) -> Tab {
        match Tab::of(officer).as_slice() {
            own if own.contains(&Tab::Mine) && !officer.receives() => Tab::Mine,
            own => own.first().copied().unwrap_or(Tab::Done),
        }
    }
}

#[derive(Clone, Debug)]
pub struct TabCount {
    pub tab: Tab,
    /// Nothing for finished dossiers, which are not counted.
    pub count: Option<u32>,
}

#[derive(Clone, Debug, Default)]
pub struct InboxPage {
    pub rows: Vec<ListRow>,
    pub next: Option<Cursor>,
    /// A search found more than is shown, or was cut before its end.
    pub more: bool,
    pub counts: Vec<TabCount>,
    /// Names of the assignees.
    pub names: Vec<(AccountId, String)>,
    /// How the officer is involved in those dossiers, on the tab that is about it.
    pub involved: Vec<(DossierId, Involvement)>,
    /// Rows whose step was sent back to whoever did it, by dossier and place.
    pub sent_back: Vec<(DossierId, i64)>,
}

/// What of a tab is wanted.
#[derive(Clone, Debug, Default)]
pub struct Narrowed {
    pub procedure: Option<String>,
    pub assignee: Option<AccountId>,
    pub after: Option<Cursor>,
    /// These only, as a search within the list found them.
    pub among: Option<Vec<DossierId>>,
}

/// A page of a tab with the counts of all tabs.
pub async fn list(
    app: &App,
    officer: &Officer,
    tab: Tab,
    narrowed: Narrowed,
    limit: u32,
) -> Result<InboxPage, Fault> {
    let now = app.now();
    let soon = soon(app, officer, now);
    let (own, officer) = (app.clone(), officer.clone());
    Ok(app.store.read(move |tx| page(&own, tx, &officer, tab, &narrowed, (now, soon), limit)).await?)
}

/// What an officer's lists show, read at once.
#[derive(Clone, Debug)]
pub struct InboxContents {
    pub tab: Tab,
    pub page: InboxPage,
    /// Who works in the agency.
    pub colleagues: Vec<Officer>,
    /// What each of those has in hand whom a head leads; nothing for who leads nobody.
    pub team: Vec<(Officer, InHand)>,
    /// Lists kept under a name: the officer's own and those of the division.
    pub filters: Vec<SavedFilter>,
    /// Whose place may be taken today.
    pub places: Vec<Officer>,
}

/// A page of a tab with all that stands around it. Who asks for no tab lands on the first that has work.
pub async fn contents(
    app: &App,
    officer: &Officer,
    asked: Option<Tab>,
    narrowed: Narrowed,
    limit: u32,
) -> Result<InboxContents, Fault> {
    let now = app.now();
    let times = (now, soon(app, officer, now));
    let (own, officer) = (app.clone(), officer.clone());
    let read = move |tx: &mut Tx| {
        let mut tab = asked.unwrap_or_else(|| Tab::first_of(&officer));
        let mut shown = page(&own, tx, &officer, tab, &narrowed, times, limit)?;
        if asked.is_none() && shown.rows.is_empty() {
            let busy = shown.counts.iter().find(|counted| counted.count.is_some_and(|count| count > 0));
            if let Some(busy) = busy.map(|counted| counted.tab) {
                let counts = std::mem::take(&mut shown.counts);
                tab = busy;
                shown = InboxPage { counts, ..rows(tx, &officer, tab, &narrowed, times, limit)? };
            }
        }
        let colleagues = storage::account::list_officers(tx, officer.agency)?;
        Ok::<_, StorageError>(InboxContents {
            tab,
            page: shown,
            team: team(tx, &officer, &colleagues, times)?,
            colleagues,
            filters: saved_filter::list(tx, &officer, FILTERS_MAX)?,
            places: match officer.stands_for {
                Some(_) => Vec::new(),
                None => {
                    substitutions::places(tx, &officer, now.date())?.into_iter().map(|(_, at)| at).collect()
                }
            },
        })
    };
    Ok(app.store.read(read).await?)
}

/// Maximum officers a head sees the work of at a glance.
const TEAM_MAX: usize = 60;

/// What each of those has in hand whom an officer leads, who has the most overdue first.
pub(crate) fn team(
    tx: &mut Tx,
    officer: &Officer,
    colleagues: &[Officer],
    (now, soon): (Instant, Instant),
) -> Result<Vec<(Officer, InHand)>, StorageError> {
    let leads = |other: &&Officer| other.handles() && (officer.heads_agency() || officer.heads(&other.unit));
    let led: Vec<&Officer> = colleagues.iter().filter(leads).take(TEAM_MAX).collect();
    let accounts: Vec<AccountId> = led.iter().map(|other| other.account).collect();
    let known = inbox::in_hand(tx, &accounts, now, soon)?;
    let of = |other: &Officer| {
        let nothing = InHand { officer: other.account, all: 0, soon: 0, late: 0 };
        known.iter().find(|in_hand| in_hand.officer == other.account).copied().unwrap_or(nothing)
    };
    let mut team: Vec<(Officer, InHand)> = led.into_iter().map(|other| (other.clone(), of(other))).collect();
    team.sort_by_key(|(_, in_hand)| std::cmp::Reverse((in_hand.late, in_hand.soon, in_hand.all)));
    Ok(team)
}

/// A place in a list, to be read around.
#[derive(Clone, Debug)]
pub struct PlaceInList {
    filter: Filter,
    at: Cursor,
    most: u32,
}

/// What comes before and after a place in a list, in its order.
#[derive(Clone, Debug, Default)]
pub struct Neighbours {
    pub before: Vec<ListRow>,
    pub after: Vec<ListRow>,
}

/// A place of a tab, with a maximum of dossiers for each side; nothing if the officer has no such list.
pub fn place_in(
    app: &App,
    officer: &Officer,
    tab: Tab,
    narrowed: &Narrowed,
    at: Cursor,
    most: u32,
) -> Option<PlaceInList> {
    let now = app.now();
    let filter = filter(officer, tab, narrowed, (now, soon(app, officer, now)))?;
    Some(PlaceInList { filter, at, most })
}

impl PlaceInList {
    pub(crate) fn neighbours(&self, tx: &mut Tx) -> Result<Neighbours, StorageError> {
        let (before, after) = inbox::neighbours(tx, &self.filter, self.at, self.most)?;
        Ok(Neighbours { before, after })
    }
}

/// How many running steps each of some officers has.
pub async fn loads(app: &App, officers: Vec<AccountId>) -> Result<Vec<(AccountId, u32)>, Fault> {
    let (own, now) = (app.clone(), app.now());
    Ok(app.store.read(move |tx| read_loads(&own, tx, officers.iter().copied(), now)).await?)
}

/// What a counter takes in most often: procedure and deciding agency, the most frequent first.
pub async fn most_received(
    app: &App,
    counter: AgencyId,
    most: u32,
) -> Result<Vec<(String, AgencyId)>, Fault> {
    Ok(app.store.read(move |tx| inbox::most_received(tx, counter, RECEIVED_LAST, most)).await?)
}

/// Lists kept under a name: the officer's own and those of the division.
pub async fn saved_filters(app: &App, officer: &Officer) -> Result<Vec<SavedFilter>, Fault> {
    let officer = officer.clone();
    Ok(app.store.read_once(move |tx| saved_filter::list(tx, &officer, FILTERS_MAX)).await?)
}

pub async fn save_filter(
    app: &App,
    officer: &Officer,
    name: String,
    query: String,
    shared: bool,
) -> Result<(), Fault> {
    let (now, officer) = (app.now(), officer.clone());
    let view = SavedFilter { id: app.store.new_id(now), owner: officer.account, shared, name, query };
    Ok(app.store.write(move |tx| saved_filter::insert(tx, &view, &officer, now)).await?)
}

pub async fn delete_filter(app: &App, officer: &Officer, id: i64) -> Result<bool, Fault> {
    let owner = officer.account;
    Ok(app.store.write(move |tx| saved_filter::drop(tx, id, owner)).await?)
}

/// The end of the second working day from now: what is due by then is due soon.
pub(crate) fn soon(app: &App, officer: &Officer, now: Instant) -> Instant {
    let data = app.master_data();
    let calendar = data.calendar(officer.agency);
    calendar.close_of(calendar.working_days_after(now.date(), SOON_DAYS)).plus_minutes(1)
}

/// A page of a tab with the counts of all tabs; `times` are now and the end of what is due soon.
pub(crate) fn page(
    app: &App,
    tx: &mut Tx,
    officer: &Officer,
    tab: Tab,
    narrowed: &Narrowed,
    times: (Instant, Instant),
    limit: u32,
) -> Result<InboxPage, StorageError> {
    let shown = rows(tx, officer, tab, narrowed, times, limit)?;
    let (mut counts, mut many_steps) = (Vec::new(), false);
    for tab in Tab::of(officer) {
        let filter = filter(officer, tab, &Narrowed::default(), times);
        let known = filter.as_ref().and_then(|filter| app.counts.known(&filter.scope, tab, times.0));
        let count = match (known, filter) {
            (Some(known), _) => Some(known),
            (None, None) => None,
            (None, Some(filter)) => {
                let count = inbox::count(tx, &filter, COUNT_CAP)?;
                // Late ones are told by looking at each step. One officer's own work never reaches the bound.
                let costly = count >= COUNT_CAP || many_steps && tab == Tab::LateSteps;
                if costly && filter.assignee.is_none() {
                    app.counts.note(&filter.scope, tab, count, times.0);
                }
                Some(count)
            }
        };
        many_steps |= tab == Tab::Unit && count.is_some_and(|count| count >= COUNT_CAP);
        counts.push(TabCount { tab, count });
    }
    Ok(InboxPage { counts, ..shown })
}

/// The same without counts.
fn rows(
    tx: &mut Tx,
    officer: &Officer,
    tab: Tab,
    narrowed: &Narrowed,
    times: (Instant, Instant),
    limit: u32,
) -> Result<InboxPage, StorageError> {
    let mut rows = match filter(officer, tab, narrowed, times) {
        Some(filter) => inbox::list(tx, &filter, narrowed.after, limit + 1)?,
        None => match &narrowed.among {
            None => inbox::list_done(tx, &past(officer), narrowed.after, limit + 1)?,
            Some(among) => finished_of(tx, among)?,
        },
    };
    let next = (rows.len() as u32 > limit).then(|| rows[limit as usize - 1].cursor);
    rows.truncate(limit as usize);
    let names = storage::account::names(tx, &assignees(&rows))?;
    let involved = match tab {
        Tab::Involved => {
            let ids: Vec<DossierId> = rows.iter().map(|row| DossierId(row.cursor.id)).collect();
            storage::involved::list_own(tx, officer.acts_as(), &ids)?
        }
        _ => Vec::new(),
    };
    let sent_back = if officer.handles() { crate::reminders::sent_back(tx, &rows)? } else { Vec::new() };
    Ok(InboxPage { rows, next, names, involved, sent_back, ..InboxPage::default() })
}

/// Of some dossiers those that are finished, the last finished first.
fn finished_of(tx: &mut Tx, among: &[DossierId]) -> Result<Vec<ListRow>, StorageError> {
    let mut rows = inbox::rows_of(tx, among)?;
    rows.retain(|row| row.finished_at.is_some());
    rows.sort_by_key(|row| std::cmp::Reverse((row.finished_at, row.cursor.id)));
    Ok(rows)
}

/// Whose past an officer sees: what the counter received, the head's whole agency, else one division's.
fn past(officer: &Officer) -> FinishedAt {
    match Sight::of(officer) {
        Sight { received: true, .. } => FinishedAt::Received(officer.agency),
        Sight { decided: true, .. } => FinishedAt::Decided(officer.agency),
        _ => FinishedAt::Handled(officer.agency, officer.unit.clone()),
    }
}

fn assignees(rows: &[ListRow]) -> Vec<AccountId> {
    let mut ids: Vec<_> = rows.iter().filter_map(|row| row.assignee).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// What a tab shows of the open work; nothing for the tab of finished dossiers.
pub(crate) fn filter(
    officer: &Officer,
    tab: Tab,
    narrowed: &Narrowed,
    (now, soon): (Instant, Instant),
) -> Option<Filter> {
    let Sight { received, decided, .. } = Sight::of(officer);
    let place = if received || decided {
        ListScope::Agency { agency: officer.agency, received, decided }
    } else {
        ListScope::Unit(officer.agency, officer.unit.clone())
    };
    // A head may be given the step of any division; others work where they sit.
    let desk = match decided {
        true => place.clone(),
        false => ListScope::Unit(officer.agency, officer.unit.clone()),
    };
    let in_place = |queue| Filter {
        scope: place.clone(),
        queue,
        due_from: None,
        due_before: None,
        assignee: narrowed.assignee,
        procedure: narrowed.procedure.clone(),
        among: narrowed.among.clone(),
        // The counter and who waits for the applicant look at dossiers, a division at its steps.
        step_due_before: None,
        once: matches!(place, ListScope::Agency { .. }) && (!decided || queue == Some(Queue::Applicant)),
    };
    let now = now.millis();
    // A late step is its division's matter at once, the head of the agency's after a day.
    let escalated = if decided { crate::reminders::ESCALATION_MINUTES * 60_000 } else { 0 };
    Some(match tab {
        Tab::Intake => in_place(Some(Queue::Intake)),
        Tab::HandOver => in_place(Some(Queue::HandOver)),
        Tab::Return => in_place(Some(Queue::Return)),
        Tab::Mine => Filter { scope: desk, assignee: Some(officer.acts_as()), ..in_place(None) },
        Tab::Unit => in_place(Some(Queue::Work)),
        Tab::Involved => Filter {
            scope: ListScope::Involved(officer.agency, officer.acts_as()),
            once: true,
            ..in_place(None)
        },
        Tab::Applicant => in_place(Some(Queue::Applicant)),
        Tab::Soon => Filter { due_from: Some(now), due_before: Some(soon.millis()), ..in_place(None) },
        Tab::LateSteps => Filter { step_due_before: Some(now - escalated), ..in_place(Some(Queue::Work)) },
        Tab::Overdue => Filter { due_before: Some(now), ..in_place(None) },
        Tab::Done => return None,
    })
}
