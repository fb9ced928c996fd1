//! Jobs: rows written in the same transaction as what they follow, run at least once, each safe to run twice.

use crate::dossiers::{NotDone, Wish};
use crate::reference::WHOLE_PROVINCE;
use crate::{App, Fault, dossiers::rows_of, letters, random};
use domain::agency::AgencyId;
use domain::dossier::{ChangeProcess, Command, DossierId, Notice, Recalculate, Refusal, TimeCame};
use domain::holidays;
use domain::officer::AccountId;
use domain::officer::Actor;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx, job::Job, projection};

/// How long a runner may take before the job is given to another.
const LEASE_MINUTES: i64 = 5;
/// After this many tries a job is shown as failed and waits for a person.
const TRIES_MAX: u32 = 8;
const CHUNK: u32 = 200;
/// The name under which the digest of the days off shipped with the program is kept.
const SHIPPED_DAYS: &str = "shipped-days";

/// Tell the applicant something about a dossier.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct LetterJob {
    pub dossier: DossierId,
    pub notice: Notice,
    /// The event it is about.
    pub sequence: u32,
    pub at: Instant,
}

/// Say to a process that a time it waits for has come.
#[derive(Debug, Serialize, Deserialize)]
struct TimeJob {
    dossier: DossierId,
    token: u32,
    event: String,
    at: Instant,
}

/// Recompute dates after a calendar changed, a chunk at a time.
#[derive(Debug, Serialize, Deserialize)]
struct RecalculateJob {
    agency: AgencyId,
    after: DossierId,
}

/// Move running dossiers of a procedure to a version of its process.
#[derive(Debug, Serialize, Deserialize)]
struct ProcessJob {
    code: String,
    version: u32,
    by: AccountId,
}

/// Do to many dossiers what an officer wished for them.
#[derive(Debug, Serialize, Deserialize)]
struct BatchJob {
    batch: i64,
}

/// Bring a main dossier and what is linked to it together.
#[derive(Debug, Serialize, Deserialize)]
struct LinkJob {
    main: DossierId,
}

/// Write the rows of open work anew from the record, a chunk at a time.
#[derive(Debug, Serialize, Deserialize)]
struct RowsJob {
    after: DossierId,
}

/// Remove contents whose rows are gone.
#[derive(Debug, Serialize, Deserialize)]
struct RemovalJob {
    tokens: Vec<String>,
}

/// How long jobs take. Those that go through many dossiers do not hold up times, letters and what is linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Quick,
    Long,
}

/// A kind of job: its name in the table and what runs it.
#[derive(Clone, Copy)]
enum Kind {
    Letter,
    Time,
    Recalculate,
    Process,
    Batch,
    Link,
    Rows,
    Removal,
}

impl Kind {
    const fn key(self) -> &'static str {
        match self {
            Kind::Letter => "letter",
            Kind::Time => "time",
            Kind::Recalculate => "recalculate",
            Kind::Process => "process",
            Kind::Batch => "batch",
            Kind::Link => "link",
            Kind::Rows => "rows",
            Kind::Removal => "removal",
        }
    }

    const ALL: [Kind; 8] = [
        Kind::Letter,
        Kind::Time,
        Kind::Recalculate,
        Kind::Process,
        Kind::Batch,
        Kind::Link,
        Kind::Rows,
        Kind::Removal,
    ];

    fn parse(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    const fn pace(self) -> Pace {
        match self {
            Kind::Letter | Kind::Time | Kind::Link | Kind::Removal => Pace::Quick,
            Kind::Recalculate | Kind::Process | Kind::Batch | Kind::Rows => Pace::Long,
        }
    }
}

pub(crate) fn enqueue_letter(
    tx: &mut Tx,
    id: i64,
    dossier: DossierId,
    notice: Notice,
    sequence: u32,
    at: Instant,
) -> Result<(), StorageError> {
    let body = serde_json::to_string(&LetterJob { dossier, notice, sequence, at })?;
    storage::job::insert(tx, id, Kind::Letter.key(), &body, at)
}

