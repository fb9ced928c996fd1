//! The one door through which a dossier changes: [`open`] and [`perform`].

use crate::attempts::{AttemptBounds, Subject, TooOften};
use crate::fold::{BEFORE, FOLDING};
use crate::master_data::MasterData;
use crate::recent::{self, Loaded, ReadVersion};
use crate::{App, Fault, attempts, files, fingerprint, jobs, random, reminders};
use domain::dossier::{
    self, Command, Context, Dossier, DossierId, DossierRun, FileDossier, Followup, Record, Reference, Refusal,
};
use domain::officer::Actor;
use domain::rules::pack_on;
use domain::time::Instant;
use std::sync::Arc;
use storage::dossier::Head;
use storage::projection::{self, DossierRows, ProjectionInput};
use storage::{StorageError, Tx, record, tally};

/// Why an act did not happen.
#[derive(Debug)]
pub enum NotDone {
    /// Hidden or missing: the same for both.
    NotFound,
    Refused(Refusal),
    /// Somebody else acted since the page was opened: the number of events now.
    Overtaken {
        sequence: u32,
    },
    Fault(Fault),
}

impl From<StorageError> for NotDone {
    fn from(error: StorageError) -> NotDone {
        NotDone::Fault(Fault::Storage(error))
    }
}

impl From<Fault> for NotDone {
    fn from(fault: Fault) -> NotDone {
        NotDone::Fault(fault)
    }
}

impl From<Refusal> for NotDone {
    fn from(refusal: Refusal) -> NotDone {
        NotDone::Refused(refusal)
    }
}

/// What an act left behind.
#[derive(Clone, Debug)]
pub struct Done {
    pub dossier: Dossier,
    /// The one-time code for the receipt, when the act accepted a dossier without an account.
    pub join_code: Option<String>,
    /// The act had been done before under the same key.
    pub repeated: bool,
}

/// A draft as its check page showed it: what was changed since is not sent unread.
#[derive(Clone, Debug)]
pub struct DraftSeen {
    pub id: i64,
    pub updated_at: Instant,
    pub files: Vec<i64>,
}

/// A request for one act.
#[derive(Clone, Debug)]
pub struct ActRequest {
    pub reference: Reference,
    pub actor: Actor,
    pub command: Command,
    /// Makes the act happen once however often it is asked for.
    pub key: String,
    /// The number of events the page had shown; nothing when no page was looked at.
    pub seen: Option<u32>,
}

/// A dossier to be opened, with what is done to it in the same breath.
#[derive(Clone, Debug)]
pub struct NewDossier {
    pub filing: FileDossier,
    pub procedure: String,
    pub actor: Actor,
    pub key: String,
    /// At the counter: accept at once, ask for completion, or refuse.
    pub then: Vec<Command>,
    /// The draft it grew from.
    pub draft: Option<DraftSeen>,
    /// Files already stored, to be given to the dossier.
    pub files: Vec<storage::file::File>,
}

/// The code has fifty bits and a client few tries a minute: a lock after a few would only let a stranger, who
/// knows that dossier codes are consecutive, lock the owner out.
const TRIES_MAX: u32 = 1_000_000;
pub const JOIN_CODE_DAYS: i64 = 90;
/// Days for which the key of an act is kept. A form sent again later meets the numbers of its page, or its draft. A
/// form of the counter meets nothing then: nobody keeps one open for two months.
const KEY_DAYS: i64 = 60;
const CHUNK: u32 = 1_000;

/// Opens a dossier and performs what follows at once.
pub async fn open(app: &App, opening: NewDossier) -> Result<Done, NotDone> {
    let own = app.clone();
    let (now, data) = (app.now(), app.master_data());
    let files = tokens(&opening.files);
    let done = app.store.write_in_turn(move |tx| open_in(&own, tx, &data, &opening, now)).await;
    told_with(app, done, &files)
}

/// [`open`] outside an async runtime.
pub fn open_now(app: &App, opening: NewDossier) -> Result<Done, NotDone> {
    let own = app.clone();
    let (now, data) = (app.now(), app.master_data());
    let files = tokens(&opening.files);
    let done = app.store.write_in_turn_now(move |tx| open_in(&own, tx, &data, &opening, now));
    told_with(app, done, &files)
}

