//! Erasing a person: looked at first, then done in one transaction, with a protocol that is signed and kept. What the law
//! makes one keep is named and kept (`docs/decisions/erasure.md`).

use crate::keys::Keys;
use crate::{App, Fault, identity, jobs};
use domain::dossier::{DossierId, Identity, StageKind, letters_and_digits};
use domain::officer::AccountId;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use storage::account::AccountKind;
use storage::erasure::{self, Erasure, OwnedDossier};
use storage::{StorageError, Store, Tx};

/// What becomes of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErasureFate {
    Erased,
    /// It is still being handled.
    KeptOpen,
    /// It was finished too short a time ago for the years it is kept.
    KeptByLaw,
    /// Its owner is somebody else, for whom this person filed it.
    KeptForOwner,
}

#[derive(Clone, Debug)]
pub struct Planned {
    pub dossier: DossierId,
    /// Its code, or its reference where it has none.
    pub called: String,
    pub fate: ErasureFate,
    pub private_parts: u64,
    pub files: u64,
}

/// What erasing somebody comes to.
#[derive(Clone, Debug)]
pub struct ErasurePlan {
    /// The accounts, and whether they go: while a dossier is still handled they do not.
    pub accounts: Vec<AccountId>,
    pub accounts_go: bool,
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<AccountId>,
    pub dossiers: Vec<DossierId>,
    /// Dossiers that are kept all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<DossierId>,
    pub private_parts: u64,
    pub files: u64,
}

/// Who is meant, and how far one goes.
#[derive(Clone, Debug)]
pub struct ErasureRequest {
    /// A login, an identity number, or a passport with its country: `passport GB 123456789`.
    pub person: String,
    /// Years for which a finished dossier is kept.
    pub keep_years: u16,
    /// Dossiers this person filed for somebody else go too, with what is that person's.
    pub with_others: bool,
}

/// Whom a login or an identity number means, and what erasing them comes to.
pub fn plan(app: &App, wanted: &ErasureRequest) -> Result<Result<ErasurePlan, NotErased>, Fault> {
    let (wanted, now) = (wanted.clone(), app.now());
    Ok(app.store.read_now(move |tx| plan_in(tx, &wanted, now))?)
}

/// Erases a person, as far as the plan of this moment says, under a document.
pub fn erase(app: &App, wanted: &ErasureRequest, under: &str) -> Result<Result<Protocol, NotErased>, Fault> {
    let under = under.trim().to_string();
    if under.is_empty() {
        return Ok(Err(NotErased::NoDocument));
    }
    let (now, wanted, keys) = (app.now(), wanted.clone(), app.keys.clone());
    let (id, job) = (app.store.new_id(now), app.store.new_id(now));
    let write = move |tx: &mut Tx| {
        // Looked at again where it is done: somebody may have filed meanwhile.
        let plan = match plan_in(tx, &wanted, now)? {
            Ok(plan) => plan,
            Err(why) => return Ok(Err(why)),
        };
        let protocol = plan.protocol(&under, now);
        let mut tokens = Vec::new();
        storage::dossier::lock_all(tx, &protocol.dossiers)?;
        for dossier in &protocol.dossiers {
            tokens.extend(erasure::erase_dossier(tx, *dossier, &under)?);
        }
        for account in &protocol.accounts {
            tokens.extend(crate::held::drop_all(tx, *account)?);
            tokens.extend(erasure::erase_account(tx, *account)?);
        }
        erasure::insert(tx, &signed(&keys, id, &protocol)?)?;
        jobs::enqueue_removal(tx, job, &tokens, now)?;
        Ok::<_, StorageError>(Ok((protocol, tokens)))
    };
    let (protocol, tokens) = match app.store.write_now(write)? {
        Ok(done) => done,
        Err(why) => return Ok(Err(why)),
    };
    for token in &tokens {
        app.files.remove_now(token)?;
    }
    // What was deleted is not left behind in the log of writes.
    app.store.forget_deleted()?;
    Ok(Ok(protocol))
}

