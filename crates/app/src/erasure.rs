//! Erasing a person: looked at first, then done in one transaction, with a protocol that is signed and kept. What the law
//! makes one keep is named and kept (`docs/decisions/erasure.md`).

use crate::keys::Keys;
use crate::{App, Fault, jobs};
use domain::dossier::{DossierId, StageKind};
use domain::officer::AccountId;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use storage::account::{Account, AccountKind};
use storage::erasure::{self, Erasure, Of};
use storage::{StorageError, Store, Tx};

/// What becomes of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Erased,
    /// It is still being handled.
    KeptOpen,
    /// It was finished too short a time ago for the years it is kept.
    KeptByLaw,
}

#[derive(Clone, Debug)]
pub struct Planned {
    pub dossier: DossierId,
    /// Its code, or its reference where it has none.
    pub called: String,
    pub fate: Fate,
    pub private_parts: u64,
    pub files: u64,
}

/// What erasing somebody comes to.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The account, and whether it goes: with a dossier that is kept it does not.
    pub account: Option<(AccountId, bool)>,
    pub dossiers: Vec<Planned>,
    pub drafts: u64,
    pub messages: u64,
    pub searches: u64,
}

/// Why nobody is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotErased {
    #[error("nobody is known by this name or number")]
    Unknown,
    #[error(
        "this is an officer: who did what in a dossier is part of its record and is kept; disable the account instead"
    )]
    Officer,
    #[error("an erasure needs the document it is done under")]
    NoDocument,
}

/// What is kept of an erasure: no name, no number of a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Protocol {
    pub under: String,
    pub at: Instant,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    pub dossiers: Vec<DossierId>,
    /// Dossiers that are kept all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<DossierId>,
    pub private_parts: u64,
    pub files: u64,
}

impl App {
    /// Whom a login or an identity number means, and what erasing them comes to.
    pub fn plan_erasure(&self, person: &str, keep_years: u16) -> Result<Result<Plan, NotErased>, Fault> {
        let (person, now) = (person.trim().to_string(), self.now());
        let read = move |tx: &mut Tx| {
            let account = storage::account::find_by_login(tx, &person.to_lowercase())?;
            match plan(tx, account, &person, keep_years, now)? {
                Some(plan) => Ok::<_, StorageError>(plan),
                None => Ok(Err(NotErased::Unknown)),
            }
        };
        Ok(self.store.read_now(read)?)
    }

    /// Erases whom the plan is of, as far as it says, under a document.
    pub fn erase(&self, plan: &Plan, under: &str) -> Result<Result<Protocol, NotErased>, Fault> {
        let under = under.trim().to_string();
        if under.is_empty() {
            return Ok(Err(NotErased::NoDocument));
        }
        let now = self.now();
        let of = |fate: Fate| {
            plan.dossiers
                .iter()
                .filter(move |planned| (planned.fate == Fate::Erased) == (fate == Fate::Erased))
        };
        let protocol = Protocol {
            under: under.clone(),
            at: now,
            account: plan.account.filter(|(_, goes)| *goes).map(|(account, _)| account),
            dossiers: of(Fate::Erased).map(|planned| planned.dossier).collect(),
            kept: of(Fate::KeptOpen).map(|planned| planned.dossier).collect(),
            private_parts: of(Fate::Erased).map(|planned| planned.private_parts).sum(),
            files: of(Fate::Erased).map(|planned| planned.files).sum(),
        };
        let row = signed(&self.keys, self.store.new_id(now), &protocol)?;
        let (job, done) = (self.store.new_id(now), protocol.clone());
        let write = move |tx: &mut Tx| {
            let mut tokens = Vec::new();
            storage::dossier::lock_all(tx, &done.dossiers)?;
            for dossier in &done.dossiers {
                tokens.extend(erasure::erase_dossier(tx, *dossier, &under)?);
            }
            if let Some(account) = done.account {
                tokens.extend(erasure::erase_account(tx, account)?);
            }
            erasure::insert(tx, &row)?;
            jobs::enqueue_removal(tx, job, &tokens, now)?;
            Ok::<_, StorageError>(tokens)
        };
        let tokens = self.store.write_now(write)?;
        for token in &tokens {
            self.files.remove_now(token)?;
        }
        Ok(Ok(protocol))
    }
}