/// Performs an act on a dossier.
pub async fn perform(app: &App, request: ActRequest) -> Result<Done, NotDone> {
    let own = app.clone();
    let (now, data) = (app.now(), app.master_data());
    let done = app.store.write_in_turn(move |tx| perform_in(&own, tx, &data, &request, now)).await;
    told(app, done)
}

/// Performs an act that brings files: their rows are written in the same transaction.
pub async fn perform_with_files(
    app: &App,
    request: ActRequest,
    rows: Vec<storage::file::File>,
) -> Result<Done, NotDone> {
    let files = tokens(&rows);
    let act = noting(app, request, move |tx, dossier| keep_files(tx, dossier, &rows));
    let done = app.store.write_in_turn(act).await;
    told_with(app, done, &files)
}

/// [`perform_with_files`] outside an async runtime.
pub(crate) fn perform_with_files_now(
    app: &App,
    request: ActRequest,
    rows: Vec<storage::file::File>,
) -> Result<Done, NotDone> {
    let files = tokens(&rows);
    let act = noting(app, request, move |tx, dossier| keep_files(tx, dossier, &rows));
    let done = app.store.write_in_turn_now(act);
    told_with(app, done, &files)
}

/// Performs an act and writes what belongs to it in the same transaction, unless the act was done before.
pub(crate) async fn perform_noting(
    app: &App,
    request: ActRequest,
    note: impl Fn(&mut Tx, &Dossier) -> Result<(), StorageError> + Send + 'static,
) -> Result<Done, NotDone> {
    let act = noting(app, request, note);
    let done = app.store.write_in_turn(act).await;
    told(app, done)
}

fn noting(
    app: &App,
    request: ActRequest,
    note: impl Fn(&mut Tx, &Dossier) -> Result<(), StorageError> + Send + 'static,
) -> impl FnMut(&mut Tx) -> Result<Done, NotDone> + Send + 'static {
    let own = app.clone();
    let (now, data) = (app.now(), app.master_data());
    move |tx| {
        let done = perform_in(&own, tx, &data, &request, now)?;
        if !done.repeated {
            note(tx, &done.dossier)?;
        }
        Ok(done)
    }
}

/// [`perform`] outside an async runtime.
pub fn perform_now(app: &App, request: ActRequest) -> Result<Done, NotDone> {
    let own = app.clone();
    let (now, data) = (app.now(), app.master_data());
    told(app, app.store.write_in_turn_now(move |tx| perform_in(&own, tx, &data, &request, now)))
}

/// What is done and durable is told to open pages.
pub(crate) fn told(app: &App, done: Result<Done, NotDone>) -> Result<Done, NotDone> {
    if let Ok(Done { dossier, repeated: false, .. }) = &done {
        app.news.tell(dossier);
    }
    done
}

/// The same, where files came along whose rows are durable now.
pub(crate) fn told_with(app: &App, done: Result<Done, NotDone>, files: &[String]) -> Result<Done, NotDone> {
    if let Ok(Done { repeated: false, .. }) = &done {
        files::named(app, files.iter().map(String::as_str));
    }
    told(app, done)
}

