//! The officers' lists: tabs with counts, pages, searches.

use crate::{App, Fault, random, searches};
use crate::{fold, identity};
use domain::agency::AgencyId;
use domain::code::DossierCode;
use domain::dossier::{DossierId, Involvement, Reference, Sight, may_open};
use domain::officer::{AccountId, Officer};
use domain::time::Instant;
use jiff::ToSpan;
use std::collections::HashSet;
pub use storage::inbox::{Cursor, ListRow};
use storage::inbox::{Filter, FinishedAt, Found, Scope, SearchedFor, Within};
use storage::list_view;
pub use storage::list_view::ListView;
use storage::work::Queue;
use storage::{StorageError, Tx, inbox};

/// The greatest number a count is taken to; more is shown as "more than".
pub const COUNT_CAP: u32 = 1_000;
/// Maximum kept lists shown.
const VIEWS_MAX: u32 = 50;
/// Working days within which something is due soon.
const SOON_DAYS: u32 = 2;
/// So many dossiers back, finished and open, a counter's most frequent procedures are counted.
const RECEIVED_LAST: u32 = 300;
const SEARCH_MINUTES: i64 = 8 * 60;
/// Maximum dossiers a search shows.
const FOUND_MAX: u32 = 50;

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

#[derive(Clone, Debug)]
pub struct TabCount {
    pub tab: Tab,
    /// Nothing for finished dossiers, which are not counted.
    pub count: Option<u32>,
}

#[derive(Clone, Debug, Default)]
pub struct Page {
    pub rows: Vec<ListRow>,
    pub next: Option<Cursor>,
    /// A search found more than is shown, or was cut before its end.
    pub more: bool,
    pub counts: Vec<TabCount>,
    /// Names of the assignees.
    pub names: Vec<(AccountId, String)>,
    /// How the officer is involved in those dossiers, on the tab that is about it.
    pub involved: Vec<(DossierId, Involvement)>,
}

/// What of a tab is wanted.
#[derive(Clone, Debug, Default)]
pub struct Narrowed {
    pub procedure: Option<String>,
    pub assignee: Option<AccountId>,
    pub after: Option<Cursor>,
}

/// A page of a tab with the counts of all tabs.
pub async fn list(
    app: &App,
    officer: &Officer,
    tab: Tab,
    narrowed: Narrowed,
    limit: u32,
) -> Result<Page, Fault> {
    let now = app.now();
    let soon = soon(app, officer, now);
    let officer = officer.clone();
    Ok(app.store.read(move |tx| page(tx, &officer, tab, &narrowed, (now, soon), limit)).await?)
}

/// The dossiers before and after a place of a tab.
pub async fn neighbours(
    app: &App,
    officer: &Officer,
    tab: Tab,
    narrowed: Narrowed,
    at: Cursor,
) -> Result<(Option<ListRow>, Option<ListRow>), Fault> {
    let now = app.now();
    let Some(filter) = filter(officer, tab, &narrowed, (now, soon(app, officer, now))) else {
        return Ok((None, None));
    };
    Ok(app.store.read(move |tx| inbox::neighbours(tx, &filter, at)).await?)
}