impl ErasurePlan {
    fn protocol(&self, under: &str, now: Instant) -> Protocol {
        let of = |erased: bool| {
            self.dossiers.iter().filter(move |planned| (planned.fate == ErasureFate::Erased) == erased)
        };
        Protocol {
            under: under.to_string(),
            at: now,
            accounts: if self.accounts_go { self.accounts.clone() } else { Vec::new() },
            dossiers: of(true).map(|planned| planned.dossier).collect(),
            kept: of(false).map(|planned| planned.dossier).collect(),
            private_parts: of(true).map(|planned| planned.private_parts).sum(),
            files: of(true).map(|planned| planned.files).sum(),
        }
    }
}

fn plan_in(
    tx: &mut Tx,
    wanted: &ErasureRequest,
    now: Instant,
) -> Result<Result<ErasurePlan, NotErased>, StorageError> {
    let named = storage::account::find_by_login(tx, &typed::key(&wanted.person))?;
    if named.as_ref().is_some_and(|account| account.kind == AccountKind::Officer) {
        return Ok(Err(NotErased::Officer));
    }
    let identity = match &named {
        Some(account) => account.identity.clone(),
        // Of any other kind by its letters and digits, as digits alone would be read.
        None => identity::read(&wanted.person).unwrap_or_else(|| letters_and_digits(&wanted.person).into()),
    };
    let mut accounts: Vec<AccountId> = named.iter().map(|account| account.id).collect();
    for account in erasure::accounts_with(tx, &identity)? {
        if !accounts.contains(&account) {
            accounts.push(account);
        }
    }
    let found = erasure::list_dossiers(tx, &accounts, &identity)?;
    if accounts.is_empty() && found.is_empty() {
        return Ok(Err(NotErased::Unknown));
    }
    let mut dossiers = Vec::new();
    for of in found {
        let (private_parts, files) = erasure::count_of_dossier(tx, of.id)?;
        let fate = fate(&of, &identity, wanted, now);
        let called = of.code.unwrap_or(of.reference);
        dossiers.push(Planned { dossier: of.id, called, fate, private_parts, files });
    }
    let mut counts = [0; 3];
    for account in &accounts {
        for (sum, count) in counts.iter_mut().zip(erasure::count_of_account(tx, *account)?) {
            *sum += count;
        }
    }
    let [drafts, messages, searches] = counts;
    let accounts_go = dossiers.iter().all(|planned| planned.fate != ErasureFate::KeptOpen);
    Ok(Ok(ErasurePlan { accounts, accounts_go, dossiers, drafts, messages, searches }))
}

fn fate(of: &OwnedDossier, identity: &Identity, wanted: &ErasureRequest, now: Instant) -> ErasureFate {
    let closed = StageKind::parse(&of.stage).is_some_and(StageKind::closed);
    if !closed {
        return ErasureFate::KeptOpen;
    }
    // Already erased ones name no owner any more.
    let others = of.owner.as_ref().is_some_and(|owner| owner != identity);
    if others && !wanted.with_others {
        return ErasureFate::KeptForOwner;
    }
    let years = jiff::Span::new().years(i64::from(wanted.keep_years));
    let kept_until = |finished: Instant| finished.date().saturating_add(years);
    match of.finished_at {
        Some(finished) if kept_until(finished) > now.date() => ErasureFate::KeptByLaw,
        _ => ErasureFate::Erased,
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

fn signed(keys: &Keys, id: i64, protocol: &Protocol) -> Result<Erasure, StorageError> {
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
    // When these parts were erased was not recorded: the protocol says instant 0.
    let now = Instant::from_millis(0);
    let mut erased = store.read_now(erasure::list_erased)?;
    // An earlier start may have come as far as this.
    for protocol in store.read_now(erasure::list)?.iter().filter_map(|row| vouched(keys, row)) {
        erased.retain(|(dossier, under)| *under != protocol.under || !protocol.dossiers.contains(dossier));
    }
    let mut unders: Vec<String> = erased.iter().map(|(_, under)| under.clone()).collect();
    unders.sort();
    unders.dedup();
    let mut rows = Vec::new();
    for under in unders {
        let dossiers = erased.iter().filter(|(_, own)| *own == under).map(|(dossier, _)| *dossier).collect();
        let (kept, accounts) = (Vec::new(), Vec::new());
        let protocol = Protocol { under, at: now, accounts, dossiers, kept, private_parts: 0, files: 0 };
        rows.push(signed(keys, store.new_id(now), &protocol)?);
    }
    Ok(store.write_now(move |tx| rows.iter().try_for_each(|row| erasure::insert(tx, row)))?)
}
