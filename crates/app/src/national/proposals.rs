//! Proposals: seen, accepted as parts or whole, dismissed.

use super::parts::first_version;
use super::{CHUNK, MISSING, NOT_PUBLIC, NationalPart, Proposal, merge};
use crate::fold::fold;
use crate::master_data::{MasterData, ProcedureField};
use crate::sought::{READ, sought};
use crate::{App, Fault};
use domain::Text;
use domain::officer::AccountId;
use domain::procedure::Procedure;
use jiff::civil::Date;
use std::collections::HashMap;
use storage::national;
use storage::{StorageError, Tx, catalogue};

/// A page of open proposals, and how many there are at most `cap`.
pub async fn list_proposals(
    app: &App,
    after: (String, i64),
    limit: u32,
    cap: u32,
) -> Result<(Vec<Proposal>, u32), Fault> {
    let read = move |tx: &mut Tx| {
        let found = national::list_open(tx, (&after.0, after.1), limit)?;
        Ok::<_, StorageError>((found, national::count_open(tx, cap)?))
    };
    Ok(app.store.read(read).await?)
}

/// Open proposals after one that are wanted, no more than the limit.
pub async fn search_proposals(
    app: &App,
    after: (String, i64),
    limit: u32,
    wanted: impl Fn(&Proposal) -> bool + Send + 'static,
) -> Result<Vec<Proposal>, Fault> {
    let search = move |tx: &mut Tx| {
        let read = |(code, id): &(String, i64)| national::list_open(tx, (code, *id), READ);
        sought(after.clone(), limit, read, |row| (row.code.clone(), row.id), &wanted)
    };
    Ok(app.store.read(search).await?)
}

/// An open proposal with the others that contradict it.
pub async fn find_proposal(app: &App, id: i64) -> Result<Option<(Proposal, Vec<i64>)>, Fault> {
    let read = move |tx: &mut Tx| {
        let Some(proposal) = national::find_open(tx, id)? else { return Ok(None) };
        let rivals = national::rivals(tx, &proposal.code, id)?;
        Ok::<_, StorageError>(Some((proposal, rivals)))
    };
    Ok(app.store.read(read).await?)
}

/// Takes these parts of a proposal into a new version; false when somebody else has decided it.
pub async fn accept(app: &App, by: AccountId, id: i64, parts: Vec<NationalPart>) -> Result<bool, Fault> {
    let (now, data, audit) = (app.now(), app.master_data(), app.store.new_id(app.now()));
    let taken = app
        .store
        .write(move |tx| {
            let Some(proposal) = national::find_open(tx, id)? else { return Ok(false) };
            let mut fields = FieldKeys::of(tx, &data)?;
            let taken = accept_in(tx, &proposal, &parts, &mut fields, Some(by), now)?.is_some();
            catalogue::audit(tx, audit, now, Some(by), "national", &proposal.code, "")?;
            Ok::<_, StorageError>(taken)
        })
        .await?;
    app.refresh_reference().await?;
    Ok(taken)
}

pub async fn dismiss(app: &App, by: AccountId, id: i64) -> Result<bool, Fault> {
    let (now, audit) = (app.now(), app.store.new_id(app.now()));
    let write = move |tx: &mut Tx| {
        let done = national::decide(tx, id, false, Some(by), now)?;
        if done {
            catalogue::audit(tx, audit, now, Some(by), "national", &format!("{id} dismissed"), "")?;
        }
        Ok::<_, StorageError>(done)
    };
    Ok(app.store.write(write).await?)
}