/// How many running steps each of some officers has.
pub async fn loads(app: &App, officers: Vec<AccountId>) -> Result<Vec<(AccountId, u32)>, Fault> {
    Ok(app.store.read(move |tx| inbox::loads(tx, &officers)).await?)
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
pub async fn list_views(app: &App, officer: &Officer) -> Result<Vec<ListView>, Fault> {
    let officer = officer.clone();
    Ok(app.store.read(move |tx| list_view::list(tx, &officer, VIEWS_MAX)).await?)
}

pub async fn keep_view(
    app: &App,
    officer: &Officer,
    name: String,
    query: String,
    shared: bool,
) -> Result<(), Fault> {
    let (now, officer) = (app.now(), officer.clone());
    let view = ListView { id: app.store.new_id(now), owner: officer.account, shared, name, query };
    Ok(app.store.write(move |tx| list_view::insert(tx, &view, &officer, now)).await?)
}

pub async fn drop_view(app: &App, officer: &Officer, id: i64) -> Result<bool, Fault> {
    let owner = officer.account;
    Ok(app.store.write(move |tx| list_view::drop(tx, id, owner)).await?)
}

/// The end of the second working day from now: what is due by then is due soon.
pub(crate) fn soon(app: &App, officer: &Officer, now: Instant) -> Instant {
    let data = app.reference();
    let calendar = data.calendar(officer.agency);
    let mut day = now.date();
    for _ in 0..SOON_DAYS {
        day = calendar.working_day_from(day + 1.days()).date;
    }
    calendar.close_of(day).plus_minutes(1)
}

/// Keeps a search under an opaque address; one for people is recorded.
pub async fn save_search(app: &App, officer: &Officer, text: &str) -> Result<String, Fault> {
    let token = random::token();
    let (kept, text, account) = (token.clone(), text.to_string(), officer.account);
    let (now, audited) = (app.now(), app.store.new_id(app.now()));
    let ends = now.plus_minutes(SEARCH_MINUTES);
    app.store
        .write(move |tx| {
            searches::record(tx, audited, account, &wanted(&text), now)?;
            inbox::save_search(tx, &kept, account, &text, ends)
        })
        .await?;
    Ok(token)
}

/// Runs a saved search: what was searched for, and the dossiers the officer may open.
pub async fn run_search(
    app: &App,
    officer: &Officer,
    token: String,
) -> Result<Option<(String, Page)>, Fault> {
    let (now, officer) = (app.now(), officer.clone());
    let found = app
        .store
        .read(move |tx| {
            let Some(text) = inbox::find_search(tx, &token, officer.account, now)? else {
                return Ok(None);
            };
            let within = within(&officer);
            // Who sees all of it needs no more rows than are shown; a division's own may lie among others.
            let whole = !within.decided || Sight::of(&officer).decided;
            let looked_at = if whole { FOUND_MAX } else { FOUND_MAX * 10 };
            let found = inbox::search(tx, &wanted(&text), within, looked_at + 1)?;
            let cut = found.len() as u32 > looked_at;
            let mut rows = openable(tx, &officer, found)?;
            let more = cut || rows.len() as u32 > FOUND_MAX;
            rows.truncate(FOUND_MAX as usize);
            let names = storage::account::names(tx, &assignees(&rows))?;
            let page = Page { rows, more, names, ..Page::default() };
            Ok::<_, StorageError>(Some((text, page)))
        })
        .await?;
    Ok(found)
}

/// Where an officer's searches look.
pub(crate) fn within(officer: &Officer) -> Within {
    let sight = Sight::of(officer);
    Within { agency: officer.agency, received: sight.received, decided: sight.handled }
}

/// What of it an officer may open. What its row does not tell, its events do.
pub(crate) fn openable(
    tx: &mut Tx,
    officer: &Officer,
    found: Vec<Found>,
) -> Result<Vec<ListRow>, StorageError> {
    let told = |found: &Found| {
        let had = found.units.contains(&officer.unit);
        may_open(officer, found.row.receiving, found.row.competent, had)
    };
    let open = |found: &Found| {
        officer.handles() && found.row.competent == officer.agency && !found.row.stage.closed()
    };
    let doubtful: Vec<DossierId> = found
        .iter()
        .filter(|found| !told(found) && open(found))
        .map(|found| DossierId(found.row.cursor.id))
        .collect();
    let mut visible = HashSet::new();
    for (id, records) in storage::record::load_all(tx, &doubtful)? {
        if domain::dossier::replay(id, &records).is_some_and(|dossier| dossier.visible_to(officer)) {
            visible.insert(id.0);
        }
    }
    let mut rows: Vec<ListRow> = Vec::new();
    for found in found {
        if told(&found) || visible.contains(&found.row.cursor.id) {
            rows.push(found.row);
        }
    }
    Ok(rows)
}

/// A page of a tab with the counts of all tabs; `times` are now and the end of what is due soon.
pub(crate) fn page(
    tx: &mut Tx,
    officer: &Officer,
    tab: Tab,
    narrowed: &Narrowed,
    times: (Instant, Instant),
    limit: u32,
) -> Result<Page, StorageError> {
    let mut rows = match filter(officer, tab, narrowed, times) {
        Some(filter) => inbox::list(tx, &filter, narrowed.after, limit + 1)?,
        None => inbox::list_done(tx, &past(officer), narrowed.after, limit + 1)?,
    };
    let next = (rows.len() as u32 > limit).then(|| rows[limit as usize - 1].cursor);
    rows.truncate(limit as usize);
    let mut counts = Vec::new();
    for tab in Tab::of(officer) {
        let count = match filter(officer, tab, &Narrowed::default(), times) {
            Some(filter) => Some(inbox::count(tx, &filter, COUNT_CAP)?),
            None => None,
        };
        counts.push(TabCount { tab, count });
    }
    let names = storage::account::names(tx, &assignees(&rows))?;
    let involved = match tab {
        Tab::Involved => {
            let ids: Vec<DossierId> = rows.iter().map(|row| DossierId(row.cursor.id)).collect();
            storage::involved::list_own(tx, officer.acts_as(), &ids)?
        }
        _ => Vec::new(),
    };
    Ok(Page { rows, next, more: false, counts, names, involved })
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
        Scope::Agency { agency: officer.agency, received, decided }
    } else {
        Scope::Unit(officer.agency, officer.unit.clone())
    };
    // A head may be given the step of any division; others work where they sit.
    let desk = match decided {
        true => place.clone(),
        false => Scope::Unit(officer.agency, officer.unit.clone()),
    };
    let in_place = |queue| Filter {
        scope: place.clone(),
        queue,
        due_from: None,
        due_before: None,
        assignee: narrowed.assignee,
        procedure: narrowed.procedure.clone(),
        // The counter and who waits for the applicant look at dossiers, a division at its steps.
        step_due_before: None,
        once: matches!(place, Scope::Agency { .. }) && (!decided || queue == Some(Queue::Applicant)),
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
        Tab::Involved => {
            Filter { scope: Scope::Involved(officer.agency, officer.acts_as()), once: true, ..in_place(None) }
        }
        Tab::Applicant => in_place(Some(Queue::Applicant)),
        Tab::Soon => Filter { due_from: Some(now), due_before: Some(soon.millis()), ..in_place(None) },
        Tab::LateSteps => Filter { step_due_before: Some(now - escalated), ..in_place(Some(Queue::Work)) },
        Tab::Overdue => Filter { due_before: Some(now), ..in_place(None) },
        Tab::Done => return None,
    })
}

/// A code, a reference, an identity number, a passport if it is called one, or else a name.
fn wanted(text: &str) -> SearchedFor {
    if let Some(code) = DossierCode::parse(text) {
        return SearchedFor::Code(code.to_string());
    }
    let has_digits = typed::plain(text).chars().any(|letter| letter.is_ascii_digit());
    if let Some(reference) = Reference::parse(text).filter(|_| has_digits) {
        return SearchedFor::Reference(reference.as_str().to_string());
    }
    if let Some(wanted) = identity::wanted(text) {
        return wanted;
    }
    SearchedFor::Name(fold::keys(text))
}
