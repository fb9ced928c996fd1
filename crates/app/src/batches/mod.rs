//! One act wished for many dossiers: chosen, looked at, begun, done one by one by a job, and taken back where an act
//! does that. Each dossier is acted on through the one door, as if its officer had opened it.

mod plan;

pub use plan::{BatchAct, BatchKind, Why};
use plan::{StepHere, Wished, Wisher};

use crate::dossiers::{NotDone, Wish};
use crate::inbox::{ListRow, Narrowed, Tab};
use crate::{App, Fault, jobs, random};
use domain::Text;
use domain::dossier::{Dossier, DossierId, Reference, replay};
use domain::officer::{Actor, Officer};
use domain::time::Instant;
use std::collections::{HashMap, HashSet};
pub use storage::batch::ItemState;
use storage::batch::{self, Batch, Item};
use storage::{StorageError, Tx, inbox, record};

/// So many dossiers at most.
pub const BATCH_MAX: u32 = 500;
/// So many of an officer's own are listed.
const SHOWN: u32 = 20;
/// Forgotten after so many days; what was done stays in the record of each dossier.
pub(crate) const KEPT_DAYS: i64 = 60;

/// Which dossiers.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Rows of a list: the dossier, the place of its step, and the step.
    Rows(Vec<(Reference, usize, String)>),
    /// A whole list.
    List(Tab, Narrowed),
}

/// A batch as its officer looks at it.
#[derive(Clone, Debug)]
pub struct BatchView {
    pub token: String,
    pub act: BatchAct,
    pub begun_at: Option<Instant>,
    pub items: Vec<ItemView>,
}

impl BatchView {
    pub fn count(&self, state: ItemState) -> usize {
        self.items.iter().filter(|item| item.state == state).count()
    }

    /// Those that can be done, before it is begun.
    pub fn ready(&self) -> impl Iterator<Item = &ItemView> {
        self.items.iter().filter(|item| item.state == ItemState::Chosen && item.why.is_none())
    }
}

#[derive(Clone, Debug)]
pub struct ItemView {
    pub place: u32,
    /// Nothing where the dossier may not be seen any more.
    pub row: Option<ListRow>,
    pub state: ItemState,
    /// How many events the dossier has now.
    pub sequence: u32,
    /// Why it cannot be done, or was not.
    pub why: Option<Text>,
    /// The running step it is about, its outcomes, and whether it is late.
    pub step: Option<domain::procedure::Step>,
    pub outcomes: Vec<process::Outcome>,
    pub late: bool,
}

/// One that was begun, for a list.
#[derive(Clone, Debug)]
pub struct BatchRow {
    pub token: String,
    pub act: BatchAct,
    pub begun_at: Instant,
    pub waiting: u32,
    pub done: u32,
    pub refused: u32,
}

impl App {
    /// Notes which dossiers were chosen for an act; nothing where there was none the officer may see.
    pub async fn choose_batch(
        &self,
        officer: &Officer,
        kind: BatchKind,
        chosen: Chosen,
    ) -> Result<Option<String>, Fault> {
        let now = self.now();
        let times = (now, self.soon(officer, now));
        let (id, token, officer) = (self.store.new_id(now), random::token(), officer.clone());
        let act = BatchAct::of_kind(kind);
        let write = move |tx: &mut Tx| {
            let wanted = wanted(tx, &officer, &chosen, times)?;
            let mut ids: Vec<DossierId> = wanted.iter().map(|(dossier, _, _)| *dossier).collect();
            ids.dedup();
            let known = seen_by(tx, &officer, &ids)?;
            let mut items = Vec::new();
            for (dossier, place, step) in wanted {
                let Some(known) = known.get(&dossier) else { continue };
                let at = known.steps.get(place).filter(|at| at.id == step);
                let at = at.or_else(|| known.steps.iter().find(|at| at.id == step));
                let step = at.filter(|_| kind.of_steps()).map(StepHere::of);
                items.push((dossier, Wished { step, ..Wished::default() }));
            }
            if items.is_empty() {
                return Ok(None);
            }
            keep(tx, id, &token, &officer, &act, None, items, now)?;
            Ok::<_, StorageError>(Some(token.clone()))
        };
        Ok(self.store.write(write).await?)
    }