pub(crate) fn open_in(
    app: &App,
    tx: &mut Tx,
    data: &Arc<MasterData>,
    opening: &NewDossier,
    now: Instant,
) -> Result<Done, NotDone> {
    let filing = &opening.filing;
    let owner = &filing.parties.owner;
    let request_digest = fingerprint::of_filing(&opening.actor, &opening.procedure, owner, &opening.then);
    // The draft first: who waited for it then finds the key of the one who was faster.
    let updated_at = match &opening.draft {
        Some(seen) => storage::draft::lock_open(tx, seen.id)?,
        None => None,
    };
    if let Some((id, before)) = record::find_key(tx, &opening.key)? {
        return repeated(tx, id, before == request_digest);
    }
    if let Some(seen) = &opening.draft {
        let files: Vec<i64> = storage::file::list_of_draft(tx, seen.id)?.iter().map(|file| file.id).collect();
        if updated_at != Some(seen.updated_at) || files != seen.files {
            return Err(NotDone::Overtaken { sequence: 0 });
        }
    }
    let procedure = data.procedure(&opening.procedure, now.date()).ok_or(NotDone::NotFound)?;
    let context = Context {
        now,
        calendar: data.calendar(filing.competent),
        receiving_calendar: data.calendar(filing.receiving),
        pack: pack_on(now.date()),
        procedure,
    };
    let id = DossierId(app.store.new_id(now));
    let mut dossier_run = DossierRun::file(id, filing, &opening.actor, &context)?;
    for command in &opening.then {
        dossier_run = dossier_run.act(&opening.actor, command, &context)?;
    }
    let done = store_run(app, tx, data, None, dossier_run, now, &opening.key, &request_digest)?.done;
    if let Some(draft) = &opening.draft {
        storage::file::give_to_dossier(tx, draft.id, id)?;
        storage::draft::mark_submitted(tx, draft.id, done.dossier.reference.as_str(), now)?;
    }
    for file in &opening.files {
        storage::file::insert(tx, &storage::file::File { dossier: Some(id), draft: None, ..file.clone() })?;
    }
    Ok(done)
}

pub(crate) fn perform_in(
    app: &App,
    tx: &mut Tx,
    data: &Arc<MasterData>,
    request: &ActRequest,
    now: Instant,
) -> Result<Done, NotDone> {
    let head = storage::dossier::lock(tx, &request.reference)?.ok_or(NotDone::NotFound)?;
    let request_digest = fingerprint::of_act(&request.actor, request.reference.as_str(), &request.command);
    if let Some((id, before)) = record::find_key(tx, &request.key)? {
        return if id == head.id {
            repeated(tx, id, before == request_digest)
        } else {
            Err(NotDone::NotFound)
        };
    }
    let version = ReadVersion { head, erasure: storage::erasure::newest(tx)? };
    let loaded = recent::load(app, tx, version, now)?.ok_or(NotDone::NotFound)?;
    let before = loaded.dossier.clone();
    must_see(&before, &request.actor)?;
    if request.seen.is_some_and(|seen| seen != head.sequence) {
        return Err(NotDone::Overtaken { sequence: head.sequence });
    }
    let procedure = data.pinned(&before.pinned).ok_or_else(|| lost_version(&before))?;
    let context = data.context(&before, &procedure, now);
    let rows = rows_of(&before, head.digest);
    let dossier_run = DossierRun::of(before).act(&request.actor, &request.command, &context)?;
    let stored =
        store_run(app, tx, data, Some((head, rows)), dossier_run, now, &request.key, &request_digest)?;
    // It is used once the row says the same, so not before this is committed.
    let records = loaded.records.iter().cloned().chain(stored.added).collect();
    let after = Loaded { records: Arc::new(records), dossier: stored.done.dossier.clone() };
    let head = Head { id: head.id, sequence: after.dossier.sequence, digest: stored.digest };
    app.recent.keep(ReadVersion { head, ..version }, Arc::new(after), now);
    Ok(stored.done)
}

/// What was stored: the events, and the digest of the last.
struct StoredRun {
    done: Done,
    added: Vec<Record>,
    digest: record::Digest,
}

