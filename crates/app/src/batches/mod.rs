//! One act asked for many dossiers: chosen, looked at, begun, done one by one by a job, and taken back where an act
//! does that. Each dossier is acted on through the one door, as if its officer had opened it.

mod plan;
mod review;
mod run;
mod view;

pub use plan::{BatchAct, BatchKind, ItemRefusal};
use plan::{ItemRequest, StepHere};
pub use review::review;
pub(crate) use run::run;
pub use view::{BatchRow, BatchView, ItemView, find, list};

use crate::inbox::{ListRow, Narrowed, Tab};
use crate::{App, Fault, jobs, random};
use domain::dossier::{Dossier, DossierId, Reference, replay};
use domain::officer::Officer;
use domain::time::Instant;
use std::collections::{HashMap, HashSet};
pub use storage::batch::ItemState;
use storage::batch::{self, Batch, BatchItem};
use storage::{StorageError, Tx, inbox, record};

/// Maximum dossiers of a batch.
pub const BATCH_MAX: u32 = 500;
/// Days until a batch is forgotten; what was done stays in the record of each dossier.
pub(crate) const KEPT_DAYS: i64 = 60;

/// Which dossiers.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Rows of a list: the dossier, the place of its step, and the step.
    Rows(Vec<(Reference, usize, String)>),
    /// A whole list.
    List(Tab, Narrowed),
}

/// Notes which dossiers were chosen for an act; nothing where there was none the officer may see.
pub async fn choose(
    app: &App,
    officer: &Officer,
    kind: BatchKind,
    chosen: Chosen,
) -> Result<Option<String>, Fault> {
    let now = app.now();
    let times = (now, crate::inbox::soon(app, officer, now));
    let (id, token, officer) = (app.store.new_id(now), random::token(), officer.clone());
    let act = BatchAct::of_kind(kind);
    let chooser = officer.clone();
    let read = move |tx: &mut Tx| {
        let wanted = wanted(tx, &chooser, &chosen, times)?;
        let mut ids: Vec<DossierId> = wanted.iter().map(|(dossier, _, _)| *dossier).collect();
        ids.dedup();
        let known = seen_by(tx, &chooser, &ids)?;
        let mut items = Vec::new();
        for (dossier, place, step) in wanted {
            let Some(known) = known.get(&dossier) else { continue };
            let at = known.steps.get(place).filter(|at| at.id == step);
            let at = at.or_else(|| known.steps.iter().find(|at| at.id == step));
            let step = at.filter(|_| kind.of_steps()).map(StepHere::of);
            items.push((dossier, ItemRequest { step, ..ItemRequest::default() }));
        }
        Ok::<_, StorageError>(items)
    };
    let items = app.store.read(read).await?;
    if items.is_empty() {
        return Ok(None);
    }
    let kept = token.clone();
    let write = move |tx: &mut Tx| keep(tx, id, &kept, &officer, &act, None, items.clone(), now);
    app.store.write(write).await?;
    Ok(Some(token))
}

/// Chooses what a batch did, to be taken back; nothing where that is nobody's to do.
pub async fn choose_undo(app: &App, officer: &Officer, token: &str) -> Result<Option<String>, Fault> {
    let now = app.now();
    let (id, old, token, officer) =
        (app.store.new_id(now), token.to_string(), random::token(), officer.clone());
    let write = move |tx: &mut Tx| {
        let Some(batch) = batch::find(tx, &old)?.filter(|batch| is_own(batch, &officer)) else {
            return Ok(None);
        };
        let done: BatchAct = serde_json::from_str(&batch.act)?;
        let mut items = Vec::new();
        for item in batch::items(tx, batch.id)?.into_iter().filter(|item| item.state == ItemState::Done) {
            let request: ItemRequest = serde_json::from_str(&item.body)?;
            items.push((item.dossier, ItemRequest { seen: None, why: None, ..request }));
        }
        if items.is_empty() || !done.kind.can_be_undone() {
            return Ok(None);
        }
        let act = BatchAct { undoes: Some(done.kind), ..BatchAct::of_kind(BatchKind::Undo) };
        keep(tx, id, &token, &officer, &act, Some(batch.id), items, now)?;
        Ok::<_, StorageError>(Some(token.clone()))
    };
    Ok(app.store.write(write).await?)
}

/// Begins a batch with those dossiers that were looked at: by place, how many events each had. False where it was
/// begun before.
pub async fn begin(
    app: &App,
    officer: &Officer,
    token: &str,
    filled: BatchAct,
    seen: Vec<(u32, u32)>,
) -> Result<bool, Fault> {
    let now = app.now();
    let (job, officer, token) = (app.store.new_id(now), officer.clone(), token.to_string());
    let seen: HashMap<u32, u32> = seen.into_iter().collect();
    let write = move |tx: &mut Tx| {
        let Some(batch) = batch::find(tx, &token)?.filter(|batch| is_own(batch, &officer)) else {
            return Ok(false);
        };
        let act: BatchAct = serde_json::from_str(&batch.act)?;
        let act = BatchAct { kind: act.kind, undoes: act.undoes, ..filled.clone() };
        if !batch::begin(tx, batch.id, &serde_json::to_string(&act)?, now)? {
            return Ok(false);
        }
        let mut items = batch::items(tx, batch.id)?;
        for item in &mut items {
            let mut request: ItemRequest = serde_json::from_str(&item.body)?;
            request.seen = seen.get(&item.place).copied();
            item.state = request.seen.map_or(ItemState::LeftOut, |_| ItemState::Waiting);
            item.body = serde_json::to_string(&request)?;
        }
        batch::replace_items(tx, batch.id, &items)?;
        jobs::enqueue_batch(tx, job, batch.id, now)?;
        Ok::<_, StorageError>(true)
    };
    Ok(app.store.write(write).await?)
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
    request: Vec<(DossierId, ItemRequest)>,
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
    for (dossier, request) in request {
        let token = request.step.as_ref().and_then(|step| step.token);
        if known.insert((dossier, token)) {
            let place = items.len() as u32;
            let body = serde_json::to_string(&request)?;
            items.push(BatchItem { place, dossier, state: ItemState::Chosen, body });
        }
    }
    batch::insert(tx, &of, &items)
}