fn plan(
    tx: &mut Tx,
    account: Option<Account>,
    person: &str,
    keep_years: u16,
    now: Instant,
) -> Result<Option<Result<Plan, NotErased>>, StorageError> {
    if account.as_ref().is_some_and(|account| account.kind == AccountKind::Officer) {
        return Ok(Some(Err(NotErased::Officer)));
    }
    let identity: String = match &account {
        Some(account) => account.identity.clone(),
        None => person.chars().filter(|letter| !letter.is_whitespace()).collect(),
    };
    let found = erasure::list_dossiers(tx, account.as_ref().map(|account| account.id), &identity)?;
    if account.is_none() && found.is_empty() {
        return Ok(None);
    }
    let mut dossiers = Vec::new();
    for of in found {
        let (private_parts, files) = erasure::count_of_dossier(tx, of.id)?;
        let fate = fate(&of, keep_years, now);
        let called = of.code.unwrap_or(of.reference);
        dossiers.push(Planned { dossier: of.id, called, fate, private_parts, files });
    }
    let [drafts, messages, searches] = match &account {
        Some(account) => erasure::count_of_account(tx, account.id)?,
        None => [0; 3],
    };
    let all = dossiers.iter().all(|planned| planned.fate == Fate::Erased);
    let account = account.map(|account| (account.id, all));
    Ok(Some(Ok(Plan { account, dossiers, drafts, messages, searches })))
}

fn fate(of: &Of, keep_years: u16, now: Instant) -> Fate {
    let closed = StageKind::parse(&of.stage).is_some_and(StageKind::closed);
    if !closed {
        return Fate::KeptOpen;
    }
    let years = jiff::Span::new().years(i64::from(keep_years));
    let kept_until = |finished: Instant| finished.date().saturating_add(years);
    match of.finished_at {
        Some(finished) if kept_until(finished) > now.date() => Fate::KeptByLaw,
        _ => Fate::Erased,
    }
}

/// What is signed of a protocol: the document and its text.
fn digest(under: &str, body: &str) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"erasure");
    hash.update((under.len() as u64).to_be_bytes());
    hash.update(under);
    hash.update(body);
    hash.finalize().to_vec()
}

fn signed(keys: &Keys, id: i64, protocol: &Protocol) -> Result<Erasure, Fault> {
    let body = serde_json::to_string(protocol)?;
    let signature = keys.sign(&digest(&protocol.under, &body));
    Ok(Erasure { id, at: protocol.at, under: protocol.under.clone(), body, signature })
}

/// The protocol of a row, if it is ours as it stands.
pub(crate) fn vouched(keys: &Keys, row: &Erasure) -> Option<Protocol> {
    let good = keys.signed(row.at.millis(), &digest(&row.under, &row.body), &row.signature);
    let protocol: Protocol = serde_json::from_str(&row.body).ok()?;
    (good && protocol.under == row.under && protocol.at == row.at).then_some(protocol)
}

/// Signs for what versions before protocols had erased, once, when the table of protocols comes.
pub(crate) fn vouch_for_before(store: &Store, keys: &Keys) -> Result<(), Fault> {
    // Nobody noted when.
    let now = Instant::from_millis(0);
    let erased = store.read_now(erasure::list_erased)?;
    let mut unders: Vec<String> = erased.iter().map(|(_, under)| under.clone()).collect();
    unders.sort();
    unders.dedup();
    for under in unders {
        let dossiers = erased.iter().filter(|(_, own)| *own == under).map(|(dossier, _)| *dossier).collect();
        let (kept, account) = (Vec::new(), None);
        let protocol = Protocol { under, at: now, account, dossiers, kept, private_parts: 0, files: 0 };
        let row = signed(keys, store.new_id(now), &protocol)?;
        store.write_now(move |tx| erasure::insert(tx, &row))?;
    }
    Ok(())
}
