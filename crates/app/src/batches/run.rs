//! A batch is done, dossier by dossier, each through the one door.

use super::plan::{BatchAct, BatchKind, BatchOfficer, ItemRefusal, ItemRequest};
use crate::dossiers::{ActRequest, NotDone};
use crate::{App, Fault, accounts, dossiers, substitutions};
use domain::dossier::{Dossier, DossierId};
use domain::officer::Actor;
use std::collections::HashMap;
use storage::batch::{self, Batch, BatchItem, ItemState};
use storage::{StorageError, Tx};

/// Does what waits, dossier by dossier. Run again, it goes on where it was.
pub(crate) async fn run(app: &App, id: i64) -> Result<(), Fault> {
    let read = move |tx: &mut Tx| {
        let Some(batch) = batch::find_by_id(tx, id)? else { return Ok(None) };
        // Whoever may not sign in any more does nothing any more either.
        let active = storage::account::find(tx, batch.owner)?.is_some_and(|account| !account.disabled);
        let officer = storage::account::find_officer(tx, batch.owner)?.filter(|_| active);
        let items = batch::items(tx, id)?;
        Ok::<_, StorageError>(Some((batch, officer, items)))
    };
    let Some((batch, officer, items)) = app.store.read(read).await? else { return Ok(()) };
    let mut act: BatchAct = serde_json::from_str(&batch.act)?;
    let officer = match (officer, batch.stands_for) {
        (Some(officer), Some(absent)) => substitutions::stand_in(app, &officer, absent).await?,
        (officer, _) => officer,
    };
    let colleagues = match &officer {
        Some(officer) => accounts::list_officers(app, officer.agency).await?,
        None => Vec::new(),
    };
    // Two steps of one dossier may be chosen: what the first did is not something that happened meanwhile.
    let mut own = done_before(&items)?;
    for item in items.into_iter().filter(|item| item.state == ItemState::Waiting) {
        let mut item_request: ItemRequest = serde_json::from_str(&item.body)?;
        let seen = item_request.seen;
        if let Some((from, to)) = own.get(&item.dossier)
            && seen == Some(*from)
        {
            item_request.seen = Some(*to);
        }
        let done = match &officer {
            Some(officer) => {
                let batch_officer = BatchOfficer { officer, colleagues: &colleagues };
                do_item(app, &batch, &act, &batch_officer, &item, item_request.clone()).await?
            }
            None => Err(ItemRefusal::Gone),
        };
        match (done, seen) {
            (Ok(sequence), Some(seen)) => {
                own.insert(item.dossier, (seen, sequence));
            }
            (Ok(_), None) => {}
            (Err(why), _) => {
                item_request.why = Some(why.text());
                let body = serde_json::to_string(&item_request)?;
                let refused = BatchItem { state: ItemState::Refused, body, ..item };
                app.store.write(move |tx| batch::settle_item(tx, id, &refused)).await?;
            }
        }
    }
    if !act.words.is_empty() {
        act.words.clear();
        let act = serde_json::to_string(&act)?;
        app.store.write(move |tx| batch::set_act(tx, id, &act)).await?;
    }
    Ok(())
}

/// One dossier, and the note that it is done in the same transaction: the number of its events then.
async fn do_item(
    app: &App,
    of: &Batch,
    act: &BatchAct,
    batch_officer: &BatchOfficer<'_>,
    item: &BatchItem,
    mut item_request: ItemRequest,
) -> Result<Result<u32, ItemRefusal>, Fault> {
    let dossier = item.dossier;
    let loaded = app.store.read(move |tx| crate::dossiers::load(tx, dossier)).await?;
    let Some(dossier) = loaded.filter(|dossier| dossier.visible_to(batch_officer.officer)) else {
        return Ok(Err(ItemRefusal::Gone));
    };
    if item_request.seen != Some(dossier.sequence) {
        return Ok(Err(ItemRefusal::Changed));
    }
    let command = match batch_officer.command(act, &item_request, &dossier) {
        Ok(command) => command,
        Err(why) => return Ok(Err(why)),
    };
    if act.kind != BatchKind::Undo {
        let step = item_request.step.as_ref().and_then(|step| dossier.step(step.token));
        item_request.before = step.and_then(|step| step.assignee);
    }
    let request = ActRequest {
        reference: dossier.reference.clone(),
        actor: Actor::Officer(batch_officer.officer.clone()),
        command,
        key: format!("batch-{}-{}", of.id, item.place),
        seen: item_request.seen,
    };
    let (batch, item) = (of.id, item.clone());
    let noted = move |tx: &mut Tx, after: &Dossier| {
        let item_request = ItemRequest { after: Some(after.sequence), ..item_request.clone() };
        let body = serde_json::to_string(&item_request)?;
        let done = BatchItem { state: ItemState::Done, body, ..item.clone() };
        // Another runner came to its own answer: then nothing is done.
        match batch::settle_item(tx, batch, &done)? {
            true => Ok(()),
            false => Err(StorageError::Unexpected("this item of a batch is settled".into())),
        }
    };
    match dossiers::perform_noting(app, request, noted).await {
        Ok(done) => Ok(Ok(done.dossier.sequence)),
        Err(NotDone::Refused(refusal)) => Ok(Err(ItemRefusal::Refused(refusal))),
        Err(NotDone::Overtaken { .. }) => Ok(Err(ItemRefusal::Changed)),
        Err(NotDone::NotFound) => Ok(Err(ItemRefusal::Gone)),
        Err(NotDone::Fault(fault)) => Err(fault),
    }
}

/// By dossier, how many events it had when it was looked at and how many there are since this batch last acted on it.
fn done_before(items: &[BatchItem]) -> Result<HashMap<DossierId, (u32, u32)>, Fault> {
    let mut own: HashMap<DossierId, (u32, u32)> = HashMap::new();
    for item in items.iter().filter(|item| item.state == ItemState::Done) {
        let request: ItemRequest = serde_json::from_str(&item.body)?;
        let (Some(seen), Some(after)) = (request.seen, request.after) else { continue };
        let from = own.get(&item.dossier).filter(|(_, to)| *to == seen).map_or(seen, |(from, _)| *from);
        own.insert(item.dossier, (from, after));
    }
    Ok(own)
}