    /// Chooses what a batch did, to be taken back; nothing where that is nobody's to do.
    pub async fn choose_undo(&self, officer: &Officer, token: &str) -> Result<Option<String>, Fault> {
        let now = self.now();
        let (id, old, token, officer) =
            (self.store.new_id(now), token.to_string(), random::token(), officer.clone());
        let write = move |tx: &mut Tx| {
            let Some(batch) = batch::find(tx, &old)?.filter(|batch| is_own(batch, &officer)) else {
                return Ok(None);
            };
            let done: BatchAct = serde_json::from_str(&batch.act)?;
            let mut items = Vec::new();
            for item in batch::items(tx, batch.id)?.into_iter().filter(|item| item.state == ItemState::Done) {
                let wished: Wished = serde_json::from_str(&item.body)?;
                items.push((item.dossier, Wished { seen: None, why: None, ..wished }));
            }
            if items.is_empty() || !done.kind.can_be_undone() {
                return Ok(None);
            }
            let act = BatchAct { of: Some(done.kind), ..BatchAct::of_kind(BatchKind::Undo) };
            keep(tx, id, &token, &officer, &act, Some(batch.id), items, now)?;
            Ok::<_, StorageError>(Some(token.clone()))
        };
        Ok(self.store.write(write).await?)
    }

    /// A batch of the officer's own: before it is begun with what could be done now, then with what was.
    pub async fn batch(&self, officer: &Officer, token: &str) -> Result<Option<BatchView>, Fault> {
        let (officer, token) = (officer.clone(), token.to_string());
        let (now, data) = (self.now(), self.reference());
        let read = move |tx: &mut Tx| {
            let Some(batch) = batch::find(tx, &token)?.filter(|batch| is_own(batch, &officer)) else {
                return Ok(None);
            };
            let act: BatchAct = serde_json::from_str(&batch.act)?;
            let items = batch::items(tx, batch.id)?;
            let mut ids: Vec<DossierId> = items.iter().map(|item| item.dossier).collect();
            ids.sort();
            ids.dedup();
            let rows = inbox::rows_of(tx, &ids)?;
            let known = seen_by(tx, &officer, &ids)?;
            let colleagues = storage::account::list_officers(tx, officer.agency)?;
            let wisher = Wisher { officer: &officer, colleagues: &colleagues };
            let mut views: Vec<ItemView> = Vec::new();
            let mut outcomes: Option<Vec<process::Outcome>> = None;
            for item in items {
                let wished: Wished = serde_json::from_str(&item.body)?;
                let dossier = known.get(&item.dossier);
                let row = dossier.and_then(|_| rows.iter().find(|row| row.cursor.id == item.dossier.0));
                let mut view = ItemView {
                    place: item.place,
                    row: row.cloned(),
                    state: item.state,
                    sequence: dossier.map_or(0, |dossier| dossier.sequence),
                    why: wished.why.clone(),
                    step: None,
                    outcomes: Vec::new(),
                    late: false,
                };
                let procedure = dossier.and_then(|dossier| data.pinned(&dossier.pinned));
                if let (Some(dossier), Some(procedure)) = (dossier, procedure) {
                    let process = &procedure.process;
                    let here = wished.step.as_ref();
                    view.step = here.and_then(|step| process.step(&step.id)).cloned();
                    if item.state == ItemState::Chosen {
                        let mut may = wisher.may(&act, &wished, dossier, &procedure);
                        let running = here.and_then(|step| dossier.step(step.token));
                        view.late = running.is_some_and(|running| running.due < now);
                        if act.kind == BatchKind::Finish && may.is_ok() {
                            view.outcomes =
                                here.map_or_else(Vec::new, |step| process.outcomes(&step.id).to_vec());
                            let keys = |of: &[process::Outcome]| -> Vec<String> {
                                of.iter().map(|outcome| outcome.key.clone()).collect()
                            };
                            let first = outcomes.get_or_insert_with(|| view.outcomes.clone());
                            if keys(first) != keys(&view.outcomes) {
                                may = Err(Why::OtherOutcomes);
                            }
                        }
                        view.why = may.err().map(|why| why.text());
                    }
                } else if item.state == ItemState::Chosen {
                    view.why = Some(Why::Gone.text());
                }
                views.push(view);
            }
            Ok::<_, StorageError>(Some(BatchView {
                token: batch.token,
                act,
                begun_at: batch.begun_at,
                items: views,
            }))
        };
        Ok(self.store.read(read).await?)
    }

    /// Begins a batch with those dossiers that were looked at: by place, how many events each had. False where it was
    /// begun before.
    pub async fn begin_batch(
        &self,
        officer: &Officer,
        token: &str,
        filled: BatchAct,
        seen: Vec<(u32, u32)>,
    ) -> Result<bool, Fault> {
        let now = self.now();
        let (job, officer, token) = (self.store.new_id(now), officer.clone(), token.to_string());
        let seen: HashMap<u32, u32> = seen.into_iter().collect();
        let write = move |tx: &mut Tx| {
            let Some(batch) = batch::find(tx, &token)?.filter(|batch| is_own(batch, &officer)) else {
                return Ok(false);
            };
            let act: BatchAct = serde_json::from_str(&batch.act)?;
            let act = BatchAct { kind: act.kind, of: act.of, ..filled.clone() };
            if !batch::begin(tx, batch.id, &serde_json::to_string(&act)?, now)? {
                return Ok(false);
            }
            let mut items = batch::items(tx, batch.id)?;
            for item in &mut items {
                let mut wished: Wished = serde_json::from_str(&item.body)?;
                wished.seen = seen.get(&item.place).copied();
                item.state = wished.seen.map_or(ItemState::LeftOut, |_| ItemState::Waiting);
                item.body = serde_json::to_string(&wished)?;
            }
            batch::replace_items(tx, batch.id, &items)?;
            jobs::enqueue_batch(tx, job, batch.id, now)?;
            Ok::<_, StorageError>(true)
        };
        Ok(self.store.write(write).await?)
    }