/// Stores what was decided, the current state and what must follow. The code is taken when all is decided. `before`
/// is the head of a dossier that is there, with what the tables said of it.
#[allow(clippy::too_many_arguments)]
fn store_run(
    app: &App,
    tx: &mut Tx,
    data: &Arc<MasterData>,
    before: Option<(Head, DossierRows)>,
    mut dossier_run: DossierRun,
    now: Instant,
    key: &str,
    request_digest: &[u8],
) -> Result<StoredRun, NotDone> {
    let accepted = dossier_run.wants_code();
    if accepted {
        let code = next_code(tx, data, &dossier_run.dossier, now)?;
        dossier_run = dossier_run.give_code(code, now);
    }
    let DossierRun { dossier, added } = dossier_run;
    let id = dossier.id;
    let head = before.as_ref().map_or(record::START, |(head, _)| head.digest);
    let (events, digest) = record::chained(id, head, &added, random::bytes)?;
    let rows = rows_of(&dossier, digest);
    match &before {
        // The row must be there before events can point to it.
        None => projection::insert(tx, &rows)?,
        Some((_, before)) => projection::update(tx, before, &rows)?,
    }
    tally::note(tx, before.as_ref().map(|(_, before)| before), &rows, || app.store.new_id(now))?;
    record::append(tx, &events)?;
    let used = record::Use { key, dossier: id, sequence: dossier.sequence, request_digest, at: now };
    record::use_key(tx, used)?;
    for record in &added {
        for followup in dossier::react(&dossier, &record.event) {
            let job = app.store.new_id(now);
            match followup {
                Followup::Tell { notice } => {
                    jobs::enqueue_letter(tx, job, id, notice, record.sequence, now)?;
                }
                Followup::Link { main } => jobs::enqueue_link(tx, job, main, now)?,
                Followup::Wait { token, event, at } => jobs::enqueue_time(tx, job, id, token, event, at)?,
            }
        }
    }
    reminders::tell_sent_back(app, tx, data, &dossier, &added, now)?;
    let mut given = None;
    if accepted && dossier.account.is_none() && dossier.main.is_none() {
        let ends = now.plus_minutes(JOIN_CODE_DAYS * 24 * 60);
        let code = app.keys.receipt_code(id);
        storage::dossier::set_join_code(tx, id, &random::digest(&code), ends)?;
        given = Some(code);
    }
    Ok(StoredRun { done: Done { dossier, join_code: given, repeated: false }, added, digest })
}

/// An act of the program itself; `fine` says which refusals only mean that there is nothing to do.
pub(crate) async fn act_alone(
    app: &App,
    id: DossierId,
    command: Command,
    key: String,
    fine: impl Fn(&Refusal) -> bool,
) -> Result<(), Fault> {
    let found = app.store.read(move |tx| storage::dossier::find_reference(tx, id)).await?;
    let Some(reference) = found else { return Ok(()) };
    let request = ActRequest { reference, actor: Actor::System, command, key, seen: None };
    match perform(app, request).await {
        Ok(_) => Ok(()),
        Err(NotDone::Refused(refusal)) if fine(&refusal) => Ok(()),
        Err(NotDone::Fault(fault)) => Err(fault),
        Err(other) => Err(Fault::other(format!("it could not be done: {other:?}"))),
    }
}

/// Joins a dossier to an applicant's account by its code and the one-time code on the receipt. Every
/// wrong try counts, for the dossier and for the account, and is the same answer.
pub async fn join_by_code(
    app: &App,
    actor: Actor,
    account: domain::officer::AccountId,
    code: String,
    secret: String,
    bounds: &AttemptBounds,
) -> Result<Result<Option<Reference>, TooOften>, Fault> {
    let subject = Subject::code(account);
    if let Err(too_often) = attempts::count(app, subject, bounds.wrong_codes).await? {
        return Ok(Err(too_often));
    }
    let (now, data, own) = (app.now(), app.master_data(), app.clone());
    let digest = random::digest(&secret.to_uppercase());
    let key = random::key(now);
    let joined = app
        .store
        .write(move |tx| {
            let Some(reference) = storage::dossier::find_by_code(tx, &code)? else { return Ok(None) };
            let Some(id) = storage::dossier::find(tx, &reference)? else { return Ok(None) };
            let kept = storage::dossier::try_join_code(tx, id, now, TRIES_MAX)?;
            if !kept.is_some_and(|kept| random::same(&kept, &digest)) {
                return Ok(None);
            }
            storage::dossier::drop_join_code(tx, id)?;
            subject.take_back(tx)?;
            let request = ActRequest {
                reference: reference.clone(),
                actor: actor.clone(),
                command: Command::JoinAccount(dossier::JoinAccount { account }),
                key: key.clone(),
                seen: None,
            };
            perform_in(&own, tx, &data, &request, now).map(|_| Some(reference))
        })
        .await;
    match joined {
        Ok(joined) => Ok(Ok(joined)),
        Err(NotDone::Refused(_) | NotDone::NotFound | NotDone::Overtaken { .. }) => Ok(Ok(None)),
        Err(NotDone::Fault(fault)) => Err(fault),
    }
}