/// The moment a process waits for, to be said when it comes.
pub(crate) fn enqueue_time(
    tx: &mut Tx,
    id: i64,
    dossier: DossierId,
    token: u32,
    event: String,
    at: Instant,
) -> Result<(), StorageError> {
    let body = serde_json::to_string(&TimeJob { dossier, token, event, at })?;
    storage::job::insert(tx, id, Kind::Time.key(), &body, at)
}

/// Running dossiers are to go by another version of their process.
pub(crate) fn enqueue_process_change(
    tx: &mut Tx,
    id: i64,
    code: &str,
    version: u32,
    by: AccountId,
    at: Instant,
) -> Result<(), StorageError> {
    let body = serde_json::to_string(&ProcessJob { code: code.into(), version, by })?;
    storage::job::insert(tx, id, Kind::Process.key(), &body, at)
}

/// Many dossiers are to be acted on.
pub(crate) fn enqueue_batch(tx: &mut Tx, id: i64, batch: i64, at: Instant) -> Result<(), StorageError> {
    storage::job::insert(tx, id, Kind::Batch.key(), &serde_json::to_string(&BatchJob { batch })?, at)
}

/// A main dossier and what is linked to it are to be brought together.
pub(crate) fn enqueue_link(tx: &mut Tx, id: i64, main: DossierId, at: Instant) -> Result<(), StorageError> {
    storage::job::insert(tx, id, Kind::Link.key(), &serde_json::to_string(&LinkJob { main })?, at)
}

/// In a copy of an installation: what the first one tells people is not told twice.
pub(crate) fn drop_letters(tx: &mut Tx) -> Result<(), StorageError> {
    storage::job::drop_waiting(tx, Kind::Letter.key())
}

/// Contents whose rows go in this transaction are to be removed after it.
pub(crate) fn enqueue_removal(
    tx: &mut Tx,
    id: i64,
    tokens: &[String],
    at: Instant,
) -> Result<(), StorageError> {
    if tokens.is_empty() {
        return Ok(());
    }
    let body = serde_json::to_string(&RemovalJob { tokens: tokens.to_vec() })?;
    storage::job::insert(tx, id, Kind::Removal.key(), &body, at)
}

/// After an agency's calendar changed, open dossiers are counted anew.
pub(crate) fn enqueue_recalculation(
    tx: &mut Tx,
    id: i64,
    agency: AgencyId,
    at: Instant,
) -> Result<(), StorageError> {
    let body = serde_json::to_string(&RecalculateJob { agency, after: DossierId(0) })?;
    storage::job::insert(tx, id, Kind::Recalculate.key(), &body, at)
}

impl App {
    /// Runs every job that is due; the number run.
    pub async fn run_due_jobs(&self) -> Result<u32, Fault> {
        Ok(self.run_due(Pace::Long).await? + self.run_due(Pace::Quick).await?)
    }

    /// Runs every job of a pace that is due; the number run. What nobody knows counts as quick: it fails at once.
    pub async fn run_due(&self, pace: Pace) -> Result<u32, Fault> {
        let long: Vec<&str> =
            Kind::ALL.iter().filter(|kind| kind.pace() == Pace::Long).map(|kind| kind.key()).collect();
        let mut run = 0;
        loop {
            let now = self.now();
            let hidden = now.plus_minutes(LEASE_MINUTES);
            let long = long.clone();
            let take = move |tx: &mut Tx| storage::job::take(tx, now, hidden, &long, pace == Pace::Long);
            let Some(job) = self.store.write(take).await? else {
                return Ok(run);
            };
            run += 1;
            let id = job.id;
            match self.run_job(&job).await {
                Ok(()) => self.store.write(move |tx| storage::job::finish(tx, id)).await?,
                Err(fault) => self.job_failed(&job, &fault).await?,
            }
        }
    }

