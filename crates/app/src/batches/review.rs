//! What would come of a batch as it is filled in, with nothing stored.

use super::plan::{BatchAct, BatchOfficer, ItemRefusal, ItemRequest};
use super::{is_own, seen_by};
use crate::{App, Fault};
use domain::Text;
use domain::dossier::{DossierId, DossierRun};
use domain::officer::{Actor, Officer};
use std::collections::HashMap;
use storage::batch::{self, ItemState};
use storage::{StorageError, Tx};

/// Why some of it could not be done, by place. The rules are asked themselves, of one dossier after the other as when it is
/// done: of two steps of one dossier the second is asked of what the first would leave.
pub async fn review(
    app: &App,
    officer: &Officer,
    token: &str,
    filled: &BatchAct,
) -> Result<HashMap<u32, Text>, Fault> {
    let (officer, token, filled) = (officer.clone(), token.to_string(), filled.clone());
    let (now, data) = (app.now(), app.master_data());
    let read = move |tx: &mut Tx| {
        let mut refused = HashMap::new();
        let Some(batch) = batch::find(tx, &token)?.filter(|batch| is_own(batch, &officer)) else {
            return Ok(refused);
        };
        let act: BatchAct = serde_json::from_str(&batch.act)?;
        let act = BatchAct { kind: act.kind, undoes: act.undoes, ..filled.clone() };
        let items = batch::items(tx, batch.id)?;
        let mut ids: Vec<DossierId> = items.iter().map(|item| item.dossier).collect();
        ids.sort();
        ids.dedup();
        let mut dossiers = seen_by(tx, &officer, &ids)?;
        let colleagues = storage::account::list_officers(tx, officer.agency)?;
        let batch_officer = BatchOfficer { officer: &officer, colleagues: &colleagues };
        for item in items.into_iter().filter(|item| item.state == ItemState::Chosen) {
            let request: ItemRequest = serde_json::from_str(&item.body)?;
            let dossier = dossiers.get(&item.dossier);
            let known = dossier.and_then(|dossier| Some((dossier, data.pinned(&dossier.pinned)?)));
            let Some((dossier, procedure)) = known else {
                refused.insert(item.place, ItemRefusal::Gone.text());
                continue;
            };
            let context = data.context(dossier, &procedure, now);
            let after = batch_officer.command(&act, &request, dossier).and_then(|command| {
                let actor = Actor::Officer(officer.clone());
                Ok(DossierRun::of(dossier.clone()).act(&actor, &command, &context)?.dossier)
            });
            match after {
                Ok(after) => {
                    dossiers.insert(item.dossier, after);
                }
                Err(why) => {
                    refused.insert(item.place, why.text());
                }
            }
        }
        Ok::<_, StorageError>(refused)
    };
    Ok(app.store.read(read).await?)
}