    /// An officer's own, the newest first.
    pub async fn list_batches(&self, officer: &Officer) -> Result<Vec<BatchRow>, Fault> {
        let officer = officer.clone();
        let read = move |tx: &mut Tx| {
            let mut batches = batch::list_begun(tx, officer.account, SHOWN)?;
            batches.retain(|batch| is_own(batch, &officer));
            let counts = batch::counts(tx, &batches.iter().map(|batch| batch.id).collect::<Vec<_>>())?;
            let count = |id: i64, state: ItemState| {
                let found = counts.iter().find(|(of, is, _)| *of == id && *is == state);
                found.map_or(0, |(_, _, count)| *count)
            };
            let mut rows = Vec::new();
            for of in batches {
                let Some(begun_at) = of.begun_at else { continue };
                rows.push(BatchRow {
                    act: serde_json::from_str(&of.act)?,
                    begun_at,
                    waiting: count(of.id, ItemState::Waiting),
                    done: count(of.id, ItemState::Done),
                    refused: count(of.id, ItemState::Refused),
                    token: of.token,
                });
            }
            Ok::<_, StorageError>(rows)
        };
        Ok(self.store.read(read).await?)
    }

    /// Does what waits, dossier by dossier. Run again, it goes on where it was.
    pub(crate) async fn run_batch(&self, id: i64) -> Result<(), Fault> {
        let read = move |tx: &mut Tx| {
            let Some(batch) = batch::find_by_id(tx, id)? else { return Ok(None) };
            // Whoever may not sign in any more does nothing any more either.
            let active = storage::account::find(tx, batch.owner)?.is_some_and(|account| !account.disabled);
            let officer = storage::account::find_officer(tx, batch.owner)?.filter(|_| active);
            let items = batch::items(tx, id)?;
            Ok::<_, StorageError>(Some((batch, officer, items)))
        };
        let Some((batch, officer, items)) = self.store.read(read).await? else { return Ok(()) };
        let mut act: BatchAct = serde_json::from_str(&batch.act)?;
        let officer = match (officer, batch.stands_for) {
            (Some(officer), Some(absent)) => self.stand_in(&officer, absent).await?,
            (officer, _) => officer,
        };
        let colleagues = match &officer {
            Some(officer) => self.list_officers(officer.agency).await?,
            None => Vec::new(),
        };
        // Two steps of one dossier may be chosen: what the first did is not something that happened meanwhile.
        let mut own: HashMap<DossierId, (u32, u32)> = HashMap::new();
        for item in items.into_iter().filter(|item| item.state == ItemState::Waiting) {
            let mut wished: Wished = serde_json::from_str(&item.body)?;
            let seen = wished.seen;
            if let Some((from, to)) = own.get(&item.dossier)
                && seen == Some(*from)
            {
                wished.seen = Some(*to);
            }
            let done = match &officer {
                Some(officer) => {
                    let wisher = Wisher { officer, colleagues: &colleagues };
                    self.do_item(&batch, &act, &wisher, &item, wished.clone()).await?
                }
                None => Err(Why::Gone),
            };
            match (done, seen) {
                (Ok(sequence), Some(seen)) => {
                    own.insert(item.dossier, (seen, sequence));
                }
                (Ok(_), None) => {}
                (Err(why), _) => {
                    wished.why = Some(why.text());
                    let body = serde_json::to_string(&wished)?;
                    let refused = Item { state: ItemState::Refused, body, ..item };
                    self.store.write(move |tx| batch::settle_item(tx, id, &refused)).await?;
                }
            }
        }
        if !act.words.is_empty() {
            act.words.clear();
            let act = serde_json::to_string(&act)?;
            self.store.write(move |tx| batch::set_act(tx, id, &act)).await?;
        }
        Ok(())
    }