/// Forgets keys nobody can bring back any more, and one-time codes that have ended; a little at a time, so that
/// nobody waits for it.
pub async fn forget_used(app: &App) -> Result<(), Fault> {
    let now = app.now();
    let before = now.plus_minutes(-KEY_DAYS * 24 * 60);
    let mut after = String::new();
    loop {
        let from = after;
        let next = app.store.write(move |tx| record::forget_keys(tx, &from, before, CHUNK)).await?;
        let Some(next) = next else { break };
        after = next;
    }
    while app.store.write(move |tx| storage::dossier::drop_ended_join_codes(tx, now, CHUNK)).await? > 0 {}
    Ok(())
}

/// The one-time code of a dossier's receipt while it still works, so that a receipt can be printed again.
pub async fn receipt_code(app: &App, id: DossierId) -> Result<Option<String>, Fault> {
    let now = app.now();
    let open = app.store.read(move |tx| storage::dossier::join_code_works(tx, id, now, TRIES_MAX)).await?;
    Ok(open.then(|| app.keys.receipt_code(id)))
}

/// What the tables that follow the record say of a dossier.
pub(crate) fn rows_of(dossier: &Dossier, head: record::Digest) -> DossierRows {
    DossierRows::of(ProjectionInput { dossier, head, folding: FOLDING })
}

/// As versions before wrote them, where names are not folded anew yet.
pub(crate) fn rows_before(dossier: &Dossier, head: record::Digest) -> Vec<DossierRows> {
    BEFORE.map(|folding| DossierRows::of(ProjectionInput { dossier, head, folding })).into()
}

pub(crate) fn tokens(files: &[storage::file::File]) -> Vec<String> {
    files.iter().map(|file| file.token.clone()).collect()
}

fn keep_files(tx: &mut Tx, dossier: &Dossier, rows: &[storage::file::File]) -> Result<(), StorageError> {
    for row in rows {
        let row = storage::file::File { dossier: Some(dossier.id), draft: None, ..row.clone() };
        storage::file::insert(tx, &row)?;
    }
    Ok(())
}

pub(crate) fn load(tx: &mut Tx, id: DossierId) -> Result<Option<Dossier>, StorageError> {
    Ok(dossier::replay(id, &record::load(tx, id)?))
}

/// The answer to a key that was used before: the same act again, or somebody else's form brought back.
fn repeated(tx: &mut Tx, id: DossierId, same: bool) -> Result<Done, NotDone> {
    let dossier = load(tx, id)?.ok_or(NotDone::NotFound)?;
    if !same {
        return Err(NotDone::Overtaken { sequence: dossier.sequence });
    }
    Ok(Done { dossier, join_code: None, repeated: true })
}

/// What an actor may not see does not exist for them.
fn must_see(dossier: &Dossier, actor: &Actor) -> Result<(), NotDone> {
    let visible = match actor {
        Actor::Officer(officer) => dossier.visible_to(officer),
        // Joining by the one-time code is how an applicant first comes to see it.
        Actor::Applicant { account, .. } => dossier.account.is_none() || dossier.belongs_to(*account),
        Actor::System => true,
    };
    if visible { Ok(()) } else { Err(NotDone::NotFound) }
}

fn next_code(
    tx: &mut Tx,
    data: &MasterData,
    dossier: &Dossier,
    now: Instant,
) -> Result<domain::code::DossierCode, NotDone> {
    let day = now.date();
    data.dossier_code(dossier, day, |agency| Ok(record::next_ordinal(tx, agency.as_str(), day)?))
}

fn lost_version(dossier: &Dossier) -> NotDone {
    NotDone::Fault(Fault::other(format!(
        "procedure {} version {} with process {} is missing",
        dossier.pinned.procedure, dossier.pinned.version, dossier.pinned.process_version
    )))
}