    async fn job_failed(&self, job: &Job, fault: &Fault) -> Result<(), Fault> {
        let given_up = job.tries >= TRIES_MAX;
        tracing::warn!(job.kind = %job.kind, job.tries = job.tries, given_up, error = %fault, "a job failed");
        let again = (!given_up).then(|| self.now().plus_minutes(1 << job.tries.min(10)));
        let (id, failure) = (job.id, fault.to_string());
        Ok(self.store.write(move |tx| storage::job::fail(tx, id, &failure, again)).await?)
    }

    async fn run_job(&self, job: &Job) -> Result<(), Fault> {
        match Kind::parse(&job.kind) {
            Some(Kind::Letter) => letters::run(self, job.id, serde_json::from_str(&job.body)?).await,
            Some(Kind::Time) => self.time_came(job.id, serde_json::from_str(&job.body)?).await,
            Some(Kind::Recalculate) => self.run_recalculation(serde_json::from_str(&job.body)?).await,
            Some(Kind::Process) => self.change_process(job.id, serde_json::from_str(&job.body)?).await,
            Some(Kind::Batch) => {
                let job: BatchJob = serde_json::from_str(&job.body)?;
                self.run_batch(job.batch).await
            }
            Some(Kind::Link) => {
                let job: LinkJob = serde_json::from_str(&job.body)?;
                self.bring_together(job.main).await
            }
            Some(Kind::Removal) => {
                let job: RemovalJob = serde_json::from_str(&job.body)?;
                self.remove_contents(job.tokens).await
            }
            Some(Kind::Rows) => self.write_rows(serde_json::from_str(&job.body)?).await,
            None => Err(Fault::other(format!("nobody runs jobs of kind `{}`", job.kind))),
        }
    }

    /// After a release that ships other days off than the one before, open dossiers are counted anew.
    pub async fn notice_shipped_calendar(&self) -> Result<(), Fault> {
        let years = *holidays::ANNOUNCED.start()..=*holidays::ANNOUNCED.end() + 2;
        let days: Vec<_> = years.flat_map(holidays::of_year).collect();
        let shipped = random::hex(&random::digest(&serde_json::to_string(&days)?));
        let (now, job) = (self.now(), self.store.new_id(self.now()));
        let write = move |tx: &mut Tx| {
            let before = storage::catalogue::meta(tx, SHIPPED_DAYS)?;
            if before.as_deref() == Some(&shipped) {
                return Ok::<_, StorageError>(());
            }
            storage::catalogue::set_meta(tx, SHIPPED_DAYS, &shipped)?;
            match before {
                Some(_) => enqueue_recalculation(tx, job, WHOLE_PROVINCE, now),
                None => Ok(()),
            }
        };
        Ok(self.store.write(write).await?)
    }

    async fn run_recalculation(&self, job: RecalculateJob) -> Result<(), Fault> {
        self.refresh_reference().await?;
        let mut after = job.after;
        loop {
            let from = after;
            let chunk = self.store.read(move |tx| storage::dossier::list_counting(tx, from, CHUNK)).await?;
            let Some(last) = chunk.last() else { return Ok(()) };
            after = *last;
            for id in chunk {
                self.recalculate(job.agency, id).await?;
            }
        }
    }

    /// Once, however often the job runs: its own key is the act's. Where the process no longer waits for it, or for
    /// another moment, nothing happens; another job has that.
    async fn time_came(&self, id: i64, job: TimeJob) -> Result<(), Fault> {
        // What another agency found comes before its silence. Where it cannot be noted its own job says so.
        let dossier = job.dossier;
        let linked = self.store.read(move |tx| storage::linked::list(tx, dossier)).await?;
        if !linked.is_empty() {
            let _ = self.bring_together(dossier).await;
        }
        let command = TimeCame { token: job.token, event: job.event, at: job.at };
        self.act_alone(job.dossier, Command::TimeCame(command), format!("time-{id}"), |refusal| {
            matches!(refusal, Refusal::NotAwaited | Refusal::WrongStage { .. })
        })
        .await
    }