/// Accepts every open proposal that no other contradicts, a chunk a transaction; the number accepted.
pub async fn accept_all(app: &App, by: AccountId) -> Result<u32, Fault> {
    let mut accepted = 0;
    let mut after = (String::new(), i64::MIN);
    loop {
        let (now, data, from) = (app.now(), app.master_data(), after.clone());
        let (last, count) = app
            .store
            .write(move |tx| {
                let chunk = national::list_open(tx, (&from.0, from.1), CHUNK as u32)?;
                let mut fields = FieldKeys::of(tx, &data)?;
                let mut count = 0;
                for proposal in &chunk {
                    if national::rivals(tx, &proposal.code, proposal.id)?.is_empty() {
                        let taken = accept_in(tx, proposal, &NationalPart::ALL, &mut fields, Some(by), now)?;
                        count += u32::from(taken.is_some());
                    }
                }
                let last = chunk.last().map(|proposal| (proposal.code.clone(), proposal.id));
                Ok::<_, StorageError>((last, count))
            })
            .await?;
        accepted += count;
        match last {
            Some(last) => after = last,
            None => break,
        }
    }
    app.refresh_reference().await?;
    Ok(accepted)
}

/// The reason of a proposal to close, in both languages.
fn because(closing: &str) -> Text {
    let english = match closing {
        NOT_PUBLIC => "The national database no longer makes this procedure public.",
        MISSING => "The national database no longer has this procedure.",
        _ => "",
    };
    Text::new(closing, english)
}

/// Fields by their folded names, with those made on the way.
pub(super) struct FieldKeys {
    keys: HashMap<String, String>,
    count: u32,
}

impl FieldKeys {
    pub(super) fn of(tx: &mut Tx, data: &MasterData) -> Result<FieldKeys, StorageError> {
        let mut fields = FieldKeys { keys: HashMap::new(), count: 0 };
        // Another import may have added some since the reference was read.
        let fresh = catalogue::load_fields(tx)?;
        for field in data.fields.iter().chain(&fresh) {
            fields.keys.insert(fold(&field.name.vi), field.key.clone());
        }
        fields.count = fields.keys.len() as u32;
        Ok(fields)
    }

    /// The key of a field by its name; a name not met yet makes a field.
    fn key(&mut self, tx: &mut Tx, name: &str) -> Result<String, StorageError> {
        let name = if name.is_empty() { "Lĩnh vực khác" } else { name };
        let folded = fold(name);
        if let Some(key) = self.keys.get(&folded) {
            return Ok(key.clone());
        }
        let slug: String = folded.replace(' ', "-").chars().take(48).collect();
        let taken = |key: &String| self.keys.values().any(|known| known == key);
        let mut numbered = (2..).map(|number| format!("{slug}-{number}"));
        let key = Some(slug.clone())
            .filter(|key| !taken(key))
            .unwrap_or_else(|| numbered.find(|key| !taken(key)).expect("numbers do not end"));
        self.count += 1;
        catalogue::save_field(
            tx,
            self.count,
            &ProcedureField { key: key.clone(), name: Text::new(name, "") },
        )?;
        self.keys.insert(folded, key.clone());
        Ok(key)
    }
}

/// Takes parts of a proposal into a new version from today, which it gives back, or closes the procedure. Nothing where
/// somebody else has decided it.
pub(super) fn accept_in(
    tx: &mut Tx,
    proposal: &Proposal,
    parts: &[NationalPart],
    fields: &mut FieldKeys,
    by: Option<AccountId>,
    now: domain::time::Instant,
) -> Result<Option<Option<Procedure>>, StorageError> {
    if !national::decide(tx, proposal.id, true, by, now)? {
        return Ok(None);
    }
    let current = catalogue::newest_procedure(tx, &proposal.code)?;
    if !proposal.closing.is_empty() {
        if let Some((_, from)) = current {
            let last = now.date().yesterday().unwrap_or(from).max(from);
            catalogue::close_procedure(tx, &proposal.code, last, &because(&proposal.closing))?;
        }
        return Ok(Some(None));
    }
    let field = fields.key(tx, &proposal.field_name)?;
    let (mut merged, from): (Procedure, Date) = match current {
        None => (first_version(&proposal.procedure, field), now.date()),
        Some((current, from)) => (merge(&current, &proposal.procedure, &field, parts), from.max(now.date())),
    };
    merged.obligations.get_or_insert_default();
    catalogue::insert_procedure(tx, &merged, from)?;
    Ok(Some(Some(merged)))
}