    /// One dossier, and the note that it is done in the same transaction: the number of its events then.
    async fn do_item(
        &self,
        of: &Batch,
        act: &BatchAct,
        wisher: &Wisher<'_>,
        item: &Item,
        mut wished: Wished,
    ) -> Result<Result<u32, Why>, Fault> {
        let dossier = item.dossier;
        let loaded = self.store.read(move |tx| crate::dossiers::load(tx, dossier)).await?;
        let Some(dossier) = loaded.filter(|dossier| dossier.visible_to(wisher.officer)) else {
            return Ok(Err(Why::Gone));
        };
        if wished.seen != Some(dossier.sequence) {
            return Ok(Err(Why::Changed));
        }
        let command = match wisher.command(act, &wished, &dossier) {
            Ok(command) => command,
            Err(why) => return Ok(Err(why)),
        };
        if act.kind != BatchKind::Undo {
            let step = wished.step.as_ref().and_then(|step| dossier.step(step.token));
            wished.before = step.and_then(|step| step.assignee);
        }
        let wish = Wish {
            reference: dossier.reference.clone(),
            actor: Actor::Officer(wisher.officer.clone()),
            command,
            key: format!("batch-{}-{}", of.id, item.place),
            seen: wished.seen,
        };
        let (batch, item) = (of.id, item.clone());
        let noted = move |tx: &mut Tx, after: &Dossier| {
            let wished = Wished { after: Some(after.sequence), ..wished.clone() };
            let body = serde_json::to_string(&wished)?;
            batch::settle_item(tx, batch, &Item { state: ItemState::Done, body, ..item.clone() })
        };
        match self.perform_noting(wish, noted).await {
            Ok(done) => Ok(Ok(done.dossier.sequence)),
            Err(NotDone::Refused(refusal)) => Ok(Err(Why::Refused(refusal))),
            Err(NotDone::Overtaken { .. }) => Ok(Err(Why::Changed)),
            Err(NotDone::NotFound) => Ok(Err(Why::Gone)),
            Err(NotDone::Fault(fault)) => Err(fault),
        }
    }
}

/// Whether it is this officer's, of the desk they are at.
fn is_own(batch: &Batch, officer: &Officer) -> bool {
    batch.owner == officer.account && batch.stands_for == officer.stands_for
}

/// The chosen dossiers, each with the place of its step and the step.
fn wanted(
    tx: &mut Tx,
    officer: &Officer,
    chosen: &Chosen,
    times: (Instant, Instant),
) -> Result<Vec<(DossierId, usize, String)>, StorageError> {
    match chosen {
        Chosen::Rows(rows) => {
            let rows = &rows[..rows.len().min(BATCH_MAX as usize)];
            let references: Vec<&Reference> = rows.iter().map(|(reference, _, _)| reference).collect();
            let found: HashMap<String, DossierId> =
                storage::dossier::find_all(tx, &references)?.into_iter().collect();
            let id = |reference: &Reference| found.get(reference.as_str()).copied();
            let one = |(reference, place, step): &(Reference, usize, String)| {
                Some((id(reference)?, *place, step.clone()))
            };
            Ok(rows.iter().filter_map(one).collect())
        }
        Chosen::List(tab, narrowed) => {
            let Some(filter) = crate::inbox::filter(officer, *tab, narrowed, times) else {
                return Ok(Vec::new());
            };
            let rows = inbox::list(tx, &filter, None, BATCH_MAX)?;
            let one = |row: ListRow| {
                (DossierId(row.cursor.id), row.cursor.place as usize, row.step.unwrap_or_default())
            };
            Ok(rows.into_iter().map(one).collect())
        }
    }
}

/// Of some dossiers those the officer may see.
fn seen_by(
    tx: &mut Tx,
    officer: &Officer,
    ids: &[DossierId],
) -> Result<HashMap<DossierId, Dossier>, StorageError> {
    let records = record::load_all(tx, ids)?;
    let dossiers = records.into_iter().filter_map(|(id, records)| Some((id, replay(id, &records)?)));
    Ok(dossiers.filter(|(_, dossier)| dossier.visible_to(officer)).collect())
}

/// Writes a batch nobody has begun yet; a step chosen twice counts once.
#[allow(clippy::too_many_arguments)]
fn keep(
    tx: &mut Tx,
    id: i64,
    token: &str,
    officer: &Officer,
    act: &BatchAct,
    undoes: Option<i64>,
    wished: Vec<(DossierId, Wished)>,
    now: Instant,
) -> Result<(), StorageError> {
    let of = Batch {
        id,
        token: token.to_string(),
        owner: officer.account,
        stands_for: officer.stands_for,
        act: serde_json::to_string(act)?,
        begun_at: None,
        undoes,
        made_at: now,
    };
    let mut known = HashSet::new();
    let mut items = Vec::new();
    for (dossier, wished) in wished {
        let token = wished.step.as_ref().and_then(|step| step.token);
        if known.insert((dossier, token)) {
            let place = items.len() as u32;
            let body = serde_json::to_string(&wished)?;
            items.push(Item { place, dossier, state: ItemState::Chosen, body });
        }
    }
    batch::insert(tx, &of, &items)
}