    /// An act of the program itself; `fine` says which refusals only mean that there is nothing to do.
    async fn act_alone(
        &self,
        id: DossierId,
        command: Command,
        key: String,
        fine: impl Fn(&Refusal) -> bool,
    ) -> Result<(), Fault> {
        let found = self.store.read(move |tx| storage::dossier::find_reference(tx, id)).await?;
        let Some(reference) = found else { return Ok(()) };
        let wish = Wish { reference, actor: Actor::System, command, key, seen: None };
        match self.perform(wish).await {
            Ok(_) => Ok(()),
            Err(NotDone::Refused(refusal)) if fine(&refusal) => Ok(()),
            Err(NotDone::Fault(fault)) => Err(fault),
            Err(other) => Err(Fault::other(format!("it could not be done: {other:?}"))),
        }
    }

    /// Dossier by dossier; what has no place in that version stays where it is.
    async fn change_process(&self, id: i64, job: ProcessJob) -> Result<(), Fault> {
        self.refresh_reference().await?;
        let data = self.reference();
        let Some(to) = data.process(&job.code, job.version).map(|dated| dated.process.clone()) else {
            return Ok(());
        };
        for agency in data.supplies(&job.code, self.now().date()).into_iter().map(|supply| supply.agency) {
            let mut after = DossierId(0);
            loop {
                let (from, code) = (after, job.code.clone());
                let chunk = self
                    .store
                    .read(move |tx| storage::dossier::list_in_hand(tx, agency, &code, from, CHUNK))
                    .await?;
                let Some(last) = chunk.last() else { break };
                after = *last;
                for dossier in chunk {
                    let command = ChangeProcess { to: Box::new(to.clone()), decided_by: job.by };
                    let key = format!("process-{id}-{}", dossier.0);
                    // Whatever refuses it, one dossier does not hold up the others.
                    let stays = |_: &Refusal| true;
                    self.act_alone(dossier, Command::ChangeProcess(command), key, stays).await?;
                }
            }
        }
        Ok(())
    }

    /// After a release that keeps more in the rows of open work than the one before.
    async fn write_rows(&self, job: RowsJob) -> Result<(), Fault> {
        let mut after = job.after;
        loop {
            let from = after;
            let write = move |tx: &mut Tx| {
                let chunk = storage::dossier::list_running(tx, from, CHUNK)?;
                // Nobody acts on them between reading and writing.
                storage::dossier::lock_all(tx, &chunk)?;
                for (id, records) in storage::record::load_all(tx, &chunk)? {
                    let head = storage::record::head(tx, id)?;
                    if let Some(dossier) = domain::dossier::replay(id, &records) {
                        projection::rewrite(tx, id, &rows_of(&dossier, head))?;
                    }
                }
                Ok::<_, StorageError>(chunk.last().copied())
            };
            let Some(last) = self.store.write_in_turn(write).await? else { return Ok(()) };
            after = last;
        }
    }

    /// A dossier whose dates stay the same gets no event.
    async fn recalculate(&self, agency: AgencyId, id: DossierId) -> Result<(), Fault> {
        let loaded = self.store.read(move |tx| crate::dossiers::load(tx, id)).await?;
        let Some(dossier) = loaded else { return Ok(()) };
        if agency != WHOLE_PROVINCE && dossier.competent != agency && dossier.receiving != agency {
            return Ok(());
        }
        self.act_alone(id, Command::Recalculate(Recalculate), random::token(), |_| true).await
    }

    /// Jobs in trouble, for the administration's list; true where they were given up.
    pub async fn list_troubled_jobs(&self) -> Result<Vec<(Job, bool)>, Fault> {
        Ok(self.store.read(|tx| storage::job::list_troubled(tx, 100)).await?)
    }

    pub async fn retry_job(&self, id: i64) -> Result<bool, Fault> {
        let now = self.now();
        Ok(self.store.write(move |tx| storage::job::retry(tx, id, now)).await?)
    }
}
